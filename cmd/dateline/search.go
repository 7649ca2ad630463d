package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/search"
	"dateline/internal/wire"
)

type searchCmd struct {
	Query   []string `arg:"" optional:"" help:"Words, \"phrases\", -not, OR, source: lang: by: said: after: before:, -source:."`
	Queries string   `help:"Answer each {\"q\"} line of this file with its ten best ids." placeholder:"FILE.jsonl"`
	Newest  bool     `help:"Newest first."`
	AsOf    string   `help:"As it stood then: a time (a day means its end; without a zone, UTC) or the number of a log entry." placeholder:"2025-07-22T10:00Z"`
	Limit   uint     `default:"10" help:"How many."`
	JSON    bool     `help:"One JSON line each."`
}

// asWords puts a space before what a search leaves out (-word, -source:own), so
// that it is taken for a word and not for flags: whoever types a query does not
// think of dashes. The only flag of one letter is -h.
func asWords(args []string) []string {
	at := commandAt(args)
	if at == len(args) || args[at] != "search" {
		return args
	}
	args = slices.Clone(args)
	for i := at + 1; i < len(args) && args[i] != "--"; i++ {
		if arg := args[i]; len(arg) > 1 && strings.HasPrefix(arg, "-") && !strings.HasPrefix(arg, "--") && arg != "-h" {
			args[i] = " " + arg
		}
	}
	return args
}

// Run searches everything that the desk has, released or not.
func (c searchCmd) Run(env *Env) error {
	if c.Queries == "" && len(c.Query) == 0 {
		return fmt.Errorf("say what to search for: %w", dateline.ErrInvalid)
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	if c.AsOf != "" { // what changed last may not be in the index of the past yet
		if err := app.settle(env.Context); err != nil {
			return err
		}
	}
	if c.Queries != "" {
		return c.answerAll(env, app)
	}
	found, err := app.find(env.Context, strings.Join(c.Query, " "), c)
	if err != nil {
		return err
	}
	return found.print(env.Stdout, c.JSON)
}

// A finding is what the desk's search found.
type finding struct {
	hits []wire.Then
	asOf *search.Point // nil for now
}

// find looks in the whole store; the public search of the site is narrower.
func (a *App) find(ctx context.Context, text string, c searchCmd) (f finding, err error) {
	// Days are UTC's: what a command prints must not depend on where it runs.
	ask := search.Ask{Query: search.Parse(text, time.UTC), Limit: most(c.Limit)}
	if text != "" && ask.Query.IsZero() {
		return f, nil // as on the site: a sign alone asks for nothing, no text for all
	}
	if c.Newest {
		ask.Order = search.Newest
	}
	err = a.Store.View(ctx, func(tx dateline.Tx) error {
		if len(ask.Query.Said) > 0 {
			if c.AsOf != "" {
				// Who said what is kept of today's versions only.
				return wire.ErrSaidNow
			}
			hits, err := wire.SaidBy(ctx, tx, &ask.Query, most(c.Limit))
			if err == nil {
				f.hits, err = wire.Thens(ctx, tx, hits)
			}
			return err
		}
		if c.AsOf != "" {
			p, err := a.Reader.Point(ctx, tx, c.AsOf, "")
			if err != nil {
				return err
			}
			f.asOf, ask.Past = &p, wire.Past(ctx, tx, p, false)
		}
		answer, err := search.Run(ctx, tx, ask)
		if err != nil {
			return err
		}
		f.hits, err = wire.Thens(ctx, tx, answer.Hits)
		return err
	})
	return f, err
}

// A hitLine is a hit as JSON.
type hitLine struct {
	ID        dateline.ItemID   `json:"id"`
	GUID      string            `json:"guid"`
	Source    dateline.SourceID `json:"source"`
	Language  string            `json:"language"`
	Headline  string            `json:"headline"`
	URL       string            `json:"url"`
	When      time.Time         `json:"when"`
	Published string            `json:"published"`
	Version   int               `json:"version"` // the one that was found
	Current   int               `json:"current"` // the one of today
	AsOf      *pointLine        `json:"asOf,omitempty"`
}

// A pointLine is the point of the log that a hit stood at, as JSON.
type pointLine struct {
	Entry int64     `json:"entry"`
	Time  time.Time `json:"time"`
}

// print prints a line for each, with the version where it is not today's.
func (f finding) print(w io.Writer, asJSON bool) error {
	if asJSON {
		return f.printJSON(w)
	}
	if f.asOf != nil {
		changed := 0
		for _, h := range f.hits {
			if h.Item.Version != h.Now.Version {
				changed++
			}
		}
		_, err := fmt.Fprintf(w, "As it stood at %s, after log entry %d; %d of these %d have changed since.\n",
			f.asOf.Time.UTC().Format("2006-01-02 15:04:05Z"), f.asOf.Seq, changed, len(f.hits))
		if err != nil {
			return err
		}
	}
	for _, h := range f.hits {
		note := ""
		if h.Item.Version != h.Now.Version {
			note = fmt.Sprintf("  (version %d of %d)", h.Item.Version, h.Now.Version)
		}
		_, err := fmt.Fprintf(w, "%s  %s  %-20s %s%s\n",
			h.Item.ID, h.Item.When().UTC().Format("2006-01-02 15:04Z"), h.Item.Source, wire.Headline(&h.Item), note)
		if err != nil {
			return err
		}
	}
	return nil
}

// printJSON prints both versions of each, so that a program sees what has changed since.
func (f finding) printJSON(w io.Writer) error {
	enc := jsonTo(w)
	for i := range f.hits {
		h := &f.hits[i].Item
		line := hitLine{
			h.ID, h.GUID, h.Source, h.Language, h.Headline, h.URL, h.When(), h.Published.Text(), h.Version, f.hits[i].Now.Version, nil,
		}
		if f.asOf != nil {
			line.AsOf = &pointLine{f.asOf.Seq, f.asOf.Time.UTC()}
		}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

// answerAll answers a file of queries with the guids of what was found: ids of
// items that were taken in from a file are their guids.
func (c searchCmd) answerAll(env *Env, app *App) error {
	body, err := env.file(c.Queries)
	if err != nil {
		return err
	}
	bar := env.progress()
	defer bar.done()
	out := bufio.NewWriter(env.Stdout)
	enc := jsonTo(out)
	lines := bytes.Split(bytes.TrimSpace(body), []byte("\n"))
	for i, line := range lines {
		bar.say("%d of %d queries", i+1, len(lines))
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var q struct{ Q string }
		if err := json.Unmarshal(line, &q); err != nil {
			return fmt.Errorf("%s line %d: %w: %w", c.Queries, i+1, err, dateline.ErrInvalid)
		}
		guids, err := app.guids(env.Context, q.Q, c)
		if err != nil {
			return err
		}
		if err := enc.Encode(map[string]any{"q": q.Q, "hits": guids}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// guids asks one query as a person would at the command line, with the same flags.
func (a *App) guids(ctx context.Context, text string, c searchCmd) ([]string, error) {
	found, err := a.find(ctx, text, c)
	guids := make([]string, len(found.hits))
	for i := range found.hits {
		guids[i] = found.hits[i].Item.GUID
	}
	return guids, err
}
