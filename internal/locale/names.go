package locale

import (
	"cmp"
	"strings"

	"dateline/internal/lang"
)

// CompareNames orders names in lists: those in the edition's own direction first,
// for a reader looks for them at the beginning; then by their letters, however they
// are spelled, and by numbers as such ("Post 2" before "Post 10").
func (e *Edition) CompareNames(a, b string) int {
	foreign := func(name string) int {
		if lang.Direction(name) == e.Direction() {
			return 0
		}
		return 1
	}
	return cmp.Or(foreign(a)-foreign(b), strings.Compare(sortable(a), sortable(b)), strings.Compare(a, b))
}

// sortable is a name folded, with its numbers of one length.
func sortable(name string) string {
	var b strings.Builder
	digits := 0
	// The blank behind lets the loop write a number with which the name ends.
	folded := lang.Fold(name) + " "
	for i := range len(folded) { // digits are single bytes once folded
		if c := folded[i]; c >= '0' && c <= '9' {
			digits++
			continue
		}
		if digits > 0 {
			b.WriteString(strings.Repeat("0", max(0, longestNumber-digits)))
			b.WriteString(folded[i-digits : i])
			digits = 0
		}
		b.WriteByte(folded[i])
	}
	return b.String()
}

// longestNumber is how long numbers in names are that still are ordered as numbers.
const longestNumber = 12
