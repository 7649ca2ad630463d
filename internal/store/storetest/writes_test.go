package storetest

import (
	"reflect"
	"slices"
	"testing"

	"dateline"
	"dateline/internal/store/mem"
)

// reads are the methods of a transaction that only read.
func reads() []string {
	return []string{
		"Item", "Items", "Heads", "Versions", "Digests", "ByURL", "Naming", "Find", "WordStats", "VersionHeads", "Entries", "Last", "Cursor", "Epoch",
		"DecisionsOn", "FilingsOf", "Filings", "CountFilings", "Embargoed", "Source", "SourcesByID", "Sources", "MatchesOf", "MatchesTo", "FamiliesOf", "Keys",
		"ToldBy", "StoryItems", "StoriesByID", "Stories", "LooksOf", "DigestsOf", "Edits", "EditsOn", "StatementsOf", "SpokenIn", "Spoken", "PersonsByID",
		"PersonsNamed", "Persons", "OrdersAt", "OrdersOn",
	}
}

// TestWritesAreAll demands that whoever adds a method to the seam says whether it
// writes: one that does is then tried in views, rollbacks and after the end.
func TestWritesAreAll(t *testing.T) {
	k := newKit(t, mem.New())
	for m := range reflect.TypeFor[dateline.Tx]().Methods() {
		_, first := k.writes()[m.Name]
		_, later := k.derivedWrites()[m.Name]
		if writes := first || later; writes == slices.Contains(reads(), m.Name) {
			t.Errorf("%s must be either among the writes of the suite or among the reads", m.Name)
		}
	}
}
