package lang

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// measured counts right, unknown and wrong answers on a file of the set.
func measured(t *testing.T, name string) (right, unknown, wrong map[string]int) {
	t.Helper()
	f, err := os.Open(filepath.Join(dataDir(t), "langid", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	right, unknown, wrong = map[string]int{}, map[string]int{}, map[string]int{}
	for s := bufio.NewScanner(f); s.Scan(); {
		want, text, _ := strings.Cut(s.Text(), "\t")
		switch Detect(text) {
		case want:
			right[want]++
			right["all"]++
		case Unknown:
			unknown[want]++
			unknown["all"]++
		default:
			wrong[want]++
			wrong["all"]++
		}
	}
	return right, unknown, wrong
}

func TestDetectMeasured(t *testing.T) {
	for _, c := range []struct {
		file          string
		least, errors float64
	}{
		{"sentences.tsv", 0.9, 0.02},
		{"word-pairs.tsv", 0, 0.08},
		{"single-words.tsv", 0, 0.06},
	} {
		right, unknown, wrong := measured(t, c.file)
		all := float64(right["all"] + unknown["all"] + wrong["all"])
		r, w := float64(right["all"])/all, float64(wrong["all"])/all
		t.Logf("%s: right %.3f wrong %.3f; right %v unknown %v wrong %v", c.file, r, w, right, unknown, wrong)
		if r < c.least || w > c.errors {
			t.Errorf("%s: right %.3f, wrong %.3f; want at least %.2f, at most %.2f", c.file, r, w, c.least, c.errors)
		}
	}
}

// dataDir is the folder of measuring data. In CI it must be there.
func dataDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" && os.Getenv("CI") == "true" {
		t.Fatal("DATELINE_DATA is unset: set it to the folder of measuring data")
	}
	if dir == "" {
		t.Skip("DATELINE_DATA is unset: not measured")
	}
	return dir
}
