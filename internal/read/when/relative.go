package when

import (
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// Relative reads "2 hours ago" or "قبل ساعتين" against the time the copy came
// in. Such a stamp is doubtful: the page may have been made earlier.
func Relative(s string, c Context) (dateline.Stamp, bool) {
	// A longer text tells of the past in its own words: "a week ago the harbour closed".
	if c.Received.IsZero() || len(s) > 120 {
		return dateline.Stamp{}, false
	}
	p := parser{tokens: scan(s), c: c}
	if st, ok := p.nearDay(); ok {
		return st, true
	}
	for i := range p.tokens {
		n, unit, next := p.ago(i)
		if next == 0 || n > 1000 {
			continue
		}
		_, loc := c.proposed()
		t := c.Received.Add(-time.Duration(n) * unit).In(loc).Truncate(time.Minute)
		st := dateline.Stamp{Time: t, Zone: "", Precision: dateline.ToMinute, Confidence: dateline.Doubtful}
		st.Proposed, _ = c.proposed()
		if unit >= 24*time.Hour {
			// "2 days ago" tells no clock: the one counted back to would be invented.
			st.Precision = dateline.ToDay
			st.Time = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, loc)
		}
		return st, true
	}
	return dateline.Stamp{}, false
}

// nearDay reads today or yesterday with a clock, "Yesterday at 10:15", «اليوم 10:15 ص», and
// nothing beside: both words stand in names and sentences, «اليوم السابع». A clock
// later than the copy's, by more than a zone, is none of it.
func (p *parser) nearDay() (dateline.Stamp, bool) {
	back := 0
	switch p.word(0) {
	case "today", "اليوم", "امروز":
	case "yesterday", "امس", "ديروز":
		back = 1
	default:
		return dateline.Stamp{}, false
	}
	k, next, ok := p.clock(p.between(1))
	if !ok {
		return dateline.Stamp{}, false
	}
	z, after := p.zone(next)
	if z.loc != nil {
		next = after
	}
	if next < len(p.tokens) {
		return dateline.Stamp{}, false
	}
	proposed, loc := p.c.proposed()
	if z.loc != nil {
		proposed, loc = "", z.loc
	}
	y, m, d := p.c.Received.In(loc).AddDate(0, 0, -back).Date()
	st := dateline.Stamp{Time: time.Date(y, m, d, k.h, k.m, 0, 0, loc), Zone: z.text, Proposed: proposed, Precision: dateline.ToMinute, Confidence: dateline.Doubtful}
	return st, !st.Time.After(p.c.Received.Add(14 * time.Hour))
}

// IsAgo reports a line that tells how long ago something was, or when today or yesterday, and no
// more, as it stands beside the headlines of other items. A full stop makes it somebody's answer.
func IsAgo(s string) bool {
	if len(s) > 60 {
		return false
	}
	// Late on any day, so that no clock of that day is later.
	p := parser{tokens: scan(strings.Trim(s, " •·|()")), c: Context{Received: time.Date(2000, 1, 1, 23, 59, 0, 0, time.UTC)}}
	if _, ok := p.nearDay(); ok {
		return true
	}
	_, _, next := p.ago(0)
	if w := p.word(next); w == "واحده" || w == "واحد" { // WordPress: «منذ ساعة واحدة»
		next++
	}
	return next > 1 && next == len(p.tokens)
}

// ago reads "3 hours ago" and "منذ 3 ساعات" at token i; next is 0 where there is none.
func (p *parser) ago(i int) (n int, of time.Duration, next int) {
	read := func(n int, of time.Duration, next int) (int, time.Duration, int) {
		if n <= 0 || of <= 0 {
			return 0, 0, 0
		}
		return n, of, next
	}
	if n := p.num(i); n > 0 && p.word(i+2) == "ago" {
		return read(n, unit(p.word(i+1)), i+3)
	}
	if w := p.word(i); (w == "a" || w == "an") && p.word(i+2) == "ago" {
		return read(1, unit(p.word(i+1)), i+3)
	}
	// Persian and Urdu have the word last: «۲ ساعت پیش», «3 گھنٹے پہلے».
	if w := p.word(i + 2); p.num(i) > 0 && (w == "پيش" || w == "قبل" || w == "پہلے") {
		return read(p.num(i), unit(p.word(i+1)), i+3)
	}
	switch p.word(i) {
	case "قبل", "منذ", "לפני", "پێش": // the last two of Hebrew and of Kurdish
	default:
		return 0, 0, 0
	}
	w := p.word(i + 1)
	if w == "نصف" {
		return read(1, unit(p.word(i+2))/2, i+3)
	}
	n = p.num(i + 1)
	if n <= 0 {
		n = lang.Numeral(w)
	}
	if n > 0 {
		return read(n, unit(p.word(i+2)), i+3)
	}
	// The dual says two without a number: «قبل ساعتين». What is left of it, «ساعت», is in unit.
	if two, ok := strings.CutSuffix(w, "ين"); ok && unit(two) > 0 {
		return 2, unit(two), i + 2
	}
	return read(1, unit(w), i+2)
}

// unit is how long the unit of a relative time is, 0 for other words. Months and years are
// none: they tell no day.
func unit(w string) time.Duration {
	switch w {
	case "minute", "minutes", "min", "mins", "m", "دقيقه", "دقايق", "دقيقت", "منٹ", "خولەك", "דקה", "דקות":
		return time.Minute
	case "hour", "hours", "hr", "hrs", "h", "ساعه", "ساعات", "ساعت", "گھنٹہ", "گھنٹے", "كاتژمێر", "שעה", "שעות":
		return time.Hour
	case "day", "days", "d", "يوم", "ايام", "روز", "دن", "ڕۆژ", "יום", "ימים":
		return 24 * time.Hour
	case "week", "weeks", "w", "اسبوع", "اسابيع", "هفته", "ہفتہ", "ہفتے", "שבוע", "שבועות":
		return 7 * 24 * time.Hour
	}
	return 0
}

// InURL reads the day in an address: /2025/07/22/, /2025-07-22-, /20250722.
func InURL(address string, c Context) (dateline.Stamp, bool) {
	_, path, ok := strings.Cut(address, "://")
	if !ok {
		return dateline.Stamp{}, false
	}
	if i := strings.IndexByte(path, '/'); i >= 0 {
		path = path[i:]
	}
	path, _, _ = strings.Cut(path, "?")
	p := parser{tokens: scan(strings.ReplaceAll(path, "_", "-")), c: c}
	for i := range p.tokens {
		// Other numbers of four digits are ids of items, or sizes of pictures.
		t := p.at(i)
		if t.digits != 4 && t.digits != 8 || t.digits == 4 && (t.num < 1990 || t.num > 2090) {
			continue
		}
		if d, _, ok := p.date(i); ok && d.y >= 1990 && d.y <= 2090 {
			zone, loc := c.proposed()
			return dateline.Stamp{
				Time: time.Date(d.y, d.m, d.d, 0, 0, 0, 0, loc), Proposed: zone, Precision: dateline.ToDay,
			}, true
		}
	}
	return dateline.Stamp{}, false
}
