package main

import (
	"strings"
	"testing"
)

const tongues = "The ferry to Murjana stopped on Sunday\r\nتوقفت العبّارة يوم الأحد\n\n12:30 — 3.5%\nle gouvernement\nمی\u200cشود"

// TestLang asks about lines from standard input, a file and a packed file.
func TestLang(t *testing.T) {
	const want = "en\nar\nund\nund\nfr\nfa\n"
	s := newShell(t)
	s.in = tongues
	s.write("lines.txt", tongues+"\n")
	s.write("lines.txt.gz", zipped(t, tongues))
	for _, args := range [][]string{{"lang"}, {"lang", "-"}, {"lang", "lines.txt"}, {"lang", "lines.txt.gz"}} {
		if out := s.must(args...); out != want {
			t.Errorf("%v: %q, want %q", args, out, want)
		}
	}
	if out := s.must("lang", "lines.txt", "lines.txt.gz"); out != want+want {
		t.Errorf("two files: %q", out)
	}
}

func TestLangConfidence(t *testing.T) {
	s := newShell(t)
	s.in = "The ferry to Murjana stopped on Sunday\n2026\n"
	if out := s.must("lang", "--confidence"); out != "en 1.000\nund 0.000\n" {
		t.Errorf("%q", out)
	}
}

// TestLangLongLines: a line is one, however long, and so is what follows it.
func TestLangLongLines(t *testing.T) {
	s := newShell(t)
	s.in = strings.Repeat("le gouvernement ", longestLine) + "\nthe government"
	if out := s.must("lang"); out != "fr\nen\n" {
		t.Errorf("%q", out)
	}
}

func TestLangRefuses(t *testing.T) {
	s := newShell(t)
	s.write("plain.gz", "not packed")
	for _, c := range []struct {
		name string
		code int
	}{{"none.txt", exitNotFound}, {"plain.gz", exitUsage}, {".", exitFailed}} {
		if _, complaint, code := s.run("lang", c.name); code != c.code || !strings.Contains(complaint, c.name) {
			t.Errorf("%s: exit %d, want %d: %q", c.name, code, c.code, complaint)
		}
	}
}
