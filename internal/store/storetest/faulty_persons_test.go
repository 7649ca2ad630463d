package storetest

import (
	"context"

	"dateline"
)

// personsTx is the methods of Persons and PersonOrders, which may be replaced.
type personsTx struct {
	putSpoken    func(context.Context, []dateline.ItemID, []dateline.Spoken) error
	spokenIn     func(context.Context, []dateline.ItemID) (map[dateline.ItemID][]dateline.Spoken, error)
	spoken       func(context.Context, dateline.SpokenQuery) ([]dateline.Spoken, error)
	personsByID  func(context.Context, []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error)
	personsNamed func(context.Context, []string) (map[string][]dateline.Person, error)
	persons      func(context.Context, dateline.PersonQuery) ([]dateline.Person, error)
	putPersons   func(context.Context, ...dateline.Person) error
	unperson     func(context.Context) error
	orderPersons func(context.Context, ...dateline.PersonOrder) ([]int64, error)
	ordersAt     func(context.Context, []int64) ([]dateline.PersonOrder, error)
	ordersOn     func(context.Context, []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error)
}

func wholePersons(t dateline.Tx) personsTx {
	return personsTx{
		putSpoken: t.PutSpoken, spokenIn: t.SpokenIn, spoken: t.Spoken, personsByID: t.PersonsByID, personsNamed: t.PersonsNamed,
		persons: t.Persons, putPersons: t.PutPersons, unperson: t.ClearPersons, orderPersons: t.OrderPersons, ordersAt: t.OrdersAt, ordersOn: t.OrdersOn,
	}
}

func (t *tx) PutSpoken(ctx context.Context, items []dateline.ItemID, said []dateline.Spoken) error {
	return t.putSpoken(ctx, items, said)
}

func (t *tx) SpokenIn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Spoken, error) {
	return t.spokenIn(ctx, ids)
}

func (t *tx) Spoken(ctx context.Context, q dateline.SpokenQuery) ([]dateline.Spoken, error) {
	return t.spoken(ctx, q)
}

func (t *tx) PersonsByID(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error) {
	return t.personsByID(ctx, ids)
}

func (t *tx) PersonsNamed(ctx context.Context, keys []string) (map[string][]dateline.Person, error) {
	return t.personsNamed(ctx, keys)
}

func (t *tx) Persons(ctx context.Context, q dateline.PersonQuery) ([]dateline.Person, error) {
	return t.persons(ctx, q)
}

func (t *tx) PutPersons(ctx context.Context, persons ...dateline.Person) error {
	return t.putPersons(ctx, persons...)
}

func (t *tx) ClearPersons(ctx context.Context) error { return t.unperson(ctx) }

func (t *tx) OrderPersons(ctx context.Context, orders ...dateline.PersonOrder) ([]int64, error) {
	return t.orderPersons(ctx, orders...)
}

func (t *tx) OrdersAt(ctx context.Context, seqs []int64) ([]dateline.PersonOrder, error) {
	return t.ordersAt(ctx, seqs)
}

func (t *tx) OrdersOn(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error) {
	return t.ordersOn(ctx, ids)
}
