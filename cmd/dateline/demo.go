package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline"
	"dateline/internal/config"
	"dateline/internal/samplepress"
)

type demoCmd struct{}

// Run takes in the sample press and serves what comes of it. Without --data it
// leaves nothing behind.
func (demoCmd) Run(env *Env) (err error) {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	if env.cli.Data == "" {
		if cfg.Data, err = os.MkdirTemp("", "dateline-demo-"); err != nil {
			return fmt.Errorf("a folder for the demo: %w", err)
		}
		defer func() { err = errors.Join(err, os.RemoveAll(cfg.Data)) }()
	}
	marsa(&cfg)
	// The terminal belongs to the counts; what goes wrong is still said.
	cfg.Log.Level = "warn"
	app, err := Open(env.Context, cfg, env.logger(cfg.Log))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()
	return app.demo(env)
}

// marsa is the publication of the demo.
func marsa(cfg *config.Config) {
	cfg.Publication = config.Publication{
		Names:   map[string]string{"en": "Marsa", "ar": "مرسى"},
		Credits: map[string]string{"en": "Marsa", "ar": "مرسى"},
		About: map[string]string{
			"en": "Marsa is a sample publication. Its sources, its people and its places are invented; the wire that carries them is real.",
			"ar": "مرسى مطبوعة نموذجية: مصادرها وأشخاصها وأماكنها من نسج الخيال، أما الشبكة التي تحملها فحقيقية.",
		},
		Base: cfg.Publication.Base, Mail: "desk@marsa.example",
		// Where the press writes, or its "on Tuesday" would stand beside a Monday for some hours of each day.
		Editions: []config.Edition{
			{Language: "en", Zone: samplepress.Zone, Digits: "latn"},
			{Language: "ar", Zone: samplepress.Zone, Digits: "latn", Months: "both"},
		},
	}
	// The sample press files within minutes what others file in a day.
	cfg.Intake.MinInterval = config.Duration(time.Second)
	cfg.Intake.MaxInterval = config.Duration(2 * time.Second)
}

// demo starts the press, polls it and serves.
func (a *App) demo(env *Env) error {
	// On this machine alone: what the press files is not for the network.
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen for the sample press: %w", err)
	}
	press, err := samplepress.New(samplepress.Config{Start: time.Now(), Base: "http://" + listener.Addr().String()})
	if err != nil {
		return errors.Join(fmt.Errorf("the sample press: %w", err), listener.Close())
	}
	// The press is a server of its own: the demo fetches over HTTP, as a wire does.
	group, ctx := errgroup.WithContext(env.Context)
	server := &http.Server{Handler: press.Handler(), ReadHeaderTimeout: 5 * time.Second}
	group.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("the sample press: %w", err)
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		return server.Close()
	})
	// In the group of the press: when one of them fails the other ends too.
	group.Go(func() error { return a.showDemo(ctx, env, press) })
	return group.Wait()
}

// showDemo fills the wire, says where it is, and serves it.
func (a *App) showDemo(ctx context.Context, env *Env, press *samplepress.Press) error {
	err := a.Store.Update(ctx, func(tx dateline.Tx) error {
		for _, s := range press.Sources() {
			if err := tx.PutSource(ctx, s, time.Now()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	// One poll before the site is shown, so that the first page is not empty.
	fmt.Fprintln(env.Stdout, "Taking in the sample press …")
	if _, err := a.Intake.PollAll(ctx, nil); err != nil {
		return err
	}
	if err := a.settle(ctx); err != nil {
		return err
	}
	site, err := a.newSite(ctx)
	if err != nil {
		return err
	}
	base := a.cfg.Public().Base
	fmt.Fprintf(env.Stdout, "\n  Marsa   %s/en/\n  مرسى    %s/ar/\n  desk    %s  (opens once; `dateline desk link --data %s` makes another)\n\n",
		base, base, a.deskLink(), a.cfg.Data)
	fmt.Fprintln(env.Stdout, "A flash comes 20 seconds after the start, a correction after 40. Stop with Ctrl-C.")
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return a.serve(ctx, site) })
	group.Go(func() error { return a.count(ctx, env, press) })
	return group.Wait()
}

// count shows how the wire fills: one line that changes at a terminal, a line
// for each change elsewhere.
func (a *App) count(ctx context.Context, env *Env, press *samplepress.Press) error {
	bar := env.progress()
	defer bar.done()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	said := ""
	for {
		s := a.Intake.Stats()
		line := fmt.Sprintf("%d items, %d new versions, %d pages read, %d polls (%d unchanged)",
			s.Kept.Load(), s.Versions.Load(), s.Pages.Load(), s.Polls.Load(), s.NotModified.Load())
		next := "the press has filed everything"
		if at, _, ok := press.Next(time.Now()); ok {
			next = fmt.Sprintf("next dispatch in %.0f s", time.Until(at).Seconds())
		}
		bar.say("%s · %s", line, next)
		if kept := count(int(s.Kept.Load()), "item") + ", " + count(int(s.Versions.Load()), "new version"); kept != said && !bar.show {
			said = kept
			fmt.Fprintln(env.Stdout, kept)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}
