package story

import (
	"fmt"
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
	m.date = time.Time{}
	best, also := s.nearest(&m)
	if best != 0 || len(also) == 0 || also[0] != 0 {
		t.Errorf("best %d of %v", best, also)
	}
	m = s.member(Item{Body: "Glacier melts above Tarnsee."})
	if best, also := s.nearest(&m); best != -1 || len(also) != 0 {
		t.Errorf("an item like none is like %d, %v", best, also)
	}
	list := s.likings(new(s.member(grauberg()[1])))
	for i := 1; i < len(list); i++ {
		if list[i].score > list[i-1].score {
			t.Errorf("likings are not in order: %v", list)
		}
	}
}

// TestStrangers: names that the story has not make an item less like it.
func TestStrangers(t *testing.T) {
	st := story{norm: 1, items: 1}
	st.weights.set(1, .6)
	st.weights.set(2, .8)
	v := func(names ...int32) []weighted {
		list := []weighted{{stem: 1, weight: .6}, {stem: 2, weight: .8, name: true}}
		for _, n := range names {
			list = append(list, weighted{stem: n, name: true})
		}
		return list
	}
	like := func(v []weighted, date time.Time, brief bool) float64 {
		m := member{vector: v, date: date, brief: brief}
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
	unknown := []weighted{{stem: 1, weight: .6}, {stem: 7, name: true}, {stem: 8, name: true}}
	known := []weighted{{stem: 1, weight: .6}}
	if a, b := like(unknown, day(1), false), like(known, day(1), false); a != strangers*b {
		t.Errorf("no name known: %v, want half of %v", a, b)
	}
	// In a brief text without a date it goes by how much the names weigh.
	last := full
	for _, heavy := range []float32{.3, .9, 2} {
		x := like(append(v(), weighted{stem: 7, weight: heavy, name: true}), time.Time{}, true)
		if x > last || x < mostStrange*full || heavy > .8 && x == last {
			t.Errorf("a strange name of weight %v leaves %v, before %v of %v", heavy, x, last, full)
		}
		last = x
	}
}

// TestLeast: an item without a date, and a brief one more, is put to a story that
// the same likeness does not make its own where it has one.
func TestLeast(t *testing.T) {
	s := New(Config{})
	dated, undated, brief := s.least(&member{date: day(1), brief: true}), s.least(&member{}), s.least(&member{brief: true})
	if !(brief < undated && undated < dated) {
		t.Errorf("dated %v, undated %v, brief %v", dated, undated, brief)
	}
}
