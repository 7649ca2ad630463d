package newsroom_test

import (
	"context"
	"testing"
	"time"

	"dateline"
	"dateline/internal/newsroom"
	"dateline/internal/store/mem"
)

// idler is a stage that derives nothing.
type idler struct{}

func (idler) Name() string                                              { return "idler" }
func (idler) Step(context.Context, dateline.Tx, []dateline.Entry) error { return nil }

// TestRest comes after much work and not after little, and once.
func TestRest(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	store, rests := mem.New(), make(chan struct{}, 10)
	write := func(n int) {
		err := store.Update(ctx, func(tx dateline.Tx) error {
			return tx.Append(ctx, make([]dateline.Entry, n)...)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	room := newsroom.New(newsroom.Config{
		Store: store, Stages: []newsroom.Stage{idler{}}, Now: time.Now, Log: quiet(), Holder: "a",
		Tick: time.Millisecond, Rest: func() { rests <- struct{}{} },
	})
	done := make(chan error)
	go func() { done <- room.Run(ctx) }()
	write(500)
	select {
	case <-rests:
		t.Error("it rests after a little work")
	case <-time.After(200 * time.Millisecond):
	}
	write(600) // with the first, more than a thousand
	select {
	case <-rests:
	case <-ctx.Done():
		t.Fatal("it never rests")
	}
	write(10)
	select {
	case <-rests:
		t.Error("it rests again after a little more")
	case <-time.After(200 * time.Millisecond):
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
