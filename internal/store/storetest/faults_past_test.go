package storetest

import (
	"context"
	"slices"

	"dateline"
)

func pastFaults() []fault {
	return []fault{
		asked("a past search is one of today", func(q *dateline.Find) { q.AsOf = 0 }),
		asked("a past search is an entry late", func(q *dateline.Find) {
			if q.AsOf > 0 {
				q.AsOf++
			}
		}),
		asked("a past search is an entry early", func(q *dateline.Find) {
			if q.AsOf > 1 {
				q.AsOf--
			}
		}),
		asked("versions of every source are found", func(q *dateline.Find) { q.PastOf = "" }),
		asked("the source of the past filters today", func(q *dateline.Find) {
			if q.PastOf != "" {
				q.Sources = []dateline.SourceID{q.PastOf}
			}
		}),
		asked("the past is public", func(q *dateline.Find) { q.Public = q.Public && q.AsOf == 0 }),
		answered("the past has no versions", func(list candidates) candidates {
			for i := range list {
				list[i].Version = 1
			}
			return list
		}),
		answered("a past candidate is given twice", func(list candidates) candidates {
			if len(list) > 0 && list[0].Version == 2 {
				return append(list, list[0])
			}
			return list
		}),
		pastly("the past is not indexed", func([]dateline.Kept) []dateline.Kept { return nil }),
		pastly("the past has the words of its first indexing", func(versions []dateline.Kept) []dateline.Kept {
			return slices.DeleteFunc(slices.Clone(versions), func(k dateline.Kept) bool { return k.Words.Body == "vessels" })
		}),
		pastly("the past has no stems", func(versions []dateline.Kept) []dateline.Kept {
			return altered(versions, func(k *dateline.Kept) { k.Words = dateline.SearchWords{Headline: k.Words.Headline} })
		}),
		inTx("the past shows today", func(t *tx) {
			t.stats = func(ctx context.Context, words []string) ([]int, int, error) {
				counts, items, err := t.Tx.WordStats(ctx, words)
				for i, w := range words {
					if found, _ := t.Tx.Find(ctx, dateline.Find{AsOf: 4, Clauses: all(w)}); len(found) > counts[i] {
						counts[i] = len(found)
					}
				}
				return counts, items, err
			}
		}),
		inTx("what nobody indexed is found in its new words", func(t *tx) {
			t.find = func(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
				found, err := t.Tx.Find(ctx, q)
				if q.AsOf == 1 && len(found) == 0 {
					q.AsOf = 0
					return t.Tx.Find(ctx, q)
				}
				return found, err
			}
		}),
		inTx("erased items stay in the past", func(t *tx) {
			t.find = func(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
				found, err := t.Tx.Find(ctx, q)
				entries, _ := t.Tx.Entries(ctx, 0, 100)
				for _, e := range entries {
					if e.Kind == dateline.EntryErased && q.AsOf > 0 {
						return append(found, dateline.Candidate{Item: e.Item}), err
					}
				}
				return found, err
			}
		}),
		inTx("heads of versions have bodies", func(t *tx) {
			t.history = func(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Item, error) {
				heads, err := t.Tx.VersionHeads(ctx, ids)
				for id := range heads {
					heads[id], err = t.Tx.Versions(ctx, id)
				}
				return heads, err
			}
		}),
		inTx("heads are of current versions alone", func(t *tx) {
			t.history = func(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Item, error) {
				heads, err := t.Tx.VersionHeads(ctx, ids)
				for id, all := range heads {
					heads[id] = all[len(all)-1:]
				}
				return heads, err
			}
		}),
		inTx("the current version is put into the past", func(t *tx) {
			t.past = func(ctx context.Context, versions []dateline.Kept) error {
				return t.Tx.PutPast(ctx, altered(versions, func(k *dateline.Kept) { k.Item.Version = 1 }))
			}
		}),
	}
}

// pastly changes what is put into the past.
func pastly(name string, change func([]dateline.Kept) []dateline.Kept) fault {
	return inTx(name, func(t *tx) {
		t.past = func(ctx context.Context, versions []dateline.Kept) error {
			return t.Tx.PutPast(ctx, change(versions))
		}
	})
}
