package locale

import "dateline"

// FindWords is for finding items and sources at the desk. Both languages stand in
// this file, one under the other.
type FindWords struct {
	Words, WordsHint          string // the field of words
	Source, State, Language   string // the fields beside it
	AllSources, AllStates     string // what they say while they do not filter
	AllLanguages, NoLanguage  string // NoLanguage: those of no edition
	States                    map[dateline.PubStatus]string
	Found, Clear              string // over what was found; leads back to everything
	None, GoesOn, InStatement string // instead of items; under a short page; that said: is asked elsewhere
}

func englishFind() FindWords {
	return FindWords{
		Words: "Find items", WordsHint: "Words of the item, its id or its address",
		Source: "Source", State: "State", Language: "Language",
		AllSources: "All sources", AllStates: "All states", AllLanguages: "All languages", NoLanguage: "other languages",
		States: map[dateline.PubStatus]string{
			dateline.Usable: "released", dateline.Withheld: "held or pending", dateline.Canceled: "killed or withdrawn",
		},
		Found: "Found", Clear: "All items",
		None:        "No item matches. Fewer words or filters find more; of what was killed or withdrawn, only headline and byline are looked through.",
		GoesOn:      "Many items were looked through and few match. The search goes on with older ones.",
		InStatement: "Who said what is found under Persons, by name.",
	}
}

func arabicFind() FindWords {
	return FindWords{
		Words: "ابحث عن خبر", WordsHint: "كلمات من الخبر أو معرّفه أو رابطه",
		Source: "المصدر", State: "الحالة", Language: "اللغة",
		AllSources: "كل المصادر", AllStates: "كل الحالات", AllLanguages: "كل اللغات", NoLanguage: "لغات أخرى",
		States: map[dateline.PubStatus]string{
			dateline.Usable: "منشور", dateline.Withheld: "محجوب أو قيد النظر", dateline.Canceled: "ملغى أو مسحوب",
		},
		Found: "نتائج البحث", Clear: "كل الأخبار",
		None:        "لا خبر يطابق. جرّب كلمات أو شروطًا أقل؛ ولا يُبحث في ما أُلغي أو سُحب إلا في عنوانه واسم كاتبه.",
		GoesOn:      "فُحصت أخبار كثيرة وطابق منها القليل. يتابع البحث في الأقدم.",
		InStatement: "تجد من قال ماذا في صفحة الأشخاص، بالاسم.",
	}
}
