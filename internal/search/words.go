package search

import (
	"slices"
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
	headline, body := indexWords(item.Headline), beside(item)
	terms := newTable(spaces(headline) + spaces(body) + 2)
	head, rest := terms.countAll(headline, 1, 0), terms.countAll(body, 0, 1)
	// A form that is its own stem is not written again: most of an English text.
	var s stems
	s.b.Grow(6 * len(terms.terms))
	keys := make([]uint64, len(terms.terms))
	for i := range terms.terms {
		keys[i] = s.entry(&terms.terms[i], item.Language, len(keys))
	}
	// The byline is clipped, or append could write into the item's own array.
	return dateline.SearchWords{
		Headline: headline,
		Body:     body,
		Stems:    strings.TrimPrefix(s.b.String(), " "),
		Byline:   indexWords(append(slices.Clip(item.Byline), item.CreditLine)...),
		Terms:    newVector(keys, head, rest),
	}
}

// indexWords are the index words of texts, in order.
func indexWords(texts ...string) string {
	size := 8
	for _, t := range texts {
		size += len(t) + 1
	}
	var b strings.Builder
	b.Grow(size)
	for _, t := range texts {
		lang.Forms(&b, t)
	}
	return b.String()
}

// beside are those of all text of an item but its headline and credit.
func beside(item *dateline.Item) string {
	texts := make([]string, 0, 3+len(item.Keywords)+len(item.Body))
	texts = append(texts, item.Standfirst, item.Slugline, item.Dateline.Place)
	texts = append(texts, item.Keywords...)
	for _, b := range item.Body {
		texts = append(texts, b.Plain())
	}
	return indexWords(texts...)
}

// spaces is one less than there are words: index words stand one space apart.
func spaces(words string) int { return strings.Count(words, " ") }

// A stems writes the stems and roots that are not forms or stems of themselves,
// each once.
type stems struct {
	b           strings.Builder
	stems, root *table // those that were written; nil until there is one
}

// entry writes the stem and the root of one of n terms and returns its entry in
// the vector.
func (s *stems) entry(t *term, language string, n int) uint64 {
	stem := lang.Stem(t.form, language)
	root := lang.Root(stem)
	// What newKey makes of the same word in a query, without hashing it up to three times.
	k := key{form: byte(t.hash)}
	h := t.hash
	if stem != t.form {
		h = s.once(&s.stems, n, stemMark, stem)
	}
	k.stem = byte(h)
	if root != stem {
		h = s.once(&s.root, n, rootMark, root)
	}
	k.root = h >> 8
	return k.entry(counts{head: int(t.head), body: int(t.body)})
}

// once writes a word with its mark unless it was written, and returns its hash.
func (s *stems) once(seen **table, n int, mark, word string) uint32 {
	if *seen == nil { // never, for roots of an English text
		*seen = newTable(n)
	}
	t, isNew := (*seen).place(word)
	if isNew {
		s.b.WriteByte(' ')
		s.b.WriteString(mark)
		s.b.WriteString(word)
	}
	return t.hash
}
