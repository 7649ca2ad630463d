package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/tree"
)

// A Page is what a page says about itself, as written.
type Page struct {
	Title        string
	Language     string // of the html element
	Canonical    string
	Base         string
	Translations []dateline.Translation
	Data         Data

	H1       []string
	Headline string   // the first element that microdata calls so, if it is no h1
	H1At     []int    // where each stands: characters of text before it
	Authors  []Author // elements that may name the author
	Times    []Time
	Tags     []string         // the words of links that are marked as tags, above the text
	Picture  dateline.Picture // the first figure with a caption
	Counts   Counts

	meta []pair
}

// A pair is one meta element. Its key is in small letters, as Meta is asked for them;
// pages write "Author" and "DC.Date".
type pair struct{ key, value string }

// An Author is an element that may name who wrote the item.
type Author struct {
	Text string // its first lines, divided by \n
	Mark Mark
	At   int // characters of text before it
}

// A Mark tells how an element is marked as an author's.
type Mark byte

// The marks, the surest first.
const (
	AuthorName  Mark = iota // its class says "author" and "name"
	AuthorMark              // rel, itemprop or the class "byline" says so
	AuthorClass             // its class says "author"
	AuthorAside             // a link to an author in a menu, a footer or beside the text
	AuthorLink              // a link to an address such as /authors/ann-lee
	marks
)

// A Time is an element that shows a time: its machine value, or its text.
type Time struct {
	Value   string
	Text    string
	Updated bool // it says that it is the time of a change
	// Published tells that what stands before it calls it the time of publication.
	Published bool
	Element   bool // a time element or microdata, not only a class
	At        int  // characters of text before it
}

// Limits on what one page can make the walk keep.
const (
	maxEach = 40
	maxText = 400
)

// Of reads a tree. It must come before anything that changes the tree.
func Of(doc *html.Node) *Page {
	p := &Page{}
	w := walker{page: p}
	w.node(doc, false)
	p.Data = parseData(w.scripts)
	return p
}

// Meta is the content of the first meta element with one of the names, in the
// order of the names. An empty element hides no later one of the same name.
func (p *Page) Meta(names ...string) string {
	for _, n := range names {
		for _, m := range p.meta {
			if m.key == n && m.value != "" {
				return m.value
			}
		}
	}
	return ""
}

// MetasLike are the contents of the meta elements whose names are accepted.
func (p *Page) MetasLike(ok func(name string) bool) []string {
	var out []string
	for _, m := range p.meta {
		if m.value != "" && ok(m.key) {
			out = append(out, m.value)
		}
	}
	return out
}

// Metas are the contents of all meta elements with that name.
func (p *Page) Metas(name string) []string {
	var out []string
	for _, m := range p.meta {
		if m.key == name && m.value != "" {
			out = append(out, m.value)
		}
	}
	return out
}

// A walker goes through a tree once and collects a Page. Its numbers bound what
// one page can make it do a second time.
type walker struct {
	page    *Page
	scripts []string
	headers int
	at      int // characters of text so far
	scans   int // how often the text of an element was taken out of turn
	links   int // to authors
}

// node visits n; aside says that it stands in a menu, a footer or a box of
// other items, where headings and times are not the item's.
func (w *walker) node(n *html.Node, aside bool) {
	switch n.Type {
	// Places are counted in text: markup around a headline may be of any length.
	case html.TextNode:
		w.at += len(n.Data)
		if !aside && n.PrevSibling == nil && (strings.HasSuffix(n.Data, ", ") || strings.HasSuffix(n.Data, "، ")) {
			w.heard(n)
		}
	case html.ElementNode:
		// Before all else: frames and players are hidden, and counted all the same.
		w.count(n)
		// The scripts that head takes are hidden too, so it is asked first.
		if w.head(n) || tree.Hidden(n) {
			return
		}
		if tree.Unseen(n) {
			w.unseen(n, aside)
			return
		}
		switch n.DataAtom {
		case atom.Nav, atom.Footer, atom.Aside, atom.Blockquote:
			// What is quoted has its own authors and times: posts that pages
			// embed are older than the item, and an earlier day that is shown wins.
			aside = true
		case atom.Main:
			aside = false // it stands in none of these: one before it was left open
		case atom.Header:
			w.headers++
			// Only the first few are looked through for a headline: they may stand in each other.
			aside = aside || w.headers < 10 && masthead(n)
		}
		if !aside {
			aside = w.shown(n)
		} else if n.DataAtom == atom.A && tree.Attr(n, "rel") == "author" {
			w.author(n, AuthorAside)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, aside)
	}
}

// scan reports that one more element may be looked through as a whole. Elements
// of that kind can nest, so that a page could ask for it without end.
func (w *walker) scan() bool {
	w.scans++
	return w.scans <= 400
}

// masthead reports a header that is the site's: it is in no article and holds no
// headline.
func masthead(n *html.Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == atom.Article || up.DataAtom == atom.Main {
			return false
		}
	}
	return tree.Find(n, func(c *html.Node) bool { return c.DataAtom == atom.H1 }) == nil
}

// head reads the elements that are for machines; true means that nothing under
// n needs a visit.
func (w *walker) head(n *html.Node) bool {
	p := w.page
	switch n.DataAtom {
	case atom.Html:
		p.Language = tree.Attr(n, "lang")
		if p.Language == "" {
			p.Language = tree.Attr(n, "xml:lang")
		}
	case atom.Title:
		// Drawings have titles of their own.
		if p.Title == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom != atom.Svg {
			p.Title = clean.Markup(n.FirstChild.Data)
		}
		return true
	case atom.Meta:
		w.metaElement(n)
		return true
	case atom.Link:
		w.link(n)
		return true
	case atom.Base:
		if p.Base == "" {
			p.Base = tree.Attr(n, "href")
		}
	case atom.Script:
		if n.FirstChild != nil && len(w.scripts) < maxEach && strings.HasPrefix(strings.ToLower(tree.Attr(n, "type")), "application/ld+json") {
			w.scripts = append(w.scripts, n.FirstChild.Data)
		}
		return true
	}
	return false
}

// metaElement keeps what a meta element says under each of its names.
func (w *walker) metaElement(n *html.Node) {
	value := tree.Attr(n, "content")
	// Values that long are copies of the whole text, for machines.
	if value == "" || len(value) > 10*maxText || len(w.page.meta) > 10*maxEach {
		return
	}
	// One element may bear several: <meta name="author" property="article:author">.
	for _, key := range [...]string{"property", "name", "itemprop", "http-equiv"} {
		if name := tree.Attr(n, key); name != "" {
			w.page.meta = append(w.page.meta, pair{strings.ToLower(name), clean.Line(value)})
		}
	}
}

// link takes the page's own address and its translations, as they are written:
// the caller makes them absolute.
func (w *walker) link(n *html.Node) {
	href := strings.TrimSpace(tree.Attr(n, "href"))
	if href == "" || len(href) > 2000 {
		return
	}
	p := w.page
	switch strings.ToLower(tree.Attr(n, "rel")) {
	case "canonical":
		if p.Canonical == "" {
			p.Canonical = href
		}
	case "alternate":
		// x-default is for readers of no language that there is: it is no translation.
		if l := tree.Attr(n, "hreflang"); l != "" && l != "x-default" && len(p.Translations) < maxEach {
			p.Translations = append(p.Translations, dateline.Translation{Language: l, URL: href})
		}
	}
}
