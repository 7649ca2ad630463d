package storetest

import (
	"context"
	"time"

	"dateline"
)

// editedTx is the methods of Looks and Edits, which may be replaced.
type editedTx struct {
	putLooks   func(context.Context, ...dateline.Look) error
	leaseLooks func(context.Context, time.Time, time.Time, int) ([]dateline.Look, error)
	freeLeases func(context.Context) error
	looksOf    func(context.Context, []dateline.ItemID) (map[dateline.ItemID]dateline.Look, error)
	digestsOf  func(context.Context, dateline.SourceID, int) (map[dateline.ItemID]string, error)
	putEdits   func(context.Context, ...dateline.Edit) error
	edits      func(context.Context, dateline.EditQuery) ([]dateline.Edit, error)
	editsOn    func(context.Context, []dateline.ItemID) (map[dateline.ItemID][]dateline.Edit, error)
}

func wholeEdited(t dateline.Tx) editedTx {
	return editedTx{
		putLooks: t.PutLooks, leaseLooks: t.LeaseLooks, freeLeases: t.FreeLeases, looksOf: t.LooksOf, digestsOf: t.DigestsOf,
		putEdits: t.PutEdits, edits: t.Edits, editsOn: t.EditsOn,
	}
}

func (t *tx) PutLooks(ctx context.Context, looks ...dateline.Look) error {
	return t.putLooks(ctx, looks...)
}

func (t *tx) LeaseLooks(ctx context.Context, now, until time.Time, limit int) ([]dateline.Look, error) {
	return t.leaseLooks(ctx, now, until, limit)
}

func (t *tx) FreeLeases(ctx context.Context) error { return t.freeLeases(ctx) }

func (t *tx) LooksOf(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID]dateline.Look, error) {
	return t.looksOf(ctx, list)
}

func (t *tx) DigestsOf(ctx context.Context, source dateline.SourceID, limit int) (map[dateline.ItemID]string, error) {
	return t.digestsOf(ctx, source, limit)
}

func (t *tx) PutEdits(ctx context.Context, edits ...dateline.Edit) error {
	return t.putEdits(ctx, edits...)
}

func (t *tx) Edits(ctx context.Context, q dateline.EditQuery) ([]dateline.Edit, error) {
	return t.edits(ctx, q)
}

func (t *tx) EditsOn(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Edit, error) {
	return t.editsOn(ctx, list)
}
