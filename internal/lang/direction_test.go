package lang

import (
	"testing"

	"dateline"
)

func TestDirection(t *testing.T) {
	for _, c := range []struct {
		text string
		want dateline.Direction
	}{
		{"", dateline.LeftToRight},
		{"2025 — !", dateline.LeftToRight},
		{"Oil prices rise", dateline.LeftToRight},
		{"أسعار النفط ترتفع", dateline.RightToLeft},
		{"iPhone 17: آبل تكشف عن هاتفها", dateline.RightToLeft},
		{"Microsoft Windows تعلن", dateline.RightToLeft},
		{"What the word جهاد means in English", dateline.LeftToRight},
		{"\u202eOil prices rise", dateline.LeftToRight},
		{"שלום", dateline.RightToLeft},
		{"ہندوستان", dateline.RightToLeft},
		{"مُحَمَّد", dateline.RightToLeft},
	} {
		if got := Direction(c.text); got != c.want {
			t.Errorf("Direction(%q) = %s, want %s", c.text, got, c.want)
		}
	}
	if DirectionOf("ar-EG") != dateline.RightToLeft || DirectionOf("en") != dateline.LeftToRight {
		t.Error("DirectionOf")
	}
}

func TestIsCapital(t *testing.T) {
	for text, want := range map[string]bool{"Elsin": true, "Ölmühle": true, "Эльсин": true, "elsin": false, "ölmühle": false, "مرسى": false, "5 Elsin": false, " Elsin": false, "": false} {
		if got := IsCapital(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
