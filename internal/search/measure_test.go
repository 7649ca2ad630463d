package search

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/datatest"
	"dateline/internal/lang"
)

// A question of the measured set, with the one item that answers it.
type question struct {
	Q   string `json:"q"`
	Rel string `json:"rel"`
}

// A measure is what a scorer reports of a half of the questions.
type measure struct{ n, mrr, top, recall float64 }

func (m *measure) add(hits []Hit, wanted dateline.ItemID) {
	m.n++
	for place, h := range hits {
		if h.Item == wanted {
			m.mrr += 1 / float64(place+1)
			m.recall++
			if place == 0 {
				m.top++
			}
		}
	}
}

// arabicSet is 700 Arabic paragraphs, and questions that one of each answers.
func arabicSet(tb testing.TB) (*testIndex, []question) {
	tb.Helper()
	type doc struct{ ID, Text string }
	docs := datatest.Lines[doc](tb, datatest.Path(tb, "ir-ar", "docs.jsonl"))
	items := make([]dateline.Item, len(docs))
	for i, d := range docs {
		items[i] = dateline.Item{
			ID: dateline.ItemID(d.ID), Language: lang.Detect(d.Text),
			Body: []dateline.Block{{Kind: dateline.Paragraph, Text: d.Text}},
		}
	}
	return newTestIndex(items), datatest.Lines[question](tb, datatest.Path(tb, "ir-ar", "queries.jsonl"))
}

// TestMeasuredArabic asks 1,301 questions. Weights were chosen on those with
// even numbers; the odd ones are the check.
func TestMeasuredArabic(t *testing.T) {
	index, questions := arabicSet(t)
	var halves [2]measure
	for i, q := range questions {
		a, err := Run(context.Background(), index, Ask{Query: Parse(q.Q, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		halves[i%2].add(a.Hits, dateline.ItemID(q.Rel))
	}
	a, b := halves[0], halves[1]
	n := a.n + b.n
	t.Logf("queries %.0f MRR@10 %.4f top-1 %.3f recall@10 %.3f; chosen on %.4f, checked on %.4f",
		n, (a.mrr+b.mrr)/n, (a.top+b.top)/n, (a.recall+b.recall)/n, a.mrr/a.n, b.mrr/b.n)
	if got := (a.mrr + b.mrr) / n; got < 0.862 {
		t.Errorf("MRR@10 is %.4f, want at least 0.862", got)
	}
}

// BenchmarkMeasuredWords makes the words of items of 5 KB of real text, and
// tells how large its term vectors are.
func BenchmarkMeasuredWords(b *testing.B) {
	type doc struct{ Text string }
	text := map[string]string{}
	for _, d := range datatest.Lines[doc](b, datatest.Path(b, "ir-ar", "docs.jsonl")) {
		text["ar"] += d.Text + "\n"
	}
	for _, p := range datatest.Pairs(b, "langid", "sentences.tsv") {
		if p[0] == "en" {
			text["en"] += p[1] + "\n"
		}
	}
	for language, all := range text {
		var items []*dateline.Item
		for ; len(all) > 5000; all = all[5000:] {
			items = append(items, &dateline.Item{Language: language, Headline: strings.ToValidUTF8(all[:80], ""),
				Body: []dateline.Block{{Kind: dateline.Paragraph, Text: strings.ToValidUTF8(all[80:5000], "")}}})
		}
		b.Run(language, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for i := 0; b.Loop(); i++ {
				size += len(Words(items[i%len(items)]).Terms)
			}
			b.ReportMetric(float64(size)/float64(b.N), "vector-B/op")
		})
	}
}
