package lang

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestTraitsAgreeWithUnicode: the table is what the rule for rare runes would
// say, for every rune in it.
func TestTraitsAgreeWithUnicode(t *testing.T) {
	for r := range rune(tableEnd) {
		want := rareTrait(r)
		switch {
		case r == '\'' || r == '’':
			want = newTrait(apostrophe, false, noScript)
		case 0x0620 <= r && r <= 0x06FF && unicode.IsLetter(r):
			want = newTrait(inWord, true, arabicScript)
		}
		if traits[r] != want {
			t.Errorf("%U has trait %b, want %b", r, traits[r], want)
		}
	}
}

// TestFoldsAgreeWithFold: a rune that folds alone does so before and after
// every other such rune.
func TestFoldsAgreeWithFold(t *testing.T) {
	alone := 0
	var buf [4]byte
	for r, f := range folds {
		if f == notAlone {
			continue
		}
		alone++
		got := string(buf[:putShort(buf[:], f)])
		for _, beside := range []string{"", "e", "é", "ا", "و", "ي", "\u064b", "ה", "и", "1"} {
			if whole, want := Fold(beside+string(rune(r))+beside), Fold(beside)+got+Fold(beside); whole != want {
				t.Errorf("%q between %q folds to %q, want %q", rune(r), beside, whole, want)
			}
		}
	}
	if alone < 500 {
		t.Errorf("%d runes fold alone: the short way is never taken", alone)
	}
}

// TestTraitAtDecodes: every rune, and every broken one, as utf8 does.
func TestTraitAtDecodes(t *testing.T) {
	check := func(text string) {
		t.Helper()
		want, size := utf8.DecodeRuneInString(text)
		if _, r, n := traitAt(text, 0); r != want || n != size {
			t.Errorf("% x is %U of %d bytes, want %U of %d", text, r, n, want, size)
		}
	}
	for r := range rune(0x20000) {
		check(string(r) + "a")
		check(string(r))
	}
	for a := range 256 {
		check(string([]byte{byte(a)}))
		for b := range 256 {
			check(string([]byte{byte(a), byte(b), 'x'}))
		}
	}
}
