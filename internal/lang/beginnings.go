package lang

import (
	"slices"
	"unicode/utf8"
)

// Beginnings finds which of many words in small letters a text begins with, in whatever
// letters it has those of English. Lists of fifty were asked one after the other for each
// line of a page; of these a handful begin as the line does.
type Beginnings struct{ by [256][]string }

// NewBeginnings makes a finder. A word of another script than English needs two letters, or
// it would be found nowhere: a shorter one makes it panic.
func NewBeginnings(all ...string) *Beginnings {
	b := &Beginnings{}
	for _, s := range all {
		if s == "" || s[0] >= utf8.RuneSelf && len(s) < 4 {
			panic("lang: too short for a beginning: " + s)
		}
		k := bucket(s)
		b.by[k] = append(b.by[k], s)
	}
	return b
}

// All are the words, in no order, for a test that holds a list to its form.
func (b *Beginnings) All() []string { return slices.Concat(b.by[:]...) }

// bucket tells texts apart by their first letter, those of other scripts by two: each
// letter of Arabic has one of two first bytes.
func bucket(s string) byte {
	switch {
	case s == "":
		return 0
	case s[0] < utf8.RuneSelf || len(s) < 4:
		return small(s[0])
	}
	return s[1]*31 + small(s[3])
}

// Of reports that s begins with one of the words and that ok accepts what follows it there.
func (b *Beginnings) Of(s string, ok func(word, rest string) bool) bool {
	for _, w := range b.by[bucket(s)] {
		if begins(s, w) && ok(w, s[len(w):]) {
			return true
		}
	}
	return false
}

// begins compares without a copy in small letters.
func begins(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := range len(word) {
		if small(s[i]) != word[i] {
			return false
		}
	}
	return true
}

func small(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c |= 0x20
	}
	return c
}
