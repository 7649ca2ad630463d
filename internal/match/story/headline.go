package story

import (
	"slices"

	"dateline/internal/lang"
)

const (
	// clearOfCrowd is how many times as like its story as the fourth one an item with
	// a date must be, where the fourth alone would be enough, or its headline is asked
	// for. In four worlds of templates, of which one was looked at, 38 of some 8,150
	// events were told with another one; with this 7 are, and no story is parted.
	clearOfCrowd = 2.4
	// toldHeadline is the share of a headline, by weight, that must be told.
	toldHeadline = 0.8
)

// headline is the words of an item's headline that may tell its story.
func (s *Stories) headline(it *Item) (stems []int32) {
	_, words := lang.Words(it.Headline)
	list := terms(it.Headline, words)
	stems = make([]int32, len(list))
	for i, t := range list {
		stems[i] = s.stem(t.stem)
	}
	return stems
}

// crowded reports whether four stories and more are like an item by what it shares
// with all of them, and its headline, which says what is new, is not the story's:
// "Rail strike: 578 jobs in Lagos" and "Rail strike: 578 homes in Jakarta" are one
// template and one chance number.
func (s *Stories) crowded(likings []liking, m *member, least float64) bool {
	if m.date.IsZero() || len(likings) <= crowd || len(m.headline) == 0 {
		return false
	}
	fourth := likings[crowd].score
	if fourth < least || likings[0].score >= fourth*clearOfCrowd {
		return false
	}
	st := &s.stories[likings[0].story]
	if st.members == nil { // too large a story to be one of chance
		return false
	}
	told := m.told(st.has)
	telling := 0.0
	for i := range st.members {
		telling = max(telling, st.members[i].told(m.has))
	}
	return min(told, telling) < toldHeadline
}

// told is how much of an item's headline is told by a text that has some words, by
// the weight that they have in the item.
func (m *member) told(has func(stem int32) bool) float64 {
	all, known := 0.0, 0.0
	for _, w := range m.vector {
		if !slices.Contains(m.headline, w.stem()) {
			continue
		}
		all += float64(w.weight)
		if has(w.stem()) {
			known += float64(w.weight)
		}
	}
	// A headline none of whose words weighs anything says nothing against the story.
	if all == 0 {
		return 1
	}
	return known / all
}

// has reports whether a word is one of an item's.
func (m *member) has(stem int32) bool {
	return find(m.vector, stem) != nil
}
