package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"dateline"
)

// A change is what came to a person and what went.
type change struct {
	came, went []dateline.Spoken
	items      map[dateline.ItemID]int // 1: spoke before, 2: speaks now, 3: both
	sources    map[dateline.ItemID]dateline.SourceID
}

// gone notes a row that is taken away.
func (c *change) gone(s dateline.Spoken) {
	c.went = append(c.went, s)
	c.item(&s, 1)
}

// come takes a row that is as it was for no change: most of an item's stay when a
// new version of it is read.
func (c *change) come(s dateline.Spoken) {
	c.item(&s, 2)
	if i := slices.IndexFunc(c.went, func(o dateline.Spoken) bool { return sumsAlike(&o, &s) }); i >= 0 {
		c.went = slices.Delete(c.went, i, i+1)
		return
	}
	c.came = append(c.came, s)
}

// sumsAlike reports that two rows of one person add the same to the sum.
// What has no part in a sum (Version, Public, By) is not compared.
func sumsAlike(a, b *dateline.Spoken) bool {
	return a.Statement == b.Statement && a.Name == b.Name && a.Role == b.Role && a.Language == b.Language && a.Source == b.Source && a.When.Equal(b.When)
}

// item notes that a person spoke in an item, before or now: items and sources are counted
// by items, however much was said in one.
func (c *change) item(s *dateline.Spoken, bit int) {
	c.items[s.Item] |= bit
	c.sources[s.Item] = s.Source
}

type changes map[dateline.PersonID]*change

// of makes the change of a person when it is asked for first.
func (c changes) of(id dateline.PersonID) *change {
	if c[id] == nil {
		c[id] = &change{items: map[dateline.ItemID]int{}, sources: map[dateline.ItemID]dateline.SourceID{}}
	}
	return c[id]
}

// sumPersons writes the sums of persons after a change, and the keys that lead
// to them.
func (t *Tx) sumPersons(ctx context.Context, changed changes) error {
	// In one order always, so that what is written does not depend on chance.
	ids := slices.Sorted(maps.Keys(changed))
	known, err := t.PersonsByID(ctx, ids)
	if err != nil {
		return err
	}
	var sums []dateline.Person
	var gone []dateline.PersonID
	var keys [][]any
	for _, id := range ids {
		p, c := known[id], changed[id]
		p.ID = id
		if err := t.sum(ctx, &p, c); err != nil {
			return err
		}
		// Who was joined says nothing, and keeps the address that leads on.
		if p.Statements == 0 && p.Into == "" {
			gone = append(gone, id)
			continue
		}
		// One that was joined and speaks again stands for itself again.
		if p.Statements > 0 {
			p.Into = ""
		}
		sums = append(sums, p)
		keys = append(keys, keyRows(c.came)...)
	}
	if len(gone) > 0 {
		if err := t.deleteIn(ctx, "persons", "id", gone); err != nil {
			return err
		}
	}
	if err := t.putKeys(ctx, keys); err != nil {
		return err
	}
	return t.putPersons(ctx, sums)
}

// sum changes the sum of one person. First, Last and the roles are asked for
// where the row that told them is gone.
func (t *Tx) sum(ctx context.Context, p *dateline.Person, c *change) error {
	// As they were: counting changes them.
	first, last, roles := p.First, p.Last, maps.Clone(p.Roles)
	for i := range c.went {
		p.Count(&c.went[i], -1)
	}
	for i := range c.came {
		p.Count(&c.came[i], 1)
	}
	for item, bits := range c.items {
		switch bits {
		case 1:
			p.CountItem(c.sources[item], -1)
		case 2:
			p.CountItem(c.sources[item], 1)
		}
	}
	for i := range c.went {
		s := &c.went[i]
		if err := t.dropSpelling(ctx, p, s); err != nil {
			return err
		}
		if s.When.Equal(first) || s.When.Equal(last) {
			if err := t.askTimes(ctx, p); err != nil {
				return err
			}
		}
		if roles[s.Language].Statement == s.Statement {
			if err := t.askRole(ctx, p, s.Language); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropSpelling removes the keys of a spelling that nobody writes any more.
func (t *Tx) dropSpelling(ctx context.Context, p *dateline.Person, s *dateline.Spoken) error {
	if slices.ContainsFunc(p.Spellings, func(x dateline.Spelling) bool { return x.Name == s.Name && x.Language == s.Language }) {
		return nil
	}
	_, err := t.Exec(ctx, "delete from person_keys where person = $1 and language = $2 and name = $3", string(p.ID), s.Language, s.Name)
	return err
}

// askTimes finds the first and the last time in the index: a sum cannot be taken back
// to the one before the last.
func (t *Tx) askTimes(ctx context.Context, p *dateline.Person) error {
	p.First, p.Last = time.Time{}, time.Time{}
	for _, edge := range []struct {
		order string
		into  *time.Time
	}{{"", &p.First}, {" desc", &p.Last}} {
		times, err := t.Ints(ctx, "select time from spoken where person = $1 order by time"+edge.order+" limit 1", string(p.ID))
		if err != nil {
			return err
		}
		for _, us := range times {
			*edge.into = instant(int64(us))
		}
	}
	return nil
}

// askRole finds the newest role in a language, by time and then by statement as Count
// chooses it; none when no row is left that tells one.
func (t *Tx) askRole(ctx context.Context, p *dateline.Person, language string) error {
	rows, err := t.spoken(ctx, ask("select "+spokenColumns+" from spoken where person = $1 and language = $2 and role <> '' "+
		"order by time desc, statement desc limit 1", string(p.ID), language))
	p.Roles = maps.Clone(p.Roles)
	delete(p.Roles, language)
	for _, s := range rows {
		if p.Roles == nil {
			p.Roles = map[string]dateline.Role{}
		}
		p.Roles[language] = dateline.Role{Words: s.Role, When: s.When, Statement: s.Statement}
	}
	return err
}

// keyRows are the rows of keys that statements bring, each once.
func keyRows(said []dateline.Spoken) (rows [][]any) {
	type spelling struct{ name, language string }
	seen := map[spelling]bool{}
	for _, s := range said {
		if seen[spelling{s.Name, s.Language}] {
			continue
		}
		seen[spelling{s.Name, s.Language}] = true
		for _, key := range s.Keys {
			rows = append(rows, []any{plain(key), string(s.Person), s.Name, s.Language})
		}
	}
	return rows
}

// putKeys leaves keys that are there as they are: a name brings the same ones each day.
func (t *Tx) putKeys(ctx context.Context, rows [][]any) error {
	return t.Insert(ctx, Insert{Into: "person_keys (key, person, name, language)", Columns: 4, Tail: "on conflict do nothing"}, rows)
}

// putPersons writes the documents of persons, and beside them what lists order by.
func (t *Tx) putPersons(ctx context.Context, persons []dateline.Person) error {
	rows := make([][]any, len(persons))
	for i := range persons {
		p := &persons[i]
		doc, err := json.Marshal(p)
		if err != nil {
			return fmt.Errorf("encode person %s: %w", p.ID, err)
		}
		rows[i] = []any{string(p.ID), p.Statements, micros(p.Last), number(p.Confirmed), number(p.Private), string(p.Into), doc}
	}
	return t.Insert(ctx, Insert{
		Into: "persons (id, statements, last, confirmed, private, into_person, doc)", Columns: 7,
		Tail: "on conflict (id) do update set statements = excluded.statements, last = excluded.last, confirmed = excluded.confirmed, " +
			"private = excluded.private, into_person = excluded.into_person, doc = excluded.doc",
	}, rows)
}
