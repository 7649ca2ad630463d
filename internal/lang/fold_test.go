package lang

import (
	"strings"
	"testing"
	"unicode"
)

// TestFoldVariants holds spellings that readers take for one word.
func TestFoldVariants(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"أحمد", "احمد"}, {"إسرائيل", "اسرائيل"}, {"آسيا", "اسيا"}, {"ٱلله", "الله"},
		{"مصطفى", "مصطفي"}, {"مدرسة", "مدرسه"}, {"مُحَمَّد", "محمد"}, {"محـمد", "محمد"},
		{"ایران", "ايران"}, {"کتاب", "كتاب"}, {"٢٠٢٥", "2025"}, {"۲۰۲۵", "2025"},
		{"ﻻ", "لا"}, {"ا\u0653سيا", "آسيا"}, {"و\u0654", "ؤ"}, {"ﷲ", "الله"},
		{"Élysée", "elysee"}, {"E\u0301lyse\u0301e", "elysee"}, {"ＡＢＣ", "abc"}, {"São", "sao"}, {"Ёлка", "елка"},
		{"ΑΘΉΝΑΣ", "αθηνας"}, {"ﬁn", "fin"}, {"Œuvre", "oeuvre"}, {"Þór", "thor"}, {"Đà", "da"}, {"ʼAmr", "ʼamr"},
		{"co\u00adop", "coop"}, {"\u200fالقدس", "القدس"}, {"می\u200cشود", "ميشود"}, {"ہندوستان", "هندوستان"},
	} {
		if Fold(c.a) != Fold(c.b) {
			t.Errorf("Fold(%q) = %q, Fold(%q) = %q", c.a, Fold(c.a), c.b, Fold(c.b))
		}
	}
}

// TestFoldKeepsApart holds words that must stay two.
func TestFoldKeepsApart(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"край", "краи"}, {"سأل", "سءل"}, {"مؤمن", "مومن"}, {"हिन्दी", "हनद"}, {"한국", "한굴"}, {"か", "が"}, {"پدر", "بدر"},
	} {
		if Fold(c.a) == Fold(c.b) {
			t.Errorf("%q and %q both fold to %q", c.a, c.b, Fold(c.a))
		}
	}
}

func TestFoldDigits(t *testing.T) {
	for _, zero := range []rune{'0', '٠', '۰', '०', '০', '๐', '༠', '߀', '០', '𝟎', '０'} {
		for n := range rune(10) {
			if got := Fold(string(zero + n)); got != string('0'+n) {
				t.Errorf("Fold(%q) = %q, want %d", zero+n, got, n)
			}
		}
	}
}

// TestFoldOnce: folding a folded word changes nothing, for every letter there is.
func TestFoldOnce(t *testing.T) {
	for r := range rune(0x20000) {
		if !unicode.IsLetter(r) {
			continue
		}
		once := Fold(string(r))
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", r, once, twice)
		}
		if strings.ContainsFunc(once, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) {
			t.Errorf("Fold(%q) = %q", r, once)
		}
	}
}

func TestFoldLeavesSignsOut(t *testing.T) {
	for _, s := range []string{"", " ", "*\"():^-+", "،؛؟«»", "\u202e", "½", "😀", "\xff", "\x00"} {
		if got := Fold(s); strings.ContainsFunc(got, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			t.Errorf("Fold(%q) = %q", s, got)
		}
	}
}
