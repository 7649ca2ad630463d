package clean

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tatweel stretches a word for the looks of a line.
const tatweel = 'ـ'

// Letters is s in plain Arabic letters: presentation forms, as old systems and
// copies from PDF have them, become the letters that they show, and words are
// not stretched. It is for headlines, names and places, which are compared and
// set in other type; the text of an item stays as its source wrote it.
func Letters(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == tatweel || isForm(r) }) {
		return s
	}
	var b strings.Builder
	prev := ' '
	for i, r := range s {
		if r == tatweel && stretch(prev, s[i:]) {
			continue
		}
		if prev = r; isForm(r) {
			// Forms that show a vowel sign alone stand on a space or a tatweel.
			b.WriteString(strings.TrimLeft(norm.NFKC.String(string(r)), " ـ"))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isForm reports a presentation form. The words in one sign («ﷺ») are none.
func isForm(r rune) bool {
	return r >= 0xfb50 && r <= 0xfdf9 && r != 0xfd3e && r != 0xfd3f || r >= 0xfe70 && r <= 0xfefc
}

// stretch reports that a tatweel between prev and what follows lies inside a
// word. Elsewhere it shows that a letter joins: «لـ«الصباح»», «1448هـ», «الـ24».
func stretch(prev rune, rest string) bool {
	if !unicode.Is(unicode.Arabic, prev) && !unicode.Is(unicode.Mn, prev) {
		return false
	}
	for _, r := range rest {
		if r != tatweel {
			return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r)
		}
	}
	return false
}
