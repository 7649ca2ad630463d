package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/intake/fetch"
	"dateline/internal/read/clean"
)

// tries bounds how many addresses are asked on the search for a site's feeds: the
// usual ones of a folder and of its host.
const tries = 20

// A Candidate is a feed that was found and reads well.
type Candidate struct {
	Feed     string
	Title    string
	Site     string
	Language string
	Entries  int
}

// Source makes a new source of a candidate, with the defaults: its items are
// released as excerpts.
func (c Candidate) Source() dateline.Source {
	return dateline.Source{ID: IDFor(first(c.Site, c.Feed)), Name: first(clean.Line(c.Title), withoutLogin(c.Feed)), Feed: c.Feed, Site: c.Site, Language: c.Language}
}

// Discover finds the feeds behind an address: the address itself when it is a
// feed, else those that the page names, else those under the usual paths of its
// host. Of as, what the source is going to be, only its manners count: whether
// private addresses are allowed, and the delay. ErrNotFound when there are none.
func (in *Intake) Discover(ctx context.Context, address string, as dateline.Source) ([]Candidate, error) {
	if address = webAddress(address); !strings.Contains(address, "://") {
		address = "https://" + address
	}
	d := discovery{in: in, as: as, login: address, seen: map[string]bool{}}
	var page *feed.PageError
	var refused *fetch.Error
	names := "names no feed"
	err := d.try(ctx, address)
	switch {
	case err == nil:
		return d.found, nil
	case errors.As(err, &page):
		slices.SortStableFunc(page.Feeds, func(a, b feed.Found) int { return cmp.Compare(rank(a), rank(b)) })
		for _, f := range page.Feeds {
			if f.Hinted && len(d.found) > 0 {
				break // what the page names outright goes before links
			}
			_ = d.try(ctx, f.URL) // one that fails is no feed of the site
		}
	case errors.As(err, &refused) && !errors.Is(err, dateline.ErrNotFound):
		return nil, fmt.Errorf("look for feeds at %s: %w", address, err)
	default:
		names = fmt.Sprintf("is no feed (%v)", err)
	}
	for _, usual := range usualPlaces(address) {
		if len(d.found) > 0 || ctx.Err() != nil {
			break
		}
		_ = d.try(ctx, usual)
	}
	if len(d.found) == 0 {
		return nil, fmt.Errorf("%s %s and its host has none under the usual paths; give the feed's own address: %w", address, names, dateline.ErrNotFound)
	}
	return d.found, nil
}

// rank puts what readers write about the items behind the items, and links behind
// what the page names outright.
func rank(f feed.Found) int {
	n := 0
	if f.Hinted {
		n = 2
	}
	if strings.Contains(strings.ToLower(f.Title+f.URL), "comment") || strings.Contains(f.Title, "تعليق") {
		n++
	}
	return n
}

// usualPlaces are where feeds often stand: in the folder of an address, a blog
// beside a company's pages say, and at the root of its host.
func usualPlaces(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	folder := strings.TrimSuffix(u.Path, "/")
	if folder != "" && strings.Contains(path.Base(folder), ".") { // a file
		folder = strings.TrimSuffix(path.Dir(folder), "/")
	}
	folders := []string{folder, ""}
	if folder == "" {
		folders = folders[1:]
	}
	var out []string
	for _, folder := range folders {
		for _, name := range feed.CommonPaths() {
			out = append(out, (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: folder}).String()+name)
		}
	}
	return out
}

// A discovery is one search.
type discovery struct {
	in    *Intake
	as    dateline.Source
	login string // good for the feeds of the site's host, too
	seen  map[string]bool
	found []Candidate
}

// try fetches an address and adds it if it is a feed.
func (d *discovery) try(ctx context.Context, address string) error {
	// Counted by addresses and not by requests that went well: each costs the site one.
	if d.seen[address] || len(d.seen) > tries {
		return dateline.ErrNotFound
	}
	d.seen[address] = true
	r := fetch.Request{URL: address, Accept: acceptFeeds + ", text/html;q=0.6", AllowPrivate: d.as.AllowPrivate, Delay: d.as.Delay, Part: true, Login: d.login}
	return d.in.fetch.Do(ctx, r, func(r *fetch.Response) error {
		if r.URL != address && d.seen[r.URL] { // the same feed by another way
			return dateline.ErrNotFound
		}
		d.seen[r.URL] = true
		f, err := feed.Parse(r.Body, feed.Input{ContentType: r.ContentType, URL: r.URL})
		if err != nil {
			return err
		}
		at := address // as long as the server sends on from there only for now
		if r.Moved != "" {
			at = r.Moved
		} else if u, err := url.Parse(address); err == nil && r.Login != nil {
			u.User = r.Login // without it no poll would get the feed
			at = u.String()
		}
		d.found = append(d.found, Candidate{Feed: at, Title: f.Title.Plain(), Site: f.Site, Language: f.Language, Entries: len(f.Entries)})
		return nil
	})
}
