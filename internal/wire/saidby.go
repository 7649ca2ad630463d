package wire

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/annotate/person"
	"dateline/internal/search"
)

// ErrSaidNow is returned when a search for what somebody said asks for a past
// point: who said what is known of what stands today.
var ErrSaidNow = fmt.Errorf("said: searches what is said today; leave out the past point: %w", dateline.ErrInvalid)

// The bounds of a search for what somebody said. One that read 700 items of each of
// 20 persons took 5 s of CPU and 2.8 GB for a question.
const (
	// mostBearers is how many persons of one name are looked at, those who spoke
	// most. Whoever types a name that more have will add a given name.
	mostBearers = 20
	// mostSaidBy is how many of their statements are looked at in all, the newest:
	// anybody may ask, and each costs the reading of its item.
	mostSaidBy = 1000
	// saidAtOnce is how many are looked at before it is asked whether that is enough.
	saidAtOnce = 50
)

// searchSaid answers a question that says who spoke: the items that show a
// statement of somebody of that name with all of the words, newest first. It
// looks at nothing but what a person's page may show, and at no more than it needs:
// everybody may ask.
func (r *Reader) searchSaid(ctx context.Context, q Question, query search.Query) (answer Answer, err error) {
	if q.AsOf != "" {
		return answer, ErrSaidNow
	}
	// Statements come newest first over all who bear the name, in batches, until the
	// page is full and one more is known, which tells that there is a next page.
	var found *saidFound
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		bearers, err := bearers(ctx, tx, query.Said)
		if err != nil {
			return err
		}
		found = &saidFound{reader: r, query: &query, known: map[dateline.PersonID]bool{}, items: map[dateline.ItemID]bool{}}
		speech := newSpeech(bearers, true)
		for len(found.said) <= q.Skip+cmp.Or(q.Limit, 10) && !speech.over() {
			rows, err := speech.next(ctx, tx)
			if err != nil {
				return err
			}
			if err := found.look(ctx, tx, rows); err != nil {
				return err
			}
		}
		answer.AtLeast = speech.more()
		return nil
	})
	if err != nil {
		return answer, err
	}
	said := found.said
	answer.Total = len(said)
	said = said[min(max(q.Skip, 0), len(said)):]
	limit := cmp.Or(q.Limit, 10)
	answer.More = len(said) > limit
	marker := search.NewMarker(query)
	for i := range said[:min(limit, len(said))] {
		v := &said[i].View
		answer.Hits = append(answer.Hits, Hit{View: *v, Snippet: marker.Mark(said[i].Quote.Sentence), Current: v.Version})
	}
	return answer, nil
}

// saidFound gathers the statements that a query asks for, the first of each item.
type saidFound struct {
	reader *Reader
	query  *search.Query
	said   []Said
	items  map[dateline.ItemID]bool
	known  map[dateline.PersonID]bool // whether they bear the name by what is out
}

// look adds those of some statements that may go out and are asked for. Whether a
// person bears the name by what is out is asked when there is something of theirs.
func (f *saidFound) look(ctx context.Context, tx dateline.Tx, rows []dateline.Spoken) error {
	said, err := f.reader.said(ctx, tx, rows)
	if err != nil {
		return err
	}
	for i := range said {
		s := &said[i]
		v := &s.View
		// Filters ask the item as it is shown: by: must not find a byline that is not.
		facts := dateline.Item{Source: v.Source.ID, Language: v.Language, Byline: v.Byline, CreditLine: v.Credit}
		// The first statement of an item that is found stands for it, as the newest.
		if f.items[v.ID] || !f.query.MeetsFilters(&facts, v.When) || !f.query.Meets(s.Quote.Sentence) {
			continue
		}
		out, asked := f.known[s.row.Person]
		if !asked {
			if out, err = f.reader.outAs(ctx, tx, &s.row, f.query.Said); err != nil {
				return err
			}
			f.known[s.row.Person] = out
		}
		if out {
			f.items[v.ID] = true
			f.said = append(f.said, *s)
		}
	}
	return nil
}

// outAs reports whether somebody bears all of the names by spellings that are out:
// by the one that was just found, or by others of those that they are asked for.
func (r *Reader) outAs(ctx context.Context, tx dateline.Tx, found *dateline.Spoken, names [][]string) (bool, error) {
	// Nearly always the spelling just found is the one that was asked for.
	out := []dateline.Spelling{{Name: found.Name}}
	if bears(out, names) {
		return true, nil
	}
	rows, err := tx.Spoken(ctx, dateline.SpokenQuery{Person: found.Person, Limit: mostElsewhere})
	if err != nil {
		return false, err
	}
	// Only rows under one of the names are read, a few at a time.
	rows = slices.DeleteFunc(rows, func(s dateline.Spoken) bool {
		return !slices.ContainsFunc(slices.Concat(names...), func(name string) bool { return isCalled(s.Name, name) })
	})
	for some := range slices.Chunk(rows[:min(saidAtOnce, len(rows))], fewSaid) {
		said, err := r.said(ctx, tx, some)
		if err != nil {
			return false, err
		}
		elsewhere, err := r.namedIn(ctx, tx, some)
		if err != nil {
			return false, err
		}
		for i := range said {
			elsewhere = append(elsewhere, said[i].row)
		}
		for _, s := range elsewhere {
			out = append(out, dateline.Spelling{Name: s.Name})
		}
		if bears(out, names) {
			return true, nil
		}
	}
	return false, nil
}

// A speech is what several persons said, the newest first, mostSaidBy statements
// at most.
type speech struct {
	asks  []dateline.SpokenQuery // one for each person; continued
	heads [][]dateline.Spoken    // what was read of each and not given yet
	ended []bool                 // of whom there is no more to read
	left  int
}

// newSpeech is of persons whom the desk does not hide, and of what is sure, where
// it is for the public.
func newSpeech(persons []dateline.Person, public bool) *speech {
	s := &speech{left: mostSaidBy}
	for i := range persons {
		if p := &persons[i]; p.Into == "" && !(public && p.Private) {
			s.asks = append(s.asks, dateline.SpokenQuery{Person: p.ID, Public: public, Limit: saidAtOnce})
		}
	}
	s.heads, s.ended = make([][]dateline.Spoken, len(s.asks)), make([]bool, len(s.asks))
	return s
}

// over reports whether all was given, or as much as is to be.
func (s *speech) over() bool { return s.left <= 0 || !s.more() }

// more reports whether there may be statements that were not given.
func (s *speech) more() bool {
	return slices.Contains(s.ended, false) || slices.ContainsFunc(s.heads, func(h []dateline.Spoken) bool { return len(h) > 0 })
}

// next gives the next statements, saidAtOnce of them where there are so many.
func (s *speech) next(ctx context.Context, tx dateline.Persons) (out []dateline.Spoken, err error) {
	// Of each person the newest that is left is known; the newest of these is next.
	for len(out) < saidAtOnce && s.left > 0 {
		newest := -1
		for i := range s.asks {
			if err := s.read(ctx, tx, i); err != nil {
				return nil, err
			}
			if len(s.heads[i]) > 0 && (newest < 0 || later(&s.heads[i][0], &s.heads[newest][0])) {
				newest = i
			}
		}
		if newest < 0 {
			break
		}
		out = append(out, s.heads[newest][0])
		s.heads[newest] = s.heads[newest][1:]
		s.left--
	}
	return out, nil
}

// read reads more of what one of the persons said, where nothing is left of it.
func (s *speech) read(ctx context.Context, tx dateline.Persons, i int) (err error) {
	if len(s.heads[i]) > 0 || s.ended[i] {
		return nil
	}
	if s.heads[i], err = tx.Spoken(ctx, s.asks[i]); err != nil {
		return err
	}
	n := len(s.heads[i])
	if s.ended[i] = n < saidAtOnce; n > 0 {
		last := &s.heads[i][n-1]
		s.asks[i].Before = dateline.SpokenPlace{Time: last.When, Statement: last.Statement}
	}
	return nil
}

// later is the order of dateline.Persons.Spoken: by time, then by statement.
func later(a, b *dateline.Spoken) bool {
	return cmp.Or(a.When.Compare(b.When), strings.Compare(string(a.Statement), string(b.Statement))) > 0
}

// SaidBy is the desk's search for what somebody said: the items that have a
// statement of somebody of that name, sure or not, with all of the words, newest
// first; killed ones are left out.
func SaidBy(ctx context.Context, tx dateline.Tx, query *search.Query, limit int) (hits []search.Hit, err error) {
	found, err := bearers(ctx, tx, query.Said)
	if err != nil {
		return nil, err
	}
	known := map[dateline.ItemID]bool{}
	for speech := newSpeech(found, false); len(hits) < limit && !speech.over(); {
		rows, err := speech.next(ctx, tx)
		if err != nil {
			return nil, err
		}
		some, err := stated(ctx, tx, query, rows)
		if err != nil {
			return nil, err
		}
		for _, hit := range some {
			if !known[hit.Item] {
				known[hit.Item] = true
				hits = append(hits, hit)
			}
		}
	}
	return hits[:min(limit, len(hits))], nil
}

// stated are the items of those of the statements that a query asks for, in the
// order of these.
func stated(ctx context.Context, tx dateline.Tx, query *search.Query, rows []dateline.Spoken) (hits []search.Hit, err error) {
	said := map[dateline.StatementID]bool{}
	var ids []dateline.ItemID
	for _, row := range rows {
		said[row.Statement] = true
		if !slices.Contains(ids, row.Item) {
			ids = append(ids, row.Item)
		}
	}
	items, err := tx.Items(ctx, ids)
	if err != nil {
		return nil, err
	}
	marked, err := tx.StatementsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	filings, err := tx.FilingsOf(ctx, ids)
	for i := range items {
		item := &items[i]
		text := item.Text()
		// The desk sees what is held or under embargo; what was killed stays killed there too.
		if filings[item.ID].Status == dateline.Canceled || !query.MeetsFilters(item, item.When()) {
			continue
		}
		if slices.ContainsFunc(statementsIn(marked[item.ID], item.Version), func(s dateline.Statement) bool {
			return said[s.ID] && query.Meets(s.Sentence.In(text))
		}) {
			hits = append(hits, search.Hit{Item: item.ID, Version: item.Version, When: item.When()})
		}
	}
	return hits, err
}

// bearers are the persons who bear a name of each list, however these are written.
func bearers(ctx context.Context, tx dateline.Persons, names [][]string) (out []dateline.Person, err error) {
	var keys []string
	// Who bears a name of each list bears one of the first.
	for _, name := range names[0] {
		for _, spelling := range search.Spellings(name) {
			keys = append(keys, person.Keys(spelling)...)
		}
	}
	byKey, err := tx.PersonsNamed(ctx, keys)
	if err != nil {
		return nil, err
	}
	known := map[dateline.PersonID]bool{}
	for _, key := range keys {
		for _, p := range byKey[key] {
			if !known[p.ID] && bears(p.Spellings, names) {
				known[p.ID] = true
				out = append(out, p)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b dateline.Person) int { return cmp.Compare(b.Statements, a.Statements) })
	return out[:min(mostBearers, len(out))], nil
}

// bears reports whether somebody of these spellings bears a name of each list.
func bears(spellings []dateline.Spelling, names [][]string) bool {
	called := func(name string) bool {
		return slices.ContainsFunc(spellings, func(s dateline.Spelling) bool { return isCalled(s.Name, name) })
	}
	return !slices.ContainsFunc(names, func(any []string) bool { return !slices.ContainsFunc(any, called) })
}

// isCalled reports whether a spelling has the words of a name, or sounds like it
// in the other script.
func isCalled(spelling, name string) bool {
	if slices.ContainsFunc(search.Spellings(name), func(n string) bool { return search.Bears(spelling, n) }) {
		return true
	}
	if person.Named(spelling).Arabic == person.Named(name).Arabic {
		return false // in one script, what sounds alike may be two names
	}
	keys := person.Keys(spelling)
	return slices.ContainsFunc(person.Keys(name), func(key string) bool {
		return strings.HasPrefix(key, "sound ") && slices.Contains(keys, key)
	})
}
