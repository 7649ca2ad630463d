package story

import (
	"cmp"
	"math"
	"slices"
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
	// story is looked for lower, and that of a brief text, which shares few words
	// with anything once ordinary ones weigh less, lower still.
	undatedEase = 0.07
	briefEase   = 0.11

	// At first most items tell what no other one did, and their words seem rarer
	// than they are. Without days to go by that is asked for in likeness: 1.8 times
	// as much of the first item as of the four hundredth, 0.83 of the thousandth. It
	// foretold most, after the next constant, of 9,800 decisions in which all stories
	// before were known.
	early    = 400
	earliest = 20   // items taken to have come before
	settled  = 1000 // from which on it stays
	earlier  = 0.2

	// What another story is nearly as like is doubtful: an item must be clearly,
	// twice, as like its story as the next one, or be more like it in return. Beside
	// likeness itself that foretells most whether an item tells a story: over random
	// orders it raises BCubed of fnc from 90.5 to about 92, and pair F1 of the first
	// 1,500 items of a world of templates from 87.7 to 93.4. 0.6 to 1 and 1.6 to 2
	// times differ little.
	clearly  = 2.0
	doubtful = 0.7

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
	sum   float64 // of the products of weights
}

// nearest is the story that the item tells, -1 when none is like it, and all
// that are like it. No story is that has one of those items which tell another event.
func (s *Stories) nearest(m *member, apart []int) (best int, also []int) {
	likings := s.likings(m, apart)
	if len(likings) == 0 {
		return -1, nil
	}
	least, doubt := s.least(m), s.doubt(likings, m)
	over := least
	if len(likings) > crowd {
		over = max(least, likings[crowd].score*overCrowd)
	}
	bar := max(over, least*doubt)
	if m.date != 0 {
		bar = over * doubt // what has dates comes from wires, and these tell by templates
	}
	if likings[0].score < bar || s.headless(likings, m, least) {
		return -1, nil
	}
	for _, l := range likings {
		if l.score < over {
			break
		}
		also = append(also, l.story)
	}
	return likings[0].story, also
}

// doubt is how many times as like its story an item must be for the next one that
// it is like: 1 when that one is clearly less like it. Two stories that the item
// shows to be one raise no doubt; where there are dates they do until they are one,
// or each item from a template would make one story of two. But among the first
// items with dates the next story is most often a part of the same: with doubt 77
// of 200 orders of a press broke a story, 2 without it.
func (s *Stories) doubt(likings []liking, m *member) float64 {
	undated := m.date == 0
	if !undated && s.came[m.script] <= young {
		return 1
	}
	first := likings[0]
	for _, next := range likings[1:] {
		if next.score > 0 && !(undated && s.joined(first, next)) {
			return math.Pow(max(1, clearly*next.score/first.score), doubtful)
		}
	}
	return 1
}

// joined reports whether two stories are one, see one, when the first has the item
// that is like both.
func (s *Stories) joined(first, next liking) bool {
	a, b := &s.stories[first.story], &s.stories[next.story]
	with := story{norm: a.norm + 2*first.sum + 1, items: a.items + 1}
	pairs := float64(a.items) * float64(b.items)
	across := (between(a, b)*pairs + next.sum) / (pairs + float64(b.items))
	return across >= mergeFrom*math.Sqrt(with.closeness()*b.closeness())
}

// least is from which likeness on an item tells a story.
func (s *Stories) least(m *member) float64 {
	least := s.cfg.Same
	switch {
	case m.date != 0:
	case m.brief:
		least -= briefEase
	default:
		least -= undatedEase
	}
	if s.living[m.script] < few {
		least += unsure
	}
	if m.date == 0 {
		least *= math.Pow(float64(earliest+min(s.came[m.script], settled))/early, -earlier)
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
func (s *Stories) likings(m *member, apart []int) (list []liking) {
	s.asks++
	s.desk.lay(m, len(s.seenIn))
	looked := 0
	for _, w := range m.vector[:min(len(m.vector), ask)] {
		if looked > asked {
			break
		}
		if s.seenIn[w.stem()][m.script] > leads {
			continue
		}
		for _, n := range s.with[w.stem()] {
			st := &s.stories[n]
			// The second: it was looked at already for a heavier word.
			if st.items == 0 || st.asked == s.asks || s.apart(m.date, st.last) || st.hasAny(apart) {
				continue
			}
			st.asked = s.asks
			looked++
			x := s.desk.shared(st, m)
			score := st.likeness(m, x)
			// Facts can raise a likeness by no more, so one that falls short is not asked for them.
			if len(list) <= crowd || score*mostAgreed >= list[crowd].score {
				list = placed(list, liking{int(n), score * st.agreed(m), x.sum})
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
func (s *Stories) apart(a, b moment) bool {
	return a != 0 && b != 0 && (a.before(b, s.cfg.Window) || b.before(a, s.cfg.Window))
}

// hasAny reports whether one of some items is the story's, as far as it knows them.
func (st *story) hasAny(numbers []int) bool {
	return len(numbers) > 0 && slices.ContainsFunc(st.members(), func(f filed) bool { return slices.Contains(numbers, int(f.number)) })
}

// like is how like the story an item is, about 0 to 1.
func (st *story) like(m *member) float64 {
	return st.likeness(m, st.shared(m)) * st.agreed(m)
}

// likeness is what the words of an item say of how like the story it is. Without
// a date names must do what days do otherwise: keep apart two events of one kind,
// or of one great name.
func (st *story) likeness(m *member, x shared) float64 {
	sum := x.sum
	undated := m.date == 0
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

// agreed is what the facts of an item leave of its likeness. Before some items are
// known, two reports are just like enough: 62 of 200 orders of a press broke a
// story by amounts that clash.
func (st *story) agreed(m *member) float64 {
	amounts, facts := st.known()
	left := 1.0
	if m.number >= young {
		left = counted(amounts, m.amounts)
	}
	if m.date == 0 {
		left *= facts.agreed(m.facts, m.brief)
	}
	return left
}

// mostAgreed is the most that facts make of a likeness.
const mostAgreed = accord * sameNumber
