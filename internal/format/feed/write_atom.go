package feed

import (
	"encoding/xml"
	"io"

	"dateline"
)

// WriteAtom writes an Atom feed (RFC 4287) with paging links (RFC 5005) and
// the entries that are gone (RFC 6721), one entry at a time.
func WriteAtom(w io.Writer, f *Out) (err error) {
	defer dateline.Wrap(&err, "write Atom of %s", f.Self)
	attrs := []xml.Attr{attr("xmlns", "http://www.w3.org/2005/Atom")}
	if l := known(f.Language); l != "" {
		attrs = append(attrs, attr("xml:lang", l))
	}
	if len(f.Gone) > 0 {
		attrs = append(attrs, attr("xmlns:at", "http://purl.org/atompub/tombstones/1.0"))
	}
	x := newXML(w, "feed", attrs...)
	x.element("id", line(f.ID))
	x.element("title", line(f.Title))
	x.optional("subtitle", line(f.Description))
	x.element("updated", instant(f.Updated))
	// RFC 4287, section 4.1.1: where an entry has no author the feed must have one.
	x.open("author")
	x.element("name", line(f.Author))
	x.end()
	x.optional("generator", line(f.Generator))
	x.link("link", "alternate", f.Home, "text/html")
	x.link("link", "self", f.Self, "application/atom+xml")
	x.link("link", "next", f.Next, "application/atom+xml")
	for i := range f.Entries {
		x.value(newAtomEntry(&f.Entries[i]))
	}
	for _, g := range f.Gone {
		x.open("at:deleted-entry", attr("ref", line(g.ID)), attr("when", instant(g.When)))
		x.optional("at:comment", line(g.Note))
		x.end()
	}
	return x.close()
}

type atomEntry struct {
	XMLName    xml.Name       `xml:"entry"`
	Language   string         `xml:"xml:lang,attr,omitempty"`
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Published  string         `xml:"published,omitempty"`
	Authors    []atomPerson   `xml:"author"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    *atomText      `xml:"summary"`
	Content    *atomText      `xml:"content"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel      string `xml:"rel,attr"`
	Type     string `xml:"type,attr,omitempty"`
	Language string `xml:"hreflang,attr,omitempty"`
	Href     string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// newAtomEntry tells two times of two speakers: updated is when this wire changed the
// entry, published what its source says.
func newAtomEntry(e *OutEntry) atomEntry {
	entry := atomEntry{
		Language: known(e.Language),
		ID:       line(e.ID),
		Title:    line(e.Title),
		Updated:  instant(e.Updated),
	}
	if url := address(e.URL); url != "" {
		entry.Links = append(entry.Links, atomLink{"alternate", "text/html", known(e.Language), url})
	}
	entry.Links = append(entry.Links, e.links()...)
	if t, ok := exact(e.Published); ok {
		entry.Published = t.Format("2006-01-02T15:04:05Z07:00")
	}
	for _, name := range e.byline() {
		entry.Authors = append(entry.Authors, atomPerson{name})
	}
	if e.Genre != "" {
		entry.Categories = []atomCategory{{line(string(e.Genre))}}
	}
	entry.Content = &atomText{"html", e.contentHTML()}
	// Without a body the summary is the content already.
	if s := line(e.Summary); s != "" && len(e.Body) > 0 {
		entry.Summary = &atomText{"text", s}
	}
	return entry
}

// links are those that lead elsewhere: to the source, and to the same item in
// other languages.
func (e *OutEntry) links() []atomLink {
	var links []atomLink
	if via := address(e.Via); via != "" {
		links = append(links, atomLink{Rel: "via", Type: "text/html", Href: via})
	}
	for _, a := range e.Alternates {
		// RFC 4287, section 4.1.2: two alternates must not share type and language, and the
		// entry's own page is one.
		if url, l := address(a.URL), known(a.Language); url != "" && l != "" && l != e.Language {
			links = append(links, atomLink{"alternate", "text/html", l, url})
		}
	}
	return links
}
