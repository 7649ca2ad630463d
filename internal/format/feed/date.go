package feed

import (
	"strconv"
	"strings"
	"time"

	"dateline"
)

// Stamp reads a date of a feed: RFC 822 with its common misspellings, RFC 3339
// and the shorter W3C dates, and Unix asctime. A text that is none of them is
// undated; nothing is guessed.
func Stamp(text string) dateline.Stamp {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > 80 {
		return dateline.Stamp{}
	}
	d := fields{precision: dateline.ToDay}
	ok := false
	// A year of four digits stands first in nothing but the W3C's dates.
	if len(text) >= 4 && digits(text[:4]) {
		ok = d.iso(text)
	} else {
		ok = d.words(text)
	}
	if !ok {
		return dateline.Stamp{}
	}
	return d.stamp()
}

// fields are the parts of a date.
type fields struct {
	year, month, day           int
	hour, minute, second, nsec int
	zone                       string // as written
	offset                     int    // seconds east of UTC
	half                       string // of the day: "am" or "pm", "" for a clock of 24 hours
	precision                  dateline.Precision
}

// stamp checks the fields and puts them together. A day that its month does not
// have is a fault of who wrote it, and the day behind it nobody's word.
func (d *fields) stamp() dateline.Stamp {
	if !d.halve() {
		return dateline.Stamp{}
	}
	// 60 seconds are a leap second, which RFC 3339 allows; time.Date makes it the next minute.
	if d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 || d.hour > 24 || d.hour == 24 && d.minute+d.second > 0 || d.minute > 59 || d.second > 60 ||
		d.year < 1 || d.year > 9999 || time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() != d.day {
		return dateline.Stamp{}
	}
	loc := time.UTC
	if d.offset != 0 || d.zone != "" {
		loc = time.FixedZone(d.zone, d.offset)
	}
	t := time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, d.nsec, loc)
	return dateline.Stamp{Time: t, Zone: d.zone, Precision: d.precision, From: dateline.FromFeed, Confidence: dateline.Sure}
}

// halve turns a clock of twelve hours into one of 24, and reports whether it can
// be one. Nothing else is as wrong as an afternoon in the morning of its day.
func (d *fields) halve() bool {
	switch {
	case d.half == "":
		return true
	case d.hour > 12: // "15:04 PM", as some programs write it
		return d.half == "pm"
	}
	d.hour %= 12
	if d.half == "pm" {
		d.hour += 12
	}
	return true
}

// setHalf takes "PM", "p.m." and «م», and reports whether it was one of these.
func (d *fields) setHalf(text string) bool {
	switch strings.ToLower(strings.ReplaceAll(text, ".", "")) {
	case "am", "ص", "صباحا", "صباحًا":
		d.half = "am"
	case "pm", "م", "مساء", "مساءً":
		d.half = "pm"
	default:
		return false
	}
	return true
}

// iso reads 2006-01-02T15:04:05.999+07:00 and whatever part of it is there;
// dashes may be missing and a space may stand for the T.
func (d *fields) iso(text string) bool {
	date, clock := text, ""
	if i := strings.IndexAny(text, "Tt "); i >= 0 {
		date, clock = text[:i], strings.TrimSpace(text[i+1:])
	}
	// Both forms of ISO 8601, and slashes, are the same digits without their signs.
	date = strings.ReplaceAll(strings.ReplaceAll(date, "-", ""), "/", "")
	if !digits(date) {
		return false
	}
	d.year, d.month, d.day = number(date[:4]), 1, 1
	switch len(date) {
	case 4:
	case 6:
		d.month = number(date[4:])
	case 8:
		d.month, d.day = number(date[4:6]), number(date[6:])
	default:
		return false
	}
	return clock == "" || d.clock(clock)
}

// clock reads a time of day and the zone behind it.
func (d *fields) clock(text string) bool {
	end := strings.IndexFunc(text, func(r rune) bool { return r != ':' && r != '.' && r != ',' && (r < '0' || r > '9') })
	if end < 0 {
		end = len(text)
	}
	if !d.time(text[:end]) {
		return false
	}
	half, zone, _ := strings.Cut(strings.TrimSpace(text[end:]), " ")
	if !d.setHalf(half) {
		zone = text[end:]
	}
	return d.setZone(strings.TrimSpace(zone))
}

// time reads 15:04, 15:04:05 and 15:04:05.999.
func (d *fields) time(text string) bool {
	// ISO 8601 sets a comma before the fraction as well.
	parts := strings.Split(strings.Replace(text, ",", ".", 1), ":")
	if len(parts) < 2 || len(parts) > 3 || !digits(parts[0]) || !digits(parts[1]) {
		return false
	}
	d.hour, d.minute, d.precision = number(parts[0]), number(parts[1]), dateline.ToMinute
	if len(parts) == 3 {
		whole, fraction, _ := strings.Cut(parts[2], ".")
		if !digits(whole) {
			return false
		}
		d.second, d.precision = number(whole), dateline.ToSecond
		if digits(fraction) {
			d.nsec = number((fraction + "000000000")[:9])
		}
	}
	return true
}

// words reads dates with the name of a month: "Mon, 02 Jan 2006 15:04:05 MST",
// "Jan 2, 2006", "Mon Jan _2 15:04:05 2006".
func (d *fields) words(text string) bool {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' || r == '\n' }) {
		switch m := month(w); {
		case m > 0 && d.month == 0:
			d.month = m
		// An offset may have a colon, too: "+03:00".
		case strings.Contains(w, ":") && w[0] != '+' && w[0] != '-':
			if !d.clock(w) { // with what is glued to it: "3:04PM", "15:04:05Z"
				return false
			}
		case digits(w) && len(w) <= 2 && d.day == 0:
			d.day = number(w)
		case digits(w) && d.year == 0:
			d.year = fullYear(w)
		case strings.Count(w, "-") == 2 && d.day == 0: // 02-Jan-06
			p := strings.Split(w, "-")
			d.day, d.month, d.year = number(p[0]), month(p[1]), fullYear(p[2])
		// A zone stands behind the clock: words before it are the weekday's, and passed over.
		case d.precision != dateline.ToDay && !d.setHalf(w):
			d.setZone(w)
		}
	}
	return d.month > 0 && d.day > 0 && d.year > 0
}

// setZone reads an offset or the name of a zone. It reports whether the text
// can stand behind a time at all; an unknown name leaves the zone unknown.
func (d *fields) setZone(text string) bool {
	if text == "" || d.zone != "" {
		return true
	}
	upper := strings.ToUpper(text)
	if offset, ok := zoneOffset(upper); ok {
		d.zone, d.offset = upper, offset
		return true
	}
	if rest, ok := strings.CutPrefix(upper, "GMT"); ok {
		upper = rest
	}
	if len(upper) < 2 || upper[0] != '+' && upper[0] != '-' {
		return text[0] >= 'A'
	}
	o := strings.ReplaceAll(upper[1:], ":", "")
	// "+3" and "+330", as programs write that count hours as numbers.
	if len(o) == 1 || len(o) == 3 {
		o = "0" + o
	}
	if !digits(o) || len(o) > 4 {
		return false
	}
	o = (o + "00")[:4]
	if number(o[:2]) > 14 || number(o[2:]) > 59 {
		return false // no place on earth
	}
	d.offset = number(o[:2])*3600 + number(o[2:])*60
	if upper[0] == '-' {
		d.offset = -d.offset
	}
	d.zone = upper[:1] + o[:2] + ":" + o[2:]
	return true
}

// zoneOffset knows the zone names of RFC 822 and those of Europe.
func zoneOffset(name string) (int, bool) {
	switch name {
	case "Z", "GMT", "UT", "UTC", "WET":
		return 0, true
	case "CET":
		return 3600, true
	case "CEST", "EET":
		return 2 * 3600, true
	case "EEST", "MSK":
		return 3 * 3600, true
	case "EDT":
		return -4 * 3600, true
	case "EST", "CDT":
		return -5 * 3600, true
	case "CST", "MDT":
		return -6 * 3600, true
	case "MST", "PDT":
		return -7 * 3600, true
	case "PST":
		return -8 * 3600, true
	}
	return 0, false
}

// month is the number of an English month, 0 for any other word.
func month(word string) int {
	if len(word) < 3 || word[0] < 'A' {
		return 0
	}
	i := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(word[:3]))
	if i < 0 || i%3 != 0 {
		return 0
	}
	return i/3 + 1
}

// fullYear reads a year of two digits as RFC 2822 says.
func fullYear(text string) int {
	y := number(text)
	switch {
	case len(text) > 2:
		return y
	case y < 50:
		return 2000 + y
	default:
		return 1900 + y
	}
}

// digits reports digits alone, at least one.
func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number reads what digits has accepted; anything too long is out of range.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
