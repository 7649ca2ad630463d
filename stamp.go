package dateline

import "time"

// A Stamp is a time as a source claims it: with its zone, its precision, where
// it was read from, and how sure that is. The zero Stamp means undated.
type Stamp struct {
	// Time is the instant when the zone is known or proposed, else the wall
	// clock of the page written as if it were UTC.
	Time time.Time `json:"time,omitzero"`
	// Zone is as the page gives it ("+03:00", "GMT"); "" when it gives none.
	Zone string `json:"zone,omitempty"`
	// Proposed is the zone that was used because the page gives none: the
	// source's, or one read elsewhere on the page. It is never shown as a fact.
	Proposed   string     `json:"proposed,omitempty"`
	Precision  Precision  `json:"precision,omitempty"`
	From       Evidence   `json:"from,omitempty"`
	Confidence Confidence `json:"confidence,omitempty"`
}

// IsZero reports whether the stamp is undated.
func (s Stamp) IsZero() bool { return s.Time.IsZero() }

// Instant is the time to order by; the zero time when undated.
func (s Stamp) Instant() time.Time { return s.Time }

// Equal reports whether two stamps claim the same.
func (s Stamp) Equal(o Stamp) bool {
	return s.Time.Equal(o.Time) && s.Zone == o.Zone && s.Precision == o.Precision
}

// Text is the time in RFC 3339 with the page's own offset, without an offset
// when the zone is unknown, and "" when undated.
func (s Stamp) Text() string {
	switch {
	case s.IsZero():
		return ""
	case s.Zone != "":
		return s.Time.Format(time.RFC3339)
	default:
		return s.Time.Format("2006-01-02T15:04:05")
	}
}

// A Precision is how fine a stamp is.
type Precision string

// The precisions.
const (
	ToDay    Precision = "day"
	ToMinute Precision = "minute"
	ToSecond Precision = "second"
)

// Evidence says where a stamp was read from.
type Evidence string

// Where stamps are read from, the surest first.
const (
	FromStructuredData Evidence = "structured-data" // JSON-LD, microdata
	FromMeta           Evidence = "meta"            // a meta element
	FromTimeElement    Evidence = "time-element"    // <time datetime>
	FromFeed           Evidence = "feed"
	FromFile           Evidence = "file" // a field of a wire file
	FromText           Evidence = "text" // visible text of the page
	FromURL            Evidence = "url"
	FromDesk           Evidence = "desk" // a person of the publication's own
)

// Confidence says how sure the reading of a stamp is.
type Confidence string

// The confidences.
const (
	Sure     Confidence = "high"
	Likely   Confidence = "medium"
	Doubtful Confidence = "low"
)
