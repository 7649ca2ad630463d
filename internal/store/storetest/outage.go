package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"dateline"
)

// ErrDown is what a store says of the call that an Outage lets fail. It is of the
// kind that a full disk or a database that went away has.
var ErrDown = fmt.Errorf("the store is down: %w", dateline.ErrUnavailable)

// Outage runs an operation once for each call that it makes to its store, lets
// that call alone fail, and demands that the operation says so: an answer put
// together from what could still be read looks like the whole. The last time
// nothing fails. The store must ask its context before each call, as mem does.
func Outage(t testing.TB, op func(context.Context) error) {
	t.Helper()
	for n := 1; ; n++ {
		ctx := &outage{Context: t.Context(), at: n}
		err := op(ctx)
		switch {
		case ctx.calls < n && err != nil:
			t.Errorf("nothing fails, and still: %v", err)
		case ctx.calls < n && n == 1:
			t.Error("the operation never asks its store")
		case ctx.calls >= n && !errors.Is(err, ErrDown):
			t.Errorf("call %d of the store fails, and the operation says: %v", n, err)
		}
		if ctx.calls < n {
			return
		}
	}
}

// outage is a context under which one call fails.
type outage struct {
	context.Context
	calls, at int
}

// Err counts the calls: each asks first whether it may go on.
func (o *outage) Err() error {
	if o.calls++; o.calls == o.at {
		return ErrDown
	}
	return o.Context.Err()
}
