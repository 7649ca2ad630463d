package api

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire"
)

// TestOutage lets each of the views that an answer is made from fail: whoever asks is
// told to come again, with nothing of the answer, and the failure is not kept.
func TestOutage(t *testing.T) {
	p := newSpokenPress(t)
	_, again := copied(t, p)
	p.file(p.item("one"), arabic(p.item("one")))
	p.decide(dateline.Decision{Item: again.ID, Kind: dateline.Correct, Notice: "Ten, not twelve."})
	paths := append(everyPath(p), "/en/person/"+string(salma)+"/feed.rss", "/en/notices/feed.json", "/en/search/feed.atom?q="+url.QueryEscape("said:nawfal"),
		"/en/search/feed.rss?q=ferry&as-of="+url.QueryEscape(p.now.Format(time.RFC3339)))
	asked := 0
	for _, path := range paths {
		p.api.Changed([]dateline.Entry{{Kind: dateline.EntrySource}, {Kind: dateline.EntryPerson}}) // so that nothing is kept
		p.store.views.Store(0)
		want := p.ask("GET", path)
		views := p.store.views.Load()
		if want.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, want.Code)
			continue
		}
		for at := int64(1); at <= views; at++ {
			p.api.Changed([]dateline.Entry{{Kind: dateline.EntrySource}, {Kind: dateline.EntryPerson}})
			p.store.views.Store(0)
			p.store.failAt.Store(at)
			got := p.ask("GET", path)
			p.store.failAt.Store(0)
			asked++
			if got.Code != http.StatusServiceUnavailable || len(got.Body.String()) > 100 || strings.Contains(got.Body.String(), "store") {
				t.Errorf("%s, view %d of %d: status %d, %.200s", path, at, views, got.Code, got.Body)
			}
			if back := p.ask("GET", path); back.Code != http.StatusOK || back.Body.String() != want.Body.String() {
				t.Errorf("%s, view %d of %d, asked again: status %d", path, at, views, back.Code)
			}
		}
	}
	if asked < len(paths) {
		t.Errorf("%d outages of %d addresses: they read too little", asked, len(paths))
	}
}

// TestWhatAnswersSay of themselves: what browsers and search engines may do with
// them.
func TestWhatAnswersSay(t *testing.T) {
	p := newSpokenPress(t)
	p.file(p.item("one"))
	for _, path := range everyPath(p) {
		h := p.ask("GET", path).Header()
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Access-Control-Allow-Origin") != "*" || h.Get("Cache-Control") == "" || h.Get("Content-Type") == "" {
			t.Errorf("%s: %v", path, h)
		}
		if h.Get("X-Robots-Tag") != "" && !strings.Contains(path, "search") {
			t.Errorf("%s is kept from search engines", path)
		}
	}
	if h := p.ask("GET", "/en/person/"+string(salma)+"/feed.rss").Header(); h.Get("X-Robots-Tag") != "noindex" {
		t.Errorf("a person whom nobody confirmed is listed: %v", h)
	}
}

// TestOpening: dateline and day in one line, with the comma of its script; one of
// them alone stands alone.
func TestOpening(t *testing.T) {
	for _, c := range []struct {
		place, date string
		direction   dateline.Direction
		want        string
	}{
		{"MARSA", "3 July", dateline.LeftToRight, "MARSA, 3 July"}, {"مرسى", "3 تموز", dateline.RightToLeft, "مرسى، 3 تموز"},
		{"MARSA", "", dateline.LeftToRight, "MARSA"}, {"", "3 July", dateline.LeftToRight, "3 July"}, {"", "", dateline.LeftToRight, ""},
	} {
		v := wire.View{Direction: c.direction, Dateline: dateline.Dateline{Place: c.place, Date: c.date}}
		if got := opening(&v); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.place, c.date, got, c.want)
		}
	}
}

// TestPersonsComeAnew: a feed of a person is made again when more was found of what
// they said, and the sitemaps at once when the desk said something of persons.
func TestPersonsComeAnew(t *testing.T) {
	for name, c := range map[string]struct {
		entry   dateline.Entry
		person  bool // made anew
		sitemap bool
	}{
		"statements of an item":   {dateline.Entry{Kind: dateline.EntryMarked, Item: "x"}, true, false},
		"a person, in an item":    {dateline.Entry{Kind: dateline.EntryPerson, Item: "x"}, true, false},
		"an order of the desk":    {dateline.Entry{Kind: dateline.EntryPerson}, true, true},
		"a decision, not filed":   {dateline.Entry{Kind: dateline.EntryDecided, Item: "x"}, false, false},
		"an item that was erased": {dateline.Entry{Kind: dateline.EntryErased, Item: "x"}, true, true},
	} {
		p := newSpokenPress(t)
		feed, all := "/en/person/"+string(salma)+"/feed.rss", sitemapPath(dayOf(p.now), 1)
		anew := func(path string) bool {
			before := p.store.views.Load()
			p.get(path)
			return p.store.views.Load() > before
		}
		p.get(feed)
		p.get(all)
		p.api.Changed([]dateline.Entry{c.entry})
		if got := anew(feed); got != c.person {
			t.Errorf("%s: the person's feed is made anew: %v", name, got)
		}
		if got := anew(all); got != c.sitemap {
			t.Errorf("%s: the sitemap is made anew: %v", name, got)
		}
	}
}
