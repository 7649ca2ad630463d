package match

import "time"

// lateAfter is from when on carrying words again is late. Copies of wire copy go
// round within a day or two; a week's digest may bring them once more, and says
// so. After three days "on Thursday" means another Thursday.
const lateAfter = 3 * 24 * time.Hour

// Late is how long after the earliest known item with its words an item came, 0
// when it came in time, or one of the two has no date. The relative days of what
// is late are those of the earliest.
func Late(earliest, item time.Time) time.Duration {
	if earliest.IsZero() || item.IsZero() {
		return 0
	}
	if age := item.Sub(earliest); age > lateAfter {
		return age
	}
	return 0
}
