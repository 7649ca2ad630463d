package newsroom_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/newsroom"
	"dateline/internal/store/mem"
	"dateline/internal/store/storetest"
	"dateline/internal/wire"
)

// TestOutage lets each call that a newsroom makes to its store fail: it says so, no
// entry is passed over for it, and the next attempt derives what it would have
// derived without.
func TestOutage(t *testing.T) {
	fresh := func() dateline.Store {
		store := mem.New()
		fill(t, store)
		return store
	}
	room := func(store dateline.Store) *newsroom.Newsroom {
		return newsroom.New(newsroom.Config{
			Store: store, Stages: []newsroom.Stage{desk.Rules{}, wire.Stage{}}, Now: func() time.Time { return start }, Log: quiet(), Holder: "a",
		})
	}
	calm := fresh()
	if err := room(calm).CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := recordOf(t, calm)
	storetest.Outage(t, func(ctx context.Context) error {
		store := fresh()
		room := room(store)
		err := room.CatchUp(ctx)
		if again := room.CatchUp(t.Context()); again != nil {
			t.Errorf("after %v: %v", err, again)
		}
		if got := recordOf(t, store); !reflect.DeepEqual(got, want) {
			t.Errorf("after %v:\ngot  %+v\nwant %+v", err, got, want)
		}
		if room.Failures() > 0 {
			t.Errorf("after %v: %d entries were passed over", err, room.Failures())
		}
		return err
	})
}

// A moody store fails as long as it is told to, and counts how often it is asked.
type moody struct {
	dateline.Store

	mu    sync.Mutex
	err   error
	asked int
}

// ask is the store's answer before it does anything.
func (m *moody) ask() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.asked++
	return m.err
}

// mend ends the outage.
func (m *moody) mend() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.err = nil
}

func (m *moody) View(ctx context.Context, f func(dateline.Tx) error) error {
	if err := m.ask(); err != nil {
		return err
	}
	return m.Store.View(ctx, f)
}

func (m *moody) Update(ctx context.Context, f func(dateline.Tx) error) error {
	if err := m.ask(); err != nil {
		return err
	}
	return m.Store.Update(ctx, f)
}

// TestRunGoesOn: a newsroom whose store fails asks it once a second, says so each
// time, and goes on where it stopped. One that does not lead says nothing of it.
func TestRunGoesOn(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		said int // lines of log at level error in ten seconds
	}{{"the store is down", storetest.ErrDown, 10}, {"another one leads", dateline.ErrConflict, 0}} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			store := &moody{Store: mem.New(), err: c.err}
			fill(t, store.Store)
			var log bytes.Buffer
			stage := &stubborn{seen: map[int64]int{}, bad: "none"}
			room := newsroom.New(newsroom.Config{
				Store: store, Stages: []newsroom.Stage{stage}, Now: time.Now, Log: slog.New(slog.NewTextHandler(&log, nil)), Holder: "a",
			})
			done := make(chan error)
			go func() { done <- room.Run(ctx) }()
			time.Sleep(10*time.Second - time.Millisecond)
			synctest.Wait()
			if got := strings.Count(log.String(), "level=ERROR"); got != c.said || store.asked != 10 {
				t.Errorf("%s: asked %d times, %d lines of log:\n%s", c.name, store.asked, got, &log)
			}
			store.mend()
			time.Sleep(2 * time.Second)
			synctest.Wait()
			for _, e := range entriesOf(t, store.Store) {
				if stage.seen[e.Seq] != 1 {
					t.Errorf("%s: entry %d was given %d times", c.name, e.Seq, stage.seen[e.Seq])
				}
			}
			cancel()
			if err := <-done; err != nil {
				t.Error(err)
			}
		})
	}
}

// TestBadEntryIsTold: an entry that a stage cannot take is tried three times alone,
// and whoever reads the log learns which stage passed over which item, and why.
func TestBadEntryIsTold(t *testing.T) {
	store := mem.New()
	fill(t, store)
	var log bytes.Buffer
	stage := &stubborn{bad: dateline.NewItemID("nra", "4"), seen: map[int64]int{}}
	room := newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{stage}, Now: func() time.Time { return start }, Log: slog.New(slog.NewTextHandler(&log, nil)), Holder: "a",
	})
	if err := room.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"stage=stubborn", "item=" + string(stage.bad), `err="cannot take it"`, "level=ERROR"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log does not say %s:\n%s", want, &log)
		}
	}
	tried := stage.steps
	if err := room.CatchUp(t.Context()); err != nil || stage.steps != tried {
		t.Errorf("it is tried again: %v", err)
	}
}

// TestFollowGoesOn: a follower is told of a failure, is asked for patience, and then
// given all that came meanwhile, once and in order, however much it is.
func TestFollowGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		store := &moody{Store: mem.New(), err: errors.New("down")}
		failed, given := 0, 0
		var got []int64
		done := make(chan struct{})
		go func() {
			defer close(done)
			newsroom.Follow(ctx, store, newsroom.Follower{
				Entries: func(entries []dateline.Entry) {
					given++
					for _, e := range entries {
						got = append(got, e.Seq)
					}
				},
				Failed: func(error) { failed++ },
			})
		}()
		time.Sleep(5*time.Second - time.Millisecond)
		synctest.Wait()
		if failed != 5 || given != 0 {
			t.Errorf("in five seconds %d failures, %d lists of entries", failed, given)
		}
		if err := store.Store.Update(ctx, func(tx dateline.Tx) error { return tx.Append(ctx, make([]dateline.Entry, 2500)...) }); err != nil {
			t.Fatal(err)
		}
		store.mend()
		time.Sleep(2 * time.Second)
		synctest.Wait()
		for i, seq := range got {
			if seq != int64(i)+1 {
				t.Fatalf("entry %d is the %dth", seq, i+1)
			}
		}
		if len(got) != 2500 || given != 3 || failed != 5 {
			t.Errorf("%d entries in %d lists, %d failures", len(got), given, failed)
		}
		cancel()
		<-done
		if failed != 5 {
			t.Error("who ends is told of a failure")
		}
	})
}

func TestLastOutage(t *testing.T) {
	store := mem.New()
	storetest.Outage(t, func(ctx context.Context) error { _, err := newsroom.Last(ctx, store); return err })
}
