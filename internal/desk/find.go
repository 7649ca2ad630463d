package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/search"
)

// A Search says which items an editor looks for, in whatever state. Zero fields
// do not filter.
type Search struct {
	// Named is what may be an item's id or its address at the source. Where an item
	// has it, that is meant, and all else does not count.
	Named    string
	Query    search.Query // ErrInvalid with Said: no index of words tells who said them
	Status   dateline.PubStatus
	Source   dateline.SourceID
	Language string   // without a region
	NotIn    []string // none of these languages
	Before   dateline.Place
	Limit    int
}

// Found is one page of what was looked for, newest first.
type Found struct {
	Lines []Line
	// Next continues the list; its Item is "" at the end. A page may be short of
	// Limit and go on all the same: a search looks at so many items at a time.
	Next dateline.Place
	// Count is how many there are in all; -1 where words were looked for, which
	// is not counted.
	Count int
}

const (
	// chunk is how many candidates are asked for at a time, and mostLooked at how
	// many a page looks: of a common word and a rare state all of the index would
	// be looked at otherwise.
	chunk      = 250
	mostLooked = 5000
	// mostCanceled is at how many killed and withdrawn items a search for words
	// looks. No index has their words, so each headline is read.
	mostCanceled = 2000
)

// Find looks for items. Words find an item by all of its text, one that was killed
// or withdrawn by its headline and byline.
func (d *Desk) Find(ctx context.Context, s Search) (found Found, err error) {
	defer dateline.Wrap(&err, "find items")
	s.Limit = cmp.Or(s.Limit, 50)
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		f := finder{ctx: ctx, tx: tx, s: s}
		filings, err := f.named()
		found.Count = len(filings)
		if err == nil && len(filings) == 0 {
			filings, found.Count, err = f.listed()
		}
		if err != nil {
			return err
		}
		found.Next = f.stopped
		if len(filings) > s.Limit {
			filings = filings[:s.Limit]
			last := &filings[s.Limit-1]
			found.Next = dateline.Place{Time: last.When, Item: last.Item}
		}
		found.Lines, err = linesOf(ctx, tx, filings)
		return err
	})
	return found, err
}

// A finder is one search.
type finder struct {
	ctx     context.Context
	tx      dateline.Tx
	s       Search
	stopped dateline.Place // where looking ended before the end
}

// named returns the items that an id or an address names.
func (f *finder) named() ([]dateline.Filing, error) {
	name := strings.TrimSpace(f.s.Named)
	if name == "" || strings.ContainsAny(name, " \t") {
		return nil, nil
	}
	// Whatever it is: an id that no item has finds nothing, and the words are looked for then.
	ids := []dateline.ItemID{dateline.ItemID(name)}
	if strings.Contains(name, "://") {
		var err error
		if ids, err = f.tx.ByURL(f.ctx, name); err != nil {
			return nil, err
		}
	}
	known, err := f.tx.FilingsOf(f.ctx, ids)
	var out []dateline.Filing
	for _, id := range ids {
		if filing, ok := known[id]; ok {
			out = append(out, filing)
		}
	}
	slices.SortFunc(out, newestFirst)
	return out[:min(len(out), f.s.Limit)], err
}

// listed returns one more than a page, where there are so many.
func (f *finder) listed() ([]dateline.Filing, int, error) {
	if !f.s.Query.IsZero() {
		filings, err := f.worded()
		return filings, -1, err
	}
	q := dateline.FilingQuery{Language: f.s.Language, NotIn: f.s.NotIn, Source: f.s.Source}
	if f.s.Status != "" {
		q.Statuses = []dateline.PubStatus{f.s.Status}
	}
	count, err := f.tx.CountFilings(f.ctx, q)
	if err != nil {
		return nil, 0, err
	}
	// After the count, which is of the whole list and not of what is left of it.
	q.Before, q.Limit = f.s.Before, f.s.Limit+1
	filings, err := f.tx.Filings(f.ctx, q)
	return filings, count, err
}

// worded looks for words: in the index, which knows nothing of what is canceled,
// and among that.
func (f *finder) worded() (out []dateline.Filing, err error) {
	if f.s.Status != dateline.Canceled {
		if out, err = f.indexed(); err != nil {
			return nil, err
		}
	}
	if f.s.Status == "" || f.s.Status == dateline.Canceled {
		canceled, err := f.canceled()
		if err != nil {
			return nil, err
		}
		out = append(out, canceled...)
	}
	slices.SortFunc(out, newestFirst)
	if f.stopped.Item != "" { // what is canceled and older belongs to the next page
		out = slices.DeleteFunc(out, func(x dateline.Filing) bool { return behind(&x, f.stopped) })
	}
	return out, nil
}

// indexed follows the index from the place where the list goes on. The place is
// found again by its second, for that is how an index orders.
func (f *finder) indexed() (out []dateline.Filing, err error) {
	q := f.s.Query
	if f.s.Source != "" && len(q.Sources) == 0 {
		q.Sources = []dateline.SourceID{f.s.Source}
	}
	if end := f.from(); !end.IsZero() && (q.Before.IsZero() || end.Before(q.Before)) {
		q.Before = end
	}
	for skip := 0; len(out) <= f.s.Limit; skip += chunk {
		answer, err := search.Run(f.ctx, f.tx, search.Ask{Query: q, Order: search.Newest, All: true, Skip: skip, Limit: chunk})
		if err != nil {
			return nil, err
		}
		ids := make([]dateline.ItemID, len(answer.Hits))
		for i, h := range answer.Hits {
			ids[i] = h.Item
		}
		filings, err := f.tx.FilingsOf(f.ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if filing, ok := filings[id]; ok && f.wants(&filing) {
				out = append(out, filing)
			}
		}
		if !answer.More {
			break
		}
		if skip+chunk >= mostLooked {
			last := answer.Hits[len(answer.Hits)-1]
			f.stopped = dateline.Place{Time: last.When, Item: last.Item}
			break
		}
	}
	return out, nil
}

// canceled reads the headlines of what was killed or withdrawn.
func (f *finder) canceled() (out []dateline.Filing, err error) {
	q := &f.s.Query
	filings, err := f.tx.Filings(f.ctx, dateline.FilingQuery{
		Source: f.s.Source, Language: f.s.Language, NotIn: f.s.NotIn, Statuses: []dateline.PubStatus{dateline.Canceled},
		Before: dateline.Place{Time: f.from()}, Limit: mostCanceled,
	})
	if err != nil {
		return nil, err
	}
	ids, byID := make([]dateline.ItemID, len(filings)), map[dateline.ItemID]dateline.Filing{}
	for i, filing := range filings {
		ids[i], byID[filing.Item] = filing.Item, filing
	}
	heads, err := f.tx.Heads(f.ctx, ids)
	for i := range heads {
		filing, words := byID[heads[i].ID], search.Words(&heads[i])
		if f.wants(&filing) && q.Admits(filing.Source, filing.Language, filing.When) && q.Matches(&words) {
			out = append(out, filing)
		}
	}
	return out, err
}

// from is the end of the second in which the list goes on, zero at its beginning.
func (f *finder) from() time.Time {
	if f.s.Before.Item == "" {
		return time.Time{}
	}
	return f.s.Before.Time.Truncate(time.Second).Add(time.Second)
}

// wants reports whether a filing is within the filters and stands after the place
// where the list goes on.
func (f *finder) wants(x *dateline.Filing) bool {
	return (f.s.Status == "" || x.Status == f.s.Status) && (f.s.Source == "" || x.Source == f.s.Source) &&
		(f.s.Language == "" || x.Language == f.s.Language) && !slices.Contains(f.s.NotIn, x.Language) &&
		(f.s.Before.Item == "" || behind(x, f.s.Before))
}

// behind reports whether a filing stands after a place, in the order of an index.
func behind(x *dateline.Filing, p dateline.Place) bool {
	return newestFirst(*x, dateline.Filing{When: p.Time, Item: p.Item}) > 0
}

// newestFirst is the order of an index: by the second, then by id, descending.
func newestFirst(a, b dateline.Filing) int {
	return cmp.Or(b.When.Truncate(time.Second).Compare(a.When.Truncate(time.Second)), cmp.Compare(b.Item, a.Item))
}
