package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// ago reads two weeks ago, a year earlier, six months later. What is two weeks
// before something counts from that (a length is read of it); read from the day of
// the text, it cost 0.1 points of the values on timex-dev.
func (r *reader) ago(i int) reading {
	n, end := r.number(i)
	if end == i {
		return reading{}
	}
	u, _ := unitOf(r.low(end))
	if u == none {
		return reading{}
	}
	direction := 0
	switch r.low(end + 1) {
	case "ago", "earlier":
		direction = 1
	case "later", "hence":
		direction = -1
	default:
		if r.low(end+1) != "from" || r.low(end+2) != "now" {
			return reading{}
		}
		return r.away(end+3, n, u, -1)
	}
	if u == year && n == "1" && direction > 0 && r.comparesQuarters(i) {
		return reading{end + 2, Date, r.quarterBefore(1)}
	}
	return r.away(end+2, n, u, direction)
}

// away is the time n units before the day of the text, behind it with a direction
// of -1. Of what cannot be counted (a few weeks ago, an undated text, the age of the
// pyramids) only the direction is known.
func (r *reader) away(end int, n string, u unit, direction int) reading {
	if k, err := atoi(n); err == nil {
		if v := r.valueAgo(direction*k, u); v != "" {
			return reading{end, Date, v}
		}
	}
	if direction > 0 {
		return reading{end, Date, "PAST_REF"}
	}
	return reading{end, Date, "FUTURE_REF"}
}

// comparesQuarters reports that a year ago is the same quarter of the year before:
// the text reports quarters, and no longer time stands nearer to token i.
func (r *reader) comparesQuarters(i int) bool {
	for k := i - 1; r.quarters && k >= 0 && k > i-60; k-- {
		switch r.low(k) {
		case "quarter", "third-quarter", "second-quarter", "first-quarter", "fourth-quarter", "quarterly":
			return true
		case "months", "half", "annual", "year", "nine-month", "six-month", "month":
			return false
		}
	}
	return r.quarters
}

// quarterBefore is the last whole quarter, of n years before.
func (r *reader) quarterBefore(n int) string {
	if r.day.IsZero() {
		return ""
	}
	d := months(r.day, -3-12*n)
	return quarterValue(d.Year(), quarterOf(d))
}

// quarter reads the third quarter of 2025, third-quarter, the quarter, the
// year-earlier quarter.
func (r *reader) quarter(i int) reading {
	j := i
	if w := r.low(j); w == "the" || w == "its" || w == "their" || w == "a" {
		j++
	}
	// The year may lead (its 1998 third quarter) or follow (the third quarter of 1998).
	before, leads := yearOf(r.low(j))
	if leads {
		j++
	}
	w := r.low(j)
	if w == "fiscal" {
		j++
		w = r.low(j)
	}
	w = strings.TrimPrefix(w, "fiscal-")
	// Behind year-earlier stands quarter, period, or the figure itself.
	if w == "year-earlier" || w == "year-ago" {
		end := j + 1
		if next := r.low(end); next == "quarter" || next == "period" {
			end++
		}
		return reading{end, Date, r.quarterBefore(1)}
	}
	if j > i && r.low(i) == "the" && w == "quarter" {
		return reading{j + 1, Date, r.quarterBefore(0)}
	}
	end := j + 1
	n, joined := quarterWord(w)
	if !joined {
		if r.low(end) != "quarter" {
			return reading{}
		}
		end++
	}
	// The fifth quarter is one of a town.
	if n < 1 || n > 4 {
		return reading{}
	}
	if leads {
		return reading{end, Date, quarterValue(before, n)}
	}
	if y, next := r.yearBehind(end); next > end {
		return reading{next, Date, quarterValue(y, n)}
	}
	if r.day.IsZero() {
		return reading{}
	}
	y := r.day.Year()
	if n > quarterOf(r.day) && !r.ahead(i) { // a report tells of quarters that are over
		y--
	}
	return reading{end, Date, quarterValue(y, n)}
}

// quarterWord reads third-quarter and Q3, which need no quarter behind them, and third.
func quarterWord(w string) (n int, whole bool) {
	if len(w) == 2 && w[0] == 'q' {
		n, _ = atoi(w[1:])
		return n, true
	}
	w, whole = strings.CutSuffix(w, "-quarter")
	n, _ = ordinal(w)
	return n, whole
}

// set reads what comes back: every day, daily, $5 a year.
//
// It goes before the rules for days and lengths, of which every Monday has one, too.
func (r *reader) set(i int) reading {
	switch r.low(i) {
	case "daily":
		return reading{i + 1, Set, "P1D"}
	case "weekly":
		return reading{i + 1, Set, "P1W"}
	case "monthly":
		return reading{i + 1, Set, "P1M"}
	case "every", "each":
		if u, many := unitOf(r.low(i + 1)); u != none && !many {
			return reading{i + 2, Set, period("1", u)}
		}
		if w, ok := weekdayOf(r.low(i + 1)); ok {
			return reading{i + 2, Set, anyWeekday(w)}
		}
		if n, end := r.number(i + 1); end > i+1 { // every two weeks
			if u, _ := unitOf(r.low(end)); u != none {
				return reading{end + 1, Set, period(n, u)}
			}
		}
	// Twice a day comes back with the day, however often it is.
	case "once", "twice", "times":
		if u, many := unitOf(r.low(i + 2)); article(r.low(i+1)) && u != none && !many {
			return reading{i + 3, Set, period("1", u)}
		}
	case "sundays", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays":
		w, _ := weekdayOf(r.low(i))
		return reading{i + 1, Set, anyWeekday(w)}
	}
	return reading{}
}

// length reads how long something takes: two years, a two-year deal, the nine
// months, weeks. A word in between is allowed: two full years.
func (r *reader) length(i int) reading {
	if got := r.hyphened(i); got.end > 0 {
		return got
	}
	j := i
	if r.low(j) == "the" {
		j++
		if w := r.low(j); w == "first" || w == "entire" || w == "full" || w == "whole" || w == "final" {
			j++
		}
	}
	if got := r.half(j); got.end > 0 {
		return got
	}
	if n, end := r.number(j); end > j {
		// TIMEX3 knows no trading or working days: five of them are P5D.
		if w := r.low(end); w == "full" || w == "more" || w == "consecutive" || w == "straight" || w == "additional" || w == "long" || w == "trading" || w == "working" || w == "whole" {
			end++
		}
		if u, many := unitOf(r.low(end)); u != none && (many || u != second && u != quarter || r.isDigit(j)) {
			return reading{end + 1, Duration, period(n, u)}
		}
		return reading{}
	}
	u, many := unitOf(r.low(j))
	if next := r.low(j + 1); j > i && u == year && !many && (next == "ended" || next == "ending") {
		return reading{j + 1, Duration, period("1", year)} // the year ended March 31
	}
	if before := r.low(i - 1); j > i && u == year && !many && (before == "of" || before == "for" || before == "in") {
		return reading{j + 1, Date, r.thisYear()} // the end of the year
	}
	switch {
	case u == none || u == second || u == minute && !many || u == quarter:
		return reading{}
	// The plural alone is an open number of them; to unitOf a genitive (year's) looks like one.
	case many && !strings.HasSuffix(r.low(j), "'s") && r.low(j-1) != "of":
		return reading{j + 1, Duration, period("X", u)}
	case j > i && (u == year || u == week || u == month || u == hour) && !many:
		return reading{j + 1, Duration, period("1", u)}
	}
	return reading{}
}

// half reads 2 1/2 years, two and a half hours, a minute and a half, half an hour.
func (r *reader) half(i int) reading {
	if w := r.low(i + 1); r.low(i) == "half" && (w == "a" || w == "an") {
		return r.lessThanOne(i + 2)
	}
	n, end := r.number(i)
	u, _ := unitOf(r.low(end))
	switch {
	case end == i:
		return reading{}
	case u != none && r.low(end+1) == "and" && r.low(end+2) == "a" && r.low(end+3) == "half":
		end += 4
	case r.low(end) == "1/2":
		u, _ = unitOf(r.low(end + 1))
		end += 2
	case r.low(end) == "and" && r.low(end+1) == "a" && r.low(end+2) == "half":
		u, _ = unitOf(r.low(end + 3))
		end += 4
	default:
		return reading{}
	}
	if half := halfOf(u); half != "" {
		return reading{end, Duration, period(n, u) + half}
	}
	return reading{}
}

// lessThanOne is half of the unit at token i.
func (r *reader) lessThanOne(i int) reading {
	u, _ := unitOf(r.low(i))
	switch half := halfOf(u); {
	case half == "":
		return reading{}
	case u == hour || u == minute: // whose halves are counted behind the T of a period
		return reading{i + 1, Duration, "PT" + half}
	default:
		return reading{i + 1, Duration, "P" + half}
	}
}

// halfOf is what half a unit adds to a period, in the next smaller unit; "" for
// units whose half is no whole number of one.
func halfOf(u unit) string {
	switch u {
	case year:
		return "6M"
	case day:
		return "T12H"
	case hour:
		return "30M"
	case minute:
		return "30S"
	}
	return ""
}

// isDigit tells a number in figures, behind which second and quarter are units in the
// singular too; a second often is one of several, a quarter a part.
func (r *reader) isDigit(i int) bool { w := r.low(i); return w != "" && w[0] >= '0' && w[0] <= '9' }

// hyphened reads two-year, 16-hour, year-long. An age (two-year-old) is no
// time: TempEval marks one in thirty.
func (r *reader) hyphened(i int) reading {
	if strings.IndexByte(r.low(i), '-') < 0 {
		return reading{}
	}
	parts := strings.Split(r.low(i), "-")
	if len(parts) > 2 && parts[2] == "old" {
		return reading{}
	}
	u, _ := unitOf(parts[1])
	if n, ok := numberOf(parts[0]); ok && u != none {
		return reading{i + 1, Duration, period(strconv.Itoa(n), u)}
	}
	// Here the unit leads, and one of it is meant.
	if first, _ := unitOf(parts[0]); first != none && parts[1] == "long" {
		return reading{i + 1, Duration, period("1", first)}
	}
	return reading{}
}

// decadeName reads the 1990s, the nineties, the 20th century.
func (r *reader) decadeName(i int) reading {
	j := i
	// The early 1990s: two words at most lead.
	for w := r.low(j); (w == "the" || w == "early" || w == "late" || w == "mid") && j < i+2; w = r.low(j) {
		j++
	}
	if w := r.low(j); w == "'" || w == "’" || w == "‘" { // the '80s
		if tens, ok := strings.CutSuffix(r.low(j+1), "0s"); ok && len(tens) == 1 && tens >= "2" && tens <= "9" {
			return reading{j + 2, Date, "19" + tens}
		}
	}
	w := strings.TrimPrefix(r.low(j), "mid-")
	if s, ok := strings.CutSuffix(w, "s"); ok {
		// Both 1980s and 1980's are written.
		s = strings.TrimSuffix(s, "'")
		if y, ok := yearOf(s); ok && y%10 == 0 {
			return reading{j + 1, Date, s[:3]}
		}
	}
	if tens, ok := strings.CutSuffix(w, "ties"); ok && len(tens) > 2 {
		// The nineties are taken for those of the 20th century.
		if n, _ := numberWord(tens + "ty"); n >= 20 {
			return reading{j + 1, Date, "19" + strconv.Itoa(n/10)}
		}
	}
	// TIMEX3 names a century by the first two digits of its years: the 20th is 19.
	if n, ok := ordinal(w); ok && r.low(j+1) == "century" {
		return reading{j + 2, Date, fmt.Sprintf("%02d", n-1)}
	}
	return reading{}
}

// bareYear reads a year alone. A number of four digits that a noun counts is none.
func (r *reader) bareYear(i int) reading {
	j := i
	if w := r.low(j); w == "fiscal" || w == "early" || w == "late" {
		j++
	}
	if tens, ok := numberOf(r.low(j + 1)); ok && r.low(j) == "nineteen" && tens >= 10 && tens < 100 {
		return reading{j + 2, Date, strconv.Itoa(1900 + tens)}
	}
	y, ok := yearOf(r.low(j))
	// Numbers below 1900 mostly are amounts: of them only one behind in is a year.
	if !ok || r.low(j-1) == "$" || r.low(j+1) == "percent" || r.low(j+1) == "points" || y < 1900 && r.low(j-1) != "in" {
		return reading{}
	}
	return reading{j + 1, Date, strconv.Itoa(y)}
}

// reference reads words that point at no day: now, recently, the future.
func (r *reader) reference(i int) reading {
	switch r.low(i) {
	case "now", "currently", "current", "nowadays":
		return reading{i + 1, Date, "PRESENT_REF"}
	case "these":
		if r.low(i+1) == "days" {
			return reading{i + 2, Date, "PRESENT_REF"}
		}
	case "recently", "recent":
		return reading{i + 1, Date, "PAST_REF"}
	case "the":
		switch r.low(i + 1) {
		case "future":
			return reading{i + 2, Date, "FUTURE_REF"}
		case "past":
			return reading{i + 2, Date, "PAST_REF"}
		case "weekend":
			if !r.day.IsZero() {
				return reading{i + 2, Date, r.weekend(i, 0)}
			}
		}
	}
	return reading{}
}

// clock reads 5 p.m., 10:30 a.m. Tuesday, noon, midnight.
func (r *reader) clock(i int) reading {
	switch r.low(i) {
	case "noon", "midday", "midnight":
		return r.noon(i)
	}
	w, half, end := r.halfOfDay(i)
	hour, minute, ok := clockOf(w)
	if half == "" && len(w) == 4 && w[0] <= '9' && (r.low(end) == "gmt" || r.low(end) == "utc" || r.low(end) == "hours") && r.low(i-1) != "(" && r.low(i-1) != "-" { // 1500 GMT; in brackets it says again what stands before
		hour, minute, ok = clockOf(w[:2] + ":" + w[2:])
	} else if half == "" && (!strings.Contains(w, ":") || r.low(i-1) == "in") { // who ran it in 3:45 did so in minutes
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
	// Only a whole day is taken: a month behind a clock (at noon in July) is another time.
	for _, rule := range []func(int) reading{r.monthDay, r.named} {
		if got := rule(j); got.end > j && len(got.value) == len("2006-01-02") {
			return got.value, got.end
		}
	}
	// TIMEX3 writes X for each digit that is open.
	if date = r.valueAgo(0, day); date == "" {
		date = "XXXX-XX-XX"
	}
	return date, i
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
