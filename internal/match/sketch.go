package match

import (
	"math"
	"slices"
)

// A sketch is what an index keeps of an item's keys to tell how many of another
// item's it has, phrases included, which its postings do not give: markBits of
// each, in order, as distances. Fifty marks lie about 80 apart, so that a byte
// each is enough where a key takes four, and one mark of eighty is met by chance.
const (
	markBits = 12
	farther  = 255 // 255 more, and no mark there
)

func mark(key uint64) int { return int(key >> (64 - markBits)) }

// appendSketch appends the sketch of keys. Two keys of one mark are one.
func appendSketch(to []byte, keys []uint64) []byte {
	marks := make([]int, len(keys))
	for i, k := range keys {
		marks[i] = mark(k)
	}
	slices.Sort(marks)
	at := -1
	for _, m := range slices.Compact(marks) {
		for ; m-at > farther; at += farther {
			to = append(to, farther)
		}
		to = append(to, byte(m-at-1))
		at = m
	}
	return to
}

// leastMarks is how many marks a sketch has at least.
func leastMarks(sketch []byte) int { return len(sketch) - (1<<markBits)/farther }

// marked is what the keys of one item say, by mark, and all of them.
type marked struct {
	says [1 << markBits]float32
	used []int
	all  float64
	most float64 // what a key says that nobody has
}

// known is how many items are taken to have come before the first, so that the
// first keys say something.
const known = 20

// set puts the keys of an item in place of those before, of which so many of all
// items have each.
func (m *marked) set(keys []uint64, have *[maxKeys]int, items int) {
	for _, at := range m.used {
		m.says[at] = 0
	}
	m.used, m.all = m.used[:0], 0
	m.most = math.Log(float64(items + known))
	for i, k := range keys {
		says := m.most - math.Log(float64(1+have[i]))
		m.says[mark(k)] += float32(says)
		m.used = append(m.used, mark(k))
		m.all += says
	}
}

// rare is how rare the keys are, from 0 to 255, as if nobody had them. What they
// say grows with the items to come, this hardly does.
func (m *marked) rare() uint8 {
	return uint8(math.Round(255 * min(1, m.all/max(1, float64(len(m.used))*m.most))))
}

// share is [Candidate.Share] of the item and one with this sketch, whose keys
// were so rare; and how many keys that one has.
func (m *marked) share(sketch []byte, rare uint8) (share float64, has int) {
	at, sum := -1, float32(0)
	for _, b := range sketch {
		if b == farther {
			at += farther
			continue
		}
		at += int(b) + 1
		has++
		sum += m.says[at]
	}
	least := min(m.all, float64(has)*m.most*float64(rare)/255)
	return min(1, float64(sum)/max(least, 1e-9)), has
}
