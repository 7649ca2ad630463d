package read

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"dateline"
)

var received = time.Date(2026, 7, 4, 12, 0, 0, 0, time.UTC)

const englishPage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Marsa harbour opens after storm | Marsa Courier</title>
<link rel="canonical" href="/news/harbour"><link rel="alternate" hreflang="ar" href="https://marsa.example/ar/harbour">
<meta property="og:site_name" content="Marsa Courier"><meta property="og:title" content="Marsa harbour opens after storm">
<meta property="og:image" content="/i/quay.jpg"><meta name="tdm-reservation" content="1">
<meta property="article:section" content="World"><meta property="article:tag" content="harbour"><meta property="article:tag" content="storm">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},
{"@type":"NewsArticle","headline":"Marsa harbour opens after storm","datePublished":"2026-07-03T10:15:00+03:00","dateModified":"2026-07-03T12:00:00+03:00",
"author":[{"@type":"Person","name":"Ann Lee"},{"@id":"#bob"}],"publisher":{"@type":"Organization","name":"Marsa Courier"},"isAccessibleForFree":"False"},
{"@type":"Person","@id":"#bob","name":"Bob Ray"}]}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><h1>Marsa harbour opens after storm</h1><p class="byline">By Ann Lee and Bob Ray</p><time datetime="2026-07-03T10:15:00+03:00">3 July 2026</time>
<figure><img src="/i/quay.jpg"><figcaption>The quay on Friday. Photo: Carol Dee</figcaption></figure>
<div class="body"><p>MARSA, 3 July (Marsa Press) — The harbour of Marsa has opened again after a storm that kept ships out for a week, the harbour master said on Friday.</p>
<p>Twelve ships waited outside the mole, he said, and the first of them, a grain carrier, came in at <b>noon</b>, “to the <i>cheers</i> of the crews”.</p>
<div class="related"><h4>Related</h4><ul><li><a href="/1">Another item of the day</a></li></ul></div>
<h2>A week of waiting</h2><p>The storm had broken two cranes, which will take until the autumn to mend, and had flooded the old market behind the quay.</p>
<ul><li>Two cranes broken</li><li>Twelve ships waiting</li></ul>
<table><tr><th>Ship</th><th>Load</th></tr><tr><td>Nora</td><td>grain</td></tr></table>
<blockquote><p>We have waited a long time for this, and we are glad that it is over at last.</p></blockquote>
<p>The port will work through the night until all the ships are unloaded, the harbour master said, and the market will open on Monday.</p></div></article></main>
<footer><p>© Marsa Courier. All rights reserved.</p></footer></body></html>`

func TestPage(t *testing.T) {
	c := dateline.Copy{Source: "marsa", URL: "https://marsa.example/news/harbour?from=feed", Received: received, Body: []byte(englishPage)}
	it, err := Page(c, Hint{})
	if err != nil {
		t.Fatal(err)
	}
	check := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, want %#v", what, got, want)
		}
	}
	check("headline", it.Headline, "Marsa harbour opens after storm")
	check("url", it.URL, "https://marsa.example/news/harbour")
	check("guid", it.GUID, it.URL)
	check("id", it.ID, dateline.NewItemID("marsa", it.URL))
	check("byline", it.Byline, []string{"Ann Lee", "Bob Ray"})
	check("dateline", it.Dateline, dateline.Dateline{Place: "MARSA", Date: "3 July"})
	check("credit", it.CreditLine, "Marsa Press")
	check("published", it.Published.Text(), "2026-07-03T10:15:00+03:00")
	check("published from", it.Published.From, dateline.FromStructuredData)
	check("updated", it.Updated.Text(), "2026-07-03T12:00:00+03:00")
	check("language", it.Language, "en")
	check("direction", it.Direction, dateline.LeftToRight)
	check("section", it.Section, "World")
	check("keywords", it.Keywords, []string{"harbour", "storm"})
	check("translations", it.Translations, []dateline.Translation{{Language: "ar", URL: "https://marsa.example/ar/harbour"}})
	check("picture", it.Picture, &dateline.Picture{URL: "https://marsa.example/i/quay.jpg", Caption: "The quay on Friday.", Credit: "Carol Dee"})
	check("rights", it.Rights, dateline.Rights{Paywalled: true, NoMining: true})
	want := []dateline.Block{
		{Kind: dateline.Paragraph, Text: "The harbour of Marsa has opened again after a storm that kept ships out for a week, the harbour master said on Friday."},
		{Kind: dateline.Paragraph, Text: "Twelve ships waited outside the mole, he said, and the first of them, a grain carrier, came in at noon, “to the cheers of the crews”."},
		{Kind: dateline.Subhead, Text: "A week of waiting"},
		{Kind: dateline.Paragraph, Text: "The storm had broken two cranes, which will take until the autumn to mend, and had flooded the old market behind the quay."},
		{Kind: dateline.List, Items: []string{"Two cranes broken", "Twelve ships waiting"}},
		{Kind: dateline.Table, Rows: [][]string{{"Ship", "Load"}, {"Nora", "grain"}}},
		{Kind: dateline.Quotation, Text: "We have waited a long time for this, and we are glad that it is over at last."},
		{Kind: dateline.Paragraph, Text: "The port will work through the night until all the ships are unloaded, the harbour master said, and the market will open on Monday."},
	}
	check("body", it.Body, want)
	again, _ := Page(c, Hint{})
	check("the same copy twice", again, it)
}

// arabicPage has no structured data: all is read from what it shows.
const arabicPage = `<html dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=CHARSET">
<title>افتتاح ميناء مرسى بعد العاصفة | صحيفة مرسى</title></head><body>
<div class="menu"><a href="/">الرئيسية</a> <a href="/w">العالم</a></div>
<div class="story"><h1>افتتاح ميناء مرسى بعد العاصفة</h1>
<div class="author">كتب: محمد علي</div><div class="date">الجمعة 3 تموز/يوليو 2026 - 10:15 ص بتوقيت غرينتش</div>
<div class="text"><p>مرسى (أ ش أ) - أعيد افتتاح ميناء مرسى يوم الجمعة بعد عاصفة أبقت السفن خارج الميناء مدة أسبوع كامل، كما قال مدير الميناء.</p>
<p>وأضاف المدير أن اثنتي عشرة سفينة كانت تنتظر خارج الرصيف، وأن أولاها دخلت الميناء ظهرا وسط ترحيب البحارة والعمال.</p>
<p>وسيعمل الميناء طوال الليل حتى تفرغ جميع السفن حمولتها، على أن تفتح السوق القديمة أبوابها يوم الاثنين المقبل.</p></div></div></body></html>`

func TestPageCharsets(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(arabicPage)
	if err != nil {
		t.Fatal(err)
	}
	encode := func(m *charmap.Charmap, label string) string {
		s, err := m.NewEncoder().String(strings.NewReplacer("CHARSET", label).Replace(arabicPage))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	tests := []struct{ name, body, contentType string }{
		{"utf-8", arabicPage, "text/html; charset=utf-8"},
		{"utf-8 with a mark", "\ufeff" + arabicPage, ""},
		{"utf-8 with a wrong label", arabicPage, "text/html; charset=iso-8859-1"},
		{"windows-1256", encode(charmap.Windows1256, "windows-1256"), ""},
		{"windows-1256 by the server", encode(charmap.Windows1256, "none"), "text/html; charset=windows-1256"},
		{"windows-1256 without a label", encode(charmap.Windows1256, "none"), "text/html"},
		{"iso-8859-6", encode(charmap.ISO8859_6, "iso-8859-6"), ""},
		{"utf-16", utf16, ""},
	}
	for _, tt := range tests {
		it, err := Item(dateline.Copy{Body: []byte(tt.body), ContentType: tt.contentType, Received: received}, Hint{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if it.Headline != "افتتاح ميناء مرسى بعد العاصفة" || it.Language != "ar" || it.Direction != dateline.RightToLeft {
			t.Errorf("%s: headline %q, %s %s", tt.name, it.Headline, it.Language, it.Direction)
		}
		if it.Dateline.Place != "مرسى" || it.CreditLine != "أ ش أ" || len(it.Byline) != 1 || it.Byline[0] != "محمد علي" {
			t.Errorf("%s: dateline %+v, credit %q, byline %q", tt.name, it.Dateline, it.CreditLine, it.Byline)
		}
		if got := it.Published.Text(); got != "2026-07-03T10:15:00Z" || it.Published.Zone != "GMT" {
			t.Errorf("%s: published %s %+v", tt.name, got, it.Published)
		}
		if len(it.Body) != 3 || !strings.HasPrefix(it.Body[0].Text, "أعيد افتتاح ميناء مرسى") {
			t.Errorf("%s: body %q", tt.name, it.Text())
		}
	}
}

func TestPageMarks(t *testing.T) {
	page := func(title, more string) dateline.Copy {
		return dateline.Copy{URL: "https://marsa.example/a", Received: received, Body: []byte("<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + more +
			"<p>The harbour of Marsa has opened again after a storm that kept ships out for a week, the harbour master said.</p>" +
			"<p>Twelve ships waited outside the mole, he said, and the first of them, a grain carrier, came in at noon.</p>" +
			"<p>The port will work through the night until all the ships are unloaded, the harbour master said.</p></article></body></html>")}
	}
	tests := []struct {
		name  string
		copy  dateline.Copy
		check func(dateline.Item) bool
	}{
		{"a title as the name of the site", page("Harbour opens", `<meta name="application-name" content="Harbour opens">`), func(i dateline.Item) bool { return i.Headline == "Harbour opens" }},
		{"a byline as a paragraph of its own", page("Harbour opens", "<p>By Ann Lee</p>"), func(i dateline.Item) bool { return slices.Equal(i.Byline, []string{"Ann Lee"}) && len(i.Body) == 3 }},
		{"a name that leads to its author's page", page("Harbour opens", `<p><a href="/authors/ann-lee">Ann Lee</a></p>`), func(i dateline.Item) bool { return slices.Equal(i.Byline, []string{"Ann Lee"}) }},
		{"flash", page("FLASH: Harbour opens", ""), func(i dateline.Item) bool { return i.Urgency == 1 && i.Headline == "Harbour opens" }},
		{"kill", page("KILL: Harbour opens", ""), func(i dateline.Item) bool {
			return i.PubStatus == dateline.Canceled && len(i.Notices) == 1 && i.Notices[0].Kind == dateline.Kill && !strings.Contains(i.Notices[0].Text, "Harbour")
		}},
		{"correction", page("Harbour opens", "<p>(Corrects paragraph 3 to say Monday)</p>"), func(i dateline.Item) bool {
			return len(i.Notices) == 1 && i.Notices[0].Kind == dateline.Correct && len(i.Body) == 3
		}},
		{"correction that only a label tells", page("تصحيح: Harbour opens", ""), func(i dateline.Item) bool {
			return len(i.Notices) == 1 && i.Notices[0] == dateline.Notice{Kind: dateline.Correct} && i.Headline == "Harbour opens"
		}},
		{"embargo", page("Harbour opens", "<p>EMBARGOED UNTIL 5 July 2026, 10:00 GMT</p>"), func(i dateline.Item) bool {
			return i.Embargo.Equal(time.Date(2026, 7, 5, 10, 0, 0, 0, time.UTC)) && len(i.Body) == 3
		}},
		{"script in a title", page("Harbour &lt;script&gt;alert(1)&lt;/script&gt;opens", ""), func(i dateline.Item) bool {
			return i.Headline == "Harbour opens"
		}},
		{"a lone override", page("Harbour \u202eopens\u0007", ""), func(i dateline.Item) bool { return i.Headline == "Harbour opens" }},
		{"undated", page("Harbour opens", ""), func(i dateline.Item) bool { return i.Published.IsZero() }},
		{"a date of 2099", page("Harbour opens", `<time datetime="2099-01-01">x</time>`), func(i dateline.Item) bool {
			return i.Published.IsZero() || i.Published.Confidence == dateline.Doubtful
		}},
		{"a canonical address elsewhere", page("Harbour opens", `<link rel="canonical" href="https://evil.example/b">`), func(i dateline.Item) bool { return i.URL == "https://marsa.example/a" }},
	}
	for _, tt := range tests {
		it, err := Page(tt.copy, Hint{})
		if err != nil || !tt.check(it) {
			t.Errorf("%s: %v %+v", tt.name, err, it)
		}
	}
}

func TestPageBad(t *testing.T) {
	deep := strings.Repeat("<div>", 100000) + "<p>The harbour of Marsa has opened again after a storm that kept ships out for a week.</p>"
	soup := "<html><body><p " + strings.Repeat("a=b ", 3<<20) + ">x</p><h1>Harbour opens</h1>"
	for name, body := range map[string]string{"deep": deep, "soup": soup, "cut": englishPage[:len(englishPage)/2], "binary": "\x89PNG\r\n\x1a\n\x00\x00<html>"} {
		it, err := Page(dateline.Copy{Body: []byte(body)}, Hint{})
		if err != nil && !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
		if name == "deep" && !strings.Contains(it.Text(), "The harbour of Marsa") {
			t.Errorf("deep: the text is lost: %q", it.Text())
		}
	}
	for _, body := range []string{"", "<html></html>", "<script>x()</script>"} {
		if _, err := Page(dateline.Copy{Body: []byte(body)}, Hint{}); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("Page(%q) = %v, want an invalid copy", body, err)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(englishPage))
	f.Add([]byte(arabicPage))
	f.Add([]byte("<table><tr><td><ul><li><blockquote><pre>"))
	f.Add([]byte(`<script type="application/ld+json">[{"@type":["Article"],"author":[[{}]],"@graph":{"@id":"x"}}]</script>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		it, err := Page(dateline.Copy{Body: b, URL: "https://marsa.example/a", Received: received}, Hint{Name: "Marsa"})
		if err == nil && (it.ID == "" || strings.ContainsAny(it.Headline, "\n\x00\u202e")) {
			t.Errorf("a bad item: %+v", it)
		}
		NewLine("x", it)
	})
}

// TestRights: what a page says of who may read and mine it, however it says so.
func TestRights(t *testing.T) {
	for head, want := range map[string]dateline.Rights{
		"": {},
		`<meta name="robots" content="max-image-preview:large"><meta name="robots" content="noai, noimageai">`: {NoMining: true},
		`<meta name="Robots" content="NOML">`:                      {NoMining: true},
		`<meta name="robots" content="noindex">`:                   {},
		`<meta name="tdm-reservation" content="1">`:                {NoMining: true},
		`<meta name="tdm-reservation" content="0">`:                {},
		`<meta property="article:content_tier" content="Metered">`: {Paywalled: true},
		`<meta property="article:content_tier" content="free">`:    {},
		`<meta itemprop="isAccessibleForFree" content="False">`:    {Paywalled: true},
		`<meta itemprop="isAccessibleForFree" content="true">`:     {},
		`<meta name="copyright" content="Marsa Courier">`:          {Holder: "Marsa Courier"},
		`<meta name="dc.rights" content="CC BY 4.0">`:              {UsageTerms: "CC BY 4.0"},
		`<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","license":"CC BY","copyrightHolder":{"name":"Marsa"}}</script>`: {UsageTerms: "CC BY", Holder: "Marsa"},
	} {
		it, err := Page(dateline.Copy{Body: []byte("<html><head><title>Harbour opens</title>" + head + "</head><body><h1>Harbour opens</h1><p>" + strings.Join(englishText, "</p><p>") + "</p>")}, Hint{})
		if err != nil || it.Rights != want {
			t.Errorf("%s: %+v, want %+v; %v", head, it.Rights, want, err)
		}
	}
}
