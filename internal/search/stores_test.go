//go:build !fuzz

package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/sqlite"
)

// TestStoresAnswerAlike asks the memory store and SQLite the same and wants the
// same hits in the same order.
func TestStoresAnswerAlike(t *testing.T) {
	vocabulary := strings.Fields(`harbour harbours gale storm ferry ministers minister talks election elections the of
		مدرسة المدارس والمدرسة الحكومة حكومته وزير الوزراء بوتين لبوتين كييف القاهرة Kyiv Kiev Putin covid-19 U.S.`)
	random := rand.New(rand.NewPCG(1, 2))
	words := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = vocabulary[random.IntN(len(vocabulary))]
		}
		return strings.Join(out, " ")
	}
	var items []dateline.Item
	for i := range 60 {
		items = append(items, story(fmt.Sprintf("item%02d", i), words(1+random.IntN(4)), words(random.IntN(30)), i%40))
	}
	memory := keep(t, items...)
	disk, err := sqlite.Open(context.Background(), sqlite.Config{Path: filepath.Join(t.TempDir(), "alike.db")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { disk.Close() })
	keepIn(t, disk, items)
	for range 60 {
		query := words(1+random.IntN(3)) + []string{"", " -storm", ` "the ferry"`, " OR talks", " lang:ar"}[random.IntN(5)]
		for _, order := range []Order{Best, Newest} {
			ask := Ask{Query: Parse(query, time.UTC), Order: order, Limit: 15, Skip: random.IntN(2) * 5}
			a, _ := run(t, memory, ask)
			b, _ := run(t, disk, ask)
			if !slices.Equal(a.Hits, b.Hits) || a.Total != b.Total || a.More != b.More {
				t.Errorf("%s %q:\nmemory %+v\nSQLite %+v", order, query, a, b)
			}
		}
	}
}
