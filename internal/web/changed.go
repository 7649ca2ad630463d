package web

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/web/live"
	"dateline/internal/wire"
)

// newWithin is how far an item's release may lie before the log entry that
// tells of it for the item to be announced as new; later entries are changes.
const (
	newWithin  = 10 * time.Second
	readWithin = 5 * time.Second
)

// mostAnnounced bounds what is remembered of announced items. Forgetting all
// of them now and then only matters to items of the last newWithin.
const mostAnnounced = 10000

// An announcement is what an open page is told of an item. All but the id is
// said of a flash alone, which the page shows at once; the rest is only counted.
type announcement struct {
	ID        dateline.ItemID    `json:"id"`
	Urgency   dateline.Urgency   `json:"urgency,omitempty"`
	Path      string             `json:"path,omitempty"`
	Headline  string             `json:"headline,omitempty"`
	Language  string             `json:"lang,omitempty"`
	Direction dateline.Direction `json:"dir,omitempty"`
	Time      string             `json:"time,omitempty"`
	Clock     string             `json:"clock,omitempty"`
}

// Changed is given the log's new entries, in order. It forgets the pages that
// show what changed and tells open pages. Whoever follows the log calls it,
// one call at a time.
func (s *Server) Changed(entries []dateline.Entry) {
	// Of several entries of one item the last counts: an open page is told once how it stands.
	filed := map[dateline.ItemID]dateline.Entry{}
	var order []dateline.ItemID
	var related []dateline.ItemID
	var marked []string // who speaks in an item stands on its own page, and on the speaker's
	tags := map[string]bool{}
	for _, entry := range entries {
		switch entry.Kind {
		case dateline.EntryFiled, dateline.EntryErased, dateline.EntryEmbargo:
			if _, ok := filed[entry.Item]; !ok {
				order = append(order, entry.Item)
			}
			filed[entry.Item] = entry
			// The lists of all languages: what is filed now may have been in another language
			// before.
			tags[itemTag(entry.Item)], tags[sourceTag(entry.Source)], tags[everyList] = true, true, true
		case dateline.EntryMarked:
			marked = append(marked, itemTag(entry.Item))
		case dateline.EntryPerson:
			marked = append(marked, personTags(entry)...)
		case dateline.EntryMatched, dateline.EntryStory:
			related = append(related, entry.Item)
			tags[itemTag(entry.Item)] = true
		case dateline.EntrySource:
			tags[sourceTag(entry.Source)], tags[sourcesTag], tags[everyList] = true, true, true
			// Words of a source stand on pages of persons, of stories and of other
			// sources' items, and less of it may go out from now on. Sources seldom change.
			if entry.Note != dateline.NoteDrifted && entry.Note != dateline.NoteRecovered {
				tags[everyPage] = true
			}
		}
	}
	s.pages.Drop(marked...)
	if len(tags) == 0 {
		return
	}
	s.alsoDrop(tags, append(related, order...))
	// Lists of every language go: a withdrawn item no longer says what its was.
	for _, e := range s.editions {
		tags[listTag(e.Language())] = true
	}
	drop := make([]string, 0, len(tags))
	for tag := range tags {
		drop = append(drop, tag)
	}
	s.pages.Drop(drop...) // before anybody is told: who loads the page then must get the new one
	if !s.live.Listening() {
		return // items come by the thousand at times; do not read them for nobody
	}
	if err := s.tell(order, filed); err != nil {
		s.config.Log.Error("open pages were not told what changed", "err", err)
	}
}

// personTags are those of the pages that an entry about persons makes untrue: of
// the item in which they were found to speak, or, when the desk said something of
// them, of every page, for a person who is no longer hidden has a link where no
// tag tells of it. The desk seldom does.
func personTags(entry dateline.Entry) []string {
	if entry.Item == "" {
		return []string{everyPage}
	}
	tags := []string{itemTag(entry.Item), spokenTag}
	for _, id := range strings.Fields(entry.Note) {
		tags = append(tags, personTag(dateline.PersonID(id)))
	}
	return tags
}

// alsoDrop adds the tags of what stands beside items: the others that have their
// text, the stories they tell, and who speaks in them. Nothing is read for an empty cache: items come
// by the thousand before anybody reads.
func (s *Server) alsoDrop(tags map[string]bool, ids []dateline.ItemID) {
	if s.pages.Idle() || len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), readWithin)
	defer cancel()
	related, err := s.config.Wire.Related(ctx, ids)
	if err != nil { // better a page made for nothing than one that shows a killed copy's neighbours as they were
		s.config.Log.Error("kept pages were all dropped", "err", err)
		tags[everyPage] = true
	}
	for _, id := range related.Items {
		tags[itemTag(id)] = true
	}
	for _, id := range related.Stories {
		tags[storyTag(id)] = true
	}
	for _, id := range related.Persons {
		tags[personTag(id)] = true
	}
}

// tell sends open pages one event for each kind of news there is.
func (s *Server) tell(order []dateline.ItemID, filed map[dateline.ItemID]dateline.Entry) error {
	ctx, cancel := context.WithTimeout(context.Background(), readWithin)
	defer cancel()
	// As the public sees them now, which says of an item on hold no more than of a killed one.
	views, err := s.config.Wire.Views(ctx, order)
	if err != nil {
		return err
	}
	out := map[dateline.ItemID]*wire.View{}
	for i := range views {
		out[views[i].ID] = &views[i]
	}
	news := map[event]*report{}
	for _, id := range order {
		on, said := s.eventOf(filed[id], out[id])
		if news[on] == nil {
			news[on] = &report{event: on}
		}
		news[on].seq = max(news[on].seq, filed[id].Seq)
		news[on].items = append(news[on].items, said)
	}
	messages := make([]live.Message, 0, len(news))
	// By their place in the log, so that a page can say how far it has heard.
	for _, r := range slices.SortedFunc(maps.Values(news), func(a, b *report) int { return cmp.Compare(a.seq, b.seq) }) {
		m, err := live.NewMessage(r.seq, r.language, r.kind, r.items)
		if err != nil {
			return err
		}
		messages = append(messages, m)
	}
	s.live.Send(messages...)
	return nil
}

// An event is what happened to items, and in which edition it matters.
type event struct{ kind, language string }

// A report is the items to which one thing happened.
type report struct {
	event
	seq   int64
	items []announcement
}

// eventOf tells whether an item is new, changed or gone; v is nil when it is
// not out (any more).
func (s *Server) eventOf(entry dateline.Entry, v *wire.View) (event, announcement) {
	switch {
	// Nothing is said but the id: a reader who has it open is told that it is gone, and nobody
	// else learns which item that was.
	case v == nil:
		return event{kind: "gone"}, announcement{ID: entry.Item}
	// The log says that a filing changed, not from what to what: an item that
	// was let out just now, and not yet told of, is new.
	case entry.Time.Sub(v.Released) < newWithin && !s.announced[v.ID]:
		return s.announce(v)
	}
	return event{kind: "changed"}, announcement{ID: v.ID}
}

// announce is what is said of a new item, to the edition of its language.
func (s *Server) announce(v *wire.View) (event, announcement) {
	if len(s.announced) >= mostAnnounced {
		clear(s.announced)
	}
	s.announced[v.ID] = true
	e := s.inLanguage(wire.EditionOf(s.pub, v.Language))
	on := event{"new", e.Language()}
	// All else is counted in a bar: a headline a minute in an open page would be noise.
	if v.Urgency != dateline.Flash {
		return on, announcement{ID: v.ID}
	}
	l := s.line(e, v, v.When)
	return on, announcement{
		ID: v.ID, Path: l.Href, Headline: l.Headline, Language: l.Language, Direction: l.Direction,
		Urgency: v.Urgency, Time: l.Moment.Machine, Clock: l.Moment.Shown,
	}
}
