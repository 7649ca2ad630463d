package mem

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	"dateline"
)

// source is a source with the lease of who polls it.
type source struct {
	dateline.Source
	lease time.Time
}

// polled reports whether the source is polled at all.
func (s *source) polled() bool { return s.Feed != "" && !s.Retired }

// PutSource adds or replaces a source.
func (t *tx) PutSource(ctx context.Context, s dateline.Source, at time.Time) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	put := &source{Source: clone(s)}
	note := "added"
	if old, known := t.sources[s.ID]; known {
		// What an editor changes is not when it is polled: a form that was open for an hour
		// must not set the validators of an hour ago.
		put.Poll, put.lease = old.Poll, old.lease
		if note = change(old.Source, put.Source); note == "" {
			return nil
		}
	} else {
		put.Poll = dateline.Poll{}
		if s.Feed != "" {
			put.Poll.Next = at
		}
	}
	t.sources[s.ID] = put
	t.append(dateline.Entry{Time: at, Kind: dateline.EntrySource, Source: s.ID, Note: note})
	return nil
}

// change says what happened to a source, "" when nothing did.
func change(old, s dateline.Source) string {
	switch {
	case reflect.DeepEqual(old, s):
		return ""
	// Of several changes the log tells the one that means most to who follows it.
	case s.Retired && !old.Retired:
		return "retired"
	case s.Feed != old.Feed:
		return "moved"
	default:
		return "changed"
	}
}

func (t *tx) source(id dateline.SourceID) (*source, error) {
	s, ok := t.sources[id]
	if !ok {
		return nil, fmt.Errorf("source %s: %w", id, dateline.ErrNotFound)
	}
	return s, nil
}

// Source returns one source.
func (t *tx) Source(ctx context.Context, id dateline.SourceID) (dateline.Source, error) {
	if err := t.reading(ctx); err != nil {
		return dateline.Source{}, err
	}
	s, err := t.source(id)
	if err != nil {
		return dateline.Source{}, err
	}
	return clone(s.Source), nil
}

// SourcesByID returns sources.
func (t *tx) SourcesByID(ctx context.Context, ids []dateline.SourceID) (map[dateline.SourceID]dateline.Source, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	by := map[dateline.SourceID]dateline.Source{}
	for _, id := range ids {
		if s, ok := t.sources[id]; ok {
			by[id] = clone(s.Source)
		}
	}
	return by, nil
}

// Sources returns all sources by id.
func (t *tx) Sources(ctx context.Context) ([]dateline.Source, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := make([]dateline.Source, 0, len(t.sources))
	for _, id := range slices.Sorted(maps.Keys(t.sources)) {
		list = append(list, clone(t.sources[id].Source))
	}
	return list, nil
}

// RemoveSource removes a source.
func (t *tx) RemoveSource(ctx context.Context, id dateline.SourceID, at time.Time) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	if _, err := t.source(id); err != nil {
		return err
	}
	delete(t.sources, id)
	t.append(dateline.Entry{Time: at, Kind: dateline.EntrySource, Source: id, Note: "removed"})
	return nil
}

// LeaseSources claims sources that are due.
func (t *tx) LeaseSources(ctx context.Context, now, until time.Time, limit int) ([]dateline.Source, error) {
	if err := t.writing(ctx); err != nil {
		return nil, err
	}
	var due []*source
	for _, s := range t.sources {
		if s.polled() && order(s.Poll.Next) <= order(now) && !held(s.lease, now, until) {
			due = append(due, s)
		}
	}
	// The longest due first, else a few busy sources would keep the rest waiting.
	slices.SortFunc(due, func(a, b *source) int {
		return cmp.Or(cmp.Compare(order(a.Poll.Next), order(b.Poll.Next)), cmp.Compare(a.ID, b.ID))
	})
	leased := []dateline.Source{}
	for _, s := range due[:min(limit, len(due))] {
		t.sources[s.ID] = &source{Source: s.Source, lease: until}
		leased = append(leased, clone(s.Source))
	}
	return leased, nil
}

// Polled writes the poll state of a source.
func (t *tx) Polled(ctx context.Context, id dateline.SourceID, p dateline.Poll) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	s, err := t.source(id)
	if err != nil {
		return err
	}
	polled := s.Source
	polled.Poll = p
	// Without a lease: the poll is done.
	t.sources[id] = &source{Source: clone(polled)}
	return nil
}

// MakeDue makes all sources due.
func (t *tx) MakeDue(ctx context.Context, at time.Time) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for id, s := range t.sources {
		if s.polled() {
			due := *s
			due.Poll.Next, due.lease = at, time.Time{}
			t.sources[id] = &due
		}
	}
	return nil
}
