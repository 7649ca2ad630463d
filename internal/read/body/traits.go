package body

import (
	"math/bits"

	"dateline"
	"dateline/internal/read/tree"
)

// A trait is one thing that helps to tell text from furniture. All are small
// numbers, so that trees can ask them by one comparison of bytes. The forest knows
// them by their numbers: a new one goes to the end, and none goes away, unless the
// forest is grown anew.
type trait int

const (
	tKind       trait = iota // subhead 0 … table 4
	tSize                    // characters, as a logarithm
	tLinks                   // share of links, in hundredths
	tEnds                    // it ends as sentences do
	tRules                   // the rules keep it
	tInside                  // it is in the box that the rules choose
	tOff                     // furniture by name 1, by tag 2
	tBefore                  // running text before it in that box, in hundredths
	tAfter                   // the same after it
	tBeforeSize              // both as a logarithm
	tAfterSize
	tSinceText // pieces since running text in that box
	tToText    // pieces to the next such
	tSinceH1   // pieces since the first h1, 0 before it
	tPrevKind  // of the piece before it, see neighbours
	tPrevSize
	tPrevLinks
	tPrevEnds
	tPrevRules
	tNextKind
	tNextSize
	tNextLinks
	tNextEnds
	tNextRules
	tBoxSize      // running text of its box, as a logarithm
	tBoxLinks     // share of links in its box
	tBoxPieces    // pieces of its box
	tBoxShare     // its box's part of all running text on the page
	tAway         // boxes between it and one with half of the chosen text
	tLookCount    // pieces that look like it
	tLookShare    // their part of the chosen running text
	tLookLinks    // share of links in them
	tLookRules    // how many of them the rules keep, in hundredths
	tLeads        // words that lead elsewhere
	tLabel        // a label
	tSection      // a heading of something else
	tUnder        // what stands under an article 1, who wrote it 2
	tMeta         // a line about the item
	tRepeat       // it says again what the page tells elsewhere 1, what another piece says 2
	tSinceSection // pieces since such a heading
	tSinceHead    // pieces since the last subhead
	tCommas       // in a hundred words
	tCapitals     // words that begin so, in hundredths
	tDigits       // digits, in hundredths
	tWord         // mean length of words, in tenths
	tOurs         // "we", "our", "us" in a hundred words
	tYours        // "you", "your"
	tCalls        // words that call readers to do something
	tLives        // words of biographies
	tLaw          // words of rights and terms
	tSources      // addresses and references
	tPage         // running text on the page, as a logarithm
	tChosen       // part of it in the chosen box
	tPieces       // pieces in the chosen box
	tHints        // from here on one for each hint of the boxes that hold it

	// tFar marks pieces far from the text that are none: they are not judged.
	tFar = int(tHints) + hints
)

// The traits of what stands around a piece, and what that speaks of.
const (
	tTag = trait(tFar) + 1 + iota // what the page wrote it as, see Piece
	tPrevTag
	tNextTag
	tBoxRules // the part of its box that the rules keep
	tUpText   // of the box around its box: running text, as a logarithm
	tUpLinks  // share of links
	tUpRules  // the part that the rules keep
	tUpPieces
	tAlike     // boxes of the page that bear the names of its box
	tAlikeUp   // the most of these for a box between it and the chosen one
	tPlace     // its place among the pieces of the page, in hundredths
	tPlaceIn   // and among those of the chosen box
	tNearText  // running text of it and three pieces on each side
	tNearLinks // share of links in these
	tNearRules // the part of these that the rules keep
	tTopic     // what the last subhead speaks of
	tSinceEnd  // pieces since a subhead that announces the end
	tSinceAsk  // pieces since one that announces questions
	tBullet    // it begins as entries of lists do
	tQuotes    // quote marks
	tMeanSize  // mean size of the running text of the chosen box
	tSizeLike  // its size against that

	// Traits is how many there are.
	Traits = int(tSizeLike) + 1
)

// A Portrait holds the traits of one piece.
type Portrait [Traits]byte

// clip makes a trait of a number: what is too large is the largest there is.
func clip(n int) byte { return byte(max(0, min(255, n))) }

// scale is a logarithm: four steps for each doubling, so that a byte has room for
// any size, and a tree can tell 60 characters from 70 but not 6,000 from 6,100.
func scale(n int) byte {
	if n < 8 {
		return clip(n)
	}
	l := bits.Len(uint(n))
	return clip(4*(l-2) + (n>>(l-3))&3 + 4)
}

// per is part of whole in hundredths; of nothing it is as of one.
func per(part, whole int) byte { return clip(100 * part / max(1, whole)) }

func truth(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// A sums holds, for each place among the pieces, what stands before it: characters of
// running text, of links, of all, and of what the rules keep. What stands in a box
// is a subtraction, however many boxes hold each other.
type sums struct{ text, links, all, kept []int }

// of is the sum over the pieces of a box.
func (s sums) of(list []int, x *box) int { return list[x.last] - list[x.first] }

// near is the sum over a piece and three on each side.
func (s sums) near(list []int, i int) int {
	return list[min(len(list)-1, i+4)] - list[max(0, i-3)]
}

// A look is what is known of all pieces that look the same: furniture repeats one
// look, and an article's paragraphs have one of their own. text is that in the
// chosen box alone.
type look struct{ count, text, all, links, kept int }

// portraits draws all pieces of a page. best is the box that the rules choose,
// kept what they keep of the pieces.
func (b *builder) portraits(best int, kept []bool, told Told) []Portrait {
	out := make([]Portrait, len(b.pieces))
	d := drawing{builder: b, out: out, kept: kept, best: &b.boxes[best], told: told}
	d.sum()
	d.far = d.farAway()
	// The order counts in one place: neighbours copies what the others draw.
	d.boxTraits()
	d.places()
	d.words()
	d.around()
	d.topics()
	d.neighbours()
	return out
}

// A drawing is what is needed to draw the portraits of a page.
type drawing struct {
	*builder
	out   []Portrait
	kept  []bool
	best  *box
	told  Told
	sums  sums
	looks map[uint32]*look
	far   func(int) bool
}

// farAway reports the short pieces and links more than ten pieces before and after
// the chosen box, most of a page's: they are not read for their words. All from
// the h1 on are near, since byline and standfirst stand there.
func (d *drawing) farAway() func(int) bool {
	from, to := d.best.first-10, d.best.last+10
	if d.h1 >= 0 {
		from = min(from, d.h1)
	}
	return func(i int) bool { return (i < from || i >= to) && !d.kept[i] && !running(d.pieces[i]) }
}

// sum adds up what the box traits are shares of. Quotations are running text here:
// an interview is made of them.
func (d *drawing) sum() {
	n := len(d.pieces)
	d.sums = sums{make([]int, n+1), make([]int, n+1), make([]int, n+1), make([]int, n+1)}
	d.looks = map[uint32]*look{}
	for i := range d.pieces {
		p := &d.pieces[i]
		links := int(p.Links * float64(p.Size))
		text := 0
		if running(*p) || p.Kind == dateline.Quotation {
			text = p.Size - links
		}
		d.sums.text[i+1], d.sums.links[i+1], d.sums.all[i+1] = d.sums.text[i]+text, d.sums.links[i]+links, d.sums.all[i]+p.Size
		l := d.looks[p.look]
		if l == nil {
			l = &look{}
			d.looks[p.look] = l
		}
		l.count++
		l.all += p.Size
		l.links += links
		if i >= d.best.first && i < d.best.last {
			l.text += text
		}
		d.sums.kept[i+1] = d.sums.kept[i]
		if d.kept[i] {
			l.kept++
			d.sums.kept[i+1] += p.Size
		}
	}
}

// boxTraits are those that a piece has from the boxes that hold it. A box that
// holds the headline or half of the text gives none of its hints but that of the
// article's body: page-wide wrappers bear any name.
func (d *drawing) boxTraits() {
	total := d.sums.text[len(d.pieces)]
	chosen := d.sums.of(d.sums.text, d.best)
	hints := make([]hint, len(d.boxes))
	away := make([]byte, len(d.boxes))
	off := make([]mark, len(d.boxes))
	for i := range d.boxes {
		x := &d.boxes[i]
		text := d.sums.of(d.sums.text, x)
		own, m := x.hint, x.mark
		if x.parent < 0 || 2*text >= total || d.h1 >= x.first && d.h1 < x.last {
			own &= ofBody
			m = none
		}
		inChosen := x.first >= d.best.first && x.last <= d.best.last
		// Hints and marks go down to all boxes inside, parents come first.
		if x.parent >= 0 {
			own |= hints[x.parent]
			m = max(m, off[x.parent])
			away[i] = away[x.parent]
		}
		if !inChosen || 2*text < chosen {
			away[i] = clip(int(away[i]) + 1)
		}
		hints[i], off[i] = own, m
	}
	for i := range d.pieces {
		p, o := &d.pieces[i], &d.out[i]
		x := &d.boxes[p.box]
		// Named is 1 and furniture 2; the marks below are 0.
		o[tOff] = max(byte(off[p.box]), 2) - 2
		o[tAway] = away[p.box]
		o[tBoxSize] = scale(d.sums.of(d.sums.text, x))
		o[tBoxLinks] = per(d.sums.of(d.sums.links, x), d.sums.of(d.sums.all, x))
		o[tBoxPieces] = scale(x.last - x.first)
		o[tBoxShare] = per(d.sums.of(d.sums.text, x), total)
		for h := range o[tHints:tFar] {
			o[int(tHints)+h] = byte(hints[p.box]>>h) & 1
		}
		l := d.looks[p.look]
		o[tLookCount], o[tLookShare], o[tLookLinks], o[tLookRules] = scale(l.count), per(l.text, chosen), per(l.links, l.all), per(l.kept, l.count)
	}
}

// places are the traits of where a piece stands. What there has not been yet is 50
// pieces away: farther than that tells no more.
func (d *drawing) places() {
	total := d.sums.text[len(d.pieces)]
	chosen := d.sums.of(d.sums.text, d.best)
	since, head, section := 50, 50, 50
	for i := range d.pieces {
		p, o := &d.pieces[i], &d.out[i]
		before, after := d.sums.text[i]-d.sums.text[d.best.first], d.sums.text[d.best.last]-d.sums.text[i+1]
		o[tRules] = truth(d.kept[i])
		o[tInside] = truth(i >= d.best.first && i < d.best.last)
		o[tBefore], o[tAfter] = per(before, chosen), per(after, chosen)
		o[tBeforeSize], o[tAfterSize] = scale(max(0, before)), scale(max(0, after))
		o[tSinceText], o[tSinceHead], o[tSinceSection] = clip(since), clip(head), clip(section)
		if d.h1 >= 0 {
			o[tSinceH1] = clip(i - d.h1)
		}
		o[tPage], o[tChosen], o[tPieces] = scale(total), per(chosen, total), scale(d.best.last-d.best.first)
		since, head, section = since+1, head+1, section+1
		if !d.far(i) && p.Size < 80 && (p.Kind == dateline.Subhead || !sentence(p.Text)) && otherSection(p.Text) {
			section = 1
			o[tSection] = 1
		}
		if p.Kind == dateline.Subhead {
			head = 1
		}
		if o[tInside] == 1 && running(*p) {
			since = 1
		}
	}
	to := 50
	for i := len(d.pieces) - 1; i >= 0; i-- {
		d.out[i][tToText] = clip(to)
		to++
		if d.out[i][tInside] == 1 && running(d.pieces[i]) {
			to = 1
		}
	}
}

// neighbours copies what the pieces before and after tell: a label between two
// paragraphs is other than one between two links.
func (d *drawing) neighbours() {
	for i := range d.out {
		o := &d.out[i]
		if i > 0 {
			p := &d.out[i-1]
			o[tPrevKind], o[tPrevSize], o[tPrevLinks], o[tPrevEnds], o[tPrevRules], o[tPrevTag] = p[tKind], p[tSize], p[tLinks], p[tEnds], p[tRules], p[tTag]
		}
		if i+1 < len(d.out) {
			p := &d.out[i+1]
			o[tNextKind], o[tNextSize], o[tNextLinks], o[tNextEnds], o[tNextRules], o[tNextTag] = p[tKind], p[tSize], p[tLinks], p[tEnds], p[tRules], p[tTag]
		}
	}
}

// words are the traits of what a piece says, in words that English, Arabic and
// Persian pages have; those of [count] are of English alone.
func (d *drawing) words() {
	seen := map[string]bool{}
	topic := topicWords(d.pieces[d.best.first:d.best.last], d.told)
	for i := range d.pieces {
		p, o := &d.pieces[i], &d.out[i]
		switch p.Kind {
		case dateline.Subhead:
			o[tKind] = 0
		case dateline.Paragraph:
			o[tKind] = 1
		case dateline.Quotation:
			o[tKind] = 2
		case dateline.List:
			o[tKind] = 3
		case dateline.Table:
			o[tKind] = 4
		}
		o[tSize], o[tLinks] = scale(p.Size), per(int(100*p.Links), 100)
		if d.far(i) {
			o[tFar] = 1
			continue
		}
		s := p.Plain()
		o[tEnds] = truth(sentence(s))
		o[tLeads], o[tLabel] = truth(leads(s)), truth(p.Size < 60 && (label(s) || numbered(s)) || p.consent || s != p.Text && consent(s))
		o[tUnder] = truth(underneath(*p, topic)) + 2*truth(biography(*p, d.told.Names))
		o[tMeta] = truth(p.Size <= 100 && metaLine(*p))
		o[tRepeat] = truth(d.told.repeats(s)) + 2*truth(seen[s])
		seen[s] = true
		count(s, o)
	}
}

// count draws the traits that are shares of words. It looks at bytes, not at letters:
// capitals, digits and commas of other scripts do not count, as the forest has met
// next to none of them.
func count(s string, o *Portrait) {
	letters, ours, yours, calls, lives, law, sources := 0, 0, 0, 0, 0, 0, 0
	for w := (tree.Words{Of: s}); w.Next(); {
		word := w.Word()
		letters += len(word)
		switch string(word) {
		case "we", "our", "us", "ours":
			ours++
		case "you", "your", "yours":
			yours++
		case "click", "subscribe", "sign", "download", "join", "follow", "contact", "email", "newsletter", "newsletters", "free", "demo", "submit", "submission", "register", "inbox", "buy", "shop", "learn", "explore", "discover", "donate", "support", "subscribers", "visit", "call", "request", "today", "latest", "share", "read":
			calls++
		case "writer", "editor", "author", "reporter", "journalist", "founder", "ceo", "degree", "university", "lives", "enjoys", "written", "covers", "contributor", "expert", "expertise", "experience", "bio", "wrote", "director", "reviewed", "member", "graduate", "specializes", "passionate":
			lives++
		case "copyright", "rights", "reserved", "terms", "privacy", "policy", "disclaimer", "disclosure", "advice", "responsible", "liability", "license", "licensed", "affiliate", "commission", "commissions", "trademark", "trademarks", "editorial", "permission", "republish":
			law++
		case "http", "https", "www", "doi", "references", "sources", "source", "org", "com", "pdf", "retrieved", "accessed", "vol", "et", "al", "journal":
			sources++
		}
	}
	words, commas, capitals, digits := 1, 0, 0, 0 // one more word than spaces
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ', c == '\n':
			words++
		case c == ',':
			commas++
		case c >= '0' && c <= '9':
			digits++
		case c >= 'A' && c <= 'Z' && (prev == ' ' || prev == '\n'):
			capitals++
		}
		prev = c
	}
	o[tCommas], o[tCapitals], o[tDigits], o[tWord] = per(commas, words), per(capitals, words), per(digits, len(s)), clip(10*letters/words)
	o[tOurs], o[tYours], o[tCalls], o[tLives], o[tLaw], o[tSources] = per(ours, words), per(yours, words), per(calls, words), per(lives, words), per(law, words), per(sources, words)
}
