package wire

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dateline"
)

// History returns what may go out of an item and of each of its versions, oldest
// first. Only the publication's own items show their earlier versions, and of
// those the ones that were out when the next one came: what was filed and held
// never was public. The versions of anybody else's items are for the desk
// (ErrNotFound). ErrGone comes with the View of what remains, and no version.
func (r *Reader) History(ctx context.Context, id dateline.ItemID) (v View, versions []View, err error) {
	defer dateline.Wrap(&err, "history of item %q", id)
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		versions = nil
		all, err := tx.Versions(ctx, id)
		if err != nil {
			return err
		}
		// A store gives an error, never an empty list, so there is a last one.
		item := &all[len(all)-1]
		filing, err := filingOf(ctx, tx, id)
		if err != nil {
			return err
		}
		source, err := sourceOrStray(ctx, tx, item.Source)
		if err != nil {
			return err
		}
		if v, err = Public(item, &source, &filing, r.now()); err != nil {
			return err
		}
		if source.ID != dateline.OwnSource {
			// Not even the current version: who asks for a history would take it for one.
			v = View{}
			return fmt.Errorf("its versions are for the desk: %w", dateline.ErrNotFound)
		}
		decisions, err := tx.DecisionsOn(ctx, []dateline.ItemID{id})
		if err != nil {
			return err
		}
		for i := range all {
			// The current version has passed Public above; each earlier one must have been
			// out when it was followed.
			if i+1 < len(all) && !wasOut(&all[i], decisions[id], all[i+1].Received) {
				continue
			}
			then, err := PublicThen(&all[i], Today{item, &source, &filing, r.now()})
			if errors.Is(err, dateline.ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			versions = append(versions, then)
		}
		return nil
	})
	return v, versions, err
}

// wasOut reports whether a version was out at the time when the next one came.
// It files that version again by the decisions of its time: how an item was filed
// then is kept nowhere.
func wasOut(v *dateline.Item, decisions []dateline.Decision, next time.Time) bool {
	var before []dateline.Decision
	for _, d := range decisions {
		// The decision of that moment is of the next one's filing, which lets nothing out.
		if !d.Time.After(next) {
			before = append(before, d)
		}
	}
	f := fold(v, before)
	return f.Out(next)
}
