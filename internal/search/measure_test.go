package search

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/store/mem"
)

// A question of the measured set, with the one item that answers it.
type question struct {
	Q   string `json:"q"`
	Rel string `json:"rel"`
}

// readLines reads a file of JSON lines from the measuring data. In CI the data
// must be there.
func readLines[T any](tb testing.TB, name string) []T {
	tb.Helper()
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" && os.Getenv("CI") == "true" {
		tb.Fatal("DATELINE_DATA is unset: set it to the folder of measuring data")
	}
	if dir == "" {
		tb.Skip("DATELINE_DATA is unset: not measured")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []T
	for s := bufio.NewScanner(f); s.Scan(); {
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			tb.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// keep keeps items in a memory store, as intake does.
func keep(tb testing.TB, items []dateline.Item) dateline.Store {
	tb.Helper()
	store := mem.New()
	err := store.Update(context.Background(), func(tx dateline.Tx) error {
		kept := make([]dateline.Kept, len(items))
		for i := range items {
			it := &items[i]
			it.Received = time.Date(2025, 7, 22, 0, 0, i, 0, time.UTC)
			kept[i] = dateline.Kept{Item: *it, Words: Words(it)}
		}
		_, err := tx.Keep(context.Background(), kept)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return store
}

// answer runs one query on a store.
func answer(tb testing.TB, store dateline.Store, ask Ask) (a Answer) {
	tb.Helper()
	err := store.View(context.Background(), func(tx dateline.Tx) (err error) {
		a, err = Run(context.Background(), tx, ask)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// TestMeasuredArabic asks 1,301 questions of 700 Arabic paragraphs. Weights were
// chosen on the questions with even numbers; the odd ones are the check.
func TestMeasuredArabic(t *testing.T) {
	type doc struct{ ID, Text string }
	docs := readLines[doc](t, filepath.Join("ir-ar", "docs.jsonl"))
	questions := readLines[question](t, filepath.Join("ir-ar", "queries.jsonl"))
	items := make([]dateline.Item, len(docs))
	for i, d := range docs {
		items[i] = dateline.Item{
			ID: dateline.NewItemID("ir", d.ID), Source: "ir", GUID: d.ID, Language: lang.Detect(d.Text),
			Body: []dateline.Block{{Kind: dateline.Paragraph, Text: d.Text}},
		}
	}
	store := keep(t, items)
	var mrr, top, recall, n [2]float64
	for i, q := range questions {
		half := i % 2
		n[half]++
		a := answer(t, store, Ask{Query: Parse(q.Q, time.UTC)})
		for place, h := range a.Hits {
			if h.Item == dateline.NewItemID("ir", q.Rel) {
				mrr[half] += 1 / float64(place+1)
				recall[half]++
				if place == 0 {
					top[half]++
				}
			}
		}
	}
	all := n[0] + n[1]
	t.Logf("queries %.0f MRR@10 %.4f top-1 %.3f recall@10 %.3f; chosen on %.4f, checked on %.4f", all,
		(mrr[0]+mrr[1])/all, (top[0]+top[1])/all, (recall[0]+recall[1])/all, mrr[0]/n[0], mrr[1]/n[1])
	if got := (mrr[0] + mrr[1]) / all; got < 0.85 {
		t.Errorf("MRR@10 is %.4f, want at least 0.85", got)
	}
}
