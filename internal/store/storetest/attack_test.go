package storetest

import (
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/mem"
)

// witness is a T that only remembers whether it was failed.
type witness struct {
	mu     sync.Mutex
	failed bool
}

func (w *witness) Helper() {}

func (w *witness) Errorf(string, ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.failed = true
}

func (w *witness) Fatalf(format string, args ...any) {
	w.Errorf(format, args...)
	runtime.Goexit()
}

func (w *witness) verdict() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.failed
}

// fails runs one check and reports whether it failed; one that hangs fails.
func fails(c check, s dateline.Store) bool {
	w, done := &witness{}, make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if r := recover(); r != nil {
				w.Errorf("panic: %v", r)
			}
		}()
		c.run(newKit(w, s))
	}()
	select {
	case <-done:
		return w.verdict()
	case <-time.After(10 * time.Second):
		return true
	}
}

// TestFaults demands that the suite fails every broken store.
func TestFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("long: the suite's checks, not a store, and one after the other")
	}
	var tripped sync.Map // the checks that a fault has tripped
	t.Run("each is caught", func(t *testing.T) {
		for _, f := range faults() {
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				for _, c := range checks() {
					if fails(c, f.wrap(mem.New())) {
						tripped.Store(c.sentence, true)
						return
					}
				}
				t.Errorf("the suite passes a store in which %s", f.name)
			})
		}
	})
	// No check is there for nothing, be it that others come before it.
	for _, c := range checks() {
		_, caught := tripped.Load(c.sentence)
		if !caught && !slices.ContainsFunc(faults(), func(f fault) bool { return fails(c, f.wrap(mem.New())) }) {
			t.Errorf("no fault trips the check that %s", c.sentence)
		}
	}
}

// TestWhole demands that the wrapper of the faults breaks nothing by itself.
func TestWhole(t *testing.T) {
	for _, c := range checks() {
		if fails(c, broken{mem.New(), func(*tx) {}}) {
			t.Errorf("the suite fails a good store: %s", c.sentence)
		}
	}
}
