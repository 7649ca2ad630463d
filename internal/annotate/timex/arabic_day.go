package timex

// namedDay reads days by their names: أمس, مساء اليوم, يوم الخميس الماضي, فجر
// السبت, الثلاثاء 3 مارس. The date behind a name tells which week it is of, as in
// English.
func (r *arabicReader) namedDay(i int) reading {
	if r.word(i) == "الليله" { // tonight, last night
		if back, said := r.direction(i + 1); said {
			return r.night(i+2, back)
		}
		return r.night(i+1, 0)
	}
	part, start := r.partOfDay(i)
	if r.word(start) == "يوم" {
		start++
	}
	value, end := r.today(start)
	if end == start {
		value, end = r.weekdayAt(start)
	}
	if end == start {
		return reading{}
	}
	if day := r.dateBehind(end); day.end > end {
		value, end = day.value, day.end
	}
	if part != "" && value != "" {
		return reading{end, Clock, value + part}
	}
	return reading{end, Date, value}
}

// night is that of so many days before the day of the text.
func (r *arabicReader) night(end, back int) reading {
	v := r.valueAgo(back, day)
	if v == "" {
		return reading{}
	}
	return reading{end, Clock, v + "TNI"}
}

// partOfDay reads مساء, فجر, بعد ظهر and their like before the name of a day; part is
// "" and next i where none stands.
func (r *arabicReader) partOfDay(i int) (part string, next int) {
	switch r.word(i) {
	case "بعد":
		if r.word(i+1) == "ظهر" {
			return "TAF", i + 2
		}
	case "صباح":
		return "TMO", i + 1
	case "ظهر", "عصر":
		return "TAF", i + 1
	case "مساء":
		return "TEV", i + 1
	case "فجر", "ليل", "ليله":
		return "TNI", i + 1
	}
	return "", i
}

// today reads today, yesterday and tomorrow, and what is a day farther off (أول من
// أمس, بعد غد), with the name of the day behind. end is i where none stands.
func (r *arabicReader) today(i int) (value string, end int) {
	ahead := 0
	switch end = i; {
	case r.word(i) == "بعد" && tomorrow(r.word(i+1)):
		ahead, end = 2, i+2
	case r.word(i) == "اول" && r.word(i+1) == "من" && yesterday(r.word(i+2)):
		ahead, end = -2, i+3
	case r.word(i) == "اول" && yesterday(r.word(i+1)):
		ahead, end = -2, i+2
	case yesterday(r.word(i)) && r.word(i+1) == "الاول":
		ahead, end = -2, i+2
	case yesterday(r.word(i)):
		ahead, end = -1, i+1
	case tomorrow(r.word(i)):
		ahead, end = 1, i+1
	case r.word(i) == "اليوم" && !r.someDay(i):
		end = i + 1
	default:
		return "", i
	}
	// اليوم الخميس is one expression, whatever day the name says.
	if _, ok := arabicDay(r.word(end)); ok {
		end++
	}
	return r.valueAgo(-ahead, day), end
}

// yesterday and tomorrow take folded words: أمس without its hamza, غداً without tanwin.
func yesterday(w string) bool { return w == "امس" || w == "البارحه" }

func tomorrow(w string) bool { return w == "غدا" || w == "غد" || w == "الغد" }

// someDay tells that اليوم at token i is no today: that day, the next day, the
// second day of a visit, a World Day. What else begins with ال behind it may be who
// said something today, whose verb stands before.
func (r *arabicReader) someDay(i int) bool {
	switch r.word(i - 1) {
	case "ذلك", "نفس", "ذات":
		return true
	}
	switch r.word(i + 1) {
	case "نفسه", "ذاته", "عينه", "الذي", "الواحد", "السابق", "العالمي", "الدولي", "الوطني":
		return true
	}
	if back, said := r.direction(i + 1); said && back != 0 {
		return true
	}
	n, _ := r.ordinalDay(i + 1)
	return n > 0
}

// weekdayAt reads الخميس and الخميس الماضي. A name alone is the last one, as in a
// report, unless the sentence looks ahead. end is i where none stands.
func (r *arabicReader) weekdayAt(i int) (value string, end int) {
	d, ok := arabicDay(r.word(i))
	if !ok {
		return "", i
	}
	end = i + 1
	back, said := r.direction(end)
	if said {
		end++
	}
	switch {
	case said && back > 0:
		return r.weekday(d, -1), end
	// On the day itself يوم الخميس is today, also in a sentence that looks ahead.
	case said && back < 0, !said && r.ahead(i, end) && !r.day.IsZero() && r.day.Weekday() != d:
		return r.weekday(d, 1), end
	}
	return r.weekday(d, 0), end
}

// dateBehind reads the date behind the name of a day: 3 مارس; ، 3 مارس; الموافق 3
// مارس.
func (r *arabicReader) dateBehind(i int) reading {
	bracket := r.low(i) == "("
	if w := r.low(i); bracket || w == "،" || w == "," || r.word(i) == "الموافق" {
		i++
	}
	got := r.wholeDay(i, r.date)
	if bracket && got.end > i && r.low(got.end) == ")" {
		got.end++
	}
	return got
}
