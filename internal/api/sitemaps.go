package api

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/format/sitemap"
	"dateline/internal/wire"
)

// sitemapItems is how many items a sitemap has: far fewer than the protocol
// allows, so that one is made in an instant.
const sitemapItems = 1000

// sitemapStories is how many stories are listed, those with the newest items.
// What is told no more changes no more, and its items lead to it.
const sitemapStories = 500

// sitemapPersons is how many persons are listed: of those whom the desk has
// confirmed, the ones who spoke last. The desk confirms few.
const sitemapPersons = 100

// newsAge is how old the items of the news sitemap may be, as its readers ask.
const newsAge = 48 * time.Hour

// sitemapDay is how the day of a sitemap stands in its address.
const sitemapDay = "20060102"

// sitemapIndex lists one sitemap of the pages that are always there, then those
// of each day. A day's sitemap does not change because of later items, so that
// a crawler need not read the past again.
func (a *API) sitemapIndex(r *http.Request) (answer, error) {
	files := []sitemap.URL{{Loc: a.pub.Base + "/sitemap-pages.xml"}}
	err := a.cfg.Store.View(r.Context(), func(tx dateline.Tx) error {
		hidden, err := wire.DeskOnly(r.Context(), tx)
		if err != nil {
			return err
		}
		return a.eachDay(r.Context(), tx, hidden, func(day time.Time, items int) bool {
			for n := 1; (n-1)*sitemapItems < items; n++ {
				files = append(files, sitemap.URL{Loc: a.pub.Base + sitemapPath(day, n)})
			}
			// Days that do not fit are the oldest; crawlers have them by then.
			return len(files)+items/sitemapItems < sitemap.MaxURLs
		})
	})
	if err != nil {
		return answer{}, fmt.Errorf("index of sitemaps: %w", err)
	}
	return xmlAnswer(func(w io.Writer) error { return sitemap.WriteIndex(w, files) })
}

// eachDay calls f with the days on which items of others than hidden stand, newest
// first, and how many there are, until it says no.
func (a *API) eachDay(ctx context.Context, tx dateline.Filings, hidden []dateline.SourceID, f func(day time.Time, items int) bool) error {
	q := dateline.FilingQuery{Statuses: []dateline.PubStatus{dateline.Usable}, Out: a.cfg.Now(), Limit: 1}
	for {
		newest, err := tx.Filings(ctx, q)
		if err != nil || len(newest) == 0 {
			return err
		}
		day := dayOf(newest[0].When)
		onDay := q
		onDay.Since = day
		onDay.Before = dateline.Place{Time: day.AddDate(0, 0, 1)}
		// A file more than the public items fill would tell that there are others.
		items, err := wire.CountPublic(ctx, tx, onDay, hidden)
		if err != nil || !f(day, items) {
			return err
		}
		// From day to day with items: a wire that took in an archive has gaps of years.
		q.Before = dateline.Place{Time: day}
	}
}

// dayOf is the day of UTC: a sitemap is of the wire and not of an edition with its zone.
func dayOf(t time.Time) time.Time { return t.UTC().Truncate(24 * time.Hour) }

// sitemapPath numbers from the second file of a day on, so that the first keeps its address
// when a second one is needed.
func sitemapPath(day time.Time, n int) string {
	path := "/sitemap-" + day.Format(sitemapDay)
	if n > 1 {
		path += "-" + strconv.Itoa(n)
	}
	return path + ".xml"
}

// parseSitemapPath reads what sitemapPath writes.
func parseSitemapPath(path string) (day time.Time, n int, err error) {
	name, _ := strings.CutPrefix(path, "/sitemap-")
	name, _ = strings.CutSuffix(name, ".xml")
	date, number, _ := strings.Cut(name, "-")
	n = 1
	if number != "" {
		n, _ = strconv.Atoi(number)
	}
	day, err = time.Parse(sitemapDay, date)
	if err != nil || n < 1 || n > sitemap.MaxURLs || path != sitemapPath(day, n) { // the index never has more
		return day, n, fmt.Errorf("sitemap %q: %w", path, dateline.ErrNotFound)
	}
	return day, n, nil
}

// isSitemap reports whether an address is one of a sitemap other than the index.
func isSitemap(path string) bool {
	return strings.HasPrefix(path, "/sitemap-") && strings.HasSuffix(path, ".xml")
}

// sitemap lists items of one day, newest first.
func (a *API) sitemap(r *http.Request) (answer, error) {
	if r.URL.Path == "/sitemap-pages.xml" {
		return a.pagesSitemap(r)
	}
	day, n, err := parseSitemapPath(r.URL.Path)
	if err != nil {
		return answer{}, err
	}
	// Counted in views: a page of the list is short of what may not go out, and the
	// index has counted without that.
	var views []wire.View
	page, before := wire.Page{Next: dateline.Place{Time: day.AddDate(0, 0, 1)}}, (n-1)*sitemapItems
	for len(views) < sitemapItems && page.Next != (dateline.Place{}) {
		page, err = a.cfg.Reader.List(r.Context(), wire.Query{Since: day, Before: page.Next, Limit: sitemapItems})
		if err != nil {
			return answer{}, err
		}
		// Files before this one are read again and passed over: an address has a number and no
		// place in the list.
		skip := min(before, len(page.Views))
		before -= skip
		views = append(views, page.Views[skip:]...)
	}
	urls, err := a.itemURLs(r.Context(), views[:min(sitemapItems, len(views))])
	if err != nil {
		return answer{}, err
	}
	// An empty list is not valid, and a day on which nothing is out has no file.
	if len(urls) == 0 {
		return answer{}, fmt.Errorf("sitemap %q: %w", r.URL.Path, dateline.ErrNotFound)
	}
	return xmlAnswer(func(w io.Writer) error { return sitemap.Write(w, urls) })
}

// pagesSitemap lists the front pages, the pages of sources, and those of stories
// and persons, which belong to no day: items of several days make one.
func (a *API) pagesSitemap(r *http.Request) (answer, error) {
	urls := a.inEditions(func(language string) string { return "/" + language + "/" })
	sources, err := a.cfg.Reader.Sources(r.Context())
	if err != nil {
		return answer{}, err
	}
	for _, s := range sources {
		// Room is kept for stories and persons, which crawlers find nowhere else.
		if len(urls) > sitemap.MaxURLs-(1+sitemapStories+sitemapPersons)*len(a.editions) {
			break
		}
		urls = append(urls, a.inEditions(func(language string) string { return wire.SourcePath(language, s.ID) })...)
	}
	stories, err := a.cfg.Reader.NewestStories(r.Context(), sitemapStories)
	if err != nil {
		return answer{}, err
	}
	for _, s := range stories {
		pages := a.inEditions(func(language string) string { return wire.StoryPath(language, s.ID) })
		for i := range pages {
			pages[i].LastMod = sitemap.At(s.Last.UTC())
		}
		urls = append(urls, pages...)
	}
	persons, err := a.cfg.Reader.Confirmed(r.Context(), sitemapPersons)
	if err != nil {
		return answer{}, err
	}
	for _, p := range persons {
		urls = append(urls, a.inEditions(func(language string) string { return wire.PersonPath(language, p) })...)
	}
	return xmlAnswer(func(w io.Writer) error { return sitemap.Write(w, urls) })
}

// newsSitemap lists the items of the last two days, or the front pages when
// there are none: an empty list is not valid.
func (a *API) newsSitemap(r *http.Request) (answer, error) {
	page, err := a.cfg.Reader.List(r.Context(), wire.Query{Since: a.cfg.Now().Add(-newsAge), Limit: sitemapItems})
	if err != nil {
		return answer{}, err
	}
	urls, err := a.itemURLs(r.Context(), page.Views)
	if err != nil {
		return answer{}, err
	}
	news := urls[:0]
	for i := range urls {
		// urls and page.Views are parallel, and news is written behind the place that is read.
		if urls[i].News = a.news(&page.Views[i]); urls[i].News != nil {
			news = append(news, urls[i])
		}
	}
	if len(news) == 0 {
		news = a.inEditions(func(language string) string { return "/" + language + "/" })
	}
	return xmlAnswer(func(w io.Writer) error { return sitemap.Write(w, news) })
}

// news is what the news sitemap says of an item; nil when it stands in no
// edition's language, for which there is no publication.
func (a *API) news(v *wire.View) *sitemap.News {
	language, _, _ := strings.Cut(v.Language, "-")
	if _, ok := a.pub.Edition(language); !ok || v.Headline == "" {
		return nil
	}
	published := v.Stated()
	if published.IsZero() {
		published = sitemap.At(v.When.UTC()) // undated: when it was first seen
	}
	return &sitemap.News{
		Publication: a.pub.Names.In(language, "Dateline"), Language: language, Published: published, Title: v.Headline,
	}
}

// itemURLs are the pages of items with those of their counterparts, one for
// each view.
func (a *API) itemURLs(ctx context.Context, views []wire.View) ([]sitemap.URL, error) {
	elsewhere, err := a.counterparts(ctx, views)
	if err != nil {
		return nil, err
	}
	urls := make([]sitemap.URL, len(views))
	for i := range views {
		v := &views[i]
		self := counterpart{v.Language, wire.Path(a.pub, v)}
		urls[i] = sitemap.URL{Loc: a.href(self.path), LastMod: sitemap.At(updated(v).UTC())}
		if others := elsewhere[v.ID]; len(others) > 0 {
			urls[i].Alternates = a.alternates(append([]counterpart{self}, others...))
		}
	}
	return urls, nil
}

// inEditions is one page in all editions.
func (a *API) inEditions(path func(language string) string) []sitemap.URL {
	var all []counterpart
	for _, e := range a.editions {
		all = append(all, counterpart{e.Language(), path(e.Language())})
	}
	alternates := a.alternates(all)
	urls := make([]sitemap.URL, len(all))
	for i, c := range all {
		urls[i] = sitemap.URL{Loc: a.href(c.path), Alternates: alternates}
	}
	return urls
}

// alternates are the addresses of one page in its languages. Readers of none of
// them are sent to the first edition's, or else to the first there is.
func (a *API) alternates(all []counterpart) []sitemap.Alternate {
	out := make([]sitemap.Alternate, 0, len(all)+1)
	fallback := all[0]
	for _, c := range all {
		out = append(out, sitemap.Alternate{Language: c.language, URL: a.href(c.path)})
		if len(a.editions) > 0 && c.language == a.editions[0].Language() {
			fallback = c
		}
	}
	return append(out, sitemap.Alternate{Language: "x-default", URL: a.href(fallback.path)})
}

// xmlAnswer is a sitemap: it is kept until something is withdrawn.
func xmlAnswer(write func(io.Writer) error) (answer, error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return answer{}, err
	}
	return answer{contentType: "application/xml; charset=utf-8", tags: []string{tagWithdrawn}, caching: askAgain, body: b.Bytes()}, nil
}
