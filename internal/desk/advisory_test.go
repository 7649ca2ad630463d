package desk_test

import (
	"context"
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

// TestKillFiledAnewInOrder: flags on several items come in one order, so that the log is
// the same each time that it is derived.
func TestKillFiledAnewInOrder(t *testing.T) {
	_, store := open(t)
	var want []dateline.ItemID
	for _, id := range []dateline.ItemID{"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"} {
		told := story("Port shut", "Twelve ships wait.", -60)
		told.ID, told.GUID = id, string(id)
		keep(t, store, told)
		want = append(want, id)
	}
	step(t, store)
	advisory := story("Port shut", "Kill this story.", -5)
	advisory.ID, advisory.PubStatus = "kkkkkkkkkkkkk", dateline.Canceled
	keep(t, store, advisory)
	step(t, store)
	var got []dateline.ItemID
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 100)
		for _, e := range entries {
			if e.Kind == dateline.EntryEdited {
				got = append(got, e.Item)
			}
		}
		return err
	})
	if !slices.Equal(got, want) {
		t.Errorf("flags on %q, want them on %q", got, want)
	}
}
