package sqlstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"dateline"
	"dateline/internal/lang"
)

// batch is one call of Keep: what is known of its items, and what is to be
// written in the end, many rows at a time.
type batch struct {
	rows     map[dateline.ItemID]row
	current  map[dateline.ItemID]*dateline.Item // of the rows that are not erased
	words    map[dateline.ItemID]dateline.SearchWords
	digests  map[dateline.ItemID]string // renewed ones
	changed  []dateline.ItemID          // items with a new version, each once
	versions [][]any
	naming   [][]any // which addresses these versions name
	entries  []dateline.Entry
	kept     int   // items that are new
	before   int64 // the newest log entry before those of the batch
}

// Keep decides item by item and writes all at once.
func (t *Tx) Keep(ctx context.Context, items []dateline.Kept) ([]dateline.Outcome, error) {
	b, err := t.newBatch(ctx, items)
	if err != nil {
		return nil, err
	}
	outcomes := make([]dateline.Outcome, len(items))
	for i := range items {
		if outcomes[i], err = b.keep(&items[i]); err != nil {
			return nil, err
		}
	}
	if err := t.write(ctx, b); err != nil {
		return nil, fmt.Errorf("keep %d items: %w", len(items), err)
	}
	return outcomes, nil
}

// newBatch reads what is known of the items, all with a few queries: one by one they
// would cost more than all that is written.
func (t *Tx) newBatch(ctx context.Context, items []dateline.Kept) (*batch, error) {
	ids := make([]dateline.ItemID, len(items))
	for i := range items {
		ids[i] = items[i].Item.ID
	}
	rows, err := t.rowsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	b := &batch{
		rows: rows, current: map[dateline.ItemID]*dateline.Item{},
		words: map[dateline.ItemID]dateline.SearchWords{}, digests: map[dateline.ItemID]string{},
	}
	var known []dateline.ItemID
	for id, r := range rows {
		if !r.erased() {
			known = append(known, id)
		}
	}
	// Updates run one after the other, so the numbers of the entries to come are known.
	n, err := t.total(ctx)
	if err != nil {
		return nil, err
	}
	b.before = n.seq
	current, err := t.Items(ctx, known)
	for i := range current {
		b.current[current[i].ID] = &current[i]
	}
	return b, err
}

// keep decides about one item by what is known and by those of the batch before it,
// and writes nothing yet.
func (b *batch) keep(k *dateline.Kept) (dateline.Outcome, error) {
	item := k.Item
	r, known := b.rows[item.ID]
	current := b.current[item.ID]
	what := dateline.EntryVersion
	switch {
	// A row without a current version is an item that was erased.
	case current == nil && known:
		return dateline.Outcome{ID: item.ID, What: dateline.EntryErased}, nil
	case current == nil:
		what = dateline.EntryKept
		item.Version = 1
		if item.FirstSeen.IsZero() {
			item.FirstSeen = item.Received
		}
		b.kept++
	case same(&item, current):
		// It tells the same in another dress: the digest spares reading it with each poll.
		current.Digest = item.Digest
		b.digests[item.ID] = item.Digest
		return dateline.Outcome{ID: item.ID, Version: current.Version}, nil
	default:
		item.Version = r.version + 1
		item.FirstSeen = current.FirstSeen
	}
	head, body, err := encode(&item)
	if err != nil {
		return dateline.Outcome{}, err
	}
	// A batch may hold an item twice: each version is kept, the words of the last alone.
	if _, again := b.words[item.ID]; !again {
		b.changed = append(b.changed, item.ID)
	}
	// What a second one of the same id in this batch meets.
	r.version, r.made = item.Version, b.before+int64(len(b.entries))+1
	b.rows[item.ID], b.current[item.ID], b.words[item.ID] = r, &item, k.Words
	b.versions = append(b.versions, []any{string(item.ID), item.Version, head, body, r.made})
	for _, url := range named(&item) {
		b.naming = append(b.naming, []any{url, string(item.ID), item.Version})
	}
	b.entries = append(b.entries, dateline.Entry{
		Time: item.Received, Kind: what, Item: item.ID, Version: item.Version, Source: item.Source, Note: string(item.PubStatus),
	})
	return dateline.Outcome{ID: item.ID, Version: item.Version, What: what}, nil
}

// same reports whether an item tells what the current version tells. What is kept
// went through JSON, which mends what is no UTF-8 and rounds odd zones; an item
// that seems to differ goes the same way before it counts as another, else it would
// be a new version with each poll.
func same(item, current *dateline.Item) bool {
	if item.Same(current) {
		return true
	}
	head, body, err := encode(item)
	if err != nil {
		return false // who keeps it will say so
	}
	kept, err := decode(head, body)
	return err == nil && kept.Same(current)
}

// named are the keys of the addresses that an item names, each once.
func named(item *dateline.Item) (keys []string) {
	for _, t := range item.Translations {
		if key := addressKey(t.URL); key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// write writes a batch: words last and in the order of their slots, for the
// index writes out what it has gathered whenever a number is not the next.
func (t *Tx) write(ctx context.Context, b *batch) error {
	if err := t.renew(ctx, b); err != nil || len(b.changed) == 0 {
		return err
	}
	docs, err := t.place(ctx, b)
	if err != nil {
		return err
	}
	// In the order of slots as well, by which SQLite's table is sorted.
	items := make([][]any, len(docs))
	for i, d := range docs {
		items[i] = b.row(d)
	}
	versions := Insert{Into: "versions (item, version, head, body, made)", Columns: 5}
	if err := t.Insert(ctx, versions, b.versions); err != nil {
		return err
	}
	if err := t.Insert(ctx, Insert{Into: "naming (url, item, version)", Columns: 3}, b.naming); err != nil {
		return err
	}
	if err := t.Insert(ctx, insertItems(), items); err != nil {
		return err
	}
	n, err := t.total(ctx)
	if err != nil {
		return err
	}
	// New ones alone: a further version is no further item.
	n.items, n.changed = n.items+b.kept, true
	if err := t.Append(ctx, b.entries...); err != nil {
		return err
	}
	return t.dialect.Search.Put(ctx, t, Current, docs)
}

// insertItems writes new rows and, for items that are there, all but filed and embargo:
// these are File's, and stay until the wire has filed the new version.
func insertItems() Insert {
	return Insert{
		Into: "items (slot, id, version, source, language, time, url, digest, filed, embargo, made, terms)", Columns: 12,
		Tail: "on conflict (id) do update set slot = excluded.slot, version = excluded.version, source = excluded.source, " +
			"language = excluded.language, time = excluded.time, url = excluded.url, digest = excluded.digest, made = excluded.made, terms = excluded.terms",
	}
}

// row is the new row of an item; what its filing says stays as it is.
func (b *batch) row(d Doc) []any {
	item := b.current[d.ID]
	// No status and no embargo are for a new row: insertItems leaves those of one that is there.
	return []any{
		d.Slot, string(item.ID), item.Version, plain(item.Source), plain(lang.Base(item.Language)), micros(item.When()),
		addressKey(item.URL), plain(item.Digest), "", 0, b.rows[d.ID].made, d.Words.Terms,
	}
}

// renew writes the digests of items that told nothing new.
func (t *Tx) renew(ctx context.Context, b *batch) error {
	for id, digest := range b.digests {
		if _, changed := b.words[id]; changed || b.rows[id].digest == digest {
			continue
		}
		// One by one: a poll finds few that are set anew and tell nothing new.
		if _, err := t.Exec(ctx, "update items set digest = $1 where id = $2", plain(digest), string(id)); err != nil {
			return err
		}
	}
	return nil
}

// place gives the changed items their slots, drops their old words, and returns
// what is to be indexed in the order of slots.
func (t *Tx) place(ctx context.Context, b *batch) ([]Doc, error) {
	docs := make([]Doc, len(b.changed))
	var old, slots []int64
	var moved []int
	for i, id := range b.changed {
		item := b.current[id]
		docs[i] = Doc{Slot: slotOf(item.When(), id), ID: id, Source: item.Source, Language: lang.Base(item.Language), Words: b.words[id]}
		r := b.rows[id]
		// A row that was there has words in the index, which have to go whatever its new slot.
		if r.id != "" {
			old = append(old, r.slot)
		}
		// A version of the same second stays where it is: most only change their words.
		if r.id != "" && r.slot>>lowBits == docs[i].Slot>>lowBits {
			docs[i].Slot = r.slot
			continue
		}
		slots, moved = append(slots, docs[i].Slot), append(moved, i)
	}
	if err := t.free(ctx, Current, slots); err != nil {
		return nil, err
	}
	for i, d := range moved {
		docs[d].Slot = slots[i]
	}
	slices.SortFunc(docs, func(a, b Doc) int { return cmp.Compare(a.Slot, b.Slot) })
	if len(old) == 0 {
		return docs, nil
	}
	return docs, t.dialect.Search.Drop(ctx, t, Current, old)
}
