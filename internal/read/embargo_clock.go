package read

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/lang"
)

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

// military writes a clock of four figures with a colon, "1600 BST", "0001hrs", "at 0600":
// without one it is read as nothing, and the embargo would end when the day begins.
func military(line string) string {
	fields := strings.Fields(line)
	for i, f := range fields {
		bare := strings.ToUpper(strings.Trim(f, ".,;()"))
		digits := bare[:min(4, len(bare))]
		unit := bare[len(digits):]
		if len(digits) < 4 || strings.Trim(digits, "0123456789") != "" || digits[:2] > "23" || digits[2:] > "59" {
			continue
		}
		before, next := "", ""
		if i > 0 {
			before = strings.ToLower(strings.Trim(fields[i-1], "(:"))
		}
		if i+1 < len(fields) {
			next = strings.ToUpper(strings.Trim(fields[i+1], ".,;()"))
		}
		introduced := slices.Contains([]string{"at", "until", "till", "before", "embargo", "embargoed"}, before)
		year := strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20")
		if !ofClock(unit) && (unit != "" || !ofClock(next) && (year || !introduced)) {
			continue
		}
		if fields[i] = digits[:2] + ":" + digits[2:]; isZone(unit) {
			fields[i] += " " + unit
		}
		if ofClock(next) && !isZone(next) {
			fields[i+1] = ""
		}
	}
	return strings.Join(fields, " ")
}

// ofClock reports what stands behind such a clock: hours, or a zone.
func ofClock(s string) bool { return s == "H" || s == "HRS" || s == "HOURS" || isZone(s) }

// isZone reports the letters of a zone: those of clocks end in T.
func isZone(s string) bool {
	return s == "Z" || s == "UTC" || (len(s) == 3 || len(s) == 4) && strings.HasSuffix(s, "T") && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// hours writes the clock in figures that Arabic tells in words, «الساعة العاشرة والنصف صباحا»:
// read as the day alone it would end an embargo too early.
func hours(line string) string {
	before, after, ok := strings.Cut(line, "الساعة ")
	if !ok {
		return line
	}
	fields := strings.Fields(after)
	if len(fields) > 0 && isHour(fields[0]) && (len(fields) == 1 || lang.Fold(fields[1]) != "منتصف") {
		return before + "الساعة " + fields[0] + ":00 " + strings.Join(fields[1:], " ")
	}
	for n := min(2, len(fields)); n > 0; n-- {
		said := make([]string, n)
		for i := range said {
			said[i] = lang.Fold(fields[i])
		}
		hour := slices.Index(hoursInWords[:], strings.TrimSuffix(strings.Join(said, " "), "ه")) + 1
		if hour == 0 {
			continue
		}
		minute, rest := 0, fields[n:]
		if len(rest) > 0 {
			switch lang.Fold(rest[0]) {
			case "والنصف", "ونصف":
				minute, rest = 30, rest[1:]
			case "والربع", "وربع":
				minute, rest = 15, rest[1:]
			case "والثلث", "وثلث":
				minute, rest = 20, rest[1:]
			case "الا":
				return line // «إلا ربعا» is left to the desk
			}
		}
		return fmt.Sprintf("%sالساعة %d:%02d %s", before, hour, minute, strings.Join(rest, " "))
	}
	return line
}

// isHour reports one or two figures and nothing else.
func isHour(s string) bool {
	return utf8.RuneCountInString(s) <= 2 && s != "" && strings.Trim(s, "0123456789٠١٢٣٤٥٦٧٨٩") == ""
}

// hoursInWords are folded, without the ending that some leave out.
var hoursInWords = [...]string{"الواحد", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحاديه عشر", "الثانيه عشر"}
