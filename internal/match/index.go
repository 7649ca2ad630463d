package match

import (
	"cmp"
	"slices"
)

// Config says how much an index keeps and answers; zero means the default.
type Config struct {
	Common int // a key in more items of one segment than this is a phrase of the trade, and is passed over; 64
	Max    int // candidates given at most; 32
	Open   int // items taken before they are put in order; 8192
}

// An Index finds items by their keys. It is held in memory in segments, each of
// some days: adding goes to a small open segment, a full one is put in order and
// merged with its neighbour, a segment that is too old is dropped as a whole.
// So it holds four bytes a key, about 220 an item, and looks a key up in as many
// places as there are segments. Not safe for use by several goroutines while one
// adds.
type Index struct {
	cfg  Config
	open *buffer
	segs []*segment // oldest first
	hits []hit

	buckets []bucket // of one item's keys in one segment
	touched uint32
}

// A Candidate shares keys with an item.
type Candidate struct {
	ID     uint64
	Shared int // keys
	// Rare is what the shared keys say: a key that n items have counts 1/(1+n).
	// Where all is told in the same phrases, items share many keys that say little.
	Rare float64
	// Whole says that what is shared may be a part of both that matters: many of
	// the keys of one, or some that few items have. Without it the two share
	// phrases.
	Whole bool
}

// hit is an item that has a key: segment, number in it, and number of the key.
type hit uint64

const (
	keyBits  = 8
	itemBits = 32
)

// New returns an empty index.
func New(cfg Config) *Index {
	cfg.Common = cmp.Or(cfg.Common, 64)
	cfg.Max = cmp.Or(cfg.Max, 32)
	cfg.Open = min(cmp.Or(cfg.Open, 8192), segmentItems)
	return &Index{cfg: cfg, open: newBuffer()}
}

// Len is the number of items held.
func (x *Index) Len() int {
	n := len(x.open.ids)
	for _, s := range x.segs {
		n += len(s.ids)
	}
	return n
}

// Add takes an item with its keys under a number of the caller's and the day
// (since any epoch) by which Forget goes. Items come in about the order of days.
func (x *Index) Add(id uint64, day int, keys []uint64) {
	x.open.add(id, day, keys)
	if len(x.open.ids) < x.cfg.Open {
		return
	}
	x.segs = append(x.segs, x.open.seal())
	x.open = newBuffer()
	for n := len(x.segs); n > 1; n = len(x.segs) {
		a, b := x.segs[n-2], x.segs[n-1]
		// Doubling sizes: each key is moved a few times in all, however many
		// items there are, and few segments are asked.
		if len(b.ids) < len(a.ids) || len(a.ids)+len(b.ids) > segmentItems {
			return
		}
		x.segs = append(x.segs[:n-2], merge(a, b))
	}
}

// Forget drops what is older than day, by whole segments: some of it may stay
// for a while.
func (x *Index) Forget(day int) {
	x.segs = slices.DeleteFunc(x.segs, func(s *segment) bool { return s.newest < day })
}

// fewKeys is the number of keys up to which one shared key is enough: a text of
// 500 letters may have no more in common with its rewrite.
const fewKeys = 16

// What makes a candidate more than a sharer of phrases. In a world told in
// templates an item had 27 candidates and was compared with 1.3 of them, of which
// 0.3 had its origin; with these figures it is compared with 0.7, and 93 of 100
// pairs of one origin are found where 90 were, since those that share rare keys
// come first. leastRare 0.08 finds 95 for 1.0 comparisons, 0.2 finds 91 for 0.6.
const (
	rareEnough  = 1.5  // Rare as of two keys that nobody else has
	leastRare   = 0.15 // share of what all keys of the item say
	leastShared = 0.25 // share of the keys of the one that has fewer
)

// Candidates are the items that share keys, those first whose shared keys say
// most. A single shared key counts only when one of both items has few: among a
// million items chance alone brings one.
func (x *Index) Candidates(keys []uint64) []Candidate {
	keys = keys[:min(len(keys), maxKeys)]
	have := x.find(keys)
	var says [maxKeys]float64
	all := 0.0
	for i, n := range have[:len(keys)] {
		says[i] = 1 / float64(1+n)
		all += says[i]
	}
	slices.Sort(x.hits)
	var out []Candidate
	for i := 0; i < len(x.hits); {
		at, c := x.hits[i]>>keyBits, Candidate{}
		for ; i < len(x.hits) && x.hits[i]>>keyBits == at; i++ {
			c.Shared++
			c.Rare += says[x.hits[i]&(1<<keyBits-1)]
		}
		id, has := x.item(at)
		fewer := min(int(has), len(keys))
		if c.Shared > 1 || fewer <= fewKeys {
			c.ID = id
			c.Whole = c.Rare >= rareEnough || c.Rare >= leastRare*all || float64(c.Shared) >= leastShared*float64(fewer)
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Or(cmp.Compare(b.Rare, a.Rare), cmp.Compare(b.Shared, a.Shared)) })
	return out[:min(len(out), x.cfg.Max)]
}

// find gathers the items that have the keys, but for phrases, and returns how many
// have each.
func (x *Index) find(keys []uint64) (have [maxKeys]int) {
	x.hits = x.hits[:0]
	for n, s := range x.segs {
		x.buckets = x.buckets[:0]
		for _, k := range keys {
			x.buckets = append(x.buckets, s.bucket(short(k)))
		}
		for i := range x.buckets {
			x.touched ^= x.buckets[i].touch()
		}
		for i, k := range keys {
			var found int
			x.hits, found = x.buckets[i].find(x.hits, hit(n)<<(itemBits+keyBits)|hit(i), short(k), x.cfg.Common)
			have[i] += found
		}
	}
	for i, k := range keys {
		var found int
		x.hits, found = x.open.find(x.hits, hit(len(x.segs))<<(itemBits+keyBits)|hit(i), short(k), x.cfg.Common)
		have[i] += found
	}
	return have
}

// item is that of a hit without its key.
func (x *Index) item(h hit) (id uint64, keys uint8) {
	n, local := int(h>>itemBits), uint32(h)
	if n < len(x.segs) {
		return x.segs[n].ids[local], x.segs[n].keys[local]
	}
	return x.open.ids[local], x.open.keys[local]
}

// short is what an index keeps of a key. The low bits of all keys are alike,
// since they were chosen by them.
func short(key uint64) uint32 { return uint32(key >> 32) }
