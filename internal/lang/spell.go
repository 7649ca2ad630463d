package lang

import (
	"unicode"
	"unicode/utf8"
)

// A speller cuts a text into words of one script, in lower case. It passes over
// fields that no language has: addresses, names of files, code.
type speller struct {
	text   string
	script script
	pos    int
	field  int // where the field of pos ends
	buf    [longestWord]rune
	n      int // letters of buf that are the word
}

// longestWord is where a word is cut: what goes on is no language's.
const longestWord = 40

// word is valid until the next one.
func (s *speller) word() []rune { return s.buf[:s.n] }

// next moves to the next word.
func (s *speller) next() bool {
	s.n = 0
	for s.pos < len(s.text) {
		if s.pos >= s.field && !s.enter() {
			break
		}
		t, r, size := traitAt(s.text, s.pos)
		s.pos += size
		switch {
		case t.letter() && t.script() == s.script && r != tatweel:
			if s.n < longestWord {
				s.buf[s.n] = lower(r)
				s.n++
			}
		case t.class() == mark && r != zeroWidthNonJoiner || r == tatweel:
			// vowel signs and the like, which are mostly left out
		case s.n > 0:
			return true
		}
	}
	return s.n > 0
}

const (
	tatweel            = 'ـ'
	zeroWidthNonJoiner = 0x200C // between the parts of a Persian word
)

// enter goes to the next field that may be words.
func (s *speller) enter() bool {
	start, end := nextField(s.text, s.pos)
	s.pos, s.field = start, end+1 // with the space, which ends a word
	return start < end
}

// nextField returns where the first field from pos on that may be words begins
// and ends: at the text's end when there is none.
func nextField(text string, pos int) (start, end int) {
	for pos < len(text) {
		end, look := pos, false
		for end < len(text) && text[end] > ' ' {
			look = look || telling(text[end])
			end++
		}
		if end > pos && (!look || wordly(text[pos:end])) {
			return pos, end
		}
		pos = end + 1
	}
	return len(text), len(text)
}

// telling reports whether a field with that byte may be other than words: a bit
// each, since nearly all bytes of a text are asked about.
func telling(c byte) bool {
	const (
		low = 1<<'.' | 1<<'/' | 1<<'(' | 1<<':' | 1<<'<' | 1<<'=' | 1<<'>' |
			1<<'0' | 1<<'1' | 1<<'2' | 1<<'3' | 1<<'4' | 1<<'5' | 1<<'6' | 1<<'7' | 1<<'8' | 1<<'9'
		high = 1<<('@'-64) | 1<<('\\'-64) | 1<<('_'-64) | 1<<('{'-64) | 1<<('|'-64) | 1<<('}'-64)
	)
	switch c >> 6 {
	case 0:
		return uint64(low)>>c&1 != 0
	case 1:
		return uint64(high)>>(c-64)&1 != 0
	}
	return false
}

// wordly reports whether a field may be words of a language: it has no sign that
// only machines put there, or put between letters.
func wordly(field string) bool {
	for i := range len(field) {
		switch c := field[i]; {
		case !telling(c):
		case '0' <= c && c <= '9':
			if i > 0 && asciiLetter(field[i-1]) {
				return false
			}
		case c == ':' || c == '.' || c == '/' || c == '(':
			if joins(field, i) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// joins reports whether the sign at i has a letter before it, and a letter or a
// slash after it.
func joins(field string, i int) bool {
	return i > 0 && i+1 < len(field) && asciiLetter(field[i-1]) && (asciiLetter(field[i+1]) || field[i+1] == '/')
}

// asciiLetter is false for any byte of a longer rune: only signs between Latin letters
// tell an address.
func asciiLetter(c byte) bool { return c < utf8.RuneSelf && traits[c].letter() }

// lower is unicode.ToLower, quick where there is nothing to do. Three letters
// are what Turkish ones become when its text is taken for Latin-1; no other
// language of the table has them.
func lower(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z' || 0x0430 <= r && r <= 0x045F || 0x0600 <= r && r <= 0x06FF:
		return r
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	}
	switch r = unicode.ToLower(r); r {
	case 'ý':
		return 'ı'
	case 'þ':
		return 'ş'
	case 'ð':
		return 'ğ'
	}
	return r
}
