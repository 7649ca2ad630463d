// Package place finds the countries and capitals that a text names, in English and
// Arabic, with their country. Countries are named as CLDR names them
// (golang.org/x/text/language/display), capitals by a list written by hand. It is
// pure, and rather leaves a place out than takes a person for one.
package place

import (
	"strings"

	"dateline/internal/annotate/token"
	"dateline/internal/lang"
)

// A Place is a place in the text; offsets are in bytes.
type Place struct {
	Start, End int
	Country    string // ISO 3166-1 alpha-2
}

// English finds the places of an English text: capitals that stand in no longer
// run of capitals, so that Jordan is found and Michael Jordan is not.
func English(t *token.Text) []Place {
	var out []Place
	names := english()
	for i := 0; i < len(t.Tokens); i++ {
		if !t.Tokens[i].Upper {
			continue
		}
		n, country := names.longest(i, func(k int) string { return low(t, k) })
		if n == 0 && t.Body[t.Tokens[i].Start:t.Tokens[i].End] == "US" {
			n, country = 1, "US" // in small letters it is us
		}
		if n > 0 && inState(t, i+n) {
			country = "US" // Paris, Texas
		}
		if n > 0 && !inName(t, i, i+n) {
			out = append(out, Place{t.Tokens[i].Start, ending(t, i+n-1), country})
		}
		if n > 0 {
			i += n - 1
		}
	}
	return out
}

// inState reports a comma and a state of the United States at token i.
func inState(t *token.Text, i int) bool {
	if i+1 >= len(t.Tokens) || t.Tokens[i].Kind != token.Comma || !t.Tokens[i+1].Upper {
		return false
	}
	w := low(t, i+1)
	if w == "new" || w == "north" || w == "south" || w == "west" {
		w += " " + low(t, i+2)
	}
	switch w {
	case "alabama", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky",
		"louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey",
		"new mexico", "new york", "north carolina", "north dakota", "ohio", "oklahoma", "oregon", "pennsylvania", "south carolina", "south dakota", "tennessee", "texas", "utah",
		"vermont", "virginia", "west virginia", "wisconsin", "wyoming":
		return true
	}
	return false
}

// low is the word at token i without its genitive; "" for marks.
func low(t *token.Text, i int) string {
	if i >= len(t.Tokens) || t.Tokens[i].Kind != token.Word {
		return ""
	}
	return strings.TrimSuffix(t.Tokens[i].Low, "'s")
}

// ending is where the place's last word ends, without its genitive.
func ending(t *token.Text, i int) int {
	tok := t.Tokens[i]
	text := t.Body[tok.Start:tok.End]
	return tok.Start + len(strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "’s"))
}

// inName reports that the run of tokens is a part of a longer name: Chad Bell, New
// Mexico, the Bank of England.
func inName(t *token.Text, first, last int) bool {
	if next := last; next < len(t.Tokens) && t.Tokens[next].Kind == token.Word && t.Tokens[next].Upper && !strings.HasSuffix(t.Tokens[last-1].Low, "'s") {
		return true
	}
	if first == 0 || t.Tokens[first-1].Kind != token.Word {
		return false
	}
	before := t.Tokens[first-1]
	// The Bank of England is one name; in the banks of England the place stands alone.
	if before.Low == "of" && first > 1 && t.Tokens[first-2].Upper && t.Tokens[first-2].Kind == token.Word {
		return true
	}
	return before.Upper && !strings.HasSuffix(before.Low, "'s") && !small(before.Low)
}

// small tells words that may stand before a place with a capital, at a sentence's
// start.
func small(w string) bool {
	switch w {
	case "in", "from", "the", "to", "at", "near", "across", "for", "with", "and", "but", "if", "while", "when", "as", "since", "both", "like", "northern", "southern",
		"eastern", "western", "central", "president", "minister":
		return true
	}
	return false
}

// Arabic finds the places of an Arabic text, with و, ف, ب, ك and ل written to them.
func Arabic(t *token.Text) []Place {
	var out []Place
	names := arabic()
	folded := t.Folded()
	at := func(k int) string {
		if k < len(folded) {
			return folded[k]
		}
		return ""
	}
	for i := 0; i < len(folded); i++ {
		// The word as it is comes first, so that a name that begins with و or ب is not cut.
		for _, w := range readings(folded[i]) {
			n, country := names.longest(i, func(k int) string {
				if k == i {
					return w
				}
				return at(k)
			})
			if n > 0 {
				out = append(out, Place{t.Tokens[i].Start, t.Tokens[i+n-1].End, country})
				i += n - 1 // the Sudan in South Sudan is no place of its own
				break
			}
		}
	}
	return out
}

// readings are a folded word as it is and without the particles before it. Without
// ال behind them ف and ك are rather letters of the word: كلاوس is a man.
func readings(w string) []string {
	all := lang.Unprefixed(w)
	kept := all[:1]
	for _, r := range all[1:] {
		cut := w[:max(0, len(w)-len(r))]
		if strings.HasSuffix(cut, "ف") || strings.HasSuffix(cut, "ك") {
			if !strings.HasPrefix(r, "ال") {
				continue
			}
		}
		kept = append(kept, r)
	}
	return kept
}
