package wire

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/mem"
	"dateline/internal/store/sqlite"
)

// TestVersionsOfOurs: what the desk files as a correction is called one, and nothing else is:
// not the version of the same second before it, nor one after which it was corrected.
func TestVersionsOfOurs(t *testing.T) {
	disk, err := sqlite.Open(t.Context(), sqlite.Config{Path: filepath.Join(t.TempDir(), "ours.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer disk.Close() //nolint:errcheck // nothing is read of it any more
	at := time.Date(2026, 11, 22, 10, 0, 0, 123456789, time.UTC)
	id := "of" + dateline.ItemID(dateline.OwnSource)
	for name, store := range map[string]dateline.Store{"mem": mem.New(), "sqlite": disk} {
		for i, kind := range []dateline.DecisionKind{dateline.Release, dateline.Update, dateline.Correct, dateline.Correct, dateline.Update} {
			item := story(dateline.OwnSource, []string{"adrift", "towed", "safe", "moored", "sold"}[i])
			item.Received = at // all of them
			decision := dateline.Decision{Item: id, Kind: kind, By: "mona", Time: at, Version: i + 1}
			if kind == dateline.Correct {
				decision.Notice, decision.Time = "Towed.", at.Add(time.Duration(i)*time.Minute)
			}
			err := store.Update(t.Context(), func(tx dateline.Tx) error {
				if _, err := tx.Keep(t.Context(), []dateline.Kept{{Item: *item}}); err != nil {
					return err
				}
				// Another correction of the same moment, that is of no version.
				_, err := tx.Decide(t.Context(), decision, dateline.Decision{Item: id, Kind: dateline.Clarify, By: "mona", Time: at, Notice: "By a tug."})
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
		v, err := NewReader(store, dateline.Publication{}, func() time.Time { return at }).Item(t.Context(), id)
		if err != nil || len(v.Versions) != 5 {
			t.Fatalf("%s: %+v %v", name, v.Versions, err)
		}
		for i, want := range []dateline.DecisionKind{"", "", dateline.Correct, dateline.Correct, ""} {
			if got := v.Versions[i].Notice; got != want {
				t.Errorf("%s: version %d is called %q, want %q", name, i+1, got, want)
			}
		}
	}
}

// TestVersionsOfASource: a correction by the desk is of no version of a source, though an
// older program's tables may say so.
func TestVersionsOfASource(t *testing.T) {
	store, id := mem.New(), dateline.ItemID("ofnra")
	err := store.Update(t.Context(), func(tx dateline.Tx) error {
		if err := tx.PutSource(t.Context(), dateline.Source{ID: "nra", Name: "NRA", Kind: dateline.Agency}, time.Time{}); err != nil {
			return err
		}
		for _, says := range []string{"adrift", "towed"} {
			if _, err := tx.Keep(t.Context(), []dateline.Kept{{Item: *story("nra", says)}}); err != nil {
				return err
			}
		}
		_, err := tx.Decide(t.Context(), dateline.Decision{Item: id, Kind: dateline.Release, By: "mona"},
			dateline.Decision{Item: id, Kind: dateline.Correct, By: "mona", Notice: "Towed.", Version: 2})
		if err != nil {
			return err
		}
		entries, err := tx.Entries(t.Context(), 0, 1000)
		if err != nil {
			return err
		}
		return Stage{}.Step(t.Context(), tx, entries)
	})
	if err != nil {
		t.Fatal(err)
	}
	v, err := NewReader(store, dateline.Publication{}, time.Now).Item(t.Context(), id)
	if err != nil || len(v.Versions) != 2 || v.Versions[1].Notice != "" || len(v.Notices) != 1 {
		t.Errorf("%+v, notices %+v: %v", v.Versions, v.Notices, err)
	}
}

// TestVersionsFiledAndHeld: what was written before an item was out is of no reader's concern.
func TestVersionsFiledAndHeld(t *testing.T) {
	store, id := mem.New(), "of"+dateline.ItemID(dateline.OwnSource)
	at := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	for i, kind := range []dateline.DecisionKind{dateline.Hold, dateline.Update, dateline.Release, dateline.Update} {
		item := story(dateline.OwnSource, []string{"adrift", "towed", "towed", "safe"}[i])
		at = at.Add(time.Minute)
		item.Received = at
		err := store.Update(t.Context(), func(tx dateline.Tx) error {
			if _, err := tx.Keep(t.Context(), []dateline.Kept{{Item: *item}}); err != nil {
				return err
			}
			_, err := tx.Decide(t.Context(), dateline.Decision{Item: id, Kind: kind, By: "mona", Time: at})
			if err != nil {
				return err
			}
			entries, err := tx.Entries(t.Context(), 0, 1000)
			if err != nil {
				return err
			}
			return Stage{}.Step(t.Context(), tx, entries)
		})
		if err != nil {
			t.Fatal(err)
		}
		reader := NewReader(store, dateline.Publication{}, func() time.Time { return at })
		v, err := reader.Item(t.Context(), id)
		var numbers []int
		for _, one := range v.Versions {
			numbers = append(numbers, one.Number)
		}
		want := [][]int{nil, nil, {2}, {2, 3}}[i]
		if !slices.Equal(numbers, want) || (err == nil) != (want != nil) {
			t.Errorf("after %s readers see versions %v, want %v (%v)", kind, numbers, want, err)
		}
	}
}
