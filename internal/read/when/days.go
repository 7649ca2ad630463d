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

// local is what machines are told in the time of all of them, in the page's own
// zone: where readers are shown a clock without a zone, or with a name that means
// several ("CST"), and the two are apart by the offset of a zone to the minute,
// that is the page's. Of 81 pages of news 7 show it so, 3 of them with another day.
func local(told, shown dateline.Stamp) dateline.Stamp {
	if !utc(told.Zone) || told.Precision == dateline.ToDay || shown.Zone != "" || shown.Precision == dateline.ToDay || shown.Confidence == dateline.Doubtful {
		return told
	}
	_, proposed := shown.Time.Zone()
	clock := shown.Time.Add(time.Duration(proposed) * time.Second) // as if it were that of Greenwich
	ahead := int(clock.Truncate(time.Minute).Sub(told.Time.Truncate(time.Minute)) / time.Minute)
	if !isOffset(ahead) {
		return told
	}
	own := fixed(ahead, "")
	told.Time, told.Zone = told.Time.In(own.loc), own.text
	return told
}

// isOffset reports minutes by which some zone is ahead of Greenwich.
func isOffset(minutes int) bool {
	switch minutes {
	// Clocks that agree tell nothing of the page's own zone.
	case 0:
		return false
	// Newfoundland, Tehran, Kabul, India, Nepal, Yangon and Adelaide, summers included.
	case -3*60 - 30, -2*60 - 30, 3*60 + 30, 4*60 + 30, 5*60 + 30, 5*60 + 45, 6*60 + 30, 9*60 + 30, 10*60 + 30:
		return true
	}
	return minutes%60 == 0 && minutes >= -12*60 && minutes <= 14*60
}
