package desk

import (
	"cmp"
	"context"
	"slices"

	"dateline"
)

// What happens to an item concerns whoever carries its text: copies of an item
// that was killed or taken away are flagged to the desk, never hidden. They are
// flagged when it happens, and when a copy is found afterwards; both record the
// same edit, which stands once. Translations are left out: most are guessed.

// mostCopies bounds how many copies of one item are flagged.
const mostCopies = 500

// carry flags the copies of items that entries speak of.
func carry(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) error {
	var flags, ordered []dateline.Edit
	for _, e := range entries {
		found, err := onCopies(ctx, tx, e)
		if err != nil {
			return err
		}
		flags = append(flags, found...)
		if e.Kind != dateline.EntryDecided || concerns(e) == "" {
			continue
		}
		if found, err = byAdvisory(ctx, tx, e); err != nil {
			return err
		}
		ordered = append(ordered, found...)
	}
	if err := putFlags(ctx, tx, flags, false); err != nil {
		return err
	}
	return putFlags(ctx, tx, ordered, true)
}

// onCopies makes the flags that an entry brings for copies of its item, or for the item
// as a copy of others.
func onCopies(ctx context.Context, tx dateline.Tx, e dateline.Entry) ([]dateline.Edit, error) {
	kind := concerns(e)
	switch {
	case kind == "" && e.Kind == dateline.EntryMatched:
		return fromOrigins(ctx, tx, e.Item)
	case kind == "":
		return nil, nil
	case e.Kind == dateline.EntryEdited: // a flag on a copy is none for the copies of that
		if own, err := happened(ctx, tx, e); err != nil || !own {
			return nil, err
		}
	}
	return toCopies(ctx, tx, dateline.Edit{Item: e.Item, Kind: kind, Time: e.Time})
}

// concerns is what an entry means for the copies of its item, "" for nothing.
func concerns(e dateline.Entry) dateline.EditKind {
	switch {
	case e.Kind == dateline.EntryDecided && (e.Note == string(dateline.Kill) || e.Note == string(dateline.Withdraw)):
		return dateline.EditKill
	case e.Kind == dateline.EntryEdited && (dateline.EditKind(e.Note).Lost() || e.Note == string(dateline.EditRestored)):
		return dateline.EditKind(e.Note)
	}
	return ""
}

// toCopies makes the flags of all items whose text comes from one, over however
// many others. They are of the item where it began, if that is known to be another one.
func toCopies(ctx context.Context, tx dateline.Matches, of dateline.Edit) (flags []dateline.Edit, err error) {
	seen := map[dateline.ItemID]bool{of.Item: true}
	// Level by level, one read each: a copy of a copy has its text from the same item.
	for next := []dateline.ItemID{of.Item}; len(next) > 0 && len(seen) < mostCopies; {
		made, err := tx.MatchesTo(ctx, next)
		if err != nil {
			return nil, err
		}
		before := next
		next = nil
		for _, id := range before {
			for _, m := range made[id] {
				if m.Kind == dateline.MatchTranslation || seen[m.Item] {
					continue
				}
				seen[m.Item] = true
				next = append(next, m.Item)
				flags = append(flags, dateline.Edit{Item: m.Item, Kind: of.Kind, Time: of.Time, Of: cmp.Or(of.Of, of.Item)})
			}
		}
	}
	return flags, nil
}

// fromOrigins makes the flags of an item whose text was found to come from items
// that are lost already, and of its own copies.
func fromOrigins(ctx context.Context, tx dateline.Tx, item dateline.ItemID) (flags []dateline.Edit, err error) {
	made, err := tx.MatchesOf(ctx, []dateline.ItemID{item})
	if err != nil {
		return nil, err
	}
	var origins []dateline.ItemID
	for _, m := range made[item] {
		if m.Kind != dateline.MatchTranslation {
			origins = append(origins, m.Of)
		}
	}
	edits, err := tx.EditsOn(ctx, origins)
	if err != nil {
		return nil, err
	}
	decisions, err := tx.DecisionsOn(ctx, origins)
	if err != nil {
		return nil, err
	}
	for _, id := range origins {
		// A kill by the desk is no edit at the source, and stands among decisions alone.
		for _, lost := range append(losses(edits[id]), takenBack(decisions[id])...) {
			// The origin may be a copy itself.
			flag := dateline.Edit{Item: item, Kind: lost.Kind, Time: lost.Time, Of: cmp.Or(lost.Of, id)}
			// Copies of this one that were known before got no flag, for it had none.
			below, err := toCopies(ctx, tx, flag)
			if err != nil {
				return nil, err
			}
			flags = append(append(flags, flag), below...)
		}
	}
	return flags, nil
}

// takenBack is the kill or withdrawal that stands on an item, none when it was
// released since.
func takenBack(decisions []dateline.Decision) (out []dateline.Edit) {
	for _, d := range decisions {
		switch d.Kind {
		case dateline.Kill: // nothing stands over it
			return []dateline.Edit{{Kind: dateline.EditKill, Time: d.Time}}
		case dateline.Withdraw:
			out = []dateline.Edit{{Kind: dateline.EditKill, Time: d.Time}}
		case dateline.Release:
			out = nil
		}
	}
	return out
}

// losses are those of the newest edits that took an item away or brought it back
// by which it is away: of its own page and of each origin by itself, for one may be
// back while another is not.
func losses(edits []dateline.Edit) (away []dateline.Edit) {
	var last []dateline.Edit
	for _, e := range edits {
		if !e.Kind.Lost() && e.Kind != dateline.EditRestored {
			continue
		}
		last = append(slices.DeleteFunc(last, func(x dateline.Edit) bool { return x.Of == e.Of }), e)
	}
	return slices.DeleteFunc(last, func(x dateline.Edit) bool { return !x.Kind.Lost() })
}

// putFlags records flags with the version and the source of the items that they
// are on. A source that files its own item again knows what it does, unless it has
// ordered so in another item.
func putFlags(ctx context.Context, tx dateline.Tx, flags []dateline.Edit, ordered bool) error {
	ids := itemsOf(flags)
	for _, f := range flags {
		ids = append(ids, f.Of)
	}
	slices.Sort(ids)
	heads, err := tx.Heads(ctx, slices.Compact(ids))
	if err != nil || len(flags) == 0 {
		return err
	}
	byID := map[dateline.ItemID]dateline.Item{}
	for _, h := range heads {
		byID[h.ID] = h
	}
	var known []dateline.Edit
	for _, f := range flags {
		h, ok := byID[f.Item]
		if !ok || h.Source == byID[f.Of].Source && !ordered {
			continue
		}
		f.Version, f.Source = h.Version, h.Source
		known = append(known, f)
	}
	return tx.PutEdits(ctx, known...)
}
