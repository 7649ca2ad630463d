package feed

import (
	"strings"

	"golang.org/x/net/html"
)

// Found is a feed that a web page names.
type Found struct {
	URL   string
	Title string
	// Hinted means that the page only links to something that looks like a feed.
	Hinted bool
}

// Find returns the feeds that a web page names: those in <link rel="alternate">
// first, then links whose address looks like a feed's.
func Find(page, address string) []Found {
	var named, hinted []Found
	seen := map[string]bool{}
	base := address
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		if t.Type != html.StartTagToken && t.Type != html.SelfClosingTagToken {
			continue
		}
		// It counts for all addresses after it, the head's too.
		if t.Data == "base" {
			base = rebase(address, attrOf(t, "href"))
			continue
		}
		u := resolve(base, attrOf(t, "href"))
		if !isWeb(u) || seen[u] {
			continue
		}
		switch {
		case t.Data == "link" && isFeedLink(t):
			named = append(named, Found{URL: u, Title: attrOf(t, "title")})
		case t.Data == "a" && looksLikeFeed(u):
			hinted = append(hinted, Found{URL: u, Title: attrOf(t, "title"), Hinted: true})
		default:
			continue
		}
		seen[u] = true
	}
	return append(named, hinted...)
}

func attrOf(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// isFeedLink reports a link element that names a feed. Types of XML in general count,
// since many sites give these.
func isFeedLink(t html.Token) bool {
	rel := strings.Fields(strings.ToLower(attrOf(t, "rel")))
	alternate, isFeed := false, false
	for _, r := range rel {
		alternate = alternate || r == "alternate"
		isFeed = isFeed || r == "feed"
	}
	kind, _, _ := strings.Cut(strings.ToLower(attrOf(t, "type")), ";")
	switch strings.TrimSpace(kind) {
	case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/xml", "text/xml":
		return alternate || isFeed
	// Version 1 of JSON Feed had JSON's own type; 1.1 has one of its own.
	case "application/json": // WordPress names its API like this
		return (alternate || isFeed) && !strings.Contains(attrOf(t, "href"), "/wp-json/")
	case "":
		return isFeed
	}
	return false
}

// looksLikeFeed knows the addresses under which most sites keep their feeds.
func looksLikeFeed(address string) bool {
	// The host counts for nothing: pages on "feed.example" are no feeds.
	path := strings.ToLower(address)
	if i := strings.Index(path, "://"); i >= 0 {
		path = path[i+3:]
	}
	i := strings.IndexByte(path, '/')
	if i < 0 {
		return false
	}
	path = strings.TrimRight(path[i:], "/")
	for _, end := range []string{"/rss", "/feed", "/atom", "/feeds", "rss.xml", "feed.xml", "atom.xml", "index.rdf", ".rss", ".atom", "feed.json", "/rss2"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return strings.Contains(path, "feed=rss") || strings.Contains(path, "format=rss") || strings.Contains(path, "format=feed")
}

// CommonPaths are where feeds often stand on a site that does not name them.
func CommonPaths() []string {
	return []string{"/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default", "/?feed=rss2"}
}
