package desk_test

import (
	"slices"
	"testing"

	"dateline"
)

// TestKillFiledAnew: what a source kills in an item of another name is flagged to the desk,
// with its copies, and nothing of it is hidden.
func TestKillFiledAnew(t *testing.T) {
	for name, c := range map[string]struct {
		headline string
		source   dateline.SourceID
		status   dateline.PubStatus
		want     []string
	}{
		"a kill":          {"Port shut", "nra", dateline.Canceled, []string{"aaaaaaaaaaaaa: kill of kkkkkkkkkkkkk (nra)", "copy0: kill of kkkkkkkkkkkkk (courier)"}},
		"of another item": {"Port open", "nra", dateline.Canceled, nil},
		"by a stranger":   {"Port shut", "fanar", dateline.Canceled, nil},
		"an update":       {"Port shut", "nra", dateline.Usable, nil},
	} {
		_, store := open(t)
		keep(t, store, story("Port shut", "Twelve ships wait.", -60))
		other := story("Market quiet", "Nobody bought.", -55)
		other.ID = "bbbbbbbbbbbbb"
		keep(t, store, other)
		copied := story("Harbour closed", "Twelve ships wait.", -50)
		copied.ID, copied.Source = "copy0", "courier"
		keep(t, store, copied)
		made(t, store, copyOf{"copy0", "aaaaaaaaaaaaa", dateline.MatchDuplicate})
		step(t, store)
		advisory := story(c.headline, "Kill this story.", -5)
		advisory.ID, advisory.Source, advisory.PubStatus = "kkkkkkkkkkkkk", c.source, c.status
		keep(t, store, advisory)
		step(t, store)
		if got := flagged(t, store); !slices.Equal(got, c.want) {
			t.Errorf("%s: flags %q, want %q", name, got, c.want)
		}
	}
}
