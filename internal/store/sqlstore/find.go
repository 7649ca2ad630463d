package sqlstore

import (
	"cmp"
	"context"
	"slices"

	"dateline"
	"dateline/internal/lang"
)

// defaultCandidates is how many candidates are found when no limit is given.
const defaultCandidates = 1000

// Find finds candidates.
func (t *Tx) Find(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
	// The caller's list stays as it is.
	// Without their regions, as rows have them: lang:ar must find what is tagged ar-EG.
	for i, language := range q.Languages {
		if i == 0 {
			q.Languages = slices.Clone(q.Languages)
		}
		q.Languages[i] = lang.Base(language)
	}
	// Neither query language has words for what nothing meets.
	if !Satisfiable(q) {
		return nil, nil
	}
	if q.AsOf != 0 {
		return t.findPast(ctx, q)
	}
	return t.findOn(ctx, Current, q)
}

// findOn finds candidates on one shelf.
func (t *Tx) findOn(ctx context.Context, on Shelf, q dateline.Find) ([]dateline.Candidate, error) {
	s := &Select{
		Columns: "i.id, i.version, i.time, i.terms", From: string(on) + " i", Order: " order by i.slot desc", dialect: t.dialect,
	}
	// Before the filters: it may replace From and Order, to which conditions are then added.
	t.dialect.Search.Match(q, on, s)
	filters(q, on, s)
	s.limit(cmp.Or(q.Limit, defaultCandidates), q.Skip)
	type row struct {
		dateline.Candidate
		time int64
	}
	rows, err := collect(ctx, t, s.ask(), func(r *row) []any { return []any{&r.Item, &r.Version, &r.time, &r.Terms} })
	candidates := make([]dateline.Candidate, len(rows))
	for i, r := range rows {
		candidates[i] = r.Candidate
		candidates[i].When = instant(r.time)
	}
	// Slots order all but items of one second whose ids begin alike.
	slices.SortFunc(candidates, newestFirst)
	return candidates, err
}

// By the second, as the contract says: a slot does not count finer.
func newestFirst(a, b dateline.Candidate) int {
	return cmp.Or(cmp.Compare(b.When.Unix(), a.When.Unix()), cmp.Compare(b.Item, a.Item))
}

// anyOf adds the condition that a column is one of a list, if there is one. One
// value is asked for as such, so that an index leads in its order.
func anyOf[S ~string](s *Select, column string, list []S) {
	switch len(list) {
	case 0:
	case 1:
		s.Where(column+" = %s", plain(list[0]))
	default:
		texts := make([]string, len(list))
		for i := range list {
			texts[i] = plain(list[i])
		}
		s.whereIn(column, texts)
	}
}

// filters adds the conditions that are not about words.
func filters(q dateline.Find, on Shelf, s *Select) {
	if on == Past {
		stoodThen(q, s)
	} else {
		standsNow(q, s)
	}
	anyOf(s, "i.source", q.Sources)
	anyOf(s, "i.language", q.Languages)
	for _, source := range q.NotSources {
		s.Where("i.source <> %s", plain(source))
	}
	for _, language := range q.NotLanguages {
		s.Where("i.language <> %s", plain(lang.Base(language)))
	}
	if !q.After.IsZero() {
		// The slot leads, as the key of the table; it counts seconds, and the time decides
		// within the first and the last of them.
		s.Where("i.slot >= %s and i.time >= %s", FirstSlot(q.After), micros(q.After))
	}
	if !q.Before.IsZero() {
		s.Where("i.slot < %s and i.time < %s", EndSlot(q.Before), micros(q.Before))
	}
}

// standsNow is the conditions on current versions: what is filed of their items
// stands in their rows.
func standsNow(q dateline.Find, s *Select) {
	// What was erased keeps a bare row, which nothing may find.
	s.Where("i.version > 0")
	if q.AsOf != 0 {
		s.Where("i.made <= %s", q.AsOf)
	}
	// By columns of the row itself, not by a join: see File.
	if q.Public {
		s.Where("i.filed = %s and i.embargo <= %s", string(dateline.Usable), micros(q.Now))
	} else {
		s.Where("i.filed <> %s", string(dateline.Canceled))
	}
}

// Satisfiable reports whether any item can meet the words of q: an empty phrase
// is met by nothing, so neither is a clause of such phrases alone.
func Satisfiable(q dateline.Find) bool {
	met := func(c dateline.Clause) bool { return len(Phrases(c)) > 0 }
	switch {
	case slices.ContainsFunc(q.By, func(c dateline.Clause) bool { return !met(c) }):
		return false
	case len(q.Clauses) == 0:
		return true
	case q.Any:
		return slices.ContainsFunc(q.Clauses, met)
	default:
		return !slices.ContainsFunc(q.Clauses, func(c dateline.Clause) bool { return !met(c) })
	}
}

// Phrases is the phrases of a clause that can be met.
func Phrases(c dateline.Clause) []dateline.Phrase {
	return slices.DeleteFunc(slices.Clone(c), func(p dateline.Phrase) bool { return len(p) == 0 })
}

// WordStats counts items by word.
// The number of items is of the totals: to count the table would take longer than to
// search it.
func (t *Tx) WordStats(ctx context.Context, words []string) (counts []int, items int, err error) {
	n, err := t.total(ctx)
	if err != nil {
		return nil, 0, err
	}
	counts, err = t.dialect.Search.Count(ctx, t, words)
	return counts, n.items, err
}
