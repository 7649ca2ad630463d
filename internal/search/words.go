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
	for i := range terms {
		terms[i].stem = lang.Stem(terms[i].form, item.Language)
		terms[i].root = lang.Root(terms[i].stem)
	}
	return dateline.SearchWords{
		Headline: headline,
		Body:     body,
		Stems:    stems(terms),
		Byline:   byline,
		Terms:    newVector(terms, len(head), len(rest)),
	}
}

// stems writes the stems and roots that are not forms or stems of themselves,
// each once.
func stems(terms []term) string {
	var b strings.Builder
	b.Grow(6 * len(terms))
	writeOnce(&b, terms, stemMark, func(t *term) (word, sameAs string) { return t.stem, t.form })
	writeOnce(&b, terms, rootMark, func(t *term) (word, sameAs string) { return t.root, t.stem })
	return strings.TrimPrefix(b.String(), " ")
}

// writeOnce writes the words that of makes of terms, marked, unless one is the
// same as what is in the index anyway.
func writeOnce(b *strings.Builder, terms []term, mark string, of func(*term) (word, sameAs string)) {
	var seen *table
	for i := range terms {
		word, sameAs := of(&terms[i])
		if word == sameAs {
			continue
		}
		if seen == nil { // never, for roots of an English text
			seen = newTable(len(terms))
		}
		if _, isNew := seen.place(word); isNew {
			b.WriteByte(' ')
			b.WriteString(mark)
			b.WriteString(word)
		}
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
	forms := newTable(len(head) + len(body))
	terms := make([]term, 0, (len(head)+len(body))*2/3)
	at := func(form string) *term {
		i, isNew := forms.place(form)
		if isNew {
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

// A table numbers words in the order in which they come. For the words of an
// item it takes a fifth less CPU than a map.
type table struct {
	slots []int32 // 1 + number, 0 for a free slot; a power of two of them
	words []string
}

// newTable makes a table for up to n words; it does not grow.
func newTable(n int) *table {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &table{slots: make([]int32, size), words: make([]string, 0, n)}
}

// place returns the number of a word, and whether it has just been given one.
func (t *table) place(word string) (n int, isNew bool) {
	mask := uint32(len(t.slots) - 1)
	for i := hash(word) & mask; ; i = (i + 1) & mask {
		switch n := t.slots[i]; {
		case n == 0:
			t.words = append(t.words, word)
			t.slots[i] = int32(len(t.words))
			return len(t.words) - 1, true
		case t.words[n-1] == word:
			return int(n - 1), false
		}
	}
}
