package sqlstore

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"dateline"
)

// defaultFilings is how long a list is when no limit is given.
const defaultFilings = 50

// File writes filings, and into the rows of their items what a search asks.
func (t *Tx) File(ctx context.Context, filings []dateline.Filing) error {
	last := map[dateline.ItemID]int{}
	for i, f := range filings {
		last[f.Item] = i
	}
	var rows [][]any
	var ids []dateline.ItemID
	for i, f := range filings {
		if last[f.Item] != i {
			continue
		}
		doc, err := json.Marshal(f)
		if err != nil {
			return fmt.Errorf("encode the filing of %s: %w", f.Item, err)
		}
		ids = append(ids, f.Item)
		rows = append(rows, []any{
			string(f.Item), plain(f.Source), plain(f.Language), string(f.Status), int(f.Urgency), micros(f.When),
			micros(f.Released), micros(f.Embargo), micros(f.Noticed), doc,
		})
	}
	insert := Insert{
		Into: "filings (item, source, language, status, urgency, time, released, embargo, noticed, doc)", Columns: 10,
		Tail: "on conflict (item) do update set source = excluded.source, language = excluded.language, " +
			"status = excluded.status, urgency = excluded.urgency, time = excluded.time, released = excluded.released, " +
			"embargo = excluded.embargo, noticed = excluded.noticed, doc = excluded.doc",
	}
	if err := t.Insert(ctx, insert, rows); err != nil || len(ids) == 0 {
		return err
	}
	list, err := t.List(ids)
	if err != nil {
		return err
	}
	_, err = t.Exec(ctx, "update items set filed = f.status, embargo = f.embargo from filings f where f.item = items.id and "+
		t.TextIn("items.id", 1), list)
	return err
}

// documents decodes filings.
func filingsIn(documents [][]byte, err error) ([]dateline.Filing, error) {
	filings := make([]dateline.Filing, len(documents))
	for i, d := range documents {
		if err := json.Unmarshal(d, &filings[i]); err != nil {
			return nil, fmt.Errorf("decode a filing: %w", err)
		}
	}
	return filings, err
}

func document1(d *[]byte) []any { return []any{d} }

// FilingsOf returns the filings of items.
func (t *Tx) FilingsOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Filing, error) {
	of := map[dateline.ItemID]dateline.Filing{}
	if len(ids) == 0 {
		return of, nil
	}
	list, err := t.List(ids)
	if err != nil {
		return nil, err
	}
	filings, err := filingsIn(collect[[]byte](t.Query(ctx, "select doc from filings where "+t.TextIn("item", 1), list))(document1))
	for _, f := range filings {
		of[f.Item] = f
	}
	return of, err
}

// Filings returns filings, newest first.
func (t *Tx) Filings(ctx context.Context, q dateline.FilingQuery) ([]dateline.Filing, error) {
	s := t.listing("doc", q)
	by := listedBy(q)
	s.Order = " order by " + by + " desc, item desc"
	s.limit(cmp.Or(q.Limit, defaultFilings), 0)
	return filingsIn(collect[[]byte](t.query(ctx, s))(document1))
}

// CountFilings counts filings.
func (t *Tx) CountFilings(ctx context.Context, q dateline.FilingQuery) (n int, err error) {
	s := t.listing("count(*)", q)
	if s.err != nil {
		return 0, s.err
	}
	err = t.Row(ctx, []any{&n}, s.text(), s.args...)
	return n, err
}

// listedBy is the column by which a list is ordered.
func listedBy(q dateline.FilingQuery) string {
	switch {
	case q.ByNotice:
		return "noticed"
	case q.ByRelease:
		return "released"
	default:
		return "time"
	}
}

// listing is the select of a query, without its order.
func (t *Tx) listing(columns string, q dateline.FilingQuery) *Select {
	s := &Select{Columns: columns, From: "filings", dialect: t.dialect}
	if q.Language != "" {
		s.Where("language = %s", plain(q.Language))
	}
	if q.Source != "" {
		s.Where("source = %s", plain(q.Source))
	}
	for _, language := range q.NotIn {
		s.Where("language <> %s", plain(language))
	}
	switch len(q.Statuses) {
	case 0:
	case 1:
		s.Where("status = %s", string(q.Statuses[0]))
	default:
		list := make([]string, len(q.Statuses))
		for i, status := range q.Statuses {
			list[i] = string(status)
		}
		s.WhereIn("status", list)
	}
	if q.Urgency > 0 {
		s.Where("urgency between 1 and %s", int(q.Urgency))
	}
	if !q.Since.IsZero() && q.ByNotice {
		s.Where("noticed >= %s", micros(q.Since))
	} else if !q.Since.IsZero() {
		s.Where("time >= %s", micros(q.Since))
	}
	if !q.Out.IsZero() {
		s.Where("embargo <= %s", micros(q.Out))
	}
	if q.ByNotice {
		s.Where(fmt.Sprintf("noticed > %d", micros(time.Time{})))
	}
	if q.Before != (dateline.Place{}) {
		s.Where("("+listedBy(q)+", item) < (%s, %s)", micros(q.Before.Time), string(q.Before.Item))
	}
	return s
}

// Embargoed returns the filings whose embargo ends in a span.
func (t *Tx) Embargoed(ctx context.Context, after, until time.Time) ([]dateline.Filing, error) {
	return filingsIn(collect[[]byte](t.Query(ctx, fmt.Sprintf(
		"select doc from filings where embargo > $1 and embargo <= $2 and embargo > %d order by embargo, item", micros(time.Time{})),
		micros(after), micros(until)))(document1))
}

// ClearFilings removes all filings.
func (t *Tx) ClearFilings(ctx context.Context) error {
	if _, err := t.Exec(ctx, "delete from filings"); err != nil {
		return err
	}
	_, err := t.Exec(ctx, "update items set filed = '', embargo = 0 where filed <> ''")
	return err
}
