package body

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/internal/read/tree"
)

// raised walks what is set above the line. The linked number of a note goes: on one
// line with the text it would be a figure of the report, "closed.1". So would be a
// power, "10³" as 103.
func (b *builder) raised(n *html.Node) {
	text := tree.Text(n)
	link := tree.Find(n, func(c *html.Node) bool { return c.DataAtom == atom.A })
	if link != nil && isNote(text) {
		return
	}
	if power, ok := powers(text); ok && len(b.text) > 0 && isDigit(b.text[len(b.text)-1]) {
		b.write(power)
		return
	}
	b.children(n)
}

// ofNote reports a link that is the number of a note, set above the line or by its class.
func ofNote(n *html.Node) bool {
	c := n.FirstChild // most links are told by this, and their names need no look
	if c == nil || c.NextSibling != nil || c.Type == html.TextNode && len(c.Data) > 12 {
		return false
	}
	if c.DataAtom == atom.Sup {
		return isNote(tree.Text(c))
	}
	for w := (tree.Words{Of: tree.Attr(n, "class")}); w.Next(); {
		switch string(w.Word()) {
		case "footnote", "footnotes", "footnoteref", "noteref", "endnote":
			return isNote(tree.Text(n))
		}
	}
	return false
}

// isNote reports what notes are counted by: "1", "[12]", "(a)", "*".
func isNote(s string) bool {
	s = strings.Trim(s, "[]() ")
	if s == "" || strings.Trim(s, "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") == "" {
		// More digits are a year.
		return utf8.RuneCountInString(s) <= 3
	}
	return utf8.RuneCountInString(s) == 1 || strings.Trim(s, "*†‡§") == ""
}

// powers are digits as they are set above the line; false for all else.
func powers(s string) (string, bool) {
	var b strings.Builder
	for i := range len(s) {
		switch {
		case s[i] == '-' && i == 0:
			b.WriteString("⁻")
		case isDigit(s[i]):
			b.WriteString(string([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[s[i]-'0']))
		default:
			return "", false
		}
	}
	return b.String(), len(s) > 0 && len(s) <= 3
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
