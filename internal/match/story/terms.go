package story

import (
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
)

// An Item is what a story needs to know of one.
type Item struct {
	Headline, Body string
	Date           time.Time // zero when it has none
}

// A term is a word of an item with the weight that the item alone gives it.
type term struct {
	stem   string
	weight float64
	name   bool
	number bool
}

// terms are the words of an item that may tell its story: stems without function
// words. What stands early counts more, since news says first what it is about,
// and names and numbers more than other words, since they tell apart two events
// of one kind.
func terms(it *Item, k *knobs) []term {
	text := it.Body
	if it.Headline != "" && !strings.HasPrefix(text, it.Headline) {
		text = it.Headline + "\n" + text
	}
	_, words := lang.Words(text)
	var out []term
	at := map[string]int{}
	var caps, all []int
	end := 0
	for n, w := range words {
		gap := text[end:w.Start]
		end = w.End
		if n > k.read {
			break
		}
		if lang.IsFunction(w.Form) || len(w.Form) < 2 {
			continue
		}
		stem := lang.Stem(w.Form, "")
		i, ok := at[stem]
		if !ok {
			i = len(out)
			at[stem] = i
			out = append(out, term{stem: stem, number: isNumber(stem)})
			caps, all = append(caps, 0), append(all, 0)
		}
		if n < k.lead {
			out[i].weight += k.leadWeight
		} else {
			out[i].weight++
		}
		all[i]++
		if r, _ := utf8.DecodeRuneInString(text[w.Start:]); unicode.IsUpper(r) && n > 0 && !strings.ContainsAny(gap, ".!?:\n\"“”‘") {
			caps[i]++
		}
	}
	for i := range out {
		t := &out[i]
		t.weight = math.Pow(t.weight, k.power)
		if caps[i]*2 > all[i] || caps[i] > 0 && all[i] <= 2 {
			t.name = true
			t.weight *= k.name
		}
		if t.number {
			t.weight *= k.number
		}
	}
	return out
}

func isNumber(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}
