package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"dateline"
)

// PutPersons writes what the desk says of persons.
func (t *Tx) PutPersons(ctx context.Context, persons ...dateline.Person) error {
	for _, given := range persons {
		known, err := t.PersonsByID(ctx, []dateline.PersonID{given.ID, given.Into})
		if err != nil {
			return err
		}
		p, ok := known[given.ID]
		if !ok {
			continue
		}
		p.Confirmed, p.Private = given.Confirmed, given.Private
		if given.Into != "" && given.Into != p.Into {
			// Into one that was joined itself there would be a chain, or a ring.
			into, ok := known[given.Into]
			if !ok || into.Into != "" || into.ID == p.ID {
				return fmt.Errorf("person %s cannot be joined into %s: %w", p.ID, given.Into, dateline.ErrInvalid)
			}
			if err := t.join(ctx, p.ID, into); err != nil {
				return err
			}
			// All that it said is the other's now, and so is every name.
			p = dateline.Person{ID: p.ID, Confirmed: p.Confirmed, Private: p.Private, Into: into.ID}
		}
		if err := t.putPersons(ctx, []dateline.Person{p}); err != nil {
			return err
		}
	}
	return nil
}

// join gives all of a person to another one. Both may speak in one item, which is
// asked for; what the other one said is not read again, for it may be any amount.
func (t *Tx) join(ctx context.Context, from dateline.PersonID, into dateline.Person) error {
	moved, err := t.spoken(ctx, ask("select "+spokenColumns+" from spoken where person = $1", string(from)))
	if err != nil {
		return err
	}
	// Before the rows change sides, while both can be told apart. Summed anew, one statement
	// joined into 100,000 held the writer for two seconds.
	if err := t.countMoved(ctx, &into, moved); err != nil {
		return err
	}
	for _, text := range []string{
		"update spoken set person = $1 where person = $2",
		"insert into person_keys (key, person, name, language) select key, $1, name, language from person_keys where person = $2 on conflict do nothing",
	} {
		if _, err := t.Exec(ctx, text, string(into.ID), string(from)); err != nil {
			return err
		}
	}
	// They were copied, for both may have been found by the same ones.
	if _, err := t.Exec(ctx, "delete from person_keys where person = $1", string(from)); err != nil {
		return err
	}
	led, err := personsIn(collect(ctx, t, ask("select doc from persons where into_person = $1", string(from)), oneDocument))
	if err != nil {
		return err
	}
	// Who led to the first leads to the other at once: an address never takes two steps.
	for i := range led {
		led[i].Into = into.ID
	}
	return t.putPersons(ctx, append(led, into))
}

// countMoved adds what another one said to a sum.
func (t *Tx) countMoved(ctx context.Context, into *dateline.Person, moved []dateline.Spoken) error {
	into.CountAll(moved)
	items := map[dateline.ItemID]dateline.SourceID{}
	for i := range moved {
		items[moved[i].Item] = moved[i].Source
	}
	if len(items) == 0 {
		return nil
	}
	q := t.askIn("select distinct item from spoken where person = $2 and %s", "item", slices.Collect(maps.Keys(items)))
	q.args = append(q.args, string(into.ID))
	// Items in which both spoke are counted already.
	both, err := collect(ctx, t, q, func(id *dateline.ItemID) []any { return []any{id} })
	for _, id := range both {
		delete(items, id)
	}
	for _, source := range items {
		into.CountItem(source, 1)
	}
	return err
}

// ClearPersons removes all persons.
// The orders stay: they are facts, from which the stage joins persons anew.
func (t *Tx) ClearPersons(ctx context.Context) error {
	for _, table := range []string{"spoken", "persons", "person_keys"} {
		if _, err := t.Exec(ctx, "delete from "+table); err != nil {
			return err
		}
	}
	return nil
}

// forgetSpoken removes what persons said in an item. Who is left with nothing
// leaves no name in the orders either, nor does who was joined into them: that was
// another spelling of the same name.
func (t *Tx) forgetSpoken(ctx context.Context, id dateline.ItemID) error {
	in, err := t.SpokenIn(ctx, []dateline.ItemID{id})
	if err != nil || len(in) == 0 {
		return err
	}
	// The same way as a new version without statements, so that the sums come out alike.
	if err := t.PutSpoken(ctx, []dateline.ItemID{id}, nil); err != nil {
		return err
	}
	var ids []dateline.PersonID
	for _, s := range in[id] {
		ids = append(ids, s.Person)
	}
	left, err := t.PersonsByID(ctx, ids)
	if err != nil {
		return err
	}
	// One may have spoken several times in the item.
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id dateline.PersonID) bool { _, ok := left[id]; return ok })
	joined, err := collect(ctx, t, t.askIn("select id from persons where %s", "into_person", ids),
		func(id *dateline.PersonID) []any { return []any{id} })
	if err != nil {
		return err
	}
	if err := t.deleteIn(ctx, "persons", "id", joined); err != nil {
		return err
	}
	return t.forgetOrdered(ctx, append(ids, joined...))
}

// forgetOrdered takes the names of persons out of the orders about them.
func (t *Tx) forgetOrdered(ctx context.Context, ids []dateline.PersonID) error {
	on, err := t.OrdersOn(ctx, ids)
	if err != nil {
		return err
	}
	forgotten := map[int64]dateline.PersonOrder{} // one may concern two of them
	for _, id := range ids {
		for _, o := range on[id] {
			if f, ok := forgotten[o.Seq]; ok {
				o = f
			}
			o.Forget(id)
			forgotten[o.Seq] = o
		}
	}
	return t.putOrders(ctx, slices.Collect(maps.Values(forgotten)))
}

// OrderPersons records orders.
func (t *Tx) OrderPersons(ctx context.Context, orders ...dateline.PersonOrder) ([]int64, error) {
	var ids []dateline.PersonID
	for _, o := range orders {
		ids = append(ids, o.Person, o.Into)
	}
	known, err := t.PersonsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	entries := make([]dateline.Entry, len(orders))
	// All are checked before one is recorded.
	for i := range orders {
		if err := orders[i].Check(known); err != nil {
			return nil, err
		}
		entries[i] = dateline.Entry{Time: orders[i].Time, Kind: dateline.EntryOrdered, Note: string(orders[i].Kind)}
	}
	before, err := t.number(ctx, entries)
	if err != nil {
		return nil, err
	}
	seqs, noted := make([]int64, len(orders)), make([]dateline.PersonOrder, len(orders))
	for i, o := range orders {
		o.Seq = before + 1 + int64(i)
		o.Time = o.Time.UTC()
		o.Note(known)
		seqs[i], noted[i] = o.Seq, o
	}
	return seqs, t.putOrders(ctx, noted)
}

// putOrders writes orders, or writes their documents anew: whom one concerns never
// changes, what it tells of them may be forgotten.
func (t *Tx) putOrders(ctx context.Context, orders []dateline.PersonOrder) error {
	rows := make([][]any, len(orders))
	for i := range orders {
		o := &orders[i]
		doc, err := json.Marshal(o)
		if err != nil {
			return fmt.Errorf("encode an order about person %s: %w", o.Person, err)
		}
		rows[i] = []any{o.Seq, string(o.Person), string(o.Into), doc}
	}
	return t.Insert(ctx, Insert{
		Into: "person_orders (seq, person, into_person, doc)", Columns: 4, Tail: "on conflict (seq) do update set doc = excluded.doc",
	}, rows)
}

// ordersIn decodes what collect found, as decoded does, with an error that says of what.
func ordersIn(documents [][]byte, err error) ([]dateline.PersonOrder, error) {
	orders := make([]dateline.PersonOrder, len(documents))
	for i, d := range documents {
		if err := unmarshal(d, &orders[i]); err != nil {
			return nil, fmt.Errorf("decode an order about a person: %w", err)
		}
	}
	return orders, err
}

// OrdersAt returns the orders of log entries.
func (t *Tx) OrdersAt(ctx context.Context, seqs []int64) ([]dateline.PersonOrder, error) {
	if len(seqs) == 0 {
		return nil, nil
	}
	list, err := t.List(seqs)
	if err != nil {
		return nil, err
	}
	return ordersIn(collect(ctx, t, ask("select doc from person_orders where "+t.IntIn("seq", 1)+" order by seq", list), oneDocument))
}

// OrdersOn returns the orders that concern persons.
func (t *Tx) OrdersOn(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error) {
	on := map[dateline.PersonID][]dateline.PersonOrder{}
	if len(ids) == 0 {
		return on, nil
	}
	list, err := t.List(ids)
	if err != nil {
		return nil, err
	}
	orders, err := ordersIn(collect(ctx, t, ask("select doc from person_orders where "+t.TextIn("person", 1)+" or "+t.TextIn("into_person", 1)+" order by seq", list), oneDocument))
	for _, id := range ids {
		for _, o := range orders {
			if o.Person == id || o.Into == id {
				on[id] = append(on[id], o)
			}
		}
	}
	return on, err
}
