package stage_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"dateline"
	statements "dateline/internal/annotate/stage"
	"dateline/internal/store/storetest"
)

// TestOutage: a step whose store fails says so, and the next one finds who they are
// all the same, whatever the desk ordered meanwhile.
func TestOutage(t *testing.T) {
	arrive := func() (*press, []dateline.Entry) {
		p := newPress(t)
		var entries []dateline.Entry
		p.update(func(ctx context.Context, tx dateline.Tx) error {
			var kept []dateline.Kept
			for _, it := range dispatches(t)[:12] {
				kept = append(kept, dateline.Kept{Item: it})
			}
			if _, err := tx.Keep(ctx, kept); err != nil {
				return err
			}
			all, err := tx.Entries(ctx, 0, 1000)
			if err != nil {
				return err
			}
			if err := (statements.Statements{}).Step(ctx, tx, all); err != nil {
				return err
			}
			entries, err = tx.Entries(ctx, 0, 1000)
			return err
		})
		return p, entries
	}
	said := func(p *press) (out []string) {
		p.update(func(ctx context.Context, tx dateline.Tx) error {
			persons, err := tx.Persons(ctx, dateline.PersonQuery{Limit: 1000})
			for _, person := range persons {
				out = append(out, fmt.Sprint(person.ID, person.Names, person.Statements, person.Items))
			}
			return err
		})
		slices.Sort(out)
		return out
	}
	calm, entries := arrive()
	calm.update(func(ctx context.Context, tx dateline.Tx) error { return calm.stage.Step(ctx, tx, entries) })
	want := said(calm)
	if len(want) < 3 {
		t.Fatalf("only %d persons speak", len(want))
	}
	p, entries := arrive()
	storetest.Outage(t, func(ctx context.Context) error {
		err := p.Update(ctx, func(tx dateline.Tx) error { return p.stage.Step(ctx, tx, entries) })
		if err != nil && len(said(p)) > 0 {
			t.Errorf("after %v there are persons", err)
		}
		return err
	})
	if got := said(p); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
