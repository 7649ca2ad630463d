package stage

import (
	"context"

	"dateline"
)

// A follower is a stage with a memory, as following the log needs it.
type follower struct {
	name   string
	clear  func(context.Context) error // removes all that was derived
	memory remembering
	derive func(entries []dateline.Entry) error // in one transaction; the memory is right before
}

// remembering is a memory that is a function of the rows and of the next entry.
type remembering interface {
	// ready makes it right for an entry, after all that has been derived.
	ready(ctx context.Context, tx dateline.Tx, done, seq int64) error
	// reaches is the last entry that can be taken without making it ready again.
	reaches() int64
	// derived says how far the rows have come; -1 that it is right no more.
	derived(done int64)
}

// both is two memories as one.
type both struct{ a, b remembering }

func (m both) ready(ctx context.Context, tx dateline.Tx, done, seq int64) error {
	if err := m.a.ready(ctx, tx, done, seq); err != nil {
		return err
	}
	return m.b.ready(ctx, tx, done, seq)
}

func (m both) reaches() int64 { return min(m.a.reaches(), m.b.reaches()) }

func (m both) derived(done int64) {
	m.a.derived(done)
	m.b.derived(done)
}

// follow hands entries to a stage, but for those that it has derived from
// already, in parts before each of which the memory is made right.
func follow(ctx context.Context, tx dateline.Tx, f follower, entries []dateline.Entry) error {
	done, err := tx.Cursor(ctx, doneCursor(f.name))
	if err != nil {
		return err
	}
	if entries[0].Seq == 1 && done > 0 {
		if err := f.clear(ctx); err != nil {
			return err
		}
		done = 0
		f.memory.derived(-1)
	}
	for len(entries) > 0 && entries[0].Seq <= done {
		entries = entries[1:]
	}
	for len(entries) > 0 {
		if err := f.memory.ready(ctx, tx, done, entries[0].Seq); err != nil {
			return err
		}
		n := part(entries, f.memory.reaches())
		f.memory.derived(-1) // until all of it is done
		if err := f.derive(entries[:n]); err != nil {
			return err
		}
		last := entries[n-1]
		done = last.Seq
		if last.Kind != dateline.EntryErased { // after one, what is remembered of the item must go
			f.memory.derived(done)
		}
		entries = entries[n:]
	}
	return tx.SetCursor(ctx, doneCursor(f.name), done)
}

// part is how many entries can be taken at once: to the end of a span, or to the
// next entry that makes the memory forget.
func part(entries []dateline.Entry, reaches int64) int {
	for i, e := range entries {
		switch {
		case e.Seq > reaches:
			return i
		case e.Kind == dateline.EntryErased:
			return i + 1
		}
	}
	return len(entries)
}

// doneCursor names how far a stage has derived, which it keeps when its cursor
// is set back.
func doneCursor(stage string) string { return stage + " derived" }

// load makes a memory ready in a transaction that only reads.
func load(ctx context.Context, store dateline.Store, name string, m remembering) error {
	return store.View(ctx, func(tx dateline.Tx) error {
		done, err := tx.Cursor(ctx, doneCursor(name))
		if err != nil {
			return err
		}
		return m.ready(ctx, tx, done, done+1)
	})
}
