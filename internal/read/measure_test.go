package read

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/datatest"
)

func readFile(t *testing.T, name string) Line {
	t.Helper()
	it, _ := openPage(t, name) // an empty page counts as an empty text
	return NewLine(strings.TrimSuffix(filepath.Base(name), ".html.gz"), it)
}

func openPage(t *testing.T, name string) (dateline.Item, error) {
	t.Helper()
	return Page(dateline.Copy{Body: unzip(t, name)}, Hint{})
}

func readJSON(t *testing.T, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}

var word = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// shingles counts the windows of four words.
func shingles(words []string) map[string]int {
	m := map[string]int{}
	for i := 0; i == 0 && len(words) > 0 || i+4 <= len(words); i++ {
		m[strings.Join(words[i:min(i+4, len(words))], " ")]++
	}
	return m
}

// TestMeasuredBodies holds the reading of bodies to what it has reached: F1 by
// windows of four words, and the share of texts that are right to the word. The
// forest has learnt from these pages: see docs/reading.md for pages that it has not.
func TestMeasuredBodies(t *testing.T) {
	var truth map[string]struct{ ArticleBody string }
	readJSON(t, datatest.Path(t, "extract-dev", "truth.json"), &truth)
	precision, recall, exact, found := 0.0, 0.0, 0, 0
	for id, want := range truth {
		tw, fw := word.FindAllString(want.ArticleBody, -1), word.FindAllString(readFile(t, datatest.Path(t, "extract-dev", "html", id+".html.gz")).Text, -1)
		ts, fs := shingles(tw), shingles(fw)
		common, all, got := 0, 0, 0
		for s, n := range ts {
			common += min(n, fs[s])
			all += n
		}
		for _, n := range fs {
			got += n
		}
		if got > 0 {
			precision += float64(common) / float64(got)
			found++
		}
		recall += float64(common) / float64(max(1, all))
		if slices.Equal(tw, fw) {
			exact++
		}
	}
	p, r := precision/float64(max(1, found)), recall/float64(len(truth))
	f1, share := 2*p*r/(p+r), float64(exact)/float64(len(truth))
	t.Logf("%d pages: F1 %.4f, precision %.4f, recall %.4f, exact %.3f", len(truth), f1, p, r, share)
	if f1 < 0.988 || share < 0.58 {
		t.Errorf("F1 %.4f and exact %.3f are less than 0.988 and 0.58", f1, share)
	}
}

// TestMeasuredFields does the same for headline, byline and day.
func TestMeasuredFields(t *testing.T) {
	names, err := filepath.Glob(datatest.Path(t, "wcxb-dev", "truth", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no truth: %v", err)
	}
	var right, asked [3]int
	var undue, silent [3]int // given where the truth has none
	for _, name := range names {
		var x struct {
			Truth struct {
				Title, Author string
				Day           string `json:"publish_date"`
			} `json:"ground_truth"`
		}
		readJSON(t, name, &x)
		l := readFile(t, datatest.Path(t, "wcxb-dev", "html", strings.TrimSuffix(filepath.Base(name), ".json")+".html.gz"))
		day := ""
		if l.Published.Time != nil {
			day = (*l.Published.Time)[:10]
		}
		for i, pair := range [...][2]string{{x.Truth.Title, l.Headline}, {strings.ReplaceAll(x.Truth.Author, " and ", " "), strings.Join(l.Byline, " ")}, {x.Truth.Day, day}} {
			if pair[0] == "" {
				silent[i]++
				undue[i] += min(1, len(pair[1]))
				continue
			}
			asked[i]++
			if sameWords(pair[0], pair[1], i == 1) {
				right[i]++
			}
		}
	}
	share := func(i int) float64 { return float64(right[i]) / float64(max(1, asked[i])) }
	share0 := func(i int) float64 { return float64(undue[i]) / float64(max(1, silent[i])) }
	t.Logf("%d pages: headline %.3f, byline %.3f (given where there is none %.3f), day %.3f (%.3f)", len(names), share(0), share(1), share0(1), share(2), share0(2))
	for i, want := range [...]struct {
		what        string
		floor, roof float64
	}{{"headline", 0.885, 1}, {"byline", 0.79, 0.05}, {"day", 0.87, 0.15}} {
		if share(i) < want.floor || share0(i) > want.roof {
			t.Errorf("%s: %.3f is less than %.3f, or %.3f where there is none more than %.3f", want.what, share(i), want.floor, share0(i), want.roof)
		}
	}
}

// sameWords compares by words, in any order if need be.
func sameWords(a, b string, anyOrder bool) bool {
	x, y := word.FindAllString(strings.ToLower(a), -1), word.FindAllString(strings.ToLower(b), -1)
	if anyOrder {
		slices.Sort(x)
		slices.Sort(y)
	}
	return slices.Equal(x, y)
}
