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

// A reader reads the expressions of one text.
type reader struct {
	*token.Text
	day         time.Time // of the text; zero when unknown
	first, last int       // of the sentence
	quarters    bool      // the text reports quarters, so that a year ago is the same quarter
}

// A reading is what stands at a token: the token behind it, and its value.
type reading struct {
	end   int
	typ   Type
	value string
}

func newReader(t *token.Text, published string) *reader {
	r := &reader{Text: t}
	if len(published) >= len("2006-01-02") {
		r.day, _ = time.Parse(time.DateOnly, published[:len("2006-01-02")])
	}
	return r
}

// read tries the rules at each token, and goes on behind what it found. The rules
// stand in the order of their length: the first that reads something wins.
func (r *reader) read(first, last int, rules []func(i int) reading, into []Time) []Time {
	for i := first; i < last; {
		end := i + 1
		if !r.mayStart(i) {
			i = end
			continue
		}
		for _, rule := range rules {
			if got := rule(i); got.end > i && got.value != "" {
				into = append(into, Time{r.Tokens[i].Start, r.Tokens[got.end-1].End, got.typ, got.value})
				end = got.end
				break
			}
		}
		i = end
	}
	return into
}

func (r *reader) low(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Low
}

// The values. Each takes a day and says no more of it than the expression does.

func dayValue(d time.Time) string { return d.Format(time.DateOnly) }

func monthValue(d time.Time) string { return d.Format("2006-01") }

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
// precise as the unit.
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
		return r.year(-n)
	case decade:
		return r.year(-10 * n)[:3]
	case century:
		return r.year(-100 * n)[:2]
	default:
		return dayValue(r.day)
	}
}

// year is the year of the text moved by n.
func (r *reader) year(n int) string {
	if r.day.IsZero() {
		return "XXXX"
	}
	return fmt.Sprintf("%04d", max(0, r.day.Year()+n))
}

// weekday is the day of that name nearest in the direction: 0 the last one, the
// text's own day included; -1 the one before the text's day; 1 the next.
func (r *reader) weekday(w time.Weekday, direction int) string {
	if r.day.IsZero() {
		return fmt.Sprintf("XXXX-WXX-%d", (int(w)+6)%7+1)
	}
	back := (int(r.day.Weekday()) - int(w) + 7) % 7
	switch {
	case direction < 0 && back == 0:
		back = 7
	case direction > 0:
		back -= 7
	}
	return dayValue(r.day.AddDate(0, 0, -back))
}

// A unit is a length of time.
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
	case decade: // TempEval writes a decade as years
		if k, err := atoi(n); err == nil {
			return "P" + strconv.Itoa(10*k) + "Y"
		}
	}
	return "P" + n + string(u)
}
