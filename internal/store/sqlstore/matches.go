package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"dateline"
)

// PutMatches writes what items were made from.
func (t *Tx) PutMatches(ctx context.Context, items []dateline.ItemID, matches []dateline.Match) error {
	if len(items) == 0 {
		return nil
	}
	if err := t.deleteIn(ctx, "matches", "item", items); err != nil {
		return err
	}
	place := map[dateline.ItemID]int{}
	rows := make([][]any, len(matches))
	for i, m := range matches {
		doc, err := json.Marshal(m)
		if err != nil {
			return fmt.Errorf("encode a match of %s: %w", m.Item, err)
		}
		// The order is kept, for the first that is no translation is the origin.
		rows[i] = []any{string(m.Item), place[m.Item], string(m.Of), doc}
		place[m.Item]++
	}
	return t.Insert(ctx, Insert{Into: "matches (item, place, of_item, doc)", Columns: 4}, rows)
}

// deleteIn deletes the rows of a table in which a column is one of a list.
// Table and column are names of this package, never what a reader gave.
func (t *Tx) deleteIn(ctx context.Context, table, column string, list any) error {
	arg, err := t.List(list)
	if err != nil {
		return err
	}
	_, err = t.Exec(ctx, "delete from "+table+" where "+t.TextIn(column, 1), arg)
	return err
}

// MatchesOf returns what items were made from.
func (t *Tx) MatchesOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
	found, err := t.matches(ctx, "item", "place", ids)
	return grouped(found, func(m *dateline.Match) dateline.ItemID { return m.Item }), err
}

// MatchesTo returns what was made from items.
func (t *Tx) MatchesTo(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
	found, err := t.matches(ctx, "of_item", "item, place", ids)
	return grouped(found, func(m *dateline.Match) dateline.ItemID { return m.Of }), err
}

// matches asks by one side of a match; order must name columns of the table.
func (t *Tx) matches(ctx context.Context, column, order string, ids []dateline.ItemID) ([]dateline.Match, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return decoded[dateline.Match](collect(ctx, t, t.askIn("select doc from matches where %s order by "+order, column, ids), oneDocument))
}

// grouped sorts a list by the items that its members are of, each in its order.
func grouped[T any](list []T, of func(*T) dateline.ItemID) map[dateline.ItemID][]T {
	by := map[dateline.ItemID][]T{}
	for i := range list {
		id := of(&list[i])
		by[id] = append(by[id], list[i])
	}
	return by
}

// PutFamilies writes families, of each what follows the members that stand where
// they stood: another copy comes last in most, and thousands may be before it.
func (t *Tx) PutFamilies(ctx context.Context, families ...dateline.Family) error {
	for _, f := range families {
		before, err := t.members(ctx, f.ID)
		if err != nil {
			return err
		}
		// Compared with its place, for erasing an item leaves a hole in the numbers.
		// Written whole, each of 1,500 copies of one text took 27 ms; now 10.
		same := 0
		for same < min(len(before), len(f.Members)) && before[same] == (member{f.Members[same], same}) {
			same++
		}
		if len(before) > same {
			if _, err := t.Exec(ctx, "delete from families where family = $1 and place >= $2", string(f.ID), before[same].place); err != nil {
				return err
			}
		}
		if err := t.addMembers(ctx, f, same); err != nil {
			return err
		}
	}
	return nil
}

// A member is an item of a family and where it stands.
type member struct {
	item  dateline.ItemID
	place int
}

// members are those of a family with the places as they stand, holes included.
func (t *Tx) members(ctx context.Context, family dateline.ItemID) ([]member, error) {
	return collect(ctx, t, ask("select item, place from families where family = $1 order by place", string(family)),
		func(m *member) []any { return []any{&m.item, &m.place} })
}

// addMembers writes the members from a place on. They leave where they were.
func (t *Tx) addMembers(ctx context.Context, f dateline.Family, from int) error {
	// An item is in one family, by the key of the table.
	if err := t.deleteIn(ctx, "families", "item", slices.Clone(f.Members[from:])); err != nil {
		return err
	}
	rows := make([][]any, 0, len(f.Members)-from)
	for i := from; i < len(f.Members); i++ {
		rows = append(rows, []any{string(f.Members[i]), string(f.ID), i})
	}
	return t.Insert(ctx, Insert{Into: "families (item, family, place)", Columns: 3}, rows)
}

// FamiliesOf returns the families of items.
func (t *Tx) FamiliesOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Family, error) {
	of := map[dateline.ItemID]dateline.Family{}
	if len(ids) == 0 {
		return of, nil
	}
	type row struct{ item, family dateline.ItemID }
	rows, err := collect(ctx, t, t.askIn("select item, family from families where family in "+
		"(select family from families where %s) order by family, place", "item", ids),
		func(r *row) []any { return []any{&r.item, &r.family} })
	families := map[dateline.ItemID]dateline.Family{}
	within := map[dateline.ItemID]dateline.ItemID{}
	for _, r := range rows {
		f := families[r.family]
		f.ID, f.Members = r.family, append(f.Members, r.item)
		families[r.family], within[r.item] = f, r.family
	}
	for _, id := range ids {
		if f := families[within[id]]; len(f.Members) > 1 { // the others may have been erased
			of[id] = f
		}
	}
	return of, err
}

// PutKeys writes the keys of versions.
func (t *Tx) PutKeys(ctx context.Context, keyed []dateline.Keyed) error {
	// By the entry that made the version: a follower of the log reads them in its order.
	rows := make([][]any, len(keyed))
	for i, k := range keyed {
		// A version without keys has an empty list: the column takes no null.
		rows[i] = []any{k.Seq, string(k.Item), k.Version, append([]byte{}, k.Keys...)}
	}
	return t.Insert(ctx, Insert{
		Into: "match_keys (seq, item, version, keys)", Columns: 4,
		Tail: "on conflict (seq) do update set item = excluded.item, version = excluded.version, keys = excluded.keys",
	}, rows)
}

// Keys returns keys in the order of the log.
func (t *Tx) Keys(ctx context.Context, after int64, limit int) ([]dateline.Keyed, error) {
	return collect(ctx, t, ask("select seq, item, version, keys from match_keys where seq > $1 order by seq limit $2", after, limit),
		func(k *dateline.Keyed) []any { return []any{&k.Seq, &k.Item, &k.Version, &k.Keys} })
}

// ClearMatches removes matches, families and keys.
func (t *Tx) ClearMatches(ctx context.Context) error {
	for _, table := range []string{"matches", "families", "match_keys"} {
		if _, err := t.Exec(ctx, "delete from "+table); err != nil {
			return err
		}
	}
	return nil
}
