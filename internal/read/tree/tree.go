// Package tree holds the few helpers that all readers of an HTML tree share.
package tree

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/clean"
)

// Attr is the value of an attribute, "" when there is none.
func Attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// Text is the visible text under n as one line. Words in different blocks are
// never glued, words in different inline elements are never split.
func Text(n *html.Node) string {
	var b strings.Builder
	appendText(&b, n)
	return clean.Line(b.String())
}

// appendText adds the text under n with a space for each border of a block.
func appendText(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
		return
	case Hidden(n), Unseen(n):
		return
	}
	apart := n.DataAtom == atom.Br || Block(n.DataAtom)
	if apart {
		b.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		appendText(b, c)
	}
	if apart {
		b.WriteByte(' ')
	}
}

// Lines is the beginning of the visible text under n, a line for each block.
// Inline elements that a page sets apart by style alone ("Ann LeeEditor") are
// lines of their own too. It stops after about limit bytes, so that looking
// through elements that nest costs no more than their number.
func Lines(n *html.Node, limit int) string {
	l := liner{limit: limit}
	l.node(n)
	var b strings.Builder
	for line := range strings.SplitSeq(l.text.String(), "\n") {
		if line = clean.Line(line); line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return b.String()
}

// A liner gathers the text for Lines. It counts bytes and elements, since either
// may be without end.
type liner struct {
	text    strings.Builder
	limit   int
	last    byte // of the text so far
	visited int
}

func (l *liner) node(n *html.Node) {
	if l.visited++; l.full() || Hidden(n) || Unseen(n) {
		return
	}
	if n.Type == html.TextNode {
		l.write(n.Data)
		return
	}
	apart := n.DataAtom == atom.Br || Block(n.DataAtom)
	if apart {
		l.text.WriteByte('\n')
		l.last = '\n'
	}
	// Behind the limit a hundred thousand siblings would still be stepped over, each time it is asked.
	for c := n.FirstChild; c != nil && !l.full(); c = c.NextSibling {
		l.node(c)
	}
	if apart {
		l.text.WriteByte('\n')
		l.last = '\n'
	}
}

// full reports that enough was gathered. Elements count too: a thousand empty ones inside each
// other hold no text to stop at.
func (l *liner) full() bool { return l.visited > l.limit || l.text.Len() > l.limit }

func (l *liner) write(s string) {
	if s == "" {
		return
	}
	s = strings.ToValidUTF8(s[:min(len(s), l.limit)], "")
	// "Ann LeeEditor": no word has a capital behind a small letter, but for some names.
	if s != "" && l.last >= 'a' && l.last <= 'z' && s[0] >= 'A' && s[0] <= 'Z' {
		l.text.WriteByte('\n')
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\n' {
			l.text.WriteByte(' ')
		} else {
			l.text.WriteByte(c)
		}
	}
	if s != "" {
		l.last = s[len(s)-1]
	}
}

// Hidden reports that n and all under it is never text for a reader.
func Hidden(n *html.Node) bool {
	if n.Type == html.CommentNode {
		return true
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe,
		atom.Object, atom.Select, atom.Textarea, atom.Math, atom.Canvas, atom.Audio, atom.Video:
		return true
	}
	return false
}

// Unseen reports a label for those who hear the page, which readers do not see: "Image
// caption,", "list 1 of 3". Headings of the first level are none, for sites hide one whose
// words they show elsewhere, nor are boxes, which may hold anything.
func Unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Span, atom.P, atom.Strong, atom.B, atom.Em, atom.Li, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return UnseenClass(Attr(n, "class"))
	}
	return false
}

// UnseenClass reports a class that hides a label so, by the names that WordPress,
// Bootstrap and the rest have for it.
func UnseenClass(class string) bool {
	// Each element of a page is asked: two looks tell almost all that are none.
	if len(class) < len("sr-only") || !strings.Contains(class, "r-") && !strings.Contains(class, "visually") {
		return false
	}
	return strings.Contains(class, "screen-reader-text") || strings.Contains(class, "sr-only") || strings.Contains(class, "visually-hidden") || strings.Contains(class, "visuallyhidden")
}

// Block reports that an element stands on lines of its own.
func Block(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Aside, atom.Header,
		atom.Footer, atom.Nav, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul,
		atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Thead, atom.Tbody, atom.Tfoot,
		atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Blockquote, atom.Figure, atom.Figcaption,
		atom.Pre, atom.Form, atom.Fieldset, atom.Hr, atom.Address, atom.Details, atom.Summary,
		atom.Center, atom.Body:
		return true
	}
	return false
}

// Find is the first element under n, itself included, that ok accepts.
func Find(n *html.Node, ok func(*html.Node) bool) *html.Node {
	// Parse bounds the depth of a tree, so that walks may call themselves.
	if n.Type == html.ElementNode && ok(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := Find(c, ok); f != nil {
			return f
		}
	}
	return nil
}

// Words are the lower-case words of an attribute value such as a class ("post-Body__lead"
// has post, body, lead) or of a text, one after the other. It is no function that calls
// another, since count asks it for each word of a page.
type Words struct {
	Of   string
	next int
	// No word that is asked for is longer; of one that is the rest is left out.
	word [24]byte
	size int
}

// Next goes on to the next word, and reports that there is one.
func (w *Words) Next() bool {
	s, i := w.Of, w.next
	for i < len(s) && !letter(s[i]) {
		i++
	}
	from := i
	for i < len(s) && letter(s[i]) && (i == from || s[i] >= 'a' || s[i-1] < 'a') {
		i++
	}
	w.next, w.size = i, min(i-from, len(w.word))
	for k := range w.size {
		w.word[k] = s[from+k] | 0x20
	}
	return w.size > 0
}

// Word is the word that Next went to. The bytes are good until it is called again.
func (w *Words) Word() []byte { return w.word[:w.size] }
