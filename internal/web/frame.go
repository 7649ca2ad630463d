package web

import (
	"html/template"
	"net/http"
	"net/url"

	"dateline"
	"dateline/internal/locale"
)

// Frame is what stands around every page.
type Frame struct {
	E    *locale.Edition
	M    *locale.Messages
	Kind string // of the page: the name of its template

	Name, OtherName string        // the publication's, in this language and the other
	Title           string        // of the window
	Tagline         string        // in place of the clock, where there is no script
	Foot            template.HTML // at the foot of the page
	Description     string
	Robots          string
	Self            string // the page's own address, to load it again
	Canonical       string // whole addresses
	Alternates      []Alternate
	Feeds           []FeedLink
	Share           Share
	Menu            []MenuEntry
	Switch          *Switch // nil in a publication of one edition

	Style, Script, Icon string
	Fonts               []string
	Calendar, Forms     string // JSON for the script
	Events, SearchPath  string
	Query               string // in the search field
	Open                dateline.ItemID
}

// An Alternate is the same page in a language.
type Alternate struct{ Language, Href string }

// A FeedLink offers a page as a feed.
type FeedLink struct{ Type, Name, Title, Href string }

// A MenuEntry is a place of the site.
type MenuEntry struct {
	Href, Label string
	Here, End   bool // End: at the far end of the menu
}

// A Switch leads to the page's counterpart.
type Switch struct {
	Href, Language, Label string
	Direction             dateline.Direction
}

// Share describes the page to other programs.
type Share struct {
	Type      string // of Open Graph
	Title     string // without the publication's name
	Published string // RFC 3339 with a zone, or ""
	Article   *newsArticle
	List      *itemList
	Person    *profile
}

// Pages give the frame what differs; everything else is decided here once, so
// that no page can forget its feeds, its canonical address or its counterpart.

// frame returns the frame of the page asked for, in its simplest form: the
// same path is its counterpart in the other edition.
func (s *Server) frame(e *edition, r *http.Request, kind, title string) Frame {
	name := s.pub.Names.In(e.Language(), "Dateline")
	home := "/" + e.Language() + "/"
	path := r.URL.EscapedPath()
	f := Frame{
		E: e.Edition, M: e.words, Kind: kind, Name: name, Title: name, Tagline: name,
		// Canonical without the query: a part of a list is no page to find by itself.
		Self: r.URL.RequestURI(), Canonical: s.pub.Base + path, Share: Share{Type: "website"},
		Style: s.config.Look.Style, Script: s.config.Look.Script, Icon: s.config.Look.Icon,
		Fonts: s.config.Look.Fonts(e.Language()), Calendar: e.calendar,
		Forms: e.forms, Events: "/events?lang=" + e.Language(),
		SearchPath: home + "search", Menu: menu(e, path),
		Feeds: s.feeds(e, home, name, nil),
	}
	f.Share.Title = name
	if title != "" {
		f.Share.Title = title
		f.Title = e.words.List.Pages.With(title, name)
	}
	if o := e.other; o != nil {
		// Both say in two languages that there are two.
		f.Tagline, f.Foot = e.words.Frame.Tagline, isolated(e.words.Frame.Foot, name)
		f.OtherName = s.pub.Names.In(o.Language(), "")
		f.turn(s, e, samePath(e, o, path))
	}
	if r.URL.RawQuery != "" {
		f.Alternates = nil // a part of a list or an answer has no fixed counterpart
	}
	return f
}

// turn points the switch and the alternates at the counterpart's path.
func (f *Frame) turn(s *Server, e *edition, path string) {
	f.Switch = &Switch{Href: path, Language: e.other.Language(), Direction: e.other.Direction(), Label: e.words.OtherWords.Language}
	f.Alternates = []Alternate{{e.Language(), f.Canonical}, {e.other.Language(), s.pub.Base + path}}
	fallback := f.Canonical // x-default is the publication's first edition
	if e != s.editions[0] {
		fallback = s.pub.Base + path
	}
	f.Alternates = append(f.Alternates, Alternate{"x-default", fallback})
}

// samePath is path with the other edition's language.
func samePath(e, o *edition, path string) string {
	prefix := "/" + e.Language() + "/"
	// Error pages stand under any address; their counterpart is the other front.
	if len(path) < len(prefix) || path[:len(prefix)] != prefix {
		return "/" + o.Language() + "/"
	}
	return "/" + o.Language() + "/" + path[len(prefix):]
}

// feeds are the three feeds at a path that ends with a slash.
func (s *Server) feeds(e *edition, at, title string, query url.Values) []FeedLink {
	title = e.words.List.SourceFeed.With(title)
	return []FeedLink{
		{"application/rss+xml", "RSS", title, withQuery(at+"feed.rss", query)},
		{"application/atom+xml", "Atom", title, withQuery(at+"feed.atom", query)},
		{"application/feed+json", "JSON", title, withQuery(at+"feed.json", query)},
	}
}

// menu has the places that every wire has. Sections are those of items and come
// and go with them, so they are no places.
func menu(e *edition, path string) []MenuEntry {
	home := "/" + e.Language() + "/"
	entries := []MenuEntry{
		{Href: home, Label: e.words.Frame.Front},
		{Href: home + "latest", Label: e.words.Frame.Latest},
		{Href: home + "notices", Label: e.words.Frame.Notices},
		{Href: home + "search", Label: e.words.Frame.Search},
		{Href: home + "sources", Label: e.words.Frame.Sources, End: true},
		{Href: home + "about", Label: e.words.Frame.About},
	}
	for i := range entries {
		entries[i].Here = entries[i].Href == path
	}
	return entries
}
