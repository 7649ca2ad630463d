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

// weighted is a word of an item: twelve bytes, since stories keep those of
// their items.
type weighted struct {
	stem   int32
	weight float32
	name   bool
}

// vector weighs the terms of an item by rarity and keeps the heaviest, to length
// one. Rare is what few texts of its script have: to the first Arabic item after
// fifty English ones every word would be, and the phrases of a template with them.
func (s *Stories) vector(list []term, m *member) []weighted {
	came := float64(s.came[m.script])
	type heavy struct {
		stem   int32
		weight float64
		name   bool
	}
	v := make([]heavy, 0, len(list))
	for _, t := range list {
		id := s.stem(t.stem)
		s.seenIn[id][m.script]++
		seen := s.seenIn[id][m.script]
		if m.brief {
			seen += prior * bands()[t.stem]
		}
		v = append(v, heavy{id, t.weight * math.Log((came+prior)/seen), t.name() && !common()[t.stem]})
	}
	slices.SortFunc(v, func(a, b heavy) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	v = v[:min(len(v), keep)]
	sum := 0.0
	for _, w := range v {
		sum += w.weight * w.weight
	}
	out := make([]weighted, len(v))
	for i, w := range v {
		out[i] = weighted{w.stem, float32(w.weight / math.Sqrt(sum)), w.name}
	}
	return out
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
