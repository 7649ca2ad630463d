package stage

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/annotate/person"
)

// obey does what an entry's order says.
func (p *Persons) obey(ctx context.Context, tx dateline.Tx, e *dateline.Entry) error {
	orders, err := tx.OrdersAt(ctx, []int64{e.Seq})
	if err != nil {
		return err
	}
	for i := range orders {
		changed, err := p.carryOut(ctx, tx, &orders[i])
		if err != nil {
			return err
		}
		shown, err := p.reshade(ctx, tx, changed, e.Seq)
		if err != nil {
			return err
		}
		if changed = append(changed, shown...); len(changed) == 0 {
			continue
		}
		if err := tx.Append(ctx, told(&dateline.Entry{Time: orders[i].Time}, changed)); err != nil {
			return err
		}
	}
	return nil
}

// carryOut does what an order says, and returns whom it changed. A hide is for
// whoever may be meant, since showing somebody who was to be hidden cannot be
// taken back; every other order needs the one.
func (p *Persons) carryOut(ctx context.Context, tx dateline.Tx, o *dateline.PersonOrder) ([]dateline.PersonID, error) {
	meant, err := find(ctx, tx, o.Person, o.Called)
	switch {
	case err != nil:
		return nil, err
	case len(meant) == 0 || len(meant) > 1 && o.Kind != dateline.PersonHide:
		p.lost(ctx, o, len(meant))
		return nil, nil
	case o.Kind == dateline.PersonJoin:
		return join(ctx, tx, &meant[0], o)
	case o.Kind == dateline.PersonSplit:
		return split(ctx, tx, &meant[0], o)
	}
	changed := make([]dateline.PersonID, len(meant))
	for i := range meant {
		changed[i] = meant[i].ID
		meant[i].Confirmed, meant[i].Private = o.Kind == dateline.PersonConfirm, o.Kind == dateline.PersonHide
	}
	return changed, tx.PutPersons(ctx, meant...)
}

// lost tells of an order that is not obeyed: nobody whom it concerns speaks any
// more, or more than one may be meant.
func (p *Persons) lost(ctx context.Context, o *dateline.PersonOrder, found int) {
	if p.Log != nil {
		p.Log.WarnContext(ctx, "an order about a person was not obeyed: give it again if it still holds",
			"order", o.Kind, "entry", o.Seq, "person", o.Person, "found", found)
	}
}

// find is the person who stands for an id; where the id is of nobody, those who
// are called as that one was: a person that is derived anew may begin with another
// statement. The family name alone is another one's as well.
func find(ctx context.Context, tx dateline.Persons, id dateline.PersonID, called []string) ([]dateline.Person, error) {
	for range 2 { // the one it was joined into, if any
		by, err := tx.PersonsByID(ctx, []dateline.PersonID{id})
		if err != nil {
			return nil, err
		}
		p, ok := by[id]
		if !ok {
			break
		}
		if p.Into == "" {
			return []dateline.Person{p}, nil
		}
		id = p.Into
	}
	called = full(called)
	var keys []string
	for _, name := range called {
		keys = append(keys, person.Keys(name)...)
	}
	named, err := tx.PersonsNamed(ctx, keys)
	if err != nil {
		return nil, err
	}
	found := map[dateline.PersonID]dateline.Person{}
	for _, list := range named {
		for _, p := range list {
			if spelled(&p, called) {
				found[p.ID] = p
			}
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b dateline.Person) int { return cmp.Compare(a.ID, b.ID) }), nil
}

// full are the spellings of two words or more.
func full(called []string) []string {
	return slices.DeleteFunc(slices.Clone(called), func(name string) bool { return !strings.Contains(name, " ") })
}

// spelled reports whether a person is known by one of these names.
func spelled(p *dateline.Person, called []string) bool {
	return slices.ContainsFunc(p.Spellings, func(s dateline.Spelling) bool { return slices.Contains(called, s.Name) })
}

// join gives all of a person to another one. Who is hidden stays hidden.
func join(ctx context.Context, tx dateline.Tx, who *dateline.Person, o *dateline.PersonOrder) ([]dateline.PersonID, error) {
	found, err := find(ctx, tx, o.Into, o.IntoCalled)
	if err != nil || len(found) != 1 || found[0].ID == who.ID {
		return nil, err
	}
	// Without the shade: it would be kept as if the desk had given the order already.
	gone, err := ordered(ctx, tx, who, o.Seq)
	if err != nil {
		return nil, err
	}
	into, err := ordered(ctx, tx, &found[0], o.Seq)
	if err != nil {
		return nil, err
	}
	into.Private = into.Private || gone.Private
	into.Confirmed = into.Confirmed && !into.Private
	gone.Into = into.ID
	return []dateline.PersonID{who.ID, into.ID}, tx.PutPersons(ctx, gone, into)
}

// split gives all that a person said under one spelling to a person of its own.
// The last spelling can not leave. Who was hidden stays hidden under both.
func split(ctx context.Context, tx dateline.Tx, who *dateline.Person, o *dateline.PersonOrder) ([]dateline.PersonID, error) {
	leaves := func(s dateline.Spelling) bool { return s.Name == o.Name }
	if !slices.ContainsFunc(who.Spellings, leaves) || !slices.ContainsFunc(who.Spellings, func(s dateline.Spelling) bool { return !leaves(s) }) {
		return nil, nil
	}
	items, err := itemsOf(ctx, tx, who.ID)
	if err != nil {
		return nil, err
	}
	// The id is made of the old one and the name, so that the same order, obeyed again when
	// all is derived anew, gives the same address.
	becomes := dateline.SplitPersonID(who.ID, o.Name)
	for list := range slices.Chunk(items, 500) { // a person may have spoken in any number
		in, err := tx.SpokenIn(ctx, list)
		if err != nil {
			return nil, err
		}
		var rows []dateline.Spoken
		for _, id := range list {
			for _, s := range in[id] {
				if s.Person == who.ID && s.Name == o.Name {
					s.Person, s.By, s.Confidence = becomes, dateline.ByDesk, 1
				}
				// Rows are written with their keys, which a store does not give back.
				s.Keys = person.Keys(s.Name)
				rows = append(rows, s)
			}
		}
		if err := tx.PutSpoken(ctx, list, rows); err != nil {
			return nil, err
		}
	}
	return []dateline.PersonID{who.ID, becomes}, tx.PutPersons(ctx, dateline.Person{ID: becomes, Private: who.Private && !shaded(who)})
}

// itemsOf are the items in which a person speaks.
func itemsOf(ctx context.Context, tx dateline.Tx, id dateline.PersonID) (items []dateline.ItemID, err error) {
	seen := map[dateline.ItemID]bool{}
	q := dateline.SpokenQuery{Person: id, Limit: 1000}
	for {
		said, err := tx.Spoken(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, s := range said {
			if !seen[s.Item] {
				seen[s.Item] = true
				items = append(items, s.Item)
			}
			q.Before = dateline.SpokenPlace{Time: s.When, Statement: s.Statement}
		}
		if len(said) < q.Limit {
			return items, nil
		}
	}
}
