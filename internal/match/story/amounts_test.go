package story

import (
	"slices"
	"testing"

	"dateline/internal/lang"
)

func TestAmounts(t *testing.T) {
	tests := []struct {
		text  string
		value int // of pirates; -1: none are counted
	}{
		{"The navy took 26 pirates to Elsin.", 26},
		{"The navy took twenty-six pirates.", -1},
		{"Six pirates, then 7 pirates", 6},
		{"26-pirates", 26},
		{"Count to 26, pirates!", -1},
		{"٢٦ pirates", 26},
		{"26 of the pirates", -1},
		{"26 7 pirates", 7},
		{"pirates 26", -1},
		{"26", -1},
		{"", -1},
	}
	for _, test := range tests {
		s := New(Config{})
		_, words := lang.Words(test.text)
		got := -1
		for _, a := range s.amounts(test.text, words) {
			if a.of == s.stem(lang.Stem("pirates", "")) {
				got = a.value
			}
		}
		if got != test.value {
			t.Errorf("%q: %d pirates, want %d", test.text, got, test.value)
		}
	}
}

func TestCounted(t *testing.T) {
	var of sum
	of.count([]amount{{1, 26}, {1, 23}, {2, 5}})
	tests := []struct {
		name string
		list []amount
		want float64
	}{
		{"nothing", nil, 1},
		{"other things", []amount{{3, 7}}, 1},
		{"the same", []amount{{1, 23}}, accord},
		{"another number", []amount{{1, 24}}, clash},
		{"one of each", []amount{{1, 26}, {2, 6}}, 1},
	}
	for _, test := range tests {
		if got := counted(of.amounts, test.list); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestRestoreKeepsAmounts: also those that came by a merger.
func TestRestoreKeepsAmounts(t *testing.T) {
	a, b, both := grown(), grown(), Item{Body: "Lindquist resigned, Norvik parliament votes. Prosecutors search shipyard: Halvard bribes."}
	items := []Item{
		{Body: "Lindquist resigned. Norvik parliament votes on 12 posts."},
		{Body: "Halvard shipyard bribes: prosecutors search 40 offices."}, both,
	}
	for _, it := range items {
		a.Add(it)
		b.Restore(it, 0)
	}
	if c := a.Changes(); len(c) != 1 || c[0].Kind != Merged {
		t.Fatalf("%+v: the test shows nothing", c)
	}
	x, _ := a.stories[0].known()
	y, _ := b.stories[0].known()
	if len(x) != 2 || len(y) != 2 {
		t.Fatalf("%v, restored %v", x, y)
	}
	for _, a := range x {
		if !slices.Contains(y, a) {
			t.Errorf("%v, restored %v", x, y)
		}
	}
}

// TestBands: ordinary words are told from names in a brief text at once, and no
// word has two shares.
func TestBands(t *testing.T) {
	for word, want := range map[string]float64{"parliament": oftenShare, "earthquake": sometimeShare, "grauberg": 0, "said": 0} {
		if got := bands()[lang.Stem(word, "")]; got != want {
			t.Errorf("%s has %v, want %v", word, got, want)
		}
	}
	s := New(Config{})
	weight := func(word string, brief bool) float32 {
		m := member{brief: brief}
		s.weighWords(s.count([]term{{stem: lang.Stem(word, ""), weight: 1}, {stem: "grauberg", weight: 1}}, &m), &m)
		for _, w := range m.vector {
			if w.stem() == s.stem(lang.Stem(word, "")) {
				return w.weight
			}
		}
		return 0
	}
	if brief, long := weight("earthquake", true), weight("parliament", false); brief >= long || brief == 0 {
		t.Errorf("brief %v, long %v", brief, long)
	}
}
