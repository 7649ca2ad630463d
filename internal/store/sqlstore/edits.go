package sqlstore

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"dateline"
)

// PutLooks writes looks and frees their leases.
func (t *Tx) PutLooks(ctx context.Context, looks ...dateline.Look) error {
	ids := make([]dateline.ItemID, len(looks))
	for i := range looks {
		ids[i] = looks[i].Item
	}
	known, err := t.rowsOf(ctx, ids)
	if err != nil {
		return err
	}
	// What does not stand any more is deleted instead: it may have been erased while its
	// page was read.
	rows := map[dateline.ItemID][]any{} // one call may hold an item twice
	var over []dateline.ItemID
	for i := range looks {
		l := &looks[i]
		// The last of an item counts, as if they had been written one by one.
		delete(rows, l.Item)
		if r, ok := known[l.Item]; l.Next.IsZero() || !ok || r.erased() {
			over = append(over, l.Item)
			continue
		}
		doc, err := json.Marshal(l)
		if err != nil {
			return fmt.Errorf("encode the look of %s: %w", l.Item, err)
		}
		rows[l.Item] = []any{string(l.Item), micros(l.Next), micros(time.Time{}), plain(l.Source), doc}
	}
	if err := t.deleteIn(ctx, "looks", "item", over); err != nil {
		return err
	}
	list := make([][]any, 0, len(rows))
	// In the order that was given, for a map has none, and each once.
	for _, id := range ids {
		if r, ok := rows[id]; ok {
			list = append(list, r)
			delete(rows, id)
		}
	}
	return t.Insert(ctx, Insert{
		Into: "looks (item, next, lease, source, doc)", Columns: 5,
		Tail: "on conflict (item) do update set next = excluded.next, lease = excluded.lease, source = excluded.source, doc = excluded.doc",
	}, list)
}

// looksIn asks for looks.
func (t *Tx) looksIn(ctx context.Context, q question) ([]dateline.Look, error) {
	type row struct {
		item   dateline.ItemID
		source dateline.SourceID
		next   int64
		doc    []byte
	}
	rows, err := collect(ctx, t, q, func(r *row) []any { return []any{&r.item, &r.source, &r.next, &r.doc} })
	if err != nil {
		return nil, err
	}
	looks := make([]dateline.Look, len(rows))
	for i, r := range rows {
		if err := unmarshal(r.doc, &looks[i]); err != nil {
			return nil, fmt.Errorf("decode the look of %s: %w", r.item, err)
		}
		// The columns count: the document is what was written beside them.
		looks[i].Item, looks[i].Source, looks[i].Next = r.item, r.source, instant(r.next)
	}
	return looks, nil
}

const (
	lookColumns = "select item, source, next, doc from looks where "
	dueLooks    = lookColumns + "next <= $1 and (lease <= $2 or lease > $3) order by next, item limit $4"
	digestsOf   = "select id, digest from items where source = $1 order by slot desc limit $2"
)

// LeaseLooks claims looks that are due.
func (t *Tx) LeaseLooks(ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error) {
	due, err := t.looksIn(ctx, ask(dueLooks, micros(now), micros(now), ahead(until), limit))
	if err != nil || len(due) == 0 {
		return nil, err
	}
	// Nobody claims between the two statements: updates run one after the other.
	ids := make([]dateline.ItemID, len(due))
	for i, l := range due {
		ids[i] = l.Item
	}
	list, err := t.List(ids)
	if err != nil {
		return nil, err
	}
	_, err = t.Exec(ctx, "update looks set lease = $1 where "+t.TextIn("item", 2), micros(until), list)
	return due, err
}

// FreeLeases frees the leases of all looks and sources.
func (t *Tx) FreeLeases(ctx context.Context) error {
	for _, table := range [...]string{"looks", "sources"} {
		// Only those that are leased: rows that stay as they are need not be written.
		if _, err := t.Exec(ctx, "update "+table+" set lease = $1 where lease <> $1", micros(time.Time{})); err != nil {
			return err
		}
	}
	return nil
}

// LooksOf returns the looks of items.
func (t *Tx) LooksOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Look, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	looks, err := t.looksIn(ctx, t.askIn(lookColumns+"%s", "item", ids))
	out := make(map[dateline.ItemID]dateline.Look, len(looks))
	for _, l := range looks {
		out[l.Item] = l
	}
	return out, err
}

// DigestsOf returns the digests of the newest items of a source, which stand in
// its index in that order.
func (t *Tx) DigestsOf(ctx context.Context, source dateline.SourceID, limit int) (map[dateline.ItemID]string, error) {
	rows, err := collect(ctx, t, ask(digestsOf, plain(source), limit),
		func(r *row) []any { return []any{&r.id, &r.digest} })
	out := make(map[dateline.ItemID]string, len(rows))
	for _, r := range rows {
		out[r.id] = r.digest
	}
	return out, err
}

// once is what tells edits apart.
type once struct {
	item, of dateline.ItemID
	kind     dateline.EditKind
	time     int64
}

// The time as it is kept, for one that was read back has lost its nanoseconds.
func onceOf(e *dateline.Edit) once { return once{e.Item, e.Of, e.Kind, micros(e.Time)} }

// PutEdits records edits.
func (t *Tx) PutEdits(ctx context.Context, edits ...dateline.Edit) error {
	ids := make([]dateline.ItemID, len(edits))
	for i := range edits {
		ids[i] = edits[i].Item
	}
	known, err := t.rowsOf(ctx, ids)
	if err != nil {
		return err
	}
	// A stage that runs again records none twice: the log would tell of it again.
	before, err := t.EditsOn(ctx, ids)
	if err != nil {
		return err
	}
	seen := map[once]bool{}
	for _, list := range before {
		for i := range list {
			seen[onceOf(&list[i])] = true
		}
	}
	var entries []dateline.Entry
	var rows [][]any
	for i := range edits {
		e := &edits[i]
		if r, ok := known[e.Item]; !ok || r.erased() || seen[onceOf(e)] {
			continue
		}
		// One call may hold an edit twice, too.
		seen[onceOf(e)] = true
		entries = append(entries, dateline.Entry{
			Time: e.Time, Kind: dateline.EntryEdited, Item: e.Item, Version: e.Version, Source: e.Source, Note: string(e.Kind),
		})
		rows = append(rows, []any{nil, string(e.Item), e.Version, plain(e.Source), string(e.Kind), micros(e.Time), string(e.Of)})
	}
	last, err := t.number(ctx, entries)
	// The numbers are known only now: an edit is known by that of its entry.
	for i := range rows {
		rows[i][0] = last + 1 + int64(i)
	}
	if err != nil {
		return err
	}
	return t.Insert(ctx, Insert{Into: "edits (seq, item, version, source, kind, time, of_item)", Columns: 7}, rows)
}

const editColumns = "seq, item, version, source, kind, time, of_item"

// editsIn asks for edits.
func (t *Tx) editsIn(ctx context.Context, q question) ([]dateline.Edit, error) {
	type row struct {
		dateline.Edit
		time int64
	}
	rows, err := collect(ctx, t, q, func(r *row) []any {
		return []any{&r.Seq, &r.Item, &r.Version, &r.Source, &r.Kind, &r.time, &r.Of}
	})
	edits := make([]dateline.Edit, len(rows))
	for i, r := range rows {
		edits[i] = r.Edit
		edits[i].Time = instant(r.time)
	}
	return edits, err
}

// Edits returns edits newest first.
func (t *Tx) Edits(ctx context.Context, q dateline.EditQuery) ([]dateline.Edit, error) {
	s := Select{Columns: editColumns, From: "edits", Order: " order by seq desc", dialect: t.dialect}
	if len(q.Kinds) > 0 {
		kinds := make([]string, len(q.Kinds))
		for i, k := range q.Kinds {
			kinds[i] = string(k)
		}
		s.whereIn("kind", kinds)
	}
	// By number and not by an offset: a page of the list stays what it is while others come.
	if q.Before > 0 {
		s.Where("seq < %s", q.Before)
	}
	s.limit(cmp.Or(q.Limit, 50), 0)
	return t.editsIn(ctx, s.ask())
}

// EditsOn returns the edits on items.
func (t *Tx) EditsOn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Edit, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	edits, err := t.editsIn(ctx, t.askIn("select "+editColumns+" from edits where %s order by seq", "item", ids))
	return grouped(edits, func(e *dateline.Edit) dateline.ItemID { return e.Item }), err
}

// forgetEdits removes what is known of an item that was erased.
func (t *Tx) forgetEdits(ctx context.Context, id dateline.ItemID) error {
	// On either side: that an item was taken up in another would tell of it, too.
	for _, text := range []string{"delete from looks where item = $1", "delete from edits where item = $1 or of_item = $1"} {
		if _, err := t.Exec(ctx, text, string(id)); err != nil {
			return err
		}
	}
	return nil
}
