package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/internal/annotate/token"
)

// isoDay reads 2025-07-22 and 07/22/2025 and 10-25-89, and with the day first where
// nothing else is possible (22/07/2025) or that is nearer to the day of the text: both
// are written, and 05/03 of a text of 5 March is not May.
func (r *reader) isoDay(i int) reading {
	w := r.low(i)
	if len(w) < len("1/2/06") || w[0] < '0' || w[0] > '9' {
		return reading{}
	}
	// With the year first there is one way of reading, so these are asked before the rest.
	for _, layout := range []string{"2006-01-02", "2006/01/02", "20060102"} {
		if d, err := time.Parse(layout, w); err == nil {
			return reading{i + 1, Date, dayValue(d)}
		}
	}
	var best time.Time
	for _, layout := range []string{"1/2/2006", "1/2/06", "01-02-06", "2/1/2006", "2/1/06", "02-01-06"} {
		d, err := time.Parse(layout, w)
		if err == nil && (best.IsZero() || !r.day.IsZero() && d.Sub(r.day).Abs() < best.Sub(r.day).Abs()) {
			best = d
		}
	}
	if best.IsZero() {
		return reading{}
	}
	return reading{i + 1, Date, dayValue(best)}
}

// dayOfMonth reads the 5th of May, first of May.
func (r *reader) dayOfMonth(i int) reading {
	if r.low(i) == "the" {
		i++
	}
	n, ok := ordinal(r.low(i))
	if !ok || r.low(i+1) != "of" {
		return reading{}
	}
	if m, ok := r.monthOf(i + 2); ok && n <= daysOf(m) {
		return r.dated(i+3, m, n)
	}
	return reading{}
}

// monthDay reads what a month's name begins or ends: July 22, 2025; 22 July; July
// 2025; last July; late July; July.
func (r *reader) monthDay(i int) reading {
	if got := r.dayOfMonth(i); got.end > 0 {
		return got
	}
	start := i
	direction := 0
	for {
		switch r.low(i) {
		case "last", "past":
			direction = -1
		case "next":
			direction = 1
		case "this", "late", "early", "mid", "the":
		default:
			goto name
		}
		if i++; i > start+3 {
			return reading{}
		}
	}
name:
	// Behind late or this the day is left to the next token, which reads 22 July without
	// them.
	if n, err := atoi(r.low(i)); err == nil && n >= 1 && start == i {
		if m, ok := r.monthOf(i + 1); ok && n <= daysOf(m) {
			return r.dated(i+2, m, n)
		}
	}
	w := r.low(i)
	for _, part := range []string{"mid-", "early-", "late-"} {
		if rest, ok := strings.CutPrefix(w, part); ok {
			return r.prefixed(i, rest)
		}
	}
	m, ok := r.monthOf(i)
	// The article belongs to what stands behind (the July figures): July is read one token on.
	if !ok || start < i && r.low(i-1) == "the" {
		return reading{}
	}
	end := i + 1
	if n, ok := dayNumber(r.low(end)); ok && n <= daysOf(m) && !scaled(r.low(end+1)) {
		return r.dated(end+1, m, n)
	}
	if y, next := r.yearBehind(end); next > end {
		return reading{next, Date, fmt.Sprintf("%04d-%02d", y, m)}
	}
	if len(r.low(i)) == 3 && r.low(i) != "may" || start == i && r.someMayOrMarch(i) { // Jan alone is somebody
		return reading{}
	}
	// This June is the year's own, also where the nearest June is last year's.
	if start == i-1 && r.low(start) == "this" && !r.day.IsZero() {
		return reading{end, Date, fmt.Sprintf("%04d-%02d", r.day.Year(), m)}
	}
	return reading{end, Date, r.monthNear(i, m, direction)}
}

// someMayOrMarch reports May or March that is a name or no month: Theresa May, the
// March on Tamar.
func (r *reader) someMayOrMarch(i int) bool {
	if w := r.low(i); w != "may" && w != "march" || i == r.first {
		return false
	}
	// A capital before it makes May a family name and March a place's; a weekday does not.
	before := r.Tokens[i-1]
	_, day := weekdayOf(before.Low)
	switch before.Low {
	case "the":
		return r.low(i+1) == "on"
	case "in", "of", "since", "until", "till", "by", "from", "to", "for", "through", "before", "after", "during", "between", "and", "or", "on", "around", "about", "every", "each":
		return false // with a capital at a sentence's start
	}
	return before.Kind == token.Word && before.Upper && !day
}

// prefixed reads what a hyphen joins to mid, early or late: early-July, mid-1998. Anything
// else (mid-sized, late-night) is no time.
func (r *reader) prefixed(i int, name string) reading {
	if m, ok := monthNamed(name); ok {
		return reading{i + 1, Date, r.monthNear(i, m, 0)}
	}
	if y, ok := yearOf(name); ok {
		return reading{i + 1, Date, strconv.Itoa(y)}
	}
	return reading{}
}

// scaled tells what makes of a number behind a month an amount: in June 5 percent.
func scaled(w string) bool {
	switch w {
	case "percent", "%", "hundred", "thousand", "million", "billion":
		return true
	}
	return false
}

// dayNumber reads the day behind a month: 22, 22nd. Words (June second) are left,
// since what they count stands behind them: in June first reports came.
func dayNumber(w string) (int, bool) {
	n, err := atoi(w)
	if err != nil {
		n, _ = ordinal(w)
		if w == "first" || w == "second" || w == "third" || w == "fourth" {
			n = 0
		}
	}
	return n, n >= 1
}

// yearBehind reads ", 2025", "2025", "of 2025", "of this year".
func (r *reader) yearBehind(i int) (y, end int) {
	j := i
	if r.low(j) == "," || r.low(j) == "of" || r.low(j) == "in" {
		j++
	}
	if y, ok := yearOf(r.low(j)); ok {
		return y, j + 1
	}
	// Years in words are read of one century only: nineteen eighty-four.
	if tens, ok := numberOf(r.low(j + 1)); ok && r.low(j) == "nineteen" && tens >= 10 && tens < 100 {
		return 1900 + tens, j + 2
	}
	if r.day.IsZero() || r.low(j+1) != "year" {
		return 0, i
	}
	switch r.low(j) {
	case "this":
		return r.day.Year(), j + 2
	case "last":
		return r.day.Year() - 1, j + 2
	case "next":
		return r.day.Year() + 1, j + 2
	}
	return 0, i
}

// dated is a day of a month, of the year that stands behind or of the one that
// brings it nearest to the day of the text. 29 February of a year that has none is
// a slip of the pen, and nobody can say which day was meant.
func (r *reader) dated(end int, m time.Month, n int) reading {
	if y, next := r.yearBehind(end); next > end {
		return dateOf(next, y, m, n)
	}
	if r.day.IsZero() {
		return reading{end, Date, fmt.Sprintf("XXXX-%02d-%02d", m, n)}
	}
	y := r.day.Year()
	apart := r.day.Sub(time.Date(y, m, n, 0, 0, 0, 0, time.UTC))
	switch half := 183 * 24 * time.Hour; {
	case apart > half:
		y++
	case apart < -half, apart < 0 && r.low(end-3) == "ended": // the year ended March 31
		y--
	}
	return dateOf(end, y, m, n)
}

// dateOf is that day, if the month has it: time.Date makes 1 March of 29 February in
// a year without one.
func dateOf(end, y int, m time.Month, n int) reading {
	d := time.Date(y, m, n, 0, 0, 0, 0, time.UTC)
	if d.Day() != n {
		return reading{}
	}
	return reading{end, Date, dayValue(d)}
}

// daysOf is how many days a month may have.
// A leap year is asked, so that 29 February is a day; dateOf knows the year and refuses it.
func daysOf(m time.Month) int { return time.Date(2000, m+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// monthNear is the month of that name nearest in the direction.
func (r *reader) monthNear(i int, m time.Month, direction int) string {
	if r.day.IsZero() {
		return fmt.Sprintf("XXXX-%02d", m)
	}
	y := r.day.Year()
	if before := r.low(i - 1); direction == 0 && m < r.day.Month() && (before == "by" || before == "until" || before == "through") {
		return fmt.Sprintf("%04d-%02d", y+1, m)
	}
	switch {
	case direction < 0 && m >= r.day.Month():
		y--
	case direction > 0 && m <= r.day.Month():
		y++
	// A month next to the text's own stays in its year whatever the tense: in April, of a
	// text of March, is the coming one.
	case direction == 0 && !r.ahead(i) && m > r.day.Month()+1:
		y--
	case direction == 0 && r.ahead(i) && m < r.day.Month()-1:
		y++
	}
	return fmt.Sprintf("%04d-%02d", y, m)
}
