package main

import (
	"strings"
	"testing"
)

const said = `{"id":"a","text":"Lena Marsh said on Monday it was safe.","lang":"en","published":"2026-03-05"}
{"id":"b","text":"قال سامر الحلواني إن الميناء مفتوح.","language":"ar","published":{"time":"2026-03-05T10:00:00Z","zone":""}}
{"id":"c","text":"","lang":"en","published":{"time":null}}
{"id":"d","text":"Il est là, dit-elle.","lang":"fr"}
`

// TestAnnotate reads its own form and that of read, and prints a line for each.
func TestAnnotate(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", said)
	lines := strings.Split(strings.TrimSpace(s.must("annotate", "items.jsonl")), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines: %q", len(lines), lines)
	}
	for i, want := range []string{
		`"source":[[0,10]],"cue":[[11,15]],"content":[[26,37]],"speaker":"Lena Marsh","kind":"indirect"`,
		`"source":[[4,17]],"cue":[[0,3]],"content":[[18,34]]`,
		`{"id":"c","attributions":[],"times":[],"topics":[],"places":[]}`,
		`{"id":"d","attributions":[],"times":[],"topics":[],"places":[]}`,
	} {
		if !strings.Contains(lines[i], want) {
			t.Errorf("line %d: %s\nwant %s", i, lines[i], want)
		}
	}
	if !strings.Contains(lines[0], `"times":[{"span":[19,25],"type":"DATE","value":"2026-03-02"}]`) {
		t.Errorf("times: %s", lines[0])
	}
	s.in = said
	if out := s.must("annotate", "-"); strings.Count(out, "\n") != 4 {
		t.Errorf("standard input: %q", out)
	}
}

func TestAnnotateRefuses(t *testing.T) {
	s := newShell(t)
	s.write("bad.jsonl", `{"id":"a","text":"x"}`+"\nnot JSON\n")
	s.write("plain.jsonl.gz", "not packed")
	for _, c := range []struct {
		name string
		code int
		says string
	}{{"none.jsonl", exitNotFound, "none.jsonl"}, {"bad.jsonl", exitUsage, "text 2"}, {"plain.jsonl.gz", exitUsage, "gzip"}} {
		if _, complaint, code := s.run("annotate", c.name); code != c.code || !strings.Contains(complaint, c.says) {
			t.Errorf("%s: exit %d, want %d: %q", c.name, code, c.code, complaint)
		}
	}
}

// TestAnnotatePlacesAndTopics: what a text is about, and where.
func TestAnnotatePlacesAndTopics(t *testing.T) {
	s := newShell(t)
	s.in = `{"id":"a","text":"Voters in Cairo go to the polls. The opposition leads before the parliament's election.","lang":"en"}` + "\n" +
		`{"id":"b","text":"ضرب زلزال بيروت فجراً، وبحثت فرق الإنقاذ بين الأنقاض عن ناجين.","lang":"ar"}` + "\n"
	out := strings.Split(s.must("annotate"), "\n")
	for i, want := range []string{
		`"topics":["medtop:11000000"],"places":[{"span":[10,15],"country":"EG"}]`,
		`"topics":["medtop:03000000"],"places":[{"span":[10,15],"country":"LB"}]`,
	} {
		if !strings.Contains(out[i], want) {
			t.Errorf("%s\nwant %s", out[i], want)
		}
	}
}
