package main

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/internal/datatest"
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

// TestShipped: what the program ships is what is learnt today. Names are folded and cut before
// they are learnt from, and a change there made other tables for a while without a word.
func TestShipped(t *testing.T) {
	for _, table := range []struct {
		what, shipped string
		set           []string
		long          bool
	}{
		{"headlines", "headline/weights.txt", []string{"dup-dev", "ans-ar-headlines-train.jsonl"}, false},
		{"names", "names/letters.txt", []string{"names-ar-en", "ar2en-train.txt"}, true},
	} {
		set := datatest.Path(t, table.set...)
		if table.long && testing.Short() {
			continue // seconds, and with the race detector minutes
		}
		want, err := os.ReadFile(filepath.Join("..", "..", "internal", "match", filepath.FromSlash(table.shipped)))
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := learn([]string{table.what, set}, &got); err != nil {
			t.Fatal(err)
		}
		if !sameTable(got.String(), string(want)) {
			t.Errorf("%s: another table is learnt than is shipped; run `go run ./cmd/learn %s` and measure", table.shipped, table.what)
		}
	}
}

// sameTable compares words, and numbers but for their last digits, which differ between processors.
func sameTable(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return slices.EqualFunc(x, y, func(v, w string) bool {
		m, err := strconv.ParseFloat(v, 64)
		n, other := strconv.ParseFloat(w, 64)
		if err != nil || other != nil {
			return v == w
		}
		return math.Abs(m-n) <= 0.02*max(1, math.Abs(n))
	})
}
