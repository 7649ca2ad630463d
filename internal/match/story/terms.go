package story

import (
	"math"
	"strings"
	"time"

	"dateline/internal/lang"
)

// An Item is what a story needs to know of one.
type Item struct {
	Headline, Body string
	Date           time.Time // zero when it has none
	Apart          []int     // items that tell another event, by order of arrival, from 0
}

// text has the headline once: many feeds begin the text with it, and its words would count
// twice.
func (it *Item) text() string {
	if it.Headline == "" || strings.HasPrefix(it.Body, it.Headline) {
		return it.Body
	}
	return it.Headline + "\n" + it.Body
}

// How words are weighed. News says first what it is about; what comes after two
// hundred words is background, which two stories of one person share. A sentence
// or two, though, tells its event by names and numbers alone: all its other words
// are those of any event of the kind (measured on snippets: pair F1 79.7 without
// shortName and shortNumber, 81.8 with them; long texts lose by them).
const (
	readWords   = 200
	leadWords   = 50
	leadWeight  = 2.0
	nameWeight  = 1.2
	shortWords  = 60  // fewer words are a short text
	briefWords  = 100 // see bands
	shortName   = 1.4
	shortNumber = 1.5
)

// A term is a word of an item with the weight that the item alone gives it.
type term struct {
	stem     string
	weight   float64
	times    int
	capitals int // how often it has one inside a sentence
}

// terms are the words of an item that may tell its story: stems without function
// words, each once, in the order of the text.
func terms(text string, words []lang.Word) []term {
	var out []term
	at := map[string]int{}
	end := 0
	for n, w := range words[:min(len(words), readWords)] {
		gap := text[end:w.Start]
		end = w.End
		if lang.IsFunction(w.Form) || len(w.Form) < 2 {
			continue
		}
		stem := lang.Stem(w.Form, "")
		i, ok := at[stem]
		if !ok {
			i = len(out)
			at[stem], out = i, append(out, term{stem: stem})
		}
		t := &out[i]
		t.times++
		t.weight++
		if n < leadWords {
			t.weight += leadWeight - 1
		}
		// Behind these signs a sentence or a quotation begins, and every first word has a capital.
		if n > 0 && lang.IsCapital(text[w.Start:]) && !strings.ContainsAny(gap, ".!?:\n\"“”‘") {
			t.capitals++
		}
	}
	for i := range out {
		out[i].weigh(len(words) < shortWords)
	}
	return out
}

// weigh makes of a count a weight: the tenth time a word says less than the
// first.
func (t *term) weigh(short bool) {
	t.weight = math.Sqrt(t.weight)
	switch {
	case short && t.name():
		t.weight *= shortName
	case short && strings.Trim(t.stem, "0123456789") == "":
		t.weight *= shortNumber
	case t.name():
		t.weight *= nameWeight
	}
}

// name reports whether a word is a name: mostly with a capital, or a rare word
// with one at all.
func (t *term) name() bool {
	return t.capitals*2 > t.times || t.capitals > 0 && t.times <= 2
}
