package story

import (
	"slices"

	"dateline/internal/lang"
)

const (
	// clearOfCrowd is how many times as like its story as the fourth one an item must
	// be, where the fourth alone would be enough, or its headline is asked
	// for. In four worlds of templates, of which one was looked at, 38 of some 8,150
	// events were told with another one; with this 7 are, and no story is parted.
	clearOfCrowd = 2.4
	// toldHeadline is the share of a headline, by weight, that must be told then.
	toldHeadline = 0.8
	// leastTold is what must be told of it in any case. Of the first hundred items of a
	// world of templates, where nothing tells yet that they are a crowd, 36 events were
	// told with another one and 10 are now; basil is as before up to 0.25.
	leastTold = 0.2
	// leastArabic is that of the first items in Arabic, whose words bear more: in one of three
	// worlds 22 of them were one story. Asked of all English items it costs basil 2.7 of recall.
	leastArabic = 0.3
)

// headline marks, of the words of an item, those of its headline that may tell its story,
// and reports whether it has any.
func (s *Stories) headline(it *Item, of []word) bool {
	_, words := lang.Words(it.Headline)
	list := terms(it.Headline, words)
	for _, t := range list {
		stem := s.stem(t.stem)
		if at := slices.IndexFunc(of, func(w word) bool { return w.stem == stem }); at >= 0 {
			of[at].head = true
		}
	}
	return len(list) > 0
}

// headless reports whether an item and its story do not tell each other's headlines, which say what is new. In a crowd, where four stories and more are like
// the item by what it shares with all of them, most of a headline must be told: "Rail
// strike: 578 jobs in Lagos" and "Rail strike: 578 homes in Jakarta" are one template
// and one chance number.
func (s *Stories) headless(likings []liking, m *member, least float64) bool {
	if m.bare {
		return false
	}
	asked := leastTold
	if m.script == 1 && s.came[m.script] <= young {
		asked = leastArabic
	}
	if len(likings) > crowd && likings[crowd].score >= least && likings[0].score < likings[crowd].score*clearOfCrowd {
		asked = toldHeadline
	}
	st := &s.stories[likings[0].story]
	if st.members() == nil { // too large a story to be one of chance
		return false
	}
	if m.told(st.has) < asked {
		return true
	}
	for _, f := range st.members() {
		if other := f.member(); other.told(m.has) >= asked {
			return false
		}
	}
	return true
}

// told is how much of an item's headline is told by a text that has some words, by
// the weight that they have in the item.
func (m *member) told(has func(stem int32) bool) float64 {
	all, known := 0.0, 0.0
	for _, w := range m.vector {
		if !w.head() {
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
	return slices.ContainsFunc(m.vector, func(w weighted) bool { return w.stem() == stem })
}
