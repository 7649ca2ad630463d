package desk_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
)

// step runs the stages over the whole log until it grows no more, as a newsroom
// whose cursors were set back would.
func step(t *testing.T, store dateline.Store) {
	t.Helper()
	follow(t, store, 0)
}

func story(headline, text string, minutes int) dateline.Item {
	return dateline.Item{
		ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: headline, Received: now.Add(time.Duration(minutes) * time.Minute),
		Body: []dateline.Block{{Kind: dateline.Paragraph, Text: text}}, PubStatus: dateline.Usable, Language: "en",
	}
}

// lose records what a look found.
func lose(t *testing.T, store dateline.Store, kind dateline.EditKind, minutes int, of dateline.ItemID) {
	t.Helper()
	ctx := context.Background()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		return tx.PutEdits(ctx, dateline.Edit{Item: "aaaaaaaaaaaaa", Version: 1, Source: "nra", Kind: kind, Time: now.Add(time.Duration(minutes) * time.Minute), Of: of})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func kinds(edits []desk.Edited) (out []dateline.EditKind) {
	for _, e := range edits {
		out = append(out, e.Edit.Kind)
	}
	return out
}

func TestEditsTellWhatChanged(t *testing.T) {
	d, store := open(t)
	keep(t, store, story("Port shut", "Twelve ships wait.", 0))
	keep(t, store, story("Port shut", "Fifteen ships wait.", 1))
	keep(t, store, story("Port open", "Fifteen ships wait.", 2))
	corrected := story("Port open", "Ten ships waited.", 3)
	corrected.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: "Ten ships, not fifteen."}}
	keep(t, store, corrected)
	killed := story("KILL: Port open", "", 4)
	killed.PubStatus = dateline.Canceled
	keep(t, store, killed)
	own := story("Own", "One.", 0)
	own.ID, own.Source = "bbbbbbbbbbbbb", dateline.OwnSource
	keep(t, store, own)
	own.Headline, own.Received = "Own item", now.Add(time.Minute)
	keep(t, store, own)
	step(t, store)
	edits, err := d.Edited(context.Background(), 50)
	if err != nil {
		t.Fatal(err)
	}
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		on, err := tx.EditsOn(ctx, []dateline.ItemID{own.ID})
		if len(on) > 0 {
			t.Errorf("the publication's own version is an edit: %+v", on)
		}
		return err
	})
	want := []dateline.EditKind{dateline.EditKill, dateline.EditCorrection, dateline.EditHeadline, dateline.EditText}
	if got := kinds(edits); !slices.Equal(got, want) {
		t.Errorf("edits %v, want %v: once each, and none of the desk's own", got, want)
	}
	if e := edits[3].Edit; e.Version != 2 || !e.Time.Equal(now.Add(time.Minute)) || edits[3].Source.Name != "NRA" {
		t.Errorf("the first edit is %+v of %s", e, edits[3].Source.Name)
	}
	if lost, err := d.Lost(context.Background()); err != nil || len(lost) != 0 {
		t.Errorf("what its source killed is killed already, yet the desk shall decide on %v (%v)", kinds(lost), err)
	}
	h, err := d.History(context.Background(), "aaaaaaaaaaaaa")
	if err != nil || len(h.Versions) != 5 || len(h.Edits) != 4 {
		t.Errorf("history of %d versions and %d edits (%v)", len(h.Versions), len(h.Edits), err)
	}
}

func TestLostWaitsForAPerson(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name string
		then func(*testing.T, *desk.Desk, dateline.Store)
		want []dateline.EditKind
	}{
		{"nothing", func(*testing.T, *desk.Desk, dateline.Store) {}, []dateline.EditKind{dateline.EditMissing}},
		{"410 after 404", func(t *testing.T, _ *desk.Desk, s dateline.Store) { lose(t, s, dateline.EditGone, 6, "") }, []dateline.EditKind{dateline.EditGone}},
		{"it is back", func(t *testing.T, _ *desk.Desk, s dateline.Store) { lose(t, s, dateline.EditRestored, 6, "") }, nil},
		{"it is back and gone again", func(t *testing.T, _ *desk.Desk, s dateline.Store) {
			lose(t, s, dateline.EditRestored, 6, "")
			lose(t, s, dateline.EditMissing, 7, "")
		}, []dateline.EditKind{dateline.EditMissing}},
		{"a person decides", func(t *testing.T, d *desk.Desk, _ dateline.Store) {
			if err := d.Decide(ctx, dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: dateline.Release, By: "rania"}); err != nil {
				t.Fatal(err)
			}
		}, nil},
		{"a person decided before it was gone", func(t *testing.T, d *desk.Desk, s dateline.Store) {
			if err := d.Decide(ctx, dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: dateline.Release, By: "rania"}); err != nil {
				t.Fatal(err)
			}
			lose(t, s, dateline.EditGone, 6, "")
		}, []dateline.EditKind{dateline.EditGone}},
		{"the item is back, its origin is not", func(t *testing.T, _ *desk.Desk, s dateline.Store) {
			lose(t, s, dateline.EditKill, 6, "ccccccccccccc")
			lose(t, s, dateline.EditRestored, 7, "")
		}, []dateline.EditKind{dateline.EditKill}},
		{"its origin is back, the item is not", func(t *testing.T, _ *desk.Desk, s dateline.Store) {
			lose(t, s, dateline.EditMissing, 6, "ccccccccccccc")
			lose(t, s, dateline.EditRestored, 7, "ccccccccccccc")
		}, []dateline.EditKind{dateline.EditMissing}},
		{"a copy's origin is killed", func(t *testing.T, _ *desk.Desk, s dateline.Store) {
			lose(t, s, dateline.EditRestored, 6, "")
			lose(t, s, dateline.EditKill, 7, "ccccccccccccc")
		}, []dateline.EditKind{dateline.EditKill}},
	} {
		d, store := open(t)
		keep(t, store, story("Port shut", "Twelve ships wait.", 0))
		step(t, store)
		lose(t, store, dateline.EditMissing, 5, "")
		c.then(t, d, store)
		step(t, store)
		lost, err := d.Lost(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if got := kinds(lost); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v waits, want %v", c.name, got, c.want)
		}
		view(t, store, func(ctx context.Context, tx dateline.Tx) error {
			f, err := tx.FilingsOf(ctx, []dateline.ItemID{"aaaaaaaaaaaaa"})
			if f["aaaaaaaaaaaaa"].Status != dateline.Usable {
				t.Errorf("%s: the item is %s: it was hidden", c.name, f["aaaaaaaaaaaaa"].Status)
			}
			return err
		})
	}
}

func TestRulesOfSourcesFollowLoss(t *testing.T) {
	for _, c := range []struct {
		rule   dateline.Rule
		events []dateline.EditKind
		of     dateline.ItemID
		want   string // the decisions
	}{
		{"", []dateline.EditKind{dateline.EditGone}, "", "[release/rule]"},
		{dateline.RuleRelease, []dateline.EditKind{dateline.EditGone}, "", "[release/rule]"},
		{dateline.RuleHold, []dateline.EditKind{dateline.EditMissing}, "", "[release/rule hold/rule]"},
		{dateline.RuleHold, []dateline.EditKind{dateline.EditMissing, dateline.EditGone}, "", "[release/rule hold/rule]"},
		{dateline.RuleHold, []dateline.EditKind{dateline.EditMissing, dateline.EditRestored}, "", "[release/rule hold/rule release/rule]"},
		{dateline.RuleKill, []dateline.EditKind{dateline.EditGone}, "", "[release/rule withdraw/rule]"},
		{dateline.RuleKill, []dateline.EditKind{dateline.EditGone, dateline.EditRestored}, "", "[release/rule withdraw/rule release/rule]"},
		{dateline.RuleHold, []dateline.EditKind{dateline.EditRestored}, "", "[release/rule]"},
		{dateline.RuleHold, []dateline.EditKind{dateline.EditGone}, "ccccccccccccc", "[release/rule]"},
	} {
		_, store := open(t)
		ctx := context.Background()
		err := store.Update(ctx, func(tx dateline.Tx) error {
			return tx.PutSource(ctx, dateline.Source{ID: "nra", Name: "NRA", Lost: c.rule}, now)
		})
		if err != nil {
			t.Fatal(err)
		}
		keep(t, store, story("Port shut", "Twelve ships wait.", 0))
		step(t, store)
		for i, kind := range c.events {
			lose(t, store, kind, 5+i, c.of)
			step(t, store)
		}
		var got []string
		for _, d := range decisions(t, store, "aaaaaaaaaaaaa") {
			got = append(got, fmt.Sprintf("%s/%s", d.Kind, d.By))
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("rule %q after %v of %q: %v, want %s", c.rule, c.events, c.of, got, c.want)
		}
	}
}

// A person's word stands over a rule, whatever comes after it in the log again.
func TestRuleOfLossObeysPeople(t *testing.T) {
	d, store := open(t)
	ctx := context.Background()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		return tx.PutSource(ctx, dateline.Source{ID: "nra", Name: "NRA", Lost: dateline.RuleHold}, now)
	})
	if err != nil {
		t.Fatal(err)
	}
	keep(t, store, story("Port shut", "Twelve ships wait.", -60))
	step(t, store)
	lose(t, store, dateline.EditGone, -30, "")
	step(t, store)
	if err := d.Decide(ctx, dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: dateline.Release, By: "rania"}); err != nil {
		t.Fatal(err)
	}
	before := decisions(t, store, "aaaaaaaaaaaaa")
	step(t, store)
	if after := decisions(t, store, "aaaaaaaaaaaaa"); !reflect.DeepEqual(before, after) {
		t.Errorf("decisions %v became %v", before, after)
	}
}
