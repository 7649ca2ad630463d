package body

import "dateline"

// The forest is a string of trees. Each asks levels questions, the same ones on
// every way down, so that the answers are the number of the leaf: two bytes a
// question (trait, and the number that it must pass), then a byte a leaf.
const (
	levels   = 6
	treeSize = 2*levels + 1<<levels
)

// Score is the logarithm of the odds that a piece is the article's.
func (p *Portrait) Score() float64 {
	if p.Far() {
		return -2
	}
	sum := bias
	for at := 0; at+treeSize <= len(forest); at += treeSize {
		leaf := 0
		for q := 0; q < levels; q++ {
			leaf <<= 1
			if p[forest[at+2*q]] > forest[at+2*q+1] {
				leaf |= 1
			}
		}
		sum += int(int8(forest[at+2*levels+leaf]))
	}
	return float64(sum) / unit
}

// Far reports a piece that is not judged: it stands far from the text and is
// none.
func (p *Portrait) Far() bool { return p[tFar] == 1 }

// Article gives the article as blocks. repeats are the lines that the page shows
// elsewhere: headline, byline. The rules have the last word at its ends: they
// know words that the forest has not met, all of Arabic among them.
func (f Found) Article(repeats ...string) []dateline.Block {
	pieces := f.Judge(f.Portraits(repeats...), (*Portrait).Score)
	if textSize(pieces) == 0 {
		pieces = f.Pieces // a page of tables or lines is unlike those that it grew on
	}
	return Trim(pieces, repeats...)
}

// Portraits draws all pieces of the page.
func (f Found) Portraits(repeats ...string) []Portrait {
	kept := make([]bool, len(f.page.pieces))
	for _, p := range trim(f.Pieces, repeats) {
		kept[p.at] = true
	}
	return f.page.portraits(f.best, kept, repeats)
}

// All are all pieces of the page.
func (f Found) All() []Piece { return f.page.pieces }

// Judge gives the pieces that a score takes for the article's. The text of an
// article stands together: a piece gets a fifth of its neighbours' scores,
// within bounds, which on pages not learnt from raised exact texts from 36 to 40
// of 81. Short lines in other scripts than it has met are left to the rules.
func (f Found) Judge(portraits []Portrait, score func(*Portrait) float64) []Piece {
	scores := make([]float64, len(portraits)+2)
	for i := range portraits {
		scores[i+1] = score(&portraits[i])
	}
	bound := func(s float64) float64 { return max(-2, min(2, s)) }
	var out []Piece
	for i, p := range f.page.pieces {
		blind := portraits[i][tRules] == 0 && !running(p) && !latin(p.Text)
		if scores[i+1]+0.2*(bound(scores[i])+bound(scores[i+2])) > 0 && !blind {
			out = append(out, p)
		}
	}
	return out
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
