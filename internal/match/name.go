package match

import (
	"slices"
	"strings"

	"dateline/internal/lang"
)

const leastName = 3 // bytes

// names are the words with a capital inside a sentence, by number. Arabic has no
// capitals, and shows none.
func names(text string, words []lang.Word) (list []int32) {
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && !strings.Contains(text[words[to-1].End:words[to].Start], "\n") {
			to++
		}
		list = appendNames(list, text, words[:to], from)
		from = to
	}
	return list
}

// appendNames appends those of the last line, which begins at a word. One of which
// most words have a capital, as headlines have, shows none.
func appendNames(list []int32, text string, words []lang.Word, from int) []int32 {
	before, capitals := len(list), 0
	for i := from; i < len(words); i++ {
		w := &words[i]
		if !lang.IsCapital(text[w.Start:]) {
			continue
		}
		capitals++
		inside := i > from && !strings.ContainsAny(text[words[i-1].End:w.Start], ".!?:\"“”‘")
		if inside && len(w.Form) >= leastName && lang.Weekday(w.Form) == 0 && !lang.IsFunction(w.Form) {
			list = append(list, int32(i))
		}
	}
	if capitals*2 > len(words)-from {
		return list[:before]
	}
	return list
}

// countNames counts the names in the passages, where they are fewer, and those of
// them that stand in the passages of both.
func countNames(a, b *Text, passages []chain) (all, same int) {
	var inA, inB []int32
	for _, c := range passages {
		inA = append(inA, a.within(a.names, c.a0, c.a1)...)
		inB = append(inB, b.within(b.names, c.b0, c.b1)...)
	}
	if len(inA) > len(inB) {
		a, b, inA, inB = b, a, inB, inA
	}
	for _, x := range inA {
		at := slices.IndexFunc(inB, func(y int32) bool { return spelledAlike(a.word(x), b.word(y)) })
		if at >= 0 {
			inB = slices.Delete(inB, at, at+1) // each name stands for one
			same++
		}
	}
	return len(inA), same
}

// spelledAlike reports whether two words are one that may be mistyped: with one
// wrong key in five a name of seven letters has one or two.
func spelledAlike(a, b []uint16) bool {
	const wrong, of = 2, 5
	if len(a) < len(b) {
		a, b = b, a
	}
	most := len(a) * wrong / of
	if len(a)-len(b) > most || len(a) > longestName {
		return slices.Equal(a, b)
	}
	// Edit distance (Wagner and Fischer, 1974), a row at a time.
	var row [longestName + 1]int
	for j := range b {
		row[j+1] = j + 1
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := corner
			if x != y {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, corner+1, row[j]+1)
		}
	}
	return row[len(b)] <= most
}

const longestName = 32 // letters
