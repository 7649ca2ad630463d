package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

func arabicDay(w string) (time.Weekday, bool) {
	for d, name := range [...]string{"الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"} {
		if w == name {
			return time.Weekday(d), true
		}
	}
	return 0, false
}

// arabicTense tells whether a word looks ahead; told is false for most words. A
// future verb begins with س, and so do cars, politics and six: their stems are
// left out.
func arabicTense(w string) (ahead, told bool) {
	switch w {
	case "سوف", "المقرر", "مقرر", "المتوقع", "المنتظر", "المزمع", "يعتزم", "تعتزم", "موعد":
		return true, true
	case "قال", "قالت", "اعلن", "اعلنت", "كان", "كانت", "اكد", "اكدت", "وصل", "وصلت", "قتل", "عقد":
		return false, true
	}
	w = strings.TrimPrefix(w, "و")
	switch w { // of four letters most are nouns (سيرة, سياق): 40 of 143 in 5,704 sentences were these verbs
	case "سيتم", "ستتم", "سيصل", "ستصل", "سيضم", "ستضم", "سيظل", "ستظل", "سيقع", "ستقع", "سيمر", "ستمر", "سيجد", "ستجد", "سيرد", "سترد", "سيحل", "ستحل", "سيعد", "ستعد":
		return true, true
	}
	if len([]rune(w)) < 5 || !strings.HasPrefix(w, "سي") && !strings.HasPrefix(w, "ست") {
		return false, false
	}
	for _, stem := range []string{"سياس", "سيار", "سيناري", "سيطر", "سيد", "سينا", "سيول", "سياد", "ستين", "ستمئ", "ستار", "ستره"} {
		if strings.HasPrefix(w, stem) {
			return false, false
		}
	}
	return true, true
}

// A counted is the unit of a word in its numbers: of يوم one, of يومين two, of أيام
// many. The others are none.
type counted struct{ one, two, many unit }

func arabicUnit(w string) counted {
	switch strings.TrimPrefix(w, "ال") {
	case "ساعه":
		return counted{one: hour}
	case "ساعتين", "ساعتان":
		return counted{two: hour}
	case "ساعات":
		return counted{many: hour}
	case "دقيقه":
		return counted{one: minute}
	case "دقيقتين":
		return counted{two: minute}
	case "دقائق":
		return counted{many: minute}
	case "يوم", "يوما":
		return counted{one: day}
	case "يومين", "يومان":
		return counted{two: day}
	case "ايام":
		return counted{many: day}
	case "اسبوع", "اسبوعا":
		return counted{one: week}
	case "اسبوعين", "اسبوعان":
		return counted{two: week}
	case "اسابيع":
		return counted{many: week}
	case "شهر", "شهرا":
		return counted{one: month}
	case "شهرين", "شهران":
		return counted{two: month}
	case "اشهر", "شهور":
		return counted{many: month}
	case "عام", "عاما", "سنه":
		return counted{one: year}
	case "عامين", "عامان", "سنتين", "سنتان":
		return counted{two: year}
	case "اعوام", "سنوات", "سنين":
		return counted{many: year}
	case "عقدين":
		return counted{two: decade}
	case "عقود":
		return counted{many: decade}
	}
	return counted{}
}

// number reads digits and the words from three to ten, with or without ال; "" where
// none stands.
func (r *arabicReader) number(i int) string {
	w := r.word(i)
	if n, err := atoi(w); err == nil && n > 0 && n < 2000 {
		return w
	}
	w = strings.TrimSuffix(strings.TrimPrefix(w, "ال"), "ه")
	for n, name := range [...]string{"ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"} {
		if w == name || name == "ثماني" && w == "ثمان" {
			return strconv.Itoa(n + 3)
		}
	}
	switch w {
	case "بضع", "عد":
		return "X"
	}
	return ""
}

// amount reads يومين, ثلاثة أيام, 16 ساعة, عدة أشهر.
func (r *arabicReader) amount(i int) (n string, u unit, end int) {
	if u := arabicUnit(r.word(i)).two; u != none {
		return "2", u, i + 1
	}
	if n = r.number(i); n == "" {
		return "", none, i
	}
	c := arabicUnit(r.word(i + 1))
	if u = c.many; u == none {
		u = c.one
	}
	if u == none || n == "X" && c.many == none {
		return "", none, i
	}
	return n, u, i + 2
}

// ago reads قبل يومين and منذ ثلاثة أسابيع, قبل عام. What is before something else
// (قبل يومين من الافتتاح) has another anchor and is left out.
func (r *arabicReader) ago(i int) reading {
	if w := r.word(i); w != "قبل" && w != "منذ" {
		return reading{}
	}
	n, u, end := r.amount(i + 1)
	if end == i+1 {
		if u = arabicUnit(r.word(end)).one; u == none || strings.HasPrefix(r.word(end), "ال") {
			return reading{}
		}
		n, end = "1", end+1
	}
	if r.word(end) == "من" {
		return reading{}
	}
	return r.away(end, n, u, 1)
}

// lately reads الأيام الثلاثة الماضية and اليومين المقبلين.
func (r *arabicReader) lately(i int) reading {
	c := arabicUnit(r.word(i))
	if !strings.HasPrefix(r.word(i), "ال") || c.many == none && c.two == none {
		return reading{}
	}
	n, u, end := "2", c.two, i+1
	if c.many != none {
		n, u = "X", c.many
		if k := r.number(end); k != "" {
			n, end = k, end+1
		}
	}
	if _, ok := r.direction(end); !ok {
		return reading{}
	}
	return reading{end + 1, Duration, period(n, u)}
}

// length reads how long something takes: ثلاثة أيام, يومين, 16 ساعة.
func (r *arabicReader) length(i int) reading {
	if n, u, end := r.amount(i); end > i && !strings.HasPrefix(r.word(i), "ال") {
		return reading{end, Duration, period(n, u)}
	}
	return reading{}
}

// clock reads الساعة 10:30 صباحاً. By night is before midnight and behind it: two
// by night is no afternoon, and twelve ends the day.
func (r *arabicReader) clock(i int) reading {
	if r.word(i) != "الساعه" {
		return reading{}
	}
	h, m, ok := clockOf(r.word(i + 1))
	if !ok {
		return reading{}
	}
	end := i + 2
	switch r.word(end) {
	case "صباحا", "فجرا":
		end++
		h %= 12
	case "ليلا":
		if end++; h >= 6 && h <= 12 {
			h += 12
		}
		if h == 24 && m > 0 { // 12:20 by night is of the day that begins
			h = 0
		}
	case "مساء", "عصرا":
		if end++; h < 12 {
			h += 12
		}
	case "ظهرا":
		if end++; h < 6 {
			h += 12
		}
	}
	date := r.valueAgo(0, day)
	if date == "" {
		date = "XXXX-XX-XX"
	}
	return reading{end, Clock, fmt.Sprintf("%sT%02d:%02d", date, h, m)}
}
