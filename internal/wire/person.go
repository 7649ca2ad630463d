package wire

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"dateline"
)

// A Person is what of a person is out.
type Person struct {
	// Person is summed up from what is out alone: a spelling that stands in nothing
	// that is shown is not in it, and what was said at the desk's side counts nowhere.
	dateline.Person
	Said []Saying // newest first
	// More says that there are older statements than were looked at.
	More bool
}

// Called is what the person is called in a language, else in the first of others.
func (p *Person) Called(language string) string {
	if name := p.Names[language]; name != "" {
		return name
	}
	for _, other := range slices.Sorted(maps.Keys(p.Names)) {
		return p.Names[other]
	}
	return ""
}

// A Saying is one statement of a person, as the earliest known item has it, with
// the others that have it as well.
type Saying struct {
	Said
	Also []Said // the earliest first; each with its own words
	// Denied is the first later statement of the person in the same story by which
	// something is denied; "" when there is none.
	Denied dateline.StatementID
}

// A Said is a statement that may go out, in an item that is out.
type Said struct {
	Quote Quote
	When  time.Time // when it was said, as far as that is known
	View  View      // of its item, as in lists; its body is left out
	row   dateline.Spoken
}

// The bounds of a person's page, in statements. They are not of what the stage
// keeps: all statements are counted at the desk.
const (
	// mostSaid is how many of a person's statements are shown, the newest: more
	// would make a page that nobody reads to its end dear to make.
	mostSaid = 500
	// mostLooked is how many are looked at for these. What is for the desk, held or
	// of a link is not shown, and must not hide what is.
	mostLooked = 10 * mostSaid
	// fewSaid is how many are looked at first where one shown is enough.
	fewSaid = 8
)

// mostElsewhere is how many of all statements of a person, sure or not, are looked
// at for how they are called. It bounds what a page costs: each needs its item where
// it is not shown already.
const mostElsewhere = 200

// Person returns what of a person is out: ErrNotFound when nothing is, or when
// the desk hides them. Of one that was joined into another one ID and Into alone
// are set, to one that has something out.
func (r *Reader) Person(ctx context.Context, id dateline.PersonID) (p Person, err error) {
	defer dateline.Wrap(&err, "person %q", id)
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		p, err = r.person(ctx, tx, id)
		if err != nil || p.Into == "" {
			return err
		}
		// A link to a page that says 404 helps nobody, so the other one is asked first.
		joined, err := r.person(ctx, tx, p.Into)
		if err == nil && joined.Into != "" {
			err = fmt.Errorf("it leads to one that does not stand: %w", dateline.ErrNotFound)
		}
		return err
	})
	return p, err
}

// person is Person within a transaction, of whom was joined without a look at where
// that leads.
func (r *Reader) person(ctx context.Context, tx dateline.Tx, id dateline.PersonID) (p Person, err error) {
	known, err := tx.PersonsByID(ctx, []dateline.PersonID{id})
	if err != nil {
		return p, err
	}
	one, ok := known[id]
	if !ok || one.Private {
		return p, fmt.Errorf("nobody whom the public may know: %w", dateline.ErrNotFound)
	}
	if one.Into != "" {
		p.ID, p.Into = id, one.Into
		return p, nil
	}
	said, more, err := r.newest(ctx, tx, id, mostSaid)
	if err != nil {
		return p, err
	}
	p.More = more
	if len(said) == 0 {
		return p, fmt.Errorf("nothing that they said is shown: %w", dateline.ErrNotFound)
	}
	if p.Person, err = r.sum(ctx, tx, one, said); err != nil {
		return p, err
	}
	p.Said, err = sayings(ctx, tx, said)
	return p, err
}

// newest are the n newest statements of a person that are shown, and whether there
// are older ones than were looked at.
func (r *Reader) newest(ctx context.Context, tx dateline.Tx, id dateline.PersonID, n int) (said []Said, older bool, err error) {
	q := dateline.SpokenQuery{Person: id, Public: true}
	// Batches double: whoever is shown at all mostly shows in the first few, and whoever
	// has thousands that are not shown costs fifteen reads and no more.
	batch := max(n, fewSaid)
	older = true
	for looked := 0; older && len(said) < n && looked < mostLooked; batch = min(2*batch, mostSaid) {
		q.Limit = batch + 1
		rows, err := tx.Spoken(ctx, q)
		if err != nil {
			return nil, false, err
		}
		// One more than the batch is asked for, to know whether there are more.
		if older = len(rows) > batch; older {
			rows = rows[:batch]
			last := &rows[batch-1]
			q.Before = dateline.SpokenPlace{Time: last.When, Statement: last.Statement}
		}
		looked += len(rows)
		shown, err := r.said(ctx, tx, rows)
		if err != nil {
			return nil, false, err
		}
		said = append(said, shown...)
	}
	if len(said) > n {
		said, older = said[:n], true
	}
	return said, older, nil
}

// sum sums a person up from what is shown.
func (r *Reader) sum(ctx context.Context, tx dateline.Tx, known dateline.Person, said []Said) (p dateline.Person, err error) {
	rows := make([]dateline.Spoken, len(said))
	for i := range said {
		rows[i] = said[i].row
	}
	p = dateline.SumPerson(known, rows)
	elsewhere, err := r.namedElsewhere(ctx, tx, p.ID)
	if err != nil {
		return p, err
	}
	// Two sums: counts, roles and times go by what is shown, names by what else is no secret.
	names := dateline.SumPerson(known, append(rows, elsewhere...))
	p.Spellings = names.Spellings
	for language, name := range names.Names {
		if p.Names[language] == "" { // what is called so beside their words goes first
			p.Names = maps.Clone(p.Names)
			p.Names[language] = name
		}
	}
	return p, nil
}

// namedElsewhere are statements that are not shown, in items whose shown text has
// the speaker's name: the name is then no secret, and is all that is taken of
// them. Without it nobody whose words are sure in one language only would have a
// name in the other.
func (r *Reader) namedElsewhere(ctx context.Context, tx dateline.Tx, id dateline.PersonID) (out []dateline.Spoken, err error) {
	rows, err := tx.Spoken(ctx, dateline.SpokenQuery{Person: id, Limit: mostElsewhere})
	if err != nil {
		return nil, err
	}
	return r.namedIn(ctx, tx, rows)
}

// namedIn are those of the statements that are namedElsewhere.
func (r *Reader) namedIn(ctx context.Context, tx dateline.Tx, rows []dateline.Spoken) (out []dateline.Spoken, err error) {
	views, _, err := r.speaking(ctx, tx, rows)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		v, ok := views[rows[i].Item]
		// A public row that is not shown was refused for its rights: its name is none to be taken.
		if ok && !rows[i].Public && strings.Contains(spaced(v.Headline+"\n"+shown(v)), spaced(rows[i].Name)) {
			out = append(out, rows[i])
		}
	}
	return out, nil
}

// said are those of the statements that may go out, in the order of rows.
func (r *Reader) said(ctx context.Context, tx dateline.Tx, rows []dateline.Spoken) (out []Said, err error) {
	views, items, err := r.speaking(ctx, tx, rows)
	if err != nil {
		return nil, err
	}
	ids := slices.Collect(maps.Keys(views))
	slices.Sort(ids)
	marked, err := tx.StatementsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	// Quotes decides item by item, for the statements of an excerpt share one budget:
	// which of them fit depends on those before, of whomever they are.
	quotes, texts := map[dateline.StatementID]Quote{}, map[dateline.ItemID]string{}
	for id, v := range views {
		for _, q := range Quotes(v, items[id], marked[id]) {
			quotes[q.ID] = q
		}
		// Taken before the body is dropped, which nobody needs behind here.
		texts[id] = spaced(v.Headline + "\n" + shown(v))
		v.Body = nil
	}
	for _, row := range rows {
		if q, ok := quotes[row.Statement]; ok {
			q.Person = row.Person
			out = append(out, Said{q, row.When, *views[row.Item], within(row, &q, texts[row.Item])})
		}
	}
	return out, nil
}

// within is a row with no name and no role in it that its item does not show: the
// stage reads the whole text, and a page may not.
func within(row dateline.Spoken, q *Quote, text string) dateline.Spoken {
	text += "\n" + q.Sentence + "\n" + q.Speaker
	if !strings.Contains(text, spaced(row.Name)) {
		row.Name = q.Speaker
	}
	if !strings.Contains(text, spaced(row.Role)) {
		row.Role = ""
	}
	return row
}

// speaking are the items of statements that are out, with what of them is.
func (r *Reader) speaking(ctx context.Context, tx dateline.Tx, rows []dateline.Spoken) (map[dateline.ItemID]*View, map[dateline.ItemID]*dateline.Item, error) {
	var ids []dateline.ItemID
	for _, row := range rows {
		if !slices.Contains(ids, row.Item) {
			ids = append(ids, row.Item)
		}
	}
	filings, err := r.out(ctx, tx, ids)
	if err != nil {
		return nil, nil, err
	}
	// In the order of rows, so that the same rows give the same reads.
	var list []dateline.Filing
	for _, id := range ids {
		if f, ok := filings[id]; ok {
			list = append(list, f)
		}
	}
	items := map[dateline.ItemID]*dateline.Item{}
	// The items themselves are kept aside: Quotes needs their text, views may not have it.
	all, err := r.viewsOf(ctx, tx, list, func(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
		read, err := tx.Items(ctx, ids)
		for i := range read {
			items[read[i].ID] = &read[i]
		}
		return read, err
	})
	views := map[dateline.ItemID]*View{}
	for i := range all {
		views[all[i].ID] = &all[i]
	}
	return views, items, err
}

// Confirmed are those of the n persons who spoke last, of those whom the desk has
// confirmed, of whom something is out.
func (r *Reader) Confirmed(ctx context.Context, n int) (out []dateline.PersonID, err error) {
	defer dateline.Wrap(&err, "confirmed persons")
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		listed, err := tx.Persons(ctx, dateline.PersonQuery{Confirmed: true, NoPrivate: true, ByLast: true, Limit: n})
		if err != nil {
			return err
		}
		out = nil
		for i := range listed {
			// Whose page has something to show, without the making of it.
			said, _, err := r.newest(ctx, tx, listed[i].ID, 1)
			if err != nil {
				return err
			}
			if len(said) > 0 {
				out = append(out, listed[i].ID)
			}
		}
		return nil
	})
	return out, err
}

// speakers sets who said each of the quotes of items, where that is a person
// whose page may be seen, and which are of somebody hidden. That page then has this quote at least.
func speakers(ctx context.Context, tx dateline.Persons, said map[dateline.ItemID][]Quote) error {
	rows, err := tx.SpokenIn(ctx, slices.Sorted(maps.Keys(said)))
	if err != nil {
		return err
	}
	// Of what is not public a person's page shows nothing, so nothing leads there; but
	// whoever is hidden is hidden by any row, for rows may be behind their statements.
	public, of := map[dateline.StatementID]bool{}, map[dateline.StatementID]dateline.PersonID{}
	for _, list := range rows {
		for _, row := range list {
			public[row.Statement], of[row.Statement] = row.Public, row.Person
		}
	}
	if len(of) == 0 {
		return nil
	}
	known, err := tx.PersonsByID(ctx, slices.Compact(slices.Sorted(maps.Values(of))))
	for _, quotes := range said {
		for i := range quotes {
			q := &quotes[i]
			p, ok := known[of[q.ID]]
			if q.Private = p.Private; ok && !p.Private && p.Into == "" && public[q.ID] {
				q.Person = p.ID
			}
		}
	}
	return err
}
