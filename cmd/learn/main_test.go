package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// file writes what is to be learnt from.
func file(t *testing.T, body string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "set.txt")
	if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestLearnNames: the letters that the names share come out most probable, under
// the notice that the licence of the set asks for. The same set gives the same bytes.
func TestLearnNames(t *testing.T) {
	set := file(t, "سلمى\tsalma\nسالم\tsalem\nليلى\tlayla\n\nnot a pair\nكامل\tkamel\nمالك\tmalek\n")
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := learn([]string{"names", set}, out); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() {
		t.Error("the same names taught two tables")
	}
	text := first.String()
	if !strings.HasPrefix(text, "# ") || !strings.Contains(text, "Apache License") {
		t.Errorf("it begins %.80q", text)
	}
	for _, pair := range []string{"\nس\ts\t", "\nم\tm\t", "\nك\tk\t"} {
		if !strings.Contains(text, pair) {
			t.Errorf("no line for %q in\n%s", pair, text)
		}
	}
}

// TestLearnHeadlines: blank lines are none, and what is no pair is named by its line.
func TestLearnHeadlines(t *testing.T) {
	const agree = `{"a":"افتتاح الميناء اليوم","b":"افتتاح الميناء","label":"agree"}`
	const apart = `{"a":"افتتاح الميناء اليوم","b":"إغلاق المطار غدًا","label":"disagree"}`
	var out bytes.Buffer
	if err := learn([]string{"headlines", file(t, agree+"\n\n"+apart+"\n"+agree+"\n"+apart+"\n\n")}, &out); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.HasPrefix(text, "# ") || !strings.Contains(text, "Apache License") || strings.Count(text, "\n") < 5 {
		t.Errorf("it learnt %q", text)
	}
	err := learn([]string{"headlines", file(t, agree+"\n\nno pair\n")}, &out)
	if err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("no pair: %v", err)
	}
}

func TestLearnRefuses(t *testing.T) {
	set := file(t, "")
	for _, args := range [][]string{nil, {"names"}, {"names", set, set}, {"verbs", set}} {
		var out bytes.Buffer
		if err := learn(args, &out); err == nil || !strings.Contains(err.Error(), "names") || out.Len() > 0 {
			t.Errorf("%v: %v, %q", args, err, out.String())
		}
	}
	if err := learn([]string{"names", filepath.Join(t.TempDir(), "none")}, &bytes.Buffer{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no such file: %v", err)
	}
}
