package newsroom

import (
	"context"
	"time"

	"dateline"
)

// A Follower is told what is new in the log. It has no cursor: it is for those
// who only need to know what changed from now on, such as caches.
type Follower struct {
	After   int64                  // the entry to begin after
	Entries func([]dateline.Entry) // is given the new entries, in order
	Failed  func(error)            // is told when the store does not answer; it is asked again
}

// Follow tells a follower what is new until ctx is done.
func Follow(ctx context.Context, store dateline.Store, f Follower) {
	const limit, tick = 1000, 100 * time.Millisecond
	timer := time.NewTicker(tick)
	defer timer.Stop()
	for {
		var entries []dateline.Entry
		err := store.View(ctx, func(tx dateline.Tx) (err error) {
			entries, err = tx.Entries(ctx, f.After, limit)
			return err
		})
		wait := timer.C
		if err != nil && ctx.Err() == nil {
			f.Failed(err)
			wait = time.After(10 * tick) // a night without a database is 36,000 lines of log, not 360,000
		}
		if len(entries) > 0 {
			f.After = entries[len(entries)-1].Seq
			f.Entries(entries)
		}
		if len(entries) == limit {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-wait:
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
