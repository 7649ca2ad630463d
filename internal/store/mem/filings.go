package mem

import (
	"cmp"
	"context"
	"slices"
	"time"

	"dateline"
)

// File writes filings.
func (t *tx) File(ctx context.Context, filings []dateline.Filing) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, f := range filings {
		t.filings[f.Item] = clone(f)
	}
	return nil
}

// FilingsOf returns the filings of items.
func (t *tx) FilingsOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Filing, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	of := map[dateline.ItemID]dateline.Filing{}
	for _, id := range ids {
		if f, ok := t.filings[id]; ok {
			of[id] = clone(f)
		}
	}
	return of, nil
}

// Filings returns filings, newest first.
func (t *tx) Filings(ctx context.Context, q dateline.FilingQuery) ([]dateline.Filing, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := t.listed(q)
	slices.SortFunc(list, func(a, b dateline.Filing) int {
		return cmp.Or(cmp.Compare(order(by(b, q)), order(by(a, q))), cmp.Compare(b.Item, a.Item))
	})
	limit := q.Limit
	if limit == 0 {
		limit = 50
	}
	return clone(list[:min(limit, len(list))]), nil
}

// CountFilings counts filings.
func (t *tx) CountFilings(ctx context.Context, q dateline.FilingQuery) (int, error) {
	return len(t.listed(q)), t.reading(ctx)
}

// listed is what a query wants, unordered and unlimited, for lists and for counts.
func (t *tx) listed(q dateline.FilingQuery) []dateline.Filing {
	list := []dateline.Filing{}
	for _, f := range t.filings {
		if wanted(f, q) {
			list = append(list, f)
		}
	}
	return list
}

// by is the time by which a list is ordered.
// Of what was never released, or has no notice, that is the zero time: it comes last.
func by(f dateline.Filing, q dateline.FilingQuery) time.Time {
	switch {
	case q.ByNotice:
		return f.Noticed
	case q.ByRelease:
		return f.Released
	default:
		return f.When
	}
}

// wanted reports whether a filing is in a list at all; the limit is not its business.
func wanted(f dateline.Filing, q dateline.FilingQuery) bool {
	since := f.When
	if q.ByNotice {
		since = f.Noticed
	}
	// Below zero where the filing comes after the place in a list that begins with the newest.
	place := cmp.Or(cmp.Compare(order(by(f, q)), order(q.Before.Time)), cmp.Compare(f.Item, q.Before.Item))
	switch {
	case q.Language != "" && f.Language != q.Language,
		slices.Contains(q.NotIn, f.Language),
		q.Source != "" && f.Source != q.Source,
		len(q.Statuses) > 0 && !slices.Contains(q.Statuses, f.Status),
		// 0 is an urgency that nobody gave, which is not more urgent than a flash.
		q.Urgency > 0 && (f.Urgency < 1 || f.Urgency > q.Urgency),
		!q.Since.IsZero() && order(since) < order(q.Since),
		// No embargo is the zero time, and over at any.
		!q.Out.IsZero() && order(f.Embargo) > order(q.Out),
		q.ByNotice && f.Noticed.IsZero(),
		q.Before != (dateline.Place{}) && place >= 0:
		return false
	}
	return true
}

// Embargoed returns the filings whose embargo ends in a span.
func (t *tx) Embargoed(ctx context.Context, after, until time.Time) ([]dateline.Filing, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := []dateline.Filing{}
	for _, f := range t.filings {
		if order(f.Embargo) > order(after) && order(f.Embargo) <= order(until) {
			list = append(list, clone(f))
		}
	}
	slices.SortFunc(list, func(a, b dateline.Filing) int {
		return cmp.Or(cmp.Compare(order(a.Embargo), order(b.Embargo)), cmp.Compare(a.Item, b.Item))
	})
	return list, nil
}

// ClearFilings removes all filings.
func (t *tx) ClearFilings(ctx context.Context) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	clear(t.filings)
	return nil
}
