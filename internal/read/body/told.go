package body

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Told is what a page tells beside its text. A line that repeats one of these
// is none of the text. The two are apart because a last paragraph that begins
// with a name may tell who wrote, and one that begins as a headline does is news.
type Told struct{ Headlines, Names []string }

// repeats reports a line that says one of them again.
func (t Told) repeats(s string) bool {
	if utf8.RuneCountInString(s) > 300 {
		return false
	}
	s = strings.TrimSpace(s)
	same := func(line string) bool { return line != "" && strings.EqualFold(s, line) }
	if slices.ContainsFunc(t.Names, func(name string) bool { return signedFrom(s, name) }) {
		return true
	}
	return slices.ContainsFunc(t.Headlines, same) || slices.ContainsFunc(t.Names, same)
}

// signedFrom reports a name with where its bearer is, and no more: «سلمى حداد -
// المرسى».
func signedFrom(s, name string) bool {
	const signs = " -–—/|"
	rest, ok := strings.CutPrefix(s, name)
	place := strings.TrimLeft(rest, signs)
	if !ok {
		rest, ok = strings.CutSuffix(s, name) // «المرسى - سلمى حداد»
		place = strings.TrimRight(rest, signs)
		return ok && name != "" && place != "" && strings.ContainsAny(rest[len(place):], "-–—/|") && len(strings.Fields(place)) <= 2
	}
	return name != "" && place != "" && strings.ContainsAny(rest[:len(rest)-len(place)], "-–—/|") && len(strings.Fields(place)) <= 2 && !sentence(place)
}
