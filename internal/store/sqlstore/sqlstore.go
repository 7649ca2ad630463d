// Package sqlstore is what the stores on SQLite and PostgreSQL have in common:
// nearly everything. One SQL text with $1…$n serves both; where they differ, a
// [Dialect] says how, and its [Search] holds the full-text part.
package sqlstore

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"time"

	"github.com/pressly/goose/v3"

	"dateline"
)

// A Dialect is how one database differs from the other.
type Dialect struct {
	Goose      goose.Dialect
	Options    []goose.ProviderOption
	Migrations fs.FS  // of the tables that are not common
	View       string // begins a transaction that reads one snapshot
	Update     string // begins a transaction that writes
	Lock       string // its first statement, when one is needed to run alone
	Rows       int    // how many rows one INSERT should hold
	// TextIn and IntIn are conditions on a column (%s) and a list bound as one
	// parameter (%d); List makes that parameter.
	TextIn, IntIn string
	List          func(list any) (any, error)
	// Shred makes what is deleted next be overwritten, until Unshred; "" where
	// the database does so by itself or not at all.
	Shred, Unshred string
	Search         Search
	// Trouble says what keeps the database from working, whatever it is asked (a
	// full disk, a connection that broke); "" when the statement is at fault.
	Trouble func(error) string
}

// Search is the full-text part of a dialect. A document stands on a shelf and is
// known by its slot there.
type Search interface {
	// Put indexes documents, in the order of their slots.
	Put(ctx context.Context, t *Tx, on Shelf, docs []Doc) error
	// Drop forgets documents.
	Drop(ctx context.Context, t *Tx, on Shelf, slots []int64) error
	// Match adds the conditions about words to a query on the rows of a shelf (as
	// i): it may replace From and Order.
	Match(q dateline.Find, on Shelf, s *Select)
	// Count counts the current versions that hold each word.
	Count(ctx context.Context, t *Tx, words []string) ([]int, error)
	// Purge does a part of what is left to overwrite of dropped words, and
	// reports whether there is more.
	Purge(ctx context.Context, t *Tx, on Shelf, first bool) (more bool, err error)
}

// A Shelf is a table of versions, with another that holds the words they are
// found by. Versions that others have followed stand apart, so that they make
// no search of today dearer and no word commoner than it is.
type Shelf string

// The shelves.
const (
	Current Shelf = "items" // the current version of each item
	Past    Shelf = "past"  // versions that others have followed
)

// Words is the table of words of a shelf.
func (s Shelf) Words() string {
	if s == Past {
		return "past_search"
	}
	return "search"
}

// A Doc is what is indexed of an item.
type Doc struct {
	Slot     int64
	ID       dateline.ItemID
	Source   dateline.SourceID
	Language string
	Words    dateline.SearchWords
	version  int // on the shelf of the past, where an item may stand many times
}

// Config is an open database. Reads and writes may be the same pool.
type Config struct {
	Read, Write *sql.DB
	Readers     int // how many views at a time
	Writers     int // how many updates at a time may wait in the database
	Dialect     Dialect
}

// Store is a [dateline.Store] on a database.
type Store struct {
	dialect     Dialect
	read, write *pool
	lately      lately
	gate        sync.RWMutex // held for reading by every transaction, so that Close can wait
	closed      bool
}

//go:embed migrations/*.sql
var migrations embed.FS

// Open brings the tables of a database up to date and makes a store of it. The
// store closes the database.
func Open(ctx context.Context, c Config) (*Store, error) {
	// The common tables first: a dialect's own migrations change some of them (versions).
	common, err := fs.Sub(migrations, "migrations")
	if err == nil {
		err = migrate(ctx, c, "migrations", common)
	}
	if err == nil {
		err = migrate(ctx, c, "own_migrations", c.Dialect.Migrations)
	}
	if err != nil {
		err = c.Dialect.explain(fmt.Errorf("bring the tables up to date: %w", err))
		return nil, errors.Join(err, c.Read.Close(), c.Write.Close())
	}
	return &Store{dialect: c.Dialect, read: newPool(c.Read, c.Readers), write: newPool(c.Write, c.Writers)}, nil
}

// migrate runs the migrations that a database has not seen yet. One that has seen
// more than this program knows is not opened: what is written by the older program
// would lack what the newer one keeps beside it, and nothing would ever tell.
func migrate(ctx context.Context, c Config, table string, files fs.FS) error {
	options := append([]goose.ProviderOption{goose.WithTableName(table)}, c.Dialect.Options...)
	p, err := goose.NewProvider(c.Dialect.Goose, c.Write, files, options...)
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return err
	}
	stands, known, err := p.GetVersions(ctx)
	if err == nil && stands > known {
		err = fmt.Errorf("a newer dateline has changed them (%s %d, this one knows %d); start that one, or go back to a backup: %w",
			table, stands, known, dateline.ErrInvalid)
	}
	return err
}

var errClosed = errors.New("the store is closed")

// View runs f on one snapshot.
// The dialect's View begins a snapshot: a page is made of many queries, and a batch that
// is kept between two of them would put a story into it without its items.
func (s *Store) View(ctx context.Context, f func(dateline.Tx) error) error {
	return s.run(ctx, s.read, func(c *conn) error {
		return s.within(ctx, c, s.dialect.View, f)
	})
}

// Update runs f in a transaction that writes.
func (s *Store) Update(ctx context.Context, f func(dateline.Tx) error) error {
	return s.run(ctx, s.write, func(c *conn) error {
		// The lock is taken within: whoever reads the number of the newest log entry then has
		// the one behind which it may append.
		return s.within(ctx, c, s.dialect.Update, func(t dateline.Tx) error {
			if s.dialect.Lock != "" {
				if _, err := c.exec(ctx, s.dialect.Lock); err != nil {
					return err
				}
			}
			return f(t)
		})
	})
}

// run runs f with a connection, and with the next one when that turns out to be
// dead before anything was done with it: after a restart of the database all
// idle ones are.
func (s *Store) run(ctx context.Context, p *pool, f func(*conn) error) error {
	s.gate.RLock()
	defer s.gate.RUnlock()
	// Held to the end of f, so that Close waits for it.
	if s.closed {
		return errClosed
	}
	err := p.with(ctx, f)
	// Each that is idle may be dead; the one after them is a new one.
	for range cap(p.idle) {
		if !errors.Is(err, errDead) {
			break
		}
		err = p.with(ctx, f)
	}
	return s.dialect.explain(err)
}

// explain adds to what keeps a database from working what to do about it.
func (d *Dialect) explain(err error) error {
	if why := d.Trouble(err); why != "" {
		return fmt.Errorf("%w; %s: %w", err, why, dateline.ErrUnavailable)
	}
	return err
}

// It stands for nothing done: f was not called, so that another connection may try.
// errDead says that a connection could not even begin a transaction.
var errDead = errors.New("the connection to the database is dead")

// within runs f in one transaction on a connection.
func (s *Store) within(ctx context.Context, c *conn, begin string, f func(dateline.Tx) error) (err error) {
	// Before a connection is judged: one that refuses a context that is over is not broken.
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := c.exec(ctx, begin); err != nil {
		c.broken = true
		return errors.Join(fmt.Errorf("begin: %w", err), errDead)
	}
	t := &Tx{conn: c, dialect: s.dialect, lately: &s.lately}
	// A connection that stays within a transaction holds up all others: it is rolled back,
	// or committed once that is begun, though nobody waits for it any more.
	over := context.WithoutCancel(ctx)
	// Deferred, for f may panic; its stage takes that for an error and goes on.
	committed := false
	defer func() {
		t.over = true
		if committed {
			return
		}
		if _, failed := c.exec(over, "rollback"); failed != nil {
			c.broken = true
		}
	}()
	if err := f(t); err != nil {
		return err
	}
	// The totals are written once, whatever f has appended.
	if err := t.settle(ctx); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := c.exec(over, "commit"); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	committed = true
	return nil
}

// Close waits for running transactions.
func (s *Store) Close() error {
	s.gate.Lock()
	defer s.gate.Unlock()
	// Closed twice, the pools would close their channels twice and panic.
	if s.closed {
		return nil
	}
	s.closed = true
	return errors.Join(s.read.close(), s.write.close())
}

// micros is a time as it is kept.
// The zero time is a number like others, far below 1970; it stands for "never" or "none"
// in leases, embargoes and notices, and indexes leave it out by that number.
func micros(t time.Time) int64 { return t.UnixMicro() }

// ahead is the last time that a lease may end where a new one would end then.
func ahead(until time.Time) int64 { return micros(until.Add(dateline.ClockSkew)) }

// instant is a time as it was kept.
// In UTC, for two times of different zones are not equal in Go where they are one instant.
func instant(us int64) time.Time { return time.UnixMicro(us).UTC() }
