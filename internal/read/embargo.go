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
		if !forbids(opens(s)) {
			continue
		}
		withhold(it, opens(s), c)
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
	if lang.IsArabic(line) {
		var b strings.Builder
		lang.Forms(&b, line)
		s := b.String() + " "
		// Courts forbid as well, «يُحظر النشر في القضية», and say no end.
		ends := strings.Contains(s, " حتي ") || strings.Contains(s, " قبل ") || strings.Contains(s, " بعد ") || strings.Contains(s, " اعتبارا ")
		return ends && slices.ContainsFunc(forbidding[:], func(w string) bool { return strings.HasPrefix(s, w+" ") })
	}
	const signs = " *-–—•[(\"“#.:|"
	s := strings.TrimLeft(clean.Lower(line), signs)
	for _, w := range [...]string{"strictly ", "strict ", "under ", "news ", "media ", "press release ", "press ", "note: "} {
		s = strings.TrimLeft(strings.TrimPrefix(s, w), signs)
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
	}
	leads := strings.ContainsAny(between, "-–—:|") || bare[0] <= '9' || begin(bare, "until ", "till ", "to ") || ed && begin(bare, "for ") || !ed && begin(bare, "date", "time")
	return leads && timed(line) && (ed || clockIn(line) != "") // "Embargo: Monday's vote" is news
}

func begin(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// ordered reports orders that do without the word: "Not for publication, broadcast or
// use before", "For release on 3 July".
func ordered(s string) bool {
	for _, w := range [...]string{"not for publication", "not for release", "not for broadcast"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.Contains(rest, " before ") || strings.Contains(rest, " until ") || strings.Contains(rest, " prior to ")
		}
	}
	return begin(s, "hold for release", "hold until ", "do not publish before ", "do not publish until ", "not to be published before ", "not to be published until ",
		"for release:", "for release on ", "for release at ", "for release after ")
}

// timed reports that a line tells a time: a day, a day of the week, a clock.
func timed(line string) bool {
	if _, ok := when.Find(line, when.Context{}); ok {
		return true
	}
	named, _ := weekdayIn(wordsOf(line), time.Sunday)
	// Any day will do: a clock is read beside one alone.
	st, ok := when.Find("3 July 2026 "+clockIn(line), when.Context{})
	return named || ok && st.Precision != dateline.ToDay
}

// forbidding are the beginnings of such a line in Arabic, folded.
var forbidding = [...]string{"محظور النشر", "محظور نشره", "يحظر النشر", "يحظر نشره", "حظر نشر حتي", "حظر النشر حتي", "ممنوع النشر قبل", "ممنوع النشر حتي", "غير قابل للنشر قبل", "لا ينشر قبل", "للنشر بعد", "للنشر اعتبارا من"}

// until reads when an embargo ends. A clock without a zone is taken in the source's;
// a day of the week, or a clock alone, is the next one after the copy came in.
func until(line string, c when.Context) (time.Time, bool) {
	line = colons(line)
	if st, ok := when.Find(line, c); ok {
		return latest(st, line), true
	}
	if c.Received.IsZero() {
		return time.Time{}, false
	}
	words, clock := wordsOf(line), clockIn(line)
	// Until the same day of next week, which is meant when today's time is over.
	for d := range 8 {
		day := c.Received.AddDate(0, 0, d)
		named, this := weekdayIn(words, day.Weekday())
		st, ok := when.Find(day.Format("2 January 2006 ")+clock, c)
		if named && !this || !ok || !named && st.Precision == dateline.ToDay || named && clock != "" && st.Precision == dateline.ToDay {
			continue
		}
		if end := latest(st, line); end.After(c.Received) {
			return end, true
		}
	}
	return time.Time{}, false
}

// wordsOf are the words of a line in small letters, without the signs that stand behind days.
func wordsOf(line string) []string {
	return strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return r == ' ' || r == ',' || r == '،' || r == '.' })
}

// clockIn is a line from its first digit on.
func clockIn(line string) string {
	if i := strings.IndexAny(line, "0123456789٠١٢٣٤٥٦٧٨٩"); i >= 0 {
		return line[i:]
	}
	return ""
}

// colons writes a clock with a point, "00.01", with a colon: elsewhere it may be any
// number, and is read as a clock behind "at" alone.
func colons(line string) string {
	b := []byte(line)
	digit := func(i int) bool { return i >= 0 && i < len(b) && b[i] >= '0' && b[i] <= '9' }
	point := func(i int) bool { return i >= 0 && i < len(b) && b[i] == '.' }
	for i := range b {
		from := i - 1
		for digit(from) {
			from--
		}
		if b[i] == '.' && i-from > 1 && i-from <= 3 && !point(from) && digit(i+1) && digit(i+2) && !digit(i+3) && (!point(i+3) || !digit(i+4)) {
			b[i] = ':'
		}
	}
	return string(b)
}

// weekdayIn reports that words name a day of the week, and that it is this one.
func weekdayIn(words []string, want time.Weekday) (named, this bool) {
	arabic := [...]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}
	for i := range arabic {
		day := time.Weekday(i)
		if full := strings.ToLower(day.String()); slices.Contains(words, full) || slices.Contains(words, full[:3]) || slices.Contains(words, arabic[i]) {
			named, this = true, this || day == want
		}
	}
	return named, this
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
