package match

import (
	"strings"
	"time"
)

// An Item is what matching needs of one.
type Item struct {
	Headline, Body string
	Source         string    // name of who filed it, "" when unknown
	Date           time.Time // zero when it has none
}

// Text makes the item ready.
func (it *Item) Text() *Text { return Read(it.Joined()) }

// Joined is the headline and the body as one text. Many sources repeat the
// headline as first line of the body; twice it would count twice.
func (it *Item) Joined() string {
	if it.Headline == "" || strings.HasPrefix(strings.TrimSpace(it.Body), strings.TrimSpace(it.Headline)) {
		return it.Body
	}
	return it.Headline + "\n" + it.Body
}

// Families joins the items of a list that have one origin, and says which item
// each was made from. The whole list is used: an item may come from a later one
// when the stamps say so.
func Families(items []Item) []Origin {
	f := NewGrouping(nil)
	for _, it := range items {
		f.Add(it)
	}
	return f.Origins()
}

type pair struct{ a, b int32 }

func pairOf(a, b int) pair { return pair{int32(a), int32(b)} }

// A loose link joins two items of which one may be a round-up that carries the
// other; letters is what they share.
type loose struct {
	pair
	letters float64
	strong  bool
}

// A Grouping is items as they come, for [Families]. It holds some 100 bytes an item
// beside the [Index] and, without a [Spill], the texts; of each pair that has one origin
// as much again. Not safe for use by several goroutines.
type Grouping struct {
	items    []filed
	texts    shelf
	index    *Index
	boss     []int32       // union-find: towards the head of the family
	size     []int32       // by head
	first    []int32       // by head: the item of the earliest stamp; one without a stamp if there is one
	known    map[pair]bond // of one origin
	asked    map[pair]bond // beside these, of the family in hand
	spans    map[pair]both // of those that round-ups may carry
	comparer Comparer
	loose    []loose
	parts    []loose           // of one family, if that is not a round-up's doing
	tied     map[int32][]int32 // by item: those that have one origin with it
	names    map[string]Name   // by source
	sources  map[string]string // each once: every line of a file brings its own
}

// filed is what is kept of an item beside its [Text], which has all that is compared.
type filed struct {
	source string
	date   time.Time
}

// NewGrouping has no item. Of many items it puts the texts into the spill, of which it
// is the only user; without one all stays in memory.
func NewGrouping(spill Spill) *Grouping {
	return &Grouping{
		texts: shelf{spill: spill, room: spillAt}, index: New(Config{}), known: map[pair]bond{}, asked: map[pair]bond{}, spans: map[pair]both{},
		tied: map[int32][]int32{}, names: map[string]Name{}, sources: map[string]string{},
	}
}

// Err is what went wrong with the spill. Nothing that the grouping says counts then.
func (f *Grouping) Err() error { return f.texts.err }

// mostMisses is how many candidates in a row may have nothing to do with an item
// before the rest, which share fewer keys, is passed over: where all is told in
// the same phrases, an item shares some with all others.
const mostMisses = 6

// Add compares an item with those before it that share keys, and returns those of
// them that look like it and tell another event, see [Agreement.LookAlike].
func (f *Grouping) Add(it Item) (apart []int) {
	i := f.file(&it)
	text := f.texts.text(int32(i))
	keys := text.Keys()
	var relatives []*Text
	misses := 0
	for _, c := range f.index.Candidates(keys) {
		if misses == mostMisses {
			break
		}
		misses++
		j := int(c.ID)
		g := f.compare(j, i)
		switch {
		case g.Even():
			relatives = append(relatives, f.texts.text(int32(j)))
			if g.Part() {
				f.parts = append(f.parts, loose{pairOf(j, i), float64(g.Letters) * g.Exact, true})
			} else {
				f.unite(i, j)
			}
		case g.Same():
			f.loose = append(f.loose, loose{pairOf(j, i), float64(g.Longest) * g.Exact, g.strong()})
		case g.LookAlike():
			apart = append(apart, j)
			continue
		default:
			continue
		}
		misses = 0
		f.tie(i, j)
		f.known[pairOf(j, i)] = g.bond()
	}
	if f.size[f.head(i)] >= Crowd {
		keys = Own(keys, relatives)
	}
	f.index.Add(uint64(i), 0, keys)
	return apart
}

// file makes the item the next one, a family of its own, and returns its number.
func (f *Grouping) file(it *Item) int {
	i := int32(len(f.items))
	source, ok := f.sources[it.Source]
	if !ok {
		source = strings.Clone(it.Source)
		f.sources[source] = source
	}
	f.items = append(f.items, filed{source, it.Date})
	f.texts.add(it.Text())
	f.boss, f.size, f.first = append(f.boss, i), append(f.size, 1), append(f.first, i)
	return int(i)
}

func (f *Grouping) unite(i, j int) {
	if i, j = f.head(i), f.head(j); i != j {
		f.boss[i] = int32(j)
		f.size[j] += f.size[i]
		if f.earliest(i).Before(f.earliest(j)) {
			f.first[j] = f.first[i]
		}
	}
}

// earliest is the first stamp of a head's family, zero when one of it has none.
func (f *Grouping) earliest(head int) time.Time { return f.items[f.first[head]].date }

func (f *Grouping) tie(i, j int) {
	f.tied[int32(i)] = append(f.tied[int32(i)], int32(j))
	f.tied[int32(j)] = append(f.tied[int32(j)], int32(i))
}

func (f *Grouping) head(i int) int {
	at := int32(i)
	for f.boss[at] != at {
		f.boss[at] = f.boss[f.boss[at]]
		at = f.boss[at]
	}
	return int(at)
}

// compare is Compare, seen from a.
func (f *Grouping) compare(a, b int) Agreement {
	g := f.comparer.Compare(f.texts.text(int32(a)), f.texts.text(int32(b)))
	g.Dated(f.items[a].date, f.items[b].date)
	return g
}

// A bond is what is kept of an [Agreement]: passages are most of it, and few are asked for.
type bond struct {
	a, b, exact, inOrder float64
	same                 bool
}

func (g *Agreement) bond() bond { return bond{g.A, g.B, g.Exact, g.InOrder, g.Same()} }

// bond is what two items have in common, seen from a.
func (f *Grouping) bond(a, b int) bond {
	if a > b {
		k := f.bond(b, a)
		k.a, k.b = k.b, k.a
		return k
	}
	at := pairOf(a, b)
	if k, ok := f.known[at]; ok {
		return k
	}
	k, ok := f.asked[at]
	if !ok {
		g := f.compare(a, b)
		k = g.bond()
		f.asked[at] = k
	}
	return k
}
