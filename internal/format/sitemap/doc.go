// Package sitemap reads and writes sitemaps (sitemaps.org 0.9): lists of pages
// with their addresses in other languages, lists of news, and indexes of such
// lists.
package sitemap

import (
	"time"

	"dateline"
)

// MaxURLs is how many addresses the protocol allows in one file.
const MaxURLs = 50_000

// MaxBytes is how large the protocol allows a file to be, uncompressed.
const MaxBytes = 50 << 20

// A Map is a file: pages, or further files if it is an index.
type Map struct {
	Index bool
	URLs  []URL
	// Cut tells that the file was broken or too long, and that URLs holds what
	// stood before.
	Cut error
}

// A URL is one page, or one file of an index.
type URL struct {
	Loc     string
	LastMod dateline.Stamp // zero when not given
	// Alternates are the addresses of the page in other languages, with itself.
	Alternates []Alternate
	News       *News // nil unless the page is news
}

// An Alternate is where a page stands in a language; "x-default" is for readers
// of no language that there is.
type Alternate struct {
	Language string
	URL      string
}

// News is what a news sitemap says of a page.
type News struct {
	Publication string // its name
	Language    string // ISO 639
	Published   dateline.Stamp
	Title       string
}

// At is a stamp of an instant.
func At(t time.Time) dateline.Stamp {
	if t.IsZero() {
		return dateline.Stamp{}
	}
	return dateline.Stamp{Time: t, Zone: t.Format("-07:00"), Precision: dateline.ToSecond, From: dateline.FromFeed, Confidence: dateline.Sure}
}
