package storetest

import (
	"context"
	"slices"
	"sync"

	"dateline"
)

// A fault breaks one thing of a good store.
type fault struct {
	name string
	wrap func(dateline.Store) dateline.Store
}

// faults is the list of broken stores that the suite must tell from good ones.
// Whoever adds a sentence to the contract adds its fault here.
func faults() []fault {
	return slices.Concat(storeFaults(), keepFaults(), itemFaults(), findFaults(), pastFaults(), logFaults(), filingFaults(), sourceFaults(), matchFaults(), storyFaults(), editFaults(), statementFaults(), personFaults(), writeFaults(), orderedFaults(), boundFaults())
}

func storeFaults() []fault {
	return []fault{
		{"a failed update is kept", func(s dateline.Store) dateline.Store {
			return updates{s, func(ctx context.Context, f func(dateline.Tx) error) error {
				var failure error
				if err := s.Update(ctx, func(t dateline.Tx) error { failure = f(t); return nil }); err != nil {
					return err
				}
				return failure
			}}
		}},
		{"an update is lost", func(s dateline.Store) dateline.Store {
			var n int
			var mu sync.Mutex
			return updates{s, func(ctx context.Context, f func(dateline.Tx) error) error {
				mu.Lock()
				n++
				lost := n == 2
				mu.Unlock()
				if lost {
					return nil
				}
				return s.Update(ctx, f)
			}}
		}},
		{"a canceled update is kept", func(s dateline.Store) dateline.Store {
			return updates{s, func(_ context.Context, f func(dateline.Tx) error) error {
				return s.Update(context.Background(), f)
			}}
		}},
		{"the error of an update is hidden", func(s dateline.Store) dateline.Store {
			return updates{s, func(ctx context.Context, f func(dateline.Tx) error) error {
				_ = s.Update(ctx, f)
				return nil
			}}
		}},
		{"a view is no snapshot", inView(func(s dateline.Store, w *tx) {
			w.item = func(ctx context.Context, id dateline.ItemID) (item dateline.Item, err error) {
				err = s.View(ctx, func(t dateline.Tx) (err error) { item, err = t.Item(ctx, id); return err })
				return item, err
			}
		})},
		{"a view writes", inView(func(s dateline.Store, w *tx) {
			w.add = func(ctx context.Context, entries ...dateline.Entry) error {
				return s.Update(ctx, func(t dateline.Tx) error { return t.Append(ctx, entries...) })
			}
		})},
		{"a closed store works on", func(s dateline.Store) dateline.Store { return neverClosed{s} }},
		{"close does not wait", func(s dateline.Store) dateline.Store { return &hasty{Store: s} }},
		{"updates overlap", func(s dateline.Store) dateline.Store {
			return updates{s, func(ctx context.Context, f func(dateline.Tx) error) error {
				return overlapping(ctx, s, f)
			}}
		}},
	}
}
