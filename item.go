package dateline

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"
)

// An ItemID names an item for good, over all its versions: 13 characters of
// a-z and 2-7, derived from the source and the source's own name for the item,
// so that the same entry taken in twice is the same item.
type ItemID string

// NewItemID derives the id of the item that source calls guid.
func NewItemID(source SourceID, guid string) ItemID {
	sum := sha256.Sum256([]byte(string(source) + "\x00" + guid))
	return ItemID(strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10])[:13]))
}

// An Item is one version of one piece of news.
type Item struct {
	ID       ItemID   `json:"id"`
	Version  int      `json:"version"` // 1 is the first; the store numbers them
	Source   SourceID `json:"source"`
	GUID     string   `json:"guid"` // the source's own name for it
	URL      string   `json:"url,omitempty"`
	Language string   `json:"language"` // BCP 47; "und" when unknown
	// Direction is that of the item's own text, never that of its feed.
	Direction Direction `json:"direction"`

	Headline   string   `json:"headline"`
	Slugline   string   `json:"slugline,omitempty"`
	Standfirst string   `json:"standfirst,omitempty"`
	Byline     []string `json:"byline,omitempty"` // people, or the desk that stands for them; never the outlet
	Dateline   Dateline `json:"dateline,omitzero"`
	CreditLine string   `json:"creditLine,omitempty"`
	// Opening is what dateline and credit were read from, as it was written
	// before the first word of the text. It is not kept: the text stands without.
	Opening string `json:"-"`
	// SourceKind is who its own page says that the publisher is. What a person
	// says of the source goes before it.
	SourceKind SourceKind `json:"sourceKind,omitempty"`
	Genre      Genre      `json:"genre,omitempty"`
	Urgency    Urgency    `json:"urgency,omitempty"`
	Section    string     `json:"section,omitempty"`
	Keywords   []string   `json:"keywords,omitempty"`

	Published Stamp `json:"published,omitzero"`
	Updated   Stamp `json:"updated,omitzero"`
	// FirstSeen is when its first version came in; Received when this one did.
	FirstSeen time.Time `json:"firstSeen,omitzero"`
	Received  time.Time `json:"received,omitzero"`
	// Embargo holds the item back until then; zero means none.
	Embargo   time.Time `json:"embargo,omitzero"`
	PubStatus PubStatus `json:"pubStatus,omitempty"`
	// Notices are those that the copy itself carries, such as "Corrects paragraph 3".
	Notices []Notice `json:"notices,omitempty"`

	Body         []Block       `json:"body,omitempty"`
	Summary      bool          `json:"summary,omitempty"` // the body is the source's summary, not the whole text
	Picture      *Picture      `json:"picture,omitempty"`
	Rights       Rights        `json:"rights,omitzero"`
	Translations []Translation `json:"translations,omitempty"`

	Copy CopyRef `json:"copy,omitempty"` // the raw copy it was read from, in the morgue
	// Digest is that of the copy as filed; an entry with the digest of the
	// kept version needs no reading again.
	Digest string `json:"digest,omitempty"`
}

// skew is by how much clocks of sources may be fast without being wrong.
const skew = 10 * time.Minute

// When is the time an item is ordered by: published, else first seen. What says
// that it was published after this version came in has the wrong clock or zone
// (the hour of Riyadh called GMT), and would stand above all news until that hour
// comes. What a source files anew with a later time moves there.
func (i *Item) When() time.Time {
	if !i.Dated() || i.early() {
		return i.FirstSeen
	}
	return i.Published.Instant()
}

// early reports that it says that it was published after it had come in.
func (i *Item) early() bool {
	came := i.FirstSeen
	if i.Received.After(came) {
		came = i.Received
	}
	return !came.IsZero() && i.Published.Instant().After(came.Add(skew))
}

// Dated reports that it can have been published when it says, by some clock: not
// before telegraphs, and not more than a day after it was seen. A day is what
// wall clocks and careless zones need; its date still tells what "today" is.
func (i *Item) Dated() bool {
	t := i.Published.Instant()
	return !t.IsZero() && t.Year() >= 1840 && (i.FirstSeen.IsZero() || !t.After(i.FirstSeen.Add(24*time.Hour)))
}

// Text is the body as plain text with a blank line between blocks.
func (i *Item) Text() string {
	parts := make([]string, 0, len(i.Body))
	for _, b := range i.Body {
		if t := b.Plain(); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "\n\n")
}

// A Dateline is the place and the day that open a report, as written.
type Dateline struct {
	Place string `json:"place,omitempty"`
	Date  string `json:"date,omitempty"`
}

// A Direction is that of a text: "ltr" or "rtl".
type Direction string

// The directions.
const (
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// A Genre says what kind of piece an item is; "" is unknown, shown as a report.
type Genre string

// The genres.
const (
	Report       Genre = "report"
	Analysis     Genre = "analysis"
	Opinion      Genre = "opinion"
	PressRelease Genre = "press-release"
	Sponsored    Genre = "sponsored"
)

// Urgency is IPTC's: 1 is a flash, 8 the least; 0 means that none was given.
type Urgency int

// Flash is the urgency of news that interrupts.
const Flash Urgency = 1

// PubStatus is IPTC's publishing status of a version; "" reads as usable.
type PubStatus string

// The publishing statuses.
const (
	Usable   PubStatus = "usable"
	Withheld PubStatus = "withheld"
	Canceled PubStatus = "canceled"
)

// A Notice tells readers what happened to an item: a correction, a kill.
type Notice struct {
	Kind DecisionKind `json:"kind"` // Correct, Clarify, Withdraw, Kill, Update
	Text string       `json:"text"`
}

// Rights is what the copy itself says about its use.
type Rights struct {
	UsageTerms string `json:"usageTerms,omitempty"`
	Holder     string `json:"holder,omitempty"`
	Paywalled  bool   `json:"paywalled,omitempty"` // isAccessibleForFree: false
	NoMining   bool   `json:"noMining,omitempty"`  // a text-mining reservation
}

// A Picture goes with an item. Its rights are not those of the text.
type Picture struct {
	URL     string `json:"url"`
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"`
}

// A Translation is the address at which the source says the same item stands in
// another language.
type Translation struct {
	Language string `json:"language"`
	URL      string `json:"url"`
}
