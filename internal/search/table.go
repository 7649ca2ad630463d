package search

import "strings"

// A term is a word with how often it stands in an item.
type term struct {
	form       string
	hash       uint32
	head, body uint16
}

// A table holds the different words of an item in the order in which they come.
// It takes a fifth less CPU than a map.
type table struct {
	slots []int32 // 1 + place among terms, 0 for a free slot; a power of two of them
	terms []term
}

// newTable makes a table for up to n words; it does not grow. Of the words of a
// text about two thirds are different.
func newTable(n int) *table {
	size := 16
	// A fifth of the slots stays free, or the search for a new word would never come to an end.
	for size <= n+n/4 {
		size *= 2
	}
	return &table{slots: make([]int32, size), terms: make([]term, 0, n*2/3)}
}

// place returns the term of a word, and whether it is new. The term may be used
// until the next word is placed.
func (t *table) place(word string) (at *term, isNew bool) {
	h := hash(word)
	mask := uint32(len(t.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		n := t.slots[i]
		if n == 0 {
			t.terms = append(t.terms, term{form: word, hash: h})
			t.slots[i] = int32(len(t.terms))
			return &t.terms[len(t.terms)-1], true
		}
		if known := &t.terms[n-1]; known.hash == h && known.form == word {
			return known, false
		}
	}
}

// countAll counts words separated by single spaces and returns how many they
// are. Counts stop where uint16 ends, far beyond what a vector tells apart.
func (t *table) countAll(words string, head, body uint16) (n int) {
	for words != "" {
		word, rest, _ := strings.Cut(words, " ")
		words = rest
		at, _ := t.place(word)
		at.head = max(at.head, at.head+head)
		at.body = max(at.body, at.body+body)
		n++
	}
	return n
}
