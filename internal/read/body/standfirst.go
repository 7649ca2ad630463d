package body

import (
	"strings"

	"dateline"
	"dateline/internal/read/byline"
)

// How surely an element is called a standfirst: by a word that may be one for a first
// paragraph or a box elsewhere, too, which counts between headline and text only, or by one
// for nothing else.
const (
	mayDeck byte = iota + 1
	sureDeck
)

// A deckName tells how surely the words of a class or id call a standfirst.
type deckName struct {
	deck     byte
	sub, not bool
}

func (d *deckName) word(w []byte) {
	switch string(w) {
	case "dek", "deck", "standfirst", "subtitle", "subheadline", "chapo", "chapeau", "sapo":
		d.deck = sureDeck
	case "subheading", "subhead", "lead", "lede", "intro", "summary", "excerpt", "abstract":
		d.deck = max(d.deck, mayDeck)
	case "title", "heading", "headline":
		if d.sub {
			d.deck = max(d.deck, mayDeck)
		}
	case "image", "img", "photo", "picture", "figure", "media", "art", "video", "caption", "credit", "author", "byline", "meta", "date":
		d.not = true // "lead-image"
	}
	d.sub = string(w) == "sub"
}

// surely is what all words say.
func (d *deckName) surely() byte {
	if d.not {
		return 0
	}
	return d.deck
}

// A standfirst has from shortestDeck to longestDeck characters, and stands among the first
// pieces under the headline.
const (
	shortestDeck = 25
	longestDeck  = 400
	underHead    = 20
	shortLine    = 50 // from which on a line that names a day is more than one that tells it
)

// standfirst is what readers see as one: the first piece under the headline that an element
// around it calls so, before the text runs.
func (b *builder) standfirst() string {
	if b.h1 < 0 {
		return ""
	}
	for _, p := range b.pieces[b.h1+1 : min(len(b.pieces), b.h1+1+underHead)] {
		switch {
		case b.isDeck(p) == 0:
			if running(p) {
				return ""
			}
		case p.Kind == dateline.Paragraph || p.Kind == dateline.Subhead:
			if b.canDeck(p) {
				return p.Plain()
			}
		}
	}
	return ""
}

// isDeck tells how surely the element of a piece, or one around it that the headline does not
// stand in, is called a standfirst where none of them is a box of another kind: systems call the
// lines about an author a summary, too.
func (b *builder) isDeck(p Piece) byte {
	const others = ofAuthor | ofRelated | ofLetter | ofComment | ofNotes | ofShare
	deck := p.deck
	for i := p.box; i > 0; i = b.boxes[i].parent {
		x := b.boxes[i]
		if b.h1 >= x.first && b.h1 < x.last {
			return deck
		}
		if x.hint&others != 0 {
			return 0
		}
		deck = max(deck, x.deck)
	}
	return deck
}

// canDeck reports words that can be a standfirst: neither a byline, a day or links nor a
// beginning of the text that was cut off.
func (b *builder) canDeck(p Piece) bool {
	if strings.HasPrefix(p.Text, "(") || strings.HasSuffix(p.Text, "...") || strings.HasSuffix(p.Text, "…") || strings.HasSuffix(p.Text, ":") || p.Links > 0.3 || p.Size < shortestDeck || p.Size > longestDeck || len(strings.Fields(p.Text)) < 4 || b.boxes[p.box].mark >= named || p.Size < shortLine && metaLine(p) {
		return false
	}
	_, signed := byline.InLine(p.Text)
	return !signed
}

// longestSlogan is how many characters a slogan has at most.
const longestSlogan = 80

// Slogan reports what the page shows above the headline or below the article as well, and
// is no sentence: the words of the site about itself.
func (f *Found) Slogan(text string) bool {
	b := f.page
	if b == nil || text == "" || len(text) > longestSlogan || sentence(text) {
		return false
	}
	for i, p := range b.pieces {
		if (i < b.h1 || i >= b.boxes[f.best].last) && p.Text == text {
			return true
		}
	}
	return false
}
