package timex

import (
	"fmt"
	"strings"
	"time"

	"dateline/internal/lang/calendar"
)

// date reads 3 يوليو 2025, الثالث من تموز/يوليو and 15 رمضان 1447هـ; without a year
// the one that brings it nearest to the day of the text, as in English.
func (r *arabicReader) date(i int) reading {
	n, end := r.dayNumber(i)
	m, k, next := r.monthAt(end)
	if next == end {
		return reading{}
	}
	// A year of another calendar is not this month's: of 3 يوليو 1447 it is left out.
	y, yk, behind := r.yearBehind(next)
	hasYear := behind > next && yk == k
	switch {
	case k != calendar.Gregorian && n > 0 && hasYear:
		d, ok := calendar.Day(k, y, int(m), n)
		if !ok {
			return reading{}
		}
		return reading{behind, Date, dayValue(d)}
	case k != calendar.Gregorian:
		return reading{}
	case n > 0 && hasYear:
		return dateOf(behind, y, m, n)
	// The year was asked first: ثورة 25 يناير 2011 is a date.
	case n > daysOf(m), n > 0 && commemorated(r.word(i-1)):
		return reading{}
	case hasYear:
		return reading{behind, Date, fmt.Sprintf("%04d-%02d", y, m)}
	}
	back, said := r.direction(next)
	switch {
	case n > 0 && said && !r.day.IsZero():
		return dateOf(next+1, r.yearToward(m, n, back), m, n)
	case n > 0:
		return r.dated(next, m, n)
	case !said:
		return reading{} // a month alone is often a name: آب, أيار
	}
	// monthNear counts the other way round: -1 is the last one there, 1 here.
	return reading{next + 1, Date, r.monthNear(i, m, -back)}
}

// commemorated tells what is called by a day of another year: ثورة 25 يناير, ميدان 6
// أكتوبر.
func commemorated(w string) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(w, "و"), "ب") {
	case "ثوره", "ميدان", "شارع", "حرب", "انتفاضه", "مدينه", "جسر", "حركه", "جامعه", "حديقه", "كوبري", "حراك", "احداث", "هجمات", "مجزره", "استاد", "ملعب", "ساحه", "طريق", "محور":
		return true
	}
	return false
}

// numeric reads 05/03/2026, 5-3-2026 and 2026-03-05. Arabic writes the day first.
func (r *arabicReader) numeric(i int) reading {
	w := r.word(i)
	if len(w) < len("1/2/2006") || w[0] < '0' || w[0] > '9' {
		return reading{}
	}
	for _, layout := range []string{"2/1/2006", "2006/1/2", "2006-1-2", "2-1-2006"} {
		if d, err := time.Parse(layout, w); err == nil {
			return reading{i + 1, Date, dayValue(d)}
		}
	}
	return reading{}
}

// yearToward is the year of the last (back 1) or next (-1) such day seen from the
// day of the text: 3 تموز الماضي.
func (r *arabicReader) yearToward(m time.Month, n, back int) int {
	y := r.day.Year()
	d := time.Date(y, m, n, 0, 0, 0, 0, time.UTC)
	switch {
	case back > 0 && !d.Before(r.day):
		return y - 1
	case back < 0 && !d.After(r.day):
		return y + 1
	}
	return y
}

// yearBehind reads the year behind a month: 2025, عام 2025, من عام 2025, من العام
// الماضي. next is i where none stands.
func (r *arabicReader) yearBehind(i int) (y int, k calendar.Kind, next int) {
	j := i
	if r.word(j) == "من" {
		j++
	}
	switch r.word(j) {
	case "عام", "سنه", "العام", "السنه":
		if back, said := r.direction(j + 1); said && !r.day.IsZero() {
			return r.day.Year() - back, calendar.Gregorian, j + 2
		}
		j++
	default:
		j = i // من without a word for year is another من: 3 مارس من 1500 متر
	}
	if y, k, next = r.yearAt(j); next == j {
		return 0, 0, i
	}
	return y, k, next
}

// yearAt reads a year at token i with the letter of its calendar, هـ or م, glued
// to it or behind it. next is i where none stands.
func (r *arabicReader) yearAt(i int) (y int, k calendar.Kind, next int) {
	w := r.word(i)
	digits := strings.TrimRight(w, "هم")
	y, err := atoi(digits)
	if err != nil || len(digits) != 4 || y < 1300 || y > 2099 {
		return 0, 0, i
	}
	next = i + 1
	letter := w[len(digits):]
	if after := r.word(next); letter == "" && (after == "ه" || after == "م") {
		letter = after
		next++
	}
	// Without a letter what lies before 1600 is a year of the Hijra, which now is in its
	// fifteenth century.
	if letter == "ه" || letter == "" && y < 1600 {
		k = calendar.Islamic
	}
	return y, k, next
}

// dayNumber reads the day of a month, in digits or as الثالث من, with the words that
// lead on to the month; 0 and i where none stands.
func (r *arabicReader) dayNumber(i int) (n, end int) {
	n, err := atoi(r.word(i))
	end = i + 1
	if err != nil {
		n, end = r.ordinalDay(i)
		if r.word(end) != "من" { // the third of; الأول alone is a part of a month's name
			return 0, i
		}
	}
	if n < 1 || n > 31 {
		return 0, i
	}
	for r.word(end) == "من" || r.word(end) == "شهر" {
		end++
	}
	return n, end
}

// ordinalDay reads الثالث, الثالث عشر and الثالث والعشرين.
func (r *arabicReader) ordinalDay(i int) (n, end int) {
	switch r.word(i) {
	case "العشرين":
		return 20, i + 1
	case "الثلاثين":
		return 30, i + 1
	}
	for k, w := range [...]string{"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"} {
		if r.word(i) == w || k == 0 && r.word(i) == "الحادي" {
			n = k + 1
		}
	}
	switch {
	case n == 0:
		return 0, i
	case r.word(i+1) == "عشر":
		return n + 10, i + 2
	case r.word(i+1) == "والعشرين":
		return n + 20, i + 2
	case r.word(i+1) == "والثلاثين":
		return n + 30, i + 2
	}
	return n, i + 1
}

// monthAt reads a month under any of its names, of two words or joined by a stroke
// with the name of another tradition.
func (r *arabicReader) monthAt(i int) (time.Month, calendar.Kind, int) {
	m, k, words := calendar.Month(r.word(i), r.word(i+1))
	// Months of Iran are words of Arabic copy as well: مهر, دي.
	if words == 0 || k == calendar.Iranian {
		return 0, 0, i
	}
	end := i + words
	if mark := r.low(end); mark == "/" || mark == "(" { // آذار/مارس, آذار (مارس)
		// Another month behind the stroke (آذار/نيسان) is a span of two, not a second name.
		if again, _, more := calendar.Month(r.word(end+1), r.word(end+2)); again == m && more > 0 {
			switch {
			case mark == "/":
				end += 1 + more
			case r.low(end+1+more) == ")":
				end += 2 + more
			}
		}
	}
	return m, k, end
}
