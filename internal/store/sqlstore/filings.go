package sqlstore

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"dateline"
)

// defaultFilings is how long a list is when no limit is given.
const defaultFilings = 50

// File writes filings, and into the rows of their items what a search asks.
func (t *Tx) File(ctx context.Context, filings []dateline.Filing) error {
	// One statement may not write a row twice (PostgreSQL), and the last one counts.
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
	// A search filters by these. A join would look up the filing of each item that its
	// words find, a hundred thousand for a common word.
	_, err = t.Exec(ctx, "update items set filed = f.status, embargo = f.embargo from filings f where f.item = items.id and "+
		t.TextIn("items.id", 1), list)
	return err
}

// FilingsOf returns the filings of items.
func (t *Tx) FilingsOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Filing, error) {
	of := map[dateline.ItemID]dateline.Filing{}
	if len(ids) == 0 {
		return of, nil
	}
	filings, err := decoded[dateline.Filing](collect(ctx, t, t.askIn("select doc from filings where %s", "item", ids), oneDocument))
	for _, f := range filings {
		of[f.Item] = f
	}
	return of, err
}

// Filings returns filings, newest first.
func (t *Tx) Filings(ctx context.Context, q dateline.FilingQuery) ([]dateline.Filing, error) {
	lists, err := t.listings(ctx, "doc", q)
	if err != nil {
		return nil, err
	}
	limit, all := cmp.Or(q.Limit, defaultFilings), []dateline.Filing{}
	for _, s := range lists {
		s.Order = " order by " + listedBy(q) + " desc, item desc"
		s.limit(limit, 0)
		list, err := decoded[dateline.Filing](collect(ctx, t, s.ask(), oneDocument))
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	// Each list was in order, and as long as the whole may be.
	if len(lists) > 1 {
		slices.SortFunc(all, func(a, b dateline.Filing) int {
			return cmp.Or(cmp.Compare(micros(listTime(&b, q)), micros(listTime(&a, q))), cmp.Compare(b.Item, a.Item))
		})
	}
	return all[:min(limit, len(all))], nil
}

// CountFilings counts filings.
func (t *Tx) CountFilings(ctx context.Context, q dateline.FilingQuery) (count int, err error) {
	lists, err := t.listings(ctx, "count(*)", q)
	if err != nil {
		return 0, err
	}
	for _, s := range lists {
		counts, err := collect(ctx, t, s.ask(), func(n *int) []any { return []any{n} })
		if err != nil {
			return 0, err
		}
		count += counts[0]
	}
	return count, nil
}

// listings are the selects of a query, without their order. A list of several
// languages is split into lists of one, each of which an index holds in order;
// the languages themselves are found by leaps through that index. One of them is
// "": of an item that is too short to tell.
func (t *Tx) listings(ctx context.Context, columns string, q dateline.FilingQuery) ([]*Select, error) {
	if q.Language != "" || q.Source != "" {
		return []*Select{t.listing(columns, q)}, nil
	}
	// A scan of 60,000 filings for one list took 340 ms.
	languages, err := collect(ctx, t, ask("with recursive known (language) as ("+
		"select min(language) from filings union all "+
		"select (select min(f.language) from filings f where f.language > known.language) from known where known.language is not null"+
		") select language from known where language is not null"), func(l *string) []any { return []any{l} })
	// They are left out here, by name, so that no list needs the condition.
	not := q.NotIn
	q.NotIn = nil
	var lists []*Select
	for _, l := range languages {
		if !slices.Contains(not, l) {
			// Language is set here and not in the query, where "" would filter nothing: each filing
			// then stood twice in the list.
			s := t.listing(columns, q)
			s.Where("language = %s", l)
			lists = append(lists, s)
		}
	}
	return lists, err
}

// listTime is the time by which a list is ordered.
// It must agree with listedBy, which orders each list in the database.
func listTime(f *dateline.Filing, q dateline.FilingQuery) time.Time {
	switch {
	case q.ByNotice:
		return f.Noticed
	case q.ByRelease:
		return f.Released
	default:
		return f.When
	}
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
		// Values go through plain as they did when they were kept, or would not be found.
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
		s.whereIn("status", list)
	}
	if q.Urgency > 0 {
		// 0 is an urgency that nobody gave, which is not more urgent than a flash.
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
		// The number stands in the text, as in the index that leaves out those without notices:
		// of a parameter the database could not know that it is this one.
		s.Where(fmt.Sprintf("noticed > %d", micros(time.Time{})))
	}
	// By place and not by an offset: what comes in meanwhile moves no page, and the index
	// begins there instead of counting up to it.
	if q.Before != (dateline.Place{}) {
		s.Where("("+listedBy(q)+", item) < (%s, %s)", micros(q.Before.Time), string(q.Before.Item))
	}
	return s
}

// Embargoed returns the filings whose embargo ends in a span.
func (t *Tx) Embargoed(ctx context.Context, after, until time.Time) ([]dateline.Filing, error) {
	// The zero time stands for no embargo; nearly all have none.
	return decoded[dateline.Filing](collect(ctx, t, ask(fmt.Sprintf(
		"select doc from filings where embargo > $1 and embargo <= $2 and embargo > %d order by embargo, item", micros(time.Time{})),
		micros(after), micros(until)), oneDocument))
}

// ClearFilings removes all filings.
func (t *Tx) ClearFilings(ctx context.Context) error {
	// Else a search would still find, or hide, by what was filed before.
	if _, err := t.Exec(ctx, "delete from filings"); err != nil {
		return err
	}
	_, err := t.Exec(ctx, "update items set filed = '', embargo = 0 where filed <> ''")
	return err
}
