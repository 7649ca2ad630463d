package mem

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"dateline"
)

// derived is what the stages that match and tell stories have written.
type derived struct {
	matches  map[dateline.ItemID][]dateline.Match // by Item
	families map[dateline.ItemID]dateline.Family  // by ID
	familyOf map[dateline.ItemID]dateline.ItemID  // by member: the family's ID
	keys     map[int64]dateline.Keyed             // by Seq
	told     map[dateline.ItemID]dateline.Told    // by item
	stories  map[dateline.StoryID]dateline.Story
}

func newDerived() derived {
	return derived{
		matches: map[dateline.ItemID][]dateline.Match{}, families: map[dateline.ItemID]dateline.Family{},
		familyOf: map[dateline.ItemID]dateline.ItemID{}, keys: map[int64]dateline.Keyed{},
		told: map[dateline.ItemID]dateline.Told{}, stories: map[dateline.StoryID]dateline.Story{},
	}
}

func (d derived) copy() derived {
	return derived{
		matches: maps.Clone(d.matches), families: maps.Clone(d.families), familyOf: maps.Clone(d.familyOf),
		keys: maps.Clone(d.keys), told: maps.Clone(d.told), stories: maps.Clone(d.stories),
	}
}

// PutMatches writes what items were made from.
func (t *tx) PutMatches(ctx context.Context, items []dateline.ItemID, matches []dateline.Match) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, id := range items {
		delete(t.matches, id)
	}
	for _, m := range matches {
		// Clipped, so that append copies: a state that others see may have the same list.
		t.matches[m.Item] = append(slices.Clip(t.matches[m.Item]), clone(m))
	}
	return nil
}

// MatchesOf returns what items were made from.
func (t *tx) MatchesOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	of := map[dateline.ItemID][]dateline.Match{}
	for _, id := range ids {
		if list, ok := t.matches[id]; ok {
			of[id] = slices.Clone(list)
		}
	}
	return of, nil
}

// MatchesTo returns what was made from items.
func (t *tx) MatchesTo(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Match, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	to := map[dateline.ItemID][]dateline.Match{}
	// By item, as the contract has it; a map would give another order each time.
	for _, item := range slices.Sorted(maps.Keys(t.matches)) {
		for _, m := range t.matches[item] {
			if slices.Contains(ids, m.Of) {
				to[m.Of] = append(to[m.Of], m)
			}
		}
	}
	return to, nil
}

// PutFamilies writes families.
func (t *tx) PutFamilies(ctx context.Context, families ...dateline.Family) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, f := range families {
		// Who was a member is so no more, unless the family that is written names it again.
		for _, id := range t.families[f.ID].Members {
			delete(t.familyOf, id)
		}
		delete(t.families, f.ID)
		for _, id := range f.Members {
			// An item is in one family: what it was in before must not count it still.
			t.leave(id)
			t.familyOf[id] = f.ID
		}
		t.families[f.ID] = clone(f)
	}
	return nil
}

// leave takes an item out of its family.
// What is left may be a single item, which FamiliesOf then gives as none.
func (t *tx) leave(id dateline.ItemID) {
	family, ok := t.familyOf[id]
	if !ok {
		return
	}
	delete(t.familyOf, id)
	f := t.families[family]
	// Cloned first, for DeleteFunc works in place and others see the old family.
	f.Members = slices.DeleteFunc(slices.Clone(f.Members), func(m dateline.ItemID) bool { return m == id })
	t.families[family] = f
}

// FamiliesOf returns the families of items.
func (t *tx) FamiliesOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]dateline.Family, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	of := map[dateline.ItemID]dateline.Family{}
	for _, id := range ids {
		if f := t.families[t.familyOf[id]]; len(f.Members) > 1 {
			of[id] = clone(f)
		}
	}
	return of, nil
}

// PutKeys writes the keys of versions.
func (t *tx) PutKeys(ctx context.Context, keyed []dateline.Keyed) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, k := range keyed {
		k.Keys = slices.Clone(k.Keys)
		t.keys[k.Seq] = k
	}
	return nil
}

// Keys returns keys in the order of the log.
func (t *tx) Keys(ctx context.Context, after int64, limit int) ([]dateline.Keyed, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := []dateline.Keyed{}
	for _, k := range t.keys {
		if k.Seq > after {
			k.Keys = slices.Clone(k.Keys)
			list = append(list, k)
		}
	}
	slices.SortFunc(list, func(a, b dateline.Keyed) int { return cmp.Compare(a.Seq, b.Seq) })
	return list[:min(limit, len(list))], nil
}

// ClearMatches removes matches, families and keys.
func (t *tx) ClearMatches(ctx context.Context) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	clear(t.matches)
	clear(t.families)
	clear(t.familyOf)
	clear(t.keys)
	return nil
}

// forgetMatches removes what matches and stories tell of an item.
func (t *tx) forgetMatches(id dateline.ItemID) {
	delete(t.matches, id)
	for item, list := range t.matches {
		t.matches[item] = slices.DeleteFunc(slices.Clone(list), func(m dateline.Match) bool { return m.Of == id })
		if len(t.matches[item]) == 0 {
			delete(t.matches, item)
		}
	}
	t.leave(id)
	maps.DeleteFunc(t.keys, func(_ int64, k dateline.Keyed) bool { return k.Item == id })
	// The story is summed up without it: its headline or its time may have come from there.
	if told, ok := t.told[id]; ok {
		delete(t.told, id)
		t.sumStory(told.Story)
	}
}
