package body

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline"
	"dateline/internal/read/byline"
)

// Told is what a page tells beside its text. A line that repeats one of these
// is none of the text. The two are apart because a last paragraph that begins
// with a name may tell who wrote, and one that begins as a headline does is news.
type Told struct {
	Headlines, Names []string
	Description      string // what machines are told that the item is about
}

// repeats reports a line that says one of them again.
func (t Told) repeats(s string) bool {
	if len(s) > 300 && utf8.RuneCountInString(s) > 300 {
		return false
	}
	s = strings.TrimSpace(s)
	same := func(line string) bool { return line != "" && strings.EqualFold(s, line) }
	if slices.ContainsFunc(t.Names, func(name string) bool { return signedFrom(s, name) }) {
		return true
	}
	return slices.ContainsFunc(t.Headlines, same) || slices.ContainsFunc(t.Names, same)
}

// signs reports a line behind a label that names those who wrote and nobody else: "By Ann Lee,
// Middle East correspondent".
func (t Told) signs(p Piece) bool {
	if p.Kind != dateline.Paragraph || p.Size > 120 || len(t.Names) == 0 || sentence(p.Text) {
		return false
	}
	author, ok := byline.InLine(p.Text)
	return ok && len(author.People) > 0 && !slices.ContainsFunc(author.People, func(name string) bool { return !slices.Contains(t.Names, name) })
}

// ends reports a heading of which the headline is the end, behind the section's name: "Shipping
// Harbour opens again". A headline of a few words ends other headings, too.
func (t Told) ends(s string) bool {
	return len(t.Headlines) > 0 && len(strings.Fields(t.Headlines[0])) >= 4 && strings.HasSuffix(s, t.Headlines[0]) && len(strings.Fields(s)) <= len(strings.Fields(t.Headlines[0]))+3
}

// signedBy reports the line under a text that names who wrote it, behind a label or with where
// and for whom: «تقرير: سلمى حداد», «صدى الساحل – سلمى حداد».
func (t Told) signedBy(p Piece) bool {
	return t.signs(p) || p.Kind == dateline.Paragraph && p.Size < 80 && slices.ContainsFunc(t.Names, func(name string) bool {
		return name != "" && (p.Text == name || signedFrom(p.Text, name))
	})
}

// signedFrom reports a name with where its bearer is, and no more: «سلمى حداد -
// المرسى», «المرسى - سلمى حداد».
func signedFrom(s, name string) bool {
	if name == "" {
		return false
	}
	if rest, ok := strings.CutPrefix(s, name); ok {
		place := strings.TrimLeft(rest, " "+dividers)
		return divided(place, rest[:len(rest)-len(place)]) && !sentence(place)
	}
	rest, ok := strings.CutSuffix(s, name)
	place := strings.TrimRight(rest, " "+dividers)
	return ok && divided(place, rest[len(place):])
}

// dividers stand between a name and a place.
const dividers = "-–—/|"

// divided reports a place of one or two words with a divider between it and a name.
func divided(place, between string) bool {
	return place != "" && len(strings.Fields(place)) <= 2 && strings.ContainsAny(between, dividers)
}
