package storetest

import (
	"context"

	"dateline"
)

// derivedTx is the methods of Matches and Stories, which may be replaced.
type derivedTx struct {
	putMatches  func(context.Context, []dateline.ItemID, []dateline.Match) error
	matchesOf   func(context.Context, []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error)
	matchesTo   func(context.Context, []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error)
	putFamilies func(context.Context, ...dateline.Family) error
	familiesOf  func(context.Context, []dateline.ItemID) (map[dateline.ItemID]dateline.Family, error)
	putKeys     func(context.Context, []dateline.Keyed) error
	keys        func(context.Context, int64, int) ([]dateline.Keyed, error)
	tell        func(context.Context, []dateline.Told) error
	toldBy      func(context.Context, []dateline.ItemID) (map[dateline.ItemID]dateline.Told, error)
	storyItems  func(context.Context, dateline.StoryID, dateline.Place, int) ([]dateline.Told, error)
	storiesByID func(context.Context, []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error)
	stories     func(context.Context, dateline.StoryQuery) ([]dateline.Story, error)
	merge       func(context.Context, dateline.StoryID, dateline.StoryID) error
	unmatch     func(context.Context) error
	untell      func(context.Context) error
}

func wholeDerived(t dateline.Tx) derivedTx {
	return derivedTx{
		putMatches: t.PutMatches, matchesOf: t.MatchesOf, matchesTo: t.MatchesTo, putFamilies: t.PutFamilies,
		familiesOf: t.FamiliesOf, putKeys: t.PutKeys, keys: t.Keys, tell: t.Tell, toldBy: t.ToldBy, storyItems: t.StoryItems,
		storiesByID: t.StoriesByID, stories: t.Stories, merge: t.MergeStory, unmatch: t.ClearMatches, untell: t.ClearStories,
	}
}

func (t *tx) PutMatches(ctx context.Context, items []dateline.ItemID, matches []dateline.Match) error {
	return t.putMatches(ctx, items, matches)
}

func (t *tx) MatchesOf(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
	return t.matchesOf(ctx, list)
}

func (t *tx) MatchesTo(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
	return t.matchesTo(ctx, list)
}

func (t *tx) PutFamilies(ctx context.Context, families ...dateline.Family) error {
	return t.putFamilies(ctx, families...)
}

func (t *tx) FamiliesOf(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID]dateline.Family, error) {
	return t.familiesOf(ctx, list)
}

func (t *tx) PutKeys(ctx context.Context, keyed []dateline.Keyed) error {
	return t.putKeys(ctx, keyed)
}

func (t *tx) Keys(ctx context.Context, after int64, limit int) ([]dateline.Keyed, error) {
	return t.keys(ctx, after, limit)
}

func (t *tx) Tell(ctx context.Context, told []dateline.Told) error {
	return t.tell(ctx, told)
}

func (t *tx) ToldBy(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID]dateline.Told, error) {
	return t.toldBy(ctx, list)
}

func (t *tx) StoryItems(ctx context.Context, id dateline.StoryID, before dateline.Place, limit int) ([]dateline.Told, error) {
	return t.storyItems(ctx, id, before, limit)
}

func (t *tx) StoriesByID(ctx context.Context, list []dateline.StoryID) (map[dateline.StoryID]dateline.Story, error) {
	return t.storiesByID(ctx, list)
}

func (t *tx) Stories(ctx context.Context, q dateline.StoryQuery) ([]dateline.Story, error) {
	return t.stories(ctx, q)
}

func (t *tx) MergeStory(ctx context.Context, from, into dateline.StoryID) error {
	return t.merge(ctx, from, into)
}

func (t *tx) ClearMatches(ctx context.Context) error {
	return t.unmatch(ctx)
}

func (t *tx) ClearStories(ctx context.Context) error {
	return t.untell(ctx)
}
