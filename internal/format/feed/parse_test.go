package feed

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"dateline"
)

const rss2 = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:a="http://www.w3.org/2005/Atom">
<channel><title>Harbour Wire</title><link>https://harbour.example/</link><language>en_GB</language><ttl>30</ttl>
<a:link rel="hub" href="https://hub.example/"/><a:link rel="self" href="https://harbour.example/rss"/>
<item><title>Ferry &amp;amp; crane</title><link>/a/1</link><guid isPermaLink="false">n1</guid><pubDate>Tue, 22 Jul 2025 05:29:53 +0300</pubDate>
<d:creator>Mona Haddad</d:creator><description>Short</description><content:encoded><![CDATA[<p>Long & whole</p>]]></content:encoded>
<category>ports</category><enclosure url="/p.jpg" type="image/jpeg" length="9"/><source url="https://gulf.example/rss">Gulf Desk</source></item>
<item><title>Second</title><link>https://harbour.example/a/2</link></item>
</channel></rss>`

const atom1 = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="https://marsa.example/x/">
<title type="html">&lt;b&gt;مرسى&lt;/b&gt;</title><id>urn:marsa</id><link href="./"/><link rel="hub" href="/hub"/>
<entry><title type="text">a &lt; b</title><id>urn:1</id><link href="1.html"/><published>2025-07-22T05:29:53Z</published><updated>2025-07-23T06:00:00+03:00</updated>
<author><name>منى</name><email>m@marsa.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one &amp; two</p></div></content></entry></feed>`

const json1 = `{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.example/","language":"en",
"hubs":[{"type":"WebSub","url":"https://hub.example/"}],
"items":[{"id":7,"url":"https://j.example/7","title":"Seven","content_text":"a < b","date_published":"2025-07-22T05:29:53+03:00","authors":[{"name":"Z"}],"tags":["t",3]},
{"id":"8","content_html":"<p>x</p>","author":"plain name"}]}`

const rdf1 = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
<item rdf:about="https://r.example/1"><title>One</title><link>https://r.example/1</link><dc:date>2025-07</dc:date></item></rdf:RDF>`

func mustParse(t *testing.T, doc string) Feed {
	t.Helper()
	f, err := Parse([]byte(doc), Input{URL: "https://harbour.example/rss"})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestRSS(t *testing.T) {
	f := mustParse(t, rss2)
	if f.Format != "rss" || f.Version != "2.0" || f.Title.Plain() != "Harbour Wire" || f.Site != "https://harbour.example/" ||
		f.Language != "en-GB" || f.Every != 30*time.Minute || f.Hub != "https://hub.example/" || f.Self != "https://harbour.example/rss" {
		t.Errorf("head: %+v", f)
	}
	if len(f.Entries) != 2 || len(f.Warnings) != 0 || f.Cut {
		t.Fatalf("%d entries, warnings %v", len(f.Entries), f.Warnings)
	}
	e := f.Entries[0]
	if e.Title.Plain() != "Ferry & crane" || e.Link != "https://harbour.example/a/1" || e.ID != "n1" || e.Summary.HTML() != "Short" ||
		e.Content.HTML() != "<p>Long & whole</p>" || e.Authors[0].Name != "Mona Haddad" || e.Categories[0] != "ports" ||
		e.Picture.URL != "https://harbour.example/p.jpg" || e.Origin.Title.Plain() != "Gulf Desk" || e.Language != "en-GB" {
		t.Errorf("entry: %+v", e)
	}
	if got := Stamp(e.Published); got.Text() != "2025-07-22T05:29:53+03:00" || got.From != dateline.FromFeed {
		t.Errorf("published %+v", got)
	}
}

func TestAtom(t *testing.T) {
	f := mustParse(t, atom1)
	if f.Title.Plain() != "مرسى" || f.Site != "https://marsa.example/x/" || f.Hub != "https://marsa.example/hub" || f.Language != "ar" {
		t.Errorf("head: %+v", f)
	}
	e := f.Entries[0]
	if e.Title.Plain() != "a < b" || e.Title.HTML() != "a &lt; b" || e.Link != "https://marsa.example/x/1.html" || e.Content.HTML() != "<p>one &amp; two</p>" ||
		e.Authors[0] != (Person{"منى", "m@marsa.example"}) || e.Language != "ar" || Stamp(e.Updated).Text() != "2025-07-23T06:00:00+03:00" {
		t.Errorf("entry: %+v", e)
	}
}

func TestGone(t *testing.T) {
	const head = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/atompub/tombstones/1.0"><title>Marsa</title><id>urn:marsa</id>`
	const entry = `<entry><id>urn:1</id><title>One</title></entry>`
	for _, c := range []struct {
		name, doc string
		want      []Gone
	}{
		{"by any prefix", head + `<t:deleted-entry ref="urn:2" when="2026-03-04T07:05:06Z"><t:by><name>Mona</name></t:by><t:comment xml:lang="en">Wrong.</t:comment></t:deleted-entry>` + entry + `</feed>`,
			[]Gone{{"urn:2", "2026-03-04T07:05:06Z"}}},
		{"before, between and after entries", head + `<t:deleted-entry ref="urn:2"/>` + entry + `<t:deleted-entry ref=" urn:3 " when="x"/><entry><id>urn:4</id><title>Four</title></entry><t:deleted-entry ref="urn:5"/></feed>`,
			[]Gone{{"urn:2", ""}, {"urn:3", "x"}, {"urn:5", ""}}},
		{"nobody says which", head + `<t:deleted-entry when="2026-03-04T07:05:06Z"/>` + entry + `</feed>`, nil},
		{"without a namespace", `<feed xmlns="http://www.w3.org/2005/Atom"><at:deleted-entry ref="urn:2"/>` + entry + `</feed>`, []Gone{{"urn:2", ""}}},
		{"inside an entry", head + `<entry><id>urn:1</id><title>One</title><t:deleted-entry ref="urn:2"/></entry></feed>`, nil},
		{"in RSS", `<rss version="2.0" xmlns:at="http://purl.org/atompub/tombstones/1.0"><channel><title>M</title><item><guid>1</guid><title>One</title></item><at:deleted-entry ref="2"/></channel></rss>`, []Gone{{"2", ""}}},
		{"in JSON", `{"version":"https://jsonfeed.org/version/1.1","_dateline":{"deleted":[{"id":"urn:2","when":"2026-03-04T07:05:06Z"},{"note":"x"}]},"items":[{"id":"1","content_text":"One"}]}`,
			[]Gone{{"urn:2", "2026-03-04T07:05:06Z"}}},
		{"JSON of another shape", `{"version":"https://jsonfeed.org/version/1.1","_dateline":"x","items":[{"id":"1","content_text":"One"}]}`, nil},
	} {
		f := mustParse(t, c.doc)
		if !slices.Equal(f.Gone, c.want) || len(f.Entries) == 0 {
			t.Errorf("%s: %+v with %d entries, want %+v", c.name, f.Gone, len(f.Entries), c.want)
		}
	}
}

// What a video says of itself stands in a group beside the video; a CDATA section
// that was escaped once more is no part of a text.
func TestTextsInOddPlaces(t *testing.T) {
	f := mustParse(t, `<feed xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><title>Port TV</title><entry><id>1</id><title>Live</title>
<media:group><media:title>Other</media:title><media:content url="https://x.example/v" type="video/mp4"/><media:description>What the port says.</media:description></media:group></entry>
<entry><id>2</id><title>With a summary</title><summary>Short.</summary><media:group><media:description>Long.</media:description></media:group></entry></feed>`)
	if a, b := f.Entries[0], f.Entries[1]; a.Title.Plain() != "Live" || a.Summary.Plain() != "What the port says." || b.Summary.Plain() != "Short." {
		t.Errorf("%+v", f.Entries)
	}
	f = mustParse(t, `<rss><channel><title>&lt;![CDATA[Port &amp;amp; sea]]&gt;</title><item><title>&lt;![CDATA[Ferry]]&gt;</title><link>&lt;![CDATA[https://x.example/1]]&gt;</link>
<description>&lt;![CDATA[&lt;p&gt;It sails.&lt;/p&gt;]]&gt;</description></item><item><title>a &lt;![CDATA[ b</title></item></channel></rss>`)
	if e := f.Entries[0]; f.Title.Plain() != "Port & sea" || e.Title.Plain() != "Ferry" || e.Summary.HTML() != "<p>It sails.</p>" || e.Link != "https://x.example/1" {
		t.Errorf("%q: %+v", f.Title.Plain(), e)
	}
}

func TestJSON(t *testing.T) {
	f := mustParse(t, json1)
	if f.Format != "json" || f.Version != "1.1" || f.Hub != "https://hub.example/" || len(f.Entries) != 2 {
		t.Fatalf("head: %+v", f)
	}
	e := f.Entries[0]
	if e.ID != "7" || e.Content.HTML() != "a &lt; b" || e.Language != "en" || e.Authors[0].Name != "Z" || len(e.Categories) != 2 {
		t.Errorf("entry: %+v", e)
	}
	if f.Entries[1].Authors[0].Name != "plain name" {
		t.Errorf("author given as text: %+v", f.Entries[1].Authors)
	}
}

// TestJSONPictures: an image, else a banner, by the address of the feed; none
// where there is none.
func TestJSONPictures(t *testing.T) {
	f := mustParse(t, `{"version":"https://jsonfeed.org/version/1.1","home_page_url":"https://j.example/","items":[
{"id":"1","image":"/i.jpg","banner_image":"/b.jpg"},{"id":"2","banner_image":"https://j.example/b.jpg"},{"id":"3"},{"content_text":"no id"}]}`)
	if len(f.Entries) != 4 {
		t.Fatalf("%d entries: %+v", len(f.Entries), f.Entries)
	}
	var got []string
	for _, e := range f.Entries {
		if e.Picture != nil {
			got = append(got, e.Picture.URL)
		}
	}
	if strings.Join(got, " ") != "https://harbour.example/i.jpg https://j.example/b.jpg" {
		t.Errorf("pictures %q", got)
	}
}

// TestPlain: tags that end a line part words, others do not.
func TestPlain(t *testing.T) {
	for markup, want := range map[string]string{
		"Ferry<br>runs<br/>again": "Ferry runs again", "<p>One<p>two": "One two", "<b>H</b>arbour": "Harbour", "a &lt; b": "a < b", "5 < 6": "5 < 6",
		"<ul><li>ميناء</li><li>سفينة</li></ul><div>end</div>": "ميناء سفينة end", "<h2>Harbour</h2>opens": "Harbour opens",
		"<script>alert(1)</script>Harbour<style>p{}</style> opens": "Harbour opens", "<script/>Harbour": "Harbour",
	} {
		if got := (Text{Value: markup, Type: "html"}).Plain(); got != want {
			t.Errorf("%q: %q, want %q", markup, got, want)
		}
	}
}

// TestContentTypes: what an element of Atom says it holds decides how it is read.
func TestContentTypes(t *testing.T) {
	for markup, want := range map[string]string{
		`<content type="text">a &lt;b&gt;</content>`:                               "a <b>",
		`<content type="text/plain">a &lt;b&gt;</content>`:                         "a <b>",
		`<content type="text/plain" mode="escaped">&lt;b&gt;a&lt;/b&gt;</content>`: "a",
		`<content>&lt;b&gt;a&lt;/b&gt;</content>`:                                  "a",
		`<content type="html">&lt;b&gt;a&lt;/b&gt; &amp;amp; b</content>`:          "a & b",
		`<content type="text/html">&lt;b&gt;a&lt;/b&gt;</content>`:                 "a",
		`<content type="xhtml"><div><p>a</p> <p>b</p></div></content>`:             "a b",
		`<content type="application/xhtml+xml"><div>a</div></content>`:             "a",
		`<content mode="base64">QWhveQ==</content>`:                                "Ahoy",
		`<content type="application/octet-stream" mode="base64">!!</content>`:      "!!",
		`<content type="image/png">iVBORw0KGgo=</content><summary>a</summary>`:     "a",
		`<content type="application/pdf">JVBERi0=</content><summary>a</summary>`:   "a",
		`<content type="text/html" src="/x"/><summary>a</summary>`:                 "a",
	} {
		e := mustParse(t, "<feed><entry>"+markup+"</entry></feed>").Entries[0]
		if got := e.Content.Plain() + e.Summary.Plain(); got != want {
			t.Errorf("%s: %q, want %q", markup, got, want)
		}
	}
}

func TestRDF(t *testing.T) {
	f := mustParse(t, rdf1)
	e := f.Entries[0]
	if f.Title.Plain() != "R" || f.Every != 6*time.Hour || e.ID != "https://r.example/1" || Stamp(e.Published).Precision != dateline.ToDay {
		t.Errorf("%+v", f)
	}
}

// TestDocument: the copy that is kept of an entry gives the same entry again.
func TestDocument(t *testing.T) {
	docs := []string{
		rss2, atom1, json1, rdf1,
		// Prefixes of the feed's own, and a root with one.
		`<rss xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><title>T</title><d:creator>Ann Lee</d:creator><c:encoded>Text</c:encoded></item></channel></rss>`,
		`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:author><a:name>Ann &amp; Lee</a:name></a:author><a:entry><a:title>T</a:title><a:content>Text</a:content><a:link href="x"/></a:entry></a:feed>`,
		`<rss><channel xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title></a:entry></channel></rss>`,
		// Bases that nest, and addresses that count from them.
		`<feed xml:base="https://b.example/a/"><author><name>Ann Lee</name><email>a@h.example</email></author><entry xml:base="n/"><link href="y"/></entry></feed>`,
		`<rss><channel xml:base="/c/"><item xml:base="d/"><link>y?a=1&amp;b=2</link><enclosure url="p.jpg" type="image/jpeg"/></item><item><link>z</link></item></channel></rss>`,
		`<rss><channel><item><title>Zeroth</title><item xmlns:c="http://purl.org/rss/1.0/modules/content/"><title>First</title><c:encoded>Text</c:encoded></item></channel></rss>`,
		"{\"version\":\"https://jsonfeed.org/version/1\",\"language\":\"e\U000e0001n\\\"\",\"author\":{\"name\":\"Ann \\\"A\\\" Lee\"},\"items\":[{\"id\":\"1\",\"title\":\"T\"},{\"id\":\"2\",\"author\":{\"name\":\"Bob Ray\"}}]}",
	}
	for _, doc := range docs {
		for _, e := range mustParse(t, doc).Entries {
			again := mustParse(t, string(e.Document())).Entries
			if len(again) != 1 {
				t.Fatalf("%d entries in %s", len(again), e.Document())
			}
			a := again[0]
			if a.ID != e.ID || a.Title != e.Title || a.Content != e.Content || a.Summary != e.Summary || a.Published != e.Published || a.Language != e.Language ||
				a.Link != e.Link || !slices.Equal(a.Authors, e.Authors) || !slices.Equal(a.Enclosures, e.Enclosures) || !slices.Equal(a.Links, e.Links) {
				t.Errorf("%+v\n%+v", e, a)
			}
		}
	}
}

func TestMending(t *testing.T) {
	item := "<item><title>T</title><link>https://x.example/?a=1&b=2&copy=3</link></item>"
	cases := []struct {
		name, doc string
		entries   int
		warning   string
	}{
		{"bare ampersands", "<rss><channel>" + item + "</channel></rss>", 1, ""},
		{"leading space and mark", "\n \ufeff<rss><channel>" + item + "</channel></rss>", 1, ""},
		{"junk before", "<br />\n<b>Warning</b>: bad thing in x.php<br />\n<rss version=\"2.0\"><channel>" + item + "</channel></rss>", 1, "before the feed begins"},
		{"junk before a tag over two lines", "<br>Warning<feeder>\n<feed\n version=\"1.0\"><entry><title>T</title><link>https://x.example/?a=1</link></entry></feed>", 1, "before the feed begins"},
		{"junk whose small letters are longer", "<br>" + strings.Repeat("İ", 40) + "<RSS>\n<channel>" + item + "</channel></RSS>", 1, "there are 84 bytes before"},
		{"control characters", "<rss><channel><item><title>T\x08\x00x</title></item></channel></rss>", 1, ""},
		{"unclosed entry", "<rss><channel><item><title>T</title><item><title>U</title></item></channel></rss>", 2, "line 1"},
		{"stray end", "<rss><channel></b>\n" + item + "</channel></rss>", 1, "</b> closes nothing"},
		{"stray less-than", "<rss><channel><item><title>a < b</title></item></channel></rss>", 1, "opens nothing"},
		{"undeclared prefix", "<rss><channel><item><title>T</title><dc:creator>Z</dc:creator></item></channel></rss>", 1, ""},
		{"cut in an entry", "<rss><channel>" + item + "<item><title>U</ti", 1, "breaks off"},
		{"cut in CDATA", "<rss><channel>" + item + "<item><title><![CDATA[U", 1, "breaks off"},
		{"cut between entries", "<rss><channel>" + item, 1, "breaks off"},
		{"cut JSON", `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"x"},{"id":"2","ti`, 1, "breaks off"},
	}
	for _, c := range cases {
		f, err := Parse([]byte(c.doc), Input{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		warnings := strings.Join(f.Warnings, "; ")
		if len(f.Entries) != c.entries || !strings.Contains(warnings, c.warning) || c.warning == "" && warnings != "" {
			t.Errorf("%s: %d entries, warnings %q", c.name, len(f.Entries), warnings)
		}
		if strings.HasPrefix(c.name, "cut") != f.Cut {
			t.Errorf("%s: cut is %v", c.name, f.Cut)
		}
	}
	if l := mustParse(t, cases[0].doc).Entries[0].Link; l != "https://x.example/?a=1&b=2&copy=3" {
		t.Errorf("link %q", l)
	}
}

func TestNotAFeed(t *testing.T) {
	cases := []struct{ doc, want string }{
		{"", "empty"},
		{"  \n", "empty"},
		{"hello", "neither XML nor JSON"},
		{`{"a":1}`, "not a JSON Feed"},
		{`{"items":[{"id":`, "JSON broken at line 1"},
		{"<urlset></urlset>", "sitemap"},
		{"<opml></opml>", "OPML"},
		{"<svg></svg>", "begins with <svg>"},
		{"<rss><channel>\n<title>x</title><item>", "XML broken at line 2"},
		{"<rss", "XML broken at line 1"},
		{"<!DOCTYPE html><html><body>x</body></html>", "names no feeds"},
		{`<!DOCTYPE html><head><link rel="alternate" type="application/rss+xml" href="/f">`, "its feeds are https://p.example/f"},
	}
	for _, c := range cases {
		_, err := Parse([]byte(c.doc), Input{URL: "https://p.example/"})
		if err == nil || !strings.Contains(err.Error(), c.want) || !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%q: %v", c.doc, err)
		}
	}
}

// Text that was encoded twice is read as it was meant, and the source's health says
// so; a letter that merely looks like it stays.
func TestEncodedTwice(t *testing.T) {
	const doc = `<rss version="2.0"><channel><title>Harbour</title>
<item><guid>1</guid><title>Ø§Ù„Ù…ÙŠÙ†Ø§Ø¡ Ù…ØºÙ„Ù‚</title><description>&lt;p&gt;The harbourâ€™s old quay, dÃ©jÃ  vu&lt;/p&gt;</description></item>
<item><guid>2</guid><title><![CDATA[ط§ظ„ظ…ظٹظ†ط§ط، ظ…ط؛ظ„ظ‚]]></title><description>«LE CAFÉ» GROß“</description></item></channel></rss>`
	f := mustParse(t, doc)
	a, b := f.Entries[0], f.Entries[1]
	if a.Title.Plain() != "الميناء مغلق" || a.Summary.Plain() != "The harbour’s old quay, déjà vu" || b.Title.Plain() != "الميناء مغلق" || b.Summary.Plain() != "«LE CAFÉ» GROß“" {
		t.Errorf("%q, %q; %q, %q", a.Title.Plain(), a.Summary.Plain(), b.Title.Plain(), b.Summary.Plain())
	}
	if len(f.Warnings) != 1 || !strings.Contains(f.Warnings[0], "encoded twice") || !strings.HasSuffix(f.Warnings[0], ": 7") {
		t.Errorf("warnings %q", f.Warnings)
	}
	if again := mustParse(t, string(a.Document())); again.Entries[0].Title != a.Title || len(again.Warnings) != 0 {
		t.Errorf("the entry alone is %+v with %q", again.Entries[0].Title, again.Warnings)
	}
}

func TestEncodings(t *testing.T) {
	arabic := `<rss><channel><item><title>قال الوزير إن السفينة وصلت إلى الميناء</title></item></channel></rss>`
	latin := `<rss><channel><item><title>Café crème – déjà vu</title></item></channel></rss>`
	declared := func(name, doc string) string { return `<?xml version="1.0" encoding="` + name + `"?>` + doc }
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	bare16 := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	cases := []struct {
		name, doc, contentType string
		enc                    encoding.Encoding
	}{
		{"windows-1256 declared", declared("windows-1256", arabic), "", charmap.Windows1256},
		{"windows-1256 in the header", arabic, "text/xml; charset=windows-1256", charmap.Windows1256},
		{"windows-1256 called utf-8", declared("utf-8", arabic), "text/xml; charset=utf-8", charmap.Windows1256},
		{"windows-1256 called latin", declared("iso-8859-1", arabic), "", charmap.Windows1256},
		{"iso-8859-6 declared", declared("iso-8859-6", arabic), "", charmap.ISO8859_6},
		{"iso-8859-6 undeclared", arabic, "", charmap.ISO8859_6},
		{"utf-16 with mark", declared("utf-16", arabic), "", utf16},
		{"utf-16 without mark", declared("utf-16", arabic), "", bare16},
		{"utf-8 called windows-1256", declared("windows-1256", arabic), "", nil},
		{"utf-8 with mark", "\ufeff" + declared("utf-8", arabic), "", nil},
		{"latin called utf-8", declared("utf-8", latin), "", charmap.Windows1252},
		{"unknown name", declared("x-nonsense", latin), "", charmap.Windows1252},
	}
	for _, c := range cases {
		body := []byte(c.doc)
		if c.enc != nil {
			b, err := c.enc.NewEncoder().Bytes(body)
			if err != nil {
				t.Fatal(c.name, err)
			}
			body = b
		}
		f, err := Parse(body, Input{ContentType: c.contentType})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		_, want, _ := strings.Cut(c.doc, "<title>")
		want, _, _ = strings.Cut(want, "</title>")
		if got := f.Entries[0].Title.Plain(); got != want {
			t.Errorf("%s: %q, decoded from %s", c.name, got, f.Encoding)
		}
	}
	f, err := Parse([]byte("<rss><channel><item><title>وصلت السفينة إلى الميناء الكبير\xd8 </title></item></channel></rss>"), Input{})
	if err != nil || !strings.Contains(f.Entries[0].Title.Plain(), "الميناء") {
		t.Errorf("one bad byte in UTF-8: %v %+v", err, f.Entries)
	}
}

func TestStamps(t *testing.T) {
	cases := []struct {
		in, want  string
		precision dateline.Precision
	}{
		{"Tue, 22 Jul 2025 05:29:53 +0300", "2025-07-22T05:29:53+03:00", dateline.ToSecond},
		{"22 Jul 25 05:29 GMT", "2025-07-22T05:29:00Z", dateline.ToMinute},
		{"Tue, 22 July 2025 05:29:53 EST", "2025-07-22T05:29:53-05:00", dateline.ToSecond},
		{"Tue, 22 Jul 2025 05:29:53", "2025-07-22T05:29:53", dateline.ToSecond},
		{"Tue Jul 22 05:29:53 2025", "2025-07-22T05:29:53", dateline.ToSecond},
		{"22-Jul-2025", "2025-07-22T00:00:00", dateline.ToDay},
		{"2025-07-22T05:29:53.5Z", "2025-07-22T05:29:53Z", dateline.ToSecond},
		{"2025-07-22 05:29:53 +0300", "2025-07-22T05:29:53+03:00", dateline.ToSecond},
		{"2025-07-22T05:29+03:00", "2025-07-22T05:29:00+03:00", dateline.ToMinute},
		{"20250722", "2025-07-22T00:00:00", dateline.ToDay},
		{"2025", "2025-01-01T00:00:00", dateline.ToDay},
		{"Tue, 22 Jul 2025 05:29:53 CST", "2025-07-22T05:29:53-06:00", dateline.ToSecond},
		{"22 Jul", "", ""},
		{"12", "", ""},
		{"1/2", "", ""},
		{"soon 10:00", "", ""},
		{"yesterday", "", ""},
		{"0000-00-00 00:00:00", "", ""},
		{"2025-13-45T99:99:99Z", "", ""},
		{"", "", ""},
	}
	for _, c := range cases {
		s := Stamp(c.in)
		if s.Text() != c.want || s.Precision != c.precision {
			t.Errorf("%q: %q %q, want %q %q", c.in, s.Text(), s.Precision, c.want, c.precision)
		}
	}
}

func TestFind(t *testing.T) {
	page := `<head><base href="https://cdn.example/"><link rel="alternate" type="application/rss+xml" title="News" href="/rss">
<link rel="alternate" type="application/json" href="/wp-json/x"><link rel="stylesheet" href="/s.css"></head>
<a href="/about">About</a><a href="/feed/">feed</a><a href="/rss">again</a>`
	typeless := Find(`<link rel="feed" href="/f"><link rel="alternate" href="/ar"><link rel="feed" type="text/html" href="/h">`, "https://p.example/x")
	if len(typeless) != 1 || typeless[0].URL != "https://p.example/f" {
		t.Errorf("links that say feed: %+v", typeless)
	}
	got := Find(page, "https://p.example/x")
	if len(got) != 2 || got[0] != (Found{URL: "https://cdn.example/rss", Title: "News"}) || got[1] != (Found{URL: "https://cdn.example/feed/", Hinted: true}) {
		t.Errorf("%+v", got)
	}
}

// TestHuge holds the parser to time that grows with the document alone.
func TestHuge(t *testing.T) {
	docs := map[string]string{
		"100,000 entries": "<rss><channel>" + strings.Repeat("<item><title>T</title><guid>g</guid></item>", 100_000) + "</channel></rss>",
		"deep":            "<rss><channel><item>" + strings.Repeat("<a>", 500_000) + "x" + strings.Repeat("</a>", 500_000) + "</item></channel></rss>",
		"deep and open":   "<rss><channel><item><title>T</title></item>" + strings.Repeat("<a>", 1_000_000),
		"ampersands":      "<rss><channel><item><title>" + strings.Repeat("&a", 1_000_000) + "</title></item></channel></rss>",
		"pieces":          "<rss><channel><item><title>" + strings.Repeat("a<b/>", 500_000) + "</title></item></channel></rss>",
		"less-thans":      "<rss><channel><item><title>" + strings.Repeat("<", 1_000_000) + "</title></item></channel></rss>",
		"comments":        "<rss><channel><item><title>x</title></item>" + strings.Repeat("<!--", 1_000_000),
		"declarations":    "<rss><channel><item><title>x</title></item>" + strings.Repeat("<!a[", 300_000),
		"quotes":          "<rss><channel><item><title>x</title></item>" + strings.Repeat(`<a b="`, 300_001),
		"namespaces":      "<rss " + strings.Repeat(`xmlns:a="b" `, 100_000) + "><channel><item><title>x</title></item></channel></rss>",
		"bomb":            `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`,
	}
	for name, doc := range docs {
		start := time.Now()
		if _, err := Parse([]byte(doc), Input{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s took %v", name, d)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{rss2, atom1, json1, rdf1, "<rss><channel><item>", "\xff\xfe<\x00r\x00", `{"items":[`, "<!DOCTYPE html><a href=/rss>"} {
		f.Add([]byte(s), "text/xml; charset=utf-8")
	}
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		fd, err := Parse(body, Input{ContentType: contentType, URL: "https://x.example/"})
		if err != nil && !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("error of an unknown kind: %v", err)
		}
		for _, e := range fd.Entries {
			e.Title.Plain()
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"rss.xml", "atom.xml", "feed.json"} {
		body, err := os.ReadFile(os.Getenv("FEED_BENCH") + "/" + name)
		if err != nil {
			b.Skip("FEED_BENCH names no folder with feeds")
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			entries := 0
			for b.Loop() {
				f, err := Parse(body, Input{})
				if err != nil {
					b.Fatal(err)
				}
				entries += len(f.Entries)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(entries), "µs/entry")
		})
	}
}
