package desk_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/wire/saidtest"
)

const (
	salma dateline.PersonID = "salmaaaaaaaaa"
	other dateline.PersonID = "otheraaaaaaaa"
	idris dateline.PersonID = "idrisaaaaaaaa"
)

// opened is a desk at which three persons spoke, two of one family name.
func opened(t *testing.T) (*desk.Desk, dateline.Store) {
	t.Helper()
	d, store := open(t)
	lines := []saidtest.Line{
		{GUID: "a", Source: "nra", Person: salma, Name: "Salma Nawfal", Sentence: "“The gates stay open,” Nawfal said.", At: now},
		{GUID: "b", Source: "nra", Person: salma, Name: "سلمى نوفل", Language: "ar", Sentence: "قالت سلمى نوفل: «لا».", At: now, Unsure: true},
		{GUID: "c", Source: "nra", Person: other, Name: "Karim Nawfal", Sentence: "“I will wait,” Karim Nawfal said.", At: now},
		{GUID: "d", Source: "nra", Person: idris, Name: "Idris Halwani", Sentence: "“No,” Idris Halwani said.", At: now},
	}
	err := store.Update(context.Background(), func(tx dateline.Tx) error { return saidtest.Put(context.Background(), tx, lines...) })
	if err != nil {
		t.Fatal(err)
	}
	return d, store
}

func TestPersonsByName(t *testing.T) {
	d, _ := opened(t)
	for name, want := range map[string]string{
		"":              "salmaaaaaaaaa otheraaaaaaaa idrisaaaaaaaa",
		"nawfal":        "salmaaaaaaaaa otheraaaaaaaa",
		" Halwani ":     "idrisaaaaaaaa",
		"سلمى نوفل":     "salmaaaaaaaaa",
		"idrisaaaaaaaa": "idrisaaaaaaaa",
		"nobody":        "",
	} {
		found, err := d.Persons(context.Background(), name)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, p := range found {
			ids = append(ids, string(p.ID))
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q finds %s, want %s", name, got, want)
		}
	}
}

func TestSpeaker(t *testing.T) {
	d, _ := opened(t)
	s, err := d.Speaker(context.Background(), salma)
	if err != nil || len(s.Said) != 2 || len(s.Spellings) != 2 {
		t.Fatalf("the speaker is %+v, %v", s, err)
	}
	for _, said := range s.Said { // the desk sees what is not sure as well
		if !strings.Contains(said.Whole, "لا") && !strings.Contains(said.Whole, "gates") || said.Item.Body != nil {
			t.Errorf("a statement is %+v", said)
		}
	}
	if len(s.Alike) != 1 || s.Alike[0].ID != other {
		t.Errorf("alike are %+v", s.Alike)
	}
	if _, err := d.Speaker(context.Background(), "nobody"); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("nobody gives %v", err)
	}
}

// TestSplitThatCannotBe demands that a split which would never happen is refused,
// and that the refusal helps to spell it.
func TestSplitThatCannotBe(t *testing.T) {
	d, store := opened(t)
	var only string // the other one's
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		known, err := tx.PersonsByID(ctx, []dateline.PersonID{other})
		only = known[other].Spellings[0].Name
		return err
	})
	for _, test := range []struct {
		person dateline.PersonID
		name   string
		want   error
		says   string
	}{
		{salma, "Salma Nofall", dateline.ErrInvalid, `the spellings are "`},
		{salma, "Salma Nofall", dateline.ErrInvalid, `"سلمى نوفل"`},
		{other, only, dateline.ErrInvalid, "only spelling"},
		{"nobody", "Salma Nawfal", dateline.ErrNotFound, "nobody"},
	} {
		err := d.Order(context.Background(), dateline.PersonOrder{Kind: dateline.PersonSplit, Person: test.person, Name: test.name, By: "mona", Reason: "another"})
		if !errors.Is(err, test.want) || !strings.Contains(fmt.Sprint(err), test.says) {
			t.Errorf("%q leaves %s: %v, want %v that says %s", test.name, test.person, err, test.want, test.says)
		}
	}
	if s, err := d.Speaker(context.Background(), salma); err != nil || len(s.Orders) != 0 {
		t.Errorf("orders are %+v, %v", s.Orders, err)
	}
}

// TestSplitOfWhoWasJoined leads to the one who stands for them.
func TestSplitOfWhoWasJoined(t *testing.T) {
	d, store := opened(t)
	var spelled string
	err := store.Update(context.Background(), func(tx dateline.Tx) error {
		known, err := tx.PersonsByID(context.Background(), []dateline.PersonID{salma})
		if err != nil {
			return err
		}
		joined := known[salma]
		spelled, joined.Into = joined.Spellings[0].Name, other
		return tx.PutPersons(context.Background(), joined)
	})
	if err != nil {
		t.Fatal(err)
	}
	err = d.Order(context.Background(), dateline.PersonOrder{Kind: dateline.PersonSplit, Person: salma, Name: spelled, By: "mona", Reason: "another"})
	if !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), string(other)) {
		t.Errorf("got %v, want a refusal that names %s", err, other)
	}
}

func TestOrder(t *testing.T) {
	d, store := opened(t)
	for _, test := range []struct {
		order dateline.PersonOrder
		want  error
	}{
		{dateline.PersonOrder{Kind: dateline.PersonConfirm, Person: salma, By: "mona"}, nil},
		{dateline.PersonOrder{Kind: dateline.PersonUnconfirm, Person: salma, By: "mona"}, nil},
		{dateline.PersonOrder{Kind: dateline.PersonConfirm, Person: salma}, dateline.ErrInvalid},
		{dateline.PersonOrder{Kind: dateline.PersonHide, Person: salma, By: "mona", Reason: "a minor"}, nil},
		{dateline.PersonOrder{Kind: dateline.PersonHide, Person: salma, By: "mona", Reason: "  "}, dateline.ErrInvalid},
		{dateline.PersonOrder{Kind: dateline.PersonJoin, Person: other, Into: " " + salma + " ", By: "mona", Reason: "the same"}, nil},
		{dateline.PersonOrder{Kind: dateline.PersonJoin, Person: other, Into: salma, By: "mona"}, dateline.ErrInvalid},
		{dateline.PersonOrder{Kind: dateline.PersonJoin, Person: other, Into: "nobody", By: "mona", Reason: "the same"}, dateline.ErrNotFound},
		{dateline.PersonOrder{Kind: dateline.PersonSplit, Person: salma, Name: "سلمى نوفل", By: "mona", Reason: "another"}, nil},
		{dateline.PersonOrder{Kind: dateline.PersonSplit, Person: salma, By: "mona", Reason: "another"}, dateline.ErrInvalid},
		{dateline.PersonOrder{Kind: "rename", Person: salma, By: "mona"}, dateline.ErrInvalid},
	} {
		if err := d.Order(context.Background(), test.order); !errors.Is(err, test.want) {
			t.Errorf("%+v gives %v, want %v", test.order, err, test.want)
		}
	}
	s, err := d.Speaker(context.Background(), salma)
	if err != nil || len(s.Orders) != 5 {
		t.Fatalf("orders are %+v, %v", s.Orders, err)
	}
	if o := s.Orders[3]; o.Into != salma || o.By != "mona" || !o.Time.Equal(now) {
		t.Errorf("an order is %+v", o)
	}
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 100)
		ordered := 0
		for _, e := range entries {
			if e.Kind == dateline.EntryOrdered {
				ordered++
			}
		}
		if ordered != 5 {
			t.Errorf("%d entries of orders", ordered)
		}
		return err
	})
}
