package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is one word or quoted phrase of a query as typed.
type token struct {
	text   string
	field  string // lower case, without the colon; "" for none
	quoted bool
	minus  bool
}

// A lexer cuts a query into tokens.
type lexer struct {
	text string
	pos  int
}

const quotes = "\"“”„«»"

// next returns the next token.
func (l *lexer) next() (token, bool) {
	l.open()
	if l.pos >= len(l.text) {
		return token{}, false
	}
	var t token
	if l.text[l.pos] == '-' {
		l.pos++
		t.minus = l.pos < len(l.text) && !unicode.IsSpace(l.peek())
		if !t.minus {
			return l.next()
		}
	}
	l.open()
	if l.pos >= len(l.text) {
		return token{}, false
	}
	t.field = l.field()
	if strings.ContainsRune(quotes, l.peek()) && l.pos < len(l.text) {
		t.quoted = true
		t.text = l.quotation()
	} else {
		t.text = l.word()
	}
	// "(source:a OR source:b)": the bracket that closes is none of the id's.
	if t.field != "" && !t.quoted && !strings.Contains(t.text, "(") {
		t.text = strings.TrimRight(t.text, ")")
	}
	return t, true
}

// open passes over white space and over brackets before a token, which people put around what OR
// joins: it binds closer than anything else without them.
func (l *lexer) open() {
	l.pos = len(l.text) - len(strings.TrimLeftFunc(l.text[l.pos:], func(r rune) bool { return r == '(' || unicode.IsSpace(r) }))
}

// peek gives utf8.RuneError at the end, which is neither a space nor a quotation mark.
func (l *lexer) peek() rune {
	r, _ := utf8.DecodeRuneInString(l.text[l.pos:])
	return r
}

// field reads the name of a filter when one with a value stands here.
func (l *lexer) field() string {
	rest := l.text[l.pos:]
	i := strings.IndexByte(rest, ':')
	if i <= 0 || i+1 >= len(rest) {
		return ""
	}
	name := strings.ToLower(rest[:i])
	switch name {
	case "source", "lang", "by", "said", "after", "before":
	default:
		return ""
	}
	// A value is glued to its colon, as a word to its hyphen: "Source: Barid", pasted from a
	// page, is two words.
	if r, _ := utf8.DecodeRuneInString(rest[i+1:]); unicode.IsSpace(r) {
		return ""
	}
	l.pos += i + 1
	return name
}

// quotation reads up to the next quotation mark, or all that is left.
func (l *lexer) quotation() string {
	_, n := utf8.DecodeRuneInString(l.text[l.pos:])
	l.pos += n
	rest := l.text[l.pos:]
	// Any mark closes, whichever opened: „so“, ”so” and «so" are all typed.
	i := strings.IndexAny(rest, quotes)
	if i < 0 {
		l.pos = len(l.text)
		return rest
	}
	_, n = utf8.DecodeRuneInString(rest[i:])
	l.pos += i + n
	return rest[:i]
}

// word reads up to the next space or opening quotation mark. A straight mark
// between letters is part of a Hebrew abbreviation.
func (l *lexer) word() string {
	start, before := l.pos, ' '
	for l.pos < len(l.text) {
		r, n := utf8.DecodeRuneInString(l.text[l.pos:])
		if unicode.IsSpace(r) || strings.ContainsRune(quotes, r) && !l.inside(before, n) {
			break
		}
		before = r
		l.pos += n
	}
	return l.text[start:l.pos]
}

// inside reports whether the mark of n bytes here stands between two letters.
func (l *lexer) inside(before rune, n int) bool {
	after, _ := utf8.DecodeRuneInString(l.text[l.pos+n:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}
