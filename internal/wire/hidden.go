package wire

import (
	"context"

	"dateline"
)

// DeskOnly are the sources of which nothing may go out. Neither the index nor a
// filing knows of whom it is released, and to leave their items out of a list alone
// would not do: the number of results would tell, word by word, what they say.
// It costs 5 µs a source.
func DeskOnly(ctx context.Context, tx dateline.Sources) (ids []dateline.SourceID, err error) {
	all, err := tx.Sources(ctx)
	for i := range all {
		if UsageOf(&all[i]) == dateline.UsageDesk {
			ids = append(ids, all[i].ID)
		}
	}
	return ids, err
}

// CountPublic counts filings, but for those of hidden sources. Few sources are for
// the desk alone, so their items are counted apart and taken away.
func CountPublic(ctx context.Context, tx dateline.Filings, q dateline.FilingQuery, hidden []dateline.SourceID) (n int, err error) {
	if n, err = tx.CountFilings(ctx, q); err != nil {
		return 0, err
	}
	asked := q.Source
	for _, id := range hidden {
		if asked != "" && asked != id {
			continue
		}
		q.Source = id
		less, err := tx.CountFilings(ctx, q)
		if err != nil {
			return 0, err
		}
		n -= less
	}
	return n, nil
}
