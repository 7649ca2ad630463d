package storetest

import (
	"context"
	"slices"
	"sync"
	"time"

	"dateline"
)

func logFaults() []fault {
	return []fault{
		{"a later entry is seen before an earlier one", lateEntries},
		inTx("entries after include the one named", func(t *tx) {
			t.entries = func(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
				return t.Tx.Entries(ctx, max(after-1, 0), limit)
			}
		}),
		inTx("the log does not tell the status of a version", func(t *tx) {
			t.entries = func(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
				entries, err := t.Tx.Entries(ctx, after, limit)
				for i := range entries {
					if entries[i].Kind == dateline.EntryVersion {
						entries[i].Note = ""
					}
				}
				return entries, err
			}
		}),
		inTx("entries ignore the limit", func(t *tx) {
			t.entries = func(ctx context.Context, after int64, _ int) ([]dateline.Entry, error) {
				return t.Tx.Entries(ctx, after, 1000)
			}
		}),
		inTx("only the first entry is appended", func(t *tx) {
			t.add = func(ctx context.Context, entries ...dateline.Entry) error {
				return t.Tx.Append(ctx, entries[:min(1, len(entries))]...)
			}
		}),
		inTx("notes are lost", func(t *tx) {
			t.add = func(ctx context.Context, entries ...dateline.Entry) error {
				return t.Tx.Append(ctx, altered(entries, func(e *dateline.Entry) { e.Note = "" })...)
			}
		}),
		inTx("cursors only move forth", func(t *tx) {
			t.move = func(ctx context.Context, name string, seq int64) error {
				now, err := t.Tx.Cursor(ctx, name)
				if err != nil || seq < now {
					return err
				}
				return t.Tx.SetCursor(ctx, name, seq)
			}
		}),
		inTx("there is one cursor for all", func(t *tx) {
			t.cursor = func(ctx context.Context, _ string) (int64, error) { return t.Tx.Cursor(ctx, "x") }
			t.move = func(ctx context.Context, _ string, seq int64) error { return t.Tx.SetCursor(ctx, "x", seq) }
		}),
		led("a good lease is taken over", func(now time.Time, ttl time.Duration) (time.Time, time.Duration) { return now, 0 }),
		led("a leader with a wrong clock leads until then", func(now time.Time, ttl time.Duration) (time.Time, time.Duration) {
			if now.After(noon().AddDate(0, 0, 1)) {
				return noon(), ttl
			}
			return now, ttl
		}),
		led("a lease outlives itself", func(now time.Time, ttl time.Duration) (time.Time, time.Duration) { return now, ttl + 1000 }),
		inTx("each renewal is a new epoch", func(t *tx) {
			t.lead = func(ctx context.Context, holder string, now time.Time, ttl time.Duration) (int64, error) {
				if _, err := t.Tx.Lead(ctx, holder, now, 0); err != nil {
					return 0, err
				}
				_, _ = t.Tx.Lead(ctx, "nobody", now, 0)
				return t.Tx.Lead(ctx, holder, now, ttl)
			}
		}),
		inTx("a decision is not logged", func(t *tx) {
			t.decide = func(ctx context.Context, list ...dateline.Decision) ([]int64, error) {
				numbers, err := t.Tx.Decide(ctx, list...)
				for i := range numbers {
					numbers[i]++
				}
				return numbers, err
			}
		}),
		inTx("decisions lose their end", func(t *tx) {
			t.decide = func(ctx context.Context, list ...dateline.Decision) ([]int64, error) {
				for i := range list {
					list[i].Until = time.Time{}
				}
				return t.Tx.Decide(ctx, list...)
			}
		}),
		inTx("decisions lose their version", func(t *tx) {
			t.decide = func(ctx context.Context, list ...dateline.Decision) ([]int64, error) {
				for i := range list {
					list[i].Version = 0
				}
				return t.Tx.Decide(ctx, list...)
			}
		}),
		inTx("good decisions are recorded before a bad one", func(t *tx) {
			t.decide = func(ctx context.Context, list ...dateline.Decision) ([]int64, error) {
				var numbers []int64
				for _, d := range list {
					n, err := t.Tx.Decide(ctx, d)
					if err != nil {
						return nil, err
					}
					numbers = append(numbers, n...)
				}
				return numbers, nil
			}
		}),
		inTx("many decisions are numbered alike", func(t *tx) {
			t.decide = func(ctx context.Context, list ...dateline.Decision) ([]int64, error) {
				numbers, err := t.Tx.Decide(ctx, list...)
				for i := range numbers {
					numbers[i] = numbers[0]
				}
				return numbers, err
			}
		}),
		inTx("decisions come by time", func(t *tx) {
			t.on = func(ctx context.Context, list ids) (map[dateline.ItemID][]dateline.Decision, error) {
				on, err := t.Tx.DecisionsOn(ctx, list)
				for _, decisions := range on {
					slices.SortFunc(decisions, func(a, b dateline.Decision) int { return a.Time.Compare(b.Time) })
				}
				return on, err
			}
		}),
	}
}

// lateEntries hides each seventh entry until somebody has looked past it.
func lateEntries(s dateline.Store) dateline.Store {
	var mu sync.Mutex
	seen := map[int64]bool{}
	return broken{s, func(t *tx) {
		t.entries = func(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
			entries, err := t.Tx.Entries(ctx, after, limit)
			mu.Lock()
			defer mu.Unlock()
			return slices.DeleteFunc(entries, func(e dateline.Entry) bool {
				hidden := e.Seq%7 == 0 && !seen[e.Seq]
				seen[e.Seq] = true
				return hidden
			}), err
		}
	}}
}

// led changes how a lease is asked for.
func led(name string, change func(time.Time, time.Duration) (time.Time, time.Duration)) fault {
	return inTx(name, func(t *tx) {
		t.lead = func(ctx context.Context, holder string, now time.Time, ttl time.Duration) (int64, error) {
			now, ttl = change(now, ttl)
			return t.Tx.Lead(ctx, holder, now, ttl)
		}
	})
}

func filingFaults() []fault {
	return []fault{
		inTx("only the first filing is written", func(t *tx) {
			t.file = func(ctx context.Context, filings []dateline.Filing) error {
				return t.Tx.File(ctx, filings[:min(1, len(filings))])
			}
		}),
		inTx("a filing is never replaced", func(t *tx) {
			t.file = func(ctx context.Context, filings []dateline.Filing) error {
				var list ids
				for _, f := range filings {
					list = append(list, f.Item)
				}
				old, err := t.Tx.FilingsOf(ctx, list)
				if err != nil {
					return err
				}
				return t.Tx.File(ctx, slices.DeleteFunc(slices.Clone(filings), func(f dateline.Filing) bool {
					_, known := old[f.Item]
					return known
				}))
			}
		}),
		inTx("counterparts are lost", func(t *tx) {
			t.file = func(ctx context.Context, filings []dateline.Filing) error {
				return t.Tx.File(ctx, altered(filings, func(f *dateline.Filing) { f.Counterparts = nil }))
			}
		}),
		listed("the language does not filter filings", func(q *dateline.FilingQuery) { q.Language = "" }),
		listed("languages are not left out", func(q *dateline.FilingQuery) { q.NotIn = nil }),
		listed("only the first language is left out", func(q *dateline.FilingQuery) { q.NotIn = q.NotIn[:min(1, len(q.NotIn))] }),
		listed("the source does not filter filings", func(q *dateline.FilingQuery) { q.Source = "" }),
		listed("only the first status counts", func(q *dateline.FilingQuery) { q.Statuses = q.Statuses[:min(1, len(q.Statuses))] }),
		listed("urgency does not filter", func(q *dateline.FilingQuery) { q.Urgency = 0 }),
		listed("since does not filter", func(q *dateline.FilingQuery) { q.Since = time.Time{} }),
		listed("since excludes its moment", func(q *dateline.FilingQuery) {
			if !q.Since.IsZero() {
				q.Since = q.Since.Add(time.Microsecond)
			}
		}),
		listed("embargoes do not filter", func(q *dateline.FilingQuery) { q.Out = time.Time{} }),
		listed("notices do not order", func(q *dateline.FilingQuery) { q.ByNotice = false }),
		listed("releases do not order", func(q *dateline.FilingQuery) { q.ByRelease = false }),
		listed("a list always starts at the top", func(q *dateline.FilingQuery) { q.Before = dateline.Place{} }),
		listed("a page repeats the last filing", func(q *dateline.FilingQuery) {
			if q.Before.Item != "" {
				q.Before.Item += "z"
			}
		}),
		listed("a page leaves out filings of the same time", func(q *dateline.FilingQuery) {
			if q.Before.Item != "" {
				q.Before.Item = ""
			}
		}),
		inTx("filings have no limit of their own", func(t *tx) {
			t.filings = func(ctx context.Context, q dateline.FilingQuery) ([]dateline.Filing, error) {
				if q.Limit == 0 {
					q.Limit = 1000
				}
				return t.Tx.Filings(ctx, q)
			}
		}),
		inTx("a filing in no known language brings the others along once more", func(t *tx) {
			t.filings = func(ctx context.Context, q dateline.FilingQuery) ([]dateline.Filing, error) {
				list, err := t.Tx.Filings(ctx, q)
				if slices.ContainsFunc(list, func(f dateline.Filing) bool { return f.Language == "" }) {
					list = append(list, list...)
				}
				return list, err
			}
		}),
		inTx("the count stops at the limit", func(t *tx) {
			t.count = func(ctx context.Context, q dateline.FilingQuery) (int, error) {
				list, err := t.Tx.Filings(ctx, q)
				return len(list), err
			}
		}),
		inTx("an embargo that ended before counts again", func(t *tx) {
			t.embargo = func(ctx context.Context, after, until time.Time) ([]dateline.Filing, error) {
				return t.Tx.Embargoed(ctx, after.Add(-time.Second), until)
			}
		}),
		inTx("an embargo that ends now does not count", func(t *tx) {
			t.embargo = func(ctx context.Context, after, until time.Time) ([]dateline.Filing, error) {
				return t.Tx.Embargoed(ctx, after, until.Add(-time.Second))
			}
		}),
		inTx("filings are not cleared", func(t *tx) { t.unfile = func(context.Context) error { return nil } }),
	}
}

// listed changes which filings are asked for, and counted.
func listed(name string, change func(*dateline.FilingQuery)) fault {
	return inTx(name, func(t *tx) {
		t.filings = func(ctx context.Context, q dateline.FilingQuery) ([]dateline.Filing, error) {
			change(&q)
			return t.Tx.Filings(ctx, q)
		}
		t.count = func(ctx context.Context, q dateline.FilingQuery) (int, error) {
			change(&q)
			return t.Tx.CountFilings(ctx, q)
		}
	})
}

func sourceFaults() []fault {
	return []fault{
		inTx("putting a source resets its poll", func(t *tx) {
			t.put = func(ctx context.Context, s dateline.Source, at time.Time) error {
				if err := t.Tx.PutSource(ctx, s, at); err != nil {
					return err
				}
				return t.Tx.Polled(ctx, s.ID, dateline.Poll{Next: at})
			}
		}),
		inTx("putting a source frees its lease", func(t *tx) {
			t.put = func(ctx context.Context, s dateline.Source, at time.Time) error {
				old, err := t.Tx.Source(ctx, s.ID)
				if err == nil {
					err = t.Tx.Polled(ctx, s.ID, old.Poll)
				}
				_ = err
				return t.Tx.PutSource(ctx, s, at)
			}
		}),
		inTx("what is retired is polled", func(t *tx) {
			t.put = func(ctx context.Context, s dateline.Source, at time.Time) error {
				s.Retired = false
				return t.Tx.PutSource(ctx, s, at)
			}
		}),
		inTx("what has no feed is polled", func(t *tx) {
			t.lease = func(ctx context.Context, now, until time.Time, limit int) ([]dateline.Source, error) {
				list, err := t.Tx.LeaseSources(ctx, now, until, limit)
				all, _ := t.Tx.Sources(ctx)
				for _, s := range all {
					if s.Feed == "" {
						list = append(list, s)
					}
				}
				return list, err
			}
		}),
		inTx("removing a source leaves it", func(t *tx) {
			t.remove = func(context.Context, dateline.SourceID, time.Time) error { return nil }
		}),
		inTx("all sources are given for some", func(t *tx) {
			t.sourcesByID = func(ctx context.Context, _ []dateline.SourceID) (map[dateline.SourceID]dateline.Source, error) {
				return t.Tx.SourcesByID(ctx, []dateline.SourceID{"a", "b", "c"})
			}
		}),
		inTx("one of several sources is left out", func(t *tx) {
			t.sourcesByID = func(ctx context.Context, ids []dateline.SourceID) (map[dateline.SourceID]dateline.Source, error) {
				return t.Tx.SourcesByID(ctx, ids[:min(1, len(ids))])
			}
		}),
		inTx("sources asked for together have no poll", func(t *tx) {
			t.sourcesByID = func(ctx context.Context, ids []dateline.SourceID) (map[dateline.SourceID]dateline.Source, error) {
				by, err := t.Tx.SourcesByID(ctx, ids)
				for id, s := range by {
					s.Poll = dateline.Poll{}
					by[id] = s
				}
				return by, err
			}
		}),
		inTx("sources come in any order", func(t *tx) {
			t.sources = func(ctx context.Context) ([]dateline.Source, error) {
				list, err := t.Tx.Sources(ctx)
				slices.Reverse(list)
				return list, err
			}
		}),
		claimed("leases ignore the limit", func(now, until *time.Time, limit *int) { *limit = 1000 }),
		claimed("a clock that ran ahead leases like any other", func(_, until *time.Time, _ *int) {
			if until.After(noon().AddDate(0, 0, 1)) {
				*until = minute(50)
			}
		}),
		claimed("leases do not hold", func(now, until *time.Time, _ *int) { *until = *now }),
		claimed("sources are due early", func(now, until *time.Time, _ *int) { *now = now.Add(time.Minute) }),
		claimed("what is due now is not", func(now, until *time.Time, _ *int) { *now = now.Add(-time.Microsecond) }),
		inTx("a poll leaves the lease", func(t *tx) {
			t.polled = func(ctx context.Context, id dateline.SourceID, p dateline.Poll) error {
				p.Next = p.Next.Add(time.Microsecond)
				return t.Tx.Polled(ctx, id, p)
			}
		}),
		inTx("a poll forgets how the source is read", func(t *tx) {
			t.polled = func(ctx context.Context, id dateline.SourceID, p dateline.Poll) error {
				p.Reading = dateline.Reading{}
				return t.Tx.Polled(ctx, id, p)
			}
		}),
		inTx("a source forgets what a person accepted", func(t *tx) {
			t.put = func(ctx context.Context, s dateline.Source, at time.Time) error {
				s.Accepted = time.Time{}
				return t.Tx.PutSource(ctx, s, at)
			}
		}),
		inTx("a poll of what is not there is no error", func(t *tx) {
			t.polled = func(ctx context.Context, id dateline.SourceID, p dateline.Poll) error {
				_ = t.Tx.Polled(ctx, id, p)
				return nil
			}
		}),
		inTx("nothing is made due", func(t *tx) { t.due = func(context.Context, time.Time) error { return nil } }),
	}
}

// claimed changes how sources are claimed.
func claimed(name string, change func(now, until *time.Time, limit *int)) fault {
	return inTx(name, func(t *tx) {
		t.lease = func(ctx context.Context, now, until time.Time, limit int) ([]dateline.Source, error) {
			change(&now, &until, &limit)
			return t.Tx.LeaseSources(ctx, now, until, limit)
		}
	})
}
