package search

import (
	"context"
	"errors"

	"dateline"
)

// Stage is the newsroom's stage that indexes the versions that others have
// followed, for searches as of a past point of the log. Intake could do it only
// by making the old version's words again within the transaction that keeps the
// new one; so a change costs intake nothing. The stage runs before those that
// tell of the new version, so that whoever learns of it finds the old one in the
// past. Its cursor may be set back to any place: the index comes out the same.
type Stage struct{}

// Name is the name of the stage's cursor.
func (Stage) Name() string { return "past" }

// Step indexes the versions before those that entries tell of.
func (Stage) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "index earlier versions")
	followed := map[dateline.ItemID]map[int]bool{}
	var ids []dateline.ItemID
	for _, e := range entries {
		if e.Kind != dateline.EntryVersion {
			continue
		}
		if followed[e.Item] == nil {
			followed[e.Item] = map[int]bool{}
			ids = append(ids, e.Item)
		}
		// The entry is of the new version; the one before it is what becomes past with it.
		followed[e.Item][e.Version-1] = true
	}
	var past []dateline.Kept
	for _, id := range ids {
		versions, err := tx.Versions(ctx, id)
		if errors.Is(err, dateline.ErrGone) || errors.Is(err, dateline.ErrNotFound) {
			continue // erased meanwhile
		}
		if err != nil {
			return err
		}
		for i := range versions {
			if followed[id][versions[i].Version] {
				past = append(past, dateline.Kept{Item: versions[i], Words: Words(&versions[i])})
			}
		}
	}
	if len(past) == 0 { // nearly always
		return nil
	}
	return tx.PutPast(ctx, past)
}
