package morgue

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"

	"dateline"
)

// Mem is a [dateline.Morgue] in memory, for tests.
type Mem struct {
	mu     sync.Mutex
	last   int
	copies map[dateline.CopyRef]dateline.Copy
}

// NewMem makes an empty one.
func NewMem() *Mem { return &Mem{copies: map[dateline.CopyRef]dateline.Copy{}} }

// Put keeps copies.
func (m *Mem) Put(ctx context.Context, copies []dateline.Copy) ([]dateline.CopyRef, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	refs := make([]dateline.CopyRef, len(copies))
	for i, c := range copies {
		m.last++
		refs[i] = dateline.CopyRef(fmt.Sprint("mem/", m.last))
		c.Body = bytes.Clone(c.Body)
		m.copies[refs[i]] = c
	}
	return refs, nil
}

// Get returns a copy.
func (m *Mem) Get(_ context.Context, ref dateline.CopyRef) (dateline.Copy, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, ok := m.copies[ref]
	if !ok {
		return dateline.Copy{}, fmt.Errorf("raw copy %q: %w", ref, dateline.ErrNotFound)
	}
	// A copy, or whoever reads would change what is kept.
	c.Body = bytes.Clone(c.Body)
	return c, nil
}

// Delete forgets a copy.
func (m *Mem) Delete(_ context.Context, ref dateline.CopyRef) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.copies, ref)
	return nil
}

// Prune forgets old copies.
func (m *Mem) Prune(ctx context.Context, before time.Time) (freed int64, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for ref, c := range m.copies {
		if c.Received.Before(before) {
			freed += int64(len(c.Body))
			delete(m.copies, ref)
		}
	}
	return freed, ctx.Err()
}
