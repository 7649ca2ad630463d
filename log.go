package dateline

import (
	"slices"
	"strings"
	"time"
)

// An Entry is one line of the log: what was kept, decided or published, in the
// order in which it was committed.
type Entry struct {
	Seq     int64     `json:"seq"` // 1, 2, …; the store numbers them, without gaps a follower could miss
	Time    time.Time `json:"time"`
	Kind    EntryKind `json:"kind"`
	Item    ItemID    `json:"item,omitempty"`
	Version int       `json:"version,omitempty"`
	Source  SourceID  `json:"source,omitempty"`
	Note    string    `json:"note,omitempty"`
}

// An EntryKind says what an entry records.
type EntryKind string

// The kinds of entry.
const (
	EntryKept    EntryKind = "kept"    // an item's first version; Note is its PubStatus
	EntryVersion EntryKind = "version" // a later version; Note is its PubStatus
	EntryDecided EntryKind = "decided" // a decision; Note is its kind
	EntryFiled   EntryKind = "filed"   // a filing was made or changed; Note is its status
	EntryEmbargo EntryKind = "embargo" // an embargo ended
	EntryErased  EntryKind = "erased"  // an item was erased everywhere
	EntryMatched EntryKind = "matched" // what an item was made from, or the earliest known item of its family, was found or changed; Note says how
	EntryStory   EntryKind = "story"   // an item tells another story than before, or a story was merged or split; Note says which
	EntryMarked  EntryKind = "marked"  // the statements of a version were marked, or came out otherwise than before; Note is how many
	EntryOrdered EntryKind = "ordered" // the desk ordered something about persons; Note is the kind
	EntryPerson  EntryKind = "person"  // who speaks in an item, or what is known of persons, was found or changed; Note is the ids of the persons, separated by spaces
	EntryEdited  EntryKind = "edited"  // something happened to an item at its source; Note is the kind of edit
	EntrySource  EntryKind = "source"  // a source was added, changed, moved or retired, or its reading drifted or recovered; Note says which
)

// Erasure is what the log tells when an item is erased. Who spoke in it is told
// as well, for nobody can look that up any more: pages that name them may have
// the name from there.
func Erasure(id ItemID, at time.Time, said []Spoken) []Entry {
	out := []Entry{{Time: at, Kind: EntryErased, Item: id}}
	var who []string
	for i := range said {
		who = append(who, string(said[i].Person))
	}
	if len(who) > 0 {
		slices.Sort(who)
		out = append(out, Entry{Time: at, Kind: EntryPerson, Item: id, Note: strings.Join(slices.Compact(who), " ")})
	}
	return out
}

// The notes of an EntrySource that tell of how a source is read, and change
// nothing of what may go out of it.
const (
	NoteDrifted   = "drifted"
	NoteRecovered = "recovered"
)
