package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/tree"
)

// Counts are what tells a page of one article from a list of them, a picture
// gallery, a player or a wall.
type Counts struct {
	Articles int  // article elements that are in no other
	Leads    int  // links that read like headlines, in main text and beside it
	Pictures int  // pictures in figures, and slides
	Players  int  // video elements and frames of video hosts
	Password bool // it asks for one
}

// leadWords is from how many words on a link reads like a headline: the names
// of sections and tags have fewer.
const leadWords = 5

// count looks at one element. It is called for each, so it must be cheap.
func (w *walker) count(n *html.Node) {
	c := &w.page.Counts
	switch n.DataAtom {
	case atom.A:
		if wordsUnder(n, leadWords) >= leadWords {
			c.Leads++
		}
	// Teasers are articles too, inside the one that they stand under.
	case atom.Article:
		if !within(n, atom.Article) {
			c.Articles++
		}
	case atom.Figure:
		c.Pictures++
	case atom.Video:
		c.Players++
	case atom.Iframe:
		// Frames that are loaded late have their address in data-src.
		if player(tree.Attr(n, "src") + tree.Attr(n, "data-src")) {
			c.Players++
		}
	case atom.Input:
		if strings.EqualFold(tree.Attr(n, "type"), "password") {
			c.Password = true
		}
	}
}

// wordsUnder counts the words under n, up to limit and not deeper than links go.
func wordsUnder(n *html.Node, limit int) int {
	words := 0
	for c := n.FirstChild; c != nil && words < limit; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			words += wordsIn(c.Data, limit-words)
		case c.Type == html.ElementNode && !tree.Hidden(c):
			words += wordsUnder(c, limit-words)
		}
	}
	return words
}

// wordsIn counts words by the spaces before them, without a copy of the text.
func wordsIn(s string, limit int) int {
	words, space := 0, true
	for i := 0; i < len(s) && words < limit; i++ {
		now := s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r'
		if space && !now {
			words++
		}
		space = now
	}
	return words
}

// within reports that n stands in an element of that kind; only the nearest
// forebears are asked, so that a deep page costs no more.
func within(n *html.Node, a atom.Atom) bool {
	for up, i := n.Parent, 0; up != nil && i < 20; up, i = up.Parent, i+1 {
		if up.DataAtom == a {
			return true
		}
	}
	return false
}

// player reports the frame of a video host, or of a player that a site runs itself:
// other frames show maps, posts and advertisements.
func player(src string) bool {
	for _, host := range [...]string{"youtube.com/embed", "youtube-nocookie.com/embed", "player.vimeo.com", "dailymotion.com/embed", "jwplatform", "brightcove", "/video/embed", "/embed/video"} {
		if strings.Contains(src, host) {
			return true
		}
	}
	return false
}
