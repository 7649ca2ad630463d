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
}

// hit is an item that has a key: segment and number in it.
type hit uint64

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

// Candidates are the items that share keys, most first. A single shared key
// counts only when one of both items has few: among a million items chance
// alone brings one.
func (x *Index) Candidates(keys []uint64) []Candidate {
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
			x.hits = x.buckets[i].find(x.hits, hit(n)<<32, short(k), x.cfg.Common)
		}
	}
	for _, k := range keys {
		x.hits = x.open.find(x.hits, hit(len(x.segs))<<32, short(k), x.cfg.Common)
	}
	slices.Sort(x.hits)
	var out []Candidate
	for i := 0; i < len(x.hits); {
		h, n := x.hits[i], 0
		for ; i < len(x.hits) && x.hits[i] == h; i++ {
			n++
		}
		id, has := x.item(h)
		if n > 1 || min(int(has), len(keys)) <= fewKeys {
			out = append(out, Candidate{ID: id, Shared: n})
		}
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(b.Shared, a.Shared) })
	return out[:min(len(out), x.cfg.Max)]
}

func (x *Index) item(h hit) (id uint64, keys uint8) {
	n, local := int(h>>32), uint32(h)
	if n < len(x.segs) {
		return x.segs[n].ids[local], x.segs[n].keys[local]
	}
	return x.open.ids[local], x.open.keys[local]
}

// short is what an index keeps of a key. The low bits of all keys are alike,
// since they were chosen by them.
func short(key uint64) uint32 { return uint32(key >> 32) }
