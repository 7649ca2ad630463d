package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"dateline"
	"dateline/internal/search"
	"dateline/internal/wire"
)

type searchCmd struct {
	Query   []string `arg:"" optional:"" help:"Words, \"phrases\", -not, OR, source: lang: by: after: before:."`
	Queries string   `help:"Answer each {\"q\"} line of this file with its ten best ids." placeholder:"FILE.jsonl"`
	Newest  bool     `help:"Newest first."`
	Limit   int      `default:"10" help:"How many."`
	JSON    bool     `help:"One JSON line each."`
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
	if c.Queries != "" {
		return c.answerAll(env, app)
	}
	answer, err := app.find(env.Context, strings.Join(c.Query, " "), c)
	if err != nil {
		return err
	}
	return app.print(env, answer, c.JSON)
}

// find looks in the whole store; the public search of the site is narrower.
func (a *App) find(ctx context.Context, text string, c searchCmd) (answer search.Answer, err error) {
	ask := search.Ask{Query: search.Parse(text, time.UTC), Limit: c.Limit}
	if c.Newest {
		ask.Order = search.Newest
	}
	err = a.Store.View(ctx, func(tx dateline.Tx) error {
		answer, err = search.Run(ctx, tx, ask)
		return err
	})
	return answer, err
}

func (a *App) print(env *Env, answer search.Answer, asJSON bool) error {
	ids := make([]dateline.ItemID, len(answer.Hits))
	for i, h := range answer.Hits {
		ids[i] = h.Item
	}
	var heads []dateline.Item
	err := a.Store.View(env.Context, func(tx dateline.Tx) (err error) {
		heads, err = tx.Heads(env.Context, ids)
		return err
	})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(env.Stdout)
	enc.SetEscapeHTML(false)
	for i := range heads {
		h := &heads[i]
		if asJSON {
			err = enc.Encode(map[string]any{
				"id": h.ID, "guid": h.GUID, "source": h.Source, "language": h.Language, "headline": h.Headline,
				"url": h.URL, "when": h.When(), "published": h.Published.Text(),
			})
		} else {
			_, err = fmt.Fprintf(env.Stdout, "%s  %s  %-20s %s\n", h.ID, h.When().UTC().Format("2006-01-02 15:04Z"), h.Source, h.Headline)
		}
		if err != nil {
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
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
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

func (a *App) guids(ctx context.Context, text string, c searchCmd) ([]string, error) {
	answer, err := a.find(ctx, text, c)
	if err != nil {
		return nil, err
	}
	ids := make([]dateline.ItemID, len(answer.Hits))
	for i, h := range answer.Hits {
		ids[i] = h.Item
	}
	guids := make([]string, 0, len(ids))
	err = a.Store.View(ctx, func(tx dateline.Tx) error {
		heads, err := tx.Heads(ctx, ids)
		for i := range heads {
			guids = append(guids, heads[i].GUID)
		}
		return err
	})
	return guids, err
}

// searchIDs is the search behind the feeds of a query: newest first, only what
// is out.
func (a *App) searchIDs(ctx context.Context, language, query string, limit int) ([]dateline.ItemID, error) {
	answer, err := a.Reader.Search(ctx, wire.Question{Text: query, Language: language, Newest: true, Limit: limit})
	ids := make([]dateline.ItemID, 0, len(answer.Hits))
	for i := range answer.Hits {
		ids = append(ids, answer.Hits[i].View.ID)
	}
	return ids, err
}
