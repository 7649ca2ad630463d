package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/intake"
	"dateline/internal/wire"
)

type sourcesCmd struct {
	Add    sourcesAddCmd    `cmd:"" help:"Add a source by the address of its feed or site."`
	Set    sourcesSetCmd    `cmd:"" help:"Change a source."`
	List   sourcesListCmd   `cmd:"" help:"List the sources with their health."`
	Remove sourcesRemoveCmd `cmd:"" help:"Remove a source; its items stay."`
	Import sourcesImportCmd `cmd:"" help:"Add the sources of an OPML file."`
	Export sourcesExportCmd `cmd:"" help:"Write the sources as OPML."`
}

type sourcesAddCmd struct {
	Address string `arg:"" help:"Address of a feed, or of a site whose feed is looked for."`
	ID      string `name:"id" help:"Id (default: from the name of the host)."`
	sourceFlags
}

// Run looks for the feed and adds it.
func (c sourcesAddCmd) Run(env *Env) error {
	// Ids stand in addresses of pages for good: odd ones are refused before any is made.
	if err := checkID(c.ID); err != nil {
		return err
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	as := dateline.Source{ID: dateline.SourceID(cmp.Or(c.ID, c.Address))}
	// Before the feed is fetched, which takes seconds: a wrong flag is told at once.
	if err := c.apply(&as); err != nil {
		return err
	}
	found, err := app.Intake.Discover(env.Context, c.Address, as)
	if err != nil {
		return err
	}
	s := found[0].Source()
	if c.ID != "" {
		s.ID = dateline.SourceID(c.ID)
	}
	// Again, over what the feed says of itself: a person knows better.
	if err := c.apply(&s); err != nil {
		return err
	}
	// Its id is changed in the list where it was taken.
	list := []dateline.Source{s}
	added, _, err := app.addSources(env, list)
	if err != nil {
		return err
	}
	s = list[0]
	if added == 0 {
		return fmt.Errorf("the feed %s is there already: %w", s.Feed, dateline.ErrConflict)
	}
	_, err = fmt.Fprintf(env.Stdout, "%s: %s, %s\n", s.ID, s.Name, s.Feed)
	for _, other := range found[1:] {
		fmt.Fprintf(env.Stdout, "also there: %s\n", other.Feed)
	}
	return err
}

// addSources adds those whose feed is not there yet, in one transaction. Ids
// that are taken get a number, also in the list.
func (a *App) addSources(env *Env, sources []dateline.Source) (added, known int, err error) {
	given := slices.Clone(sources)
	// Looked up and added in one transaction: two imports at once add nothing twice.
	err = a.Store.Update(env.Context, func(tx dateline.Tx) error {
		added, known = 0, 0
		all, err := tx.Sources(env.Context)
		if err != nil {
			return err
		}
		feeds, ids := map[string]bool{}, map[dateline.SourceID]bool{}
		for _, s := range all {
			feeds[s.Feed], ids[s.ID] = true, true
		}
		for i, s := range given { // the same when the transaction is run again
			if feeds[s.Feed] {
				known++
				continue
			}
			s.ID = intake.UniqueID(s.ID, func(id dateline.SourceID) bool { return ids[id] })
			feeds[s.Feed], ids[s.ID] = true, true
			added++
			sources[i].ID = s.ID
			if err := tx.PutSource(env.Context, s, time.Now()); err != nil {
				return err
			}
		}
		return nil
	})
	return added, known, err
}

type sourcesSetCmd struct {
	ID     string `arg:"" help:"Source."`
	Feed   string `help:"New address of its feed."`
	Retire *bool  `negatable:"" help:"Poll it no more, or again."`
	Accept bool   `name:"accept-reading" help:"Take how it is read now for usual: what its items have lost is not missed any more."`
	sourceFlags
}

// Run changes a source.
func (c sourcesSetCmd) Run(env *Env) error {
	if dateline.SourceID(c.ID) == dateline.OwnSource && c.Feed != "" {
		// What it would bring would go out in full, as written here.
		return fmt.Errorf("the publication's own source is not polled; dateline sources add %s makes another: %w", c.Feed, dateline.ErrInvalid)
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	return app.Desk.Change(env.Context, dateline.SourceID(c.ID), func(s *dateline.Source) error {
		s.Feed = cmp.Or(c.Feed, s.Feed)
		if c.Retire != nil {
			s.Retired = *c.Retire
		}
		if c.Accept {
			s.Accepted = time.Now()
		}
		return c.apply(s)
	})
}

type sourcesListCmd struct {
	JSON bool `help:"One JSON line each."`
}

// Run lists sources.
func (c sourcesListCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	sources, err := app.sources(env)
	if err != nil {
		return err
	}
	enc := jsonTo(env.Stdout)
	for i := range sources {
		s := &sources[i]
		if c.JSON {
			err = enc.Encode(s)
		} else {
			_, err = fmt.Fprintf(env.Stdout, "%-24s %-8s %-8s %-40s %s\n", s.ID, wire.UsageOf(s), ruleName(s), health(s, time.Now()), s.Feed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// sources are all, the publication's own included.
func (a *App) sources(env *Env) (sources []dateline.Source, err error) {
	err = a.Store.View(env.Context, func(tx dateline.Tx) error {
		sources, err = tx.Sources(env.Context)
		return err
	})
	return sources, err
}

// ruleName is the rule in force: without one items are released.
func ruleName(s *dateline.Source) string {
	if s.Rule == "" {
		return string(dateline.RuleRelease)
	}
	return string(s.Rule)
}

// health is how a source does, in plain words.
func health(s *dateline.Source, now time.Time) string {
	p := &s.Poll
	ago := func(t time.Time) string {
		if d := now.Sub(t).Round(time.Minute); d >= time.Minute {
			return strings.TrimSuffix(d.String(), "0s") + " ago"
		}
		return "just now"
	}
	var words []string
	if drift := driftWords(s); drift != "" {
		words = append(words, drift)
	}
	switch {
	// What would be said next is of polls, and there are none.
	case s.Feed == "":
		return "not polled"
	case s.Retired:
		words = append(words, "retired")
	case p.LastTry.IsZero():
		return "not polled yet"
	case p.LastError != "":
		words = append(words, "failed "+count(p.Failures, "time")+": "+p.LastError)
	}
	if !p.LastGood.IsZero() {
		words = append(words, "last good "+ago(p.LastGood))
	}
	words = append(words, fmt.Sprintf("%d seen", p.Seen))
	if p.PerDay > 0 {
		words = append(words, fmt.Sprintf("%.1f a day expected", p.PerDay))
	}
	if s.Silent(now) {
		words = append(words, "silent for longer than usual")
	}
	if p.Warning != "" {
		words = append(words, p.Warning)
	}
	return strings.Join(words, "; ")
}

type sourcesRemoveCmd struct {
	ID string `arg:"" help:"Source."`
}

// Run removes a source.
func (c sourcesRemoveCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	if dateline.SourceID(c.ID) == dateline.OwnSource {
		return fmt.Errorf("the publication cannot be removed from its own wire: %w", dateline.ErrInvalid)
	}
	return app.Store.Update(env.Context, func(tx dateline.Tx) error {
		return tx.RemoveSource(env.Context, dateline.SourceID(c.ID), time.Now())
	})
}
