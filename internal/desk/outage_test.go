package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/search"
	"dateline/internal/store/storetest"
)

// staffed is a desk with all that it may be asked about: persons who spoke, copies,
// edits of an item and of what it is a copy of, and a source whose reading drifts.
func staffed(t *testing.T) (*desk.Desk, dateline.Store) {
	t.Helper()
	d, store := opened(t)
	keep(t, store, story("Port shut", "Twelve ships wait.", 0))
	keep(t, store, story("Port shut", "Fifteen ships wait.", 1))
	copied := story("Port is shut", "Twelve ships wait, an agency says.", 2)
	copied.ID, copied.GUID = "bbbbbbbbbbbbb", "2"
	keep(t, store, copied)
	lose(t, store, dateline.EditMissing, 3, "")
	err := store.Update(t.Context(), func(tx dateline.Tx) error {
		return errors.Join(
			tx.PutMatches(t.Context(), []dateline.ItemID{copied.ID}, []dateline.Match{{Item: copied.ID, Of: "aaaaaaaaaaaaa", Kind: dateline.MatchRewrite, Confidence: 0.9, Program: 1}}),
			tx.PutEdits(t.Context(), dateline.Edit{Item: copied.ID, Version: 1, Source: "nra", Kind: dateline.EditKill, Time: now.Add(4 * time.Minute), Of: "aaaaaaaaaaaaa"}))
	})
	if err != nil {
		t.Fatal(err)
	}
	step(t, store)
	return d, store
}

// TestOutage: whatever the desk is asked or told while its store fails, it says so,
// and never shows a part as the whole.
func TestOutage(t *testing.T) {
	d, store := staffed(t)
	for name, op := range map[string]func(context.Context) error{
		"lines":    func(ctx context.Context) error { _, err := d.Lines(ctx, dateline.FilingQuery{Limit: 10}); return err },
		"find all": func(ctx context.Context) error { _, err := d.Find(ctx, desk.Search{}); return err },
		"find words": func(ctx context.Context) error {
			_, err := d.Find(ctx, desk.Search{Query: search.Parse("port", time.UTC)})
			return err
		},
		"find an address": func(ctx context.Context) error {
			_, err := d.Find(ctx, desk.Search{Named: "https://nra.example/1"})
			return err
		},
		"sources":     func(ctx context.Context) error { _, err := d.Sources(ctx); return err },
		"lost":        func(ctx context.Context) error { _, err := d.Lost(ctx); return err },
		"edited":      func(ctx context.Context) error { _, err := d.Edited(ctx, 10); return err },
		"history":     func(ctx context.Context) error { _, err := d.History(ctx, "aaaaaaaaaaaaa"); return err },
		"drifting":    func(ctx context.Context) error { _, err := d.Drifting(ctx); return err },
		"accept":      func(ctx context.Context) error { return d.Accept(ctx, "nra") },
		"persons":     func(ctx context.Context) error { _, err := d.Persons(ctx, "nawfal"); return err },
		"all persons": func(ctx context.Context) error { _, err := d.Persons(ctx, ""); return err },
		"by id":       func(ctx context.Context) error { _, err := d.Persons(ctx, string(salma)); return err },
		"speaker":     func(ctx context.Context) error { _, err := d.Speaker(ctx, salma); return err },
		"shared":      func(ctx context.Context) error { _, err := d.Shared(ctx, "aaaaaaaaaaaaa"); return err },
		"shared with": func(ctx context.Context) error {
			_, err := d.SharedWith(ctx, []dateline.ItemID{"aaaaaaaaaaaaa"})
			return err
		},
		"statements": func(ctx context.Context) error { _, err := d.Statements(ctx, "aaaaaaaaaaaaa"); return err },
		"decide": func(ctx context.Context) error {
			return d.Decide(ctx, dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: dateline.Hold, By: "rania"})
		},
		"file": func(ctx context.Context) error {
			_, err := d.File(ctx, desk.Draft{Headline: "Port opens", Language: "en", By: "rania"})
			return err
		},
		"join": func(ctx context.Context) error {
			return d.Order(ctx, dateline.PersonOrder{Kind: dateline.PersonJoin, Person: other, Into: salma, By: "rania", Reason: "the same"})
		},
		"split": func(ctx context.Context) error {
			return d.Order(ctx, dateline.PersonOrder{Kind: dateline.PersonSplit, Person: salma, Name: "سلمى نوفل", By: "rania", Reason: "another"})
		},
	} {
		t.Run(name, func(t *testing.T) { storetest.Outage(t, op) })
	}
	var entries []dateline.Entry
	view(t, store, func(ctx context.Context, tx dateline.Tx) (err error) {
		entries, err = tx.Entries(ctx, 0, 1000)
		return err
	})
	for name, s := range map[string]interface {
		Step(context.Context, dateline.Tx, []dateline.Entry) error
	}{"rules": desk.Rules{}, "edits": desk.Edits{}} {
		t.Run(name, func(t *testing.T) {
			storetest.Outage(t, func(ctx context.Context) error {
				return store.Update(ctx, func(tx dateline.Tx) error { return s.Step(ctx, tx, entries) })
			})
		})
	}
}
