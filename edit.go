package dateline

import "time"

// An Edit is what happened to an item at its source after it came in.
type Edit struct {
	Seq  int64  `json:"seq"` // of its log entry; the store gives it
	Item ItemID `json:"item"`
	// Version is the one that brought it, or the one that stood when its page was
	// found gone or back.
	Version int       `json:"version"`
	Source  SourceID  `json:"source"` // of the item
	Kind    EditKind  `json:"kind"`
	Time    time.Time `json:"time"`
	// Of is the item to which it happened, when Item is a copy of that one: a
	// correction or a kill concerns whoever carries the text.
	Of ItemID `json:"of,omitempty"`
}

// An EditKind says what happened to an item at its source.
type EditKind string

// The kinds of edit.
const (
	EditCorrection EditKind = "correction" // its copy carries a new notice that corrects or clarifies
	EditKill       EditKind = "kill"       // its source takes it back: a kill or a withdrawal in the copy
	EditMissing    EditKind = "missing"    // its page answers 404
	EditGone       EditKind = "gone"       // its page answers 410, or its feed has deleted its entry
	EditRestored   EditKind = "restored"   // it is back after one of these three
	EditHeadline   EditKind = "headline"   // another headline, without a notice
	EditText       EditKind = "text"       // another text, without a notice
)

// Lost reports whether the source has taken the item away: the desk must look.
func (k EditKind) Lost() bool {
	return k == EditKill || k == EditMissing || k == EditGone
}

// Changed reports whether what the item says has changed.
func (k EditKind) Changed() bool {
	return k == EditCorrection || k == EditHeadline || k == EditText
}

// A Look is when the page of an item is looked at again, and what was known of
// it the last time.
type Look struct {
	Item      ItemID    `json:"-"`
	Source    SourceID  `json:"-"`
	Next      time.Time `json:"-"`                  // when it is due; the zero time is never again
	FirstSeen time.Time `json:"firstSeen,omitzero"` // when the item came in
	ETag      string    `json:"etag,omitempty"`     // the page's own validators
	Modified  string    `json:"modified,omitempty"`
	// Digest is that of the page as read, and Headline as the page has it: what
	// the item has may be from its feed.
	Digest   string    `json:"digest,omitempty"`
	Headline string    `json:"headline,omitempty"`
	Whole    bool      `json:"whole,omitempty"`  // the item's text is the page's
	Edited   time.Time `json:"edited,omitzero"`  // when a change was last found
	Missed   int       `json:"missed,omitempty"` // answers 404 in a row
	Lost     EditKind  `json:"lost,omitempty"`   // EditMissing or EditGone while the page is away
}
