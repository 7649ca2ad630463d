package stage

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/match"
)

// tell puts an item into the story that it tells. An item stays in its story,
// also when its text changes, unless hardly anything of the old text is left:
// some addresses carry other news every day. Apart are items that look like it and
// tell another event.
func (b *batch) tell(item *dateline.Item, r *relation, apart []dateline.ItemID, e dateline.Entry) error {
	ids := r.others()
	if item.Version > 1 {
		ids = append(ids, item.ID)
	}
	known, err := b.stories(ids)
	if err != nil {
		return err
	}
	r.recopy(known)
	old, again := known[item.ID]
	if again {
		if same, err := b.sameNews(r.p, old.Version); err != nil || same {
			return err
		}
	}
	language := lang.Base(item.Language)
	t := dateline.Told{
		Item: item.ID, Version: item.Version, When: item.When(), Language: language, Source: item.Source,
		Copy: copied(r.rows[item.ID]), Program: program,
	}
	var changes []change
	begun := false
	if of, ok := r.teller(known, language); ok {
		t.Strand, t.Story, t.By, t.Confidence = of.Strand, of.Story, dateline.ByWords, r.confidence(of.Item)
		if !b.m.strands.has(language, t.Strand) {
			t.Strand = b.m.strands.next(e.Seq) // of a story that is over: told again
		}
		b.m.strands.put(item, t)
	} else {
		t.Strand, begun, changes = b.m.strands.add(item, apart, e.Seq)
		t.By, t.Confidence = dateline.ByWords, joinedByWords
		if begun {
			// It was joined to nothing that could be the wrong story.
			t.Confidence = 1
		}
		if err := b.change(changes, e); err != nil {
			return err
		}
		t.Story = b.m.strands.stories[t.Strand]
	}
	b.told[item.ID] = t
	switch {
	case again:
		b.note(e, dateline.EntryStory, item.ID, fmt.Sprintf("split from %s, tells %s", old.Story, t.Story))
		b.moved = true
	case begun:
		b.m.Stories.Add(1)
	default:
		b.note(e, dateline.EntryStory, item.ID, fmt.Sprintf("tells %s", t.Story))
	}
	if !begun {
		r.near = b.m.strands.near(language, t.Strand, item.ID)
	}
	if len(changes) > 0 { // the stories that were known may have become others
		if known, err = b.stories(ids); err != nil {
			return err
		}
	}
	known[item.ID] = t
	return b.mergeAll(r, known, e)
}

// others are the items that one has to do with.
func (r *relation) others() (ids []dateline.ItemID) {
	for _, t := range r.ties {
		ids = append(ids, t.other.item.ID)
	}
	for _, m := range r.rows[r.p.item.ID] {
		ids = append(ids, m.Of)
	}
	return ids
}

// stories is which stories items tell, those included that are yet to be written.
func (b *batch) stories(ids []dateline.ItemID) (map[dateline.ItemID]dateline.Told, error) {
	known := map[dateline.ItemID]dateline.Told{}
	var missing []dateline.ItemID
	for _, id := range ids {
		if t, ok := b.told[id]; ok {
			known[id] = t
		} else {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return known, nil
	}
	stored, err := b.tx.ToldBy(b.ctx, missing)
	maps.Copy(known, stored)
	return known, err
}

// sameNews reports whether an item still has to do with the version that was put
// into a story.
func (b *batch) sameNews(p *piece, old int) (bool, error) {
	before, err := b.piece(arrival{p.item.ID, old, p.when})
	if err != nil || before == nil {
		return true, err
	}
	g := match.Compare(before.text, p.text)
	return g.Same() || p.text.Words() < leastWords || before.text.Words() < leastWords, nil
}

// leastWords is how long a text must be before it can be said to be another one.
const leastWords = 40

// copied reports whether an item has no headline of its own to give a story.
func copied(rows []dateline.Match) bool {
	return len(rows) > 0 && (rows[0].Kind == dateline.MatchDuplicate || rows[0].Kind == dateline.MatchExcerpt)
}

// teller is the member of an item's family whose strand is the item's as well:
// what has one text tells one story, whatever the weights of its words.
func (r *relation) teller(known map[dateline.ItemID]dateline.Told, language string) (dateline.Told, bool) {
	for _, id := range r.family.Members {
		if t, ok := known[id]; ok && id != r.p.item.ID && t.Language == language {
			return t, true
		}
	}
	return dateline.Told{}, false
}

// confidence is that of the tie to an item.
func (r *relation) confidence(id dateline.ItemID) float64 {
	for _, t := range r.ties {
		if t.other.item.ID == id {
			return min(1, max(t.agreement.A, t.agreement.B)*t.agreement.Exact)
		}
	}
	return 0
}

// mergeAll makes the stories one that an item shows to be one: because it is of
// one text with items of both, or the translation of one of them.
func (b *batch) mergeAll(r *relation, known map[dateline.ItemID]dateline.Told, e dateline.Entry) error {
	own := known[r.p.item.ID].Story
	for _, id := range r.others() {
		t, ok := known[id]
		if !ok || !slices.Contains(r.family.Members, id) && !r.links(id) {
			continue
		}
		if t.Story == own {
			continue
		}
		into, err := b.merge(own, t.Story, e)
		if err != nil {
			return err
		}
		for other, k := range known {
			if k.Story == own || k.Story == t.Story {
				k.Story = into
				known[other] = k
			}
		}
		own = into
	}
	return nil
}

// links reports whether an item is linked to another one as its translation.
func (r *relation) links(id dateline.ItemID) bool {
	return slices.ContainsFunc(r.rows[r.p.item.ID], func(m dateline.Match) bool { return m.Of == id && m.By == dateline.ByLink })
}

// merge makes two stories one: the larger one stays, for more know its address.
func (b *batch) merge(x, y dateline.StoryID, e dateline.Entry) (into dateline.StoryID, err error) {
	if err := b.flush(); err != nil {
		return "", err
	}
	both, err := b.tx.StoriesByID(b.ctx, []dateline.StoryID{x, y})
	if err != nil {
		return "", err
	}
	into, from := x, y
	// Of two as large the older, then by the id: derived again, the same one must stay.
	if a, c := both[x], both[y]; cmp.Or(cmp.Compare(a.Items, c.Items), c.First.Compare(a.First), cmp.Compare(y, x)) < 0 {
		into, from = y, x
	}
	if err := b.tx.MergeStory(b.ctx, from, into); err != nil {
		return "", err
	}
	b.m.strands.merge(from, into)
	b.m.Merged.Add(1)
	b.note(e, dateline.EntryStory, e.Item, fmt.Sprintf("%s merged into %s", from, into))
	return into, nil
}

// recopy corrects which of the items that were known before are copies.
func (r *relation) recopy(known map[dateline.ItemID]dateline.Told) {
	for id := range r.changed {
		t, ok := known[id]
		if isCopy := copied(r.rows[id]); ok && t.Copy != isCopy {
			t.Copy = isCopy
			known[id], r.told[id] = t, t
		}
	}
}

// flush writes which stories items tell.
func (b *batch) flush() error {
	// By id, as sorted does: the store shall get the same rows in the same order each time.
	list := slices.SortedFunc(maps.Values(b.told), func(x, y dateline.Told) int { return cmp.Compare(x.Item, y.Item) })
	clear(b.told)
	return b.tx.Tell(b.ctx, list)
}
