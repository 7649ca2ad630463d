package body

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
