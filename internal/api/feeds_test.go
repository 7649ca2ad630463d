package api

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"dateline"
)

// feed reads a feed as a reader does.
func (p *press) feed(path string) *gofeed.Feed {
	p.t.Helper()
	body := p.get(path)
	got, err := gofeed.NewParser().ParseString(body)
	if err != nil {
		p.t.Fatalf("%s: %v\n%s", path, err, body)
	}
	return got
}

func headlines(f *gofeed.Feed) string {
	var out []string
	for _, i := range f.Items {
		out = append(out, i.Title)
	}
	return strings.Join(out, "|")
}

// arabic is the translation of an item.
func arabic(of dateline.Item) dateline.Item {
	item := of
	item.GUID, item.Language, item.Direction = of.GUID+"-ar", "ar", dateline.RightToLeft
	item.ID = dateline.NewItemID(item.Source, item.GUID)
	item.URL = of.URL + "/ar"
	item.Headline, item.Standfirst = "العبارة", "عادت العبارة"
	item.Body = []dateline.Block{{Kind: dateline.Paragraph, Text: "عادت العبارة إلى الميناء."}}
	item.Translations = []dateline.Translation{{Language: "en", URL: of.URL}}
	return item
}

func TestEditionsHaveTheirOwnFeeds(t *testing.T) {
	p := newPress(t)
	english := p.item("one")
	p.file(english)
	p.file(arabic(english))
	for _, f := range formats() {
		t.Run(f.name, func(t *testing.T) {
			en, ar := p.feed("/en/feed."+f.name), p.feed("/ar/feed."+f.name)
			if headlines(en) != "Ferry one" || headlines(ar) != "العبارة" {
				t.Fatalf("English %q, Arabic %q", headlines(en), headlines(ar))
			}
			if en.Title != "Marsa" || ar.Title != "مرسى" || en.Language != "en" || ar.Language != "ar-LB" {
				t.Errorf("titles %q, %q, languages %q, %q", en.Title, ar.Title, en.Language, ar.Language)
			}
			item := en.Items[0]
			if want := base + "/en/item/" + string(english.ID) + "/ferry-one"; item.Link != want {
				t.Errorf("link %q, want %q", item.Link, want)
			}
			if want := "tag:marsa.example,2026:item/" + string(english.ID); item.GUID != want {
				t.Errorf("guid %q, want %q", item.GUID, want)
			}
			if !strings.Contains(item.Content, "Body of one") || !strings.Contains(ar.Items[0].Content, `dir="rtl"`) {
				t.Errorf("content %q, %q", item.Content, ar.Items[0].Content)
			}
			if w := p.ask("GET", "/en/feed."+f.name); w.Header().Get("Content-Type") != f.contentType {
				t.Errorf("content type %q", w.Header().Get("Content-Type"))
			}
		})
	}
}

func TestEntriesLeadToTheOtherLanguage(t *testing.T) {
	p := newPress(t)
	english := p.item("one")
	p.file(english)
	p.file(arabic(english))
	const link = base + "/ar/item/"
	for _, path := range []string{"/en/feed.rss", "/en/feed.atom", "/en/feed.json"} {
		if body := p.get(path); !strings.Contains(body, link+string(arabic(english).ID)) {
			t.Errorf("%s does not lead to the Arabic item:\n%s", path, body)
		}
	}
}

func TestSourceFeed(t *testing.T) {
	p := newPress(t)
	p.source("desk-only", dateline.UsageDesk)
	one := p.item("one")
	p.file(one, arabic(one))
	other := p.item("two")
	other.Source, other.ID = "outlet", dateline.NewItemID("outlet", "two")
	p.file(other)
	got := p.feed("/en/source/harbour/feed.atom")
	if len(got.Items) != 2 || strings.Contains(headlines(got), "two") {
		t.Errorf("the source's feed has %q", headlines(got))
	}
	if !strings.Contains(got.Title, "The harbour") || !strings.Contains(got.Title, "Marsa") {
		t.Errorf("title %q", got.Title)
	}
	for _, id := range []string{"nobody", "desk-only"} {
		if w := p.ask("GET", "/en/source/"+id+"/feed.rss"); w.Code != http.StatusNotFound {
			t.Errorf("source %s: status %d", id, w.Code)
		}
	}
}

func TestSearchFeed(t *testing.T) {
	p := newPress(t)
	p.file(p.item("one"), p.item("two"))
	got := p.feed("/en/search/feed.rss?q=Ferry+one")
	if headlines(got) != "Ferry one" || !strings.Contains(got.Title, "Ferry one") {
		t.Errorf("title %q, items %q", got.Title, headlines(got))
	}
	if got.Link != base+"/en/search?q=Ferry+one" {
		t.Errorf("link %q", got.Link)
	}
	tests := map[string]int{
		"/en/search/feed.rss":             http.StatusBadRequest,
		"/en/search/feed.rss?q=+":         http.StatusBadRequest,
		"/en/search/feed.rss?q=a&as-of=b": http.StatusBadRequest,
		"/en/search.rss?q=a+b":            http.StatusMovedPermanently,

		"/en/search/feed.rss?q=" + strings.Repeat("x", longestQuery+1): http.StatusBadRequest,
		"/ar/search/feed.rss?q=" + strings.Repeat("ب", longestQuery):   http.StatusOK,
	}
	for path, want := range tests {
		if w := p.ask("GET", path); w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
	}
	if w := p.ask("GET", "/ar/search.json?q=a+b"); w.Header().Get("Location") != "/ar/search/feed.json?q=a+b" {
		t.Errorf("moved to %q", w.Header().Get("Location"))
	}
}

// TestSearchFeedOfThePast has an own item as it stood, and says so.
func TestSearchFeedOfThePast(t *testing.T) {
	p := newPress(t)
	p.source(dateline.OwnSource, dateline.UsageFull)
	own := p.item("own")
	own.Source, own.ID, own.Headline = dateline.OwnSource, dateline.NewItemID(dateline.OwnSource, "own"), "Ferry adrift"
	p.file(own, p.item("other"), p.item("steady"))
	then := p.seen
	own.Headline = "Barge adrift"
	other := p.item("other")
	other.Headline = "Barge other"
	p.file(own, other)
	path := fmt.Sprintf("/en/search/feed.json?q=ferry&as-of=%d", then)
	var got struct {
		Title     string
		Extension struct {
			AsOf string `json:"as_of"`
		} `json:"_dateline"`
		Items []struct {
			Title     string
			Extension struct{ Version int } `json:"_dateline"`
			Content   string                `json:"content_html"`
		}
	}
	if err := json.Unmarshal([]byte(p.get(path)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Extension.AsOf != "2026-03-04T12:00:00Z" || !strings.Contains(got.Title, "As it stood at") {
		t.Errorf("as of %q, title %q", got.Extension.AsOf, got.Title)
	}
	titles := map[string]int{}
	for _, i := range got.Items {
		titles[i.Title] = i.Extension.Version
		if changed := strings.Contains(i.Content, "has changed since"); changed != (i.Title == "Ferry adrift") {
			t.Errorf("%s: says that it has changed: %t", i.Title, changed)
		}
	}
	if want := map[string]int{"Ferry adrift": 1, "Ferry steady": 1}; !maps.Equal(titles, want) {
		t.Errorf("items %v, want %v", titles, want)
	}
	today := p.get("/en/search/feed.json?q=ferry")
	if strings.Contains(today, "as_of") || strings.Contains(today, "adrift") || !strings.Contains(today, "Ferry steady") {
		t.Errorf("today: %s", today)
	}
	p.decide(dateline.Decision{Item: own.ID, Kind: dateline.Kill, Notice: "Gone."})
	if body := p.get(path); strings.Contains(body, "adrift") || !strings.Contains(body, "Ferry steady") {
		t.Errorf("after a kill: %s", body)
	}
}

func TestFollowingNextFindsEverythingOnce(t *testing.T) {
	p := newPress(t)
	const items = 2*feedEntries + 7
	for i := range items {
		p.now = p.now.Add(time.Second)
		p.file(p.item("n" + strings.Repeat("i", i)))
	}
	for _, ext := range []string{"atom", "json"} {
		seen := map[string]int{}
		pages, next := 0, "/en/feed."+ext
		for ; next != "" && pages < 10; pages++ {
			got := p.feed(next)
			for _, i := range got.Items {
				seen[i.GUID]++
			}
			next = nextOf(p.get(next))
		}
		if pages != 3 || len(seen) != items {
			t.Errorf("%s: %d pages with %d items, want 3 with %d", ext, pages, len(seen), items)
		}
		for id, n := range seen {
			if n != 1 {
				t.Errorf("%s: %s is there %d times", ext, id, n)
			}
		}
	}
	if w := p.ask("GET", "/en/feed.atom?before=nonsense"); w.Code != http.StatusBadRequest {
		t.Errorf("a place that is none: status %d", w.Code)
	}
}

// nextOf finds the address of the next page within the site, in any format.
func nextOf(body string) string {
	for _, start := range []string{`rel="next" href="` + base, `"next_url":"` + base} {
		if _, rest, ok := strings.Cut(body, start); ok {
			path, _, _ := strings.Cut(rest, `"`)
			return path
		}
	}
	return ""
}

func TestCorrectionComesBackWithItsNoticeFirst(t *testing.T) {
	p := newPress(t)
	old := p.item("old")
	p.file(old)
	for i := range feedEntries + 1 {
		p.now = p.now.Add(time.Second)
		p.file(p.item("n" + strings.Repeat("i", i)))
	}
	if strings.Contains(headlines(p.feed("/en/feed.rss")), "Ferry old") {
		t.Fatal("the item is on the first page before its correction: the test shows nothing")
	}
	p.now = p.now.Add(time.Hour)
	p.decide(dateline.Decision{Item: old.ID, Kind: dateline.Correct, Notice: "The ferry has two funnels"})
	for _, f := range formats() {
		got := p.feed("/en/feed." + f.name)
		if len(got.Items) == 0 || got.Items[0].Title != "Ferry old" {
			t.Fatalf("%s: the corrected item is not first: %q", f.name, headlines(got))
		}
		item := got.Items[0]
		notice := strings.Index(item.Content, "Correction: The ferry has two funnels")
		if notice < 0 || notice > strings.Index(item.Content, "Body of old") {
			t.Errorf("%s: the notice does not come first: %q", f.name, item.Content)
		}
		if item.UpdatedParsed != nil && !item.UpdatedParsed.Equal(p.now) {
			t.Errorf("%s: updated %v, want %v", f.name, item.UpdatedParsed, p.now)
		}
	}
}

func TestNoticesStayWithTheirSource(t *testing.T) {
	p := newPress(t)
	item := p.item("one")
	p.file(item)
	p.decide(dateline.Decision{Item: item.ID, Kind: dateline.Correct, Notice: "Corrected"})
	if got := p.feed("/en/source/outlet/feed.rss"); len(got.Items) != 0 {
		t.Errorf("another source's feed has %q", headlines(got))
	}
	p.decide(dateline.Decision{Item: item.ID, Kind: dateline.Kill})
	if body := p.get("/en/source/outlet/feed.atom"); strings.Contains(body, "deleted-entry") {
		t.Errorf("another source's feed names the killed item:\n%s", body)
	}
}

func TestWhatIsReleasedLateIsNotMissed(t *testing.T) {
	p := newPress(t)
	for i := range feedEntries {
		p.file(p.item("n" + strings.Repeat("i", i)))
	}
	p.now = p.now.Add(time.Minute)
	p.file(p.dated("late", p.now.AddDate(0, 0, -7)))
	if got := headlines(p.feed("/en/feed.json")); !strings.HasPrefix(got, "Ferry late|") {
		t.Errorf("an item of last week that was released just now is not first: %q", got)
	}
}

func TestNewVersionKeepsItsID(t *testing.T) {
	p := newPress(t)
	item := p.item("one")
	p.file(item)
	before := p.feed("/en/feed.atom").Items[0]
	p.now = p.now.Add(time.Hour)
	item.Headline, item.Received = "Ferry one sails", p.now
	p.file(item)
	after := p.feed("/en/feed.atom").Items[0]
	if before.GUID != after.GUID || after.Title != "Ferry one sails" || !after.UpdatedParsed.Equal(p.now) {
		t.Errorf("%q %q %v, before %q", after.GUID, after.Title, after.UpdatedParsed, before.GUID)
	}
}

func TestKilledItemLeavesNothingButItsID(t *testing.T) {
	p := newPress(t)
	killed := p.item("killed")
	killed.Headline = "Scandalous words"
	p.file(killed, p.item("fine"))
	if !strings.Contains(p.get("/en/feed.rss"), "Scandalous") {
		t.Fatal("the item was never in the feed: the test shows nothing")
	}
	p.decide(dateline.Decision{Item: killed.ID, Kind: dateline.Kill, Reason: "Scandalous", Notice: "Do not use"})
	for _, path := range everyPath(p) {
		w := p.ask("GET", path)
		if strings.Contains(strings.ToLower(w.Body.String()), "scandalous") {
			t.Errorf("%s repeats what was killed:\n%s", path, w.Body)
		}
	}
	id := "tag:marsa.example,2026:item/" + string(killed.ID)
	if body := p.get("/en/feed.atom"); !strings.Contains(body, `<at:deleted-entry ref="`+id+`"`) {
		t.Errorf("Atom does not tell its readers to drop the item:\n%s", body)
	}
	if body := p.get("/en/feed.json"); !strings.Contains(body, `"deleted":[{"id":"`+id+`"`) {
		t.Errorf("JSON Feed does not tell its readers to drop the item:\n%s", body)
	}
}

// everyPath is every address of the API at which items may stand.
func everyPath(p *press) []string {
	paths := []string{"/sitemap.xml", "/sitemap-news.xml", "/sitemap-pages.xml", sitemapPath(dayOf(p.now), 1), "/robots.txt"}
	for _, language := range []string{"en", "ar"} {
		for _, f := range formats() {
			paths = append(paths, "/"+language+"/feed."+f.name, "/"+language+"/source/harbour/feed."+f.name,
				"/"+language+"/search/feed."+f.name+"?q=words", "/"+language+"/notices/feed."+f.name)
		}
		paths = append(paths, "/"+language+"/opensearch.xml")
	}
	return paths
}

func TestEmbargoIsKept(t *testing.T) {
	p := newPress(t)
	item := p.item("secret")
	item.Embargo = p.now.Add(time.Hour)
	p.file(item)
	for _, path := range everyPath(p) {
		if w := p.ask("GET", path); strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s breaks the embargo", path)
		}
	}
	p.now = p.now.Add(2 * time.Hour)
	p.api.Changed([]dateline.Entry{{Kind: dateline.EntryEmbargo, Item: item.ID}})
	if got := headlines(p.feed("/en/feed.rss")); got != "Ferry secret" {
		t.Errorf("after the embargo the feed has %q", got)
	}
}

func TestExcerptEntryInvitesToItsSource(t *testing.T) {
	p := newPress(t)
	item := p.item("one")
	item.Source, item.ID = "outlet", dateline.NewItemID("outlet", "one")
	item.Standfirst = ""
	item.Body[0].Text = strings.Repeat("word ", 40) + "forbidden"
	p.file(item)
	for _, f := range formats() {
		body := p.get("/en/feed." + f.name)
		if strings.Contains(body, "forbidden") || !strings.Contains(body, "Read the whole item at") || !strings.Contains(body, item.URL) {
			t.Errorf("%s:\n%s", f.name, body)
		}
	}
}

// Readers of feeds put what comes from the future above all else for good.
func TestNothingFromTheFuture(t *testing.T) {
	p := newPress(t)
	late := p.item("late")
	late.Published.Time = late.FirstSeen.AddDate(73, 0, 0)
	p.file(late, p.item("sound"))
	year := fmt.Sprint(late.Published.Time.Year())
	for _, path := range []string{"/en/feed.rss", "/en/feed.atom", "/en/feed.json", "/sitemap-news.xml"} {
		body := p.get(path)
		if strings.Contains(body, year) || strings.Count(body, "<link>"+base+"/en/item/")+strings.Count(body, "Ferry late") == 0 {
			t.Errorf("%s: %s", path, body)
		}
	}
}
