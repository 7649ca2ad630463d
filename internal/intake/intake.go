package intake

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"time"

	"dateline"
	"dateline/internal/intake/fetch"
)

const (
	// lease is how long a source belongs to the process that polls it. After a
	// crash its sources wait that long.
	lease = 10 * time.Minute
	// idle is how often the store is asked whether a source is due.
	idle = time.Second
	// ahead is how many polls are under way for each document in hand: most of
	// them wait for their host's turn.
	ahead = 4
)

// Config is what an Intake works with.
type Config struct {
	Store  dateline.Store
	Morgue dateline.Morgue // nil keeps no raw copy
	// Words makes the search words of an item.
	Words func(*dateline.Item) dateline.SearchWords
	Log   *slog.Logger     // nil is silent
	Now   func() time.Time // nil is time.Now
	// Workers is how many documents are in hand at once; 0 is 16.
	Workers int
	// Fetch says how to fetch; its AtOnce and Now are set from Workers and Now.
	Fetch fetch.Config
	// MinInterval and MaxInterval bound the time between two polls of a source;
	// 0 is a minute and a day.
	MinInterval, MaxInterval time.Duration
	// LookAgain is how long after it came in a page is looked at again first;
	// 0 is an hour, negative is never.
	LookAgain time.Duration
	// Jitter gives numbers in [0,1) that spread polls; nil is random.
	Jitter func() float64
}

// An Intake takes copy in.
type Intake struct {
	c      Config
	fetch  *fetch.Fetcher
	stats  Stats
	habits habits
	// hold has a place for each poll whose items wait to be kept, which bounds
	// the memory when the store is slower than the web.
	hold chan struct{}
}

// New makes an Intake. It does nothing until one of its methods is called.
func New(c Config) *Intake {
	now := c.Now
	if now == nil {
		now = time.Now
	}
	// Times are kept as they are given: those of a machine that is moved, or of
	// several in one wire, must not tell of its zone.
	c.Now = func() time.Time { return now().UTC() }
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Workers <= 0 {
		c.Workers = 16
	}
	if c.MinInterval <= 0 {
		c.MinInterval = shortest
	}
	if c.MaxInterval <= 0 {
		c.MaxInterval = longest
	}
	if c.LookAgain == 0 {
		c.LookAgain = firstLook
	}
	if c.Jitter == nil {
		c.Jitter = rand.Float64
	}
	if c.Words == nil {
		c.Words = func(*dateline.Item) dateline.SearchWords { return dateline.SearchWords{} }
	}
	c.Fetch.AtOnce, c.Fetch.Now = c.Workers, c.Now
	return &Intake{c: c, fetch: fetch.New(c.Fetch), hold: make(chan struct{}, c.Workers)}
}

// Stats are the counters of everything this Intake did.
func (in *Intake) Stats() *Stats { return &in.stats }

// Run polls sources whenever they are due, until ctx ends. Polls that are under
// way then are abandoned: what they have not kept is taken in by the next poll.
func (in *Intake) Run(ctx context.Context) error {
	if err := in.catchUp(ctx); err != nil && ctx.Err() == nil {
		in.c.Log.Error("look for sources that wait too long", "error", err)
	}
	return in.work(ctx, func() time.Time { return in.c.Now() }, func(r PollResult) {}, false)
}

// work leases due sources and polls them, ahead*Workers at a time, and beside
// them looks again at pages that are due. With drain it ends when neither is due
// any more.
func (in *Intake) work(ctx context.Context, due func() time.Time, done func(PollResult), drain bool) error {
	k := in.newKeeper(ctx)
	defer in.fetch.Close()
	defer k.stop()
	polls, looks := make(chan struct{}, ahead*in.c.Workers), make(chan struct{}, looksAtOnce)
	// Before the keeper stops: what is under way hands over to it.
	defer fill(polls)
	defer fill(looks)
	looking := in.c.LookAgain > 0
	for {
		free := cap(polls) - len(polls)
		if free < in.c.Workers { // not worth a transaction yet: each lease is one write of the store
			free = 0
		}
		pages := 0
		if looking {
			pages = cap(looks) - len(looks)
		}
		claimed, err := in.lease(ctx, due(), free, pages)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			in.c.Log.Error("lease what is due", "error", err)
		}
		for _, s := range claimed.sources {
			begin(polls, func() { done(in.poll(ctx, k, s)) })
		}
		for _, l := range claimed.looks {
			begin(looks, func() { in.look(ctx, k, l) })
		}
		// A server goes on when the store fails, for it may come back; a command says so.
		if drain && err != nil {
			return err
		}
		if drain && pages > 0 && len(claimed.looks) == 0 {
			looking = false // what is not due now will not be until this ends
		}
		if drain && !looking && len(claimed.sources) == 0 && free > 0 {
			return nil
		}
		if wait(ctx, len(claimed.sources)+len(claimed.looks) == 0, drain) != nil {
			return nil
		}
	}
}

// begin does something in a place of its own.
func begin(places chan struct{}, f func()) {
	// At once: no more is leased than there are places.
	places <- struct{}{}
	go func() {
		defer func() { <-places }()
		f()
	}()
}

// fill takes all places, which are free when nothing is under way any more.
func fill(places chan struct{}) {
	for range cap(places) {
		places <- struct{}{}
	}
}

// wait pauses between two looks for due sources.
func wait(ctx context.Context, nothing, drain bool) error {
	pause := time.Duration(0)
	switch {
	case nothing && drain:
		// A command waits for the last of its polls, which may end at any moment.
		pause = 5 * time.Millisecond
	case nothing:
		pause = idle
	}
	if pause == 0 {
		return ctx.Err()
	}
	t := time.NewTimer(pause)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// A claim is what was leased at once.
type claim struct {
	sources []dateline.Source
	looks   []dateline.Look
}

// lease claims due sources and looks, at most as many as there are places. It
// counts from now and not from when they were due: polling all may take longer than
// a lease, and what it comes to last must be its own as long as the rest.
func (in *Intake) lease(ctx context.Context, due time.Time, polls, looks int) (out claim, err error) {
	if polls+looks == 0 {
		return out, nil
	}
	until := in.c.Now().Add(lease)
	err = in.c.Store.Update(ctx, func(tx dateline.Tx) error {
		out = claim{}
		var err error
		if polls > 0 {
			out.sources, err = tx.LeaseSources(ctx, due, until, polls)
		}
		if err == nil && looks > 0 {
			out.looks, err = tx.LeaseLooks(ctx, due, until, looks)
		}
		return err
	})
	return out, err
}
