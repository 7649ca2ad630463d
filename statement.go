package dateline

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
	"time"
)

// A StatementID names a statement for good, over all versions of its item that
// have its words: the item's id, a hyphen and six characters of a-z and 2-7.
type StatementID string

// NewStatementID derives the id of the statement of an item whose content are
// these words, the nth with the same words in the item, from 0. The speaker is
// no part of it: better rules may find another one.
func NewStatementID(item ItemID, words string, n int) StatementID {
	sum := sha256.Sum256([]byte(words + "\x00" + strconv.Itoa(n)))
	return StatementID(string(item) + "-" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5])[:6]))
}

// Item is the item that a statement stands in, "" when the id is none.
func (id StatementID) Item() ItemID {
	item, end, ok := strings.Cut(string(id), "-")
	if !ok || len(item) != 13 || len(end) != 6 {
		return ""
	}
	return ItemID(item)
}

// A Span is a half-open stretch of Item.Text of the version it belongs to, in
// bytes.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In is the stretch of the text; "" when the text is too short to have it.
func (s Span) In(text string) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// A Statement is who said what in one version of an item, as its text has it.
type Statement struct {
	ID StatementID `json:"id"`
	// Speaker is the fullest name that the text has for who speaks, else the role
	// or the unnamed source as written; "" when it is left open. Named says that
	// it is a name.
	Speaker string `json:"speaker,omitempty"`
	Named   bool   `json:"named,omitempty"`
	// Who is the speaker as written at this place, and Role what stands there
	// beside the name; both are "" where the text names nobody.
	Who  string `json:"who,omitempty"`
	Role string `json:"role,omitempty"`

	// The evidence. Content may be in several spans; Sentence is all sentences
	// in which speaker, cue and content stand.
	Source   []Span `json:"source,omitempty"`
	Cue      []Span `json:"cue,omitempty"`
	Content  []Span `json:"content"`
	Sentence Span   `json:"sentence"`

	Kind     StatementKind `json:"kind"`
	Polarity Polarity      `json:"polarity"`
	// Said is the day on which it was said, as its sentence tells: 2006-01-02; ""
	// when it tells none, and the item's own time stands for it.
	Said       string  `json:"said,omitempty"`
	Confidence float64 `json:"confidence"`       // 0 to 1
	Public     bool    `json:"public,omitempty"` // sure enough for the public, if rights allow
}

// Words is the content as the text has it, its spans divided by " … ".
func (s *Statement) Words(text string) string {
	parts := make([]string, len(s.Content))
	for i, span := range s.Content {
		parts[i] = span.In(text)
	}
	return strings.Join(parts, " … ")
}

// When is the time a statement is ordered by: the day on which it was said,
// where its sentence tells one, else the item's own.
func (s *Statement) When(item time.Time) time.Time {
	if day, err := time.Parse(time.DateOnly, s.Said); err == nil {
		return day
	}
	return item
}

// A StatementKind says how much of the content is in the speaker's own words.
type StatementKind string

// The kinds of statement.
const (
	Direct   StatementKind = "direct"   // all within quote marks
	Mixed    StatementKind = "mixed"    // some
	Indirect StatementKind = "indirect" // none
)

// A Polarity is what the cue of a statement does.
type Polarity string

// The polarities.
const (
	Says     Polarity = "says"
	Denies   Polarity = "denies"   // also rejects
	Asks     Polarity = "asks"     // also demands, urges
	Promises Polarity = "promises" // also vows
	Warns    Polarity = "warns"    // also threatens
)

// Marked is the statements of one version of an item, in the order of its text.
type Marked struct {
	Item       ItemID
	Version    int
	Program    int // version of the rules that marked them
	Statements []Statement
}
