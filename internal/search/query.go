package search

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
)

// A Query is what a reader asks for: all of the Terms, none of Not, within the
// filters. The zero Query asks for everything.
type Query struct {
	Terms []Term
	Not   []Term
	By    []dateline.Clause // by:, each in byline or credit
	NotBy []dateline.Phrase // -by:
	// Said is said:, the names of who spoke, as typed: of each list somebody bears
	// any name. With one, Terms are looked for in what they said; Run does not know
	// of it, for an index of words does not tell whose they are.
	Said      [][]string
	Sources   []dateline.SourceID // source:, any of them
	Languages []string            // lang:, any of them
	After     time.Time           // after:, inclusive; also -before:
	Before    time.Time           // before:, exclusive; also -after:

	NotSources   []dateline.SourceID // -source:
	NotLanguages []string            // -lang:
}

// IsZero reports whether nothing is asked for.
func (q *Query) IsZero() bool {
	return len(q.Terms)+len(q.Not)+len(q.By)+len(q.NotBy)+len(q.Said)+len(q.Sources)+len(q.Languages)+
		len(q.NotSources)+len(q.NotLanguages) == 0 && q.After.IsZero() && q.Before.IsZero()
}

// A Term is met by any of its choices.
type Term []Choice

// A Choice is index words in a row. A single word that was not quoted also
// meets its inflections.
type Choice struct {
	Words  []string
	Quoted bool
}

const (
	longestQuery = 2000 // bytes; what follows is ignored
	mostTerms    = 32
)

// Parse reads a query. It never fails: what cannot be read as the language says
// is taken for plain words.
//
//	word word         all words, in any inflection
//	"in a row"        exactly so; “these”, «these» and an unclosed one too
//	-word  -"phrase"  not with this; a hyphen with a space behind it means nothing
//	word OR word      any of them
//	covid-19          words joined by a sign stand in a row
//	source:id lang:ar by:name  after:2025 before:2025-07 after:2025-07-22
//	source:a OR source:b   from either; so for all filters of one kind, and for
//	                       source: and lang: without the OR as well
//	-source:id        not from there; so for lang:, by:, after: and before:
//	said:name word    said by somebody of that name, with the word
//
// Days begin in zone.
func Parse(text string, zone *time.Location) Query {
	p := parser{lexer: lexer{text: head(text, longestQuery)}, zone: zone}
	for {
		t, ok := p.lexer.next()
		if !ok {
			break
		}
		p.take(t)
	}
	p.flushOr()
	p.query.Terms = joinNames(p.query.Terms)
	return p.query
}

// head cuts text at a rune's boundary.
func head(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// A parser turns tokens into a query.
type parser struct {
	lexer lexer
	zone  *time.Location
	query Query
	or    bool // the next term is another choice of the last one
	// filtered is the field of the last token, "" when it was no filter; either is
	// that of a filter with an OR behind it, which joins the next one of that field.
	filtered, either string
}

// take knows OR in capitals alone; "or" is a word like any other, and so is an OR that
// nothing stands before, as in a headline typed in capitals.
func (p *parser) take(t token) {
	if t.text == "OR" && !t.quoted && !t.minus && t.field == "" {
		if p.filtered != "" {
			p.either = p.filtered
			return
		}
		if len(p.query.Terms) > 0 && !p.or {
			p.or = true
			return
		}
	}
	or := !t.minus && t.field != "" && t.field == p.either
	p.filtered, p.either = "", ""
	if t.field != "" && (t.minus && p.exclusion(t) || !t.minus && p.filter(t, or)) {
		if !t.minus {
			p.filtered = t.field
		}
		return
	}
	if t.field != "" {
		// No filter after all. Behind a hyphen it stays in a row: left out are items with
		// "lang:klingon", not all that have either word.
		t.text = t.field + ":" + t.text
		t.quoted = t.quoted || t.minus
	}
	for i, c := range choices(t) {
		p.add(c, t.minus, p.or && i == 0)
	}
}

// add keeps one more choice.
func (p *parser) add(c Choice, not, or bool) {
	terms := &p.query.Terms
	if not {
		terms = &p.query.Not
	}
	switch {
	case or && !not && len(*terms) > 0:
		last := &(*terms)[len(*terms)-1]
		*last = append(*last, c)
		p.or = false
	case len(*terms) < mostTerms:
		*terms = append(*terms, Term{c})
	}
}

// flushOr gives back an OR that nothing followed: it was a word.
func (p *parser) flushOr() {
	if p.or {
		p.add(Choice{Words: []string{"or"}}, false, false)
	}
}

// choices cuts a token into what must stand in a row.
func choices(t token) []Choice {
	parts := []string{t.text}
	if !t.quoted {
		// Signs that part words. Those that join them, as in covid-19, stay, and make a row.
		parts = strings.FieldsFunc(t.text, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune(",;،؛()[]{}/|…", r)
		})
	}
	var out []Choice
	for _, part := range parts {
		if forms := forms(part); len(forms) > 0 {
			out = append(out, Choice{Words: forms, Quoted: t.quoted})
		}
	}
	return out
}

// forms are the words of a text as the index has them, folded, so that a query is never
// compared with what an editor typed.
func forms(text string) []string {
	_, words := lang.Words(text)
	forms := make([]string, len(words))
	for i, w := range words {
		forms[i] = w.Form
	}
	return forms
}
