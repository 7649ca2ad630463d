package intake

import (
	"maps"
	"sync"
	"sync/atomic"
)

// Stats count what an Intake did since it was made.
type Stats struct {
	Polls       atomic.Int64 // feeds asked for
	NotModified atomic.Int64 // of them unchanged
	Kept        atomic.Int64 // first versions of items
	Versions    atomic.Int64 // later versions
	Pages       atomic.Int64 // pages read
	Looks       atomic.Int64 // pages looked at again
	Bytes       atomic.Int64 // of feeds and pages, decompressed

	errors counts
}

// Errors are the failures of feeds and pages by their kind.
func (s *Stats) Errors() map[string]int64 { return s.errors.all() }

// counts are counters by name.
// The names are those of fetch.Kind and a few more, which are known only when they occur.
type counts struct {
	mu sync.Mutex
	n  map[string]int64
}

func (c *counts) add(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.n == nil {
		c.n = map[string]int64{}
	}
	c.n[name]++
}

// all gives a copy, for whoever reads it does so while polls go on counting.
func (c *counts) all() map[string]int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return maps.Clone(c.n)
}
