package intake

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/drift"
	"dateline/internal/format/feed"
	"dateline/internal/intake/fetch"
	"dateline/internal/read"
	"dateline/internal/read/clean"
)

// acceptFeeds is what a feed is asked for as.
const acceptFeeds = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5"

// A PollResult says what came of polling one source.
type PollResult struct {
	Source      dateline.SourceID
	Name        string
	NotModified bool
	Listed      int // entries in the feed
	Kept        int // first versions
	Versions    int // later versions
	Pages       int // pages read
	Error       string
	Warning     string
}

// A polled is a feed as fetched, on its way into the store.
type polled struct {
	source   dateline.Source
	feed     feed.Feed
	todo     []named           // the entries that are not kept as they are
	gone     []dateline.ItemID // whose entries the feed says it has deleted
	base     dateline.Copy     // what the copies of all entries have in common
	warnings []string
	pages    pageCount
	moved    string
	joined   dateline.SourceID // the other source whose feed it has moved to, "" if it has not
	perDay   float64           // the rhythm of the source, with what this poll shows of it
	facts    []drift.Facts     // of the new items of this poll that are kept so far
	looks    habit             // what its state keeps of the looks since the last poll
	// churns says that the feed writes all of its entries anew for each poll.
	churns bool
	// unfinished says that time ran out before all pages were read.
	unfinished bool
	fetched    fetched
	held       chan struct{} // nil, or the place it holds
}

// fetched is what the poll state needs of a response.
type fetched struct {
	notModified        bool
	etag, lastModified string
	fresh              time.Duration
}

// poll polls one source and keeps what comes of it.
func (in *Intake) poll(ctx context.Context, k *keeper, s dateline.Source) PollResult {
	// A poll must end before somebody else may take the source.
	ctx, cancel := context.WithTimeout(ctx, lease*9/10)
	defer cancel()
	in.stats.Polls.Add(1)
	p := &polled{source: s}
	defer p.letGo()
	// The feed is parsed while it holds its place among the documents in hand, since
	// its bytes are in memory; the items wait in another place, and so do not keep
	// others from fetching.
	err := in.fetch.Do(ctx, fetch.Request{
		URL: s.Feed, ETag: s.Poll.ETag, LastModified: s.Poll.LastModified, Accept: acceptFeeds,
		AllowPrivate: s.AllowPrivate, Delay: s.Delay, Part: true,
	}, func(r *fetch.Response) error {
		if err := guarded(func() error { return in.readFeed(ctx, p, r) }); err != nil {
			return err
		}
		return p.hold(ctx, in.hold)
	})
	r := PollResult{Source: s.ID, Name: s.Name, NotModified: p.fetched.notModified, Listed: len(p.feed.Entries)}
	if err == nil {
		err = in.move(k, p)
	}
	if err == nil {
		err = guarded(func() error { return in.keepParts(ctx, k, p, &r) })
	}
	switch {
	case err == nil:
	case ctx.Err() != nil: // no fault of the source, which keeps its count of failures
		in.release(k, s)
		r.Error = "stopped before it was done"
		return r
	default:
		in.faulty(err)
		in.keepFailure(k, s, err)
	}
	in.tell(&r, err)
	return r
}

// hold takes a place among the polls whose items wait to be kept.
func (p *polled) hold(ctx context.Context, places chan struct{}) error {
	select {
	case places <- struct{}{}:
		p.held = places
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// letGo may be called again: the place is given back once. It is called before pages are
// asked for, which may take minutes, and at the end for feeds without pages.
func (p *polled) letGo() {
	if p.held != nil {
		<-p.held
		p.held = nil
	}
}

// tell counts and logs what came of a poll.
func (in *Intake) tell(r *PollResult, err error) {
	log := in.c.Log.With("source", r.Source)
	if err != nil {
		r.Error = err.Error()
		in.stats.errors.add(kindOf(err))
		log.Warn("poll failed", "reason", r.Error)
		return
	}
	if r.NotModified {
		in.stats.NotModified.Add(1)
	}
	if r.Warning != "" {
		log.Warn("poll taken in all the same", "warning", r.Warning)
	}
	log.Debug("polled", "listed", r.Listed, "kept", r.Kept, "versions", r.Versions, "pages", r.Pages)
}

// kindOf names an error for the counters.
func kindOf(err error) string {
	var f *fetch.Error
	var none *read.NoArticle
	var own *fault
	switch {
	case errors.As(err, &f):
		return string(f.Kind)
	case errors.As(err, &own):
		return "fault"
	case errors.As(err, &none):
		return string(none.Kind)
	case errors.Is(err, dateline.ErrInvalid):
		return "feed"
	default:
		return "store"
	}
}

// readFeed reads a feed and those of its entries that are new.
func (in *Intake) readFeed(ctx context.Context, p *polled, r *fetch.Response) error {
	p.fetched = fetched{r.NotModified, r.ETag, r.LastModified, r.Fresh}
	if r.NotModified {
		return nil
	}
	in.stats.Bytes.Add(int64(len(r.Body)))
	f, err := feed.Parse(r.Body, feed.Input{ContentType: r.ContentType, URL: r.URL})
	if err != nil {
		if r.Cut != nil {
			return fmt.Errorf("%w; %w", r.Cut, err)
		}
		return err
	}
	p.feed, p.warnings, p.moved = f, f.Warnings, r.Moved
	if r.Cut != nil {
		p.warnings = append(p.warnings, r.Cut.Error())
	}
	// What broke off is asked for whole next time. What is too large would only
	// be sent and cut again.
	if (f.Cut || r.Cut != nil) && !errors.Is(r.Cut, dateline.ErrTooLarge) {
		p.fetched.etag, p.fetched.lastModified = "", ""
	}
	p.base = dateline.Copy{Source: p.source.ID, Received: r.Received, Zone: p.source.Zone, Language: p.source.Language}
	all, gone := withoutGone(p.source.ID, name(p.source.ID, f.Entries), f.Gone)
	known, err := in.digests(ctx, all, gone)
	if err != nil {
		return err
	}
	p.churns = in.looksAgain(&p.source) && churns(all, known)
	if err := in.recognize(ctx, p, all, known); err != nil {
		return err
	}
	p.gone = isNews(gone, all, known)
	p.todo = slices.DeleteFunc(all, func(n named) bool {
		d := known[n.id]
		return d == n.digest || d == dateline.Erased
	})
	for i := range p.todo {
		n := &p.todo[i]
		d, ok := known[n.id]
		n.known, n.owed = ok, ok && (d == "" || d == deleted)
		n.back = known[n.id] == deleted
	}
	return nil
}

// digests are those of the items that are kept.
func (in *Intake) digests(ctx context.Context, all []named, gone []dateline.ItemID) (known map[dateline.ItemID]string, err error) {
	ids := slices.Grow(slices.Clone(gone), len(all))
	for i := range all {
		ids = append(ids, all[i].id)
	}
	err = in.c.Store.View(ctx, func(tx dateline.Tx) error {
		known, err = tx.Digests(ctx, ids)
		return err
	})
	return known, err
}

// keepParts reads and keeps the items of a poll part by part, and with the last
// of them the poll's state.
func (in *Intake) keepParts(ctx context.Context, k *keeper, p *polled, r *PollResult) error {
	now := in.c.Now()
	p.perDay = rhythm(p.source.Poll.PerDay, p.feed.Entries, now)
	size := chunk
	if p.source.Pages != dateline.PagesNever {
		size = pagesChunk
	}
	for first := true; first || len(p.todo) > 0; first = false {
		part := p.todo[:min(size, len(p.todo))]
		p.todo = p.todo[len(part):]
		works, err := in.readPart(ctx, p, part)
		if err != nil {
			return err
		}
		w := in.keeping(&p.source, works)
		if len(p.todo) == 0 {
			in.withState(w, p, r.Kept, now)
		}
		outcomes, err := k.keep(w)
		if err != nil {
			return err
		}
		in.count(r, outcomes)
		in.habits.drop(p.source.ID, p.looks) // only now is it sure that the transaction was not run again
		p.facts = append(p.facts, w.facts()...)
	}
	r.Warning, r.Pages = strings.Join(p.warnings, "; "), p.pages.read
	return nil
}

// withState writes what a poll learnt about its source together with the last of
// its items; kept is how many new ones the earlier parts had.
func (in *Intake) withState(w *keeping, p *polled, kept int, now time.Time) {
	p.warnings = append(p.warnings, p.pages.warning()...)
	w.before = func(ctx context.Context, tx dateline.Tx) error {
		if err := in.strike(ctx, tx, p.gone, now); err != nil {
			return err
		}
		return writeSource(ctx, tx, p, now)
	}
	w.after = func(ctx context.Context, tx dateline.Tx) error {
		// As it is now, not as it was leased: when all sources are polled by hand,
		// another poll of it may just have ended.
		s, err := tx.Source(ctx, p.source.ID)
		if err != nil {
			return ignoreRemoved(err)
		}
		state := in.goodPoll(s.Poll, p, kept+fresh(w.outcomes), now)
		p.looks = in.habits.into(s.ID, &state)
		if p.joined != "" {
			state.Warning = fmt.Sprintf("its feed has moved to that of the source %s, which is polled for both", p.joined)
		}
		state.Reading = drift.Read(reading(&s), slices.Concat(p.facts, w.facts()))
		if err := tx.Polled(ctx, s.ID, state); err != nil {
			return err
		}
		return noteReading(ctx, tx, &s, state)
	}
}

// readPart makes items of some entries, with their pages.
func (in *Intake) readPart(ctx context.Context, p *polled, part []named) ([]work, error) {
	works := make([]work, 0, len(part))
	title := p.feed.Title.Plain()
	for _, n := range part {
		err := guarded(func() error {
			w, ok := readEntry(n, &p.source, p.base, title)
			if ok && !(p.churns && n.known && !n.owed && w.wantsPage(p.source.Pages)) {
				works = append(works, w)
			}
			return nil
		})
		if err != nil { // the others are kept; this one is tried again with each poll
			p.warnings = append(p.warnings, fmt.Sprintf("%s: %v", n.guid, err))
			in.faulty(err)
		}
	}
	works, err := in.readPages(ctx, p, works)
	if err != nil {
		return nil, err
	}
	// The time for a poll may have run out over its pages. What was read in it is
	// settled and kept all the same: of a source whose pages always take longer,
	// nothing would ever be.
	return works, in.settle(context.WithoutCancel(ctx), works)
}

// keeping is what is handed to the keeper of works.
func (in *Intake) keeping(s *dateline.Source, works []work) *keeping {
	w := &keeping{
		items: make([]dateline.Kept, len(works)), copies: make([]dateline.Copy, len(works)), looks: make([]dateline.Look, len(works)),
	}
	for i := range works {
		w.items[i] = dateline.Kept{Item: works[i].item, Words: in.words(&works[i].item)}
		w.copies[i] = works[i].copy
		w.looks[i] = in.firstLookAt(s, &works[i])
		if works[i].back {
			w.back = append(w.back, i)
		}
	}
	return w
}

// fresh is how many first versions there are among outcomes.
func fresh(outcomes []dateline.Outcome) (n int) {
	for _, o := range outcomes {
		if o.What == dateline.EntryKept {
			n++
		}
	}
	return n
}

// count is of what the store made of the items, not of what was handed to it: of an entry
// that another poll has kept meanwhile nothing is new.
func (in *Intake) count(r *PollResult, outcomes []dateline.Outcome) {
	for _, o := range outcomes {
		switch o.What {
		case dateline.EntryKept:
			r.Kept++
			in.stats.Kept.Add(1)
		case dateline.EntryVersion:
			r.Versions++
			in.stats.Versions.Add(1)
		}
	}
}

// ignoreRemoved: a source that was removed while it was polled stays removed.
func ignoreRemoved(err error) error {
	if errors.Is(err, dateline.ErrNotFound) {
		return nil
	}
	return err
}

// move writes that a source has moved for good, before any item of its new feed
// is kept: of several that move to one feed, or to that of another, only one may
// keep its items.
func (in *Intake) move(k *keeper, p *polled) error {
	if p.moved == "" || p.moved == p.source.Feed {
		return nil
	}
	now := in.c.Now()
	_, err := k.keep(&keeping{before: func(ctx context.Context, tx dateline.Tx) error { return writeSource(ctx, tx, p, now) }})
	if p.moved = ""; p.joined != "" {
		p.todo, p.gone = nil, nil
	}
	return err
}

// writeSource writes what a feed says about its source. One that has moved to the
// feed of another source is retired, for each item would stand on the wire twice.
func writeSource(ctx context.Context, tx dateline.Tx, p *polled, now time.Time) error {
	// On a copy first: most polls teach nothing, and need not read the source again.
	if s := p.source; !learn(&s, p) {
		return nil
	}
	s, err := tx.Source(ctx, p.source.ID) // as it is now
	if err != nil {
		return ignoreRemoved(err)
	}
	at := s.Feed
	if !learn(&s, p) {
		return nil
	}
	if s.Feed != at {
		if p.joined, err = polledAt(ctx, tx, s.Feed); err != nil {
			return err
		}
		if p.joined != "" {
			s.Feed, s.Retired = at, true
		}
	}
	return tx.PutSource(ctx, s, now)
}

// polledAt is the source that a feed is polled for, "" when there is none.
func polledAt(ctx context.Context, tx dateline.Tx, address string) (dateline.SourceID, error) {
	all, err := tx.Sources(ctx)
	for i := range all {
		if all[i].Feed == address && !all[i].Retired {
			return all[i].ID, err
		}
	}
	return "", err
}

// learn moves a source that has moved for good, and fills in what nobody said
// about it. It reports whether anything changed.
func learn(s *dateline.Source, p *polled) bool {
	changed := false
	set := func(to *string, value string) {
		if *to == "" && value != "" {
			*to, changed = value, true
		}
	}
	if p.moved != "" && p.moved != s.Feed && s.Feed == p.source.Feed {
		s.Feed, changed = p.moved, true
	}
	// What a person or a list said stays; a feed's own words fill the gaps.
	set(&s.Name, clean.Line(p.feed.Title.Plain()))
	set(&s.Site, p.feed.Site)
	set(&s.Language, p.feed.Language)
	return changed
}

// keepFailure writes the state of a failed poll. A source that is gone for good
// is retired.
func (in *Intake) keepFailure(k *keeper, s dateline.Source, cause error) {
	if kindOf(cause) == "store" {
		return // the store would not take this either; the lease will run out
	}
	now := in.c.Now()
	_, err := k.keep(&keeping{after: func(ctx context.Context, tx dateline.Tx) error {
		if errors.Is(cause, dateline.ErrGone) {
			if err := retire(ctx, tx, s, now); err != nil {
				return err
			}
		}
		return ignoreRemoved(tx.Polled(ctx, s.ID, in.failedPoll(s.Poll, cause, now)))
	}})
	if err != nil {
		in.c.Log.Error("keep the state of a failed poll", "source", s.ID, "error", err)
	}
}

// retire ends the polling of a source, unless it was given another feed meanwhile.
func retire(ctx context.Context, tx dateline.Tx, s dateline.Source, now time.Time) error {
	current, err := tx.Source(ctx, s.ID)
	if err != nil || current.Feed != s.Feed {
		return ignoreRemoved(err)
	}
	current.Retired = true
	return tx.PutSource(ctx, current, now)
}

// release gives a source back as it was, so that the next poll need not wait for
// the lease to run out.
func (in *Intake) release(k *keeper, s dateline.Source) {
	_, err := k.keep(&keeping{after: func(ctx context.Context, tx dateline.Tx) error {
		return ignoreRemoved(tx.Polled(ctx, s.ID, s.Poll))
	}})
	if err != nil {
		in.c.Log.Error("give a source back", "source", s.ID, "error", err)
	}
}
