package mem

import (
	"context"
	"fmt"
	"slices"
	"time"

	"dateline"
)

// append numbers an entry and adds it. The tail of the slice may be shared with
// a state that was thrown away, never with one that somebody can see.
func (t *tx) append(e dateline.Entry) int64 {
	// The log has no holes, so that a number is a place in it.
	e.Seq = int64(len(t.log)) + 1
	e.Time = time.UnixMicro(order(e.Time)).UTC()
	t.log = append(t.log, e)
	return e.Seq
}

// Append numbers entries and adds them.
func (t *tx) Append(ctx context.Context, entries ...dateline.Entry) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, e := range entries {
		t.append(e)
	}
	return nil
}

// Entries reads the log.
func (t *tx) Entries(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	// Followers may ask from behind the end, and a cursor may have been set below zero.
	rest := t.log[min(max(after, 0), int64(len(t.log))):]
	return slices.Clone(rest[:min(max(limit, 0), len(rest))]), nil
}

// Last reads the newest number.
func (t *tx) Last(ctx context.Context) (int64, error) {
	return int64(len(t.log)), t.reading(ctx)
}

// Cursor reads a cursor.
func (t *tx) Cursor(ctx context.Context, name string) (int64, error) {
	return t.cursors[name], t.reading(ctx)
}

// SetCursor moves a cursor.
func (t *tx) SetCursor(ctx context.Context, name string, seq int64) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	t.cursors[name] = seq
	return nil
}

// lease is who leads, until when.
type lease struct {
	holder string
	until  time.Time
	epoch  int64
}

// Lead takes or renews the lease.
func (t *tx) Lead(ctx context.Context, holder string, now time.Time, ttl time.Duration) (int64, error) {
	if err := t.writing(ctx); err != nil {
		return 0, err
	}
	if t.lease.holder != holder {
		if held(t.lease.until, now, now.Add(ttl)) {
			return 0, fmt.Errorf("%s leads until %s: %w", t.lease.holder, t.lease.until.Format(time.RFC3339), dateline.ErrConflict)
		}
		// Only where the holder changes: who renews it keeps the epoch, and with it
		// the right to write.
		t.lease.epoch++
	}
	t.lease.holder, t.lease.until = holder, now.Add(ttl)
	return t.lease.epoch, nil
}

// Epoch reads the current epoch.
func (t *tx) Epoch(ctx context.Context) (int64, error) {
	return t.lease.epoch, t.reading(ctx)
}

// Decide records decisions.
func (t *tx) Decide(ctx context.Context, decisions ...dateline.Decision) ([]int64, error) {
	if err := t.writing(ctx); err != nil {
		return nil, err
	}
	sources := make([]dateline.SourceID, len(decisions))
	// All are checked before one is written: a decision on an item that is not there
	// undoes none, for none is recorded.
	for i, d := range decisions {
		r, err := t.record(d.Item)
		if err != nil {
			return nil, err
		}
		sources[i] = r.current().Source
	}
	numbers := make([]int64, len(decisions))
	for i, d := range decisions {
		d.Seq = t.append(dateline.Entry{
			Time: d.Time, Kind: dateline.EntryDecided, Item: d.Item, Source: sources[i], Note: string(d.Kind),
		})
		t.decisions = append(t.decisions, clone(d))
		numbers[i] = d.Seq
	}
	return numbers, nil
}

// DecisionsOn returns the decisions on items.
func (t *tx) DecisionsOn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Decision, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	on := map[dateline.ItemID][]dateline.Decision{}
	for _, d := range t.decisions {
		if slices.Contains(ids, d.Item) {
			on[d.Item] = append(on[d.Item], d)
		}
	}
	return on, nil
}
