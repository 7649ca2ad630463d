package desk

import (
	"context"
	"maps"
	"slices"

	"dateline"
)

// advised is how many of a source's newest items are looked through for the one that
// it kills by its headline.
const advised = 200

// byAdvisory flags what a source takes back in an item of its own: agencies send
// "KILL: " and the headline under a new name. What it is about is known by
// the headline alone, so nobody but a person decides on it.
func byAdvisory(ctx context.Context, tx dateline.Tx, e dateline.Entry) (flags []dateline.Edit, err error) {
	heads, err := tx.Heads(ctx, []dateline.ItemID{e.Item})
	// An item that had been news before it was killed is its own story.
	if err != nil || len(heads) == 0 || heads[0].PubStatus != dateline.Canceled || heads[0].Version > 1 || heads[0].Source == dateline.OwnSource {
		return nil, err
	}
	about, err := headedLike(ctx, tx, &heads[0])
	if err != nil {
		return nil, err
	}
	for _, id := range about {
		flag := dateline.Edit{Item: id, Kind: dateline.EditKill, Time: e.Time, Of: e.Item}
		copies, err := toCopies(ctx, tx, flag)
		if err != nil {
			return nil, err
		}
		flags = append(append(flags, flag), copies...)
	}
	return flags, nil
}

// headedLike are the recent items of a source that have the headline of another one of it
// and are not killed themselves.
func headedLike(ctx context.Context, tx dateline.Tx, of *dateline.Item) (out []dateline.ItemID, err error) {
	if of.Headline == "" {
		return nil, nil
	}
	recent, err := tx.DigestsOf(ctx, of.Source, advised)
	if err != nil {
		return nil, err
	}
	heads, err := tx.Heads(ctx, slices.Sorted(maps.Keys(recent))) // in one order, as flags go into the log
	for i := range heads {
		h := &heads[i]
		// What comes later with the headline is the story put right, and not meant.
		if h.ID != of.ID && !h.Received.After(of.Received) && h.PubStatus != dateline.Canceled && dateline.SameWords(h.Headline, of.Headline) {
			out = append(out, h.ID)
		}
	}
	return out, err
}
