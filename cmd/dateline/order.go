package main

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// ahead is how many results a core may be ahead of the one whose turn it is: a
// page that takes a second must not keep the others from being read, and what
// waits must not grow with the number of pages. Sixteen took half a megabyte more.
const ahead = 4

// A job is a name on its way through a worker.
type job[T any] struct {
	name  string
	value T
	err   error
	done  chan struct{}
}

// inOrder does the work on all cores and hands on the results one at a time, in
// the order of the names, until each fails. worker is called once a core and
// returns what does its work.
func inOrder[T any](ctx context.Context, names []string, worker func() func(string) (T, error), each func(int, T, error) error) error {
	workers := min(runtime.GOMAXPROCS(0), len(names))
	todo, turn := make(chan *job[T]), make(chan *job[T], ahead*workers)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(todo)
		defer close(turn)
		for _, name := range names {
			j := &job[T]{name: name, done: make(chan struct{})}
			// Its turn first: no page is read before there is room for what comes of it.
			for _, to := range []chan<- *job[T]{turn, todo} {
				select {
				case to <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
		return nil
	})
	for range workers {
		group.Go(func() error {
			// Here and not before: each worker has its own memory, which no other touches.
			work := worker()
			for j := range todo {
				j.value, j.err = work(j.name)
				close(j.done)
			}
			return nil
		})
	}
	group.Go(func() error {
		i := 0
		for j := range turn {
			select {
			case <-j.done:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err := each(i, j.value, j.err); err != nil {
				return err
			}
			i++
		}
		return nil
	})
	return group.Wait()
}
