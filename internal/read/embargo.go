package read

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/clean"
	"dateline/internal/read/when"
)

// An embargo that is missed puts copy out before its time, so that it is looked for
// in all that stands before the text: the first blocks, which it is taken out of, the
// headline, the standfirst and the lines around them.
func embargo(it *dateline.Item, c when.Context, around ...string) {
	for i := 0; i < len(it.Body) && i < 3; i++ {
		s := it.Body[i].Text
		line := opens(s)
		if !forbids(line) {
			continue
		}
		withhold(it, line, c)
		if utf8.RuneCountInString(s) < 150 { // else the text goes on behind it
			it.Body = append(it.Body[:i:i], it.Body[i+1:]...)
			i--
		}
	}
	for _, s := range append(around, it.Headline, it.Standfirst) {
		if forbids(s) {
			withhold(it, s, c)
		}
	}
}

// withhold sets the end of an embargo, the latest of several. One whose end cannot
// be read is for the desk to lift: the item is withheld by its source.
func withhold(it *dateline.Item, line string, c when.Context) {
	end, ok := until(line, c)
	switch {
	case !ok:
		if it.PubStatus == "" {
			it.PubStatus = dateline.Withheld
		}
	case it.Embargo.Before(end):
		it.Embargo = end
	}
}

// unforbidden are the lines that are no embargo, whose time is none of publication.
func unforbidden(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), forbids)
}

// opens is the beginning of a text, in which an embargo stands.
func opens(s string) string { return strings.ToValidUTF8(s[:min(len(s), 250)], "") }

// forbids reports a line that forbids publication until a time: "EMBARGOED UNTIL 3
// July", "Not for release before", «محظور النشر حتى». News of embargoes is none:
// "Embargo on oil begins on 3 July".
func forbids(line string) bool {
	if len(line) > 300 {
		return false
	}
	if forbidsHere(line) {
		return true
	}
	// Behind words on what it is: "Check against delivery - embargoed until …".
	for _, mark := range [...]string{" - ", " – ", " — ", ": "} {
		before, after, ok := strings.Cut(line, mark)
		// "Sudan: embargo until 2027" is news.
		order := lang.IsArabic(after) || strings.HasPrefix(clean.Lower(after), "embargoed") || ordered(clean.Lower(after))
		if ok && order && len(strings.Fields(before)) <= 4 && forbidsHere(after) {
			return true
		}
	}
	return false
}

// forbidsHere reports that a line begins with the order.
func forbidsHere(line string) bool {
	if lang.IsArabic(line) {
		s := lang.Folded(line) + " "
		for _, w := range [...]string{"تنبيه ", "هام ", "ملاحظه ", "يرجي ", "الرجاء ", "نرجو ", "برجاء ", "رجاء "} {
			s = strings.TrimPrefix(s, w)
		}
		// Courts forbid as well, «يُحظر النشر في القضية», and say no end.
		ends := strings.Contains(s, " حتي ") || strings.Contains(s, " قبل ") || strings.Contains(s, " بعد ") || strings.Contains(s, " اعتبارا ")
		return ends && slices.ContainsFunc(forbidding[:], func(w string) bool { return strings.HasPrefix(s, w+" ") })
	}
	const signs = " *-–—•[(\"“#.:|"
	s := strings.TrimLeft(clean.Lower(line), signs)
	for range 2 { // "under strict embargo", "this press release is strictly embargoed"
		for _, w := range [...]string{"this ", "strictly ", "strict ", "under ", "news ", "media ", "press release ", "press ", "release ", "report ", "story ", "copy ", "statement ", "document ", "note: ", "is "} {
			s = strings.TrimLeft(strings.TrimPrefix(s, w), signs)
		}
	}
	rest, ok := strings.CutPrefix(s, "embargo")
	if !ok {
		return ordered(s) && timed(line)
	}
	rest, ed := strings.CutPrefix(rest, "ed")
	bare := strings.TrimLeft(rest, signs+",)]")
	between := rest[:len(rest)-len(bare)]
	switch {
	case bare == "":
		return ed
	case between == "":
		return false // "Embargoes end"
	case ed && begin(bare, "until ", "till ", "for release", "for publication"):
		return true
	case ed && begin(bare, "copy", "material"):
		return timed(line)
	case !ed && begin(bare, "lifts "): // that of oil has no clock
		st, ok := when.Find(line, when.Context{})
		return ok && st.Precision != dateline.ToDay
	}
	leads := strings.ContainsAny(between, "-–—:|") || bare[0] <= '9' || begin(bare, "until ", "until:", "till ", "to ") || ed && begin(bare, "for ") || !ed && begin(bare, "date", "time")
	return leads && timed(line) && (ed || clockIn(line) != "") // "Embargo: Monday's vote" is news
}

// begin reports a text that begins with one of the words.
func begin(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// ordered reports orders that do without the word: "Not for publication, broadcast or
// use before", "For release on 3 July".
func ordered(s string) bool {
	for _, w := range [...]string{"not for publication", "not for release", "not for broadcast", "not for use", "not to be used", "not to be published", "not to be broadcast"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.Contains(rest, " before ") || strings.Contains(rest, " until ") || strings.Contains(rest, " prior to ")
		}
	}
	return begin(s, "hold for release", "hold until ", "do not publish before ", "do not publish until ", "not to be published before ", "not to be published until ",
		"for release:", "for release on ", "for release at ", "for release after ", "for publication after ", "for use after ")
}

// timed reports that a line tells a time: a day, a day of the week, a clock.
func timed(line string) bool {
	if _, ok := when.Find(line, when.Context{}); ok {
		return true
	}
	// Any day will do: a clock is read beside one alone.
	st, ok := when.Find("3 July 2026 "+clockIn(line), when.Context{})
	return len(weekdays(line)) > 0 || ok && st.Precision != dateline.ToDay
}

// forbidding are the beginnings of such a line in Arabic, folded.
var forbidding = [...]string{"محظور النشر", "محظور نشره", "يحظر النشر", "يحظر نشره", "حظر نشر حتي", "حظر النشر حتي", "ممنوع النشر قبل", "ممنوع النشر حتي", "غير قابل للنشر قبل", "لا ينشر قبل", "للنشر بعد", "للنشر اعتبارا من",
	"محظور نشر", "النشر محظور", "يمنع النشر", "يمنع نشره", "يمنع نشر", "ممنوع من النشر", "ممنوع نشره", "غير مخصص للنشر قبل", "عدم النشر قبل", "عدم النشر حتي", "عدم نشره قبل", "عدم نشره حتي", "تحت الحظر حتي"}

// until reads when an embargo ends. A clock without a zone is taken in the source's;
// a day of the week, or a clock alone, is the next one after the copy came in.
func until(line string, c when.Context) (time.Time, bool) {
	line = hours(military(colons(line)))
	noon := tells(line, "noon", "midday", "midnight", "ظهر", "منتصف")
	if st, ok := when.Find(line, c); ok {
		told := noon || tells(line, "oclock", "o", "morning", "afternoon", "evening", "night", "hours", "hrs", "الساعه", "ساعه", "صباح", "مساء", "فجر", "عصر", "ليل")
		return latest(st, line), !told || st.Precision != dateline.ToDay
	}
	days, clock := weekdays(line), clockIn(line)
	if c.Received.IsZero() || noon && clock == "" || tells(line, "tomorrow", "غدا") {
		return time.Time{}, false
	}
	// Until the same day of next week, which is meant when today's time is over.
	for d := range 8 {
		day := c.Received.AddDate(0, 0, d)
		st, ok := when.Find(day.Format("2 January 2006 ")+clock, c)
		wrong := len(days) > 0 && !slices.Contains(days, day.Weekday())
		// A day of the week alone tells no clock; what else has none was not understood.
		if wrong || !ok || st.Precision == dateline.ToDay && (len(days) == 0 || clock != "") {
			continue
		}
		if end := latest(st, line); end.After(c.Received) {
			return end, true
		}
	}
	return time.Time{}, false
}

// tells reports a time in words that are not read as one, "noon on Monday": the day alone
// would end an embargo too early. Behind twelve words the text goes on.
func tells(line string, words ...string) bool {
	first := strings.Fields(lang.Folded(line))
	return slices.ContainsFunc(first[:min(12, len(first))], func(w string) bool { return slices.Contains(words, w) })
}

// clockIn is a line from its first digit on.
func clockIn(line string) string {
	if i := strings.IndexAny(line, "0123456789٠١٢٣٤٥٦٧٨٩"); i >= 0 {
		return line[i:]
	}
	return ""
}

// weekdays are the days of the week that a line names, in full or cut short as in "Sat"
// and "Tues".
func weekdays(line string) (days []time.Weekday) {
	for w := range strings.FieldsSeq(lang.Folded(line)) {
		if d := lang.Weekday(w); d > 0 {
			days = append(days, time.Weekday(d%7))
		}
		for d := time.Sunday; len(w) >= 3 && d <= time.Saturday; d++ {
			if name := strings.ToLower(d.String()); w != name && strings.HasPrefix(name, w) {
				days = append(days, d)
			}
		}
	}
	return days
}

// latest is a time whose zone may be one of several, "10:00 BST", in the one in which
// it comes last: too early is the worse mistake.
func latest(st dateline.Stamp, line string) time.Time {
	if st.Zone != "" || st.Precision == dateline.ToDay {
		return st.Time
	}
	for w := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' || r == '.' }) {
		hours := 0
		switch w {
		// The westernmost zone of each name, where the day comes last.
		case "BST", "IST":
			hours = 1
		case "CST":
			hours = -6
		case "AST":
			hours = -4
		default:
			continue
		}
		y, m, d := st.Time.Date()
		return time.Date(y, m, d, st.Time.Hour(), st.Time.Minute(), st.Time.Second(), 0, time.FixedZone(w, hours*3600))
	}
	return st.Time
}
