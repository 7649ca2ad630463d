package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/annotate/person"
	"dateline/internal/search"
)

// mostPersons is how many persons a list has, and mostSpoken how many of their
// statements are shown, the newest.
const (
	mostPersons = 100
	mostSpoken  = 100
)

// Persons lists those whom a name may mean, in any spelling, or, without one,
// those who spoke most. The id of a person is a name, too.
func (d *Desk) Persons(ctx context.Context, name string) (out []dateline.Person, err error) {
	defer dateline.Wrap(&err, "persons named %q", name)
	name = strings.TrimSpace(name)
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		if name == "" {
			out, err = tx.Persons(ctx, dateline.PersonQuery{Limit: mostPersons})
			return err
		}
		out, err = named(ctx, tx, name)
		return err
	})
	return out, err
}

// named gives each person once, in the order of the keys; for an id that person alone.
func named(ctx context.Context, tx dateline.Persons, name string) (out []dateline.Person, err error) {
	// Ids are copied from one page into the field of another, to join two.
	byID, err := tx.PersonsByID(ctx, []dateline.PersonID{dateline.PersonID(name)})
	if err != nil {
		return nil, err
	}
	if p, ok := byID[dateline.PersonID(name)]; ok {
		return []dateline.Person{p}, nil
	}
	var keys []string
	// Keys are by sound as well, so that a Latin name finds whom Arabic copy alone names.
	for _, spelling := range search.Spellings(name) {
		keys = append(keys, person.Keys(spelling)...)
	}
	byKey, err := tx.PersonsNamed(ctx, keys)
	for _, key := range keys {
		for _, p := range byKey[key] {
			if !slices.ContainsFunc(out, func(o dateline.Person) bool { return o.ID == p.ID }) {
				out = append(out, p)
			}
		}
	}
	return out[:min(mostPersons, len(out))], err
}

// A Speaker is a person as the desk sees them: all that they said, sure or not,
// and what was ordered about them.
type Speaker struct {
	dateline.Person
	Said   []SpokenLine // newest first
	Orders []dateline.PersonOrder
	// Alike are others whom the same names may mean, for joining.
	Alike []dateline.Person
}

// A SpokenLine is a statement of a person with its words and its item.
type SpokenLine struct {
	Spoken dateline.Spoken
	Source dateline.Source // of the item
	Whole  string          // the sentences in which it stands; "" when they do so no more
	Item   dateline.Item   // without its body, but for those that have no headline
}

// Speaker returns a person, ErrNotFound when there is none.
func (d *Desk) Speaker(ctx context.Context, id dateline.PersonID) (s Speaker, err error) {
	defer dateline.Wrap(&err, "person %s", id)
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		byID, err := tx.PersonsByID(ctx, []dateline.PersonID{id})
		if err != nil {
			return err
		}
		p, ok := byID[id]
		if !ok {
			return nobody()
		}
		s.Person = p
		orders, err := tx.OrdersOn(ctx, []dateline.PersonID{id})
		if err != nil {
			return err
		}
		s.Orders = orders[id]
		if s.Said, err = spokenLines(ctx, tx, id); err != nil {
			return err
		}
		s.Alike, err = alike(ctx, tx, &p)
		return err
	})
	return s, err
}

// spokenLines has a line for each row, also where its item is there no more: then it
// has no words.
func spokenLines(ctx context.Context, tx dateline.Tx, id dateline.PersonID) (out []SpokenLine, err error) {
	// Not only what is public: an order is given because of what is not.
	rows, err := tx.Spoken(ctx, dateline.SpokenQuery{Person: id, Limit: mostSpoken})
	if err != nil {
		return nil, err
	}
	var ids []dateline.ItemID
	for i := range rows {
		ids = append(ids, rows[i].Item)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	items, err := tx.Items(ctx, ids)
	if err != nil {
		return nil, err
	}
	marked, err := tx.StatementsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	sources, err := sourcesByID(ctx, tx)
	byID := map[dateline.ItemID]dateline.Item{}
	for i := range items {
		byID[items[i].ID] = items[i]
	}
	for _, row := range rows {
		item := byID[row.Item]
		sentence := whole(&item, marked[row.Item], row.Statement)
		dropBody(&item)
		out = append(out, SpokenLine{Spoken: row, Source: sources[row.Source], Whole: sentence, Item: item})
	}
	return out, err
}

// whole is the sentence of a statement in an item's current version.
func whole(item *dateline.Item, marked []dateline.Marked, id dateline.StatementID) string {
	for _, m := range marked {
		for _, s := range m.Statements {
			// A statement that an edit removed leaves its row until the stage comes to it.
			if m.Version == item.Version && s.ID == id {
				return s.Sentence.In(item.Text())
			}
		}
	}
	return ""
}

// alike are the others whom one of the spellings of a person may mean.
func alike(ctx context.Context, tx dateline.Persons, p *dateline.Person) (out []dateline.Person, err error) {
	known := map[dateline.PersonID]bool{p.ID: true}
	for _, s := range p.Spellings {
		found, err := named(ctx, tx, s.Name)
		if err != nil {
			return nil, err
		}
		for _, o := range found {
			// Whoever was joined stands no more, and nobody can be joined into them.
			if !known[o.ID] && o.Into == "" {
				known[o.ID] = true
				out = append(out, o)
			}
		}
	}
	// A list to choose from, which nobody reads further: of a common name there are hundreds.
	return out[:min(12, len(out))], nil
}

// Order records what a person at the desk orders about persons. What readers will
// see of it at once, and cannot check, needs a reason.
func (d *Desk) Order(ctx context.Context, o dateline.PersonOrder) (err error) {
	defer dateline.Wrap(&err, "%s person %s", o.Kind, o.Person)
	o.Reason, o.Name, o.Into = strings.TrimSpace(o.Reason), strings.TrimSpace(o.Name), dateline.PersonID(strings.TrimSpace(string(o.Into)))
	// Confirming and taking back need none: what follows is seen, and undone, in an instant.
	switch o.Kind {
	case dateline.PersonJoin, dateline.PersonSplit, dateline.PersonHide:
		if o.Reason == "" {
			return noReason()
		}
	}
	if o.By == "" {
		return dateline.Refuse(dateline.WhyNobody, dateline.ErrInvalid, "an order needs the person who gave it")
	}
	// Orders are put into the log and obeyed by the stage at their place in it, so that a
	// cursor set back obeys them again in the same order.
	o.Time = d.cfg.Now()
	return d.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		if o.Kind == dateline.PersonSplit && o.Name != "" {
			if err := canLeave(ctx, tx, &o); err != nil {
				return err
			}
		}
		_, err := tx.OrderPersons(ctx, o)
		return err
	})
}

// nobody refuses an id that is of no person.
func nobody() error {
	return dateline.Refuse(dateline.WhyUnknown, dateline.ErrNotFound, "nobody of that id")
}

// canLeave refuses a split that would never happen. An order is obeyed later, and
// nobody would be told. A store takes such orders all the same: those given before
// the person was derived anew may be of a spelling that is gone.
func canLeave(ctx context.Context, tx dateline.Persons, o *dateline.PersonOrder) error {
	known, err := tx.PersonsByID(ctx, []dateline.PersonID{o.Person})
	if err != nil {
		return err
	}
	p, ok := known[o.Person]
	if !ok {
		return nobody()
	}
	if p.Into != "" {
		return dateline.Refuse(dateline.WhyJoined, dateline.ErrInvalid, "they were joined into %s; split that one", string(p.Into))
	}
	// The spellings are named in the refusal: whoever ordered it copied one wrongly.
	var names []string
	for _, s := range p.Spellings {
		if quoted := fmt.Sprintf("%q", s.Name); !slices.Contains(names, quoted) {
			names = append(names, quoted)
		}
	}
	if !slices.ContainsFunc(p.Spellings, func(s dateline.Spelling) bool { return s.Name == o.Name }) {
		return dateline.Refuse(dateline.WhyNotSpelled, dateline.ErrInvalid, "nobody there is spelled %q; the spellings are %s", o.Name, strings.Join(names, ", "))
	}
	// The person would be left without any, and the new one would be the same under another
	// id.
	if len(names) == 1 {
		return dateline.Refuse(dateline.WhyOnlySpelling, dateline.ErrInvalid, "%s is their only spelling and cannot leave", names[0])
	}
	return nil
}
