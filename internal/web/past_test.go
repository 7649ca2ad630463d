package web

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline"
)

// A pastWorld is a wire on which an own item and one of another source have
// changed, with the log as it was before.
type pastWorld struct {
	*world
	own, other dateline.Item // as they are now
	then       int64
}

func newPastWorld(t *testing.T) *pastWorld {
	t.Helper()
	w := &pastWorld{world: emptyWorld(t)}
	w.own = sample("own", "storm", "en", 60, "Storm closes walrus quay", "The quay is shut.")
	w.other = sample("delta", "walrus", "en", 60, "Walrus seen off Ras Jund", "")
	publication := dateline.Source{ID: "own", Name: "Marsa", Kind: dateline.Own, Usage: dateline.UsageFull}
	w.file(append(sampleSources(), publication), []dateline.Item{w.own, w.other, sample("delta", "steady", "en", 60, "Walrus seen at home", "")})
	w.then = w.seen
	w.own.Headline, w.other.Headline = "Storm spares quay", "Seal seen off Ras Jund"
	w.own.Received, w.other.Received = noon.Add(-10*time.Minute), noon.Add(-10*time.Minute)
	w.file(nil, []dateline.Item{w.own, w.other})
	return w
}

func TestSearchPageOfThePast(t *testing.T) {
	w := newPastWorld(t)
	today := w.page("/en/search?q=walrus")
	contains(t, today, "Walrus seen at home", `name="as-of"`)
	lacks(t, today, "Storm", "Ras Jund", "As it stood at <bdi>", "changed since", `value="20`)

	en := w.page(fmt.Sprintf("/en/search?q=walrus&as-of=%d", w.then))
	wellFormed(t, en)
	contains(t, en, "As it stood at <bdi>Sun 22 Nov 2026, 13:33", "Storm closes walrus quay", "Walrus seen at home",
		"1 of these has changed since.", "The item has changed since: it is now in version", `value="2026-11-22T13:33"`,
		fmt.Sprintf(`href="/ar/search?as-of=%d&amp;q=walrus"`, w.then), fmt.Sprintf(`href="/en/search?as-of=%d&amp;order=new&amp;q=walrus"`, w.then),
		fmt.Sprintf(`href="/en/search/feed.json?as-of=%d&amp;q=walrus"`, w.then), `href="/en/search?q=walrus"`)
	lacks(t, en, "Ras Jund", "spares")

	ar := w.page(fmt.Sprintf("/ar/search?q=walrus&as-of=%d", w.then))
	wellFormed(t, ar)
	contains(t, ar, "كما كان في <bdi>", "تغيّر خبر واحد منها بعد ذلك.", "Storm closes walrus quay", "وهو الآن في إصداره", "الإصدارات السابقة")
	lacks(t, ar, "Ras Jund", "spares")
}

// A time without a zone is the edition's, and addresses of other pages say which.
func TestPastInTheEditionsTime(t *testing.T) {
	w := newPastWorld(t)
	page := w.page("/en/search?q=walrus&as-of=2026-11-22T14:00")
	contains(t, page, "Storm closes walrus quay", `value="2026-11-22T14:00"`, `/ar/search?as-of=2026-11-22T14%3A00%3A00Z&amp;q=walrus`)
	lacks(t, page, "value=\"2026-11-22T14:00:00")
	contains(t, w.page("/en/search?q=walrus&as-of=2026-11-22T14:00:30"), `value="2026-11-22T14:00:30"`)
	contains(t, w.page("/en/search?q=walrus&as-of=2026-11-22T13:00"), "Nothing on this wire matches", "As it stood at")
	contains(t, w.page("/en/search?q=seal&as-of=2099-01-01"), "Seal", "As it stood at <bdi>Sun 22 Nov 2026, 14:32")
	for _, asOf := range []string{"", "+"} {
		lacks(t, w.page("/en/search?q=walrus&as-of="+asOf), "As it stood at <bdi>")
	}
	rec := w.get("/en/search?q=walrus&as-of=yesterday")
	if rec.Code != http.StatusBadRequest || strings.Contains(rec.Body.String(), "Storm") {
		t.Errorf("a point that cannot be read: %d", rec.Code)
	}
}

// TestPastForgets demands of a page that was kept that it loses what is killed,
// and that its hit leads to the item as it is now.
func TestPastForgets(t *testing.T) {
	w := newPastWorld(t)
	path := fmt.Sprintf("/en/search?q=walrus&as-of=%d", w.then)
	contains(t, w.page(path), "Storm closes walrus quay")
	item := w.page(w.get("/en/item/" + string(w.own.ID)).Header().Get("Location"))
	contains(t, item, "Storm spares quay")
	lacks(t, item, "Storm closes")
	w.decide(dateline.Decision{Item: w.own.ID, Kind: dateline.Kill, By: "mona", Time: noon, Notice: "Withdrawn."})
	after := w.page(path)
	contains(t, after, "Walrus seen at home")
	lacks(t, after, "Storm")
}
