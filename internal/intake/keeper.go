package intake

import (
	"context"
	"sync"
	"time"

	"dateline"
)

const (
	// A transaction is closed when it holds so many items, or so long after its
	// first ones came. The full-text index writes out a part with each one and
	// merges the parts later: with 256 items all taking in costs 8 % more CPU.
	batchItems = 640
	batchTime  = 50 * time.Millisecond
	// chunk is how many items are handed over together: as many as fill a
	// transaction.
	chunk = batchItems
)

// A keeping is what a poll wants kept together.
type keeping struct {
	copies []dateline.Copy // of the items, in order; one without Body is not kept
	items  []dateline.Kept
	looks  []dateline.Look // at the pages of the items, in order; one without Item is none
	back   []int           // which of the items have an entry again that their feed had deleted
	// before and after write what belongs into the same transaction: sources, and
	// the poll state, which needs the outcomes. They may be run again. What can be
	// written before the items costs less there: a full-text index that holds
	// unwritten items has to write them out first.
	before, after func(context.Context, dateline.Tx) error

	outcomes []dateline.Outcome
	reply    chan error
}

// A keeper joins what several polls want kept into one transaction.
type keeper struct {
	store  dateline.Store
	morgue dateline.Morgue
	in     chan *keeping
	done   sync.WaitGroup
}

// newKeeper starts a keeper. It outlives ctx until stop is called, so that what
// was handed over is kept.
func (in *Intake) newKeeper(ctx context.Context) *keeper {
	k := &keeper{store: in.c.Store, morgue: in.c.Morgue, in: make(chan *keeping)}
	k.done.Add(1)
	go func() {
		defer k.done.Done()
		k.run(context.WithoutCancel(ctx))
	}()
	return k
}

// stop waits until all is kept. Nothing may be handed over any more.
func (k *keeper) stop() {
	close(k.in)
	k.done.Wait()
}

// keep hands over and waits until it is durable.
func (k *keeper) keep(w *keeping) ([]dateline.Outcome, error) {
	w.reply = make(chan error, 1)
	k.in <- w
	err := <-w.reply
	return w.outcomes, err
}

// run ends when stop has closed the channel; what was gathered by then is kept before.
func (k *keeper) run(ctx context.Context) {
	for {
		first, ok := <-k.in
		if !ok {
			return
		}
		k.flush(ctx, k.gather(first))
	}
}

// gather waits a little for more to come.
func (k *keeper) gather(first *keeping) []*keeping {
	batch, n := []*keeping{first}, len(first.items)
	t := time.NewTimer(batchTime)
	defer t.Stop()
	for n < batchItems {
		select {
		case w, ok := <-k.in:
			if !ok {
				return batch
			}
			batch, n = append(batch, w), n+len(w.items)
		case <-t.C:
			return batch
		}
	}
	return batch
}

// flush keeps a batch. When that fails each of it is tried alone, so that one
// does not take the others down.
func (k *keeper) flush(ctx context.Context, batch []*keeping) {
	err := k.write(ctx, batch)
	// Of one alone the second try would be the same as the first.
	if err == nil || len(batch) == 1 {
		for _, w := range batch {
			w.reply <- err
		}
		return
	}
	for _, w := range batch {
		w.reply <- k.write(ctx, []*keeping{w})
	}
}

// write puts copies into the morgue first: an item must not point to copy that
// is not there.
func (k *keeper) write(ctx context.Context, batch []*keeping) (err error) {
	defer dateline.Wrap(&err, "keep what was taken in")
	if err := k.file(ctx, batch); err != nil {
		return err
	}
	// All items in one call, whoever's they are: stores write many at once for less.
	var items []dateline.Kept
	for _, w := range batch {
		items = append(items, w.items...)
	}
	return k.store.Update(ctx, func(tx dateline.Tx) error {
		for _, w := range batch {
			if w.before == nil {
				continue
			}
			if err := w.before(ctx, tx); err != nil {
				return err
			}
		}
		var outcomes []dateline.Outcome
		if len(items) > 0 {
			var err error
			if outcomes, err = tx.Keep(ctx, items); err != nil {
				return err
			}
		}
		for _, w := range batch {
			w.outcomes, outcomes = outcomes[:len(w.items)], outcomes[len(w.items):]
			if err := w.writeLooks(ctx, tx); err != nil {
				return err
			}
			if err := w.writeBack(ctx, tx); err != nil {
				return err
			}
			if w.after == nil {
				continue
			}
			if err := w.after(ctx, tx); err != nil {
				return err
			}
		}
		return nil
	})
}

// file puts the batch's copies into the morgue, once.
func (k *keeper) file(ctx context.Context, batch []*keeping) error {
	if k.morgue == nil {
		return nil
	}
	var copies []dateline.Copy
	var owners []*dateline.Item
	for _, w := range batch {
		for i := range w.copies {
			if it := &w.items[i].Item; it.Copy == "" && len(w.copies[i].Body) > 0 {
				copies, owners = append(copies, w.copies[i]), append(owners, it)
			}
		}
	}
	if len(copies) == 0 {
		return nil
	}
	refs, err := k.morgue.Put(ctx, copies)
	if err != nil {
		return err
	}
	for i, it := range owners {
		it.Copy = refs[i]
	}
	return nil
}
