package story

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"
)

// elsin and grauberg are reports of two events of one kind, invented.
func elsin() []Item {
	return []Item{
		{Body: "A fire destroyed two warehouses in the harbour of Port Elsin. Mayor Maren Holt said three dockers were hurt."},
		{Body: "Port Elsin warehouses burnt down, three dockers hurt. Maren Holt promised help for the harbour."},
		{Body: "Three dockers were hurt when warehouses in the harbour of Port Elsin burnt, said Maren Holt."},
	}
}

func grauberg() []Item {
	return []Item{
		{Body: "A fire destroyed a school in the valley of Grauberg. Headmaster Ulf Tanner said the pupils were on holiday."},
		{Body: "Grauberg school burnt down, pupils on holiday. Ulf Tanner thanked the firemen of the valley."},
		{Body: "The pupils were on holiday when their school in the valley of Grauberg burnt, said Ulf Tanner."},
	}
}

// grown knows no story, but that some hundred items have come, after which an
// undated item tells its story by less.
func grown() *Stories {
	s := New(Config{})
	s.items, s.came[0] = early, early
	return s
}

// TestMerge: two reports that share nothing are two stories until a third one
// tells both.
func TestMerge(t *testing.T) {
	s := New(Config{})
	first := s.Add(Item{Body: "Lindquist resigned. Parliament of Norvik votes tomorrow."})
	second := s.Add(Item{Body: "Shipyard bribes: prosecutors search Halvard offices."})
	if first == second {
		t.Fatal("two reports without a common word are one story")
	}
	if c := s.Changes(); len(c) != 0 {
		t.Fatalf("changes before anything changed: %v", c)
	}
	both := s.Add(Item{Body: "Lindquist resigned, Norvik parliament votes. Prosecutors search shipyard: Halvard bribes."})
	if both != first {
		t.Errorf("the third is in story %d, want the older one, %d", both, first)
	}
	want := Change{Kind: Merged, Story: first, Other: second}
	if got := s.Changes(); len(got) != 1 || got[0].Kind != want.Kind || got[0].Story != want.Story || got[0].Other != want.Other {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(s.Changes()) != 0 {
		t.Error("a change is told twice")
	}
	if n := s.Add(Item{Body: "Prosecutors search Halvard shipyard for bribes."}); n != first {
		t.Errorf("what told the younger story goes to %d now, want %d", n, first)
	}
	if n := s.Add(Item{Body: "Glacier melts above Tarnsee."}); n != 2 {
		t.Errorf("a new story has number %d, want 2: numbers are not used twice", n)
	}
}

// TestSplit: items of two events that came to be one story fall apart when
// enough of both are there.
func TestSplit(t *testing.T) {
	s := grown()
	for i := range 3 {
		s.Restore(elsin()[i], 0)
		if i < 2 {
			s.Restore(grauberg()[i], 0)
		}
	}
	n := s.Add(grauberg()[2])
	got := s.Changes()
	if len(got) != 1 || got[0].Kind != Split || got[0].Story != 0 || got[0].Other != 1 {
		t.Fatalf("story %d, changes %+v", n, got)
	}
	// Three against three: the part of the first item keeps the number.
	if !slices.Equal(got[0].Items, []int{early + 1, early + 3, early + 5}) || n != 1 {
		t.Errorf("moved %v, the last one is in %d", got[0].Items, n)
	}
	if n := s.Add(elsin()[1]); n != 0 {
		t.Errorf("a report from Elsin goes to %d", n)
	}
	if n := s.Add(grauberg()[1]); n != 1 {
		t.Errorf("a report from Grauberg goes to %d", n)
	}
}

// TestLargerPartStays: the larger part keeps the number, wherever the first item is.
func TestLargerPartStays(t *testing.T) {
	s := grown()
	s.Restore(elsin()[0], 0)
	for i := range 3 {
		s.Restore(grauberg()[i], 0)
	}
	s.Restore(elsin()[1], 0)
	s.Restore(grauberg()[0], 0)
	n := s.Add(elsin()[2])
	got := s.Changes()
	if len(got) != 1 || got[0].Kind != Split || !slices.Equal(got[0].Items, []int{early, early + 4, early + 6}) || n != 1 {
		t.Errorf("story %d, changes %+v", n, got)
	}
}

// TestBetweenLarge: how alike two stories are does not depend on which of the two
// is too large to know its items.
func TestBetweenLarge(t *testing.T) {
	s := New(Config{})
	for i := range 3 {
		s.Restore(elsin()[i], 0)
		s.Restore(grauberg()[i], 1)
	}
	a, b := s.stories[0], s.stories[1]
	want := between(&a, &b)
	if want <= 0 || want >= 1 {
		t.Fatalf("likeness %v", want)
	}
	large := a
	large.sum = &sum{weights: a.sum.weights}
	for _, got := range []float64{between(&large, &b), between(&b, &large)} {
		if math.Abs(got-want) > 1e-6 {
			t.Errorf("likeness %v, with all items known %v", got, want)
		}
	}
	b.sum = &sum{weights: b.sum.weights}
	if got := between(&large, &b); got != 0 {
		t.Errorf("likeness %v of two that know no items", got)
	}
}

// TestOneStoryStaysOne: a story that grows is looked at often, and is left alone.
func TestOneStoryStaysOne(t *testing.T) {
	s := New(Config{})
	for i := range 30 {
		if n := s.Add(elsin()[i%3]); n != 0 {
			t.Fatalf("item %d begins story %d", i, n)
		}
	}
	if c := s.Changes(); len(c) != 0 {
		t.Errorf("%+v", c)
	}
}

// TestRestoreAfterChanges: what is put back where changes moved it decides as
// what was derived, and unused numbers stay unused.
func TestRestoreAfterChanges(t *testing.T) {
	items := []Item{
		{Body: "Lindquist resigned. Parliament of Norvik votes tomorrow."},
		{Body: "Shipyard bribes: prosecutors search Halvard offices."},
		elsin()[0], grauberg()[0],
		{Body: "Lindquist resigned, Norvik parliament votes. Prosecutors search shipyard: Halvard bribes."},
		elsin()[1], grauberg()[1],
	}
	first, where, changes := New(Config{}), make([]int, 0, len(items)), 0
	for _, it := range items {
		where = append(where, first.Add(it))
		for _, c := range first.Changes() {
			changes++
			for i, n := range where {
				if c.Kind == Merged && n == c.Other || c.Kind == Split && slices.Contains(c.Items, i) {
					where[i] = map[ChangeKind]int{Merged: c.Story, Split: c.Other}[c.Kind]
				}
			}
		}
	}
	if changes == 0 {
		t.Fatal("nothing changed: the test shows nothing")
	}
	again := New(Config{})
	for i, it := range items {
		again.Restore(it, where[i])
	}
	sameState(t, first, again)
	more := append(elsin(), grauberg()...)
	more = append(more,
		Item{Body: "Halvard bribes: Lindquist questioned by prosecutors in Norvik."}, Item{Body: "Glacier melts above Tarnsee."})
	for i, it := range more {
		a, b := first.Add(it), again.Add(it)
		if a != b {
			t.Errorf("item %d is in story %d, after restoring in %d", i, a, b)
		}
	}
}

// sameState holds that what a story became by changes is what its items make of it.
func sameState(t *testing.T, a, b *Stories) {
	t.Helper()
	if a.items != b.items || a.living != b.living || !slices.EqualFunc(a.newest, b.newest, time.Time.Equal) || len(a.stories) != len(b.stories) {
		t.Errorf("%d items, %v stories of each script, newest %v; restored %d, %v, %v", a.items, a.living, a.newest, b.items, b.living, b.newest)
	}
	numbers := func(list []filed) (out []int) {
		for _, m := range list {
			out = append(out, int(m.number))
		}
		return out
	}
	for n := range min(len(a.stories), len(b.stories)) {
		x, y := &a.stories[n], &b.stories[n]
		if x.items != y.items || x.last != y.last || !slices.Equal(numbers(x.members()), numbers(y.members())) || math.Abs(x.norm-y.norm) > 1e-3 {
			t.Errorf("story %d: %d items %v, last %v, norm %v; restored %d %v, %v, %v", n, x.items, numbers(x.members()), x.last, x.norm, y.items, numbers(y.members()), y.last, y.norm)
		}
		for _, stem := range y.sorted() {
			if math.Abs(x.of(stem)-y.of(stem)) > 1e-3 {
				t.Errorf("story %d: a word weighs %v, restored %v", n, x.of(stem), y.of(stem))
			}
		}
		if x.items > 0 && len(x.sorted()) != len(y.sorted()) {
			t.Errorf("story %d: %d words, restored %d", n, len(x.sorted()), len(y.sorted()))
		}
	}
}

// TestMergedState: two stories with several dated items each are one, as if the
// items had been put into it at once; which of the two is asked is the same.
func TestMergedState(t *testing.T) {
	items := append(elsin(), elsin()[:2]...)
	for i, d := range []int{3, 1, 2, 5, 4} {
		items[i].Date = day(d)
	}
	where := []int{0, 1, 0, 1, 1}
	for _, way := range [][2]int{{0, 1}, {1, 0}} {
		apart, once := New(Config{}), New(Config{})
		for i, it := range items {
			apart.Restore(it, where[i])
			once.Restore(it, 0)
		}
		a, b := &apart.stories[0], &apart.stories[1]
		if x, y := between(a, b), between(b, a); math.Abs(x-y) > 1e-6 {
			t.Errorf("likeness %v one way and %v the other", x, y)
		}
		if apart.merge(way[0], way[0]) != way[0] || len(apart.Changes()) != 0 {
			t.Error("a story was merged with itself")
		}
		if n := apart.merge(way[0], way[1]); n != 0 {
			t.Errorf("merged into %d", n)
		}
		once.stories = append(once.stories, story{})
		sameState(t, apart, once)
		want, _ := once.stories[0].known()
		got, _ := apart.stories[0].known()
		for _, of := range want {
			if !slices.Contains(got, of) || len(got) != len(want) {
				t.Errorf("amounts %v, at once %v", got, want)
			}
		}
	}
}

func TestRestoreKeepsGaps(t *testing.T) {
	s := New(Config{})
	s.Restore(elsin()[0], 4)
	if n := s.Add(elsin()[1]); n != 4 {
		t.Errorf("the next report is in %d, want 4", n)
	}
	if n := s.Add(Item{Body: "Glacier melts above Tarnsee."}); n != 5 {
		t.Errorf("a new story is %d, want 5", n)
	}
}

// table is likenesses of n items: inside between two of the first a, and two of
// the others but the last alone; across between any of the two.
func table(a, b, alone int, inside, across float64) [][]float64 {
	n := a + b + alone
	likes := make([][]float64, n)
	for i := range n {
		likes[i] = make([]float64, n)
		for j := range n {
			switch {
			case i == j:
			case i >= a+b || j >= a+b:
				likes[i][j] = 0.02 * float64(1+min(i, j)/a)
			case i < a == (j < a):
				likes[i][j] = inside
			default:
				likes[i][j] = across
			}
		}
	}
	return likes
}

func TestParts(t *testing.T) {
	tests := []struct {
		name  string
		likes [][]float64
		want  []int
	}{
		{"three and three", table(3, 3, 0, .5, .1), []int{0, 0, 0, 1, 1, 1}},
		{"three and three, near", table(3, 3, 0, .5, .4), nil},
		{"three and two", table(3, 2, 0, .5, .1), nil},
		// The last groups that become one are the one item and all others.
		{"one more in words of its own", table(3, 3, 1, .5, .1), []int{0, 0, 0, 1, 1, 1, 1}},
		{"one story", table(6, 0, 0, .5, 0), nil},
		{"two items", table(1, 1, 0, .5, .1), nil},
	}
	for _, test := range tests {
		if part := parts(test.likes); !slices.Equal(part, test.want) {
			t.Errorf("%s: %v, want %v", test.name, part, test.want)
		}
	}
}

// TestEvened: what is near in a thin part is as near as in a dense one.
func TestEvened(t *testing.T) {
	likes := table(4, 4, 0, .8, .1)
	for i := range 4 {
		for j := range 4 {
			likes[i][j] /= 4
		}
	}
	got := evened(likes)
	if thin, dense := got[0][1], got[4][5]; math.Abs(thin-1) > 1e-9 || math.Abs(dense-1) > 1e-9 {
		t.Errorf("thin %v, dense %v, want 1", thin, dense)
	}
	if got[0][4] != got[4][0] || got[0][4] <= .1 || got[0][4] >= 1 {
		t.Errorf("between them %v and %v", got[0][4], got[4][0])
	}
}

func TestLikenesses(t *testing.T) {
	v := func(weights ...float32) filed {
		var m member
		for i, w := range weights {
			m.vector = append(m.vector, newWeighted(int32(i), w, false))
		}
		f, _ := m.pack(nil)
		return f
	}
	got := likenesses([]filed{v(1, 0, 0), v(.6, .8), v(0, 0, 1)})
	want := [][]float64{{0, .6, 0}, {.6, 0, 0}, {0, 0, 0}}
	for i := range want {
		for j := range want[i] {
			if math.Abs(got[i][j]-want[i][j]) > 1e-6 {
				t.Errorf("%d, %d: %v, want %v", i, j, got[i][j], want[i][j])
			}
		}
	}
}

func TestDue(t *testing.T) {
	looks := 0
	for n := range 1000 {
		if due(n) {
			looks++
			if n < leastMembers || n > mostMembers {
				t.Errorf("a story of %d items is looked at", n)
			}
		}
	}
	for n, want := range map[int]bool{6: true, 12: true, 13: false, 15: true, 16: true, 17: false, 20: true, 64: true, 63: false} {
		if due(n) != want {
			t.Errorf("a story of %d items is looked at: %v", n, due(n))
		}
	}
	if looks < 8 || looks > 30 {
		t.Errorf("a story is looked at %d times while it grows to %d items", looks, mostMembers)
	}
}

// TestSweep: what is over is forgotten, its number is not used again, and undated
// stories stay.
func TestSweep(t *testing.T) {
	s := New(Config{})
	undated := s.Add(grauberg()[0])
	old := elsin()[0]
	old.Date = day(1)
	was := s.Add(old)
	late := time.Date(2031, 9, 1, 9, 0, 0, 0, time.UTC)
	for i := range sweepEvery {
		s.Add(Item{Body: fmt.Sprintf("Nothing word%d", i), Date: late})
	}
	if s.stories[was].items != 0 || len(s.stories[was].sorted()) != 0 {
		t.Error("a story of half a year ago is still held")
	}
	if s.stories[undated].items != 1 {
		t.Error("an undated story was forgotten")
	}
	for stem, list := range s.with {
		if slices.Contains(list, int32(was)) {
			t.Fatalf("word %d still leads to it", stem)
		}
	}
	if n := s.Add(old); n != len(s.stories)-1 {
		t.Errorf("it comes again as story %d, want a new one", n)
	}
}
