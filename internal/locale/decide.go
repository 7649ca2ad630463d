package locale

// DecideWords is for what can be decided on the page of an item at the desk, beyond what
// every list offers. Both languages stand in this file, one under the other.
type DecideWords struct {
	Correct, Clarify, Withdraw, Spike, Embargo, Lift string
	NoticeHint                                       string // of a correction: where it stands
	Until                                            string // names the field of an embargo's end
	UntilAt                                          Phrase // {1} is the end
	Lifted                                           string // an embargo that was ended
	Edit, EditHint, Save                             string // an own item; under its notice; the button
	Made                                             string // over what was decided
	ByRule, BySource                                 string // who decided, where it was no person
	Notice                                           Phrase // {1} is what readers are told
}

func englishDecide() DecideWords {
	return DecideWords{
		Correct: "Correct", Clarify: "Clarify", Withdraw: "Withdraw", Spike: "Spike", Embargo: "Embargo", Lift: "End the embargo now",
		NoticeHint: "Stands on the item, under Notices and in the feeds",
		Until:      "Not on the wire before", UntilAt: "until {1}", Lifted: "Embargo ended",
		Edit: "Edit", EditHint: "What was corrected; may stay empty", Save: "File as a new version",
		Made: "Decisions", ByRule: "rule of the source", BySource: "the source itself", Notice: "Notice: {1}",
	}
}

func arabicDecide() DecideWords {
	return DecideWords{
		Correct: "صحّح", Clarify: "وضّح", Withdraw: "اسحب", Spike: "استبعد", Embargo: "احظر النشر", Lift: "ارفع الحظر الآن",
		NoticeHint: "يظهر مع الخبر وفي صفحة التنويهات والخلاصات",
		Until:      "لا يُنشر قبل", UntilAt: "حتى {1}", Lifted: "رفع الحظر",
		Edit: "حرّر", EditHint: "ما الذي صُحّح؟ ويمكن تركه فارغًا", Save: "أرسل إصدارًا جديدًا",
		Made: "القرارات", ByRule: "بحسب قاعدة المصدر", BySource: "من المصدر نفسه", Notice: "تنويه: {1}",
	}
}
