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

// Stories is what is known of all stories. It holds some 1,500 bytes of each item that
// is not over, and an item is compared with the stories that share one of its
// heaviest words. Not safe for use by several goroutines.
type Stories struct {
	cfg     Config
	ids     map[string]int32 // of stems
	seenIn  [][2]float64     // by stem and script: items that have it
	with    [][]int32        // by stem: stories that have it
	stories []story
	items   int
	asks    int32       // questions which stories an item is like
	came    [2]int      // by script: items
	newest  []time.Time // dates of the newest items, in order
	changes []Change
	living  [2]int              // by script: stories that have items
	first   [2]map[int32][]word // by script and item: words, as long as they may be weighed anew
	desk    desk
}

// A story is the sum of its items. One without items was merged into another
// one or is over: its number stays its own.
type story struct {
	own     []weighted // the words of one item
	weights bag        // those of more
	amounts []amount
	facts   facts
	norm    float64 // squared
	items   int
	last    time.Time
	asked   int32    // the question for which it was looked at last
	script  script   // of the item that began it
	members []member // while there are few enough of them to be told apart again
}

// A member is an item as its story keeps it.
type member struct {
	number   int32 // in order of arrival, from 0
	names    int32 // of the vector's words
	vector   []weighted
	named    float64 // what its names weigh
	amounts  []amount
	facts    facts
	date     time.Time
	headline []int32 // its words
	script   script
	brief    bool // its text has a few sentences only
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
	m := member{number: int32(s.items), date: it.Date}
	s.items++
	s.arrive(it.Date)
	text := it.text()
	_, words := lang.Words(text)
	m.brief, m.script = len(words) < briefWords, scriptOf(text)
	s.came[m.script]++
	list := s.count(terms(text, words), &m)
	s.weighWords(list, &m)
	if s.came[m.script] < lastSettled && !m.date.IsZero() {
		s.first[m.script][m.number] = list
	}
	m.amounts, m.facts = s.amounts(text, words), factsOf(words)
	m.headline = s.headline(&it)
	return m
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
	if st.items == 0 {
		st.own = m.vector
	}
	st.count(m.amounts)
	st.facts.add(m.facts)
	st.items++
	if st.last.Before(m.date) {
		st.last = m.date
	}
	if st.items <= mostMembers {
		st.members = append(st.members, m)
	} else {
		st.members = nil // it stays as it is from here on
	}
}

// weigh adds a word's weight to a story.
func (s *Stories) weigh(n int, stem int32, weight float64) {
	st := &s.stories[n]
	if !st.weights.has(stem) {
		s.with[stem] = append(s.with[stem], int32(n))
	}
	old := st.weights.of(stem)
	if st.items > 0 { // else they stay the item's own
		st.weights.set(stem, old+weight)
	}
	st.norm += weight * (2*old + weight)
}
