package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/internal/annotate/token"
	"dateline/internal/lang"
	"dateline/internal/lang/calendar"
)

// Arabic finds the times of an Arabic text: days of the week, today and
// yesterday, dates in the months of the Levant, Egypt, the Maghreb and of Islam,
// years, clocks, lengths, and what is some days, weeks or months ago. The value of
// an Islamic date is its Gregorian day by the tabular calendar (calendar.Day); an
// Islamic month or year alone lies across two Gregorian ones and has no value.
func Arabic(t *token.Text, published string) []Time {
	r := &arabicReader{reader: newReader(t, published), folded: make([]string, len(t.Tokens))}
	for i, word := range t.Folded() {
		switch tok := &t.Tokens[i]; {
		case tok.Kind != token.Word:
		case strings.ContainsAny(tok.Low, inNumbers):
			r.folded[i] = folded(tok.Low)
		default:
			r.folded[i] = word
		}
	}
	return r.read(r.isWord, []func(int) reading{r.date, r.clock, r.dayName, r.weekdayName, r.unitName, r.ago, r.lately, r.length, r.yearName})
}

const inNumbers = ":.,/"

// folded keeps the marks within numbers, which Fold drops: 9:30 and 3.5 are not 930
// and 35.
func folded(w string) string {
	at := strings.IndexAny(w, inNumbers)
	if at < 0 {
		return lang.Fold(w)
	}
	return lang.Fold(w[:at]) + w[at:at+1] + folded(w[at+1:])
}

// An arabicReader reads by folded words: with and without hamza, tanwin and vowel
// signs they are one word.
type arabicReader struct {
	*reader
	folded []string // by token; "" for marks
}

func (r *arabicReader) isWord(i int) bool { return r.folded[i] != "" }

func (r *arabicReader) word(i int) string {
	if i < 0 || i >= len(r.folded) || i >= r.last {
		return ""
	}
	return r.folded[i]
}

// direction reads الماضي and المقبل with their feminine and dual: 1 back, -1 ahead.
func (r *arabicReader) direction(i int) (int, bool) {
	switch strings.TrimSuffix(strings.TrimSuffix(r.word(i), "ه"), "ين") {
	case "الماضي", "الفائت", "المنصرم", "الفارط", "الاخير":
		return 1, true
	case "المقبل", "القادم", "التالي":
		return -1, true
	case "الحالي", "الجاري":
		return 0, true
	}
	return 0, false
}

// weekdayName reads الخميس, يوم الخميس, الخميس الماضي. A name alone is the last
// one, as in a report, unless the sentence looks ahead.
func (r *arabicReader) weekdayName(i int) reading {
	end := i
	switch r.word(end) {
	case "يوم", "مساء", "صباح", "فجر", "ليل", "ليله":
		end++
	}
	d, ok := arabicDay(r.word(end))
	if !ok {
		return reading{}
	}
	end++
	back, said := r.direction(end)
	if said {
		end++
	}
	switch {
	case said && back > 0:
		return reading{end, Date, r.weekday(d, -1)}
	case said && back < 0, !said && r.ahead(i) && !r.day.IsZero() && r.day.Weekday() != d:
		return reading{end, Date, r.weekday(d, 1)}
	}
	return reading{end, Date, r.weekday(d, 0)}
}

// ahead tells by the nearest word that decides it, before or right behind token i,
// that the sentence is about what will be.
func (r *arabicReader) ahead(i int) bool {
	for k := i - 1; k >= r.first && k > i-10; k-- {
		if ahead, told := arabicTense(r.word(k)); told {
			return ahead
		}
	}
	return false
}

// dayName reads today, yesterday and tomorrow, with their part of the day before
// and the name of the day behind.
func (r *arabicReader) dayName(i int) reading {
	part, end := "", i
	switch r.word(i) {
	case "مساء":
		part, end = "TEV", i+1
	case "صباح":
		part, end = "TMO", i+1
	case "ظهر":
		part, end = "TAF", i+1
	case "فجر", "ليل", "ليله":
		part, end = "TNI", i+1
	}
	ahead := 0
	switch r.word(end) {
	case "اليوم":
	case "امس", "البارحه":
		ahead = -1
	case "غدا", "الغد", "غد":
		ahead = 1
	case "بعد":
		if w := r.word(end + 1); w != "غد" && w != "الغد" {
			return reading{}
		}
		ahead, end = 2, end+1
	default:
		return reading{}
	}
	if end++; ahead == -1 && r.word(end) == "الاول" {
		ahead, end = -2, end+1
	}
	if _, ok := arabicDay(r.word(end)); ok {
		end++
	}
	v := r.valueAgo(-ahead, day)
	if part != "" && v != "" {
		return reading{end, Clock, v + part}
	}
	return reading{end, Date, v}
}

// unitName reads الأسبوع الماضي, العام المقبل, هذا الشهر.
func (r *arabicReader) unitName(i int) reading {
	if w := r.word(i); w == "هذا" || w == "هذه" {
		if u := arabicUnit(r.word(i + 1)).one; u != none && u != day && strings.HasPrefix(r.word(i+1), "ال") {
			return reading{i + 2, Date, r.valueAgo(0, u)}
		}
		return reading{}
	}
	back, ok := r.direction(i + 1)
	if u := arabicUnit(r.word(i)).one; ok && u != none && u != day && u != hour && strings.HasPrefix(r.word(i), "ال") {
		return reading{i + 2, Date, r.valueAgo(back, u)}
	}
	return reading{}
}

// yearName reads عام 1974 and سنة 2031.
func (r *arabicReader) yearName(i int) reading {
	switch r.word(i) {
	case "عام", "سنه", "العام", "منذ":
		if y, _, next := r.yearAt(i + 1); next > i+1 && y >= 1800 {
			return reading{next, Date, strconv.Itoa(y)}
		}
	}
	return reading{}
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
	if letter == "ه" || letter == "" && y < 1600 {
		k = calendar.Islamic
	}
	return y, k, next
}

// date reads 3 يوليو 2025, الثالث من تموز/يوليو and 15 رمضان 1447هـ; without a year
// the one that brings it nearest to the day of the text, as in English.
func (r *arabicReader) date(i int) reading {
	n, end := r.dayNumber(i)
	m, k, next := r.monthAt(end)
	if next == end {
		return reading{}
	}
	y, yk, behind := r.yearAt(next)
	hasYear := behind > next && yk == k
	if hasYear {
		next = behind
	}
	switch {
	case k != calendar.Gregorian && n > 0 && hasYear:
		d, ok := calendar.Day(k, y, int(m), n)
		if !ok {
			return reading{}
		}
		return reading{next, Date, dayValue(d)}
	case k != calendar.Gregorian:
		return reading{}
	case n > 0 && hasYear:
		return dateOf(next, y, m, n)
	case n > daysOf(m):
		return reading{}
	case n > 0:
		return r.dated(next, m, n)
	case hasYear:
		return reading{next, Date, fmt.Sprintf("%04d-%02d", y, m)}
	}
	back, said := r.direction(next)
	if !said {
		return reading{} // a month alone is often a name: آب, أيار
	}
	return reading{next + 1, Date, r.monthNear(i, m, -back)}
}

// dayNumber reads the day of a month, in digits or as الثالث من; 0 and i where none
// stands.
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
	if words == 0 || k == calendar.Iranian {
		return 0, 0, i
	}
	end := i + words
	if r.low(end) == "/" {
		if again, _, more := calendar.Month(r.word(end+1), r.word(end+2)); again == m && more > 0 {
			end += 1 + more
		}
	}
	return m, k, end
}
