package stage_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline"
)

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
		hidden := p.hidden()
		for _, batch := range []int{1, 3, 20, 1000} {
			p.back(0)
			for more := true; more; {
				if batch == 3 {
					p.stage = newPress(t).stage // started again in the middle
				}
				var err error
				if more, err = p.step(batch, whole); err != nil {
					t.Fatal(err)
				}
				if batch == 20 { // reading all persons is most of this test
					p.noneShown(hidden)
				}
			}
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

// TestHiddenWhileDerived derives many histories anew in batches in which orders and
// speakers mix, and looks at each step that nobody is shown who is hidden in the end:
// not by an order on a namesake, not by a join of two who are both called so, and not
// by a spelling that is parted from somebody hidden.
func TestHiddenWhileDerived(t *testing.T) {
	for seed := range uint64(60) {
		p := newPress(t)
		history(p, rand.New(rand.NewPCG(seed, 2)), true, 1+int(seed)*5)
		hidden := p.hidden()
		p.back(0)
		for more := true; more; {
			var err error
			if more, err = p.step(20, whole); err != nil {
				t.Fatal(err)
			}
			p.noneShown(hidden)
		}
	}
}

// hidden are those whom the desk hides, with those who were joined into them.
func (p *press) hidden() (ids []dateline.PersonID) {
	p.Helper()
	p.each(func(x dateline.Person, by map[dateline.PersonID]dateline.Person) {
		if by[cmp.Or(x.Into, x.ID)].Private {
			ids = append(ids, x.ID)
		}
	})
	return ids
}

func (p *press) noneShown(hidden []dateline.PersonID) {
	p.Helper()
	p.each(func(x dateline.Person, by map[dateline.PersonID]dateline.Person) {
		if slices.Contains(hidden, x.ID) && !by[cmp.Or(x.Into, x.ID)].Private {
			p.Fatalf("%s, %v, is shown", x.ID, x.Names)
		}
	})
}

// each calls f with each person that the log ever told of and that exists.
func (p *press) each(f func(dateline.Person, map[dateline.PersonID]dateline.Person)) {
	p.Helper()
	p.update(func(ctx context.Context, tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 100000)
		var ids []dateline.PersonID
		for _, e := range entries {
			if e.Kind == dateline.EntryPerson {
				for id := range strings.FieldsSeq(e.Note) {
					ids = append(ids, dateline.PersonID(id))
				}
			}
		}
		by, err1 := tx.PersonsByID(ctx, ids)
		for _, x := range by {
			f(x, by)
		}
		return errors.Join(err, err1)
	})
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
