package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"dateline"
)

// Append numbers entries and adds them.
func (t *Tx) Append(ctx context.Context, entries ...dateline.Entry) error {
	_, err := t.number(ctx, entries)
	return err
}

// number appends and returns the number before that of the first entry.
func (t *Tx) number(ctx context.Context, entries []dateline.Entry) (int64, error) {
	if len(entries) == 0 {
		return 0, nil
	}
	// From the row of totals, which the update has to itself: a sequence of the database would
	// give numbers before their commit, and a follower would step over the late ones.
	n, err := t.total(ctx)
	if err != nil {
		return 0, err
	}
	before, rows := n.seq, make([][]any, len(entries))
	for i, e := range entries {
		rows[i] = []any{
			before + 1 + int64(i), micros(e.Time), string(e.Kind), string(e.Item), e.Version, plain(e.Source), plain(e.Note),
		}
	}
	// Numbers have no holes: an update that fails takes back its own with the row of totals.
	err = t.Insert(ctx, Insert{Into: "log (seq, time, kind, item, version, source, note)", Columns: 7}, rows)
	if err != nil {
		return 0, err
	}
	n.seq, n.changed = before+int64(len(entries)), true
	return before, nil
}

// Entries reads the log.
func (t *Tx) Entries(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
	type row struct {
		dateline.Entry
		time int64
	}
	// A negative limit is none at all to SQLite, and an error to PostgreSQL.
	rows, err := collect(ctx, t, ask(
		"select seq, time, kind, item, version, source, note from log where seq > $1 order by seq limit $2", after, max(limit, 0)),
		func(r *row) []any { return []any{&r.Seq, &r.time, &r.Kind, &r.Item, &r.Version, &r.Source, &r.Note} })
	entries := make([]dateline.Entry, len(rows))
	for i, r := range rows {
		entries[i] = r.Entry
		entries[i].Time = instant(r.time)
	}
	return entries, err
}

// Last reads the newest number.
func (t *Tx) Last(ctx context.Context) (int64, error) {
	n, err := t.total(ctx)
	if err != nil {
		return 0, err
	}
	return n.seq, nil
}

// Cursor reads a cursor.
func (t *Tx) Cursor(ctx context.Context, name string) (seq int64, err error) {
	err = t.Row(ctx, []any{&seq}, "select seq from cursors where name = $1", plain(name))
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return seq, err
}

// SetCursor moves a cursor.
func (t *Tx) SetCursor(ctx context.Context, name string, seq int64) error {
	_, err := t.Exec(ctx,
		"insert into cursors (name, seq) values ($1, $2) on conflict (name) do update set seq = excluded.seq", plain(name), seq)
	return err
}

// Lead takes or renews the lease.
func (t *Tx) Lead(ctx context.Context, holder string, now time.Time, ttl time.Duration) (int64, error) {
	var leads string
	var until, epoch int64
	if err := t.Row(ctx, []any{&leads, &until, &epoch}, "select holder, until, epoch from lease where one = 1"); err != nil {
		return 0, err
	}
	// The row is there from the start, with nobody in it.
	if leads != holder || epoch == 0 {
		if epoch > 0 && micros(now) < until && until <= ahead(now.Add(ttl)) {
			return 0, fmt.Errorf("%s leads until %s: %w", leads, instant(until).Format(time.RFC3339), dateline.ErrConflict)
		}
		// Who renews the lease keeps its epoch, and with it the right to write.
		epoch++
	}
	_, err := t.Exec(ctx, "update lease set holder = $1, until = $2, epoch = $3 where one = 1",
		plain(holder), micros(now.Add(ttl)), epoch)
	return epoch, err
}

// Epoch reads the current epoch.
func (t *Tx) Epoch(ctx context.Context) (epoch int64, err error) {
	err = t.Row(ctx, []any{&epoch}, "select epoch from lease where one = 1")
	return epoch, err
}

// Decide records decisions.
func (t *Tx) Decide(ctx context.Context, decisions ...dateline.Decision) ([]int64, error) {
	ids := make([]dateline.ItemID, len(decisions))
	for i, d := range decisions {
		ids[i] = d.Item
	}
	known, err := t.rowsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	// The desk's rules decide on a whole batch with one call.
	// All are checked before one is written.
	entries := make([]dateline.Entry, len(decisions))
	for i, d := range decisions {
		r, err := standing(known, d.Item)
		if err != nil {
			return nil, err
		}
		entries[i] = dateline.Entry{
			Time: d.Time, Kind: dateline.EntryDecided, Item: d.Item, Source: r.source, Note: string(d.Kind),
		}
	}
	before, err := t.number(ctx, entries)
	if err != nil {
		return nil, err
	}
	numbers, rows := make([]int64, len(decisions)), make([][]any, len(decisions))
	for i, d := range decisions {
		numbers[i] = before + 1 + int64(i)
		rows[i] = []any{
			numbers[i], string(d.Item), plain(d.Kind), plain(d.By), micros(d.Time), micros(d.Until), plain(d.Reason), plain(d.Notice), d.Version,
		}
	}
	insert := Insert{Into: "decisions (seq, item, kind, by_whom, time, until, reason, notice, version)", Columns: 9}
	return numbers, t.Insert(ctx, insert, rows)
}

// DecisionsOn returns the decisions on items.
func (t *Tx) DecisionsOn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Decision, error) {
	on := map[dateline.ItemID][]dateline.Decision{}
	if len(ids) == 0 {
		return on, nil
	}
	type row struct {
		dateline.Decision
		time, until int64
	}
	rows, err := collect(ctx, t, t.askIn(
		"select seq, item, kind, by_whom, time, until, reason, notice, version from decisions where %s order by seq", "item", ids),
		func(r *row) []any {
			return []any{&r.Seq, &r.Item, &r.Kind, &r.By, &r.time, &r.until, &r.Reason, &r.Notice, &r.Version}
		})
	for _, r := range rows {
		// A decision without an end comes back with the zero time, as it was given.
		r.Decision.Time, r.Until = instant(r.time), instant(r.until)
		on[r.Item] = append(on[r.Item], r.Decision)
	}
	return on, err
}
