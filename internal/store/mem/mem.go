// Package mem is a store in memory, for tests and for trying things out. It is
// a fake, not a mock: it passes the same suite as the stores on disk, hands out
// copies only, and keeps documents encoded, so that nothing survives here that
// would not survive there.
package mem

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"dateline"
)

// Store is a [dateline.Store] in memory. One update at a time runs, on a copy of what
// the last one left; current is then swapped whole, so that no view sees half of one.
type Store struct {
	gate    sync.RWMutex // held for reading by every transaction, so that Close can wait
	closed  bool
	writing sync.Mutex
	current atomic.Pointer[state]
}

// New makes an empty store.
func New() *Store {
	s := &Store{}
	s.current.Store(&state{
		items:    map[dateline.ItemID]*record{},
		cursors:  map[string]int64{},
		filings:  map[dateline.ItemID]dateline.Filing{},
		sources:  map[dateline.SourceID]*source{},
		derived:  newDerived(),
		edited:   newEdited(),
		marked:   newMarked(),
		speakers: newSpeakers(),
	})
	return s
}

var errClosed = errors.New("the store is closed")

// View runs f on the state as it is now.
func (s *Store) View(ctx context.Context, f func(dateline.Tx) error) error {
	s.gate.RLock()
	defer s.gate.RUnlock()
	if s.closed {
		return errClosed
	}
	// Nobody changes a state that others can see, so that a view needs no lock.
	t := &tx{state: s.current.Load()}
	defer t.end()
	return f(t)
}

// Update runs f on a copy of the state and keeps the copy when f returns nil.
func (s *Store) Update(ctx context.Context, f func(dateline.Tx) error) error {
	s.gate.RLock()
	defer s.gate.RUnlock()
	if s.closed {
		return errClosed
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	t := &tx{state: s.current.Load().copy(), writable: true}
	defer t.end()
	// A state that f spoilt is left to the collector: nothing has to be taken back.
	if err := f(t); err != nil {
		return err
	}
	// Whoever asked may have gone while f ran; the stores on disk keep nothing then either.
	if err := ctx.Err(); err != nil {
		return err
	}
	s.current.Store(t.state)
	return nil
}

// Close waits for running transactions.
func (s *Store) Close() error {
	s.gate.Lock()
	defer s.gate.Unlock()
	s.closed = true
	return nil
}

// state is everything at one moment. What its maps and slices hold is never
// changed in place, so that a copy of the maps is a copy of it all.
type state struct {
	items     map[dateline.ItemID]*record
	log       []dateline.Entry
	cursors   map[string]int64
	lease     lease
	decisions []dateline.Decision
	filings   map[dateline.ItemID]dateline.Filing
	sources   map[dateline.SourceID]*source
	derived
	edited
	marked
	speakers
}

// copy makes the state of an update. The log and the decisions are shared: entries are
// only added to them, and Erase clones the decisions before it changes any.
func (s *state) copy() *state {
	c := *s
	c.items = maps.Clone(s.items)
	c.cursors = maps.Clone(s.cursors)
	c.filings = maps.Clone(s.filings)
	c.sources = maps.Clone(s.sources)
	c.derived = s.derived.copy()
	c.edited = s.edited.copy()
	c.marked = s.marked.copy()
	c.speakers = s.speakers.copy()
	return &c
}

// tx is one transaction on a state: the one that all see, or a copy of its own. Its end
// is atomic, for what f started and left behind may ask meanwhile.
type tx struct {
	*state
	writable bool
	over     atomic.Bool
}

// From here on all calls fail, as the contract of Tx demands: on a database a
// transaction that is over has no connection any more.
func (t *tx) end() { t.over.Store(true) }

// reading is asked first by every method that reads.
func (t *tx) reading(ctx context.Context) error {
	if t.over.Load() {
		return errors.New("the transaction is over")
	}
	return ctx.Err()
}

// writing is asked first by every method that writes.
func (t *tx) writing(ctx context.Context) error {
	if !t.writable {
		return errors.New("a view cannot write")
	}
	return t.reading(ctx)
}

// order is a time as the stores order it.
// Microseconds, as the contract of Store has it: two times that differ by less are one
// time on disk, and must not be told apart here.
func order(t time.Time) int64 { return t.UnixMicro() }

// held reports whether a lease holds at a time for who would lease until then. One that
// ends far behind a new one was taken while a clock was wrong: see dateline.ClockSkew.
func held(lease, now, until time.Time) bool {
	return order(lease) > order(now) && order(lease) <= order(until.Add(dateline.ClockSkew))
}

// clone copies a noun as a store on disk would: by its JSON.
// So nothing is shared with the caller, and what JSON leaves out is lost here too. A
// noun that cannot be encoded is a fault of the noun, for which a panic is soon enough.
func clone[T any](v T) T {
	var c T
	data, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil {
		panic("mem: a noun cannot be encoded: " + err.Error())
	}
	return c
}
