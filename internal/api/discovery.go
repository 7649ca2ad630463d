package api

import (
	"encoding/xml"
	"net/http"
	"strings"

	"dateline/internal/locale"
)

// robots keeps crawlers out of the desk and of searches, of which there is no
// end, and shows them the sitemaps.
func (a *API) robots(*http.Request) (answer, error) {
	var b strings.Builder
	b.WriteString("User-agent: *\nDisallow: /desk\n")
	for _, e := range a.editions {
		b.WriteString("Disallow: /" + e.Language() + "/search\n")
	}
	// Whole addresses: a sitemap's is the one line of the file that may not be a path.
	b.WriteString("\nSitemap: " + a.pub.Base + "/sitemap.xml\nSitemap: " + a.pub.Base + "/sitemap-news.xml\n")
	return answer{contentType: "text/plain; charset=utf-8", tags: []string{tagStatic}, caching: anHour, body: []byte(b.String())}, nil
}

// description is an OpenSearch description: it lets a browser search this wire
// from its address bar.
type description struct {
	XMLName       xml.Name    `xml:"OpenSearchDescription"`
	Namespace     string      `xml:"xmlns,attr"`
	ShortName     string      // at most 16 characters
	LongName      string      // at most 48
	Description   string      // at most 1024
	URLs          []searchURL `xml:"Url"`
	Language      string
	InputEncoding string
}

type searchURL struct {
	Type     string `xml:"type,attr"`
	Rel      string `xml:"rel,attr,omitempty"`
	Template string `xml:"template,attr"`
}

// openSearch lets browsers offer the wire's search beside their own (OpenSearch 1.1).
func (a *API) openSearch(e *locale.Edition) handler {
	return func(*http.Request) (answer, error) {
		root, words := a.pub.Base+"/"+e.Language(), e.Messages()
		d := description{
			Namespace: "http://a9.com/-/spec/opensearch/1.1/",
			ShortName: short(a.name(e), 16), LongName: short(a.name(e), 48),
			Description: short(words.Frame.SearchSite, 1024),
			URLs:        []searchURL{{Type: "text/html", Template: root + "/search?q={searchTerms}"}},
			Language:    e.Tag(), InputEncoding: "UTF-8",
		}
		for _, f := range formats() {
			mediaType, _, _ := strings.Cut(f.contentType, ";")
			d.URLs = append(d.URLs, searchURL{Type: mediaType, Template: root + "/search/feed." + f.name + "?q={searchTerms}"})
		}
		const mediaType = "application/opensearchdescription+xml"
		d.URLs = append(d.URLs, searchURL{Type: mediaType, Rel: "self", Template: root + "/opensearch.xml"})
		b, err := xml.Marshal(d)
		if err != nil {
			return answer{}, err
		}
		return answer{contentType: mediaType + "; charset=utf-8", tags: []string{tagStatic}, caching: anHour, body: append([]byte(xml.Header), b...)}, nil
	}
}

// short cuts a name to a number of characters, between words where it can.
func short(s string, n int) string {
	// Characters and not bytes: an Arabic name is twice as long in bytes.
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := string(runes[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimSpace(cut)
}
