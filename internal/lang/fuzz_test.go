package lang

import (
	"testing"
	"unicode/utf8"
)

// FuzzFold: folding the form of a word does nothing, so that a question finds
// what was indexed under it.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"أحمد", "مدرسة", "Côte", "ﻣﺮﺳﻰ", "İstanbul", "Straße", "ـــ", "٢٠٢٥", "ﬁn", "\u0486 \u073c", "a\u0323\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, words := Words(text)
		for _, w := range words {
			if again := Fold(w.Form); again != w.Form || !utf8.ValidString(again) {
				t.Errorf("the form %q of %q folds to %q", w.Form, text[w.Start:w.End], again)
			}
			for _, bare := range Unprefixed(w.Form) {
				if bare == "" || len(bare) > len(w.Form) {
					t.Errorf("Unprefixed(%q) has %q", w.Form, bare)
				}
			}
		}
	})
}
