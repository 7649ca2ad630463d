package main

import (
	"strings"
	"testing"
)

// TestLinesOfEachCommand: the commands that work on lines take a file, a packed
// file and standard input alike, and name the file that they cannot read.
func TestLinesOfEachCommand(t *testing.T) {
	const item = `{"id":"a","title":"Ferry stops","text":"Ray said it was safe.","date":"2026-03-05"}` + "\n"
	for _, c := range []struct {
		command string
		in      string
	}{
		{"lang", "The ferry stopped on Sunday\n"},
		{"annotate", item},
		{"match", item + "\n" + strings.Replace(item, `"a"`, `"b"`, 1)},
		{"names", "سامر\tSamer\n"},
	} {
		t.Run(c.command, func(t *testing.T) {
			s := newShell(t)
			s.write("in.txt", c.in)
			s.write("in.txt.gz", zipped(t, c.in))
			s.write("plain.gz", c.in)
			want := s.must(c.command, "in.txt")
			if want == "" {
				t.Fatal("nothing printed")
			}
			if got := s.must(c.command, "in.txt.gz"); got != want {
				t.Errorf("packed: %q, want %q", got, want)
			}
			s.in = c.in
			if got := s.must(c.command, "-"); got != want {
				t.Errorf("standard input: %q, want %q", got, want)
			}
			for name, code := range map[string]int{"none.txt": exitNotFound, "plain.gz": exitUsage} {
				if _, complaint, got := s.run(c.command, name); got != code || strings.Count(complaint, name) == 0 {
					t.Errorf("%s: exit %d, want %d: %q", name, got, code, complaint)
				}
			}
		})
	}
}
