package timex

import (
	"fmt"
	"strings"
	"time"
)

// named reads days by their names: Thursday, last Thursday night, today.
func (r *reader) named(i int) reading {
	if ahead, ok := r.twoDays(i); ok {
		return r.withPart(i+4, r.valueAgo(-ahead, day))
	}
	start, direction := i, 0
	switch r.low(i) {
	case "last":
		direction = -1
		i++
	case "next":
		direction = 1
		i++
	case "this", "early", "late", "on":
		i++
	}
	if w, ok := weekdayOf(r.low(i)); ok && r.low(start) != "on" {
		if direction == 0 && r.ahead(i) && !r.day.IsZero() && r.day.Weekday() != w {
			direction = 1
		}
		if next := r.datedWeekday(i + 1); next.end > 0 {
			return next
		}
		return r.withPart(i+1, r.weekday(w, direction))
	}
	if start != i {
		return reading{}
	}
	ahead, ok := dayWord(r.low(i))
	if !ok {
		return reading{}
	}
	v := r.valueAgo(-ahead, day)
	if r.low(i) == "tonight" && v != "" {
		return reading{i + 1, Clock, v + "TNI"}
	}
	return r.withPart(i+1, v)
}

// twoDays reads the day before yesterday, the day after tomorrow: how many days
// ahead. Taken word for word they would be yesterday and tomorrow.
func (r *reader) twoDays(i int) (ahead int, ok bool) {
	if r.low(i) != "the" || r.low(i+1) != "day" {
		return 0, false
	}
	switch r.low(i+2) + " " + r.low(i+3) {
	case "before yesterday":
		return -2, true
	case "after tomorrow":
		return 2, true
	}
	return 0, false
}

// dayWord tells how many days ahead a word points.
func dayWord(w string) (ahead int, ok bool) {
	switch w {
	case "today", "today's", "tonight":
		return 0, true
	case "yesterday", "yesterday's":
		return -1, true
	case "tomorrow", "tomorrow's":
		return 1, true
	}
	return 0, false
}

// back tells which way a word points: 1 back, -1 ahead.
func back(w string) (direction int, ok bool) {
	switch w {
	case "last", "past", "previous", "latest", "recent":
		return 1, true
	case "this", "current":
		return 0, true
	case "next", "coming":
		return -1, true
	}
	return 0, false
}

// datedWeekday reads the date behind a weekday (Thursday, July 22; Tuesday 22 July
// 2025), which says of which week it is.
func (r *reader) datedWeekday(i int) reading {
	if r.low(i) == "," {
		i++
	}
	return r.wholeDay(i, r.monthDay)
}

// withPart adds the part of the day at token end to the day v (Monday night), which
// makes a time of day of the date.
func (r *reader) withPart(end int, v string) reading {
	if p := partOfDay(r.low(end)); p != "" && v != "" {
		return reading{end + 1, Clock, v + p}
	}
	return reading{end, Date, v}
}

// relative reads last week, this year, next month, earlier this year, the past
// two months.
func (r *reader) relative(i int) reading {
	j := i
	if w := r.low(j); w == "earlier" || w == "later" || w == "early" || w == "late" {
		j++
	}
	if r.low(j) == "the" || r.low(j) == "of" {
		j++
	}
	direction, ok := back(r.low(j))
	if !ok {
		return reading{}
	}
	which := r.low(j)
	if n, end := r.number(j + 1); end > j+1 {
		if u, _ := unitOf(r.low(end)); u != none {
			return reading{end + 1, Duration, period(n, u)}
		}
	}
	return r.relativeUnit(j, which, direction)
}

// relativeUnit reads what stands behind the word at token j that points back or ahead:
// which is that word, direction what back says of it.
func (r *reader) relativeUnit(j int, which string, direction int) reading {
	w := r.low(j + 1)
	if w == "fiscal" || w == "past" || w == "calendar" {
		j++
		w = r.low(j + 1)
	}
	// A season or weekend of an undated text has no value, and no unit either.
	if s := season(w); s != "" && !r.day.IsZero() {
		return reading{j + 2, Date, r.seasonNear(s, direction)}
	}
	if w == "weekend" && !r.day.IsZero() {
		return reading{j + 2, Date, r.weekend(j, direction)}
	}
	if which == "this" || which == "last" { // last night is yesterday's, this morning today's
		if got := r.withPart(j+1, r.valueAgo(direction, day)); got.end > j+1 {
			return got
		}
	}
	u, many := unitOf(strings.TrimSuffix(w, "'s"))
	switch {
	case u == none && which == "latest" && w == "period":
		return reading{j + 2, Date, r.valueAgo(1, quarter)}
	case u == none:
		return reading{}
	case many && which == "recent" && u == year:
		return reading{j + 2, Date, "PAST_REF"}
	case many && which == "coming":
		return reading{j + 2, Date, "FUTURE_REF"}
	case many:
		return reading{j + 2, Duration, period("X", u)}
	case which == "past":
		return reading{j + 2, Duration, period("1", u)}
	}
	if q, end := r.quarterBehind(j + 1); u == year && end > 0 && !r.day.IsZero() {
		return reading{end, Date, quarterValue(r.day.Year()-direction, q)}
	}
	return reading{j + 2, Date, r.valueAgo(direction, u)}
}

// weekend is that of the week; on Monday to Thursday the last one is meant unless
// the sentence looks ahead.
func (r *reader) weekend(i, direction int) string {
	if d := r.day.Weekday(); direction == 0 && d >= time.Monday && d <= time.Thursday && !r.ahead(i) {
		direction = 1
	}
	return r.valueAgo(direction, week) + "-WE"
}

// seasonNear is the season of this year, or the last or next one of its name.
func (r *reader) seasonNear(s string, direction int) string {
	begins := map[string]time.Month{"SP": time.March, "SU": time.June, "FA": time.September, "WI": time.December}[s]
	y := r.day.Year()
	if direction > 0 && begins >= r.day.Month()-2 {
		y--
	}
	if direction < 0 && begins <= r.day.Month() {
		y++
	}
	return fmt.Sprintf("%04d-%s", y, s)
}
