package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/clean"
	"dateline/internal/read/tree"
)

// figure keeps the first picture that has a caption, the caption split from
// what says who made the picture.
func (w *walker) figure(n *html.Node) {
	// Only the first: further ones belong to the paragraphs beside them.
	if w.page.Picture.URL != "" || !w.scan() {
		return
	}
	img := tree.Find(n, isImage)
	caption := tree.Find(n, func(c *html.Node) bool { return c.DataAtom == atom.Figcaption })
	if img != nil && caption != nil {
		w.keepPicture(img, caption)
		if w.page.Picture.Credit == "" {
			w.page.Picture.Credit = creditIn(n)
		}
	}
}

// captioned keeps a picture of a caption that stands in no figure: in one box with it, as
// WordPress wrote them before there were figures, or beside it.
func (w *walker) captioned(n *html.Node) {
	if w.page.Picture.URL != "" || n.Parent == nil || !w.scan() {
		return
	}
	text := tree.Text(n)
	if text == "" || len(text) > maxText {
		return
	}
	img := tree.Find(n, isImage)
	if img == nil {
		img = imageBefore(n)
	}
	if img == nil {
		return
	}
	w.keepPicture(img, n)
	if w.page.Picture.Credit == "" {
		w.page.Picture.Credit = creditBeside(n)
	}
}

// pictured keeps the picture of a box that is called a lead picture's and whose one short line
// nothing calls a caption, as Plone writes it.
func (w *walker) pictured(n *html.Node) {
	if w.page.Picture.URL != "" || len(w.page.H1) == 0 || !w.scan() {
		return
	}
	text := tree.Lines(n, 2*maxText)
	img := tree.Find(n, isImage)
	if img != nil && len(text) <= maxText && strings.Contains(text, " ") && !strings.Contains(text, "\n") {
		w.keepPicture(img, n)
	}
}

// underPicture reports an element that holds a caption and no more. Headers and links are called
// after the captions among all that they hold.
func underPicture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.P, atom.Span, atom.Td, atom.Dd:
		return true
	}
	return false
}

// imageBefore is a picture beside a caption. In a table it is a row above.
func imageBefore(n *html.Node) *html.Node {
	if n.DataAtom == atom.Td && n.PrevSibling == nil {
		n = n.Parent
	}
	prev := n.PrevSibling
	for range 3 {
		if prev == nil {
			break
		}
		if img := tree.Find(prev, isImage); img != nil {
			// A section that has a picture among its text is none itself.
			if len(tree.Lines(prev, 2*maxText)) > maxText {
				return nil
			}
			return img
		}
		prev = prev.PrevSibling
	}
	return nil
}

// isImage knows AMP's element too, which its script makes a picture of.
func isImage(n *html.Node) bool {
	return n.DataAtom == atom.Img || n.DataAtom == 0 && n.Data == "amp-img"
}

func (w *walker) keepPicture(img, caption *html.Node) {
	p := &w.page.Picture
	p.URL = tree.Attr(img, "src")
	for _, lazy := range [...]string{"data-src", "data-original", "data-lazy-src"} {
		if v := tree.Attr(img, lazy); v != "" && (p.URL == "" || strings.HasPrefix(p.URL, "data:")) {
			p.URL = v
		}
	}
	// The blank that stands there until a script puts the picture in.
	if strings.HasPrefix(p.URL, "data:") {
		p.URL = ""
	}
	text := cut(tree.Text(caption))
	if rest, ok := labelled(text, captionLabels[:]); ok {
		text = rest
	}
	// A caption may be called after both: "caption-attribution".
	signed := func(c *html.Node) bool { return c != caption && (isCredit(c) || tree.Attr(c, "itemprop") == "author") }
	if by := tree.Find(caption, signed); by != nil {
		credit := tree.Text(by)
		rest, ok := strings.CutSuffix(text, credit)
		if !ok {
			rest, ok = strings.CutPrefix(text, credit)
		}
		if ok && credit != "" {
			p.Caption, p.Credit = strings.Trim(rest, " |-–—("), creditOf(credit)
			return
		}
	}
	if p.Caption, p.Credit = splitCredit(text); p.Credit == "" && signsAlone(text) {
		p.Caption, p.Credit = "", text
	}
}

// creditOf is who made a picture, of a text that says nothing else.
func creditOf(text string) string {
	if before, name := splitCredit(" " + text); name != "" && strings.TrimSpace(before) == "" {
		text = name
	} else if rest, ok := strings.CutPrefix(clean.Lower(text), "photo credit "); ok {
		text = text[len(text)-len(rest):] // where style sets the label apart
	}
	return strings.Trim(text, " ()[]©")
}

// isCredit reports an element that a class, or microdata, calls the credit of a picture.
func isCredit(n *html.Node) bool {
	for i := range n.Attr {
		a := &n.Attr[i]
		if a.Key == "itemprop" && (a.Val == "creditText" || a.Val == "copyrightHolder") {
			return true
		}
		if a.Key != "class" {
			continue
		}
		for w := (tree.Words{Of: a.Val}); w.Next(); {
			switch string(w.Word()) {
			case "credit", "credits", "copyright", "attribution", "photographer", "source":
				return true
			}
		}
	}
	return false
}

// creditIn is a credit that stands in a figure and not in its caption: in an element that is
// called so, in a citation, or behind a label, which may be only for those who hear the page.
func creditIn(figure *html.Node) string {
	credit := ""
	tree.Find(figure, func(n *html.Node) bool {
		switch {
		case n.DataAtom == atom.Figcaption || n.Parent != nil && n.Parent.DataAtom == atom.Figcaption:
		case n.DataAtom == atom.Cite || isCredit(n):
			credit = shortCredit(n)
		case n.FirstChild != nil && n.FirstChild.Type == html.TextNode:
			rest, ok := labelled(clean.Line(n.FirstChild.Data), creditLabels[:])
			if ok && rest == "" && n.Parent != nil {
				// Its beginning alone: a figure may hold the label without end.
				rest, _ = labelled(strings.ReplaceAll(tree.Lines(n.Parent, maxText), "\n", " "), creditLabels[:])
			}
			if ok && utf8.RuneCountInString(rest) <= longestCredit {
				credit = rest
			}
		}
		return credit != ""
	})
	return credit
}

// creditBeside is a credit on one of the lines around a caption.
func creditBeside(caption *html.Node) string {
	const near = 2
	prev, next := caption.PrevSibling, caption.NextSibling
	for range near {
		for _, n := range [...]*html.Node{next, prev} {
			if n == nil || n.Type != html.ElementNode || !isCredit(n) {
				continue
			}
			if credit := shortCredit(n); credit != "" {
				return credit
			}
		}
		if prev != nil {
			prev = prev.PrevSibling
		}
		if next != nil {
			next = next.NextSibling
		}
	}
	return ""
}

// shortCredit is the credit that an element holds, "" where its text is too long for one.
func shortCredit(n *html.Node) string {
	if text := tree.Text(n); utf8.RuneCountInString(text) <= longestCredit {
		return creditOf(text)
	}
	return ""
}

// The labels that the BBC's pages in their languages have for those who hear them.
var (
	captionLabels = [...]string{"image caption", "التعليق على الصورة", "توضیح تصویر"}
	creditLabels  = [...]string{"image source", "صدر الصورة", "منبع تصویر"}
)

// labelled gives what stands behind a label that begins a text, and reports that one does.
func labelled(text string, labels []string) (rest string, ok bool) {
	lower := clean.Lower(text)
	for _, l := range labels {
		if !strings.HasPrefix(lower, l) {
			continue
		}
		rest := text[len(l):]
		behind := strings.TrimLeft(rest, ",:،")
		if behind != rest || rest == "" {
			return strings.TrimSpace(behind), true
		}
	}
	return text, false
}
