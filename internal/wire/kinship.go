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
	out  []dateline.Filing // of the members that are out, the earliest known first
	from map[dateline.ItemID]dateline.Match
}

// kinships gathers the families of items that are out themselves.
func (r *Reader) kinships(ctx context.Context, tx dateline.Tx, ids []dateline.ItemID) (map[dateline.ItemID]kinship, error) {
	families, err := tx.FamiliesOf(ctx, ids)
	if err != nil || len(families) == 0 {
		return nil, err
	}
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
	made := map[dateline.ItemID]kinship{} // by family
	of := map[dateline.ItemID]kinship{}
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

func kin(f dateline.Family, out map[dateline.ItemID]dateline.Filing, rows map[dateline.ItemID][]dateline.Match) kinship {
	k := kinship{from: map[dateline.ItemID]dateline.Match{}}
	for _, id := range f.Members {
		if filing, ok := out[id]; ok {
			k.out = append(k.out, filing)
		}
		for _, m := range rows[id] {
			if m.Kind != dateline.MatchTranslation && slices.Contains(f.Members, m.Of) {
				k.from[id] = m
				break
			}
		}
	}
	return k
}

// member says what an item of the kinship is to the earliest known one.
func (k *kinship) member(v View) Member {
	m := Member{View: v, Kind: k.kind(v.ID)}
	m.Of, m.OfKind = k.nearest(v.ID)
	if row := k.from[v.ID]; row.Of == k.out[0].Item && row.Of != v.ID {
		m.Share = row.OfShare
	}
	return m
}

// ancestry is what an item was made from, what that was made from and so on, the
// item itself first, with what it is to each of them: the loosest kind on the way.
func (k *kinship) ancestry(id dateline.ItemID) (ids []dateline.ItemID, kinds []dateline.MatchKind) {
	kind := dateline.MatchDuplicate
	for !slices.Contains(ids, id) {
		ids, kinds = append(ids, id), append(kinds, kind)
		row, ok := k.from[id]
		if !ok {
			break
		}
		kind, id = looser(kind, row.Kind), row.Of
	}
	return ids, kinds
}

// between is what one item is to another: the loosest kind on the way up to what
// both come from, "" when that is nothing.
func (k *kinship) between(a, b dateline.ItemID) dateline.MatchKind {
	as, kinds := k.ancestry(a)
	bs, others := k.ancestry(b)
	for i, id := range as {
		if j := slices.Index(bs, id); j >= 0 {
			return looser(kinds[i], others[j])
		}
	}
	return ""
}

// nearest is the first item out on the way up.
func (k *kinship) nearest(id dateline.ItemID) (dateline.ItemID, dateline.MatchKind) {
	ids, kinds := k.ancestry(id)
	for i := 1; i < len(ids); i++ {
		if slices.ContainsFunc(k.out, func(f dateline.Filing) bool { return f.Item == ids[i] }) {
			return ids[i], kinds[i]
		}
	}
	return "", ""
}

// looser is the kind that keeps less of the text.
func looser(a, b dateline.MatchKind) dateline.MatchKind {
	kinds := []dateline.MatchKind{dateline.MatchDuplicate, dateline.MatchUpdate, dateline.MatchExcerpt, dateline.MatchRewrite}
	return kinds[max(0, slices.Index(kinds, a), slices.Index(kinds, b))]
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
		if !f.Out(now) || usageOf(&source) == dateline.UsageDesk {
			delete(filings, id)
		}
	}
	return filings, nil
}
