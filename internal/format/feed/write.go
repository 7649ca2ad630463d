package feed

import (
	"time"

	"dateline"
)

// Out is one page of a feed that goes out, in no format yet. Everything in it
// may come from outside: the writers clean and escape all of it.
type Out struct {
	ID          string // a tag: address that never changes
	Title       string
	Description string
	Language    string // BCP 47
	Author      string // the publication's name
	Generator   string
	Home        string // address of the page for people
	Self        string // address of this feed
	Next        string // address of the next page, older entries; "" on the last
	// Updated is when the feed last changed.
	Updated time.Time
	// AsOf is the past time that the feed shows; zero when it shows now.
	AsOf    time.Time
	Entries []OutEntry
	// Gone are the entries that were withdrawn: a reader must drop them.
	Gone []OutGone
}

// OutGone is an entry that was withdrawn, and nothing of what it said.
type OutGone struct {
	ID   string
	When time.Time
	Note string // that it was withdrawn, in the feed's language
}

// OutEntry is one entry of a feed: as much of an item as may go out.
type OutEntry struct {
	ID      string // a tag: address, the same for all versions
	Version int
	URL     string // the item's page
	Via     string // the item at its source
	Title   string

	Language  string // BCP 47, "" when unknown
	Direction dateline.Direction

	Notices []string // ready to be read, the newest first; they stand before everything else
	// Summary is the standfirst or the excerpt, as plain text.
	Summary  string
	Dateline string           // opens the text
	Body     []dateline.Block // only of items that go out whole
	Picture  *dateline.Picture

	Authors    []string // people; the source when there are none
	Credit     string
	More       string // invites to Via: "Read the whole item at …"; the credit is the link when empty
	Source     string // name of the source
	SourceFeed string // address of the feed of this source alone
	Genre      dateline.Genre
	Urgency    dateline.Urgency

	Published dateline.Stamp
	Updated   time.Time // of this version, or of the last notice on it
	// Alternates are the addresses of the item in other languages.
	Alternates []Alternate
}

// An Alternate is where the same item stands in another language.
type Alternate struct {
	Language string
	URL      string
}

// exact gives the instant of a stamp that claims one. A bare day and a clock
// without a zone are not instants, and a feed must not make them look so.
func exact(s dateline.Stamp) (time.Time, bool) {
	return s.Time, !s.IsZero() && s.Zone != "" && s.Precision != dateline.ToDay && plausible(s.Time)
}

// plausible keeps to the years that every feed format can write.
func plausible(t time.Time) bool { return t.Year() >= 1 && t.Year() <= 9999 }

// instant is RFC 3339 in UTC, in whole seconds. A time that was never set is the
// epoch: Atom has to have one.
func instant(t time.Time) string {
	if t.IsZero() || !plausible(t) {
		t = time.Unix(0, 0)
	}
	return t.UTC().Format(time.RFC3339)
}

// byline is who wrote an entry: people, else the source, else nobody.
func (e *OutEntry) byline() []string {
	names := make([]string, 0, len(e.Authors))
	for _, n := range e.Authors {
		if n = line(n); n != "" {
			names = append(names, n)
		}
	}
	if source := line(e.Source); len(names) == 0 && source != "" {
		names = append(names, source)
	}
	return names
}
