// Package marktest holds rules that mark statements to sentences which a person
// can read: a text, and beside it who said what, a line for each statement.
package marktest

import (
	"strings"
	"testing"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// Check marks the first of each pair, a text, and compares what Show makes of it
// with the second, a line for each statement; "" is none.
func Check(t testing.TB, mark func(*token.Text) []statement.Statement, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		var got []string
		for _, s := range mark(token.Cut(c[0])) {
			got = append(got, Show(c[0], s))
		}
		if g := strings.Join(got, "\n"); g != c[1] {
			t.Errorf("%s\n got  %s\n want %s", c[0], g, c[1])
		}
	}
}

// Show writes a statement as source | cue | content, spans joined by ….
func Show(text string, s statement.Statement) string {
	join := func(spans []statement.Span) string {
		var parts []string
		for _, p := range spans {
			parts = append(parts, text[p.Start:p.End])
		}
		return strings.Join(parts, " … ")
	}
	return join(s.Source) + " | " + join(s.Cue) + " | " + join(s.Content)
}
