package newsroom_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/newsroom"
	"dateline/internal/store/mem"
)

// rememberer is a stage that has to load before it steps.
type rememberer struct{ loaded, stepped int }

func (*rememberer) Name() string { return "rememberer" }

func (r *rememberer) Load(context.Context, dateline.Store) error {
	r.loaded++
	return nil
}

func (r *rememberer) Step(context.Context, dateline.Tx, []dateline.Entry) error {
	if r.stepped++; r.loaded < r.stepped {
		return errors.New("not loaded")
	}
	return nil
}

// TestStagesLoad: before each step, and when the newsroom begins to run.
func TestStagesLoad(t *testing.T) {
	store := mem.New()
	fill(t, store)
	r := &rememberer{}
	room := newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{r}, Now: func() time.Time { return start }, Log: quiet(), Holder: "a", Batch: 5,
	})
	if err := room.CatchUp(context.Background()); err != nil || r.stepped < 3 || room.Failures() > 0 {
		t.Errorf("%d steps, %d loads, %d failures: %v", r.stepped, r.loaded, room.Failures(), err)
	}
	if room.Loading(r.Name()) {
		t.Error("it is said to load when all is done")
	}
}

// broken is a stage whose memory cannot be loaded: it panics over what it finds.
type broken struct{ rememberer }

func (*broken) Name() string { return "broken" }

func (b *broken) Load(context.Context, dateline.Store) error { panic("no such row") }

// TestLoadPanics: a fault over what is to be remembered keeps that stage where it
// is and is told; it ends neither the program nor the other stages.
func TestLoadPanics(t *testing.T) {
	store := mem.New()
	fill(t, store)
	b, r := &broken{}, &rememberer{}
	room := newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{b, r}, Now: time.Now, Log: quiet(), Holder: "a", Tick: 2 * time.Millisecond,
	})
	err := room.CatchUp(t.Context())
	if err == nil || !strings.Contains(err.Error(), "stage broken: ") || !strings.Contains(err.Error(), "no such row") {
		t.Errorf("it says %v", err)
	}
	if b.stepped > 0 || room.Failures() > 0 || r.stepped == 0 {
		t.Errorf("the broken one took %d steps, the other one %d; %d entries were passed over", b.stepped, r.stepped, room.Failures())
	}
	ctx, cancel := context.WithCancel(t.Context())
	other := swift{make(chan int64, 100)}
	room = newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{b, other}, Now: time.Now, Log: quiet(), Holder: "a", Tick: 2 * time.Millisecond,
	})
	done := make(chan error)
	go func() { done <- room.Run(ctx) }()
	<-other.stepped
	cancel()
	if err := <-done; err != nil {
		t.Errorf("a newsroom that runs: %v", err)
	}
}

// slow is a stage that loads until it is let go.
type slow struct {
	rememberer
	let     chan struct{}
	stepped chan int64
}

func (s *slow) Load(ctx context.Context, store dateline.Store) error {
	select {
	case <-s.let:
		return s.rememberer.Load(ctx, store)
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *slow) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) error {
	s.stepped <- entries[len(entries)-1].Seq
	return s.rememberer.Step(ctx, tx, entries)
}

// swift tells how far it was given the log.
type swift struct{ stepped chan int64 }

func (swift) Name() string { return "swift" }

func (s swift) Step(_ context.Context, _ dateline.Tx, entries []dateline.Entry) error {
	s.stepped <- entries[len(entries)-1].Seq
	return nil
}

// TestStagesLoadBeside: whatever comes while a stage loads reaches the others at
// once, and that stage when it has loaded. A newsroom can be stopped meanwhile.
func TestStagesLoadBeside(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	store := mem.New()
	loads := &slow{let: make(chan struct{}), stepped: make(chan int64, 100)}
	other := swift{make(chan int64, 100)}
	room := newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{loads, other}, Now: time.Now, Log: quiet(), Holder: "a", Tick: 2 * time.Millisecond,
	})
	run := func() (stop func()) {
		ctx, cancel := context.WithCancel(ctx)
		done := make(chan error)
		go func() { done <- room.Run(ctx) }()
		return func() {
			cancel()
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
	}
	stop := run()
	for n := range int64(3) {
		err := store.Update(ctx, func(tx dateline.Tx) error { return tx.Append(ctx, dateline.Entry{Kind: dateline.EntryKept}) })
		if err != nil {
			t.Fatal(err)
		}
		seq := <-other.stepped
		for seq <= n { // stopped before it was done with that
			seq = <-other.stepped
		}
		if seq != n+1 || !room.Loading(loads.Name()) || len(loads.stepped) > 0 {
			t.Fatalf("entry %d while the first loads: %d, loading %v, %d steps", n+1, seq, room.Loading(loads.Name()), len(loads.stepped))
		}
		if n == 1 {
			stop()
			if room.Loading(loads.Name()) {
				t.Error("it loads in a newsroom that was stopped")
			}
			stop = run()
			for !room.Loading(loads.Name()) && ctx.Err() == nil {
				time.Sleep(time.Millisecond)
			}
		}
	}
	close(loads.let)
	if seq := <-loads.stepped; seq != 3 {
		t.Errorf("loaded, it is given the log up to %d", seq)
	}
	stop()
}
