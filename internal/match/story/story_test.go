package story

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"dateline/internal/lang"
)

func day(n int) time.Time { return time.Date(2031, 3, n, 9, 0, 0, 0, time.UTC) }

// invented copy.
func press() []Item {
	return []Item{
		{Headline: "Fire in Port Elsin", Body: "A fire destroyed two warehouses in Port Elsin on Monday night. Three people were hurt, said mayor Maren Holt.", Date: day(1)},
		{Headline: "Fire in Grauberg", Body: "A fire destroyed a school in Grauberg on Monday night. Nobody was hurt, said mayor Ulf Tanner.", Date: day(1)},
		{Headline: "Warehouse fire: mayor promises help", Body: "Maren Holt, mayor of Port Elsin, promised help to the owners of the warehouses that burnt down.", Date: day(2)},
		{Headline: "Grauberg pupils move", Body: "After the fire the pupils of Grauberg are taught in the town hall, mayor Ulf Tanner said.", Date: day(3)},
		{Headline: "Central bank keeps rate", Body: "The central bank left its rate at 3.25 per cent.", Date: day(3)},
	}
}

func TestLookAlikesStayApart(t *testing.T) {
	s := New(Config{})
	var got []int
	for _, it := range press() {
		got = append(got, s.Add(it))
	}
	if got[0] != got[2] || got[1] != got[3] {
		t.Errorf("a story fell apart: %v", got)
	}
	if got[0] == got[1] || got[4] == got[0] || got[4] == got[1] {
		t.Errorf("two events are one story: %v", got)
	}
}

func TestWindow(t *testing.T) {
	s := New(Config{})
	first := press()[0]
	n := s.Add(first)
	first.Date = day(1).AddDate(0, 3, 0)
	if s.Add(first) == n {
		t.Error("a fire of three months ago and a new one are one story")
	}
	first.Date = time.Time{}
	undated := New(Config{})
	if n := undated.Add(first); undated.Add(first) != n {
		t.Error("without dates there is no window")
	}
}

// TestWrongDates: a few items dated in a far future end no story that is told now,
// wherever they stand among those that are dated right; many do.
func TestWrongDates(t *testing.T) {
	for _, c := range []struct {
		wrong int
		told  bool
	}{{0, true}, {1, true}, {believed - 1, true}, {believed, false}} {
		s := New(Config{})
		for i := range c.wrong {
			s.Add(Item{Headline: fmt.Sprintf("Comet %d", i), Date: time.Date(2099, 1, 1+i, 0, 0, 0, 0, time.UTC)})
		}
		fire := press()
		n := s.Add(fire[0])
		for i := range sweepEvery {
			s.Add(Item{Headline: fmt.Sprintf("Ship%dname docks at berth%dx", i, i), Date: day(1).Add(time.Duration(i) * time.Minute)})
		}
		if got := s.Add(fire[2]) == n; got != c.told {
			t.Errorf("%d wrong dates: the story is told on: %v", c.wrong, got)
		}
	}
}

// TestArrive: the dates that are remembered are the newest, whatever their order.
func TestArrive(t *testing.T) {
	s := New(Config{})
	for i := range 3 * believed {
		s.arrive(day(1 + i*7%(3*believed)))
		s.arrive(time.Time{})
		if i < believed-1 && !s.now().IsZero() {
			t.Errorf("after %d dates it is %v", i+1, s.now())
		}
	}
	for i, d := range s.newest {
		if want := day(1 + 2*believed + i); !d.Equal(want) {
			t.Errorf("date %d is %v, want %v", i, d, want)
		}
	}
	if len(s.newest) != believed || !s.now().Equal(day(1+2*believed)) {
		t.Errorf("%d dates, now %v", len(s.newest), s.now())
	}
}

func TestAddIsRepeatable(t *testing.T) {
	a, b := New(Config{}), New(Config{})
	for i, it := range append(press(), Item{}, Item{Headline: "…"}, Item{}) {
		if x, y := a.Add(it), b.Add(it); x != y {
			t.Fatalf("item %d is in story %d and %d", i, x, y)
		}
	}
}

// TestRestore: what was put back decides about new items as what was derived.
func TestRestore(t *testing.T) {
	items := press()
	first, again := New(Config{}), New(Config{})
	for _, it := range items[:3] {
		again.Restore(it, first.Add(it))
	}
	for i, it := range items[3:] {
		if a, b := first.Add(it), again.Add(it); a != b {
			t.Errorf("item %d is in story %d, after restoring in %d", i+3, a, b)
		}
	}
}

func TestTerms(t *testing.T) {
	got := map[string]term{}
	text := "Rain fell. In Grauberg the rain fell on Grauberg and on Tuesday."
	_, words := lang.Words(text)
	for _, x := range terms(text, words) {
		got[x.stem] = x
	}
	if x := got["grauberg"]; !x.name() || x.times != 2 {
		t.Errorf("grauberg: %+v", x)
	}
	if x := got["rain"]; x.name() || x.times != 2 || x.weight <= 1 {
		t.Errorf("rain: %+v", x)
	}
	if _, ok := got["the"]; ok {
		t.Error("a function word is a term")
	}
}

// TestWeights: a word counts more in the lead, a name more than another word, and
// in a short text names and numbers much more.
func TestWeights(t *testing.T) {
	weigh := func(text string) map[string]float64 {
		got := map[string]float64{}
		_, words := lang.Words(text)
		for _, x := range terms(text, words) {
			got[x.stem] = x.weight
		}
		return got
	}
	const event = "then Holt saw 27 rain there "
	pad := strings.Repeat("boat ", 60)
	for _, tt := range []struct {
		name, text       string
		holt, number, so float64 // of Holt, 27 and rain
	}{
		{"a short text", event, math.Sqrt2 * shortName, math.Sqrt2 * shortNumber, math.Sqrt2},
		{"a text of sixty words", event + pad, math.Sqrt2 * nameWeight, math.Sqrt2, math.Sqrt2},
		{"behind the lead", pad + event, nameWeight, 1, 1},
		{"behind what is read", strings.Repeat(pad, 4) + event, 0, 0, 0},
	} {
		got := weigh(tt.text)
		for stem, want := range map[string]float64{"holt": tt.holt, "27": tt.number, "rain": tt.so} {
			if math.Abs(got[stem]-want) > 1e-9 {
				t.Errorf("%s: %s weighs %v, want %v", tt.name, stem, got[stem], want)
			}
		}
	}
	for _, tt := range []struct {
		times, capitals int
		name            bool
	}{{1, 1, true}, {2, 1, true}, {3, 1, false}, {3, 2, true}, {4, 2, false}, {2, 0, false}} {
		if got := (&term{times: tt.times, capitals: tt.capitals}).name(); got != tt.name {
			t.Errorf("%d capitals of %d make a name: %v", tt.capitals, tt.times, got)
		}
	}
}

func TestTextOfItem(t *testing.T) {
	for _, tt := range []struct{ headline, body, want string }{
		{"", "It rained.", "It rained."}, {"Rain", "It rained.", "Rain\nIt rained."}, {"Rain", "Rain fell.", "Rain fell."}, {"أمطار", "", "أمطار\n"},
	} {
		if got := (&Item{Headline: tt.headline, Body: tt.body}).text(); got != tt.want {
			t.Errorf("%q and %q are %q", tt.headline, tt.body, got)
		}
	}
}
