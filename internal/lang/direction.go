package lang

import (
	"unicode/utf8"

	"dateline"
)

// Direction tells the direction of a text by its own letters. Words are counted,
// not letters, and a third is enough for right to left: an Arabic headline often
// begins with the Latin names it is about, an English one seldom holds Arabic.
// A text without letters is left to right.
func Direction(text string) dateline.Direction {
	ltr, rtl, inside := 0, 0, 0 // inside a word: 1
	for i := 0; i < len(text); {
		// No branch on whether a word begins: guessing wrong at each took half of the time.
		if c := text[i]; c < utf8.RuneSelf {
			is := int(traits[c]&isLetter) / int(isLetter)
			ltr += is &^ inside
			inside = is
			i++
			continue
		}
		t, r, n := traitAt(text, i)
		i += n
		if t.class() == mark {
			continue
		}
		is := int(t&isLetter) / int(isLetter)
		if rightToLeft(r) {
			rtl += is &^ inside
		} else {
			ltr += is &^ inside
		}
		inside = is
	}
	if rtl > 0 && 2*rtl >= ltr {
		return dateline.RightToLeft
	}
	return dateline.LeftToRight
}

// rightToLeft reports whether a letter is of a script written from the right.
func rightToLeft(r rune) bool {
	return 0x0590 <= r && r <= 0x08FF || 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFC ||
		0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF
}

// DirectionOf is the direction in which a language is written.
func DirectionOf(tag string) dateline.Direction {
	switch Base(tag) {
	case "ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi", "dv", "arc", "syr":
		return dateline.RightToLeft
	}
	return dateline.LeftToRight
}
