package match

// A Kind says what one item is to another one that is known earlier.
type Kind string

// The kinds of match.
const (
	None        Kind = ""
	Duplicate   Kind = "duplicate"   // the same text, but for credit, layout and slips
	Update      Kind = "update"      // the earlier text with something new
	Rewrite     Kind = "rewrite"     // told again in partly other words
	Excerpt     Kind = "excerpt"     // a part, alone or inside another text
	Translation Kind = "translation" // the same news in another language
)

const (
	// sameShare is the share of the letters of one text that must agree exactly.
	// Rewrites by rule that drop half of the words keep 0.5, two outlets' own
	// reports of one event reach 0.35 (measured; see docs/matching.md).
	sameShare = 0.44
	// shareSlope is by how much more it must be where little agrees: a report of
	// three lines may share two phrases with any other one.
	shareSlope   = 0.2
	enoughText   = 200 // letters in agreement from which sameShare does
	fewLetters   = 40  // below it (about eight words) agreement proves nothing
	samePassage  = 158 // letters of one passage that are enough whatever stands around it: about 33 words, more than two outlets quote of one speaker
	wholePassage = 0.9 // the share of it that agrees exactly: of a phrase said of another one, with other names, less does
	// Two texts from one template agree here and there, with other names and
	// numbers between, so where less agrees exactly, more of a text must stand in
	// the other: of a copy with one wrong key in five all of it does. Of 2,757
	// pairs from one template 95 % agreed exactly in less than 0.74 of their
	// passages, of 3,272 copies and rewrites 99 % in more than 0.76.
	fullExact  = 0.8
	exactSlope = 0.75
	// From which clash of names, or of numbers and days, and of numbers alone two
	// texts that agree tell two events.
	otherEvent   = 0.5
	otherNumbers = 0.75
	leastPart    = 0.7  // of a text that stands in another one
	mostPart     = 0.6  // of that one
	leastQuoted  = 0.75 // of all passages must agree exactly before one of them is enough
)

// strong reports whether most of one text stands in the other.
func (g *Agreement) strong() bool {
	if g.Brief != notBrief {
		return g.Brief == briefSame
	}
	return !g.Footer && g.stands(g.clash())
}

// stands reports whether most of one text stands in the other, for what speaks
// against it.
func (g *Agreement) stands(clash float64) bool {
	want := sameShare + shareSlope*max(0, float64(enoughText-g.Letters))/(enoughText-fewLetters) + exactSlope*max(0, fullExact-g.Exact) + clashSlope*clash
	return g.Letters >= fewLetters && max(g.A, g.B)*g.Exact >= want
}

// Even reports whether most of one text stands in the other and neither is a
// small part of the other, as it is of a round-up: the two are of one family,
// whatever else is known.
func (g *Agreement) Even() bool { return g.strong() && min(g.A, g.B)*g.Exact >= 0.3 }

// Part reports whether one text stands in the other, of which it is not the most. The
// other may be a round-up, which makes nothing one of what it carries, see [Apart].
func (g *Agreement) Part() bool {
	return max(g.A, g.B) >= leastPart && min(g.A, g.B) <= mostPart
}

// passage reports whether the two have a long passage in common, whatever else
// they say.
func (g *Agreement) passage() bool {
	if g.Exact < leastQuoted || g.clash() > 0 || g.Brief != notBrief || g.Footer {
		return false
	}
	for _, p := range g.Passages {
		if p.Exact >= wholePassage && float64(p.Letters)*p.Exact >= samePassage {
			return true
		}
	}
	return false
}

// LookAlike reports whether the two texts would have one origin but for numbers,
// days or names that clash: bulletins from one template, each of an event of its
// own. Of an update all numbers may have risen, so that numbers alone say it only
// where there are more of them and no names that agree.
func (g *Agreement) LookAlike() bool {
	if g.Same() || !g.stands(0) {
		return false
	}
	names, numbers := clash(g.Names, g.SameNames), clash(g.Numbers, g.SameNumbers)
	alone := g.Names < fewFacts || names > 0
	return g.Form || names >= otherEvent || numbers >= otherNumbers && alone || numbers >= otherEvent && g.OtherDays
}

// Same reports whether the two texts have one origin.
func (g *Agreement) Same() bool { return g.strong() || g.passage() }

// Kind says what the second text is to the first, which is known earlier; None
// when they have no common origin.
func (g *Agreement) Kind() Kind {
	k := g.bond()
	return k.kind()
}

func (k *bond) kind() Kind {
	switch {
	case !k.same:
		return None
	case k.a >= 0.85 && k.b >= 0.85:
		return Duplicate
	case k.b >= 0.85, k.b < 0.5 && k.exact >= 0.9:
		return Excerpt
	case k.a >= 0.6 && k.exact >= 0.95:
		return Update
	}
	return Rewrite
}
