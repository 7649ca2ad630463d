package search

import (
	"strings"

	"dateline"
	"dateline/internal/lang"
)

// Marks before stems and roots in the index. They are letters, so that every
// store takes the whole for one word, and no form of a news text begins so.
const (
	stemMark = "ƨ"
	rootMark = "ƍ"
)

// Words returns what an item is found by.
func Words(item *dateline.Item) dateline.SearchWords {
	headline, head := lang.Words(item.Headline)
	body, rest := lang.Words(beside(item))
	byline, _ := lang.Words(strings.Join(item.Byline, "\n") + "\n" + item.CreditLine)
	terms := count(head, rest)
	stems := make([]string, 0, len(terms))
	seen := map[string]bool{}
	add := func(mark, word string) {
		if w := mark + word; !seen[w] {
			seen[w] = true
			stems = append(stems, w)
		}
	}
	for i := range terms {
		t := &terms[i]
		t.stem = lang.Stem(t.form, item.Language)
		t.root = lang.Root(t.stem)
		if t.stem != t.form {
			add(stemMark, t.stem)
		}
		if t.root != t.stem {
			add(rootMark, t.root)
		}
	}
	return dateline.SearchWords{
		Headline: headline,
		Body:     body,
		Stems:    strings.Join(stems, " "),
		Byline:   byline,
		Terms:    newVector(terms, len(head), len(rest)),
	}
}

// beside is all text of an item but its headline and credit.
func beside(item *dateline.Item) string {
	parts := append([]string{item.Standfirst, item.Slugline, item.Dateline.Place}, item.Keywords...)
	return strings.Join(append(parts, item.Text()), "\n")
}

// A term is one form of an item with how often it stands there.
type term struct {
	form, stem, root string
	head, body       int
}

// count counts the forms of headline and body.
func count(head, body []lang.Word) []term {
	place := make(map[string]int, len(head)+len(body)/2)
	terms := make([]term, 0, len(head)+len(body)/2)
	at := func(form string) *term {
		i, found := place[form]
		if !found {
			i = len(terms)
			place[form] = i
			terms = append(terms, term{form: form})
		}
		return &terms[i]
	}
	for _, w := range head {
		at(w.Form).head++
	}
	for _, w := range body {
		at(w.Form).body++
	}
	return terms
}
