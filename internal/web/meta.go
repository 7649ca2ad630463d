package web

import (
	"net/url"
	"strings"
	"time"

	"dateline"
	"dateline/internal/read/byline"
	"dateline/internal/wire"
)

// A newsArticle is schema.org's, of what the page itself shows.
type newsArticle struct {
	Context   string      `json:"@context"`
	Type      string      `json:"@type"`
	Headline  string      `json:"headline"`
	Language  string      `json:"inLanguage,omitempty"`
	Published string      `json:"datePublished,omitempty"`
	Modified  string      `json:"dateModified,omitempty"`
	Summary   string      `json:"description,omitempty"`
	Section   string      `json:"articleSection,omitempty"`
	Place     string      `json:"dateline,omitempty"`
	Author    []entity    `json:"author,omitempty"`
	Publisher entity      `json:"publisher"`
	Credit    string      `json:"creditText,omitempty"`
	Provider  *entity     `json:"sourceOrganization,omitempty"`
	BasedOn   string      `json:"isBasedOn,omitempty"`
	Page      string      `json:"mainEntityOfPage"`
	Note      string      `json:"correction,omitempty"`
	Quotes    []quotation `json:"hasPart,omitempty"`
}

type entity struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// article describes the item to search engines, which show what they are told:
// so it tells the source as provider and credit, not the publication alone.
func (s *Server) article(e *edition, v *wire.View, canonical string) *newsArticle {
	a := &newsArticle{
		Context: "https://schema.org", Type: "NewsArticle", Headline: v.Headline, Language: tag(v.Language),
		Published: fixed(v.Stated()), Summary: v.Excerpt, Section: v.Section, Place: v.Dateline.Place,
		Publisher: entity{"NewsMediaOrganization", s.pub.Names.In(e.Language(), "Dateline"), s.pub.Base + "/"},
		Credit:    v.Credit, BasedOn: v.Link, Page: canonical, Quotes: s.quotations(e, v),
	}
	for _, name := range v.Byline {
		a.Author = append(a.Author, author(name))
	}
	if v.Source.ID != dateline.OwnSource {
		a.Provider = &entity{"Organization", v.Source.Names.In(base(v.Language), v.Source.Name), v.Source.Site}
	}
	// When the version came in here: what a source says of its own edits is often the page's.
	if v.Version > 1 {
		a.Modified = rfc(v.Received)
	}
	if corrected(v) {
		a.Note = newestNotice(v).Text
	}
	return a
}

// author is a person, or the desk that signs where no person does. A desk called
// a Person would be kept by search engines as somebody of that name.
func author(name string) entity {
	if len(byline.Read(name).People) == 0 {
		return entity{Type: "Organization", Name: name}
	}
	return entity{Type: "Person", Name: name}
}

// fixed is a stamp for programs, which take a time without a zone for a fact:
// they get only what is one.
func fixed(s dateline.Stamp) string {
	switch {
	case s.IsZero():
		return ""
	case s.Precision == dateline.ToDay:
		return s.Time.Format(time.DateOnly)
	case s.Zone == "":
		return ""
	}
	return s.Text()
}

// stampText is a stamp for <time datetime>, which may lack a zone.
func stampText(s dateline.Stamp) string {
	if s.Precision == dateline.ToDay && !s.IsZero() {
		return s.Time.Format(time.DateOnly)
	}
	return s.Text()
}

// escaped is a path as it stands in addresses and headers.
func escaped(path string) string {
	// A path with two slashes at its beginning would lead to another host.
	return strings.ReplaceAll((&url.URL{Path: path}).EscapedPath(), "//", "/")
}
