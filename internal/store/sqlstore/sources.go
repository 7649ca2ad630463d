package sqlstore

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline"
)

// sourceRow is a source as it is kept: its poll apart, for that is written with
// each poll, and when it is due beside both.
type sourceRow struct {
	doc, poll []byte
	next      int64
}

const sourceColumns = "doc, poll, next"

func (r *sourceRow) columns() []any { return []any{&r.doc, &r.poll, &r.next} }

// source puts the parts together. The column tells when it is due: MakeDue sets it alone.
func (r *sourceRow) source() (s dateline.Source, err error) {
	err = errors.Join(unmarshal(r.doc, &s), unmarshal(r.poll, &s.Poll))
	if err != nil {
		return s, fmt.Errorf("decode a source: %w", err)
	}
	s.Poll.Next = instant(r.next)
	return s, nil
}

// polled is 1 for a source that is polled at all.
func polled(s *dateline.Source) int {
	if s.Feed != "" && !s.Retired {
		return 1
	}
	return 0
}

// PutSource adds or replaces a source.
func (t *Tx) PutSource(ctx context.Context, s dateline.Source, at time.Time) error {
	// What an editor changes is not when it is polled: a form that was open for an hour must
	// not set the validators of an hour ago.
	s.Poll = dateline.Poll{}
	doc, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("encode source %s: %w", s.ID, err)
	}
	old, err := t.Source(ctx, s.ID)
	switch {
	case errors.Is(err, dateline.ErrNotFound):
		return t.addSource(ctx, s, doc, at)
	case err != nil:
		return err
	}
	// Compared as they are kept: what JSON does not tell apart is no change.
	old.Poll = dateline.Poll{}
	before, err := json.Marshal(old)
	if err != nil || bytes.Equal(before, doc) {
		return err
	}
	// Of several changes the log tells the one that means most to who follows it.
	note := "changed"
	switch {
	case s.Retired && !old.Retired:
		note = "retired"
	case s.Feed != old.Feed:
		note = "moved"
	}
	_, err = t.Exec(ctx, "update sources set doc = $1, polled = $2 where id = $3", doc, polled(&s), plain(s.ID))
	if err != nil {
		return err
	}
	return t.noteSource(ctx, s.ID, at, note)
}

// addSource makes one that has a feed due at once; one without is never polled.
func (t *Tx) addSource(ctx context.Context, s dateline.Source, doc []byte, at time.Time) error {
	next := time.Time{}
	if s.Feed != "" {
		next = at
	}
	_, err := t.Exec(ctx, "insert into sources (id, doc, poll, polled, next, lease) values ($1, $2, $3, $4, $5, $6)",
		plain(s.ID), doc, []byte("{}"), polled(&s), micros(next), micros(time.Time{}))
	if err != nil {
		return err
	}
	return t.noteSource(ctx, s.ID, at, "added")
}

// The log tells what happened in one word: followers read the source as it is by then.
func (t *Tx) noteSource(ctx context.Context, id dateline.SourceID, at time.Time, note string) error {
	return t.Append(ctx, dateline.Entry{Time: at, Kind: dateline.EntrySource, Source: id, Note: note})
}

// Source returns one source.
func (t *Tx) Source(ctx context.Context, id dateline.SourceID) (dateline.Source, error) {
	var r sourceRow
	err := t.Row(ctx, r.columns(), "select "+sourceColumns+" from sources where id = $1", plain(id))
	if errors.Is(err, sql.ErrNoRows) {
		err = dateline.ErrNotFound
	}
	if err != nil {
		return dateline.Source{}, fmt.Errorf("source %s: %w", id, err)
	}
	return r.source()
}

// sources decodes rows.
func sourcesIn(rows []sourceRow, err error) ([]dateline.Source, error) {
	if err != nil {
		return nil, err
	}
	list := make([]dateline.Source, len(rows))
	for i, r := range rows {
		if list[i], err = r.source(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// SourcesByID returns sources.
func (t *Tx) SourcesByID(ctx context.Context, ids []dateline.SourceID) (map[dateline.SourceID]dateline.Source, error) {
	by := map[dateline.SourceID]dateline.Source{}
	if len(ids) == 0 {
		return by, nil
	}
	list, err := sourcesIn(collect(ctx, t, t.askIn("select "+sourceColumns+" from sources where %s", "id", ids), (*sourceRow).columns))
	for _, s := range list {
		by[s.ID] = s
	}
	return by, err
}

// Sources returns all sources by id. They are sorted here, for databases differ
// in how they sort hyphens.
func (t *Tx) Sources(ctx context.Context) ([]dateline.Source, error) {
	list, err := sourcesIn(collect(ctx, t, ask("select "+sourceColumns+" from sources"), (*sourceRow).columns))
	slices.SortFunc(list, func(a, b dateline.Source) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return list, err
}

// RemoveSource removes a source.
func (t *Tx) RemoveSource(ctx context.Context, id dateline.SourceID, at time.Time) error {
	if err := t.changeSource(ctx, id, "delete from sources where id = $1", plain(id)); err != nil {
		return err
	}
	return t.noteSource(ctx, id, at, "removed")
}

// changeSource runs a statement that must meet one source.
func (t *Tx) changeSource(ctx context.Context, id dateline.SourceID, text string, args ...any) error {
	result, err := t.Exec(ctx, text, args...)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	// A source may have been removed while its feed was read.
	if err == nil && n == 0 {
		err = fmt.Errorf("source %s: %w", id, dateline.ErrNotFound)
	}
	return err
}

// LeaseSources claims sources that are due.
func (t *Tx) LeaseSources(ctx context.Context, now, until time.Time, limit int) ([]dateline.Source, error) {
	// Nobody claims between the two statements: updates run one after the other.
	due, err := sourcesIn(collect(ctx, t, ask("select "+sourceColumns+
		" from sources where polled = 1 and next <= $1 and (lease <= $2 or lease > $3) order by next, id limit $4",
		micros(now), micros(now), ahead(until), limit), (*sourceRow).columns))
	if err != nil || len(due) == 0 {
		return nil, err
	}
	ids := make([]dateline.SourceID, len(due))
	for i, s := range due {
		ids[i] = s.ID
	}
	list, err := t.List(ids)
	if err != nil {
		return nil, err
	}
	_, err = t.Exec(ctx, "update sources set lease = $1 where "+t.TextIn("id", 2), micros(until), list)
	return due, err
}

// Polled writes the poll state of a source.
func (t *Tx) Polled(ctx context.Context, id dateline.SourceID, p dateline.Poll) error {
	// Kept in its column alone, where it is indexed.
	next := p.Next
	p.Next = time.Time{}
	poll, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("encode the poll of %s: %w", id, err)
	}
	return t.changeSource(ctx, id, "update sources set poll = $1, next = $2, lease = $3 where id = $4",
		poll, micros(next), micros(time.Time{}), plain(id))
}

// MakeDue makes all sources due.
func (t *Tx) MakeDue(ctx context.Context, at time.Time) error {
	_, err := t.Exec(ctx, "update sources set next = $1, lease = $2 where polled = 1", micros(at), micros(time.Time{}))
	return err
}
