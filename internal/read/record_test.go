package read

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"dateline"
)

func TestRecord(t *testing.T) {
	tests := []struct {
		name, in string
		check    func(dateline.Item) bool
	}{
		{"whole", `{"id":"a1","lang":"en","title":"Harbour opens","text":"MARSA (MP) - The harbour has opened.\n\nShips came in.","published":"2026-07-03T10:15:00Z","source":"Marsa Press"}`,
			func(i dateline.Item) bool {
				return i.GUID == "a1" && i.Headline == "Harbour opens" && i.CreditLine == "MP" && i.Dateline.Place == "MARSA" &&
					len(i.Body) == 2 && i.Published.Text() == "2026-07-03T10:15:00Z" && i.Published.From == dateline.FromFile
			}},
		{"a number for an id", `{"id":17,"text":"The harbour has opened."}`, func(i dateline.Item) bool { return i.GUID == "17" && i.Headline == "" && i.Published.IsZero() }},
		{"source as credit", `{"title":"x y z","source":"Marsa Press"}`, func(i dateline.Item) bool { return i.CreditLine == "Marsa Press" && i.GUID != "" }},
		{"seconds", `{"title":"x","published":1753162193}`, func(i dateline.Item) bool { return i.Published.Text() == "2025-07-22T05:29:53Z" }},
		{"lines without blank ones", `{"title":"x","text":"One.\nTwo."}`, func(i dateline.Item) bool { return len(i.Body) == 2 }},
		{"nulls", `{"id":null,"title":"x","published":null,"lang":null}`, func(i dateline.Item) bool { return i.Published.IsZero() }},
	}
	for _, tt := range tests {
		it, err := Record(dateline.Copy{Source: "file", Body: []byte(tt.in), Received: received}, Hint{})
		if err != nil || !tt.check(it) {
			t.Errorf("%s: %v %+v", tt.name, err, it)
		}
	}
	for _, in := range []string{"", "{", "[]", `{"id":"1"}`, `{"title":5}`} {
		if _, err := Record(dateline.Copy{Body: []byte(in)}, Hint{}); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("Record(%q) = %v", in, err)
		}
	}
}

func TestLine(t *testing.T) {
	b, err := json.Marshal(NewLine("x", dateline.Item{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"byline":[]`, `"time":null`, `"dateline":{"place":"","date":""}`, `"text":""`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s lacks %s", b, want)
		}
	}
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"id":1,"title":"x","text":"y","published":"2026-07-03"}`))
	f.Add([]byte(`{"id":{},"published":[]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if it, err := Record(dateline.Copy{Body: b, Received: received}, Hint{}); err == nil && it.ID == "" {
			t.Errorf("an item without an id: %+v", it)
		}
	})
}
