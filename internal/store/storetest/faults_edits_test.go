package storetest

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"dateline"
)

// looking is a fault of looks as they are written.
func looking(name string, change func(*dateline.Look)) fault {
	return inTx(name, func(t *tx) {
		t.putLooks = func(ctx context.Context, looks ...dateline.Look) error {
			return t.Tx.PutLooks(ctx, altered(looks, change)...)
		}
	})
}

// leasing is a fault of how looks are leased.
func leasing(name string, lease func(t dateline.Tx, ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error)) fault {
	return inTx(name, func(t *tx) {
		t.leaseLooks = func(ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error) {
			return lease(t.Tx, ctx, now, until, limit)
		}
	})
}

// asking is a fault of queries for edits.
func asking(name string, change func(*dateline.EditQuery)) fault {
	return inTx(name, func(t *tx) {
		t.edits = func(ctx context.Context, q dateline.EditQuery) ([]dateline.Edit, error) {
			change(&q)
			return t.Tx.Edits(ctx, q)
		}
	})
}

// editing is a fault of edits as they are recorded.
func editing(name string, change func([]dateline.Edit) []dateline.Edit) fault {
	return inTx(name, func(t *tx) {
		t.putEdits = func(ctx context.Context, edits ...dateline.Edit) error {
			return t.Tx.PutEdits(ctx, change(slices.Clone(edits))...)
		}
	})
}

func editFaults() []fault {
	var told atomic.Int64
	return append(lookFaults(),
		editing("edits lose whose they are", func(edits []dateline.Edit) []dateline.Edit {
			for i := range edits {
				edits[i].Of = ""
			}
			return edits
		}),
		inTx("an edit is not logged", func(t *tx) {
			t.entries = func(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
				entries, err := t.Tx.Entries(ctx, after, limit)
				return slices.DeleteFunc(entries, func(e dateline.Entry) bool { return e.Kind == dateline.EntryEdited }), err
			}
		}),
		editing("the same edit is recorded again", func(edits []dateline.Edit) []dateline.Edit {
			for i := range edits {
				edits[i].Time = edits[i].Time.Add(time.Duration(told.Add(1)) * time.Microsecond)
			}
			return edits
		}),
		editing("edits are recorded backwards", func(edits []dateline.Edit) []dateline.Edit {
			slices.Reverse(edits)
			return edits
		}),
		asking("edits of all kinds come", func(q *dateline.EditQuery) { q.Kinds = nil }),
		asking("edits ignore the place", func(q *dateline.EditQuery) { q.Before = 0 }),
		asking("edits ignore the limit", func(q *dateline.EditQuery) { q.Limit = 0 }),
		inTx("edits come oldest first", func(t *tx) {
			t.edits = func(ctx context.Context, q dateline.EditQuery) ([]dateline.Edit, error) {
				edits, err := t.Tx.Edits(ctx, q)
				slices.Reverse(edits)
				return edits, err
			}
		}),
		inTx("edits on items come newest first", func(t *tx) {
			t.editsOn = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Edit, error) {
				on, err := t.Tx.EditsOn(ctx, list)
				for _, edits := range on {
					slices.Reverse(edits)
				}
				return on, err
			}
		}),
		inTx("edits outlive their erased item", func(t *tx) {
			kept := map[dateline.ItemID]dateline.Edit{}
			erase := t.erase
			t.erase = func(ctx context.Context, id dateline.ItemID, at time.Time) error {
				all, err := t.Tx.Edits(ctx, dateline.EditQuery{})
				for _, e := range all {
					kept[e.Item] = e
				}
				if err == nil {
					err = erase(ctx, id, at)
				}
				for _, e := range kept {
					if e.Of == id {
						e.Time = e.Time.Add(time.Hour)
						err = t.Tx.PutEdits(ctx, e)
					}
				}
				return err
			}
		}),
	)
}

func lookFaults() []fault {
	return []fault{
		looking("looks lose their validators", func(l *dateline.Look) { l.ETag = "" }),
		looking("looks lose that a page is away", func(l *dateline.Look) { l.Lost, l.Missed = "", 0 }),
		looking("a look that is over stays", func(l *dateline.Look) {
			if l.Next.IsZero() {
				l.Next = minute(100)
			}
		}),
		inTx("only the first look is written", func(t *tx) {
			t.putLooks = func(ctx context.Context, looks ...dateline.Look) error {
				return t.Tx.PutLooks(ctx, looks[:min(1, len(looks))]...)
			}
		}),
		inTx("erased items are looked at", func(t *tx) {
			t.looksOf = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID]dateline.Look, error) {
				looks, err := t.Tx.LooksOf(ctx, list)
				for _, i := range list {
					if _, failure := t.Tx.Item(ctx, i); failure != nil && i == id("b") {
						looks[i] = seen("b", 3)
					}
				}
				return looks, err
			}
		}),
		leasing("looks are leased before they are due", func(t dateline.Tx, ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error) {
			return t.LeaseLooks(ctx, now.Add(time.Hour), until.Add(time.Hour), limit)
		}),
		leasing("looks are leased to two", func(t dateline.Tx, ctx context.Context, now, _ time.Time, limit int) ([]dateline.Look, error) {
			return t.LeaseLooks(ctx, now, now, limit)
		}),
		leasing("leases of looks never end", func(t dateline.Tx, ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error) {
			return t.LeaseLooks(ctx, now, until.Add(time.Hour), limit)
		}),
		leasing("looks are leased without a limit", func(t dateline.Tx, ctx context.Context, now, until time.Time, _ int) ([]dateline.Look, error) {
			return t.LeaseLooks(ctx, now, until, 1000)
		}),
		leasing("looks are leased in any order", func(t dateline.Tx, ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error) {
			looks, err := t.LeaseLooks(ctx, now, until, limit)
			slices.Reverse(looks)
			return looks, err
		}),
		inTx("writing a look leaves its lease", func(t *tx) {
			t.putLooks = func(ctx context.Context, looks ...dateline.Look) error {
				for _, l := range looks {
					before, err := t.Tx.LooksOf(ctx, ids{l.Item})
					if _, known := before[l.Item]; known && err == nil && l.Next.Equal(minute(2)) {
						return nil
					}
				}
				return t.Tx.PutLooks(ctx, looks...)
			}
		}),
		inTx("leases outlive who held them", func(t *tx) {
			t.freeLeases = func(context.Context) error { return nil }
		}),
		inTx("leases of sources outlive who held them", func(t *tx) {
			t.freeLeases = func(ctx context.Context) error {
				looks, err := t.Tx.LooksOf(ctx, ids{id("a"), id("b")})
				for _, l := range looks {
					err = errors.Join(err, t.Tx.PutLooks(ctx, l))
				}
				return err
			}
		}),
		inTx("freed looks are due", func(t *tx) {
			t.freeLeases = func(ctx context.Context) error {
				looks, err := t.Tx.LooksOf(ctx, ids{id("a"), id("b")})
				for _, l := range looks {
					l.Next = noon()
					err = errors.Join(err, t.Tx.PutLooks(ctx, l))
				}
				return errors.Join(err, t.Tx.FreeLeases(ctx))
			}
		}),
		inTx("digests are of all sources", func(t *tx) {
			t.digestsOf = func(ctx context.Context, _ dateline.SourceID, limit int) (map[dateline.ItemID]string, error) {
				return t.Tx.DigestsOf(ctx, "other", limit)
			}
		}),
	}
}
