package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline"
)

func TestDriftingAndAccept(t *testing.T) {
	d, store := open(t)
	ctx := context.Background()
	missed := dateline.Reading{Habits: []dateline.Habit{
		{Trait: dateline.TraitByline, Items: 200, Share: 0.9, Seen: 12, Lost: now.Add(-time.Hour)}, {Trait: dateline.TraitDate, Items: 200},
	}}
	err := store.Update(ctx, func(tx dateline.Tx) error {
		return errors.Join(
			tx.PutSource(ctx, dateline.Source{ID: "port", Name: "Port"}, now),
			tx.Polled(ctx, "port", dateline.Poll{Reading: missed}))
	})
	if err != nil {
		t.Fatal(err)
	}
	drifting, err := d.Drifting(ctx)
	if err != nil || len(drifting) != 1 || drifting[0].ID != "port" || len(drifting[0].Drift()) != 1 {
		t.Fatalf("drifting: %+v, %v", drifting, err)
	}
	if err := errors.Join(d.Accept(ctx, "port"), d.Accept(ctx, "nra")); err != nil {
		t.Fatal(err)
	}
	if drifting, err = d.Drifting(ctx); err != nil || len(drifting) > 0 {
		t.Errorf("after it was accepted: %+v, %v", drifting, err)
	}
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		port, err1 := tx.Source(ctx, "port")
		nra, err2 := tx.Source(ctx, "nra")
		if !port.Accepted.Equal(now) || !nra.Accepted.IsZero() {
			t.Errorf("accepted: %v and, where there was nothing, %v", port.Accepted, nra.Accepted)
		}
		return errors.Join(err1, err2)
	})
	if err := d.Accept(ctx, "none"); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}
