package read

import (
	"strings"

	"dateline/internal/read/byline"
	"dateline/internal/read/page"
)

// author weighs all the places where the page names who wrote the item.
func (r *reader) author(headline string) byline.Reading {
	return byline.Choose(r.authors(headline))
}

// authors collects what those places say.
func (r *reader) authors(headline string) []byline.Candidate {
	c := authors{outlets: r.outlets()}
	c.add(byline.Data, r.page.Data.People...)
	c.add(byline.DataBody, r.page.Data.Authors...)
	for _, key := range authorKeys() {
		place := byline.Meta
		c.add(place, r.page.Metas(key)...)
	}
	c.add(byline.Account, r.account()...)
	c.elements(r.page, headline)
	c.lines(r.found.Lines, byline.Labelled)
	c.lines(r.found.Above, byline.Labelled)
	return c.found
}

// authorKeys are the meta elements that name authors.
func authorKeys() []string {
	return []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author", "citation_authors",
		"cxenseparse:author", "article.author", "creator", "og:article:author"}
}

// account is the value of a pair such as twitter:label1 "Written by" and
// twitter:data1 "Ann Lee", which link previews show.
func (r *reader) account() []string {
	for _, i := range [...]string{"1", "2"} {
		switch strings.ToLower(r.page.Meta("twitter:label" + i)) {
		case "written by", "author", "by", "posted by", "كتب بواسطة", "كُتب بواسطة", "الكاتب":
			return []string{r.page.Meta("twitter:data" + i)}
		}
	}
	return nil
}

// authors gathers candidates for the byline.
type authors struct {
	outlets []string
	found   []byline.Candidate
}

// add reads strings that together are one place's author line.
func (c *authors) add(place byline.Place, raw ...string) {
	if all := byline.Together(raw, c.outlets...); len(raw) > 0 {
		c.found = append(c.found, byline.Candidate{Reading: all, Place: place})
	}
}

// Where the author's line can stand, in characters before and after the headline.
const (
	nearBefore = 600
	nearAfter  = 1500
)

// elements reads what the page marks as an author. Elements of one kind that
// follow each other are one line: each names one of the authors.
func (c *authors) elements(p *page.Page, headline string) {
	at := headlineAt(p, headline)
	for _, a := range p.Authors {
		reading, labelled := byline.Shown(a.Text, c.outlets...)
		near := at < 0 || a.At > at-nearBefore && a.At < at+nearAfter
		place := byline.Far
		switch {
		case a.Mark == page.AuthorAside:
			place = byline.Aside
		case near && labelled:
			place = byline.Labelled
		case near && a.Mark == page.AuthorName:
			place = byline.Name
		case near && a.Mark == page.AuthorMark:
			place = byline.Marked
		case near:
			place = byline.Classed
		}
		c.found = append(c.found, byline.Candidate{Reading: reading, Place: place})
	}
}

// headlineAt is where the h1 that holds the headline stands, -1 when none does.
func headlineAt(p *page.Page, headline string) int {
	for i, h := range p.H1 {
		if h == headline || strings.Contains(h, headline) {
			return p.H1At[i]
		}
	}
	if len(p.H1At) > 0 {
		return p.H1At[0]
	}
	return -1
}

// lines reads lines that begin with a label.
func (c *authors) lines(lines []string, place byline.Place) {
	for i, l := range lines {
		if byline.IsLabel(l) && i+1 < len(lines) {
			l += " " + lines[i+1]
		}
		if reading, ok := byline.InLine(l, c.outlets...); ok {
			c.found = append(c.found, byline.Candidate{Reading: reading, Place: place})
		}
	}
}
