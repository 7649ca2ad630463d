package sqlite_test

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/sqlite"
	"dateline/internal/store/storetest"
)

// An outage is a driver under which one statement fails: the at-th that is run, 0
// for none; with midst not at once, but behind the first row of its answer. To
// begin is tried again and to roll back changes nothing, so that both are left
// alone.
type outage struct {
	driver.Driver
	at, ran      int
	midst, broke bool
}

var errDisk = errors.New("the disk says no")

func (o *outage) fails(text string) error {
	if strings.HasPrefix(text, "begin") || text == "rollback" {
		return nil
	}
	if o.ran++; o.ran == o.at {
		return errDisk
	}
	return nil
}

func (o *outage) Open(name string) (driver.Conn, error) {
	c, err := o.Driver.Open(name)
	if err != nil {
		return nil, err
	}
	return &outageConn{c.(sqliteConn), o}, nil
}

type sqliteConn interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ConnBeginTx
	driver.ExecerContext
	driver.QueryerContext
}

type outageConn struct {
	sqliteConn
	outage *outage
}

func (c *outageConn) PrepareContext(ctx context.Context, text string) (driver.Stmt, error) {
	s, err := c.sqliteConn.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return &outageStmt{s.(sqliteStmt), c.outage, text}, nil
}

type sqliteStmt interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

type outageStmt struct {
	sqliteStmt
	outage *outage
	text   string
}

func (s *outageStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	if err := s.outage.fails(s.text); err != nil && !s.outage.midst {
		return nil, err
	}
	return s.sqliteStmt.ExecContext(ctx, args)
}

func (s *outageStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	failed := s.outage.fails(s.text)
	if failed != nil && !s.outage.midst {
		return nil, failed
	}
	rows, err := s.sqliteStmt.QueryContext(ctx, args)
	if err != nil || failed == nil {
		return rows, err
	}
	return &outageRows{Rows: rows, outage: s.outage}, nil
}

// outageRows is an answer that breaks off behind its first row, as one does over a
// page of the file that cannot be read.
type outageRows struct {
	driver.Rows
	outage *outage
	given  int
}

func (r *outageRows) Next(row []driver.Value) error {
	err := r.Rows.Next(row)
	if r.given++; r.given > 1 && err == nil {
		r.outage.broke = true
		return errDisk
	}
	return err
}

// throughOutages is a store whose driver can be told to fail.
func throughOutages(t *testing.T, name string) (*outage, dateline.Store) {
	t.Helper()
	plain, err := sql.Open("sqlite", "")
	if err != nil {
		t.Fatal(err)
	}
	o := &outage{Driver: plain.Driver()}
	if err := plain.Close(); err != nil {
		t.Fatal(err)
	}
	sql.Register(name, o)
	s, err := sqlite.Open(t.Context(), sqlite.Through(name, filepath.Join(t.TempDir(), "dateline.db")))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return o, s
}

// TestOutage lets each statement of each call fail once: the call says so, nothing
// of its transaction stays, and the next attempt does all of it.
func TestOutage(t *testing.T) {
	o, s := throughOutages(t, "outage")
	for _, op := range calls(t.Context(), storetest.Sample(6, false)) {
		before := last(t, s)
		for o.at = 1; ; o.at++ {
			o.ran = 0
			err := s.Update(t.Context(), op.call)
			if o.ran < o.at {
				if err != nil {
					t.Errorf("%s: nothing fails, and still: %v", op.name, err)
				}
				break
			}
			if !errors.Is(err, errDisk) {
				t.Errorf("%s: statement %d fails, and the call says: %v", op.name, o.at, err)
			}
			at := o.at
			if o.at = 0; last(t, s) != before {
				t.Errorf("%s: statement %d fails, and the log grows", op.name, at)
			}
			o.at = at
		}
		if o.at < 3 {
			t.Errorf("%s runs %d statements, its commit among them", op.name, o.at-1)
		}
		o.at = 0
	}
}

// TestAnswersBreakOff lets each answer that has several rows end behind the first:
// what came until then must not pass for all there is.
func TestAnswersBreakOff(t *testing.T) {
	o, s := throughOutages(t, "midst")
	o.midst = true
	broken := 0
	for _, op := range calls(t.Context(), storetest.Sample(6, false)) {
		for o.at = 1; ; o.at++ {
			o.ran, o.broke = 0, false
			undone := errors.New("not yet")
			err := s.Update(t.Context(), func(tx dateline.Tx) error { return cmp.Or(op.call(tx), undone) })
			if o.broke {
				broken++
				if !errors.Is(err, errDisk) {
					t.Errorf("%s: the answer to statement %d breaks off, and the call says: %v", op.name, o.at, err)
				}
			} else if !errors.Is(err, undone) {
				t.Errorf("%s: nothing breaks off, and still: %v", op.name, err)
			}
			if o.ran < o.at {
				break
			}
		}
		o.at = 0
		if err := s.Update(t.Context(), op.call); err != nil {
			t.Errorf("%s: %v", op.name, err)
		}
	}
	if broken < 15 {
		t.Errorf("only %d answers broke off", broken)
	}
}

func last(t *testing.T, s dateline.Store) (seq int64) {
	t.Helper()
	err := s.View(t.Context(), func(tx dateline.Tx) (err error) {
		seq, err = tx.Last(t.Context())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return seq
}

type call struct {
	name string
	call func(dateline.Tx) error
}

// calls are calls that find something to do, in an order in which they can be made.
func calls(ctx context.Context, sample []dateline.Kept) []call {
	now := time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC)
	var ids []dateline.ItemID
	for i := range sample {
		ids = append(ids, sample[i].Item.ID)
	}
	a, b, source := ids[0], ids[1], sample[0].Item.Source
	changed := sample[0]
	changed.Item.Headline, changed.Item.Received = "Another headline", now
	statement := dateline.NewStatementID(a, "words", 0)
	said := func(p dateline.PersonID, id dateline.StatementID) dateline.Spoken {
		return dateline.Spoken{Statement: id, Item: a, Version: 1, Person: p, Name: "Salma Nawfal", Language: "en", Source: source, When: now, Public: true, By: dateline.ByWords, Confidence: 1, Program: 1, Keys: []string{"nawfal"}}
	}
	salma, idris := dateline.PersonID("salmaaaaaaaaa"), dateline.PersonID("idrisaaaaaaaa")
	filing := dateline.Filing{Item: a, Source: source, Language: "en", Version: 1, Status: dateline.Usable, When: now, Released: now, Embargo: now}
	return append([]call{
		{"put a source", func(tx dateline.Tx) error {
			return tx.PutSource(ctx, dateline.Source{ID: source, Name: "S"}, now)
		}},
		{"change a source", func(tx dateline.Tx) error {
			return tx.PutSource(ctx, dateline.Source{ID: source, Name: "T"}, now)
		}},
		{"keep", func(tx dateline.Tx) error { _, err := tx.Keep(ctx, sample); return err }},
		{"keep a version", func(tx dateline.Tx) error { _, err := tx.Keep(ctx, []dateline.Kept{changed}); return err }},
		{"put the past", func(tx dateline.Tx) error {
			k := sample[0]
			k.Item.Version = 1
			return tx.PutPast(ctx, []dateline.Kept{k})
		}},
		{"append", func(tx dateline.Tx) error {
			return tx.Append(ctx, dateline.Entry{Kind: dateline.EntrySource, Time: now})
		}},
		{"set a cursor", func(tx dateline.Tx) error { return tx.SetCursor(ctx, "c", 3) }},
		{"lead", func(tx dateline.Tx) error { _, err := tx.Lead(ctx, "h", now, time.Minute); return err }},
		{"decide", func(tx dateline.Tx) error {
			_, err := tx.Decide(ctx, dateline.Decision{Item: a, Kind: dateline.Release, By: "r", Time: now})
			return err
		}},
		{"file", func(tx dateline.Tx) error { return tx.File(ctx, []dateline.Filing{filing}) }},
		{"put matches", func(tx dateline.Tx) error {
			return tx.PutMatches(ctx, []dateline.ItemID{b}, []dateline.Match{{Item: b, Of: a, Kind: dateline.MatchRewrite, Confidence: 0.9, Program: 1}})
		}},
		{"put families", func(tx dateline.Tx) error {
			return tx.PutFamilies(ctx, dateline.Family{ID: a, Members: []dateline.ItemID{a, b}})
		}},
		{"put keys", func(tx dateline.Tx) error { return tx.PutKeys(ctx, []dateline.Keyed{{Item: a, Keys: []byte("k")}}) }},
		{"tell", func(tx dateline.Tx) error {
			return tx.Tell(ctx, []dateline.Told{{Item: a, Story: "storyaaaaaaaa", When: now}, {Item: b, Story: "storybbbbbbbb", When: now}})
		}},
		{"merge a story", func(tx dateline.Tx) error { return tx.MergeStory(ctx, "storybbbbbbbb", "storyaaaaaaaa") }},
		{"put looks", func(tx dateline.Tx) error { return tx.PutLooks(ctx, dateline.Look{Item: a, Source: source, Next: now}) }},
		{"lease looks", func(tx dateline.Tx) error {
			_, err := tx.LeaseLooks(ctx, now.Add(time.Hour), now.Add(2*time.Hour), 5)
			return err
		}},
		{"free leases", func(tx dateline.Tx) error { return tx.FreeLeases(ctx) }},
		{"put edits", func(tx dateline.Tx) error {
			return tx.PutEdits(ctx, dateline.Edit{Item: a, Version: 1, Source: source, Kind: dateline.EditText, Time: now})
		}},
		{"put statements", func(tx dateline.Tx) error {
			marked := dateline.Marked{Item: a, Version: 1, Program: 1, Statements: []dateline.Statement{{ID: statement}}}
			next := marked
			next.Version = 2
			return tx.PutStatements(ctx, marked, next)
		}},
		{"put spoken", func(tx dateline.Tx) error {
			return tx.PutSpoken(ctx, []dateline.ItemID{a}, []dateline.Spoken{said(salma, statement), said(idris, dateline.NewStatementID(a, "more", 0))})
		}},
		{"put persons", func(tx dateline.Tx) error {
			return tx.PutPersons(ctx, dateline.Person{ID: salma, Confirmed: true}, dateline.Person{ID: idris, Into: salma})
		}},
		{"order persons", func(tx dateline.Tx) error {
			_, err := tx.OrderPersons(ctx, dateline.PersonOrder{Kind: dateline.PersonConfirm, Person: salma, By: "r", Time: now})
			return err
		}},
		{"lease sources", func(tx dateline.Tx) error {
			_, err := tx.LeaseSources(ctx, now.Add(time.Hour), now.Add(2*time.Hour), 5)
			return err
		}},
		{"polled", func(tx dateline.Tx) error { return tx.Polled(ctx, source, dateline.Poll{}) }},
		{"make due", func(tx dateline.Tx) error { return tx.MakeDue(ctx, now) }},
	}, append(questions(ctx, ids, source, salma, now), []call{
		{"erase", func(tx dateline.Tx) error { return tx.Erase(ctx, a, now) }},
		{"clear filings", func(tx dateline.Tx) error { return tx.ClearFilings(ctx) }},
		{"clear matches", func(tx dateline.Tx) error { return tx.ClearMatches(ctx) }},
		{"clear stories", func(tx dateline.Tx) error { return tx.ClearStories(ctx) }},
		{"clear persons", func(tx dateline.Tx) error { return tx.ClearPersons(ctx) }},
		{"remove a source", func(tx dateline.Tx) error { return tx.RemoveSource(ctx, source, now) }},
	}...)...)
}

// questions are those that only read.
func questions(ctx context.Context, ids []dateline.ItemID, source dateline.SourceID, person dateline.PersonID, now time.Time) []call {
	word := dateline.Clause{{"port"}}
	return []call{
		{"item", func(tx dateline.Tx) error { _, err := tx.Item(ctx, ids[0]); return err }},
		{"items", func(tx dateline.Tx) error { _, err := tx.Items(ctx, ids); return err }},
		{"heads", func(tx dateline.Tx) error { _, err := tx.Heads(ctx, ids); return err }},
		{"versions", func(tx dateline.Tx) error { _, err := tx.Versions(ctx, ids[0]); return err }},
		{"version heads", func(tx dateline.Tx) error { _, err := tx.VersionHeads(ctx, ids); return err }},
		{"digests", func(tx dateline.Tx) error { _, err := tx.Digests(ctx, ids); return err }},
		{"by address", func(tx dateline.Tx) error { _, err := tx.ByURL(ctx, "https://s.example/"); return err }},
		{"naming", func(tx dateline.Tx) error { _, err := tx.Naming(ctx, []string{"https://s.example/"}); return err }},
		{"find", func(tx dateline.Tx) error {
			_, err := tx.Find(ctx, dateline.Find{Clauses: []dateline.Clause{word}, Limit: 5})
			return err
		}},
		{"find as of", func(tx dateline.Tx) error {
			_, err := tx.Find(ctx, dateline.Find{Clauses: []dateline.Clause{word}, AsOf: 3, Limit: 5})
			return err
		}},
		{"word stats", func(tx dateline.Tx) error { _, _, err := tx.WordStats(ctx, []string{"port"}); return err }},
		{"entries", func(tx dateline.Tx) error { _, err := tx.Entries(ctx, 0, 5); return err }},
		{"last", func(tx dateline.Tx) error { _, err := tx.Last(ctx); return err }},
		{"cursor", func(tx dateline.Tx) error { _, err := tx.Cursor(ctx, "c"); return err }},
		{"epoch", func(tx dateline.Tx) error { _, err := tx.Epoch(ctx); return err }},
		{"decisions", func(tx dateline.Tx) error { _, err := tx.DecisionsOn(ctx, ids); return err }},
		{"filings of", func(tx dateline.Tx) error { _, err := tx.FilingsOf(ctx, ids); return err }},
		{"filings", func(tx dateline.Tx) error { _, err := tx.Filings(ctx, dateline.FilingQuery{Out: now}); return err }},
		{"count filings", func(tx dateline.Tx) error { _, err := tx.CountFilings(ctx, dateline.FilingQuery{Out: now}); return err }},
		{"embargoed", func(tx dateline.Tx) error { _, err := tx.Embargoed(ctx, now.Add(-time.Hour), now); return err }},
		{"source", func(tx dateline.Tx) error { _, err := tx.Source(ctx, source); return err }},
		{"sources by id", func(tx dateline.Tx) error { _, err := tx.SourcesByID(ctx, []dateline.SourceID{source}); return err }},
		{"sources", func(tx dateline.Tx) error { _, err := tx.Sources(ctx); return err }},
		{"matches of", func(tx dateline.Tx) error { _, err := tx.MatchesOf(ctx, ids); return err }},
		{"matches to", func(tx dateline.Tx) error { _, err := tx.MatchesTo(ctx, ids); return err }},
		{"families", func(tx dateline.Tx) error { _, err := tx.FamiliesOf(ctx, ids); return err }},
		{"keys", func(tx dateline.Tx) error { _, err := tx.Keys(ctx, 0, 5); return err }},
		{"told by", func(tx dateline.Tx) error { _, err := tx.ToldBy(ctx, ids); return err }},
		{"items of a story", func(tx dateline.Tx) error {
			_, err := tx.StoryItems(ctx, "storyaaaaaaaa", dateline.Place{}, 5)
			return err
		}},
		{"stories by id", func(tx dateline.Tx) error {
			_, err := tx.StoriesByID(ctx, []dateline.StoryID{"storyaaaaaaaa"})
			return err
		}},
		{"stories", func(tx dateline.Tx) error { _, err := tx.Stories(ctx, dateline.StoryQuery{Limit: 5}); return err }},
		{"looks of", func(tx dateline.Tx) error { _, err := tx.LooksOf(ctx, ids); return err }},
		{"digests of a source", func(tx dateline.Tx) error { _, err := tx.DigestsOf(ctx, source, 5); return err }},
		{"edits", func(tx dateline.Tx) error { _, err := tx.Edits(ctx, dateline.EditQuery{}); return err }},
		{"edits on", func(tx dateline.Tx) error { _, err := tx.EditsOn(ctx, ids); return err }},
		{"statements", func(tx dateline.Tx) error { _, err := tx.StatementsOf(ctx, ids); return err }},
		{"spoken in", func(tx dateline.Tx) error { _, err := tx.SpokenIn(ctx, ids); return err }},
		{"spoken", func(tx dateline.Tx) error { _, err := tx.Spoken(ctx, dateline.SpokenQuery{Person: person}); return err }},
		{"persons by id", func(tx dateline.Tx) error { _, err := tx.PersonsByID(ctx, []dateline.PersonID{person}); return err }},
		{"persons named", func(tx dateline.Tx) error { _, err := tx.PersonsNamed(ctx, []string{"nawfal"}); return err }},
		{"persons", func(tx dateline.Tx) error { _, err := tx.Persons(ctx, dateline.PersonQuery{Limit: 5}); return err }},
		{"orders on", func(tx dateline.Tx) error { _, err := tx.OrdersOn(ctx, []dateline.PersonID{person}); return err }},
		{"orders at", func(tx dateline.Tx) error { _, err := tx.OrdersAt(ctx, []int64{1, 2, 3}); return err }},
	}
}
