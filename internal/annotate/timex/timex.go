// Package timex finds the times that a text names and gives each its value as
// TIMEX3 does (ISO-TimeML): 2025-07-22, 2025-W30, P3D, PRESENT_REF. Relative
// days count from the day of the text; without one Thursday is the fourth day of a
// week and a year that are left open. It is pure and knows no clock.
package timex

import (
	"fmt"
	"strconv"
	"time"

	"dateline/internal/annotate/token"
)

// A Type is a kind of time expression.
type Type string

// The types of TIMEX3.
const (
	Date     Type = "DATE"
	Clock    Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// A Time is an expression in the text; offsets are in bytes.
type Time struct {
	Start, End int
	Type       Type
	Value      string
}

// A reader reads the expressions of one text, sentence by sentence.
type reader struct {
	*token.Text
	day         time.Time // of the text; zero when unknown
	first, last int       // of the sentence that is being read
	quarters    bool      // the text reports quarters, so that a year ago is the same quarter
}

// A reading is what a rule finds at a token: end is the token behind the
// expression, 0 where the rule finds none. A value of "" is an expression whose
// value nobody can tell (today, in an undated text): it is left out.
type reading struct {
	end   int
	typ   Type
	value string
}

// newReader takes the day alone of published, without its clock and zone: whoever
// wrote the text meant the day of the place where the clock stood.
func newReader(t *token.Text, published string) *reader {
	r := &reader{Text: t}
	// A day that cannot be parsed leaves the text undated, as if there were none.
	if len(published) >= len(time.DateOnly) {
		r.day, _ = time.Parse(time.DateOnly, published[:len(time.DateOnly)])
	}
	return r
}

// read tries the rules at the tokens of each sentence where an expression may
// start, and goes on behind what it found. The first rule that reads something
// wins, so one that takes more words (Thursday, July 22) stands before those that
// would read a part of it.
func (r *reader) read(mayStart func(i int) bool, rules []func(i int) reading) []Time {
	var out []Time
	for _, s := range r.Sentences {
		// Rules look no further than this, see low.
		r.first, r.last = s.First, s.Last
		for i := s.First; i < s.Last; {
			end := i + 1
			if mayStart(i) {
				if got := first(rules, i); got.end > i {
					out = append(out, Time{r.Tokens[i].Start, r.Tokens[got.end-1].End, got.typ, got.value})
					end = got.end
				}
			}
			i = end
		}
	}
	return out
}

// first is what the first rule reads that reads something at token i.
func first(rules []func(i int) reading, i int) reading {
	for _, rule := range rules {
		// Without a value the rules behind may still read a shorter expression that has one.
		if got := rule(i); got.end > i && got.value != "" {
			return got
		}
	}
	return reading{}
}

// low is the word at token i in lower case, "" behind the end of the sentence:
// "in March" that ends a headline and "5 people" of the line below it are not 5
// March. Before the sentence it does not end, since a business text tells once
// what it compares (comparesQuarters).
func (r *reader) low(i int) string {
	if i < 0 || i >= r.last {
		return ""
	}
	return r.Tokens[i].Low
}

// The values. Each takes a day and says no more of it than the expression does.

func dayValue(d time.Time) string { return d.Format(time.DateOnly) }

func monthValue(d time.Time) string { return d.Format("2006-01") }

// weekValue has the year of the week, which at the turn is not that of the day: 1
// January 2027 is of 2026-W53.
func weekValue(d time.Time) string {
	y, w := d.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

func quarterOf(d time.Time) int { return (int(d.Month())-1)/3 + 1 }

func quarterValue(year, q int) string { return fmt.Sprintf("%04d-Q%d", year, q) }

// months moves a day by whole months. The day itself is dropped, since the 31st
// would run over into the month behind.
func months(d time.Time, n int) time.Time {
	return time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
}

// valueAgo is the day n units before (n below 0: behind) the day of the text, as
// precise as the unit; "" when the text is undated or the years have more or fewer
// than four digits: nobody dates what was 3,000 years ago by the day of a report.
func (r *reader) valueAgo(n int, u unit) string {
	if r.day.IsZero() || n > 3000 || n < -3000 {
		return ""
	}
	switch u {
	case day:
		return dayValue(r.day.AddDate(0, 0, -n))
	case week:
		return weekValue(r.day.AddDate(0, 0, -7*n))
	case month:
		return monthValue(months(r.day, -n))
	case quarter:
		d := months(r.day, -3*n)
		return quarterValue(d.Year(), quarterOf(d))
	case year:
		return r.yearAgo(n, 4)
	case decade:
		return r.yearAgo(10*n, 3)
	case century:
		return r.yearAgo(100*n, 2)
	default: // hours ago: the clock of the text is not known, its day most likely is the same
		return dayValue(r.day)
	}
}

// yearAgo is the year n years before that of the text, in its first digits: three
// are its decade, two its century.
func (r *reader) yearAgo(n, digits int) string {
	y := r.day.Year() - n
	if y < 0 || y > 9999 {
		return ""
	}
	return fmt.Sprintf("%04d", y)[:digits]
}

// wholeDay is the first day that one of the rules reads at token i. A month has a
// shorter value, a part of a day a longer one.
func (r *reader) wholeDay(i int, rules ...func(int) reading) reading {
	for _, rule := range rules {
		if got := rule(i); got.end > i && len(got.value) == len(time.DateOnly) {
			return got
		}
	}
	return reading{}
}

// thisDay and thisYear are those of the text; TIMEX3 writes X for each digit that is
// open.
func (r *reader) thisDay() string {
	if r.day.IsZero() {
		return "XXXX-XX-XX"
	}
	return dayValue(r.day)
}

func (r *reader) thisYear() string {
	if r.day.IsZero() {
		return "XXXX"
	}
	return r.yearAgo(0, 4)
}

// weekday is the day of that name nearest in the direction: 0 the last one, the
// text's own day included; -1 the one before the text's day; 1 the next.
func (r *reader) weekday(w time.Weekday, direction int) string {
	if r.day.IsZero() {
		return anyWeekday(w)
	}
	back := (int(r.day.Weekday()) - int(w) + 7) % 7
	switch {
	// Last Thursday, on a Thursday, is a week ago.
	case direction < 0 && back == 0:
		back = 7
	// Next Thursday, on a Thursday, is in a week: back is 0 and becomes -7.
	case direction > 0:
		back -= 7
	}
	return dayValue(r.day.AddDate(0, 0, -back))
}

// anyWeekday is a day of the week in no particular week; ISO 8601 counts from
// Monday, 1, to Sunday, 7.
func anyWeekday(w time.Weekday) string {
	return fmt.Sprintf("XXXX-WXX-%d", (int(w)+6)%7+1)
}

// A unit is a length of time, as the letter that a value has for it. s, m and h are
// small because they stand behind T, where M would be a month.
type unit byte

const (
	none    unit = 0
	second  unit = 's'
	minute  unit = 'm'
	hour    unit = 'h'
	day     unit = 'D'
	week    unit = 'W'
	month   unit = 'M'
	quarter unit = 'Q'
	year    unit = 'Y'
	decade  unit = 'E'
	century unit = 'C'
)

// period is a length as ISO 8601 writes it; n is a number or X.
func period(n string, u unit) string {
	switch u {
	case second:
		return "PT" + n + "S"
	case minute:
		return "PT" + n + "M"
	case hour:
		return "PT" + n + "H"
	case decade: // TempEval writes two decades as P20Y
		if k, err := atoi(n); err == nil {
			return "P" + strconv.Itoa(10*k) + "Y"
		}
	}
	return "P" + n + string(u)
}
