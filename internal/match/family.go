package match

import (
	"cmp"
	"slices"
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

// An Origin is what an item is within its family.
type Origin struct {
	Family int           // the number of its earliest known item; its own when it is alone
	From   int           // the item that it was made from, -1 for none
	Kind   Kind          // to From
	Late   time.Duration // after the family's earliest known item; 0 in time, see [Late]
}

// Families joins the items of a list that have one origin, and says which item
// each was made from. The whole list is used: an item may come from a later one
// when the stamps say so.
func Families(items []Item) []Origin {
	f := NewGrouping()
	for _, it := range items {
		f.Add(it)
	}
	return f.Origins()
}

type pair struct{ a, b int }

// A loose link joins two items of which one may be a round-up that carries the
// other; letters is what they share.
type loose struct {
	pair
	letters float64
	strong  bool
}

// A Grouping is items as they come, for [Families]. Not safe for use by several
// goroutines.
type Grouping struct {
	items    []filed
	texts    []*Text
	index    *Index
	boss     []int // union-find: towards the head of the family
	size     []int // by head
	known    map[pair]Agreement
	comparer Comparer
	loose    []loose
	parts    []loose         // of one family, if that is not a round-up's doing
	tied     [][]int         // by item: those that have one origin with it
	first    []time.Time     // by head: the earliest stamp of the family; zero when one has none
	names    map[string]Name // by source
}

// filed is what is kept of an item beside its [Text], which has all that is compared:
// its own bytes are a seventh of what a file of 20,000 items would hold on to.
type filed struct {
	source string
	date   time.Time
}

// NewGrouping has no item.
func NewGrouping() *Grouping {
	return &Grouping{index: New(Config{}), known: map[pair]Agreement{}, names: map[string]Name{}}
}

// mostMisses is how many candidates in a row may have nothing to do with an item
// before the rest, which share fewer keys, is passed over: where all is told in
// the same phrases, an item shares some with all others.
const mostMisses = 6

// Add compares an item with those before it that share keys, and returns those of
// them that look like it and tell another event, see [Agreement.LookAlike].
func (f *Grouping) Add(it Item) (apart []int) {
	i := len(f.items)
	text := it.Text()
	f.items, f.texts, f.boss, f.size = append(f.items, filed{it.Source, it.Date}), append(f.texts, text), append(f.boss, i), append(f.size, 1)
	f.first, f.tied = append(f.first, it.Date), append(f.tied, nil)
	keys := text.Keys()
	var relatives []*Text
	misses := 0
	for _, c := range f.index.Candidates(keys) {
		if misses == mostMisses {
			break
		}
		misses++
		j := int(c.ID)
		switch g := f.compare(j, i); {
		case g.Even():
			misses = 0
			f.tie(i, j)
			relatives = append(relatives, f.texts[j])
			if g.Part() {
				f.parts = append(f.parts, loose{pair{j, i}, float64(g.Letters) * g.Exact, true})
			} else {
				f.unite(i, j)
			}
		case g.Same():
			misses = 0
			f.tie(i, j)
			f.loose = append(f.loose, loose{pair{j, i}, float64(g.Longest) * g.Exact, g.strong()})
		case g.LookAlike():
			apart = append(apart, j)
		}
	}
	if f.size[f.head(i)] >= Crowd {
		keys = Own(keys, relatives)
	}
	f.index.Add(uint64(i), 0, keys)
	return apart
}

func (f *Grouping) unite(i, j int) {
	if i, j = f.head(i), f.head(j); i != j {
		f.boss[i] = j
		f.size[j] += f.size[i]
		if f.first[i].Before(f.first[j]) {
			f.first[j] = f.first[i]
		}
	}
}

func (f *Grouping) tie(i, j int) {
	f.tied[i], f.tied[j] = append(f.tied[i], j), append(f.tied[j], i)
}

// joinLoose lets items that are alone into the family with which they share the
// longest passage, and then makes one of those families that several items tie.
func (f *Grouping) joinLoose() {
	most := func(a, b loose) int { return cmp.Compare(b.letters, a.letters) }
	slices.SortStableFunc(f.parts, most)
	for _, l := range f.parts {
		f.join(l.a, l.b)
	}
	slices.SortStableFunc(f.loose, most)
	for _, least := range [...]int{3, 2} { // into families first, then with each other
		for _, l := range f.loose {
			x, y := f.size[f.head(l.a)], f.size[f.head(l.b)]
			if min(x, y) == 1 && x+y >= least {
				f.join(l.a, l.b)
			}
		}
	}
	// A round-up carries items of many families and is itself in one of them: what
	// ties two families must not hang on one item.
	ties := map[pair]pair{}
	for _, l := range f.loose {
		a, b := f.head(l.a), f.head(l.b)
		if !l.strong || a == b {
			continue
		}
		at := l.pair
		if a > b {
			a, b, at = b, a, pair{l.b, l.a}
		}
		switch first, ok := ties[pair{a, b}]; {
		case !ok:
			ties[pair{a, b}] = at
		case first.a != at.a && first.b != at.b:
			f.join(l.a, l.b)
		}
	}
}

func (f *Grouping) head(i int) int {
	for f.boss[i] != i {
		f.boss[i] = f.boss[f.boss[i]]
		i = f.boss[i]
	}
	return i
}

// compare is Compare, each pair once, seen from a.
func (f *Grouping) compare(a, b int) Agreement {
	if a > b {
		g := f.compare(b, a)
		g.A, g.B = g.B, g.A
		return g
	}
	g, ok := f.known[pair{a, b}]
	if !ok {
		g = f.comparer.Compare(f.texts[a], f.texts[b])
		g.Dated(f.items[a].date, f.items[b].date)
		f.known[pair{a, b}] = g
	}
	return g
}

// Origins are what the items are within their families, once all have come.
func (f *Grouping) Origins() []Origin {
	f.joinLoose()
	members := map[int][]int{}
	for i := range f.items {
		h := f.head(i)
		members[h] = append(members[h], i)
	}
	out := make([]Origin, len(f.items))
	for _, list := range members {
		f.sort(list)
		for n, i := range list {
			out[i] = Origin{Family: list[0], From: -1}
			if n > 0 {
				out[i].From = From(f, i, list[:n])
				g := f.compare(out[i].From, i)
				out[i].Kind = cmp.Or(g.Kind(), Rewrite) // joined by a third item
				out[i].Late = Late(f.items[list[0]].date, f.items[i].date)
			}
		}
	}
	return out
}

// Credits reports whether i names the source of j as its own, and not the other
// way round: two agencies may quote each other.
func (f *Grouping) Credits(i, j int) bool {
	a, b := f.items[i].source, f.items[j].source
	return b != "" && a != b && f.texts[i].Credits(f.name(b)) && (a == "" || !f.texts[j].Credits(f.name(a)))
}

// name reads the name of a source, each once: a few hundred file all that there is.
func (f *Grouping) name(source string) Name {
	n, ok := f.names[source]
	if !ok {
		n = NameOf(source)
		f.names[source] = n
	}
	return n
}

// Within is the share of item i that stands in j.
func (f *Grouping) Within(i, j int) float64 {
	g := f.compare(i, j)
	return g.A * g.Exact
}

// sort puts the earliest known member first: by stamps where all have one, else
// by how likely each is the origin of the others.
func (f *Grouping) sort(list []int) {
	if len(list) < 2 {
		return
	}
	if !slices.ContainsFunc(list, func(i int) bool { return f.items[i].date.IsZero() }) {
		slices.SortStableFunc(list, func(a, b int) int { return f.items[a].date.Compare(f.items[b].date) })
		f.behindCredited(list)
		return
	}
	points := map[int]float64{}
	for _, i := range list {
		points[i] = f.centre(i, list) + f.texts[i].care
	}
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(points[b], points[a]) })
}

// ZoneError is by how much a stamp may be wrong because its zone was not read right: as
// much as zones are apart from UTC, on either side.
const ZoneError = 14 * time.Hour

// behindCredited moves what stands first by its stamp, and names another member as its
// source, behind that one: a wrong zone or a day alone is more likely than a copy
// made before its origin.
func (f *Grouping) behindCredited(list []int) {
	for range min(len(list), maxFamily) {
		first := list[0]
		to := slices.IndexFunc(list[1:min(len(list), maxFamily)], func(j int) bool {
			return f.items[j].date.Sub(f.items[first].date) <= ZoneError && f.Credits(first, j)
		})
		if to < 0 {
			return
		}
		copy(list, list[1:to+2])
		list[to+1] = first
	}
}

// centre says how well an item explains the others: copies are cut, mistyped and
// rewritten in different ways, so all of them stand nearest to their origin, and
// what it has is found in many of them.
func (f *Grouping) centre(i int, list []int) float64 {
	sum := 0.0
	for _, j := range list[:min(len(list), maxFamily)] {
		if i != j {
			g := f.compare(i, j)
			sum += (g.B + g.A/2) * g.Exact * (0.8 + 0.2*g.InOrder)
			if f.Credits(j, i) {
				sum++
			}
			if f.Credits(i, j) {
				sum--
			}
		}
	}
	return sum
}
