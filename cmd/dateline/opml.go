package main

import (
	"fmt"
	"os"

	"dateline"
	"dateline/internal/format/opml"
	"dateline/internal/intake"
)

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
