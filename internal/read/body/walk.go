package body

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/tree"
)

// A Piece is a block with what tells text from furniture.
type Piece struct {
	dateline.Block
	Links float64  // share of its characters that are links
	Size  int      // characters
	box   int      // the innermost that holds it
	at    int      // its place among all pieces of the page
	look  uint32   // the same for pieces that the page styles alike
	tag   byte     // 0 for text in no paragraph, 1 for a paragraph, 2 to 7 for h1 to h6
	lines []string // those that line breaks make of it; nil for one
	post  string   // the address of the embedded post that it is of

	consent bool // it is the text of a cookie wall: asked up to six times, so kept
	deck    byte // how surely its own element is called a standfirst
}

// A box is an element that holds pieces: those from first up to last.
type box struct {
	parent      int
	first, last int
	sign
	article bool // a box inside it is marked as the article, see turnOff
	off     bool // furniture, or inside it, as turnOff was last told to see it
}

// A builder turns a tree into pieces and boxes. Text gathers until a block
// begins or ends.
type builder struct {
	pieces []Piece
	boxes  []box
	here   int        // the innermost box
	h1     int        // the piece with the first h1, -1 before it
	item   *html.Node // the article element that holds it, if one does
	others []int      // the pieces with an h1 in an article element of its own
	text   []byte
	links  int    // bytes of the gathered text that are links
	breaks []int  // how many these were at each line break in it
	inLink int    // how many links are open: a table in one may hold another
	quote  int    // how many quotations are
	post   string // the address of the embedded post that is
	depth  int    // of lists in lists
	look   uint32 // of the element whose text gathers
	tag    byte   // of that element, as a Piece has it
	deck   byte   // how surely that element is called a standfirst
	signs  signs
}

// lineBreak stands for a br element in gathered text.
const lineBreak = '\v'

// walk turns all under n into pieces and boxes. Box 0 holds everything.
func walk(n *html.Node) *builder {
	b := &builder{boxes: make([]box, 1, 256), pieces: make([]Piece, 0, 128), h1: -1, signs: signs{}} // as a page of the middle has
	b.boxes[0].parent = -1
	b.node(n)
	b.flush()
	b.boxes[0].last = len(b.pieces)
	return b
}

// node walks one node. The captions of pictures and the words of forms are no
// text, wherever they stand; what links and inline elements hold goes on the line
// that gathers.
func (b *builder) node(n *html.Node) {
	if n.Type == html.TextNode {
		b.write(n.Data)
		return
	}
	if n.Type == html.ElementNode && tree.Hidden(n) {
		return
	}
	switch n.DataAtom {
	case atom.Head, atom.Button, atom.Input, atom.Label, atom.Figcaption:
	case atom.Br:
		b.text, b.breaks = append(b.text, lineBreak), append(b.breaks, b.links)
	case atom.Sup:
		b.raised(n)
	case atom.A:
		if ofNote(n) {
			return
		}
		b.label()
		b.inLink++
		b.children(n)
		b.inLink--
	case atom.Ul, atom.Ol:
		b.list(n)
	case atom.Table:
		b.table(n)
	case atom.Blockquote:
		if strings.Contains(tree.Attr(n, "class"), "wp-embedded-content") {
			return // another item's headline, which a script makes a card of
		}
		outer := b.post
		if b.post = postAt(n); b.post == "" {
			b.post = outer
		}
		b.quote++
		b.inBox(n, b.signs.of(n))
		b.quote--
		b.post = outer
	case atom.P:
		b.paragraph(n)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.heading(n)
	case atom.Pre:
		b.pre(n)
	default:
		b.other(n)
	}
}

// label ends the label of a source that only style sets apart from its link, as themes write
// it: "<span>المصدر</span><a>رويترز</a>".
func (b *builder) label() {
	switch string(b.text) {
	case "المصدر", "مصدر الخبر", "Source":
		b.text = append(b.text, ": "...)
	}
}

// other walks an element of no kind of its own. An inline one is a box only where it
// is furniture: a span of share buttons must not end up in the sentence before it.
func (b *builder) other(n *html.Node) {
	if n.Type == html.ElementNode {
		s := b.signs.of(n)
		if n.DataAtom == atom.Span {
			b.part(n)
		}
		switch {
		case s.unseen && tree.Unseen(n):
			return
		case tree.Block(n.DataAtom) || s.mark >= named:
			b.inBox(n, s)
			return
		}
	}
	b.children(n)
}

// part divides what two spans hold that only a style sets apart, "London" and "CNN": no word
// has a capital behind a small letter, but for some names, and those are in one.
func (b *builder) part(n *html.Node) {
	prev, first := n.PrevSibling, n.FirstChild
	if prev == nil || prev.DataAtom != atom.Span || first == nil || first.Type != html.TextNode || first.Data == "" || len(b.text) == 0 {
		return
	}
	if last := b.text[len(b.text)-1]; last >= 'a' && last <= 'z' && first.Data[0] >= 'A' && first.Data[0] <= 'Z' {
		b.text = append(b.text, ' ')
	}
}

func (b *builder) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.node(c)
	}
}

// inBox walks an element that holds pieces of its own.
func (b *builder) inBox(n *html.Node, s sign) {
	b.flush()
	outer := b.here
	b.boxes = append(b.boxes, box{parent: outer, first: len(b.pieces), sign: s})
	b.here = len(b.boxes) - 1
	b.children(n)
	b.flush()
	b.boxes[b.here].last = len(b.pieces)
	b.here = outer
}

// paragraph walks a paragraph: a box of its own only when its names say something,
// since a box for each would make every paragraph the innermost one that wins.
func (b *builder) paragraph(n *html.Node) {
	s := b.signs.of(n)
	switch {
	case s.unseen:
		return
	case s.hint&ofPicture != 0 && strings.Contains(tree.Attr(n, "class"), "caption-text"):
		return // WordPress and others set the caption of a picture so, where there is no figure
	case s.mark != none:
		b.inBox(n, s)
		return
	}
	b.flush()
	b.look, b.tag, b.deck = s.id, 1, s.deck
	b.children(n)
	b.flush()
	b.look, b.tag, b.deck = 0, 0, 0
}

// heading makes a subhead, of an h1 too, which is furniture by no name: themes
// put the headline in boxes with any.
func (b *builder) heading(n *html.Node) {
	b.flush()
	s := b.signs.of(n)
	if s.mark >= named && n.DataAtom != atom.H1 {
		b.inBox(n, s)
		return
	}
	at := len(b.pieces)
	b.look, b.tag, b.deck = s.id, 1+n.Data[1]-'0', s.deck
	b.children(n)
	b.end(dateline.Subhead)
	if n.DataAtom == atom.H1 && len(b.pieces) > at { // one around the picture of a logo is no headline
		if item := itemOf(n); b.h1 < 0 {
			b.h1, b.item = at, item
		} else if b.item != nil && item != nil && item != b.item && itemOf(item) != b.item { // an entry of a live blog stands in it
			b.others = append(b.others, at)
		}
	}
	b.look, b.tag, b.deck = 0, 0, 0
}

// itemOf is the article element around a heading. Only near ones are asked for, so
// that a deep page costs no more.
func itemOf(n *html.Node) *html.Node {
	for up, i := n.Parent, 0; up != nil && i < 20; up, i = up.Parent, i+1 {
		if up.DataAtom == atom.Article {
			return up
		}
	}
	return nil
}

// write gathers text. Space around the words of a link is not counted as link,
// as end does not count that around a piece: shares would go past 1.
func (b *builder) write(s string) {
	if strings.IndexByte(s, lineBreak) >= 0 {
		s = strings.ReplaceAll(s, string(lineBreak), " ") // of old word processors; ours stand for elements
	}
	b.text = append(b.text, s...)
	if b.inLink > 0 {
		b.links += len(strings.TrimSpace(s))
	}
}

// taken is the gathered text. White space alone, as stands between most elements,
// is no text, and no copy is made of it.
func (b *builder) taken() string {
	s := ""
	if text := bytes.TrimSpace(b.text); len(text) > 0 {
		s = string(text)
	}
	b.text, b.links, b.breaks = b.text[:0], 0, b.breaks[:0]
	return s
}

// flush ends the paragraph that gathers, if one does.
func (b *builder) flush() { b.end(dateline.Paragraph) }

// end makes a block of the gathered text. Two line breaks in a row divide
// paragraphs, as pages without p elements write them.
func (b *builder) end(kind dateline.BlockKind) {
	if len(b.text) == 0 {
		return
	}
	if kind == dateline.Paragraph && b.quote > 0 {
		kind = dateline.Quotation
	}
	if len(b.breaks) > 0 {
		b.broken(kind)
		return
	}
	links := b.links
	if s := b.taken(); s != "" {
		text := clean.Line(s)
		if kind == dateline.Subhead {
			text = clean.Heading(text)
		}
		b.add(dateline.Block{Kind: kind, Text: text}, float64(links)/float64(len(s)))
	}
}

// broken makes blocks of gathered text with line breaks in it. Each has its own share
// of links: on pages without paragraphs the menu is the end of the text.
func (b *builder) broken(kind dateline.BlockKind) {
	segments, marks := strings.Split(string(b.text), string(lineBreak)), append(b.breaks, b.links)
	var lines []string
	links, size, before := 0, 0, 0
	flush := func() {
		if len(lines) > 0 {
			n := len(b.pieces)
			b.add(dateline.Block{Kind: kind, Text: strings.Join(lines, " ")}, float64(links)/float64(max(1, size)))
			if len(lines) > 1 && len(b.pieces) > n {
				b.pieces[n].lines = lines
			}
		}
		lines, links, size = nil, 0, 0
	}
	for i, s := range segments {
		line := clean.Line(s)
		if line == "" {
			flush()
		} else {
			lines, links, size = append(lines, line), links+marks[i]-before, size+len(strings.TrimSpace(s))
		}
		before = marks[i]
	}
	flush()
	b.taken()
}

// add adds a block that has text; one without is left out here for all who make
// blocks. links is the share of its characters that are.
func (b *builder) add(block dateline.Block, links float64) {
	if size := characters(block.Plain()); size > 0 {
		// Styled alike is: the same names on the element and on the box around it.
		look := b.boxes[b.here].id*31 + b.look
		b.pieces = append(b.pieces, Piece{consent: consent(block.Text), Block: block, Links: min(1, links), Size: size, box: b.here, at: len(b.pieces), look: look, tag: b.tag, post: b.post, deck: b.deck})
	}
}

// characters counts those of a clean text, which is whole UTF-8, by the bytes that begin one:
// decoding those of Arabic for it was a hundredth of a page's time.
func characters(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
