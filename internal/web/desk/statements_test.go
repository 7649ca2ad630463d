package desk

import (
	"testing"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
)

func TestStatedLine(t *testing.T) {
	s := newsdesk.Stated{Words: "«لن نغلقها»", Statement: dateline.Statement{
		Speaker: "سلمى نوفل", Role: "الوزيرة", Kind: dateline.Direct, Polarity: dateline.Denies, Confidence: 0.907,
	}}
	for language, want := range map[string]statedLine{
		"en": {Speaker: "سلمى نوفل", Role: "الوزيرة", Words: "«لن نغلقها»", Direction: dateline.RightToLeft, What: "direct quotation · denies", Sure: "confidence \u206891%\u2069"},
		"ar": {Speaker: "سلمى نوفل", Role: "الوزيرة", Words: "«لن نغلقها»", Direction: dateline.RightToLeft, What: "اقتباس مباشر · نفي", Sure: "درجة الثقة \u206891%\u2069"},
	} {
		e, err := locale.New(dateline.Edition{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		if got := statedLineOf(e, &s); got != want {
			t.Errorf("%s: %+v, want %+v", language, got, want)
		}
	}
}
