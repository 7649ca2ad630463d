package main

import (
	"dateline/internal/match"
	"dateline/internal/match/across"
	"dateline/internal/match/story"
)

// telling says of each item, in the order of a file, which story it tells and of
// which item before it it seems to be a translation. Stories are told apart by
// words, so those of two scripts are two until a translation joins them.
type telling struct {
	stories *story.Stories
	scripts *across.Index
	where   []int32 // by item: its story as it is known now
	joined  []int32 // by story: an older one that tells the same, or itself
}

// newTelling is of one file: what it remembers grows with the items that it is given.
func newTelling() (*telling, error) {
	scripts, err := across.NewIndex(across.Config{})
	if err != nil {
		return nil, err
	}
	return &telling{stories: story.New(story.Config{}), scripts: scripts}, nil
}

// add takes the next item, which is known to tell another event than some before
// it. The guess is nil when no translation was found.
func (t *telling) add(it match.Item, apart []int) (number int, guess *across.Guess) {
	n := t.stories.Add(story.Item{Headline: it.Headline, Body: it.Body, Date: it.Date, Apart: apart})
	t.where = append(t.where, int32(n))
	for _, c := range t.stories.Changes() {
		t.change(c)
	}
	sig := across.Read(it.Headline + "\n" + it.Body)
	if g, ok := t.scripts.Find(sig, it.Date); ok {
		guess = &g
		t.join(n, int(t.where[g.Item]))
	}
	// After it was looked for, or it would be found as its own translation.
	t.scripts.Add(sig, it.Date)
	return t.first(n), guess
}

// change follows what an item showed of the stories before it.
func (t *telling) change(c story.Change) {
	switch c.Kind {
	case story.Merged:
		t.join(c.Story, c.Other)
	case story.Split:
		for _, i := range c.Items {
			t.where[i] = int32(c.Other)
		}
	}
}

// join makes two stories one, under the older number.
func (t *telling) join(a, b int) {
	a, b = t.first(a), t.first(b)
	t.joined[max(a, b)] = int32(min(a, b))
}

// first is the oldest of the stories that tell the same as this one.
func (t *telling) first(n int) int {
	for len(t.joined) <= n {
		t.joined = append(t.joined, int32(len(t.joined)))
	}
	// Joins always lead to a smaller number, so that this ends.
	for int(t.joined[n]) != n {
		n = int(t.joined[n])
	}
	return n
}
