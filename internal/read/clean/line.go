package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Line is s as one line of text: runs of white space become one space, control
// characters and what reorders text go. An override or embedding of direction
// in a headline would otherwise turn round the page that it is shown on.
func Line(s string) string {
	if tidy(s) {
		return s
	}
	return rewrite(s)
}

// Heading is a heading on one line, without the sign of the link to it that systems for manuals
// set behind: "Harbour opens¶".
func Heading(s string) string {
	s = Line(s)
	if bare, ok := strings.CutSuffix(s, "¶"); ok && bare != "" {
		return strings.TrimRight(bare, " ")
	}
	return s
}

// rewrite is the long way of Line.
func rewrite(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case isSpace(r):
			space = true
			continue
		case drop(r):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// Lines is s with its line breaks kept: each line is cleaned, blank runs become
// one blank line.
func Lines(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\f", "\n\n").Replace(s)
	var out []string
	blank := true
	for l := range strings.SplitSeq(s, "\n") {
		l = Line(l)
		if l == "" && blank {
			continue
		}
		blank = l == ""
		out = append(out, l)
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}

// Markup is Line of a string that may hold HTML, as titles of feeds and of
// structured data do: tags go, entities are resolved, scripts go whole.
func Markup(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return Line(s)
	}
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	hidden := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return Line(b.String())
		case html.TextToken:
			if hidden == "" {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch n := string(name); n {
			case "script", "style", "template":
				hidden = n
			case "br", "p", "div", "li":
				b.WriteByte(' ')
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == hidden {
				hidden = ""
			}
		}
	}
}

// tidy reports whether Line would change nothing, as is so of most lines: then
// no copy is made of them.
func tidy(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case '!' <= c && c <= '~':
			i++
		case c == ' ':
			if prev == ' ' {
				return false
			}
			i++
		// Of two bytes are letters and marks alone from U+00C0 on, those of Arabic among them.
		case c >= 0xC3 && c <= 0xDF && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
			i += 2
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError || isSpace(r) || drop(r) { // an error may be a stray byte
				return false
			}
			i += n
		}
		prev = s[i-1]
	}
	return prev != ' ' || s == ""
}

// isSpace reports Unicode's white space and what else shows as a gap or as
// nothing between words. Most of what is asked lies below the second case.
func isSpace(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r == ' ' || r >= '\t' && r <= '\r'
	case r < 0x1680:
		return r == 0x85 || r == 0xa0
	case r >= 0x2000 && r <= 0x200b:
		return true
	}
	switch r {
	case 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0x3164:
		return true
	}
	return false
}

// drop reports characters that no text needs. The marks LRM, RLM and ALM and
// the joiners stay: Persian and mixed lines are wrong without them.
func drop(r rune) bool {
	switch {
	case r >= 0xae && r < 0x2000:
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xad, r == 0xfeff:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f:
		return true
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xfffe && r <= 0xffff, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}
