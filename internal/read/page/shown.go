package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/clean"
	"dateline/internal/read/tree"
)

// shown reads the elements by which a page shows headline, byline, time and
// picture to people. It reports that n holds comments or other items.
func (w *walker) shown(n *html.Node) (others bool) {
	p := w.page
	switch n.DataAtom {
	case atom.H1:
		if len(p.H1) >= maxEach || !w.scan() {
			return false
		}
		if t := heading(n); t != "" {
			p.H1, p.H1At = append(p.H1, clean.Heading(clean.Markup(cut(t)))), append(p.H1At, w.at)
		}
		return false
	case atom.Time:
		w.time(n, true)
		return false
	case atom.Figure:
		w.figure(n)
	case atom.Figcaption:
		w.captioned(n)
	}
	return w.marked(n)
}

// unseen reads a label that only those hear who have the page read to them. Pages of
// the BBC in all languages name their authors behind one alone, "Author, ".
func (w *walker) unseen(n *html.Node, aside bool) {
	c := n.FirstChild
	if c == nil {
		return
	}
	w.at += len(c.Data) // places are those of the whole text
	if !aside && n.Parent != nil && ofAuthor(c.Data) {
		w.author(n.Parent, AuthorMark)
	}
}

// heard reads the same label where its class says nothing, since a script made it up: it is
// known by the comma, for whoever reads it out.
func (w *walker) heard(n *html.Node) {
	p := n.Parent
	if p == nil || p.DataAtom != atom.Span || n.NextSibling != nil || len(n.Data) > maxLabel || !ofAuthor(n.Data) {
		return
	}
	// Bare text behind it goes on with a sentence: "Author, poet and sailor".
	if name := p.NextSibling; name != nil && name.Type == html.ElementNode {
		w.author(name, AuthorMark)
	}
}

// ofAuthor reports the label before an author's name.
func ofAuthor(label string) bool {
	switch strings.ToLower(strings.Trim(label, " ,:،")) {
	case "author", "by", "written by", "الكاتب", "بقلم":
		return true
	}
	return false
}

// heading is the text of a heading without a time that stands at one of its ends.
func heading(n *html.Node) string {
	// A heading that is nothing but a time is given as it is.
	all := tree.Text(n)
	if k := kicker(n); k != "" {
		if rest := strings.TrimSpace(strings.TrimPrefix(all, k)); rest != "" {
			all = rest
		}
	}
	time := tree.Find(n, func(c *html.Node) bool { return c.DataAtom == atom.Time })
	if time == nil {
		return all
	}
	t := tree.Text(time)
	if rest := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(all, t), t)); rest != "" {
		return rest
	}
	return all
}

// kicker is the section that some pages set into the heading, before the headline's own words.
func kicker(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
			continue
		}
		if c.Type != html.ElementNode {
			return ""
		}
		for w := (tree.Words{Of: tree.Attr(c, "class")}); w.Next(); {
			switch string(w.Word()) {
			case "kicker", "eyebrow", "overline", "topper", "category", "section", "pretitle", "supertitle", "roofline", "rubric":
				return tree.Text(c)
			}
		}
		return ""
	}
	return ""
}

// marked reads what attributes mark as author or date.
func (w *walker) marked(n *html.Node) (others bool) {
	named := false
	mark := marks
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id":
			named = true
		case "itemprop":
			if a.Val == "comment" {
				return true
			}
			w.itemprop(n, a.Val)
		case "property":
			w.rdfa(n, a.Val)
		case "rel":
			// HTML lets rel hold several: "author nofollow".
			switch {
			case a.Val == "author" || strings.HasPrefix(a.Val, "author "):
				mark = AuthorMark
			case strings.HasSuffix(a.Val, "tag") && w.atHead(): // WordPress: "category tag"
				w.page.Tags = append(w.page.Tags, clean.Line(cut(tree.Text(n))))
			}
		case "href":
			// Under a headline such a link names the byline rightly on 97 of 119 pages.
			if n.DataAtom == atom.A && tree.LeadsToAuthor(a.Val) && w.follow() && apart(n) {
				mark = min(mark, AuthorLink)
			}
		}
	}
	// Content systems tell what kind of page it is by classes of its body: WordPress sets
	// "author" and "date" there on pages of lists.
	if !named && mark > AuthorLink || n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Main {
		return false
	}
	c := classes{mark: mark}
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == "class" || a.Key == "id" {
			for w := (tree.Words{Of: a.Val}); w.Next(); {
				c.word(w.Word())
			}
		}
	}
	if c.others && n.DataAtom != atom.Article {
		return true
	}
	if mark = c.mark; c.name && mark <= AuthorClass {
		mark = AuthorName
	}
	if mark <= AuthorClass || mark == AuthorLink {
		w.author(n, mark)
	}
	if c.date && !aroundTime(n) {
		w.time(n, false)
	}
	switch {
	case c.caption && underPicture(n):
		w.captioned(n)
	case c.lead && c.image:
		w.pictured(n)
	}
	return false
}

// atHead reports a place above the text. Under it, columns have their writer for a tag.
func (w *walker) atHead() bool {
	const nearHead = 500 // bytes, of Arabic half as many letters
	n := len(w.page.H1At)
	return len(w.page.Tags) < maxEach && (n == 0 || w.at-w.page.H1At[n-1] < nearHead)
}

// classes are what the words of an element's class and id speak of.
type classes struct {
	mark               Mark
	name, date, others bool
	// Of pictures: a leading one, and what is written under one.
	lead, image, caption bool
}

// word takes one word of a class or id; of several marks the surest holds.
func (c *classes) word(word []byte) {
	switch string(word) {
	case "byline", "bylines":
		c.mark = min(c.mark, AuthorMark)
	case "author", "authors", "writer", "auteur", "autor", "katib", "written":
		c.mark = min(c.mark, AuthorClass)
	case "name":
		c.name = true
	case "date", "dates", "time", "timestamp", "datetime", "published", "pubdate", "posted", "dateline", "updated", "modified":
		c.date = true
	case "comment", "comments", "commentlist", "respond", "related", "recommended", "recommendations":
		c.others = true
	case "lead", "main", "featured", "hero":
		c.lead = true
	case "image", "img", "photo", "picture":
		c.image = true
	case "caption", "imgcaption", "photocaption", "imagecaption":
		c.caption = true
	}
}

// apart reports a link that stands in no sentence and behind no label of
// another: "Contact:", "Edited by". A sentence names people whom it is about.
func apart(n *html.Node) bool {
	const line = 100
	if n.Parent == nil || len(tree.Lines(n.Parent, line+1)) > line {
		return false
	}
	label := strings.ToLower(strings.TrimSpace(before(n)))
	return !strings.HasSuffix(label, ":") && !strings.HasSuffix(label, " by") || strings.Contains(label, "author") || strings.Contains(label, "writ") || strings.Trim(label, " :") == "by"
}

// follow reports that one more link to an author may be looked at: what stands
// before it is searched, which a page of nothing but such links makes long.
func (w *walker) follow() bool {
	w.links++
	return w.links <= 4*maxEach
}

// rdfa reads the times that a page marks as RDFa, with the vocabularies that
// content systems use: "schema:datePublished", "dc:date dc:created".
func (w *walker) rdfa(n *html.Node, value string) {
	for term := range strings.FieldsSeq(value) {
		switch term[strings.LastIndexByte(term, ':')+1:] {
		case "datePublished", "dateCreated", "date", "created", "issued":
			w.itemprop(n, "datePublished")
			return
		case "dateModified":
			w.itemprop(n, "dateModified")
			return
		}
	}
}

// itemprop reads microdata, and RDFa under the names that microdata has.
func (w *walker) itemprop(n *html.Node, value string) {
	if !w.scan() {
		return
	}
	switch value {
	case "caption":
		w.captioned(n)
	case "headline":
		if n.DataAtom != atom.H1 && n.DataAtom != atom.Meta && w.page.Headline == "" {
			w.page.Headline = clean.Markup(cut(tree.Text(n)))
		}
	case "author", "creator":
		// An author is often an object of its own, with a job and a picture beside the name.
		if name := tree.Find(n, func(c *html.Node) bool { return tree.Attr(c, "itemprop") == "name" }); name != nil {
			n = name
		}
		if content := tree.Attr(n, "content"); content != "" {
			w.keepAuthor(Author{Text: cut(content), Mark: AuthorMark, At: w.at})
			return
		}
		w.author(n, AuthorMark)
	case "datePublished", "dateCreated", "dateModified":
		// HTML reads content on meta alone; pages set it on spans too.
		t := Time{Value: tree.Attr(n, "content"), Element: true, Updated: value == "dateModified"}
		if t.Value == "" {
			t.Value = machineTime(n)
		}
		if t.Value == "" {
			t.Text = cut(tree.Text(n))
		}
		w.keep(t)
	}
}

// author keeps the first lines of an element. The bound is asked before the text is
// taken, since that is what costs.
func (w *walker) author(n *html.Node, mark Mark) {
	if len(w.page.Authors) < maxEach {
		w.keepAuthor(Author{Text: tree.Lines(n, maxText), Mark: mark, At: w.at})
	}
}

// keepAuthor keeps an author who has a text: empty elements are filled by scripts.
func (w *walker) keepAuthor(a Author) {
	if len(w.page.Authors) < maxEach && a.Text != "" {
		w.page.Authors = append(w.page.Authors, a)
	}
}

// time reads an element that may show a time. What it says itself, its class and its
// parent's tell a change as well as the label before it.
func (w *walker) time(n *html.Node, element bool) {
	if len(w.page.Times) >= maxEach || !w.scan() {
		return
	}
	t := Time{Value: machineTime(n), Text: tree.Text(n), Element: element}
	// A class for times on more text than that is on a box that holds more than a time.
	if len(t.Text) > maxText/2 || t.Value == "" && t.Text == "" {
		return
	}
	t.Updated = saysUpdated(t.Text) || saysUpdated(tree.Attr(n, "class")) || n.Parent != nil && saysUpdated(tree.Attr(n.Parent, "class"))
	label := before(n)
	t.Updated = t.Updated || saysUpdated(label)
	t.Published = !t.Updated && saysPublished(label)
	w.keep(t)
}

// aroundTime reports a box that holds a time element and nothing else: that one is read for
// itself, and its own class may say that it tells of a change.
func aroundTime(n *html.Node) bool {
	c := n.FirstChild
	return c != nil && c.NextSibling == nil && c.DataAtom == atom.Time
}

// maxLabel is how long a label is, in bytes. Twice as much is read, or the
// beginning of a sentence would be taken for one.
const maxLabel = 40

// before is the label that stands before an element: the text of its neighbour,
// or of its parent's.
func before(n *html.Node) string {
	for range 2 {
		for prev := n.PrevSibling; prev != nil; prev = prev.PrevSibling {
			if t := tree.Lines(prev, 2*maxLabel); strings.ContainsFunc(t, unicode.IsDigit) {
				return "" // a time of its own
			} else if t != "" {
				return t
			}
		}
		if n = n.Parent; n == nil {
			break
		}
	}
	return ""
}

// saysPublished reports a label for the time of publication, in both languages.
func saysPublished(s string) bool {
	if len(s) > maxLabel {
		return false // the beginning of a sentence
	}
	s = clean.Lower(s)
	return strings.Contains(s, "publish") || strings.Contains(s, "posted") || strings.Contains(s, "نشر")
}

// machineTime is the value of an element that shows a time: the attribute for
// it, or the title of an abbreviation, as microformats have it.
func machineTime(n *html.Node) string {
	v := tree.Attr(n, "datetime")
	if v == "" && n.DataAtom == atom.Abbr {
		v = tree.Attr(n, "title")
	}
	return v
}

// keep keeps a time at the place that the walk has come to.
func (w *walker) keep(t Time) {
	t.At = w.at
	if len(w.page.Times) < maxEach && (t.Value != "" || t.Text != "") {
		w.page.Times = append(w.page.Times, t)
	}
}

// saysUpdated reports words for a change, in the languages of [when.Labelled].
func saysUpdated(s string) bool {
	s = clean.Lower(s)
	for _, w := range [...]string{"updat", "modif", "revised", "تحديث", "تعديل", "محدث", "حُدّث", "حُدِّث", "عُدّل", "رسانی", "ویرایش", "اپ ڈیٹ", "עודכן"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// cut bounds a text without splitting a character.
func cut(s string) string {
	if len(s) <= maxText {
		return s
	}
	return strings.ToValidUTF8(s[:maxText], "")
}
