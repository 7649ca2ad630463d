package search

import (
	"context"
	"slices"
	"strings"

	"dateline"
)

// testIndex is an index in memory by words, for the measured set: package
// store/mem reads all items at each query. It knows no phrases and no filters.
type testIndex struct {
	docs   []dateline.Candidate
	places map[string][]int // ascending
}

func newTestIndex(items []dateline.Item) *testIndex {
	x := &testIndex{places: map[string][]int{}}
	for i := range items {
		w := Words(&items[i])
		x.docs = append(x.docs, dateline.Candidate{Item: items[i].ID, Terms: w.Terms})
		for _, word := range strings.Fields(w.Headline + " " + w.Body + " " + w.Stems) {
			if p := x.places[word]; len(p) == 0 || p[len(p)-1] != i {
				x.places[word] = append(p, i)
			}
		}
	}
	return x
}

func (x *testIndex) Find(_ context.Context, q dateline.Find) ([]dateline.Candidate, error) {
	met := make([]int, len(x.docs))
	for n, c := range q.Clauses {
		for _, p := range c {
			for _, i := range x.places[p[0]] {
				if met[i] == n || q.Any {
					met[i] = n + 1
				}
			}
		}
	}
	var found []dateline.Candidate
	for i, n := range met {
		if n == len(q.Clauses) || q.Any && n > 0 {
			found = append(found, x.docs[i])
		}
	}
	slices.Reverse(found)
	return found[:min(len(found), q.Limit)], nil
}

func (x *testIndex) WordStats(_ context.Context, words []string) ([]int, int, error) {
	counts := make([]int, len(words))
	for i, w := range words {
		counts[i] = len(x.places[w])
	}
	return counts, len(x.docs), nil
}
