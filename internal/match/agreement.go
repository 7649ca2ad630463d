package match

import "slices"

// minPassage is the least length of a passage in letters: about seven words.
// Shorter ones are phrases that any two reports of one event share.
const minPassage = 32

// leastExact is the least share of a passage's letters that agree exactly. One
// wrong key in five leaves 0.68 and more (measured), chance 0.3 to 0.5.
const leastExact = 0.55

// agreement sums up what two texts have in common.
func agreement(a, b *Text, chains []chain) (g Agreement) {
	if passages := longEnough(a, b, chains); len(passages) > 0 {
		g.measure(a, b, passages)
		g.doubt(a, b, passages)
	}
	if a.brief() && b.brief() {
		g.brief(a, b)
	}
	return g
}

// longEnough are the chains that are passages. The whole of a short text may be shorter
// than one.
func longEnough(a, b *Text, chains []chain) []chain {
	least := int32(min(minPassage, len(a.letters)*3/4, len(b.letters)*3/4))
	return slices.DeleteFunc(chains, func(c chain) bool {
		return c.len() < least || float64(c.exact) < leastExact*float64(c.len())
	})
}

// measure says how much of the texts stands in the passages, and which numbers and days.
func (g *Agreement) measure(a, b *Text, passages []chain) {
	var inA, inB, exact, last, ordered int32
	var numbersA, numbersB []uint64
	var daysA, daysB uint8
	for _, c := range passages {
		inA += c.a1 - c.a0
		inB += c.b1 - c.b0
		exact += c.exact
		g.Letters += int(c.len())
		g.Longest = max(g.Longest, int(c.len()))
		if c.b0 >= last {
			ordered += c.len()
		}
		last = c.b0
		g.Passages = append(g.Passages, passage(a, b, c))
		numbersA = a.figures(numbersA, c.a0, c.a1)
		numbersB = b.figures(numbersB, c.b0, c.b1)
		daysA |= a.weekdays(c.a0, c.a1)
		daysB |= b.weekdays(c.b0, c.b1)
	}
	g.A = min(1, float64(inA)/float64(len(a.letters)))
	g.B = min(1, float64(inB)/float64(len(b.letters)))
	g.Exact = min(1, float64(exact)/float64(g.Letters))
	g.InOrder = float64(ordered) / float64(g.Letters)
	g.Numbers, g.SameNumbers = min(len(numbersA), len(numbersB)), inCommon(numbersA, numbersB)
	g.OtherDays = daysA != 0 && daysB != 0 && daysA&daysB == 0
}

// doubt asks what costs more to know of texts that are one by their passages alone, as
// few of those compared are: whether they end alike only, and what names they have.
func (g *Agreement) doubt(a, b *Text, passages []chain) {
	if !g.stands(0) && !g.passage() {
		return
	}
	g.Footer = footer(a, b, passages)
	if min(g.A, g.B) >= bothMostly {
		g.Names, g.SameNames = countNames(a, b, passages)
		g.Form = form(a, b, g, passages)
	}
}

// passage is a chain in words: a word counts when its letters do, but for a few.
func passage(a, b *Text, c chain) Passage {
	from, to := a.wordAt(c.a0), a.wordAt(c.a1-1)
	return Passage{
		A:       Span{int(a.words[from].start), int(a.words[to].end)},
		B:       Span{int(b.words[b.wordAt(c.b0)].start), int(b.words[b.wordAt(c.b1-1)].end)},
		Words:   to - from + 1,
		Letters: int(c.len()),
		Exact:   min(1, float64(c.exact)/float64(c.len())),
	}
}
