package story

import (
	"math"
	"slices"
)

// A Change is what a later item showed of stories. Answers given before it stay
// as they were; whoever keeps them moves the items.
type Change struct {
	Kind  ChangeKind
	Story int   // the one that keeps its number: the older, and of a split the greater part
	Other int   // merged: the number that is not used again; split: the new one
	Items []int // split: the items that are Other's now, by order of arrival, from 0
}

// A ChangeKind says which way items moved.
type ChangeKind string

// The kinds of change.
const (
	Merged ChangeKind = "merged" // all items of Other are Story's
	Split  ChangeKind = "split"  // some items of Story are Other's
)

// Changes are those since it was asked last, in order.
func (s *Stories) Changes() []Change {
	out := s.changes
	s.changes = nil
	return out
}

const (
	// mergeFrom is the share of their own closeness that two stories must have
	// with each other to be one, splitBelow that under which one is two. Measured
	// against each story's own closeness one figure serves dense stories, which
	// share a great name with their neighbours, and thin ones. Of 0.6 to 1 and 0.3
	// to 0.7 these gave most on fnc and ecbplus (pair F1 85.0 to 86.6, 77.9 to
	// 79.7); far enough from each other that no story is split and merged in turn.
	mergeFrom  = 0.8
	splitBelow = 0.55

	usual      = 0.25 // closeness of a story of which nothing is known yet
	usualPairs = 1    // pairs that it counts for

	// The first items are put apart for want of anything to tell them by, and by
	// closeness alone they stay so, since in stories of one or two items it says
	// little. Of 400 orders in which a press of 50 items came in, 139 had one story
	// in two parts, now 5; later on it loses more than it gives (fnc 87.8 to 84.8).
	young     = 100 // items of a script, of all stories
	mostTaken = 3   // items of the smaller story
	takenFrom = 0.33

	mostMembers  = 64 // a story with more items than these stays as it is
	leastMembers = 6  // a story with fewer is not looked at again
	leastPart    = 3  // items of each of two stories
)

// closeness is the mean likeness of two items of a story, from the squared
// length of its sum.
func (st *story) closeness() float64 {
	n := float64(st.items)
	return (st.norm - n + 2*usualPairs*usual) / (n*(n-1) + 2*usualPairs)
}

// between is the mean likeness of an item of one story to one of another; 0 when
// neither is small enough to know its items. It adds up items in their order: a
// sum in the order of a map would not come out the same twice.
func between(a, b *story) float64 {
	if a.members() == nil || b.members() != nil && b.items < a.items {
		a, b = b, a
	}
	sum := 0.0
	for _, f := range a.members() {
		for words := f.words(); words.next(); {
			sum += float64(words.word.weight) * b.of(words.word.stem())
		}
	}
	return sum / (float64(a.items) * float64(b.items))
}

// one reports whether two stories are: they are as close to each other as each is
// in itself, or the first items, asked again, tell the other one.
func (s *Stories) one(a, b *story) bool {
	return between(a, b) >= mergeFrom*math.Sqrt(a.closeness()*b.closeness()) || s.came[a.script] <= young && a.takes(b)
}

// takes reports whether the items of the smaller of two stories, came they only
// now, would on the whole tell the larger one.
func (st *story) takes(other *story) bool {
	if other.items > st.items {
		st, other = other, st
	}
	if other.items > mostTaken {
		return false
	}
	sum := 0.0
	for _, f := range other.members() {
		m := f.member()
		sum += st.like(&m)
	}
	return sum >= takenFrom*float64(other.items)
}

// merge makes one story of two to which an item is alike, when they are one, and
// returns the number of the one that has the item's story.
func (s *Stories) merge(n, other int) int {
	older, younger := min(n, other), max(n, other)
	a, b := &s.stories[older], &s.stories[younger]
	if older == younger || a.items == 0 || b.items == 0 || !s.one(a, b) {
		return n
	}
	s.join(older, younger)
	return older
}

// join puts all that a story has into an older one.
func (s *Stories) join(older, younger int) {
	a, b := &s.stories[older], &s.stories[younger]
	a.unfold()
	amounts, facts := b.known()
	for _, stem := range b.sorted() {
		s.weigh(older, stem, b.of(stem))
	}
	a.sum.count(amounts)
	a.sum.facts.add(facts)
	a.items += b.items
	a.last = max(a.last, b.last)
	s.changes = append(s.changes, Change{Kind: Merged, Story: older, Other: younger})
	a.sum.members = append(a.sum.members, b.members()...)
	if a.items > mostMembers {
		a.sum.members = nil
	}
	// In order of arrival, so that a restored story is the same.
	slices.SortFunc(a.sum.members, inOrder)
	s.living[b.script]--
	s.stories[younger] = story{}
}
