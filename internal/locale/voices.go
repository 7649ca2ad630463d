package locale

import "dateline"

// VoiceWords is for who said what. Both languages stand in this file, one under
// the other.
type VoiceWords struct {
	Title      string // over those who speak in an item
	How        string // under it: where the sentences are from
	Statements Plural
	Voices     Plural // how many speak
	Kinds      map[dateline.StatementKind]string
	Polarities map[dateline.Polarity]string // Says has none: the words speak
	SaidOn     Phrase                       // {1} is the day
	InText     string                       // leads to the sentence in the text
	Address    string                       // leads to the statement for good
	Report     string                       // writes to the desk
	Subject    Phrase                       // of that letter; {1} is the id of the statement

	// at the desk
	All             string // over all statements of an item, and leads there
	None            string
	Open            string // instead of a name that was left open
	Public, Private string
	Sure            Phrase // {1} is the confidence
}

func englishVoices() VoiceWords {
	return VoiceWords{
		Title: "Voices", How: "Found in the text by a program; each sentence stands as the source has it.",
		Statements: Plural{One: "{n} statement", Other: "{n} statements"},
		Voices:     Plural{One: "{n} voice", Other: "{n} voices"},
		Kinds: map[dateline.StatementKind]string{
			dateline.Direct: "direct quotation", dateline.Mixed: "partly quoted", dateline.Indirect: "in the reporter’s words",
		},
		Polarities: map[dateline.Polarity]string{
			dateline.Denies: "denies", dateline.Asks: "asks", dateline.Promises: "promises", dateline.Warns: "warns",
		},
		SaidOn: "said on {1}", InText: "In the text", Address: "Link to this statement",
		Report: "Report an error", Subject: "Error in statement {1}",
		All: "Statements", None: "No statements were found in this item.", Open: "Speaker left open",
		Public: "shown if rights allow", Private: "for the desk", Sure: "confidence {1}",
	}
}

func arabicVoices() VoiceWords {
	return VoiceWords{
		Title: "من قال ماذا", How: "استخرجها برنامج من النص، وكل جملة منها منقولة بحرفها عن المصدر.",
		Statements: Plural{Zero: "لا تصريحات", One: "تصريح واحد", Two: "تصريحان",
			Few: "{n} تصريحات", Many: "{n} تصريحًا", Other: "{n} تصريح"},
		Voices: Plural{Zero: "لا متحدثين", One: "متحدث واحد", Two: "متحدثان",
			Few: "{n} متحدثين", Many: "{n} متحدثًا", Other: "{n} متحدث"},
		Kinds: map[dateline.StatementKind]string{
			dateline.Direct: "اقتباس مباشر", dateline.Mixed: "اقتباس جزئي", dateline.Indirect: "بصياغة المحرر",
		},
		Polarities: map[dateline.Polarity]string{
			dateline.Denies: "نفي", dateline.Asks: "طلب", dateline.Promises: "وعد", dateline.Warns: "تحذير",
		},
		SaidOn: "قيل في {1}", InText: "موضعه في النص", Address: "رابط هذا التصريح",
		Report: "الإبلاغ عن خطأ", Subject: "خطأ في التصريح {1}",
		All: "التصريحات", None: "لم يُعثر في هذا الخبر على تصريحات.", Open: "القائل غير محدّد",
		Public: "يُنشر إن سمحت الحقوق", Private: "للتحرير فقط", Sure: "درجة الثقة {1}",
	}
}
