package lang

import (
	"strings"
	"unicode/utf8"
)

// letter is the length of an Arabic letter in UTF-8, so that lengths below can
// be counted in letters without decoding.
const letter = len("ا")

// isArabic reports whether all of a form is letters of the Arabic block.
func isArabic(form string) bool {
	if form == "" || len(form)%letter != 0 {
		return false
	}
	for i := 0; i < len(form); i += letter {
		if form[i] < 0xD8 || form[i] > 0xDB { // the lead bytes of U+0600 to U+06FF
			return false
		}
	}
	return true
}

// arabicStem strips a conjunction, prepositions and the article, then endings.
// The rules are light on purpose: whatever they leave is part of the form.
func arabicStem(form string) string {
	return stripEndings(stripPrefixes(form))
}

// stripPrefixes strips و and ف, then article and prepositions in one piece, or a
// single ب or ل. That a letter of the word itself may fall with them is mended
// on the query's side, see Stems.
func stripPrefixes(form string) string {
	form = stripConjunction(form)
	if strings.HasSuffix(form, "لله") && len(form) <= 5*letter {
		return "الله" // whose article is no article
	}
	for _, p := range prefixes {
		rest, found := strings.CutPrefix(form, p)
		if !found || len(rest) < 2*letter {
			continue
		}
		if second, found := strings.CutPrefix(rest, "ال"); found && len(second) >= 3*letter {
			return second // الالمانية and المانيا
		}
		return rest
	}
	if len(form) >= 4*letter && (strings.HasPrefix(form, "ب") || strings.HasPrefix(form, "ل")) {
		return form[letter:]
	}
	return form
}

// stripConjunction leaves short words alone, whose first letter mostly is their own (ورد,
// فرق), and what the article follows, which prefixes has in one piece.
func stripConjunction(form string) string {
	switch {
	case len(form) >= 4*letter && strings.HasPrefix(form, "و") && !strings.HasPrefix(form, "وال"):
		return form[letter:]
	case len(form) >= 5*letter && strings.HasPrefix(form, "ف") && !strings.HasPrefix(form, "فال"):
		return form[letter:]
	}
	return form
}

// stripEndings strips at most two endings (pronoun after plural or gender:
// مدرست+ها, معلم+ات+هم) and leaves three letters.
func stripEndings(form string) string {
	for range 2 {
		rest := stripEnding(form)
		if rest == form {
			break
		}
		form = rest
	}
	if len(form) >= 4*letter {
		form = strings.TrimSuffix(form, "ت") // the feminine ending, as it stands before a pronoun
	}
	return form
}

// stripEnding strips the longest ending that leaves three letters; form has at least one.
func stripEnding(form string) string {
	for _, s := range endingsOf(form[len(form)-letter:]) {
		if rest, found := strings.CutSuffix(form, s); found && len(rest) >= 3*letter {
			return rest
		}
	}
	return form
}

// endingsOf returns the endings with that last letter, the longest first.
func endingsOf(last string) []string {
	switch last {
	case "ا":
		return endingsInAlef
	case "م":
		return endingsInMim
	case "ن":
		return endingsInNun
	case "ت":
		return endingsInTe
	case "ه":
		return endingsInHe
	case "ي":
		return endingsInYe
	}
	return nil
}

// Tables, which the compiler would copy at each call if they were literals.
// Nothing writes to them.
var (
	endingsInAlef = []string{"هما", "كما", "ها", "نا", "ا"}
	endingsInMim  = []string{"هم", "كم"}
	endingsInNun  = []string{"تين", "تان", "هن", "ان", "ون", "ين"}
	endingsInTe   = []string{"ات"}
	endingsInHe   = []string{"يه", "ته", "ه"}
	endingsInYe   = []string{"تي", "ي"}
	prefixes      = []string{"وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال"}
)

// arabicRoot leaves the consonants of a stem, without a formative م or ت before
// three of them: مدارس and مدرسه both give درس. When fewer than three are left,
// the first letter stays whatever it is.
func arabicRoot(stem string) string {
	buf := appendConsonants(make([]byte, 0, 24), stem)
	if len(buf) >= 4*letter && (strings.HasPrefix(stem, "م") || strings.HasPrefix(stem, "ت")) {
		buf = buf[letter:]
	}
	if len(buf) >= 3*letter {
		return string(buf)
	}
	buf = appendConsonants(append(buf[:0], stem[:letter]...), stem[letter:])
	if len(buf) < 2*letter {
		return stem
	}
	return string(buf)
}

// appendConsonants appends stem without long vowels and hamza.
func appendConsonants(dst []byte, stem string) []byte {
	for _, r := range stem {
		switch r {
		case 'ا', 'و', 'ي', 'ء', 'ئ', 'ؤ':
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}
