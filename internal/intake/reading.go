package intake

import (
	"context"
	"slices"

	"dateline"
	"dateline/internal/drift"
)

// How a source is read is followed here and not by a stage of the log: the items
// are still in memory, so it costs 0.5 µs each, where a stage would have to decode
// them again. Only first versions count. A poll of many items is kept in parts
// and its state with the last of them; after a crash between two parts the first
// ones stay uncounted, which a statistic can bear.

// reading is how a source has been read so far. When a person has taken its new
// state as usual since, all is learnt anew: what has changed once is not known
// by halves.
func reading(s *dateline.Source) dateline.Reading {
	if r := s.Poll.Reading; !s.Accepted.After(r.Accepted) {
		return r
	}
	return dateline.Reading{Accepted: s.Accepted}
}

// facts are those of the items of which a first version was kept.
func (w *keeping) facts() []drift.Facts {
	var out []drift.Facts
	for i, o := range w.outcomes {
		if o.What == dateline.EntryKept {
			out = append(out, drift.Of(&w.items[i].Item))
		}
	}
	return out
}

// noteReading writes into the log that a source's reading drifted or recovered
// with a good poll, so that pages which tell it are made anew.
func noteReading(ctx context.Context, tx dateline.Log, before *dateline.Source, after dateline.Poll) error {
	next := *before
	next.Poll = after
	is := next.Drift()
	if slices.EqualFunc(before.Drift(), is, func(a, b dateline.Habit) bool { return a.Trait == b.Trait }) {
		return nil
	}
	note := dateline.NoteDrifted
	if len(is) == 0 {
		note = dateline.NoteRecovered
	}
	return tx.Append(ctx, dateline.Entry{Time: after.LastGood, Kind: dateline.EntrySource, Source: before.ID, Note: note})
}
