package samplepress

import (
	"cmp"
	"net/http"
	"time"

	"dateline"
)

// An entry is an item as a feed lists it.
type entry struct {
	id, url, title, author, language string
	published, updated               string
	categories                       []string
	summary, content                 string // HTML
}

// feed lists all that is due and never drops what is old: a demo that starts its intake
// late finds everything.
func (p *Press) feed(s *source, _ *http.Request) (answer, error) {
	// RSS alone keeps the dates of e-mail.
	layout := time.RFC3339
	if s.feed == rss {
		layout = time.RFC1123Z
	}
	var entries []entry
	for _, it := range p.filed[s.ID] {
		d := p.current(it)
		if d == nil {
			continue
		}
		e, err := p.entry(it, d, layout)
		if err != nil {
			return answer{}, err
		}
		entries = append(entries, e)
	}
	changed := p.changed(s)
	a := answer{kind: s.FeedType() + "; charset=utf-8", changed: changed}
	var err error
	switch s.feed {
	case atom:
		a.body, err = p.atom(s, entries, changed)
	case jsonFeed:
		a.body, err = p.json(s, entries)
	default:
		a.body, err = p.rss(s, entries)
	}
	return a, err
}

// changed is when a source filed last. Before all that it files stands a time at which
// it had filed nothing: an answer needs one to be asked for again.
func (p *Press) changed(s *source) time.Time {
	last := p.config.Start.Add(-48 * time.Hour)
	for _, it := range p.filed[s.ID] {
		if d := p.current(it); d != nil && p.due(d).After(last) {
			last = p.due(d)
		}
	}
	return last
}

// entry is a version as its feed tells it, which may be less than its page does: another
// headline, two blocks of the text, no date.
func (p *Press) entry(it *item, d *dispatch, layout string) (entry, error) {
	dating, err := it.source.dating(d)
	if err != nil {
		return entry{}, err
	}
	body := d.text()
	e := entry{
		// The same for all versions: a reader that keeps items by id learns of an edit.
		id: "tag:" + string(d.Source) + ".example,2026:" + d.Slug, url: p.itemURL(it), title: cmp.Or(d.FeedHeadline, d.Headline),
		author: d.Byline, language: d.Language, categories: d.categories(),
		published: dating.feed(p.due(it.versions[0]), layout),
		summary:   markup(body[:min(2, len(body))]), // two, so that a note and what it is about are both in the feed
	}
	// Only of what was edited, as most feeds do; some readers take it for the date itself.
	if d.Version > 1 {
		e.updated = dating.feed(p.due(d), layout)
	}
	if it.source.whole {
		e.content = markup(body)
	}
	return e, nil
}

// categories are the section and what the feed has no field for.
func (d *dispatch) categories() []string {
	out := []string{d.Section}
	if genre := d.genre(); genre != "" && genre != d.Section {
		out = append(out, genre)
	}
	switch d.Urgency {
	case dateline.Flash:
		out = append(out, "flash")
	case 2:
		out = append(out, "urgent")
	}
	return out
}

// genre is the name of its genre in its language.
func (d *dispatch) genre() string {
	names := map[dateline.Genre][2]string{
		dateline.Analysis:     {"Analysis", "تحليل"},
		dateline.Opinion:      {"Opinion", "رأي"},
		dateline.PressRelease: {"Press release", "بيان صحفي"},
	}[d.Genre]
	if d.Language == "ar" {
		return names[1]
	}
	return names[0]
}
