package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/internal/annotate/token"
)

// English finds the times of an English text. published is its day
// (2006-01-02…), or "".
func English(t *token.Text, published string) []Time {
	r := newReader(t, published)
	for i := range t.Tokens {
		r.quarters = r.quarters || strings.HasSuffix(t.Tokens[i].Low, "quarter")
	}
	return r.read(r.mayStart, []func(int) reading{
		r.clock, r.monthDay, r.isoDay, r.set, r.named, r.relative, r.ago, r.quarter, r.decadeName, r.bareYear, r.length, r.reference,
	})
}

// near is how many words before an expression may tell its tense. With six 0.1
// points of the values on timex-dev are lost, with forty none are won.
const near = 18

// ahead tells the tense at token i by the nearest word before it that decides it.
// A word behind it decides only if none stands before: on Friday it will end.
func (r *reader) ahead(i int) bool {
	for k := i - 1; k >= r.first && k > i-near; k-- {
		if _, month := r.monthOf(k); month { // in May is no it may
			continue
		}
		if ahead, told := tense(r.low(k)); told {
			return ahead
		}
	}
	for k := i + 1; k < r.last && k < i+near/2; k++ {
		if w := r.low(k); w == "will" || w == "won't" {
			return true
		}
	}
	return false
}

// tense tells whether a word looks ahead; told is false for most words. What ends
// like a past is one, but for what is only planned.
func tense(w string) (ahead, told bool) {
	switch w {
	case "will", "won't", "'ll", "shall", "scheduled", "upcoming", "plans", "plan", "planned", "planning", "begin", "until", "expected", "due", "tomorrow", "would",
		"may", "could", "next", "can", "deadline", "postponed", "resume", "supposed":
		return true, true
	case "said", "was", "were", "had", "did", "has", "have", "rose", "fell", "began", "after", "since", "met", "held", "told", "took", "made", "left", "came", "went",
		"sent", "ended", "died", "set", "won", "lost":
		return false, true
	}
	return false, len(w) > 5 && strings.HasSuffix(w, "ed")
}

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
	if got := r.monthDay(i); len(got.value) == len("2006-01-02") {
		return got
	}
	return reading{}
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
