package locale

import (
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// A Phrase is a message with numbered places: "Read the whole item at {1}".
type Phrase string

// With fills the places in order. What it puts in comes from outside, so each
// is isolated: an Arabic name must not turn the English sentence around it.
func (p Phrase) With(values ...string) string {
	pairs := make([]string, 0, 2*len(values))
	for i, v := range values {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", Isolate(v))
	}
	// One pass: a value that holds {2} itself is not filled again.
	return strings.NewReplacer(pairs...).Replace(string(p))
}

// Isolate wraps s in the characters that keep its direction to itself, for
// places where no element can do so.
// Controls of direction in s itself are taken out, so that none can end it early.
func Isolate(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
	// First strong isolate and pop directional isolate (UAX #9): what stands between finds
	// its own direction by its first letter.
	return "\u2068" + s + "\u2069"
}

// A Plural is a message that counts; {n} stands for the number. English uses
// One and Other, Arabic all six forms.
type Plural struct {
	Zero  string `json:"zero,omitempty"`
	One   string `json:"one,omitempty"`
	Two   string `json:"two,omitempty"`
	Few   string `json:"few,omitempty"`
	Many  string `json:"many,omitempty"`
	Other string `json:"other"`
}

// form returns the text for a CLDR category; a language that lacks it has
// Other.
func (p Plural) form(category plural.Form) string {
	var text string
	switch category {
	case plural.Zero:
		text = p.Zero
	case plural.One:
		text = p.One
	case plural.Two:
		text = p.Two
	case plural.Few:
		text = p.Few
	case plural.Many:
		text = p.Many
	}
	if text == "" {
		return p.Other
	}
	return text
}

// Count says how many: "3 new items", "٣ أخبار جديدة".
func (e *Edition) Count(p Plural, n int) string {
	tag := language.English
	if e.arabic() {
		tag = language.Arabic
	}
	text := p.form(plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0))
	return strings.ReplaceAll(text, "{n}", e.Number(n))
}
