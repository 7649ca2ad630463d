package sqlstore

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"dateline"
)

// defaultSpoken is how many statements of a person are given when no limit is.
const defaultSpoken = 100

// spokenColumns are the columns of a statement.
const spokenColumns = "item, statement, version, person, name, role, language, source, time, is_public, by_what, confidence, program"

// PutSpoken writes who spoke in items. The sums of persons are changed by what
// came and went, and not made anew: who speaks every day has tens of thousands
// of rows.
func (t *Tx) PutSpoken(ctx context.Context, items []dateline.ItemID, said []dateline.Spoken) error {
	before, err := t.SpokenIn(ctx, items)
	if err != nil {
		return err
	}
	if len(before) > 0 {
		if err := t.deleteIn(ctx, "spoken", "item", items); err != nil {
			return err
		}
	}
	changes := changes{}
	// What goes is noted first: come looks there for what stays.
	for _, list := range before {
		for i := range list {
			changes.of(list[i].Person).gone(list[i])
		}
	}
	rows := make([][]any, len(said))
	for i, s := range said {
		// As it will be read back, for sums are compared with rows: a name that the database
		// mends would never be found to have gone.
		s.Name, s.Role, s.Language, s.Source = plain(s.Name), plain(s.Role), plain(s.Language), dateline.SourceID(plain(s.Source))
		s.When = instant(micros(s.When))
		rows[i] = spokenRow(&s)
		changes.of(s.Person).come(s)
	}
	err = t.Insert(ctx, Insert{Into: "spoken (" + spokenColumns + ")", Columns: 13}, rows)
	if err != nil {
		return err
	}
	return t.sumPersons(ctx, changes)
}

// spokenRow is in the order of spokenColumns.
func spokenRow(s *dateline.Spoken) []any {
	return []any{
		string(s.Item), string(s.Statement), s.Version, string(s.Person), s.Name, s.Role, s.Language, string(s.Source), micros(s.When),
		number(s.Public), string(s.By), s.Confidence, s.Program,
	}
}

// number is a truth as both databases take it: SQLite has no type for one.
func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// spoken asks for rows with all spokenColumns. Keys stay out: nobody reads them back.
func (t *Tx) spoken(ctx context.Context, q question) ([]dateline.Spoken, error) {
	type row struct {
		dateline.Spoken
		time     int64
		isPublic int
	}
	rows, err := collect(ctx, t, q, func(r *row) []any {
		return []any{
			&r.Item, &r.Statement, &r.Version, &r.Person, &r.Name, &r.Role, &r.Language, &r.Source, &r.time,
			&r.isPublic, &r.By, &r.Confidence, &r.Program,
		}
	})
	said := make([]dateline.Spoken, len(rows))
	for i, r := range rows {
		said[i] = r.Spoken
		said[i].When, said[i].Public = instant(r.time), r.isPublic == 1
	}
	return said, err
}

// SpokenIn returns who spoke in items.
func (t *Tx) SpokenIn(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Spoken, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	said, err := t.spoken(ctx, t.askIn("select "+spokenColumns+" from spoken where %s order by item, statement", "item", ids))
	return grouped(said, func(s *dateline.Spoken) dateline.ItemID { return s.Item }), err
}

// Spoken returns what a person said, newest first.
func (t *Tx) Spoken(ctx context.Context, q dateline.SpokenQuery) ([]dateline.Spoken, error) {
	return t.spoken(ctx, t.spokenList(q).ask())
}

// spokenList is the query of a list, apart so that a test can ask how it is planned.
func (t *Tx) spokenList(q dateline.SpokenQuery) *Select {
	s := &Select{Columns: spokenColumns, From: "spoken", Order: " order by time desc, statement desc", dialect: t.dialect}
	s.Where("person = %s", string(q.Person))
	if q.Language != "" {
		s.Where("language = %s", plain(q.Language))
	}
	if q.Source != "" {
		s.Where("source = %s", plain(q.Source))
	}
	if q.Public {
		s.Where("is_public = 1")
	}
	if q.Before != (dateline.SpokenPlace{}) {
		s.Where("(time, statement) < (%s, %s)", micros(q.Before.Time), string(q.Before.Statement))
	}
	// A person may have spoken a hundred thousand times: the index gives a page of them.
	s.limit(cmp.Or(q.Limit, defaultSpoken), 0)
	return s
}

// personsIn decodes what collect found, as decoded does, with an error that says of what.
func personsIn(documents [][]byte, err error) ([]dateline.Person, error) {
	persons := make([]dateline.Person, len(documents))
	for i, d := range documents {
		if err := unmarshal(d, &persons[i]); err != nil {
			return nil, fmt.Errorf("decode a person: %w", err)
		}
	}
	return persons, err
}

// PersonsByID returns persons.
func (t *Tx) PersonsByID(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error) {
	by := map[dateline.PersonID]dateline.Person{}
	if len(ids) == 0 {
		return by, nil
	}
	persons, err := personsIn(collect(ctx, t, t.askIn("select doc from persons where %s", "id", ids), oneDocument))
	for _, p := range persons {
		by[p.ID] = p
	}
	return by, err
}

// PersonsNamed returns who is found by each of the keys: first who they are and
// how much they spoke, then those who are given.
func (t *Tx) PersonsNamed(ctx context.Context, keys []string) (map[string][]dateline.Person, error) {
	most, err := t.bearers(ctx, keys)
	if err != nil || len(most) == 0 {
		return map[string][]dateline.Person{}, err
	}
	known, err := t.PersonsByID(ctx, slices.Concat(slices.Collect(maps.Values(most))...))
	named := make(map[string][]dateline.Person, len(most))
	for key, ids := range most {
		for _, id := range ids {
			named[key] = append(named[key], known[id])
		}
	}
	return named, err
}

// A bearer is a person to whom a key leads.
type bearer struct {
	key        string
	id         dateline.PersonID
	statements int
}

func (b *bearer) columns() []any { return []any{&b.key, &b.id, &b.statements} }

const bearerColumns = "select distinct key, person, statements from person_keys join persons on id = person where "

// bearers are those of each key who spoke most. A common family name may lead to
// thousands, of whom the database gives no more than are wanted.
func (t *Tx) bearers(ctx context.Context, keys []string) (map[string][]dateline.PersonID, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	q := t.askIn("select key from person_keys where %s group by key having count(*) > $2", "key", keys)
	q.args = append(q.args, dateline.MostNamed)
	// A name of 30,000 bearers brought them all into memory in each batch.
	common, err := collect(ctx, t, q, func(key *string) []any { return []any{key} })
	if err != nil {
		return nil, err
	}
	// Rare keys are asked for together, common ones alone: each needs a limit of its own.
	rare := slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return slices.Contains(common, k) })
	list, err := collect(ctx, t, t.askIn(bearerColumns+"%s", "key", rare), (*bearer).columns)
	for _, key := range common {
		if err != nil {
			return nil, err
		}
		var some []bearer
		some, err = collect(ctx, t, ask(bearerColumns+"key = $1 order by statements desc, person desc limit $2", key, dateline.MostNamed), (*bearer).columns)
		list = append(list, some...)
	}
	slices.SortFunc(list, func(a, b bearer) int { return cmp.Or(cmp.Compare(b.statements, a.statements), cmp.Compare(b.id, a.id)) })
	most := map[string][]dateline.PersonID{}
	for _, b := range list {
		most[b.key] = append(most[b.key], b.id)
	}
	return most, err
}

// Persons lists persons.
func (t *Tx) Persons(ctx context.Context, q dateline.PersonQuery) ([]dateline.Person, error) {
	return personsIn(collect(ctx, t, t.personList(q).ask(), oneDocument))
}

// personList is the query of a list, apart so that a test can ask how it is planned.
func (t *Tx) personList(q dateline.PersonQuery) *Select {
	by, place := "statements", any(q.Before.Statements)
	if q.ByLast {
		by, place = "last", micros(q.Before.Last)
	}
	s := &Select{Columns: "doc", From: "persons", Order: " order by " + by + " desc, id desc", dialect: t.dialect}
	// In these words, as the indexes of lists have it, which hold only who stands.
	s.Where("into_person = ''")
	if q.Language != "" {
		s.Where("exists (select 1 from person_keys where person = id and language = %s)", plain(q.Language))
	}
	if q.Confirmed {
		s.Where("confirmed = 1")
	}
	if q.NoPrivate {
		s.Where("private = 0")
	}
	if q.Before != (dateline.PersonPlace{}) {
		s.Where("("+by+", id) < (%s, %s)", place, string(q.Before.Person))
	}
	s.limit(cmp.Or(q.Limit, defaultFilings), 0)
	return s
}
