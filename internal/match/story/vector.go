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
	code   int32 // its stem in steps of codes, and what it is
	weight float32
}

// What a word is.
const (
	aName  = 1
	inHead = 2 // of the headline
	codes  = 4
)

func newWeighted(stem int32, weight float32, name bool) weighted {
	w := weighted{codes * stem, weight}
	if name {
		w.code |= aName
	}
	return w
}

func (w weighted) stem() int32 { return w.code / codes }
func (w weighted) name() bool  { return w.code&aName != 0 }
func (w weighted) head() bool  { return w.code&inHead != 0 }

// heavier is by stem where two weigh the same, so that the order is the same each time.
func heavier(a, b weighted) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem(), b.stem()))
}

// A word is a term of an item, by number.
type word struct {
	stem   int32
	weight float64 // in the item alone
	before float64 // items taken to have had it before any had come
	name   bool
	head   bool // in the headline
}

// count counts the terms of an item in.
func (s *Stories) count(list []term, m *member) []word {
	words := make([]word, len(list))
	for i, t := range list {
		w := word{stem: s.stem(t.stem), weight: t.weight, name: t.name() && !common()[t.stem]}
		s.see(w.stem, m.script)
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
	v := slices.Clone(words)
	for i, w := range words {
		v[i].weight *= math.Log(float64(came) / (float64(s.seenIn[w.stem][m.script]) + w.before))
	}
	// By stem where two weigh the same, so that the same words are kept each time.
	slices.SortFunc(v, func(a, b word) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	v = v[:min(len(v), keep)]
	sum := 0.0
	for _, w := range v {
		sum += w.weight * w.weight
	}
	m.vector = make([]weighted, len(v))
	for i, w := range v {
		m.vector[i] = newWeighted(w.stem, inUnits(w.weight/math.Sqrt(sum)), w.name)
		if w.head {
			m.vector[i].code |= inHead
		}
	}
	slices.SortFunc(m.vector, heavier) // what weighed nearly the same may weigh the same now
	m.names, m.named = namesOf(m.vector)
}

// stem is the number of a stem.
func (s *Stories) stem(stem string) int32 {
	id, ok := s.ids[stem]
	if !ok {
		id = int32(len(s.seenIn))
		before := int32(0)
		if common()[stem] {
			before = commonItems
		}
		// A stem is cut from all words of its item, which it would hold on to.
		s.ids[strings.Clone(stem)], s.seenIn, s.with = id, append(s.seenIn, [2]int32{before, before}), append(s.with, nil)
	}
	return id
}

// see counts an item that has a word. One that so many have leads to stories no more.
func (s *Stories) see(stem int32, script script) {
	s.seenIn[stem][script]++
	if s.seenIn[stem][script] == leads+1 {
		s.with[stem] = slices.Clip(slices.DeleteFunc(s.with[stem], func(n int32) bool { return s.stories[n].script == script }))
	}
}
