package wire

import (
	"cmp"
	"context"
	"fmt"

	"dateline"
)

// A Story is what of a story is out.
type Story struct {
	dateline.Story          // summed up from what is out
	Views          []View   // newest first, at most storyItems of them
	Families       []Family // of these items
}

// Head is the item that heads the story in a language: one of its own, else one
// in any other, the newest first. Of a story without items it is nil.
func (s *Story) Head(language string) *View {
	for i := range s.Views {
		if s.Views[i].ID == s.Headlines[language] {
			return &s.Views[i]
		}
	}
	for i := range s.Views {
		for _, id := range s.Headlines {
			if s.Views[i].ID == id {
				return &s.Views[i]
			}
		}
	}
	// The newest item can be older than the heads only when it is not shown itself.
	if len(s.Views) == 0 {
		return nil
	}
	return &s.Views[0] // it has more items than are shown, and its heads are older
}

// storyItems is how many items a story's page shows. A story of more is told by
// so many that its page would be a list of names; all of them are counted.
const storyItems = 200

// Told returns which stories items tell. Nothing in it is of another item.
func (r *Reader) Told(ctx context.Context, ids []dateline.ItemID) (told map[dateline.ItemID]dateline.Told, err error) {
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		told, err = tx.ToldBy(ctx, ids)
		return err
	})
	return told, err
}

// Stories returns those of the stories of which two items or more are out,
// summed up from these.
func (r *Reader) Stories(ctx context.Context, ids []dateline.StoryID) (out map[dateline.StoryID]dateline.Story, err error) {
	defer dateline.Wrap(&err, "stories")
	out = map[dateline.StoryID]dateline.Story{}
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		for _, id := range ids {
			told, err := r.told(ctx, tx, id)
			if err != nil {
				return err
			}
			// One item is no story: its own page says all.
			if len(told) > 1 {
				out[id] = dateline.SumStory(id, told)
			}
		}
		return nil
	})
	return out, err
}

// NewestStories returns those of the n stories with the newest items of which two
// items or more are out, summed up from these.
func (r *Reader) NewestStories(ctx context.Context, n int) ([]dateline.Story, error) {
	var newest []dateline.Story
	err := r.store.View(ctx, func(tx dateline.Tx) (err error) {
		newest, err = tx.Stories(ctx, dateline.StoryQuery{Limit: n})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("newest stories: %w", err)
	}
	ids := make([]dateline.StoryID, len(newest))
	for i := range newest {
		ids[i] = newest[i].ID
	}
	out, err := r.Stories(ctx, ids)
	// In the order of the store; those that fell to less than two are left out.
	kept := newest[:0]
	for _, id := range ids {
		if s, ok := out[id]; ok {
			kept = append(kept, s)
		}
	}
	return kept, err
}

// told are the items of a story that are out, newest first.
func (r *Reader) told(ctx context.Context, tx dateline.Tx, id dateline.StoryID) ([]dateline.Told, error) {
	all, err := tx.StoryItems(ctx, id, dateline.Place{}, 0)
	if err != nil {
		return nil, err
	}
	ids := make([]dateline.ItemID, len(all))
	for i := range all {
		ids[i] = all[i].Item
	}
	filings, err := r.out(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	// An item that is not out counts nowhere: neither in the number nor among the heads.
	told := all[:0]
	for _, t := range all {
		if _, ok := filings[t.Item]; ok {
			told = append(told, t)
		}
	}
	return told, nil
}

// Story returns one story, ErrNotFound when nothing of it is out. Of one that
// was merged, Merged alone is set, to a story that has something out.
func (r *Reader) Story(ctx context.Context, id dateline.StoryID) (s Story, err error) {
	defer dateline.Wrap(&err, "story %q", id)
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		byID, err := tx.StoriesByID(ctx, []dateline.StoryID{id})
		if err != nil {
			return err
		}
		// A store leads whoever was merged twice to where the last one stands.
		merged := byID[id].Merged
		told, err := r.told(ctx, tx, cmp.Or(merged, id))
		switch {
		case err != nil:
			return err
		case len(told) == 0:
			return fmt.Errorf("nothing of it is out: %w", dateline.ErrNotFound)
		case merged != "":
			s.ID, s.Merged = id, merged
			return nil
		}
		s.Story = dateline.SumStory(id, told)
		return r.fill(ctx, tx, &s, told)
	})
	return s, err
}

// fill sets what a page shows of a story's items.
func (r *Reader) fill(ctx context.Context, tx dateline.Tx, s *Story, told []dateline.Told) error {
	// Counted above in full; shown are the newest.
	told = told[:min(storyItems, len(told))]
	ids := make([]dateline.ItemID, len(told))
	for i := range told {
		ids[i] = told[i].Item
	}
	byID, err := r.out(ctx, tx, ids)
	if err != nil {
		return err
	}
	filings := make([]dateline.Filing, 0, len(byID))
	for _, id := range ids {
		filings = append(filings, byID[id])
	}
	if s.Views, err = r.viewsOf(ctx, tx, filings, tx.Items); err != nil {
		return err
	}
	families, err := r.families(ctx, tx, ids)
	if err != nil {
		return err
	}
	seen := map[dateline.ItemID]bool{} // by earliest known member: families share none
	for _, id := range ids {
		if f, ok := families[id]; ok && !seen[f.Earliest().View.ID] {
			seen[f.Earliest().View.ID] = true
			s.Families = append(s.Families, f)
		}
	}
	return nil
}

// Related is what stands beside items that the log speaks of.
type Related struct {
	Items   []dateline.ItemID // the others of their families
	Stories []dateline.StoryID
	Persons []dateline.PersonID // who speak in them
}

// Related names what stands beside items, so that kept pages which show it can be
// dropped. It filters nothing and is not for showing: an item that came off the
// wire changes the pages of those that are on it.
func (r *Reader) Related(ctx context.Context, ids []dateline.ItemID) (out Related, err error) {
	defer dateline.Wrap(&err, "related items")
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		families, err := tx.FamiliesOf(ctx, ids)
		if err != nil {
			return err
		}
		for _, f := range families {
			out.Items = append(out.Items, f.Members...)
		}
		told, err := tx.ToldBy(ctx, ids)
		if err != nil {
			return err
		}
		for _, t := range told {
			out.Stories = append(out.Stories, t.Story)
		}
		said, err := tx.SpokenIn(ctx, ids)
		for _, rows := range said {
			for i := range rows {
				out.Persons = append(out.Persons, rows[i].Person)
			}
		}
		return err
	})
	return out, err
}
