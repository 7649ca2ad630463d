package desk

import (
	"context"

	"dateline"
)

// Sources returns all sources, by id.
func (d *Desk) Sources(ctx context.Context) (all []dateline.Source, err error) {
	defer dateline.Wrap(&err, "sources of the desk")
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		all, err = tx.Sources(ctx)
		return err
	})
	return all, err
}

// Drifting returns the sources whose reading changed for the worse, by id.
func (d *Desk) Drifting(ctx context.Context) (drifting []dateline.Source, err error) {
	defer dateline.Wrap(&err, "drifting sources")
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		all, err := tx.Sources(ctx)
		for _, s := range all {
			if len(s.Drift()) > 0 {
				drifting = append(drifting, s)
			}
		}
		return err
	})
	return drifting, err
}

// Accept takes how a source reads now for usual: that is learnt anew. ErrNotFound when there is no such source; a source that reads as usual
// stays as it is.
func (d *Desk) Accept(ctx context.Context, id dateline.SourceID) (err error) {
	defer dateline.Wrap(&err, "accept how %s is read", id)
	return d.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		s, err := tx.Source(ctx, id)
		// Not an error: two people may look at the same warning, and the second one's wish is
		// met.
		if err != nil || len(s.Drift()) == 0 {
			return err
		}
		// The stage that learns habits sees the time and begins anew; nothing is learnt here,
		// where it would be lost when that stage's cursor is set back.
		s.Accepted = d.cfg.Now()
		return tx.PutSource(ctx, s, s.Accepted)
	})
}
