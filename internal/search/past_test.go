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
	"dateline/internal/store/mem"
	"dateline/internal/store/sqlite"
)

func TestPastFindsTheVersionOfThen(t *testing.T) {
	store := keep(t,
		story("a", "Ferry adrift", "A ferry is adrift off the harbour.", 1), // entry 1
		story("b", "Gale warning", "Gales are expected.", 2),                // 2
		story("a", "Boat adrift", "It was a boat, the harbour says.", 3),    // 3
		story("c", "Ferry back", "The ferry is back.", 4),                   // 4
		story("a", "Boat adrift", "It was a boat and no ferry.", 5),         // 5
	)
	newsroomOf(t, store)
	for _, c := range []struct {
		seq   int64
		query string
		want  string
	}{
		{0, "ferry", ""}, {1, "ferry", "a.1"}, {2, "ferry", "a.1"}, {2, "boat", ""}, {3, "ferry", ""}, {3, "boat", "a.2"},
		{4, "ferry", "c.1"}, {5, "ferry", "c.1 a.3"}, {5, "boat -ferry", ""}, {4, "boat -ferry", "a.2"},
		{2, `"off the harbour"`, "a.1"}, {3, `"off the harbour"`, ""}, {2, "", "b.1 a.1"}, {3, "", "b.1 a.2"},
		{2, "after:2025-07-22 before:2025-07-23 gales", "b.1"}, {2, "gales OR boat", "b.1"}, {3, "gales OR boat", "b.1 a.2"},
	} {
		answer, _ := run(t, store, asOf(c.seq, c.query))
		var got []string
		for _, h := range answer.Hits {
			got = append(got, fmt.Sprintf("%s.%d", h.Item, h.Version))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q as of %d: %q, want %q", c.query, c.seq, got, c.want)
		}
	}
}

// TestPastIsWhatStoodThen gives a store a long history of changes and asks it as
// of many entries; a store that was only ever given the log up to that entry
// must answer the same.
func TestPastIsWhatStoodThen(t *testing.T) {
	history := randomHistory(rand.New(rand.NewPCG(7, 8)), 160)
	memory := keep(t, history...)
	disk, err := sqlite.Open(t.Context(), sqlite.Config{Path: filepath.Join(t.TempDir(), "past.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer disk.Close()
	keepIn(t, disk, history)
	stores := []dateline.Store{memory, disk}
	for _, s := range stores {
		newsroomOf(t, s)
	}
	found, changed := 0, 0
	for seq := 1; seq <= len(history); seq += 9 {
		then := keep(t, history[:seq]...)
		for _, query := range []string{"ferry", "harbour storm", `"the ferry"`, "ferry -storm", "gale OR ministers", "المدارس", "وزير", ""} {
			for _, order := range []Order{Newest, Best} {
				ask := asOf(int64(seq), query)
				ask.Order = order
				for i, s := range stores {
					got, _ := run(t, s, ask)
					now := ask
					now.Past = nil
					want, _ := run(t, then, now)
					if !sameHits(got.Hits, want.Hits, order) || got.Total != want.Total {
						t.Fatalf("store %d, %s %q as of %d:\n got %v\nwant %v", i, order, query, seq, got.Hits, want.Hits)
					}
					found += len(got.Hits)
					today, _ := run(t, s, now)
					if !slices.Equal(today.Hits, got.Hits) {
						changed++
					}
				}
			}
		}
	}
	if found < 1000 || changed < 100 {
		t.Errorf("%d hits, %d answers that differ from today's: the test proves little", found, changed)
	}
}

// sameHits compares hits. In order of rank it compares what was found and not
// its order, for how rare a word is, is counted today.
func sameHits(a, b []Hit, order Order) bool {
	sorted := func(hits []Hit) []Hit {
		hits = slices.Clone(hits)
		slices.SortFunc(hits, func(x, y Hit) int { return strings.Compare(string(x.Item), string(y.Item)) })
		return hits
	}
	exact := func(h Hit) bool { return order == Newest && !h.SomeWords }
	keep := func(hits []Hit) []Hit {
		return slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool { return !exact(h) })
	}
	return slices.Equal(sorted(a), sorted(b)) && slices.Equal(keep(a), keep(b))
}

// randomHistory is so many versions of a third as many items, of which each
// differs from the one before.
func randomHistory(r *rand.Rand, n int) (history []dateline.Item) {
	vocabulary := strings.Fields("harbour storm gale ferry the ministers talks election مدرسة المدارس والمدرسة وزير الوزراء القاهرة")
	for i := range n {
		words := make([]string, 6)
		for w := range words {
			words[w] = vocabulary[r.IntN(len(vocabulary))]
		}
		id := fmt.Sprintf("item%02d", r.IntN(n/3))
		item := story(id, strings.Join(words[:2], " "), strings.Join(words[2:], " ")+fmt.Sprintf(" version%d", i), i)
		if r.IntN(3) == 0 { // some are published again with another time
			item.Published = dateline.Stamp{Time: noon.Add(time.Duration(r.IntN(200)) * time.Minute), Zone: "Z"}
		}
		history = append(history, item)
	}
	return history
}

func TestPastAsksWhatStood(t *testing.T) {
	var items []dateline.Item
	for i := range 30 {
		items = append(items, story(fmt.Sprintf("item%02d", i), "Ferry", "Ferry.", i))
	}
	store := keep(t, items...)
	ask := asOf(30, "ferry")
	asked := 0
	ask.Past.Stood = func(found []dateline.Candidate) ([]dateline.Candidate, error) {
		asked++
		return slices.DeleteFunc(found, func(c dateline.Candidate) bool { return c.When.Minute()%3 != 0 }), nil
	}
	ask.Skip, ask.Limit = 2, 8
	if a, ids := run(t, store, ask); ids != "item21 item18 item15 item12 item09 item06 item03 item00" || a.More {
		t.Errorf("found %q, more %t", ids, a.More)
	}
	if asked < 2 {
		t.Error("one page was enough, though two thirds of it did not stand")
	}
	ask.Past.Stood = func([]dateline.Candidate) ([]dateline.Candidate, error) { return nil, dateline.ErrUnavailable }
	err := store.View(t.Context(), func(tx dateline.Tx) error {
		_, err := Run(t.Context(), tx, ask)
		return err
	})
	if err == nil {
		t.Error("an error of who stood is hidden")
	}
}

// TestStageMayBeginAnew runs the stage over parts of the log, twice, and over
// what was erased meanwhile.
func TestStageMayBeginAnew(t *testing.T) {
	ctx := context.Background()
	store := mem.New()
	keepIn(t, store, []dateline.Item{
		story("a", "Ferry one", "x", 1), story("b", "Gale one", "x", 1), story("a", "Ferry two", "x", 2),
		story("a", "Ferry three", "x", 3), story("b", "Gale two", "x", 3),
	})
	step := func(from int64, n int) {
		t.Helper()
		err := store.Update(ctx, func(tx dateline.Tx) error {
			entries, err := tx.Entries(ctx, from, n)
			if err != nil {
				return err
			}
			return Stage{}.Step(ctx, tx, entries)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	step(0, 3)
	step(3, 1)
	step(2, 9)
	for seq, want := range map[int64]string{1: "a", 2: "b a", 3: "b a", 4: "b a", 5: "b a"} {
		if _, ids := run(t, store, asOf(seq, "")); ids != want {
			t.Errorf("as of %d: %q, want %q", seq, ids, want)
		}
	}
	err := store.Update(ctx, func(tx dateline.Tx) error { return tx.Erase(ctx, "a", noon) })
	if err != nil {
		t.Fatal(err)
	}
	step(0, 9)
	if _, ids := run(t, store, asOf(3, "")); ids != "b" {
		t.Errorf("after an item was erased: %q", ids)
	}
	if (Stage{}).Name() == "" {
		t.Error("the stage's cursor has no name")
	}
}

// TestPastGoesOn wants one hit where two thousand newer ones did not stand.
func TestPastGoesOn(t *testing.T) {
	var items []dateline.Item
	for i := range 2000 {
		items = append(items, story(fmt.Sprintf("item%04d", i), "Ferry", "", i))
	}
	store := keep(t, items...)
	ask := asOf(2000, "ferry")
	ask.Limit, ask.Skip = 1, 9
	ask.Past.Stood = func(found []dateline.Candidate) ([]dateline.Candidate, error) {
		return slices.DeleteFunc(found, func(c dateline.Candidate) bool { return c.Item >= "item0010" }), nil
	}
	if a, ids := run(t, store, ask); ids != "item0000" || a.More {
		t.Errorf("found %q, more %t", ids, a.More)
	}
}
