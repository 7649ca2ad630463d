package storetest

import (
	"context"
	"slices"

	"dateline"
)

// stating is a fault of statements as they are written.
func stating(name string, change func(*dateline.Statement)) fault {
	return inTx(name, func(t *tx) {
		t.putStatements = func(ctx context.Context, list ...dateline.Marked) error {
			return t.Tx.PutStatements(ctx, altered(list, func(m *dateline.Marked) { m.Statements = altered(m.Statements, change) })...)
		}
	})
}

// told is a fault of statements as they are read.
func told(name string, change func([]dateline.Marked) []dateline.Marked) fault {
	return inTx(name, func(t *tx) {
		t.statementsOf = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Marked, error) {
			of, err := t.Tx.StatementsOf(ctx, list)
			for id := range of {
				of[id] = change(of[id])
			}
			return of, err
		}
	})
}

func statementFaults() []fault {
	return []fault{
		stating("statements lose their role", func(s *dateline.Statement) { s.Role = "" }),
		stating("statements keep one span of their content", func(s *dateline.Statement) { s.Content = s.Content[:1] }),
		stating("what was denied was said", func(s *dateline.Statement) { s.Polarity = dateline.Says }),
		stating("statements are all sure", func(s *dateline.Statement) { s.Confidence = 1 }),
		told("statements come in another order", func(list []dateline.Marked) []dateline.Marked {
			slices.Reverse(list[0].Statements)
			return list
		}),
		told("the newest version comes first", func(list []dateline.Marked) []dateline.Marked {
			slices.Reverse(list)
			return list
		}),
		told("the newest version alone is known", func(list []dateline.Marked) []dateline.Marked { return list[len(list)-1:] }),
		told("nobody knows which rules marked it", func(list []dateline.Marked) []dateline.Marked {
			for i := range list {
				list[i].Program = 0
			}
			return list
		}),
		inTx("statements stay the first", func(t *tx) {
			t.putStatements = func(ctx context.Context, list ...dateline.Marked) error {
				for _, m := range list {
					old, err := t.Tx.StatementsOf(ctx, []dateline.ItemID{m.Item})
					if err != nil {
						return err
					}
					if slices.ContainsFunc(old[m.Item], func(o dateline.Marked) bool { return o.Version == m.Version }) {
						continue
					}
					if err := t.Tx.PutStatements(ctx, m); err != nil {
						return err
					}
				}
				return nil
			}
		}),
		inTx("statements replace those of all versions", func(t *tx) {
			t.putStatements = func(ctx context.Context, list ...dateline.Marked) error {
				for _, m := range list {
					old, err := t.Tx.StatementsOf(ctx, []dateline.ItemID{m.Item})
					if err != nil {
						return err
					}
					for _, o := range old[m.Item] {
						o.Statements = nil
						if err := t.Tx.PutStatements(ctx, o); err != nil {
							return err
						}
					}
				}
				return t.Tx.PutStatements(ctx, list...)
			}
		}),
		inTx("a version that lost its statements keeps them", func(t *tx) {
			t.putStatements = func(ctx context.Context, list ...dateline.Marked) error {
				return t.Tx.PutStatements(ctx, slices.DeleteFunc(slices.Clone(list), func(m dateline.Marked) bool { return len(m.Statements) == 0 })...)
			}
		}),
		inTx("statements are logged by the store", func(t *tx) {
			t.putStatements = func(ctx context.Context, list ...dateline.Marked) error {
				for _, m := range list {
					if err := t.Append(ctx, dateline.Entry{Kind: dateline.EntryMarked, Item: m.Item, Version: m.Version}); err != nil {
						return err
					}
				}
				return t.Tx.PutStatements(ctx, list...)
			}
		}),
		erasing("an erased item keeps its statements", func(ctx context.Context, t dateline.Tx, id dateline.ItemID) (func() error, error) {
			of, err := t.StatementsOf(ctx, []dateline.ItemID{id})
			return func() error { return t.PutStatements(ctx, of[id]...) }, err
		}),
	}
}
