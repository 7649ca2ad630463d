package main

import (
	"fmt"
	"strings"

	"dateline"
	"dateline/internal/intake"
)

type takeCmd struct {
	What         []string `arg:"" name:"what" help:"Addresses of feeds or pages, or files (.jsonl, .xml, .html, .txt; .gz); - for lines as read prints them."`
	Source       string   `help:"File under this source (default: the one that the copy names, else its host)."`
	AllowPrivate bool     `help:"Addresses may stand on private or loopback addresses."`
}

// Run takes in one after the other; what fails does not stop the rest.
func (c takeCmd) Run(env *Env) error {
	if err := checkID(c.Source); err != nil {
		return err
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	bar := env.progress()
	defer bar.done()
	var failed []error
	for _, what := range c.What {
		// A file stands beside whoever asks, also when a server in another folder takes it in.
		if !strings.Contains(what, "://") && what != "-" {
			what = env.path(what)
		}
		taken, err := app.Intake.Take(env.Context, what, intake.TakeOptions{
			AllowPrivate: c.AllowPrivate, Source: dateline.SourceID(c.Source), Lines: env.Stdin,
			Progress: func(t intake.Taken) { bar.say("%s: %s kept", what, count(t.Kept, "item")) },
		})
		bar.done()
		for _, refused := range taken.Refused {
			fmt.Fprintf(env.Stderr, "dateline: %s: %s\n", what, refused)
		}
		if err != nil {
			failed = append(failed, err)
			if len(c.What) > 1 {
				fmt.Fprintf(env.Stderr, "dateline: %v\n", err)
			}
			// Of a file that breaks off in the midst, what came before is kept and counted.
			if taken.Kept+taken.Versions+taken.Unchanged == 0 {
				continue
			}
		}
		fmt.Fprintf(env.Stdout, "%s: %s kept, %s, %d unchanged, %d refused\n",
			what, count(taken.Kept, "item"), count(taken.Versions, "new version"), taken.Unchanged, len(taken.Refused))
	}
	// So that the next command of a script finds what this one took in.
	if err := app.settle(env.Context); err != nil {
		return err
	}
	switch {
	case len(failed) == 0:
		return nil
	case len(c.What) == 1: // a script learns whether to try again
		return failed[0]
	}
	return fmt.Errorf("%d of %d could not be taken in: %w", len(failed), len(c.What), dateline.ErrInvalid)
}
