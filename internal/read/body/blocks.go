package body

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/tree"
)

// A Piece is a block with what tells text from furniture.
type Piece struct {
	dateline.Block
	Links float64 // share of its characters that are links
	Size  int     // characters
}

// A builder turns a tree into pieces. Text gathers until a block begins or ends.
type builder struct {
	pieces []Piece
	text   strings.Builder
	links  int // bytes of the gathered text that are links
	quote  int
	inLink int
}

// lineBreak stands for a br element in gathered text.
const lineBreak = '\v'

// Pieces are the blocks under n, in order.
func Pieces(n *html.Node) []Piece {
	var b builder
	b.node(n)
	b.flush()
	return b.pieces
}

func (b *builder) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.write(n.Data)
		return
	case n.Type == html.ElementNode && (tree.Hidden(n) || furniture(n)):
		if tree.Block(n.DataAtom) {
			b.flush()
		}
		return
	}
	switch n.DataAtom {
	case atom.Br:
		b.text.WriteByte(lineBreak)
	case atom.A:
		b.inLink++
		b.children(n)
		b.inLink--
	case atom.Ul, atom.Ol:
		b.list(n)
	case atom.Table:
		b.table(n)
	case atom.Blockquote:
		b.flush()
		b.quote++
		b.children(n)
		b.flush()
		b.quote--
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.flush()
		b.children(n)
		b.end(dateline.Subhead)
	case atom.Pre:
		b.pre(n)
	default:
		if !tree.Block(n.DataAtom) {
			b.children(n)
			return
		}
		b.flush()
		b.children(n)
		b.flush()
	}
}

func (b *builder) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.node(c)
	}
}

func (b *builder) write(s string) {
	b.text.WriteString(s)
	if b.inLink > 0 {
		b.links += len(strings.TrimSpace(s))
	}
}

func (b *builder) flush() { b.end(dateline.Paragraph) }

// end makes a block of the gathered text. Two line breaks in a row divide
// paragraphs, as pages without p elements write them.
func (b *builder) end(kind dateline.BlockKind) {
	if b.text.Len() == 0 {
		return
	}
	s, links := b.text.String(), b.links
	b.text.Reset()
	b.links = 0
	if kind == dateline.Paragraph && b.quote > 0 {
		kind = dateline.Quotation
	}
	share := float64(links) / float64(max(1, len(strings.TrimSpace(s))))
	for _, part := range paragraphs(s) {
		b.add(dateline.Block{Kind: kind, Text: part}, share)
	}
}

func (b *builder) add(block dateline.Block, links float64) {
	size := utf8.RuneCountInString(block.Plain())
	if size == 0 {
		return
	}
	b.pieces = append(b.pieces, Piece{Block: block, Links: min(1, links), Size: size})
}

// paragraphs splits gathered text at blank lines made of line breaks.
func paragraphs(s string) []string {
	if strings.IndexByte(s, lineBreak) < 0 {
		if s = clean.Line(s); s == "" {
			return nil
		}
		return []string{s}
	}
	var out []string
	line := ""
	for part := range strings.SplitSeq(s, string(lineBreak)) {
		part = clean.Line(part)
		switch {
		case part == "" && line != "":
			out = append(out, line)
			line = ""
		case line == "":
			line = part
		default:
			line += " " + part
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// list makes one block of a list of short items; a list that only lays out
// longer text is walked through.
func (b *builder) list(n *html.Node) {
	b.flush()
	if layout(n) {
		b.children(n)
		b.flush()
		return
	}
	var items []string
	all, links := 0, 0
	for li := n.FirstChild; li != nil; li = li.NextSibling {
		if li.Type != html.ElementNode || furniture(li) {
			continue
		}
		sub := builder{}
		sub.children(li)
		all += len(strings.TrimSpace(sub.text.String()))
		links += sub.links
		sub.flush()
		item := ""
		for _, p := range sub.pieces {
			item += " " + strings.ReplaceAll(p.Plain(), "\n", " ")
			if p.Kind == dateline.List {
				all += p.Size
				links += int(p.Links * float64(p.Size))
			}
		}
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	if len(items) > 0 {
		b.add(dateline.Block{Kind: dateline.List, Items: items}, float64(links)/float64(max(1, all)))
	}
}

// layout reports a list whose items hold headings, tables or several paragraphs.
func layout(n *html.Node) bool {
	for li := n.FirstChild; li != nil; li = li.NextSibling {
		ps := 0
		for c := li.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.P:
				ps++
			case atom.H1, atom.H2, atom.H3, atom.H4, atom.Table, atom.Article, atom.Section, atom.Blockquote:
				return true
			}
		}
		if ps > 1 {
			return true
		}
	}
	return false
}

// table makes a block of a table of data; a table that only lays out text is
// walked through.
func (b *builder) table(n *html.Node) {
	b.flush()
	rows := tableRows(n, nil, 0)
	width, long := 0, false
	for _, r := range rows {
		width = max(width, len(r))
		for _, cell := range r {
			long = long || len(cell) > 400
		}
	}
	if len(rows) < 2 || width < 2 || long || nested(n) {
		b.children(n)
		b.flush()
		return
	}
	b.add(dateline.Block{Kind: dateline.Table, Rows: rows}, 0)
}

func nested(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if tree.Find(c, func(d *html.Node) bool { return d.DataAtom == atom.Table }) != nil {
			return true
		}
	}
	return false
}

func tableRows(n *html.Node, rows [][]string, depth int) [][]string {
	for c := n.FirstChild; c != nil && depth < 4; c = c.NextSibling {
		if c.DataAtom != atom.Tr {
			rows = tableRows(c, rows, depth+1)
			continue
		}
		var row []string
		full := false
		for cell := c.FirstChild; cell != nil; cell = cell.NextSibling {
			if cell.DataAtom == atom.Td || cell.DataAtom == atom.Th {
				t := tree.Text(cell)
				full = full || t != ""
				row = append(row, t)
			}
		}
		if full {
			rows = append(rows, row)
		}
	}
	return rows
}

// pre keeps the lines of preformatted text.
func (b *builder) pre(n *html.Node) {
	b.flush()
	b.children(n)
	s := strings.ReplaceAll(b.text.String(), string(lineBreak), "\n")
	b.text.Reset()
	b.links = 0
	for part := range strings.SplitSeq(clean.Lines(s), "\n\n") {
		b.add(dateline.Block{Kind: dateline.Paragraph, Text: part}, 0)
	}
}
