package feed

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// head parses an RSS feed with these elements in its head.
func head(t *testing.T, markup string) Feed {
	t.Helper()
	return mustParse(t, `<rss version="2.0"><channel>`+markup+`</channel></rss>`)
}

// entry parses an RSS feed with one entry of these elements.
func entry(t *testing.T, markup string) Entry {
	t.Helper()
	f := head(t, "<item>"+markup+"</item>")
	if len(f.Entries) != 1 {
		t.Fatalf("%s: %d entries", markup, len(f.Entries))
	}
	return f.Entries[0]
}

// TestHead: what a feed says of itself stands in many places; the first that says
// anything is taken.
func TestHead(t *testing.T) {
	for _, c := range []struct {
		name, markup, want string
		get                func(Feed) string
	}{
		{"generator", "<generator>Press 2</generator>", "Press 2", func(f Feed) string { return f.Generator }},
		{"generator of RDF", `<admin:generatorAgent rdf:resource="https://g.example/2"/>`, "https://g.example/2", func(f Feed) string { return f.Generator }},
		{"no generator", "<generator> </generator>", "", func(f Feed) string { return f.Generator }},
		{"editor", "<managingEditor>m@h.example (Mona)</managingEditor><webMaster>w@h.example</webMaster>", "[{Mona m@h.example}]", func(f Feed) string { return fmt.Sprint(f.Authors) }},
		{"webmaster", "<webMaster>w@h.example</webMaster>", "[{ w@h.example}]", func(f Feed) string { return fmt.Sprint(f.Authors) }},
		{"rights", "<copyright>(c) Harbour</copyright>", "(c) Harbour", func(f Feed) string { return f.Rights.Plain() }},
		{"published", "<pubDate>2025</pubDate><dc:date>2024</dc:date>", "2025", func(f Feed) string { return f.Published }},
		{"updated", "<lastBuildDate>2026</lastBuildDate><pubDate>2025</pubDate>", "2026", func(f Feed) string { return f.Updated }},
		{"language with an underline", "<language>en_GB</language>", "en-GB", func(f Feed) string { return f.Language }},
		{"image", "<image><url>/logo.png</url></image>", "https://harbour.example/logo.png", func(f Feed) string { return f.Image }},
		{"podcast's image", `<itunes:image href="/i.png"/>`, "https://harbour.example/i.png", func(f Feed) string { return f.Image }},
		{"image as text", "<logo>/l.png</logo>", "https://harbour.example/l.png", func(f Feed) string { return f.Image }},
		{"categories", `<category>ports</category><itunes:category text="News"><itunes:category text="Sea"/></itunes:category><itunes:keywords>a, b</itunes:keywords>`, "ports News Sea a b",
			func(f Feed) string { return strings.Join(f.Categories, " ") }},
		{"keywords of several words", "<itunes:keywords>strike, labour union,, port</itunes:keywords>", "strike|labour union|port", func(f Feed) string { return strings.Join(f.Categories, "|") }},
		{"Arabic keywords", "<itunes:keywords>الميناء، سوق العمل</itunes:keywords>", "الميناء|سوق العمل", func(f Feed) string { return strings.Join(f.Categories, "|") }},
		{"keywords without commas", "<itunes:keywords>strike port</itunes:keywords>", "strike|port", func(f Feed) string { return strings.Join(f.Categories, "|") }},
		{"subtitle", "<description>Ships &amp; sea</description>", "Ships & sea", func(f Feed) string { return f.Subtitle.Plain() }},
		{"site by a link of another kind", `<atom:link rel="alternate" type="application/json" href="/j"/><atom:link rel="alternate" href="/h"/>`, "https://harbour.example/h", func(f Feed) string { return f.Site }},
		{"site that only machines read", `<atom:link rel="alternate" type="application/json" href="/j"/>`, "https://harbour.example/j", func(f Feed) string { return f.Site }},
	} {
		if got := c.get(head(t, c.markup)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestEvery: how long a feed asks to be left alone, within reason: a week at most
// by ttl, and nothing where it writes no number.
func TestEvery(t *testing.T) {
	for markup, want := range map[string]time.Duration{
		"":                 0,
		"<ttl>30</ttl>":    30 * time.Minute,
		"<ttl>1</ttl>":     time.Minute,
		"<ttl>0</ttl>":     0,
		"<ttl>-5</ttl>":    0,
		"<ttl>soon</ttl>":  0,
		"<ttl>10080</ttl>": 7 * 24 * time.Hour,
		"<ttl>10081</ttl>": 0,
		"<sy:updatePeriod>hourly</sy:updatePeriod>":                                                      time.Hour,
		"<sy:updatePeriod>Daily</sy:updatePeriod>":                                                       24 * time.Hour,
		"<sy:updatePeriod>weekly</sy:updatePeriod>":                                                      7 * 24 * time.Hour,
		"<sy:updatePeriod>monthly</sy:updatePeriod>":                                                     30 * 24 * time.Hour,
		"<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>":             6 * time.Hour,
		"<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>":             24 * time.Hour,
		"<ttl>5</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>": 5 * time.Minute,
	} {
		if got := head(t, markup).Every; got != want {
			t.Errorf("%s: %v, want %v", markup, got, want)
		}
	}
}

// TestEntryLink: the page behind an entry is where the feed says that it came from,
// else its link, else its name where that is an address and not denied to be one.
func TestEntryLink(t *testing.T) {
	for markup, want := range map[string]string{
		"<feedburner:origLink>https://h.example/1</feedburner:origLink><link>https://burner.example/x</link>": "https://h.example/1",
		"<link>/a</link>":                        "https://harbour.example/a",
		`<atom:link rel="alternate" href="/b"/>`: "https://harbour.example/b",
		`<atom:link href="/b"/>`:                 "https://harbour.example/b",
		`<atom:link rel="alternate" hreflang="ar" href="/ar"/><link>/en</link>`:            "https://harbour.example/en",
		`<atom:link rel="self" href="/s"/>`:                                                "",
		`<guid>https://h.example/g</guid>`:                                                 "https://h.example/g",
		`<guid isPermaLink="true">https://h.example/g</guid>`:                              "https://h.example/g",
		`<guid isPermaLink="False">https://h.example/g</guid>`:                             "",
		`<guid>tag:h.example,1</guid>`:                                                     "",
		`<guid isPermaLink="true">/g</guid>`:                                               "https://harbour.example/g",
		`<guid isPermaLink="true">g-1</guid>`:                                              "",
		`<guid>/g</guid>`:                                                                  "",
		`<link> </link><guid>HTTP://h.example/g</guid>`:                                    "HTTP://h.example/g",
		`<link xml:base="https://o.example/x/">y</link>`:                                   "https://o.example/x/y",
		`<atom:link xml:base="https://o.example/x/" rel="alternate" href="y"></atom:link>`: "https://o.example/x/y",
	} {
		if got := entry(t, markup).Link; got != want {
			t.Errorf("%s: %q, want %q", markup, got, want)
		}
	}
}

// TestPeople: a name and an address in any of the orders in which they are written.
func TestPeople(t *testing.T) {
	for markup, want := range map[string][]Person{
		"<author>m@h.example (Mona Haddad)</author>":                   {{"Mona Haddad", "m@h.example"}},
		"<author>Mona Haddad (m@h.example)</author>":                   {{"Mona Haddad", "m@h.example"}},
		"<author>Mona Haddad &lt;m@h.example&gt;</author>":             {{"Mona Haddad", "m@h.example"}},
		"<author>m@h.example</author>":                                 {{"", "m@h.example"}},
		"<author>Mona @ Harbour</author>":                              {{"Mona @ Harbour", ""}},
		"<author>Mona (Harbour Wire)</author>":                         {{"Mona (Harbour Wire)", ""}},
		"<author> </author><dc:creator>Mona</dc:creator>":              {{"Mona", ""}},
		"<dc:creator>Mona</dc:creator><dc:creator>Omar</dc:creator>":   {{"Mona", ""}, {"Omar", ""}},
		"<author>Mona</author><dc:creator>Mona Haddad</dc:creator>":    {{"Mona", ""}},
		"<author><name>Mona</name><email>m@h.example</email></author>": {{"Mona", "m@h.example"}},
		"<itunes:author>Harbour</itunes:author>":                       {{"Harbour", ""}},
		"":                                                             nil,
	} {
		if got := entry(t, markup).Authors; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", markup, got, want)
		}
	}
}

// TestWriters: an entry without an author has those of the feed that it was taken
// over from, else of its own, as Atom and JSON Feed say; RSS says no such thing.
func TestWriters(t *testing.T) {
	const ann, bob = "<author><name>Ann Lee</name></author>", "<author><name>Bob Ray</name></author>"
	for doc, want := range map[string]string{
		`<feed>` + ann + `<entry/></feed>`:                                                              "Ann Lee",
		`<feed>` + ann + `<entry>` + bob + `</entry></feed>`:                                            "Bob Ray",
		`<feed>` + ann + `<entry><source>` + bob + `</source></entry></feed>`:                           "Bob Ray",
		`<feed>` + ann + `<entry><source><title>Quay</title></source></entry></feed>`:                   "Ann Lee",
		`<feed><title>ann lee</title>` + ann + `<entry/></feed>`:                                        "",
		`<rss><channel><managingEditor>Ann Lee</managingEditor><item/></channel></rss>`:                 "",
		`<rss><channel><itunes:author>Ann Lee</itunes:author><item/></channel></rss>`:                   "",
		`{"version":"https://jsonfeed.org/version/1","author":{"name":"Ann Lee"},"items":[{"id":"1"}]}`: "Ann Lee",
		`{"items":[{"id":"1"},{"id":"2"}],"authors":[{"name":"Ann Lee"}]}`:                              "Ann Lee",
		`{"authors":[{"name":"Ann Lee"}],"items":[{"id":"1","authors":[{"name":"Bob Ray"}]}]}`:          "Bob Ray",
	} {
		got := ""
		for _, p := range mustParse(t, doc).Entries[0].Authors {
			got += p.Name
		}
		if got != want {
			t.Errorf("%s: %q, want %q", doc, got, want)
		}
	}
}

// TestFiles: what goes with an entry, and which of it is its picture.
func TestFiles(t *testing.T) {
	for _, c := range []struct{ markup, files, picture string }{
		{`<enclosure url="/a.mp3" type="audio/mpeg" length="5"/>`, "https://harbour.example/a.mp3 audio/mpeg 5", ""},
		{`<enclosure url="/a.mp3" type="audio/mpeg"/><enclosure url="/a.jpg" type="image/jpeg"/>`, "https://harbour.example/a.mp3 audio/mpeg ,https://harbour.example/a.jpg image/jpeg ", "https://harbour.example/a.jpg"},
		{`<enclosure href="/a.jpg" type="image/jpeg"/>`, "https://harbour.example/a.jpg image/jpeg ", "https://harbour.example/a.jpg"},
		{`<enclosure type="image/jpeg"/>`, "", ""},
		{`<atom:link rel="enclosure" href="/b.jpg" type="image/png"/>`, "https://harbour.example/b.jpg image/png ", "https://harbour.example/b.jpg"},
		{`<media:content url="/c.jpg" medium="image" fileSize="9"/>`, "https://harbour.example/c.jpg image 9", "https://harbour.example/c.jpg"},
		{`<media:group><media:content url="/d.jpg" type="image/gif"/></media:group>`, "https://harbour.example/d.jpg image/gif ", "https://harbour.example/d.jpg"},
		{`<media:content url="/e.JPG?w=9.5"/>`, "https://harbour.example/e.JPG?w=9.5  ", "https://harbour.example/e.JPG?w=9.5"},
		{`<media:content url="/e"/>`, "https://harbour.example/e  ", ""},
		{`<media:content url="/e.jpg" type="video/mp4"/>`, "https://harbour.example/e.jpg video/mp4 ", ""},
		{`<enclosure url="/f.png" type="IMAGE/PNG"/>`, "https://harbour.example/f.png IMAGE/PNG ", "https://harbour.example/f.png"},
		{`<media:thumbnail url="/t.jpg"/>`, "", "https://harbour.example/t.jpg"},
		{`<itunes:image href="/i.jpg"/>`, "", "https://harbour.example/i.jpg"},
		{`<media:thumbnail url="/t.jpg"/><enclosure url="/a.jpg" type="image/jpeg"/>`, "https://harbour.example/a.jpg image/jpeg ", "https://harbour.example/a.jpg"},
	} {
		e := entry(t, c.markup)
		var files []string
		for _, f := range e.Enclosures {
			files = append(files, f.URL+" "+f.Type+" "+f.Length)
		}
		picture := ""
		if e.Picture != nil {
			picture = e.Picture.URL
		}
		if got := strings.Join(files, ","); got != c.files || picture != c.picture {
			t.Errorf("%s:\n files %q, want %q\n picture %q, want %q", c.markup, got, c.files, picture, c.picture)
		}
	}
	e := entry(t, `<media:content url="/c.jpg" medium="image"><media:credit>Omar</media:credit><media:description>The pier</media:description></media:content>`)
	if e.Picture == nil || e.Picture.Credit != "Omar" || e.Picture.Caption != "The pier" {
		t.Errorf("picture %+v", e.Picture)
	}
}

// TestOrigin: where an entry was taken over from.
func TestOrigin(t *testing.T) {
	for markup, want := range map[string]Origin{
		`<source url="https://o.example/rss">Other</source>`: {Title: Text{"Other", ""}, Link: "https://o.example/rss"},
		`<source>Other</source>`:                             {Title: Text{"Other", ""}},
		`<source><id>o</id><title>Other</title><link rel="self" href="https://o.example/f"/></source>`: {ID: "o", Title: Text{"Other", ""}, Link: "https://o.example/f"},
		`<source><id>o</id><link href="https://o.example/"/><link rel="self" href="/f"/></source>`:     {ID: "o", Link: "https://o.example/"},
		``: {},
	} {
		if got := entry(t, markup).Origin; got != want {
			t.Errorf("%s: %+v, want %+v", markup, got, want)
		}
	}
}

// TestBases: addresses count from the nearest base; an RSS feed without one counts
// from its site.
func TestBases(t *testing.T) {
	for _, c := range []struct{ doc, want string }{
		{`<rss><channel><link>https://s.example/x/</link><item><link>y</link></item></channel></rss>`, "https://s.example/x/y"},
		{`<rss xml:base="https://b.example/"><channel><link>https://s.example/x/</link><item><link>y</link></item></channel></rss>`, "https://b.example/y"},
		{`<rss><channel xml:base="https://b.example/c/"><item><link>y</link></item></channel></rss>`, "https://b.example/c/y"},
		{`<feed xml:base="https://b.example/a/"><entry xml:base="n/"><link href="y"/></entry></feed>`, "https://b.example/a/n/y"},
		{`<feed><link href="https://s.example/x/"/><entry><link href="/y"/></entry></feed>`, "https://harbour.example/y"},
		{`<rss><channel><item><link>//cdn.example/y</link></item></channel></rss>`, "https://cdn.example/y"},
		{`<rss><channel><item><link>%zz</link></item></channel></rss>`, "%zz"},
	} {
		if got := mustParse(t, c.doc).Entries[0].Link; got != c.want {
			t.Errorf("%s: %q, want %q", c.doc, got, c.want)
		}
	}
}

// TestPlacesOfEntries: beside the channel, inside it, or in a list of its own.
func TestPlacesOfEntries(t *testing.T) {
	for _, doc := range []string{
		`<rss><channel/><item><title>T</title></item></rss>`,
		`<rss><channel><items><item><title>T</title></item></items></channel></rss>`,
		`<rss><item><title>T</title></item></rss>`,
		`<channel><item><title>T</title></item></channel>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title></entry></feed>`,
		`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title></a:entry></a:feed>`,
		`<rss><channel xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title></a:entry></channel></rss>`,
	} {
		f := mustParse(t, doc)
		if len(f.Entries) != 1 || f.Entries[0].Title.Plain() != "T" {
			t.Errorf("%s: %+v", doc, f.Entries)
		}
	}
}
