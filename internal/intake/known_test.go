package intake

import (
	"context"
	"testing"

	"dateline"
)

// items are those of a source, by GUID.
func (b *bench) items(source dateline.SourceID) map[string]dateline.Item {
	b.Helper()
	ctx := context.Background()
	out := map[string]dateline.Item{}
	err := b.store.View(ctx, func(tx dateline.Tx) error {
		all, err := tx.DigestsOf(ctx, source, 1000)
		for id := range all {
			it, err := tx.Item(ctx, id)
			if err != nil {
				return err
			}
			out[it.GUID] = it
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return out
}

// A guid, an address, a headline that changes does not make a second item.
func TestKnownUnderAnotherName(t *testing.T) {
	first := [4]string{"Port shut", "1", "{}/port-shut", long("port")}
	for _, c := range []struct {
		name    string
		entries [][4]string // of the second poll
		items   int
		version int // of the first item
	}{
		{"as it was", [][4]string{first}, 1, 1},
		{"guid", [][4]string{{"Port shut", "2", "{}/port-shut", long("port")}}, 1, 1},
		{"address", [][4]string{{"Port shut", "1", "{}/elsewhere", long("port")}}, 1, 2},
		{"headline", [][4]string{{"Harbour closed", "1", "{}/port-shut", long("port")}}, 1, 2},
		{"guid and address", [][4]string{{"Port shut", "2", "{}/elsewhere", long("port")}}, 1, 2},
		{"guid, address and headline", [][4]string{{"Harbour closed", "2", "{}/harbour", long("port")}}, 1, 2},
		{"guid and headline", [][4]string{{"Harbour closed", "2", "{}/port-shut", long("port")}}, 1, 2},
		{"guid and text", [][4]string{{"Port shut", "2", "{}/port-shut", long("city")}}, 1, 2},
		{"all but its place", [][4]string{{"Fish prices rise", "2", "{}/port-shut", "Traders of the market say that sardines cost twice as much."}}, 2, 1},
		{"another beside it with its address", [][4]string{first, {"Port shut", "2", "{}/port-shut", long("port")}}, 2, 1},
		{"another beside it with its text", [][4]string{first, {"Harbour closed", "2", "{}/elsewhere", long("port")}}, 2, 1},
		{"two with its text", [][4]string{{"Harbour closed", "2", "{}/2", long("port")}, {"Harbour closed", "3", "{}/3", long("port")}}, 3, 1},
		{"two with its address", [][4]string{{"Port shut", "2", "{}/port-shut", "Yes, it is."}, {"Port shut", "3", "{}/port-shut", "It is."}}, 3, 1},
		{"a short text that many have", [][4]string{{"Harbour closed", "2", "{}/2", "Read more."}}, 2, 1},
	} {
		b := newBench(t)
		b.web.put("/feed", rss(first))
		b.add("harbour", "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
		b.poll()
		b.web.put("/feed", rss(c.entries...))
		b.poll()
		b.poll()
		got := b.items("harbour")
		if len(got) != c.items || got["1"].Version != c.version {
			t.Errorf("%s: %d items, the first in version %d; want %d and %d", c.name, len(got), got["1"].Version, c.items, c.version)
		}
	}
}

// What only counts clicks is no part of an address: of feeds that have no guids
// each poll would file all items again, and a session is no edit.
func TestAddressesThatCountClicks(t *testing.T) {
	b := newBench(t)
	b.add("harbour", "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
	for _, n := range []string{"1", "2", "3"} {
		b.web.put("/feed", "<rss><channel><title>H</title><item><title>Port shut</title><link>{}/port?id=7&amp;utm_source=rss"+n+
			"&amp;utm_medium=f</link></item><item><title>Ferry late</title><guid isPermaLink=\"false\">f</guid><link>{}/ferry;jsessionid=A"+n+
			"?sid="+n+"</link></item></channel></rss>")
		b.poll()
	}
	got := b.items("harbour")
	port := got[b.web.URL+"/port?id=7"]
	if len(got) != 2 || port.URL != b.web.URL+"/port?id=7" || port.Version != 1 || got["f"].Version != 1 {
		t.Errorf("%+v", got)
	}
}

func TestWithoutLogin(t *testing.T) {
	for in, want := range map[string]string{
		"https://desk:secret@h.example/a@b": "https://h.example/a@b", "https://desk@h.example": "https://h.example",
		"https://h.example/@desk": "https://h.example/@desk", "https://h.example?to=a@b": "https://h.example?to=a@b",
		"mailto:a@b": "mailto:a@b", "": "", "://a@b": "://b",
	} {
		if got := withoutLogin(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestUntracked(t *testing.T) {
	for in, want := range map[string]string{
		"https://h.example/a":                             "https://h.example/a",
		"https://h.example/a?utm_source=x":                "https://h.example/a",
		"https://h.example/a?b=1&UTM_Source=x&c=%20&c=2":  "https://h.example/a?b=1&c=%20&c=2",
		"https://h.example/a?fbclid=1&at_medium=RSS#part": "https://h.example/a#part",
		"https://h.example/a#xtor=RSS-3208":               "https://h.example/a",
		"https://h.example/a?utm":                         "https://h.example/a?utm",
		"https://h.example/a?q=utm_source=x;y":            "https://h.example/a?q=utm_source=x;y",
		"https://h.example/a?":                            "https://h.example/a?",
		"https://h.example/أخبار?utm_campaign=ا&id=٥":     "https://h.example/أخبار?id=٥",
		"urn:x:utm_source":                                "urn:x:utm_source",
	} {
		if got := untracked(in); got != want {
			t.Errorf("untracked(%q) = %q, want %q", in, got, want)
		}
	}
}

// The time of a change stands for that of publication only while there is no
// other: the next change does not move the item, and alone is none.
func TestChangedAlone(t *testing.T) {
	b := newBench(t)
	b.add("office", "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
	for i, c := range []struct {
		hour, word string
		version    int
	}{{"02", "port", 1}, {"03", "port", 1}, {"04", "city", 2}} {
		b.web.put("/feed", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Office</title><id>f</id><updated>2026-03-04T`+c.hour+`:00:00Z</updated><entry><id>urn:1</id>`+
			`<title>Guidance</title><link href="{}/1"/><updated>2026-03-04T`+c.hour+`:00:00Z</updated><summary>`+long(c.word)+`</summary></entry></feed>`)
		b.poll()
		it := b.items("office")["urn:1"]
		if it.Version != c.version || it.Published.Text() != "2026-03-04T02:00:00Z" {
			t.Errorf("poll %d: version %d, published %s", i, it.Version, it.Published.Text())
		}
	}
}

// Where an entry is named by its address, a new headline changes all three, and a
// summary of two lines is too short to be known by: the time of publication is the same.
func TestKnownByItsTime(t *testing.T) {
	const five, later, day = "Wed, 04 Mar 2026 05:00:07 GMT", "Wed, 04 Mar 2026 05:00:09 GMT", "4 March 2026"
	const summary = "The harbour master said that twelve ships wait outside the port."
	entry := func(headline, slug, date, summary string) string {
		return "<item><title>" + headline + "</title><guid>{}/" + slug + "</guid><link>{}/" + slug + "</link><pubDate>" + date + "</pubDate><description>" + summary + "</description></item>"
	}
	first := entry("Port shut", "port-shut", five, summary)
	for _, c := range []struct {
		name, entries string
		items         int
	}{
		{"another headline and address", entry("Harbour closed", "harbour-closed", five, summary), 1},
		{"another address and summary", entry("Port shut", "2026/port", five, "Read more."), 1},
		{"and a word less of the summary", entry("Harbour closed", "harbour-closed", five, "The harbour master said that ships wait outside the port."), 1},
		{"listed still", first + entry("Harbour closed", "harbour-closed", five, summary), 2},
		{"another time", entry("Harbour closed", "harbour-closed", later, summary), 2},
		{"a day alone", entry("Harbour closed", "harbour-closed", day, summary), 2},
		{"no time", entry("Harbour closed", "harbour-closed", "", summary), 2},
		{"other news of that second", entry("Fish prices rise", "fish", five, "Traders of the market say that sardines cost twice as much."), 2},
		{"few words", entry("Harbour closed", "harbour-closed", five, "The port."), 2},
		{"two of that second", entry("Harbour closed", "harbour-closed", five, summary) + entry("Ships wait", "ships", five, summary), 3},
	} {
		b := newBench(t)
		feed := func(entries string) {
			b.web.put("/feed", "<rss><channel><title>H</title><link>{}/</link><language>en</language>"+entries+"</channel></rss>")
		}
		feed(first)
		b.add("harbour", "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
		b.poll()
		feed(c.entries)
		b.poll()
		b.poll()
		if got := b.items("harbour"); len(got) != c.items {
			t.Errorf("%s: %d items, want %d", c.name, len(got), c.items)
		}
	}
}

// A programme that describes each of its broadcasts in the same words files a new
// item each time; an item that only got another headline keeps its time.
func TestSameWordsAnotherDay(t *testing.T) {
	for _, c := range []struct {
		name, headline, date string
		items                int
	}{
		{"the next morning", "Briefing of 5 March", "Thu, 05 Mar 2026 05:00:00 GMT", 2},
		{"the next hour", "Briefing at six", "Wed, 04 Mar 2026 06:00:00 GMT", 2},
		{"another headline", "Port opens", "Wed, 04 Mar 2026 05:00:00 GMT", 1},
		{"another headline on the day", "Port opens", "4 March 2026", 1},
		{"another day alone", "Briefing of 4 March", "Thu, 05 Mar 2026 05:00:00 GMT", 1},
		{"another headline, undated", "Port opens", "", 1},
	} {
		b := newBench(t)
		listing := func(n, headline, date string) {
			b.web.put("/feed", "<rss><channel><title>H</title><item><title>"+headline+"</title><guid>b"+n+"</guid><link>{}/"+n+
				"</link><pubDate>"+date+"</pubDate><description>"+long("morning")+"</description></item></channel></rss>")
		}
		listing("1", "Briefing of 4 March", "Wed, 04 Mar 2026 05:00:00 GMT")
		b.add("radio", "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
		b.poll()
		listing("2", c.headline, c.date)
		b.poll()
		if got := b.items("radio"); len(got) != c.items {
			t.Errorf("%s: %d items, want %d", c.name, len(got), c.items)
		}
	}
}

// An entry that is known under another name costs nothing more once it is kept.
func TestKnownStaysKnown(t *testing.T) {
	b := newBench(t)
	b.web.put("/feed", rss([4]string{"Port shut", "1", "{}/1", "…"}))
	b.web.put("/1", page("Port shut", opening, "one"))
	b.add("harbour", "/feed")
	b.poll()
	b.web.put("/feed", rss([4]string{"Port shut", "urn:2", "{}/1", "…"}))
	for range 3 {
		b.poll()
		b.web.put("/feed", rss([4]string{"Port shut", "urn:2", "{}/1", "…"})+"<!-- another tag -->")
	}
	if asked := b.web.count("/1"); asked != 2 {
		t.Errorf("the page was asked for %d times, want 2", asked)
	}
	if got := b.items("harbour"); len(got) != 1 || got["1"].Version != 1 {
		t.Errorf("items %v", got)
	}
}

// A page that could not be had takes no text away.
func TestKnownKeepsItsText(t *testing.T) {
	b := newBench(t)
	b.web.put("/feed", rss([4]string{"Port shut", "1", "{}/1", "…"}))
	b.web.put("/1", page("Port shut", opening, "one"))
	b.add("harbour", "/feed")
	b.poll()
	b.web.handle("/1", status(503))
	b.web.put("/feed", rss([4]string{"Port shut", "1", "{}/1", "… and more"}))
	b.poll()
	if it := b.item("harbour", "1"); it.Version != 1 || it.Summary || len(it.Body) < 2 {
		t.Errorf("version %d with %d blocks, summary %v", it.Version, len(it.Body), it.Summary)
	}
}
