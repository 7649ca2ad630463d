package match

import (
	"cmp"
	"slices"
	"time"
)

// An Origin is what an item is within its family.
type Origin struct {
	Family int           // the number of its earliest known item; its own when it is alone
	From   int           // the item that it was made from, -1 for none
	Kind   Kind          // to From
	Late   time.Duration // after the family's earliest known item; 0 in time, see [Late]
}

// joinLoose lets items that are alone into the family with which they share the
// longest passage, and then makes one of those families that several items tie.
func (f *Grouping) joinLoose() {
	most := func(a, b loose) int { return cmp.Compare(b.letters, a.letters) }
	slices.SortStableFunc(f.parts, most)
	for _, l := range f.parts {
		f.join(int(l.a), int(l.b))
	}
	slices.SortStableFunc(f.loose, most)
	for _, least := range [...]int32{3, 2} { // into families first, then with each other
		for _, l := range f.loose {
			x, y := f.size[f.head(int(l.a))], f.size[f.head(int(l.b))]
			if min(x, y) == 1 && x+y >= least {
				f.join(int(l.a), int(l.b))
			}
		}
	}
	// A round-up carries items of many families and is itself in one of them: what
	// ties two families must not hang on one item.
	ties := map[pair]pair{}
	for _, l := range f.loose {
		a, b := f.head(int(l.a)), f.head(int(l.b))
		if !l.strong || a == b {
			continue
		}
		at := l.pair
		if a > b {
			a, b, at = b, a, pair{l.b, l.a}
		}
		switch first, ok := ties[pairOf(a, b)]; {
		case !ok:
			ties[pairOf(a, b)] = at
		case first.a != at.a && first.b != at.b:
			f.join(int(l.a), int(l.b))
		}
	}
}

// Origins are what the items are within their families, once all have come.
func (f *Grouping) Origins() []Origin {
	f.joinLoose()
	clear(f.spans)
	members := map[int][]int{}
	for i := range f.items {
		h := f.head(i)
		members[h] = append(members[h], i)
	}
	out := make([]Origin, len(f.items))
	for _, list := range members {
		clear(f.asked)
		f.sort(list)
		for n, i := range list {
			out[i] = Origin{Family: list[0], From: -1}
			if n > 0 {
				out[i].From = From(f, i, list[:n])
				k := f.bond(out[i].From, i)
				out[i].Kind = cmp.Or(k.kind(), Rewrite) // joined by a third item
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
	return b != "" && a != b && f.texts.text(int32(i)).Credits(f.name(b)) && (a == "" || !f.texts.text(int32(j)).Credits(f.name(a)))
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
	k := f.bond(i, j)
	return k.a * k.exact
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
		points[i] = f.centre(i, list) + f.texts.text(int32(i)).care
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
			k := f.bond(i, j)
			sum += (k.b + k.a/2) * k.exact * (0.8 + 0.2*k.inOrder)
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
