package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/internal/annotate/token"
	"dateline/internal/lang"
)

// Arabic finds the times of an Arabic text: days of the week, today and
// yesterday, dates in the months of the Levant, Egypt and the Maghreb, years, and
// last or next week, month and year. A Hijri date has no value yet and is left out.
func Arabic(t *token.Text, published string) []Time {
	r := &arabicReader{reader: newReader(t, published), folded: make([]string, len(t.Tokens))}
	for i, tok := range t.Tokens {
		if tok.Kind == token.Word {
			r.folded[i] = lang.Fold(tok.Low)
		}
	}
	var out []Time
	for i := 0; i < len(t.Tokens); {
		got := r.at(i)
		if got.end <= i || got.value == "" {
			i++
			continue
		}
		out = append(out, Time{t.Tokens[i].Start, t.Tokens[got.end-1].End, got.typ, got.value})
		i = got.end
	}
	return out
}

type arabicReader struct {
	*reader
	folded []string
}

func (r *arabicReader) word(i int) string {
	if i < 0 || i >= len(r.folded) {
		return ""
	}
	return r.folded[i]
}

func (r *arabicReader) at(i int) reading {
	for _, rule := range []func(int) reading{r.date, r.weekdayName, r.dayName, r.unitName, r.yearName} {
		if got := rule(i); got.end > i {
			return got
		}
	}
	return reading{}
}

// direction reads الماضي and المقبل with their feminine: 1 back, -1 ahead.
func (r *arabicReader) direction(i int) (int, bool) {
	switch strings.TrimSuffix(r.word(i), "ه") {
	case "الماضي", "الماضيه", "الفائت", "المنصرم", "الفارط":
		return 1, true
	case "المقبل", "القادم", "التالي":
		return -1, true
	case "الحالي", "الجاري":
		return 0, true
	}
	return 0, false
}

// weekdayName reads الخميس, يوم الخميس, الخميس الماضي. A name alone is the last
// one, as in a report.
func (r *arabicReader) weekdayName(i int) reading {
	end := i
	if w := r.word(end); w == "يوم" || w == "مساء" || w == "صباح" || w == "فجر" || w == "ليل" || w == "امس" || w == "اليوم" {
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
	case said && back < 0:
		return reading{end, Date, r.weekday(d, 1)}
	}
	return reading{end, Date, r.weekday(d, 0)}
}

func arabicDay(w string) (time.Weekday, bool) {
	for d, name := range [...]string{"الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"} {
		if w == name {
			return time.Weekday(d), true
		}
	}
	return 0, false
}

// dayName reads today, yesterday and tomorrow, with their part of the day.
func (r *arabicReader) dayName(i int) reading {
	part, end := "", i
	switch r.word(i) {
	case "مساء":
		part, end = "TEV", i+1
	case "صباح":
		part, end = "TMO", i+1
	case "فجر", "ليل", "ليله":
		part, end = "TNI", i+1
	}
	ahead := 0
	switch r.word(end) {
	case "اليوم":
	case "امس", "البارحه":
		ahead = -1
	case "غدا", "الغد":
		ahead = 1
	default:
		return reading{}
	}
	if end++; ahead == -1 && r.word(end) == "الاول" {
		ahead, end = -2, end+1
	}
	v := r.valueAgo(-ahead, day)
	if part != "" && v != "" {
		return reading{end, Clock, v + part}
	}
	return reading{end, Date, v}
}

// unitName reads الأسبوع الماضي, العام المقبل.
func (r *arabicReader) unitName(i int) reading {
	back, ok := r.direction(i + 1)
	if !ok {
		return reading{}
	}
	switch r.word(i) {
	case "الاسبوع":
		return reading{i + 2, Date, r.valueAgo(back, week)}
	case "الشهر":
		return reading{i + 2, Date, r.valueAgo(back, month)}
	case "العام", "السنه":
		return reading{i + 2, Date, r.valueAgo(back, year)}
	}
	return reading{}
}

// yearName reads عام 1974 and سنة 2031.
func (r *arabicReader) yearName(i int) reading {
	switch r.word(i) {
	case "عام", "سنه", "العام", "منذ":
		if y, ok := yearOf(r.word(i + 1)); ok {
			return reading{i + 2, Date, strconv.Itoa(y)}
		}
	}
	return reading{}
}

// date reads 3 يوليو 2025 and تموز/يوليو; without a year the one that brings it
// nearest to the day of the text, as in English.
func (r *arabicReader) date(i int) reading {
	n, err := strconv.Atoi(r.word(i))
	if err != nil {
		n = 0
	}
	end := i
	if n >= 1 && n <= 31 {
		end++
	}
	m, next := r.monthName(end)
	if next == end {
		return reading{}
	}
	y, hasYear := yearOf(r.word(next))
	if hasYear {
		next++
	}
	switch {
	case end > i && hasYear:
		return reading{next, Date, fmt.Sprintf("%04d-%02d-%02d", y, m, n)}
	case end > i:
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

// monthName reads a month under any of its names, of two words or joined by a
// stroke.
func (r *arabicReader) monthName(i int) (time.Month, int) {
	w := r.word(i)
	if two := w + " " + r.word(i+1); arabicMonths[two] != 0 {
		return arabicMonths[two], i + 2
	}
	if m := arabicMonths[w]; m != 0 {
		return m, i + 1
	}
	return 0, i
}

// arabicMonths is built once; nothing writes to it afterwards.
var arabicMonths = func() map[string]time.Month {
	all := map[string]time.Month{}
	for m, names := range [...]string{"يناير,كانون الثاني,جانفي", "فبراير,شباط,فيفري", "مارس,آذار", "أبريل,إبريل,نيسان,أفريل", "مايو,أيار,ماي",
		"يونيو,حزيران,جوان,يونيه", "يوليو,تموز,جويلية,يوليوز,يوليه", "أغسطس,آب,أوت,غشت", "سبتمبر,أيلول,شتنبر", "أكتوبر,تشرين الأول",
		"نوفمبر,تشرين الثاني,نونبر", "ديسمبر,كانون الأول,دجنبر"} {
		for _, name := range strings.Split(names, ",") {
			words := strings.Fields(name)
			for i := range words {
				words[i] = lang.Fold(words[i])
			}
			all[strings.Join(words, " ")] = time.Month(m + 1)
		}
	}
	return all
}()
