package read

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/byline"
	"dateline/internal/read/page"
)

// author weighs all the places where the page names who wrote the item.
func (r *reader) author(headline string) byline.Reading {
	a := byline.Choose(r.authors(headline))
	if len(a.People) == 0 {
		a.People = r.foot() // who reported it for the agency, which stays its credit
	}
	return a
}

// foot are the people whom the brackets at the end of the text, or on one of the
// first lines below it, name as having reported it.
func (r *reader) foot() []string {
	lines := slices.Clone(r.found.Below)
	for _, p := range r.found.Pieces[max(0, len(r.found.Pieces)-3):] {
		lines = append(lines, p.Plain())
	}
	for _, l := range lines {
		if strings.HasPrefix(l, "Reporting by ") && strings.Contains(l, "; Editing by ") {
			l = "(" + l + ")" // on its own pages Reuters leaves the brackets out
		}
		if people := byline.Foot(l, r.outlets()...); len(people) > 0 {
			return people
		}
	}
	return nil
}

// authors collects what those places say.
func (r *reader) authors(headline string) []byline.Candidate {
	c := authors{outlets: append(r.outlets(), domain(r.address)), bodies: bodies(r.page.Data.Authors)}
	if r.page.Data.Article {
		c.add(byline.Data, r.page.Data.People...)
	} else {
		// Who made a page that is no article, by its own word, has written nothing.
		c.add(byline.Far, r.page.Data.People...)
	}
	c.organisations(r.page.Data.Authors)
	for _, key := range authorKeys() {
		c.add(byline.Meta, r.page.Metas(key)...)
	}
	c.add(byline.Account, r.account()...)
	c.elements(r.page, headline)
	c.lines(r.found.Lines, byline.Labelled)
	c.lines(r.found.Above, byline.Labelled)
	c.lines(r.beginning(), byline.Labelled)
	c.ending(r)
	told := func(word string) bool { // of in headline, text or tags, so that it wrote neither
		return r.ordinary(word) || lang.IsArabic(word) && (strings.Contains(headline, word) || slices.Contains(r.page.Tags, word))
	}
	for _, lines := range [...][]string{r.found.Lines, r.found.Above} {
		c.found = append(c.found, byline.Candidate{Reading: byline.Beside(without(lines, headline), told, c.outlets...), Place: byline.NearDate})
	}
	others := slices.Concat(byline.Others(r.found.Lines, c.outlets...), byline.Others(r.found.Below, c.outlets...))
	for _, a := range r.page.Authors {
		others = append(others, byline.Others(strings.Split(a.Text, "\n"), c.outlets...)...)
	}
	return byline.Without(c.found, others)
}

// bodies are the authors that the page says are organisations, but for desks.
func bodies(authors []string) []string {
	return slices.DeleteFunc(slices.Clone(authors), func(name string) bool { return byline.Read(name).Desk != "" })
}

// domain is the name in a host: "marsa" in www.marsa.example.
func domain(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	// A short one is no name: "co" in marsa.co.example.
	labels := strings.Split(u.Hostname(), ".")
	if len(labels) < 2 || len(labels[len(labels)-2]) < 4 {
		return ""
	}
	return labels[len(labels)-2]
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
	bodies  []string // authors that the page says are no people
	found   []byline.Candidate
}

// add reads strings that together are one place's author line.
func (c *authors) add(place byline.Place, raw ...string) {
	all := byline.Together(raw, c.outlets...)
	// A name that the page calls an organisation in one place is one in all.
	if len(all.People) == 1 && slices.Contains(c.bodies, all.People[0]) {
		all.People, all.Outlet = nil, all.People[0]
	}
	if len(raw) > 0 {
		c.found = append(c.found, byline.Candidate{Reading: all, Place: place})
	}
}

// organisations reads the authors that the page says are none of people: desks,
// and outlets whatever their names look like.
func (c *authors) organisations(names []string) {
	body := byline.Together(names, c.outlets...)
	if body.Outlet == "" && len(body.People) > 0 {
		body.Outlet = body.People[0]
	}
	body.People = nil
	c.found = append(c.found, byline.Candidate{Reading: body, Place: byline.DataBody})
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
	var far distant
	var last page.Author
	var line byline.Reading // of the elements of one kind that follow each other
	for _, a := range p.Authors {
		// Some systems tell of a whole entry who wrote it, "entry-author-lee entry": its words are no names.
		if a.Mark == page.AuthorClass && headline != "" && strings.Contains(a.Text, headline) {
			continue
		}
		reading, labelled := byline.Shown(a.Text, c.outlets...)
		place, ok := placeOf(a, at < 0 || a.At > at-nearBefore && a.At < at+nearAfter, labelled)
		if !ok {
			continue
		}
		c.found = append(c.found, byline.Candidate{Reading: reading, Place: place})
		if place == byline.Far {
			far.add(reading, labelled)
		}
		if a.Mark != last.Mark || a.At > last.At+len(last.Text)+between || labelled {
			line = byline.Reading{}
		}
		line, last = line.Join(reading), a
		if len(line.People) > len(reading.People) {
			c.found = append(c.found, byline.Candidate{Reading: line, Place: place})
		}
	}
	if far.one() {
		c.found = append(c.found, byline.Candidate{Reading: far.all, Place: byline.Ending})
	}
}

// placeOf is what an element counts as. A link far from the headline counts for
// nothing: it leads to whom a text speaks of, or who wrote another item.
func placeOf(a page.Author, near, labelled bool) (byline.Place, bool) {
	switch {
	case a.Mark == page.AuthorAside:
		return byline.Aside, true
	case near && labelled:
		return byline.Labelled, true
	case a.Mark == page.AuthorLink && !labelled:
		return byline.Linked, near
	case near && a.Mark == page.AuthorName:
		return byline.Name, true
	case near && a.Mark == page.AuthorMark:
		return byline.Marked, true
	case near:
		return byline.Classed, true
	}
	return byline.Far, true
}

// distant is what the elements far from the headline name.
type distant struct {
	all  byline.Reading
	line byline.Reading // the most that stands behind one label
}

// add takes what one more of them names.
func (d *distant) add(r byline.Reading, labelled bool) {
	d.all = d.all.Join(r)
	if labelled && len(r.People) > len(d.line.People) {
		d.line = r
	}
}

// one reports one name on the whole page, or one line of names behind a label,
// as in a box about the authors. Several are those of comments and other items.
func (d *distant) one() bool {
	n := len(d.all.People)
	return n == 1 || n > 1 && n == len(d.line.People)
}

// between is how much can stand between two authors' elements: commas, "and",
// white space.
const between = 30

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
			l += " " + strings.ReplaceAll(lines[i+1], "\n", ", ")
		}
		for _, part := range byline.Parts(l) {
			if reading, ok := byline.InLine(part, c.outlets...); ok {
				c.found = append(c.found, byline.Candidate{Reading: reading, Place: place})
				break
			}
		}
	}
}

// without are the lines that are not the headline.
func without(lines []string, headline string) []string {
	var out []string
	for _, l := range lines {
		if l != headline {
			out = append(out, l)
		}
	}
	return out
}

// beginning are the first pieces of the text, where a byline can stand as a
// paragraph of its own.
func (r *reader) beginning() []string {
	var lines []string
	for _, p := range r.found.Pieces[:min(2, len(r.found.Pieces))] {
		if p.Size <= 200 {
			lines = append(lines, p.Plain())
		}
	}
	return lines
}

// ending reads the short lines at the end of the article and behind it, where
// boxes about the author stand.
func (c *authors) ending(r *reader) {
	var lines []string
	pieces := r.found.Pieces
	for _, p := range pieces[max(0, len(pieces)-6):] {
		// Embedded posts say who posted them.
		if p.Size <= 200 && p.Kind != dateline.Quotation {
			lines = append(lines, p.Plain())
		}
	}
	ends := authors{outlets: c.outlets}
	ends.lines(append(lines, r.found.Below...), byline.Ending)
	for _, e := range ends.found {
		if byline.Whole(e.Reading, r.ordinary) {
			c.found = append(c.found, e)
		}
	}
}

// shortest is how many characters a piece of text has that tells of somebody.
const shortest = 70

// ordinary reports that the item's text has a word in small letters, so that
// it is no name, or has a name in Arabic, so that it is in the news.
func (r *reader) ordinary(word string) bool {
	for _, p := range r.found.Pieces {
		if p.Size <= shortest && lang.IsArabic(word) {
			continue // it may be the byline itself
		}
		for rest := p.Text; ; {
			i := strings.Index(rest, word)
			if i < 0 {
				break
			}
			before, _ := utf8.DecodeLastRuneInString(rest[:i])
			after, _ := utf8.DecodeRuneInString(rest[i+len(word):])
			if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
				return true
			}
			rest = rest[i+len(word):]
		}
	}
	return false
}
