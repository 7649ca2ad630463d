package api

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/format/sitemap"
)

func (p *press) sitemap(path string) sitemap.Map {
	p.t.Helper()
	body := p.get(path)
	m, err := sitemap.Parse(strings.NewReader(body))
	if err != nil || m.Cut != nil {
		p.t.Fatalf("%s: %v, cut %v\n%s", path, err, m.Cut, body)
	}
	return m
}

// dated is an item published at a time.
func (p *press) dated(guid string, at time.Time) dateline.Item {
	item := p.item(guid)
	item.Published.Time, item.FirstSeen, item.Received = at, at, at
	return item
}

func TestEveryItemIsInOneSitemap(t *testing.T) {
	p := newPress(t)
	var items []dateline.Item
	for day := range 5 {
		for n := range 3 {
			at := time.Date(2026, 2, 1+7*day, 8*n, 0, 0, 0, time.UTC) // the first stands on midnight
			items = append(items, p.dated(fmt.Sprintf("d%dn%d", day, n), at))
		}
	}
	for n := range sitemapItems + 2 {
		items = append(items, p.dated(fmt.Sprintf("many%d", n), time.Date(2026, 1, 15, 12, 0, n%60, 0, time.UTC)))
	}
	p.file(items...)
	index := p.sitemap("/sitemap.xml")
	if want := 1 + 5 + 2; !index.Index || len(index.URLs) != want {
		t.Fatalf("%d files, want %d: %+v", len(index.URLs), want, index.URLs)
	}
	seen := map[string]int{}
	for _, file := range index.URLs[1:] {
		for _, u := range p.sitemap(strings.TrimPrefix(file.Loc, base)).URLs {
			seen[u.Loc]++
		}
	}
	if len(seen) != len(items) {
		t.Errorf("%d items in sitemaps, want %d", len(seen), len(items))
	}
	for _, item := range items {
		loc := base + "/en/item/" + string(item.ID) + "/ferry-" + item.GUID
		if seen[loc] != 1 {
			t.Errorf("%s is in %d sitemaps", loc, seen[loc])
		}
	}
}

func TestSitemapPagesLeadToOtherLanguages(t *testing.T) {
	p := newPress(t)
	english := p.item("one")
	p.file(english)
	p.file(arabic(english))
	for _, u := range p.sitemap(sitemapPath(dayOf(p.now), 1)).URLs {
		got := map[string]string{}
		for _, a := range u.Alternates {
			got[a.Language] = a.URL
		}
		if len(got) != 3 || got["x-default"] != got["en"] || !strings.Contains(got["ar"], "/ar/item/") || u.Loc != got["en"] && u.Loc != got["ar"] {
			t.Errorf("%s leads to %v", u.Loc, got)
		}
		if u.LastMod.IsZero() {
			t.Errorf("%s has no time", u.Loc)
		}
	}
}

func TestSitemapOfPages(t *testing.T) {
	p := newPress(t)
	p.source("desk-only", dateline.UsageDesk)
	var locs []string
	for _, u := range p.sitemap("/sitemap-pages.xml").URLs {
		locs = append(locs, strings.TrimPrefix(u.Loc, base))
	}
	const want = "/en/ /ar/ /en/source/harbour /ar/source/harbour /en/source/outlet /ar/source/outlet"
	if got := strings.Join(locs, " "); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestSitemapsAreSilentOfTheDesk files items of a source for the desk alone on a day
// of their own and on a day of others. Nobody may learn from the index that there are
// any: neither by a file that answers 404, nor by one more than the others fill.
func TestSitemapsAreSilentOfTheDesk(t *testing.T) {
	p := newPress(t)
	p.source("desk-only", dateline.UsageDesk)
	shared, own := time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC), time.Date(2026, 1, 20, 12, 0, 0, 0, time.UTC)
	var items []dateline.Item
	hidden := func(guid string, at time.Time) {
		item := p.dated(guid, at)
		item.Source = "desk-only"
		item.ID = dateline.NewItemID(item.Source, guid)
		items = append(items, item)
	}
	for n := range sitemapItems {
		items = append(items, p.dated(fmt.Sprintf("many%d", n), shared))
	}
	hidden("beside", shared)
	hidden("alone", own)
	p.file(items...)
	var files []string
	for _, u := range p.sitemap("/sitemap.xml").URLs {
		files = append(files, strings.TrimPrefix(u.Loc, base))
	}
	if got := len(p.sitemap(sitemapPath(shared, 1)).URLs); got != sitemapItems {
		t.Errorf("%d items in the sitemap of the day, want %d: what is hidden takes the place of others", got, sitemapItems)
	}
	if got, want := strings.Join(files, " "), "/sitemap-pages.xml "+sitemapPath(shared, 1); got != want {
		t.Errorf("the index has %s, want %s", got, want)
	}
}

func TestNoSuchSitemap(t *testing.T) {
	p := newPress(t)
	p.file(p.item("one"))
	for _, path := range []string{"/sitemap-20200101.xml", "/sitemap-x.xml", "/sitemap-20260304-2.xml", "/sitemap-20260304-1.xml",
		"/sitemap-20260304-0.xml", "/sitemap-20260304-99999999.xml", "/sitemap-20260304-9223372036854775807.xml", "/sitemap-.xml"} {
		if w := p.ask("GET", path); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}

func TestNewsSitemap(t *testing.T) {
	p := newPress(t)
	if got := p.sitemap("/sitemap-news.xml"); len(got.URLs) != 2 || got.URLs[0].News != nil {
		t.Fatalf("without news: %+v", got.URLs)
	}
	fresh, stale := p.dated("fresh", p.now.Add(-47*time.Hour)), p.dated("stale", p.now.Add(-49*time.Hour))
	undated, french := p.item("undated"), p.item("french")
	undated.Published, french.Language = dateline.Stamp{}, "fr"
	p.file(fresh, stale, undated, french)
	p.now = p.now.Add(slowness)
	got := map[string]*sitemap.News{}
	for _, u := range p.sitemap("/sitemap-news.xml").URLs {
		got[u.News.Title] = u.News
	}
	if len(got) != 2 || got["Ferry fresh"] == nil || got["Ferry undated"] == nil {
		t.Fatalf("news of %v", got)
	}
	news := got["Ferry fresh"]
	if news.Publication != "Marsa" || news.Language != "en" || !news.Published.Time.Equal(fresh.Published.Time) {
		t.Errorf("news %+v", news)
	}
	if at := got["Ferry undated"].Published.Time; !at.Equal(undated.FirstSeen) {
		t.Errorf("undated news stands at %v, want when it was first seen", at)
	}
}

func TestSitemapPath(t *testing.T) {
	day := time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)
	for n, want := range map[int]string{1: "/sitemap-20260304.xml", 12: "/sitemap-20260304-12.xml"} {
		got := sitemapPath(day, n)
		back, m, err := parseSitemapPath(got)
		if got != want || err != nil || !back.Equal(day) || m != n {
			t.Errorf("%s reads back as %v, %d, %v", got, back, m, err)
		}
	}
}

// A story stands in the sitemap while two of its items are out, in each edition
// and with the time of its newest item.
func TestStoriesAreInASitemap(t *testing.T) {
	p := newPress(t)
	_, again := copied(t, p)
	stories := func() (found []sitemap.URL) {
		for _, u := range p.sitemap("/sitemap-pages.xml").URLs {
			if strings.Contains(u.Loc, "/story/") {
				found = append(found, u)
			}
		}
		return found
	}
	got := stories()
	if len(got) != 2 || got[0].Loc != base+"/en/story/ferry" || got[1].Loc != base+"/ar/story/ferry" {
		t.Fatalf("stories %+v", got)
	}
	for _, u := range got {
		if len(u.Alternates) != 3 || !u.LastMod.Time.Equal(again.When()) {
			t.Errorf("%s was told last at %v and leads to %v", u.Loc, u.LastMod.Time, u.Alternates)
		}
	}
	p.decide(dateline.Decision{Item: again.ID, Kind: dateline.Kill, Reason: "legal"})
	if got := stories(); len(got) != 0 {
		t.Errorf("a story of one item that is out stands in the sitemap: %+v", got)
	}
}
