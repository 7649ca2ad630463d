package stage

import (
	"fmt"

	"dateline"
	"dateline/internal/match/story"
)

// joinedByWords is the confidence in what words alone put into a story: about the
// share of pairs of items told as one story that are (docs/matching.md).
const joinedByWords = 0.85

// change writes what an item showed of other strands, before it is told itself:
// it stands where the changes have put it already.
func (b *batch) change(changes []change, e dateline.Entry) (err error) {
	for _, c := range changes {
		// Each change reads from the store what those before it have moved.
		if err := b.flush(); err != nil {
			return err
		}
		if c.kind == story.Merged {
			err = b.joinStrands(c, e)
		} else {
			err = b.split(c, e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// joinStrands makes two strands one, and with them their stories.
func (b *batch) joinStrands(c change, e dateline.Entry) error {
	from, into := b.m.strands.stories[c.other], b.m.strands.stories[c.strand]
	items, err := b.items(from)
	if err != nil {
		return err
	}
	for _, t := range items {
		if t.Strand == c.other {
			t.Strand = c.strand
			b.told[t.Item] = t
		}
	}
	if err := b.flush(); err != nil || from == into {
		return err
	}
	_, err = b.merge(into, from, e)
	return err
}

// items are all items of a story.
func (b *batch) items(id dateline.StoryID) (all []dateline.Told, err error) {
	const page = 500
	for place := (dateline.Place{}); ; {
		list, err := b.tx.StoryItems(b.ctx, id, place, page)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
		if len(list) < page {
			return all, nil
		}
		place = dateline.Place{Time: list[page-1].When, Item: list[page-1].Item}
	}
}

// split puts items into a strand of their own. Their story is one of its own, too,
// with all that is tied to them by more than words, such as their translations;
// where that ties them to what stays, the story stays one.
func (b *batch) split(c change, e dateline.Entry) error {
	known, err := b.stories(c.items)
	if err != nil {
		return err
	}
	for _, item := range c.items {
		if moved, ok := known[item]; ok {
			moved.Strand = c.other
			b.told[item] = moved
		}
	}
	if err := b.flush(); err != nil {
		return err
	}
	old := b.m.strands.stories[c.strand]
	all, err := b.items(old)
	if err != nil {
		return err
	}
	tied, err := b.tied(all)
	if err != nil {
		return err
	}
	if tied.head(c.other) == tied.head(c.strand) {
		b.m.strands.stories[c.other] = old
		return nil
	}
	// The item that began the old story may be among them, so the new id is not
	// the one that an item begins.
	id := dateline.NewStoryID(dateline.ItemID(fmt.Sprintf("%s, split at %d", c.items[0], c.other)))
	b.m.strands.stories[c.other] = id
	for _, t := range all {
		if tied.head(t.Strand) == tied.head(c.other) {
			t.Story = id
			b.told[t.Item], b.m.strands.stories[t.Strand] = t, id
		}
	}
	b.note(e, dateline.EntryStory, e.Item, fmt.Sprintf("%s split from %s", id, old))
	return nil
}

// tied says which strands of a story are one by links and families.
func (b *batch) tied(all []dateline.Told) (bonds, error) {
	ids := make([]dateline.ItemID, len(all))
	strand := map[dateline.ItemID]int64{}
	for i, t := range all {
		ids[i], strand[t.Item] = t.Item, t.Strand
	}
	tied := bonds{}
	rows, err := b.tx.MatchesOf(b.ctx, ids)
	if err != nil {
		return nil, err
	}
	families, err := b.tx.FamiliesOf(b.ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		for _, m := range rows[id] {
			if of, ok := strand[m.Of]; ok && m.By == dateline.ByLink {
				tied.tie(strand[id], of)
			}
		}
		f := families[id]
		for _, member := range f.Members {
			if of, ok := strand[member]; ok {
				tied.tie(strand[id], of)
			}
		}
	}
	return tied, nil
}

// bonds is which strands are tied, each with the next on the way to the head of
// those it is tied to.
type bonds map[int64]int64

// head of a strand that nothing ties is the strand itself.
func (b bonds) head(strand int64) int64 {
	for {
		next, ok := b[strand]
		if !ok {
			return strand
		}
		strand = next
	}
}

// tie joins heads and not the two themselves, so that all tied to either are one.
func (b bonds) tie(x, y int64) {
	if x, y = b.head(x), b.head(y); x != y {
		b[x] = y
	}
}
