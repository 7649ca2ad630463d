package mem

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"dateline"
)

// speakers is who spoke in items, summed up by person, and what the desk ordered
// about them.
type speakers struct {
	spoken  map[dateline.ItemID][]dateline.Spoken // by statement, with their keys
	persons map[dateline.PersonID]dateline.Person
	orders  []dateline.PersonOrder
}

func newSpeakers() speakers {
	return speakers{spoken: map[dateline.ItemID][]dateline.Spoken{}, persons: map[dateline.PersonID]dateline.Person{}}
}

// Lists of what was spoken are replaced and never changed, the orders cloned on change.
func (s speakers) copy() speakers {
	return speakers{maps.Clone(s.spoken), maps.Clone(s.persons), slices.Clone(s.orders)}
}

// PutSpoken writes who spoke in items.
func (t *tx) PutSpoken(ctx context.Context, items []dateline.ItemID, said []dateline.Spoken) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	changed := map[dateline.PersonID]bool{}
	for _, id := range items {
		for _, s := range t.spoken[id] {
			changed[s.Person] = true
		}
		delete(t.spoken, id)
	}
	for _, s := range said {
		keys := slices.Clone(s.Keys)
		s = clone(s)
		// Keys have no place in the JSON: they are given to a store and never given back.
		s.When, s.Keys = s.When.UTC(), keys
		// In the order of statements, in which SpokenIn gives them.
		list := append(slices.Clone(t.spoken[s.Item]), s)
		slices.SortFunc(list, func(a, b dateline.Spoken) int { return cmp.Compare(a.Statement, b.Statement) })
		t.spoken[s.Item] = list
		changed[s.Person] = true
	}
	for id := range changed {
		t.sumPerson(id)
	}
	return nil
}

// saidBy is all that a person said, in no order.
func (t *tx) saidBy(id dateline.PersonID) (said []dateline.Spoken) {
	for _, list := range t.spoken {
		for _, s := range list {
			if s.Person == id {
				said = append(said, s)
			}
		}
	}
	return said
}

// sumPerson sums a person up again.
// From all rows each time. The stores on disk count what came and went, for who speaks
// daily has tens of thousands; that both come to the same is what the suite shows.
func (t *tx) sumPerson(id dateline.PersonID) {
	said, old := t.saidBy(id), t.persons[id]
	old.ID = id
	switch {
	case len(said) > 0:
		t.persons[id] = clone(dateline.SumPerson(old, said))
	// One that was joined into another says nothing any more, and its address still leads on.
	case old.Into == "":
		delete(t.persons, id)
	}
}

// SpokenIn returns who spoke in items.
func (t *tx) SpokenIn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Spoken, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	in := map[dateline.ItemID][]dateline.Spoken{}
	for _, id := range ids {
		if list := t.spoken[id]; len(list) > 0 {
			in[id] = clone(list)
		}
	}
	return in, nil
}

// Spoken returns what a person said, newest first.
func (t *tx) Spoken(ctx context.Context, q dateline.SpokenQuery) ([]dateline.Spoken, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := []dateline.Spoken{}
	for _, s := range t.saidBy(q.Person) {
		place := cmp.Or(cmp.Compare(order(s.When), order(q.Before.Time)), cmp.Compare(s.Statement, q.Before.Statement))
		if q.Language != "" && s.Language != q.Language || q.Source != "" && s.Source != q.Source || q.Public && !s.Public ||
			q.Before != (dateline.SpokenPlace{}) && place >= 0 {
			continue
		}
		list = append(list, clone(s))
	}
	slices.SortFunc(list, func(a, b dateline.Spoken) int {
		return cmp.Or(cmp.Compare(order(b.When), order(a.When)), cmp.Compare(b.Statement, a.Statement))
	})
	return list[:min(cmp.Or(q.Limit, 100), len(list))], nil
}

// PersonsByID returns persons.
func (t *tx) PersonsByID(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	by := map[dateline.PersonID]dateline.Person{}
	for _, id := range ids {
		if p, ok := t.persons[id]; ok {
			by[id] = clone(p)
		}
	}
	return by, nil
}

// PersonsNamed returns who is found by each of the keys.
func (t *tx) PersonsNamed(ctx context.Context, keys []string) (map[string][]dateline.Person, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	found := map[string]map[dateline.PersonID]bool{}
	for _, key := range keys {
		found[key] = map[dateline.PersonID]bool{}
	}
	for _, list := range t.spoken {
		for _, s := range list {
			for _, key := range s.Keys {
				if ids, asked := found[key]; asked {
					ids[s.Person] = true
				}
			}
		}
	}
	named := map[string][]dateline.Person{}
	for key, ids := range found {
		for id := range ids {
			named[key] = append(named[key], clone(t.persons[id]))
		}
		slices.SortFunc(named[key], byStatements)
		if len(named[key]) > dateline.MostNamed {
			named[key] = named[key][:dateline.MostNamed]
		}
	}
	return named, nil
}

func byStatements(a, b dateline.Person) int {
	return cmp.Or(cmp.Compare(b.Statements, a.Statements), cmp.Compare(b.ID, a.ID))
}

func byLast(a, b dateline.Person) int {
	return cmp.Or(cmp.Compare(order(b.Last), order(a.Last)), cmp.Compare(b.ID, a.ID))
}

// Persons lists persons.
func (t *tx) Persons(ctx context.Context, q dateline.PersonQuery) ([]dateline.Person, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	compare := byStatements
	if q.ByLast {
		compare = byLast
	}
	place := dateline.Person{ID: q.Before.Person, Statements: q.Before.Statements, Last: q.Before.Last}
	list := []dateline.Person{}
	for _, p := range t.persons {
		_, named := p.Names[q.Language]
		// Who was joined into another is listed there.
		if p.Into != "" || q.Language != "" && !named || q.Confirmed && !p.Confirmed || q.NoPrivate && p.Private ||
			q.Before != (dateline.PersonPlace{}) && compare(p, place) <= 0 {
			continue
		}
		list = append(list, clone(p))
	}
	slices.SortFunc(list, compare)
	return list[:min(cmp.Or(q.Limit, 50), len(list))], nil
}

// PutPersons writes what the desk says of persons.
func (t *tx) PutPersons(ctx context.Context, persons ...dateline.Person) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, given := range persons {
		p, ok := t.persons[given.ID]
		if !ok {
			continue
		}
		p.Confirmed, p.Private = given.Confirmed, given.Private
		t.persons[p.ID] = p
		if given.Into == "" || given.Into == p.Into {
			continue
		}
		into, ok := t.persons[given.Into]
		// Into one that was joined itself there would be a chain, or a ring.
		if !ok || into.Into != "" || into.ID == p.ID {
			return fmt.Errorf("person %s cannot be joined into %s: %w", p.ID, given.Into, dateline.ErrInvalid)
		}
		t.join(p.ID, into.ID)
	}
	return nil
}

// join gives all of a person to another one.
func (t *tx) join(from, into dateline.PersonID) {
	for item, list := range t.spoken {
		list = slices.Clone(list)
		for i := range list {
			if list[i].Person == from {
				list[i].Person = into
			}
		}
		t.spoken[item] = list
	}
	// Who led to the first leads to the other at once: an address never takes two steps.
	for id, p := range t.persons {
		if p.Into == from {
			p.Into = into
			t.persons[id] = p
		}
	}
	p := t.persons[from]
	// The desk's word on who may be named stays with the address.
	t.persons[from] = dateline.Person{ID: from, Confirmed: p.Confirmed, Private: p.Private, Into: into}
	t.sumPerson(into)
}

// ClearPersons removes all persons.
func (t *tx) ClearPersons(ctx context.Context) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	// The orders stay: they are facts, from which the stage joins persons anew.
	clear(t.spoken)
	clear(t.persons)
	return nil
}

// forgetSpoken removes what persons said in an item. Who is left with nothing
// leaves no name in the orders either, nor does who was joined into them.
func (t *tx) forgetSpoken(id dateline.ItemID) {
	said := t.spoken[id]
	delete(t.spoken, id)
	for _, s := range said {
		t.sumPerson(s.Person)
		if _, left := t.persons[s.Person]; left {
			continue
		}
		t.forgetOrdered(s.Person)
		for id, p := range t.persons {
			if p.Into == s.Person {
				delete(t.persons, id)
				t.forgetOrdered(id)
			}
		}
	}
}

// forgetOrdered takes the names of a person out of the orders.
func (t *tx) forgetOrdered(id dateline.PersonID) {
	// Others see the old list.
	t.orders = slices.Clone(t.orders)
	for i := range t.orders {
		t.orders[i].Forget(id)
	}
}

// OrderPersons records orders.
func (t *tx) OrderPersons(ctx context.Context, orders ...dateline.PersonOrder) ([]int64, error) {
	if err := t.writing(ctx); err != nil {
		return nil, err
	}
	// All are checked before one is recorded, as with decisions.
	for i := range orders {
		if err := orders[i].Check(t.persons); err != nil {
			return nil, err
		}
	}
	seqs := make([]int64, len(orders))
	for i, o := range orders {
		o = clone(o)
		// The order keeps how they are spelled now: persons may be derived anew under other ids.
		o.Note(t.persons)
		o.Time = o.Time.UTC()
		o.Seq = t.append(dateline.Entry{Time: o.Time, Kind: dateline.EntryOrdered, Note: string(o.Kind)})
		t.orders = append(t.orders, o)
		seqs[i] = o.Seq
	}
	return seqs, nil
}

// OrdersAt returns the orders of log entries.
func (t *tx) OrdersAt(ctx context.Context, seqs []int64) ([]dateline.PersonOrder, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	list := []dateline.PersonOrder{}
	for _, o := range t.orders {
		if slices.Contains(seqs, o.Seq) {
			list = append(list, clone(o))
		}
	}
	return list, nil
}

// OrdersOn returns the orders that concern persons.
func (t *tx) OrdersOn(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	on := map[dateline.PersonID][]dateline.PersonOrder{}
	for _, id := range ids {
		for _, o := range t.orders {
			if o.Person == id || o.Into == id {
				on[id] = append(on[id], clone(o))
			}
		}
	}
	return on, nil
}
