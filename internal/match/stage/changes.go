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

// split puts items into a strand and a story of their own.
func (b *batch) split(c change, e dateline.Entry) error {
	// The item that began the old story may be among them, so the new id is not
	// the one that an item begins.
	id := dateline.NewStoryID(dateline.ItemID(fmt.Sprintf("%s, split at %d", c.items[0], c.other)))
	known, err := b.stories(c.items)
	if err != nil {
		return err
	}
	old := b.m.strands.stories[c.strand]
	b.m.strands.stories[c.other] = id
	for _, item := range c.items {
		if moved, ok := known[item]; ok {
			moved.Strand, moved.Story = c.other, id
			b.told[item] = moved
		}
	}
	b.note(e, dateline.EntryStory, e.Item, fmt.Sprintf("%s split from %s", id, old))
	return nil
}
