package stage

import (
	"context"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/store/storetest"
)

// TestOutage lets each call of the stage to its store fail: the step says so, and
// what the stage remembers leads, when it goes on with the same memory, to the rows
// that come without a failure.
func TestOutage(t *testing.T) {
	text := prose(1, 200)
	arrive := func() dateline.Store {
		store := press(t)
		translated := item("port", "translated", 50, prose(9, 120))
		translated.Language, translated.Translations = "ar", []dateline.Translation{{Language: "en", URL: "https://nra.example/first"}}
		keep(t, store, item("nra", "first", 10, text), item("marsa", "copy", 30, text), item("barid", "told", 40, reworded(text, 3)),
			item("port", "part", 45, half(text)), translated)
		keep(t, store, item("nra", "first", 60, text+"\n\n"+prose(4, 40))) // a new version
		return store
	}
	calm := arrive()
	run(t, calm, small(), 100, -1)
	want := rows(t, calm)
	for _, kind := range []string{"duplicate", "rewrite", "excerpt", "translation"} {
		if !strings.Contains(want, kind) {
			t.Fatalf("no %s happened:\n%s", kind, want)
		}
	}
	storetest.Outage(t, func(ctx context.Context) error {
		store, stage := arrive(), small()
		run(t, store, stage, 2, 1) // what it remembers already must stay
		err := store.Update(ctx, func(tx dateline.Tx) error {
			at, err := tx.Cursor(ctx, stage.Name())
			if err != nil {
				return err
			}
			entries, err := tx.Entries(ctx, at, 100)
			if err != nil {
				return err
			}
			if err := stage.Step(ctx, tx, entries); err != nil {
				return err
			}
			return tx.SetCursor(ctx, stage.Name(), entries[len(entries)-1].Seq)
		})
		run(t, store, stage, 100, -1)
		if got := rows(t, store); got != want {
			t.Errorf("after %v: %s", err, differ(got, want))
		}
		return err
	})
}
