package grams

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// small is a table of two languages: one writes a, one b, and only the first
// writes "ab" and ends words in "ab".
func small(t testing.TB) (*Table, string) {
	t.Helper()
	seq := func(letters string, costs ...byte) Sequence { return Sequence{[]rune(letters), costs} }
	b, err := Append([]byte(nil), []Language{{"aa", 0}, {"bbb", 6}}, []Sequence{
		seq("a", 1, 50), seq("b", 40, 2), seq("ab", 3, 60), seq(string(Begin)+"ab", 4, 70),
		seq("ab"+string(End), 5, 80), seq("abcde", 6, 90), seq(string(Begin)+"اب", 7, 99), seq(string(End), 9, 9),
	})
	if err != nil {
		t.Fatal(err)
	}
	table, rest, err := Parse(string(b) + "rest")
	if err != nil || rest != "rest" {
		t.Fatalf("Parse: rest %q, error %v", rest, err)
	}
	return table, string(b)
}

// TestAddWord: each letter costs what the longest known sequence up to it does.
func TestAddWord(t *testing.T) {
	table, _ := small(t)
	for _, c := range []struct {
		word string
		want [2]int
	}{
		{"", [2]int{9, 9}},
		{"a", [2]int{1 + 9, 50 + 9}},
		{"b", [2]int{40 + 9, 2 + 9}},
		{"ab", [2]int{1 + 4 + 5, 50 + 70 + 80}},
		{"aab", [2]int{1 + 1 + 3 + 5, 50 + 50 + 60 + 80}},
		{"bab", [2]int{40 + 1 + 3 + 5, 2 + 50 + 60 + 80}},
		{"abcde", [2]int{1 + 4 + 2*strange + 6 + 9, 50 + 70 + 2*strange + 90 + 9}},
		{"اب", [2]int{strange + 7 + 9, strange + 99 + 9}},
		{"z", [2]int{strange + 9, strange + 9}},
	} {
		var costs [2]int
		table.AddWord(costs[:], []rune(c.word))
		if costs != c.want {
			t.Errorf("%q costs %v, want %v", c.word, costs, c.want)
		}
	}
}

func TestParseKeepsLanguages(t *testing.T) {
	table, _ := small(t)
	if want := []Language{{"aa", 0}, {"bbb", 6}}; !slices.Equal(table.Languages(), want) {
		t.Errorf("languages %v, want %v", table.Languages(), want)
	}
}

// TestParseDamaged cuts a table everywhere: an error, never a panic.
func TestParseDamaged(t *testing.T) {
	_, data := small(t)
	for n := range len(data) {
		if _, _, err := Parse(data[:n]); err == nil {
			t.Errorf("%d of %d bytes are taken for a table", n, len(data))
		}
	}
	if _, _, err := Parse("\x00\x01" + strings.Repeat("\x00", 100)); err == nil {
		t.Error("a table of no language is taken")
	}
}

// TestManySequences: each of many is found with its own costs.
func TestManySequences(t *testing.T) {
	var list []Sequence
	for i := range 20000 {
		list = append(list, Sequence{[]rune(fmt.Sprintf("%05d", i)), []byte{byte(i), byte(i >> 8)}})
	}
	b, err := Append(nil, []Language{{"xx", 0}, {"yy", 0}}, list)
	if err != nil {
		t.Fatal(err)
	}
	table, _, err := Parse(string(b))
	if err != nil {
		t.Fatal(err)
	}
	strange := 0
	for i, s := range list {
		var costs [2]int
		if at := table.find(hashOf(s.Letters)); at < 0 {
			t.Fatalf("%q is lost", string(s.Letters))
		} else {
			table.add(costs[:], at)
		}
		if costs[0] != i&255 || costs[1] != i>>8 {
			strange++
		}
	}
	if strange > 5 {
		t.Errorf("%d of %d have another's costs", strange, len(list))
	}
	found := 0
	for i := range 10000 {
		if table.find(hashOf([]rune(fmt.Sprintf("x%04d", i)))) >= 0 {
			found++
		}
	}
	if found > 5 {
		t.Errorf("%d of 10,000 unknown sequences are found", found)
	}
}

func TestAppendRefusesMissingCosts(t *testing.T) {
	if _, err := Append(nil, []Language{{"xx", 0}}, []Sequence{{Letters: []rune("a")}}); err == nil {
		t.Error("a sequence without costs is taken")
	}
}

func TestCost(t *testing.T) {
	for _, c := range []struct {
		p    float64
		want byte
	}{{1, 0}, {0.36787944, Nat}, {1e-3, 111}, {1e-9, 255}, {0, 255}} {
		if got := Cost(c.p); got != c.want {
			t.Errorf("Cost(%v) = %d, want %d", c.p, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	_, data := small(f)
	f.Add(data)
	f.Add("\x01xx  \x00\x18\x00\x00\x00\x00")
	f.Fuzz(func(t *testing.T, data string) {
		if table, _, err := Parse(data); err == nil && len(table.Languages()) == 0 {
			t.Error("a table of no language")
		}
	})
}
