package search

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// TestMeets: a sentence meets a query that has all of its words, in any inflection;
// a root alone is too little.
func TestMeets(t *testing.T) {
	const english, arabic = "The harbour master opened both gates on Friday.", "فتح مدير الميناء البوابات يوم الجمعة."
	for _, c := range []struct {
		query, text string
		want        bool
	}{
		{"", english, true},
		{"harbour", english, true},
		{"harbour gate", english, true},
		{"gates opening", english, true},
		{"harbour storm", english, false},
		{"harbour -storm", english, true},
		{"harbour -friday", english, false},
		{`"both gates"`, english, true},
		{`"gates both"`, english, false},
		{"storm OR gates", english, true},
		{"storm OR ships", english, false},
		{"البوابات", arabic, true},
		{"بوابات", arabic, true},
		{"السفن", arabic, false},
		{"harbour", "", false},
	} {
		q := Parse(c.query, time.UTC)
		if got := q.Meets(c.text); got != c.want {
			t.Errorf("%s of %q: %v", c.query, c.text, got)
		}
	}
}

// TestMeetsFilters: a day begins at its first moment and ends before the next one,
// and regions do not part a language.
func TestMeetsFilters(t *testing.T) {
	item := dateline.Item{Source: "marsa", Language: "en-GB", CreditLine: "Marsa Press", Byline: []string{"Ann Lee", "Bob Ray"}}
	day := time.Date(2026, 7, 3, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		query string
		when  time.Time
		want  bool
	}{
		{"", day, true},
		{"source:marsa", day, true},
		{"source:aden source:marsa", day, true},
		{"source:aden", day, false},
		{"-source:marsa", day, false},
		{"-source:aden", day, true},
		{"lang:en", day, true},
		{"lang:en-US", day, true},
		{"lang:ar", day, false},
		{"-lang:en", day, false},
		{"-lang:ar", day, true},
		{"by:lee", day, true},
		{`by:"ann lee"`, day, true},
		{`by:"lee bob"`, day, true}, // names stand in one line
		{`by:"ray ann"`, day, false},
		{"by:marsa", day, true},
		{"by:dee", day, false},
		{"by:lee by:dee", day, false},
		{"-by:lee", day, false},
		{"-by:dee", day, true},
		{"after:2026-07-03", day, true},
		{"after:2026-07-03", day.Add(-time.Microsecond), false},
		{"before:2026-07-03", day, false},
		{"before:2026-07-03", day.Add(-time.Microsecond), true},
		{"after:2026-07-02 before:2026-07-04", day, true},
	} {
		q := Parse(c.query, time.UTC)
		if got := q.MeetsFilters(&item, c.when); got != c.want {
			t.Errorf("%s at %s: %v", c.query, c.when, got)
		}
	}
}

// TestSpellings: as typed first, then those of the table; none twice.
func TestSpellings(t *testing.T) {
	for name, want := range map[string]string{"Kyiv": "كييف", "بوتين": "putin"} {
		got := Spellings(name)
		if got[0] != name || !slices.Contains(got, want) {
			t.Errorf("%s: %q", name, got)
		}
		seen := map[string]bool{}
		for _, s := range got {
			if seen[strings.ToLower(s)] {
				t.Errorf("%s: %q twice", name, s)
			}
			seen[strings.ToLower(s)] = true
		}
	}
	if got := Spellings("Nobody Inparticular"); len(got) != 1 {
		t.Errorf("a name that no table has: %q", got)
	}
}

// TestBears: a spelling bears a name all of whose words it has.
func TestBears(t *testing.T) {
	for _, c := range []struct {
		spelling, name string
		want           bool
	}{
		{"Salma Nawfal", "nawfal", true}, {"Salma Nawfal", "Nawfal Salma", true}, {"Nawfal", "Salma Nawfal", false}, {"Salma Nawfal", "", false}, {"", "Nawfal", false},
		{"أحمد الصافي", "احمد", true}, {"Nawfali", "Nawfal", false},
	} {
		if got := Bears(c.spelling, c.name); got != c.want {
			t.Errorf("%q and %q: %v", c.spelling, c.name, got)
		}
	}
}

// TestSnippetBegins: where the most of what was asked for stands together, at the
// beginning of a sentence if it can be, and as early as it is equally good.
func TestSnippetBegins(t *testing.T) {
	pad := strings.Repeat("Nothing was said of it there. ", 8)
	for _, c := range []struct{ name, query, text, want string }{
		{"at the first hit", "harbour", "The harbour opens. " + pad + "The harbour closes.", "The harbour opens."},
		{"at a hit further on", "storm", "The harbour opens. " + pad + "The storm ends. " + pad, "The storm ends."},
		{"where both words stand", "harbour storm", "The harbour opens. " + pad + "The storm left the harbour. " + pad, "The storm left the harbour."},
		{"at the exact form", "storms", "A storm. " + pad + "Such storms. " + pad, "Such storms."},
		{"at the beginning, where nothing is", "market", "The harbour opens. " + pad, "The harbour opens."},
		{"where a word stands twice", "storm", "A storm. " + pad + "The storm was a storm. " + pad, "The storm was a storm."},
	} {
		q := Parse(c.query, time.UTC)
		got := strings.NewReplacer("[", "", "]", "", "…", "").Replace(show(NewMarker(q).Snippet(c.text, 6)))
		if !strings.HasPrefix(strings.TrimSpace(got), c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
