package main

import (
	"context"
	"time"

	"dateline"
	"dateline/internal/desk"
)

// A settledDesk answers when the stages have taken up what was decided, so that
// the page that is shown next tells the new state. They take a fraction of a
// second; when they do not, the decision stands all the same and is not waited for.
type settledDesk struct {
	*desk.Desk
	settle func(context.Context) error
}

// settleWithin bounds how long a page of the desk waits for the stages.
const settleWithin = 2 * time.Second

// Decide decides and waits.
func (d settledDesk) Decide(ctx context.Context, decision dateline.Decision) error {
	err := d.Desk.Decide(ctx, decision)
	if err == nil {
		d.wait(ctx)
	}
	return err
}

// File files and waits.
func (d settledDesk) File(ctx context.Context, draft desk.Draft) (dateline.ItemID, error) {
	id, err := d.Desk.File(ctx, draft)
	if err == nil {
		d.wait(ctx)
	}
	return id, err
}

// Order orders something about persons and waits.
func (d settledDesk) Order(ctx context.Context, o dateline.PersonOrder) error {
	err := d.Desk.Order(ctx, o)
	if err == nil {
		d.wait(ctx)
	}
	return err
}

// wait ends with the request too: an editor who went away waits for nothing.
func (d settledDesk) wait(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, settleWithin)
	defer cancel()
	_ = d.settle(ctx) // what went wrong is the newsroom's to log
}
