package intake

import (
	"context"
	"sync"

	"dateline"
)

// pileBytes is how much raw copy of one poll waits in memory before it is put
// into the morgue. What is less goes there with the items, for the sake of fewer
// syncs.
const pileBytes = 1 << 20

// A pile is the raw copy of the pages of one poll that is still in memory.
type pile struct {
	morgue dateline.Morgue
	mu     sync.Mutex
	works  []*work
	bytes  int
}

// add lays a page's copy on the pile and clears it away when it is high.
func (p *pile) add(ctx context.Context, w *work) error {
	if p.morgue == nil {
		// Nobody keeps it, and until the poll ends the bytes of all its pages would wait in memory.
		w.copy.Body = nil
		return nil
	}
	p.mu.Lock()
	p.works, p.bytes = append(p.works, w), p.bytes+len(w.copy.Body)
	if p.bytes < pileBytes {
		p.mu.Unlock()
		return nil
	}
	// The lock is let go before the morgue writes, so that other pages need not wait for it.
	full := p.works
	p.works, p.bytes = nil, 0
	p.mu.Unlock()
	copies := make([]dateline.Copy, len(full))
	for i, w := range full {
		copies[i] = w.copy
	}
	refs, err := p.morgue.Put(ctx, copies)
	if err != nil {
		return err // the keeper tries again, with the items
	}
	for i, w := range full {
		w.item.Copy, w.copy.Body = refs[i], nil
	}
	return nil
}
