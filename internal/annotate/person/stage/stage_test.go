package stage_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
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

// rows is all that the stage has derived.
func (p *press) rows() string {
	p.Helper()
	ctx := context.Background()
	var all []any
	err := p.View(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 100000)
		if err != nil {
			return err
		}
		var ids []dateline.ItemID
		noted := map[dateline.PersonID]bool{}
		for _, e := range entries {
			if e.Kind == dateline.EntryKept {
				ids = append(ids, e.Item)
			}
			if e.Kind == dateline.EntryPerson {
				for id := range strings.FieldsSeq(e.Note) {
					noted[dateline.PersonID(id)] = true
				}
			}
		}
		in, err1 := tx.SpokenIn(ctx, ids)
		var persons []dateline.PersonID
		for id := range noted {
			persons = append(persons, id)
		}
		by, err2 := tx.PersonsByID(ctx, persons)
		list, err3 := tx.Persons(ctx, dateline.PersonQuery{Limit: 10000})
		all = []any{in, by, list}
		return errors.Join(err1, err2, err3)
	})
	text, failed := json.MarshalIndent(all, "", " ")
	if err := errors.Join(err, failed); err != nil {
		p.Fatal(err)
	}
	return string(text)
}

// history files items at random, in both languages, with versions, and lets the
// desk order something now and then.
func history(p *press, r *rand.Rand, orders bool, batch int) {
	english := []string{"Salma Nawfal | minister", "Salma Nofal", "Nawfal | minister", "Khaled Omar", "Khalid Omar", "Idris Halwani", "Halwani", "Sami Halwani | spokesman", "a farmer"}
	arabic := []string{"وزيرة المياه سلمى نوفل", "نوفل", "الوزير خالد عمر", "كبير المفاوضين إدريس الحلواني", "الحلواني", "مصدر"}
	kinds := []dateline.PersonOrderKind{dateline.PersonJoin, dateline.PersonSplit, dateline.PersonConfirm, dateline.PersonHide, dateline.PersonUnconfirm}
	for n := range 60 {
		guid, language, names := fmt.Sprintf("s%d/%d", r.IntN(3), r.IntN(25)), "en", english
		if r.IntN(3) == 0 {
			guid, language, names = "ar"+guid, "ar", arabic
		}
		var lines []line
		for range r.IntN(4) {
			lines = append(lines, fmt.Sprintf("%s: words %d", names[r.IntN(len(names))], r.IntN(4)))
		}
		p.file(guid, language, dedupe(lines)...)
		if orders && n%7 == 6 {
			p.follow(batch)
			list := p.persons()
			if len(list) < 2 {
				continue
			}
			who, other := list[r.IntN(len(list))], list[r.IntN(len(list))]
			o := dateline.PersonOrder{Kind: kinds[r.IntN(len(kinds))], Person: who.ID, By: "layla", Time: noon()}
			switch o.Kind {
			case dateline.PersonJoin:
				o.Into = other.ID
			case dateline.PersonSplit:
				o.Name = who.Spellings[r.IntN(len(who.Spellings))].Name
			}
			if o.Into == o.Person {
				continue
			}
			p.update(func(ctx context.Context, tx dateline.Tx) error { _, err := tx.OrderPersons(ctx, o); return err })
		}
	}
	p.follow(batch)
}

// dedupe leaves each of the words to one speaker: ids of statements are of words.
func dedupe(lines []line) (out []line) {
	seen := map[string]bool{}
	for _, l := range lines {
		_, words, _ := strings.Cut(l, ": ")
		if !seen[words] {
			seen[words] = true
			out = append(out, l)
		}
	}
	return out
}

// TestBatches derives from the same log in batches of all sizes.
func TestBatches(t *testing.T) {
	for seed := range uint64(6) {
		want := ""
		for _, batch := range []int{1, 2, 7, 30, 1000} {
			p := newPress(t)
			history(p, rand.New(rand.NewPCG(seed, 1)), false, batch)
			if got := p.rows(); want == "" {
				want = got
			} else if got != want {
				t.Fatalf("seed %d: batches of %d come to other rows than of 1", seed, batch)
			}
		}
	}
}

// TestRebuild sets the cursor back, after a history with orders: to the beginning
// all is derived anew and comes out the same, in batches of any size; to any
// other place nothing changes.
func TestRebuild(t *testing.T) {
	for seed := range uint64(12) {
		p := newPress(t)
		history(p, rand.New(rand.NewPCG(seed, 2)), true, 1+int(seed)*5)
		want := p.rows()
		if seed == 0 && !strings.Contains(want, `"into"`) {
			t.Error("the history joins nobody")
		}
		for _, batch := range []int{1, 3, 50, 1000} {
			p.back(0)
			p.follow(batch)
			if got := p.rows(); got != want {
				t.Fatalf("seed %d: rebuilt in batches of %d, the rows are others:\n%s", seed, batch, differ(got, want))
			}
		}
		for _, to := range []int64{1, 17, 60} {
			p.back(to)
			p.follow(5)
			if got := p.rows(); got != want {
				t.Fatalf("seed %d: set back to %d, the rows are others", seed, to)
			}
		}
	}
}

// differ is the first line in which two texts differ.
func differ(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			from := max(0, i-25)
			return strings.Join(x[from:i+1], "\n") + "\nnot\n" + y[i]
		}
	}
	return "one is longer"
}

// dying is a transaction whose nth write fails.
type dying struct {
	dateline.Tx
	left *int
}

var errKilled = errors.New("killed")

func (d dying) dies() bool {
	*d.left--
	return *d.left == 0
}

func (d dying) PutSpoken(ctx context.Context, items []dateline.ItemID, said []dateline.Spoken) error {
	if d.dies() {
		return errKilled
	}
	return d.Tx.PutSpoken(ctx, items, said)
}

func (d dying) PutPersons(ctx context.Context, persons ...dateline.Person) error {
	if d.dies() {
		return errKilled
	}
	return d.Tx.PutPersons(ctx, persons...)
}

func (d dying) Append(ctx context.Context, entries ...dateline.Entry) error {
	if d.dies() {
		return errKilled
	}
	return d.Tx.Append(ctx, entries...)
}

func (d dying) SetCursor(ctx context.Context, name string, seq int64) error {
	if d.dies() {
		return errKilled
	}
	return d.Tx.SetCursor(ctx, name, seq)
}

// TestKilledAtAnyWrite kills each step at its first write, then at its second, and
// so on until it comes through.
func TestKilledAtAnyWrite(t *testing.T) {
	p := newPress(t)
	history(p, rand.New(rand.NewPCG(3, 3)), true, 10)
	want := p.rows()
	p.back(0)
	killed := 0
	for more := true; more; {
		for n := 1; ; n++ {
			left := n
			var err error
			if more, err = p.step(6, func(tx dateline.Tx) dateline.Tx { return dying{tx, &left} }); err == nil {
				break
			} else if !errors.Is(err, errKilled) {
				t.Fatal(err)
			}
			killed++
		}
	}
	if got := p.rows(); got != want || killed < 50 {
		t.Errorf("killed %d times, the rows are the same: %v", killed, got == want)
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
