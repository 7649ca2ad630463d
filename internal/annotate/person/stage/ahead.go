package stage

import (
	"context"
	"slices"

	"dateline"
)

// ahead are the orders in the log that the stage has not come to yet. When all
// persons are derived anew they are all that the desk ever ordered, and for as
// long as that takes somebody who is to be hidden would be shown. So whom a later
// order hides is hidden from the beginning: shaded, which is Confirmed and Private
// at once, for no order makes that of anybody. What stands in the end is the same.
type ahead struct {
	from, to int64 // the orders of the entries after from, up to to, are here
	orders   []dateline.PersonOrder
}

// look reads the orders after an entry. Each entry is looked at once, as long as
// the stage goes on where it was.
func (a *ahead) look(ctx context.Context, tx dateline.Tx, after int64) error {
	if after < a.from || after > a.to {
		*a = ahead{to: after}
	}
	a.from, a.orders = after, slices.Clone(a.after(after))
	for {
		entries, err := tx.Entries(ctx, a.to, 1000)
		if err != nil || len(entries) == 0 {
			return err
		}
		var seqs []int64
		for i := range entries {
			if entries[i].Kind == dateline.EntryOrdered {
				seqs = append(seqs, entries[i].Seq)
			}
		}
		if len(seqs) > 0 {
			orders, err := tx.OrdersAt(ctx, seqs)
			if err != nil {
				return err
			}
			a.orders = append(a.orders, orders...)
		}
		a.to = entries[len(entries)-1].Seq
	}
}

// after are the orders after an entry.
func (a *ahead) after(seq int64) []dateline.PersonOrder {
	i := slices.IndexFunc(a.orders, func(o dateline.PersonOrder) bool { return o.Seq > seq })
	if i < 0 {
		return nil
	}
	return a.orders[i:]
}

// shaded reports whether a person is hidden by an order that is yet to come.
func shaded(p *dateline.Person) bool { return p.Confirmed && p.Private }

// shade hides those who spoke and whom an order hides that the stage has not come
// to. Where none is ahead, which is nearly always, nothing is read.
func (p *Persons) shade(ctx context.Context, tx dateline.Tx, said []dateline.Spoken, seq int64) error {
	if len(p.ahead.after(seq)) == 0 {
		return nil
	}
	var ids []dateline.PersonID
	for i := range said {
		ids = append(ids, said[i].Person)
	}
	by, err := tx.PersonsByID(ctx, ids)
	if err != nil {
		return err
	}
	_, err = p.settle(ctx, tx, by, seq)
	return err
}

// reshade looks again at persons whom an order changed and at all who are shaded,
// and returns those of them who became other: fewer orders are ahead.
func (p *Persons) reshade(ctx context.Context, tx dateline.Tx, ids []dateline.PersonID, seq int64) ([]dateline.PersonID, error) {
	by, err := tx.PersonsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	if err := addShaded(ctx, tx, by); err != nil {
		return nil, err
	}
	return p.settle(ctx, tx, by, seq)
}

// settle shades those whom an order after an entry hides, takes the shade off the
// others, and returns who became other.
func (p *Persons) settle(ctx context.Context, tx dateline.Tx, by map[dateline.PersonID]dateline.Person, seq int64) (changed []dateline.PersonID, err error) {
	rest := p.ahead.after(seq)
	var out []dateline.Person
	for _, one := range by {
		// Who leads to another is shown as that one, and whom an order has hidden needs no shade.
		if one.Into != "" || one.Private && !shaded(&one) {
			continue
		}
		f := foresight{ctx, tx, nil}
		hide := f.hides(rest, one.ID, spellings(&one), 0)
		if f.err != nil {
			return nil, f.err
		}
		if hide == shaded(&one) {
			continue
		}
		if hide {
			one.Confirmed, one.Private = true, true
		} else if one, err = ordered(ctx, tx, &one, seq); err != nil {
			return nil, err
		}
		out, changed = append(out, one), append(changed, one.ID)
	}
	slices.Sort(changed)
	return changed, tx.PutPersons(ctx, out...)
}

// addShaded adds all persons who are shaded.
func addShaded(ctx context.Context, tx dateline.Persons, by map[dateline.PersonID]dateline.Person) error {
	// Whoever is shaded counts as confirmed, so few persons are gone through.
	q := dateline.PersonQuery{Confirmed: true, Limit: 1000}
	for {
		list, err := tx.Persons(ctx, q)
		if err != nil {
			return err
		}
		for _, one := range list {
			if shaded(&one) {
				by[one.ID] = one
			}
			q.Before = dateline.PersonPlace{Statements: one.Statements, Person: one.ID}
		}
		if len(list) < q.Limit {
			return nil
		}
	}
}

// spellings are the full names of a person: a family name alone would hide relatives.
func spellings(p *dateline.Person) (called []string) {
	for _, s := range p.Spellings {
		called = append(called, s.Name)
	}
	return full(called)
}

// foresight tells what orders will make of persons.
type foresight struct {
	ctx context.Context
	tx  dateline.Persons
	err error
}

// mostJoins is how many joins in a row are followed: whoever is behind more is
// taken for hidden until the stage has come to them.
const mostJoins = 3

// hides reports whether orders hide somebody in the end. By name as well as by id:
// who is derived anew may have another one. Who leads to somebody hidden, or takes
// in somebody hidden, is hidden with them.
func (f *foresight) hides(orders []dateline.PersonOrder, id dateline.PersonID, called []string, joins int) bool {
	if joins > mostJoins {
		return true
	}
	hidden := f.private(id)
	for i := range orders {
		o := &orders[i]
		if concerns(id, called, o.Person, o.Called) {
			switch {
			case o.Kind == dateline.PersonHide:
				hidden = true
			case o.Kind == dateline.PersonJoin:
				hidden = hidden || f.hides(orders[:i], o.Into, full(o.IntoCalled), joins+1) || f.hides(orders[i+1:], o.Into, full(o.IntoCalled), joins+1) ||
					f.parted(orders[:i], o.IntoCalled, joins+1)
			case o.Person == id && o.Kind != dateline.PersonSplit: // of a namesake it shows nobody
				hidden = false
			}
		}
		if o.Kind == dateline.PersonJoin && o.Person != id && concerns(id, called, o.Into, o.IntoCalled) { // by name it may be both sides of a join
			hidden = hidden || f.hides(orders[:i], o.Person, full(o.Called), joins+1)
		}
	}
	return hidden
}

// parted reports whether orders part a spelling from somebody hidden: whoever has it
// then is hidden, too.
func (f *foresight) parted(orders []dateline.PersonOrder, called []string, joins int) bool {
	for i := range orders {
		o := &orders[i]
		if o.Kind == dateline.PersonSplit && slices.Contains(called, o.Name) && f.hides(orders[:i], o.Person, full(o.Called), joins) {
			return true
		}
	}
	return false
}

// private reports whether a person is hidden by what was obeyed already.
func (f *foresight) private(id dateline.PersonID) bool {
	by, err := f.tx.PersonsByID(f.ctx, []dateline.PersonID{id})
	if err != nil {
		f.err = err
	}
	p := by[id]
	return p.Private && !shaded(&p)
}

// concerns reports that an order meant this person: by id, or by one full name in common
// where the id may have become another.
func concerns(id dateline.PersonID, called []string, meant dateline.PersonID, then []string) bool {
	return id == meant || slices.ContainsFunc(called, func(name string) bool { return slices.Contains(then, name) })
}

// ordered is a person as the orders up to an entry have made them, unshaded.
func ordered(ctx context.Context, tx dateline.PersonOrders, p *dateline.Person, seq int64) (dateline.Person, error) {
	one := *p
	if !shaded(p) {
		return one, nil
	}
	orders, err := tx.OrdersOn(ctx, []dateline.PersonID{p.ID})
	one.Confirmed, one.Private = false, false
	for _, o := range orders[p.ID] {
		if o.Seq <= seq && o.Person == p.ID {
			switch o.Kind {
			case dateline.PersonConfirm:
				one.Confirmed = true
			case dateline.PersonUnconfirm, dateline.PersonHide:
				one.Confirmed = false
			}
		}
	}
	return one, err
}
