package mem

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"dateline"
)

// Tell puts items into stories.
func (t *tx) Tell(ctx context.Context, told []dateline.Told) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	var changed []dateline.StoryID
	for _, d := range told {
		if before, ok := t.told[d.Item]; ok {
			// What it leaves is summed up too, or it would count the item still.
			changed = append(changed, before.Story)
		}
		d = clone(d)
		d.When = d.When.UTC()
		t.told[d.Item] = d
		changed = append(changed, d.Story)
	}
	for _, id := range changed {
		t.sumStory(id)
	}
	return nil
}

// sumStory sums a story up again.
// sumStory is asked after the items have moved. A story without items is gone, unless
// it was merged: its address then leads to the other.
func (t *tx) sumStory(id dateline.StoryID) {
	told := t.tellers(id)
	switch {
	case len(told) > 0:
		t.stories[id] = clone(dateline.SumStory(id, told))
	case t.stories[id].Merged == "":
		delete(t.stories, id)
	}
}

// tellers are the items of a story, newest first.
func (t *tx) tellers(id dateline.StoryID) []dateline.Told {
	list := []dateline.Told{}
	for _, d := range t.told {
		if d.Story == id {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b dateline.Told) int {
		return cmp.Or(cmp.Compare(order(b.When), order(a.When)), cmp.Compare(b.Item, a.Item))
	})
	return list
}

// ToldBy returns which stories items tell.
func (t *tx) ToldBy(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Told, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	by := map[dateline.ItemID]dateline.Told{}
	for _, id := range ids {
		if d, ok := t.told[id]; ok {
			by[id] = d
		}
	}
	return by, nil
}

// StoryItems returns the items of a story, newest first.
func (t *tx) StoryItems(ctx context.Context, id dateline.StoryID, before dateline.Place, limit int) ([]dateline.Told, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := t.tellers(id)
	if before != (dateline.Place{}) {
		list = slices.DeleteFunc(list, func(d dateline.Told) bool {
			return cmp.Or(cmp.Compare(order(d.When), order(before.Time)), cmp.Compare(d.Item, before.Item)) >= 0
		})
	}
	return list[:min(cmp.Or(limit, 1000), len(list))], nil
}

// StoriesByID returns stories.
func (t *tx) StoriesByID(ctx context.Context, ids []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	by := map[dateline.StoryID]dateline.Story{}
	for _, id := range ids {
		if s, ok := t.stories[id]; ok {
			by[id] = clone(s)
		}
	}
	return by, nil
}

// Stories returns stories of two items or more, newest first.
func (t *tx) Stories(ctx context.Context, q dateline.StoryQuery) ([]dateline.Story, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := []dateline.Story{}
	for _, s := range t.stories {
		place := cmp.Or(cmp.Compare(order(s.Last), order(q.Before.Time)), cmp.Compare(s.ID, q.Before.Story))
		// One item is no story to a list; it has an address for when another joins it.
		if s.Items < 2 || q.Language != "" && !slices.Contains(s.Languages, q.Language) ||
			!q.Since.IsZero() && order(s.Last) < order(q.Since) || q.Before != (dateline.StoryPlace{}) && place >= 0 {
			continue
		}
		list = append(list, clone(s))
	}
	slices.SortFunc(list, func(a, b dateline.Story) int {
		return cmp.Or(cmp.Compare(order(b.Last), order(a.Last)), cmp.Compare(b.ID, a.ID))
	})
	return list[:min(cmp.Or(q.Limit, 50), len(list))], nil
}

// MergeStory moves all items of a story into another one.
func (t *tx) MergeStory(ctx context.Context, from, into dateline.StoryID) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	if from == into {
		return fmt.Errorf("story %s cannot be merged into itself: %w", from, dateline.ErrInvalid)
	}
	for _, d := range t.tellers(from) {
		d.Story = into
		t.told[d.Item] = d
	}
	// Who led to the first leads to the other at once: a page never follows a chain.
	for id, s := range t.stories {
		if s.Merged == from {
			s.Merged = into
			t.stories[id] = s
		}
	}
	t.stories[from] = dateline.Story{ID: from, Merged: into}
	t.sumStory(into)
	return nil
}

// ClearStories removes all stories.
func (t *tx) ClearStories(ctx context.Context) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	clear(t.told)
	clear(t.stories)
	return nil
}
