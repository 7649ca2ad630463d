package body

import (
	"slices"
	"strings"

	"dateline"
)

// The forest is a string of trees. Each asks levels questions, the same ones on
// every way down, so that the answers are the number of the leaf: two bytes a
// question (trait, and the number that it must pass), then a byte a leaf.
const (
	levels   = 4
	treeSize = 2*levels + 1<<levels
)

// Score is the logarithm of the odds that a piece is the article's: above 0 it is
// more likely than not. What is not judged is surely none.
func (p *Portrait) Score() float64 {
	if p.Far() {
		return -2 // within what bound lets count for the pieces beside it
	}
	// As long as a byte can count, so that no look at a trait has to be checked.
	var traits [256]byte
	copy(traits[:], p[:])
	sum := bias
	for at := 0; at+treeSize <= len(forest); at += treeSize {
		t := forest[at : at+treeSize]
		leaf := 8*passes(traits[t[0]], t[1]) + 4*passes(traits[t[2]], t[3]) + 2*passes(traits[t[4]], t[5]) + passes(traits[t[6]], t[7])
		sum += int(int8(t[2*levels+leaf]))
	}
	return float64(sum) / unit
}

// passes is 1 when a trait is more than least, else 0, and takes no branch: as good
// as chance, half of them would be guessed wrongly.
func passes(trait, least byte) int {
	return int(uint32(int32(least)-int32(trait)) >> 31)
}

// Far reports a piece that is not judged: it stands far from the text and is
// none.
func (p *Portrait) Far() bool { return p[tFar] == 1 }

// Article gives the article as blocks. The rules have the last word at its ends: they
// know words that the forest has not met, all of Arabic among them.
func (f Found) Article(told Told) []dateline.Block {
	pieces := f.Judge(f.Portraits(told), (*Portrait).Score)
	if textSize(pieces) == 0 {
		pieces = f.Pieces // a page of tables or lines is unlike those that it grew on
	}
	return Trim(f.belowDeck(f.first(pieces, told), told), told)
}

// belowDeck leaves out the standfirst that stands first: the forest takes a long one for the first
// paragraph. It is one where machines are told of it, too, and it is called so or stands in the
// headline's header. Where its name may be that of a first paragraph, the forest is right more often
// in Latin letters, which it knows.
func (f Found) belowDeck(pieces []Piece, told Told) []Piece {
	b := f.page
	if len(pieces) < 2 || b.h1 < 0 || pieces[0].at < b.h1 {
		return pieces
	}
	first := pieces[0]
	same := told.Description != "" && first.Text == told.Description
	switch b.isDeck(first) {
	case sureDeck:
		if (same || first.Kind == dateline.Subhead) && b.canDeck(first) && strings.TrimLeft(first.Text, "\"'“‘„«") == first.Text {
			return pieces[1:] // but what somebody says may begin the text
		}
	case mayDeck:
		if same && !latin(told.Description) && first.box != pieces[1].box {
			return pieces[1:]
		}
	default:
		if same && b.heads(first) {
			return pieces[1:]
		}
	}
	return pieces
}

// heads reports a piece in the header in which the headline stands.
func (b *builder) heads(p Piece) bool {
	for i := p.box; i > 0; i = b.boxes[i].parent {
		if x := b.boxes[i]; b.h1 >= x.first && b.h1 < x.last {
			return x.hint&ofHeader != 0
		}
	}
	return false
}

// first are the pieces of the first item: pages that are scrolled on show the next
// one under it, with a headline in an article element of its own.
func (f Found) first(pieces []Piece, told Told) []Piece {
	for _, next := range f.page.others {
		at := slices.IndexFunc(pieces, func(p Piece) bool { return p.at >= next })
		if at > 0 && slices.ContainsFunc(pieces[:at], running) && !told.repeats(f.page.pieces[next].Text) {
			return pieces[:at]
		}
	}
	return pieces
}

// Portraits draws all pieces of the page. The traits that tell what the rules would
// keep come from trimming what they chose, as if there were no forest.
func (f Found) Portraits(told Told) []Portrait {
	kept := make([]bool, len(f.page.pieces))
	for _, p := range trim(f.Pieces, told) {
		kept[p.at] = true
	}
	return f.page.portraits(f.best, kept, told)
}

// All are all pieces of the page, for growing the forest: it learns from those that
// are furniture, too.
func (f Found) All() []Piece { return f.page.pieces }

// Judge gives the pieces that a score takes for the article's. The text of an
// article stands together and looks alike, so a piece also gets a part of the
// scores of those beside it, of those in its box and of those that look like it.
// With 848 pages to learn from this does more than trees that are asked for it:
// on pages not learnt from it raised the words' F1 from 0.9519 to 0.9535, and a
// second forest that saw the scores of the first lowered it. Short lines in other scripts than the
// forest has met are left to the rules.
func (f Found) Judge(portraits []Portrait, score func(*Portrait) float64) []Piece {
	pieces := f.page.pieces
	scores := make([]float64, len(pieces)+2) // a 0 more at each end, for the first and the last
	looks, boxes := map[uint32]mean{}, make([]mean, len(f.page.boxes))
	for i, p := range pieces {
		s := score(&portraits[i])
		scores[i+1] = s
		looks[p.look] = looks[p.look].with(s, p.Size)
		boxes[p.box] = boxes[p.box].with(s, p.Size)
	}
	var out []Piece
	for i, p := range pieces {
		s := scores[i+1]
		sum := s + beside*(bound(scores[i])+bound(scores[i+2])) + alike*(looks[p.look].without(s, p.Size)+boxes[p.box].without(s, p.Size))
		blind := portraits[i][tRules] == 0 && !running(p) && !latin(p.Text)
		if sum > doubt && !blind {
			out = append(out, p)
		}
	}
	return out
}

// How much others' scores count, and the sum from which a piece is kept: words
// too many cost less than words that are missed. Found on pages not learnt from:
// 0.4 of those alike gives 0.9530.
const (
	beside = 0.2
	alike  = 0.7
	doubt  = -0.2
)

// bound keeps one sure score from deciding for all around it.
func bound(score float64) float64 { return max(-3, min(3, score)) }

// A mean is that of some pieces' scores, the longer ones counting for more.
type mean struct{ sum, weight float64 }

// weight is what a piece of that size counts in a mean: ten at the least, so that
// labels count at all, and no more for a long paragraph than for one of 400.
func weight(size int) float64 { return float64(min(size, 400) + 10) }

// with is the mean with one more score.
func (m mean) with(score float64, size int) mean {
	return mean{m.sum + weight(size)*bound(score), m.weight + weight(size)}
}

// without is the mean of the others; 0 when there are none.
func (m mean) without(score float64, size int) float64 {
	w := weight(size)
	if m.weight <= w {
		return 0
	}
	return (m.sum - w*bound(score)) / (m.weight - w)
}

// latin reports a text that is mostly ASCII, or has no text of its own.
func latin(s string) bool {
	high := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			high++
		}
	}
	return 2*high <= len(s)
}
