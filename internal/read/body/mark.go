package body

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/tree"
)

// A mark is what an element's tag and attributes say about its text. The order
// counts: of several the greatest holds, but for the article's body, which a page
// marks on purpose.
type mark byte

const (
	none      mark = iota
	article        // the page calls it the article's body
	deck           // a standfirst between headline and text
	named          // its class or id names furniture
	furniture      // its tag or role is that of furniture, or it is hidden
)

// A hint is the set of things that an element's tag and names speak of. Hints
// decide nothing; each is a trait that the forest is asked for, so their order
// must stay as long as the forest does.
type hint uint32

const (
	ofRelated hint = 1 << iota
	ofShare
	ofAdvert
	ofLetter // newsletters, forms, what one pays for
	ofComment
	ofMeta // bylines, dates, tags, where one is
	ofAuthor
	ofMenu // menus, side columns, footers
	ofHidden
	ofPicture
	ofQuestion // answers that fold out
	ofNotes    // sources, legal lines
	ofProduct
	ofDeck
	ofHeader
	ofMedia
	ofEmbed
	ofBody // the article itself

	hints = iota // how many there are
)

// A sign is what is known of an element before its text is read.
type sign struct {
	mark mark
	hint hint
	id   uint32 // the same for the same names

	unseen bool // its class is that of labels for those who hear the page
	deck   byte // how surely it is called a standfirst
}

// signs remembers signs by the names that they were read from: pages repeat
// the same few classes on thousands of elements.
type signs map[string]sign

// of reads the tag, names and attributes of an element. Where these say that it is
// the article's body, nothing else that they say counts.
func (l signs) of(n *html.Node) sign {
	out := sign{id: uint32(n.DataAtom)}
	byTag := none
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Dialog:
		out.mark, out.hint = furniture, ofMenu
	case atom.Figure:
		// Some systems set tables into figures; everything else in one stands
		// around a picture.
		if n.FirstChild == nil || n.FirstChild.DataAtom != atom.Table {
			byTag, out.hint = furniture, ofPicture
		}
	case atom.Header:
		out.hint = ofHeader
	case atom.Html, atom.Body, atom.Main:
		return out // themes write what kind of page it is there: "has-sidebar", "no-comments"
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id":
			x, ok := l[a.Val]
			if !ok {
				x = byName(a.Val)
				x.id = uint32(len(l)+1) << 10 // above the numbers of tags
				l[a.Val] = x
			}
			out.mark = max(out.mark, x.mark)
			out.hint |= x.hint
			out.unseen, out.deck = out.unseen || x.unseen, max(out.deck, x.deck)
			// An id is one element's own: with it no two pieces would look alike.
			if a.Key == "class" {
				out.id += x.id
			}
		default:
			if a.Key == "itemprop" {
				out.prop(a.Val)
			}
			if m := byAttr(n, a); m == article {
				out.mark = article
				out.hint |= ofBody
				return out
			} else if m != none {
				out.mark = m
				out.hint |= ofHidden
			}
		}
	}
	// WordPress and others set embedded posts into figures, and say so.
	if out.hint&ofEmbed == 0 {
		out.mark = max(out.mark, byTag)
	}
	return out
}

// prop reads what microdata calls an element beside the article's body.
func (s *sign) prop(value string) {
	switch value {
	case "alternativeHeadline":
		s.deck = max(s.deck, mayDeck)
	case "comment":
		s.mark, s.hint = max(s.mark, furniture), s.hint|ofComment
	}
}

// byAttr reads the attributes that are no names: what the page marks for machines,
// what it hides, and what it says an element is for.
func byAttr(n *html.Node, a *html.Attribute) mark {
	switch a.Key {
	case "itemprop":
		if a.Val == "articleBody" {
			return article
		}
	case "hidden":
		// A server that streams a page sends parts of it hidden, for a script
		// to put in place.
		if !strings.HasPrefix(tree.Attr(n, "id"), "S:") {
			return furniture
		}
	case "aria-hidden":
		// On inline elements it hides letters from screen readers that others
		// see: initials set large.
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
	return none
}

// hides reports a style that takes its element off the page.
func hides(style string) bool {
	i := strings.Index(style, "display")
	return i >= 0 && strings.HasPrefix(strings.TrimLeft(style[i+len("display"):], ": "), "none")
}

// byName reads the words of a class or id. "body" and "content" count for an
// article only beside a word for one ("article-body", "postContent").
func byName(class string) sign {
	var out sign
	text, piece := false, false
	not := false // the word before says "no-share", "has-sidebar"
	var called deckName
	for w := (tree.Words{Of: class}); w.Next(); {
		called.word(w.Word())
		if not {
			not = false
			continue
		}
		switch string(w.Word()) {
		case "no", "has", "with", "without":
			not = true
		case "article", "story", "post", "entry", "news":
			piece = true
		case "body", "content", "text":
			text = true
		default:
			m, h := byWord(w.Word())
			out.mark = max(out.mark, m)
			out.hint |= h
		}
	}
	out.unseen, out.deck = tree.UnseenClass(class), called.surely()
	if piece && text {
		out.hint |= ofBody
	}
	switch {
	case out.hint&ofEmbed != 0:
		out.mark = none // an embedded post is text of the article, "social-embed" too
	case out.mark <= deck && piece && text:
		out.mark = article
	}
	return out
}

// byWord is what one word of a name says. Words that often stand on the article
// itself ("card", "contents", "hero") are a hint and no mark. A new word moves a
// piece at once if it is a mark; as a hint it changes what the forest is told, so
// the forest wants growing again.
func byWord(w []byte) (mark, hint) {
	switch string(w) {
	case "related", "promo", "promoted", "recommended", "recommendation", "recommendations", "teaser", "teasers", "outbrain", "taboola", "trending", "popular", "readmore":
		return named, ofRelated
	case "recirc", "more", "latest", "suggested", "similar", "listing", "feed", "card", "cards", "grid", "tile", "next", "previous", "prev":
		return none, ofRelated
	case "share", "sharing", "social", "sharedaddy", "addtoany":
		return named, ofShare
	case "follow", "socials", "buttons", "actions", "tools":
		return none, ofShare
	case "advert", "ad", "ads", "advertisement", "adslot", "sponsored", "banner":
		return named, ofAdvert
	case "sponsor", "commercial", "dfp", "affiliate":
		return none, ofAdvert
	case "newsletter", "signup", "subscribe", "subscription", "login", "register", "cookie", "cookies", "popup", "modal":
		return named, ofLetter
	case "paywall", "cta", "form", "optin", "consent", "donate", "leadgen", "contact", "callout":
		return none, ofLetter
	case "comments", "comment", "disqus", "respond":
		return named, ofComment
	case "discussion", "replies", "reply":
		return none, ofComment
	case "breadcrumb", "breadcrumbs", "byline", "tags", "tagcloud", "toc":
		return named, ofMeta
	case "meta", "metadata", "date", "time", "timestamp", "published", "category", "categories", "contents", "info":
		return none, ofMeta
	case "appendix":
		return named, ofNotes
	case "authorbox", "bio", "boilerplate":
		return named, ofAuthor
	case "author", "authors", "biography", "vcard", "contributor", "profile", "about", "writer":
		return none, ofAuthor
	case "sidebar", "footer", "menu", "editsection", "navbar", "nav", "toolbar", "pagination", "pager", "widget":
		return named, ofMenu
	case "aside", "navigation", "foot", "bottom", "secondary", "rail", "footnav":
		return none, ofMenu
	case "screenreader", "sr", "jp": // for screen readers only; boxes of a plug-in below the text
		return named, ofHidden
	case "hidden", "hide", "visually", "collapse", "collapsed":
		return none, ofHidden
	case "caption", "gallery", "slideshow", "carousel":
		return named, ofPicture
	case "image", "photo", "picture", "credit", "figure", "slider", "slide":
		return none, ofPicture
	case "faq", "faqs", "accordion", "question", "answer", "toggle":
		return none, ofQuestion
	case "references", "reference", "footnote", "footnotes", "citation", "citations", "source", "sources", "disclaimer", "disclosure", "copyright", "license", "legal", "notice", "correction":
		return none, ofNotes
	case "rating", "ratings":
		return named, ofProduct
	case "product", "products", "price", "prices", "pricing", "buy", "deal", "deals", "shop", "store":
		return none, ofProduct
	case "dek", "deck", "standfirst", "summary", "blurb", "subtitle", "subheadline", "excerpt", "quote", "description":
		return deck, ofDeck
	case "header", "hero", "headline", "title", "masthead":
		return none, ofHeader
	case "video", "player", "audio", "podcast", "media":
		return none, ofMedia
	case "embed", "tweet", "elementor":
		return none, ofEmbed // also a kit that calls every box a widget
	}
	return none, 0
}
