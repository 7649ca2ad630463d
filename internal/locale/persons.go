package locale

// PersonWords is for persons: who they are here, and what they said. Both
// languages stand in this file, one under the other.
type PersonWords struct {
	Person      string // over a person's name
	Confirmed   string
	Unconfirmed string // and what that means
	Period      Phrase // {1} is the day of the earliest statement, {2} that of the newest
	OverTime    string // over the drawing
	Drawing     Phrase // for who cannot see it: {1} to {2}, {3} counts the statements
	Newest      Phrase // that older statements are not counted; {1} is how many are
	Also        Plural // other items that have a statement
	Denied      string // leads to a later statement
	Changed     string // that the item of a statement has changed
	Spellings   string
	Feed        Phrase // {1} is the name

	Desk PersonDesk
}

// PersonDesk is for persons at the desk.
type PersonDesk struct {
	Title    string // over the list, and leads there
	Find     string // the field of a name
	Nobody   string
	Public   string // leads to the page that readers see
	Private  string // that a person is hidden
	Orders   string // over what was ordered
	Reason   string
	Into     string // the field of the other person
	Alike    string // over others whom the same names may mean
	Spelling string

	Join, Split, Confirm, Unconfirm, Hide string // buttons
	Done                                  string // that an order was given
	IntoHint                              string // what is written in the field of the other person
}

func englishPersons() PersonWords {
	return PersonWords{
		Person: "Person", Confirmed: "Confirmed by the desk",
		Unconfirmed: "Put together by a program and not confirmed by the desk: more than one person may be meant.",
		Period:      "{1} to {2}", OverTime: "Statements over time", Drawing: "From {1} to {2}: {3}.",
		Newest: "Only the newest {1} are counted and listed.",
		Also:   Plural{One: "also in {n} other item", Other: "also in {n} other items"},
		Denied: "A later denial in the same story", Changed: "This item has changed: versions",
		Spellings: "As written", Feed: "Said by {1}",
		Desk: PersonDesk{
			Title: "Persons", Find: "Name", Nobody: "Nobody is known by this name.", Public: "As readers see it", Private: "hidden",
			Orders: "Orders", Reason: "Reason", Into: "Same person as", Alike: "Others of these names", Spelling: "Spelling",
			Join: "Join", Split: "Split off", Confirm: "Confirm", Unconfirm: "Take back", Hide: "Hide",
			Done: "The order was recorded. It is carried out in a moment.", IntoHint: "Id of the one that stays",
		},
	}
}

func arabicPersons() PersonWords {
	return PersonWords{
		Person: "شخص", Confirmed: "هوية مؤكدة من التحرير",
		Unconfirmed: "جمعها برنامج ولم يؤكد التحرير هوية صاحبها: قد يكون المقصود أكثر من شخص.",
		Period:      "من {1} إلى {2}", OverTime: "التصريحات عبر الزمن", Drawing: "من {1} إلى {2}: {3}.",
		Newest: "لا يُعدّ ويُعرض منها إلا أحدثها: {1}.",
		Also: Plural{Zero: "ولم يرد في خبر آخر", One: "ورد أيضًا في خبر آخر", Two: "ورد أيضًا في خبرين آخرين",
			Few: "ورد أيضًا في {n} أخبار أخرى", Many: "ورد أيضًا في {n} خبرًا آخر", Other: "ورد أيضًا في {n} خبر آخر"},
		Denied: "نفي لاحق في القصة نفسها", Changed: "طرأ تعديل على هذا الخبر: الإصدارات",
		Spellings: "كما كُتب الاسم", Feed: "تصريحات {1}",
		Desk: PersonDesk{
			Title: "الأشخاص", Find: "الاسم", Nobody: "لا أحد معروف بهذا الاسم.", Public: "كما يراها القراء", Private: "مخفي",
			Orders: "الأوامر", Reason: "السبب", Into: "هو نفسه", Alike: "آخرون بهذه الأسماء", Spelling: "الاسم كما كُتب",
			Join: "دمج", Split: "فصل", Confirm: "تأكيد", Unconfirm: "تراجع", Hide: "إخفاء",
			Done: "سُجّل الأمر، وسيُنفّذ بعد لحظات.", IntoHint: "معرّف من يبقى",
		},
	}
}
