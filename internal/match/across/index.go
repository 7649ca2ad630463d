package across

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
)

// Config of an index; zero means the default.
type Config struct {
	Window time.Duration // that a translation comes later or earlier, where both are dated; 3 days
	Share  float64       // of names and numbers, by rarity, from which it is guessed; 0.55
	// Weight is what must be common at least, in names met for the first time: two
	// names may meet by chance, or one that is in the news every day; 2
	Weight float64
	Items  int // that are held, the newest; 4096, for translations follow soon
}

// An Index finds the item of the other script that tells the same news, among the
// newest of those added before: what it finds depends on those alone. Each key
// leads to the newest items that have it only, so an item costs about the same
// however many there are. It holds up to 3 KB an item. Not safe for use by several
// goroutines.
type Index struct {
	cfg     Config
	matcher *Matcher
	items   []entry
	gone    int32 // items before the first that is held
	keys    map[string]*posting

	sums    []float64 // of one search: what an item shares, by place among those held
	touched []int32   // those that share anything
}

type entry struct {
	sig  kept
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
)

// NewIndex returns an empty index.
func NewIndex(cfg Config) (*Index, error) {
	m, err := New()
	if err != nil {
		return nil, err
	}
	cfg.Window = cmp.Or(cfg.Window, 3*24*time.Hour)
	cfg.Share = cmp.Or(cfg.Share, 0.55)
	cfg.Weight = cmp.Or(cfg.Weight, 2)
	cfg.Items = cmp.Or(cfg.Items, 4096)
	return &Index{cfg: cfg, matcher: m, keys: map[string]*posting{}}, nil
}

// Add adds an item; its number is how many were added before it. The date may be
// zero.
func (x *Index) Add(sig Signature, date time.Time) {
	n := x.gone + int32(len(x.items))
	x.items = append(x.items, entry{sig.kept(), date})
	if len(x.sums) < len(x.items) {
		x.sums = append(x.sums, 0)
	}
	side := sig.side()
	for _, k := range sig.keys() {
		p := x.keys[k]
		if p == nil {
			p = &posting{}
			x.keys[strings.Clone(k)] = p
		}
		p.seen++
		// Twice as many as are looked at, so that most additions move nothing.
		if list := p.items[side]; len(list) >= 2*newest {
			p.items[side] = append(list[:0], list[len(list)-newest:]...)
		}
		p.items[side] = append(p.items[side], n)
	}
	if len(x.items) > x.cfg.Items {
		x.forget()
	}
}

// forget drops the oldest item as if it had never come. Lists of keys keep its
// number, which is passed over: they are short.
func (x *Index) forget() {
	sig := x.items[0].sig.whole()
	for _, k := range sig.keys() {
		p := x.keys[k]
		if p.seen--; p.seen == 0 {
			delete(x.keys, k)
		}
	}
	x.items = x.items[1:]
	x.gone++
}

// side is where the items of this script stand in a posting.
func (s *Signature) side() int {
	if s.arabic {
		return 1
	}
	return 0
}

// rarity is what a key is worth: 1 for one that was never met, about 0 for one
// that is in every item.
func (x *Index) rarity(key string) float64 { return x.keys[key].rarity(len(x.items)) }

// rarity is that of the posting's key, among so many items; of no posting, too.
func (p *posting) rarity(items int) float64 {
	seen := 1
	if p != nil {
		seen = max(1, p.seen)
	}
	all := float64(items + before)
	return math.Log(all/float64(seen)) / math.Log(all)
}

// Find returns the item of the other script that is most like this one, if any
// is enough.
func (x *Index) Find(sig Signature, date time.Time) (best Guess, ok bool) {
	for _, c := range x.candidates(sig, date) {
		other := x.items[c.item-x.gone].sig.whole()
		if !x.promising(&sig, other, c.shared) {
			continue
		}
		e := x.matcher.weigh(&sig, other, x.rarity)
		if e.enough(&x.cfg) && e.Share > best.Share {
			best, ok = Guess{Item: int(c.item), Confidence: e.Share, Evidence: e}, true
		}
	}
	return best, ok
}

// promising reports whether two items would be enough if all names were one that
// have the same consonants; shared is what those weigh. To find out whether they
// are one costs far more, and of the items that share a key few are promising.
func (x *Index) promising(a, b *Signature, shared float64) bool {
	if a.arabic {
		a = b
	}
	all := 0.0
	for _, n := range a.names {
		all += x.rarity(n.key)
	}
	for _, n := range a.numbers {
		all += x.rarity(n)
	}
	return shared >= x.cfg.Share*all
}

// enough reports whether that is more than chance: a good part of what could be
// common, rare in all, and no more numbers against it than for it.
func (e *Evidence) enough(cfg *Config) bool {
	return e.Share >= cfg.Share && e.Weight >= cfg.Weight && e.Names+e.Numbers > 1 && e.Clashes <= e.Numbers+1
}

// A candidate is an item of the other script, with what it shares, by rarity.
type candidate struct {
	item   int32
	shared float64
}

// candidates are the items that share most, and enough.
func (x *Index) candidates(sig Signature, date time.Time) []candidate {
	for _, n := range sig.names { // two of one key are two
		x.count(n.key, 1-sig.side())
	}
	for _, key := range sig.order {
		x.count(key, 1-sig.side())
	}
	for _, n := range sig.numbers {
		x.count(n, 1-sig.side())
	}
	var list []candidate
	for _, at := range x.touched {
		if shared := x.sums[at]; shared >= x.cfg.Weight && x.near(date, x.items[at].date) {
			list = append(list, candidate{x.gone + at, shared})
		}
		x.sums[at] = 0
	}
	x.touched = x.touched[:0]
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.item, b.item)) })
	return list[:min(tried, len(list))]
}

// count adds what a key is worth to what the items of one side share that have it.
func (x *Index) count(key string, side int) {
	p := x.keys[key]
	if p == nil || len(p.items[side]) == 0 {
		return
	}
	w, items := p.rarity(len(x.items)), p.items[side]
	if w <= 0 { // in every item
		return
	}
	for _, n := range items[max(0, len(items)-newest):] {
		at := n - x.gone
		if at < 0 {
			continue
		}
		if x.sums[at] == 0 {
			x.touched = append(x.touched, at)
		}
		x.sums[at] += w
	}
}

// near lets an item without a date be near to all.
func (x *Index) near(a, b time.Time) bool {
	return a.IsZero() || b.IsZero() || a.Sub(b).Abs() <= x.cfg.Window
}
