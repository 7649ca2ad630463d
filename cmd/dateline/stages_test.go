package main

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline"
)

// TestHideWithStatementsOff hides somebody who was found before marking was
// switched off.
func TestHideWithStatementsOff(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", spokenItems)
	s.must("take", "items.jsonl")
	var p dateline.Person
	if err := json.Unmarshal([]byte(s.must("desk", "persons", "--json", "nawfal")), &p); err != nil || p.Private {
		t.Fatalf("before: %+v, %v", p, err)
	}
	s.env["DATELINE_STAGES_STATEMENTS"] = "false"
	s.must("desk", "hide", string(p.ID), "--reason", "a minor")
	if out := s.must("desk", "persons", "nawfal"); !strings.Contains(out, "(hidden)") {
		t.Errorf("after hiding: %s", out)
	}
}

// TestStagesSwitchedOff takes in without finding who speaks, and finds it when
// that is switched on again.
func TestStagesSwitchedOff(t *testing.T) {
	s := newShell(t)
	s.env["DATELINE_STAGES_MATCHES"], s.env["DATELINE_STAGES_STATEMENTS"] = "false", "false"
	s.write("items.jsonl", spokenItems)
	s.must("take", "items.jsonl")
	if out := s.must("search", "gates"); strings.Count(out, "\n") != 1 {
		t.Errorf("searching finds %q", out)
	}
	if out := s.must("desk", "persons"); strings.Contains(out, "Nawfal") {
		t.Errorf("persons are %q", out)
	}
	s.env["DATELINE_STAGES_STATEMENTS"] = "true"
	s.write("more.jsonl", `{"id":"p3","text":"“It is over,” Salma Nawfal said.","lang":"en","published":"2026-11-21T12:00:00Z"}`)
	s.must("take", "more.jsonl")
	if out := s.must("desk", "persons", "nawfal"); !strings.Contains(out, "2 statements") {
		t.Errorf("persons are %q", out)
	}
}
