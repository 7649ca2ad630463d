package story

import (
	"fmt"
	"math"
	"reflect"
	"testing"
	"time"
)

// TestFiled: an item comes out of its story as it went in.
func TestFiled(t *testing.T) {
	for _, test := range []struct {
		name string
		it   Item
	}{
		{"nothing", Item{}},
		{"no headline, no date", Item{Body: "It rained in Elsin."}},
		{"a brief report", Item{Headline: "Rain in Elsin", Body: "It rained in Elsin on Monday, 26 mm in 3 hours, said Maren Holt.", Date: day(3)}},
		{"before 1970", Item{Headline: "Rain", Body: "It rained.", Date: time.Date(1931, 5, 1, 0, 0, 0, 0, time.UTC)}},
		{"a number that needs all bits", Item{Body: "They counted 9223372036854775807 drops in Elsin."}},
		{"from right to left", Item{Headline: "أمطار في السين", Body: "هطلت الأمطار على السين يوم الاثنين، وقالت مارين هولت إن 26 عائلة نزحت.", Date: day(2)}},
	} {
		s := New(Config{})
		// Its codes are far apart: stems of other items lie between.
		s.Add(Item{Body: "Glaciers melt above Tarnsee."})
		m := s.member(test.it)
		f := s.file(&m)
		got := f.member()
		if math.Abs(got.named-m.named) > 1e-9 {
			t.Errorf("%s: names weigh %v, want %v", test.name, got.named, m.named)
		}
		got.named = m.named // added up in another order
		if len(m.vector) == 0 {
			got.vector = m.vector
		}
		if !reflect.DeepEqual(got, m) {
			t.Errorf("%s:\n%+v, want\n%+v", test.name, got, m)
		}
		amounts, facts := f.known()
		if !reflect.DeepEqual(amounts, m.amounts) || !reflect.DeepEqual(facts, m.facts) {
			t.Errorf("%s: %v %v, want %v %v", test.name, amounts, facts, m.amounts, m.facts)
		}
	}
}

// TestLeads: a word that many items have leads to the stories of its script no more, and to
// those of the other one as before.
func TestLeads(t *testing.T) {
	s := New(Config{})
	arabic := s.Add(Item{Body: "قالت مارين هولت من السين إن 777 عائلة نزحت."})
	count := func(from, to int) {
		for n := from; n < to; n++ {
			s.Add(Item{Body: fmt.Sprintf("They counted 777 near Kolm%d, Elsin%d, Norvik%d and Grauberg%d.", n, n, n, n)})
		}
	}
	count(0, leads)
	stem := s.stem("777")
	if got := s.seenIn[stem]; got != [2]int32{leads, 1} || len(s.with[stem]) < 2 {
		t.Fatalf("%v items, %d stories: the test shows nothing", got, len(s.with[stem]))
	}
	count(leads, leads+2)
	if list := s.with[stem]; len(list) != 1 || int(list[0]) != arabic {
		t.Errorf("it leads to %v, want %d alone", list, arabic)
	}
}

// TestApart: two times are too far from each other when there is more than the window between them,
// whichever is the earlier.
func TestApart(t *testing.T) {
	s := New(Config{Window: 48 * time.Hour})
	for between, want := range map[time.Duration]bool{0: false, 48 * time.Hour: false, 48*time.Hour + time.Second: true, 250 * 365 * 24 * time.Hour: true} {
		a, b := momentOf(day(1)), momentOf(day(1).Add(between))
		if s.apart(a, b) != want || s.apart(b, a) != want {
			t.Errorf("%v between them: %v, want %v", between, !want, want)
		}
	}
	if s.apart(0, momentOf(day(1))) || s.apart(momentOf(day(1)), 0) {
		t.Error("what has no time is far from nothing")
	}
}
