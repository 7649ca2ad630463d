package sitemap

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"dateline"
)

// The namespaces of sitemaps.
const (
	nsSitemap = "http://www.sitemaps.org/schemas/sitemap/0.9"
	nsNews    = "http://www.google.com/schemas/sitemap-news/0.9"
	nsXHTML   = "http://www.w3.org/1999/xhtml"
)

// Write writes pages, one at a time. Nothing is written when there are too many
// for one file.
func Write(w io.Writer, urls []URL) error {
	return writeAll(w, "urlset", urls, func(u *URL) any { return newWireURL(u) })
}

// WriteIndex writes an index of further files.
func WriteIndex(w io.Writer, files []URL) error {
	return writeAll(w, "sitemapindex", files, func(u *URL) any {
		return wireFile{Loc: u.Loc, LastMod: stampText(u.LastMod)}
	})
}

func writeAll(w io.Writer, root string, urls []URL, wire func(*URL) any) (err error) {
	defer dateline.Wrap(&err, "write sitemap")
	// Before the first byte: nobody can tell that a file which was begun should not be used.
	if len(urls) > MaxURLs {
		return fmt.Errorf("%d addresses, at most %d fit in one file: %w", len(urls), MaxURLs, dateline.ErrTooLarge)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	start := rootElement(root)
	if err := encoder.EncodeToken(start); err != nil {
		return err
	}
	for i := range urls {
		if err := encoder.Encode(wire(&urls[i])); err != nil {
			return err
		}
	}
	if err := encoder.EncodeToken(start.End()); err != nil {
		return err
	}
	return encoder.Close()
}

func rootElement(name string) xml.StartElement {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	add := func(name, value string) {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: name}, Value: value})
	}
	add("xmlns", nsSitemap)
	// An index has neither news nor links in it.
	if name == "urlset" {
		add("xmlns:news", nsNews)
		add("xmlns:xhtml", nsXHTML)
	}
	return start
}

type wireFile struct {
	XMLName xml.Name `xml:"sitemap"`
	Loc     string   `xml:"loc"`
	LastMod string   `xml:"lastmod,omitempty"`
}

// Prefixes stand in the names themselves: encoding/xml would bind a namespace again
// on each element.
type wireURL struct {
	XMLName xml.Name   `xml:"url"`
	Loc     string     `xml:"loc"`
	LastMod string     `xml:"lastmod,omitempty"`
	News    *wireNews  `xml:"news:news"`
	Links   []wireLink `xml:"xhtml:link"`
}

// Google asks for all of these, so that an empty one is written as well.
type wireNews struct {
	Name      string `xml:"news:publication>news:name"`
	Language  string `xml:"news:publication>news:language"`
	Published string `xml:"news:publication_date"`
	Title     string `xml:"news:title"`
}

type wireLink struct {
	Rel      string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

func newWireURL(u *URL) wireURL {
	out := wireURL{Loc: u.Loc, LastMod: stampText(u.LastMod)}
	for _, a := range u.Alternates {
		out.Links = append(out.Links, wireLink{"alternate", a.Language, a.URL})
	}
	if n := u.News; n != nil {
		out.News = &wireNews{clean(n.Publication), n.Language, stampText(n.Published), clean(n.Title)}
	}
	return out
}

// stampText is a time in the W3C format, no finer than the stamp: a clock
// without a zone is written as its day, since the format has no word for it.
func stampText(s dateline.Stamp) string {
	switch {
	case s.IsZero() || s.Time.Year() < 1 || s.Time.Year() > 9999:
		return ""
	case s.Precision == dateline.ToDay || s.Zone == "":
		return s.Time.Format(time.DateOnly)
	default:
		return s.Time.Format(time.RFC3339)
	}
}

// clean leaves out what cannot be shown in a title: what XML forbids, other
// control characters, and the controls that would turn the rest of a line.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF,
			r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}
