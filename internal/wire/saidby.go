package wire

import (
	"cmp"
	"context"
	"errors"
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

const (
	// mostBearers is how many persons of one name are looked at, those who spoke
	// most. Whoever types a name that more have will add a given name.
	mostBearers = 20
	// mostSaidBy is how many statements of each the desk looks at, the newest.
	mostSaidBy = 1000
)

// searchSaid answers a question that says who spoke: the items that show a
// statement of somebody of that name with all of the words, newest first. It
// looks at nothing but what a person's page may show.
func (r *Reader) searchSaid(ctx context.Context, q Question, query search.Query) (answer Answer, err error) {
	if q.AsOf != "" {
		return answer, ErrSaidNow
	}
	var hits []Hit
	err = r.store.View(ctx, func(tx dateline.Tx) error {
		found, err := bearers(ctx, tx, query.Said)
		if err != nil {
			return err
		}
		hits = nil
		for _, one := range found {
			p, err := r.person(ctx, tx, one.ID)
			if errors.Is(err, dateline.ErrNotFound) || err == nil && !bears(p.Spellings, query.Said) {
				continue // not by a name that is out
			}
			if err != nil {
				return err
			}
			hits = append(hits, saidHits(&p, &query)...)
		}
		return nil
	})
	if err != nil {
		return answer, err
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(b.View.When.Compare(a.View.When), strings.Compare(string(b.View.ID), string(a.View.ID)))
	})
	hits = slices.CompactFunc(hits, func(a, b Hit) bool { return a.View.ID == b.View.ID })
	answer.Total = len(hits)
	hits = hits[min(max(q.Skip, 0), len(hits)):]
	limit := cmp.Or(q.Limit, 10)
	answer.More = len(hits) > limit
	answer.Hits = hits[:min(limit, len(hits))]
	return answer, nil
}

// saidHits are the statements of a person that a query asks for, variants
// included: each is in an item of its own.
func saidHits(p *Person, query *search.Query) (hits []Hit) {
	marker := search.NewMarker(*query)
	for i := range p.Said {
		for _, s := range append([]Said{p.Said[i].Said}, p.Said[i].Also...) {
			v := &s.View
			facts := dateline.Item{Source: v.Source.ID, Language: v.Language, Byline: v.Byline, CreditLine: v.Credit}
			if query.MeetsFilters(&facts, v.When) && query.Meets(s.Quote.Sentence) {
				hits = append(hits, Hit{View: *v, Snippet: marker.Mark(s.Quote.Sentence), Current: v.Version})
			}
		}
	}
	return hits
}

// SaidBy is the desk's search for what somebody said: the items that have a
// statement of somebody of that name, sure or not, with all of the words, newest
// first; killed ones are left out.
func SaidBy(ctx context.Context, tx dateline.Tx, query *search.Query, limit int) ([]search.Hit, error) {
	found, err := bearers(ctx, tx, query.Said)
	if err != nil {
		return nil, err
	}
	var rows []dateline.Spoken
	for _, p := range found {
		said, err := tx.Spoken(ctx, dateline.SpokenQuery{Person: p.ID, Limit: mostSaidBy})
		if err != nil {
			return nil, err
		}
		rows = append(rows, said...)
	}
	hits, err := stated(ctx, tx, query, rows)
	slices.SortFunc(hits, func(a, b search.Hit) int {
		return cmp.Or(b.When.Compare(a.When), strings.Compare(string(b.Item), string(a.Item)))
	})
	return hits[:min(limit, len(hits))], err
}

// stated are the items of those of the statements that a query asks for.
func stated(ctx context.Context, tx dateline.Tx, query *search.Query, rows []dateline.Spoken) (hits []search.Hit, err error) {
	said := map[dateline.StatementID]bool{}
	var ids []dateline.ItemID
	for _, row := range rows {
		said[row.Statement] = true
		ids = append(ids, row.Item)
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
	filings, err := tx.FilingsOf(ctx, ids)
	for i := range items {
		item := &items[i]
		text := item.Text()
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

// bearers are the persons who bear all of the names, however these are written.
func bearers(ctx context.Context, tx dateline.Persons, names []string) (out []dateline.Person, err error) {
	var keys []string
	for _, spelling := range search.Spellings(names[0]) {
		keys = append(keys, person.Keys(spelling)...)
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

// bears reports whether somebody of these spellings bears all of the names.
func bears(spellings []dateline.Spelling, names []string) bool {
	for _, name := range names {
		if !slices.ContainsFunc(spellings, func(s dateline.Spelling) bool { return isCalled(s.Name, name) }) {
			return false
		}
	}
	return true
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
