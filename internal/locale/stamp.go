package locale

import (
	"strings"
	"time"

	"dateline"
)

// Stamp returns the claimed time as far as it is known: a day stays the day
// the page gave, a time without a zone is not moved into another, and what
// was only proposed is said to be.
func (e *Edition) Stamp(s dateline.Stamp) string {
	words := e.messages.Stamp
	switch {
	case s.IsZero():
		return words.Undated
	// In its own zone: moved into the edition's, midnight could become the day before.
	case s.Precision == dateline.ToDay:
		return e.In(s.Time.Location()).Date(s.Time)
	case s.Zone != "":
		return e.DateTime(s.Time)
	case s.Proposed != "":
		return e.In(s.Time.Location()).wall(s.Time) + " (" + words.ZoneProposed.With(e.Proposed(s)) + ")"
	// Without a zone the clock is printed as it was read, which UTC leaves as it is.
	default:
		return e.In(time.UTC).wall(s.Time) + " (" + words.ZoneUnknown + ")"
	}
}

// Evidence tells where a stamp was read, how fine it is and how sure.
func (e *Edition) Evidence(s dateline.Stamp) string {
	words := e.messages.Stamp
	if s.IsZero() {
		return words.NoTimeGiven
	}
	var parts []string
	for _, part := range []string{
		words.Evidence[s.From], words.Precision[s.Precision], words.Confidence[s.Confidence],
	} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, e.comma())
}

// LanguageName returns what a language is called; a code that has no name
// here stands for itself.
func (e *Edition) LanguageName(code string) string {
	base, _, _ := strings.Cut(code, "-")
	if name, ok := e.messages.Languages[base]; ok {
		return name
	}
	return code
}

// Proposed labels the zone that was only proposed for a stamp.
func (e *Edition) Proposed(s dateline.Stamp) string {
	_, offset := s.Time.Zone()
	return e.OffsetLabel(offset)
}

// In returns the edition as it would write in another zone.
func (e *Edition) In(zone *time.Location) *Edition {
	moved := *e
	moved.zone = zone
	return &moved
}
