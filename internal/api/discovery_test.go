package api

import (
	"encoding/xml"
	"net/url"
	"strings"
	"testing"

	"github.com/temoto/robotstxt"
)

func TestRobots(t *testing.T) {
	p := newPress(t)
	robots, err := robotstxt.FromString(p.get("/robots.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(robots.Sitemaps, " "); got != base+"/sitemap.xml "+base+"/sitemap-news.xml" {
		t.Errorf("sitemaps %s", got)
	}
	for path, want := range map[string]bool{
		"/": true, "/en/": true, "/ar/item/x/y": true, "/en/feed.rss": true, "/sitemap.xml": true,
		"/desk": false, "/desk/x": false, "/en/search?q=x": false, "/ar/search/feed.rss?q=x": false,
	} {
		if robots.TestAgent(path, "anybody") != want {
			t.Errorf("%s: allowed %v", path, !want)
		}
	}
}

func TestOpenSearch(t *testing.T) {
	p := newPress(t)
	for language, name := range map[string]string{"en": "Marsa", "ar": "مرسى"} {
		var got struct {
			XMLName     xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
			ShortName   string
			Description string
			URLs        []struct {
				Type     string `xml:"type,attr"`
				Rel      string `xml:"rel,attr"`
				Template string `xml:"template,attr"`
			} `xml:"Url"`
		}
		if err := xml.Unmarshal([]byte(p.get("/"+language+"/opensearch.xml")), &got); err != nil {
			t.Fatal(err)
		}
		if got.ShortName != name || got.Description == "" || len(got.URLs) != 5 {
			t.Errorf("%+v", got)
		}
		for _, u := range got.URLs {
			path := strings.TrimPrefix(strings.ReplaceAll(u.Template, "{searchTerms}", url.QueryEscape("Ferry one")), base)
			want := 200
			if u.Type == "text/html" {
				want = 418 // the site's to answer
			}
			if w := p.ask("GET", path); w.Code != want {
				t.Errorf("%s: status %d, want %d", path, w.Code, want)
			}
		}
	}
}

func TestShort(t *testing.T) {
	tests := map[string]string{
		"Marsa": "Marsa", "The Harbour Daily Observer": "The Harbour", "وكالة أنباء المرفأ والمدينة": "وكالة أنباء",
		"Donaudampfschifffahrt": "Donaudampfschiff", "": "",
	}
	for in, want := range tests {
		if got := short(in, 16); got != want {
			t.Errorf("short(%q) = %q, want %q", in, got, want)
		}
	}
}
