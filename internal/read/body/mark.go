package body

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/tree"
)

// A mark is what an element's tag and attributes say about its text.
type mark byte

const (
	none      mark = iota
	article        // the page calls it the article's body
	deck           // a standfirst between headline and text
	named          // its class or id names furniture
	furniture      // its tag or role is that of furniture, or it is hidden
)

func markOf(n *html.Node) mark {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Dialog, atom.Figure:
		return furniture
	case atom.Html, atom.Body, atom.Main:
		return none
	}
	m := none
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id":
			m = max(m, byName(a.Val))
		case "itemprop":
			if a.Val == "articleBody" {
				return article
			}
		case "hidden":
			return furniture
		case "aria-hidden":
			if a.Val == "true" && tree.Block(n.DataAtom) {
				return furniture
			}
		case "style":
			if hides(a.Val) {
				return furniture
			}
		case "role":
			switch a.Val {
			case "navigation", "complementary", "search", "dialog", "menu", "button", "contentinfo", "banner":
				return furniture
			}
		}
		if m == furniture {
			return m
		}
	}
	return m
}

func hides(style string) bool {
	i := strings.Index(style, "display")
	return i >= 0 && strings.HasPrefix(strings.TrimLeft(style[i+len("display"):], ": "), "none")
}

// byName reads the words of a class or id. "body" and "content" count for an
// article only beside a word for one ("article-body", "postContent").
func byName(class string) mark {
	found, text, piece, embed := none, false, false, false
	not := false // the word before says "no-share", "has-sidebar"
	tree.Words(class, func(w []byte) bool {
		if not {
			not = false
			return true
		}
		switch string(w) {
		case "no", "has", "with", "without":
			not = true
		case "related", "share", "sharing", "social", "newsletter", "promo", "promoted", "advert", "ad", "ads", "advertisement",
			"adslot", "sponsored", "recommended", "recommendation", "recommendations", "comments", "comment", "disqus", "breadcrumb", "breadcrumbs",
			"caption", "byline", "teaser", "teasers", "outbrain", "taboola", "signup", "subscribe", "subscription", "paywall",
			"cookie", "cookies", "banner", "toolbar", "pagination", "pager", "sharedaddy", "trending", "addtoany", "readmore",
			"sidebar", "footer", "menu", "navbar", "nav", "popup", "modal", "widget", "tags", "tagcloud", "popular", "toc",
			"authorbox", "bio", "jp", "gallery", "slideshow", "carousel", "screenreader", "sr", "respond", "login", "register", "rating", "ratings":
			found = named
		case "embed", "tweet", "elementor":
			embed = true // a kit that calls every box a widget
		case "dek", "deck", "standfirst", "summary", "blurb", "subtitle", "subheadline", "excerpt", "quote", "description":
			found = max(found, deck)
		case "article", "story", "post", "entry", "news":
			piece = true
		case "body", "content", "text":
			text = true
		}
		return true
	})
	switch {
	case embed:
		return none
	case found <= deck && piece && text:
		return article
	}
	return found
}
