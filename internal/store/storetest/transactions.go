package storetest

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"dateline"
)

// transactionChecks: all other promises stand on these. A stage writes its result and its
// cursor in one transaction, and believes that both are there or neither.
func transactionChecks() []check {
	return []check{
		{"an update that fails leaves nothing behind", rollback},
		{"an update that panics leaves nothing behind", rollbackOnPanic},
		{"an update sees what it wrote itself", ownWrites},
		{"the error of a function comes back as it is", errorPasses},
		{"a view is one snapshot", snapshot},
		{"times are told apart to the microsecond", fineTimes},
		{"a canceled update writes nothing", canceled},
		{"a closed store refuses work", closed},
	}
}

// rollback writes to several groups at once, as a stage does, and at the end demands
// that even the number of the next log entry is as if nothing had been.
func rollback(k *kit) {
	a := piece("a", "Harbour opens", "Ships came in.")
	k.keep(a)
	failure := errors.New("no")
	err := k.store.Update(k.ctx, func(tx dateline.Tx) error {
		changed := a
		changed.Item.Headline = "Harbour closes"
		if _, err := tx.Keep(k.ctx, []dateline.Kept{changed, piece("b", "Bridge", "Open.")}); err != nil {
			return err
		}
		if err := tx.File(k.ctx, []dateline.Filing{filed(a)}); err != nil {
			return err
		}
		if err := tx.SetCursor(k.ctx, "wire", 7); err != nil {
			return err
		}
		if err := tx.PutSource(k.ctx, dateline.Source{ID: "marsa"}, noon()); err != nil {
			return err
		}
		if _, err := tx.Decide(k.ctx, dateline.Decision{Item: a.Item.ID, Kind: dateline.Hold}); err != nil {
			return err
		}
		if _, err := tx.Lead(k.ctx, "one", noon(), time.Minute); err != nil {
			return err
		}
		return failure
	})
	k.kind("the update", err, failure)
	k.same("headline", k.item(a.Item.ID).Headline, "Harbour opens")
	k.same("entries", len(k.entries()), 1)
	k.finds("all items", dateline.Find{}, "a")
	k.view(func(tx dateline.Tx) error {
		cursor, err1 := tx.Cursor(k.ctx, "wire")
		sources, err2 := tx.Sources(k.ctx)
		filings, err3 := tx.CountFilings(k.ctx, dateline.FilingQuery{})
		decisions, err4 := tx.DecisionsOn(k.ctx, []dateline.ItemID{a.Item.ID})
		epoch, err5 := tx.Epoch(k.ctx)
		k.same("cursor, sources, filings, decisions, epoch",
			[]int{int(cursor), len(sources), filings, len(decisions), int(epoch)}, []int{0, 0, 0, 0, 0})
		return errors.Join(err1, err2, err3, err4, err5)
	})
	k.same("the next entry's number", k.keepSeq(), 2)
}

// keepSeq keeps one more item and returns the number of its entry.
func (k *kit) keepSeq() int64 {
	k.Helper()
	k.keep(piece("next", "Next", "Next."))
	return k.last().Seq
}

// rollbackOnPanic: the newsroom takes a panic of a stage for an error and goes on with the
// same store.
func rollbackOnPanic(k *kit) {
	func() {
		defer func() { _ = recover() }()
		_ = k.store.Update(k.ctx, func(tx dateline.Tx) error {
			if _, err := tx.Keep(k.ctx, []dateline.Kept{piece("a", "Harbour", "Ships.")}); err != nil {
				return err
			}
			panic("a stage went wrong")
		})
	}()
	k.same("entries", len(k.entries()), 0)
	k.same("the next entry's number", k.keepSeq(), 1)
}

// ownWrites: a stage looks for what it has just kept, by its words as well.
func ownWrites(k *kit) {
	k.update(func(tx dateline.Tx) error {
		a := piece("a", "Harbour opens", "Ships came in.")
		_, err1 := tx.Keep(k.ctx, []dateline.Kept{a})
		item, err2 := tx.Item(k.ctx, a.Item.ID)
		k.same("headline", item.Headline, "Harbour opens")
		found, err3 := tx.Find(k.ctx, dateline.Find{Clauses: all("harbour")})
		k.same("found", len(found), 1)
		seq, err4 := tx.Last(k.ctx)
		k.same("last", seq, 1)
		return errors.Join(err1, err2, err3, err4)
	})
}

// errorPasses: callers tell by the kind of an error what to do: a page says 404 or 410, a
// newsroom that no longer leads asks for the lease again. An error that has lost its kind
// is a fault of the server.
func errorPasses(k *kit) {
	failure := errors.New("mine")
	k.kind("update", k.store.Update(k.ctx, func(dateline.Tx) error { return failure }), failure)
	k.kind("view", k.store.View(k.ctx, func(dateline.Tx) error { return failure }), failure)
}

// snapshot: a page reads an item, then its filing. Both must be of one moment, or a killed
// item stands there once more with its text.
func snapshot(k *kit) {
	a := piece("a", "Harbour opens", "Ships came in.")
	k.keep(a)
	k.view(func(tx dateline.Tx) error {
		before, err1 := tx.Item(k.ctx, a.Item.ID)
		changed := a
		changed.Item.Headline = "Harbour closes"
		changed.Words.Headline = "Harbour closes"
		k.keep(changed, piece("b", "Bridge", "Open."))
		after, err2 := tx.Item(k.ctx, a.Item.ID)
		k.same("the item", after, before)
		seq, err3 := tx.Last(k.ctx)
		k.same("last", seq, 1)
		found, err4 := tx.Find(k.ctx, dateline.Find{})
		k.same("found", len(found), 1)
		return errors.Join(err1, err2, err3, err4)
	})
	k.same("afterwards", k.item(a.Item.ID).Headline, "Harbour closes")
}

// canceled: whoever is told that it failed does it again, and what was written all the
// same would be there twice.
func canceled(k *kit) {
	ctx, cancel := context.WithCancel(k.ctx)
	err := k.store.Update(ctx, func(tx dateline.Tx) error {
		_, err := tx.Keep(k.ctx, []dateline.Kept{piece("a", "Harbour", "Ships.")})
		cancel()
		return err
	})
	if err == nil {
		k.Errorf("an update that was canceled reported success")
	}
	k.same("entries", len(k.entries()), 0)
	err = k.store.Update(ctx, func(tx dateline.Tx) error {
		_, err := tx.Keep(ctx, []dateline.Kept{piece("b", "Bridge", "Open.")})
		return err
	})
	k.kind("an update with a dead context", err, context.Canceled)
	k.same("entries", len(k.entries()), 0)
}

// serial has goroutines count up one cursor; a lost update shows.
func serial(k *kit) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 10 {
				err := k.store.Update(k.ctx, func(tx dateline.Tx) error {
					n, err := tx.Cursor(k.ctx, "count")
					if err != nil {
						return err
					}
					return tx.SetCursor(k.ctx, "count", n+1)
				})
				if err != nil {
					k.Errorf("update: %v", err)
				}
			}
		})
	}
	wg.Wait()
	k.view(func(tx dateline.Tx) error {
		n, err := tx.Cursor(k.ctx, "count")
		k.same("count", n, 40)
		return err
	})
}

// closed: the folder may by then be another process's. What a store still writes into it
// is in no transaction of theirs.
func closed(k *kit) {
	if err := k.store.Close(); err != nil {
		k.Errorf("close: %v", err)
	}
	nothing := func(tx dateline.Tx) error { return tx.SetCursor(k.ctx, "x", 1) }
	if k.store.View(k.ctx, nothing) == nil || k.store.Update(k.ctx, nothing) == nil {
		k.Errorf("a closed store did work")
	}
}

// closeWaits: a server that is stopped finishes what it has in hand.
func closeWaits(k *kit) {
	inside := make(chan bool)
	var finished atomic.Bool
	var wg sync.WaitGroup
	wg.Go(func() {
		err := k.store.Update(k.ctx, func(tx dateline.Tx) error {
			close(inside)
			time.Sleep(30 * time.Millisecond)
			defer finished.Store(true)
			return tx.SetCursor(k.ctx, "x", 1)
		})
		if err != nil {
			k.Errorf("the running update: %v", err)
		}
	})
	<-inside
	err := k.store.Close()
	if err != nil || !finished.Load() {
		k.Errorf("close did not wait, error %v", err)
	}
	wg.Wait()
}
