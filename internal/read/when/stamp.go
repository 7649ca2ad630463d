package when

import (
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/lang/calendar"
)

// stamp puts a date together with the clock and zone around it.
func (p *parser) stamp(d date, from, next int) (dateline.Stamp, bool) {
	k, z := d.clock, zone{}
	if k == nil {
		if c, n, ok := p.clock(p.between(next)); ok {
			k, next = &c, n
		} else if c, n, ok := p.behindOther(d, next); ok {
			k, next = &c, n
		}
	}
	if k != nil {
		if d.zone > 0 {
			next = d.zone
		}
		z, _ = p.zone(next)
	} else {
		k, z = p.clockBefore(from)
		if w := p.word(next); k != nil && z.loc == nil && (w == "بتوقيت" || w == "gmt" || w == "utc") {
			z, _ = p.zone(next) // "10:15, 3 July 2026 GMT"
		}
	}
	st := dateline.Stamp{Precision: dateline.ToDay}
	if k == nil {
		k = &clock{s: -1}
	} else if st.Precision = dateline.ToMinute; k.s >= 0 {
		st.Precision = dateline.ToSecond
	}
	if *k == (clock{}) && (z.loc == nil || z.text == "Z" || z.text == "+00:00") {
		// Programs write a day without a time as midnight.
		st.Precision, z = dateline.ToDay, zone{}
	}
	loc := z.loc
	if loc == nil {
		st.Proposed, loc = p.c.proposed()
	}
	// What is proposed is never written as the zone: readers are told which of the two it is.
	st.Zone = z.text
	st.Time = time.Date(d.y, d.m, d.d, k.h, k.m, max(0, k.s), 0, loc)
	// Tables of the Hijri calendar and what is seen in the sky may be a day apart.
	if d.choice || d.cal == calendar.Islamic {
		st.Confidence = dateline.Doubtful
	}
	return st, !st.Time.IsZero() && st.Time.Year() <= 9999
}

// behindOther reads the clock behind the same day in another calendar: «24 نوفمبر 2026 الموافق
// 14 جمادى الآخرة 1448 هـ - 09:15».
func (p *parser) behindOther(d date, i int) (clock, int, bool) {
	j := p.between(i)
	if w := p.word(j); w == "الموافق" || w == "برابر" || w == "مطابق" {
		j = p.between(j + 1)
	}
	other, next, ok := p.date(j)
	if !ok || other.cal == d.cal {
		return clock{}, 0, false
	}
	return p.clock(p.between(next))
}

// proposed is the zone of the source, if there is such a zone.
func (c Context) proposed() (string, *time.Location) {
	// Go reads these two as a zone as well: "Local" is the machine's, and the same copy
	// would be read otherwise on another one.
	if c.Zone == "" || c.Zone == "Local" {
		return "", time.UTC
	}
	if loc, err := time.LoadLocation(c.Zone); err == nil {
		return c.Zone, loc
	}
	// The desk may have written it as pages do: "GMT+3".
	if z := (&parser{tokens: scan(c.Zone)}); len(z.tokens) > 0 {
		if found, _ := z.zone(0); found.loc != nil {
			return c.Zone, found.loc
		}
	}
	return "", time.UTC
}

// between passes what stands between a date and its clock.
func (p *parser) between(i int) int {
	// Behind more than five signs and words a clock is of something else.
	for range 5 {
		switch p.word(i) {
		case "t", "at", "الساعه", "ساعت", "في", "عند", "علي", "um", "à", "on", "time", "تمام", "בשעה":
			i++
			continue
		}
		if !isMark(p.at(i), ",-|/@.:;()") && p.at(i).text != "•" && p.at(i).text != "·" {
			break
		}
		i++
	}
	return i
}

// clockBefore finds the clock that a date follows: "12:17 GMT, Tuesday, 2 January".
func (p *parser) clockBefore(i int) (*clock, zone) {
	// Twelve tokens are a clock with its zone and a weekday; a clock further off is of something else.
	for j := max(0, i-12); j < i; j++ {
		if j > 0 && p.joined(j) {
			continue
		}
		k, next, ok := p.clock(j)
		if !ok || next > i {
			continue
		}
		z := zone{}
		if n := next; p.word(n) != "" || isMark(p.at(n), "+(") {
			z, _ = p.zone(n)
		}
		if w := p.word(j - 1); z.loc == nil && (w == "gmt" || w == "utc") {
			z, _ = p.zone(j - 1) // "GMT 10:15 03.07.2026"
		}
		return &k, z
	}
	return nil, zone{}
}

// epoch reads seconds or milliseconds since 1970, as data attributes give them.
func epoch(s string) (dateline.Stamp, bool) {
	s = strings.TrimSpace(s)
	// Of the years since 2001: fewer digits are ids and counters.
	if len(s) != 10 && len(s) != 13 {
		return dateline.Stamp{}, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return dateline.Stamp{}, false
	}
	if len(s) == 13 {
		n /= 1000
	}
	return dateline.Stamp{Time: time.Unix(n, 0).UTC(), Zone: "UTC", Precision: dateline.ToSecond}, true
}

// Day reports that all of s is a day of a month, with or without its year, as
// datelines have it: "3 July", "July 3, 2025", "3 يوليو".
func Day(s string) bool {
	p := parser{tokens: scan(s)}
	i := 0
	if weekday(p.word(0)) {
		i = p.skip(1, ",.-")
	}
	if i >= len(p.tokens) {
		return false
	}
	if _, next, ok := p.date(i); ok {
		return next >= len(p.tokens)
	}
	j := i
	if n := p.num(i); n >= 1 && n <= 31 {
		j = p.skip(i+1, ".-/")
		_, _, words := p.month(j)
		return words > 0 && p.skip(p.otherName(j+words), ".") >= len(p.tokens)
	}
	if j = p.first(i); j > 0 {
		_, _, words := p.month(j)
		return words > 0 && p.otherName(j+words) >= len(p.tokens)
	}
	_, _, words := p.month(i)
	j = p.skip(i+words, ".")
	n := p.num(j)
	return words > 0 && n >= 1 && n <= 31 && j+1 >= len(p.tokens)
}

// Clock reports that all of s is a time of day, with its zone or without: "10:15", «10:15 ص»,
// "10:15 GMT".
func Clock(s string) bool {
	p := parser{tokens: scan(s)}
	_, next, ok := p.clock(0)
	if !ok {
		return false
	}
	if z, after := p.zone(next); z.loc != nil {
		next = after
	}
	return next >= len(p.tokens)
}

// otherName passes the second name of a month: «تموز/يوليو», «تموز (يوليو)», «يوليو تموز».
func (p *parser) otherName(i int) int {
	if _, _, words := p.month(i); words > 0 {
		return i + words
	}
	if !isMark(p.at(i), "/(") {
		return i
	}
	_, _, words := p.month(i + 1)
	if words == 0 {
		return i
	}
	return p.skip(i+1+words, ")")
}

// weekday reports the name of a day, in full or cut to three letters. It is only stepped
// over: where it contradicts the number, the number holds.
func weekday(w string) bool {
	switch w {
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return true
	}
	return lang.Weekday(w) > 0
}
