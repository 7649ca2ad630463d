package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/internal/lang/grams"
)

// countsOf counts the sequences inside words, as the statistics do.
func countsOf(text string) (c counts) {
	for n := range c {
		c[n] = map[string]float64{}
	}
	for _, w := range strings.Fields(text) {
		r := []rune(w)
		for i := range r {
			for n := 1; n <= grams.Longest && i+n <= len(r); n++ {
				c[n][string(r[i:i+n])]++
			}
		}
	}
	return c
}

// TestModelFindsEnds: beginnings and ends come out of counts that know none.
func TestModelFindsEnds(t *testing.T) {
	m := newModel(countsOf("ab abc ab cab b"))
	for _, c := range []struct {
		before string
		last   rune
		want   float64
	}{
		{"", 'a', 4}, {"", 'b', 5}, {"", grams.End, 5},
		{"a", 'b', 4}, {"b", 'c', 1}, {"b", grams.End, 4}, {"ab", grams.End, 3}, {"ab", 'c', 1},
		{begin, 'a', 3}, {begin, 'c', 1}, {begin, 'b', 1},
		{begin + "a", 'b', 3}, {begin + "a", grams.End, 0}, {begin + "ab", grams.End, 2}, {begin + "b", grams.End, 1},
		{begin + "ab", 'c', 1}, {begin + "abc", grams.End, 1}, {begin + "cab", grams.End, 1},
	} {
		if got := m.next[c.before][c.last]; got != c.want {
			t.Errorf("after %q comes %q %v times, want %v", c.before, c.last, got, c.want)
		}
	}
}

// TestProbabilitiesSumToOne, over all that can follow, whatever stands before;
// what is left for unheard letters gets less the more was heard.
func TestProbabilitiesSumToOne(t *testing.T) {
	m := newModel(countsOf(strings.Repeat("tell the tale that they told them then ", 1000)))
	for _, before := range []string{"", begin, "th", begin + "th", "he", "zz", begin + "tol"} {
		sum := 0.0
		for last := range m.next[""] {
			sum += m.probability(before + string(last))
		}
		if sum > 1+1e-9 || sum < 0.999 {
			t.Errorf("after %q all that can follow has a probability of %v", before, sum)
		}
	}
	if p := m.probability("th☃"); p <= 0 || p > unheard {
		t.Errorf("an unheard letter has a probability of %v", p)
	}
}

// TestChooseTellsApart makes a table of two toy languages and asks it.
func TestChooseTellsApart(t *testing.T) {
	words := map[string]string{"xx": "kata mako taka kamo tako", "yy": "stru brist trust bruss srust"}
	p := plan{languages: []grams.Language{{Tag: "xx"}, {Tag: "yy"}}, sequences: 60}
	models := []*model{newModel(countsOf(words["xx"])), newModel(countsOf(words["yy"]))}
	b, err := grams.Append(nil, p.languages, choose(models, p))
	if err != nil {
		t.Fatal(err)
	}
	table, _, err := grams.Parse(string(b))
	if err != nil {
		t.Fatal(err)
	}
	for i, word := range []string{"moka", "brust"} {
		costs := make([]int, 2)
		table.AddWord(costs, []rune(word))
		if costs[i] >= costs[1-i] {
			t.Errorf("%s costs %v", word, costs)
		}
	}
}

// message writes statistics as readFrequencies expects them.
func message(frequencies map[string]float64) []byte {
	b := []byte{2 << 3, 1} // a number that is passed over
	for g, p := range frequencies {
		set := binary.LittleEndian.AppendUint64([]byte{probabilityField<<3 | 1}, math.Float64bits(p))
		set = append(append(set, sequencesField<<3|2, byte(len(g))), g...)
		b = append(append(b, setsField<<3|2, byte(len(set))), set...)
	}
	return b
}

// TestReadCounts: counts that were made frequencies come back as counts.
func TestReadCounts(t *testing.T) {
	want := countsOf("ab abc ab cab b عام")
	folder := t.TempDir()
	writeStatistics(t, folder, want)
	got, err := readCounts(folder)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("counts\n%v, want\n%v", got, want)
	}
	if _, err := readCounts(t.TempDir()); err == nil {
		t.Error("an empty folder is read")
	}
}

func FuzzFrequencies(f *testing.F) {
	f.Add(message(map[string]float64{"ab": 0.5}))
	f.Add([]byte{setsField<<3 | 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if all, err := frequencies(b); err == nil && all == nil {
			t.Error("neither frequencies nor an error")
		}
	})
}

// writeStatistics writes a language's files.
func writeStatistics(t *testing.T, folder string, c counts) {
	t.Helper()
	letters := 0.0
	for _, times := range c[1] {
		letters += times
	}
	for n := 1; n <= grams.Longest; n++ {
		p := map[string]float64{}
		for g, times := range c[n] {
			of := letters
			if n > 1 {
				of = c[n-1][head(g)]
			}
			p[g] = times / of
		}
		var packed bytes.Buffer
		z := zip.NewWriter(&packed)
		w, err := z.Create("x")
		if err == nil {
			_, err = w.Write(message(p))
		}
		if err != nil || z.Close() != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fileOf(n)), packed.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRun makes the whole table of toy statistics, twice the same.
func TestRun(t *testing.T) {
	folder := t.TempDir()
	for _, p := range plans() {
		for i, l := range p.languages {
			if err := os.Mkdir(filepath.Join(folder, l.Tag), 0o700); err != nil {
				t.Fatal(err)
			}
			own := strings.Repeat(string(rune('a'+i)), 3)
			writeStatistics(t, filepath.Join(folder, l.Tag), countsOf("common words of all and "+own+" "+own+"ish z"))
		}
	}
	var made [2]string
	for i := range made {
		out := filepath.Join(t.TempDir(), "table")
		if err := run(folder, out); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		made[i] = string(b)
	}
	if made[0] != made[1] {
		t.Error("the same statistics give two tables")
	}
	rest := made[0]
	for _, p := range plans() {
		table, after, err := grams.Parse(rest)
		if err != nil {
			t.Fatal(err)
		}
		rest = after
		for i, l := range table.Languages() {
			if l != p.languages[i] {
				t.Errorf("language %d is %v, want %v", i, l, p.languages[i])
			}
			costs := make([]int, len(p.languages))
			table.AddWord(costs, []rune(strings.Repeat(string(rune('a'+i)), 3)+"ish"))
			if slices.Index(costs, slices.Min(costs)) != i {
				t.Errorf("the word of %s costs %v", l.Tag, costs)
			}
		}
	}
	if rest != "" {
		t.Errorf("%d bytes after the tables", len(rest))
	}
}

func TestRunSaysWhatIsMissing(t *testing.T) {
	err := run(t.TempDir(), filepath.Join(t.TempDir(), "table"))
	if err == nil || !strings.Contains(err.Error(), "statistics of ar") {
		t.Errorf("error %v", err)
	}
}

// TestFrequenciesRefuses what is no such message.
func TestFrequenciesRefuses(t *testing.T) {
	whole := message(map[string]float64{"ab": 0.5})
	for n := 3; n < len(whole); n++ {
		if all, err := frequencies(whole[:n]); err == nil {
			t.Errorf("%d of %d bytes are read as %v", n, len(whole), all)
		}
	}
	for _, b := range [][]byte{{0x80}, {3}, {1<<3 | 1, 0}, {1<<3 | 2, 9}, {1 << 3, 0x80}} {
		if _, err := frequencies(b); err == nil {
			t.Errorf("% x is read", b)
		}
	}
}
