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
// So it holds five bytes a key, about 270 an item, and looks a key up in as many
// places as there are segments. Not safe for use by several goroutines while one
// adds or asks.
type Index struct {
	cfg  Config
	open *buffer
	segs []*segment // oldest first
	len  int

	// Of the item asked for last:
	asked   []uint64
	have    [maxKeys]int // by key: items that have it, phrases included
	hits    []hit        // items that have keys, but for phrases
	marks   marked
	buckets []bucket // in one segment
	touched uint32
}

// A Candidate shares keys with an item.
type Candidate struct {
	ID     uint64
	Shared int // keys that are no phrases
	// Share is what part of one item's keys the other one has, by what they say: a
	// key that n of N items have says log N/n. It is that of the one of which it is
	// more, 0 to 1, and an estimate of their containment that phrases hardly raise.
	Share float64
	// Whole says that what is shared may be a part of both that matters. Without it
	// the two share phrases, as many others do.
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
func (x *Index) Len() int { return x.len }

// Add takes an item with its keys under a number of the caller's and the day
// (since any epoch) by which Forget goes. Items come in about the order of days.
func (x *Index) Add(id uint64, day int, keys []uint64) {
	keys = keys[:min(len(keys), maxKeys)]
	if !slices.Equal(x.asked, keys) {
		x.find(keys, 0)
	}
	x.open.add(id, day, keys, x.marks.rare())
	x.asked = x.asked[:0]
	x.len++
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
	x.segs = slices.DeleteFunc(x.segs, func(s *segment) bool {
		old := s.newest < day
		if old {
			x.len -= len(s.ids)
		}
		return old
	})
	x.asked = x.asked[:0]
}

// fewKeys is the number of keys up to which one shared key is enough: a text of
// 500 letters may have no more in common with its rewrite.
const fewKeys = 16

// What makes a candidate more than a sharer of phrases: how much it shares, or that
// it shares more than a crowd does, or some keys of nobody else. In a world told in
// templates, where an item shares keys with 54 others, these figures compare it
// with 0.3 that have nothing to do with it and reach 99.4 of 100 copies and
// rewrites; by rare keys alone it was 0.7 and 94. sureShare 0.28 reaches 99.6 for
// 0.5, 0.35 99.1 for 0.2.
const (
	sureShare   = 0.30
	crowd       = 4   // the place of who stands for a crowd
	outOfCrowd  = 1.5 // how many times that one's Share is enough
	rareEnough  = 3   // shared keys that no third item has
	leastShared = 2
)

// Candidates are the items that share keys, those first that share most. A single
// shared key counts only when one of both items has few: among a million items
// chance alone brings one.
func (x *Index) Candidates(keys []uint64) []Candidate {
	keys = keys[:min(len(keys), maxKeys)]
	x.find(keys, x.cfg.Common)
	slices.Sort(x.hits)
	var out []Candidate
	for i := 0; i < len(x.hits); {
		at, c, alone := x.hits[i]>>keyBits, Candidate{}, 0
		for ; i < len(x.hits) && x.hits[i]>>keyBits == at; i++ {
			c.Shared++
			if x.have[x.hits[i]&(1<<keyBits-1)] == 1 {
				alone++
			}
		}
		id, rare, sketch := x.item(at)
		if c.Shared < leastShared && min(leastMarks(sketch), len(keys)) > fewKeys {
			continue // most of those that share anything
		}
		share, has := x.marks.share(sketch, rare)
		if c.Shared < leastShared && min(has, len(keys)) > fewKeys {
			continue
		}
		c.ID, c.Share, c.Whole = id, share, alone >= rareEnough
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(b.Shared, a.Shared))
	})
	least := 0.0
	if len(out) > crowd {
		least = outOfCrowd * out[crowd].Share
	}
	for i := range out {
		out[i].Whole = out[i].Whole || out[i].Share >= min(sureShare, least)
	}
	return out[:min(len(out), x.cfg.Max)]
}

// find gathers the items that have the keys, but for phrases, which more than
// common have in one segment, and how many have each key.
func (x *Index) find(keys []uint64, common int) {
	x.asked, x.hits, x.have = append(x.asked[:0], keys...), x.hits[:0], [maxKeys]int{}
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
			x.hits, found = x.buckets[i].find(x.hits, hit(n)<<(itemBits+keyBits)|hit(i), short(k), common)
			x.have[i] += found
		}
	}
	for i, k := range keys {
		var found int
		x.hits, found = x.open.find(x.hits, hit(len(x.segs))<<(itemBits+keyBits)|hit(i), short(k), common)
		x.have[i] += found
	}
	x.marks.set(keys, &x.have, x.len)
}

// item is that of a hit without its key: its number, how rare its keys were when
// it came, and their sketch.
func (x *Index) item(h hit) (id uint64, rare uint8, sketch []byte) {
	n, local := int(h>>itemBits), uint32(h)
	of := &x.open.held
	if n < len(x.segs) {
		of = &x.segs[n].held
	}
	return of.ids[local], of.rare[local], of.sketch(local)
}

// short is what an index keeps of a key. The low bits of all keys are alike,
// since they were chosen by them.
func short(key uint64) uint32 { return uint32(key >> 32) }
