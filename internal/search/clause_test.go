package search

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/lang"
)

func phrases(c dateline.Clause) string {
	var out []string
	for _, p := range c {
		out = append(out, strings.Join(p, "_"))
	}
	return strings.Join(out, " ")
}

func TestClauses(t *testing.T) {
	for _, c := range []struct {
		query       string
		plain, deep string
	}{
		{"gale", "gale ƨgale", "gale ƨgale"},
		{"elections", "elections elect ƨelect", "elections elect ƨelect"},
		{`"elections"`, "elections", "elections"},
		{"covid-19", "covid_19", "covid_19"},
		{"مدرسة", "مدرسه مدرس ƨمدرس", "مدرسه مدرس ƨمدرس درس ƨدرس ƍدرس"},
		{"gale OR storm", "gale ƨgale storm ƨstorm", "gale ƨgale storm ƨstorm"},
		{"القدس-غزة", "القدس_غزه والقدس_غزه فالقدس_غزه بالقدس_غزه للقدس_غزه", "القدس_غزه والقدس_غزه فالقدس_غزه بالقدس_غزه للقدس_غزه"},
	} {
		terms := Parse(c.query, time.UTC).Terms
		if got := phrases(clauses(terms, false)[0]); got != c.plain {
			t.Errorf("%q: %s, want %s", c.query, got, c.plain)
		}
		if got := phrases(clauses(terms, true)[0]); got != c.deep {
			t.Errorf("%q with roots: %s, want %s", c.query, got, c.deep)
		}
	}
}

func TestContent(t *testing.T) {
	for _, c := range []struct {
		query string
		want  int
	}{
		{"the harbour of the town", 2}, {"the who", 2}, {`"the" harbour`, 2}, {"ما هي عاصمة مصر", 2}, {"", 0},
	} {
		if got := len(content(Parse(c.query, time.UTC).Terms)); got != c.want {
			t.Errorf("%q has %d terms of content, want %d", c.query, got, c.want)
		}
	}
}

// TestNames keeps the table sound: no spelling is of two names, none is a
// function word, and each finds all others of its line.
func TestNames(t *testing.T) {
	owner := map[string]string{}
	lines := 0
	for line := range strings.Lines(strings.TrimSpace(spellings)) {
		lines++
		spelt := strings.Split(strings.TrimSpace(line), "|")
		if len(spelt) < 2 {
			t.Errorf("%q has one spelling only", line)
		}
		for _, s := range spelt {
			words := forms(s)
			name := strings.Join(words, " ")
			if owner[name] != "" && owner[name] != line {
				t.Errorf("%q is a spelling of two names", s)
			}
			owner[name] = line
			if lang.IsFunction(name) || len(words) == 0 || len(words) > longestName {
				t.Errorf("%q cannot be in the table", s)
			}
			term := Parse(s, time.UTC).Terms
			if len(term) != 1 || !slices.Equal(term[0][0].Words, words) || len(term[0]) != len(names[name]) {
				t.Errorf("a query for %q has the terms %v", s, term)
			}
		}
	}
	if lines < 60 {
		t.Errorf("%d names only", lines)
	}
}
