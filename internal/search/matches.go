package search

import (
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// Matches reports whether an item with these words has all of the query's terms
// and nothing that it leaves out, as an index of words would find it. It is for
// items whose words no index has any more. Of the filters it asks only by:, which
// is about words; the others are the caller's.
func (q *Query) Matches(w *dateline.SearchWords) bool {
	any := func(c dateline.Clause) bool {
		return slices.ContainsFunc(c, func(p dateline.Phrase) bool { return inText(p, w) })
	}
	for _, c := range clauses(content(q.Terms), false) {
		if !any(c) {
			return false
		}
	}
	for _, c := range q.By {
		if !slices.ContainsFunc(c, func(p dateline.Phrase) bool { return inRow(p, w.Byline) }) {
			return false
		}
	}
	return !slices.ContainsFunc(clauses(q.Not, false), any) &&
		!slices.ContainsFunc(q.NotBy, func(p dateline.Phrase) bool { return inRow(p, w.Byline) })
}

// inText reports whether a phrase stands in headline or body, or as a single word
// among the stems.
func inText(p dateline.Phrase, w *dateline.SearchWords) bool {
	return inRow(p, w.Headline) || inRow(p, w.Body) || len(p) == 1 && inRow(p, w.Stems)
}

// inRow reports whether the words of a phrase stand in a row.
func inRow(p dateline.Phrase, words string) bool {
	// With a space on either side, so that "port" is not found in "airport".
	return strings.Contains(" "+words+" ", " "+strings.Join(p, " ")+" ")
}

// Admits reports whether what a source filed in a language at a time is within
// source:, lang:, after: and before:, and their opposites.
func (q *Query) Admits(source dateline.SourceID, language string, when time.Time) bool {
	in := func(languages []string) bool {
		return slices.ContainsFunc(languages, func(l string) bool { return lang.Base(l) == lang.Base(language) })
	}
	return (len(q.Sources) == 0 || slices.Contains(q.Sources, source)) && !slices.Contains(q.NotSources, source) &&
		(len(q.Languages) == 0 || in(q.Languages)) && !in(q.NotLanguages) &&
		!when.Before(q.After) && (q.Before.IsZero() || when.Before(q.Before))
}
