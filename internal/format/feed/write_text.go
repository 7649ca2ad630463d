package feed

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// text makes a string fit for every format: valid UTF-8, no character that XML
// forbids, and no direction control. Readers set titles side by side, and a lone
// override in one would mirror its neighbours; direction is told by attributes.
func text(s string) string {
	return strings.Map(func(r rune) rune {
		if !printable(r) || turns(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// line is text in one line, as titles and names must be.
func line(s string) string { return strings.Join(strings.Fields(text(s)), " ") }

// printable leaves out what XML 1.0 forbids, the further control characters it
// advises against, and the noncharacters of Unicode.
func printable(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return true
	case r == utf8.RuneError, unicode.IsControl(r):
		return false
	default:
		return r&0xFFFE != 0xFFFE && (r < 0xFDD0 || r > 0xFDEF)
	}
}

// turns reports whether r embeds, overrides or isolates a direction.
func turns(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// address gives an absolute http address in ASCII, and "" for everything else:
// a feed must not carry "javascript:" into a reader.
func address(s string) string {
	u, err := url.Parse(line(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return escapeAddress(u.String())
}

// escapeAddress writes percent signs for the bytes that may not stand in a URI;
// url.URL leaves queries as they came.
func escapeAddress(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
