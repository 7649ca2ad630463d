// Package readtest has what the tests of all of internal/read's packages ask of
// what was read: that it was there to be read.
package readtest

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Adds names a letter that stands more often in what was read of a page or text
// than in that itself; "" when there is none. Case does not count, nor how a
// letter is written: as an entity, an escape of JSON or a presentation form.
// Only Latin and Arabic letters are counted, and no ligatures.
func Adds(in, read string) string {
	most := map[rune]int{}
	count := func(s string) {
		for r, n := range letters(s) {
			most[r] = max(most[r], n)
		}
	}
	count(in)
	for range 2 { // what is escaped may have been escaped before
		if strings.Contains(in, `\u`) {
			count(unescape(in))
		}
		if !strings.Contains(in, "&") {
			break
		}
		in = html.UnescapeString(in)
		count(in)
	}
	for r, n := range letters(read) {
		if n > most[r] {
			return strconv.QuoteRune(r)
		}
	}
	return ""
}

// letters counts letters; NFKC makes presentation forms those that they show.
func letters(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range strings.ToLower(norm.NFKC.String(s)) {
		if r >= 'a' && r <= 'z' || r >= 'ء' && r <= 'ي' {
			out[r]++
		}
	}
	return out
}

var escape = regexp.MustCompile(`\\u[0-9a-fA-F]{4}`)

// unescape reads the escapes of JSON.
func unescape(s string) string {
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		n, err := strconv.ParseUint(e[2:], 16, 32)
		if err != nil {
			return e
		}
		return string(rune(n))
	})
}

// Broken says what is wrong with a line for people: it is no UTF-8, holds a line
// break, a control or a character that turns the text around, or has white space
// at its ends; "" when nothing is.
func Broken(line string) string {
	switch {
	case !utf8.ValidString(line):
		return "it is no UTF-8"
	case line != strings.TrimSpace(line):
		return "white space at its ends"
	}
	for _, r := range line {
		if unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' {
			return "it holds " + strconv.QuoteRune(r)
		}
	}
	return ""
}
