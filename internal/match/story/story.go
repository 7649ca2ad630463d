package story

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Config says how stories are told apart; zero means the default.
type Config struct {
	Window time.Duration // without news for so long a story is over; 7 days
	Same   float64       // likeness from which an item tells a story, 0 to 1; 0.31
}

// Stories is what is known of all stories. It holds some hundred bytes a word of
// each story, and an item is compared with the stories that share one of its
// heaviest words. Not safe for use by several goroutines.
type Stories struct {
	cfg     Config
	ids     map[string]int32 // of stems
	seenIn  []float64        // by stem: items that have it
	with    [][]int32        // by stem: stories that have it
	stories []story
	items   float64
}

type story struct {
	weights map[int32]float64
	norm    float64 // squared
	items   int
	last    time.Time
	looked  float64 // the item that was compared with it last
}

type weighted struct {
	stem   int32
	weight float64
	name   bool
}

// New knows no story.
func New(cfg Config) *Stories {
	cfg.Window = cmp.Or(cfg.Window, 7*24*time.Hour)
	cfg.Same = cmp.Or(cfg.Same, same)
	return &Stories{cfg: cfg, ids: map[string]int32{}}
}

// Add puts an item into the story that it tells, or begins one, and returns the
// story's number, from 0.
func (s *Stories) Add(it Item) int {
	v := s.vector(terms(it.text()))
	n, score := s.nearest(v, it.Date)
	if n < 0 || score < s.cfg.Same {
		n = len(s.stories)
	}
	s.put(n, v, it.Date)
	return n
}

// Restore puts an item into the story that is known to be its own, so that what
// was derived once can be built again from a store in the order of arrival. n is
// the number of a known story, or the next one.
func (s *Stories) Restore(it Item, n int) {
	s.put(min(n, len(s.stories)), s.vector(terms(it.text())), it.Date)
}

const (
	same  = 0.31
	keep  = 80  // heaviest words of an item
	ask   = 24  // of these, whose stories are looked at
	prior = 200 // items that are taken to have come before the first
	mean  = 0.5 // share of the mean likeness in the whole

	fewNames  = 2   // from which an item without any name of the story
	strangers = 0.5 // tells another event of the same kind: this is left of the likeness
	someKnown = 0.7 // and this where less than a third of its names are the story's
)

// vector weighs terms by rarity and keeps the heaviest, to length one.
func (s *Stories) vector(list []term) []weighted {
	s.items++
	v := make([]weighted, 0, len(list))
	for _, t := range list {
		id := s.stem(t.stem)
		s.seenIn[id]++
		v = append(v, weighted{id, t.weight * math.Log((s.items+prior)/s.seenIn[id]), t.name() && !common[t.stem]})
	}
	slices.SortFunc(v, func(a, b weighted) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	v = v[:min(len(v), keep)]
	sum := 0.0
	for _, w := range v {
		sum += w.weight * w.weight
	}
	for i := range v {
		v[i].weight /= math.Sqrt(sum)
	}
	return v
}

// stem is the number of a stem.
func (s *Stories) stem(stem string) int32 {
	id, ok := s.ids[stem]
	if !ok {
		id = int32(len(s.seenIn))
		before := 0.0
		if common[stem] {
			before = commonItems
		}
		s.ids[stem], s.seenIn, s.with = id, append(s.seenIn, before), append(s.with, nil)
	}
	return id
}

// nearest is the story most like the item among those that share one of its
// heaviest words, -1 for none.
func (s *Stories) nearest(v []weighted, date time.Time) (best int, score float64) {
	best = -1
	for _, w := range v[:min(len(v), ask)] {
		for _, n := range s.with[w.stem] {
			st := &s.stories[n]
			if st.looked == s.items {
				continue
			}
			st.looked = s.items
			if !date.IsZero() && !st.last.IsZero() && date.Sub(st.last).Abs() > s.cfg.Window {
				continue
			}
			if l := st.like(v, date.IsZero()); l > score || l == score && int(n) < best {
				best, score = int(n), l
			}
		}
	}
	return best, score
}

// like is how like the story an item is, about 0 to 1. Without a date names must
// do what days do otherwise: keep apart two events of one kind, or of one great
// name.
func (st *story) like(v []weighted, undated bool) float64 {
	sum := 0.0
	names, known := 0, 0
	for _, w := range v {
		there := st.weights[w.stem]
		sum += w.weight * there
		if w.name {
			names++
			if there > 0 {
				known++
			}
		}
	}
	switch {
	case names < fewNames:
	case known == 0:
		sum *= strangers
	case undated && known*3 < names:
		sum *= someKnown
	}
	// Twice the mean, since two reports of one event share about half of what
	// each shares with the sum of all.
	return (1-mean)*sum/math.Sqrt(st.norm) + mean*2*sum/float64(st.items)
}

// put adds an item to a story, or as the first one of the next.
func (s *Stories) put(n int, v []weighted, date time.Time) {
	if n == len(s.stories) {
		s.stories = append(s.stories, story{weights: map[int32]float64{}})
	}
	st := &s.stories[n]
	for _, w := range v {
		old, ok := st.weights[w.stem]
		if !ok {
			s.with[w.stem] = append(s.with[w.stem], int32(n))
		}
		st.weights[w.stem] = old + w.weight
		st.norm += w.weight * (2*old + w.weight)
	}
	st.items++
	if st.last.Before(date) {
		st.last = date
	}
}
