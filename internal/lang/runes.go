package lang

import (
	"unicode"
	"unicode/utf8"
)

// A trait is all that is asked of a rune while a text is gone through: its class
// (three bits), whether it is a letter (one), and its script (four).
type trait uint8

const isLetter trait = 1 << 3

// newTrait packs the three in one byte: the scripts are fifteen, and four bits hold them.
func newTrait(c class, letter bool, s script) trait {
	t := trait(c) | trait(s)<<4
	if letter {
		t |= isLetter
	}
	return t
}

func (t trait) class() class   { return class(t & 7) }
func (t trait) letter() bool   { return t&isLetter != 0 }
func (t trait) script() script { return script(t >> 4) }

// A class says what a rune is to a scanner.
type class byte

const (
	between    class = iota // no part of a word
	inWord                  // a letter or digit
	alone                   // an ideograph: a word by itself
	mark                    // goes on with a word, begins none
	apostrophe              // depends on what follows
)

// tableEnd bounds the runes whose traits stand in a table: scripts with letters
// and the punctuation of U+2000, together nearly all of a news text. Asking
// Unicode's own tables, by search, took half of the time of Words and Direction.
const tableEnd = 0x2100

// traits is built once, range by range; nothing writes to it afterwards.
var traits = newTraits()

// newTraits fills from the general to the particular: what comes later overwrites.
func newTraits() (table [tableEnd]trait) {
	t := &table
	fill(t, unicode.M, func(trait) trait { return newTrait(mark, false, noScript) })
	fill(t, unicode.Nd, func(trait) trait { return newTrait(inWord, false, noScript) })
	fill(t, unicode.L, func(trait) trait { return newTrait(inWord, true, noScript) })
	for s := arabicScript; s <= latinScript; s++ {
		fill(t, s.table(), func(old trait) trait {
			if old.letter() {
				old |= trait(s) << 4
			}
			return old
		})
	}
	// Written in Arabic text only, though Unicode counts some as common.
	for r := range t[0x0620:0x0700] {
		if old := t[0x0620+r]; old.letter() {
			t[0x0620+r] = newTrait(old.class(), true, arabicScript)
		}
	}
	for r := range rune(tableEnd) {
		if ignorable(r) {
			t[r] = newTrait(mark, false, noScript)
		}
	}
	t['\''] = newTrait(apostrophe, false, noScript)
	t['’'] = newTrait(apostrophe, false, noScript)
	return table
}

// fill changes the traits of a set of runes.
func fill(t *[tableEnd]trait, set *unicode.RangeTable, change func(trait) trait) {
	for _, span := range set.R16 {
		for r := int(span.Lo); r <= int(span.Hi) && r < tableEnd; r += int(span.Stride) {
			t[r] = change(t[r])
		}
	}
}

// traitAt returns the trait of the rune at i, the rune, and its length.
func traitAt(text string, i int) (trait, rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return traits[c], rune(c), 1
	}
	if r, ok := twoBytes(text, i); ok {
		return traits[r], r, 2
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if r < tableEnd {
		return traits[r], r, n
	}
	return rareTrait(r), r, n
}

// twoBytes decodes a rune of two bytes, as those of Arabic are, without a call.
func twoBytes(text string, i int) (r rune, ok bool) {
	if text[i]-0xC2 > 0xDF-0xC2 || i+1 >= len(text) {
		return 0, false
	}
	low := text[i+1] ^ 0x80
	return rune(text[i]&0x1F)<<6 | rune(low), low < 0x40
}

// rareTrait returns the trait of a rune beyond the table.
func rareTrait(r rune) trait {
	letter := unicode.IsLetter(r)
	s := noScript
	if letter {
		s = scriptOf(r)
	}
	switch {
	case unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r):
		return newTrait(alone, letter, s)
	case letter || unicode.Is(unicode.Nd, r):
		return newTrait(inWord, letter, s)
	case unicode.IsMark(r) || ignorable(r):
		return newTrait(mark, false, noScript)
	}
	return newTrait(between, false, noScript)
}
