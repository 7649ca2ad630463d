package wire

import (
	"context"
	"maps"
	"slices"

	"dateline"
)

// A kinship is a family with its rows, those that are not out included: what a
// copy of a copy is to the earliest known item follows from the one between,
// though it may not be named.
type kinship struct {
	out     []dateline.Filing // of the members that are out, the earliest known first
	from    descent
	kinds   map[dateline.ItemID]forebear // what each of them is to the earliest known one, or to what both come from
	nearest map[dateline.ItemID]forebear // of each member itself, if it is out, else the first one out that it was made from
}

// kinships gathers the families of items that are out themselves.
func (r *Reader) kinships(ctx context.Context, tx dateline.Tx, ids []dateline.ItemID) (map[dateline.ItemID]*kinship, error) {
	families, err := tx.FamiliesOf(ctx, ids)
	if err != nil || len(families) == 0 {
		return nil, err
	}
	// Two of the items may be of one family; its rows are read once.
	var all []dateline.ItemID
	known := map[dateline.ItemID]bool{}
	for _, id := range ids {
		if f, ok := families[id]; ok && !known[f.ID] {
			known[f.ID] = true
			all = append(all, f.Members...)
		}
	}
	out, err := r.out(ctx, tx, all)
	if err != nil {
		return nil, err
	}
	rows, err := tx.MatchesOf(ctx, all)
	if err != nil {
		return nil, err
	}
	made := map[dateline.ItemID]*kinship{} // by family
	of := map[dateline.ItemID]*kinship{}
	for _, id := range ids {
		f, ok := families[id]
		if _, named := out[id]; !ok || !named {
			continue
		}
		if _, done := made[f.ID]; !done {
			made[f.ID] = kin(f, out, rows)
		}
		if k := made[f.ID]; len(k.out) > 1 {
			of[id] = k
		}
	}
	return of, nil
}

// kin ties a family together. A row that leads out of it is passed over, for it says
// nothing of who has this text. Of several rows of
// an item the first counts, which is its origin (dateline.Matches).
func kin(f dateline.Family, out map[dateline.ItemID]dateline.Filing, rows map[dateline.ItemID][]dateline.Match) *kinship {
	k, members := &kinship{from: descent{}}, make(map[dateline.ItemID]bool, len(f.Members))
	var ids []dateline.ItemID
	for _, id := range f.Members {
		members[id] = true
		if filing, ok := out[id]; ok {
			k.out, ids = append(k.out, filing), append(ids, id)
		}
	}
	for _, id := range f.Members {
		for _, m := range rows[id] {
			if m.Kind != dateline.MatchTranslation && members[m.Of] {
				k.from[id] = m
				break
			}
		}
	}
	if len(ids) == 0 {
		return k
	}
	// What the earliest item out was made from is not out itself. Whatever else comes
	// from there is kin of the earliest by way of it.
	above := k.from.ancestry(ids[0])
	k.kinds = k.from.forebears(ids, func(id dateline.ItemID) (forebear, bool) {
		kind, common := above[id]
		return forebear{id, kind}, common
	})
	// Asked of all members, not of those out alone: the way may lead through hidden ones.
	k.nearest = k.from.forebears(f.Members, func(id dateline.ItemID) (forebear, bool) {
		_, named := out[id]
		return forebear{id, dateline.MatchDuplicate}, named
	})
	return k
}

// member says what an item of the kinship is to the earliest known one.
func (k *kinship) member(v View) Member {
	m := Member{View: v, Kind: k.kind(v.ID)}
	m.Of, m.OfKind = k.origin(v.ID)
	// Shares do not multiply along a chain, so only a row that compared the two tells one.
	if row := k.from[v.ID]; row.Of == k.out[0].Item && row.Of != v.ID {
		m.Share = row.OfShare
	}
	return m
}

// kind is what an item is to the earliest known member, "" of that one itself and
// where they come from nothing in common.
func (k *kinship) kind(id dateline.ItemID) dateline.MatchKind {
	if id == k.out[0].Item {
		return ""
	}
	return k.kinds[id].kind
}

// origin is the first item out that an item was made from, and what it is to it.
func (k *kinship) origin(id dateline.ItemID) (dateline.ItemID, dateline.MatchKind) {
	row, ok := k.from[id]
	if !ok {
		return "", ""
	}
	first := k.nearest[row.Of]
	// An item that is its own forebear stands in a ring.
	if first.id == "" || first.id == id {
		return "", ""
	}
	return first.id, looser(first.kind, row.Kind)
}

// out returns the filings of those items that may be named on the public wire:
// released, out of their embargo, neither withdrawn nor erased, and of a source
// that is not for the desk alone. It needs no item, so that what is only counted
// is not read.
func (r *Reader) out(ctx context.Context, tx dateline.Tx, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Filing, error) {
	filings, err := tx.FilingsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	sources, err := sourcesOf(ctx, tx, slices.Collect(maps.Values(filings)), func(f *dateline.Filing) dateline.SourceID { return f.Source })
	if err != nil {
		return nil, err
	}
	now := r.now()
	for id, f := range filings {
		source := sources.of(f.Source)
		if !f.Out(now) || UsageOf(&source) == dateline.UsageDesk {
			delete(filings, id)
		}
	}
	return filings, nil
}
