package storetest

import (
	"context"
	"errors"
	"slices"

	"dateline"
)

type candidates = []dateline.Candidate

func findFaults() []fault {
	return []fault{
		asked("any clause is enough", func(q *dateline.Find) { q.Any = true }),
		asked("all clauses are demanded with any", func(q *dateline.Find) { q.Any = false }),
		asked("only the first phrase of a clause counts", func(q *dateline.Find) {
			q.Clauses = slices.Clone(q.Clauses)
			for i, c := range q.Clauses {
				q.Clauses[i] = c[:min(1, len(c))]
			}
		}),
		asked("a phrase is met by its words", func(q *dateline.Find) {
			var clauses []dateline.Clause
			for _, c := range q.Clauses {
				if len(c) != 1 {
					clauses = append(clauses, c)
					continue
				}
				clauses = append(clauses, all(c[0]...)...)
			}
			q.Clauses = clauses
		}),
		asked("empty clauses are dropped", func(q *dateline.Find) {
			q.Clauses = slices.DeleteFunc(slices.Clone(q.Clauses), func(c dateline.Clause) bool { return len(c) == 0 })
		}),
		asked("not is not heard", func(q *dateline.Find) { q.Not = nil }),
		asked("not alone is not heard", func(q *dateline.Find) {
			if len(q.Clauses) == 0 {
				q.Not = nil
			}
		}),
		asked("only the first not is heard", func(q *dateline.Find) { q.Not = q.Not[:min(1, len(q.Not))] }),
		asked("bylines are not asked", func(q *dateline.Find) { q.By = nil }),
		asked("only the first byline is asked", func(q *dateline.Find) { q.By = q.By[:min(1, len(q.By))] }),
		asked("only the first of two bylines is heard", func(q *dateline.Find) {
			q.By = slices.Clone(q.By)
			for i, c := range q.By {
				q.By[i] = c[:min(1, len(c))]
			}
		}),
		asked("bylines are not asked beside words", func(q *dateline.Find) {
			if len(q.Clauses) > 0 {
				q.By = nil
			}
		}),
		asked("the source does not filter", func(q *dateline.Find) { q.Sources = nil }),
		asked("only the first source is found", func(q *dateline.Find) { q.Sources = q.Sources[:min(1, len(q.Sources))] }),
		asked("the language does not filter", func(q *dateline.Find) { q.Languages = nil }),
		asked("only the first language is found", func(q *dateline.Find) { q.Languages = q.Languages[:min(1, len(q.Languages))] }),
		asked("sources are not left out", func(q *dateline.Find) { q.NotSources = nil }),
		asked("one source is left out", func(q *dateline.Find) { q.NotSources = q.NotSources[:min(1, len(q.NotSources))] }),
		asked("languages are not left out", func(q *dateline.Find) { q.NotLanguages = nil }),
		asked("one language is left out", func(q *dateline.Find) { q.NotLanguages = q.NotLanguages[:min(1, len(q.NotLanguages))] }),
		asked("bylines are not left out", func(q *dateline.Find) { q.NotBy = nil }),
		asked("one byline is left out", func(q *dateline.Find) { q.NotBy = q.NotBy[:min(1, len(q.NotBy))] }),
		asked("bylines alone are not left out", func(q *dateline.Find) {
			if len(q.Clauses) == 0 {
				q.NotBy = nil
			}
		}),
		asked("after excludes its moment", func(q *dateline.Find) { q.After = q.After.Add(1000) }),
		asked("before includes its moment", func(q *dateline.Find) { q.Before = q.Before.Add(1000) }),
		asked("the public finds everything", func(q *dateline.Find) { q.Public = false }),
		asked("embargoes are over early", func(q *dateline.Find) { q.Now = q.Now.AddDate(0, 0, 1) }),
		asked("the end of an embargo is still under it", func(q *dateline.Find) { q.Now = q.Now.Add(-1000) }),
		asked("skip is not heard", func(q *dateline.Find) { q.Skip = 0 }),
		asked("no limit of its own", func(q *dateline.Find) {
			if q.Limit == 0 {
				q.Limit = 1 << 20
			}
		}),
		answered("candidates come oldest first", func(list candidates) candidates { slices.Reverse(list); return list }),
		answered("items of one second stand by id, ascending", func(list candidates) candidates {
			slices.SortStableFunc(list, func(a, b dateline.Candidate) int {
				if a.When.Equal(b.When) && a.Item < b.Item {
					return -1
				}
				return b.When.Compare(a.When)
			})
			return list
		}),
		answered("terms are lost", func(list candidates) candidates {
			for i := range list {
				list[i].Terms = nil
			}
			return list
		}),
		inTx("the limit counts what is filtered away", func(t *tx) {
			t.find = func(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
				list, err := t.Tx.Find(ctx, q)
				if q.Limit > 0 && len(list) > 0 && list[0].When.Before(minute(2)) {
					return list[1:], err
				}
				return list, err
			}
		}),
		inTx("a quotation mark is an error", func(t *tx) {
			t.stats = func(ctx context.Context, words []string) ([]int, int, error) {
				if slices.Contains(words, `"`) {
					return nil, 0, errors.New("syntax error")
				}
				return t.Tx.WordStats(ctx, words)
			}
		}),
		eachKept("a vast text is indexed by none of its words", func(_ *tx, k *dateline.Kept) {
			if len(k.Words.Body) > 1<<20 {
				k.Words = dateline.SearchWords{}
			}
		}),
		inTx("a word of an endless length is an error", func(t *tx) {
			t.find = func(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
				for _, c := range slices.Concat(q.Clauses, q.By) {
					if slices.ContainsFunc(c, func(p dateline.Phrase) bool { return len(p) > 0 && len(p[0]) > 2046 }) {
						return nil, errors.New("word is too long")
					}
				}
				return t.Tx.Find(ctx, q)
			}
		}),
		inTx("killed items are found", func(t *tx) {
			t.file = func(ctx context.Context, filings []dateline.Filing) error {
				return t.Tx.File(ctx, slices.DeleteFunc(filings, func(f dateline.Filing) bool { return f.Status == dateline.Canceled }))
			}
		}),
		inTx("word counts count items double", func(t *tx) {
			t.stats = func(ctx context.Context, words []string) ([]int, int, error) {
				counts, items, err := t.Tx.WordStats(ctx, words)
				for i := range counts {
					counts[i] *= 2
				}
				return counts, items, err
			}
		}),
		inTx("word counts count versions", func(t *tx) {
			t.stats = func(ctx context.Context, words []string) ([]int, int, error) {
				counts, _, err := t.Tx.WordStats(ctx, words)
				last, _ := t.Tx.Last(ctx)
				return counts, int(last), err
			}
		}),
	}
}

// asked changes the question.
func asked(name string, change func(*dateline.Find)) fault {
	return inTx(name, func(t *tx) {
		t.find = func(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
			change(&q)
			return t.Tx.Find(ctx, q)
		}
	})
}

// answered changes the answer.
func answered(name string, change func(candidates) candidates) fault {
	return inTx(name, func(t *tx) {
		t.find = func(ctx context.Context, q dateline.Find) ([]dateline.Candidate, error) {
			list, err := t.Tx.Find(ctx, q)
			return change(list), err
		}
	})
}
