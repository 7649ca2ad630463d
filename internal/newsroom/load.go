package newsroom

import (
	"context"
	"sync"
	"time"

	"dateline"
)

// A Loader is a Stage that remembers something beside its rows. Load makes that
// ready outside of the transactions in which the stage steps, so that others can
// write while it takes its time; Step does without.
type Loader interface {
	Load(ctx context.Context, store dateline.Store) error
}

// loads are those under way in a newsroom that runs. A stage that loads for long
// is passed over meanwhile: a flash must not wait until what was matched of ten
// thousand items, or of a million, is remembered.
type loads struct {
	beside bool // else a load is waited for
	group  sync.WaitGroup
	mu     sync.Mutex
	ends   map[string]chan error // by stage
}

// forget leaves what nobody took: a newsroom that runs again loads again.
func (l *loads) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	clear(l.ends)
}

// Loading reports whether a stage is loading what it remembers.
func (n *Newsroom) Loading(stage string) bool {
	n.loads.mu.Lock()
	defer n.loads.mu.Unlock()
	return n.loads.ends[stage] != nil
}

// load lets a stage load and reports whether it has. In a newsroom that runs it
// waits for half a tick: most have nothing to load.
func (n *Newsroom) load(ctx context.Context, s Stage) (ready bool, err error) {
	l, ok := s.(Loader)
	if !ok {
		return true, nil
	}
	if !n.loads.beside {
		return true, guarded(func() error { return l.Load(ctx, n.cfg.Store) })
	}
	end := n.begin(ctx, s.Name(), l)
	select {
	case err := <-end:
		n.loads.mu.Lock()
		delete(n.loads.ends, s.Name())
		n.loads.mu.Unlock()
		return true, err
	case <-time.After(n.cfg.Tick / 2):
		return false, nil
	}
}

// begin begins a load, unless one is under way, and returns where its end is told.
func (n *Newsroom) begin(ctx context.Context, name string, l Loader) chan error {
	n.loads.mu.Lock()
	defer n.loads.mu.Unlock()
	end := n.loads.ends[name]
	if end == nil {
		// With room for one: a load can end when nobody asks for it any more.
		end = make(chan error, 1)
		n.loads.ends[name] = end
		n.loads.group.Go(func() { end <- guarded(func() error { return l.Load(ctx, n.cfg.Store) }) })
	}
	return end
}
