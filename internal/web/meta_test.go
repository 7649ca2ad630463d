package web

import (
	"testing"

	"dateline"
	"dateline/internal/wire"
)

// Who signs an item is told to search engines as what it is.
func TestAuthors(t *testing.T) {
	for name, want := range map[string]string{
		"Rania Sabbagh": "Person", "رانيا صباغ": "Person", "J.K. Rowling": "Person", "محمد عبد الله": "Person",
		"Staff": "Organization", "Our Correspondent": "Organization", "Staff Reporter": "Organization", "News Desk": "Organization",
		"هيئة التحرير": "Organization", "مراسلنا": "Organization", "مكتب القاهرة": "Organization", "Nahr News Agency": "Organization",
	} {
		if got := author(name); got.Type != want || got.Name != name {
			t.Errorf("%q is %+v, want a %s", name, got, want)
		}
	}
}

// TestModifiedOnceItIs tells machines of a later version, and of a first one nothing.
func TestModifiedOnceItIs(t *testing.T) {
	w := newWorld(t)
	e := w.site.editions[0]
	for version, want := range map[int]string{1: "", 2: "2026-11-22T14:32:00Z"} {
		if got := w.site.article(e, &wire.View{Version: version, Received: noon}, "").Modified; got != want {
			t.Errorf("version %d was modified %q, want %q", version, got, want)
		}
	}
}

func TestAuthorsOfAPage(t *testing.T) {
	w := newWorld(t)
	desk := sample("nahr", "signed", "en", 15, "Market opens late in Ras Jund", "The market of Ras Jund opened late on Sunday.")
	desk.Byline = []string{"Our Correspondent"}
	w.file(nil, []dateline.Item{desk})
	for path, want := range map[string]string{
		escaped(wire.ItemPath("en", desk.ID, desk.Headline)): "Organization", w.path("en", "talks"): "Person",
	} {
		authors, _ := article(t, w.page(path))["author"].([]any)
		if len(authors) != 1 || authors[0].(map[string]any)["@type"] != want {
			t.Errorf("%s is by %v, want one %s", path, authors, want)
		}
	}
}
