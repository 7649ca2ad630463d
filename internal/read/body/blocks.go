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

// maxLists is how deep lists in lists are read as one: each level copies the
// text of those in it.
const maxLists = 4

// list makes one block of a list of short items; a list that only lays out
// longer text is walked through. An item is walked as a small page of its own, by
// a builder that all items of the list share, and its pieces are joined to a line.
func (b *builder) list(n *html.Node) {
	b.flush()
	s := b.signs.of(n)
	if s.mark != none || layout(n) || b.depth > maxLists || longItems(n) {
		b.inBox(n, s)
		return
	}
	var items []string
	all, links := 0, 0
	sub := builder{boxes: make([]box, 1), depth: b.depth + 1, signs: b.signs} // for one item after the other
	for li := n.FirstChild; li != nil; li = li.NextSibling {
		if li.Type != html.ElementNode || b.signs.of(li).mark >= named {
			continue
		}
		// The child itself is walked, not what is in it: pages put links and
		// linked data right into lists.
		sub.h1, sub.here, sub.boxes, sub.pieces = -1, 0, sub.boxes[:1], sub.pieces[:0]
		sub.node(li)
		sub.flush()
		var parts []string
		for _, p := range sub.pieces {
			if sub.furnished(p.box) {
				continue
			}
			parts = append(parts, strings.ReplaceAll(p.Plain(), "\n", " "))
			all += p.Size
			links += int(p.Links * float64(p.Size))
		}
		if item := strings.Join(parts, " "); item != "" {
			items = append(items, item)
		}
	}
	b.look = s.id
	b.add(dateline.Block{Kind: dateline.List, Items: items}, float64(links)/float64(max(1, all)))
	b.look = 0
}

// furnished reports a box that is furniture, or stands in such a one.
func (b *builder) furnished(i int) bool {
	for ; i > 0; i = b.boxes[i].parent {
		if b.boxes[i].mark >= named {
			return true
		}
	}
	return false
}

// layout reports a list whose items hold headings, tables or several paragraphs:
// a list of teasers, or of products. One block of it would lose what each is.
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

// longItems reports a list whose items are texts of their own, 300 bytes each
// and more on the mean: ranked products and places are written as such.
func longItems(n *html.Node) bool {
	items := 0
	for li := n.FirstChild; li != nil; li = li.NextSibling {
		if li.DataAtom == atom.Li {
			items++
		}
	}
	left := 300 * items
	takeText(n, &left)
	return left < 0
}

// takeText takes the bytes of the text under n that is no link off left, until none
// is left.
func takeText(n *html.Node, left *int) {
	for c := n.FirstChild; c != nil && *left >= 0; c = c.NextSibling {
		if c.Type == html.TextNode {
			*left -= len(strings.TrimSpace(c.Data))
		} else if c.DataAtom != atom.A && !tree.Hidden(c) {
			takeText(c, left)
		}
	}
}

// table makes a block of a table of data; a table that only lays out text is
// walked through: one of a single row or column, with cells that are texts, with
// a table inside, or with a name that says what it is.
func (b *builder) table(n *html.Node) {
	b.flush()
	rows := tableRows(n, nil, 0)
	width, long := 0, false
	for _, r := range rows {
		width = max(width, len(r))
		for _, cell := range r {
			// Characters: in bytes, of which Arabic has two a letter, tables of data were layout.
			long = long || utf8.RuneCountInString(cell) > 400
		}
	}
	if s := b.signs.of(n); len(rows) < 2 || width < 2 || long || s.mark != none || nested(n) {
		b.inBox(n, s)
		return
	}
	b.add(dateline.Block{Kind: dateline.Table, Rows: rows}, 0)
}

// nested reports a table that holds another: old pages are laid out so.
func nested(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if tree.Find(c, func(d *html.Node) bool { return d.DataAtom == atom.Table }) != nil {
			return true
		}
	}
	return false
}

// tableRows adds the rows under n that have text to rows. Rows stand at most in one
// of tbody and its like, so nothing deeper than four elements is looked at: in a
// page of nested tables each would be read once for every table around it. An
// empty cell keeps its place, so that columns stay columns.
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

// pre keeps the lines of preformatted text: poems and code live by them. A blank line
// divides paragraphs, as in mail and in old wire copy.
func (b *builder) pre(n *html.Node) {
	b.flush()
	b.children(n)
	s := strings.ReplaceAll(b.taken(), string(lineBreak), "\n")
	for part := range strings.SplitSeq(clean.Lines(s), "\n\n") {
		b.add(dateline.Block{Kind: dateline.Paragraph, Text: part}, 0)
	}
}
