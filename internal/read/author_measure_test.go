package read

import (
	"path/filepath"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/datatest"
	"dateline/internal/read/body"
	"dateline/internal/read/byline"
	"dateline/internal/read/clean"
	"dateline/internal/read/page"
	"dateline/internal/read/tree"
)

// TestMeasuredPlaces logs how often each place names the byline rightly, which
// is what the weights of the vote rest on.
func TestMeasuredPlaces(t *testing.T) {
	files, err := filepath.Glob(datatest.Path(t, "wcxb-dev", "truth", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no truth: %v", err)
	}
	right, wrong := map[byline.Place]int{}, map[byline.Place]int{}
	for _, name := range files {
		var x struct {
			Truth struct{ Author string } `json:"ground_truth"`
		}
		readJSON(t, name, &x)
		r := readerOf(t, datatest.Path(t, "wcxb-dev", "html", strings.TrimSuffix(filepath.Base(name), ".json")+".html.gz"))
		seen := map[byline.Place]bool{}
		for _, c := range r.authors(r.headline()) {
			if names := c.Names(); len(names) > 0 && !seen[c.Place] {
				seen[c.Place] = true
				if sameWords(strings.ReplaceAll(x.Truth.Author, " and ", " "), strings.Join(names, " "), true) {
					right[c.Place]++
				} else {
					wrong[c.Place]++
				}
			}
		}
	}
	for i, p := range [...]string{"labelled", "name", "marked", "classed", "data", "data, no person", "meta", "account", "near the date", "far", "ending", "aside", "linked"} {
		p, name := byline.Place(i), p
		t.Logf("%-16s right %d of %d", name, right[p], right[p]+wrong[p])
	}
	if right[byline.Data] < 4*wrong[byline.Data] {
		t.Errorf("structured data names the byline on %d pages and something else on %d: the weights are out of date", right[byline.Data], wrong[byline.Data])
	}
}

func readerOf(t *testing.T, name string) *reader {
	t.Helper()
	b := unzip(t, name)
	doc, err := tree.Parse(clean.Decode(b, ""))
	if err != nil {
		t.Fatal(err)
	}
	p := page.Of(doc)
	r := &reader{copy: dateline.Copy{Body: b}, page: p, address: address("", p)}
	r.found = body.Find(doc)
	return r
}
