package search

import (
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// Meets reports whether a text has all that a query's terms ask for, as words or
// as inflections of them, and nothing that it excludes. It is for texts that no
// index has: sentences.
func (q *Query) Meets(text string) bool {
	_, words := lang.Words(text)
	for _, t := range content(q.Terms) {
		if !t.in(words) {
			return false
		}
	}
	for _, t := range q.Not {
		if t.in(words) {
			return false
		}
	}
	return true
}

// MeetsFilters reports whether an item of a time is within a query's filters.
func (q *Query) MeetsFilters(item *dateline.Item, when time.Time) bool {
	if !q.Admits(item.Source, item.Language, when) {
		return false
	}
	_, by := lang.Words(item.CreditLine)
	for _, name := range item.Byline {
		_, words := lang.Words(name)
		by = append(by, words...)
	}
	signed := func(name dateline.Phrase) bool { return (Term{{Words: name, Quoted: true}}).in(by) }
	for _, names := range q.By {
		if !slices.ContainsFunc(names, signed) {
			return false
		}
	}
	return !slices.ContainsFunc(q.NotBy, signed)
}

// in reports whether a term is met by words, in any inflection; a root alone is
// too little for so short a text.
func (t Term) in(words []lang.Word) bool {
	k := marks{forms: map[string]bool{}, stems: map[string]bool{}, roots: map[string]bool{}}
	for _, c := range t {
		k.add(c)
	}
	for i := range words {
		if kind, _ := k.at(words, i, lang.Stem(words[i].Form, "")); kind > byRoot {
			return true
		}
	}
	return false
}

// Spellings are the ways in which a name is written, as typed first: those of the
// table of names, in both scripts.
func Spellings(name string) []string {
	out := []string{name}
	words := forms(name)
	for _, c := range names.of(words) {
		if !slices.Equal(c.Words, words) {
			out = append(out, strings.Join(c.Words, " "))
		}
	}
	return out
}

// Bears reports whether a spelling of a person has all the words of a name.
func Bears(spelling, name string) bool {
	have, want := forms(spelling), forms(name)
	for _, w := range want {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return len(want) > 0
}
