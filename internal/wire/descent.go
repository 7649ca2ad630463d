package wire

import (
	"slices"

	"dateline"
)

// A descent is what items were made from, each from one other at most, the nearest
// first. It is worked out once a family: an agency's report may have a thousand
// copies, each of which a page asks what it is.
type descent map[dateline.ItemID]dateline.Match

// ancestry is an item with all that it was made from, and the loosest kind on the
// way there.
// The walk ends where rows lead in a ring, should they ever.
func (d descent) ancestry(id dateline.ItemID) map[dateline.ItemID]dateline.MatchKind {
	up, kind := map[dateline.ItemID]dateline.MatchKind{}, dateline.MatchDuplicate
	for {
		if _, ring := up[id]; ring {
			return up
		}
		up[id] = kind
		row, ok := d[id]
		if !ok {
			return up
		}
		kind, id = looser(kind, row.Kind), row.Of
	}
}

// A forebear is one that an item was made from, and what the item is to it.
type forebear struct {
	id   dateline.ItemID
	kind dateline.MatchKind
}

// forebears finds for each of the items the first on its way up, itself or above,
// that ends it: one for which end says what it is. The zero forebear where none
// does. Each step of the way is gone once.
func (d descent) forebears(ids []dateline.ItemID, end func(dateline.ItemID) (forebear, bool)) map[dateline.ItemID]forebear {
	known := map[dateline.ItemID]forebear{}
	for _, id := range ids {
		var way []dateline.ItemID
		var found forebear
		for {
			var ok bool
			if found, ok = known[id]; ok {
				break
			}
			if found, ok = end(id); ok {
				known[id] = found
				break
			}
			found = forebear{}
			known[id] = found // should rows ever lead in a ring
			way = append(way, id)
			row, ok := d[id]
			if !ok {
				break
			}
			id = row.Of
		}
		for _, below := range slices.Backward(way) {
			if found.id != "" {
				found.kind = looser(found.kind, d[below].Kind)
			}
			known[below] = found
		}
	}
	return known
}

// looser is the kind that keeps less of the text.
func looser(a, b dateline.MatchKind) dateline.MatchKind {
	kinds := [...]dateline.MatchKind{dateline.MatchDuplicate, dateline.MatchUpdate, dateline.MatchExcerpt, dateline.MatchRewrite}
	return kinds[max(0, slices.Index(kinds[:], a), slices.Index(kinds[:], b))]
}
