package newsroom_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"dateline"
	"dateline/internal/newsroom"
	"dateline/internal/store/mem"
)

// roomOf is a newsroom of some stages over a store with so many entries.
func roomOf(t *testing.T, entries int, stages ...newsroom.Stage) *newsroom.Newsroom {
	t.Helper()
	store := mem.New()
	err := store.Update(t.Context(), func(tx dateline.Tx) error {
		for n := range entries {
			if err := tx.Append(t.Context(), dateline.Entry{Kind: dateline.EntryFiled, Item: dateline.ItemID(fmt.Sprint(n)), Time: start}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return newsroom.New(newsroom.Config{
		Store: store, Stages: stages, Now: func() time.Time { return start }, Log: quiet(), Holder: "a",
	})
}

// A picky stage counts what it is given, and has its own way with some entries.
type picky struct {
	bad   func(item string) error
	given int
	taken map[string]int
}

func (p *picky) Name() string { return "picky" }

func (p *picky) Step(_ context.Context, _ dateline.Tx, entries []dateline.Entry) error {
	p.given += len(entries)
	for _, e := range entries {
		if err := p.bad(string(e.Item)); err != nil {
			return err
		}
	}
	for _, e := range entries {
		p.taken[string(e.Item)]++
	}
	return nil
}

// TestBadEntriesAreFoundSoon: a batch is halved, not tried one by one: each entry
// may cost milliseconds. The others are taken, once each.
func TestBadEntriesAreFoundSoon(t *testing.T) {
	for _, bad := range []map[string]bool{{"0": true}, {"400": true}, {"499": true}, {"600": true}, {"399": true, "400": true, "1199": true}, {}} {
		stage := &picky{taken: map[string]int{}, bad: func(item string) error {
			if bad[item] {
				return errors.New("cannot take it")
			}
			return nil
		}}
		room := roomOf(t, 1200, stage)
		if err := room.CatchUp(t.Context()); err != nil {
			t.Fatalf("%v: %v", bad, err)
		}
		if int(room.Failures()) != len(bad) || len(stage.taken) != 1200-len(bad) {
			t.Errorf("%v: %d passed over, %d taken", bad, room.Failures(), len(stage.taken))
		}
		for item, n := range stage.taken {
			if n != 1 {
				t.Errorf("%v: %s was taken %d times", bad, item, n)
			}
		}
		if most := 1200 + 4000*len(bad); stage.given > most {
			t.Errorf("%v: the stage was given %d entries to find them", bad, stage.given)
		}
	}
}

// TestPanicIsOneBadEntry: a stage that panics over an entry is one that cannot
// take it.
func TestPanicIsOneBadEntry(t *testing.T) {
	stage := &picky{taken: map[string]int{}, bad: func(item string) error {
		if item == "7" {
			panic("no such sentence")
		}
		return nil
	}}
	room := roomOf(t, 20, stage)
	if err := room.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if room.Failures() != 1 || len(stage.taken) != 19 || stage.taken["7"] != 0 {
		t.Errorf("%d passed over, taken %v", room.Failures(), stage.taken)
	}
}

// An absent stage cannot load what it remembers.
type absent struct{ err error }

func (*absent) Name() string { return "absent" }

func (a *absent) Load(context.Context, dateline.Store) error { return a.err }

func (*absent) Step(context.Context, dateline.Tx, []dateline.Entry) error { return nil }

// TestLoadThatFails is no entry's fault: none is passed over, the stages behind
// go on, and whoever runs the newsroom is told.
func TestLoadThatFails(t *testing.T) {
	damage := errors.New("a row is damaged")
	first, behind := &absent{err: damage}, &picky{taken: map[string]int{}, bad: func(string) error { return nil }}
	room := roomOf(t, 20, first, behind)
	if err := room.CatchUp(t.Context()); !errors.Is(err, damage) {
		t.Errorf("%v", err)
	}
	if room.Failures() != 0 || len(behind.taken) != 20 {
		t.Errorf("%d passed over, the stage behind took %d", room.Failures(), len(behind.taken))
	}
	first.err = nil
	if err := room.CatchUp(t.Context()); err != nil {
		t.Error(err)
	}
}
