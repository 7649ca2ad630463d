package storetest

import (
	"context"
	"fmt"
	"testing"

	"dateline"
)

// batch is how many items a benchmark keeps at a time.
const batch = 50

// BenchmarkKeep measures keeping items of 5 KB, 50 at a time. One operation is
// one item.
func BenchmarkKeep(b *testing.B, s dateline.Store) {
	ctx := context.Background()
	items := Sample(2000, true)
	for i := range items { // about as much as the search keeps beside each item
		items[i].Words.Terms = []byte(items[i].Words.Body)[:2000]
	}
	b.ReportAllocs()
	b.ResetTimer()
	for n := 0; n < b.N; n += batch {
		next := make([]dateline.Kept, min(batch, b.N-n))
		for i := range next {
			next[i] = items[(n+i)%len(items)]
			// New ids each time: an item that is there already would cost next to nothing.
			guid := fmt.Sprint(next[i].Item.GUID, "-", n+i)
			next[i].Item.ID, next[i].Item.GUID = dateline.NewItemID(next[i].Item.Source, guid), guid
			next[i].Item.Published.Time = minute(n + i)
		}
		err := s.Update(ctx, func(tx dateline.Tx) error {
			_, err := tx.Keep(ctx, next)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// Fill keeps and files n short items.
func Fill(tb testing.TB, s dateline.Store, n int) {
	tb.Helper()
	ctx := context.Background()
	items := Sample(n, false)
	// In batches, for each update waits for the disk.
	for start := 0; start < n; start += 500 {
		chunk := items[start:min(start+500, n)]
		filings := make([]dateline.Filing, len(chunk))
		for i, k := range chunk {
			filings[i] = filed(k)
		}
		err := s.Update(ctx, func(tx dateline.Tx) error {
			if _, err := tx.Keep(ctx, chunk); err != nil {
				return err
			}
			return tx.File(ctx, filings)
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
}

// BenchmarkFind measures searches on a store that Fill has filled.
func BenchmarkFind(b *testing.B, s dateline.Store) {
	// Zipf's first word and one of the many that hardly occur: an index answers the two in
	// different ways.
	common, rare := word("en", 0), word("en", 3000)
	for name, q := range map[string]dateline.Find{
		"newest":          {Public: true, Now: minute(1 << 20)},
		"common":          {Clauses: all(common), Public: true, Now: minute(1 << 20)},
		"two common":      {Clauses: all(common, word("en", 1)), Public: true, Now: minute(1 << 20)},
		"common and rare": {Clauses: all(common, rare)},
		"rare":            {Clauses: all(rare)},
		"phrase":          {Clauses: []dateline.Clause{{{common, word("en", 1)}}}},
		"any":             {Clauses: all(common, rare), Any: true},
		"source":          {Clauses: all(common), Sources: []dateline.SourceID{"source-3"}, Languages: []string{"en"}},
	} {
		b.Run(name, func(b *testing.B) {
			within(b, s, func(ctx context.Context, tx dateline.Tx) error {
				_, err := tx.Find(ctx, q)
				return err
			})
		})
	}
	b.Run("word counts", func(b *testing.B) {
		within(b, s, func(ctx context.Context, tx dateline.Tx) error {
			_, _, err := tx.WordStats(ctx, []string{common, rare})
			return err
		})
	})
}

// BenchmarkFilings measures the lists of the site on a store that Fill has
// filled.
func BenchmarkFilings(b *testing.B, s dateline.Store) {
	usable := []dateline.PubStatus{dateline.Usable}
	out := minute(1 << 20)
	for name, q := range map[string]dateline.FilingQuery{
		"latest":   {Language: "en", Statuses: usable, Out: out},
		"page 100": {Language: "en", Statuses: usable, Out: out, Before: dateline.Place{Time: minute(10000), Item: "m"}},
		"source":   {Source: "source-3", Statuses: usable, Out: out},
		"others":   {NotIn: []string{"en", "ar"}, Statuses: usable, Out: out},
		"notices":  {ByNotice: true, Language: "en"},
		"released": {ByRelease: true, Statuses: usable, Out: out},
	} {
		b.Run(name, func(b *testing.B) {
			within(b, s, func(ctx context.Context, tx dateline.Tx) error {
				_, err := tx.Filings(ctx, q)
				return err
			})
		})
	}
}

// within runs f in a view of its own each time, as every page does.
func within(b *testing.B, s dateline.Store, f func(context.Context, dateline.Tx) error) {
	b.Helper()
	ctx := context.Background()
	for b.Loop() {
		if err := s.View(ctx, func(tx dateline.Tx) error { return f(ctx, tx) }); err != nil {
			b.Fatal(err)
		}
	}
}
