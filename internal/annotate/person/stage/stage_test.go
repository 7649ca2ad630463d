package stage_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/annotate/person/stage"
	"dateline/internal/store/mem"
)

// press is a store with the stage that follows its log.
type press struct {
	*testing.T
	dateline.Store
	stage *stage.Persons
}

func newPress(t *testing.T) *press {
	t.Helper()
	s, err := stage.New()
	if err != nil {
		t.Fatal(err)
	}
	return &press{t, mem.New(), s}
}

func (p *press) update(f func(context.Context, dateline.Tx) error) {
	p.Helper()
	ctx := context.Background()
	if err := p.Update(ctx, func(tx dateline.Tx) error { return f(ctx, tx) }); err != nil {
		p.Fatal(err)
	}
}

// step takes the next entries, as the newsroom does, through a transaction that a
// test may break, and reports whether there were any.
func (p *press) step(batch int, through func(dateline.Tx) dateline.Tx) (more bool, err error) {
	ctx := context.Background()
	err = p.Update(ctx, func(tx dateline.Tx) error {
		tx = through(tx)
		at, err := tx.Cursor(ctx, p.stage.Name())
		if err != nil {
			return err
		}
		entries, err := tx.Entries(ctx, at, batch)
		if more = len(entries) > 0; err != nil || !more {
			return err
		}
		if err := p.stage.Step(ctx, tx, entries); err != nil {
			return err
		}
		return tx.SetCursor(ctx, p.stage.Name(), entries[len(entries)-1].Seq)
	})
	return more, err
}

func whole(tx dateline.Tx) dateline.Tx { return tx }

func (p *press) follow(batch int) {
	p.Helper()
	for more := true; more; {
		var err error
		if more, err = p.step(batch, whole); err != nil {
			p.Fatal(err)
		}
	}
}

func (p *press) back(to int64) {
	p.update(func(ctx context.Context, tx dateline.Tx) error { return tx.SetCursor(ctx, p.stage.Name(), to) })
}

func noon() time.Time { return time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC) }

// A line is what somebody says in an item: "Salma Nawfal | minister: the gates".
type line = string

// file keeps a version of an item in which these are said, and marks them.
func (p *press) file(guid, language string, lines ...line) dateline.ItemID {
	p.Helper()
	source, _, _ := strings.Cut(guid, "/")
	item := dateline.Item{
		ID: dateline.NewItemID(dateline.SourceID(source), guid), Source: dateline.SourceID(source), GUID: guid, Language: language,
		Headline: guid + strings.Join(lines, "/"), Published: dateline.Stamp{Time: noon(), Zone: "GMT", Precision: dateline.ToSecond}, Received: noon(),
	}
	p.update(func(ctx context.Context, tx dateline.Tx) error {
		out, err := tx.Keep(ctx, []dateline.Kept{{Item: item}})
		if err != nil {
			return err
		}
		return marks(ctx, tx, item.ID, out[0].Version, lines)
	})
	return item.ID
}

// marks does what the stage before this one does.
func marks(ctx context.Context, tx dateline.Tx, id dateline.ItemID, version int, lines []line) error {
	m := dateline.Marked{Item: id, Version: version, Program: 1}
	for _, l := range lines {
		speaker, words, _ := strings.Cut(l, ": ")
		name, role, _ := strings.Cut(speaker, " | ")
		m.Statements = append(m.Statements, dateline.Statement{
			ID: dateline.NewStatementID(id, words, 0), Speaker: name, Named: strings.Contains(name, " "), Who: strings.TrimSpace(role + " " + name), Role: role,
			Kind: dateline.Direct, Public: true,
		})
	}
	if err := tx.PutStatements(ctx, m); err != nil {
		return err
	}
	return tx.Append(ctx, dateline.Entry{Time: noon(), Kind: dateline.EntryMarked, Item: id, Version: version, Source: "marsa"})
}

// order is given by the desk about persons as they are called now.
func (p *press) order(kind dateline.PersonOrderKind, called, into string) {
	p.Helper()
	o := dateline.PersonOrder{Kind: kind, Person: p.called(called), By: "layla", Time: noon()}
	if kind == dateline.PersonSplit {
		o.Name = into
	} else if into != "" {
		o.Into = p.called(into)
	}
	p.update(func(ctx context.Context, tx dateline.Tx) error { _, err := tx.OrderPersons(ctx, o); return err })
}

func (p *press) persons() (list []dateline.Person) {
	p.Helper()
	ctx := context.Background()
	if err := p.View(ctx, func(tx dateline.Tx) (err error) {
		list, err = tx.Persons(ctx, dateline.PersonQuery{Limit: 1000})
		return err
	}); err != nil {
		p.Fatal(err)
	}
	return list
}

// called is the person who has a spelling, "" when nobody or more than one has.
func (p *press) called(name string) (id dateline.PersonID) {
	for _, x := range p.persons() {
		if slices.ContainsFunc(x.Spellings, func(s dateline.Spelling) bool { return s.Name == name }) {
			if id != "" {
				return ""
			}
			id = x.ID
		}
	}
	return id
}

// spelled lists the persons by their spellings, one a line: "Salma Nawfal 2".
func (p *press) spelled() string {
	var lines []string
	for _, x := range p.persons() {
		var names []string
		for _, s := range x.Spellings {
			names = append(names, fmt.Sprint(s.Name, " ", s.Count))
		}
		slices.Sort(names)
		lines = append(lines, strings.Join(names, ", "))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func (p *press) want(what, want string) {
	p.Helper()
	if got := p.spelled(); got != want {
		p.Errorf("%s:\n%s\nwant\n%s", what, got, want)
	}
}

func TestOnePersonManyItems(t *testing.T) {
	p := newPress(t)
	p.file("marsa/1", "en", "Salma Nawfal | water minister: the gates stay open", "Nawfal: all winter", "a farmer: no")
	p.file("port/1", "en", "Salma Nofal: we asked", "Idris Halwani: we will see")
	p.file("barid/1", "ar", "وزيرة المياه سلمى نوفل: ستبقى البوابات", "نوفل: طوال الشتاء")
	p.follow(100)
	p.want("three items", "Idris Halwani 1\nSalma Nawfal 1, Salma Nofal 1, سلمى نوفل 1, نوفل 1")
	for _, x := range p.persons() {
		if x.Statements == 4 && (x.Items != 3 || len(x.Sources) != 3 || x.Names["en"] != "Salma Nawfal" || x.Names["ar"] != "سلمى نوفل" || x.Roles["en"].Words != "water minister") {
			t.Errorf("the minister is %+v", x)
		}
	}
}

func TestNeverOnTheFamilyNameAlone(t *testing.T) {
	p := newPress(t)
	p.file("marsa/1", "en", "Salma Nawfal | water minister: the gates stay open")
	p.file("port/1", "en", "Nawfal: said elsewhere, of whom nobody knows")
	p.file("marsa/1b", "en", "Salma Nawfal: and in spring")
	p.file("marsa/2", "en", "Nawfal: said where she was named the same day")
	p.file("port/2", "en", "Minister Nawfal | minister: said in her office")
	p.follow(100)
	p.want("one is possible", "Nawfal 2, Salma Nawfal 2")
	p.file("marsa/3", "en", "Sami Nawfal: I am another one")
	p.file("marsa/4", "en", "Nawfal: which of the two?")
	p.file("marsa/5", "en", "Sami Nawfal: it is me", "Nawfal: me again")
	p.follow(100)
	p.want("two are possible", "Nawfal 2, Salma Nawfal 2\nSami Nawfal 2")
	p.file("barid/1", "ar", "الوزير سامي الشامي: نعم", "الشامي: لا")
	p.file("barid/2", "ar", "المدير رامي الشامي: نعم", "الشامي: لا")
	p.file("barid/3", "ar", "المدير رامي الشامي: نعم", "الوزيرة سلمى الشامي: ربما", "الشامي: لا")
	p.follow(100)
	p.want("in one item", "Nawfal 2, Salma Nawfal 2\nSami Nawfal 2\nالشامي 1, رامي الشامي 2\nالشامي 1, سامي الشامي 1\nسلمى الشامي 1")
}

// TestVersions demands that a statement keeps its person through versions, and
// that what an item no longer says is kept as said in the older one.
func TestVersions(t *testing.T) {
	p := newPress(t)
	p.file("marsa/1", "en", "Salma Nawfal: one", "Idris Halwani: two")
	p.follow(100)
	first := p.called("Idris Halwani")
	id := p.file("marsa/1", "en", "Salma Nawfal: one", "Salma Nawfal: three")
	p.follow(100)
	p.want("both", "Idris Halwani 1\nSalma Nawfal 2")
	if got := p.called("Idris Halwani"); got != first {
		t.Errorf("the person is %s, and was %s", got, first)
	}
	ctx := context.Background()
	if err := p.View(ctx, func(tx dateline.Tx) error {
		in, err := tx.SpokenIn(ctx, []dateline.ItemID{id})
		for _, s := range in[id] {
			if want := map[bool]int{true: 1, false: 2}[s.Name == "Idris Halwani"]; s.Version != want {
				t.Errorf("%s said it in version %d, want %d", s.Name, s.Version, want)
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// TestRulesThatMarkOtherwise marks a version again: what it no longer has is gone.
func TestRulesThatMarkOtherwise(t *testing.T) {
	p := newPress(t)
	id := p.file("marsa/1", "en", "Salma Nawfal: one", "Idris Halwani: two")
	p.follow(100)
	p.update(func(ctx context.Context, tx dateline.Tx) error {
		return marks(ctx, tx, id, 1, []line{"Idris Halwani: one"})
	})
	p.follow(100)
	p.want("marked again", "Idris Halwani 1")
}

// TestAddressesAreNotGivenAgain: who began with a statement keeps the address when
// newer rules give that statement to somebody else.
func TestAddressesAreNotGivenAgain(t *testing.T) {
	p := newPress(t)
	id := p.file("marsa/1", "en", "Salma Nawfal: one")
	p.file("port/1", "en", "Salma Nawfal: two")
	p.follow(100)
	first := p.called("Salma Nawfal")
	p.update(func(ctx context.Context, tx dateline.Tx) error {
		return marks(ctx, tx, id, 1, []line{"Idris Halwani: one"})
	})
	p.follow(100)
	p.want("marked again", "Idris Halwani 1\nSalma Nawfal 1")
	if got := p.called("Salma Nawfal"); got != first {
		t.Errorf("she is %s, and was %s", got, first)
	}
	p.file("port/1", "en", "Salma Nawfal: two")
	p.order(dateline.PersonJoin, "Salma Nawfal", "Idris Halwani")
	p.follow(100)
	p.update(func(ctx context.Context, tx dateline.Tx) error {
		return marks(ctx, tx, id, 1, []line{"Sami Barakat: one"})
	})
	p.follow(100)
	p.want("marked again after joining", "Salma Nawfal 1\nSami Barakat 1")
}

func TestOrders(t *testing.T) {
	p := newPress(t)
	p.file("marsa/1", "en", "Khaled Omar: one", "Salma Nawfal: two")
	p.file("port/1", "en", "Khalid Omar: three", "Salma Nofal: four")
	p.follow(100)
	p.want("before", "Khaled Omar 1\nKhalid Omar 1\nSalma Nawfal 1, Salma Nofal 1")
	joined := p.called("Khalid Omar")
	p.order(dateline.PersonJoin, "Khalid Omar", "Khaled Omar")
	p.order(dateline.PersonSplit, "Salma Nawfal", "Salma Nofal")
	p.order(dateline.PersonConfirm, "Salma Nawfal", "")
	p.follow(100)
	p.want("ordered", "Khaled Omar 1, Khalid Omar 1\nSalma Nawfal 1\nSalma Nofal 1")
	p.file("barid/1", "en", "Khalid Omar: five", "Salma Nofal: six", "Salma Nawfal: seven")
	p.follow(100)
	p.want("later items obey", "Khaled Omar 1, Khalid Omar 2\nSalma Nawfal 2\nSalma Nofal 2")
	ctx := context.Background()
	if err := p.View(ctx, func(tx dateline.Tx) error {
		by, err := tx.PersonsByID(ctx, []dateline.PersonID{joined, p.called("Salma Nawfal"), p.called("Salma Nofal")})
		if by[joined].Into != p.called("Khaled Omar") {
			t.Errorf("the joined one leads to %q", by[joined].Into)
		}
		if !by[p.called("Salma Nawfal")].Confirmed || by[p.called("Salma Nofal")].Confirmed {
			t.Error("who stays is confirmed, who leaves is not")
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	p.order(dateline.PersonSplit, "Khaled Omar", "nobody")
	p.order(dateline.PersonSplit, "Salma Nofal", "Salma Nofal")
	p.follow(100)
	p.want("orders that change nothing", "Khaled Omar 1, Khalid Omar 2\nSalma Nawfal 2\nSalma Nofal 2")
}

// TestHiddenStaysHidden: neither joining nor splitting brings to light whom the
// desk hides.
func TestHiddenStaysHidden(t *testing.T) {
	p := newPress(t)
	p.file("marsa/1", "en", "Khaled Omar: one", "Khalid Omar: two", "Salma Nawfal: three", "Salma Nofal: four")
	p.follow(100)
	p.order(dateline.PersonConfirm, "Khaled Omar", "")
	p.order(dateline.PersonHide, "Khalid Omar", "")
	p.order(dateline.PersonHide, "Salma Nawfal", "")
	p.follow(1)
	p.order(dateline.PersonJoin, "Khalid Omar", "Khaled Omar")
	p.order(dateline.PersonSplit, "Salma Nawfal", "Salma Nofal")
	p.follow(1)
	for _, x := range p.persons() {
		if !x.Private || x.Confirmed {
			t.Errorf("%v is hidden: %v, confirmed: %v", x.Names, x.Private, x.Confirmed)
		}
	}
	p.order(dateline.PersonUnconfirm, "Salma Nofal", "")
	p.follow(1)
	for _, x := range p.persons() {
		if x.Names["en"] == "Salma Nofal" && x.Private {
			t.Error("what was hidden can be shown again")
		}
	}
}

// TestErased leaves nothing of an item, and an order finds its person when the
// statement that began it is gone.
func TestErased(t *testing.T) {
	p := newPress(t)
	first := p.file("marsa/1", "en", "Salma Nawfal: one", "Idris Halwani: two")
	p.file("marsa/2", "en", "Salma Nawfal: three")
	p.follow(100)
	p.order(dateline.PersonHide, "Salma Nawfal", "")
	p.follow(100)
	p.update(func(ctx context.Context, tx dateline.Tx) error { return tx.Erase(ctx, first, noon()) })
	p.follow(100)
	p.want("erased", "Salma Nawfal 1")
	p.back(0)
	p.follow(100)
	p.want("rebuilt", "Salma Nawfal 1")
	if list := p.persons(); !list[0].Private {
		t.Error("who was hidden is shown after an erasure and a rebuild")
	}
}

// TestLogTells demands an entry for each item whose persons changed, and none for
// what stays.
func TestLogTells(t *testing.T) {
	p := newPress(t)
	id := p.file("marsa/1", "en", "Salma Nawfal: one")
	p.file("marsa/2", "en", "a farmer: two")
	p.follow(100)
	ctx := context.Background()
	read := func() (list []dateline.Entry) {
		if err := p.View(ctx, func(tx dateline.Tx) error {
			entries, err := tx.Entries(ctx, 0, 1000)
			for _, e := range entries {
				if e.Kind == dateline.EntryPerson {
					list = append(list, e)
				}
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return list
	}
	list := read()
	if len(list) != 1 || list[0].Item != id || list[0].Version != 1 || list[0].Note != string(p.called("Salma Nawfal")) || !list[0].Time.Equal(noon()) {
		t.Errorf("the log tells of %+v", list)
	}
	p.update(func(ctx context.Context, tx dateline.Tx) error {
		return marks(ctx, tx, id, 1, []line{"Salma Nawfal: one"})
	})
	p.follow(100)
	if again := read(); len(again) != 1 {
		t.Errorf("what stays is told again: %+v", again)
	}
}

// TestHiddenWhileDerivedAnew: nobody whom the desk hides is shown at any step of
// deriving all anew, under whatever id, and whatever was ordered before.
func TestHiddenWhileDerivedAnew(t *testing.T) {
	p := newPress(t)
	first := p.file("marsa/1", "en", "Salma Nawfal: one")
	p.file("marsa/2", "en", "Salma Nawfal: two", "Khaled Omar: three")
	for n := range 20 {
		p.file(fmt.Sprint("port/", n), "en", "Idris Halwani: four", "Khalid Omar: five")
	}
	p.follow(100)
	p.order(dateline.PersonConfirm, "Salma Nawfal", "")
	p.order(dateline.PersonHide, "Salma Nawfal", "")
	p.order(dateline.PersonHide, "Khaled Omar", "")
	p.order(dateline.PersonJoin, "Khalid Omar", "Khaled Omar")
	p.order(dateline.PersonConfirm, "Idris Halwani", "")
	p.follow(100)
	p.update(func(ctx context.Context, tx dateline.Tx) error { return tx.Erase(ctx, first, noon()) })
	p.follow(100)
	for _, batch := range []int{1, 7, 1000} {
		p.back(0)
		seen := 0
		for more := true; more; {
			var err error
			if more, err = p.step(batch, whole); err != nil {
				t.Fatal(err)
			}
			for _, x := range p.persons() {
				if seen++; !x.Private && x.Names["en"] != "Idris Halwani" {
					t.Fatalf("batches of %d: %v is shown", batch, x.Names)
				}
			}
		}
		if got := p.called("Idris Halwani"); seen == 0 || got == "" {
			t.Fatalf("batches of %d: %d persons were seen", batch, seen)
		}
		for _, x := range p.persons() {
			if hidden := x.Names["en"] != "Idris Halwani"; x.Private != hidden || x.Confirmed == hidden {
				t.Errorf("batches of %d: %v is hidden: %v, confirmed: %v", batch, x.Names, x.Private, x.Confirmed)
			}
		}
	}
}

// TestHideFindsItsPerson when another one has the same family name, and everyone
// who may be meant: nobody else's order is obeyed where two may be.
func TestHideFindsItsPerson(t *testing.T) {
	p := newPress(t)
	first := p.file("marsa/1", "ar", "وزيرة المياه سلمى نوفل: one")
	p.file("marsa/2", "ar", "وزيرة المياه سلمى نوفل: two", "نوفل: three")
	p.file("marsa/3", "ar", "الوزير خالد نوفل: four", "نوفل: five")
	p.follow(100)
	p.order(dateline.PersonHide, "سلمى نوفل", "")
	p.follow(100)
	p.update(func(ctx context.Context, tx dateline.Tx) error { return tx.Erase(ctx, first, noon()) })
	p.follow(100)
	p.back(0)
	p.follow(100)
	if list := p.persons(); len(list) != 2 || list[0].Private == list[1].Private {
		t.Fatalf("of %s not one is hidden", p.spelled())
	}
	for _, x := range p.persons() {
		if x.Private != (x.Names["ar"] == "سلمى نوفل") {
			t.Errorf("%v is hidden: %v", x.Names, x.Private)
		}
	}
}

// TestOrderThatFindsNobody is told of.
func TestOrderThatFindsNobody(t *testing.T) {
	p := newPress(t)
	var told strings.Builder
	p.stage.Log = slog.New(slog.NewTextHandler(&told, nil))
	id := p.file("marsa/1", "en", "Salma Nawfal: one")
	p.file("marsa/2", "en", "Idris Halwani: two")
	p.follow(100)
	p.order(dateline.PersonHide, "Idris Halwani", "")
	p.follow(100)
	if told.Len() > 0 {
		t.Errorf("told of an order that was obeyed: %s", told.String())
	}
	p.order(dateline.PersonHide, "Salma Nawfal", "")
	p.update(func(ctx context.Context, tx dateline.Tx) error { return tx.Erase(ctx, id, noon()) })
	p.follow(100)
	if !strings.Contains(told.String(), "order=hide") || strings.Contains(told.String(), "Salma") {
		t.Errorf("told: %s", told.String())
	}
}

// TestLatinNameInArabicCopy is found again by the rules of its own script.
func TestLatinNameInArabicCopy(t *testing.T) {
	p := newPress(t)
	p.file("marsa/1", "en", "Salma Nawfal: one")
	p.file("marsa/2", "ar", "Salma Nawfal: two", "Salma Nofal: three")
	p.follow(100)
	p.want("in both languages", "Salma Nawfal 1, Salma Nawfal 1, Salma Nofal 1") // a spelling for each language
}
