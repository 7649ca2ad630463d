package stage

import (
	"context"
	"slices"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/match/story"
)

// strandEntries is how many entries of the log are a span of stories. A story is
// over after a week without news, and what is remembered of one is some hundred
// times what is of a text, so their spans are shorter.
const strandEntries = 1 << 17

// strands is what is known of the stories of late, by language: words tell
// nothing across languages. A strand is what words alone take for one story; it
// is named by the log entry that began it, or, where that entry has begun another
// one, by the next free number.
type strands struct {
	span, done, from int64
	languages        map[string]*strandsIn
	stories          map[int64]dateline.StoryID // by strand: the story that it stands in
	newest           int64                      // the last name that was given
}

// strandsIn is the strands of a language. Package story numbers stories and
// items; what the numbers mean stands here. Only their order tells anything, and
// it is that of the log entries, also after a restart.
type strandsIn struct {
	known *story.Stories
	names []int64                 // of strands, by the number of the story
	items []dateline.ItemID       // by order of arrival
	order map[dateline.ItemID]int // the newest place of each there
}

func newStrands(span int64) *strands { return &strands{span: span, done: -1} }

// begins and reaches are as those of memory, in spans of their own.
func (s *strands) begins(seq int64) int64 { return max(0, seq/s.span-1) }

func (s *strands) reaches() int64 { return (s.from+2)*s.span - 1 }

func (s *strands) derived(from, to int64) { s.done = moved(s.done, from, to) }

// ready names all strands before any item is put back: put finds them by their place in
// that order.
func (s *strands) ready(ctx context.Context, tx dateline.Tx, done, seq int64) (loaded bool, err error) {
	if s.done == done && s.from == s.begins(seq) {
		return false, nil
	}
	s.done, s.from = -1, s.begins(seq)
	s.languages, s.stories, s.newest = map[string]*strandsIn{}, map[int64]dateline.StoryID{}, 0
	told, err := s.told(ctx, tx, done)
	if err != nil {
		return true, err
	}
	s.name(told)
	for part := range slices.Chunk(told, 500) {
		if err := s.restore(ctx, tx, part); err != nil {
			return true, err
		}
	}
	s.done = done
	return true, nil
}

// told is who tells a story of those that came in since the span began, in
// order, each at the version that was put there.
func (s *strands) told(ctx context.Context, tx dateline.Tx, done int64) (list []dateline.Told, err error) {
	const page = 2000
	for after := s.from*s.span - 1; ; {
		keyed, err := tx.Keys(ctx, after, page)
		if err != nil {
			return nil, err
		}
		ids := make([]dateline.ItemID, len(keyed))
		for i := range keyed {
			ids[i] = keyed[i].Item
		}
		by, err := tx.ToldBy(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, k := range keyed {
			if t, ok := by[k.Item]; ok && t.Version == k.Version && k.Seq <= done {
				list = append(list, t)
			}
		}
		if len(keyed) < page || ctx.Err() != nil {
			return list, ctx.Err()
		}
		after = keyed[len(keyed)-1].Seq
	}
}

// name gives all strands their numbers, in the order in which they were begun,
// which is not that of their first items where stories were split.
func (s *strands) name(told []dateline.Told) {
	for _, t := range told {
		l := s.in(t.Language)
		l.names = append(l.names, t.Strand)
		s.stories[t.Strand] = t.Story
		s.newest = max(s.newest, t.Strand)
	}
	for _, l := range s.languages {
		slices.Sort(l.names)
		l.names = slices.Compact(l.names)
	}
}

// restore puts items back into their strands.
func (s *strands) restore(ctx context.Context, tx dateline.Tx, told []dateline.Told) error {
	wanted := make([]version, len(told))
	for i, t := range told {
		wanted[i] = version{t.Item, t.Version}
	}
	items, err := readVersions(ctx, tx, wanted)
	if err != nil {
		return err
	}
	for i, v := range wanted {
		if item, ok := items[v]; ok {
			s.put(&item, told[i])
		}
	}
	return nil
}

// in never gives nil: of a language that nobody filed in there are no strands yet.
func (s *strands) in(language string) *strandsIn {
	l := s.languages[language]
	if l == nil {
		l = &strandsIn{known: story.New(story.Config{}), order: map[dateline.ItemID]int{}}
		s.languages[language] = l
	}
	return l
}

// has reports whether a strand is remembered.
func (s *strands) has(language string, strand int64) bool {
	_, ok := slices.BinarySearch(s.in(language).names, strand)
	return ok
}

// put puts an item into the strand that is known to be its own, or as the first
// one into a new strand.
func (s *strands) put(item *dateline.Item, t dateline.Told) {
	l := s.in(t.Language)
	n, ok := slices.BinarySearch(l.names, t.Strand)
	if !ok {
		l.names = append(l.names, t.Strand)
		s.newest = max(s.newest, t.Strand)
	}
	l.arrived(item.ID)
	l.known.Restore(storyItem(item), n)
	s.stories[t.Strand] = t.Story
}

// add puts an item into the strand that its words tell, or begins one under the
// name of the log entry. Apart are items that look like it and tell another event. The changes are what the item showed of other strands.
func (s *strands) add(item *dateline.Item, apart []dateline.ItemID, seq int64) (strand int64, begun bool, changes []change) {
	l := s.in(lang.Base(item.Language))
	l.arrived(item.ID)
	it := storyItem(item)
	for _, id := range apart {
		if n, ok := l.order[id]; ok {
			it.Apart = append(it.Apart, n)
		}
	}
	n := l.known.Add(it)
	for _, c := range l.known.Changes() {
		named := change{kind: c.Kind, strand: l.names[c.Story]}
		// The new story has the next number, so its name has the next place.
		if c.Kind == story.Split {
			l.names = append(l.names, s.next(seq))
		}
		named.other = l.names[c.Other]
		for _, i := range c.Items {
			named.items = append(named.items, l.items[i])
		}
		changes = append(changes, named)
	}
	// A number without a name is a story that these words began.
	if n == len(l.names) {
		strand = s.next(seq)
		l.names = append(l.names, strand)
		s.stories[strand], begun = dateline.NewStoryID(item.ID), true
	}
	return l.names[n], begun, changes
}

// near are the items of a strand that one of them is most like, the likest first.
func (s *strands) near(language string, strand int64, id dateline.ItemID) (ids []dateline.ItemID) {
	l := s.in(language)
	n, ok := slices.BinarySearch(l.names, strand)
	if !ok {
		return nil
	}
	for _, i := range l.known.Near(n, l.order[id]) {
		ids = append(ids, l.items[i])
	}
	return ids
}

// arrived counts an item in.
func (l *strandsIn) arrived(id dateline.ItemID) {
	l.order[id] = len(l.items)
	l.items = append(l.items, id)
}

// next is the name of a strand that a log entry begins: its own, or the next one
// after all others, since an entry may show one strand to be many.
func (s *strands) next(seq int64) int64 {
	s.newest = max(seq, s.newest+1)
	return s.newest
}

// A change is a [story.Change] by names.
type change struct {
	kind          story.ChangeKind
	strand, other int64
	items         []dateline.ItemID
}

// storyItem is what stories know of an item.
func storyItem(item *dateline.Item) story.Item {
	return story.Item{Headline: item.Headline, Body: item.Text(), Date: item.When()}
}

// merge notes that all strands of a story stand in another one now.
func (s *strands) merge(from, into dateline.StoryID) {
	// Seldom, and some thousand strands: an index by story would have to be kept right.
	for strand, story := range s.stories {
		if story == from {
			s.stories[strand] = into
		}
	}
}
