package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

const (
	keep  = 80  // heaviest words of an item
	prior = 200 // items that are taken to have come before the first
)

// weighted is a word of an item: eight bytes, since stories keep those of their items,
// and of all that they hold these are two thirds.
type weighted struct {
	code   int32 // twice its stem, and one more for a name
	weight float32
}

func newWeighted(stem int32, weight float32, name bool) weighted {
	w := weighted{2 * stem, weight}
	if name {
		w.code++
	}
	return w
}

func (w weighted) stem() int32 { return w.code >> 1 }
func (w weighted) name() bool  { return w.code&1 != 0 }

// A word is a term of an item, by number.
type word struct {
	stem   int32
	weight float64 // in the item alone
	before float64 // items taken to have had it before any had come
	name   bool
}

// count counts the terms of an item in.
func (s *Stories) count(list []term, m *member) []word {
	words := make([]word, len(list))
	for i, t := range list {
		w := word{stem: s.stem(t.stem), weight: t.weight, name: t.name() && !common()[t.stem]}
		s.seenIn[w.stem][m.script]++
		if m.brief {
			w.before = prior * bands()[t.stem]
		}
		words[i] = w
	}
	return words
}

// weighWords weighs the words of an item by rarity and keeps the heaviest, to
// length one. Rare is what few texts of its script have: to the first Arabic item
// after fifty English ones every word would be, and the phrases of a template with
// them.
func (s *Stories) weighWords(words []word, m *member) {
	came := s.came[m.script] + prior
	type heavy struct {
		stem   int32
		weight float64
		name   bool
	}
	v := make([]heavy, len(words))
	for i, w := range words {
		v[i] = heavy{w.stem, w.weight * math.Log(float64(came)/(s.seenIn[w.stem][m.script]+w.before)), w.name}
	}
	// By stem where two weigh the same, so that the same words are kept each time.
	slices.SortFunc(v, func(a, b heavy) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	v = v[:min(len(v), keep)]
	sum := 0.0
	for _, w := range v {
		sum += w.weight * w.weight
	}
	m.vector = make([]weighted, len(v))
	for i, w := range v {
		m.vector[i] = newWeighted(w.stem, float32(w.weight/math.Sqrt(sum)), w.name)
	}
	m.names, m.named = namesOf(m.vector)
}

// stem is the number of a stem.
func (s *Stories) stem(stem string) int32 {
	id, ok := s.ids[stem]
	if !ok {
		id = int32(len(s.seenIn))
		before := 0.0
		if common()[stem] {
			before = commonItems
		}
		// A stem is cut from all words of its item, which it would hold on to.
		s.ids[strings.Clone(stem)], s.seenIn, s.with = id, append(s.seenIn, [2]float64{before, before}), append(s.with, nil)
	}
	return id
}
