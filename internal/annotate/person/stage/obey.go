package stage

import (
	"context"
	"slices"

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
		o := &orders[i]
		who, err := find(ctx, tx, o.Person, o.Called)
		if err != nil || who == nil {
			return err // who is not there any more needs no order
		}
		changed := []dateline.PersonID{who.ID}
		switch o.Kind {
		case dateline.PersonJoin:
			changed, err = join(ctx, tx, who, o)
		case dateline.PersonSplit:
			changed, err = split(ctx, tx, who, o)
		default:
			who.Confirmed, who.Private = o.Kind == dateline.PersonConfirm, o.Kind == dateline.PersonHide
			err = tx.PutPersons(ctx, *who)
		}
		if err != nil || len(changed) == 0 {
			return err
		}
		if err := tx.Append(ctx, told(&dateline.Entry{Time: o.Time}, changed)); err != nil {
			return err
		}
	}
	return nil
}

// find is the person who stands for an id; where the id is of nobody, the only one
// who is called as that one was: a person that is derived anew may begin with
// another statement.
func find(ctx context.Context, tx dateline.Tx, id dateline.PersonID, called []string) (*dateline.Person, error) {
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
			return &p, nil
		}
		id = p.Into
	}
	var keys []string
	for _, name := range called {
		keys = append(keys, person.Keys(name)...)
	}
	named, err := tx.PersonsNamed(ctx, keys)
	if err != nil {
		return nil, err
	}
	var found *dateline.Person
	for _, list := range named {
		for _, p := range list {
			same := func(s dateline.Spelling) bool { return slices.Contains(called, s.Name) }
			if !slices.ContainsFunc(p.Spellings, same) || found != nil && found.ID == p.ID {
				continue
			}
			if found != nil {
				return nil, nil
			}
			found = &p
		}
	}
	return found, nil
}

// join gives all of a person to another one. Who is hidden stays hidden.
func join(ctx context.Context, tx dateline.Tx, who *dateline.Person, o *dateline.PersonOrder) ([]dateline.PersonID, error) {
	into, err := find(ctx, tx, o.Into, o.IntoCalled)
	if err != nil || into == nil || into.ID == who.ID {
		return nil, err
	}
	into.Private = into.Private || who.Private
	into.Confirmed = into.Confirmed && !into.Private
	gone := *who
	gone.Into = into.ID
	return []dateline.PersonID{who.ID, into.ID}, tx.PutPersons(ctx, gone, *into)
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
				s.Keys = person.Keys(s.Name)
				rows = append(rows, s)
			}
		}
		if err := tx.PutSpoken(ctx, list, rows); err != nil {
			return nil, err
		}
	}
	return []dateline.PersonID{who.ID, becomes}, tx.PutPersons(ctx, dateline.Person{ID: becomes, Private: who.Private})
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
