package feed

import (
	"encoding/xml"
	"io"
	"time"

	"dateline"
)

// WriteRSS writes RSS 2.0 with the Atom, Dublin Core, content and media
// elements that readers know, one item at a time.
func WriteRSS(w io.Writer, f *Out) (err error) {
	defer dateline.Wrap(&err, "write RSS of %s", f.Self)
	x := newXML(w, "rss",
		attr("version", "2.0"),
		attr("xmlns:atom", "http://www.w3.org/2005/Atom"),
		attr("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
		attr("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
		attr("xmlns:media", "http://search.yahoo.com/mrss/"))
	x.open("channel")
	x.element("title", line(f.Title))
	// RSS 2.0 wants title, link and description on every channel, even empty ones.
	x.element("link", address(f.Home))
	x.element("description", line(f.Description))
	x.optional("language", known(f.Language))
	x.element("lastBuildDate", rfc822(f.Updated))
	x.optional("generator", line(f.Generator))
	x.link("atom:link", "self", f.Self, "application/rss+xml")
	x.link("atom:link", "next", f.Next, "application/rss+xml")
	for i := range f.Entries {
		x.value(newRSSItem(&f.Entries[i]))
	}
	return x.close()
}

// rssItem is an item on the wire; a nil part is not written. People are creators:
// RSS's own author has to be an address of e-mail.
type rssItem struct {
	XMLName     xml.Name   `xml:"item"`
	Title       string     `xml:"title"`
	Link        string     `xml:"link,omitempty"`
	Description string     `xml:"description"`
	Content     string     `xml:"content:encoded,omitempty"`
	Creators    []string   `xml:"dc:creator"`
	Categories  []string   `xml:"category"`
	GUID        rssGUID    `xml:"guid"`
	PubDate     string     `xml:"pubDate,omitempty"`
	Date        string     `xml:"dc:date,omitempty"`
	Language    string     `xml:"dc:language,omitempty"`
	Source      *rssSource `xml:"source"`
	Links       []atomLink `xml:"atom:link"`
	Updated     string     `xml:"atom:updated,omitempty"`
	Media       *rssMedia  `xml:"media:content"`
}

// An rssGUID always says that it is no address to open: RSS 2.0 takes it for one else.
type rssGUID struct {
	PermaLink bool   `xml:"isPermaLink,attr"`
	ID        string `xml:",chardata"`
}

type rssSource struct {
	URL  string `xml:"url,attr"`
	Name string `xml:",chardata"`
}

type rssMedia struct {
	URL         string `xml:"url,attr"`
	Medium      string `xml:"medium,attr"`
	Description string `xml:"media:description,omitempty"`
	Credit      string `xml:"media:credit,omitempty"`
}

// newRSSItem has the short form for its description, and the whole text as content where
// that may go out.
func newRSSItem(e *OutEntry) rssItem {
	item := rssItem{
		Title:       line(e.Title),
		Link:        address(e.URL),
		Description: e.summaryHTML(),
		Creators:    e.byline(),
		GUID:        rssGUID{ID: line(e.ID)},
		Language:    known(e.Language),
		Links:       e.links(),
		Updated:     instant(e.Updated),
	}
	if e.Genre != "" {
		item.Categories = []string{line(string(e.Genre))}
	}
	if len(e.Body) > 0 {
		item.Content = e.contentHTML()
		item.Media = newMedia(e.Picture)
	}
	item.PubDate, item.Date = dates(e.Published)
	// RSS 2.0 wants the address of the other feed; without one the creator names the source.
	if url, name := address(e.SourceFeed), line(e.Source); url != "" && name != "" {
		item.Source = &rssSource{url, name}
	}
	return item
}

// dates gives an instant as pubDate; what is no instant goes out as the bare
// day it is, which only Dublin Core can say.
func dates(s dateline.Stamp) (pubDate, day string) {
	if t, ok := exact(s); ok {
		return rfc822(t), ""
	}
	if s.IsZero() || !plausible(s.Time) {
		return "", ""
	}
	return "", s.Time.Format(time.DateOnly)
}

func newMedia(p *dateline.Picture) *rssMedia {
	if p == nil || address(p.URL) == "" {
		return nil
	}
	return &rssMedia{address(p.URL), "image", line(p.Caption), line(p.Credit)}
}

// rfc822 writes the year in four digits, which RSS 2.0 prefers to the two of RFC 822. A
// time that was never set is the epoch, as in Atom.
func rfc822(t time.Time) string {
	if t.IsZero() {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format("Mon, 02 Jan 2006 15:04:05 -0700")
}
