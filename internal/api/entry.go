package api

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"time"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// name is the publication's name in an edition.
func (a *API) name(e *locale.Edition) string { return a.pub.Names.In(e.Language(), "Dateline") }

// href is the whole address of a path of this site, in ASCII.
func (a *API) href(path string) string {
	return a.pub.Base + (&url.URL{Path: path}).EscapedPath()
}

// tag names an item for good, in all its versions and wherever the site moves
// its pages: a tag: address of the year in which the item came.
func (a *API) tag(v *wire.View) string {
	host := "localhost"
	if base, err := url.Parse(a.pub.Base); err == nil && base.Hostname() != "" {
		host = base.Hostname()
	}
	return fmt.Sprintf("tag:%s,%04d:item/%s", host, v.FirstSeen.UTC().Year(), v.ID)
}

// entry puts a view into a feed of an edition.
func (a *API) entry(e *locale.Edition, v *wire.View) feed.OutEntry {
	out := feed.OutEntry{
		// The id never changes (RFC 4287, 4.2.6), while the address does with the headline.
		ID: a.tag(v), Version: v.Version, URL: a.href(wire.Path(a.pub, v)), Via: v.Link,
		Title: v.Headline, Language: v.Language, Direction: v.Direction,
		Notices: noticeLines(e, v), Summary: v.Standfirst, Dateline: opening(v), Body: v.Body, Picture: v.Picture,
		Authors: v.Byline, Credit: v.Credit, Source: v.Source.Names.In(e.Language(), v.Source.Name),
		SourceFeed: a.href(wire.SourcePath(e.Language(), v.Source.ID) + "/feed.rss"),
		Genre:      v.Genre, Urgency: v.Urgency, Published: v.Stated(), Updated: updated(v),
	}
	// A standfirst is the source's own summary; the excerpt is only the text's beginning.
	if out.Summary == "" {
		out.Summary = v.Excerpt
	}
	// Of a whole item there is nothing more to read elsewhere.
	if v.Usage != dateline.UsageFull {
		out.More = e.Messages().Item.ReadAt.With(out.Source)
	}
	return out
}

// gone says that an item was withdrawn, and nothing of what it said.
func (a *API) gone(e *locale.Edition, v *wire.View) feed.OutGone {
	words := e.Messages().List
	note := words.Withdrawn
	if n := len(v.Notices); n > 0 && v.Notices[n-1].Kind == dateline.Kill {
		note = words.Killed
	}
	return feed.OutGone{ID: a.tag(v), When: updated(v), Note: note.With(e.DateTime(v.When))}
}

// updated is when an item last changed for its readers.
func updated(v *wire.View) time.Time {
	// An item that the desk let out late is new to its readers then.
	last := latest(v.Received, v.Released)
	for _, n := range v.Notices {
		last = latest(last, n.Time)
	}
	return last
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// noticeLines are the notices on an item in an edition's words, newest first.
func noticeLines(e *locale.Edition, v *wire.View) []string {
	var lines []string
	for i := len(v.Notices) - 1; i >= 0; i-- {
		n := v.Notices[i]
		name := e.Messages().Notices[n.Kind]
		switch {
		case name == "" || n.Text == "":
			lines = append(lines, name+n.Text)
		default:
			lines = append(lines, name+": "+n.Text)
		}
	}
	return lines
}

// sourceNotice says that the source of an item's text has corrected it.
func sourceNotice(e *locale.Edition, n wire.SourceNotice) string {
	words := e.Messages().Match.Corrected
	if n.Kind == dateline.Clarify {
		words = e.Messages().Match.Clarified
	}
	line := words.With(n.View.Source.Names.In(e.Language(), n.View.Source.Name))
	// The source's own words may have been cut away with the rest of its text.
	if n.Text == "" {
		return line
	}
	return line + ": " + n.Text
}

func idsOf(views []wire.View) []dateline.ItemID {
	ids := make([]dateline.ItemID, len(views))
	for i := range views {
		ids[i] = views[i].ID
	}
	return ids
}

// opening is the dateline in one line.
func opening(v *wire.View) string {
	place, date := v.Dateline.Place, v.Dateline.Date
	switch {
	case place == "" || date == "":
		return place + date
	// The item's direction and not the edition's: the line stands within the item's text.
	case v.Direction == dateline.RightToLeft:
		return place + "، " + date
	default:
		return place + ", " + date
	}
}

// A counterpart is where an item stands in another language.
type counterpart struct{ language, path string }

// counterparts finds those of many items at once, of what is out. Lists do not
// carry them, because most lists do not show them.
func (a *API) counterparts(ctx context.Context, views []wire.View) (map[dateline.ItemID][]counterpart, error) {
	ids := make([]dateline.ItemID, len(views))
	for i := range views {
		ids[i] = views[i].ID
	}
	var filings map[dateline.ItemID]dateline.Filing
	// The filings are read here, for a Reader's views of lists do not carry them; what they
	// lead to is asked of the Reader all the same, which leaves out what is not out.
	err := a.cfg.Store.View(ctx, func(tx dateline.Tx) (err error) {
		filings, err = tx.FilingsOf(ctx, ids)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find counterparts: %w", err)
	}
	of := map[dateline.ItemID][]dateline.ItemID{} // items by their counterpart
	var others []dateline.ItemID
	for _, id := range ids {
		for _, other := range filings[id].Counterparts {
			if of[other] == nil {
				others = append(others, other)
			}
			of[other] = append(of[other], id)
		}
	}
	slices.Sort(others) // the same feed, the same bytes
	if len(others) == 0 {
		return nil, nil
	}
	found, err := a.cfg.Reader.Views(ctx, others)
	if err != nil {
		return nil, err
	}
	out := map[dateline.ItemID][]counterpart{}
	for i := range found {
		v := &found[i]
		for _, id := range of[v.ID] {
			out[id] = append(out[id], counterpart{v.Language, wire.Path(a.pub, v)})
		}
	}
	return out, nil
}
