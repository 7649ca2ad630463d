package feed

import (
	"html"
	"strings"
)

// maxEntity is the length of the longest named character reference.
const maxEntity = 34

// unescape decodes the character references of XML and HTML once. An ampersand
// that begins none stays: feeds are full of addresses with bare ampersands.
// html.UnescapeString alone would take "&copy=2" of an address for a sign.
func unescape(s string) string {
	amp := strings.IndexByte(s, '&')
	if amp < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for amp >= 0 {
		b.WriteString(s[:amp])
		s = s[amp:]
		n := reference(s)
		switch {
		case n == 0:
			b.WriteByte('&')
			n = 1
		default:
			b.WriteString(decodeReference(s[:n]))
		}
		s = s[n:]
		amp = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// reference is the length of the character reference that s begins with, with
// its semicolon, or 0.
func reference(s string) int {
	for i := 1; i < len(s) && i <= maxEntity; i++ {
		c := s[i]
		switch {
		case c == ';':
			if i == 1 || !isReference(s[:i+1]) {
				return 0
			}
			return i + 1
		case c == '#' && i == 1:
		case c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z':
		default:
			return 0
		}
	}
	return 0
}

// isReference reports whether a reference means something with its semicolon.
func isReference(ref string) bool {
	switch ref {
	case "&lt;", "&gt;", "&amp;", "&quot;", "&apos;":
		return true
	}
	// Old names need no semicolon, and longer words begin with them: "&copyx;" would read as
	// a sign and "x;", with its semicolon and without.
	d := html.UnescapeString(ref)
	return d != ref && d != html.UnescapeString(ref[:len(ref)-1])+";"
}

// decodeReference decodes a known reference; control characters vanish.
func decodeReference(ref string) string {
	switch ref {
	case "&lt;":
		return "<"
	case "&gt;":
		return ">"
	case "&amp;":
		return "&"
	case "&quot;":
		return `"`
	}
	d := html.UnescapeString(ref)
	if len(d) == 1 && d[0] < 0x20 && !isSpace(d[0]) {
		return ""
	}
	return d
}
