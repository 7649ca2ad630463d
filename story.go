package dateline

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strings"
	"time"
)

// A StoryID names a story for good: 13 characters of a-z and 2-7, derived from
// the item that began it, and telling nothing of it. A story that is merged into
// another one keeps its address, which then leads there.
type StoryID string

// NewStoryID derives the id of the story that an item begins.
func NewStoryID(first ItemID) StoryID {
	sum := sha256.Sum256([]byte("story\x00" + string(first)))
	return StoryID(strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10])[:13]))
}

// Told says which story an item tells.
type Told struct {
	Item    ItemID  `json:"item"`
	Version int     `json:"version"` // of the item, that was put into the story
	Story   StoryID `json:"story"`
	// Strand is the log entry that began the items which words alone take for one
	// story, or the next free number where an entry has begun several. A story has more of them where it was merged for other reasons.
	Strand   int64     `json:"strand"`
	When     time.Time `json:"when"`     // Item.When
	Language string    `json:"language"` // base of the item's
	Source   SourceID  `json:"source"`
	// Copy says that it is a duplicate or an excerpt of another item of the story,
	// and so has no headline of its own to give.
	Copy bool `json:"copy,omitempty"`

	By         MatchBasis `json:"by"`         // what ties it to the story: words, a match, the desk
	Confidence float64    `json:"confidence"` // 0 to 1; 1 for the item that began the story
	Program    int        `json:"program"`    // version of the stage that found it
}

// A Story is the items that tell one piece of news, summed up.
type Story struct {
	ID        StoryID   `json:"id"`
	Items     int       `json:"items"`
	Sources   int       `json:"sources"`
	First     time.Time `json:"first,omitzero"` // When of its earliest item
	Last      time.Time `json:"last,omitzero"`  // When of its newest item
	Languages []string  `json:"languages,omitempty"`
	// Headlines is the item that heads the story in each language: the newest
	// that is no copy, else the newest.
	Headlines map[string]ItemID `json:"headlines,omitempty"`
	// Merged is the story that this one turned out to be; it then has no items.
	Merged StoryID `json:"merged,omitempty"`
}

// SumStory sums up a story from all its items, given in any order.
func SumStory(id StoryID, told []Told) Story {
	s := Story{ID: id, Items: len(told)}
	if len(told) == 0 {
		return s
	}
	told = slices.SortedFunc(slices.Values(told), func(a, b Told) int {
		return cmp.Or(b.When.Compare(a.When), cmp.Compare(b.Item, a.Item))
	})
	s.First, s.Last = told[len(told)-1].When, told[0].When
	sources := map[SourceID]bool{}
	heads := map[string]*Told{}
	for i := range told {
		t := &told[i]
		sources[t.Source] = true
		if h := heads[t.Language]; h == nil || h.Copy && !t.Copy {
			heads[t.Language] = t
		}
	}
	s.Sources, s.Headlines = len(sources), map[string]ItemID{}
	for language, t := range heads {
		s.Languages = append(s.Languages, language)
		s.Headlines[language] = t.Item
	}
	slices.Sort(s.Languages)
	return s
}

// StoryQuery says which stories are wanted. Zero fields do not filter.
type StoryQuery struct {
	Language string    // that have an item in it
	Since    time.Time // Last at or after
	Before   StoryPlace
	Limit    int // 0 means 50
}

// A StoryPlace is a place in a list of stories: by Last, then by id, both
// descending.
type StoryPlace struct {
	Time  time.Time
	Story StoryID
}
