package storetest

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"dateline"
)

// endless is a limit that was forgotten.
func endless(limit int) int {
	if limit == 0 {
		return 5000
	}
	return limit
}

// coarse is a time to the millisecond.
func coarse(t time.Time) time.Time { return t.Truncate(time.Millisecond) }

// writeFaults break single writes: in a view, in an update that fails, and after
// the transaction.
func writeFaults() []fault {
	return []fault{
		{"a view files", inView(func(s dateline.Store, w *tx) {
			w.file = func(ctx context.Context, filings []dateline.Filing) error {
				return s.Update(ctx, func(t dateline.Tx) error { return t.File(ctx, filings) })
			}
		})},
		{"a view merges nothing and says nothing", inView(func(_ dateline.Store, w *tx) {
			w.merge = func(context.Context, dateline.StoryID, dateline.StoryID) error { return nil }
		})},
		{"statements outlive a failed update", func(s dateline.Store) dateline.Store {
			return updates{s, func(ctx context.Context, f func(dateline.Tx) error) error {
				var said []dateline.Marked
				err := s.Update(ctx, func(t dateline.Tx) error {
					w := whole(t)
					w.putStatements = func(ctx context.Context, list ...dateline.Marked) error {
						said = append(said, list...)
						return t.PutStatements(ctx, list...)
					}
					return f(w)
				})
				if err != nil {
					_ = s.Update(ctx, func(t dateline.Tx) error { return t.PutStatements(ctx, said...) })
				}
				return err
			}}
		}},
		{"a transaction outlives its function", func(s dateline.Store) dateline.Store {
			return updates{s, func(ctx context.Context, f func(dateline.Tx) error) error {
				var over atomic.Bool
				defer over.Store(true)
				return s.Update(ctx, func(t dateline.Tx) error {
					w := whole(t)
					w.putEdits = func(ctx context.Context, edits ...dateline.Edit) error {
						if over.Load() {
							return s.Update(ctx, func(t dateline.Tx) error { return t.PutEdits(ctx, edits...) })
						}
						return t.PutEdits(ctx, edits...)
					}
					return f(w)
				})
			}}
		}},
		inTx("good orders are recorded before a bad one", func(t *tx) {
			t.orderPersons = func(ctx context.Context, orders ...dateline.PersonOrder) (seqs []int64, err error) {
				for _, o := range orders {
					seq, err := t.Tx.OrderPersons(ctx, o)
					if err != nil {
						return nil, err
					}
					seqs = append(seqs, seq...)
				}
				return seqs, nil
			}
		}),
	}
}

// orderedFaults forget a filter in one of the orders of a list, and what comes before
// an erased item among decisions.
func orderedFaults() []fault {
	return []fault{
		listed("embargoes do not filter notices", func(q *dateline.FilingQuery) {
			if q.ByNotice {
				q.Out = time.Time{}
			}
		}),
		listed("the status does not filter releases", func(q *dateline.FilingQuery) {
			if q.ByRelease && len(q.Statuses) == 1 && q.Statuses[0] == dateline.Withheld {
				q.Statuses = nil
			}
		}),
		listed("since is forgotten among releases", func(q *dateline.FilingQuery) {
			if q.ByRelease {
				q.Since = time.Time{}
			}
		}),
		askingPersons("the hidden are listed by when they spoke", func(q *dateline.PersonQuery) { q.NoPrivate = q.NoPrivate && !q.ByLast }),
		inTx("good decisions are recorded before one on an erased item", func(t *tx) {
			t.decide = func(ctx context.Context, list ...dateline.Decision) ([]int64, error) {
				numbers, err := t.Tx.Decide(ctx, list...)
				if !errors.Is(err, dateline.ErrGone) || len(list) < 2 {
					return numbers, err
				}
				_, _ = t.Tx.Decide(ctx, list[0])
				return nil, err
			}
		}),
	}
}

// boundFaults take lists for endless and times for coarse.
func boundFaults() []fault {
	return []fault{
		asking("edits have no limit of their own", func(q *dateline.EditQuery) { q.Limit = endless(q.Limit) }),
		askingSaid("what was said has no limit of its own", func(q *dateline.SpokenQuery) { q.Limit = endless(q.Limit) }),
		askingPersons("persons have no limit of their own", func(q *dateline.PersonQuery) { q.Limit = endless(q.Limit) }),
		inTx("stories have no limit of their own", func(t *tx) {
			t.stories = func(ctx context.Context, q dateline.StoryQuery) ([]dateline.Story, error) {
				q.Limit = endless(q.Limit)
				return t.Tx.Stories(ctx, q)
			}
		}),
		inTx("the items of a story have no limit of their own", func(t *tx) {
			t.storyItems = func(ctx context.Context, id dateline.StoryID, before dateline.Place, limit int) ([]dateline.Told, error) {
				return t.Tx.StoryItems(ctx, id, before, endless(limit))
			}
		}),
		eachKept("items are dated to the millisecond", func(_ *tx, k *dateline.Kept) { k.Item.Published.Time = coarse(k.Item.Published.Time) }),
		telling("stories are dated to the millisecond", func(d *dateline.Told) { d.When = coarse(d.When) }),
		speaking("what was said is dated to the millisecond", func(s *dateline.Spoken) { s.When = coarse(s.When) }),
		inTx("filings are dated to the millisecond", func(t *tx) {
			t.file = func(ctx context.Context, filings []dateline.Filing) error {
				return t.Tx.File(ctx, altered(filings, func(f *dateline.Filing) { f.When, f.Embargo = coarse(f.When), coarse(f.Embargo) }))
			}
		}),
		inTx("polls are due to the millisecond", func(t *tx) {
			t.polled = func(ctx context.Context, id dateline.SourceID, p dateline.Poll) error {
				p.Next = coarse(p.Next)
				return t.Tx.Polled(ctx, id, p)
			}
		}),
	}
}
