package timex

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/internal/annotate/token"
)

// yearName reads عام 1974 and سنة 2031, the second of عامي 2011 و2015, and a number
// alone behind في where nothing follows that it may count.
func (r *arabicReader) yearName(i int) reading {
	switch r.word(i) {
	case "عام", "سنه", "العام", "منذ", "عامي", "سنتي":
		if y, _, next := r.yearAt(i + 1); next > i+1 && y >= 1800 {
			return reading{next, Date, strconv.Itoa(y)}
		}
	}
	if y, ok := yearOf(strings.TrimPrefix(r.word(i), "و")); ok && r.secondYear(i) {
		return reading{i + 1, Date, strconv.Itoa(y)}
	}
	// A noun right behind would be what the number counts: في 1950 قرية.
	if y, ok := yearOf(r.word(i)); ok && r.word(i-1) == "في" && y >= 1900 && (i+1 >= r.last || r.Tokens[i+1].Kind != token.Word || strings.HasPrefix(r.word(i+1), "و")) {
		return reading{i + 1, Date, strconv.Itoa(y)}
	}
	return reading{}
}

// secondYear reports عامي and another year before token i.
func (r *arabicReader) secondYear(i int) bool {
	if r.word(i-1) == "و" {
		i--
	}
	w := r.word(i - 2)
	_, ok := yearOf(r.word(i - 1))
	return ok && (w == "عامي" || w == "سنتي")
}

// decadeName reads ثمانينيات القرن الماضي and القرن التاسع عشر. As in English a decade
// has three digits of its years for a value, and a century two.
func (r *arabicReader) decadeName(i int) reading {
	if r.word(i) == "القرن" {
		if n, end := r.ordinalDay(i + 1); n > 0 {
			return reading{end, Date, fmt.Sprintf("%02d", n-1)}
		}
		return reading{}
	}
	w := strings.TrimPrefix(r.word(i), "ال")
	// Both ثمانينيات and ثمانينات are written.
	stem, ok := strings.CutSuffix(w, "يات")
	if !ok {
		stem, ok = strings.CutSuffix(w, "ات")
	}
	tens := tensOf(stem)
	if !ok || tens == 0 || r.word(i+1) != "القرن" {
		return reading{}
	}
	if back, said := r.direction(i + 2); said && !r.day.IsZero() {
		return reading{i + 3, Date, fmt.Sprintf("%02d%d", r.day.Year()/100-back, tens/10)}
	}
	if n, end := r.ordinalDay(i + 2); n > 0 {
		return reading{end, Date, fmt.Sprintf("%02d%d", n-1, tens/10)}
	}
	return reading{}
}

// quarterName reads الربع الثالث من عام 2025 and من العام الجاري.
func (r *arabicReader) quarterName(i int) reading {
	if r.word(i) != "الربع" {
		return reading{}
	}
	n, end := r.ordinalDay(i + 1)
	if r.word(i+1) == "الاخير" {
		n, end = 4, i+2
	}
	if n < 1 || n > 4 {
		return reading{}
	}
	// A quarter without its year is left out: الربع الأول may also be of a match.
	y, _, behind := r.yearBehind(end)
	if behind == end && r.word(end) == "من" {
		y, _, behind = r.yearAt(end + 1)
		if behind == end+1 {
			return reading{}
		}
	}
	if behind == end || y < 1800 {
		return reading{}
	}
	return reading{behind, Date, quarterValue(y, n)}
}

// set reads what comes back: كل يوم, يومياً.
func (r *arabicReader) set(i int) reading {
	switch r.word(i) {
	case "يوميا":
		return reading{i + 1, Set, "P1D"}
	case "اسبوعيا":
		return reading{i + 1, Set, "P1W"}
	case "شهريا":
		return reading{i + 1, Set, "P1M"}
	case "سنويا":
		return reading{i + 1, Set, "P1Y"}
	case "كل":
		if d, ok := arabicDay("ال" + r.word(i+2)); ok && r.word(i+1) == "يوم" { // كل يوم جمعة is written without ال
			return reading{i + 3, Set, anyWeekday(d)}
		}
		if d, ok := arabicDay("ال" + r.word(i+1)); ok {
			return reading{i + 2, Set, anyWeekday(d)}
		}
		if u := arabicUnit(r.word(i + 1)).one; u != none && !definite(r.word(i+1)) {
			return reading{i + 2, Set, period("1", u)}
		}
	}
	return reading{}
}

// reference reads words that point at no day: الآن, مؤخراً.
func (r *arabicReader) reference(i int) reading {
	switch r.word(i) {
	case "الان", "حاليا":
		return reading{i + 1, Date, "PRESENT_REF"}
	case "مؤخرا":
		return reading{i + 1, Date, "PAST_REF"}
	}
	return reading{}
}
