package sqlstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"dateline"
	"dateline/internal/lang"
)

// findPast finds candidates as of a past entry of the log: among the versions
// that are current still, and among those that others have followed since. Each
// shelf gives as many as the whole page can need.
func (t *Tx) findPast(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
	limit, skip := cmp.Or(q.Limit, defaultCandidates), q.Skip
	// All of the page may stand on either shelf, and so may all before it.
	q.Limit, q.Skip = limit+skip, 0
	found, err := t.findOn(ctx, Current, q)
	if err != nil {
		return nil, err
	}
	past, err := t.findOn(ctx, Past, q)
	found = append(found, past...)
	slices.SortFunc(found, newestFirst)
	found = found[min(skip, len(found)):]
	return found[:min(limit, len(found))], err
}

// stoodThen is the conditions on versions that others have followed: they stood
// at that entry, and what is filed of their items today lets them be found.
func stoodThen(q dateline.Find, s *Select) {
	s.Where("i.made <= %s and i.followed > %s", q.AsOf, q.AsOf)
	// Earlier versions of others' copy are for the desk: readers may see those of our own.
	if q.PastOf != "" {
		s.Where("i.source = %s", plain(q.PastOf))
	}
	if q.Public {
		s.Where("exists (select 1 from items n where n.id = i.id and n.filed = %s and n.embargo <= %s)",
			string(dateline.Usable), micros(q.Now))
	} else {
		s.Where("exists (select 1 from items n where n.id = i.id and n.filed <> %s)", string(dateline.Canceled))
	}
}

// VersionHeads returns all versions of items without their bodies.
func (t *Tx) VersionHeads(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Item, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	type row struct {
		head    []byte
		current bool
		digest  string
	}
	rows, err := collect(ctx, t, t.askIn("select v.head, v.version = i.version, i.digest from versions v join items i on i.id = v.item "+
		"where %s order by v.item, v.version", "v.item", ids),
		func(r *row) []any { return []any{&r.head, &r.current, &r.digest} })
	heads := map[dateline.ItemID][]dateline.Item{}
	for _, r := range rows {
		// Without bodies: a history of twenty versions is mostly bodies.
		item, err := decode(r.head, nil)
		if err != nil {
			return nil, err
		}
		if r.current {
			item.Digest = r.digest
		}
		heads[item.ID] = append(heads[item.ID], item)
	}
	return heads, err
}

// spot is a version of an item.
type spot struct {
	item    dateline.ItemID
	version int
}

// PutPast indexes versions that others have followed.
func (t *Tx) PutPast(ctx context.Context, versions []dateline.Kept) error {
	ids := make([]dateline.ItemID, len(versions))
	last := map[spot]int{} // one call may hold a version twice
	for i := range versions {
		ids[i] = versions[i].Item.ID
		last[spot{ids[i], versions[i].Item.Version}] = i
	}
	// From the versions themselves: one of an erased item has no row there, and is left out.
	made, err := t.madeBy(ctx, ids)
	if err != nil {
		return err
	}
	var docs []Doc
	rows := map[spot][]any{}
	for at, i := range last {
		// The entry that made the next version ended this one. There is none for the current.
		item, next := &versions[i].Item, made[spot{at.item, at.version + 1}]
		if next == 0 || made[at] == 0 {
			continue
		}
		docs = append(docs, Doc{ID: at.item, Source: item.Source, Language: lang.Base(item.Language), Words: versions[i].Words,
			Slot: slotOf(item.When(), at.item), version: at.version})
		rows[at] = []any{
			string(at.item), at.version, plain(item.Source), plain(lang.Base(item.Language)), micros(item.When()), versions[i].Words.Terms,
			made[at], next,
		}
	}
	if len(docs) == 0 {
		return nil
	}
	// Indexed again, as after a change of the folding, each version replaces itself.
	if err := t.forgetPast(ctx, ids, func(at spot) bool { return rows[at] != nil }); err != nil {
		return err
	}
	return t.writePast(ctx, docs, rows)
}

// madeBy reads which log entries made the versions of items.
func (t *Tx) madeBy(ctx context.Context, ids []dateline.ItemID) (map[spot]int64, error) {
	type row struct {
		spot
		seq int64
	}
	rows, err := collect(ctx, t, t.askIn("select item, version, made from versions where %s", "item", ids),
		func(r *row) []any { return []any{&r.item, &r.version, &r.seq} })
	made := make(map[spot]int64, len(rows))
	for _, r := range rows {
		made[r.spot] = r.seq
	}
	return made, err
}

// writePast gives documents their slots and writes them, in the order of slots
// as the index likes it.
func (t *Tx) writePast(ctx context.Context, docs []Doc, rows map[spot][]any) error {
	// Maps have no order, and slots shall not depend on chance.
	slices.SortFunc(docs, func(a, b Doc) int {
		return cmp.Or(cmp.Compare(a.Slot, b.Slot), cmp.Compare(a.ID, b.ID), cmp.Compare(a.version, b.version))
	})
	slots := make([]int64, len(docs))
	for i := range docs {
		slots[i] = docs[i].Slot
	}
	if err := t.free(ctx, Past, slots); err != nil {
		return err
	}
	list := make([][]any, len(docs))
	for i := range docs {
		docs[i].Slot = slots[i]
		list[i] = append([]any{slots[i]}, rows[spot{docs[i].ID, docs[i].version}]...)
	}
	slices.SortFunc(docs, func(a, b Doc) int { return cmp.Compare(a.Slot, b.Slot) })
	into := Insert{Into: "past (slot, id, version, source, language, time, terms, made, followed)", Columns: 9}
	if err := t.Insert(ctx, into, list); err != nil {
		return err
	}
	return t.dialect.Search.Put(ctx, t, Past, docs)
}

// forgetPast takes those versions of items off their shelf that which names.
func (t *Tx) forgetPast(ctx context.Context, ids []dateline.ItemID, which func(spot) bool) error {
	type row struct {
		spot
		slot int64
	}
	rows, err := collect(ctx, t, t.askIn("select id, version, slot from past where %s", "id", ids),
		func(r *row) []any { return []any{&r.item, &r.version, &r.slot} })
	if err != nil {
		return err
	}
	var slots []int64
	for _, r := range rows {
		if which(r.spot) {
			slots = append(slots, r.slot)
		}
	}
	if len(slots) == 0 {
		return nil
	}
	list, err := t.List(slots)
	if err != nil {
		return err
	}
	if _, err := t.Exec(ctx, "delete from past where "+t.IntIn("slot", 1), list); err != nil {
		return fmt.Errorf("forget earlier versions: %w", err)
	}
	return t.dialect.Search.Drop(ctx, t, Past, slots)
}
