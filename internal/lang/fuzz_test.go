package lang

import (
	"testing"
	"unicode/utf8"
)

// FuzzFold: folding a folded word does nothing, so that a question finds what
// was indexed under it.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"أحمد", "مدرسة", "Côte", "ﻣﺮﺳﻰ", "İstanbul", "Straße", "ـــ", "٢٠٢٥", "ﬁn"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		once := Fold(word)
		if twice := Fold(once); twice != once || utf8.ValidString(word) && !utf8.ValidString(once) {
			t.Errorf("Fold(%q) = %q, of that %q", word, once, twice)
		}
		for _, bare := range Unprefixed(once) {
			if bare == "" && once != "" || len(bare) > len(once) {
				t.Errorf("Unprefixed(%q) has %q", once, bare)
			}
		}
	})
}
