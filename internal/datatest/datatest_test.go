package datatest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPath(t *testing.T) {
	t.Setenv("DATELINE_DATA", "data")
	if got, want := Path(t, "set", "en.jsonl"), filepath.Join("data", "set", "en.jsonl"); got != want {
		t.Errorf("Path = %q, want %q", got, want)
	}
}

// asked is a test that goes on when it skips: one in here that did would be counted.
type asked struct {
	testing.TB
	why []any
}

func (a *asked) Helper()         {}
func (a *asked) Skip(why ...any) { a.why = why }

func TestPathWithoutData(t *testing.T) {
	t.Setenv("DATELINE_DATA", "")
	a := &asked{TB: t}
	if Path(a, "set"); !strings.Contains(fmt.Sprint(a.why...), "DATELINE_DATA") {
		t.Errorf("without data a test skips with %q", a.why)
	}
}

func TestPairs(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("DATELINE_DATA", dir)
	if err := os.WriteFile(filepath.Join(dir, "set.tsv"), []byte("# a note\nen\ta b\r\nar\tج"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := Pairs(t, "set.tsv"), [][2]string{{"en", "a b"}, {"ar", "ج"}}; !slices.Equal(got, want) {
		t.Errorf("Pairs = %q, want %q", got, want)
	}
}

// TestLines: a line that is longer than a scanner takes ends nothing.
func TestLines(t *testing.T) {
	type row struct{ Text string }
	long := strings.Repeat("x", 100_000)
	file := filepath.Join(t.TempDir(), "set.jsonl")
	if err := os.WriteFile(file, []byte(`{"text":"a"}`+"\n"+`{"text":"`+long+`"}`+"\n"+`{"text":"b"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	got := Lines[row](t, file)
	if len(got) != 3 || got[0].Text != "a" || got[1].Text != long || got[2].Text != "b" {
		t.Errorf("%d lines", len(got))
	}
}
