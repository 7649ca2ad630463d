package story

import (
	"cmp"
	"math"
	"slices"
	"time"
)

const (
	same = 0.31
	ask  = 24  // heaviest words of an item, whose stories are looked at
	mean = 0.5 // share of the mean likeness in the whole

	fewNames  = 2   // from which an item without any name of the story
	strangers = 0.5 // tells another event of the same kind: this is left of the likeness
	someKnown = 0.7 // and this where less than a third of its names are the story's

	// A brief text without a date has too few names for steps: what is left falls
	// from all to mostStrange as what its names weigh is less and less the story's,
	// from enoughKnown of it on. On random orders of the snippets pair F1 rises from
	// 81.0 to 81.9 by that.
	mostStrange = 0.7
	enoughKnown = 0.6

	// An item without a date is missing what the likeness was measured with: its
	// story is looked for a little lower, and that of a brief text, which shares few
	// words with anything once ordinary ones weigh less, lower still.
	undatedEase = 0.01
	briefEase   = 0.06

	// An item about as like four stories as one tells none of them: it is likeness
	// of another kind, one template, one trade or one great name, and its story
	// must be overCrowd times as like it as the fourth. In a made world where all
	// events are told in the same phrases BCubed rises from 6 to 79, on the claims
	// of fnc from 90.8 to 91.4; 1.6 to 1.8 times and four stories differ little.
	crowd     = 3
	overCrowd = 1.7

	// As long as there is no crowd to be told from, an item must be more like a
	// story: what is told in one template would all be one, and go on being one.
	// In such a world 1,500 items had 98,000 wrong pairs without this, 1,400 with
	// it; basil and ecbplus are as before, and from 0.25 on basil loses pairs.
	few    = crowd + 2 // stories in the item's script
	unsure = 0.2
)

// A liking is a story with how like it an item is.
type liking struct {
	story int
	score float64
}

// nearest is the story that the item tells, -1 when none is like it, and all
// that are like it.
func (s *Stories) nearest(m *member) (best int, also []int) {
	likings := s.likings(m)
	least := s.least(m)
	if len(likings) > crowd {
		least = max(least, likings[crowd].score*overCrowd)
	}
	best = -1
	for i, l := range likings {
		if l.score < least {
			break
		}
		if i == 0 {
			best = l.story
		}
		also = append(also, l.story)
	}
	return best, also
}

// least is from which likeness on an item tells a story.
func (s *Stories) least(m *member) float64 {
	least := s.cfg.Same
	switch {
	case !m.date.IsZero():
	case m.brief:
		least -= briefEase
	default:
		least -= undatedEase
	}
	if s.living[m.script] < few {
		least += unsure
	}
	return least
}

// leads is in how many items a word may be that still leads to stories. A commoner
// one led each of 10,000 items of a world of templates to thousands of stories,
// which cost 7 of 8.5 ms an item; what tells a story has rarer ones as well.
const leads = 250

// asked is how many stories are enough: those that share heavier words come first.
const asked = 100

// likings are, of the stories that share one of the item's heaviest words, those
// most like it, the first one most: enough to know whether they are a crowd.
func (s *Stories) likings(m *member) (list []liking) {
	s.desk.lay(m, len(s.seenIn))
	looked := 0
	for _, w := range m.vector[:min(len(m.vector), ask)] {
		if looked > asked {
			break
		}
		if s.seenIn[w.stem] > leads {
			continue
		}
		for _, n := range s.with[w.stem] {
			st := &s.stories[n]
			if st.items == 0 || st.looked == s.items || s.apart(m.date, st.last) {
				continue
			}
			st.looked = s.items
			looked++
			score := st.likeness(m, s.desk.shared(&st.weights, m))
			if len(list) <= crowd || score*accord >= list[crowd].score {
				list = placed(list, liking{int(n), score * st.agreed(m)})
			}
		}
	}
	s.desk.clear(m)
	return list
}

// placed puts a story where it stands among those that an item is most like.
func placed(list []liking, l liking) []liking {
	at, _ := slices.BinarySearchFunc(list, l, func(a, b liking) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.story, b.story))
	})
	list = slices.Insert(list, at, l)
	return list[:min(len(list), crowd+1)]
}

// apart reports whether two times are too far from each other for one story.
func (s *Stories) apart(a, b time.Time) bool {
	return !a.IsZero() && !b.IsZero() && a.Sub(b).Abs() > s.cfg.Window
}

// like is how like the story an item is, about 0 to 1.
func (st *story) like(m *member) float64 {
	return st.likeness(m, st.weights.shared(m)) * st.agreed(m)
}

// likeness is what the words of an item say of how like the story it is. Without
// a date names must do what days do otherwise: keep apart two events of one kind,
// or of one great name.
func (st *story) likeness(m *member, x shared) float64 {
	sum := x.sum
	undated := m.date.IsZero()
	switch {
	case m.names < fewNames:
	case undated && m.brief:
		sum *= mostStrange + (1-mostStrange)*min(1, x.named/m.named/enoughKnown)
	case x.names == 0:
		sum *= strangers
	case undated && x.names*3 < m.names:
		sum *= someKnown
	}
	// Twice the mean, since two reports of one event share about half of what
	// each shares with the sum of all.
	return (1-mean)*sum/math.Sqrt(st.norm) + mean*2*sum/float64(st.items)
}

// agreed is what the amounts of an item leave of its likeness. Before some items
// are known, two reports are just like enough: 62 of 200 orders of a press broke a
// story.
func (st *story) agreed(m *member) float64 {
	if m.number < young {
		return 1
	}
	return st.counted(m.amounts)
}
