package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"

	"dateline"
)

// writers are the formats by name: what is true of one must be true of all.
func writers() map[string]func(io.Writer, *Out) error {
	return map[string]func(io.Writer, *Out) error{"rss": WriteRSS, "atom": WriteAtom, "json": WriteJSON}
}

func day(hour int) time.Time { return time.Date(2026, 3, 4, hour, 5, 6, 0, time.FixedZone("", 2*3600)) }

// sample is a feed with one item that goes out whole and one excerpt.
func sample() *Out {
	return &Out{
		ID: "tag:marsa.example,2026:feed/en", Title: "Marsa", Description: "The wire of the harbour",
		Language: "en", Author: "Marsa", Generator: "Dateline",
		Home: "https://marsa.example/en/", Self: "https://marsa.example/en/feed", Next: "https://marsa.example/en/feed?after=x&y=z",
		Updated: day(9),
		Entries: []OutEntry{whole(), excerpt()},
	}
}

func whole() OutEntry {
	return OutEntry{
		ID: "tag:marsa.example,2026:item/aaaaaaaaaaaaa", Version: 2,
		URL: "https://marsa.example/en/item/aaaaaaaaaaaaa/ferry-returns", Via: "https://agency.example/1",
		Title: "Ferry <returns> & rests", Language: "en", Direction: dateline.LeftToRight,
		Notices: []string{"Correction: the ferry has two funnels"}, Summary: "A standfirst",
		Dateline: "MARSA, 4 March",
		Body: []dateline.Block{
			{Kind: dateline.Paragraph, Text: "First para"},
			{Kind: dateline.Subhead, Text: "Sub"},
			{Kind: dateline.List, Items: []string{"one", "two"}},
			{Kind: dateline.Table, Rows: [][]string{{"a", "b"}}},
			{Kind: dateline.Quotation, Text: "quoted"},
			{Kind: dateline.Post, Text: "posted <b>", URL: "https://x.com/port/status/1"},
		},
		Picture: &dateline.Picture{URL: "https://agency.example/p.jpg", Caption: "A ferry", Credit: "Lens"},
		Authors: []string{"Mona Saleh", "Omar Farid"}, Credit: "HARBOUR AGENCY", Source: "Harbour Agency",
		SourceFeed: "https://marsa.example/en/source/harbour/feed.rss", Genre: dateline.Report,
		Published: dateline.Stamp{Time: day(7), Zone: "+02:00", Precision: dateline.ToSecond, From: dateline.FromFeed, Confidence: dateline.Sure},
		Updated:   day(9), Urgency: dateline.Flash,
		Alternates: []Alternate{{"ar", "https://marsa.example/ar/item/bbbbbbbbbbbbb/عودة"}},
	}
}

func excerpt() OutEntry {
	return OutEntry{
		ID: "tag:marsa.example,2026:item/ccccccccccccc", Version: 1,
		URL: "https://marsa.example/ar/item/ccccccccccccc/عودة-العبارة", Via: "https://outlet.example/ar/7",
		Title: "عودة العبارة إلى الميناء", Language: "ar", Direction: dateline.RightToLeft,
		Summary: "مقتطف قصير من الخبر…", Dateline: "مرسى", Source: "الميناء",
		Published: dateline.Stamp{Time: day(0), Precision: dateline.ToDay, From: dateline.FromText, Confidence: dateline.Likely},
		Updated:   day(8),
	}
}

func write(t *testing.T, name string, f *Out) string {
	t.Helper()
	var b bytes.Buffer
	if err := writers()[name](&b, f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.String()
}

func parse(t *testing.T, s string) *gofeed.Feed {
	t.Helper()
	got, err := gofeed.NewParser().ParseString(s)
	if err != nil {
		t.Fatalf("a reader cannot parse it: %v\n%s", err, s)
	}
	return got
}

func TestReadersSeeWhatWasWritten(t *testing.T) {
	for name := range writers() {
		t.Run(name, func(t *testing.T) {
			got := parse(t, write(t, name, sample()))
			if got.Title != "Marsa" || got.Language != "en" || got.Link != "https://marsa.example/en/" {
				t.Errorf("feed: title %q, language %q, link %q", got.Title, got.Language, got.Link)
			}
			if got.FeedLink != "https://marsa.example/en/feed" {
				t.Errorf("self link %q", got.FeedLink)
			}
			if len(got.Items) != 2 {
				t.Fatalf("%d items, want 2", len(got.Items))
			}
			checkWhole(t, got.Items[0])
			checkExcerpt(t, got.Items[1])
		})
	}
}

func checkWhole(t *testing.T, i *gofeed.Item) {
	t.Helper()
	if i.Title != "Ferry <returns> & rests" && i.Title != "Ferry &lt;returns&gt; &amp; rests" {
		t.Errorf("title %q", i.Title)
	}
	if i.GUID != whole().ID || i.Link != whole().URL {
		t.Errorf("guid %q, link %q", i.GUID, i.Link)
	}
	if i.PublishedParsed == nil || !i.PublishedParsed.Equal(day(7)) {
		t.Errorf("published %v, want %v", i.PublishedParsed, day(7))
	}
	if i.UpdatedParsed != nil && !i.UpdatedParsed.Equal(day(9)) {
		t.Errorf("updated %v, want %v", i.UpdatedParsed, day(9))
	}
	// gofeed keeps only the first dc:creator.
	if len(i.Authors) == 0 || i.Authors[0].Name != "Mona Saleh" {
		t.Errorf("authors %v", i.Authors)
	}
	const want = `<div lang="en" dir="ltr"><p dir="auto"><strong>Correction: the ferry has two funnels</strong></p>` +
		`<figure><img src="https://agency.example/p.jpg" alt="A ferry"><figcaption>A ferry Lens</figcaption></figure>` +
		`<p><b>MARSA, 4 March</b> — First para</p><h3>Sub</h3><ul><li>one</li><li>two</li></ul>` +
		`<table><tr><td>a</td><td>b</td></tr></table><blockquote>quoted</blockquote><blockquote cite="https://x.com/port/status/1">posted &lt;b&gt;</blockquote>` +
		`<p dir="auto"><a href="https://agency.example/1">HARBOUR AGENCY</a></p></div>`
	if i.Content != want {
		t.Errorf("content\n%s\nwant\n%s", i.Content, want)
	}
}

func checkExcerpt(t *testing.T, i *gofeed.Item) {
	t.Helper()
	if i.Title != "عودة العبارة إلى الميناء" {
		t.Errorf("title %q", i.Title)
	}
	if !strings.HasPrefix(i.Link, "https://marsa.example/ar/item/ccccccccccccc/%D8%B9") {
		t.Errorf("link %q is not ASCII", i.Link)
	}
	text := i.Content + i.Description
	if !strings.Contains(text, `<div lang="ar" dir="rtl">`) || !strings.Contains(text, "مقتطف قصير من الخبر…") {
		t.Errorf("text %q", text)
	}
	if len(i.Authors) != 1 || i.Authors[0].Name != "الميناء" {
		t.Errorf("authors %v, want the source", i.Authors)
	}
}

func TestCoarseTimesStayCoarse(t *testing.T) {
	utc := time.Date(2026, 3, 4, 7, 5, 0, 0, time.UTC)
	tests := map[string]struct {
		stamp                 dateline.Stamp
		rss, dc, atom, inJSON string
	}{
		"undated": {},
		"instant": {dateline.Stamp{Time: day(7), Zone: "+02:00", Precision: dateline.ToSecond},
			"Wed, 04 Mar 2026 07:05:06 +0200", "", "2026-03-04T07:05:06+02:00", "2026-03-04T07:05:06+02:00"},
		"day":     {dateline.Stamp{Time: utc, Precision: dateline.ToDay}, "", "2026-03-04", "", "2026-03-04"},
		"no zone": {dateline.Stamp{Time: utc, Precision: dateline.ToMinute}, "", "2026-03-04", "", "2026-03-04T07:05:00"},
		"proposed zone": {dateline.Stamp{Time: utc, Proposed: "GMT", Precision: dateline.ToMinute},
			"", "2026-03-04", "", "2026-03-04T07:05:00"},
		"beyond formats": {dateline.Stamp{Time: utc.AddDate(9000, 0, 0), Zone: "Z"}, "", "", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := OutEntry{Published: tt.stamp}
			if pub, day := dates(tt.stamp); pub != tt.rss || day != tt.dc {
				t.Errorf("RSS %q, Dublin Core %q, want %q, %q", pub, day, tt.rss, tt.dc)
			}
			if got := newAtomEntry(&e).Published; got != tt.atom {
				t.Errorf("Atom %q, want %q", got, tt.atom)
			}
			item := newJSONItem(&e)
			if item.Published != tt.atom {
				t.Errorf("JSON Feed %q, want %q", item.Published, tt.atom)
			}
			if got := item.Extension.Published; tt.inJSON == "" && got != nil || tt.inJSON != "" && (got == nil || got.Time != tt.inJSON) {
				t.Errorf("stamp in JSON %+v, want %q", got, tt.inJSON)
			}
		})
	}
}

func TestText(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"plain":                    {"a b", "a b"},
		"controls":                 {"a\x00b\x0bc\x7fd\u0085e", "abcde"},
		"invalid bytes":            {"a\xffb\xc3", "ab"},
		"noncharacters":            {"a\uFFFE\uFFFF\uFDD0\U0001FFFEb", "ab"},
		"emoji with joiner":        {"👩\u200d🚒", "👩\u200d🚒"},
		"lone override":            {"a\u202Eb", "ab"},
		"closed override":          {"a\u202Eb\u202Cc", "abc"},
		"isolates":                 {"\u2068Marsa\u2069 x", "Marsa x"},
		"marks need no closing":    {"\u200Fa\u200E", "\u200Fa\u200E"},
		"Arabic with harakat":      {"مَرْسى", "مَرْسى"},
		"line breaks are for text": {"a\nb", "a\nb"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := text(tt.in); got != tt.want {
				t.Errorf("text(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
	if got := line(" a\n\tb\r c "); got != "a b c" {
		t.Errorf("line = %q", got)
	}
}

func TestAddress(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"plain":         {"https://a.example/b?c=d&e=f", "https://a.example/b?c=d&e=f"},
		"Arabic path":   {"https://a.example/ميناء", "https://a.example/%D9%85%D9%8A%D9%86%D8%A7%D8%A1"},
		"Arabic query":  {"https://a.example/?q=م x", "https://a.example/?q=%D9%85%20x"},
		"quotes":        {`https://a.example/?q="<>`, "https://a.example/?q=%22%3C%3E"},
		"script":        {"javascript:alert(1)", ""},
		"hidden script": {"java\x00script:alert(1)", ""},
		"data":          {"data:text/html,x", ""},
		"relative":      {"/en/", ""},
		"no host":       {"https:///x", ""},
		"nothing":       {"", ""},
		"no address":    {"http://[::1", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := address(tt.in); got != tt.want {
				t.Errorf("address(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestIsTag(t *testing.T) {
	for tag, want := range map[string]bool{
		"en": true, "ar-EG": true, "zh-Hans-CN": true, "es-419": true,
		"": false, "en_GB": false, "e\"n": false, "123": false, "English": false, "en-": false,
	} {
		if got := isTag(tag); got != want {
			t.Errorf("isTag(%q) = %v", tag, got)
		}
	}
	if known("und") != "" {
		t.Error("an unknown language goes out as und")
	}
}

func TestLinksToOtherLanguages(t *testing.T) {
	atom := write(t, "atom", sample())
	const href = `href="https://marsa.example/ar/item/bbbbbbbbbbbbb/%D8%B9%D9%88%D8%AF%D8%A9"`
	if !strings.Contains(atom, `<link rel="alternate" type="text/html" hreflang="ar" `+href) {
		t.Errorf("Atom has no link to the other language:\n%s", atom)
	}
	if !strings.Contains(atom, `<entry xml:lang="ar">`) {
		t.Errorf("Atom does not tell the entry's language:\n%s", atom)
	}
	if rss := write(t, "rss", sample()); !strings.Contains(rss, `<atom:link rel="alternate" type="text/html" hreflang="ar" `+href) {
		t.Errorf("RSS has no link to the other language:\n%s", rss)
	}
	if js := write(t, "json", sample()); !strings.Contains(js, `"alternate":{"ar":"https://marsa.example/ar/item/`) {
		t.Errorf("JSON Feed has no link to the other language:\n%s", js)
	}
}

func TestNextPage(t *testing.T) {
	for name := range writers() {
		if s := write(t, name, sample()); !strings.Contains(s, "after=x") {
			t.Errorf("%s has no link to the next page", name)
		}
		last := sample()
		last.Next = ""
		if s := write(t, name, last); strings.Contains(s, `rel="next"`) || strings.Contains(s, "next_url") {
			t.Errorf("the last page in %s has a link to a next one", name)
		}
	}
}

func TestWithdrawnEntriesAreNamedByTheirIDAlone(t *testing.T) {
	f := sample()
	f.Gone = []OutGone{{ID: "tag:marsa.example,2026:item/ddddddddddddd", When: day(9), Note: "An item was withdrawn."}}
	atom := write(t, "atom", f)
	const want = `<at:deleted-entry ref="tag:marsa.example,2026:item/ddddddddddddd" when="2026-03-04T07:05:06Z">` +
		`<at:comment>An item was withdrawn.</at:comment></at:deleted-entry>`
	if !strings.Contains(atom, want) || len(parse(t, atom).Items) != 2 {
		t.Errorf("Atom\n%s\nlacks\n%s", atom, want)
	}
	js := write(t, "json", f)
	if !strings.Contains(js, `"deleted":[{"id":"tag:marsa.example,2026:item/ddddddddddddd","when":"2026-03-04T07:05:06Z"`) {
		t.Errorf("JSON Feed does not name the withdrawn entry:\n%s", js)
	}
	if len(parse(t, js).Items) != 2 {
		t.Error("JSON Feed lost its items")
	}
	for _, doc := range []string{atom, js} {
		if got := mustParse(t, doc).Gone; len(got) != 1 || got[0] != (Gone{f.Gone[0].ID, "2026-03-04T07:05:06Z"}) {
			t.Errorf("read again, the withdrawn entries are %+v", got)
		}
	}
}

func TestCredit(t *testing.T) {
	tests := map[string]struct {
		entry OutEntry
		want  string
	}{
		"nothing":        {OutEntry{}, ""},
		"credit":         {OutEntry{Credit: "A & B"}, `<p dir="auto"><span>A &amp; B</span></p>`},
		"source":         {OutEntry{Source: "S"}, `<p dir="auto"><span>S</span></p>`},
		"link":           {OutEntry{Credit: "A", Via: "https://a.example/"}, `<p dir="auto"><a href="https://a.example/">A</a></p>`},
		"invitation":     {OutEntry{Credit: "A", Via: "https://a.example/", More: "Read"}, `<p dir="auto"><span>A</span> · <a href="https://a.example/">Read</a></p>`},
		"no such link":   {OutEntry{Credit: "A", Via: "javascript:x", More: "Read"}, `<p dir="auto"><span>A</span></p>`},
		"only a link":    {OutEntry{Via: "https://a.example/", More: "Read"}, `<p dir="auto"><a href="https://a.example/">Read</a></p>`},
		"nameless link":  {OutEntry{Via: "https://a.example/"}, ""},
		"invites nobody": {OutEntry{More: "Read"}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			tt.entry.writeCredit(&b)
			if b.String() != tt.want {
				t.Errorf("%s, want %s", b.String(), tt.want)
			}
		})
	}
}

func TestEmptyFeedIsWhole(t *testing.T) {
	for name := range writers() {
		if got := parse(t, write(t, name, &Out{Title: "Empty"})); len(got.Items) != 0 || got.Title != "Empty" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// failing is a connection that broke.
type failing struct{}

var errBroken = errors.New("broken")

func (failing) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrorsAreReported(t *testing.T) {
	for name, w := range writers() {
		if err := w(failing{}, sample()); !errors.Is(err, errBroken) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("Headline", "Body", "https://a.example/")
	f.Add("]]><script>alert(1)</script>", "a\x00\x0b\ufffe", "javascript:alert(1)")
	f.Add("\u202eevil", "\xff\xfe\xc3(", "http://a.example/\u202e\"><x")
	f.Add("👩‍🚒 ميناء", "&amp;&#0;&#x1F;&nbsp;", "https://مثال.example/?q=ن")
	f.Fuzz(func(t *testing.T, headline, body, link string) {
		e := OutEntry{
			ID: headline, URL: link, Via: link, Title: headline, Language: body, Direction: dateline.Direction(body),
			Notices: []string{body}, Summary: body, Dateline: headline, Credit: headline, Source: body, SourceFeed: link,
			Body:    []dateline.Block{{Kind: dateline.Paragraph, Text: body}, {Kind: dateline.List, Items: []string{headline}}},
			Picture: &dateline.Picture{URL: link, Caption: headline, Credit: body}, Authors: []string{headline, body},
			Genre: dateline.Genre(headline), Alternates: []Alternate{{body, link}, {"ar", link}},
			Published: dateline.Stamp{Time: day(1), Zone: headline},
		}
		out := &Out{ID: headline, Title: headline, Description: body, Language: headline, Author: body, Home: link, Self: link, Next: link,
			Entries: []OutEntry{e, e}, Gone: []OutGone{{ID: headline, Note: body}}}
		for name := range writers() {
			checkWellFormed(t, name, write(t, name, out))
		}
	})
}

func checkWellFormed(t *testing.T, name, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Fatalf("%s is not valid UTF-8: %q", name, s)
	}
	if strings.ContainsRune(s, '\ufffd') || strings.Contains(s, "<script") {
		t.Fatalf("%s lets through what it must not: %q", name, s)
	}
	if name == "json" {
		if !json.Valid([]byte(s)) {
			t.Fatalf("no JSON: %s", s)
		}
		return
	}
	decoder := xml.NewDecoder(strings.NewReader(s))
	for {
		_, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s is not well formed: %v\n%s", name, err, s)
		}
	}
	if n := len(parse(t, s).Items); n != 2 {
		t.Fatalf("a reader finds %d items in %s, want 2", n, name)
	}
}
