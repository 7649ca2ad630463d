package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/clean"
	"dateline/internal/read/tree"
)

// shown reads the elements by which a page shows headline, byline, time and
// picture to people.
func (w *walker) shown(n *html.Node) {
	p := w.page
	switch n.DataAtom {
	case atom.H1:
		if len(p.H1) >= maxEach || !w.scan() {
			return
		}
		if t := tree.Text(n); t != "" {
			p.H1 = append(p.H1, clean.Markup(cut(t)))
		}
		return
	case atom.Time:
		w.time(n, true)
		return
	case atom.Figure:
		w.figure(n)
	}
	w.marked(n)
}

// marked reads what attributes mark as author or date.
func (w *walker) marked(n *html.Node) {
	class := ""
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			class += " " + a.Val
		case "itemprop":
			w.itemprop(n, a.Val)
		case "rel":
			if a.Val == "author" {
				w.byline(n, true)
			}
		}
	}
	if class == "" {
		return
	}
	tree.Words(class, func(word []byte) bool {
		switch string(word) {
		case "byline", "bylines":
			w.byline(n, true)
		case "author", "authors", "writer", "auteur", "autor", "katib":
			w.byline(n, false)
		case "date", "time", "timestamp", "datetime", "published", "pubdate", "posted", "dateline":
			w.time(n, false)
		default:
			return true
		}
		return false
	})
}

func (w *walker) itemprop(n *html.Node, value string) {
	if !w.scan() {
		return
	}
	switch value {
	case "author", "creator":
		if name := tree.Find(n, func(c *html.Node) bool { return tree.Attr(c, "itemprop") == "name" }); name != nil {
			n = name
		}
		if content := tree.Attr(n, "content"); content != "" {
			w.page.Marked = append(w.page.Marked, cut(content))
			return
		}
		w.byline(n, true)
	case "datePublished", "dateCreated", "dateModified":
		t := Time{Value: tree.Attr(n, "content"), Element: true, Updated: value == "dateModified"}
		if t.Value == "" {
			t.Value = tree.Attr(n, "datetime")
		}
		if t.Value == "" {
			t.Text = cut(tree.Text(n))
		}
		w.keep(t)
	}
}

func (w *walker) byline(n *html.Node, sure bool) {
	if len(w.page.Bylines) > maxEach || len(w.page.Marked) > maxEach || !w.scan() {
		return
	}
	t := tree.Text(n)
	if t == "" || len(t) > maxText {
		return
	}
	if sure {
		w.page.Marked = append(w.page.Marked, t)
	} else {
		w.page.Bylines = append(w.page.Bylines, t)
	}
}

func (w *walker) time(n *html.Node, element bool) {
	if len(w.page.Times) >= maxEach || !w.scan() {
		return
	}
	t := Time{Value: tree.Attr(n, "datetime"), Text: tree.Text(n), Element: element}
	if len(t.Text) > maxText/2 || t.Value == "" && t.Text == "" {
		return
	}
	t.Updated = saysUpdated(t.Text) || saysUpdated(tree.Attr(n, "class")) || n.Parent != nil && saysUpdated(tree.Attr(n.Parent, "class"))
	if prev := n.PrevSibling; prev != nil && prev.Type == html.TextNode && saysUpdated(prev.Data) {
		t.Updated = true
	}
	w.keep(t)
}

func (w *walker) keep(t Time) {
	t.Early = len(w.page.H1) == 0
	if len(w.page.Times) < maxEach && (t.Value != "" || t.Text != "") {
		w.page.Times = append(w.page.Times, t)
	}
}

// saysUpdated reports words for a change, in both languages.
func saysUpdated(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "updat") || strings.Contains(s, "modif") || strings.Contains(s, "revised") ||
		strings.Contains(s, "تحديث") || strings.Contains(s, "حُدّث")
}

// figure keeps the first picture that has a caption, the caption split from
// what says who made the picture.
func (w *walker) figure(n *html.Node) {
	p := &w.page.Picture
	if p.URL != "" || !w.scan() {
		return
	}
	img := tree.Find(n, func(c *html.Node) bool { return c.DataAtom == atom.Img })
	caption := tree.Find(n, func(c *html.Node) bool { return c.DataAtom == atom.Figcaption })
	if img == nil || caption == nil {
		return
	}
	p.URL = tree.Attr(img, "src")
	for _, lazy := range [...]string{"data-src", "data-original", "data-lazy-src"} {
		if v := tree.Attr(img, lazy); v != "" && (p.URL == "" || strings.HasPrefix(p.URL, "data:")) {
			p.URL = v
		}
	}
	if strings.HasPrefix(p.URL, "data:") {
		p.URL = ""
	}
	p.Caption, p.Credit = splitCredit(cut(tree.Text(caption)))
}

// splitCredit splits "A quay. Photo: Ann Lee" into caption and credit.
func splitCredit(s string) (caption, credit string) {
	lower := strings.ToLower(s)
	for _, label := range [...]string{"photo by ", "photo: ", "photograph: ", "image: ", "credit: ", "picture: ", "photo credit: ", "(photo by ", "تصوير: ", "المصدر: ", "صورة: "} {
		if i := strings.LastIndex(lower, label); i >= 0 && len(s) == len(lower) {
			return strings.TrimRight(s[:i], " |-–—("), strings.Trim(s[i+len(label):], " ().")
		}
	}
	return s, ""
}

// cut bounds a text without splitting a character.
func cut(s string) string {
	if len(s) <= maxText {
		return s
	}
	return strings.ToValidUTF8(s[:maxText], "")
}
