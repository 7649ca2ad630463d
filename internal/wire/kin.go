package wire

import (
	"context"

	"dateline"
)

// A Kin is what lists show of an item's family: who is known to have had the
// text earliest, and how many have it.
type Kin struct {
	Earliest View                       // as in a Family
	Kind     dateline.MatchKind         // what the item itself is to that one
	Counts   map[dateline.MatchKind]int // of the other members, by what they are to it
}

// Kin is that of a member, the zero value of what is none.
func (f *Family) Kin(id dateline.ItemID) Kin {
	m := f.Member(id)
	if m == nil {
		return Kin{}
	}
	k := Kin{Earliest: f.Earliest().View, Kind: m.Kind, Counts: map[dateline.MatchKind]int{}}
	for i := 1; i < len(f.Members); i++ {
		k.Counts[f.Members[i].Kind]++
	}
	return k
}

// Kin returns what Families would say of the items in short. It reads one item a
// family: a front page stands on forty families, which may have hundreds of
// members that it only counts.
func (r *Reader) Kin(ctx context.Context, ids []dateline.ItemID) (out map[dateline.ItemID]Kin, err error) {
	defer dateline.Wrap(&err, "kin")
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		light, err := r.kinships(ctx, tx, ids)
		if err != nil {
			return err
		}
		heads, err := r.earliest(ctx, tx, light)
		if err != nil {
			return err
		}
		out = map[dateline.ItemID]Kin{}
		counts := map[*kinship]map[dateline.MatchKind]int{}
		// Families share their counts: a copy's line and the line of what it was made
		// from tell of the same others.
		for id, k := range light {
			if counts[k] == nil {
				counts[k] = k.counts()
			}
			if head, ok := heads[k.out[0].Item]; ok {
				out[id] = Kin{Earliest: head, Kind: k.kind(id), Counts: counts[k]}
			}
		}
		return nil
	})
	return out, err
}

// earliest are the earliest known members of kinships, by id.
func (r *Reader) earliest(ctx context.Context, tx dateline.Tx, light map[dateline.ItemID]*kinship) (map[dateline.ItemID]View, error) {
	var filings []dateline.Filing
	heads := map[dateline.ItemID]View{}
	// The empty view only marks what was asked for already; it is cleared below, so
	// that an item which may not be shown after all has none.
	for _, k := range light {
		first := k.out[0]
		if _, seen := heads[first.Item]; !seen {
			heads[first.Item] = View{}
			filings = append(filings, first)
		}
	}
	views, err := r.viewsOf(ctx, tx, filings, tx.Heads)
	clear(heads)
	for i := range views {
		heads[views[i].ID] = views[i]
	}
	return heads, err
}

// counts counts the members but the earliest known one by kind.
func (k *kinship) counts() map[dateline.MatchKind]int {
	n := map[dateline.MatchKind]int{}
	for i := 1; i < len(k.out); i++ {
		n[k.kind(k.out[i].Item)]++
	}
	return n
}
