package mem

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// index is what an item is found by.
type index struct {
	when                   time.Time
	headline, body, byline []string
	words                  map[string]bool // of headline, body and stems
	terms                  []byte
}

func newIndex(item *dateline.Item, w dateline.SearchWords) index {
	x := index{
		when:     item.When(),
		headline: strings.Fields(w.Headline),
		body:     strings.Fields(w.Body),
		byline:   strings.Fields(w.Byline),
		words:    map[string]bool{},
		terms:    slices.Clone(w.Terms),
	}
	for _, list := range [][]string{x.headline, x.body, strings.Fields(w.Stems)} {
		for _, word := range list {
			x.words[word] = true
		}
	}
	return x
}

// Find looks at every item; the stores on disk must find the same.
func (t *tx) Find(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	var found []dateline.Candidate
	for id, r := range t.items {
		item, x := r.asOf(q)
		if x == nil || !t.within(item, x.when, q) || !x.meets(q) {
			continue
		}
		found = append(found, dateline.Candidate{
			Item: id, Version: item.Version, When: time.UnixMicro(order(x.when)).UTC(), Terms: slices.Clone(x.terms),
		})
	}
	slices.SortFunc(found, func(a, b dateline.Candidate) int {
		return cmp.Or(cmp.Compare(b.When.Unix(), a.When.Unix()), cmp.Compare(b.Item, a.Item))
	})
	limit := q.Limit
	if limit == 0 {
		limit = 1000
	}
	found = found[min(q.Skip, len(found)):]
	return found[:min(limit, len(found))], nil
}

// within applies the filters that are not about words.
func (t *tx) within(item dateline.Item, when time.Time, q dateline.Find) bool {
	filing, filed := t.filings[item.ID]
	reads := func(language string) bool { return lang.Base(language) == lang.Base(item.Language) }
	switch {
	case filed && filing.Status == dateline.Canceled:
		return false
	case q.Public && !(filed && filing.Status == dateline.Usable && order(filing.Embargo) <= order(q.Now)):
		return false
	case len(q.Sources) > 0 && !slices.Contains(q.Sources, item.Source):
		return false
	case len(q.Languages) > 0 && !slices.ContainsFunc(q.Languages, reads):
		return false
	case slices.Contains(q.NotSources, item.Source):
		return false
	case slices.ContainsFunc(q.NotLanguages, reads):
		return false
	case !q.After.IsZero() && order(when) < order(q.After):
		return false
	case !q.Before.IsZero() && order(when) >= order(q.Before):
		return false
	}
	return true
}

func (x *index) meets(q dateline.Find) bool {
	signed := func(p dateline.Phrase) bool { return inRow(x.byline, p) }
	if slices.ContainsFunc(q.Not, x.clause) || slices.ContainsFunc(q.NotBy, signed) {
		return false
	}
	for _, c := range q.By {
		if !slices.ContainsFunc(c, signed) {
			return false
		}
	}
	// No clauses find everything, one that is empty finds nothing.
	if len(q.Clauses) == 0 {
		return true
	}
	if q.Any {
		return slices.ContainsFunc(q.Clauses, x.clause)
	}
	return !slices.ContainsFunc(q.Clauses, func(c dateline.Clause) bool { return !x.clause(c) })
}

func (x *index) clause(c dateline.Clause) bool {
	return slices.ContainsFunc(c, func(p dateline.Phrase) bool {
		if len(p) == 1 {
			return x.words[p[0]]
		}
		return inRow(x.headline, p) || inRow(x.body, p)
	})
}

// inRow reports whether the words of a phrase stand in a row.
func inRow(words []string, p dateline.Phrase) bool {
	for i := 0; len(p) > 0 && i+len(p) <= len(words); i++ {
		if slices.Equal(words[i:i+len(p)], p) {
			return true
		}
	}
	return false
}

// WordStats counts items by word.
func (t *tx) WordStats(ctx context.Context, words []string) ([]int, int, error) {
	if err := t.reading(ctx); err != nil {
		return nil, 0, err
	}
	counts, items := make([]int, len(words)), 0
	for _, r := range t.items {
		if r.erased() {
			continue
		}
		items++
		for i, w := range words {
			if r.index.words[w] {
				counts[i]++
			}
		}
	}
	return counts, items, nil
}
