package feed

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// text makes a string fit for every format: valid UTF-8, no character that XML
// forbids, and no direction control that would turn what comes after it.
func text(s string) string {
	s = strings.Map(func(r rune) rune {
		if !printable(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	if balanced(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if opensDirection(r) || closesDirection(r) {
			return -1
		}
		return r
	}, s)
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

// balanced reports whether every direction that is opened is closed again, in
// order. Feed readers set titles side by side: a lone override in one would
// mirror its neighbours.
func balanced(s string) bool {
	var open []rune
	for _, r := range s {
		if opensDirection(r) {
			open = append(open, closing(r))
		}
		if closesDirection(r) {
			if len(open) == 0 || open[len(open)-1] != r {
				return false
			}
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}

const (
	popFormatting = '\u202C'
	popIsolate    = '\u2069'
)

func opensDirection(r rune) bool {
	return r == '\u202A' || r == '\u202B' || r == '\u202D' || r == '\u202E' || r >= '\u2066' && r <= '\u2068'
}

func closesDirection(r rune) bool { return r == popFormatting || r == popIsolate }

// closing is the control that ends what r opens.
func closing(r rune) rune {
	if r >= '\u2066' {
		return popIsolate
	}
	return popFormatting
}

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
