package lang

import (
	"slices"
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
// dots are one word (U.S.: us), and an ideograph is a word. Particles that Arabic
// writes as one with a number are left off (و90: 90).
func Words(text string) (joined string, words []Word) {
	var b strings.Builder
	b.Grow(len(text) + 8)
	words = make([]Word, 0, strings.Count(text, " ")*9/8+8) // most words have a space before them
	for s := newScanner(text); s.next(); {
		if s.n == 0 { // nothing but marks
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.Write(s.form())
		// What a Builder holds never changes, so a form may be cut from it early.
		words = append(words, Word{Form: b.String()[start:], Start: s.start, End: s.end})
	}
	return b.String(), words
}

// Forms writes the forms of the words of a text, as Words cuts them, each with a
// space before it but for what comes first in b. It takes a third of the memory
// of Words, for those who need no more.
func Forms(b *strings.Builder, text string) {
	for s := newScanner(text); s.next(); {
		if s.n == 0 { // nothing but marks
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(s.form())
	}
}

// Folded is a text as the forms of its words, a space between them: neither spelling nor
// signs matter when it is compared.
func Folded(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	Forms(&b, text)
	return b.String()
}

// A scanner finds where words begin and end, and folds them.
type scanner struct {
	text       string
	start, end int // of the word
	pos        int
	buf        []byte
	n          int // bytes of buf that are the word's form
}

// newScanner has room for a form before it is cut to maxForm; of a longer word take makes
// the buffer grow.
func newScanner(text string) *scanner {
	return &scanner{text: text, buf: make([]byte, 2*maxForm)}
}

// form is the folded form of the word, until the next one.
func (s *scanner) form() []byte { return s.buf[:s.n] }

// next moves to the next word.
func (s *scanner) next() bool {
	for s.pos < len(s.text) {
		if c := s.text[s.pos]; c < utf8.RuneSelf && traits[c].class() != inWord {
			s.pos++
			continue
		}
		t, _, n := traitAt(s.text, s.pos)
		switch {
		case t.class() == inWord:
			if !s.plain() {
				s.word(n)
			}
			s.number()
			return true
		case t.class() == alone:
			s.take(s.pos, s.pos+n)
			s.pos += n
			return true
		}
		s.pos += n
	}
	return false
}

// plain takes the word at pos if all its runes fold alone and a separator ends
// it, as in nearly every word, in one go. Otherwise it takes nothing.
func (s *scanner) plain() bool {
	text, i, n := s.text, s.pos, 0
	for i < len(text) && n < maxForm-1 {
		c := text[i]
		if c < utf8.RuneSelf {
			if folds[c] == notAlone {
				break
			}
			s.buf[n] = byte(folds[c])
			n++
			i++
			continue
		}
		r, ok := twoBytes(text, i)
		if !ok || r >= foldsEnd || folds[r] == notAlone {
			break
		}
		n += putShort(s.buf[n:], folds[r])
		i += 2
	}
	if i < len(text) && !s.ends(i) || n >= maxForm-1 {
		return false
	}
	s.start, s.end, s.pos, s.n = s.pos, i, i, n
	return true
}

// ends reports whether what stands at i ends the word at pos whatever follows: a
// dot may make a single letter part of U.S.
func (s *scanner) ends(i int) bool {
	if c := s.text[i]; c < utf8.RuneSelf {
		return traits[c].class() == between && (c != '.' || i-s.pos > letter)
	}
	t, _, _ := traitAt(s.text, i)
	return t.class() == between
}

// number leaves off the particles before a number. One letter may also be the
// name of what is numbered (the vitamin «ب12»): a preposition goes only where a
// tatweel parts it («بـ90»), a conjunction and the article always.
func (s *scanner) number() {
	if s.n <= letter || !isDigit(s.buf[s.n-1]) || s.buf[0] < utf8.RuneSelf { // nearly all words
		return
	}
	text := s.text[s.start:s.end]
	at, n := strings.IndexFunc(text, unicode.IsDigit), slices.IndexFunc(s.buf[:s.n], isDigit)
	if at < 0 || slices.ContainsFunc(s.buf[n:s.n], func(c byte) bool { return !isDigit(c) }) {
		return
	}
	switch strings.TrimPrefix(strings.TrimPrefix(string(s.buf[:n]), "و"), "ف") {
	case "", "ال", "بال", "كال", "لل":
	case "ب", "ك", "ل":
		if !strings.Contains(text, "ـ") {
			return
		}
	default:
		return
	}
	s.start, s.n = s.start+at, copy(s.buf, s.buf[n:s.n])
}

// isDigit is enough for forms, in which the digits of all scripts are folded.
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// word takes the word at pos, whose first rune has n bytes, by all the rules.
func (s *scanner) word(n int) {
	s.start, s.end = s.pos, 0
	s.pos = s.wordEnd(s.pos + n)
	if s.end == 0 {
		s.end = s.pos
	}
	s.take(s.start, s.end)
}

// take makes a piece of the text the word, its form cut at a rune's boundary.
func (s *scanner) take(start, end int) {
	s.start, s.end = start, end
	s.buf = appendFold(s.buf[:0], s.text[start:end])
	s.n = min(len(s.buf), maxForm)
	for s.n < len(s.buf) && !utf8.RuneStart(s.buf[s.n]) {
		s.n--
	}
	s.buf = s.buf[:cap(s.buf)]
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

// letterAt is false at the text's end.
func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// classify returns the class and the length of the first rune of text.
func classify(text string) (class, int) {
	if text == "" {
		return between, 0
	}
	t, _, n := traitAt(text, 0)
	return t.class(), n
}
