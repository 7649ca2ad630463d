package storetest

import (
	"context"
	"slices"
	"time"

	"dateline"
)

func storyFaults() []fault {
	return []fault{
		telling("what tells a story loses its evidence", func(d *dateline.Told) { d.Confidence, d.Program = 0, 0 }),
		telling("strands are lost", func(d *dateline.Told) { d.Strand = 0 }),
		inTx("strands are merged with their stories", func(t *tx) {
			t.toldBy = func(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID]dateline.Told, error) {
				by, err := t.Tx.ToldBy(ctx, list)
				for id, d := range by {
					if d.Story == "t" {
						d.Strand = 1<<40 + 4
						by[id] = d
					}
				}
				return by, err
			}
		}),
		telling("copies head stories", func(d *dateline.Told) { d.Copy = false }),
		telling("all stories are English", func(d *dateline.Told) { d.Language = "en" }),
		telling("all stories have one source", func(d *dateline.Told) { d.Source = "marsa" }),
		inTx("an item stays in its first story", func(t *tx) {
			t.tell = func(ctx context.Context, told []dateline.Told) error {
				for _, d := range told {
					by, err := t.Tx.ToldBy(ctx, []dateline.ItemID{d.Item})
					if err != nil {
						return err
					}
					if _, ok := by[d.Item]; ok {
						continue
					}
					if err := t.Tx.Tell(ctx, []dateline.Told{d}); err != nil {
						return err
					}
				}
				return nil
			}
		}),
		inTx("a story left without items stays", func(t *tx) {
			t.storiesByID = func(ctx context.Context, list []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error) {
				by, err := t.Tx.StoriesByID(ctx, list)
				for _, id := range list {
					if _, ok := by[id]; !ok && id == "s" {
						by[id] = dateline.Story{ID: id}
					}
				}
				return by, err
			}
		}),
		inTx("an unknown story exists", func(t *tx) {
			t.storiesByID = func(ctx context.Context, list []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error) {
				by, err := t.Tx.StoriesByID(ctx, list)
				by["nosuchstory"] = dateline.Story{ID: "nosuchstory"}
				return by, err
			}
		}),
		itemly("the items of a story come oldest first", func(list []dateline.Told) []dateline.Told { slices.Reverse(list); return list }),
		itemly("a story has at most three items", func(list []dateline.Told) []dateline.Told { return list[:min(3, len(list))] }),
		inTx("the items of a story begin anew on each page", func(t *tx) {
			t.storyItems = func(ctx context.Context, id dateline.StoryID, _ dateline.Place, limit int) ([]dateline.Told, error) {
				return t.Tx.StoryItems(ctx, id, dateline.Place{}, limit)
			}
		}),
		inTx("the items of a story ignore the limit", func(t *tx) {
			t.storyItems = func(ctx context.Context, id dateline.StoryID, before dateline.Place, _ int) ([]dateline.Told, error) {
				return t.Tx.StoryItems(ctx, id, before, 0)
			}
		}),
		storyly("stories ignore the language", func(q *dateline.StoryQuery) { q.Language = "" }),
		storyly("stories of any time are listed", func(q *dateline.StoryQuery) { q.Since = time.Time{} }),
		storyly("stories begin anew on each page", func(q *dateline.StoryQuery) { q.Before = dateline.StoryPlace{} }),
		storyly("a list of stories is continued by time alone", func(q *dateline.StoryQuery) { q.Before.Story = "" }),
		storyly("stories ignore the limit", func(q *dateline.StoryQuery) { q.Limit = 0 }),
		inTx("stories come by id", func(t *tx) {
			t.stories = func(ctx context.Context, q dateline.StoryQuery) ([]dateline.Story, error) {
				list, err := t.Tx.Stories(ctx, q)
				slices.SortFunc(list, func(a, b dateline.Story) int { return int(a.ID[0]) - int(b.ID[0]) })
				return list, err
			}
		}),
		inTx("stories of one item are listed", func(t *tx) {
			t.stories = func(ctx context.Context, q dateline.StoryQuery) ([]dateline.Story, error) {
				list, err := t.Tx.Stories(ctx, q)
				by, _ := t.Tx.StoriesByID(ctx, []dateline.StoryID{"t"})
				if s, ok := by["t"]; ok && s.Items == 1 {
					list = append(list, s)
				}
				return list, err
			}
		}),
		inTx("a merged story is gone", func(t *tx) {
			t.storiesByID = func(ctx context.Context, list []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error) {
				by, err := t.Tx.StoriesByID(ctx, list)
				for id, s := range by {
					if s.Merged != "" {
						delete(by, id)
					}
				}
				return by, err
			}
		}),
		inTx("a merged story keeps its items", func(t *tx) {
			t.merge = func(ctx context.Context, from, into dateline.StoryID) error {
				items, err := t.Tx.StoryItems(ctx, from, dateline.Place{}, 0)
				if err != nil {
					return err
				}
				if err := t.Tx.MergeStory(ctx, from, into); err != nil {
					return err
				}
				return t.Tx.Tell(ctx, items)
			}
		}),
		inTx("what was merged before leads nowhere", func(t *tx) {
			t.storiesByID = func(ctx context.Context, list []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error) {
				by, err := t.Tx.StoriesByID(ctx, list)
				if s, ok := by["r"]; ok && s.Merged == "t" {
					s.Merged = "s"
					by["r"] = s
				}
				return by, err
			}
		}),
		inTx("a story is merged into itself", func(t *tx) {
			t.merge = func(ctx context.Context, from, into dateline.StoryID) error {
				if from == into {
					return nil
				}
				return t.Tx.MergeStory(ctx, from, into)
			}
		}),
		inTx("stories are not cleared", func(t *tx) { t.untell = func(context.Context) error { return nil } }),
	}
}

// telling changes what is written of who tells a story.
func telling(name string, change func(*dateline.Told)) fault {
	return inTx(name, func(t *tx) {
		t.tell = func(ctx context.Context, told []dateline.Told) error {
			return t.Tx.Tell(ctx, altered(told, change))
		}
	})
}

// itemly changes what is given of the items of a story.
func itemly(name string, change func([]dateline.Told) []dateline.Told) fault {
	return inTx(name, func(t *tx) {
		t.storyItems = func(ctx context.Context, id dateline.StoryID, before dateline.Place, limit int) ([]dateline.Told, error) {
			list, err := t.Tx.StoryItems(ctx, id, before, limit)
			return change(list), err
		}
	})
}

// storyly changes which stories are asked for.
func storyly(name string, change func(*dateline.StoryQuery)) fault {
	return inTx(name, func(t *tx) {
		t.stories = func(ctx context.Context, q dateline.StoryQuery) ([]dateline.Story, error) {
			change(&q)
			return t.Tx.Stories(ctx, q)
		}
	})
}
