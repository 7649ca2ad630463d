package intake

import (
	"context"
	"sync"
	"time"

	"dateline"
)

// A Report says what came of polling all sources once.
type Report struct {
	Sources     int // polled
	NotModified int
	Kept        int // first versions of items
	Versions    int // later versions
	Pages       int
	Looks       int          // pages looked at again
	Failed      []PollResult // sources that could not be polled, with the reason
	Warned      []PollResult // those that were taken in all the same
	Took        time.Duration
}

// PollAll polls every source once, due or not, and waits until all is kept.
// progress, if not nil, is called after each with the report so far and the
// number of sources.
func (in *Intake) PollAll(ctx context.Context, progress func(r Report, total int)) (Report, error) {
	began := time.Now()
	start := in.c.Now()
	total := 0
	err := in.c.Store.Update(ctx, func(tx dateline.Tx) error {
		sources, err := tx.Sources(ctx)
		if err != nil {
			return err
		}
		total = 0
		for _, s := range sources {
			if s.Feed != "" && !s.Retired {
				total++
			}
		}
		return tx.MakeDue(ctx, start)
	})
	if err != nil {
		return Report{}, err
	}
	var mu sync.Mutex
	var report Report
	looked := in.stats.Looks.Load()
	err = in.work(ctx, func() time.Time { return start }, func(r PollResult) {
		mu.Lock()
		defer mu.Unlock()
		report.add(r)
		report.Took = time.Since(began)
		if progress != nil {
			progress(report, total)
		}
	}, true)
	report.Took, report.Looks = time.Since(began), int(in.stats.Looks.Load()-looked)
	if err == nil {
		err = ctx.Err()
	}
	return report, err
}

func (r *Report) add(p PollResult) {
	r.Sources++
	r.Kept += p.Kept
	r.Versions += p.Versions
	r.Pages += p.Pages
	if p.NotModified {
		r.NotModified++
	}
	switch {
	case p.Error != "":
		r.Failed = append(r.Failed, p)
	case p.Warning != "":
		r.Warned = append(r.Warned, p)
	}
}
