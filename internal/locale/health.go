package locale

import "dateline"

// HealthWords is for the sources at the desk: how each does. Both languages stand
// in this file, one under the other.
type HealthWords struct {
	Title            string
	Find, Clear      string // the field of a name; leads back to all of them
	None             string // no source is called so
	State            string // over how each does
	Good, New        string // over the last poll that worked, and the newest entry
	Never            string
	Failures         Plural
	Causes           map[string]string // why, by the intake's word for it; that one's own sentences are English
	Next             Phrase            // {1} is when it is polled again
	Silent           string
	Rhythm           Plural                     // expected a day
	Items            string                     // leads to its items
	Change           string                     // over the commands that add, move and remove one
	Own              string                     // of the publication's own source, in place of its settings
	Groups, GroupsOf map[dateline.Health]string // over the sources of a health; what that means
}

func englishHealth() HealthWords {
	return HealthWords{
		Title: "Sources", Find: "Name, id or address", Clear: "All sources", None: "No source matches.",
		State: "How it does", Good: "Last good poll", New: "Newest entry", Never: "never",
		Failures: Plural{One: "failed once", Other: "failed {n} times in a row"}, Next: "next try {1}",
		Causes: map[string]string{
			"address": "Its address is not valid.", "guard": "Its address is not on the public internet.", "robots": "The site allows no reading by machines.",
			"name": "No server has that name.", "connect": "The server takes no connection.", "tls": "The server's certificate is not trusted.",
			"timeout": "No answer in time.", "status": "The server answers with an error.", "gone": "The server says that it is gone for good.",
			"redirects": "Its address leads on without end.", "too-large": "It is larger than may be taken in.",
			"encoding": "Its compression cannot be undone.", "broken": "The connection broke off.", "stopped": "The poll was stopped.",
			"feed": "It is no feed that can be read.", "store": "What it brought could not be kept.", "fault": "A fault of the program over this source.",
		},
		Silent: "Nothing new for much longer than usual.", Rhythm: Plural{One: "about {n} entry a day", Other: "about {n} entries a day"},
		Items: "Items", Change: "Add or remove a source, or move its feed, on the command line:", Own: "The publication itself: its name and editions stand in its configuration.",
		Groups: map[dateline.Health]string{
			dateline.Failing: "Failing", dateline.Drifting: "Read worse than before", dateline.Silent: "Silent", dateline.Warned: "Taken in, with a warning",
			dateline.Waiting: "Not polled yet", dateline.Well: "Well", dateline.Unpolled: "Not polled", dateline.Retired: "Retired",
		},
		GroupsOf: map[dateline.Health]string{
			dateline.Failing: "The last poll brought nothing.", dateline.Drifting: "Its items lack what they used to have.",
			dateline.Silent: "It answers, and has nothing new.", dateline.Warned: "Its copy was not as it should be.",
			dateline.Waiting: "It is its turn soon.", dateline.Well: "Nothing to do.",
			dateline.Unpolled: "Files, and what the desk writes.", dateline.Retired: "It answered that it is gone, or was retired by a person.",
		},
	}
}

func arabicHealth() HealthWords {
	return HealthWords{
		Title: "المصادر", Find: "الاسم أو المعرّف أو العنوان", Clear: "كل المصادر", None: "لا مصدر يطابق.",
		State: "حاله", Good: "آخر جلب ناجح", New: "أحدث مادة", Never: "لم يحدث",
		Failures: Plural{Zero: "لم يتعذّر", One: "تعذّر الجلب مرة", Two: "تعذّر الجلب مرتين متتاليتين",
			Few: "تعذّر الجلب {n} مرات متتالية", Many: "تعذّر الجلب {n} مرة متتالية", Other: "تعذّر الجلب {n} مرة متتالية"},
		Causes: map[string]string{
			"address": "عنوانه غير صالح.", "guard": "عنوانه خارج الإنترنت العام.", "robots": "الموقع لا يسمح بالقراءة الآلية.",
			"name": "لا خادم بهذا الاسم.", "connect": "الخادم لا يقبل الاتصال.", "tls": "شهادة الخادم غير موثوقة.",
			"timeout": "لم يستجب الخادم في الوقت المحدد.", "status": "ردّ الخادم بخطأ.", "gone": "ردّ الخادم بأن العنوان أُزيل نهائيًا.",
			"redirects": "إحالات العنوان لا تنتهي.", "too-large": "ما أرسله الخادم أكبر من الحد المسموح به.",
			"encoding": "تعذّر فك ضغط ما أرسله الخادم.", "broken": "انقطع الاتصال قبل اكتمال الجلب.", "stopped": "أُوقف الجلب قبل اكتماله.",
			"feed": "ما أرسله الخادم ليس خلاصة صالحة للقراءة.", "store": "تعذّر حفظ ما جُلب.", "fault": "خلل في البرنامج عند قراءة هذا المصدر.",
		},
		Next:   "المحاولة التالية {1}",
		Silent: "لا جديد منه منذ مدة أطول بكثير من المعتاد.",
		Rhythm: Plural{Zero: "أقل من مادة في اليوم", One: "نحو مادة في اليوم", Two: "نحو مادتين في اليوم",
			Few: "نحو {n} مواد في اليوم", Many: "نحو {n} مادة في اليوم", Other: "نحو {n} مادة في اليوم"},
		Items: "أخباره", Change: "من سطر الأوامر تُضاف المصادر وتُحذف وتُغيَّر عناوين خلاصاتها:", Own: "هذه هي الوكالة نفسها، واسمها وطبعاتها في ملف الإعدادات.",
		Groups: map[dateline.Health]string{
			dateline.Failing: "يتعذّر جلبها", dateline.Drifting: "تراجعت جودة قراءتها", dateline.Silent: "صامتة", dateline.Warned: "تُجلب مع تحذير",
			dateline.Waiting: "لم تُجلب بعد", dateline.Well: "بخير", dateline.Unpolled: "لا تُجلب", dateline.Retired: "متوقّفة",
		},
		GroupsOf: map[dateline.Health]string{
			dateline.Failing: "لم يأتِ آخر جلب بشيء.", dateline.Drifting: "ينقص أخبارها ما كان فيها من قبل.",
			dateline.Silent: "تستجيب ولا جديد لديها.", dateline.Warned: "في مادتها خلل.",
			dateline.Waiting: "سيأتي دورها قريبًا.", dateline.Well: "لا شيء يستدعي تدخلًا.",
			dateline.Unpolled: "ملفات، وما يكتبه التحرير.", dateline.Retired: "أجابت بأنها أُزيلت، أو أوقفها شخص.",
		},
	}
}
