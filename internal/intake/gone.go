package intake

import (
	"context"
	"slices"
	"time"

	"dateline"
	"dateline/internal/format/feed"
)

// deleted is the digest of an item whose entry its feed has deleted. No entry has
// it, so that one which comes back is read; and the item tells by it that this is
// known, for a feed says so in every poll.
const deleted = "deleted"

// withoutGone takes those entries out of a list that the feed says it has deleted,
// and returns the items of all that it says it has deleted and does not list. An
// entry stands against that word when it was changed since, or when nobody can
// tell which of the two is newer (RFC 6721, section 6).
func withoutGone(source dateline.SourceID, all []named, list []feed.Gone) (standing []named, gone []dateline.ItemID) {
	if len(list) == 0 {
		return all, nil
	}
	when := make(map[dateline.ItemID]time.Time, len(list))
	for _, g := range list {
		id := dateline.NewItemID(source, g.ID)
		// A feed may say so twice of one entry that was back between: the later word counts.
		if at := feed.Stamp(g.When).Instant(); at.After(when[id]) || when[id].IsZero() {
			when[id] = at
		}
	}
	for _, n := range all {
		at, is := when[n.id]
		if changed := changedAt(n.entry); is && !at.IsZero() && !changed.IsZero() && !changed.After(at) {
			continue
		}
		delete(when, n.id)
		standing = append(standing, n)
	}
	for id := range when {
		gone = append(gone, id)
	}
	slices.Sort(gone)
	return standing, gone
}

// changedAt is when an entry says that it was changed last, zero when it does not.
func changedAt(e *feed.Entry) time.Time {
	if s := feed.Stamp(e.Updated); !s.IsZero() {
		return s.Instant()
	}
	return feed.Stamp(e.Published).Instant()
}

// isNews keeps of deleted items those that are kept and of which it is not known
// yet. One that an entry under another name was recognized as is not deleted.
func isNews(gone []dateline.ItemID, all []named, known map[dateline.ItemID]string) []dateline.ItemID {
	return slices.DeleteFunc(gone, func(id dateline.ItemID) bool {
		d, kept := known[id]
		return !kept || d == deleted || d == dateline.Erased || slices.ContainsFunc(all, func(n named) bool { return n.id == id })
	})
}

// strike records that a feed has deleted the entries of items. Their pages are not
// looked at any more: a page that stays would say that they are back.
func (in *Intake) strike(ctx context.Context, tx dateline.Tx, ids []dateline.ItemID, now time.Time) error {
	if len(ids) == 0 {
		return nil
	}
	items, err := tx.Items(ctx, ids) // as they are now: a look may have found a version since
	if err != nil {
		return err
	}
	looks, err := tx.LooksOf(ctx, ids)
	if err != nil {
		return err
	}
	var kept []dateline.Kept
	var edits []dateline.Edit
	var over []dateline.Look
	for _, it := range items {
		if it.Digest == deleted { // another poll of the source was faster
			continue
		}
		it.Digest = deleted
		kept = append(kept, dateline.Kept{Item: it, Words: in.words(&it)})
		over = append(over, dateline.Look{Item: it.ID, Source: it.Source})
		if looks[it.ID].Lost != dateline.EditGone { // its page has told already
			edits = append(edits, dateline.Edit{Item: it.ID, Version: it.Version, Source: it.Source, Kind: dateline.EditGone, Time: now})
		}
	}
	if _, err := tx.Keep(ctx, kept); err != nil {
		return err
	}
	if err := tx.PutLooks(ctx, over...); err != nil {
		return err
	}
	return tx.PutEdits(ctx, edits...)
}

// writeBack records that entries are back which their feed had deleted.
func (w *keeping) writeBack(ctx context.Context, tx dateline.Edits) error {
	var edits []dateline.Edit
	for _, i := range w.back {
		o := w.outcomes[i]
		edits = append(edits, dateline.Edit{
			Item: o.ID, Version: o.Version, Source: w.items[i].Item.Source, Kind: dateline.EditRestored, Time: w.copies[i].Received,
		})
	}
	return tx.PutEdits(ctx, edits...)
}
