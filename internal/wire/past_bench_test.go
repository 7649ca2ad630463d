//go:build !fuzz

package wire

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/datatest"
	"dateline/internal/search"
	"dateline/internal/store/sqlite"
	"dateline/internal/store/storetest"
)

// BenchmarkPast measures searches for a common and a rare word on SQLite: of
// today, and as of before a hundredth or half of all items changed, for the
// public and for the desk. Half of the items are the publication's own, so that
// the public has earlier versions to find. "index" is the stage, an operation a
// hundred versions. Items are 1 KB. The machine may have other work: cpu-ms counts.
func BenchmarkPast(b *testing.B) {
	for _, items := range []int{10_000, 60_000} {
		for _, percent := range []int{1, 50} {
			b.Run(fmt.Sprintf("%d items, %d %% changed", items, percent), func(b *testing.B) {
				if items > 10_000 && testing.Short() {
					b.Skip("takes minutes")
				}
				benchmarkPast(b, items, percent)
			})
		}
	}
}

func benchmarkPast(b *testing.B, n, percent int) {
	store, err := sqlite.Open(b.Context(), sqlite.Config{Path: filepath.Join(b.TempDir(), "past.db")})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	all := storetest.Sample(n, false)
	for i := range all {
		if i%4 < 2 {
			all[i].Item.Source = dateline.OwnSource
		}
	}
	then := fill(b, store, all)
	var changed []dateline.Kept
	for i := 0; i < n*percent/100; i++ {
		k := all[i*100/percent]
		k.Item.Headline += " again"
		changed = append(changed, k)
	}
	fill(b, store, changed)
	reader := NewReader(store, dateline.Publication{}, func() time.Time { return now.AddDate(10, 0, 0) })
	words := map[string]string{"common": commonest(all), "rare": rarest(all)}
	for name, word := range words {
		for _, asOf := range []string{"", strconv.FormatInt(then, 10)} {
			label := name + ", today"
			if asOf != "" {
				label = name + ", past"
			}
			b.Run(label, func(b *testing.B) {
				defer cpu(b)()
				for b.Loop() {
					a, err := reader.Search(b.Context(), Question{Text: word, Limit: 20, Count: true, AsOf: asOf})
					if err != nil || len(a.Hits) == 0 {
						b.Fatal(len(a.Hits), err)
					}
				}
			})
		}
		b.Run(name+", past, the desk", func(b *testing.B) {
			defer cpu(b)()
			for b.Loop() {
				if err := deskPast(b.Context(), store, word, then); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("index 100", func(b *testing.B) { benchmarkStage(b, store, then) })
}

func deskPast(ctx context.Context, store dateline.Store, word string, seq int64) error {
	return store.View(ctx, func(tx dateline.Tx) error {
		past := Past(ctx, tx, search.Point{Seq: seq, Time: now}, false)
		_, err := search.Run(ctx, tx, search.Ask{Query: search.Parse(word, nil), Limit: 20, Past: past})
		return err
	})
}

// fill keeps, releases and files items and indexes what they follow, and returns
// where the log then ends.
func fill(b *testing.B, store dateline.Store, items []dateline.Kept) (last int64) {
	b.Helper()
	ctx := b.Context()
	for start := 0; start < len(items); start += 500 {
		chunk := items[start:min(start+500, len(items))]
		err := store.Update(ctx, func(tx dateline.Tx) error {
			before, err := tx.Last(ctx)
			if err != nil {
				return err
			}
			for i := range chunk {
				chunk[i].Words = search.Words(&chunk[i].Item)
			}
			if _, err := tx.Keep(ctx, chunk); err != nil {
				return err
			}
			decisions := make([]dateline.Decision, len(chunk))
			for i := range chunk {
				decisions[i] = dateline.Decision{Item: chunk[i].Item.ID, Kind: dateline.Release, By: "mona", Time: chunk[i].Item.Received}
			}
			if _, err := tx.Decide(ctx, decisions...); err != nil {
				return err
			}
			entries, err := tx.Entries(ctx, before, 1<<20)
			if err != nil {
				return err
			}
			if err := (search.Stage{}).Step(ctx, tx, entries); err != nil {
				return err
			}
			if err := (Stage{}).Step(ctx, tx, entries); err != nil {
				return err
			}
			last, err = tx.Last(ctx)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return last
}

// benchmarkStage indexes the versions that changes after an entry have followed,
// again and again.
func benchmarkStage(b *testing.B, store dateline.Store, after int64) {
	var changes []dateline.Entry
	err := store.View(b.Context(), func(tx dateline.Tx) error {
		entries, err := tx.Entries(b.Context(), after, 5000)
		for _, e := range entries {
			if e.Kind == dateline.EntryVersion && len(changes) < 100 {
				changes = append(changes, e)
			}
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	defer cpu(b)()
	for b.Loop() {
		err := store.Update(b.Context(), func(tx dateline.Tx) error { return search.Stage{}.Step(b.Context(), tx, changes) })
		if err != nil {
			b.Fatal(err)
		}
	}
}

// cpu reports the CPU time an operation, of all threads.
func cpu(b *testing.B) (report func()) {
	began := datatest.CPU(b)
	return func() { b.ReportMetric(float64((datatest.CPU(b)-began).Microseconds())/1000/float64(b.N), "cpu-ms/op") }
}

// commonest and rarest are words of the headlines.
func commonest(items []dateline.Kept) string {
	return extreme(items, func(n, best int) bool { return n > best })
}

func rarest(items []dateline.Kept) string {
	return extreme(items, func(n, best int) bool { return n > 20 && (best == 0 || n < best) })
}

func extreme(items []dateline.Kept, better func(n, best int) bool) (word string) {
	counts := map[string]int{}
	for i := range items {
		for _, w := range strings.Fields(items[i].Words.Headline) {
			counts[w]++
		}
	}
	best := 0
	for w, n := range counts {
		if better(n, best) || n == best && w < word {
			word, best = w, n
		}
	}
	return word
}
