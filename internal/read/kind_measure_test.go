package read

import (
	"errors"
	"path/filepath"
	"testing"

	"dateline/internal/datatest"
)

// TestMeasuredArticles holds how many articles are taken for something else. All
// pages of the two sets are articles.
func TestMeasuredArticles(t *testing.T) {
	var names []string
	for _, set := range [...]string{"wcxb-dev", "extract-dev"} {
		found, err := filepath.Glob(datatest.Path(t, set, "html", "*.html.gz"))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	flagged := 0
	for _, name := range names {
		var none *NoArticle
		if _, err := openPage(t, name); errors.As(err, &none) {
			flagged++
			t.Logf("%s: %v", filepath.Base(name), none)
		}
	}
	if t.Logf("%d of %d articles are taken for none", flagged, len(names)); flagged > 4 || len(names) == 0 {
		t.Errorf("%d of %d articles are taken for none: more than 4", flagged, len(names))
	}
}
