package feed

import (
	"strings"
	"time"

	"dateline"
)

// A Feed is what a feed says of itself, in whatever format it came.
type Feed struct {
	Format   string // "rss", "atom" or "json"
	Version  string // "2.0"; "" when it does not say
	Encoding string // that it was decoded from

	ID       string
	Title    Text
	Subtitle Text
	Site     string // address of the page for people
	Self     string // address that it claims for itself
	Hub      string // WebSub hub
	Language string // BCP 47 as written
	Image    string
	Rights   Text

	Published, Updated    string // as written; see Stamp
	Authors, Contributors []Person
	Categories            []string
	Generator             string
	Links                 []Link

	// Every is how long the feed asks to be left alone between polls (ttl,
	// sy:updatePeriod); 0 when it does not ask.
	Every time.Duration

	Entries []Entry
	// Gone are the entries that the feed says it has deleted.
	Gone []Gone
	// Warnings say what had to be mended, in plain words.
	Warnings []string
	// Cut says that the document broke off; the entry at the cut is left out.
	Cut bool
}

// An Entry is one entry of a feed as filed: markup is still in it.
type Entry struct {
	ID    string // guid, id, rdf:about; "" when it has none
	Link  string // address of its page, absolute where that can be known
	Title Text

	Summary Text
	Content Text // zero when there is only a summary

	Published, Updated    string // as written; see Stamp
	Authors, Contributors []Person
	Categories            []string
	Language              string // of xml:lang, the entry's own or inherited
	Rights                Text
	Comments              string // address
	Origin                Origin
	Enclosures            []Enclosure
	Picture               *dateline.Picture
	Links                 []Link

	raw  string // the entry as it stands in the document, decoded
	head string // what a document of its own begins with, for raw to mean the same there
}

// Document is the entry alone as a feed of its own, with the entry's text as it
// stands in the feed it came from: the copy to keep, which Parse reads again. What
// it inherited there goes with it: language, base, authors and the meaning of prefixes.
func (e *Entry) Document() []byte {
	if strings.HasPrefix(e.raw, "{") {
		return []byte(e.head + `"items":[` + e.raw + `]}`)
	}
	name := strings.TrimPrefix(e.head[:strings.IndexAny(e.head, " >")], "<")
	return []byte(e.head + e.raw + "</" + name + ">")
}

// Gone is an entry that its feed has deleted: Atom's at:deleted-entry (RFC 6721),
// and what this package writes into a JSON Feed. RSS has no word for it.
type Gone struct {
	ID   string // that the entry had
	When string // as written; see Stamp
}

// A Person is somebody that a feed names.
type Person struct{ Name, Email string }

// An Origin is the feed that an entry was taken over from.
type Origin struct {
	ID    string
	Title Text
	Link  string
}

// An Enclosure is a file that goes with an entry.
type Enclosure struct{ URL, Type, Length string }

// A Link is an address with what it is to the feed or the entry.
type Link struct{ Rel, URL, Type, Language string }
