package wire

import (
	"context"
	"slices"
	"time"

	"dateline"
)

// A Record is how a source stands beside others, by its newest items that are
// out. Nothing in it is a judgement: stamps are claims.
type Record struct {
	Items    int           // that were looked at
	Earliest int           // earliest known of a text that other sources have, too
	Copies   int           // whose text, or a part of it, another source is known to have had earlier
	Late     time.Duration // the middle one of how long after that
	Edited   int           // that changed at their source after they came in
}

// recordItems is how many items of a source its record looks back on: some
// days of a busy source, so that it tells how it works now.
const recordItems = 100

// Record returns the record of a source, ErrNotFound when there is none for the
// public.
func (r *Reader) Record(ctx context.Context, id dateline.SourceID) (out Record, err error) {
	defer dateline.Wrap(&err, "record of %q", id)
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		if err := sourceIsPublic(ctx, tx, id); err != nil {
			return err
		}
		filings, err := tx.Filings(ctx, dateline.FilingQuery{
			Source: id, Statuses: []dateline.PubStatus{dateline.Usable}, Out: r.now(), Limit: recordItems,
		})
		if err != nil {
			return err
		}
		ids := make([]dateline.ItemID, len(filings))
		for i := range filings {
			ids[i] = filings[i].Item
		}
		families, err := r.kinships(ctx, tx, ids)
		if err != nil {
			return err
		}
		out = record(filings, families)
		// What happened to an item is recorded on its copies as well (Of); it is no edit of theirs.
		edits, err := tx.EditsOn(ctx, ids)
		for _, on := range edits {
			if slices.ContainsFunc(on, func(e dateline.Edit) bool { return e.Of == "" && e.Kind.Changed() }) {
				out.Edited++
			}
		}
		return err
	})
	return out, err
}

// record counts. An item whose earliest known relative is of the same source is
// neither earliest nor a copy: a source that files a text again copies nobody.
func record(filings []dateline.Filing, families map[dateline.ItemID]*kinship) Record {
	out := Record{Items: len(filings)}
	var late []time.Duration
	for i := range filings {
		own, k := &filings[i], families[filings[i].Item]
		// Nobody else has its text: it says nothing of who is earlier.
		if k == nil {
			continue
		}
		others := k.out
		if !slices.ContainsFunc(others, func(f dateline.Filing) bool { return f.Source != own.Source }) {
			continue
		}
		switch first := &others[0]; {
		case first.Item == own.Item:
			out.Earliest++
		case first.Source != own.Source:
			out.Copies++
			// By stamps a copy can claim to be earlier than what it was made from.
			late = append(late, max(0, own.When.Sub(first.When)))
		}
	}
	if len(late) > 0 {
		// The middle one and not the mean: one copy of an archive would make every outlet
		// slow.
		slices.Sort(late)
		out.Late = late[len(late)/2]
	}
	return out
}
