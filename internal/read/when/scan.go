package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/read/clean"
)

// A token is a number, a word or one other character.
type token struct {
	text   string // words folded, numbers in ASCII digits
	num    int    // -1 for what is no number
	glued  bool   // no white space before it
	digits int
}

// scan splits a text into tokens. Digits of all scripts become ASCII, words
// lose case, vowel signs and the spellings that Arabic uses side by side.
func scan(s string) []token {
	s = clean.Letters(s)
	// As many as a line with a date has.
	tokens := make([]token, 0, 16)
	var room [32]rune
	word := room[:0]
	kind := 'x' // x none, n number, w word, p other
	glued, space := false, true
	from, same := 0, true // where the word stands, and that it is written as tokens are
	flush := func(end int) {
		switch {
		case len(word) == 0:
		case same:
			tokens = append(tokens, newToken(s[from:end], kind, glued))
		default:
			tokens = append(tokens, newToken(string(word), kind, glued))
		}
		word, kind = word[:0], 'x'
	}
	for i, r := range s {
		was := r
		k := 'p'
		switch {
		case arabicLetter(r):
			k = 'w'
		case unicode.IsSpace(r):
			flush(i)
			space = true
			continue
		// Vowel signs and marks of direction stand inside numbers and names of months.
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == 'ـ':
			same = false
			continue
		case isDigit(r):
			k, r = 'n', digit(r)
		case unicode.IsLetter(r):
			k = 'w'
		}
		if k != kind || k == 'p' {
			flush(i)
			kind, glued, space = k, !space, false
			from, same = i, true
		}
		r = foldRune(r)
		word, same = append(word, r), same && r == was && r != utf8.RuneError // a stray byte is read as one
	}
	flush(len(s))
	return tokens
}

// arabicLetter reports the letters of Arabic, so that Unicode's tables are not
// searched for each of them.
func arabicLetter(r rune) bool { return r >= 'ء' && r <= 'غ' || r >= 'ف' && r <= 'ي' }

// isDigit reports a decimal digit of any script.
func isDigit(r rune) bool {
	if r < 0x80 || arabicLetter(r) {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r)
}

// newToken makes a token of what scan has put together. Of more than nine digits only the
// text is kept: they are ids and moments without a sign between, which compact reads.
func newToken(s string, kind rune, glued bool) token {
	t := token{text: s, num: -1, glued: glued}
	if kind == 'n' {
		t.digits = len(s)
		if len(s) <= 9 {
			t.num = 0
			for i := range len(s) {
				t.num = t.num*10 + int(s[i]-'0')
			}
		}
	}
	return t
}

// digit is the ASCII form of a decimal digit of any script: the digits of each
// script are ten code points in a row.
func digit(r rune) rune {
	switch {
	case r >= '0' && r <= '9':
		return r
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	}
	first := r
	for unicode.IsDigit(first-1) && r-first < 9 {
		first--
	}
	return '0' + (r - first)
}

// foldRune is the letter that tokens are compared by, and that the lists of this package
// are written in: hamza loses its seat, so that «دقائق» is «دقايق».
func foldRune(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ئ':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ة':
		return 'ه'
	case '–', '—', '−', '‐', '‑':
		return '-'
	case '،', '٫':
		return ','
	case '：':
		return ':'
	}
	return unicode.ToLower(r)
}

// isMark reports a token that is one of the signs, all of them ASCII after scan.
func isMark(t token, marks string) bool {
	return t.num < 0 && len(t.text) == 1 && strings.Contains(marks, t.text)
}
