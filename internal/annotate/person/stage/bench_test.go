package stage_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/annotate/person/stage"
	"dateline/internal/store/sqlite"
)

// BenchmarkStep derives from a batch of 100 items in which four statements are
// marked: by nobody with a name, and by two whom everybody knows.
func BenchmarkStep(b *testing.B) {
	for name, lines := range map[string][]line{
		"nobody": {"a farmer: one", "the ministry: two", "officials: three", "a witness: four"},
		"two":    {"Salma Nawfal | minister: one", "Idris Halwani: two", "Salma Nawfal: three", "a farmer: four"},
	} {
		b.Run(name, func(b *testing.B) { benchmark(b, lines) })
	}
}

func benchmark(b *testing.B, lines []line) {
	const items = 100
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Config{Path: filepath.Join(b.TempDir(), "dateline.db")})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	who, err := stage.New()
	if err != nil {
		b.Fatal(err)
	}
	for round := range b.N {
		b.StopTimer()
		var batch []dateline.Entry
		err := store.Update(ctx, func(tx dateline.Tx) error {
			last, err := tx.Last(ctx)
			if err != nil {
				return err
			}
			for n := range items {
				guid := fmt.Sprint(round, "/", n)
				item := dateline.Item{ID: dateline.NewItemID("marsa", guid), Source: "marsa", GUID: guid, Language: "en", Received: noon()}
				if _, err := tx.Keep(ctx, []dateline.Kept{{Item: item}}); err != nil {
					return err
				}
				if err := marks(ctx, tx, item.ID, 1, lines); err != nil {
					return err
				}
			}
			batch, err = tx.Entries(ctx, max(last, 1), 3*items)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if err := store.Update(ctx, func(tx dateline.Tx) error { return who.Step(ctx, tx, batch) }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*items), "µs/item")
}
