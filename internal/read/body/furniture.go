package body

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/tree"
)

// furniture reports an element inside an article that is not its text: a box of
// related items, an advertisement, buttons, a caption.
func furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Figure, atom.Figcaption, atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Button, atom.Input, atom.Label, atom.Dialog:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			if named(a.Val) {
				return true
			}
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" && n.DataAtom != atom.Span {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		case "role":
			switch a.Val {
			case "navigation", "complementary", "search", "dialog", "menu", "button":
				return true
			}
		}
	}
	return false
}

// named reports a class or id that names furniture by one of its words.
func named(class string) bool {
	found := false
	tree.Words(class, func(w string) bool {
		switch w {
		case "related", "share", "sharing", "social", "newsletter", "promo", "advert", "ad", "ads", "advertisement",
			"sponsored", "recommended", "recommendations", "comments", "comment", "breadcrumb", "breadcrumbs",
			"caption", "byline", "teaser", "outbrain", "taboola", "signup", "subscribe", "subscription", "paywall",
			"cookie", "banner", "toolbar", "pagination", "pager", "sharedaddy", "trending", "addtoany", "readmore":
			found = true
		}
		return !found
	})
	return found
}
