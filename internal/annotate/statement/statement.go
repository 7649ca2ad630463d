// Package statement is what the rules of all languages return: who said what, as
// spans of the text.
package statement

// A Span is a half-open stretch of a text, in bytes.
type Span struct{ Start, End int }

// A Kind says how much of the content is in the speaker's own words.
type Kind string

// The kinds.
const (
	Direct   Kind = "direct"   // all within quote marks
	Mixed    Kind = "mixed"    // some
	Indirect Kind = "indirect" // none
)

// A Polarity is what the cue does.
type Polarity string

// The polarities.
const (
	Says     Polarity = "says"
	Denies   Polarity = "denies"   // also rejects, criticizes an idea as untrue
	Asks     Polarity = "asks"     // also demands, orders, urges
	Promises Polarity = "promises" // also vows, pledges
	Warns    Polarity = "warns"    // also threatens
)

// Polarities are all of them, in the order in which lists of verbs are read: in
// the order of a map, a verb of two lists was now this and now that.
func Polarities() []Polarity { return []Polarity{Says, Denies, Asks, Promises, Warns} }

// A Statement is who said what. Content may be in several spans, nested in the
// content of another, and run over sentences. Source is empty when the text
// names nobody there; Speaker then may still tell who it is.
type Statement struct {
	Source, Cue, Content []Span
	Speaker              string // fullest name in the text before; "" when unresolved
	Named                bool   // the speaker is a name, not a role or an unnamed source
	Kind                 Kind
	Polarity             Polarity
	Confidence           float64 // 0 to 1: the share of statements found by the same rule that were right, as measured
}

// Bounds is the stretch from the first to the last span of a list.
func Bounds(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	b := spans[0]
	for _, s := range spans[1:] {
		b.Start, b.End = min(b.Start, s.Start), max(b.End, s.End)
	}
	return b
}

// PublicThreshold is the confidence from which a statement may be shown to the
// public; docs/statements.md has the precision measured above it.
const PublicThreshold = 0.9

// Public reports that the statement is sure enough to be shown: all in the
// speaker's own words, and of somebody who is named.
func (s Statement) Public() bool {
	return s.Kind == Direct && s.Named && s.Confidence >= PublicThreshold
}
