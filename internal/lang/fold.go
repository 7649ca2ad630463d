package lang

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the folded form of one word: compatibility forms, case, accents,
// vowel signs and the spelling variants of Arabic letters no longer matter, and
// digits of every script are 0-9. Folding a folded word changes nothing.
func Fold(word string) string {
	var buf [64]byte // longer words are no words
	return string(appendFold(buf[:0], word))
}

// appendFold appends the folded form of word to dst.
func appendFold(dst []byte, word string) []byte {
	start := len(dst)
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			dst = appendASCII(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if !simpleArabic(r) {
			return appendFoldSlow(dst[:start], word)
		}
		dst = appendArabic(dst, r)
		i += n
	}
	return dst
}

// appendASCII appends a letter in lower case, or a digit, and nothing else: a
// form must never hold what a store takes for an operator.
func appendASCII(dst []byte, c byte) []byte {
	switch {
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		return append(dst, c)
	case 'A' <= c && c <= 'Z':
		return append(dst, c+'a'-'A')
	}
	return dst
}

// simpleArabic reports whether r folds alone, without a look at its neighbours:
// true for nearly all Arabic text. Combining hamza and madda (U+0653 to U+0655)
// must be composed first.
func simpleArabic(r rune) bool {
	return 0x0620 <= r && r <= 0x0652 || 0x0656 <= r && r <= 0x06D3
}

// folds has the folds of runes that fold alone to at most one rune: 0 for what
// is dropped, notAlone for the others. It is built once; nothing writes to it
// afterwards.
var folds = newFolds()

const (
	foldsEnd = 0x0700
	notAlone = 0xFFFF
)

// newFolds asks Fold itself, rune by rune, so that the quick way cannot differ from it.
func newFolds() (t [foldsEnd]uint16) {
	for i := range t {
		t[i] = notAlone
		if r := rune(i); traits[i].class() == inWord && foldsAlone(r) || traits[i].class() == mark && simpleArabic(r) {
			if f := []rune(Fold(string(r))); len(f) == 0 {
				t[i] = 0
			} else if len(f) == 1 && f[0] < 0x800 {
				t[i] = uint16(f[0])
			}
		}
	}
	return t
}

// foldsAlone reports whether no letter or digit before or after r, and no mark
// that folds alone, changes its fold. The Arabic letters left out have a
// different one in words that need normalizing.
func foldsAlone(r rune) bool {
	return r < 0x0180 || 0x0400 <= r && r < 0x0482 || 0x05D0 <= r && r <= 0x05EA ||
		simpleArabic(r) && !(0x0675 <= r && r <= 0x0678)
}

// putShort writes a rune below U+0800 that folds has, nothing for 0, and returns
// how many bytes it took.
func putShort(dst []byte, r uint16) int {
	switch {
	case r == 0:
		return 0
	case r < utf8.RuneSelf:
		dst[0] = byte(r)
		return 1
	}
	dst[1], dst[0] = 0x80|byte(r&0x3F), 0xC0|byte(r>>6)
	return 2
}

// appendFoldSlow folds a word that needs Unicode's tables.
func appendFoldSlow(dst []byte, word string) []byte {
	for _, r := range norm.NFKC.String(word) {
		switch {
		case 0x0600 <= r && r <= 0x06FF:
			dst = appendArabic(dst, r)
		case r < utf8.RuneSelf:
			dst = appendASCII(dst, byte(r))
		default:
			dst = appendOther(dst, r)
		}
	}
	return dst
}

// appendArabic appends the fold of a rune of the Arabic block.
func appendArabic(dst []byte, r rune) []byte {
	switch {
	case 'ب' <= r && r <= 'و' && r != 'ة' && r != 'ـ': // most letters
		return utf8.AppendRune(dst, r)
	case r == 'أ' || r == 'إ' || r == 'آ' || r == 'ٱ':
		r = 'ا'
	case r == 'ى' || r == 'ی':
		r = 'ي'
	case r == 'ة' || r == 'ہ' || r == 'ۂ' || r == 'ۀ' || r == 'ۃ' || r == 'ە':
		r = 'ه'
	case r == 'ک':
		r = 'ك'
	case 0x0660 <= r && r <= 0x0669:
		return append(dst, '0'+byte(r-0x0660))
	case 0x06F0 <= r && r <= 0x06F9:
		return append(dst, '0'+byte(r-0x06F0))
	case arabicMark(r) || r == 'ـ' || !unicode.IsLetter(r):
		return dst
	}
	return utf8.AppendRune(dst, r)
}

// arabicMark reports whether r is a vowel sign or a sign of recitation.
func arabicMark(r rune) bool {
	return 0x064B <= r && r <= 0x065F || r == 0x0670 || 0x0610 <= r && r <= 0x061A || 0x06D6 <= r && r <= 0x06ED
}

// appendOther appends the fold of a rune outside ASCII and Arabic. Marks are
// dropped only from scripts whose readers leave them out when they type: those
// of Indic scripts are vowels.
func appendOther(dst []byte, r rune) []byte {
	r = unicode.ToLower(r)
	switch {
	case r == 'ё':
		return append(dst, "е"...)
	case foldedMark(r) || ignorable(r):
		return dst
	case unicode.Is(unicode.Latin, r) || unicode.Is(unicode.Greek, r):
		return appendBase(dst, r)
	case unicode.Is(unicode.Nd, r):
		return append(dst, digit(r))
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return utf8.AppendRune(dst, r)
	}
	return dst
}

// appendBase appends a letter without its accents.
func appendBase(dst []byte, r rune) []byte {
	var buf [utf8.UTFMax]byte
	for _, p := range string(norm.NFD.Append(nil, buf[:utf8.EncodeRune(buf[:], r)]...)) {
		if !unicode.Is(unicode.Mn, p) {
			dst = append(dst, plainLetter(p)...)
		}
	}
	return dst
}

// plainLetter returns what is typed for a letter where it is not on the keys.
func plainLetter(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'ς':
		return "σ"
	}
	return string(r)
}

// foldedMark reports whether r is an accent or a Hebrew point.
func foldedMark(r rune) bool {
	return 0x0300 <= r && r <= 0x036F || 0x0591 <= r && r <= 0x05C7
}

// ignorable reports whether r is written inside words but is no part of them:
// soft hyphen, joiners, and marks of direction.
func ignorable(r rune) bool {
	switch r {
	case 0x00AD, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x061C:
		return true
	}
	return 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 || 0xFE00 <= r && r <= 0xFE0F
}

// digit returns the ASCII digit of a decimal digit: those of every script stand
// in a row of ten.
func digit(r rune) byte {
	n := 0
	for n < 9 && unicode.Is(unicode.Nd, r-1) {
		r--
		n++
	}
	return '0' + byte(n)
}
