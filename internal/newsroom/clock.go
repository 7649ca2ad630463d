package newsroom

import (
	"context"
	"time"

	"dateline"
)

// clockCursor is how far embargo ends have been written into the log, in
// microseconds since 1970: the finest that every store keeps.
const clockCursor = "clock"

// endEmbargoes writes the embargoes that ended since the last look into the
// log, so that whoever follows it learns of them. Outputs check the time
// themselves as well.
func (n *Newsroom) endEmbargoes(ctx context.Context) error {
	now := n.cfg.Now()
	ended, ahead, err := n.ended(ctx, now)
	if err != nil || len(ended) == 0 && !ahead {
		return err
	}
	return n.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		if err := n.checkEpoch(ctx, tx); err != nil {
			return err
		}
		entries := make([]dateline.Entry, len(ended))
		for i, f := range ended {
			entries[i] = dateline.Entry{
				Time: now, Kind: dateline.EntryEmbargo, Item: f.Item, Version: f.Version, Source: f.Source,
			}
		}
		if err := tx.Append(ctx, entries...); err != nil {
			return err
		}
		return tx.SetCursor(ctx, clockCursor, now.UnixMicro())
	})
}

// ended are the filings whose embargo has ended since the clock's cursor. It only
// looks: the cursor moves when there is something to write, so that a wire without
// embargoes writes nothing every tenth of a second. It stands ahead where this
// machine's date was wrong, and would tell of no end until that date; clocks that
// were only put right by a little have told of an end too early, once is enough.
func (n *Newsroom) ended(ctx context.Context, now time.Time) (ended []dateline.Filing, ahead bool, err error) {
	err = n.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		since, err := tx.Cursor(ctx, clockCursor)
		if err != nil {
			return err
		}
		if ahead = time.UnixMicro(since).After(now.Add(dateline.ClockSkew)); ahead {
			return nil // the cursor is set back, and the next look finds what ends from here
		}
		ended, err = tx.Embargoed(ctx, time.UnixMicro(since), now)
		return err
	})
	return ended, ahead, err
}
