package main

import (
	"fmt"

	"dateline"
	"dateline/internal/intake"
)

type pollCmd struct {
	All  bool `help:"Poll every source now, due or not."`
	Wait bool `help:"Wait until all that came is on the wire (else: until it is kept)."`
}

// Run polls and says what came of it.
func (c pollCmd) Run(env *Env) error {
	// Without the flag it would ask every source of the list by a slip.
	if !c.All {
		return fmt.Errorf("say what to poll: dateline poll --all [--wait]: %w", dateline.ErrInvalid)
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	bar := env.progress()
	report, err := app.Intake.PollAll(env.Context, func(r intake.Report, total int) {
		bar.say("%d of %d sources polled, %d items kept, %d pages read", r.Sources, total, r.Kept, r.Pages)
	})
	bar.done()
	if err != nil {
		return err
	}
	if c.Wait {
		if err := app.settle(env.Context); err != nil {
			return err
		}
	}
	return printReport(env, report)
}

// printReport tells what went wrong first, so that the last line at a terminal is the sum.
func printReport(env *Env, r intake.Report) error {
	for _, p := range r.Warned {
		fmt.Fprintf(env.Stdout, "warning  %s: %s\n", p.Source, p.Warning)
	}
	for _, p := range r.Failed {
		fmt.Fprintf(env.Stdout, "failed   %s: %s\n", p.Source, p.Error)
	}
	if r.Looks > 0 {
		fmt.Fprintf(env.Stdout, "%s looked at again\n", count(r.Looks, "page"))
	}
	// A server beside this command leases some first; they were waited for all the same.
	if r.Elsewhere > 0 {
		fmt.Fprintf(env.Stdout, "%s polled by the server that runs\n", count(r.Elsewhere, "source"))
	}
	_, err := fmt.Fprintf(env.Stdout, "%s polled (%d unchanged, %d failed), %s kept, %s, %s read, %.1f s\n",
		count(r.Sources, "source"), r.NotModified, len(r.Failed), count(r.Kept, "item"), count(r.Versions, "new version"), count(r.Pages, "page"), r.Took.Seconds())
	return err
}
