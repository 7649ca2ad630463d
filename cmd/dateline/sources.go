package main

import (
	"cmp"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/format/opml"
	"dateline/internal/intake"
	"dateline/internal/lang"
)

type sourcesCmd struct {
	Add    sourcesAddCmd    `cmd:"" help:"Add a source by the address of its feed or site."`
	Set    sourcesSetCmd    `cmd:"" help:"Change a source."`
	List   sourcesListCmd   `cmd:"" help:"List the sources with their health."`
	Remove sourcesRemoveCmd `cmd:"" help:"Remove a source; its items stay."`
	Import sourcesImportCmd `cmd:"" help:"Add the sources of an OPML file."`
	Export sourcesExportCmd `cmd:"" help:"Write the sources as OPML."`
}

// sourceFlags are the settings of a source. What is not given stays as it is.
type sourceFlags struct {
	Name     string         `help:"Name, as it calls itself."`
	NameAr   string         `help:"Name in the Arabic edition."`
	NameEn   string         `help:"Name in the English edition."`
	Kind     string         `enum:",agency,state-agency,outlet,official,company" default:"" help:"agency, state-agency, outlet, official or company."`
	Language string         `help:"Language of most of its copy, such as ar."`
	Zone     string         `help:"Zone of times that have none, such as Africa/Cairo."`
	Folder   string         `help:"Folder in lists."`
	Usage    string         `enum:",full,excerpt,link,desk" default:"" help:"What may go out: full, excerpt, link or desk. full needs --reason."`
	Reason   string         `help:"Who allowed full use, and why."`
	Rule     string         `enum:",release,hold,kill" default:"" help:"What the desk does with its items: release, hold or kill."`
	Pages    string         `enum:",always,short,never" default:"" help:"When the page behind an entry is read: always, short (entries) or never."`
	Again    string         `enum:",default,never" default:"" help:"Whether the pages that were read are looked at again: default or never."`
	Lost     string         `enum:",release,hold,kill" default:"" help:"What the desk does when the source takes a page away: release (only tell it), hold or kill (withdraw)."`
	Delay    *time.Duration `help:"Between two requests to its host; 0 for none."`

	AllowPrivate *bool `negatable:"" help:"It may stand on a private or loopback address."`
}

// apply changes a source as the flags say.
func (f sourceFlags) apply(s *dateline.Source) error {
	for _, set := range []struct {
		value string
		field *string
	}{
		{f.Name, &s.Name}, {f.Kind, (*string)(&s.Kind)}, {f.Language, &s.Language}, {f.Zone, &s.Zone},
		{f.Folder, &s.Folder}, {f.Usage, (*string)(&s.Usage)}, {f.Reason, &s.UsageReason},
		{f.Rule, (*string)(&s.Rule)}, {f.Pages, (*string)(&s.Pages)},
		{f.Again, (*string)(&s.Again)}, {f.Lost, (*string)(&s.Lost)},
	} {
		if set.value != "" {
			*set.field = set.value
		}
	}
	if f.Again == "default" {
		s.Again = dateline.AgainDefault
	}
	// Names in other languages, which a list may bring, stay.
	for language, name := range map[string]string{"ar": f.NameAr, "en": f.NameEn} {
		if name == "" {
			continue
		}
		if s.Names == nil {
			s.Names = dateline.Names{}
		}
		s.Names[language] = name
	}
	if f.Delay != nil {
		s.Delay = *f.Delay
		if s.Delay == 0 {
			s.Delay = -1 // none, where zero would mean the usual one
		}
	}
	if f.AllowPrivate != nil {
		s.AllowPrivate = *f.AllowPrivate
	}
	return checkSource(s)
}

// checkSource refuses settings that would do something else than was meant. It looks at
// the whole source, for a usage may come from a list and its reason from a flag.
func checkSource(s *dateline.Source) error {
	if s.Usage == dateline.UsageFull && s.UsageReason == "" {
		return fmt.Errorf("full use of %s needs a recorded reason: add --reason \"who allowed it, and why\": %w", s.ID, dateline.ErrInvalid)
	}
	if err := cmp.Or(checkWords(s), checkLanguage(s.Language)); err != nil {
		return err
	}
	if u, err := url.Parse(s.Feed); s.Feed != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
		return fmt.Errorf("%q is no address of a feed: it must begin with http:// or https://: %w", s.Feed, dateline.ErrInvalid)
	}
	return checkZone(s.Zone)
}

// checkZone refuses a zone that is given and is none; "" is none. "Local" is Go's
// name for that of the machine, which says nothing of a source.
func checkZone(zone string) error {
	if _, err := time.LoadLocation(zone); err != nil || zone == "Local" {
		return fmt.Errorf("%q is no zone such as Africa/Cairo: %w", zone, dateline.ErrInvalid)
	}
	return nil
}

// longestID is as long as an id that is derived from an address may be.
const longestID = 60

// checkID refuses ids that are given and cannot stand in an address; "" is none.
func checkID(id string) error {
	odd := strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-")
	// The empty id passes all three: it means that one is to be made.
	if odd == "" && len(id) <= longestID && strings.Trim(id, "-") == id {
		return nil
	}
	return fmt.Errorf("%q is no id of a source: it takes lower-case letters and digits, hyphens between them, %d at most, such as harbour-post: %w",
		id, longestID, dateline.ErrInvalid)
}

// checkLanguage refuses a language that is given and is none; "" is none.
func checkLanguage(tag string) error {
	if tag != "" && lang.Canonical(tag) == "" {
		return fmt.Errorf("%q is no language such as ar or en-GB: %w", tag, dateline.ErrInvalid)
	}
	return nil
}

// checkWords refuses a setting that no part of the program knows: of a usage it would
// publish excerpts, and by a rule release, whatever was meant.
func checkWords(s *dateline.Source) error {
	for _, set := range []struct {
		name, value string
		words       []string
	}{
		{"kind", string(s.Kind), []string{"agency", "state-agency", "outlet", "official", "company", "own"}},
		{"usage", string(s.Usage), []string{"full", "excerpt", "link", "desk"}},
		{"rule", string(s.Rule), []string{"release", "hold", "kill"}},
		{"pages", string(s.Pages), []string{"always", "short", "never"}},
		{"again", string(s.Again), []string{"never"}},
		{"lost", string(s.Lost), []string{"release", "hold", "kill"}},
	} {
		if set.value != "" && !slices.Contains(set.words, set.value) {
			return fmt.Errorf("%q is no %s: it may be %s: %w", set.value, set.name, strings.Join(set.words, ", "), dateline.ErrInvalid)
		}
	}
	return nil
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
	return app.Store.Update(env.Context, func(tx dateline.Tx) error {
		s, err := tx.Source(env.Context, dateline.SourceID(c.ID))
		if err != nil {
			return err
		}
		moved := c.Feed != "" && c.Feed != s.Feed
		if moved {
			s.Feed = c.Feed
		}
		if c.Retire != nil {
			s.Retired = *c.Retire
		}
		pages := s.Pages
		if err := c.apply(&s); err != nil {
			return err
		}
		if c.Accept || s.Pages != pages { // whoever has other pages read wants another reading
			s.Accepted = time.Now()
		}
		if err := tx.PutSource(env.Context, s, time.Now()); err != nil || !moved {
			return err
		}
		// The old address's validators would have the new one answer that nothing has
		// changed, for as long as that is so.
		s.Poll.ETag, s.Poll.LastModified, s.Poll.Next = "", "", time.Now()
		return tx.Polled(env.Context, s.ID, s.Poll)
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
			_, err = fmt.Fprintf(env.Stdout, "%-24s %-8s %-8s %-40s %s\n", s.ID, usageName(s), ruleName(s), health(s, time.Now()), s.Feed)
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

// usageName is the usage in force: a source without one goes out as excerpt.
func usageName(s *dateline.Source) string {
	if s.Usage == "" {
		return string(dateline.UsageExcerpt)
	}
	return string(s.Usage)
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

type sourcesImportCmd struct {
	File string `arg:"" help:"OPML file, or - for standard input."`
	Ours bool   `help:"The list is this publication's own: full use is taken over, with the reasons that it names."`
	sourceFlags
}

// withhold takes full use off a source of a list, and returns 1 if nobody says here
// what its use is. Lists are passed on: full use needs a person of this publication,
// not one whom a list names.
func (c sourcesImportCmd) withhold(s *dateline.Source) int {
	if s.Usage != dateline.UsageFull || c.Ours {
		return 0
	}
	s.Usage, s.UsageReason = "", ""
	if c.Usage != "" {
		return 0
	}
	return 1
}

// Run adds the sources of a list.
func (c sourcesImportCmd) Run(env *Env) error {
	body, err := env.file(c.File)
	if err != nil {
		return err
	}
	list, err := opml.Read(body)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	if err := c.apply(&dateline.Source{}); err != nil { // not what the list says, but the flags
		return err
	}
	listed := intake.FromOPML(list)
	var sources []dateline.Source
	asked := 0
	for _, s := range listed {
		asked += c.withhold(&s)
		// Lists grow over years: what is wrong in one line keeps no other out.
		if err := c.apply(&s); err != nil {
			fmt.Fprintf(env.Stderr, "dateline: %s: %s: %v\n", c.File, s.Name, err)
			continue
		}
		sources = append(sources, s)
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	added, known, err := app.addSources(env, sources)
	if err != nil {
		return err
	}
	if _, err = fmt.Fprintf(env.Stdout, "%s added, %d there already\n", count(added, "source"), known); err != nil {
		return err
	}
	if asked > 0 {
		fmt.Fprintf(env.Stdout, "%s listed for full use, added as excerpt: full use needs a person here (sources set ID --usage full --reason …, or import --ours for a list of your own)\n", count(asked, "source"))
	}
	if refused := len(listed) - len(sources); refused > 0 {
		return fmt.Errorf("%d of %d could not be added: %w", refused, len(listed), dateline.ErrInvalid)
	}
	return nil
}

// file reads a file of the command line, or standard input for "-".
func (e *Env) file(name string) ([]byte, error) {
	if name == "-" {
		return e.all()
	}
	return os.ReadFile(e.path(name))
}

type sourcesExportCmd struct {
	File string `arg:"" optional:"" help:"OPML file (default: standard output)."`
}

// Run writes the sources as a list.
func (c sourcesExportCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	sources, err := app.sources(env)
	if err != nil {
		return err
	}
	p := app.Reader.Publication()
	doc := intake.ToOPML(p.Names.In(p.Editions[0].Language, "Dateline"), sources)
	if c.File == "" {
		return doc.Write(env.Stdout)
	}
	f, err := os.Create(env.path(c.File))
	if err != nil {
		return err
	}
	if err := doc.Write(f); err != nil {
		f.Close()
		return err
	}
	// A full disk may show only here.
	return f.Close()
}
