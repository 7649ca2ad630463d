package newsroom_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"dateline"
	"dateline/internal/newsroom"
	"dateline/internal/store/mem"
)

// idler is a stage that derives nothing.
type idler struct{}

func (idler) Name() string                                              { return "idler" }
func (idler) Step(context.Context, dateline.Tx, []dateline.Entry) error { return nil }

// TestRest comes after much work and not after little, once, and three seconds
// after the last of it.
func TestRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		store, rests := mem.New(), 0
		room := newsroom.New(newsroom.Config{
			Store: store, Stages: []newsroom.Stage{idler{}}, Now: time.Now, Log: quiet(), Holder: "a", Rest: func() { rests++ },
		})
		done := make(chan error)
		go func() { done <- room.Run(ctx) }()
		for _, c := range []struct {
			name    string
			entries int
			wait    time.Duration
			want    int // rests in all
		}{
			{"a little work", 500, time.Minute, 0},
			{"a little more, much in all, and no quiet yet", 500, 2900 * time.Millisecond, 0},
			{"three seconds of quiet", 0, 300 * time.Millisecond, 1},
			{"a long quiet", 0, time.Hour, 1},
			{"a little work again", 999, time.Minute, 1},
			{"an entry more", 1, time.Minute, 2},
		} {
			err := store.Update(ctx, func(tx dateline.Tx) error { return tx.Append(ctx, make([]dateline.Entry, c.entries)...) })
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(c.wait)
			synctest.Wait()
			if rests != c.want {
				t.Errorf("%s: %d rests, want %d", c.name, rests, c.want)
			}
		}
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

// TestNothingToRestFrom: whoever asks for no rest is given none.
func TestNothingToRestFrom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		store := mem.New()
		if err := store.Update(ctx, func(tx dateline.Tx) error { return tx.Append(ctx, make([]dateline.Entry, 5000)...) }); err != nil {
			t.Fatal(err)
		}
		if err := newsroom.New(newsroom.Config{Store: store, Stages: []newsroom.Stage{idler{}}, Now: time.Now, Log: quiet(), Holder: "a"}).Run(ctx); err != nil {
			t.Error(err)
		}
	})
}
