package timex

import (
	"fmt"
	"strings"
)

// clock reads الساعة 10:30 صباحاً, الساعة 10 من مساء أمس and العاشرة والنصف مساءً, of
// the day that stands behind it, else of the text's. An hour in words without الساعة
// counts only with its part of the day: العاشرة is the tenth of anything.
func (r *arabicReader) clock(i int) reading {
	start := i
	if r.word(i) == "الساعه" {
		start++
	}
	h, m, next := r.hourWord(start)
	if next == start {
		var ok bool
		if h, m, ok = clockOf(r.word(start)); !ok || start == i {
			return reading{}
		}
		next++
	}
	h, end := r.hourOf(h, m, next)
	if start == i && end == next {
		return reading{}
	}
	date, end := r.dayOfClock(end)
	return reading{end, Clock, fmt.Sprintf("%sT%02d:%02d", date, h, m)}
}

// hourOf is an hour of twenty-four by the part of the day at token i. By night is
// before midnight and behind it: two by night is no afternoon, and twelve ends the
// day.
func (r *arabicReader) hourOf(h, m, i int) (hour, end int) {
	j := i
	if r.word(j) == "من" { // العاشرة من مساء
		j++
	}
	w := r.word(j)
	if next := strings.TrimPrefix(r.word(j+1), "ال"); (w == "بعد" || w == "قبل") && next == "ظهر" || w == "بعد" && next == "منتصف" {
		w, j = w+next, j+1
	}
	switch w {
	case "بعدمنتصف":
		if r.word(j+1) == "الليل" {
			j++
		}
		h %= 12
	case "صباحا", "صباح", "فجرا", "فجر":
		h %= 12
	case "ليلا", "ليل":
		if h >= 6 && h <= 12 {
			h += 12
		}
		if h == 24 && m > 0 { // 12:20 by night is of the day that begins
			h = 0
		}
	// From twelve on it is an hour of twenty-four already.
	case "مساء", "عصرا", "عصر", "بعدظهر":
		if h < 12 {
			h += 12
		}
	// 1 at noon is 13; 11 and 12 stay.
	case "ظهرا", "ظهر":
		if h < 6 {
			h += 12
		}
	case "قبلظهر":
	default:
		return h, i
	}
	return h, j + 1
}

// dayOfClock is the day that stands behind a clock, at token i, else the text's.
func (r *arabicReader) dayOfClock(i int) (date string, end int) {
	j := i
	if w := r.low(j); w == "من" || w == "،" || w == "," {
		j++
	}
	if got := r.wholeDay(j, r.namedDay, r.date); got.end > j {
		return got.value, got.end
	}
	return r.thisDay(), i
}

// hourWord reads hours in their feminine ordinal, as ساعة is: the tenth is ten o'clock.
// It knows العاشرة, الثانية عشرة, العاشرة والنصف and العاشرة والربع; next is i
// where none stands.
func (r *arabicReader) hourWord(i int) (hour, minute, next int) {
	for k, w := range [...]string{"الواحده", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه", "العاشره", "الحاديه"} {
		if r.word(i) == w {
			hour, next = k+1, i+1
		}
	}
	if hour == 0 {
		return 0, 0, i
	}
	switch ten := r.word(next) == "عشره" || r.word(next) == "عشر"; {
	// الثانية عشرة is the twelfth hour.
	case ten && hour == 2:
		hour, next = 12, next+1
	case ten && hour == 11:
		next++
	case ten || hour == 11:
		return 0, 0, i // the thirteenth is no hour
	}
	switch r.word(next) {
	case "والنصف":
		return hour, 30, next + 1
	case "والربع":
		return hour, 15, next + 1
	case "والثلث":
		return hour, 20, next + 1
	}
	return hour, 0, next
}
