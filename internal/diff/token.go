package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
)

// A token is a word or one sign, with the white space behind it.
type token struct {
	text string
	key  string // its essence
	id   int    // equal ones of both versions have the same
	word bool
	ends bool // a sentence
}

// cut cuts a text into tokens whose texts joined are the text. Words are those
// of package lang, which knows where the words of each script end; a number with
// its points is one word, or 2.5 that became 2.7 would be shown as 2.57.
func cut(text string) []token {
	_, words := lang.Words(text)
	c := cutter{text: text, tokens: make([]token, 0, len(words)*9/8+4)}
	for i := 0; i < len(words); i++ {
		from, to := words[i].Start, words[i].End
		for i+1 < len(words) && number(words[i].Form) && number(words[i+1].Form) && joins(text[to:words[i+1].Start]) {
			i++
			to = words[i].End
		}
		c.signs(from)
		c.add(to, true)
	}
	c.signs(len(text))
	if len(c.tokens) == 0 && text != "" {
		c.tokens = append(c.tokens, token{text: text})
	}
	return c.tokens
}

// A cutter cuts a text from its beginning on.
type cutter struct {
	text   string
	tokens []token
	lead   int // where the next token begins; more than pos before the first one
	pos    int
}

// add makes a token of what stands up to there, and of the white space behind.
func (c *cutter) add(end int, word bool) {
	rest := strings.TrimLeftFunc(c.text[end:], func(r rune) bool { return unicode.IsSpace(r) || dateline.Ignorable(r) })
	next := len(c.text) - len(rest)
	t := token{text: c.text[c.lead:next], key: dateline.Essence(c.text[c.pos:end]), word: word}
	// A line break ends one, too: headings have no full stop.
	t.ends = strings.ContainsRune(t.text, '\n') || endsInSpace(t.text) && c.stops(t.key)
	c.tokens = append(c.tokens, t)
	c.lead, c.pos = next, next
}

// signs makes tokens of the signs up to there.
func (c *cutter) signs(end int) {
	for c.pos < end {
		r, n := utf8.DecodeRuneInString(c.text[c.pos:])
		if unicode.IsSpace(r) || dateline.Ignorable(r) { // before the first token
			c.pos += n
			continue
		}
		c.add(c.pos+n, false)
	}
}

// stops reports whether a sign ends a sentence, alone or behind one that does.
func (c *cutter) stops(key string) bool {
	if n := len(c.tokens); n > 0 && (key == `"` || key == "'" || key == ")") {
		return stop(c.tokens[n-1].key)
	}
	return stop(key)
}

// stop reports the essence of a sign that ends a sentence, in the scripts that have one.
func stop(key string) bool {
	switch key {
	case ".", "!", "?", "؟", "…", "。", "！", "？":
		return true
	}
	return false
}

// number reports whether a folded word is digits alone.
func number(form string) bool {
	return strings.Trim(form, "0123456789") == ""
}

// joins reports whether what stands between two numbers makes them one.
func joins(gap string) bool {
	switch gap {
	case ".", ",", ":", "/", "٫", "٬", "،":
		return true
	}
	return false
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

func trailingSpace(s string) string {
	return s[len(strings.TrimRightFunc(s, unicode.IsSpace)):]
}

// intern numbers the tokens of both versions by their keys.
// Rows of numbers are compared from then on: the search looks at each token many times.
func intern(versions ...[]token) {
	ids := map[string]int{}
	for _, tokens := range versions {
		for i := range tokens {
			id, known := ids[tokens[i].key]
			if !known {
				id = len(ids)
				ids[tokens[i].key] = id
			}
			tokens[i].id = id
		}
	}
}
