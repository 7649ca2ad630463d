package match

import (
	"math"
	"strings"
	"testing"
	"time"
)

// TestKindsByShare: what the second text is to the first, by how much of each
// stands in the other.
func TestKindsByShare(t *testing.T) {
	for _, c := range []struct {
		name        string
		a, b, exact float64
		want        Kind
	}{
		{"all of both", 1, 1, 1, Duplicate},
		{"nearly all of both", 0.85, 0.85, 1, Duplicate},
		{"nearly all of both, mistyped", 0.9, 0.9, 0.82, Duplicate},
		{"all of the second, a part of the first", 0.5, 0.85, 1, Excerpt},
		{"the first within a longer one", 0.84, 0.49, 0.95, Excerpt},
		{"the first with something new", 0.84, 0.6, 0.95, Update},
		{"the first, worked over, with something new", 0.84, 0.6, 0.94, Rewrite},
		{"half of each", 0.55, 0.55, 0.97, Rewrite},
		{"a smaller part, in other words", 0.8, 0.45, 0.85, Rewrite},
		{"as little as two reports of one event share", 0.35, 0.35, 1, None},
	} {
		g := Agreement{A: c.a, B: c.b, Exact: c.exact, Letters: 1000, Longest: 500}
		if got := g.Kind(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestHowMuchIsEnough: little in common must be more of a text, and what agrees
// less exactly, too.
func TestHowMuchIsEnough(t *testing.T) {
	for _, c := range []struct {
		name    string
		share   float64
		exact   float64
		letters int
		want    bool
	}{
		{"enough of a long text", 0.44, 1, 200, true},
		{"too little of a long text", 0.43, 1, 200, false},
		{"as much of a short text", 0.44, 1, 120, false},
		{"more of a short text", 0.55, 1, 120, true},
		{"all of eight words", 1, 1, 40, true},
		{"all of seven words", 1, 1, 39, false},
		{"half, one wrong key in five", 0.6, 0.7, 1000, false},
		{"all, one wrong key in five", 1, 0.7, 1000, true},
		{"all, in a template's words", 0.8, 0.6, 1000, false},
	} {
		a, b := Agreement{A: c.share, B: 0.3, Exact: c.exact, Letters: c.letters}, Agreement{A: 0.3, B: c.share, Exact: c.exact, Letters: c.letters}
		if x, y := a.Same(), b.Same(); x != c.want || y != c.want {
			t.Errorf("%s: %v and %v the other way round, want %v", c.name, x, y, c.want)
		}
	}
}

// TestOnePassageIsEnough: if it is long and agrees word for word, whatever stands
// around it.
func TestOnePassageIsEnough(t *testing.T) {
	for _, c := range []struct {
		name         string
		letters      int
		exact, whole float64
		want         bool
	}{
		{"as long as it takes", 158, 1, 1, true},
		{"a letter less", 157, 1, 1, false},
		{"longer, with slips", 180, 0.9, 1, true},
		{"longer, with other names", 300, 0.89, 1, false},
		{"beside passages that hardly agree", 300, 1, 0.74, false},
	} {
		g := Agreement{A: 0.05, B: 0.05, Letters: c.letters, Longest: c.letters, Exact: c.whole, Passages: []Passage{{Letters: 30, Exact: 1}, {Letters: c.letters, Exact: c.exact}}}
		if got := g.Same(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if g.Even() {
			t.Errorf("%s: a passage does not make two texts one", c.name)
		}
	}
}

// TestEven: two texts are of one family whatever else is known where neither is a
// small part of the other.
func TestEven(t *testing.T) {
	for _, c := range []struct {
		a, b float64
		want bool
	}{{0.9, 0.9, true}, {0.9, 0.3, true}, {0.3, 0.9, true}, {0.9, 0.29, false}, {0.29, 0.9, false}, {0.43, 0.43, false}} {
		g := Agreement{A: c.a, B: c.b, Exact: 1, Letters: 1000}
		if got := g.Even(); got != c.want {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
}

// TestCreditsStandAtTheEnds: a source is named as the origin within the first words
// or the last ones; in the midst of a text it is news.
func TestCreditsStandAtTheEnds(t *testing.T) {
	words := func(n int) string { return strings.Repeat("pier ", n) }
	for _, c := range []struct {
		name, text, source string
		want               bool
	}{
		{"the first word", "Coast: " + words(200), "Coast", true},
		{"the last word", words(200) + "(Coast)", "Coast", true},
		{"the last of the head", words(creditHead-1) + "(Coast) " + words(200), "Coast", true},
		{"behind the head", words(creditHead) + "(Coast) " + words(200), "Coast", false},
		{"the first of the tail", words(200) + "(Coast) " + words(creditTail-1), "Coast", true},
		{"before the tail", words(200) + "(Coast) " + words(creditTail), "Coast", false},
		{"two words at the very end", words(200) + "(Coast Herald)", "Coast Herald", true},
		{"half of a name at the end", words(200) + "(Coast)", "Coast Herald", false},
		{"a short text", "(Coast)", "Coast", true},
		{"another name", words(20), "Coast", false},
		{"a name of one letter", "(A) " + words(20), "A", false},
		{"no name", words(20), "", false},
		{"a mark for a name", words(20), "—", false},
		{"nothing", "", "Coast", false},
	} {
		if got := Read(c.text).Credits(NameOf(c.source)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestPassagesInOrder: passages come in the order of the first text, and how much
// of them follows each other in the second is told.
func TestPassagesInOrder(t *testing.T) {
	for _, c := range []struct {
		name  string
		order []int
		least float64
		most  float64
	}{{"the same order", []int{0, 1, 2, 3}, 1, 1}, {"the last first", []int{3, 0, 1, 2}, 0.7, 0.95}, {"turned round", []int{3, 2, 1, 0}, 0, 0.5}} {
		between := mistype(tunnel, 2)
		var b strings.Builder
		for _, n := range c.order {
			b.WriteString(sentences(ferry, n) + between + " ")
		}
		g := Compare(Read(ferry), Read(b.String()))
		if g.InOrder < c.least || g.InOrder > c.most {
			t.Errorf("%s: %.2f in order", c.name, g.InOrder)
		}
		letters, longest := 0, 0
		for i, p := range g.Passages {
			if i > 0 && p.A.Start < g.Passages[i-1].A.Start {
				t.Errorf("%s: passages out of order: %+v", c.name, g.Passages)
			}
			letters, longest = letters+p.Letters, max(longest, p.Letters)
		}
		if letters != g.Letters || longest != g.Longest {
			t.Errorf("%s: %d letters, %d the longest; passages have %d and %d", c.name, g.Letters, g.Longest, letters, longest)
		}
	}
}

// TestNoPassageTwice: a sentence that stands twice in one text and once in the
// other is one passage.
func TestNoPassageTwice(t *testing.T) {
	once := sentences(ferry, 0)
	for _, c := range [][2]string{{once + tunnel, once + mistype(bridge, 2) + once}, {once + mistype(bridge, 2) + once, once + tunnel}} {
		g := Compare(Read(c[0]), Read(c[1]))
		if len(g.Passages) != 1 {
			t.Errorf("%d passages: %+v", len(g.Passages), g.Passages)
		}
	}
}

// TestComparerForgets: a comparer that is used again finds what a new one does, in
// texts of any length.
func TestComparerForgets(t *testing.T) {
	var c Comparer
	texts := []string{ferry, strings.Repeat(tunnel, 40), "", mistype(ferry, 6), bridge, strings.Repeat(ferry+tunnel, 20), "pier"}
	for _, a := range texts {
		for _, b := range texts {
			x, y := Read(a), Read(b)
			got, want := c.Compare(x, y), Compare(x, y)
			if got.A != want.A || got.B != want.B || got.Letters != want.Letters || len(got.Passages) != len(want.Passages) {
				t.Fatalf("%.20q and %.20q: %+v, and by a new one %+v", a, b, got, want)
			}
		}
	}
}

// TestWordAt: each letter belongs to the word that it was read from.
func TestWordAt(t *testing.T) {
	text := Read("the ferry, at 7 ran")
	for letter, want := range []int{0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 4, 4, 4} {
		if got := text.wordAt(int32(letter)); got != want {
			t.Errorf("letter %d is of word %d, want %d", letter, got, want)
		}
	}
	if got := text.wordAt(99); got != 4 {
		t.Errorf("behind the last letter stands word %d", got)
	}
}

// TestCare: hamzas and the marked h are wire copy's, vowel signs are not.
func TestCare(t *testing.T) {
	for text, want := range map[string]int{"": 0, "pier": 0, "أمس": 1, "إلى آخر": 2, "مدينة": 1, "مدينه": 0, "نَ": -1, "نْ": -1, "نً": -1, "نٓ": 0, "ء": 0, "أَ": 0} {
		if got := care(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// TestHeadlineTwice: a headline that the body repeats counts once.
func TestHeadlineTwice(t *testing.T) {
	for _, c := range []struct{ headline, body, want string }{
		{"Pier closed", "It leaks.", "Pier closed\nIt leaks."},
		{"Pier closed", "Pier closed\nIt leaks.", "Pier closed\nIt leaks."},
		{" Pier closed ", "\n Pier closed. It leaks.", "\n Pier closed. It leaks."},
		{"", "It leaks.", "It leaks."},
		{"Pier closed", "", "Pier closed\n"},
	} {
		it := Item{Headline: c.headline, Body: c.body}
		if got := it.Joined(); got != c.want {
			t.Errorf("%q and %q: %q", c.headline, c.body, got)
		}
	}
}

// TestSomeUndated: where one of a family has no stamp, stamps decide nothing, and the
// text from which the others can be explained is the origin.
func TestSomeUndated(t *testing.T) {
	cut := sentences(ferry, 0, 1)
	items := []Item{{Body: cut, Date: day(1)}, {Body: ferry}, {Body: mistype(ferry, 12), Date: day(2)}}
	for i, o := range Families(items) {
		if o.Family != 1 || o.Late != 0 {
			t.Errorf("item %d: %+v", i, o)
		}
	}
	for i := range items {
		items[i].Date = day(1).Add(time.Duration(i) * time.Hour)
	}
	for i, o := range Families(items) {
		if o.Family != 0 {
			t.Errorf("dated, item %d: %+v", i, o)
		}
	}
}

// TestMarksAtLeast: a sketch of so many bytes has at least so many marks, whatever
// the distances between them.
func TestMarksAtLeast(t *testing.T) {
	for _, n := range []int{0, 1, 2, 17, 50, 200} {
		var keys []uint64
		for i := range n {
			keys = append(keys, uint64(i*(1<<markBits-1)/max(1, n-1))<<(64-markBits))
		}
		sketch := appendSketch(nil, keys)
		if least := leastMarks(sketch); least > n || least < n-(1<<markBits)/farther-1 {
			t.Errorf("%d marks in %d bytes are taken for %d at least", n, len(sketch), least)
		}
	}
}

// TestRare: keys that nobody has are as rare as can be, those that all have are not.
func TestRare(t *testing.T) {
	keys := []uint64{1 << 60, 2 << 60, 3 << 60}
	m := &marked{}
	m.set(keys, &[maxKeys]int{}, 100)
	if m.rare() != 255 {
		t.Errorf("new keys are %d of 255 rare", m.rare())
	}
	m.set(keys, &[maxKeys]int{119, 119, 119}, 100)
	if m.rare() != 0 {
		t.Errorf("keys of all are %d of 255 rare", m.rare())
	}
	m.set(keys, &[maxKeys]int{119, 0, 0}, 100)
	if want := uint8(math.Round(255 * 2 / 3)); m.rare() != want {
		t.Errorf("keys of which a third are everybody's are %d of 255 rare, want %d", m.rare(), want)
	}
	m.set(nil, &[maxKeys]int{}, 100)
	if m.rare() != 0 {
		t.Errorf("no keys are %d of 255 rare", m.rare())
	}
}
