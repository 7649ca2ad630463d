//go:build !fuzz

package sqlstore

import (
	"database/sql"
	"os"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"dateline"
)

// TestListsUseIndexes demands of each list of the site that the database reads
// it off an index, in order, instead of sorting all there is.
func TestListsUseIndexes(t *testing.T) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	tables, err := migrations.ReadFile("migrations/00001_tables.sql")
	if err != nil {
		t.Fatal(err)
	}
	up, _, _ := strings.Cut(string(tables), "-- +goose Down")
	if _, err := db.Exec(up); err != nil {
		t.Fatal(err)
	}
	usable := []dateline.PubStatus{dateline.Usable}
	noticed := []dateline.PubStatus{dateline.Usable, dateline.Canceled}
	place := dateline.Place{Time: time.Unix(0, 0), Item: "a"}
	for index, q := range map[string]dateline.FilingQuery{
		"filings_language ":         {Language: "en", Statuses: usable, Out: time.Unix(1, 0), Since: time.Unix(1, 0), Before: place},
		"filings_source ":           {Source: "a", Statuses: usable, Out: time.Unix(1, 0), Before: place},
		"filings_language_released": {Language: "en", Statuses: usable, ByRelease: true, Out: time.Unix(1, 0)},
		"filings_source_released":   {Source: "a", Statuses: usable, ByRelease: true, Before: place},
		"filings_language_noticed":  {Language: "en", Statuses: noticed, ByNotice: true, Out: time.Unix(1, 0), Before: place},
	} {
		tx := &Tx{dialect: Dialect{TextIn: "%s in (select value from json_each($%d))", List: func(any) (any, error) { return "[]", nil }}}
		s := tx.listing("doc", q)
		s.Order = " order by " + listedBy(q) + " desc, item desc"
		plan := explain(t, db, s)
		if !strings.Contains(plan+" ", index) || strings.Contains(plan, "TEMP B-TREE") {
			t.Errorf("%s is read so:\n%s", s.ask().text, plan)
		}
	}
}

func explain(t *testing.T, db *sql.DB, s *Select) string {
	t.Helper()
	rows, err := db.Query("explain query plan "+s.ask().text, s.args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var plan []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, detail)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(plan, "\n")
}

// TestLookUpsUseIndexes demands the same of what the intake asks with every new
// entry and every second.
func TestLookUpsUseIndexes(t *testing.T) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, name := range []string{"migrations/00001_tables.sql", "../sqlite/migrations/00001_items.sql", "migrations/00004_edits.sql"} {
		tables, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		up, _, _ := strings.Cut(string(tables), "-- +goose Down")
		if _, err := db.Exec(up); err != nil {
			t.Fatal(err)
		}
	}
	for index, text := range map[string]string{"items_url": byURL, "items_source": digestsOf, "looks_next": dueLooks} {
		var plan string
		rows, err := db.Query("explain query plan "+text, 1, 1, 1, 1)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id, parent, unused int
			var step string
			if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
				t.Fatal(err)
			}
			plan += step + "\n"
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(plan, "USING INDEX "+index) || strings.Contains(plan, "SCAN") {
			t.Errorf("%s is read so:\n%s", text, plan)
		}
	}
}

// TestPersonsUseIndexes demands the same of what pages of persons and the stage
// that finds them ask: somebody may have spoken a hundred thousand times.
func TestPersonsUseIndexes(t *testing.T) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	tables, err := migrations.ReadFile("migrations/00006_persons.sql")
	if err != nil {
		t.Fatal(err)
	}
	up, _, _ := strings.Cut(string(tables), "-- +goose Down")
	if _, err := db.Exec(up); err != nil {
		t.Fatal(err)
	}
	tx := &Tx{}
	page := dateline.SpokenPlace{Time: time.Unix(1, 0), Statement: "a"}
	for index, s := range map[string]*Select{
		"persons_most ":         tx.personList(dateline.PersonQuery{NoPrivate: true, Before: dateline.PersonPlace{Statements: 1, Person: "a"}}),
		"persons_last ":         tx.personList(dateline.PersonQuery{ByLast: true, Language: "ar", Before: dateline.PersonPlace{Last: time.Unix(1, 0), Person: "a"}}),
		"spoken_person ":        tx.spokenList(dateline.SpokenQuery{Person: "p", Source: "a", Public: true, Before: page}),
		"spoken_person (person": tx.spokenList(dateline.SpokenQuery{Person: "p"}),
	} {
		plan := explain(t, db, s)
		if !strings.Contains(plan+" ", index) || strings.Contains(plan, "TEMP B-TREE") {
			t.Errorf("%s is read so:\n%s", s.ask().text, plan)
		}
	}
}
