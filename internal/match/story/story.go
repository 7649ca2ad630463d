package story

import (
	"cmp"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// Config says how stories are told apart; zero means the default.
type Config struct {
	Window time.Duration // without news for so long a story is over; 7 days
	Same   float64       // likeness from which an item tells a story, 0 to 1; 0.31
}

// Stories is what is known of all stories. It holds some 700 bytes of each item that
// is not over, and an item is compared with the stories that share one of its
// heaviest words. Not safe for use by several goroutines.
type Stories struct {
	cfg     Config
	ids     map[string]int32 // of stems
	seenIn  [][2]int32       // by stem and script: items that have it
	with    [][]int32        // by stem: stories that have it, while it leads to those of a script
	stories []story
	items   int
	asks    int32       // questions which stories an item is like
	came    [2]int      // by script: items
	newest  []time.Time // dates of the newest items, in order
	changes []Change
	living  [2]int              // by script: stories that have items
	first   [2]map[int32][]word // by script and item: words, as long as they may be weighed anew
	desk    desk
	packing []byte // room to file an item
}

// A story is the sum of its items. One without items was merged into another
// one or is over: its number stays its own.
type story struct {
	only   [1]filed // the item of a story of one, as nearly all are
	sum    *sum     // of a story of more
	norm   float64  // squared
	last   moment
	items  int32
	asked  int32  // the question for which it was looked at last
	script script // of the item that began it
}

// A sum is what the items of a story have, put together.
type sum struct {
	weights bag
	amounts []amount
	facts   facts
	members []filed // while there are few enough of them to be told apart again
}

// A member is an item as it is worked with.
type member struct {
	number  int32 // in order of arrival, from 0
	names   int32 // of the vector's words
	vector  []weighted
	named   float64 // what its names weigh
	amounts []amount
	facts   facts
	date    moment
	script  script
	brief   bool // its text has a few sentences only
	bare    bool // it has no headline
}

// A script is that of a text, as far as stories are concerned: texts of two
// scripts share no words.
type script uint8

// scriptOf is 1 of what runs from right to left. Greek or Cyrillic may count as Latin: what
// has no word in common is never compared.
func scriptOf(text string) script {
	if lang.Direction(text) == dateline.RightToLeft {
		return 1
	}
	return 0
}

// New knows no story.
func New(cfg Config) *Stories {
	cfg.Window = cmp.Or(cfg.Window, 7*24*time.Hour)
	cfg.Same = cmp.Or(cfg.Same, same)
	return &Stories{cfg: cfg, ids: map[string]int32{}, first: [2]map[int32][]word{{}, {}}}
}

// Add puts an item into the story that it tells, or begins one, and returns the
// story's number, from 0. The item may show that two stories are one, or that
// one is two: see Changes.
func (s *Stories) Add(it Item) int {
	m := s.member(it)
	if settles(s.came[m.script]) {
		s.reweigh(m.script)
		s.regroup(m.script)
	}
	n, also := s.nearest(&m, it.Apart)
	if n < 0 {
		n = len(s.stories)
	}
	s.put(n, m)
	for _, other := range also {
		n = s.merge(n, other)
	}
	n = s.split(n, int(m.number))
	s.sweep()
	return n
}

// Restore puts an item into the story that is known to be its own, so that what
// was derived once can be built again from a store in the order of arrival. n is
// the number that Add returned, or to which a Change moved the item since; the
// numbers between, which no item has any more, stay unused.
func (s *Stories) Restore(it Item, n int) {
	m := s.member(it)
	if settles(s.came[m.script]) {
		s.reweigh(m.script)
	}
	for n > len(s.stories) {
		s.stories = append(s.stories, story{})
	}
	s.put(n, m)
	s.sweep()
}

// member counts an item in and reads it.
func (s *Stories) member(it Item) member {
	m := member{number: int32(s.items), date: momentOf(it.Date)}
	s.items++
	s.arrive(it.Date)
	text := it.text()
	_, words := lang.Words(text)
	m.brief, m.script = len(words) < briefWords, scriptOf(text)
	s.came[m.script]++
	list := s.count(terms(text, words), &m)
	m.amounts, m.facts = s.amounts(text, words), factsOf(words)
	m.bare = !s.headline(&it, list)
	s.weighWords(list, &m)
	if s.came[m.script] < lastSettled && m.date != 0 {
		s.first[m.script][m.number] = list
	}
	return m
}

// file packs an item for its story.
func (s *Stories) file(m *member) (f filed) {
	f, s.packing = m.pack(s.packing)
	return f
}

// put adds an item to a story, or as the first one of the next.
func (s *Stories) put(n int, m member) {
	if n == len(s.stories) {
		s.stories = append(s.stories, story{})
	}
	st := &s.stories[n]
	if st.items == 0 {
		st.script = m.script
		s.living[st.script]++
	}
	st.unfold()
	for _, w := range m.vector {
		s.weigh(n, w.stem(), float64(w.weight))
	}
	st.items++
	st.last = max(st.last, m.date)
	if st.sum == nil {
		st.only[0] = s.file(&m)
		return
	}
	st.sum.count(m.amounts)
	st.sum.facts.add(m.facts)
	if st.items <= mostMembers {
		st.sum.members = append(st.sum.members, s.file(&m))
	} else {
		st.sum.members = nil // it stays as it is from here on
	}
}

// weigh adds a word's weight to a story.
func (s *Stories) weigh(n int, stem int32, weight float64) {
	st := &s.stories[n]
	old, there := 0.0, false
	if st.sum != nil { // else they stay the item's own
		old, there = st.sum.weights.of(stem), st.sum.weights.has(stem)
		st.sum.weights.set(stem, old+weight)
	}
	if !there && s.seenIn[stem][st.script] <= leads {
		s.with[stem] = append(s.with[stem], int32(n))
	}
	st.norm += weight * (2*old + weight)
}
