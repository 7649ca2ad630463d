package when

import (
	"fmt"
	"time"

	"dateline/internal/lang/calendar"
)

// A date is a day that was read, in the common calendar once valid has accepted it;
// cal stays the calendar that it was written in.
type date struct {
	y      int
	m      time.Month
	d      int
	cal    calendar.Kind
	choice bool   // day and month could be the other way round
	clock  *clock // read inside the date, as in "Jul 22 05:29:53 2025"
	zone   int    // the token behind that clock that may be its zone; 0 where none is
}

// String is the day as 2025-03-04.
func (d date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.y, int(d.m), d.d) }

// A parser looks at the tokens of one text. Its methods take the token to begin at, and
// give the one that follows what was read; they keep no place of their own.
type parser struct {
	tokens []token
	c      Context
}

// at is token i. Outside the text it is one that is nothing, so that callers may look ahead
// and back without asking for the ends.
func (p *parser) at(i int) token {
	if i < 0 || i >= len(p.tokens) {
		return token{num: -1}
	}
	return p.tokens[i]
}

// num is token i as a number, -1 when it is none.
func (p *parser) num(i int) int { return p.at(i).num }

// word is the token's text if it is a word (of more than a sign), else "".
func (p *parser) word(i int) string {
	t := p.at(i)
	if t.num >= 0 || t.digits > 0 || len(t.text) == 0 || len(t.text) == 1 && (t.text[0] < 'a' || t.text[0] > 'z') {
		return ""
	}
	return t.text
}

// joined reports that token i continues a number, so that no date begins there.
func (p *parser) joined(i int) bool {
	if isMark(p.at(i-1), "-") && isMark(p.at(i-3), ":") {
		return false // a clock ended: "10:15-3 July"
	}
	return p.at(i).glued && isMark(p.at(i-1), ".:-/") && p.num(i-2) >= 0 && p.at(i-1).glued
}

// date reads a day that begins at token i.
func (p *parser) date(i int) (date, int, bool) {
	t := p.at(i)
	switch {
	case t.digits == 8 || t.digits == 14 || t.digits == 12:
		return p.compact(i)
	case t.num < 0:
		if j := p.first(i); j > 0 {
			return p.named(date{d: 1}, j)
		}
		return p.monthFirst(i)
	case t.digits == 4:
		return p.yearFirst(i)
	case t.digits <= 2 && t.num >= 1 && t.num <= 31:
		if d, n, ok := p.dayMonth(i); ok {
			return d, n, ok
		}
		return p.numbers(i)
	}
	return date{}, 0, false
}

// compact reads 20250722, 20250722052953 and 20250722T052953.
func (p *parser) compact(i int) (date, int, bool) {
	s, next := p.at(i).text, i+1
	if p.word(next) == "t" && (p.at(i+2).digits == 4 || p.at(i+2).digits == 6) {
		s, next = s[:8]+p.at(i+2).text, i+3
	}
	n := func(from int) (v int) {
		for _, c := range []byte(s[from : from+2]) {
			v = v*10 + int(c-'0')
		}
		return v
	}
	d := date{y: 100*n(0) + n(2), m: time.Month(n(4)), d: n(6)}
	// Eight digits in a row are as often the number of an item.
	if d.y < 1900 || d.y > 2100 {
		return d, 0, false
	}
	if len(s) >= 12 {
		k := clock{h: n(8), m: n(10), s: -1}
		if len(s) == 14 {
			k.s = n(12)
		}
		if k.h < 24 && k.m < 60 && k.s < 60 {
			d.clock = &k
		}
	}
	return d, next, d.valid()
}

// yearFirst reads 2025-07-22, 2025/7/22, 2025 July 22 and «2025 الثلاثاء ,22 تموز / يوليو».
func (p *parser) yearFirst(i int) (date, int, bool) {
	d := date{y: p.num(i)}
	j := i + 1
	if m, cal, n := p.month(p.skip(j, "-/.,")); n > 0 {
		j = p.skip(p.skip(j, "-/.,")+n, "-/.,")
		d.m, d.cal, d.d = m, cal, p.num(j)
		return d, j + 1, p.at(j).digits <= 2 && d.valid()
	}
	if weekday(p.word(j)) {
		j = p.skip(j+1, ",")
		m, cal, n := p.month(p.skip(j+1, "-/"))
		d.m, d.cal, d.d = m, cal, p.num(j)
		return d, p.otherName(p.skip(j+1, "-/") + n), n > 0 && p.at(j).digits <= 2 && d.valid()
	}
	if !isMark(p.at(j), "-/.") || !isMark(p.at(j+2), "-/.") || p.at(j+1).digits > 2 || p.at(j+3).digits > 2 {
		return d, 0, false
	}
	d.m, d.d = time.Month(max(0, p.num(j+1))), p.num(j+3)
	d.cal = p.oldYear(d.y, j+4)
	return d, j + 4, d.valid()
}

// dayMonth reads "22 July 2025", "22nd of July, 2025", "22-Jul-25",
// "22 تموز/يوليو 2025".
func (p *parser) dayMonth(i int) (date, int, bool) {
	d := date{d: p.num(i)}
	j := i + 1
	switch p.word(j) {
	case "st", "nd", "rd", "th", "er", "º":
		if p.at(j).glued {
			j++
		}
	}
	if p.at(j).glued && p.at(j).text == "ي" { // Kurdish: «24ی تشرینی دووەم»
		j++
	}
	j = p.skip(j, "-/.,")
	for w := p.word(j); w == "of" || w == "de" || w == "من" || w == "شهر"; w = p.word(j) {
		j++
	}
	return p.named(d, j)
}

// named reads the month by its name, at token j, and the year of a day that was read.
func (p *parser) named(d date, j int) (date, int, bool) {
	m, cal, n := p.monthOf(j)
	if n == 0 {
		return d, 0, false
	}
	d.m, d.cal = m, cal
	return p.year(d, j+n)
}

// first is where the month begins behind «أول», «الأول من», «غرة» at token i: agencies do
// not write the first of a month in digits. It is 0 when none of these is there.
func (p *parser) first(i int) int {
	w := p.word(i)
	if w != "اول" && w != "الاول" && w != "غره" {
		return 0
	}
	// «تشرين الأول أكتوبر» and «ربيع الأول» are names of months.
	if m, _, n := p.month(i - 1); n > 1 || m > 0 && w == "الاول" {
		return 0
	}
	if i++; p.word(i) == "من" {
		i++
	}
	if p.word(i) == "شهر" {
		i++
	}
	return i
}

// monthFirst reads "July 22, 2025" and "Jul 22 05:29:53 2025".
func (p *parser) monthFirst(i int) (date, int, bool) {
	m, cal, n := p.month(i)
	if n == 0 && p.at(i+1).digits > 0 { // other words are not asked for: each of a line comes here
		m, n = p.neighbour(i)
	}
	if n == 0 {
		return date{}, 0, false
	}
	j := p.skip(i+n, "-/.,")
	if p.at(j).digits == 0 || p.at(j).digits > 2 {
		return date{}, 0, false
	}
	d := date{m: m, cal: cal, d: p.num(j)}
	j++
	switch p.word(j) {
	case "st", "nd", "rd", "th":
		j++
	}
	return p.year(d, j)
}

// year reads the year that ends a date whose month has a name, with a clock
// between as C writes it, or a second name of the month ("تموز/يوليو").
func (p *parser) year(d date, j int) (date, int, bool) {
	// Reuters writes both names with nothing between: «3 يوليو تموز 2026».
	if m, _, n := p.month(j); n > 0 && m == d.m {
		j += n
	}
	if m, _, n := p.month(j + 1); n > 0 && isMark(p.at(j), "/-(") && m == d.m {
		if j += 1 + n; isMark(p.at(j), ")") {
			j++
		}
	}
	// Unix writes the clock before the year: "Fri Jul 3 10:15:00 2026".
	if k, next, ok := p.clock(j); ok {
		d.clock = &k
		j = next
		if p.word(j) != "" && p.at(j+1).digits == 4 { // Java: "Fri Jul 03 10:15:00 EEST 2026"
			d.zone = j
			j++
		}
	}
	j = p.skip(j, "-/.,'’")
	for w := p.word(j); w == "de" || w == "of" || w == "من" || w == "عام" || w == "سنه"; w = p.word(j) {
		j++
	}
	// A day without its year is undated: no year is guessed.
	y := p.at(j)
	switch {
	case y.digits == 4:
		d.y = y.num
	case y.digits == 2 && (isMark(p.at(j-1), "-/'’") || d.clock == nil && p.toSecond(j+1)):
		d.y = century(y.num) // "22-Jul-25", or "22 Jul 25 05:29:53 GMT" of RFC 822
	default:
		return d, 0, false
	}
	j++
	switch p.word(j) {
	case "ه":
		d.cal = calendar.Islamic
		j++
	case "م":
		j++
	}
	if p.at(j).text == "ء" { // Urdu's sign of the common calendar: «2026ء»
		j++
	}
	return d, j, d.valid()
}

// toSecond reports that a time of day to the second begins at token i, as
// programs write it: between words, "22 July 25" may be anything.
func (p *parser) toSecond(i int) bool {
	k, _, ok := p.clock(i)
	return ok && k.s >= 0
}

// numbers reads 22/7/2025, 7/22/2025, 22.07.25.
func (p *parser) numbers(i int) (date, int, bool) {
	if !isMark(p.at(i+1), "/.-") || p.at(i+3).text != p.at(i+1).text || p.num(i+2) < 1 || p.at(i+2).digits > 2 {
		return date{}, 0, false
	}
	a, b, y := p.num(i), p.num(i+2), p.at(i+4)
	d := date{}
	switch y.digits {
	case 4:
		d.y = y.num
	case 2:
		if p.at(i+1).text == "." && p.at(i).digits+p.at(i+2).digits < 4 {
			return d, 0, false // "PHP 8.4.13": a version
		}
		d.y = century(y.num)
	default:
		return d, 0, false
	}
	d.cal = p.oldYear(d.y, i+5)
	switch monthDay := p.c.MonthDay && p.at(i+1).text != "."; {
	// What can be only one of the two is that, wherever the page comes from.
	case a > 12 || b <= 12 && !monthDay:
		d.d, d.m = a, time.Month(b)
	default:
		d.d, d.m = b, time.Month(a)
	}
	ambiguous := a <= 12 && b <= 12 && a != b
	// Points stand where the day comes first, but for those who took them for a style.
	d.choice = ambiguous && (p.at(i+1).text != "." || p.c.strict)
	if ambiguous && d.cal == calendar.Gregorian {
		other := date{y: d.y, m: time.Month(d.d), d: int(d.m)}
		switch {
		case p.c.Days[d.String()]:
			d.choice = false
		case p.c.Days[other.String()]:
			d = other
		}
	}
	return d, i + 5, d.valid()
}

// oldYear tells the calendar of a date of numbers alone by its year.
func (p *parser) oldYear(y, next int) calendar.Kind {
	switch {
	// Both calendars are in their fifteenth century, and Gregorian dates of then are no news.
	case y < 1300 || y > 1500:
		return calendar.Gregorian
	case len(p.c.Language) >= 2 && p.c.Language[:2] == "fa":
		return calendar.Iranian
	case len(p.c.Language) >= 2 && p.c.Language[:2] == "ar" || p.word(next) == "ه":
		return calendar.Islamic
	}
	return calendar.Gregorian
}

// skip passes at most two of the given signs.
func (p *parser) skip(i int, marks string) int {
	for range 2 {
		if isMark(p.at(i), marks) {
			i++
		}
	}
	return i
}

// century is the year that two digits stand for, from 1970 on.
func century(y int) int {
	if y >= 70 {
		return 1900 + y
	}
	return 2000 + y
}

// valid turns days of other calendars into Gregorian ones and reports that
// there is such a day.
func (d *date) valid() bool {
	t, ok := calendar.Day(d.cal, d.y, int(d.m), d.d)
	if ok {
		d.y, d.m, d.d = t.Year(), t.Month(), t.Day()
	}
	return ok
}
