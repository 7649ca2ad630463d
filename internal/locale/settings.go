package locale

import "dateline"

// SettingsWords is for what a person sets of a source at the desk. Both languages stand in
// this file, one under the other.
type SettingsWords struct {
	Title, Save, Saved string
	Name               string
	NameIn             Phrase // {1} is the language of an edition
	Unknown            string // a kind that nobody has set
	Language, Zone     string // of most of its copy; of times that have none
	Reason, ReasonHint string // who allowed the full text
	Rule, Lost         string // name the two rules
	Pages, Again       string
	Yes, No            string // of looking again
	Retired            string
	Rules, WhenLost    map[dateline.Rule]string
	PageModes          map[dateline.PageMode]string
	Polled, Feed       string // over how it is polled; its address
	Public             string // leads to its page for readers
}

func englishSettings() SettingsWords {
	return SettingsWords{
		Title: "Settings", Save: "Save", Saved: "Saved.",
		Name: "Name, as it calls itself", NameIn: "Name in the {1} edition", Unknown: "unknown",
		Language: "Language of most of its items", Zone: "Zone of times that have none",
		Reason: "Who allowed the full text, and why", ReasonHint: "Full text needs it",
		Rule: "Its new items are", Lost: "When it takes a page away",
		Pages: "The page behind an entry is read", Again: "Pages are looked at again for changes",
		Yes: "yes", No: "no", Retired: "Poll it no more",
		Rules: map[dateline.Rule]string{
			dateline.RuleRelease: "released at once", dateline.RuleHold: "held until a person decides", dateline.RuleKill: "killed",
		},
		WhenLost: map[dateline.Rule]string{
			dateline.RuleRelease: "the desk is told", dateline.RuleHold: "the item is held until it is back", dateline.RuleKill: "the item is withdrawn",
		},
		PageModes: map[dateline.PageMode]string{
			dateline.PagesShort: "when the entry is short", dateline.PagesAlways: "always", dateline.PagesNever: "never",
		},
		Polled: "How it is polled", Feed: "Feed", Public: "Its page for readers",
	}
}

func arabicSettings() SettingsWords {
	return SettingsWords{
		Title: "الإعدادات", Save: "احفظ", Saved: "حُفظت الإعدادات.",
		Name: "الاسم كما يسمّي المصدر نفسه", NameIn: "الاسم في الطبعة {1}", Unknown: "غير محدد",
		Language: "لغة معظم أخباره", Zone: "المنطقة الزمنية إذا لم يذكرها الخبر",
		Reason: "من أذن بنشر النص الكامل، ولماذا", ReasonHint: "لا يُنشر النص كاملًا من دونه",
		Rule: "أخباره الجديدة", Lost: "إذا أزال المصدر صفحة خبر",
		Pages: "قراءة صفحة الخبر نفسها", Again: "العودة إلى الصفحات لرصد التعديلات",
		Yes: "نعم", No: "لا", Retired: "أوقف جلب أخباره",
		Rules: map[dateline.Rule]string{
			dateline.RuleRelease: "تُنشر فورًا", dateline.RuleHold: "تُحجب حتى يقرر التحرير", dateline.RuleKill: "تُلغى",
		},
		WhenLost: map[dateline.Rule]string{
			dateline.RuleRelease: "يُبلَّغ التحرير فقط", dateline.RuleHold: "يُحجب الخبر حتى تعود صفحته", dateline.RuleKill: "يُسحب الخبر",
		},
		PageModes: map[dateline.PageMode]string{
			dateline.PagesShort: "إذا جاء نصه في الخلاصة قصيرًا", dateline.PagesAlways: "دائمًا", dateline.PagesNever: "لا تُقرأ",
		},
		Polled: "جلب أخباره", Feed: "الخلاصة", Public: "صفحته للقرّاء",
	}
}
