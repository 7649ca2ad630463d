package sitemap

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline"
	"dateline/internal/datatest"
)

func at(hour int) dateline.Stamp {
	return At(time.Date(2026, 3, 4, hour, 5, 6, 0, time.FixedZone("", 2*3600)))
}

// pages are two pages in two languages, one of them news.
func pages() []URL {
	alternates := []Alternate{
		{"en", "https://marsa.example/en/item/a/ferry?x=1&y=2"}, {"ar", "https://marsa.example/ar/item/b"},
		{"x-default", "https://marsa.example/en/item/a/ferry?x=1&y=2"},
	}
	return []URL{
		{Loc: alternates[0].URL, LastMod: at(9), Alternates: alternates,
			News: &News{Publication: "Marsa", Language: "en", Published: at(8), Title: "Ferry <returns> & rests"}},
		{Loc: alternates[1].URL, LastMod: dateline.Stamp{Time: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC), Precision: dateline.ToDay},
			Alternates: alternates, News: &News{Publication: "مرسى", Language: "ar", Published: at(8), Title: "عودة العبارة"}},
	}
}

func written(t *testing.T, write func(io.Writer, []URL) error, urls []URL) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, urls); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsWrittenReadsBack(t *testing.T) {
	got, err := Parse(strings.NewReader(written(t, Write, pages())))
	if err != nil || got.Cut != nil || got.Index {
		t.Fatalf("error %v, cut %v, index %v", err, got.Cut, got.Index)
	}
	want := pages()
	if len(got.URLs) != len(want) {
		t.Fatalf("%d addresses, want %d", len(got.URLs), len(want))
	}
	for i, w := range want {
		g := got.URLs[i]
		if g.Loc != w.Loc || !g.LastMod.Equal(w.LastMod) || !reflect.DeepEqual(g.Alternates, w.Alternates) {
			t.Errorf("page %d: %+v, want %+v", i, g, w)
		}
		if g.News.Title != w.News.Title || g.News.Publication != w.News.Publication ||
			g.News.Language != w.News.Language || !g.News.Published.Equal(w.News.Published) {
			t.Errorf("news %d: %+v, want %+v", i, g.News, w.News)
		}
	}
}

func TestIndexReadsBack(t *testing.T) {
	files := []URL{{Loc: "https://marsa.example/sitemap-1.xml", LastMod: at(1)}, {Loc: "https://marsa.example/sitemap-2.xml"}}
	got, err := Parse(strings.NewReader(written(t, WriteIndex, files)))
	if err != nil || !got.Index || len(got.URLs) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if got.URLs[0].Loc != files[0].Loc || !got.URLs[0].LastMod.Equal(files[0].LastMod) || !got.URLs[1].LastMod.IsZero() {
		t.Errorf("files %+v", got.URLs)
	}
}

// TestWritten holds the form that other programs read: the namespaces are named
// once, a page without dates and languages has its address alone.
func TestWritten(t *testing.T) {
	page := pages()[1:]
	page[0].Alternates = page[0].Alternates[:1]
	got := written(t, Write, append(page, URL{Loc: "https://marsa.example/"}))
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` +
		`<url><loc>https://marsa.example/ar/item/b</loc><lastmod>2026-03-04</lastmod><news:news><news:publication><news:name>مرسى</news:name><news:language>ar</news:language></news:publication>` +
		`<news:publication_date>2026-03-04T08:05:06+02:00</news:publication_date><news:title>عودة العبارة</news:title></news:news>` +
		`<xhtml:link rel="alternate" hreflang="en" href="https://marsa.example/en/item/a/ferry?x=1&amp;y=2"></xhtml:link></url><url><loc>https://marsa.example/</loc></url></urlset>`
	if got != want {
		t.Errorf("written\n%s", got)
	}
	if got := written(t, WriteIndex, nil); !strings.HasSuffix(got, `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></sitemapindex>`) {
		t.Errorf("an empty index\n%s", got)
	}
}

// TestFullDisk: whatever cannot be written is an error, wherever it happens.
func TestFullDisk(t *testing.T) {
	many := make([]URL, 200)
	for i := range many {
		many[i] = pages()[i%2]
	}
	whole := len(written(t, Write, many))
	for _, room := range []int{0, 10, 100, 5000, whole - 1} {
		if err := Write(&small{room}, many); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("room for %d of %d bytes: %v", room, whole, err)
		}
	}
	if err := Write(&small{whole}, many); err != nil {
		t.Errorf("room for all: %v", err)
	}
}

// small has room for some bytes.
type small struct{ room int }

func (s *small) Write(p []byte) (int, error) {
	n := min(len(p), s.room)
	if s.room -= n; n < len(p) {
		return n, io.ErrShortWrite
	}
	return n, nil
}

func TestAlternates(t *testing.T) {
	m, err := Parse(strings.NewReader(`<urlset><url><loc>https://a.example/&eacute;</loc><link rel="alternate" hreflang="ar" href=" https://a.example/ar "/>
<link rel="alternate" hreflang="" href="https://a.example/x"/><link rel="alternate" hreflang="en"/><link rel="icon" hreflang="en" href="/i"/></url></urlset>`))
	if want := []URL{{Loc: "https://a.example/é", Alternates: []Alternate{{"ar", "https://a.example/ar"}}}}; err != nil || !reflect.DeepEqual(m.URLs, want) {
		t.Errorf("%+v, %v", m.URLs, err)
	}
}

func TestTooManyForOneFile(t *testing.T) {
	if err := Write(io.Discard, make([]URL, MaxURLs)); err != nil {
		t.Errorf("as many as fit: %v", err)
	}
	err := Write(io.Discard, make([]URL, MaxURLs+1))
	if !errors.Is(err, dateline.ErrTooLarge) {
		t.Errorf("error %v, want too large", err)
	}
}

func TestParse(t *testing.T) {
	const open, end = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, `</urlset>`
	tests := map[string]struct {
		in   string
		locs []string
		cut  bool
	}{
		"plain":            {open + "<url><loc> https://a.example/1\n</loc></url>" + end, []string{"https://a.example/1"}, false},
		"no namespace":     {"<urlset><url><loc>https://a.example/1</loc></url></urlset>", []string{"https://a.example/1"}, false},
		"old namespace":    {`<urlset xmlns="http://www.google.com/schemas/sitemap/0.84"><url><loc>https://a.example/1</loc></url></urlset>`, []string{"https://a.example/1"}, false},
		"bare ampersand":   {open + "<url><loc>https://a.example/?a=1&b=2</loc></url>" + end, []string{"https://a.example/?a=1&b=2"}, false},
		"cut":              {open + "<url><loc>https://a.example/1</loc></url><url><loc>https://a.ex", []string{"https://a.example/1"}, true},
		"no loc":           {open + "<url><lastmod>2026-01-01</lastmod></url><url><loc>https://a.example/2</loc></url>" + end, []string{"https://a.example/2"}, false},
		"unknown elements": {open + "<x><loc>no</loc></x><url><x/><loc>https://a.example/1</loc></url>" + end, []string{"https://a.example/1"}, false},
		"cut elsewhere":    {open + "<url><loc>https://a.example/1</loc></url><x><y>", []string{"https://a.example/1"}, true},
		"cut behind":       {open + "<url><loc>https://a.example/1</loc></url>", []string{"https://a.example/1"}, true},
		"empty":            {open + end, nil, false},
		"other charset":    {`<?xml version="1.0" encoding="windows-1256"?><urlset><url><loc>https://a.example/` + "\xc7" + `</loc></url></urlset>`, []string{"https://a.example/ا"}, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Parse(strings.NewReader(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			var locs []string
			for _, u := range got.URLs {
				locs = append(locs, u.Loc)
			}
			if !reflect.DeepEqual(locs, tt.locs) || (got.Cut != nil) != tt.cut {
				t.Errorf("%q, cut %v; want %q, cut %v", locs, got.Cut, tt.locs, tt.cut)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"nothing": "", "a page": "<html><body>not found</body></html>", "text": "sitemap", "cut at once": "<urlset><url><loc>https",
	} {
		if _, err := Parse(strings.NewReader(in)); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%s: error %v, want invalid", name, err)
		}
	}
}

// endless is a file that never ends.
type endless struct{ begun bool }

func (e *endless) Read(p []byte) (int, error) {
	const entry = "<url><loc>https://a.example/</loc><x>                                                            </x></url>"
	if !e.begun {
		e.begun = true
		return copy(p, "<urlset>"), nil
	}
	return copy(p, entry[:min(len(entry), len(p))]), nil
}

func TestParseStops(t *testing.T) {
	got, err := Parse(&endless{})
	if err != nil || !errors.Is(got.Cut, dateline.ErrTooLarge) || len(got.URLs) != MaxURLs {
		t.Errorf("%d addresses, cut %v, error %v", len(got.URLs), got.Cut, err)
	}
}

func TestStamp(t *testing.T) {
	tests := map[string]struct {
		text, zone string
		precision  dateline.Precision
	}{
		"2026-03-04T07:05:06+02:00":  {"2026-03-04T07:05:06+02:00", "+02:00", dateline.ToSecond},
		"2026-03-04T07:05:06.123Z":   {"2026-03-04T07:05:06Z", "Z", dateline.ToSecond},
		"2026-03-04T07:05:06+0200":   {"2026-03-04T07:05:06+02:00", "+02:00", dateline.ToSecond},
		"2026-03-04 07:05:06+02:00":  {"2026-03-04T07:05:06+02:00", "+02:00", dateline.ToSecond},
		"2026-03-04 07:05:06 +02:00": {"2026-03-04T07:05:06+02:00", "+02:00", dateline.ToSecond},
		"2026-03-04 07:05:06 +0000":  {"2026-03-04T07:05:06Z", "Z", dateline.ToSecond},
		"2026-03":                    {},
		"2026-03-04T07:05Z":          {"2026-03-04T07:05:00Z", "Z", dateline.ToMinute},
		" 2026-03-04 07:05:06 ":      {"2026-03-04T07:05:06", "", dateline.ToSecond},
		"2026-03-04":                 {"2026-03-04T00:00:00", "", dateline.ToDay},
		"yesterday":                  {},
		"":                           {},
	}
	for in, want := range tests {
		got := stamp(in)
		if sure := got.Confidence == dateline.Sure; sure != (want.zone != "") {
			t.Errorf("stamp(%q) is sure: %v", in, sure)
		}
		if got.Text() != want.text || got.Zone != want.zone || got.Precision != want.precision {
			t.Errorf("stamp(%q) = %q %q %q, want %+v", in, got.Text(), got.Zone, got.Precision, want)
		}
	}
}

func TestStampTextIsNoFinerThanTheStamp(t *testing.T) {
	clock := time.Date(2026, 3, 4, 7, 5, 6, 0, time.UTC)
	tests := map[string]struct {
		stamp dateline.Stamp
		want  string
	}{
		"instant":     {At(clock), "2026-03-04T07:05:06Z"},
		"day":         {dateline.Stamp{Time: clock, Zone: "Z", Precision: dateline.ToDay}, "2026-03-04"},
		"no zone":     {dateline.Stamp{Time: clock, Precision: dateline.ToMinute}, "2026-03-04"},
		"undated":     {dateline.Stamp{}, ""},
		"never set":   {At(time.Time{}), ""},
		"last year":   {At(clock.AddDate(9999-2026, 0, 0)), "9999-03-04T07:05:06Z"},
		"year one":    {At(clock.AddDate(1-2026, 0, 0)), "0001-03-04T07:05:06Z"},
		"year zero":   {At(clock.AddDate(-2026, 0, 0)), ""},
		"far too far": {At(clock.AddDate(9000, 0, 0)), ""},
	}
	for name, tt := range tests {
		if got := stampText(tt.stamp); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestTitlesAreClean(t *testing.T) {
	if got := clean(" a\x00\u202eb\xff\ufffe \n c\u2068d\u2069 "); got != "ab cd" {
		t.Errorf("clean = %q", got)
	}
}

// TestSchemas checks what is written against the public schemas.
func TestSchemas(t *testing.T) {
	schema := datatest.Path(t, "formats", "sitemap", "all.xsd")
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("xmllint is missing: install libxml2-utils")
		}
		t.Skip("xmllint is missing: install libxml2-utils")
	}
	many := make([]URL, 1000)
	for i := range many {
		many[i] = pages()[i%2]
		many[i].Loc = fmt.Sprintf("https://marsa.example/%d", i)
	}
	for name, urls := range map[string][]URL{"two": pages(), "many": many} {
		file := filepath.Join(t.TempDir(), name+".xml")
		if err := os.WriteFile(file, []byte(written(t, Write, urls)), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(lint, "--nonet", "--noout", "--schema", schema, file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%.2000s", name, err, out)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<urlset><url><loc>https://a.example/</loc><lastmod>2026-01-01</lastmod></url></urlset>`))
	f.Add([]byte(`<sitemapindex><sitemap><loc>x</loc></sitemap>`))
	f.Add([]byte("<urlset xmlns:n='x'><url><loc>&amp;\xff</loc><n:news><n:title>\u202e]]></n:title></n:news></url>"))
	f.Fuzz(func(t *testing.T, in []byte) {
		m, err := Parse(bytes.NewReader(in))
		if err != nil {
			if len(m.URLs) > 0 {
				t.Error("an error and addresses")
			}
			return
		}
		out := written(t, Write, m.URLs)
		if !utf8.ValidString(out) {
			t.Fatalf("written: %q", out)
		}
		again, err := Parse(strings.NewReader(out))
		if err != nil || again.Cut != nil || len(again.URLs) != len(m.URLs) {
			t.Fatalf("written, it reads back as %d addresses, cut %v, error %v; want %d", len(again.URLs), again.Cut, err, len(m.URLs))
		}
	})
}
