package samplepress

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"time"
)

// The feeds are written here and not by the program's own writer: a reader that
// is tested against its own writer shares its misunderstandings with it, and
// that one refuses the dates and titles that the press is here to file.

type rssFeed struct {
	XMLName xml.Name  `xml:"rss"`
	Version string    `xml:"version,attr"`
	Content string    `xml:"xmlns:content,attr"`
	DC      string    `xml:"xmlns:dc,attr"`
	Atom    string    `xml:"xmlns:atom,attr"`
	Title   string    `xml:"channel>title"`
	Link    string    `xml:"channel>link"`
	About   string    `xml:"channel>description"`
	Lang    string    `xml:"channel>language"`
	Items   []rssItem `xml:"channel>item"`
}

type rssItem struct {
	Title    string   `xml:"title"`
	Link     string   `xml:"link"`
	GUID     rssGUID  `xml:"guid"`
	PubDate  string   `xml:"pubDate,omitempty"`
	Updated  string   `xml:"atom:updated,omitempty"`
	Creator  string   `xml:"dc:creator,omitempty"`
	Language string   `xml:"dc:language"`
	Category []string `xml:"category"`
	Summary  string   `xml:"description"`
	Content  string   `xml:"content:encoded,omitempty"`
}

type rssGUID struct {
	Permanent string `xml:"isPermaLink,attr"`
	Value     string `xml:",chardata"`
}

// rss is RSS 2.0 with what feeds commonly borrow for what it lacks: names of authors and
// languages from Dublin Core, the whole text from its content module, the edit from Atom.
func (p *Press) rss(s *source, entries []entry) ([]byte, error) {
	f := rssFeed{
		Version: "2.0", Content: "http://purl.org/rss/1.0/modules/content/", DC: "http://purl.org/dc/elements/1.1/", Atom: "http://www.w3.org/2005/Atom",
		Title: s.Name, Link: p.homeURL(s), About: s.Tagline, Lang: s.Language,
	}
	for _, e := range entries {
		f.Items = append(f.Items, rssItem{
			// A guid is taken for an address unless it says that it is none (RSS 2.0).
			Title: e.title, Link: e.url, GUID: rssGUID{"false", e.id}, PubDate: e.published, Updated: e.updated,
			Creator: e.author, Language: e.language, Category: e.categories, Summary: e.summary, Content: e.content,
		})
	}
	return marshal(f)
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	About   string      `xml:"subtitle"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomTerm struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type  string `xml:"type,attr"`
	Value string `xml:",chardata"`
}

type atomEntry struct {
	ID         string     `xml:"id"`
	Title      string     `xml:"title"`
	Link       atomLink   `xml:"link"`
	Published  string     `xml:"published,omitempty"`
	Updated    string     `xml:"updated"`
	Author     string     `xml:"author>name,omitempty"`
	Categories []atomTerm `xml:"category"`
	Summary    atomText   `xml:"summary"`
}

// atom gives the feed an author, which RFC 4287, 4.1.1, wants where an entry has none.
func (p *Press) atom(s *source, entries []entry, changed time.Time) ([]byte, error) {
	f := atomFeed{
		Lang: s.Language, ID: p.feedURL(s), Title: s.Name, About: s.Tagline, Updated: changed.Format(time.RFC3339),
		Links: []atomLink{{"self", p.feedURL(s)}, {"alternate", p.homeURL(s)}}, Author: s.Name,
	}
	for _, e := range entries {
		a := atomEntry{
			// An entry must have atom:updated (RFC 4287, 4.1.2); of one never edited it is the filing.
			ID: e.id, Title: e.title, Link: atomLink{"alternate", e.url}, Published: e.published, Updated: cmp.Or(e.updated, e.published),
			Author: e.author, Summary: atomText{"html", e.summary},
		}
		for _, c := range e.categories {
			a.Categories = append(a.Categories, atomTerm{c})
		}
		f.Entries = append(f.Entries, a)
	}
	return marshal(f)
}

// marshal puts the declaration before it, which encoding/xml leaves to its caller.
func marshal(feed any) ([]byte, error) {
	out, err := xml.MarshalIndent(feed, "", " ")
	return append([]byte(xml.Header), out...), err
}

// json is JSON Feed 1.1, which has times, authors and languages of its own and borrows nothing.
func (p *Press) json(s *source, entries []entry) ([]byte, error) {
	type author struct {
		Name string `json:"name"`
	}
	type item struct {
		ID        string   `json:"id"`
		URL       string   `json:"url"`
		Title     string   `json:"title"`
		Summary   string   `json:"summary,omitempty"`
		Content   string   `json:"content_html"`
		Published string   `json:"date_published,omitempty"`
		Modified  string   `json:"date_modified,omitempty"`
		Authors   []author `json:"authors,omitempty"`
		Tags      []string `json:"tags,omitempty"`
		Language  string   `json:"language,omitempty"`
	}
	var items []item
	for _, e := range entries {
		i := item{
			// Each item must have content_html or content_text, so a feed without whole texts gives
			// its summary twice.
			ID: e.id, URL: e.url, Title: e.title, Content: cmp.Or(e.content, e.summary), Published: e.published,
			Modified: e.updated, Tags: e.categories, Language: e.language,
		}
		if e.author != "" {
			i.Authors = []author{{e.author}}
		}
		items = append(items, i)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	// As most feeds are written: markup readable and not as \u003c.
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(map[string]any{
		"version": "https://jsonfeed.org/version/1.1", "title": s.Name, "description": s.Tagline, "language": s.Language,
		"home_page_url": p.homeURL(s), "feed_url": p.feedURL(s), "items": items,
	})
	return out.Bytes(), err
}
