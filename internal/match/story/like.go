package story

import (
	"math"
	"time"
)

const (
	same = 0.31
	ask  = 24  // heaviest words of an item, whose stories are looked at
	mean = 0.5 // share of the mean likeness in the whole

	fewNames  = 2   // from which an item without any name of the story
	strangers = 0.5 // tells another event of the same kind: this is left of the likeness
	someKnown = 0.7 // and this where less than a third of its names are the story's
)

// nearest is the story most like the item among those that share one of its
// heaviest words, -1 when none is like it, and the others that are like it too.
func (s *Stories) nearest(v []weighted, date time.Time) (best int, also []int) {
	best = -1
	score := 0.0
	for _, w := range v[:min(len(v), ask)] {
		for _, n := range s.with[w.stem] {
			st := &s.stories[n]
			if st.items == 0 || st.looked == s.items || s.apart(date, st.last) {
				continue
			}
			st.looked = s.items
			l := st.like(v, date.IsZero())
			if l < s.cfg.Same {
				continue
			}
			also = append(also, int(n))
			if l > score || l == score && int(n) < best {
				best, score = int(n), l
			}
		}
	}
	return best, also
}

// apart reports whether two times are too far from each other for one story.
func (s *Stories) apart(a, b time.Time) bool {
	return !a.IsZero() && !b.IsZero() && a.Sub(b).Abs() > s.cfg.Window
}

// like is how like the story an item is, about 0 to 1. Without a date names must
// do what days do otherwise: keep apart two events of one kind, or of one great
// name.
func (st *story) like(v []weighted, undated bool) float64 {
	sum := 0.0
	names, known := 0, 0
	for _, w := range v {
		there := st.weights[w.stem]
		sum += float64(w.weight) * there
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
