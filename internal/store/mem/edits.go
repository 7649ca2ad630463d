package mem

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"dateline"
)

// look is a look with the lease of who has it in hand.
type look struct {
	dateline.Look
	lease time.Time
}

// edited is what is known of the time after items came in.
type edited struct {
	looks map[dateline.ItemID]look
	edits []dateline.Edit
}

func newEdited() edited { return edited{looks: map[dateline.ItemID]look{}} }

// The edits are cloned as well, for forget deletes in place.
func (e *edited) copy() edited {
	return edited{maps.Clone(e.looks), slices.Clone(e.edits)}
}

// forget removes what is known of an item that was erased.
func (e *edited) forget(id dateline.ItemID) {
	delete(e.looks, id)
	// On either side: that an item was taken up in another would tell of it, too.
	e.edits = slices.DeleteFunc(e.edits, func(x dateline.Edit) bool { return x.Item == id || x.Of == id })
}

// stands reports whether there is such an item.
func (t *tx) stands(id dateline.ItemID) bool {
	_, err := t.record(id)
	return err == nil
}

// PutLooks writes looks and frees their leases.
func (t *tx) PutLooks(ctx context.Context, looks ...dateline.Look) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, l := range looks {
		switch {
		case l.Next.IsZero():
			delete(t.looks, l.Item)
		case t.stands(l.Item):
			// Without a lease: whoever writes a look has done it.
			t.looks[l.Item] = look{Look: l}
		}
	}
	return nil
}

// LeaseLooks claims looks that are due.
func (t *tx) LeaseLooks(ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error) {
	if err := t.writing(ctx); err != nil {
		return nil, err
	}
	due := []dateline.Look{}
	for _, l := range t.looks {
		if order(l.Next) <= order(now) && !held(l.lease, now, until) {
			due = append(due, l.Look)
		}
	}
	// The longest due first, then by id, so that all stores claim the same ones.
	slices.SortFunc(due, func(a, b dateline.Look) int {
		return cmp.Or(cmp.Compare(order(a.Next), order(b.Next)), cmp.Compare(a.Item, b.Item))
	})
	due = due[:min(limit, len(due))]
	for _, l := range due {
		// The look itself does not change: who never comes back leaves it due, once this ends.
		t.looks[l.Item] = look{l, until}
	}
	return due, nil
}

// FreeLeases frees the leases of all looks and sources.
func (t *tx) FreeLeases(ctx context.Context) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for id, l := range t.looks {
		t.looks[id] = look{Look: l.Look}
	}
	for id, s := range t.sources {
		free := *s
		free.lease = time.Time{}
		t.sources[id] = &free
	}
	return nil
}

// LooksOf returns the looks of items.
func (t *tx) LooksOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Look, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	out := map[dateline.ItemID]dateline.Look{}
	for _, id := range ids {
		if l, ok := t.looks[id]; ok {
			out[id] = l.Look
		}
	}
	return out, nil
}

// DigestsOf returns the digests of the newest items of a source.
func (t *tx) DigestsOf(ctx context.Context, source dateline.SourceID, limit int) (map[dateline.ItemID]string, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	var all []dateline.Item
	for _, r := range t.items {
		if !r.erased() && r.current().Source == source {
			all = append(all, r.current())
		}
	}
	// By these intake knows an item again that comes with another name; only the newest of
	// a source can come so.
	slices.SortFunc(all, func(a, b dateline.Item) int {
		return cmp.Or(b.When().Compare(a.When()), strings.Compare(string(b.ID), string(a.ID)))
	})
	out := map[dateline.ItemID]string{}
	for _, item := range all[:min(limit, len(all))] {
		out[item.ID] = item.Digest
	}
	return out, nil
}

// sameEdit reports whether two edits are one, recorded twice.
// The time is compared as it is kept, to the microsecond.
func sameEdit(a, b dateline.Edit) bool {
	return a.Item == b.Item && a.Kind == b.Kind && a.Of == b.Of && order(a.Time) == order(b.Time)
}

// PutEdits records edits.
func (t *tx) PutEdits(ctx context.Context, edits ...dateline.Edit) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, e := range edits {
		if !t.stands(e.Item) || slices.ContainsFunc(t.edits, func(o dateline.Edit) bool { return sameEdit(e, o) }) {
			continue
		}
		// As a store on disk gives it back.
		e.Time = e.Time.Truncate(time.Microsecond).UTC()
		e.Seq = t.append(dateline.Entry{
			Time: e.Time, Kind: dateline.EntryEdited, Item: e.Item, Version: e.Version, Source: e.Source, Note: string(e.Kind),
		})
		t.edits = append(t.edits, e)
	}
	return nil
}

// Edits returns edits newest first.
func (t *tx) Edits(ctx context.Context, q dateline.EditQuery) ([]dateline.Edit, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	limit := cmp.Or(q.Limit, 50)
	out := []dateline.Edit{}
	// They stand in the order of their numbers: a new one is added last.
	for _, e := range slices.Backward(t.edits) {
		wanted := len(q.Kinds) == 0 || slices.Contains(q.Kinds, e.Kind)
		if wanted && len(out) < limit && (q.Before == 0 || e.Seq < q.Before) {
			out = append(out, e)
		}
	}
	return out, nil
}

// EditsOn returns the edits on items.
func (t *tx) EditsOn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Edit, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	on := map[dateline.ItemID][]dateline.Edit{}
	for _, e := range t.edits {
		if slices.Contains(ids, e.Item) {
			on[e.Item] = append(on[e.Item], e)
		}
	}
	return on, nil
}
