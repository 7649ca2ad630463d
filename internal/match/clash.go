package match

import (
	"cmp"
	"slices"

	"dateline/internal/lang"
)

// Numbers and names that clash. News told in one template (a market close, an earthquake, a
// verdict) agrees in most of its letters, but hardly in a number; copies and
// rewrites change words and keep the figures. Of 3,731 pairs of one origin from
// templates and 1,127 of the sets in docs/matching.md, mistyped ones among them, each
// has at least half of the numbers of its passages in common; of 6,058 others from
// one template, 95 of 100 have none. Days of the week count with the numbers.
//
// A court, a fire brigade and a survey send a template, too, with hardly a number.
// There the names differ: of 638 pairs of one origin in dup-dev, the mistyped ones
// among them, each has 0.6 and more of the names of its passages in common.
const (
	fewFacts   = 2   // that stand in the passages of both: one may be an edit
	fullFacts  = 4   // from which they speak in full: of a toll, two may have been raised
	halfCommon = 0.5 // share in common from which none clash
	bothMostly = 0.5 // share of each text in passages from which names count: of a rewrite that keeps less, those at the ends are chance
	clashSlope = 1.0 // by how much more of a text must stand in the other when none is
)

// clash says how much the numbers, or the names, of the passages speak against one
// origin, 0 to 1.
func (g *Agreement) clash() float64 {
	if g.Form {
		return 1
	}
	return max(clash(g.Numbers, g.SameNumbers), clash(g.Names, g.SameNames))
}

func clash(facts, common int) float64 {
	if facts < fewFacts {
		return 0
	}
	return max(0, 1-float64(common)/(halfCommon*float64(facts))) * min(1, float64(facts)/fullFacts)
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

// within is what stands of some words of a text between two places, in letters.
func (t *Text) within(some []int32, from, to int32) []int32 {
	first, _ := slices.BinarySearch(some, int32(t.wordAt(from)))
	last, _ := slices.BinarySearch(some, int32(t.wordAt(to-1))+1)
	return some[first:last]
}

// figures appends the hashes of the numbers and days between two places.
func (t *Text) figures(list []uint64, from, to int32) []uint64 {
	first, last := int32(t.wordAt(from)), int32(t.wordAt(to-1))
	at, _ := slices.BinarySearchFunc(t.numbers, first, func(n run, word int32) int { return cmp.Compare(n.first, word) })
	for ; at < len(t.numbers) && t.numbers[at].last <= last; at++ {
		list = append(list, runHash(t.letters[t.first[t.numbers[at].first]:t.first[t.numbers[at].last+1]]))
	}
	for _, n := range t.within(t.days, from, to) {
		list = append(list, runHash(t.word(n)))
	}
	return list
}

// weekdays are the days of the week named between two places, a bit for each.
func (t *Text) weekdays(from, to int32) (days uint8) {
	for _, n := range t.within(t.days, from, to) {
		days |= 1 << lang.Weekday(t.form(int(n)))
	}
	return days
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
