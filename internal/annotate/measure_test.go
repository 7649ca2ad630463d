package annotate

import (
	"path/filepath"
	"regexp"
	"sort"
	"testing"

	"dateline/internal/datatest"
)

// A labelled text, of attrib-dev and of our Arabic set.
type labelled struct {
	ID, Text, Lang, Published string
	Attributions              []Attribution
}

var word = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// A wordSet is the words, by where they begin, that spans cover.
type wordSet map[int]bool

// covered is the words of the spans; starts are where words begin, in code points.
func covered(spans [][2]int, starts []int) wordSet {
	set := wordSet{}
	for _, s := range spans {
		for i := sort.SearchInts(starts, s[0]); i < len(starts) && starts[i] < s[1]; i++ {
			set[starts[i]] = true
		}
	}
	return set
}

// alike is the share of words that two sets have in common.
func alike(a, b wordSet) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}

// whoSaidWhat is the F1, in percent, of statements whose content and source both
// have half their words in common with a labelled one: paired from the most alike
// on, each once.
func whoSaidWhat(texts []labelled) float64 {
	right, all := 0, 0
	for _, l := range texts {
		at := codePoints(l.Text)
		var starts []int
		for _, w := range word.FindAllStringIndex(l.Text, -1) {
			starts = append(starts, at(w[0]))
		}
		got := NewLine(l.ID, l.Text, Mark(Input{Text: l.Text, Language: l.Lang})).Attributions
		all += len(got) + len(l.Attributions)
		right += rightOf(l.Attributions, got, starts)
	}
	return 200 * float64(right) / float64(all)
}

func rightOf(want, got []Attribution, starts []int) (right int) {
	type pair struct {
		want, got int
		alike     float64
	}
	var pairs []pair
	for i, w := range want {
		for j, g := range got {
			if a := alike(covered(w.Content, starts), covered(g.Content, starts)); a > 0 {
				pairs = append(pairs, pair{i, j, a})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].alike > pairs[j].alike })
	usedWant, usedGot := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if usedWant[p.want] || usedGot[p.got] {
			continue
		}
		usedWant[p.want], usedGot[p.got] = true, true
		if p.alike >= 0.5 && alike(covered(want[p.want].Source, starts), covered(got[p.got].Source, starts)) >= 0.5 {
			right++
		}
	}
	return right
}

// TestMeasuredEnglish holds the English rules to what they have reached.
func TestMeasuredEnglish(t *testing.T) {
	if f1 := whoSaidWhat(datatest.Lines[labelled](t, datatest.Path(t, "attrib-dev", "polnear-dev.jsonl"))); f1 < 60 {
		t.Errorf("who said what: F1 %.1f, has been 61", f1)
	}
}

// TestMeasuredArabic does so on the open half of our own set.
func TestMeasuredArabic(t *testing.T) {
	if f1 := whoSaidWhat(datatest.Lines[labelled](t, filepath.Join("testdata", "arabic-open.jsonl"))); f1 < 80 {
		t.Errorf("who said what: F1 %.1f, has been 81", f1)
	}
}
