package mem

import (
	"context"
	"maps"

	"dateline"
)

// PutPast indexes versions that others have followed.
func (t *tx) PutPast(ctx context.Context, versions []dateline.Kept) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, k := range versions {
		r, n := t.items[k.Item.ID], k.Item.Version
		// The current version stands in the index of today, and an erased item has none.
		if r == nil || n < 1 || n >= len(r.versions) {
			continue
		}
		// The record is replaced, its map included: others see the old one.
		past := maps.Clone(r.past)
		if past == nil {
			past = map[int]index{}
		}
		// By the version as it was kept: only the words are taken from what is given.
		past[n] = newIndex(&r.versions[n-1], k.Words)
		t.items[k.Item.ID] = &record{r.versions, r.made, r.index, past, r.digest}
	}
	return nil
}

// VersionHeads returns all versions of items without their bodies.
func (t *tx) VersionHeads(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Item, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	heads := map[dateline.ItemID][]dateline.Item{}
	for _, id := range ids {
		if r, known := t.items[id]; known && !r.erased() {
			versions := r.all()
			for i := range versions {
				versions[i].Body = nil
			}
			heads[id] = versions
		}
	}
	return heads, nil
}

// asOf returns the version that a search asks for, with its index; a nil index
// when there is none.
func (r *record) asOf(q dateline.Find) (dateline.Item, *index) {
	n := len(r.versions)
	// Back to the last version that had been made by then.
	for q.AsOf > 0 && n > 0 && r.made[n-1] > q.AsOf {
		n--
	}
	switch {
	case n == 0:
		return dateline.Item{}, nil
	case n == len(r.versions):
		// What stands unchanged to this day is found whoever its source is: PastOf does not ask.
		return r.current(), &r.index
	}
	item := r.versions[n-1]
	// The stage that indexes the past may not have come so far.
	x, indexed := r.past[n]
	if !indexed || q.PastOf != "" && q.PastOf != item.Source {
		return item, nil
	}
	return item, &x
}
