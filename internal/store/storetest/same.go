package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline"
)

// Same fills each of the stores alike, with a few hundred items of which some
// are changed, killed, held back and erased, and demands that all answer many
// searches with the same candidates in the same order.
func Same(t *testing.T, stores []dateline.Store) {
	items := Sample(600, false)
	for i := range items {
		if i%3 == 0 { // three items a second, so that ids decide
			items[i].Item.Published.Time = minute(i / 9)
		}
	}
	for _, s := range stores {
		stir(t, s, items)
	}
	r := rand.New(rand.NewPCG(3, 4))
	some := 0
	for n := range 400 {
		q := randomFind(r)
		want := answer(t, stores[0], q)
		some += min(1, len(want)-1)
		for i, s := range stores[1:] {
			if got := answer(t, s, q); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("search %d, %+v: store %d answers\n%v, store 0\n%v", n, q, i+1, got, want)
			}
		}
	}
	if some < 100 {
		t.Errorf("only %d of the searches found something", some)
	}
}

// stir keeps the items and does to some of them what happens to items.
func stir(t *testing.T, s dateline.Store, items []dateline.Kept) {
	t.Helper()
	ctx := context.Background()
	err := s.Update(ctx, func(tx dateline.Tx) error {
		if _, err := tx.Keep(ctx, items); err != nil {
			return err
		}
		var filings []dateline.Filing
		var again []dateline.Kept
		for i, k := range items {
			f := filed(k)
			switch i % 10 {
			case 1:
				f.Status = dateline.Canceled
			case 2:
				f.Status = dateline.Withheld
			case 3:
				f.Embargo = minute(30)
			case 4:
				k.Item.Headline += " again"
				k.Words.Headline += " again"
				k.Item.Published.Time = minute(i / 5)
				again = append(again, k)
			case 5:
				continue
			}
			filings = append(filings, f)
		}
		if err := tx.File(ctx, filings); err != nil {
			return err
		}
		if _, err := tx.Keep(ctx, again); err != nil {
			return err
		}
		if err := tx.PutPast(ctx, firstVersions(items, again)); err != nil {
			return err
		}
		for i := 7; i < len(items); i += 50 {
			if err := tx.Erase(ctx, items[i].Item.ID, minute(99)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// firstVersions are those of the items that were kept again, as they came.
func firstVersions(items, again []dateline.Kept) (first []dateline.Kept) {
	changed := map[dateline.ItemID]bool{}
	for _, k := range again {
		changed[k.Item.ID] = true
	}
	for _, k := range items {
		if changed[k.Item.ID] {
			k.Item.Version = 1
			first = append(first, k)
		}
	}
	return first
}

// randomFind asks for anything that can be asked for.
func randomFind(r *rand.Rand) dateline.Find {
	language := []string{"en", "ar"}[r.IntN(2)]
	phrase := func() dateline.Phrase {
		p := dateline.Phrase{}
		for range 1 + r.IntN(5)/3 {
			p = append(p, word(language, uint64(r.IntN(1+r.IntN(60)))))
		}
		return p
	}
	clauses := func(n int) (list []dateline.Clause) {
		for range n {
			c := dateline.Clause{}
			for range 1 + r.IntN(2) {
				c = append(c, phrase())
			}
			list = append(list, c)
		}
		return list
	}
	q := dateline.Find{
		Clauses: clauses(r.IntN(3)), Any: r.IntN(3) == 0, Not: clauses(r.IntN(4) / 3),
		Public: r.IntN(2) == 0, Now: minute(20 + r.IntN(20)), Skip: r.IntN(3) / 2 * r.IntN(10), Limit: r.IntN(30),
	}
	if r.IntN(5) == 0 {
		q.By = []dateline.Clause{dateline.Clause{phrase(), phrase()}[:1+r.IntN(2)]}
	}
	if r.IntN(4) == 0 {
		for range 1 + r.IntN(2) {
			q.Sources = append(q.Sources, dateline.SourceID(fmt.Sprint("source-", r.IntN(8))))
		}
	}
	if r.IntN(4) == 0 {
		q.Languages = append(q.Languages, language)
	}
	if r.IntN(4) == 0 {
		q.After = minute(r.IntN(200))
	}
	if r.IntN(4) == 0 {
		q.Before = minute(r.IntN(400))
	}
	if r.IntN(2) == 0 { // 600 entries kept the items, 60 more changed some
		q.AsOf = int64(1 + r.IntN(700))
	}
	if r.IntN(4) == 0 {
		q.PastOf = dateline.SourceID(fmt.Sprint("source-", r.IntN(8)))
	}
	leaveOut(r, &q, language, phrase)
	return q
}

// leaveOut adds filters that leave something out.
func leaveOut(r *rand.Rand, q *dateline.Find, language string, phrase func() dateline.Phrase) {
	switch r.IntN(8) {
	case 0:
		q.NotSources = []dateline.SourceID{dateline.SourceID(fmt.Sprint("source-", r.IntN(8)))}
	case 1:
		q.NotLanguages = []string{language}
	case 2:
		q.NotBy = []dateline.Phrase{phrase(), phrase()}
	}
}

// answer is all that a store says to a search.
func answer(t *testing.T, s dateline.Store, q dateline.Find) (answer []string) {
	t.Helper()
	ctx := context.Background()
	err := s.View(ctx, func(tx dateline.Tx) error {
		found, err1 := tx.Find(ctx, q)
		for _, c := range found {
			answer = append(answer, fmt.Sprint(c.Item, c.Version, c.When.Unix(), string(c.Terms)))
		}
		var words []string
		for _, c := range q.Clauses {
			for _, p := range c {
				words = append(words, p...)
			}
		}
		counts, items, err2 := tx.WordStats(ctx, words)
		answer = append(answer, fmt.Sprint(counts, items))
		return oneOf(err1, err2)
	})
	if err != nil {
		t.Fatalf("search %+v: %v", q, err)
	}
	return answer
}
