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
	// pagesChunk is how many entries are read with their pages before they are
	// kept: what is kept needs no second asking after a crash.
	pagesChunk = 64
)

// A pageCount says what came of the pages of a poll.
type pageCount struct {
	mu           sync.Mutex
	read, failed int
	left         int    // entries left to the next poll
	reason       string // of the last failure
}

// add is called by the goroutines of all pages of a poll.
func (c *pageCount) add(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err == nil {
		c.read++
		return
	}
	c.failed, c.reason = c.failed+1, err.Error()
}

// warning is what the poll says about them.
func (c *pageCount) warning() []string {
	switch {
	case c.left > 0:
		return []string{fmt.Sprintf("%d of its entries are left to the next poll", c.left)}
	case c.failed > 0:
		return []string{fmt.Sprintf("%d of its pages could not be read: %s", c.failed, c.reason)}
	}
	return nil
}

// readPages fetches and reads the pages behind those works that want theirs. The
// error is only that of being stopped: a page that cannot be had leaves the item
// as its entry has it. When the time for the poll runs out, what is read so far
// is given back and the rest is left to the next poll.
func (in *Intake) readPages(ctx context.Context, p *polled, works []work) ([]work, error) {
	var g sync.WaitGroup
	places := make(chan struct{}, pagesAtOnce)
	raw := &pile{morgue: in.c.Morgue}
	for i := range works {
		w := &works[i]
		if !w.wantsPage(p.source.Pages) {
			continue
		}
		p.letGo() // it may take long now
		// Taken here and not in the goroutine, so that none is started which only waits.
		places <- struct{}{}
		g.Go(func() {
			defer func() { <-places }()
			err := guarded(func() error { return in.readPage(ctx, &p.source, w) })
			w.late = err != nil && ctx.Err() != nil
			p.pages.add(err)
			in.faulty(err)
			if err != nil {
				return
			}
			if err := raw.add(ctx, w); err != nil && ctx.Err() == nil {
				in.c.Log.Warn("raw copy is not kept yet", "source", p.source.ID, "error", err)
			}
		})
	}
	g.Wait()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return p.leaveRest(works), nil
	}
	return works, ctx.Err()
}

// leaveRest leaves the works whose page did not come in time, and all entries
// after them, to the next poll, which must see the feed again.
func (p *polled) leaveRest(works []work) []work {
	all := len(works)
	works = slices.DeleteFunc(works, func(w work) bool { return w.late })
	if p.pages.left = all - len(works) + len(p.todo); p.pages.left > 0 {
		p.todo = nil
		p.fetched.etag, p.fetched.lastModified = "", ""
		p.unfinished = true
	}
	return works
}

// readPage reads one page into its work.
func (in *Intake) readPage(ctx context.Context, s *dateline.Source, w *work) error {
	err := in.fetch.Do(ctx, fetch.Request{URL: w.entry.Link, Accept: acceptPages, AllowPrivate: s.AllowPrivate, Delay: s.Delay, Login: s.Feed},
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
				// What the feed says stays; what the page says of rights holds for it.
				w.item.Rights.Paywalled = w.item.Rights.Paywalled || page.Rights.Paywalled
				return err
			}
			if away := (place{w.entry.Link, s.Site}).ledAway(r, &w.item, &page); away != nil {
				return away
			}
			merged := read.Merge(w.item, page)
			// That of the entry: the next poll compares entries, before it asks for any page.
			merged.Digest = w.item.Digest
			w.item, w.copy = merged, c
			w.page = pageState(r.ETag, r.LastModified, r.Body, &page)
			w.page.Whole = !merged.Summary && merged.Text() == page.Text()
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
