package dateline

import "time"

// A SourceID names a source: lower-case letters, digits and hyphens, unique in
// a publication and part of addresses.
type SourceID string

// A Source files copy.
type Source struct {
	ID       SourceID   `json:"id"`
	Name     string     `json:"name"`             // as it calls itself
	Names    Names      `json:"names,omitempty"`  // by edition language, where it differs
	Kind     SourceKind `json:"kind,omitempty"`   // "" is unknown
	Feed     string     `json:"feed,omitempty"`   // address of the feed; "" for files and own items
	Site     string     `json:"site,omitempty"`   // address for people
	Language string     `json:"language"`         // BCP 47, of most of its copy; "" unknown
	Zone     string     `json:"zone,omitempty"`   // IANA name, for stamps without one
	Folder   string     `json:"folder,omitempty"` // of an OPML list, "/" between levels

	Usage       Usage  `json:"usage"`
	UsageReason string `json:"usageReason,omitempty"` // who allowed full, and why; needed for Full
	Rule        Rule   `json:"rule"`                  // what the desk does with its items

	Pages        PageMode      `json:"pages"`
	Again        AgainMode     `json:"again,omitempty"`        // whether pages that were read are looked at again
	Lost         Rule          `json:"lost,omitempty"`         // what the desk does with an item whose page is away; "" and release only tell it
	AllowPrivate bool          `json:"allowPrivate,omitempty"` // may stand on a private or loopback address
	Delay        time.Duration `json:"delay,omitempty"`        // between requests to its host; negative means none
	// Attributes are those of an OPML outline that Dateline has no word for;
	// they go out again as they came.
	Attributes map[string]string `json:"attributes,omitempty"`

	Retired bool `json:"retired,omitempty"` // answered 410, or retired by a person
	// Accepted is when a person last took how it is read for usual; what was
	// missing before that is not missed any more.
	Accepted time.Time `json:"accepted,omitzero"`
	Poll     Poll      `json:"poll,omitzero"` // written by the intake only
}

// Names are names of one thing by language.
type Names map[string]string

// In gives the name in the language, or fallback.
func (n Names) In(language, fallback string) string {
	if s := n[language]; s != "" {
		return s
	}
	return fallback
}

// A SourceKind says who a source is.
type SourceKind string

// The kinds of source.
const (
	Agency       SourceKind = "agency"
	StateAgency  SourceKind = "state-agency"
	Outlet       SourceKind = "outlet"
	OfficialBody SourceKind = "official"
	Company      SourceKind = "company"
	Own          SourceKind = "own" // the publication itself
)

// SourceKinds are those that a person may choose: all but the publication itself.
func SourceKinds() []SourceKind {
	return []SourceKind{Agency, StateAgency, Outlet, OfficialBody, Company}
}

// OwnSource is the id of the source under which a publication files itself.
const OwnSource SourceID = "own"

// Usage is what may go out of a source's copy. The zero value is Excerpt: full
// needs a person and a recorded reason.
type Usage string

// The usages.
const (
	UsageFull    Usage = "full"    // everything
	UsageExcerpt Usage = "excerpt" // headline, at most 40 words, credit and link; no picture
	UsageLink    Usage = "link"    // headline, credit and link
	UsageDesk    Usage = "desk"    // nothing; for the desk alone
)

// Usages are all of them, the widest first.
func Usages() []Usage { return []Usage{UsageFull, UsageExcerpt, UsageLink, UsageDesk} }

// A Rule is what the desk does with a source's items when no person decides.
// The zero value releases.
type Rule string

// The rules.
const (
	RuleRelease Rule = "release"
	RuleHold    Rule = "hold"
	RuleKill    Rule = "kill"
)

// Rules are all of them.
func Rules() []Rule { return []Rule{RuleRelease, RuleHold, RuleKill} }

// A PageMode says when the intake reads the page behind a feed entry.
type PageMode string

// The page modes. The zero value reads the page when the entry is short.
const (
	PagesAlways PageMode = "always"
	PagesShort  PageMode = "short"
	PagesNever  PageMode = "never"
)

// PageModes are all of them, the usual one first.
func PageModes() []PageMode { return []PageMode{PagesShort, PagesAlways, PagesNever} }

// An AgainMode says whether the intake looks again at the pages that it has read.
type AgainMode string

// The modes of looking again. The zero value does.
const (
	AgainDefault AgainMode = ""
	AgainNever   AgainMode = "never"
)

// Poll is the state of polling a source. It is written in the transaction that
// keeps the items of that poll, so that a crash can repeat a poll but never
// lose one.
type Poll struct {
	ETag         string        `json:"etag,omitempty"`
	LastModified string        `json:"lastModified,omitempty"`
	Next         time.Time     `json:"next,omitzero"` // when it is due
	Interval     time.Duration `json:"interval,omitempty"`
	LastTry      time.Time     `json:"lastTry,omitzero"`
	LastGood     time.Time     `json:"lastGood,omitzero"`
	LastError    string        `json:"lastError,omitempty"` // in plain words; "" after a good poll
	Cause        string        `json:"cause,omitempty"`     // of LastError, in the one word that counts it: timeout, status, feed …
	Failures     int           `json:"failures,omitempty"`  // in a row
	Seen         int           `json:"seen,omitempty"`      // entries ever listed by its feed
	PerDay       float64       `json:"perDay,omitempty"`    // new entries a day expected from its rhythm
	LastNew      time.Time     `json:"lastNew,omitzero"`    // when the last new entry came
	// Warning is what was wrong with copy that was taken in all the same.
	Warning string `json:"warning,omitempty"`
	// Looked is how many pages were looked at again lately, and Edited on how many
	// of them something had changed; both fade with time.
	Looked float64 `json:"looked,omitempty"`
	Edited float64 `json:"edited,omitempty"`
	// Reading is what its items usually have, and what they have lost.
	Reading Reading `json:"reading,omitzero"`
}
