package feed

import (
	"encoding/base64"
	"html"
	"strings"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"
)

// A Text is a text of a feed, decoded once, with what the feed says it is.
type Text struct {
	Value string
	Type  string // "text", "html", or "" when the format leaves it open
}

// IsZero reports whether there is nothing in it.
func (t Text) IsZero() bool { return strings.TrimSpace(t.Value) == "" }

// HTML is the text as markup.
func (t Text) HTML() string {
	if t.Type == "text" {
		return html.EscapeString(t.Value)
	}
	return t.Value
}

// Plain is the text without markup, in one line. A feed that leaves open what
// its titles are means markup when there is a tag or a reference in them.
func (t Text) Plain() string {
	v := t.Value
	if t.Type != "text" && strings.ContainsAny(v, "<&") {
		v = strip(v)
	}
	return strings.Join(strings.Fields(v), " ")
}

// strip takes the tags out of markup and decodes its references. What stands in
// blocks of its own is apart, and programs and styles are no text.
func strip(markup string) string {
	if !strings.Contains(markup, "<") {
		return unescape(markup)
	}
	var b strings.Builder
	z := nethtml.NewTokenizer(strings.NewReader(markup))
	hidden := false // in a program or a style, which the tokenizer gives as one text
	for {
		kind := z.Next()
		switch kind {
		case nethtml.ErrorToken:
			return b.String()
		case nethtml.TextToken:
			if !hidden {
				b.WriteString(html.UnescapeString(string(z.Raw())))
			}
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken, nethtml.EndTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style":
				hidden = kind == nethtml.StartTagToken
			case "br", "p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote":
				b.WriteByte(' ')
			}
		}
	}
}

// textOf is the text of an element: of Atom's text constructs, of RSS's
// elements, and of markup that stands unescaped in either.
func textOf(n *node) Text {
	if n == nil {
		return Text{}
	}
	kind := n.attr("type")
	switch {
	case kind == "xhtml", kind == "html" && len(n.kids) == 1:
		return Text{withoutDiv(n, kind), "html"}
	case len(n.kids) > 0: // markup that nobody escaped, or Atom 0.3's
		return Text{strings.TrimSpace(strings.Replace(n.inner, ` xmlns="http://www.w3.org/1999/xhtml"`, "", 1)), "html"}
	case n.attr("mode") == "base64" || kind == "application/octet-stream":
		return Text{fromBase64(n.text), "html"}
	case isFile(kind):
		return Text{} // a picture or a document in letters (RFC 4287, section 4.1.3.3)
	case strings.HasPrefix(kind, "text/plain") && n.attr("mode") != "escaped": // which Atom 0.3 has for markup
		return Text{strings.TrimSpace(n.text), "text"}
	case kind == "" || strings.HasPrefix(kind, "text/plain"):
		return Text{strings.TrimSpace(n.text), ""}
	case kind == "text":
		return Text{strings.TrimSpace(n.text), "text"}
	default:
		return Text{strings.TrimSpace(n.text), "html"}
	}
}

// isFile reports the type of what is neither text nor markup.
func isFile(kind string) bool {
	family, _, _ := strings.Cut(kind, "/")
	switch strings.ToLower(family) {
	case "image", "audio", "video", "font":
		return true
	case "application":
		return !strings.Contains(kind, "xml") && !strings.Contains(kind, "html")
	}
	return false
}

// fromBase64 decodes, or gives the text back as it stands.
func fromBase64(text string) string {
	b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil || !utf8.Valid(b) {
		return strings.TrimSpace(text)
	}
	return strings.TrimSpace(clean(string(b)))
}

// withoutDiv is the markup inside an element, without the one div that Atom
// wants around it, and without the prefix that XHTML may have there. Some put
// the div around markup that is escaped all the same.
func withoutDiv(n *node, kind string) string {
	div := n.kid("div", "xhtml:div")
	// RFC 4287, section 3.1.1.3: the div itself is not part of the content.
	if div == nil || len(n.kids) != 1 || strings.TrimSpace(n.text) != "" {
		return strings.TrimSpace(n.inner)
	}
	if kind == "html" && len(div.kids) == 0 {
		return strings.TrimSpace(div.text)
	}
	inner := div.inner
	written := strings.TrimLeft(n.inner, " \t\r\n<")
	if prefix, rest, ok := strings.Cut(written, ":"); ok && hasPrefixFold(rest, "div") && len(prefix) < 20 {
		inner = strings.NewReplacer("<"+prefix+":", "<", "</"+prefix+":", "</").Replace(inner)
	}
	return strings.TrimSpace(inner)
}

// firstText is the text of the first child with one of the keys that has any.
func (n *node) firstText(keys ...string) Text {
	for _, key := range keys {
		for _, k := range n.kids {
			if k.key == key {
				if t := textOf(k); !t.IsZero() {
					return t
				}
			}
		}
	}
	return Text{}
}
