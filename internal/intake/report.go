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
	Elsewhere   int // polled by another process, which was faster
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
		// The transaction may be run again, and must then count anew.
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
	own := map[dateline.SourceID]bool{}
	looked := in.stats.Looks.Load()
	err = in.work(ctx, func() time.Time { return start }, func(r PollResult) {
		mu.Lock()
		defer mu.Unlock()
		own[r.Source] = true
		report.add(r)
		report.Took = time.Since(began)
		if progress != nil {
			progress(report, total)
		}
	}, true)
	if err == nil {
		report.Elsewhere, err = in.others(ctx, own, start)
	}
	report.Took, report.Looks = time.Since(began), int(in.stats.Looks.Load()-looked)
	if err == nil {
		err = ctx.Err()
	}
	return report, err
}

// patience is how long to wait for a source that another process polls.
const patience = 2 * time.Minute

// others waits until the sources that a server on the same store was faster to
// lease than its own are polled as well, and returns how many those were, with
// those that it had done already.
func (in *Intake) others(ctx context.Context, own map[dateline.SourceID]bool, start time.Time) (most int, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		waiting, theirs := 0, 0
		err := in.c.Store.View(ctx, func(tx dateline.Tx) error {
			sources, err := tx.Sources(ctx)
			waiting, theirs = 0, 0
			for i := range sources {
				s := &sources[i]
				if own[s.ID] || s.Feed == "" || s.Retired {
					continue
				}
				if theirs++; s.Poll.LastTry.Before(start) {
					waiting++
				}
			}
			return err
		})
		most = max(most, theirs)
		if ctx.Err() != nil {
			return most, nil // whoever asked has left, or that process takes its time
		}
		if err != nil || waiting == 0 {
			return most, err
		}
		_ = wait(ctx, true, true)
	}
}

// add is called under PollAll's lock. A source that failed is not counted as warned, too.
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
