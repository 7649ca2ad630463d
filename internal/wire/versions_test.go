package wire

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/mem"
	"dateline/internal/store/sqlite"
)

// TestVersionsOfOurs: what the desk files as a correction is called one, in a store that keeps
// the times of decisions to the microsecond as well, and an edit without a notice is not.
func TestVersionsOfOurs(t *testing.T) {
	disk, err := sqlite.Open(t.Context(), sqlite.Config{Path: filepath.Join(t.TempDir(), "ours.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer disk.Close() //nolint:errcheck // nothing is read of it any more
	for name, store := range map[string]dateline.Store{"mem": mem.New(), "sqlite": disk} {
		at := time.Date(2026, 11, 22, 10, 0, 0, 123456789, time.UTC)
		for i, kind := range []dateline.DecisionKind{dateline.Release, dateline.Correct, dateline.Update} {
			at = at.Add(time.Minute)
			item := story(dateline.OwnSource, []string{"adrift", "towed", "safe"}[i])
			item.Received = at
			err := store.Update(t.Context(), func(tx dateline.Tx) error {
				if _, err := tx.Keep(t.Context(), []dateline.Kept{{Item: *item}}); err != nil {
					return err
				}
				_, err := tx.Decide(t.Context(), dateline.Decision{Item: item.ID, Kind: kind, By: "mona", Time: at, Notice: map[bool]string{true: "Towed."}[kind == dateline.Correct]})
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		err := store.Update(t.Context(), func(tx dateline.Tx) error {
			entries, err := tx.Entries(context.Background(), 0, 1000)
			if err != nil {
				return err
			}
			return Stage{}.Step(t.Context(), tx, entries)
		})
		if err != nil {
			t.Fatal(err)
		}
		v, err := NewReader(store, dateline.Publication{}, func() time.Time { return at }).Item(t.Context(), "of"+dateline.ItemID(dateline.OwnSource))
		if err != nil || len(v.Versions) != 3 {
			t.Fatalf("%s: %+v %v", name, v.Versions, err)
		}
		for i, want := range []dateline.DecisionKind{"", dateline.Correct, ""} {
			if got := v.Versions[i].Notice; got != want {
				t.Errorf("%s: version %d is called %q, want %q", name, i+1, got, want)
			}
		}
	}
}
