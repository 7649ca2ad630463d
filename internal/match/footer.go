package match

import (
	"slices"

	"dateline/internal/lang"
)

// Whoever distributes texts ends each in the same words: that all rights are reserved,
// who the company is whose release it was, what it is not liable for. That is more than
// two outlets quote of one speaker, and often more than the news above it.
const (
	mostEnd    = 0.8  // of a text: what is nearly all of both is their text
	leastHead  = 60   // letters above it that are a text of their own: about twelve words
	atEnd      = 40   // letters that may stand below it
	exactEnd   = 0.95 // of it agrees exactly, for nobody edits it
	sharedHead = 0.25 // of the words above it, or of their letters in passages, in common from which both tell one event
)

// footer reports whether two texts have little but their end in common.
func footer(a, b *Text, passages []chain) bool {
	if len(passages) == 0 {
		return false
	}
	end := passages[len(passages)-1] // they come in the order of a
	if most := mostEnd * float64(max(len(a.letters), len(b.letters))); float64(end.len()) > most {
		return false
	}
	if int(end.a1) < len(a.letters)-atEnd || int(end.b1) < len(b.letters)-atEnd || end.a0 < leastHead || end.b0 < leastHead ||
		float64(end.exact) < exactEnd*float64(end.len()) {
		return false
	}
	var inA, inB int32
	for _, c := range passages[:len(passages)-1] {
		inA, inB = inA+c.a1-c.a0, inB+c.b1-c.b0
	}
	if float64(inA) > sharedHead*float64(end.a0) || float64(inB) > sharedHead*float64(end.b0) {
		return false
	}
	above := passages[:len(passages)-1]
	wordsA := a.above(end.a0, func(at int32) bool {
		return slices.ContainsFunc(above, func(c chain) bool { return c.a0 <= at && at < c.a1 })
	})
	wordsB := b.above(end.b0, func(at int32) bool {
		return slices.ContainsFunc(above, func(c chain) bool { return c.b0 <= at && at < c.b1 })
	})
	return shareOf(wordsA, wordsB) < sharedHead
}

// above are the words before a letter that say something and are in no passage, each
// once: a company's releases begin alike, too.
func (t *Text) above(letter int32, shared func(letter int32) bool) map[string]bool {
	words := map[string]bool{}
	for i := range t.wordAt(letter) {
		if f := t.form(i); !lang.IsFunction(f) && !shared(t.first[i]) {
			words[lang.Stem(f, "")] = true
		}
	}
	return words
}

// shareOf is the share of the fewer words that are among the others.
func shareOf(a, b map[string]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(a)))
}
