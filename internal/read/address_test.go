package read

import (
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/read/body"
	"dateline/internal/read/page"
)

// TestAddress: a page has the address that it gives itself if that is one on its own
// site and not the site's front.
func TestAddress(t *testing.T) {
	const fetched = "https://www.marsa.example/news/harbour?from=feed#top"
	for _, c := range []struct{ name, canonical, data, want string }{
		{"none", "", "", fetched},
		{"a path", "/news/harbour", "", "https://www.marsa.example/news/harbour"},
		{"the site without www", "https://marsa.example/a#b", "", "https://marsa.example/a"},
		{"the site for phones", "https://m.marsa.example/a", "", "https://m.marsa.example/a"},
		{"another site", "https://evil.example/a", "", fetched},
		{"another site, and structured data", "https://evil.example/a", "/b", "https://www.marsa.example/b"},
		{"the front", "https://marsa.example/", "", fetched},
		{"the front without a stroke", "https://marsa.example", "", fetched},
		{"no address of the web", "mailto:a@marsa.example", "", fetched},
		{"no address at all", "https://%zz", "", fetched},
		{"no host", "https:///a", "", fetched},
	} {
		p := &page.Page{Canonical: c.canonical}
		p.Data.URL = c.data
		if got := address(fetched, p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := address("", &page.Page{Canonical: "https://marsa.example/"}); got != "https://marsa.example/" {
		t.Errorf("a page whose address nobody knows: %q", got)
	}
	if got := address("https://marsa.example/", &page.Page{Canonical: "https://marsa.example"}); got != "https://marsa.example" {
		t.Errorf("the front itself: %q", got)
	}
}

// TestResolve: an address on a page counts from its base, and only addresses of the
// web are any.
func TestResolve(t *testing.T) {
	for _, c := range []struct{ base, ref, want string }{
		{"", "b.jpg", "https://marsa.example/news/b.jpg"},
		{"", " /b.jpg ", "https://marsa.example/b.jpg"},
		{"", "//cdn.example/b.jpg", "https://cdn.example/b.jpg"},
		{"https://cdn.example/x/", "b.jpg", "https://cdn.example/x/b.jpg"},
		{"/y/", "b.jpg", "https://marsa.example/y/b.jpg"},
		{"", "", ""},
		{"", "javascript:x()", ""},
		{"", "data:image/png;base64,AA", ""},
		{"", "http://[", ""},
		{"", "https:///b", ""},
		{"", "/" + strings.Repeat("b", 2000), ""},
	} {
		r := reader{address: "https://marsa.example/news/a", page: &page.Page{Base: c.base}}
		if got := r.resolve(c.ref); got != c.want {
			t.Errorf("%q from %q: %q, want %q", c.ref, c.base, got, c.want)
		}
	}
}

// TestNamesOfTheSite: neither headline nor byline is what the site calls itself.
func TestNamesOfTheSite(t *testing.T) {
	for address, want := range map[string]string{"https://www.marsacourier.example/a": "marsacourier", "https://news.marsa.example/a": "marsa", "https://bbc.example/a": "", "https://localhost/a": "", "%zz": "", "": ""} {
		if got := domain(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
	r := reader{address: "https://news.marsa.example/a", hint: Hint{Name: "Marsa Courier"}, page: &page.Page{Title: "Harbour opens"}}
	for _, name := range []string{"Marsa Courier", "news.marsa.example", "marsa"} {
		if !slices.Contains(r.names(), name) {
			t.Errorf("%q is not among %q", name, r.names())
		}
	}
	for hint, want := range map[string]bool{"Harbour opens": false, "One two three four five six seven eight": true, "One two three four five six seven eight nine": false} {
		r.hint.Name = hint
		if got := slices.Contains(r.names(), hint); got != want {
			t.Errorf("%q is a name of the site: %v", hint, got)
		}
	}
}

// TestSameFile: two addresses of one picture, whatever its size is called.
func TestSameFile(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"https://a.example/x/q.jpg", "/y/q.jpg?w=3", true}, {"/q.jpg", "/r.jpg", false}, {"q.jpg", "/y/q.jpg", true}, {"/q.jpg?u=/r.jpg", "/r.jpg", false}} {
		if got := sameFile(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// TestMonthDay: of numbers the month comes first where the address is American or of
// no country, in English.
func TestMonthDay(t *testing.T) {
	for address, want := range map[string]bool{
		"https://a.com/x": true, "https://a.us/": true, "https://a.co/": true, "https://a.co.uk/": false, "https://a.ie/": false, "https://a.io/": true, "https://a.org/": true, "": true, "%zz": true,
	} {
		if got := monthDay(address, "en"); got != want {
			t.Errorf("%q: %v", address, got)
		}
		if monthDay(address, "fr") || monthDay(address, "") {
			t.Errorf("%q: the month comes first in French", address)
		}
	}
	if !monthDay("https://a.com/", "en-GB") {
		t.Error("a region of English is English")
	}
}

// TestKeywords: at most 40, from wherever the page has them first.
func TestKeywords(t *testing.T) {
	if got := splitKeywords("storm, harbour;عاصفة، ميناء,, "); !slices.Equal(got, []string{"storm", "harbour", "عاصفة", "ميناء"}) {
		t.Errorf("%q", got)
	}
	if got := splitKeywords(strings.Repeat("x,", 99)); len(got) != 40 {
		t.Errorf("%d keywords", len(got))
	}
	if got := splitKeywords(""); got != nil {
		t.Errorf("%q", got)
	}
}

// TestOrdinary: a word that the text itself has is nobody's name; a part of a word
// is no word.
func TestOrdinary(t *testing.T) {
	long := strings.Repeat("Ships waited. ", 6)
	r := reader{found: body.Found{Pieces: []body.Piece{
		{Block: dateline.Block{Text: "The harbour opens at noon, rain or shine; harbours do."}, Size: 40},
		{Block: dateline.Block{Text: long + "قال مدير الميناء سامي حداد إن العمل بدأ"}, Size: 200},
		{Block: dateline.Block{Text: "سلمى نوفل"}, Size: 9},
	}}}
	for word, want := range map[string]bool{"harbour": true, "rain": true, "harb": false, "our": false, "shine": true, "The": true, "storm": false, "سامي": true, "سلمى": false, "حدا": false, "do": true} {
		if got := r.ordinary(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

// TestHeadlineAt: the heading that holds the headline, else the first one.
func TestHeadlineAt(t *testing.T) {
	p := &page.Page{H1: []string{"Marsa Courier", "Live: Harbour opens", "Harbour opens"}, H1At: []int{3, 40, 90}}
	for headline, want := range map[string]int{"Harbour opens": 40, "Live: Harbour opens": 40, "Marsa Courier": 3, "Market closes": 3} {
		if got := headlineAt(p, headline); got != want {
			t.Errorf("%q stands at %d, want %d", headline, got, want)
		}
	}
	if got := headlineAt(&page.Page{}, "Harbour opens"); got != -1 {
		t.Errorf("on a page without headings it stands at %d", got)
	}
}

// TestIsRoot: the address of a site's own front.
func TestIsRoot(t *testing.T) {
	for address, want := range map[string]bool{"https://a.example": true, "https://a.example/": true, "https://a.example//": true, "https://a.example/x": false, "https://a.example/?p=1": false, "/": false, "": false, "%zz": false} {
		if got := isRoot(address); got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}
