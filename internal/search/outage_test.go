package search

import (
	"context"
	"fmt"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/storetest"
)

// TestOutage: a search that could not read all that it needs says so, and gives no
// part of an answer.
func TestOutage(t *testing.T) {
	var items []dateline.Item
	for i := range 12 {
		items = append(items, story(fmt.Sprintf("item%02d", i), "Harbour opens", "The harbour master spoke of ships and storms.", i))
	}
	items = append(items, story("item50", "Market closes", "Ships came.", 50))
	store := keep(t, items...)
	newsroomOf(t, store)
	for name, ask := range map[string]Ask{
		"best first":               {Query: Parse("harbour ships", time.UTC)},
		"newest first":             {Query: Parse("harbour", time.UTC), Order: Newest},
		"newest first, counted":    {Query: Parse("harbour", time.UTC), Order: Newest, Count: true},
		"any of the words":         {Query: Parse("market ships", time.UTC)},
		"public":                   {Query: Parse("harbour", time.UTC), Public: true, Now: noon},
		"as of a past point":       asOf(5, "harbour"),
		"as of a past point, some": asOf(5, "market ships"),
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Outage(t, func(ctx context.Context) error {
				return store.View(ctx, func(tx dateline.Tx) error {
					answer, err := Run(ctx, tx, ask)
					if err != nil && len(answer.Hits) > 0 {
						t.Errorf("%v, and %d hits beside it", err, len(answer.Hits))
					}
					return err
				})
			})
		})
	}
	t.Run("a point of the log", func(t *testing.T) {
		storetest.Outage(t, func(ctx context.Context) error {
			return store.View(ctx, func(tx dateline.Tx) error {
				_, err := Locate(ctx, tx, Point{Time: noon})
				return err
			})
		})
	})
}

// newsroomOf runs the stage over the whole log of a store.
func newsroomOf(tb testing.TB, store dateline.Store) {
	tb.Helper()
	ctx := context.Background()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 1<<20)
		if err != nil {
			return err
		}
		return Stage{}.Step(ctx, tx, entries)
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// asOf asks as of an entry of the log.
func asOf(seq int64, query string) Ask {
	return Ask{Query: Parse(query, time.UTC), Order: Newest, Limit: 100, Past: &Past{Point: Point{Seq: seq}}}
}
