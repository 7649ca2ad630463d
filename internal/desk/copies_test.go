package desk_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/wire"
)

// copyOf is how an item of another source is known to have its text.
type copyOf struct {
	item, of dateline.ItemID
	kind     dateline.MatchKind
}

// made keeps items of sources "nra" (a) and others, and what each was made from.
func made(t *testing.T, store dateline.Store, matches ...copyOf) {
	t.Helper()
	ctx := context.Background()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		for _, m := range matches {
			if err := tx.PutMatches(ctx, []dateline.ItemID{m.item}, []dateline.Match{{Item: m.item, Of: m.of, Kind: m.kind}}); err != nil {
				return err
			}
			if err := tx.Append(ctx, dateline.Entry{Time: now, Kind: dateline.EntryMatched, Item: m.item}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// carriers keeps an item of nra, copies of it by others, and one by nra itself.
func carriers(t *testing.T, store dateline.Store) {
	t.Helper()
	keep(t, store, story("Port shut", "Twelve ships wait.", -60))
	for i, source := range []dateline.SourceID{"courier", "post", "fanar", "nra"} {
		it := story("Port shut", "Twelve ships wait.", -50)
		it.ID, it.Source = dateline.ItemID(fmt.Sprintf("copy%d", i)), source
		keep(t, store, it)
	}
}

// flagged are the edits on copies, by item, as "kind of item".
func flagged(t *testing.T, store dateline.Store) (out []string) {
	t.Helper()
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		edits, err := tx.Edits(ctx, dateline.EditQuery{})
		for _, e := range edits {
			if e.Of != "" {
				out = append(out, fmt.Sprintf("%s: %s of %s (%s)", e.Item, e.Kind, e.Of, e.Source))
			}
		}
		return err
	})
	slices.Sort(out)
	return out
}

func TestLossFlagsCopies(t *testing.T) {
	all := []copyOf{
		{"copy0", "aaaaaaaaaaaaa", dateline.MatchDuplicate}, {"copy1", "copy0", dateline.MatchRewrite},
		{"copy2", "aaaaaaaaaaaaa", dateline.MatchTranslation}, {"copy3", "aaaaaaaaaaaaa", dateline.MatchUpdate},
	}
	kill := func(t *testing.T, d *desk.Desk, _ dateline.Store) {
		if err := d.Decide(context.Background(), dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: dateline.Kill, By: "rania", Reason: "court"}); err != nil {
			t.Fatal(err)
		}
	}
	gone := func(t *testing.T, _ *desk.Desk, s dateline.Store) { lose(t, s, dateline.EditGone, -5, "") }
	sourceKills := func(t *testing.T, _ *desk.Desk, s dateline.Store) {
		it := story("KILL: Port shut", "", -5)
		it.PubStatus = dateline.Canceled
		keep(t, s, it)
	}
	for name, c := range map[string]struct {
		happens func(*testing.T, *desk.Desk, dateline.Store)
		kind    dateline.EditKind
	}{"the desk's kill": {kill, "kill"}, "410": {gone, "gone"}, "the source's kill": {sourceKills, "kill"}} {
		want := []string{
			fmt.Sprintf("copy0: %s of aaaaaaaaaaaaa (courier)", c.kind), fmt.Sprintf("copy1: %s of aaaaaaaaaaaaa (post)", c.kind),
		}
		for _, matchedFirst := range []bool{true, false} {
			d, store := open(t)
			carriers(t, store)
			step(t, store)
			if matchedFirst {
				made(t, store, all...)
			}
			c.happens(t, d, store)
			step(t, store)
			if !matchedFirst {
				made(t, store, all...)
			}
			step(t, store)
			if got := flagged(t, store); !slices.Equal(got, want) {
				t.Errorf("%s, copies known before: %v: flags %q, want %q", name, matchedFirst, got, want)
			}
			view(t, store, func(ctx context.Context, tx dateline.Tx) error {
				f, err := tx.FilingsOf(ctx, []dateline.ItemID{"copy0"})
				if f["copy0"].Status != dateline.Usable {
					t.Errorf("%s: a copy is %s: it was hidden", name, f["copy0"].Status)
				}
				return err
			})
		}
	}
}

// A copy waits for a person until its origin is back.
func TestCopiesWait(t *testing.T) {
	d, store := open(t)
	carriers(t, store)
	made(t, store, copyOf{"copy0", "aaaaaaaaaaaaa", dateline.MatchDuplicate})
	step(t, store)
	for _, c := range []struct {
		kind dateline.EditKind
		want int
	}{{dateline.EditMissing, 2}, {dateline.EditRestored, 0}, {dateline.EditGone, 2}} {
		now := time.Duration(len(flagged(t, store)))
		lose(t, store, c.kind, int(-20+now), "")
		step(t, store)
		lost, err := d.Lost(context.Background())
		if err != nil || len(lost) != c.want {
			t.Errorf("after %s: %v wait (%v), want %d", c.kind, kinds(lost), err, c.want)
		}
	}
	if lost, _ := d.Lost(context.Background()); len(lost) == 2 {
		i := slices.IndexFunc(lost, func(e desk.Edited) bool { return e.Edit.Of != "" })
		if i < 0 || lost[i].Item.ID != "copy0" || lost[i].Of.Headline != "Port shut" {
			t.Errorf("the copy is not told apart: %+v", lost)
		}
	}
}

// follow runs the stages over what is new in the log after an entry, as a
// newsroom does, and returns the last.
func follow(t *testing.T, store dateline.Store, after int64) int64 {
	t.Helper()
	ctx := context.Background()
	for {
		var entries []dateline.Entry
		err := store.Update(ctx, func(tx dateline.Tx) (err error) {
			if entries, err = tx.Entries(ctx, after, 10_000); err != nil {
				return err
			}
			for _, s := range []interface {
				Step(context.Context, dateline.Tx, []dateline.Entry) error
			}{desk.Rules{}, desk.Edits{}, wire.Stage{}} {
				if err := s.Step(ctx, tx, entries); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) == 0 {
			return after
		}
		after = entries[len(entries)-1].Seq
	}
}

// TestCopiesFoundLater finds copies when the loss is long past in the log: the
// copy of a copy is told of the origin, and what came back flags nothing.
func TestCopiesFoundLater(t *testing.T) {
	const a = dateline.ItemID("aaaaaaaaaaaaa")
	for name, c := range map[string]struct {
		happens []dateline.EditKind
		want    []string
	}{
		"gone":           {[]dateline.EditKind{dateline.EditGone}, []string{"copy0: gone of aaaaaaaaaaaaa (courier)", "copy1: gone of aaaaaaaaaaaaa (post)"}},
		"gone and back":  {[]dateline.EditKind{dateline.EditGone, dateline.EditRestored}, nil},
		"back and gone":  {[]dateline.EditKind{dateline.EditRestored, dateline.EditGone}, []string{"copy0: gone of aaaaaaaaaaaaa (courier)", "copy1: gone of aaaaaaaaaaaaa (post)"}},
		"another change": {[]dateline.EditKind{dateline.EditText}, nil},
	} {
		_, store := open(t)
		carriers(t, store)
		last := follow(t, store, 0)
		for i, kind := range c.happens {
			lose(t, store, kind, i-10, "")
			last = follow(t, store, last)
		}
		made(t, store, copyOf{"copy0", a, dateline.MatchDuplicate})
		last = follow(t, store, last)
		made(t, store, copyOf{"copy1", "copy0", dateline.MatchRewrite}, copyOf{"copy2", a, dateline.MatchTranslation})
		follow(t, store, last)
		if got := flagged(t, store); !slices.Equal(got, c.want) {
			t.Errorf("%s: flags %q, want %q", name, got, c.want)
		}
	}
}

// TestCopiesOfWhatTheDeskKilledFoundLater: the desk's own decisions are no edits at
// the source, and concern a copy that is found afterwards all the same.
func TestCopiesOfWhatTheDeskKilledFoundLater(t *testing.T) {
	const a = dateline.ItemID("aaaaaaaaaaaaa")
	for name, c := range map[string]struct {
		decided []dateline.DecisionKind
		want    []string
	}{
		"killed":                 {[]dateline.DecisionKind{dateline.Kill}, []string{"copy0: kill of aaaaaaaaaaaaa (courier)"}},
		"withdrawn":              {[]dateline.DecisionKind{dateline.Withdraw}, []string{"copy0: kill of aaaaaaaaaaaaa (courier)"}},
		"withdrawn and back":     {[]dateline.DecisionKind{dateline.Withdraw, dateline.Release}, nil},
		"held":                   {[]dateline.DecisionKind{dateline.Hold}, nil},
		"withdrawn, then edited": {[]dateline.DecisionKind{dateline.Withdraw, dateline.Correct}, []string{"copy0: kill of aaaaaaaaaaaaa (courier)"}},
	} {
		d, store := open(t)
		carriers(t, store)
		last := follow(t, store, 0)
		for _, kind := range c.decided {
			if err := d.Decide(context.Background(), dateline.Decision{Item: a, Kind: kind, By: "rania", Reason: "court", Notice: "Says why."}); err != nil {
				t.Fatal(err)
			}
			last = follow(t, store, last)
		}
		made(t, store, copyOf{"copy0", a, dateline.MatchDuplicate})
		follow(t, store, last)
		if got := flagged(t, store); !slices.Equal(got, c.want) {
			t.Errorf("%s: flags %q, want %q", name, got, c.want)
		}
	}
}

// TestCopiesOfACopyFoundLater finds the copy of a copy first, and what the copy was
// made from last: both are told, and of every origin that is lost.
func TestCopiesOfACopyFoundLater(t *testing.T) {
	const a, second = dateline.ItemID("aaaaaaaaaaaaa"), dateline.ItemID("copy3")
	for name, c := range map[string]struct {
		happens func(*testing.T, dateline.Store)
		want    []string
	}{
		"the origin is gone": {func(t *testing.T, s dateline.Store) { lose(t, s, dateline.EditGone, -10, "") }, []string{
			"copy0: gone of aaaaaaaaaaaaa (courier)", "copy1: gone of aaaaaaaaaaaaa (post)",
		}},
		"the origin is back, what it was made from is not": {func(t *testing.T, s dateline.Store) {
			lose(t, s, dateline.EditMissing, -12, "")
			lose(t, s, dateline.EditGone, -11, second)
			lose(t, s, dateline.EditRestored, -10, "")
		}, []string{"aaaaaaaaaaaaa: gone of copy3 (nra)", "copy0: gone of copy3 (courier)", "copy1: gone of copy3 (post)"}},
		"all is back": {func(t *testing.T, s dateline.Store) {
			lose(t, s, dateline.EditMissing, -12, "")
			lose(t, s, dateline.EditRestored, -10, "")
		}, nil},
	} {
		_, store := open(t)
		carriers(t, store)
		made(t, store, copyOf{"copy1", "copy0", dateline.MatchRewrite})
		last := follow(t, store, 0)
		c.happens(t, store)
		last = follow(t, store, last)
		made(t, store, copyOf{"copy0", a, dateline.MatchDuplicate})
		follow(t, store, last)
		if got := flagged(t, store); !slices.Equal(got, c.want) {
			t.Errorf("%s: flags %q, want %q", name, got, c.want)
		}
	}
}

// TestOtherDecisionsFlagNothing: whoever holds or releases an item says nothing
// of its copies.
func TestOtherDecisionsFlagNothing(t *testing.T) {
	d, store := open(t)
	carriers(t, store)
	last := follow(t, store, 0)
	made(t, store, copyOf{"copy0", "aaaaaaaaaaaaa", dateline.MatchDuplicate})
	for _, kind := range []dateline.DecisionKind{dateline.Hold, dateline.Release, dateline.Correct, dateline.Spike} {
		err := d.Decide(context.Background(), dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: kind, By: "rania", Notice: "Says which port."})
		if err != nil {
			t.Fatal(err)
		}
		last = follow(t, store, last)
	}
	if got := flagged(t, store); len(got) > 0 {
		t.Errorf("flags %q", got)
	}
}
