package story

import "slices"

// A bag is words with their weights: a table with open addressing. An item is
// compared with a hundred stories, and most of its words are in few of them: a
// word that is not there is known by one look at a table that lies in a few lines
// of the cache. A map took three times as long, a tenth of all work for an item.
type bag struct {
	stems   []int32 // 1 + stem, 0 for none
	weights []float64
	n       int
}

// leastBag is the size of a bag that has words: an item keeps 80.
const leastBag = 128

// place is where a stem stands, or would.
func (b *bag) place(stem int32) int {
	mask := uint32(len(b.stems) - 1)
	at := uint32(stem) * 0x9E3779B1 >> 7 & mask // Knuth's multiplicative hash; low bits alone would cluster
	for b.stems[at] != 0 && b.stems[at] != stem+1 {
		at = (at + 1) & mask
	}
	return int(at)
}

// of is the weight of a word, 0 when it is not there.
func (b *bag) of(stem int32) float64 {
	if b.n == 0 {
		return 0
	}
	return b.weights[b.place(stem)]
}

// has reports whether a word is there.
func (b *bag) has(stem int32) bool { return b.n > 0 && b.stems[b.place(stem)] != 0 }

// set gives a word its weight.
func (b *bag) set(stem int32, weight float64) {
	if b.n*4 >= len(b.stems)*3 {
		b.grow()
	}
	at := b.place(stem)
	if b.stems[at] == 0 {
		b.stems[at] = stem + 1
		b.n++
	}
	b.weights[at] = weight
}

func (b *bag) grow() {
	old := *b
	size := max(leastBag, 2*len(old.stems))
	*b = bag{stems: make([]int32, size), weights: make([]float64, size)}
	for i, s := range old.stems {
		if s != 0 {
			b.set(s-1, old.weights[i])
		}
	}
}

// sorted is all words, in the order of their numbers.
func (b *bag) sorted() []int32 {
	out := make([]int32, 0, b.n)
	for _, s := range b.stems {
		if s != 0 {
			out = append(out, s-1)
		}
	}
	slices.Sort(out)
	return out
}
