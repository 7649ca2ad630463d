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

// index is what an item is found by. A single word is looked up among the words, a
// phrase in the lists alone: stems have no order.
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
		// The time to the microsecond and the terms a copy, as from a database.
		found = append(found, dateline.Candidate{
			Item: id, Version: item.Version, When: time.UnixMicro(order(x.when)).UTC(), Terms: slices.Clone(x.terms),
		})
	}
	slices.SortFunc(found, func(a, b dateline.Candidate) int {
		// By the second, as the contract says: the stores on disk number their rows so.
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
// It filters by what is filed today, whatever version is asked for: a kill that came
// later hides the past of an item too.
func (t *tx) within(item dateline.Item, when time.Time, q dateline.Find) bool {
	filing, filed := t.filings[item.ID]
	reads := func(language string) bool { return lang.Base(language) == lang.Base(item.Language) }
	switch {
	// From the desk as well: its search must not bring a killed text back.
	case filed && filing.Status == dateline.Canceled:
		return false
	// An item that nobody has filed yet is not out.
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

// meets applies what is about words, those of the byline included.
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

// clause reports whether any of the phrases is there. One must stand whole in the
// headline or in the body: the last word of one and the first of the other are no row.
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
	// An empty phrase is met by nothing.
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
	// Of current versions alone: what they said before must not make a word commoner.
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
