package storetest

import (
	"errors"

	"dateline"
)

// storyChecks: pages read the sums of stories alone; they must be right after every item
// that comes, leaves or is erased.
func storyChecks() []check {
	return []check{
		{"a story is summed up from its items", storySum},
		{"an item tells one story at a time", storyMove},
		{"what tells a story comes back whole", storyWhole},
		{"the items of a story come newest first", storyItems},
		{"stories of two items or more are listed, newest first", storyList},
		{"a list of stories is filtered", storyFilter},
		{"a merged story leads to the other", storyMerge},
		{"stories can be cleared", storiesCleared},
		{"a limit of zero is that of the list", listLimits},
		{"an erased item leaves its story", storyErased},
	}
}

// teller is a piece that tells a story so many minutes after noon.
func teller(guid string, story dateline.StoryID, at int) dateline.Told {
	return dateline.Told{
		Item: id(guid), Version: 1, Story: story, Strand: 1<<40 + int64(len(story)+at), When: minute(at), Language: "en", Source: "marsa", By: dateline.ByWords, Confidence: 0.5, Program: 3,
	}
}

// tell puts items into stories.
func (k *kit) tell(told ...dateline.Told) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.Tell(k.ctx, told) })
}

// story demands a story as it is summed up, the zero Story for none.
func (k *kit) story(what string, id dateline.StoryID, want dateline.Story) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		got, err := tx.StoriesByID(k.ctx, []dateline.StoryID{id, "nosuchstory"})
		all := map[dateline.StoryID]dateline.Story{}
		if want.ID != "" {
			all[id] = want
		}
		k.same(what, got, all)
		return err
	})
}

// storySum: pages show the sum alone, so that it must be right after every change: the
// head of each language is its newest item that is no copy.
func storySum(k *kit) {
	a, b, c, d := teller("a", "s", 30), teller("b", "s", 10), teller("c", "s", 50), teller("d", "s", 20)
	// c is the newest and a copy, d a copy and the only one in Arabic: a copy heads a language
	// only where there is nothing else.
	c.Copy, b.Source, d.Language, d.Copy = true, "port", "ar", true
	k.tell(a, b)
	k.tell(c, d)
	k.story("summed up", "s", dateline.Story{
		ID: "s", Items: 4, Sources: 2, First: minute(10), Last: minute(50), Languages: []string{"ar", "en"},
		Headlines: map[string]dateline.ItemID{"en": id("a"), "ar": id("d")},
	})
	k.same("entries", len(k.entries()), 0)
}

// one is a story that a single English item of one source tells.
func one(story dateline.StoryID, guid string, at int) dateline.Story {
	return dateline.Story{
		ID: story, Items: 1, Sources: 1, First: minute(at), Last: minute(at), Languages: []string{"en"},
		Headlines: map[string]dateline.ItemID{"en": id(guid)},
	}
}

// storyMove: an item in two stories is counted twice, and stands on the front page twice.
// A story that all have left must not be listed with nothing in it.
func storyMove(k *kit) {
	k.tell(teller("a", "s", 1), teller("b", "s", 2), teller("a", "t", 3))
	k.story("given twice: the last counts", "t", one("t", "a", 3))
	k.story("the other", "s", one("s", "b", 2))
	k.tell(teller("b", "t", 4))
	k.story("left without items", "s", dateline.Story{})
	k.view(func(tx dateline.Tx) error {
		by, err := tx.ToldBy(k.ctx, named("a", "b"))
		k.same("both", []dateline.StoryID{by[id("a")].Story, by[id("b")].Story}, []dateline.StoryID{"t", "t"})
		return err
	})
}

// storyWhole: by its evidence a person sees why an item is in a story; the strand is what
// the stage begins with after a restart.
func storyWhole(k *kit) {
	d := dateline.Told{
		Item: id("a"), Version: 4, Story: "s", Strand: 1 << 41, When: minute(1), Language: "ar", Source: "port", Copy: true, By: dateline.ByLink, Confidence: 0.3125, Program: 4,
	}
	k.tell(d, teller("b", "s", 2))
	k.view(func(tx dateline.Tx) error {
		by, err1 := tx.ToldBy(k.ctx, named("a", "nobody"))
		k.same("told by", by, map[dateline.ItemID]dateline.Told{id("a"): d})
		items, err2 := tx.StoryItems(k.ctx, "s", dateline.Place{}, 0)
		k.same("items", items, []dateline.Told{teller("b", "s", 2), d})
		return errors.Join(err1, err2)
	})
}

// tells demands the items of a story after a place.
func (k *kit) tells(what string, before dateline.Place, limit int, want ...dateline.ItemID) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		items, err := tx.StoryItems(k.ctx, "s", before, limit)
		k.same(what, each(items, func(d *dateline.Told) dateline.ItemID { return d.Item }), want)
		return err
	})
}

// storyItems: items of one minute are told apart by id, or a story that is read in pages
// shows some twice and others never.
func storyItems(k *kit) {
	k.tell(teller("a", "s", 1), teller("b", "s", 5), teller("c", "s", 5), teller("d", "s", 3), teller("e", "t", 9))
	high, low := max(id("b"), id("c")), min(id("b"), id("c"))
	k.tells("all", dateline.Place{}, 0, high, low, id("d"), id("a"))
	k.tells("two", dateline.Place{}, 2, high, low)
	k.tells("continued", dateline.Place{Time: minute(5), Item: high}, 2, low, id("d"))
	k.tells("after the end", dateline.Place{Time: minute(1), Item: id("a")}, 2)
}

// listed demands which stories a query gives.
func (k *kit) listed(what string, q dateline.StoryQuery, want ...dateline.StoryID) {
	k.Helper()
	k.view(func(tx dateline.Tx) error {
		stories, err := tx.Stories(k.ctx, q)
		k.same(what, each(stories, func(s *dateline.Story) dateline.StoryID { return s.ID }), want)
		return err
	})
}

// storyList: what one item tells alone is no story yet. The newest item orders, wherever
// in the story it stands.
func storyList(k *kit) {
	k.tell(teller("a", "s", 1), teller("b", "s", 5), teller("c", "t", 9), teller("d", "u", 2), teller("e", "u", 5), teller("f", "v", 6), teller("g", "v", 3))
	k.listed("all", dateline.StoryQuery{}, "v", "u", "s")
	k.listed("two", dateline.StoryQuery{Limit: 2}, "v", "u")
	k.listed("continued", dateline.StoryQuery{Before: dateline.StoryPlace{Time: minute(5), Story: "u"}}, "s")
	k.listed("continued at the same time", dateline.StoryQuery{Before: dateline.StoryPlace{Time: minute(6), Story: "v"}, Limit: 1}, "u")
}

// storyFilter: an edition lists stories that it has an item of. Since is about the newest
// item: an old story with news in it is today's.
func storyFilter(k *kit) {
	arabic := teller("b", "s", 5)
	arabic.Language = "ar"
	k.tell(teller("a", "s", 1), arabic, teller("d", "u", 2), teller("e", "u", 4))
	k.listed("Arabic", dateline.StoryQuery{Language: "ar"}, "s")
	k.listed("French", dateline.StoryQuery{Language: "fr"})
	k.listed("English", dateline.StoryQuery{Language: "en"}, "s", "u")
	k.listed("since", dateline.StoryQuery{Since: minute(5)}, "s")
	k.listed("since the end", dateline.StoryQuery{Since: minute(6)})
}

// storyMerge: addresses of stories are given out, so each leads to the one that stands,
// however often that was merged since.
func storyMerge(k *kit) {
	k.tell(teller("a", "r", 1), teller("b", "s", 2), teller("c", "t", 3))
	k.update(func(tx dateline.Tx) error { return tx.MergeStory(k.ctx, "r", "s") })
	k.story("merged", "r", dateline.Story{ID: "r", Merged: "s"})
	k.update(func(tx dateline.Tx) error { return tx.MergeStory(k.ctx, "s", "t") })
	k.story("merged before", "r", dateline.Story{ID: "r", Merged: "t"})
	k.story("merged later", "s", dateline.Story{ID: "s", Merged: "t"})
	whole := one("t", "c", 3)
	whole.Items, whole.First = 3, minute(1)
	k.story("the whole", "t", whole)
	k.listed("listed", dateline.StoryQuery{}, "t")
	k.view(func(tx dateline.Tx) error {
		by, err := tx.ToldBy(k.ctx, named("a", "c"))
		k.same("strands stay", []int64{by[id("a")].Strand, by[id("c")].Strand}, []int64{1<<40 + 2, 1<<40 + 4})
		return err
	})
	k.kind("into itself", k.store.Update(k.ctx, func(tx dateline.Tx) error { return tx.MergeStory(k.ctx, "t", "t") }), dateline.ErrInvalid)
	k.tell(teller("d", "t", 9))
	k.story("still merged", "s", dateline.Story{ID: "s", Merged: "t"})
	k.tell(teller("b", "s", 2))
	k.story("told again", "s", one("s", "b", 2))
}

// storiesCleared: stories are derived anew with the ids they had. A merged one that stayed
// would lead its address to another story.
func storiesCleared(k *kit) {
	k.tell(teller("a", "s", 1), teller("b", "s", 2), teller("c", "t", 3))
	k.update(func(tx dateline.Tx) error { return tx.MergeStory(k.ctx, "t", "s") })
	k.update(func(tx dateline.Tx) error { return tx.ClearStories(k.ctx) })
	k.listed("listed", dateline.StoryQuery{})
	k.story("the merged one", "t", dateline.Story{})
	k.tells("items", dateline.Place{}, 0)
	k.tell(teller("a", "s", 1))
	k.story("again", "s", one("s", "a", 1))
}

// storyErased: the times and the heads of a story may be those of the erased item.
func storyErased(k *kit) {
	k.keep(piece("a", "H", "T."), piece("b", "H", "T."))
	k.tell(teller("a", "s", 5), teller("b", "s", 2))
	erase := func(guid string) {
		k.update(func(tx dateline.Tx) error { return tx.Erase(k.ctx, id(guid), minute(9)) })
	}
	erase("a")
	k.story("one left", "s", one("s", "b", 2))
	k.tells("items", dateline.Place{}, 0, id("b"))
	erase("b")
	k.story("none left", "s", dateline.Story{})
}
