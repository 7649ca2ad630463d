package when

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline"
)

// IsLabelled reports a line that says which time it gives.
func IsLabelled(line string) bool { return mayDate(line) && len(labels(line, 1)) > 0 }

// IsLabel reports a line that is a label alone: "Last updated on", «آخر تحديث:». "Edited
// by Bob" speaks of a person, and not of the day on the line behind it.
func IsLabel(line string) bool {
	if len(labels(line, 1)) == 0 || mayDate(line) {
		return false
	}
	words := strings.Fields(line)
	return len(words) <= 3 && !slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, "by") || w == "بواسطة" })
}

// mayDate reports that a line has a digit or a relative time. Most lines have
// neither, and looking for labels in them took a tenth of the time of a page.
func mayDate(line string) bool { return hasDigit(line) || isRelative(line) }

// hasDigit reports one of the digits, by their bytes: strings.ContainsAny goes
// through all thirty of them for each Arabic letter.
func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			return true
		case c == 0xd9 && i+1 < len(s) && s[i+1] >= 0xa0 && s[i+1] <= 0xa9, c == 0xdb && i+1 < len(s) && s[i+1] >= 0xb0 && s[i+1] <= 0xb9:
			return true
		}
	}
	return false
}

const digits = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

// Labelled splits a line such as "Published 3 July 2026 | Updated 4 July 2026"
// into what tells of publication and what tells of a change. Without a label a
// line tells of publication.
func Labelled(line string) (published, updated []string) {
	if !mayDate(line) {
		return nil, nil
	}
	found := labels(line, 8)
	add := func(part string, changed, other bool) {
		switch {
		case other:
		case !mayDate(part):
		case changed:
			updated = append(updated, part)
		default:
			published = append(published, part)
		}
	}
	// A day that nobody labels is taken for that of publication: most pages show no other.
	if len(found) == 0 {
		add(line, false, false)
		return published, updated
	}
	if before, after := line[:found[0].from], line[found[0].to:]; len(found) == 1 && found[0].of == change && oneDay(before, after) {
		// "3 July 2026, last updated 14:00": the day is that of the change.
		add(line, true, false)
		return published, updated
	}
	add(line[:found[0].from], false, false)
	for i, l := range found {
		end := len(line)
		if i+1 < len(found) {
			end = found[i+1].from
		}
		part := line[l.to:end]
		// A date behind many words is of what they speak of, not of the label before them.
		date := max(0, strings.IndexAny(part, digits))
		add(part, l.of == change, l.of == another || utf8.RuneCountInString(part[:date]) > far)
	}
	return published, updated
}

// oneDay reports that the words before and after a label tell one time together: the
// one a day, and the other no day of its own. "3 July 2026 at 2:26 PM - Updated July 3
// at 4:46 PM", as hundreds of local stations have it, are two.
func oneDay(before, after string) bool {
	if isRelative(after) || namesMonth(after) {
		return false
	}
	if _, ok := Find(after, Context{}); ok {
		return false
	}
	st, ok := Find(before, Context{})
	return !ok || st.Precision == dateline.ToDay || !hasDigit(after)
}

// namesMonth reports a day that is told without its year.
func namesMonth(s string) bool {
	p := parser{tokens: scan(s)}
	for i := range p.tokens {
		if _, _, n := p.month(i); n > 0 && (p.at(i-1).digits > 0 || p.at(i+n).digits > 0) {
			return true
		}
	}
	return false
}

// far is how much can stand between a label and its date: in more the label is
// of something else, as in "posted by a member of the harbour board's list on".
const far = 50

// isRelative reports "an hour ago" and "قبل ساعة", which need no digit.
func isRelative(s string) bool {
	return strings.Contains(s, " ago") || strings.Contains(s, "قبل") || strings.Contains(s, "منذ")
}
