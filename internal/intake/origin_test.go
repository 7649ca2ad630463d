package intake

import (
	"testing"

	"dateline"
	"dateline/internal/format/feed"
)

// TestReadEntryOfAnother: where a feed names the outlet that it took an entry from,
// that is the credit, and no part of the headline.
func TestReadEntryOfAnother(t *testing.T) {
	f, err := feed.Parse([]byte(`<rss><channel><title>Search</title><item><guid>1</guid><title>Harbour opens - The Quay Times</title><source url="https://quay.example/rss">The Quay Times</source></item></channel></rss>`), feed.Input{})
	if err != nil {
		t.Fatal(err)
	}
	w, ok := readEntry(named{entry: &f.Entries[0], guid: "1"}, &dateline.Source{ID: "search"}, dateline.Copy{Source: "search"}, "Search")
	if !ok || w.item.Headline != "Harbour opens" || w.item.CreditLine != "The Quay Times" {
		t.Errorf("%v: %q by %q", ok, w.item.Headline, w.item.CreditLine)
	}
}
