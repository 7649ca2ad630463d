package sqlstore

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestInsertText(t *testing.T) {
	for _, c := range []struct {
		columns, rows int
		want          string
	}{
		{1, 1, "insert into t (c) values ($1) tail"},
		{3, 1, "insert into t (c) values ($1, $2, $3) tail"},
		{2, 3, "insert into t (c) values ($1, $2), ($3, $4), ($5, $6) tail"},
	} {
		i := Insert{Into: "t (c)", Columns: c.columns, Tail: "tail"}
		if got := i.text(c.rows); got != c.want {
			t.Errorf("%d rows of %d: %q, want %q", c.rows, c.columns, got, c.want)
		}
	}
}

func TestSelect(t *testing.T) {
	s := &Select{Columns: "a", From: "t", Order: " order by a", dialect: Dialect{
		TextIn: "%s in list $%d", List: func(l any) (any, error) { return fmt.Sprint(l), nil },
	}}
	s.Where("a = %s or b = %s", 1, 2)
	s.whereIn("c", []string{"x", "y"})
	s.Where("d")
	s.limit(10, 20)
	q := s.ask()
	if want := "select a from t where a = $1 or b = $2 and c in list $3 and d order by a limit $4 offset $5"; q.text != want {
		t.Errorf("got  %s\nwant %s", q.text, want)
	}
	if got := fmt.Sprint(q.args, q.err); got != "[1 2 [x y] 10 20] <nil>" {
		t.Error("arguments:", got)
	}
}

func TestSatisfiable(t *testing.T) {
	word, empty := dateline.Clause{{"a"}}, dateline.Clause{{}}
	for _, c := range []struct {
		q    dateline.Find
		want bool
	}{
		{dateline.Find{}, true},
		{dateline.Find{Clauses: []dateline.Clause{word}}, true},
		{dateline.Find{Clauses: []dateline.Clause{word, empty}}, false},
		{dateline.Find{Clauses: []dateline.Clause{word, empty}, Any: true}, true},
		{dateline.Find{Clauses: []dateline.Clause{nil, empty}, Any: true}, false},
		{dateline.Find{Not: []dateline.Clause{empty}}, true},
		{dateline.Find{By: []dateline.Clause{{{"a"}}, {{}}}}, false},
		{dateline.Find{By: []dateline.Clause{{{"a"}}, {}}}, false},
		{dateline.Find{By: []dateline.Clause{{{"a"}, {}}}}, true},
	} {
		if got := Satisfiable(c.q); got != c.want {
			t.Errorf("%+v: %t", c.q, got)
		}
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{"": "", "ميناء": "ميناء", "a\x00b": "a\uFFFDb", "a\xffb": "a\uFFFDb"} {
		if got := plain(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestCodec(t *testing.T) {
	item := dateline.Item{ID: "a", Headline: "H", Body: []dateline.Block{{Kind: dateline.Paragraph, Text: strings.Repeat("news ", 500)}}}
	head, body, err := encode(&item)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(head, []byte("news")) || len(body) > 500 {
		t.Errorf("the head holds the body, or the body of %d bytes is not compressed", len(body))
	}
	got, err := decode(head, body)
	if err != nil || got.Text() != item.Text() || got.Headline != "H" {
		t.Errorf("decoded %+v, %v", got, err)
	}
	if got, err := decode(head, nil); err != nil || got.Body != nil {
		t.Errorf("the head alone: %+v, %v", got, err)
	}
	for _, broken := range [][2][]byte{{nil, body}, {head[1:], body}, {head, body[:9]}, {head, []byte("x")}} {
		if _, err := decode(broken[0], broken[1]); err == nil {
			t.Errorf("%q was decoded", broken)
		}
	}
}

// FuzzSlot demands that slots order items by second, then by the first five
// characters of their ids, and stay within their second.
func FuzzSlot(f *testing.F) {
	f.Add(int64(0), int64(0), "aaaaaaaaaaaaa", "aaaab77777777")
	f.Add(int64(-4e9), int64(1), "2222222222222", "")
	f.Add(int64(1)<<40, -int64(1)<<40, "zzzzzzzz", "77777")
	f.Fuzz(func(t *testing.T, second1, second2 int64, id1, id2 string) {
		one, two := time.Unix(second1, 5), time.Unix(second2, 999999999)
		a, b := slotOf(one, dateline.ItemID(id1)), slotOf(two, dateline.ItemID(id2))
		within := second1 > -maxSecs && second1 < maxSecs && second2 > -maxSecs && second2 < maxSecs
		switch {
		case a < FirstSlot(one) || a >= EndSlot(one):
			t.Errorf("slot %d is not within its second", a)
		case within && second1 < second2 && a >= b:
			t.Errorf("%d stands before %d, its slot does not", second1, second2)
		case second1 == second2 && valid(id1) && valid(id2) && id1[:5] < id2[:5] && a >= b:
			t.Errorf("%q stands before %q, its slot does not", id1, id2)
		}
	})
}

// valid reports whether an id is one that the program makes.
func valid(id string) bool {
	return len(id) == 13 && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz234567") == ""
}
