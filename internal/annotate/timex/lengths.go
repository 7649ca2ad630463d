package timex

import (
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
