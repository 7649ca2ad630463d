package main

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"dateline"
	"dateline/internal/config"
	"dateline/internal/desk"
)

func TestSettledDeskShowsTheNewState(t *testing.T) {
	ctx := context.Background()
	cfg := config.Default()
	cfg.Data = t.TempDir()
	app, err := Open(ctx, cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer app.Close()
	d := settledDesk{app.Desk, app.settle}
	id, err := d.File(ctx, desk.Draft{Headline: "Berths reopen", By: "rania"})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Decide(ctx, dateline.Decision{Item: id, Kind: dateline.Hold, By: "rania"}); err != nil {
		t.Fatal(err)
	}
	lines, err := d.Lines(ctx, dateline.FilingQuery{})
	if err != nil || len(lines) != 1 || lines[0].Filing.Decided != dateline.Hold {
		t.Errorf("the desk shows %+v, %v", lines, err)
	}
	if err := d.Decide(ctx, dateline.Decision{Item: "nosuchitem", Kind: dateline.Hold, By: "rania"}); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("no such item: %v", err)
	}
}

func TestSettledDeskDoesNotWaitForEver(t *testing.T) {
	began := time.Now()
	stuck := func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }
	settledDesk{settle: stuck}.wait(context.Background())
	if took := time.Since(began); took < settleWithin || took > time.Minute {
		t.Errorf("waited %v", took)
	}
}
