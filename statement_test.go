package dateline_test

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestStatementID(t *testing.T) {
	item := dateline.NewItemID("marsa", "a")
	one := dateline.NewStatementID(item, "The gates stay open.", 0)
	if got := one.Item(); got != item {
		t.Errorf("the statement %s stands in %q, want %q", one, got, item)
	}
	if again := dateline.NewStatementID(item, "The gates stay open.", 0); again != one {
		t.Errorf("the same words are %s and %s", one, again)
	}
	for what, other := range map[string]dateline.StatementID{
		"said twice":   dateline.NewStatementID(item, "The gates stay open.", 1),
		"other words":  dateline.NewStatementID(item, "The gates stay shut.", 0),
		"another item": dateline.NewStatementID(dateline.NewItemID("marsa", "b"), "The gates stay open.", 0),
	} {
		if other == one {
			t.Errorf("%s: the id is the same, %s", what, one)
		}
	}
	for _, bad := range []dateline.StatementID{"", "-", dateline.StatementID(item), dateline.StatementID(item) + "-", "short-abcdef", one + "x", "x" + one} {
		if got := bad.Item(); got != "" {
			t.Errorf("%q stands in %q", bad, got)
		}
	}
}

func TestStatementWords(t *testing.T) {
	const text = "“لن نغلق”, said Nawfal. “Not this winter.”"
	first, second := strings.Index(text, ","), strings.LastIndex(text, "“")
	s := dateline.Statement{Content: []dateline.Span{{Start: 0, End: first}, {Start: second, End: len(text)}}}
	if got, want := s.Words(text), "“لن نغلق” … “Not this winter.”"; got != want {
		t.Errorf("words are %q, want %q", got, want)
	}
	for _, span := range []dateline.Span{{Start: 5, End: 500}, {Start: -1, End: 3}, {Start: 7, End: 2}} {
		if got := span.In(text); got != "" {
			t.Errorf("%v of a shorter text is %q", span, got)
		}
	}
}

func TestStatementWhen(t *testing.T) {
	filed := time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)
	for said, want := range map[string]time.Time{
		"": filed, "2026-11-20": time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), "2026-W47": filed, "PRESENT_REF": filed,
	} {
		s := dateline.Statement{Said: said}
		if got := s.When(filed); !got.Equal(want) {
			t.Errorf("said %q: ordered by %v, want %v", said, got, want)
		}
	}
}
