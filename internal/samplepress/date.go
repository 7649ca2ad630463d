package samplepress

import (
	"time"

	"dateline"
	"dateline/internal/locale"
)

// A dating is what is said of one dispatch's time.
type dating struct {
	form    dateForm
	habit   dateHabit
	edition *locale.Edition
}

// feed is a time for the feed, in its layout; "" leaves it out.
func (d dating) feed(t time.Time, layout string) string {
	t = t.In(d.edition.Zone())
	switch d.form {
	case "":
		return t.Format(layout)
	case shownNoZone:
		return t.Format(time.DateTime)
	// A feed whose program had no date and wrote its zero: such feeds are out there, and their
	// items must not come to stand in antiquity.
	case shownYear0:
		return time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC).Format(layout)
	// A date that was a deadline or a typing error, and would head every list for decades.
	case shownFuture:
		return time.Date(2099, 12, 31, 23, 59, 0, 0, time.UTC).Format(layout)
	}
	return ""
}

// machine is a time as the page tells it to machines; "" when it does not.
func (d dating) machine(t time.Time) string {
	// The odd forms are for reading dates as people write them; a machine's date beside one
	// would be read first, and the form never.
	if d.habit == inText || d.form != "" {
		return ""
	}
	return t.In(d.edition.Zone()).Format(time.RFC3339)
}

// shown is a time as the page shows it to people.
func (d dating) shown(t time.Time) string {
	e := d.edition
	comma := ", "
	if e.Direction() == dateline.RightToLeft {
		comma = "، "
	}
	switch d.form {
	case shownNone:
		return ""
	case shownNoZone:
		return t.In(e.Zone()).Format(time.DateTime)
	case shownHijri:
		return hijri(t.In(e.Zone()), e) + " هـ"
	}
	// Sources that tell machines nothing leave the zone out as well, as local
	// papers do.
	text := e.Date(t) + comma + e.Clock(t)
	if d.form == "" && d.habit != inText {
		text += " " + e.ZoneLabel(t)
	}
	return text
}

// dating says how a dispatch of a source gives its dates.
func (s *source) dating(d *dispatch) (dating, error) {
	months, figures := d.Months, d.Digits
	switch d.Shown {
	case shownLevant, shownBoth, shownMaghreb:
		months = string(d.Shown)
	case shownNative:
		figures = locale.Arab
	}
	e, err := s.edition(d.Language, months, figures)
	return dating{d.Shown, s.dates, e}, err
}
