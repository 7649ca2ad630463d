package stage

import (
	"context"
	"runtime/debug"
	"slices"

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
	// ready makes it right for an entry, after all that has been derived, and
	// reports whether it had to be loaded for that.
	ready(ctx context.Context, tx dateline.Tx, done, seq int64) (loaded bool, err error)
	// reaches is the last entry that can be taken without making it ready again.
	reaches() int64
	// derived says that the rows have come from one place of the log to another,
	// and the memory with them; one that was not right for the first is not for the
	// other. -1 is no place at all: the memory is right no more.
	derived(from, to int64)
}

// both is two memories as one.
type both struct{ a, b remembering }

// ready makes a right first: b may be made from it.
func (m both) ready(ctx context.Context, tx dateline.Tx, done, seq int64) (loaded bool, err error) {
	if loaded, err = m.a.ready(ctx, tx, done, seq); err != nil {
		return loaded, err
	}
	also, err := m.b.ready(ctx, tx, done, seq)
	return loaded || also, err
}

func (m both) reaches() int64 { return min(m.a.reaches(), m.b.reaches()) }

func (m both) derived(from, to int64) {
	m.a.derived(from, to)
	m.b.derived(from, to)
}

// moved is where a memory that was right at one place is after derived.
func moved(at, from, to int64) int64 {
	if at != from {
		return -1
	}
	return to
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
		f.memory.derived(done, -1)
		done = 0
	}
	for len(entries) > 0 && entries[0].Seq <= done {
		entries = entries[1:]
	}
	for len(entries) > 0 {
		if n := idle(entries); n > 0 {
			f.memory.derived(done, passed(entries[:n]))
			done, entries = entries[n-1].Seq, entries[n:]
			continue
		}
		if _, err := f.memory.ready(ctx, tx, done, entries[0].Seq); err != nil {
			return err
		}
		n := part(entries, f.memory.reaches())
		f.memory.derived(done, -1) // until all of it is done
		if err := f.derive(entries[:n]); err != nil {
			return err
		}
		done, entries = entries[n-1].Seq, entries[n:]
		f.memory.derived(-1, done)
	}
	return tx.SetCursor(ctx, doneCursor(f.name), done)
}

// part is how many entries can be taken at once: to the end of a span, or to the
// next entry that makes the memory forget.
func part(entries []dateline.Entry, reaches int64) int {
	for i, e := range entries {
		if e.Seq > reaches || erases(e) {
			return i
		}
	}
	return len(entries)
}

// idle is how many entries come before the first that brings an item. They need
// no memory: a decision at a quiet desk must not wait until one is loaded.
func idle(entries []dateline.Entry) int {
	if n := slices.IndexFunc(entries, func(e dateline.Entry) bool { return brings(e.Kind) }); n >= 0 {
		return n
	}
	return len(entries)
}

// doneCursor names how far a stage has derived, which it keeps when its cursor
// is set back.
func doneCursor(stage string) string { return stage + " derived" }

// passed is how far a memory comes with entries that bring nothing. An item that
// they erase is still remembered, so that it has to be loaded.
func passed(entries []dateline.Entry) int64 {
	if slices.ContainsFunc(entries, erases) {
		return -1
	}
	return entries[len(entries)-1].Seq
}

// erases tells of what no text held in memory may outlive.
func erases(e dateline.Entry) bool { return e.Kind == dateline.EntryErased }

// load makes a memory ready in a transaction that only reads, unless the next
// entries can do without, or there are none: a wire to which nothing comes holds
// nothing (37 MB with 10,000 items kept, in place of 225), and its first page does
// not wait for the cores that load.
func load(ctx context.Context, store dateline.Store, name string, m remembering) error {
	return store.View(ctx, func(tx dateline.Tx) error {
		at, err := tx.Cursor(ctx, name)
		if err != nil {
			return err
		}
		const ahead = 500 // as many as a newsroom hands over at once
		next, err := tx.Entries(ctx, at, ahead)
		if err != nil || idle(next) == len(next) {
			return err
		}
		done, err := tx.Cursor(ctx, doneCursor(name))
		if err != nil {
			return err
		}
		loaded, err := m.ready(ctx, tx, done, done+1)
		if loaded {
			// What was read for it is twenty times what is remembered, and the runtime
			// would hold on to it for minutes: of 167 MB with 10,000 items 88 stay.
			debug.FreeOSMemory()
		}
		return err
	})
}
