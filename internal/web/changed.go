package web

import (
	"context"
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

// An announcement is what an open page is told of an item.
type announcement struct {
	ID        dateline.ItemID    `json:"id"`
	Path      string             `json:"path,omitempty"`
	Headline  string             `json:"headline,omitempty"`
	Language  string             `json:"lang,omitempty"`
	Direction dateline.Direction `json:"dir,omitempty"`
	Urgency   dateline.Urgency   `json:"urgency,omitempty"`
	Time      string             `json:"time,omitempty"`
	Clock     string             `json:"clock,omitempty"`
}

// Changed is given the log's new entries, in order. It forgets the pages that
// show what changed and tells open pages. Whoever follows the log calls it,
// one call at a time.
func (s *Server) Changed(entries []dateline.Entry) {
	filed := map[dateline.ItemID]dateline.Entry{}
	var order []dateline.ItemID
	tags := map[string]bool{}
	for _, entry := range entries {
		switch entry.Kind {
		case dateline.EntryFiled, dateline.EntryErased, dateline.EntryEmbargo:
			if _, ok := filed[entry.Item]; !ok {
				order = append(order, entry.Item)
			}
			filed[entry.Item] = entry
			tags[itemTag(entry.Item)], tags[sourceTag(entry.Source)], tags[everyList] = true, true, true
		case dateline.EntrySource:
			tags[sourceTag(entry.Source)], tags[sourcesTag], tags[everyList] = true, true, true
		}
	}
	if len(tags) == 0 {
		return
	}
	// Lists of every language go: a withdrawn item no longer says what its was.
	for _, e := range s.editions {
		tags[listTag(e.Language())] = true
	}
	drop := make([]string, 0, len(tags))
	for tag := range tags {
		drop = append(drop, tag)
	}
	s.pages.Drop(drop...) // before anybody is told: who loads the page then must get the new one
	ctx, cancel := context.WithTimeout(context.Background(), readWithin)
	defer cancel()
	views, err := s.config.Wire.Views(ctx, order)
	if err != nil {
		s.config.Log.Error("open pages were not told what changed", "err", err)
		return
	}
	messages, err := s.messages(views, order, filed)
	if err != nil {
		s.config.Log.Error("open pages were not told what changed", "err", err)
	}
	s.live.Send(messages...)
}

// messages tells of each item whether it is new, changed or gone.
func (s *Server) messages(views []wire.View, order []dateline.ItemID, filed map[dateline.ItemID]dateline.Entry) ([]live.Message, error) {
	out := map[dateline.ItemID]*wire.View{}
	for i := range views {
		out[views[i].ID] = &views[i]
	}
	all := make([]live.Message, 0, len(order))
	for _, id := range order {
		entry, v := filed[id], out[id]
		language, kind, said := "", "changed", announcement{ID: id}
		switch {
		case v == nil:
			kind = "gone"
		// The log says that a filing changed, not from what to what: an item
		// that was let out just now, and not yet told of, is new.
		case entry.Time.Sub(v.Released) < newWithin && !s.announced[id]:
			kind = "new"
			language, said = s.announce(v)
		}
		m, err := live.NewMessage(entry.Seq, language, kind, said)
		if err != nil {
			return all, err
		}
		all = append(all, m)
	}
	return all, nil
}

// announce is what is said of a new item, to the edition of its language.
func (s *Server) announce(v *wire.View) (language string, said announcement) {
	if len(s.announced) >= mostAnnounced {
		clear(s.announced)
	}
	s.announced[v.ID] = true
	e := s.inLanguage(wire.EditionOf(s.pub, v.Language))
	l := s.line(e, v, v.When)
	return e.Language(), announcement{
		ID: v.ID, Path: l.Href, Headline: l.Headline, Language: l.Language, Direction: l.Direction,
		Urgency: v.Urgency, Time: l.Moment.Machine, Clock: l.Moment.Shown,
	}
}
