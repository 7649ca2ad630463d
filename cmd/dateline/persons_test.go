package main

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline"
)

const spokenItems = `{"id":"p1","text":"“The gates stay open,” Salma Nawfal said.","lang":"en","published":"2026-11-21T10:00:00Z"}
{"id":"p2","text":"“We waited long,” Idris Halwani said.","lang":"en","published":"2026-11-21T11:00:00Z"}
`

// TestPersonsOnTheCommandLine finds who spoke, and gives each order.
func TestPersonsOnTheCommandLine(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", spokenItems)
	s.must("take", "items.jsonl")
	ids := map[string]string{}
	for _, name := range []string{"nawfal", "halwani"} {
		var p dateline.Person
		if err := json.Unmarshal([]byte(s.must("desk", "persons", "--json", name)), &p); err != nil || p.Statements != 1 {
			t.Fatalf("%s: %+v, %v", name, p, err)
		}
		ids[name] = string(p.ID)
	}
	if out := s.must("search", "said:nawfal", "gate"); strings.Count(out, "\n") != 1 || !strings.Contains(out, "2026-11-21 10:00Z") {
		t.Errorf("said: finds %q", out)
	}
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"confirm", ids["nawfal"]}, exitOK, "(confirmed)\n"},
		{[]string{"unconfirm", ids["nawfal"]}, exitOK, "1 statement  Salma Nawfal\n"},
		{[]string{"hide", ids["nawfal"]}, exitUsage, "1 statement  Salma Nawfal\n"},
		{[]string{"hide", ids["nawfal"], "--reason", "a minor"}, exitOK, "(hidden)\n"},
		{[]string{"unconfirm", ids["nawfal"]}, exitOK, "1 statement  Salma Nawfal\n"},
		{[]string{"join", ids["nawfal"], "nobody", "--reason", "the same"}, exitNotFound, "1 statement  Salma Nawfal\n"},
		{[]string{"join", ids["halwani"], ids["nawfal"], "--reason", "the same"}, exitOK, "2 statements  Idris Halwani · Salma Nawfal\n"},
		{[]string{"split", ids["nawfal"], "Idris Halwani", "--reason", "another"}, exitOK, "1 statement  Salma Nawfal\n"},
	} {
		_, complaint, code := s.run(append([]string{"desk"}, test.args...)...)
		if code != test.code {
			t.Fatalf("%v: exit %d: %s", test.args, code, complaint)
		}
		if out := s.must("desk", "persons", "nawfal"); !strings.HasSuffix(out, test.want) {
			t.Errorf("after %v: %q, want %q", test.args, out, test.want)
		}
	}
}
