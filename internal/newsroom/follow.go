package newsroom

import (
	"context"
	"time"

	"dateline"
)

// Follow calls f with the log's new entries until ctx is done, beginning after
// a sequence number. It keeps no cursor: it is for those who only need to know
// what changed from now on, such as the caches of web and api. An error of the
// store is given to failed and tried again.
func Follow(ctx context.Context, store dateline.Store, after int64, f func([]dateline.Entry), failed func(error)) {
	const limit, tick = 1000, 100 * time.Millisecond
	timer := time.NewTicker(tick)
	defer timer.Stop()
	for {
		var entries []dateline.Entry
		err := store.View(ctx, func(tx dateline.Tx) (err error) {
			entries, err = tx.Entries(ctx, after, limit)
			return err
		})
		if err != nil && ctx.Err() == nil {
			failed(err)
		}
		if len(entries) > 0 {
			after = entries[len(entries)-1].Seq
			f(entries)
		}
		if len(entries) == limit {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
	}
}

// Last returns the newest sequence number of the log, to follow from.
func Last(ctx context.Context, store dateline.Store) (last int64, err error) {
	err = store.View(ctx, func(tx dateline.Tx) error {
		last, err = tx.Last(ctx)
		return err
	})
	return last, err
}
