package api

import (
	"net/http"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// personFeed has what a person said, the newest statements, as many as a page of
// any feed. Of a person who was joined into another one it is the feed of that
// one, under its old address: a reader keeps what it follows. Until the desk has
// confirmed who that is, search engines are told to leave it alone.
func (a *API) personFeed(e *locale.Edition, f format) handler {
	return func(r *http.Request) (answer, error) {
		p, err := a.cfg.Reader.Person(r.Context(), dateline.PersonID(r.PathValue("id")))
		if err == nil && p.Into != "" {
			p, err = a.cfg.Reader.Person(r.Context(), p.Into)
		}
		if err != nil {
			return answer{}, err
		}
		ans, err := a.written(r, f, a.personOut(e, &p))
		ans.noindex = !p.Confirmed
		return ans, err
	}
}

// personOut is only for a person who is not hidden: the Reader gives no other.
func (a *API) personOut(e *locale.Edition, p *wire.Person) *feed.Out {
	words := e.Messages()
	out := &feed.Out{
		Title: words.Persons.Feed.With(p.Called(e.Language())), Language: e.Tag(), Author: a.name(e), Generator: "Dateline",
		Description: e.Count(words.Voice.Statements, len(p.Said)) + " " + e.Count(words.Match.FromSources, len(p.Sources)),
		Home:        a.pub.Base + wire.PersonPath(e.Language(), p.ID),
	}
	// Each statement once, as the earliest known item has it; the others are counted.
	for i := range p.Said[:min(feedEntries, len(p.Said))] {
		out.Entries = append(out.Entries, a.saidEntry(e, &p.Said[i]))
	}
	slices.SortStableFunc(out.Entries, func(x, y feed.OutEntry) int { return y.Updated.Compare(x.Updated) })
	out.Updated = lastChange(out)
	return out
}

// saidEntry is the sentence of a statement, word for word, with the source that
// has it and those that have it as well.
func (a *API) saidEntry(e *locale.Edition, said *wire.Saying) feed.OutEntry {
	v := &said.View
	entry := a.entry(e, v)
	entry.ID = strings.Replace(entry.ID, "item/"+string(v.ID), "statement/"+string(said.Quote.ID), 1)
	entry.URL = a.href(wire.StatementPath(e.Language(), said.Quote.ID))
	entry.Title = said.Quote.Speaker + ": " + v.Headline
	// Nothing of the item but the sentence: a feed of a person must not be a feed of texts.
	entry.Summary, entry.Body, entry.Picture, entry.Dateline, entry.Authors = said.Quote.Sentence, nil, nil, "", nil
	entry.More = e.Messages().Item.ReadAt.With(entry.Source)
	words := e.Messages().Persons
	if said.Denied != "" {
		entry.Notices = append(entry.Notices, words.Denied)
	}
	if n := len(said.Also); n > 0 {
		entry.Notices = append(entry.Notices, e.Count(words.Also, n))
	}
	return entry
}
