package api

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/lang"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// A format is one in which feeds go out; its name ends their addresses.
type format struct {
	name, contentType string
	write             func(io.Writer, *feed.Out) error
}

// formats is a function because a variable of the package could be written to.
func formats() []format {
	return []format{
		{"rss", "application/rss+xml; charset=utf-8", feed.WriteRSS},
		{"atom", "application/atom+xml; charset=utf-8", feed.WriteAtom},
		{"json", "application/feed+json; charset=utf-8", feed.WriteJSON},
	}
}

// feedEntries is how many entries a page of a feed has.
const feedEntries = 50

// feedNotices is how many of the newest notices a feed looks back to.
const feedNotices = 30

// feedCarriers is how many items it brings again because what they were made from was
// corrected.
const feedCarriers = 50

// longestQuery is how long a query may be, in characters, as on the site.
const longestQuery = 300

// A contents is what a feed shows, before it has a format.
type contents struct {
	title, about string
	home         string // address of the page for people, within the site
	page         wire.Page
	notices      []wire.View // items with notices, withdrawn ones included
	// asOf is the past point that the feed shows, the zero time for now, and
	// changed the current versions of those items that had another one then.
	asOf    time.Time
	changed map[dateline.ItemID]int
}

// A reading gathers the contents of a feed.
type reading func(*http.Request, *locale.Edition) (contents, error)

// feed serves what a reading gives, in a format.
func (a *API) feed(e *locale.Edition, f format, read reading) handler {
	return func(r *http.Request) (answer, error) {
		c, err := read(r, e)
		if err != nil {
			return answer{}, err
		}
		out, err := a.out(r.Context(), e, c)
		if err != nil {
			return answer{}, err
		}
		if c.page.Next.Item != "" {
			out.Next = a.pub.Base + r.URL.EscapedPath() + "?before=" + placeText(c.page.Next)
		}
		return a.written(r, f, out)
	}
}

// written is a feed in its format, under the address that was asked for.
func (a *API) written(r *http.Request, f format, out *feed.Out) (answer, error) {
	out.Self = a.pub.Base + r.URL.String()
	// The address that was asked for is the feed's id: each page of a feed is a feed.
	out.ID = out.Self
	var b bytes.Buffer
	if err := f.write(&b, out); err != nil {
		return answer{}, err
	}
	return answer{contentType: f.contentType, tags: []string{tagNew, tagWithdrawn, tagPersons}, caching: askAgain, body: b.Bytes()}, nil
}

// editionFeed has what came onto the wire last, in the edition's language.
func (a *API) editionFeed(r *http.Request, e *locale.Edition) (contents, error) {
	words := e.Messages()
	name := a.name(e)
	c := contents{title: name, about: words.List.FrontAbout.With(name), home: "/" + e.Language() + "/"}
	return c, a.list(r, &c, wire.Query{Language: e.Language()}, e.Language())
}

// sourceFeed has what one source filed, in all its languages.
func (a *API) sourceFeed(r *http.Request, e *locale.Edition) (contents, error) {
	source, err := a.cfg.Reader.Source(r.Context(), dateline.SourceID(r.PathValue("id")))
	if err != nil {
		return contents{}, err
	}
	words := e.Messages()
	name := source.Names.In(e.Language(), source.Name)
	c := contents{
		title: words.List.Pages.With(name, a.name(e)), about: words.List.SourceFeed.With(name),
		home: wire.SourcePath(e.Language(), source.ID),
	}
	return c, a.list(r, &c, wire.Query{Source: source.ID}, "")
}

// storyFeed has the items that tell a story, in all their languages, at most as
// many as a page of any feed. A merged story's feed is that of the story it
// turned out to be, under its old address: a reader keeps what it follows.
func (a *API) storyFeed(r *http.Request, e *locale.Edition) (contents, error) {
	story, err := a.cfg.Reader.Story(r.Context(), dateline.StoryID(r.PathValue("id")))
	if err == nil && story.Merged != "" {
		story, err = a.cfg.Reader.Story(r.Context(), story.Merged)
	}
	if err != nil {
		return contents{}, err
	}
	words := e.Messages()
	head := story.Head(e.Language())
	c := contents{
		title: words.Match.Feed.With(head.Headline), home: wire.StoryPath(e.Language(), story.ID),
		about: e.Count(words.List.Items, story.Items) + " " + e.Count(words.Match.FromSources, story.Sources),
	}
	// Without a next page: a story is read whole on its page, and a reader wants what is new.
	c.page.Views = story.Views[:min(feedEntries, len(story.Views))]
	return c, nil
}

// noticesFeed has the items of an edition's language that were corrected,
// clarified or withdrawn, the last notice first.
func (a *API) noticesFeed(r *http.Request, e *locale.Edition) (contents, error) {
	words := e.Messages()
	c := contents{
		title: words.List.Pages.With(words.Frame.Notices, a.name(e)), about: words.List.NoticesAbout,
		home: "/" + e.Language() + "/notices",
	}
	before, err := parsePlace(r.URL.Query().Get("before"))
	if err != nil {
		return c, err
	}
	noticed, err := a.cfg.Reader.Notices(r.Context(), e.Language(), before, feedEntries)
	// As notices, so that withdrawn items among them are told as deleted and not shown.
	c.notices, c.page.Next = noticed.Views, noticed.Next
	return c, err
}

// searchFeed has the newest items that match a query, all of its words: whoever
// follows a feed wants no items that have only some of them. With as-of it has
// what stood at a past point, which changes no more but by what leaves the wire.
func (a *API) searchFeed(r *http.Request, e *locale.Edition) (contents, error) {
	given := r.URL.Query()
	query := given.Get("q")
	if query == "" {
		return contents{}, fmt.Errorf("a feed of a search needs a query, as in ?q=ferry: %w", dateline.ErrInvalid)
	}
	if n := utf8.RuneCountInString(query); n > longestQuery {
		return contents{}, fmt.Errorf("a query of %d characters: ask with at most %d: %w", n, longestQuery, dateline.ErrInvalid)
	}
	found, err := a.cfg.Reader.Search(r.Context(), wire.Question{
		Text: query, Language: e.Language(), Newest: true, All: true, Limit: feedEntries, AsOf: given.Get("as-of"),
	})
	if err != nil {
		return contents{}, err
	}
	words := e.Messages()
	title := words.Search.Title.With(query)
	c := contents{
		title: words.List.Pages.With(title, a.name(e)), about: title,
		home: "/" + e.Language() + "/search?" + r.URL.RawQuery, changed: map[dateline.ItemID]int{},
	}
	if found.AsOf != nil {
		c.asOf = found.AsOf.Time
		c.about = words.Search.AsOfAt.With(e.DateTime(c.asOf))
		c.title = words.List.Pages.With(title, c.about)
	}
	for i := range found.Hits {
		h := &found.Hits[i]
		c.page.Views = append(c.page.Views, h.View)
		if h.Changed() {
			c.changed[h.View.ID] = h.Current
		}
	}
	return c, nil
}

// list fills the contents with one page of a list. The first page also has what
// was corrected or withdrawn lately, so that a reader who polls learns of it.
func (a *API) list(r *http.Request, c *contents, q wire.Query, language string) (err error) {
	// By release and not by publication, or what a desk lets out late would come in below what
	// a reader has already seen and be missed.
	q.ByRelease, q.Limit = true, feedEntries
	if q.Before, err = parsePlace(r.URL.Query().Get("before")); err != nil {
		return err
	}
	// Later pages are for who fetches the whole file; they get each item once.
	if c.page, err = a.cfg.Reader.List(r.Context(), q); err != nil || q.Before.Item != "" {
		return err
	}
	noticed, err := a.cfg.Reader.Notices(r.Context(), language, dateline.Place{}, feedNotices)
	if err != nil {
		return err
	}
	copies, err := a.carriers(r.Context(), noticed.Views)
	copies = slices.DeleteFunc(copies, func(v wire.View) bool { return language != "" && lang.Base(v.Language) != language })
	for _, v := range append(noticed.Views, copies...) {
		if q.Source == "" || v.Source.ID == q.Source {
			c.notices = append(c.notices, v)
		}
	}
	return err
}

// carriers are the items that were made from some and whose readers must learn that
// those were corrected: who kept a copy last week does not look at its origin.
func (a *API) carriers(ctx context.Context, noticed []wire.View) ([]wire.View, error) {
	families, err := a.cfg.Reader.Families(ctx, idsOf(noticed))
	if err != nil {
		return nil, err
	}
	var ids []dateline.ItemID
	for i := range noticed { // in their order, so that the same feed has the same bytes
		family := families[noticed[i].ID]
		for j := range family.Members {
			id := family.Members[j].View.ID
			if len(ids) < feedCarriers && !slices.Contains(ids, id) && len(family.Corrections(id)) > 0 {
				ids = append(ids, id)
			}
		}
	}
	return a.cfg.Reader.Views(ctx, ids)
}

// out turns contents into a feed, the latest change first.
func (a *API) out(ctx context.Context, e *locale.Edition, c contents) (*feed.Out, error) {
	out := &feed.Out{
		Title: c.title, Description: c.about, Language: e.Tag(), Author: a.name(e), Generator: "Dateline",
		Home: a.pub.Base + c.home, AsOf: c.asOf,
	}
	views := c.page.Views
	for _, v := range c.notices {
		listed := slices.ContainsFunc(views, func(w wire.View) bool { return w.ID == v.ID })
		switch {
		// Also when it is listed no more: a reader may have kept it for months.
		case v.Status == dateline.Canceled:
			out.Gone = append(out.Gone, a.gone(e, &v))
		case !listed:
			views = append(views, v)
		}
	}
	elsewhere, err := a.counterparts(ctx, views)
	if err != nil {
		return nil, err
	}
	families, err := a.cfg.Reader.Families(ctx, idsOf(views))
	if err != nil {
		return nil, err
	}
	for i := range views {
		entry := a.entry(e, &views[i])
		if current, changed := c.changed[views[i].ID]; changed {
			note := e.Messages().Search.ChangedSince.With(e.Figure(views[i].Version), e.Figure(current))
			entry.Notices = append([]string{note}, entry.Notices...)
		}
		family := families[views[i].ID]
		for _, n := range family.Corrections(views[i].ID) { // the newest comes to stand first
			entry.Notices = append([]string{sourceNotice(e, n)}, entry.Notices...)
			entry.Updated = latest(entry.Updated, n.Time)
		}
		for _, p := range elsewhere[views[i].ID] {
			entry.Alternates = append(entry.Alternates, feed.Alternate{Language: p.language, URL: a.href(p.path)})
		}
		out.Entries = append(out.Entries, entry)
	}
	// By the last change, for many readers look at the first entries alone.
	slices.SortStableFunc(out.Entries, func(x, y feed.OutEntry) int { return y.Updated.Compare(x.Updated) })
	out.Updated = lastChange(out)
	return out, nil
}

// lastChange is the time of the newest thing in a feed. It depends on the feed
// alone, so that the same feed has the same bytes.
func lastChange(out *feed.Out) (last time.Time) {
	for _, e := range out.Entries {
		last = latest(last, e.Updated)
	}
	for _, g := range out.Gone {
		last = latest(last, g.When)
	}
	return last
}

// placeText writes a place in a list for an address.
func placeText(p dateline.Place) string {
	return strconv.FormatInt(p.Time.UnixNano(), 10) + "-" + string(p.Item)
}

// parsePlace bounds the id: places come from anybody, and each that is answered is kept.
func parsePlace(s string) (dateline.Place, error) {
	if s == "" {
		return dateline.Place{}, nil
	}
	nanos, item, _ := strings.Cut(s, "-")
	n, err := strconv.ParseInt(nanos, 10, 64)
	if err != nil || item == "" || len(item) > 64 {
		return dateline.Place{}, fmt.Errorf("%q is no place in this feed; begin again without \"before\": %w", s, dateline.ErrInvalid)
	}
	return dateline.Place{Time: time.Unix(0, n).UTC(), Item: dateline.ItemID(item)}, nil
}
