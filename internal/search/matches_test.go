package search

import (
	"testing"
	"time"

	"dateline"
)

// TestMatches: what no index knows is found by the same words.
func TestMatches(t *testing.T) {
	item := dateline.Item{Headline: "Port authority reopens all berths", Language: "en", Byline: []string{"Rania Sabbagh"}, CreditLine: "Marsa"}
	arabic := dateline.Item{Headline: "إعادة فتح المدارس في أحمدية", Language: "ar"}
	tests := []struct {
		query string
		item  *dateline.Item
		want  bool
	}{
		{"port", &item, true},
		{"ports reopening", &item, true},
		{"port strike", &item, false},
		{"strike OR berths", &item, true},
		{`"all berths"`, &item, true},
		{`"berths all"`, &item, false},
		{"port -berths", &item, false},
		{"the port", &item, true},
		{"by:sabbagh", &item, true},
		{"by:mansour", &item, false},
		{"port -by:sabbagh", &item, false},
		{"مدرسة احمديه", &arabic, false}, // a root finds nothing without an index: only stems and forms
		{"المدارس احمديه", &arabic, true},
		{"ports", &arabic, false},
	}
	for _, tt := range tests {
		q, words := Parse(tt.query, time.UTC), Words(tt.item)
		if got := q.Matches(&words); got != tt.want {
			t.Errorf("%s in %q: %v, want %v", tt.query, tt.item.Headline, got, tt.want)
		}
	}
}

func TestAdmits(t *testing.T) {
	when := time.Date(2026, 11, 22, 14, 0, 0, 0, time.UTC)
	for query, want := range map[string]bool{
		"": true, "source:nahr": true, "source:delta": false, "source:delta source:nahr": true, "-source:nahr": false,
		"lang:en": true, "lang:en-US": true, "lang:ar": false, "-lang:en": false, "-lang:ar": true,
		"after:2026-11-22": true, "after:2026-11-23": false, "before:2026-11-22": false, "before:2026-11-23": true,
	} {
		q := Parse(query, time.UTC)
		if got := q.Admits("nahr", "en-GB", when); got != want {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
}
