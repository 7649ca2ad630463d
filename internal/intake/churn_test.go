package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// churning is a feed of some entries, of which those from a number on say that they
// were updated at a time.
func churning(n, from int, at time.Time) string {
	var entries []string
	for i := range n {
		updated := "2026-03-04T00:00:00Z"
		if i >= from {
			updated = at.Format(time.RFC3339)
		}
		entries = append(entries, fmt.Sprintf(`<entry><id>%d</id><title>Port shut</title><link href="{}/%d"/><updated>%s</updated><summary>…</summary></entry>`, i, i, updated))
	}
	return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><id>h</id>` + strings.Join(entries, "") + `</feed>`
}

// TestFeedWrittenAnew: of a feed that says of all entries at each poll that they
// were updated, pages are looked at in their time and not with each poll; of one
// that says so of some they are read at once.
func TestFeedWrittenAnew(t *testing.T) {
	for name, c := range map[string]struct {
		entries, from int
		again         dateline.AgainMode
		asked         int // for the last page, in four polls
	}{
		"all of many":                        {8, 0, "", 1},
		"half of many":                       {8, 4, "", 4},
		"all of a few":                       {fewEntries, 0, "", 4},
		"all, and nobody looks again":        {8, 0, dateline.AgainNever, 4},
		"all but the last, whose page fails": {8, 0, "", 4},
	} {
		b := newBench(t)
		fails := strings.Contains(name, "fails")
		for i := range c.entries {
			b.web.put(fmt.Sprint("/", i), page("Port shut", opening, "one"))
		}
		last := fmt.Sprint("/", c.entries-1)
		if fails {
			b.web.handle(last, status(503))
		}
		b.add("harbour", "/feed", func(s *dateline.Source) { s.Again = c.again })
		for range 4 {
			b.web.put("/feed", churning(c.entries, c.from, b.now))
			b.poll()
		}
		if got := b.web.count(last); got != c.asked {
			t.Errorf("%s: its page was asked for %d times, want %d", name, got, c.asked)
		}
		if got := b.items("harbour"); len(got) != c.entries || got["0"].Version != 1 {
			t.Errorf("%s: %d items", name, len(got))
		}
	}
}

// TestFeedWrittenAnewIsEdited: what has changed in such a feed is found by the look,
// and in the text of entries that need no page at once.
func TestFeedWrittenAnewIsEdited(t *testing.T) {
	b := newBench(t)
	for i := range 8 {
		b.web.put(fmt.Sprint("/", i), page("Port shut", opening, "one"))
	}
	b.add("harbour", "/feed")
	b.web.put("/feed", churning(8, 0, b.now))
	b.poll()
	b.web.put("/1", page("Port open", opening, "one"))
	b.web.put("/feed", churning(8, 0, b.now))
	b.poll()
	if got := b.item("harbour", "1"); got.Version != 1 {
		t.Errorf("version %d", got.Version)
	}
	b.later(time.Hour)
	if got := b.item("harbour", "1"); got.Version != 2 || got.Headline != "Port open" {
		t.Errorf("after an hour it is %q in version %d", got.Headline, got.Version)
	}
	b.web.put("/feed", strings.Replace(strings.Replace(churning(8, 0, b.now), "<feed", `<feed xmlns:at="http://purl.org/atompub/tombstones/1.0"`, 1),
		"</feed>", `<at:deleted-entry ref="1" when="`+b.now.Add(time.Hour).Format(time.RFC3339)+`"/></feed>`, 1))
	b.poll()
	asked := b.web.count("/1")
	b.now = b.now.Add(2 * time.Hour)
	b.web.put("/feed", churning(8, 0, b.now))
	b.poll()
	if got := b.edits(); !slices.Equal(got, []dateline.EditKind{dateline.EditGone, dateline.EditRestored}) || b.web.count("/1") == asked {
		t.Errorf("deleted and listed again: %v, its page was asked for %d times more", got, b.web.count("/1")-asked)
	}
	whole := func(word string) string {
		return strings.ReplaceAll(churning(8, 0, b.now), "…", long(word))
	}
	b.add("full", "/full")
	b.web.put("/full", whole("port"))
	b.poll()
	b.web.put("/full", whole("pilots"))
	b.poll()
	if got := b.item("full", "3"); got.Version != 2 || !strings.Contains(got.Text(), "pilots") {
		t.Errorf("an entry with its text is in version %d", got.Version)
	}
}
