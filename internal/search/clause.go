package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
)

// A reading is one way to take a word of a query: its stem and root.
type reading struct{ stem, root string }

// readings returns the ways to take a form, the likeliest first.
func readings(form string) []reading {
	stems := lang.Stems(form)
	out := make([]reading, len(stems))
	for i, s := range stems {
		out[i] = reading{s, lang.Root(s)}
	}
	return out
}

// find is what every search for the query has in common.
func (q *Query) find() dateline.Find {
	return dateline.Find{
		Not:       clauses(q.Not, false),
		By:        q.By,
		Sources:   q.Sources,
		Languages: q.Languages,
		After:     q.After,
		Before:    q.Before,

		NotBy:        q.NotBy,
		NotSources:   q.NotSources,
		NotLanguages: q.NotLanguages,
	}
}

// content returns the terms without function words, unless there are no others:
// they hardly choose among items and are dear to look up.
func content(terms []Term) []Term {
	out := slices.DeleteFunc(slices.Clone(terms), Term.isFunction)
	if len(out) == 0 {
		return terms
	}
	return out
}

// isFunction reports whether a term is one function word, unquoted.
func (t Term) isFunction() bool {
	return len(t) == 1 && !t[0].Quoted && len(t[0].Words) == 1 && lang.IsFunction(t[0].Words[0])
}

// clauses makes clauses of terms, with roots or without.
func clauses(terms []Term, roots bool) []dateline.Clause {
	var out []dateline.Clause
	for _, t := range terms {
		var c dateline.Clause
		for _, choice := range t {
			c = append(c, choice.phrases(roots)...)
		}
		out = append(out, unique(c))
	}
	return out
}

// phrases returns what a choice may stand as in the index.
func (c Choice) phrases(roots bool) []dateline.Phrase {
	switch {
	case c.Quoted:
		return []dateline.Phrase{c.Words}
	case len(c.Words) > 1: // joined by a sign: no inflections, for stems have no places in the index
		return prefixed(c.Words)
	}
	form := c.Words[0]
	out := []dateline.Phrase{{form}}
	for _, r := range readings(form) {
		for _, w := range stemWords(r) {
			out = append(out, dateline.Phrase{w})
		}
		if roots {
			for _, w := range rootWords(r) {
				out = append(out, dateline.Phrase{w})
			}
		}
	}
	return out
}

// stemWords is what an item with the stem of a reading has in the index: the
// marked stem, or the bare one where it is a form itself.
func stemWords(r reading) []string { return []string{r.stem, stemMark + r.stem} }

// rootWords is the same for the root, which may also be the stem of a form.
func rootWords(r reading) []string {
	if r.stem[0] < utf8.RuneSelf { // no root of its own
		return stemWords(r)
	}
	return []string{r.root, stemMark + r.root, rootMark + r.root}
}

// prefixed returns a row of words as it is and with the Arabic conjunctions and
// prepositions that are written with the first word: rows are found by form.
func prefixed(words []string) []dateline.Phrase {
	out := []dateline.Phrase{words}
	first := words[0]
	if lang.Direction(first) != dateline.RightToLeft {
		return out
	}
	for _, p := range [...]string{"و", "ف", "ب", "ل"} {
		with := p + first
		// The article loses its alif behind ل: البنك, "the bank", becomes للبنك.
		if rest, found := strings.CutPrefix(first, "ال"); found && p == "ل" {
			with = "لل" + rest
		}
		out = append(out, append(dateline.Phrase{with}, words[1:]...))
	}
	return out
}

// unique keeps the first of equal phrases: readings of one word often share a stem, and a
// store looks up each phrase.
func unique(c dateline.Clause) dateline.Clause {
	var out dateline.Clause
	for _, p := range c {
		if !slices.ContainsFunc(out, func(o dateline.Phrase) bool { return slices.Equal(o, p) }) {
			out = append(out, p)
		}
	}
	return out
}
