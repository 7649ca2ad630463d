package intake

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"dateline"
	"dateline/internal/intake/fetch"
	"dateline/internal/read"
)

const (
	acceptPages = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
	// pagesAtOnce is how many pages of one source are asked for at once; its
	// hosts' manners and Config.Workers bound it further.
	pagesAtOnce = 8
)

// readPages fetches and reads the pages behind those works that want theirs. The
// error is only that of being stopped: a page that cannot be had leaves the item
// as its entry has it. When the time for the poll runs out, what is read so far
// is kept and the rest is left to the next poll.
func (in *Intake) readPages(ctx context.Context, p *polled) (int, error) {
	var g sync.WaitGroup
	var mu sync.Mutex
	places := make(chan struct{}, pagesAtOnce)
	read, failed, reason := 0, 0, ""
	raw := &pile{morgue: in.c.Morgue}
	for i := range p.works {
		w := &p.works[i]
		if !w.wantsPage(p.source.Pages) {
			continue
		}
		places <- struct{}{}
		g.Go(func() {
			defer func() { <-places }()
			err := in.readPage(ctx, &p.source, w)
			w.late = err != nil && ctx.Err() != nil
			if err == nil {
				if err := raw.add(ctx, w); err != nil && ctx.Err() == nil {
					in.c.Log.Warn("raw copy is not kept yet", "source", p.source.ID, "error", err)
				}
			}
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				read++
				return
			}
			failed, reason = failed+1, err.Error()
		})
	}
	g.Wait()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		p.leaveRest()
		return read, nil
	}
	if ctx.Err() != nil {
		return read, ctx.Err()
	}
	if failed > 0 {
		p.warnings = append(p.warnings, fmt.Sprintf("%d of its pages could not be read: %s", failed, reason))
	}
	return read, nil
}

// leaveRest leaves the works whose page did not come in time to the next poll,
// which must see the feed again.
func (p *polled) leaveRest() {
	all := len(p.works)
	p.works = slices.DeleteFunc(p.works, func(w work) bool { return w.late })
	if left := all - len(p.works); left > 0 {
		p.warnings = append(p.warnings, fmt.Sprintf("%d of its pages are left to the next poll", left))
		p.fetched.etag, p.fetched.lastModified = "", ""
		p.unfinished = true
	}
}

// readPage reads one page into its work.
func (in *Intake) readPage(ctx context.Context, s *dateline.Source, w *work) error {
	err := in.fetch.Do(ctx, fetch.Request{URL: w.entry.Link, Accept: acceptPages, AllowPrivate: s.AllowPrivate, Delay: s.Delay},
		func(r *fetch.Response) error {
			in.stats.Bytes.Add(int64(len(r.Body)))
			if r.Cut != nil {
				return r.Cut
			}
			c := dateline.Copy{
				Source: s.ID, URL: r.URL, Received: r.Received, ContentType: r.ContentType, Body: r.Body,
				Zone: s.Zone, Language: s.Language,
			}
			page, err := read.Page(c, read.Hint{Name: s.Name, GUID: w.guid})
			if err != nil {
				return err
			}
			merged := read.Merge(w.item, page)
			merged.Digest = w.item.Digest
			w.item, w.copy = merged, c
			return nil
		})
	if err == nil {
		in.stats.Pages.Add(1)
		return nil
	}
	w.item.Summary = true
	if errors.Is(err, dateline.ErrUnavailable) { // it may be had another time
		w.item.Digest = ""
	}
	in.stats.errors.add("page-" + kindOf(err))
	return err
}
