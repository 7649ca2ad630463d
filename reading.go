package dateline

import "time"

// A Trait is something that the items of a source may have and that a change of
// its pages may take away from them.
type Trait string

// The traits that are watched.
const (
	TraitByline Trait = "byline" // somebody is named
	TraitDate   Trait = "date"   // it is dated
	TraitText   Trait = "text"   // the whole text was read, not a feed's summary
	TraitLength Trait = "length" // the text is at least half as long as the source's usually are
)

// Reading is how the copy of a source has been read, item by item: what its
// items usually have, and what they seem to have lost. It is kept with the
// source's poll and worked out by internal/drift.
type Reading struct {
	Habits []Habit `json:"habits,omitempty"` // one for each trait, in the order of their constants
	// Length is how long its texts usually are: the mean of the logarithm (base
	// 2) of their words.
	Length float64 `json:"length,omitempty"`
	// Accepted is the Source.Accepted that is taken account of here.
	Accepted time.Time `json:"accepted,omitzero"`
}

// A Habit is how often the items of a source have one trait.
type Habit struct {
	Trait Trait   `json:"trait"`
	Items float64 `json:"items,omitempty"` // that were learnt from; old ones count less
	Share float64 `json:"share,omitempty"` // of them with the trait: what is usual
	// Gaps and Closed are the same for the items that follow one without the
	// trait: some sources name nobody all night, and then somebody again.
	Gaps   float64 `json:"gaps,omitempty"`
	Closed float64 `json:"closed,omitempty"`

	// Score is the evidence that fewer have it now, as the logarithm of a
	// likelihood ratio. The rest tells of the items it stands on.
	Score float64   `json:"score,omitempty"`
	Since time.Time `json:"since,omitzero"` // when the first of them was received
	Seen  int       `json:"seen,omitempty"` // how many they are
	Had   int       `json:"had,omitempty"`  // of them with the trait
	Back  int       `json:"back,omitempty"` // how often it came back after being missed
	Gap   int       `json:"gap,omitempty"`  // the newest of them, all without it
	// Lost is when the evidence was enough: the source has drifted. Zero while
	// its reading is as usual.
	Lost time.Time `json:"lost,omitzero"`
}

// Drift is what reading a source has lost: the habits whose Lost is set and that
// nobody has accepted since. Empty when it reads as it used to.
func (s *Source) Drift() []Habit {
	var lost []Habit
	for _, h := range s.Poll.Reading.Habits {
		if !h.Lost.IsZero() && h.Lost.After(s.Accepted) {
			lost = append(lost, h)
		}
	}
	return lost
}
