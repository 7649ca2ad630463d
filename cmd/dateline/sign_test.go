package main

import (
	"strings"
	"testing"
)

// TestSearchForASign: what has no word in it finds nothing and names nobody, in whatever script it is
// a sign, and nothing at all asks for everything.
func TestSearchForASign(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", items)
	s.must("take", "items.jsonl")
	for _, sign := range []string{"😀", "؟", "\"\"", "«»", "…", "()"} {
		if out := s.must("search", "--", sign); out != "" {
			t.Errorf("%s finds %q", sign, out)
		}
	}
	for _, sign := range []string{"😀", "،", "-"} {
		if out := s.must("desk", "persons", "--", sign); out != "" {
			t.Errorf("%s names %q", sign, out)
		}
	}
	if all := s.must("search", "--", ""); strings.Count(all, "\n") < 2 {
		t.Errorf("no text finds %q", all)
	}
	if one := s.must("search", "--", "😀 ferry"); strings.Count(one, "\n") != 1 {
		t.Errorf("a sign beside a word finds %q", one)
	}
}
