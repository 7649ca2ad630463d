package body

import (
	"strings"

	"golang.org/x/net/html"

	"dateline"
	"dateline/internal/read/byline"
)

// Found is what Find finds on a page.
type Found struct {
	Pieces []Piece  // the article, in order; none when there is no running text
	Lines  []string // short lines from the headline to the first paragraph: byline, time
	Above  []string // the last few above the headline
	Below  []string // the first few below the article: boxes about the author
	Head   string   // what looks most like a headline above the text, for pages that mark none
	Deck   string   // what stands under the headline in an element that is called a standfirst

	// Paragraphs of running text, and linked headlines before and among them.
	Paragraphs, Headlines int

	// Judge draws the portraits of all pieces of the page from these, not only
	// of those that the rules found.
	page *builder
	best int // the chosen box
}

// Find finds the article on a page. Names of classes are a hint that some pages
// give wrongly: when little is left without what they call furniture, it is
// looked at too. First all that is furniture by name or by tag stays out, then
// only what is by tag, then nothing: a second look counts when it finds more
// than twice the text, as a little more is furniture. Little is 250 characters, or an
// eighth of the page's text.
func Find(doc *html.Node) Found {
	b := walk(doc)
	var found Found
	for _, least := range [...]mark{named, furniture, furniture + 1} {
		b.turnOff(least)
		best := b.best()
		pieces := append(b.lede(best), b.inside(best)...)
		if textSize(pieces) > 2*textSize(found.Pieces) || least == named {
			found = b.around(best)
			found.Pieces, found.page, found.best, found.Deck = pieces, b, best, b.standfirst()
			found.Paragraphs, found.Headlines = b.kinds(best)
		}
		if n := textSize(found.Pieces); n > 250 && 8*n > textSize(b.pieces) {
			break
		}
	}
	return found
}

// around finds the short lines around the headline, furniture or not: bylines
// and times stand in boxes of their own.
func (b *builder) around(best int) Found {
	x := b.boxes[best]
	first := x.first
	for first < x.last && !running(b.pieces[first]) {
		first++
	}
	end := x.last
	for end > first && b.boxes[b.pieces[end-1].box].off {
		end-- // the foot of the article, in its box: "Posted by Ann Lee on 3 July"
	}
	below := b.lines(end, min(len(b.pieces), end+12))
	if b.h1 < 0 || b.h1 >= first {
		from := first - 15
		head, at := b.head(from, first)
		if head == "" {
			return Found{Lines: b.lines(from, first), Below: below}
		}
		// What stands under it first: of two days the one above is the masthead's.
		lines := append(b.lines(at, first), b.lines(b.belowMenu(from, at), at)...)
		return Found{Lines: lines, Below: below, Head: head}
	}
	// A list may stand between the two: byline and time are at one of its ends.
	under := min(first, b.h1+20)
	return Found{Lines: append(b.lines(b.h1, under), b.lines(max(under, first-40), first)...), Above: b.lines(b.belowMenu(b.h1-4, b.h1), b.h1), Below: below}
}

// belowMenu is where in a range what stands behind its last menu begins: above it is the
// masthead of the site, whose day is no item's.
func (b *builder) belowMenu(from, to int) int {
	for i := to - 1; i >= max(0, from); i-- {
		p := b.pieces[i]
		box := b.boxes[p.box]
		// Links to print or to send stand in boxes called menus, too, between the day and the headline.
		if p.Links > 0.5 && !label(p.Text) && (p.Kind == dateline.List && len(p.Items) >= 3 || box.off && box.hint&ofMenu != 0) {
			return i + 1
		}
	}
	return from
}

// head is the line of a range that looks most like a headline, and where it stands: the last
// heading, else the last in a box that calls it a title, else the longest of the others. A
// headline has four words and more.
func (b *builder) head(from, to int) (best string, at int) {
	rank := 0
	for i := max(0, from); i < to; i++ {
		p := b.pieces[i]
		r := 1
		switch {
		case p.Kind == dateline.Subhead:
			r = 3
		case b.boxes[p.box].hint&ofHeader != 0:
			r = 2
		}
		if r < rank || !canHead(p) || r == 1 && rank == 1 && len(p.Text) <= len(best) {
			continue
		}
		best, rank, at = p.Text, r, i
	}
	return best, at
}

// canHead reports a line that can be a headline: neither long nor a sentence, nor one about
// the item.
func canHead(p Piece) bool {
	n := len(strings.Fields(p.Text))
	if p.Size > 150 || p.Links > 0.5 || n < 4 || n > 20 || p.Kind != dateline.Paragraph && p.Kind != dateline.Subhead || metaLine(p) {
		return false
	}
	_, signed := byline.InLine(p.Text)
	return !signed && (!sentence(p.Text) || strings.HasSuffix(p.Text, "؟") || strings.HasSuffix(p.Text, "?"))
}

// lines are the short pieces of a range, which may begin before the page: no byline is
// longer than 200 characters, and a table tells of no item. Forty bound the work of
// those who read them. Pages without paragraphs set headline, byline and day on lines
// of one piece.
func (b *builder) lines(from, to int) []string {
	var out []string
	for _, p := range b.pieces[max(0, from):to] {
		switch {
		case p.Kind == dateline.Table || p.Kind == dateline.Quotation || len(out) >= 40:
		case p.lines != nil && p.Size <= 400:
			out = append(out, p.lines[:min(len(p.lines), 40-len(out))]...)
		case p.Size <= 200:
			out = append(out, p.Plain())
		}
	}
	return out
}

// textSize counts the characters of running text. It asks less of a paragraph than
// [running] does, so that a page of short lines is not one without text.
func textSize(pieces []Piece) int {
	n := 0
	for _, p := range pieces {
		if p.Kind == dateline.Paragraph && p.Links < 0.5 && p.Size > fixed {
			n += p.Size
		}
	}
	return n
}

// lede are the sentences between the headline and the box of the article: some
// pages set the first paragraph above the picture, in a box of its own. What the
// page calls a standfirst is none, and what is no whole sentence is a caption or a
// byline.
func (b *builder) lede(best int) []Piece {
	var out []Piece
	if b.h1 < 0 || b.h1 >= b.boxes[best].first {
		return nil
	}
	for _, p := range b.pieces[b.h1+1 : b.boxes[best].first] {
		if x := b.boxes[p.box]; !x.off && x.mark != deck && p.Kind == dateline.Paragraph && p.Links < 0.3 && p.Size >= 120 && sentence(p.Text) {
			out = append(out, p)
		}
	}
	return out
}

// All returns all pieces under n that are not furniture, for copy that is an
// article and nothing else, such as the content of a feed's entry.
func All(n *html.Node) []Piece {
	b := walk(n)
	b.turnOff(named)
	return b.inside(0)
}

// turnOff marks the boxes that are furniture by at least that mark, with all in
// them. What holds the headline or most of the page's text is none, whatever it
// is called.
func (b *builder) turnOff(least mark) {
	// Sums from the beginning give the text of any box by one subtraction: boxes
	// that nest would otherwise be added up once for each that holds them.
	total := 0
	sums := make([]int, len(b.pieces)+1)
	for i, p := range b.pieces {
		if p.Kind == dateline.Paragraph || p.Kind == dateline.Quotation {
			total += int(float64(p.Size) * (1 - p.Links))
		}
		sums[i+1] = total
	}
	// A box comes before those in it, so backwards a child tells its parent.
	for i := len(b.boxes) - 1; i > 0; i-- {
		if x := b.boxes[i]; x.mark == article || x.article {
			b.boxes[x.parent].article = true
		}
	}
	for i := range b.boxes {
		x := &b.boxes[i]
		if x.parent >= 0 && b.boxes[x.parent].off {
			x.off = true
			continue
		}
		holdsHeadline := b.h1 >= x.first && b.h1 < x.last
		x.off = x.mark >= least && !holdsHeadline && !x.article && 2*(sums[x.last]-sums[x.first]) < total
	}
}

// best is the box whose pieces are worth most together.
func (b *builder) best() int {
	sums := make([]float64, len(b.pieces)+1)
	for i, p := range b.pieces {
		sums[i+1] = sums[i]
		if !b.boxes[p.box].off {
			sums[i+1] += value(p)
		}
	}
	best, bestWorth := 0, 0.0
	for i, x := range b.boxes {
		if x.off {
			continue
		}
		worth := sums[x.last] - sums[x.first]
		if x.mark == article {
			worth *= bonus
		}
		// Inner boxes come after those that hold them and win unless they are
		// clearly worth less. So does a later box beside the best: two of 767 pages
		// have a smaller one there, and asking it to be worth more lost the text
		// of one of them.
		if worth*innerWins >= bestWorth && worth > 0 {
			best, bestWorth = i, max(worth, bestWorth)
		}
	}
	return best
}

// Weights of the choice, found on pages with known bodies.
const (
	innerWins = 1.20 // how much less an inner box may be worth
	bonus     = 1.10 // for a box that the page calls the article's body
	fixed     = 40   // what each piece must bring to count for its box: menus are of short ones
	linkCost  = 2.5  // how much more a link counts than text: one of two fifths is worth nothing
)

// value is what a piece counts for the box that holds it. A long one counts no more
// than 1,000 characters, so that one block of terms does not outweigh an article. A
// table counts for nothing: those of prices and results stand beside articles as
// often as in them. A subhead without links costs nothing, articles have many.
func value(p Piece) float64 {
	size := float64(min(p.Size, 1000))
	if p.consent {
		return -size
	}
	switch p.Kind {
	case dateline.Subhead:
		return -size * p.Links
	case dateline.List:
		return 0.6*size*(1-linkCost*p.Links) - fixed
	case dateline.Table:
		return 0
	}
	return size*(1-linkCost*p.Links) - fixed
}

// inside are the pieces of a box that are not furniture.
func (b *builder) inside(i int) []Piece {
	x := b.boxes[i]
	out := make([]Piece, 0, x.last-x.first)
	for _, p := range b.pieces[x.first:x.last] {
		if !b.boxes[p.box].off {
			out = append(out, p)
		}
	}
	return out
}
