package stage

import (
	"context"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/store/sqlite"
	"dateline/internal/store/storetest"
)

// BenchmarkItem derives matches and stories of items of 5 KB over SQLite, of
// which a tenth are copies, with what it costs to read them and to write rows
// and log; an operation is an item.
//
//	go test -run '^$' -bench Item -benchtime 10000x ./internal/match/stage
func BenchmarkItem(b *testing.B) {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Config{Path: filepath.Join(b.TempDir(), "b.db")})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	kept := storetest.Sample(b.N, true)
	for i := range kept {
		if i%10 == 9 {
			kept[i].Item.Headline, kept[i].Item.Body = kept[i-8].Item.Headline, kept[i-8].Item.Body
		}
	}
	for from := 0; from < len(kept); from += 500 {
		err := store.Update(ctx, func(tx dateline.Tx) error {
			_, err := tx.Keep(ctx, kept[from:min(from+500, len(kept))])
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	s := New()
	b.ResetTimer()
	run(b, store, s, 500, -1)
	b.ReportMetric(float64(s.Matched.Load()), "matched")
}
