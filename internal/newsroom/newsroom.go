// Package newsroom runs the stages. Each stage follows the log with a cursor of
// its own and writes its result and its cursor in one transaction, so a crash,
// a restart or a better version of one stage needs no other to know.
package newsroom

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"sync/atomic"
	"time"

	"dateline"
)

// A Stage derives something from the log. Step is given the next entries, at
// least one, in a transaction that also moves the stage's cursor; it may be
// given entries again and must then come to the same result.
type Stage interface {
	Name() string
	Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) error
}

// Config is what a newsroom needs.
type Config struct {
	Store  dateline.Store
	Stages []Stage // run in this order
	Now    func() time.Time
	Log    *slog.Logger
	// Holder names this newsroom in the leader's lease; no two may share it.
	Holder string
	// Batch is how many entries a stage is given at once; 0 means 500.
	Batch int
	// Rest is called when a newsroom that runs has come to rest after much work;
	// nil does nothing. It is for giving back what the work took.
	Rest func()
	// Tick is how often the log is looked at when it is quiet; 0 means 100 ms.
	Tick time.Duration
}

// Newsroom runs stages over one store.
type Newsroom struct {
	cfg      Config
	epoch    int64     // of the lease; meant to be that of the store's row
	renew    time.Time // when the lease is renewed next; zero when there is none
	failures atomic.Int64
	loads    loads
	limits   map[string]int   // how many entries a stage is given that failed lately
	read     []dateline.Entry // what was last read of the log; stages follow each other over it
	work     int              // how many entries the stages were given since the last rest
}

// leaseFor is how long a newsroom that stopped without a word blocks the next.
const leaseFor = 15 * time.Second

// New returns a newsroom; nothing runs yet.
func New(cfg Config) *Newsroom {
	if cfg.Batch <= 0 {
		cfg.Batch = 500
	}
	if cfg.Tick <= 0 {
		cfg.Tick = 100 * time.Millisecond
	}
	return &Newsroom{cfg: cfg, limits: map[string]int{}, loads: loads{ends: map[string]chan error{}}}
}

// Failures is how many entries stages could not take and passed over.
func (n *Newsroom) Failures() int64 { return n.failures.Load() }

// A newsroom rests after so many quiet ticks, if the stages were given so many
// entries: some two hundred items.
const (
	restAfter = 30
	muchWork  = 1000
)

// rest calls Rest in good time and returns how long it has been quiet.
// Without it a server that took in 10,000 items kept 330 MB, of which 110 are in use.
func (n *Newsroom) rest(quiet, before int) int {
	if n.work != before {
		return 0
	}
	if quiet++; quiet == restAfter && n.work >= muchWork {
		n.work = 0
		if n.cfg.Rest != nil {
			n.cfg.Rest()
		}
	}
	return quiet
}

// Run follows the log until ctx is done. While another newsroom leads it waits.
func (n *Newsroom) Run(ctx context.Context) error {
	n.loads.beside = true
	defer func() {
		n.loads.group.Wait() // ctx is done, and their views with it
		n.loads.beside = false
		n.loads.forget()
	}()
	tick := time.NewTicker(n.cfg.Tick)
	defer tick.Stop()
	quiet := 0
	for {
		before := n.work
		err := n.CatchUp(ctx)
		quiet = n.rest(quiet, before)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, dateline.ErrConflict):
			// What a second node does all the time is nothing to tell at every try.
			n.cfg.Log.Debug("another newsroom leads", "err", err)
		case err != nil:
			n.cfg.Log.Error("newsroom", "err", err)
		}
		wait := tick.C
		if err != nil {
			wait = time.After(10 * n.cfg.Tick) // do not hammer what just failed
		}
		select {
		case <-ctx.Done():
			return nil
		case <-wait:
		}
	}
}

// CatchUp runs every stage until none has anything left to do.
func (n *Newsroom) CatchUp(ctx context.Context) error {
	if err := n.lead(ctx); err != nil {
		return err
	}
	// Before the stages, which then find the ends in the log at once.
	if err := n.endEmbargoes(ctx); err != nil {
		return err
	}
	if done, err := n.caughtUp(ctx); done || err != nil {
		return err
	}
	for {
		// Again until none moves: what one writes into the log is work for those before it.
		worked := false
		var failed error // of stages that cannot even begin; the others go on
		for _, s := range n.cfg.Stages {
			moved, err := n.advance(ctx, s)
			if err != nil {
				err = fmt.Errorf("stage %s: %w", s.Name(), err)
			}
			if err != nil && stops(ctx, err) {
				return err
			}
			failed = errors.Join(failed, err)
			worked = worked || moved
		}
		if !worked {
			return failed
		}
		if err := n.lead(ctx); err != nil {
			return err
		}
	}
}

// lead takes or renews the lease in good time.
func (n *Newsroom) lead(ctx context.Context) error {
	now := n.cfg.Now()
	if now.Before(n.renew) {
		return nil
	}
	var epoch int64
	err := n.cfg.Store.Update(ctx, func(tx dateline.Tx) (err error) {
		epoch, err = tx.Lead(ctx, n.cfg.Holder, now, leaseFor)
		return err
	})
	if err != nil {
		return err // a lease whose commit failed is none
	}
	n.epoch, n.renew = epoch, now.Add(leaseFor/3) // two tries may fail before it runs out
	return nil
}

// Resign ends the lease, so that the next newsroom need not wait for it to run
// out. It does nothing when this one does not lead.
func (n *Newsroom) Resign(ctx context.Context) error {
	if n.renew.IsZero() {
		return nil
	}
	// Whatever comes of it, this one leads no more.
	n.renew = time.Time{}
	return n.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		if epoch, err := tx.Epoch(ctx); err != nil || epoch != n.epoch {
			return err
		}
		_, err := tx.Lead(ctx, n.cfg.Holder, n.cfg.Now(), 0) // it ends as it begins
		return err
	})
}

// checkEpoch refuses to write for a newsroom that was taken for dead.
func (n *Newsroom) checkEpoch(ctx context.Context, tx dateline.Leader) error {
	epoch, err := tx.Epoch(ctx)
	if err == nil && epoch != n.epoch {
		n.renew = time.Time{} // ask for the lease again
		err = fmt.Errorf("epoch %d is over, %d leads: %w", n.epoch, epoch, dateline.ErrConflict)
	}
	return err
}

// tries is how often one entry may fail before its stage passes it over: one
// bad item must not stop the wire. Setting the cursor back takes it up again.
const tries = 3

// stops reports an error that is not the entry's: every other one would fail as
// well. With a full disk most steps fail and some small ones do not, such as the
// one that passes an entry over; whoever went on by that would lose them all.
func stops(ctx context.Context, err error) bool {
	return ctx.Err() != nil || errors.Is(err, dateline.ErrConflict) || errors.Is(err, dateline.ErrUnavailable)
}

// advance gives a stage its next entries and reports whether it is worth asking
// again. A batch that fails is halved until the bad entry stands alone, and
// doubled again behind it: of 500 entries the 400th is found in some twenty
// steps, where one by one it took four hundred, each after a whole batch.
func (n *Newsroom) advance(ctx context.Context, s Stage) (bool, error) {
	limit := cmp.Or(n.limits[s.Name()], n.cfg.Batch)
	// A stage that failed lately starts with fewer, and has more again with each success.
	given, err := n.step(ctx, s, limit)
	for try := 1; try < tries && given == 1 && err != nil && !stops(ctx, err); try++ {
		given, err = n.step(ctx, s, 1)
	}
	switch {
	case err == nil:
		n.limits[s.Name()] = min(2*limit, n.cfg.Batch)
		return given > 0, nil
	case given == 0 || stops(ctx, err): // nobody's entry is at fault
		return false, err
	case given > 1:
		n.cfg.Log.Warn("stage failed, trying fewer entries", "stage", s.Name(), "entries", given, "err", err)
		n.limits[s.Name()] = given / 2
		return true, nil
	}
	n.limits[s.Name()] = 1
	return true, n.passOver(ctx, s, err)
}

// step gives a stage at most limit entries, in one transaction with its cursor.
// It returns how many it gave, also when the stage failed over them.
func (n *Newsroom) step(ctx context.Context, s Stage, limit int) (given int, err error) {
	behind, err := n.behind(ctx, s)
	if err != nil || !behind {
		return 0, err
	}
	if ready, err := n.load(ctx, s); err != nil || !ready {
		return 0, err
	}
	err = n.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		// The store may run this again after a conflict.
		given = 0
		entries, err := n.next(ctx, tx, s, limit)
		if err != nil || len(entries) == 0 {
			return err
		}
		given = len(entries)
		if err := guarded(func() error { return s.Step(ctx, tx, entries) }); err != nil {
			return err
		}
		return tx.SetCursor(ctx, s.Name(), entries[len(entries)-1].Seq)
	})
	if err == nil {
		n.work += given
	}
	return given, err
}

// guarded lets a stage do something. A panic over an entry, or over what is to be
// remembered, is an error as any other: it would end the whole wire, which would
// meet the same again after each restart.
func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a fault of this program, please report it: %v\n%s", p, debug.Stack())
		}
	}()
	return do()
}

// caughtUp looks after all stages at once, ten times a second: one view where
// behind would take one for each stage.
func (n *Newsroom) caughtUp(ctx context.Context) (done bool, err error) {
	err = n.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		last, err := tx.Last(ctx)
		if err != nil {
			return err
		}
		for _, s := range n.cfg.Stages {
			if cursor, err := tx.Cursor(ctx, s.Name()); err != nil || cursor < last {
				return err
			}
		}
		done = true
		return nil
	})
	return done, err
}

// behind looks without writing, so that a quiet wire costs no transaction that
// writes: over SQLite each waits for the one before it, and syncs.
func (n *Newsroom) behind(ctx context.Context, s Stage) (behind bool, err error) {
	err = n.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		last, err := tx.Last(ctx)
		if err != nil {
			return err
		}
		cursor, err := tx.Cursor(ctx, s.Name())
		behind = cursor < last
		return err
	})
	return behind, err
}

// next are the entries that a stage has not seen, at most limit. Stages that keep
// up with each other are given the same ones, read and decoded once.
func (n *Newsroom) next(ctx context.Context, tx dateline.Tx, s Stage, limit int) ([]dateline.Entry, error) {
	if err := n.checkEpoch(ctx, tx); err != nil {
		return nil, err
	}
	cursor, err := tx.Cursor(ctx, s.Name())
	if err != nil {
		return nil, err
	}
	// Entries never change, and none comes between two that were read.
	if len(n.read) == 0 || n.read[0].Seq != cursor+1 || limit < len(n.read) {
		n.read, err = tx.Entries(ctx, cursor, limit)
	}
	return slices.Clone(n.read), err // a stage may do with them what it likes
}

// passOver moves a stage past the one entry that it cannot take.
func (n *Newsroom) passOver(ctx context.Context, s Stage, cause error) error {
	var passed dateline.Entry
	err := n.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		entries, err := n.next(ctx, tx, s, 1)
		if err != nil || len(entries) == 0 {
			return err
		}
		passed = entries[0]
		return tx.SetCursor(ctx, s.Name(), passed.Seq)
	})
	if err == nil && passed.Seq > 0 { // counted once it is so, however often the update ran
		n.failures.Add(1)
		n.cfg.Log.Error("stage passes over an entry", "stage", s.Name(), "seq", passed.Seq, "item", passed.Item, "err", cause)
	}
	return err
}
