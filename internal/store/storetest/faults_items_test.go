package storetest

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline"
)

// ids, kepts and the like shorten the faults below to what is wrong with them.
type (
	ids   = []dateline.ItemID
	kepts = []dateline.Kept
)

func keepFaults() []fault {
	return []fault{
		inTx("keep loses the last of a batch", func(t *tx) {
			t.keep = func(ctx context.Context, items kepts) ([]dateline.Outcome, error) {
				if len(items) > 1 {
					items = items[:len(items)-1]
				}
				return t.Tx.Keep(ctx, items)
			}
		}),
		inTx("outcomes are out of order", func(t *tx) {
			t.keep = func(ctx context.Context, items kepts) ([]dateline.Outcome, error) {
				outcomes, err := t.Tx.Keep(ctx, items)
				slices.Reverse(outcomes)
				return outcomes, err
			}
		}),
		inTx("keep stores an id twice in a batch only once", func(t *tx) {
			t.keep = func(ctx context.Context, items kepts) ([]dateline.Outcome, error) {
				seen, outcomes := map[dateline.ItemID]dateline.Outcome{}, []dateline.Outcome{}
				for _, k := range items {
					if o, ok := seen[k.Item.ID]; ok {
						outcomes = append(outcomes, o)
						continue
					}
					one, err := t.Tx.Keep(ctx, kepts{k})
					if err != nil {
						return nil, err
					}
					seen[k.Item.ID] = dateline.Outcome{ID: k.Item.ID, Version: one[0].Version}
					outcomes = append(outcomes, one[0])
				}
				return outcomes, nil
			}
		}),
		inTx("an item is compared before it is encoded", func(t *tx) {
			t.keep = func(ctx context.Context, items kepts) ([]dateline.Outcome, error) {
				items = slices.Clone(items)
				for i := range items {
					old, err := t.Tx.Item(ctx, items[i].Item.ID)
					if err == nil && items[i].Item.CreditLine != old.CreditLine && !utf8.ValidString(items[i].Item.CreditLine) {
						items[i].Item.CreditLine = "another"
					}
				}
				return t.Tx.Keep(ctx, items)
			}
		}),
		eachKept("an unchanged item becomes a version", func(_ *tx, k *dateline.Kept) {
			k.Item.Standfirst = k.Item.Digest
		}),
		eachKept("the digest is not renewed", func(t *tx, k *dateline.Kept) {
			if old, err := t.Tx.Item(context.Background(), k.Item.ID); err == nil && old.Same(&k.Item) {
				k.Item.Digest = old.Digest
			}
		}),
		eachKept("first seen is that of the version", func(_ *tx, k *dateline.Kept) { k.Item.FirstSeen = k.Item.Received }),
		eachKept("words of headlines are not indexed", func(_ *tx, k *dateline.Kept) { k.Words.Headline = "" }),
		eachKept("words of bylines are not indexed", func(_ *tx, k *dateline.Kept) { k.Words.Byline = "" }),
		eachKept("stems are not indexed", func(_ *tx, k *dateline.Kept) { k.Words.Stems = "" }),
		eachKept("stems stand in a row with the body", func(_ *tx, k *dateline.Kept) { k.Words.Body += " " + k.Words.Stems }),
		eachKept("headline and body stand in a row", func(_ *tx, k *dateline.Kept) {
			k.Words.Body = k.Words.Headline + " " + k.Words.Body
		}),
		eachKept("bylines are indexed as words", func(_ *tx, k *dateline.Kept) { k.Words.Stems += " " + k.Words.Byline }),
		eachKept("accents are stripped", func(_ *tx, k *dateline.Kept) {
			k.Words.Body = strings.ReplaceAll(k.Words.Body, "é", "e")
		}),
		eachKept("terms are cut at a zero byte", func(_ *tx, k *dateline.Kept) {
			k.Words.Terms, _, _ = bytes.Cut(k.Words.Terms, []byte{0})
		}),
		eachKept("fractions of a second are lost", func(_ *tx, k *dateline.Kept) {
			k.Item.Published.Time = k.Item.Published.Time.Truncate(time.Second)
		}),
		eachKept("offsets are lost", func(_ *tx, k *dateline.Kept) { k.Item.Published.Time = k.Item.Published.Time.UTC() }),
		inTx("the first version is not logged", func(t *tx) {
			t.entries = func(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
				entries, err := t.Tx.Entries(ctx, after, limit)
				for i := range entries {
					if entries[i].Version == 1 {
						entries[i].Version = 0
					}
				}
				return entries, err
			}
		}),
		eachKept("the picture is lost", func(_ *tx, k *dateline.Kept) { k.Item.Picture = nil }),
	}
}

// eachKept changes what is kept.
func eachKept(name string, change func(*tx, *dateline.Kept)) fault {
	return inTx(name, func(t *tx) {
		t.keep = func(ctx context.Context, items kepts) ([]dateline.Outcome, error) {
			return t.Tx.Keep(ctx, altered(items, func(k *dateline.Kept) { change(t, k) }))
		}
	})
}

// shared hands out the same item each time.
func shared(s dateline.Store) dateline.Store {
	known := map[dateline.ItemID]dateline.Item{}
	return broken{s, func(t *tx) {
		t.item = func(ctx context.Context, id dateline.ItemID) (dateline.Item, error) {
			if item, ok := known[id]; ok {
				return item, nil
			}
			item, err := t.Tx.Item(ctx, id)
			known[id] = item
			return item, err
		}
	}}
}

func itemFaults() []fault {
	return []fault{
		inTx("an erased item is not found instead of gone", func(t *tx) {
			t.item = func(ctx context.Context, id dateline.ItemID) (dateline.Item, error) {
				item, err := t.Tx.Item(ctx, id)
				if errors.Is(err, dateline.ErrGone) {
					err = dateline.ErrNotFound
				}
				return item, err
			}
		}),
		inTx("what never was is found", func(t *tx) {
			t.item = func(ctx context.Context, id dateline.ItemID) (dateline.Item, error) {
				item, err := t.Tx.Item(ctx, id)
				if errors.Is(err, dateline.ErrNotFound) {
					err = nil
				}
				return item, err
			}
		}),
		{"items are not copies", shared},
		inTx("items come in the order of the store", func(t *tx) {
			t.items = func(ctx context.Context, list ids) ([]dateline.Item, error) {
				return t.Tx.Items(ctx, slices.Sorted(slices.Values(list)))
			}
		}),
		inTx("heads come in the order of the store", func(t *tx) {
			t.heads = func(ctx context.Context, list ids) ([]dateline.Item, error) {
				return t.Tx.Heads(ctx, slices.Sorted(slices.Values(list)))
			}
		}),
		inTx("heads carry bodies", func(t *tx) { t.heads = t.Tx.Items }),
		inTx("versions come newest first", func(t *tx) {
			t.versions = func(ctx context.Context, id dateline.ItemID) ([]dateline.Item, error) {
				list, err := t.Tx.Versions(ctx, id)
				slices.Reverse(list)
				return list, err
			}
		}),
		inTx("an erased item has no digest", func(t *tx) {
			t.digests = func(ctx context.Context, list ids) (map[dateline.ItemID]string, error) {
				digests, err := t.Tx.Digests(ctx, list)
				for id, d := range digests {
					if d == dateline.Erased {
						delete(digests, id)
					}
				}
				return digests, err
			}
		}),
		inTx("only one item of an address is found", func(t *tx) {
			t.byURL = func(ctx context.Context, url string) ([]dateline.ItemID, error) {
				list, err := t.Tx.ByURL(ctx, url)
				return list[:min(1, len(list))], err
			}
		}),
		inTx("a translation is found by its first version only", func(t *tx) {
			t.naming = func(ctx context.Context, urls []string) (map[string][]dateline.ItemVersion, error) {
				all, err := t.Tx.Naming(ctx, urls)
				for url, list := range all {
					all[url] = slices.DeleteFunc(list, func(v dateline.ItemVersion) bool { return v.Version > 1 })
				}
				return all, err
			}
		}),
		inTx("erasing forgets the log", func(t *tx) {
			t.erase = func(ctx context.Context, id dateline.ItemID, _ time.Time) error {
				return t.Tx.Erase(ctx, id, time.Time{})
			}
		}),
		inTx("erasing twice is an error", func(t *tx) {
			t.erase = func(ctx context.Context, id dateline.ItemID, at time.Time) error {
				if _, err := t.Tx.Item(ctx, id); err != nil {
					return err
				}
				return t.Tx.Erase(ctx, id, at)
			}
		}),
		inTx("erasing leaves the filing", func(t *tx) {
			t.erase = func(ctx context.Context, id dateline.ItemID, at time.Time) error {
				filings, _ := t.Tx.FilingsOf(ctx, ids{id})
				if err := t.Tx.Erase(ctx, id, at); err != nil {
					return err
				}
				for _, f := range filings {
					return t.Tx.File(ctx, []dateline.Filing{f})
				}
				return nil
			}
		}),
		inTx("erasing leaves the decisions' texts", func(t *tx) {
			t.on = func(ctx context.Context, list ids) (map[dateline.ItemID][]dateline.Decision, error) {
				on, err := t.Tx.DecisionsOn(ctx, list)
				for _, decisions := range on {
					for i := range decisions {
						if decisions[i].Reason == "" {
							decisions[i].Reason = "kept"
						}
					}
				}
				return on, err
			}
		}),
	}
}
