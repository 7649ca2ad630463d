// Package when reads times as people and machines write them, in English,
// Arabic and a few neighbours, and says how sure it is. It never guesses: a
// text without a day and a year is undated, a clock without a zone stays a wall
// clock with the source's zone beside it as a proposal.
package when

import (
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang/calendar"
)

// Context is what is known beside the text of a date.
type Context struct {
	Received time.Time       // when the copy came in; zero when unknown
	Zone     string          // the source's zone, for clocks without one
	Language string          // of the page, for 3/4/2025 and Arabic numbers
	MonthDay bool            // 3/4/2025 is the 4th of March, as in the United States
	Days     map[string]bool // that the page gives beyond doubt, as 2025-03-04

	strict bool // 3.4.2025 may be the 4th of March
}

// A Claim is one place where a page gives a date.
type Claim struct {
	Raw  string
	From dateline.Evidence
	Weak bool // it may well be the time of something else
}

// Parse reads a value that is meant to be a date, such as an attribute.
func Parse(s string, c Context) (dateline.Stamp, bool) {
	if st, ok := epoch(s); ok {
		return st, true
	}
	return Find(s, c)
}

// Find reads the first date in a short text.
func Find(s string, c Context) (dateline.Stamp, bool) {
	if len(s) > 400 {
		s = s[:400]
	}
	if !strings.ContainsFunc(s, isDigit) {
		return dateline.Stamp{}, false // no day is without; most lines have none
	}
	p := parser{tokens: scan(s), c: c}
	var other dateline.Stamp // a day of the Islamic calendar, often set beside the common one
	for i := range p.tokens {
		if i > 0 && p.joined(i) {
			continue
		}
		d, next, ok := p.date(i)
		if !ok {
			continue
		}
		st, ok := p.stamp(d, i, next)
		if d.cal != calendar.Islamic {
			return st, ok
		}
		if ok && other.IsZero() {
			other = st
		}
	}
	return other, !other.IsZero()
}

// Choose reads claims, the surest first, and returns the best: the first that
// is plausible, made finer by a later one that gives the same day a time.
func Choose(claims []Claim, c Context) dateline.Stamp {
	var best, doubtful dateline.Stamp
	for _, cl := range claims {
		st, ok := read(cl, c)
		switch {
		case !ok || unset(st):
		case !Plausible(st, c.Received):
			st.Confidence = dateline.Doubtful
			if doubtful.IsZero() && st.Time.Year() >= 1840 {
				doubtful = st
			}
		case best.IsZero():
			best = st
		// The instant stays what machines are told; only the zone becomes the page's.
		case finer(st, best) && utc(best.Zone):
			best.Time, best.Zone = best.Time.In(st.Time.Location()), st.Zone
		case finer(st, best):
			st.From = best.From
			best = st
		default:
			best = local(best, st)
		}
	}
	if best.IsZero() {
		return doubtful
	}
	return best
}

// unset reports the zero of computers' clocks, which programs write when they
// know no time: 1 January 1970, midnight in Greenwich, to the second.
func unset(s dateline.Stamp) bool {
	return s.Precision != dateline.ToDay && s.Time.Unix() == 0
}

// Plausible reports that news can have been published at that time: since
// there are telegraphs, and not after it came in (a day's grace for wall clocks
// and careless zones).
func Plausible(s dateline.Stamp, received time.Time) bool {
	if s.Time.Year() < 1840 {
		return false
	}
	if received.IsZero() {
		return s.Time.Year() < 2090
	}
	return !s.Time.After(received.Add(36 * time.Hour))
}

// read reads a claim in the way of the place where it was found.
func read(cl Claim, c Context) (dateline.Stamp, bool) {
	var st dateline.Stamp
	var ok bool
	switch cl.From {
	case dateline.FromText:
		// Only readers are shown "2 hours ago"; machines are told days.
		if st, ok = Find(cl.Raw, c); !ok {
			st, ok = Relative(cl.Raw, c)
		}
	case dateline.FromURL:
		st, ok = InURL(cl.Raw, c)
	default:
		st, ok = Parse(cl.Raw, c)
	}
	st.From = cl.From
	switch {
	case cl.Weak:
		st.Confidence = dateline.Doubtful
	case st.Confidence == "":
		st.Confidence = confidence(cl.From)
	}
	return st, ok
}

// confidence is how sure a date is by its place: in running text and in addresses it
// may tell of something else, elsewhere it was meant to be the item's.
func confidence(e dateline.Evidence) dateline.Confidence {
	if e == dateline.FromText || e == dateline.FromURL {
		return dateline.Likely
	}
	return dateline.Sure
}

// finer reports that b names the same day as a with a clock that a lacks, the
// same clock with a zone that a lacks, or the same instant in the page's own
// zone where a has it in that of all machines.
func finer(b, a dateline.Stamp) bool {
	if b.Confidence == dateline.Doubtful {
		return false
	}
	if a.Precision == dateline.ToDay {
		return b.Precision != dateline.ToDay && b.Time.Format(time.DateOnly) == a.Time.Format(time.DateOnly)
	}
	if _, offset := b.Time.Zone(); utc(a.Zone) && b.Zone != "" && offset != 0 && b.Time.Truncate(time.Minute).Equal(a.Time.Truncate(time.Minute)) {
		return true
	}
	const wall = "2006-01-02T15:04"
	return a.Zone == "" && b.Zone != "" && b.Time.Format(wall) == a.Time.Format(wall)
}

// utc reports the ways to write the zone of all machines.
func utc(zone string) bool {
	return zone == "Z" || zone == "UTC" || zone == "GMT" || zone == "+00:00"
}
