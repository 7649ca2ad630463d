package timex

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/internal/lang/calendar"
)

// unitOf reads a unit; many reports the plural.
func unitOf(w string) (u unit, many bool) {
	w = strings.TrimSuffix(w, "'")
	if s, ok := strings.CutSuffix(w, "s"); ok && s != "" {
		w, many = s, true
	}
	w = strings.TrimSuffix(w, "'")
	switch w {
	case "second":
		return second, many
	case "minute":
		return minute, many
	case "hour":
		return hour, many
	case "day":
		return day, many
	case "week":
		return week, many
	case "month":
		return month, many
	case "quarter":
		return quarter, many
	case "year":
		return year, many
	case "decade":
		return decade, many
	// What is left of centuries once its s is cut off.
	case "centurie", "century":
		return century, many
	}
	return none, false
}

// numberWord is what one word says, from zero to ninety, and the words that count
// like one. A switch, as most words of a text are asked.
func numberWord(w string) (int, bool) {
	switch w {
	case "a", "an":
		return 1, true
	case "couple":
		return 2, true
	case "dozen":
		return 12, true
	case "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return unitWord(w), true
	case "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen":
		return 10 + teenWord(w), true
	case "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety":
		return 10 * tensWord(w), true
	}
	return 0, false
}

// unitWord, teenWord and tensWord take only words that numberWord has listed: any other
// would count as one less than their first.
func unitWord(w string) int {
	return slices.Index([]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}, w)
}

func teenWord(w string) int {
	return 1 + slices.Index([]string{"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}, w)
}

func tensWord(w string) int {
	return 2 + slices.Index([]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}, w)
}

// number reads a number at token i: digits, words, twenty-one, twenty one; few
// and several are X. end is i where none stands.
func (r *reader) number(i int) (n string, end int) {
	w := r.low(i)
	switch w {
	// TIMEX3 has X for a number that is not told.
	case "several", "few", "many", "some", "couple":
		if w == "couple" && r.low(i+1) == "of" {
			return "2", i + 2
		}
		return "X", i + 1
	}
	if w == "a" && (r.low(i+1) == "few" || r.low(i+1) == "couple") {
		return r.number(i + 1)
	}
	v, end := r.count(i)
	if end == i {
		return "", i
	}
	switch r.low(end) {
	case "dozen":
		return strconv.Itoa(12 * v), end + 1
	case "thousand":
		return strconv.Itoa(1000 * v), end + 1
	case "hundred":
		v, end = 100*v, end+1
		if more, next := r.belowHundred(end); next > end {
			v, end = v+more, next
		}
	}
	return strconv.Itoa(v), end
}

// count reads a number without hundreds: 3,000, twenty-one, twenty one. end is i
// where none stands.
func (r *reader) count(i int) (v, end int) {
	v, ok := numberOf(r.low(i))
	if !ok {
		return 0, i
	}
	if v >= 20 && v%10 == 0 {
		// Only behind round tens: five three, as in a result, is not fifty-three.
		if more, ok := numberWord(r.low(i + 1)); ok && more < 10 && !article(r.low(i+1)) {
			return v + more, i + 2
		}
	}
	return v, i + 1
}

// belowHundred reads what stands behind hundred, with and without and: fifty, and
// fifty-one. Without it two hundred and fifty days would be fifty.
func (r *reader) belowHundred(i int) (v, end int) {
	j := i
	if r.low(j) == "and" {
		j++
	}
	if v, end = r.count(j); end == j || v >= 100 || article(r.low(j)) {
		return 0, i
	}
	return v, end
}

// article tells the words that count one but end no number: twenty a day is not
// twenty-one.
func article(w string) bool { return w == "a" || w == "an" }

// numberOf reads a number of one word: seven, 3,000, forty-two.
func numberOf(w string) (int, bool) {
	if v, ok := numberWord(w); ok {
		return v, true
	}
	if v, err := atoi(strings.ReplaceAll(w, ",", "")); err == nil && v >= 0 && v <= 1e9 { // more counts no time, and thousands of it would overflow
		return v, true
	}
	if tens, ones, ok := strings.Cut(w, "-"); ok {
		a, okA := numberWord(tens)
		b, okB := numberWord(ones)
		if okA && okB && a >= 20 && b < 10 {
			return a + b, true
		}
	}
	return 0, false
}

// weekdayOf reads Monday, Mondays, Monday's and Mon.
func weekdayOf(w string) (time.Weekday, bool) {
	if len(w) < len("mon.") || len(w) > len("wednesday's") { // most words
		return 0, false
	}
	short, cut := strings.CutSuffix(w, ".")
	long := strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'")
	for d, name := range [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"} {
		if long == name || cut && len(short) == 3 && short == name[:3] {
			return time.Weekday(d), true
		}
	}
	return 0, false
}

// monthOf reads the name of a month. May and March are only names with a capital.
func (r *reader) monthOf(i int) (time.Month, bool) {
	if i < 0 || i >= r.last || !r.Tokens[i].Upper {
		return 0, false
	}
	// monthNamed does not take Mar, so it is asked for here, where its neighbours are known.
	if w := r.low(i); w == "mar." || w == "mar" && (isDay(r.low(i-1)) || isDay(r.low(i+1))) {
		return time.March, true
	}
	return monthNamed(strings.TrimSuffix(strings.TrimSuffix(r.low(i), "'s"), "."))
}

// isDay tells a number that may be the day of a month.
func isDay(w string) bool {
	n, err := atoi(w)
	return err == nil && n >= 1 && n <= 31
}

// monthNamed takes the English names and their first three letters only: Mayo is a
// clinic, Mars a planet, and Mar, if no day stands beside it, a Spanish word.
func monthNamed(w string) (time.Month, bool) {
	m, _, _ := calendar.Month(w, "")
	if m == 0 {
		return 0, false
	}
	name := m.String()
	return m, strings.EqualFold(w, name) || m != time.March && strings.EqualFold(w, name[:3]) || w == "sept"
}

// starts tells the words that may begin an expression, beside numbers, days,
// months, units and what is joined by a hyphen.
func starts(w string) bool {
	switch w {
	case "last", "past", "next", "this", "late", "early", "mid", "the", "of", "its", "their", "a", "an", "on", "earlier", "later", "previous", "current",
		"coming", "latest", "recent", "today", "yesterday", "tomorrow", "tonight", "today's", "yesterday's", "daily", "weekly", "monthly", "every", "each", "once", "twice", "times",
		"fiscal", "now", "currently", "nowadays", "recently", "several", "few", "many", "some", "couple", "noon", "midday", "midnight", "these",
		"first", "second", "third", "fourth", "half", "’", "‘":
		return true
	}
	return false
}

// mayStart keeps the rules from most words: they are twelve, and one word in six
// passes.
func (r *reader) mayStart(i int) bool {
	w := r.low(i)
	if starts(w) || w[0] >= '0' && w[0] <= '9' || w[0] == 'q' && len(w) == 2 || w[0] == '\'' || strings.IndexByte(w, '-') > 0 || strings.HasSuffix(w, "ties") {
		return true
	}
	if _, ok := weekdayOf(w); ok {
		return true
	}
	if _, ok := numberWord(w); ok {
		return true
	}
	if _, ok := r.monthOf(i); ok {
		return true
	}
	u, _ := unitOf(w)
	return u != none
}

// ordinal reads 5th and, in words, as far as the four quarters of a year need.
func ordinal(w string) (int, bool) {
	for i, o := range [...]string{"first", "second", "third", "fourth"} {
		if w == o {
			return i + 1, true
		}
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if s, ok := strings.CutSuffix(w, end); ok {
			n, err := atoi(s)
			return n, err == nil && n > 0
		}
	}
	return 0, false
}

// season is what TIMEX3 writes for a season behind the year: 2025-SU.
func season(w string) string {
	switch w {
	case "spring":
		return "SP"
	case "summer":
		return "SU"
	case "fall", "autumn":
		return "FA"
	case "winter":
		return "WI"
	}
	return ""
}

// partOfDay is what TIMEX3 writes for a part of a day behind its date: 2025-07-22TNI.
func partOfDay(w string) string {
	switch w {
	case "morning", "mornings":
		return "TMO"
	case "afternoon", "afternoons":
		return "TAF"
	case "evening", "evenings":
		return "TEV"
	case "night", "nights":
		return "TNI"
	}
	return ""
}

// yearOf reads a year in four digits.
func yearOf(w string) (int, bool) {
	n, err := atoi(w)
	return n, err == nil && len(w) == 4 && n >= 1800 && n <= 2099
}
