package when

import (
	"time"

	"dateline"
)

// Days are the days that claims give beyond doubt. A date such as 3/4/2025,
// which can be read in two ways, is read in the one that agrees with them.
func Days(claims []Claim, c Context) map[string]bool {
	days := map[string]bool{}
	c.strict = true
	for _, cl := range claims {
		if st, ok := read(cl, c); ok && (st.Confidence != dateline.Doubtful || cl.Weak) && !st.Time.IsZero() {
			days[st.Time.Format(time.DateOnly)] = true
		}
	}
	return days
}

// Count is how many days claims give; what can be read in two ways is one.
func Count(claims []Claim) int {
	days := map[string]bool{}
	for _, cl := range claims {
		if st, ok := read(cl, Context{}); ok && !st.Time.IsZero() {
			days[st.Time.Format(time.DateOnly)] = true
		}
	}
	return len(days)
}

// Earlier reports that the day shown to readers is before the time told to
// machines, wherever the page's clock may stand.
func Earlier(shown, told dateline.Stamp) bool {
	if shown.IsZero() || told.IsZero() || shown.Confidence == dateline.Doubtful {
		return false
	}
	const west = -12 * time.Hour // the last zone to begin a day
	return shown.Time.Format(time.DateOnly) < told.Time.UTC().Add(west).Format(time.DateOnly)
}

// Anew reports that the day shown to readers is more than a week after the time
// told to machines.
func Anew(shown, told dateline.Stamp) bool {
	const week = 7 * 24 * time.Hour
	return !shown.IsZero() && !told.IsZero() && shown.Confidence != dateline.Doubtful && shown.Time.Sub(told.Time) > week
}
