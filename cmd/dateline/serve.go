package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline"
	"dateline/internal/api"
	"dateline/internal/newsroom"
	"dateline/internal/web"
	webdesk "dateline/internal/web/desk"
	"dateline/internal/web/look"
	"dateline/internal/wire"
)

type serveCmd struct{}

// Run serves until it is stopped.
func (serveCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	site, err := app.newSite(env.Context)
	if err != nil {
		return err
	}
	app.log.Info("serving", "site", app.cfg.Public().Base, "listen", site.Addr(), "desk", app.deskLink())
	return app.serve(env.Context, site)
}

// freeLeases lets sources be polled and pages be looked at again that a killed
// server had in hand: whoever holds the folder's lock is the only one who takes in.
// Over PostgreSQL there may be others, and leases run out by themselves.
func (a *App) freeLeases(ctx context.Context) error {
	if a.cfg.Store != "sqlite" {
		return nil
	}
	return a.Store.Update(ctx, func(tx dateline.Tx) error { return tx.FreeLeases(ctx) })
}

// A site is what a server answers with.
type site struct {
	listener net.Listener
	handler  http.Handler
	web      *web.Server
	api      *api.API
	since    int64 // the log entry that the caches begin after
	ready    atomic.Bool
}

// Addr is where the site listens.
func (s *site) Addr() string { return s.listener.Addr().String() }

// newSite listens and puts the pages together; nothing is answered yet.
func (a *App) newSite(ctx context.Context) (*site, error) {
	listener, err := net.Listen("tcp", a.cfg.Listen)
	if err != nil {
		return nil, fmt.Errorf("%w; choose another --listen: %w", err, dateline.ErrUnavailable)
	}
	// Port 0 asks for any free one: what was given counts from here on.
	a.cfg.Listen = listener.Addr().String()
	a.Reader = wire.NewReader(a.Store, a.cfg.Public(), time.Now)
	s := &site{listener: listener}
	if err := a.build(ctx, s); err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	return s, nil
}

// build puts together what answers; newSite closes the listener when it fails.
func (a *App) build(ctx context.Context, s *site) (err error) {
	// Before anything is rendered: what comes in from here on empties the caches.
	if s.since, err = newsroom.Last(ctx, a.Store); err != nil {
		return err
	}
	looks, err := look.New()
	if err != nil {
		return fmt.Errorf("the look of the site: %w", err)
	}
	if s.web, err = web.New(web.Config{Wire: a.Reader, Look: looks, Log: a.log, Now: time.Now}); err != nil {
		return fmt.Errorf("the site: %w", err)
	}
	s.api, err = api.New(api.Config{Store: a.Store, Reader: a.Reader, Now: time.Now, Log: a.log})
	if err != nil {
		return fmt.Errorf("the feeds: %w", err)
	}
	desk, err := webdesk.New(webdesk.Config{
		Desk: settledDesk{a.Desk, a.settle}, Sources: a.Desk, Edits: a.Desk, Statements: a.Desk, Texts: a.Desk, Persons: settledDesk{a.Desk, a.settle}, Publication: a.Reader.Publication(), Look: looks, Log: a.log, Now: time.Now,
	})
	if err != nil {
		return fmt.Errorf("the desk page: %w", err)
	}
	a.deskLink = func() string { return a.cfg.Public().Base + desk.Invite() }

	mux := http.NewServeMux()
	mux.Handle("/", s.api.Handler(s.web))
	// Beside the site and not in it: nothing of the desk goes through the cache.
	mux.Handle("/desk", desk)
	mux.Handle("/desk/", desk)
	mux.Handle("GET /metrics", a.metrics())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) { a.readyz(w, r, s) })
	s.handler = mux
	return nil
}

// readyz says whether the site has something to answer with: the store answers,
// and every stage has come as far as the log was when the server started, or is
// loading what it remembers, which shows on no page but in what comes next.
func (a *App) readyz(w http.ResponseWriter, r *http.Request, s *site) {
	// Once ready it stays so: stages that fall behind later must not take the site away.
	if s.ready.Load() {
		fmt.Fprintln(w, "ready")
		return
	}
	left, err := a.left(r.Context(), s.since)
	switch {
	case err != nil:
		http.Error(w, "the store does not answer", http.StatusServiceUnavailable)
		return
	case left > 0:
		http.Error(w, "the stages are catching up", http.StatusServiceUnavailable)
		return
	}
	s.ready.Store(true)
	fmt.Fprintln(w, "ready")
}

// serve runs everything until ctx is done or a part fails, then stops in order:
// no new requests, no new polls, what is under way is finished.
func (a *App) serve(ctx context.Context, s *site) error {
	server := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute,
		// No bound on the time of an answer: event streams stay open for hours.
		MaxHeaderBytes: 64 << 10,
	}
	group, ctx := errgroup.WithContext(ctx)
	// Open event streams end with ctx, so that a graceful stop need not wait for them.
	server.BaseContext = func(net.Listener) context.Context { return ctx }
	group.Go(func() error {
		if err := server.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serve: %w", err)
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		// Requests under way are answered; one that takes longer is cut off.
		stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return server.Shutdown(stop)
	})
	group.Go(func() error { return a.listenSocket(ctx) })
	// The stages and intake beside the site: pages of what is kept are served from the start.
	group.Go(func() error { return a.Newsroom.Run(ctx) })
	group.Go(func() error { // a site of many sources does not wait for this
		// Stopped before this is done, the leases are freed at the next start.
		if err := a.freeLeases(ctx); err != nil && ctx.Err() == nil {
			return err
		}
		return a.Intake.Run(ctx)
	})
	group.Go(func() error { return a.pruneMorgue(ctx) })
	group.Go(func() error {
		newsroom.Follow(ctx, a.Store, newsroom.Follower{After: s.since, Entries: func(entries []dateline.Entry) {
			// Site and feeds are told the same, so that neither serves what the other has dropped.
			s.web.Changed(entries)
			s.api.Changed(entries)
		}, Failed: func(err error) { a.log.Error("follow the log", "err", err) }})
		return nil
	})
	err := group.Wait()
	a.log.Info("stopped")
	return err
}

// pruneMorgue removes raw copy that is too old, at the start and once a day; more
// often where less than a day is kept, or copy would outlive what was promised.
func (a *App) pruneMorgue(ctx context.Context) error {
	keep := time.Duration(a.cfg.Morgue.Keep)
	tick := time.NewTicker(min(24*time.Hour, max(keep, time.Minute)))
	defer tick.Stop()
	for {
		freed, err := a.Morgue.Prune(ctx, time.Now().Add(-keep))
		switch {
		// Logged and tried again tomorrow: a morgue that cannot prune is no reason to stop a wire.
		case err != nil && ctx.Err() == nil:
			a.log.Error("prune raw copy", "err", err)
		case freed > 0:
			a.log.Info("pruned raw copy", "bytes", freed)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}
