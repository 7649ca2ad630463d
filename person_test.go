package dateline_test

import (
	"errors"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestPersonIDIsStableAndOpaque(t *testing.T) {
	first := dateline.NewStatementID("aaaaaaaaaaaaa", "words", 0)
	a := dateline.NewPersonID(first)
	if a != dateline.NewPersonID(first) || !regexp.MustCompile(`^[a-z2-7]{13}$`).MatchString(string(a)) {
		t.Errorf("id %s", a)
	}
	b, c := dateline.SplitPersonID(a, "Ann Ray"), dateline.SplitPersonID(a, "Anne Ray")
	if a == b || b == c || b != dateline.SplitPersonID(a, "Ann Ray") {
		t.Errorf("split into %s and %s", b, c)
	}
}

func saidAt(n int, item dateline.ItemID, name, role string) dateline.Spoken {
	return dateline.Spoken{
		Statement: dateline.NewStatementID(item, name, n), Item: item, Name: name, Role: role, Language: "en", Source: dateline.SourceID("of " + item),
		When: time.Date(2031, 3, 1, n, 0, 0, 0, time.UTC),
	}
}

// TestPersonCounts demands that adding all one by one is summing up, in any
// order, and that taking away undoes adding.
func TestPersonCounts(t *testing.T) {
	said := []dateline.Spoken{
		saidAt(3, "aaaaaaaaaaaaa", "Ann Ray", "mayor"), saidAt(5, "bbbbbbbbbbbbb", "Ray", ""), saidAt(1, "bbbbbbbbbbbbb", "Ray", "the mayor"),
		saidAt(4, "ccccccccccccc", "Ann B. Ray", "former mayor"), saidAt(2, "aaaaaaaaaaaaa", "Ann Ray", "candidate"),
	}
	p := dateline.SumPerson(dateline.Person{ID: "p", Private: true, Into: "q"}, said)
	if p.Statements != 5 || p.Items != 3 || len(p.Sources) != 3 || p.First.Hour() != 1 || p.Last.Hour() != 5 || !p.Private || p.Into != "" {
		t.Errorf("summed up: %+v", p)
	}
	if p.Names["en"] != "Ann Ray" || p.Spellings[0].Name != "Ann Ray" || p.Roles["en"].Words != "former mayor" {
		t.Errorf("called %v, %v, role %v", p.Names, p.Spellings, p.Roles)
	}
	backward := []dateline.Spoken{said[4], said[3], said[2], said[1], said[0]}
	if q := dateline.SumPerson(dateline.Person{ID: "p", Private: true}, backward); !reflect.DeepEqual(p, q) {
		t.Errorf("in another order: %+v", q)
	}
	extra := saidAt(3, "ddddddddddddd", "A. Ray", "")
	q := p
	q.Count(&extra, 1)
	q.CountItem(extra.Source, 1)
	q.Count(&extra, -1)
	q.CountItem(extra.Source, -1)
	if !reflect.DeepEqual(p, q) {
		t.Errorf("after adding and taking away: %+v, want %+v", q, p)
	}
}

func TestPersonOrders(t *testing.T) {
	known := map[dateline.PersonID]dateline.Person{
		"p": {ID: "p", Spellings: []dateline.Spelling{{Name: "Ann Ray", Language: "en", Count: 2}, {Name: "Ann Ray", Language: "fr", Count: 1}}}, "q": {ID: "q"},
	}
	for _, test := range []struct {
		order dateline.PersonOrder
		want  error
	}{
		{dateline.PersonOrder{Kind: dateline.PersonHide, Person: "p"}, nil},
		{dateline.PersonOrder{Kind: dateline.PersonJoin, Person: "p", Into: "q"}, nil},
		{dateline.PersonOrder{Kind: dateline.PersonJoin, Person: "p"}, dateline.ErrInvalid},
		{dateline.PersonOrder{Kind: dateline.PersonSplit, Person: "p"}, dateline.ErrInvalid},
		{dateline.PersonOrder{Kind: dateline.PersonConfirm, Person: "x"}, dateline.ErrNotFound},
		{dateline.PersonOrder{Kind: dateline.PersonJoin, Person: "p", Into: "x"}, dateline.ErrNotFound},
		{dateline.PersonOrder{Kind: "crown", Person: "p"}, dateline.ErrInvalid},
	} {
		if err := test.order.Check(known); !errors.Is(err, test.want) {
			t.Errorf("%+v: %v, want %v", test.order, err, test.want)
		}
	}
	gone := dateline.PersonOrder{Kind: dateline.PersonHide, Person: "x"}
	if err := gone.Check(known); !strings.Contains(err.Error(), "derived anew") {
		t.Errorf("who is not there may be soon, and the message does not say so: %v", err)
	}
	o := dateline.PersonOrder{Kind: dateline.PersonJoin, Person: "q", Into: "p", Reason: "why"}
	o.Note(known)
	if o.Called != nil || !reflect.DeepEqual(o.IntoCalled, []string{"Ann Ray"}) {
		t.Errorf("noted %+v", o)
	}
	if o.Forget("p"); o.IntoCalled != nil || o.Reason != "" {
		t.Errorf("forgotten %+v", o)
	}
}
