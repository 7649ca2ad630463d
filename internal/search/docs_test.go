package search

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestWhatFindsWhat demands of each row of a table in docs/search.md that the
// left side, typed, finds an item with the right side, among others.
func TestWhatFindsWhat(t *testing.T) {
	doc, err := os.ReadFile("../../docs/search.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(doc), "| typed | finds | because |\n|---|---|---|\n")
	if !found {
		t.Fatal("docs/search.md has no table of what finds what")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	rows := 0
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 {
			t.Errorf("a row of %d cells: %s", len(cells)-2, line)
			continue
		}
		rows++
		typed, finds := strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])
		store := keep(t, story("other", "Timetable", "جدول المواعيد", 1), story("it", finds, finds, 2))
		if answer, ids := run(t, store, Ask{Query: Parse(typed, time.UTC)}); ids != "it" && ids != "| it" || len(answer.Hits) != 1 {
			t.Errorf("%s finds %q, not %s", typed, ids, finds)
		}
	}
	if rows < 20 {
		t.Errorf("only %d rows were read", rows)
	}
}
