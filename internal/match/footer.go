package match

import (
	"slices"

	"dateline/internal/lang"
)

// Whoever distributes texts ends each in the same words: that all rights are reserved,
// who the company is whose release it was, what it is not liable for. That is more than
// two outlets quote of one speaker, and often more than the news above it. The
// background of a running story stands below each of its reports, too, but above it the
// same names come again.
const (
	mostEnd     = 0.8  // of a text: what is nearly all of both is their text
	leastHead   = 60   // letters above it that are a text of their own: about twelve words
	atEnd       = 40   // letters that may stand below it
	exactEnd    = 0.95 // of it agrees exactly, for nobody edits it
	sharedHead  = 0.25 // of the names above it, or of the letters in passages, in common from which both may tell one event
	sharedWords = 0.15 // of its words likewise
)

// footer reports whether two texts have little but their end in common.
func footer(a, b *Text, passages []chain) bool {
	if len(passages) == 0 {
		return false
	}
	above, end := cutEnd(a, b, passages)
	if most := mostEnd * float64(max(len(a.letters), len(b.letters))); float64(end.len()) > most {
		return false
	}
	if int(end.a1) < len(a.letters)-atEnd || int(end.b1) < len(b.letters)-atEnd || end.a0 < leastHead || end.b0 < leastHead ||
		float64(end.exact) < exactEnd*float64(end.len()) {
		return false
	}
	return !oneEvent(a, b, end, above)
}

// cutEnd takes the last passage, as they come in the order of a, apart from those above it.
// Where a word in common happens to stand right above an end that is the same to the
// letter, the passage begins there, and the part of it above is one of those.
func cutEnd(a, b *Text, passages []chain) (above []chain, end chain) {
	last := len(passages) - 1
	above, end = passages[:last], passages[last]
	n := int32(0)
	for n < end.len() && a.letters[end.a1-n-1] == b.letters[end.b1-n-1] {
		n++
	}
	if 2*n < end.len() || n == end.len() {
		return above, end
	}
	over := end
	over.a1, over.b1 = end.a1-n, end.b1-n
	return append(slices.Clone(above), over), chain{a0: over.a1, b0: over.b1, a1: end.a1, b1: end.b1, exact: n}
}

// oneEvent reports whether what stands above a common end may tell one event: it
// agrees for a good part, or has names and other words in common.
func oneEvent(a, b *Text, end chain, above []chain) bool {
	var inA, inB int32
	for _, c := range above {
		inA, inB = inA+c.a1-c.a0, inB+c.b1-c.b0
	}
	if float64(inA) > sharedHead*float64(end.a0) || float64(inB) > sharedHead*float64(end.b0) {
		return true
	}
	company := a.company(end.a0)
	namesA, wordsA := a.above(end.a0, company, func(at int32) bool {
		return slices.ContainsFunc(above, func(c chain) bool { return c.a0 <= at && at < c.a1 })
	})
	namesB, wordsB := b.above(end.b0, company, func(at int32) bool {
		return slices.ContainsFunc(above, func(c chain) bool { return c.b0 <= at && at < c.b1 })
	})
	// A town that both name is not enough, nor are words that all news has.
	return shareOf(namesA, namesB) >= sharedHead && shareOf(wordsA, wordsB) >= sharedWords
}

// company are the first words of an end that tells about a company: all its releases
// name it.
func (t *Text) company(letter int32) map[string]bool {
	const name = 6
	words := map[string]bool{}
	at := t.wordAt(letter)
	switch t.form(at) {
	case "about", "نبذه", "حول", "عن":
		for i := at; i < min(at+name, len(t.words)); i++ {
			words[t.form(i)] = true
		}
	}
	return words
}

// above are the names before a letter, each once, and the words that say something;
// where no capitals show names, the latter are both. What stands in a passage is left
// out: a company's releases begin alike, too.
func (t *Text) above(letter int32, without map[string]bool, shared func(letter int32) bool) (names, words map[string]bool) {
	end := int32(t.wordAt(letter))
	names, words = map[string]bool{}, map[string]bool{}
	for i := range end {
		f := t.form(int(i))
		if without[f] || shared(t.first[i]) || lang.IsFunction(f) || lang.IsArabic(f) && ofEveryDay(f) {
			continue
		}
		stem := lang.Stem(f, "")
		words[stem] = true
		if t.capital(int(i)) {
			names[stem] = true
		}
	}
	if len(names) == 0 {
		names = words
	}
	return names, words
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
