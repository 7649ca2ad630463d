package across

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Config of an index; zero means the default.
type Config struct {
	Window time.Duration // that a translation comes later or earlier, where both are dated; 3 days
	Share  float64       // of names and numbers, by rarity, from which it is guessed; 0.55
}

// An Index finds the item of the other script that tells the same news, among
// those added before. Each key leads to the newest items that have it only, so
// an item costs about the same however many there are. Not safe for use by
// several goroutines.
type Index struct {
	cfg     Config
	matcher *Matcher
	items   []entry
	keys    map[string]*posting
}

type entry struct {
	sig  Signature
	date time.Time
}

// posting is a key's items, newest last.
type posting struct {
	seen  int
	items [2][]int32 // Latin, Arabic
}

// A Guess is an item that seems to tell the same news.
type Guess struct {
	Item       int     // by order of adding, from 0
	Confidence float64 // 0 to 1; Evidence.Share
	Evidence
}

const (
	newest = 64 // items of a key that are looked at
	tried  = 6  // items compared in full
	// before is how many items are taken to have come before the first, so that
	// the first names weigh something.
	before = 20
	// leastWeight is what must be common at least, in names met for the first
	// time: two names may meet by chance, or one that is in the news every day.
	leastWeight = 2
)

// NewIndex returns an empty index.
func NewIndex(cfg Config) (*Index, error) {
	m, err := New()
	if err != nil {
		return nil, err
	}
	cfg.Window = cmp.Or(cfg.Window, 3*24*time.Hour)
	cfg.Share = cmp.Or(cfg.Share, 0.55)
	return &Index{cfg: cfg, matcher: m, keys: map[string]*posting{}}, nil
}

// Add adds an item; its number is how many were added before it. The date may be
// zero.
func (x *Index) Add(sig Signature, date time.Time) {
	n := int32(len(x.items))
	x.items = append(x.items, entry{sig, date})
	side := 0
	if sig.arabic {
		side = 1
	}
	for _, k := range sig.keys() {
		p := x.keys[k]
		if p == nil {
			p = &posting{}
			x.keys[k] = p
		}
		p.seen++
		if list := p.items[side]; len(list) >= 2*newest {
			p.items[side] = append(list[:0], list[len(list)-newest:]...)
		}
		p.items[side] = append(p.items[side], n)
	}
	if old := len(x.items) - forgotten; old >= 0 {
		x.items[old] = entry{}
	}
}

// forgotten is how many items after it an item cannot be found any more: what an
// Arabic one may be called takes up to 30 KB, and translations follow soon.
const forgotten = 4096

// rarity is what a key is worth: 1 for one that was never met, about 0 for one
// in every item.
func (x *Index) rarity(key string) float64 {
	seen := 1
	if p := x.keys[key]; p != nil {
		seen = max(1, p.seen)
	}
	all := float64(len(x.items) + before)
	return math.Log(all/float64(seen)) / math.Log(all)
}

// Find returns the item of the other script that is most like this one, if any
// is enough.
func (x *Index) Find(sig Signature, date time.Time) (best Guess, ok bool) {
	for _, n := range x.candidates(sig, date) {
		e := x.matcher.weigh(&sig, &x.items[n].sig, x.rarity)
		if e.enough(x.cfg.Share) && e.Share > best.Share {
			best, ok = Guess{Item: int(n), Confidence: e.Share, Evidence: e}, true
		}
	}
	return best, ok
}

// enough reports whether that is more than chance: a good part of what could be
// common, rare in all, and no more numbers against it than for it.
func (e *Evidence) enough(share float64) bool {
	return e.Share >= share && e.Weight >= leastWeight && e.Names+e.Numbers > 1 && e.Clashes <= e.Numbers+1
}

// candidates are the items of the other script that share most, by rarity.
func (x *Index) candidates(sig Signature, date time.Time) []int32 {
	other := 1
	if sig.arabic {
		other = 0
	}
	sum := map[int32]float64{}
	for _, k := range sig.keys() {
		p := x.keys[k]
		if p == nil {
			continue
		}
		w := x.rarity(k)
		for _, n := range p.items[other][max(0, len(p.items[other])-newest):] {
			if x.near(date, x.items[n].date) {
				sum[n] += w
			}
		}
	}
	list := make([]int32, 0, len(sum))
	for n := range sum {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b int32) int { return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(a, b)) })
	return list[:min(tried, len(list))]
}

func (x *Index) near(a, b time.Time) bool {
	return a.IsZero() || b.IsZero() || a.Sub(b).Abs() <= x.cfg.Window
}
