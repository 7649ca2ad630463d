package match

import "slices"

// Numbers that clash. News told in one template (a market close, an earthquake, a
// verdict) agrees in most of its letters, but hardly in a number; copies and
// rewrites change words and keep the figures. Of 3,731 pairs of one origin from
// templates and 1,127 of the sets in docs/matching.md, mistyped ones among them, each
// has at least half of the numbers of its passages in common; of 6,058 others from
// one template, 95 of 100 have none.
const (
	fewNumbers  = 2   // that stand in the passages of both: one may be an edit
	fullNumbers = 4   // from which they speak in full: of a toll, two may have been raised
	halfCommon  = 0.5 // share of numbers in common from which none clash
	clashSlope  = 1.0 // by how much more of a text must stand in the other when none is
)

// clash says how much the numbers of the passages speak against one origin, 0 to 1.
func (g *Agreement) clash() float64 {
	if g.Numbers < fewNumbers {
		return 0
	}
	return max(0, 1-float64(g.Common)/(halfCommon*float64(g.Numbers))) * min(1, float64(g.Numbers)/fullNumbers)
}

// isNumber reports whether a word is written in digits.
func isNumber(letters []uint16) bool {
	for _, l := range letters {
		if l < '0' || l > '9' {
			return false
		}
	}
	return len(letters) > 0
}

// numbersIn appends the numbers that stand from one word to another, as hashes.
func (t *Text) numbersIn(list []uint64, from, to int) []uint64 {
	at, _ := slices.BinarySearch(t.numbers, int32(from))
	for ; at < len(t.numbers) && int(t.numbers[at]) <= to; at++ {
		n := t.numbers[at]
		list = append(list, runHash(t.letters[t.first[n]:t.first[n+1]]))
	}
	return list
}

// inCommon is how many of the numbers of one list are in the other, each as often
// as it is in both. It puts them in order.
func inCommon(a, b []uint64) (n int) {
	slices.Sort(a)
	slices.Sort(b)
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
