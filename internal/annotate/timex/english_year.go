package timex

import (
	"fmt"
	"strconv"
	"strings"
)

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

// quarterBehind reads the quarter of the year at token i: last year's third
// quarter. end is 0 where none stands.
func (r *reader) quarterBehind(i int) (q, end int) {
	j := i + 1
	if r.low(j) == "'s" {
		j++
	} else if !strings.HasSuffix(r.low(i), "'s") {
		return 0, 0
	}
	if q, ok := ordinal(r.low(j)); ok && q <= 4 && r.low(j+1) == "quarter" {
		return q, j + 2
	}
	return 0, 0
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
