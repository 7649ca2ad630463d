package main

import (
	"time"

	"dateline"
	"dateline/internal/intake"
	"dateline/internal/intake/fetch"
	"dateline/internal/search"
)

// newIntake sets the intake up as the configuration says.
func (a *App) newIntake() *intake.Intake {
	c := a.cfg.Intake
	// Who runs a feed must be able to reach somebody about its requests.
	contact := c.Contact
	if contact == "" {
		contact = a.cfg.Public().Base
	}
	var raw dateline.Morgue
	if a.cfg.Morgue.Keep > 0 { // what is kept for no time is not kept until the next prune either
		raw = a.Morgue
	}
	return intake.New(intake.Config{
		Store: a.Store, Morgue: raw, Words: search.Words, Log: a.log, Workers: c.Workers,
		MinInterval: time.Duration(c.MinInterval), MaxInterval: time.Duration(c.MaxInterval),
		LookAgain: lookAgain(time.Duration(c.LookAgain)),
		Fetch: fetch.Config{
			Version: versionName(), Contact: contact, MaxBody: c.MaxBody,
			Delay: time.Duration(c.Delay), PerHost: c.PerHost,
		},
	})
}

// counters are what /metrics says of the intake.
func (a *App) counters() map[string]counter {
	s := a.Intake.Stats()
	count := func(help string, load func() int64) counter {
		return counter{help, func() float64 { return float64(load()) }}
	}
	return map[string]counter{
		"dateline_polls_total":          count("Feeds asked for.", s.Polls.Load),
		"dateline_not_modified_total":   count("Feeds that had not changed (304).", s.NotModified.Load),
		"dateline_items_kept_total":     count("Items kept: first versions.", s.Kept.Load),
		"dateline_versions_kept_total":  count("Later versions of items kept.", s.Versions.Load),
		"dateline_looks_total":          count("Pages looked at again.", s.Looks.Load),
		"dateline_pages_read_total":     count("Pages read behind feed entries.", s.Pages.Load),
		"dateline_copy_bytes_total":     count("Bytes of feeds and pages, unpacked.", s.Bytes.Load),
		"dateline_items_matched_total":  count("Items found to be made from another one.", a.match.Matched.Load),
		"dateline_families_total":       count("Families of items with one text begun.", a.match.Families.Load),
		"dateline_stories_total":        count("Stories begun.", a.match.Stories.Load),
		"dateline_stories_merged_total": count("Stories merged into others.", a.match.Merged.Load),
		"dateline_stage_failures_total": count("Log entries that a stage could not take and passed over.", a.Newsroom.Failures),
	}
}

// lookAgain is the setting as the intake has it, where 0 is the usual time.
func lookAgain(d time.Duration) time.Duration {
	if d == 0 {
		return -1
	}
	return d
}
