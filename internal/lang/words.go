package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is one word of a text.
type Word struct {
	Form       string // folded; never empty, letters and digits only
	Start, End int    // where it stands in the text, in bytes
}

// maxForm is the longest form in bytes: what is longer is no word of any
// language, and databases limit the words of an index.
const maxForm = 96

// Words cuts text into words and also returns their forms joined by single
// spaces, of which the forms are parts.
//
// A possessive is left off (Egypt's: egypt), an elided article is a word of its
// own (l'été: l, ete), other apostrophes vanish (don't: dont), letters with
// dots are one word (U.S.: us), and an ideograph is a word.
func Words(text string) (joined string, words []Word) {
	var b strings.Builder
	b.Grow(len(text) + 8)
	words = make([]Word, 0, len(text)/7+4)
	scratch := make([]byte, 0, 2*maxForm)
	for s := (scanner{text: text}); s.next(); {
		scratch = cut(appendFold(scratch[:0], text[s.start:s.end]))
		if len(scratch) == 0 { // nothing but marks
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.Write(scratch)
		// What a Builder holds never changes, so a form may be cut from it early.
		words = append(words, Word{Form: b.String()[start:], Start: s.start, End: s.end})
	}
	return b.String(), words
}

// cut shortens a form at a rune's boundary.
func cut(form []byte) []byte {
	if len(form) <= maxForm {
		return form
	}
	end := maxForm
	for !utf8.RuneStart(form[end]) {
		end--
	}
	return form[:end]
}

// A scanner finds where words begin and end.
type scanner struct {
	text       string
	start, end int
	pos        int
}

// next moves to the next word.
func (s *scanner) next() bool {
	for s.pos < len(s.text) {
		kind, n := classify(s.text[s.pos:])
		if kind == inWord || kind == alone {
			s.start = s.pos
			if kind == alone {
				s.pos += n
			} else {
				s.pos = s.wordEnd(s.pos + n)
			}
			if s.end <= s.start {
				s.end = s.pos
			}
			return true
		}
		s.pos += n
	}
	return false
}

// wordEnd returns where scanning goes on after the word whose first rune ends
// at i, and sets s.end when the word ends before that.
func (s *scanner) wordEnd(i int) int {
	if end := acronym(s.text, s.start, i); end > i {
		return end
	}
	for i < len(s.text) {
		kind, n := classify(s.text[i:])
		switch kind {
		case inWord, mark:
			i += n
			continue
		case apostrophe:
			rest := s.text[i+n:]
			if k := possessive(rest); k > 0 {
				s.end = i
				return i + n + k
			}
			if after, m := classify(rest); after == inWord && !elided(s.text[s.start:i]) {
				i += n + m
				continue
			}
		}
		break
	}
	return i
}

// possessive returns the length of the s that follows an apostrophe and ends a
// word, else 0.
func possessive(rest string) int {
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return 0
	}
	if kind, _ := classify(rest[1:]); kind == inWord || kind == mark {
		return 0
	}
	return 1
}

// elided reports whether what stands before an apostrophe is a word of its own.
func elided(word string) bool {
	if len(word) == 1 {
		return strings.Contains("lLdDjJmMnNtTcC", word)
	}
	return strings.EqualFold(word, "qu")
}

// acronym returns where a row of at least two single letters with dots ends
// (U.S., أ.ف.ب), else 0. The first letter stands at start and ends at i.
func acronym(text string, start, i int) int {
	if i >= len(text) || text[i] != '.' || !letterAt(text, start) {
		return 0
	}
	end := 0
	for i < len(text) && text[i] == '.' && letterAt(text, i+1) {
		_, n := utf8.DecodeRuneInString(text[i+1:])
		next := i + 1 + n
		if kind, _ := classify(text[next:]); kind == inWord || kind == mark {
			return 0 // a longer word: "e.g. p.example"
		}
		i, end = next, next
	}
	return end
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// A class says what a rune is to a scanner.
type class byte

const (
	between    class = iota // no part of a word
	inWord                  // a letter or digit
	alone                   // an ideograph: a word by itself
	mark                    // goes on with a word, begins none
	apostrophe              // depends on what follows
)

// classify returns the class and the length of the first rune of text.
func classify(text string) (class, int) {
	if text == "" {
		return between, 0
	}
	c := text[0]
	switch {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		return inWord, 1
	case c == '\'':
		return apostrophe, 1
	case c < utf8.RuneSelf:
		return between, 1
	}
	r, n := utf8.DecodeRuneInString(text)
	if 0x0620 <= r && r <= 0x064A || 0x066E <= r && r <= 0x06D3 && r != 0x0670 {
		return inWord, n // most letters of Arabic text
	}
	return classifyRune(r), n
}

func classifyRune(r rune) class {
	switch {
	case r == '’':
		return apostrophe
	case unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r):
		return alone
	case unicode.IsLetter(r) || unicode.Is(unicode.Nd, r):
		return inWord
	case unicode.IsMark(r) || ignorable(r):
		return mark
	}
	return between
}
