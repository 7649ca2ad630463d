package names

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/lang"
)

// A Pair is one name in both scripts.
type Pair struct{ Arabic, English string }

// unit is a piece of a name in both scripts; either side may be empty.
type unit struct{ ar, en string }

// table has the probability of each unit.
type table map[unit]float64

// pieces lists the ends of all beginnings of s, by where they end and how long
// they are, at most most letters.
func pieces(s string, most int) [][]string {
	r := []rune(s)
	out := make([][]string, len(r)+1)
	for end := range out {
		for n := 0; n <= most && n <= end; n++ {
			out[end] = append(out[end], string(r[end-n:end]))
		}
	}
	return out
}

// bound puts signs for beginning and end around a name, since letters at the
// ends of a word are written differently.
func bound(s string) string { return "^" + s + "$" }

// A learner counts units.
type learner struct {
	prob, count table
}

// allowed reports whether a unit may have such a shape.
func allowed(ar, en int) bool {
	switch {
	case ar == 0:
		return en == 1 // a vowel that Arabic does not write
	case ar == 1:
		return true
	default:
		return en >= 1
	}
}

// Learn finds the probabilities of units under which the pairs are likeliest, by
// expectation maximization over all ways to cut them (Bisani and Ney,
// "Joint-sequence models for grapheme-to-phoneme conversion", 2008).
func Learn(pairs []Pair, rounds int) map[[2]string]float64 {
	l := learner{prob: table{}}
	type cut struct{ ar, en [][]string }
	cuts := make([]cut, len(pairs))
	for i, p := range pairs {
		cuts[i] = cut{pieces(bound(fold(p.Arabic)), maxArabic), pieces(bound(foldLatin(p.English)), maxEnglish)}
	}
	for round := range rounds {
		l.count = table{}
		for _, c := range cuts {
			l.expect(c.ar, c.en, round == 0)
		}
		l.maximize()
	}
	out := map[[2]string]float64{}
	for u, p := range l.prob {
		if p > leastProbability {
			out[[2]string{u.ar, u.en}] = p
		}
	}
	return out
}

const leastProbability = 2e-6

// weight is the probability of a unit, as far as the rounds before have found it.
func (l *learner) weight(u unit, first bool) float64 {
	if first {
		// Before anything is known all units of a size are alike, and each letter
		// more makes one rarer: otherwise whole names would become units.
		w := 1.0
		for range len([]rune(u.ar)) + len(u.en) {
			w *= 0.05
		}
		return w
	}
	return l.prob[u]
}

func grid(n, m int) [][]float64 {
	g := make([][]float64, n)
	for i := range g {
		g[i] = make([]float64, m)
	}
	return g
}

// expect adds the units of a pair, each by its share in all ways to cut it.
func (l *learner) expect(ar, en [][]string, first bool) {
	n, m := len(ar), len(en)
	f, b := grid(n, m), grid(n, m)
	f[0][0], b[n-1][m-1] = 1, 1
	each := func(i, j int, do func(x, y int, u unit)) {
		for x := range ar[i] {
			for y := range en[j] {
				if x+y > 0 && allowed(x, y) {
					do(x, y, unit{ar[i][x], en[j][y]})
				}
			}
		}
	}
	for i := range n {
		for j := range m {
			each(i, j, func(x, y int, u unit) { f[i][j] += f[i-x][j-y] * l.weight(u, first) })
		}
	}
	all := f[n-1][m-1]
	// No units that are left make this pair: it teaches nothing more.
	if all == 0 {
		return
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			each(i, j, func(x, y int, u unit) {
				w := l.weight(u, first)
				l.count[u] += f[i-x][j-y] * w * b[i][j] / all
				b[i-x][j-y] += w * b[i][j]
			})
		}
	}
}

// maximize makes counts probabilities. Every unit loses something, the long ones
// more: else the table would fill with whole syllables seen once, which is
// learning by heart. Of 12,877 pairs about 640 units remain.
func (l *learner) maximize() {
	const discount = 0.5
	sum := 0.0
	l.prob = table{}
	for u, c := range l.count {
		size := len([]rune(u.ar)) + len(u.en)
		c -= discount * float64(max(1, size-2))
		if size <= 2 && len(u.en) <= 1 {
			c = max(c, 0.01) // any letter may be left out or wrong, seldom
		}
		if c > 0 {
			l.prob[u] = c
			sum += c
		}
	}
	for u := range l.prob {
		l.prob[u] /= sum
	}
}

// Write prints a learnt table, a unit a line: Arabic, Latin, probability.
func Write(w io.Writer, units map[[2]string]float64) error {
	keys := slices.SortedFunc(maps.Keys(units), func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for _, k := range keys {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%.3g\n", k[0], k[1], units[k]); err != nil {
			return err
		}
	}
	return nil
}

// fold leaves out vowel signs and stretching, and writes letters of Persian and of
// the Maghreb as the Arabic press does: the table was learnt from names that have
// none of them, and a letter without a unit makes a name impossible.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if 0x064B <= r && r <= 0x0652 || r == 'ـ' || r == 0x200C {
			return -1
		}
		switch r {
		case 'ی':
			return 'ي'
		case 'ک':
			return 'ك'
		case 'پ':
			return 'ب'
		case 'ڤ', 'ڥ':
			return 'ف'
		case 'چ', 'ژ':
			return 'ج'
		case 'گ', 'ڭ', 'ݣ':
			return 'غ'
		}
		return r
	}, s)
}

// foldLatin leaves out case, and accents for the same reason: Erdoğan is Erdogan.
func foldLatin(s string) string {
	s = strings.ToLower(s)
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	return lang.Fold(s)
}
