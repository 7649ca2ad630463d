package storetest

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"dateline"
)

// tx is a transaction in which single methods are replaced.
type tx struct {
	dateline.Tx
	derivedTx
	editedTx
	statedTx
	personsTx
	keep        func(context.Context, []dateline.Kept) ([]dateline.Outcome, error)
	item        func(context.Context, dateline.ItemID) (dateline.Item, error)
	items       func(context.Context, []dateline.ItemID) ([]dateline.Item, error)
	heads       func(context.Context, []dateline.ItemID) ([]dateline.Item, error)
	versions    func(context.Context, dateline.ItemID) ([]dateline.Item, error)
	digests     func(context.Context, []dateline.ItemID) (map[dateline.ItemID]string, error)
	byURL       func(context.Context, string) ([]dateline.ItemID, error)
	naming      func(context.Context, []string) (map[string][]dateline.ItemVersion, error)
	erase       func(context.Context, dateline.ItemID, time.Time) error
	find        func(context.Context, dateline.Find) ([]dateline.Candidate, error)
	stats       func(context.Context, []string) ([]int, int, error)
	past        func(context.Context, []dateline.Kept) error
	history     func(context.Context, []dateline.ItemID) (map[dateline.ItemID][]dateline.Item, error)
	add         func(context.Context, ...dateline.Entry) error
	entries     func(context.Context, int64, int) ([]dateline.Entry, error)
	cursor      func(context.Context, string) (int64, error)
	move        func(context.Context, string, int64) error
	lead        func(context.Context, string, time.Time, time.Duration) (int64, error)
	decide      func(context.Context, ...dateline.Decision) ([]int64, error)
	on          func(context.Context, []dateline.ItemID) (map[dateline.ItemID][]dateline.Decision, error)
	file        func(context.Context, []dateline.Filing) error
	filings     func(context.Context, dateline.FilingQuery) ([]dateline.Filing, error)
	count       func(context.Context, dateline.FilingQuery) (int, error)
	embargo     func(context.Context, time.Time, time.Time) ([]dateline.Filing, error)
	unfile      func(context.Context) error
	sources     func(context.Context) ([]dateline.Source, error)
	sourcesByID func(context.Context, []dateline.SourceID) (map[dateline.SourceID]dateline.Source, error)
	put         func(context.Context, dateline.Source, time.Time) error
	remove      func(context.Context, dateline.SourceID, time.Time) error
	lease       func(context.Context, time.Time, time.Time, int) ([]dateline.Source, error)
	polled      func(context.Context, dateline.SourceID, dateline.Poll) error
	due         func(context.Context, time.Time) error
}

// whole is a transaction in which nothing is replaced yet.
func whole(t dateline.Tx) *tx {
	return &tx{
		Tx: t, derivedTx: wholeDerived(t), editedTx: wholeEdited(t), statedTx: wholeStated(t), personsTx: wholePersons(t), keep: t.Keep, item: t.Item, items: t.Items, heads: t.Heads, versions: t.Versions, digests: t.Digests,
		byURL: t.ByURL, naming: t.Naming, erase: t.Erase, find: t.Find, stats: t.WordStats, past: t.PutPast, history: t.VersionHeads, add: t.Append, entries: t.Entries,
		cursor: t.Cursor, move: t.SetCursor, lead: t.Lead, decide: t.Decide, on: t.DecisionsOn, file: t.File, filings: t.Filings,
		count: t.CountFilings, embargo: t.Embargoed, unfile: t.ClearFilings, sources: t.Sources, sourcesByID: t.SourcesByID, put: t.PutSource, remove: t.RemoveSource,
		lease: t.LeaseSources, polled: t.Polled, due: t.MakeDue,
	}
}

func (t *tx) Keep(ctx context.Context, items []dateline.Kept) ([]dateline.Outcome, error) {
	return t.keep(ctx, items)
}

func (t *tx) Item(ctx context.Context, id dateline.ItemID) (dateline.Item, error) {
	return t.item(ctx, id)
}

func (t *tx) Items(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
	return t.items(ctx, ids)
}

func (t *tx) Heads(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
	return t.heads(ctx, ids)
}

func (t *tx) Versions(ctx context.Context, id dateline.ItemID) ([]dateline.Item, error) {
	return t.versions(ctx, id)
}

func (t *tx) Digests(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]string, error) {
	return t.digests(ctx, ids)
}

func (t *tx) ByURL(ctx context.Context, url string) ([]dateline.ItemID, error) {
	return t.byURL(ctx, url)
}

func (t *tx) Naming(ctx context.Context, urls []string) (map[string][]dateline.ItemVersion, error) {
	return t.naming(ctx, urls)
}

func (t *tx) Erase(ctx context.Context, id dateline.ItemID, at time.Time) error {
	return t.erase(ctx, id, at)
}

func (t *tx) Find(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
	return t.find(ctx, q)
}

func (t *tx) WordStats(ctx context.Context, words []string) ([]int, int, error) {
	return t.stats(ctx, words)
}

func (t *tx) VersionHeads(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Item, error) {
	return t.history(ctx, ids)
}

func (t *tx) PutPast(ctx context.Context, versions []dateline.Kept) error {
	return t.past(ctx, versions)
}

func (t *tx) Append(ctx context.Context, entries ...dateline.Entry) error {
	return t.add(ctx, entries...)
}

func (t *tx) Entries(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
	return t.entries(ctx, after, limit)
}

func (t *tx) Cursor(ctx context.Context, name string) (int64, error) { return t.cursor(ctx, name) }

func (t *tx) SetCursor(ctx context.Context, name string, seq int64) error {
	return t.move(ctx, name, seq)
}

func (t *tx) Lead(ctx context.Context, holder string, now time.Time, ttl time.Duration) (int64, error) {
	return t.lead(ctx, holder, now, ttl)
}

func (t *tx) Decide(ctx context.Context, decisions ...dateline.Decision) ([]int64, error) {
	return t.decide(ctx, decisions...)
}

func (t *tx) DecisionsOn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Decision, error) {
	return t.on(ctx, ids)
}

func (t *tx) File(ctx context.Context, filings []dateline.Filing) error { return t.file(ctx, filings) }

func (t *tx) Filings(ctx context.Context, q dateline.FilingQuery) ([]dateline.Filing, error) {
	return t.filings(ctx, q)
}

func (t *tx) CountFilings(ctx context.Context, q dateline.FilingQuery) (int, error) {
	return t.count(ctx, q)
}

func (t *tx) Embargoed(ctx context.Context, after, until time.Time) ([]dateline.Filing, error) {
	return t.embargo(ctx, after, until)
}

func (t *tx) ClearFilings(ctx context.Context) error { return t.unfile(ctx) }

func (t *tx) SourcesByID(ctx context.Context, ids []dateline.SourceID) (map[dateline.SourceID]dateline.Source, error) {
	return t.sourcesByID(ctx, ids)
}

func (t *tx) Sources(ctx context.Context) ([]dateline.Source, error) { return t.sources(ctx) }

func (t *tx) PutSource(ctx context.Context, s dateline.Source, at time.Time) error {
	return t.put(ctx, s, at)
}

func (t *tx) RemoveSource(ctx context.Context, id dateline.SourceID, at time.Time) error {
	return t.remove(ctx, id, at)
}

func (t *tx) LeaseSources(ctx context.Context, now, until time.Time, limit int) ([]dateline.Source, error) {
	return t.lease(ctx, now, until, limit)
}

func (t *tx) Polled(ctx context.Context, id dateline.SourceID, p dateline.Poll) error {
	return t.polled(ctx, id, p)
}

func (t *tx) MakeDue(ctx context.Context, at time.Time) error { return t.due(ctx, at) }

// broken is a store whose transactions are broken.
type broken struct {
	dateline.Store
	change func(*tx)
}

func (s broken) View(ctx context.Context, f func(dateline.Tx) error) error {
	return s.Store.View(ctx, s.with(f))
}

func (s broken) Update(ctx context.Context, f func(dateline.Tx) error) error {
	return s.Store.Update(ctx, s.with(f))
}

func (s broken) with(f func(dateline.Tx) error) func(dateline.Tx) error {
	return func(t dateline.Tx) error {
		w := whole(t)
		s.change(w)
		return f(w)
	}
}

// inTx is a fault within transactions.
func inTx(name string, change func(*tx)) fault {
	return fault{name, func(s dateline.Store) dateline.Store { return broken{s, change} }}
}

// altered is a copy of a list with each member changed: the caller's own stays
// whole, or the fault would reach further than the store.
func altered[T any](list []T, change func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		change(&list[i])
	}
	return list
}

// updates is a store with another way to update.
type updates struct {
	dateline.Store
	update func(ctx context.Context, f func(dateline.Tx) error) error
}

func (s updates) Update(ctx context.Context, f func(dateline.Tx) error) error {
	return s.update(ctx, f)
}

// views is a store with another way to view.
type views struct {
	dateline.Store
	view func(ctx context.Context, f func(dateline.Tx) error) error
}

func (s views) View(ctx context.Context, f func(dateline.Tx) error) error { return s.view(ctx, f) }

// neverClosed is a store that is not closed.
type neverClosed struct{ dateline.Store }

func (neverClosed) Close() error { return nil }

// inView is a fault of views alone.
func inView(change func(dateline.Store, *tx)) func(dateline.Store) dateline.Store {
	return func(s dateline.Store) dateline.Store {
		return views{s, func(ctx context.Context, f func(dateline.Tx) error) error {
			return s.View(ctx, func(t dateline.Tx) error {
				w := whole(t)
				change(s, w)
				return f(w)
			})
		}}
	}
}

// hasty closes its store in the background.
type hasty struct {
	dateline.Store
	closed atomic.Bool
}

func (s *hasty) Close() error {
	s.closed.Store(true)
	go func() { _ = s.Store.Close() }()
	return nil
}

func (s *hasty) View(ctx context.Context, f func(dateline.Tx) error) error {
	if s.closed.Load() {
		return errors.New("closed")
	}
	return s.Store.View(ctx, f)
}

func (s *hasty) Update(ctx context.Context, f func(dateline.Tx) error) error {
	if s.closed.Load() {
		return errors.New("closed")
	}
	return s.Store.Update(ctx, f)
}

// overlapping lets a function read cursors and due sources before its update
// begins, as two updates do that run at the same time.
func overlapping(ctx context.Context, s dateline.Store, f func(dateline.Tx) error) error {
	var before map[string]int64
	err := s.View(ctx, func(t dateline.Tx) error {
		n, err := t.Cursor(ctx, "count")
		before = map[string]int64{"count": n}
		return err
	})
	if err != nil {
		return err
	}
	time.Sleep(time.Millisecond)
	return s.Update(ctx, func(t dateline.Tx) error {
		w := whole(t)
		w.cursor = func(ctx context.Context, name string) (int64, error) {
			if n, ok := before[name]; ok {
				return n, nil
			}
			return t.Cursor(ctx, name)
		}
		return f(w)
	})
}
