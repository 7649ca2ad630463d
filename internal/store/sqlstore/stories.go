package sqlstore

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"dateline"
)

// defaultTold is how many items of a story are given when no limit is.
const defaultTold = 1000

// toldColumns has the strand beside the story: where stories are merged, what the words
// alone said must stay known, for the stage builds its memory from it.
const toldColumns = "item, version, story, strand, time, language, source, copy, by_what, confidence, program"

// Tell puts items into stories.
func (t *Tx) Tell(ctx context.Context, told []dateline.Told) error {
	if len(told) == 0 {
		return nil
	}
	// One statement may not write a row twice (PostgreSQL), and the last one counts.
	last := map[dateline.ItemID]int{}
	ids := make([]dateline.ItemID, len(told))
	for i := range told {
		ids[i], last[told[i].Item] = told[i].Item, i
	}
	before, err := t.ToldBy(ctx, ids)
	if err != nil {
		return err
	}
	changed := map[dateline.StoryID]bool{}
	// Those that an item leaves are summed up again as well.
	for _, b := range before {
		changed[b.Story] = true
	}
	var rows [][]any
	for i := range told {
		if last[told[i].Item] == i {
			changed[told[i].Story] = true
			rows = append(rows, toldRow(&told[i]))
		}
	}
	err = t.Insert(ctx, Insert{
		Into: "told (" + toldColumns + ")", Columns: 11,
		Tail: "on conflict (item) do update set version = excluded.version, story = excluded.story, " +
			"strand = excluded.strand, time = excluded.time, language = excluded.language, " +
			"source = excluded.source, copy = excluded.copy, by_what = excluded.by_what, confidence = excluded.confidence, " +
			"program = excluded.program",
	}, rows)
	if err != nil {
		return err
	}
	return t.sumStories(ctx, slices.Sorted(maps.Keys(changed)))
}

// toldRow is in the order of toldColumns.
func toldRow(d *dateline.Told) []any {
	isCopy := 0
	if d.Copy {
		isCopy = 1
	}
	return []any{
		string(d.Item), d.Version, string(d.Story), d.Strand, micros(d.When), plain(d.Language), plain(d.Source), isCopy, string(d.By), d.Confidence, d.Program,
	}
}

// told asks for rows with all toldColumns.
func (t *Tx) told(ctx context.Context, q question) ([]dateline.Told, error) {
	type row struct {
		dateline.Told
		time   int64
		isCopy int
	}
	rows, err := collect(ctx, t, q, func(r *row) []any {
		return []any{&r.Item, &r.Version, &r.Story, &r.Strand, &r.time, &r.Language, &r.Source, &r.isCopy, &r.By, &r.Confidence, &r.Program}
	})
	told := make([]dateline.Told, len(rows))
	for i, r := range rows {
		told[i] = r.Told
		told[i].When, told[i].Copy = instant(r.time), r.isCopy == 1
	}
	return told, err
}

// sumStories writes the rows of stories anew from what their items tell.
func (t *Tx) sumStories(ctx context.Context, ids []dateline.StoryID) error {
	// From all its items: what one took with it only the others tell.
	told, err := t.told(ctx, t.askIn("select "+toldColumns+" from told where %s order by story", "story", ids))
	if err != nil {
		return err
	}
	of := map[dateline.StoryID][]dateline.Told{}
	for _, d := range told {
		of[d.Story] = append(of[d.Story], d)
	}
	var sums []dateline.Story
	var gone []dateline.StoryID
	for _, id := range ids {
		if len(of[id]) == 0 {
			gone = append(gone, id)
			continue
		}
		sums = append(sums, dateline.SumStory(id, of[id]))
	}
	if len(gone) > 0 {
		arg, err := t.List(gone)
		if err != nil {
			return err
		}
		// A merged one keeps its row without items: its address leads to the other.
		if _, err := t.Exec(ctx, "delete from stories where merged = '' and "+t.TextIn("id", 1), arg); err != nil {
			return err
		}
	}
	return t.putStories(ctx, sums)
}

// putStories writes the documents of stories, and beside them what lists order by.
func (t *Tx) putStories(ctx context.Context, stories []dateline.Story) error {
	rows := make([][]any, len(stories))
	for i, s := range stories {
		doc, err := json.Marshal(s)
		if err != nil {
			return fmt.Errorf("encode story %s: %w", s.ID, err)
		}
		rows[i] = []any{string(s.ID), s.Items, micros(s.Last), string(s.Merged), doc}
	}
	return t.Insert(ctx, Insert{
		Into: "stories (id, items, last, merged, doc)", Columns: 5,
		Tail: "on conflict (id) do update set items = excluded.items, last = excluded.last, merged = excluded.merged, doc = excluded.doc",
	}, rows)
}

// ToldBy returns which stories items tell.
func (t *Tx) ToldBy(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Told, error) {
	by := map[dateline.ItemID]dateline.Told{}
	if len(ids) == 0 {
		return by, nil
	}
	told, err := t.told(ctx, t.askIn("select "+toldColumns+" from told where %s", "item", ids))
	for _, d := range told {
		by[d.Item] = d
	}
	return by, err
}

// StoryItems returns the items of a story, newest first.
func (t *Tx) StoryItems(ctx context.Context, id dateline.StoryID, before dateline.Place, limit int) ([]dateline.Told, error) {
	s := &Select{Columns: toldColumns, From: "told", Order: " order by time desc, item desc", dialect: t.dialect}
	s.Where("story = %s", string(id))
	if before != (dateline.Place{}) {
		s.Where("(time, item) < (%s, %s)", micros(before.Time), string(before.Item))
	}
	s.limit(cmp.Or(limit, defaultTold), 0)
	return t.told(ctx, s.ask())
}

// StoriesByID returns stories.
func (t *Tx) StoriesByID(ctx context.Context, ids []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error) {
	by := map[dateline.StoryID]dateline.Story{}
	if len(ids) == 0 {
		return by, nil
	}
	stories, err := decoded[dateline.Story](collect(ctx, t, t.askIn("select doc from stories where %s", "id", ids), oneDocument))
	for _, s := range stories {
		by[s.ID] = s
	}
	return by, err
}

// Stories returns stories of two items or more, newest first.
func (t *Tx) Stories(ctx context.Context, q dateline.StoryQuery) ([]dateline.Story, error) {
	return decoded[dateline.Story](collect(ctx, t, t.storyList(q).ask(), oneDocument))
}

// storyList is the select of a list of stories. A language is sought in those
// that the index gives, newest first: most stories of two items have one.
func (t *Tx) storyList(q dateline.StoryQuery) *Select {
	s := &Select{Columns: "doc", From: "stories", Order: " order by last desc, id desc", dialect: t.dialect}
	// In these words, as the index of lists has it.
	s.Where("items > 1")
	if q.Language != "" {
		s.Where("exists (select 1 from told where told.story = stories.id and told.language = %s)", plain(q.Language))
	}
	if !q.Since.IsZero() {
		s.Where("last >= %s", micros(q.Since))
	}
	if q.Before != (dateline.StoryPlace{}) {
		s.Where("(last, id) < (%s, %s)", micros(q.Before.Time), string(q.Before.Story))
	}
	s.limit(cmp.Or(q.Limit, defaultFilings), 0)
	return s
}

// MergeStory moves all items of a story into another one.
func (t *Tx) MergeStory(ctx context.Context, from, into dateline.StoryID) error {
	if from == into {
		return fmt.Errorf("story %s cannot be merged into itself: %w", from, dateline.ErrInvalid)
	}
	// All its items with one statement: a story may have thousands.
	if _, err := t.Exec(ctx, "update told set story = $1 where story = $2", string(into), string(from)); err != nil {
		return err
	}
	led, err := decoded[dateline.Story](collect(ctx, t, ask("select doc from stories where merged = $1", string(from)), oneDocument))
	if err != nil {
		return err
	}
	// Whoever led to it leads to the other at once: a page never follows a chain.
	led = append(led, dateline.Story{ID: from})
	for i := range led {
		led[i].Merged = into
	}
	if err := t.putStories(ctx, led); err != nil {
		return err
	}
	return t.sumStories(ctx, []dateline.StoryID{into})
}

// ClearStories removes all stories.
func (t *Tx) ClearStories(ctx context.Context) error {
	for _, table := range []string{"told", "stories"} {
		if _, err := t.Exec(ctx, "delete from "+table); err != nil {
			return err
		}
	}
	return nil
}

// forgetMatches removes what matches and stories tell of an item.
func (t *Tx) forgetMatches(ctx context.Context, id dateline.ItemID) error {
	// Read before its row is gone: the story is summed up without it.
	by, err := t.ToldBy(ctx, []dateline.ItemID{id})
	if err != nil {
		return err
	}
	for _, text := range []string{
		"delete from matches where item = $1 or of_item = $1",
		"delete from families where item = $1",
		"delete from match_keys where item = $1",
		"delete from told where item = $1",
	} {
		if _, err := t.Exec(ctx, text, string(id)); err != nil {
			return err
		}
	}
	told, ok := by[id]
	if !ok {
		return nil
	}
	return t.sumStories(ctx, []dateline.StoryID{told.Story})
}
