package storetest

import (
	"context"
	"slices"
	"time"

	"dateline"
)

func matchFaults() []fault {
	return []fault{
		matchly("matches lose their evidence", func(m *dateline.Match) { m.Share, m.Exact = 0, 0 }),
		matchly("matches are by words alone", func(m *dateline.Match) { m.By = dateline.ByWords }),
		inTx("matches are added to those known", func(t *tx) {
			t.putMatches = func(ctx context.Context, items []dateline.ItemID, list []dateline.Match) error {
				old, err := t.Tx.MatchesOf(ctx, items)
				if err != nil {
					return err
				}
				for _, id := range items {
					list = append(slices.Clone(old[id]), list...)
				}
				return t.Tx.PutMatches(ctx, items, list)
			}
		}),
		inTx("an item without matches keeps the old ones", func(t *tx) {
			t.putMatches = func(ctx context.Context, _ []dateline.ItemID, list []dateline.Match) error {
				var items []dateline.ItemID
				for _, m := range list {
					items = append(items, m.Item)
				}
				return t.Tx.PutMatches(ctx, items, list)
			}
		}),
		inTx("matches come in another order", func(t *tx) {
			t.matchesOf = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
				of, err := t.Tx.MatchesOf(ctx, list)
				for _, m := range of {
					slices.Reverse(m)
				}
				return of, err
			}
		}),
		inTx("what was made from an item comes in another order", func(t *tx) {
			t.matchesTo = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
				to, err := t.Tx.MatchesTo(ctx, list)
				for _, m := range to {
					slices.Reverse(m)
				}
				return to, err
			}
		}),
		inTx("matches are found from one side", func(t *tx) {
			t.matchesTo = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
				return t.Tx.MatchesOf(ctx, list)
			}
		}),
		familial("members come in another order", func(f *dateline.Family) { slices.Sort(f.Members) }),
		familial("a family has one member less", func(f *dateline.Family) { f.Members = f.Members[:min(2, len(f.Members))] }),
		inTx("old members stay", func(t *tx) {
			t.putFamilies = func(ctx context.Context, families ...dateline.Family) error {
				for i := range families {
					old, err := t.Tx.FamiliesOf(ctx, families[i].Members)
					if err != nil {
						return err
					}
					for _, m := range old[families[i].ID].Members {
						if !slices.Contains(families[i].Members, m) {
							families[i].Members = append(slices.Clone(families[i].Members), m)
						}
					}
				}
				return t.Tx.PutFamilies(ctx, families...)
			}
		}),
		inTx("an item alone has a family", func(t *tx) {
			t.familiesOf = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID]dateline.Family, error) {
				of, err := t.Tx.FamiliesOf(ctx, list)
				for _, id := range list {
					if _, ok := of[id]; !ok && err == nil {
						of[id] = dateline.Family{ID: id, Members: []dateline.ItemID{id}}
					}
				}
				return of, err
			}
		}),
		keyly("keys after include the one named", func(after int64, limit int) (int64, int) { return max(after-1, 0), limit }),
		keyly("keys ignore the limit", func(after int64, _ int) (int64, int) { return after, 1000 }),
		inTx("keys come as they were put", func(t *tx) {
			t.keys = func(ctx context.Context, after int64, limit int) ([]dateline.Keyed, error) {
				list, err := t.Tx.Keys(ctx, after, limit)
				slices.SortStableFunc(list, func(a, b dateline.Keyed) int { return int(b.Version%1000) - int(a.Version%1000) })
				return list, err
			}
		}),
		inTx("keys of an entry stay the first", func(t *tx) {
			t.putKeys = func(ctx context.Context, keyed []dateline.Keyed) error {
				for _, k := range keyed {
					if old, err := t.Tx.Keys(ctx, k.Seq-1, 1); err != nil || len(old) == 1 && old[0].Seq == k.Seq {
						return err
					}
				}
				return t.Tx.PutKeys(ctx, keyed)
			}
		}),
		inTx("matches are not cleared", func(t *tx) { t.unmatch = func(context.Context) error { return nil } }),
		inTx("keys outlive the clearing", func(t *tx) {
			t.unmatch = func(ctx context.Context) error {
				keyed, err := t.Tx.Keys(ctx, 0, 1000)
				if err != nil {
					return err
				}
				if err := t.Tx.ClearMatches(ctx); err != nil {
					return err
				}
				return t.Tx.PutKeys(ctx, keyed)
			}
		}),
		erasing("an erased item stays in matches", func(ctx context.Context, t dateline.Tx, id dateline.ItemID) (func() error, error) {
			of, err := t.MatchesOf(ctx, []dateline.ItemID{id})
			return func() error { return t.PutMatches(ctx, []dateline.ItemID{id}, of[id]) }, err
		}),
		erasing("an erased item stays in its family", func(ctx context.Context, t dateline.Tx, id dateline.ItemID) (func() error, error) {
			of, err := t.FamiliesOf(ctx, []dateline.ItemID{id})
			return func() error {
				if f, ok := of[id]; ok {
					return t.PutFamilies(ctx, f)
				}
				return nil
			}, err
		}),
		erasing("an erased item stays in its story", func(ctx context.Context, t dateline.Tx, id dateline.ItemID) (func() error, error) {
			by, err := t.ToldBy(ctx, []dateline.ItemID{id})
			return func() error {
				if d, ok := by[id]; ok {
					return t.Tell(ctx, []dateline.Told{d})
				}
				return nil
			}, err
		}),
		erasing("an erased item keeps its keys", func(ctx context.Context, t dateline.Tx, _ dateline.ItemID) (func() error, error) {
			keyed, err := t.Keys(ctx, 0, 1000)
			return func() error { return t.PutKeys(ctx, keyed) }, err
		}),
	}
}

// matchly changes what is written of matches.
func matchly(name string, change func(*dateline.Match)) fault {
	return inTx(name, func(t *tx) {
		t.putMatches = func(ctx context.Context, items []dateline.ItemID, list []dateline.Match) error {
			return t.Tx.PutMatches(ctx, items, altered(list, change))
		}
	})
}

// familial changes what is written of families.
func familial(name string, change func(*dateline.Family)) fault {
	return inTx(name, func(t *tx) {
		t.putFamilies = func(ctx context.Context, families ...dateline.Family) error {
			for i := range families {
				families[i].Members = slices.Clone(families[i].Members)
				change(&families[i])
			}
			return t.Tx.PutFamilies(ctx, families...)
		}
	})
}

// keyly changes which keys are asked for.
func keyly(name string, change func(after int64, limit int) (int64, int)) fault {
	return inTx(name, func(t *tx) {
		t.keys = func(ctx context.Context, after int64, limit int) ([]dateline.Keyed, error) {
			after, limit = change(after, limit)
			return t.Tx.Keys(ctx, after, limit)
		}
	})
}

// erasing reads something before an item is erased, and puts it back afterwards.
func erasing(name string, keep func(context.Context, dateline.Tx, dateline.ItemID) (func() error, error)) fault {
	return inTx(name, func(t *tx) {
		erase := t.erase
		t.erase = func(ctx context.Context, id dateline.ItemID, at time.Time) error {
			back, err := keep(ctx, t.Tx, id)
			if err != nil {
				return err
			}
			if err := erase(ctx, id, at); err != nil {
				return err
			}
			return back()
		}
	})
}
