// Package calendar knows the names of the months in which news is dated, and turns
// days of the Islamic and the Iranian calendar into Gregorian ones. Reading of
// datelines and marking of texts both ask it, so that a month has one list of names.
package calendar

import "time"

// A Kind is one of the calendars.
type Kind byte

// The calendars.
const (
	Gregorian Kind = iota
	Islamic
	Iranian
)

// Month reads the name of a month from a word and the one behind it, both as
// lang.Fold leaves them. words tells how many of the two it takes; 0 for none.
func Month(word, next string) (m time.Month, k Kind, words int) {
	if m, words = levantine(word, next); words > 0 {
		return m, Gregorian, words
	}
	if m, words = islamic(word, next); words > 0 {
		return m, Islamic, words
	}
	if m = latin(word); m > 0 {
		return m, Gregorian, 1
	}
	if m = arabic(word); m > 0 {
		return m, Gregorian, 1
	}
	if m = iranian(word); m > 0 {
		return m, Iranian, 1
	}
	return 0, 0, 0
}

// Day is the Gregorian day, at midnight UTC, of a day of the calendar; false when
// the calendar has no such day in the years that news is dated in.
//
// The Islamic calendar is the tabular one (30 years of which 2, 5, 7, 10, 13, 16,
// 18, 21, 24, 26 and 29 are leap years, counted from Friday, 16 July 622 Julian;
// Reingold and Dershowitz, Calendrical Calculations, chapter "The Islamic
// Calendar"), which is within a day or two of what is seen or announced. The
// Iranian one goes by its cycle of 33 years, which holds from 1799 to 2256.
func Day(k Kind, year, month, day int) (time.Time, bool) {
	if month < 1 || month > 12 || day < 1 || day > 31 || year < 1 {
		return time.Time{}, false
	}
	switch k {
	case Islamic:
		// By this calendar every second month has 29 days, yet a thirtieth may be announced,
		// since the moon must be seen; it is counted as the day behind.
		if year < 1200 || year > 1700 || day > 30 {
			return time.Time{}, false
		}
		return julian((11*year+3)/30 + 354*year + 30*month - (month-1)/2 + day + 1948440 - 385), true
	case Iranian:
		if year < 1200 || year > 1600 || month > 6 && day > 30 { // the first six have 31 days
			return time.Time{}, false
		}
		return julian(1948319 + 365*(year-1) + (8*year+21)/33 + 31*(month-1) - max(0, month-7) + day), true
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	// time.Date makes 1 March of 29 February in a year without one.
	return t, t.Day() == day
}

// julian is the day of a Julian day number; 2440588 is the first of 1970.
func julian(number int) time.Time {
	return time.Unix(int64(number-2440588)*24*60*60, 0).UTC()
}
