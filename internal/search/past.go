package search

import (
	"context"

	"dateline"
)

// Past asks a query as of a point of the log: of each item the version that was
// current then, by its own words and times. How rare a word is, is counted
// today: the order of hits may differ a little from what it was.
type Past struct {
	Point
	// Of leaves out the versions that others have followed since, but for those
	// of this source; "" leaves out none.
	Of dateline.SourceID
	// Stood returns those of the candidates that stood where the reader looks, in
	// order: the index knows what is filed today and not what was filed then. Nil
	// takes all.
	Stood func([]dateline.Candidate) ([]dateline.Candidate, error)
}

// mostPages bounds how far a search goes on when little of what it finds stood.
// Each page is twice as long as the one before, up to someWindow: more than
// 100,000 candidates in all, however few are wanted.
const mostPages = 50

// find finds candidates that stood, page by page until there are as many as are
// wanted.
func (p *Past) find(ctx context.Context, index dateline.Index, q dateline.Find) ([]dateline.Candidate, error) {
	if p.Seq <= 0 {
		return nil, nil
	}
	skip, want := q.Skip, q.Skip+q.Limit
	q.AsOf, q.PastOf, q.Skip, q.Limit = p.Seq, p.Of, 0, want
	var stood []dateline.Candidate
	for range mostPages {
		found, err := index.Find(ctx, q)
		if err != nil {
			return nil, err
		}
		q.Skip += len(found)
		last := len(found) < q.Limit
		if p.Stood != nil {
			if found, err = p.Stood(found); err != nil {
				return nil, err
			}
		}
		stood = append(stood, found...)
		if last || len(stood) >= want {
			break
		}
		q.Limit = min(2*q.Limit, max(want, someWindow))
	}
	stood = stood[:min(want, len(stood))]
	return stood[min(skip, len(stood)):], nil
}
