package timex

import (
	"fmt"
	"strings"
)

// clock reads 5 p.m., 10:30 a.m. Tuesday, noon, midnight.
func (r *reader) clock(i int) reading {
	switch r.low(i) {
	case "noon", "midday", "midnight":
		return r.noon(i)
	}
	w, half, end := r.halfOfDay(i)
	hour, minute, ok := clockOf(w)
	switch {
	case half != "":
	case r.unparted(i):
		hour, minute, ok = clockOf(w[:2] + ":" + w[2:])
	case !strings.Contains(w, ":") || r.low(i-1) == "in": // who ran it in 3:45 did so in minutes
		return reading{}
	}
	switch {
	case !ok:
		return reading{}
	// 12 a.m. is midnight and 12 p.m. noon, hence the remainder before twelve is added.
	case half == "am":
		hour %= 12
	case half == "pm":
		hour = hour%12 + 12
	case r.low(end) == "hours":
		end++
	}
	for zone(r.low(end)) {
		end++
	}
	date, end := r.dayOf(end)
	return reading{end, Clock, fmt.Sprintf("%sT%02d:%02d", date, hour, minute)}
}

// unparted reports a clock without a colon, as wire files have it: 1500 GMT. In
// brackets it says again what stands before.
func (r *reader) unparted(i int) bool {
	w := r.low(i)
	if len(w) != 4 || w[0] > '9' || r.low(i-1) == "(" || r.low(i-1) == "-" {
		return false
	}
	switch r.low(i + 1) {
	case "gmt", "utc", "hours":
		return true
	}
	return false
}

// halfOfDay parts a clock from the am or pm behind it or glued to it (5 p.m., 3.30pm);
// half is "" without either.
func (r *reader) halfOfDay(i int) (clock, half string, end int) {
	w := r.low(i)
	switch r.low(i + 1) {
	case "a.m.", "a.m", "am":
		return w, "am", i + 2
	case "p.m.", "p.m", "pm":
		return w, "pm", i + 2
	}
	for _, half := range []string{"am", "pm"} {
		if at, ok := strings.CutSuffix(w, half); ok && at != "" {
			return strings.ReplaceAll(at, ".", ":"), half, i + 1
		}
	}
	return w, "", i + 1
}

// dayOf is the day that stands behind a clock, at token i, else the text's.
func (r *reader) dayOf(i int) (date string, end int) {
	j := i
	if r.low(j) == "on" || r.low(j) == "," {
		j++
	}
	if got := r.wholeDay(j, r.monthDay, r.named); got.end > j {
		return got.value, got.end
	}
	return r.thisDay(), i
}

// noon reads noon Friday and midnight, which ends its day.
func (r *reader) noon(i int) reading {
	at := "T12:00"
	if r.low(i) == "midnight" {
		at = "T24:00"
	}
	date, end := r.dayOf(i + 1)
	return reading{end, Clock, date + at}
}

// zone tells the words of a zone behind a clock. They belong to its expression and
// leave its value as it is: TIMEX3 as the press is labelled has no zones.
func zone(w string) bool {
	switch w {
	case "local", "time", "gmt", "utc", "et", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "eet":
		return true
	}
	return false
}

// clockOf reads 9, 09:30 and 24:00, which ends a day.
func clockOf(w string) (hour, minute int, ok bool) {
	h, m, _ := strings.Cut(w, ":")
	hour, err := atoi(h)
	if err != nil || hour > 24 || len(h) > 2 {
		return 0, 0, false
	}
	if m != "" {
		if minute, err = atoi(m); err != nil || minute > 59 || len(m) != 2 || hour == 24 && minute > 0 {
			return 0, 0, false
		}
	}
	return hour, minute, true
}
