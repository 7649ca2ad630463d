package story

import "slices"

// A bag is words with their weights: a table with open addressing. An item is
// compared with a hundred stories, and most of its words are in few of them: a
// word that is not there is known by one look at a table that lies in a few lines
// of the cache. A map took three times as long, a tenth of all work for an item.
type bag struct {
	slots []slot
	n     int
}

// A slot is eight bytes, so that a table is read with few looks at memory.
type slot struct {
	stem   int32 // 1 + stem, 0 for none
	weight float32
}

// leastBag is the size of a bag that has words: an item keeps 80.
const leastBag = 128

// place is where a stem stands, or would.
func (b *bag) place(stem int32) int {
	mask := uint32(len(b.slots) - 1)
	at := uint32(stem) * 0x9E3779B1 >> 7 & mask // Knuth's multiplicative hash; low bits alone would cluster
	for b.slots[at].stem != 0 && b.slots[at].stem != stem+1 {
		at = (at + 1) & mask
	}
	return int(at)
}

// of is the weight of a word, 0 when it is not there.
func (b *bag) of(stem int32) float64 {
	if b.n == 0 {
		return 0
	}
	return float64(b.slots[b.place(stem)].weight)
}

// has reports whether a word is there.
func (b *bag) has(stem int32) bool { return b.n > 0 && b.slots[b.place(stem)].stem != 0 }

// set gives a word its weight.
func (b *bag) set(stem int32, weight float64) {
	// A quarter of the slots stays free: place ends its search for a new word at a free one.
	if b.n*4 >= len(b.slots)*3 {
		b.grow()
	}
	at := b.place(stem)
	if b.slots[at].stem == 0 {
		b.n++
	}
	b.slots[at] = slot{stem + 1, float32(weight)}
}

// grow sets each word anew, for its place depends on the size of the table.
func (b *bag) grow() {
	old := *b
	*b = bag{slots: make([]slot, max(leastBag, 2*len(old.slots)))}
	for _, s := range old.slots {
		if s.stem != 0 {
			b.set(s.stem-1, float64(s.weight))
		}
	}
}

// sorted is all words, in the order of their numbers.
func (b *bag) sorted() []int32 {
	out := make([]int32, 0, b.n)
	for _, s := range b.slots {
		if s.stem != 0 {
			out = append(out, s.stem-1)
		}
	}
	slices.Sort(out)
	return out
}
