package story

import (
	"fmt"
	"testing"
)

// strike is invented copy from one template, with what its headline tells in its text.
func strike(place, firm string, homes int) Item {
	return Item{
		Headline: fmt.Sprintf("%s: %s halts ferries to %d islands", place, firm, homes),
		Body: fmt.Sprintf("Crews walked out over night shifts and pensions, Harbour Master Olsen announced. "+
			"In %s the line %s halts all ferries, which leaves %d islands without bread, post and diesel. Talks failed.", place, firm, homes),
		Date: day(1),
	}
}

// strikes are six strikes, each a story of its own.
func strikes() (*Stories, int) {
	s := New(Config{})
	places := []string{"Elsin", "Grauberg", "Norvik", "Tarnsee", "Kolm", "Halvard"}
	firms := []string{"Seaways", "Bluestar", "Corvane", "Ostline", "Meridia", "Altmar"}
	for i, p := range places {
		s.Restore(strike(p, firms[i], 11+i), i)
	}
	return s, len(places)
}

// TestHeadlineInACrowd: among stories from one template a chance number makes none of
// an item's headline told, and a second report of one tells it.
func TestHeadlineInACrowd(t *testing.T) {
	s, stories := strikes()
	m := s.member(strike("Murjan", "Corvane", 13))
	likings := s.likings(&m, nil)
	if likings[0].score < s.least(&m) || likings[crowd].score < s.least(&m) {
		t.Fatalf("%+v is no crowd: the test shows nothing", likings)
	}
	if !s.headless(likings, &m, s.least(&m)) {
		t.Error("a strike of another place is told by a story of its template")
	}
	second := strike("Norvik", "Corvane", 13)
	second.Headline = "Islands cut off: Corvane halts Norvik ferries"
	if n := s.Add(second); n != 2 {
		t.Errorf("a second report is in story %d, want 2", n)
	}
	if n := s.Add(strike("Murjan", "Corvane", 13)); n != stories {
		t.Errorf("a seventh strike is in story %d, want one of its own, %d", n, stories)
	}
}

// TestCrowded: only what has a headline and stands in a crowd that alone would be enough
// is asked for it, dated or not.
func TestCrowded(t *testing.T) {
	s, _ := strikes()
	stranger := s.member(strike("Murjan", "Nordkap", 40))
	undated, bare := stranger, stranger
	undated.date, bare.bare = 0, true
	likings := func(first, fourth float64) []liking {
		return []liking{{0, first, .1}, {1, fourth, .1}, {2, fourth, .1}, {3, fourth, .1}}
	}
	tests := []struct {
		name    string
		m       *member
		likings []liking
		want    bool
	}{
		{"a headline that is not told", &stranger, likings(.8, .4), true},
		{"clear of the crowd", &stranger, likings(.97, .4), false},
		{"no crowd that would be enough", &stranger, likings(.6, .3), false},
		{"three stories", &stranger, likings(.8, .4)[:3], false},
		{"no date", &undated, likings(.8, .4), true},
		{"no headline", &bare, likings(.8, .4), false},
	}
	for _, test := range tests {
		if got := s.headless(test.likings, test.m, same); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	s.stories[0].unfold()
	s.stories[0].sum.members = nil
	if s.headless(likings(.8, .4), &stranger, same) {
		t.Error("a story too large to be known item by item is one of chance")
	}
}

// TestTold: a headline's words count by what they weigh in the item.
func TestTold(t *testing.T) {
	m := member{vector: []weighted{newWeighted(1, .6, false), newWeighted(2, .2, false), newWeighted(3, .9, false)}}
	m.vector[0].code |= inHead
	m.vector[1].code |= inHead
	for _, test := range []struct {
		known []int32
		want  float64
	}{{[]int32{1}, .75}, {[]int32{2}, .25}, {[]int32{1, 2}, 1}, {[]int32{3}, 0}, {nil, 0}} {
		other := member{}
		for _, stem := range test.known {
			other.vector = append(other.vector, newWeighted(stem, 1, false))
		}
		if got := m.told(other.has); got < test.want-1e-6 || got > test.want+1e-6 {
			t.Errorf("told by %v: %v, want %v", test.known, got, test.want)
		}
	}
	if got := (&member{vector: m.vector[2:]}).told(m.has); got != 1 {
		t.Errorf("a headline of words that the item has not kept: %v, want 1", got)
	}
}

// TestFirstInArabic: the first items in Arabic must tell more of each other's headlines
// than those that come later.
func TestFirstInArabic(t *testing.T) {
	s := New(Config{})
	s.Restore(Item{Headline: "مطر", Body: "هطل المطر على السين وفاض النهر."}, 0)
	m := s.member(Item{Headline: "مطر وريح وبرد وثلج وضباب", Body: "مطر وريح وبرد وثلج وضباب في الجبال."})
	told := m.told(s.stories[0].has)
	if told <= 0 {
		t.Fatal("nothing of the headline is told: the test shows nothing")
	}
	// So much is told that it lies between the two bounds.
	for i := range m.vector {
		if w := &m.vector[i]; w.head() && s.stories[0].has(w.stem()) {
			w.weight *= float32((leastTold + leastArabic) / 2 / told)
		}
	}
	if told := m.told(s.stories[0].has); told <= leastTold || told >= leastArabic {
		t.Fatalf("%v is told: the test shows nothing", told)
	}
	likings := []liking{{0, .8, .1}}
	if !s.headless(likings, &m, same) {
		t.Error("the second Arabic item is asked for no more than the hundredth")
	}
	s.came[m.script] = young + 1
	if s.headless(likings, &m, same) {
		t.Error("a later one is asked for as much")
	}
}
