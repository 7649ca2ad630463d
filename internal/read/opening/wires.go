package opening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/read/when"
)

// placed reads the dateline that may stand behind a credit in brackets: "(ANSA) -
// ROME, JUL 3 - It rained", "(MENAFN - Arab News) JEDDAH: It rained". The credit
// stays that of who filed it here.
func placed(o Opening, rest string) (Opening, string) {
	for _, shape := range [...]func(string) (Opening, string, bool){dashed, placeColon} {
		if inner, after, ok := shape(rest); ok && inner.Dateline.Place != "" {
			inner.Credit = o.Credit
			return inner, after
		}
	}
	return o, rest
}

// placeColon reads a place and a colon, as the papers of Pakistan, India and the Gulf
// begin: "KARACHI: It rained". Only places that are known: other words in capitals
// before a colon are labels.
func placeColon(s string) (Opening, string, bool) {
	place, _, ok := strings.Cut(s[:min(len(s), reach)], ": ")
	if !ok || len(place) > 60 || hasArabic(place) {
		return Opening{}, s, false
	}
	for each := range strings.SplitSeq(place, "/") {
		if !IsPlace(each) && !inCountry(each) {
			return Opening{}, s, false
		}
	}
	rest := strings.TrimLeft(s[len(place)+1:], " ")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "“\"‘'"))
	// A line of a table has the same shape: "London: 12 degrees".
	if words(rest) < 6 || !isUpper(place) && !unicode.IsUpper(first) {
		return Opening{}, s, false
	}
	o := Opening{}
	o.Dateline.Place = place
	return o, rest, true
}

// follow reads what agencies put behind the dash that ends the place: an agency and a
// full stop, «موسكو، 3 يوليو - سبوتنيك. أعلن», or a day and a colon, "CAIRO – 3 July 2026: It rained".
func follow(o Opening, rest string) (Opening, string) {
	agency, after, stopped := strings.Cut(rest, ". ")
	if stopped && o.Credit == "" && hasArabic(agency) && known(agency) {
		o.Credit = agency
		return o, after
	}
	day, after, found := strings.Cut(rest, ": ")
	if found && o.Dateline.Date == "" && o.Dateline.Place != "" && len(day) < 60 && when.Day(day) {
		o.Dateline.Date = day
		return o, strings.TrimLeft(after, " ")
	}
	return signed(o, rest)
}

// leads reports agencies that begin an opening with their own name, the place behind
// it: «وطنية - صيدا -», "NNA - ".
func leads(s string) bool {
	switch key(s) {
	case "وطنيه", "واس", "وام", "كونا", "بترا", "سانا", "واع", "قنا", "سونا", "رويترز", "الاناضول", "سبوتنيك", "شينخوا", "فرانس برس", "ايسنا", "ايرنا", "وكالات":
		return true
	}
	if hasArabic(s) {
		return initials(s)
	}
	return wellKnown(s)
}

// inCountry reports a place with its country behind it, where the place is known or stands in
// capitals: "Beirut, Lebanon", "MARSA, Norland".
func inCountry(s string) bool {
	city, country, ok := strings.Cut(s, ", ")
	return ok && (IsPlace(city) || isUpper(city) && looksLikePlace(city)) && words(country) <= 4 && looksLikePlace(country)
}

// unbracket takes the state or country off that agencies set in brackets behind the
// place: "New Delhi [India], July 3 (ANI)", «طرابلس (لبنان) (أ ف ب)».
func unbracket(s string) string {
	for _, marks := range [...][3]string{{" [", "]", ","}, {" (", ")", " ("}} {
		before, after, ok := strings.Cut(s, marks[0])
		inside, rest, closed := strings.Cut(after, marks[1])
		if ok && closed && strings.HasPrefix(rest, marks[2]) && looksLikePlace(inside) {
			return before + rest
		}
	}
	return s
}

// atCommas divides parts in Latin letters at the commas before an agency and a day at
// their end: "Riyadh, July 3, 2026, SPA", "RIYADH, 18 Muharram 1448/3 July 2026".
func atCommas(parts []string) []string {
	var out []string
	for _, p := range parts {
		if hasArabic(p) {
			out = append(out, p)
			continue
		}
		var agency string
		if i := strings.LastIndexByte(p, ','); i > 0 && Known(strings.TrimSpace(p[i+1:])) {
			p, agency = p[:i], strings.TrimSpace(p[i+1:])
		} else if i := strings.LastIndexByte(p, ' '); i > 0 && p[i+1:] == "CNN" && looksLikePlace(p[:i]) {
			out = append(out, p[:i], "CNN") // whose pages set the two apart by style alone
			continue
		}
		place, day, ok := cutDays(p)
		// Without a day a list has the same shape: "Apple, Reuters - and others".
		if agency != "" && !ok && !IsPlace(p) && !isUpper(p) {
			out = append(out, p+", "+agency)
			continue
		}
		if out = append(out, place); ok {
			out = append(out, day)
		}
		if agency != "" {
			out = append(out, agency)
		}
	}
	return out
}

// cutDays cuts the day off a place, where it is a day of two calendars or stands behind a
// full stop: "Riyadh, Muharram 18, 1448, July 3, 2026", "MOSCOW. July 3".
func cutDays(s string) (place, day string, ok bool) {
	// Commas first: a full stop may be of the place, "WASHINGTON, D.C., July 3".
	for _, mark := range [...]byte{',', '.'} {
		for i := range len(s) {
			if s[i] != mark || mark == '.' && !isUpper(s[:i]) {
				continue
			}
			day := strings.TrimSuffix(strings.Trim(s[i+1:], " ,."), " AD")
			if at := islamic(day); at > 0 {
				day = day[at:]
			}
			if when.Day(day) {
				return s[:i], day, true
			}
		}
	}
	return s, "", false
}

// islamic is where the common day begins behind one of the Islamic calendar, which in
// English is written in no one way; 0 where there is none.
func islamic(s string) int {
	w := strings.ToLower(strings.TrimLeft(s, "0123456789 "))
	for _, month := range [...]string{"muharram", "safar", "rabi", "jumada", "rajab", "sha'ban", "shaban", "shaaban", "ramadan", "shawwal", "dhu", "thul", "zul"} {
		if !strings.HasPrefix(w, month) {
			continue
		}
		i := strings.Index(s, "14") // the century of the Islamic year, until 2076
		if i < 0 || i+4 > len(s) {
			return 0
		}
		rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(s[i+4:], " "), "AH"), " ,/")
		return len(s) - len(strings.TrimPrefix(rest, "corresponding to "))
	}
	return 0
}
