package story

import (
	"fmt"
	"math"
	"testing"
	"time"
)

// bulletin is invented copy from one template.
func bulletin(place, what string, number int) Item {
	return Item{Body: fmt.Sprintf("The survey measured an earthquake near %s this morning. Nobody was hurt, the office announced; %s shook for %d seconds.", place, what, number)}
}

// TestCrowd: once enough bulletins from one template are there, the next one is
// a story of its own, and a second report of one of them is not.
func TestCrowd(t *testing.T) {
	s := New(Config{})
	places := []string{"Elsin", "Grauberg", "Norvik", "Tarnsee", "Kolm", "Halvard"}
	things := []string{"bridges", "chimneys", "lamps", "windows", "barns", "cranes"}
	for i, p := range places {
		s.Restore(bulletin(p, things[i], 11+i), i)
	}
	if n := s.Add(bulletin("Murjan", "shelves", 40)); n != len(places) {
		t.Errorf("a seventh earthquake is in story %d", n)
	}
	if n := s.Add(bulletin("Norvik", "lamps", 13)); n != 2 {
		t.Errorf("a second report from Norvik is in story %d, want 2", n)
	}
}

func TestNearest(t *testing.T) {
	s := New(Config{})
	for _, it := range append(elsin()[:2], grauberg()[0]) {
		s.Add(it)
	}
	m := s.member(elsin()[2])
	m.date = 0
	best, also := s.nearest(&m, nil)
	if best != 0 || len(also) == 0 || also[0] != 0 {
		t.Errorf("best %d of %v", best, also)
	}
	m = s.member(Item{Body: "Glacier melts above Tarnsee."})
	if best, also := s.nearest(&m, nil); best != -1 || len(also) != 0 {
		t.Errorf("an item like none is like %d, %v", best, also)
	}
	list := s.likings(new(s.member(grauberg()[1])), nil)
	for i := 1; i < len(list); i++ {
		if list[i].score > list[i-1].score {
			t.Errorf("likings are not in order: %v", list)
		}
	}
}

// TestStrangers: names that the story has not make an item less like it.
func TestStrangers(t *testing.T) {
	st := story{norm: 1, items: 1, sum: &sum{}}
	st.sum.weights.set(1, .6)
	st.sum.weights.set(2, .8)
	v := func(names ...int32) []weighted {
		list := []weighted{newWeighted(1, .6, false), newWeighted(2, .8, true)}
		for _, n := range names {
			list = append(list, newWeighted(n, 0, true))
		}
		return list
	}
	like := func(v []weighted, date time.Time, brief bool) float64 {
		m := member{vector: v, date: momentOf(date), brief: brief}
		m.names, m.named = namesOf(v)
		return st.like(&m)
	}
	full := like(v(), time.Time{}, false)
	if some := like(v(7, 8, 9), time.Time{}, false); some >= full || some < 0.6*full {
		t.Errorf("one of four names known: %v of %v", some, full)
	}
	if dated := like(v(7, 8, 9), day(1), false); dated != full {
		t.Errorf("with a date it is %v of %v", dated, full)
	}
	unknown := []weighted{newWeighted(1, .6, false), newWeighted(7, 0, true), newWeighted(8, 0, true)}
	known := []weighted{newWeighted(1, .6, false)}
	if a, b := like(unknown, day(1), false), like(known, day(1), false); a != strangers*b {
		t.Errorf("no name known: %v, want half of %v", a, b)
	}
	// In a brief text without a date it goes by how much the names weigh.
	last := full
	for _, heavy := range []float32{.3, .9, 2} {
		x := like(append(v(), newWeighted(7, heavy, true)), time.Time{}, true)
		if x > last || x < mostStrange*full || heavy > .8 && x == last {
			t.Errorf("a strange name of weight %v leaves %v, before %v of %v", heavy, x, last, full)
		}
		last = x
	}
}

// TestLeast: an item without a date, and a brief one more, is put to a story that
// the same likeness does not make its own where it has one; among the first items
// it is the other way round.
func TestLeast(t *testing.T) {
	s := New(Config{})
	least := func() (dated, undated, brief float64) {
		return s.least(&member{date: momentOf(day(1)), brief: true}), s.least(&member{}), s.least(&member{brief: true})
	}
	atFirst, undatedAtFirst, _ := least()
	s.came[0] = settled
	dated, undated, brief := least()
	if !(brief < undated && undated < dated) {
		t.Errorf("dated %v, undated %v, brief %v", dated, undated, brief)
	}
	if dated != atFirst || undated > undatedAtFirst/2 {
		t.Errorf("at first %v dated, %v undated; later %v and %v", atFirst, undatedAtFirst, dated, undated)
	}
	s.came[0] = 1e6
	if _, later, _ := least(); later != undated {
		t.Errorf("it goes on falling: %v, was %v", later, undated)
	}
}

// TestDoubt: the nearer the next story, the more like its own an item must be.
func TestDoubt(t *testing.T) {
	s := New(Config{})
	s.Restore(elsin()[0], 0)
	s.Restore(grauberg()[0], 1)
	tests := []struct {
		next float64 // how like the next story, where 0.6 is to the first
		want float64
	}{{0.6, math.Pow(clearly, doubtful)}, {0.45, math.Pow(clearly*.75, doubtful)}, {0.3, 1}, {0.1, 1}, {0, 1}}
	for _, test := range tests {
		if got := s.doubt([]liking{{0, 0.6, .1}, {1, test.next, .1}}, new(member)); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("the next one is like it by %v: doubt %v, want %v", test.next, got, test.want)
		}
	}
	if got := s.doubt([]liking{{0, 0.6, .1}}, new(member)); got != 1 {
		t.Errorf("no other story: doubt %v", got)
	}
}

// TestNoDoubtWhereTwoAreOne: an item that tells two stories shows them to be one,
// and is no less told by either.
func TestNoDoubtWhereTwoAreOne(t *testing.T) {
	s := New(Config{})
	s.Restore(Item{Body: "Lindquist resigned. Parliament of Norvik votes tomorrow."}, 0)
	s.Restore(Item{Body: "Shipyard bribes: prosecutors search Halvard offices."}, 1)
	m := s.member(Item{Body: "Lindquist resigned, Norvik parliament votes. Prosecutors search shipyard: Halvard bribes."})
	likings := s.likings(&m, nil)
	if len(likings) != 2 || likings[1].score*clearly < likings[0].score {
		t.Fatalf("%+v: the test shows nothing", likings)
	}
	if got := s.doubt(likings, &m); got != 1 {
		t.Errorf("doubt %v, want none", got)
	}
	m.date = momentOf(day(1))
	if got := s.doubt(likings, &m); got != 1 {
		t.Errorf("among the first items, with a date: doubt %v, want none", got)
	}
	s.came[0] = young + 1
	if got := s.doubt(likings, &m); got <= 1 {
		t.Errorf("with a date: doubt %v, want some", got)
	}
}

// TestFirstOfAScript: what English items came before tells nothing of how rare an
// Arabic word is. The first bulletins from one Arabic template are as much one
// story, or as little, as if they were the first of all.
func TestFirstOfAScript(t *testing.T) {
	likeness := func(before int) float64 {
		s := New(Config{})
		for i := range before {
			s.Add(Item{Body: fmt.Sprintf("Ferry %d of Norvik reached pier %d of Halvard.", i, 7*i)})
		}
		day := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
		s.Add(Item{Date: day, Body: "ترأس المحافظ جلسة خصصت لبحث ترميم الجسر القديم ووجه بتسريع وتيرة الأشغال."})
		m := s.member(Item{Date: day, Body: "ترأس المحافظ جلسة خصصت لبحث توزيع البذور المحسنة ووجه بتسريع وتيرة الأشغال."})
		return s.likings(&m, nil)[0].score
	}
	if first, later := likeness(0), likeness(400); math.Abs(first-later) > 0.001 {
		t.Errorf("two bulletins are %.3f alike when they come first, %.3f after 400 English items", first, later)
	}
}
