package main

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"dateline"
	"dateline/internal/config"
	"dateline/internal/morgue"
)

// TestKeepNone: who keeps no raw copy has none on the disk, not even for a day.
func TestKeepNone(t *testing.T) {
	s := newShell(t)
	s.write("page.txt", "Ferry stops\n\nThe ferry to Murjana stopped on Sunday.\n")
	raw := filepath.Join(s.dir, ".dateline", "morgue")
	s.must("take", "page.txt")
	if files := whatHolds(t, raw, "murjana"); len(files) == 0 {
		t.Fatal("the test cannot see what it looks for")
	}
	s = newShell(t)
	s.env["DATELINE_MORGUE_KEEP"] = "0"
	s.write("page.txt", "Ferry stops\n\nThe ferry to Murjana stopped on Sunday.\n")
	s.must("take", "page.txt")
	if files := whatHolds(t, filepath.Join(s.dir, ".dateline", "morgue"), "murjana"); len(files) > 0 {
		t.Errorf("raw copy stands in %v", files)
	}
	if out := s.must("search", "Murjana"); out == "" {
		t.Error("the item was not kept")
	}
}

// TestPruneInTime: copy that is kept for hours goes within as many again, and what
// is kept for months is looked at once a day.
func TestPruneInTime(t *testing.T) {
	for keep, c := range map[time.Duration]struct {
		after time.Duration
		gone  bool
	}{
		time.Hour:           {2*time.Hour + time.Minute, true},
		6 * time.Hour:       {5 * time.Hour, false},
		90 * 24 * time.Hour: {91*24*time.Hour + time.Minute, true},
		48 * time.Hour:      {47 * time.Hour, false},
	} {
		synctest.Test(t, func(t *testing.T) {
			raw := morgue.NewMem()
			refs, err := raw.Put(t.Context(), []dateline.Copy{{Received: time.Now(), Body: []byte("ferry")}})
			if err != nil {
				t.Fatal(err)
			}
			a := &App{Morgue: raw, log: slog.New(slog.DiscardHandler)}
			a.cfg.Morgue.Keep = config.Duration(keep)
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan error)
			go func() { done <- a.pruneMorgue(ctx) }()
			time.Sleep(c.after)
			synctest.Wait()
			if _, err := raw.Get(t.Context(), refs[0]); (err != nil) != c.gone {
				t.Errorf("kept for %v, after %v: %v", keep, c.after, err)
			}
			cancel()
			if err := <-done; err != nil {
				t.Error(err)
			}
		})
	}
}
