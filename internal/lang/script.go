package lang

import (
	"unicode"
	"unicode/utf8"
)

// A script is one of those that tell something about a text's language.
type script uint8

const (
	noScript script = iota
	arabicScript
	cyrillicScript
	hebrewScript
	greekScript
	kanaScript
	hanScript
	hangulScript
	thaiScript
	devanagariScript
	bengaliScript
	armenianScript
	georgianScript
	ethiopicScript
	latinScript // the last
)

// table is Unicode's table of a script. Kana is both Japanese ones, of which
// this is the one that every sentence has.
func (s script) table() *unicode.RangeTable {
	return [...]*unicode.RangeTable{
		arabicScript: unicode.Arabic, cyrillicScript: unicode.Cyrillic, hebrewScript: unicode.Hebrew,
		greekScript: unicode.Greek, kanaScript: unicode.Hiragana, hanScript: unicode.Han, hangulScript: unicode.Hangul,
		thaiScript: unicode.Thai, devanagariScript: unicode.Devanagari, bengaliScript: unicode.Bengali,
		armenianScript: unicode.Armenian, georgianScript: unicode.Georgian, ethiopicScript: unicode.Ethiopic,
		latinScript: unicode.Latin,
	}[s]
}

// scriptOf returns the script of a letter.
func scriptOf(r rune) script {
	if unicode.Is(unicode.Katakana, r) {
		return kanaScript
	}
	for s := arabicScript; s <= latinScript; s++ {
		if unicode.Is(s.table(), r) {
			return s
		}
	}
	return noScript
}

// IsArabic reports that the first letter of a text is Arabic.
func IsArabic(text string) bool {
	for _, r := range text {
		switch {
		case r >= 'ء' && r <= 'ي': // spares a search of Unicode's tables
			return true
		case unicode.IsLetter(r):
			return unicode.Is(unicode.Arabic, r)
		}
	}
	return false
}

// IsCapital reports that a text begins with a capital letter. Arabic has none.
func IsCapital(text string) bool {
	if text != "" && text[0] < utf8.RuneSelf { // spares a search of Unicode's tables
		return 'A' <= text[0] && text[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// soleLanguage returns the language that, in news, is alone with its script.
func (s script) soleLanguage() string {
	switch s {
	case hebrewScript:
		return "he"
	case greekScript:
		return "el"
	case hanScript:
		return "zh"
	case kanaScript:
		return "ja"
	case hangulScript:
		return "ko"
	case thaiScript:
		return "th"
	case devanagariScript:
		return "hi"
	case bengaliScript:
		return "bn"
	case armenianScript:
		return "hy"
	case georgianScript:
		return "ka"
	case ethiopicScript:
		return "am"
	}
	return Unknown
}

// mainScript returns the script of most letters. Japanese is known by its kana,
// however many ideographs stand beside them. Latin loses against an even half: a
// text in another script quotes Latin names, seldom the other way round. And an
// address is no Latin text.
func mainScript(text string) script {
	var counts scriptCounts
	counts.add(text)
	main := counts.most()
	if main != latinScript || !counts.mixed() {
		return main
	}
	counts = scriptCounts{}
	for start, end := nextField(text, 0); start < end; start, end = nextField(text, end) {
		counts.add(text[start:end])
	}
	return counts.most()
}

// scriptCounts are how many letters of each script there are.
type scriptCounts [latinScript + 1]int

// add counts what is no letter, beyond ASCII, as noScript, which most does not look at.
func (counts *scriptCounts) add(field string) {
	for i := 0; i < len(field); {
		if c := field[i]; c < utf8.RuneSelf {
			counts[latinScript] += int(traits[c]&isLetter) / int(isLetter)
			i++
			continue
		}
		t, _, n := traitAt(field, i)
		counts[t.script()]++
		i += n
	}
}

// mixed reports whether there are letters of another script than Latin.
func (counts *scriptCounts) mixed() bool {
	for s := noScript + 1; s < latinScript; s++ {
		if counts[s] > 0 {
			return true
		}
	}
	return false
}

// most halves Latin, see mainScript; noScript when there are no letters at all.
func (counts *scriptCounts) most() script {
	if counts[kanaScript]*5 > counts[hanScript] {
		counts[kanaScript] += counts[hanScript]
	}
	best, most := noScript, 0
	for s := arabicScript; s <= latinScript; s++ {
		n := counts[s]
		if s == latinScript {
			n /= 2
		}
		if n > most || best == noScript && counts[s] > 0 {
			best, most = s, n
		}
	}
	return best
}
