package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/gofrs/flock"

	"dateline"
	persons "dateline/internal/annotate/person/stage"
	statements "dateline/internal/annotate/stage"
	"dateline/internal/config"
	"dateline/internal/desk"
	"dateline/internal/intake"
	match "dateline/internal/match/stage"
	"dateline/internal/morgue"
	"dateline/internal/newsroom"
	"dateline/internal/search"
	"dateline/internal/store/postgres"
	"dateline/internal/store/sqlite"
	"dateline/internal/wire"
)

// App is the open program: the store and what works on it. It holds its folder
// alone until Close.
type App struct {
	Store    dateline.Store
	Morgue   dateline.Morgue
	Intake   *intake.Intake
	Desk     *desk.Desk
	Newsroom *newsroom.Newsroom
	Reader   *wire.Reader

	stages   []newsroom.Stage
	match    *match.Stage
	cfg      config.Config
	log      *slog.Logger
	lock     *flock.Flock
	closers  []func() error
	deskLink func() string // set while a site is served
}

// Open opens the folder of the configuration.
func Open(ctx context.Context, cfg config.Config, log *slog.Logger) (app *App, err error) {
	if err := os.MkdirAll(cfg.Data, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	a := &App{cfg: cfg, log: log, lock: flock.New(filepath.Join(cfg.Data, "lock"))}
	// Not waited for: whoever holds it is most likely a server, which takes the command over.
	held, err := a.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}
	if !held {
		return nil, errElsewhere
	}
	// The first to be noted is the last to be closed: the folder is free when all is written.
	a.closers = append(a.closers, a.lock.Unlock)
	if err := a.open(ctx); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// open opens all that stands in the folder. What it opens it notes in closers at once, so
// that Close serves for a half-open program too.
func (a *App) open(ctx context.Context) error {
	if err := a.openStore(ctx); err != nil {
		return err
	}
	raw, err := morgue.Open(filepath.Join(a.cfg.Data, "morgue"))
	if err != nil {
		return fmt.Errorf("open the morgue: %w", err)
	}
	a.closers = append(a.closers, raw.Close)
	a.Morgue = raw
	// Before the desk, which files own items under it.
	if err := a.ensureOwnSource(ctx); err != nil {
		return err
	}
	a.Desk = desk.New(desk.Config{Store: a.Store, Now: time.Now, Words: search.Words})
	a.Reader = wire.NewReader(a.Store, a.cfg.Public(), time.Now)
	// Kept beside the stages, for the metrics ask it what it has found.
	a.match = match.New()
	who, err := persons.New()
	if err != nil {
		return fmt.Errorf("make the stage of persons: %w", err)
	}
	// What an order does not find is logged: a hide that hides nobody must not pass unseen.
	who.Log = a.log
	a.stages = a.newStages(who)
	a.Newsroom = newsroom.New(newsroom.Config{
		Store: a.Store, Stages: a.stages,
		Now: time.Now, Log: a.log, Holder: a.holder(), Rest: debug.FreeOSMemory,
	})
	// Before the store is closed, that is: closers go backwards.
	a.closers = append(a.closers, a.resign)
	a.Intake = a.newIntake()
	return nil
}

// openStore opens the store; Check has seen to it that it is one of the two.
func (a *App) openStore(ctx context.Context) error {
	if a.cfg.Store != "sqlite" {
		s, err := postgres.Open(ctx, postgres.Config{URL: a.cfg.Store})
		if err != nil {
			return fmt.Errorf("open the PostgreSQL store: %w", err)
		}
		a.Store = s
	} else {
		s, err := sqlite.Open(ctx, sqlite.Config{Path: filepath.Join(a.cfg.Data, "dateline.db")})
		if err != nil {
			return fmt.Errorf("open the store: %w", err)
		}
		a.Store = s
	}
	a.closers = append(a.closers, a.Store.Close)
	return nil
}

// newStages are those of the newsroom, in the order in which they run.
func (a *App) newStages(who *persons.Persons) []newsroom.Stage {
	// The index of past versions comes first: it follows versions, and nothing derived.
	list := []newsroom.Stage{search.Stage{}}
	if a.cfg.Stages.Matches {
		list = append(list, a.match)
	}
	// What makes an item go out comes before what only adds to it: a flash does not wait
	// for its statements.
	list = append(list, desk.Rules{}, desk.Edits{}, wire.Stage{})
	if a.cfg.Stages.Statements {
		list = append(list, statements.Statements{})
	}
	// Persons are followed all the same: whoever is known already must be hidden
	// when the desk says so. Where nothing is marked that costs nothing.
	return append(list, who)
}

// holder names this process in the leader's lease. Over a store in the folder it
// is always the same: whoever holds the folder's lock is the only one there is,
// and need not wait for the lease of a process that was killed.
func (a *App) holder() string {
	if a.cfg.Store == "sqlite" {
		return "folder"
	}
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	// The time as well: after a restart of its machine another process may have the number.
	return fmt.Sprintf("%s/%d/%d", host, os.Getpid(), time.Now().UnixNano())
}

// resign lets the next newsroom lead at once.
// Not with the context of the command: that is over when a server stops.
func (a *App) resign() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return a.Newsroom.Resign(ctx)
}

// ensureOwnSource makes the source under which the publication files itself.
func (a *App) ensureOwnSource(ctx context.Context) error {
	p := a.cfg.Public()
	own := dateline.Source{
		ID: dateline.OwnSource, Name: p.Names.In(p.Editions[0].Language, "Dateline"), Names: p.Names,
		Kind: dateline.Own, Usage: dateline.UsageFull, UsageReason: "own items",
	}
	return a.Store.Update(ctx, func(tx dateline.Tx) error {
		// Each start comes by here: what stands already is left alone, or the log would tell of
		// a change each time.
		old, err := tx.Source(ctx, dateline.OwnSource)
		if err == nil && old.Name == own.Name && sameNames(old.Names, own.Names) {
			return nil
		}
		if err != nil && !errors.Is(err, dateline.ErrNotFound) {
			return err
		}
		return tx.PutSource(ctx, own, time.Now())
	})
}

// sameNames takes no names and an empty map for the same, which reflect would not.
func sameNames(a, b dateline.Names) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

// erase removes an item everywhere. The raw copy goes first: when that fails,
// the item still knows where its copy is, and erasing again goes on.
func (a *App) erase(ctx context.Context, id dateline.ItemID) error {
	var versions []dateline.Item
	err := a.Store.View(ctx, func(tx dateline.Tx) (err error) {
		versions, err = tx.Versions(ctx, id)
		return err
	})
	if err != nil {
		return err
	}
	for _, v := range versions {
		// Own items have none, and neither has what came while the morgue kept nothing.
		if v.Copy == "" {
			continue
		}
		if err := a.Morgue.Delete(ctx, v.Copy); err != nil {
			return fmt.Errorf("erase the raw copy of %s: %w", id, err)
		}
	}
	err = a.Store.Update(ctx, func(tx dateline.Tx) error { return tx.Erase(ctx, id, time.Now()) })
	if err != nil {
		return err
	}
	// At once and not in the background: who erases is told that it is done when it is.
	if s, ok := a.Store.(dateline.Purger); ok {
		return s.Purge(ctx)
	}
	return nil
}

// stuckAfter is how long stages that others run may stand still until nobody waits
// for them any more: they may load what they remember, but may be switched off, too.
const stuckAfter = time.Minute

// settle waits until the stages have taken up all that is in the log now. In a
// running server they work by themselves, and so they do where another node leads;
// elsewhere they are run here.
func (a *App) settle(ctx context.Context) error {
	last, err := newsroom.Last(ctx, a.Store)
	left, since := int64(-1), time.Now()
	for err == nil {
		// No site is served by this process, so its newsroom does not run by itself.
		if a.deskLink == nil {
			if err := a.Newsroom.CatchUp(ctx); !errors.Is(err, dateline.ErrConflict) {
				return err
			}
		}
		before := left
		if left, err = a.left(ctx, last); err == nil && left == 0 {
			return nil
		}
		if left != before {
			since = time.Now()
		} else if time.Since(since) > stuckAfter {
			// Since the last step and not from the start: a long way is no standstill.
			return fmt.Errorf("the stages stand still, %d entries behind; all is kept, and the log of the server that leads says why: %w",
				left, dateline.ErrUnavailable)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return err
}

// left is how many entries all stages together have yet to take until they come to
// one of the log. A stage that loads what it remembers is not waited for: the
// others go on without it.
func (a *App) left(ctx context.Context, seq int64) (left int64, err error) {
	err = a.Store.View(ctx, func(tx dateline.Tx) error {
		left = 0
		for _, stage := range a.stages {
			// Of ten thousand items that takes two seconds and more, in which others go on.
			if a.Newsroom.Loading(stage.Name()) {
				continue
			}
			cursor, err := tx.Cursor(ctx, stage.Name())
			if err != nil {
				return err
			}
			left += max(seq-cursor, 0)
		}
		return nil
	})
	return left, err
}

// Close closes what is open, the last opened first.
func (a *App) Close() error {
	var errs []error
	for i := len(a.closers) - 1; i >= 0; i-- {
		errs = append(errs, a.closers[i]())
	}
	a.closers = nil
	return errors.Join(errs...)
}
