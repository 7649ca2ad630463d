package locale

import (
	"fmt"
	"strconv"
	"time"
)

// Every method here moves its time into the edition's zone first. None of
// them says "today" or "yesterday": a page is cached and read later, and
// only what stays true may be printed.

// Date returns weekday, day, month and year: "Sunday 22 November 2026".
func (e *Edition) Date(t time.Time) string {
	t = t.In(e.zone)
	return e.Weekday(t) + " " + e.Day(t)
}

// Day returns day, month and year: "22 November 2026".
func (e *Edition) Day(t time.Time) string {
	t = t.In(e.zone)
	return e.local(fmt.Sprintf("%d %s %d", t.Day(), e.months[t.Month()-1], t.Year()))
}

// ShortDate returns the shortest date that is clear alone: "22 Nov 2026".
// Arabic has no shortened month names, so it prints 22/11/2026.
func (e *Edition) ShortDate(t time.Time) string {
	t = t.In(e.zone)
	if e.arabic() {
		return e.local(fmt.Sprintf("%d/%d/%d", t.Day(), int(t.Month()), t.Year()))
	}
	return fmt.Sprintf("%d %s %d", t.Day(), shortEnglish(t.Month()), t.Year())
}

// DayMonth returns day and month for a narrow column: "22 Nov", 22/11.
func (e *Edition) DayMonth(t time.Time) string {
	t = t.In(e.zone)
	if e.arabic() {
		return e.local(fmt.Sprintf("%d/%d", t.Day(), int(t.Month())))
	}
	return fmt.Sprintf("%d %s", t.Day(), shortEnglish(t.Month()))
}

// Weekday returns the name of t's day.
func (e *Edition) Weekday(t time.Time) string {
	return weekdayName(e.edition.Language, t.In(e.zone).Weekday())
}

// Clock returns the time of day: "09:12". The wire runs on 24 hours in both
// languages.
func (e *Edition) Clock(t time.Time) string {
	return e.local(t.In(e.zone).Format("15:04"))
}

// Seconds returns the time of day with its seconds: "09:12:07".
func (e *Edition) Seconds(t time.Time) string {
	return e.local(t.In(e.zone).Format("15:04:05"))
}

// DateTime returns date, time and zone: "Sun 22 Nov 2026, 09:12 GMT".
func (e *Edition) DateTime(t time.Time) string {
	// A time that breaks from its zone at a line's end could be read without it.
	return e.wall(t) + "\u00a0" + e.ZoneLabel(t)
}

// wall returns date and time of day without the zone.
func (e *Edition) wall(t time.Time) string {
	if e.arabic() {
		return e.Date(t) + e.comma() + e.Clock(t)
	}
	return e.Weekday(t)[:3] + " " + e.ShortDate(t) + e.comma() + e.Clock(t)
}

// ClockOn returns the time of day alone where t falls on the day of day,
// which the page states, and otherwise puts the date before it: without the
// year within the year that the page states, for it is the longest part of a
// narrow column and the one nobody asks for.
func (e *Edition) ClockOn(day, t time.Time) string {
	switch {
	case e.SameDay(day, t):
		return e.Clock(t)
	case day.In(e.zone).Year() == t.In(e.zone).Year():
		return e.DayMonth(t) + e.comma() + e.Clock(t)
	}
	return e.ShortDate(t) + e.comma() + e.Clock(t)
}

// comma goes by the language and not by the digits: an Arabic edition that prints 0-9 has
// the Arabic comma.
func (e *Edition) comma() string {
	if e.arabic() {
		return "، "
	}
	return ", "
}

// SameDay reports whether a and b fall on one day in the edition's zone.
func (e *Edition) SameDay(a, b time.Time) bool {
	ay, am, ad := a.In(e.zone).Date()
	by, bm, bd := b.In(e.zone).Date()
	return ay == by && am == bm && ad == bd
}

// ZoneLabel names the zone in force at t: "GMT" and "ت غ" where it is that
// of Greenwich, otherwise the offset from it.
func (e *Edition) ZoneLabel(t time.Time) string {
	_, offset := t.In(e.zone).Zone()
	return e.OffsetLabel(offset)
}

// OffsetLabel names an offset of that many seconds east of Greenwich:
// "UTC+3", "UTC-3:30". In Arabic the figure is isolated left to right, or
// the sign would jump to its far side.
func (e *Edition) OffsetLabel(offset int) string {
	if offset == 0 {
		return e.messages.Greenwich
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "-", -offset
	}
	figure := sign + strconv.Itoa(offset/3600)
	if minutes := offset % 3600 / 60; minutes != 0 {
		figure += fmt.Sprintf(":%02d", minutes)
	}
	if e.arabic() {
		return e.messages.Greenwich + "\u00a0\u2066" + e.local(figure) + "\u2069"
	}
	return "UTC" + figure
}

// Calendar gives a reader's own clock the names it needs.
type Calendar struct {
	Months    [12]string
	Days      [7]string // from Sunday
	Greenwich string
	Digits    string // the ten digits in order
}

// Calendar returns the edition's names of months and days.
func (e *Edition) Calendar() Calendar {
	c := Calendar{Months: e.months, Greenwich: e.messages.Greenwich, Digits: e.local("0123456789")}
	for d := range c.Days {
		c.Days[d] = weekdayName(e.edition.Language, time.Weekday(d))
	}
	return c
}
