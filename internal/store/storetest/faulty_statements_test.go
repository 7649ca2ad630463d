package storetest

import (
	"context"

	"dateline"
)

// statedTx is the methods of Statements, which may be replaced.
type statedTx struct {
	putStatements func(context.Context, ...dateline.Marked) error
	statementsOf  func(context.Context, []dateline.ItemID) (map[dateline.ItemID][]dateline.Marked, error)
}

func wholeStated(t dateline.Tx) statedTx {
	return statedTx{putStatements: t.PutStatements, statementsOf: t.StatementsOf}
}

func (t *tx) PutStatements(ctx context.Context, marked ...dateline.Marked) error {
	return t.putStatements(ctx, marked...)
}

func (t *tx) StatementsOf(ctx context.Context, list []dateline.ItemID) (map[dateline.ItemID][]dateline.Marked, error) {
	return t.statementsOf(ctx, list)
}
