package when

// A clock is a time of day; s is -1 when it has no seconds.
type clock struct{ h, m, s int }

// clock reads a time of day that begins at token i: 17:30, 5:30:01 pm, 5.30pm,
// 17h30, ٥:٣٠ م.
func (p *parser) clock(i int) (clock, int, bool) {
	k := clock{h: p.num(i), s: -1}
	if k.h < 0 || k.h > 24 || p.at(i).digits > 2 {
		return k, 0, false
	}
	j := i + 1
	dotted := false
	switch {
	// Two digits glued behind it, or "1.5 million" and "3: the harbour" would be times of day.
	case isMark(p.at(j), ":.") && p.at(j+1).digits == 2 && p.at(j+1).glued:
		dotted = isMark(p.at(j), ".")
		k.m = p.num(j + 1)
		j += 2
	case p.word(j) == "h" && p.at(j).glued && p.at(j+1).digits == 2:
		k.m = p.num(j + 1)
		j += 2
	default:
		k.m = -1
	}
	if k.m >= 0 && isMark(p.at(j), ":") && p.at(j+1).digits == 2 {
		k.s = p.num(j + 1)
		if j += 2; isMark(p.at(j), ".,") && p.at(j+1).glued && p.at(j+1).digits > 0 {
			j += 2
		}
	}
	half, j := p.half(j, k.h)
	// An hour alone, and one with a point, are times only beside a word that says so: else
	// they are counts, prices, versions.
	if half == 0 && (k.m < 0 || dotted && p.word(i-1) != "at" && p.word(i-1) != "الساعه" && !zoned(p.word(j))) {
		return k, 0, false
	}
	k.m = max(0, k.m)
	return k.halved(half), j, k.h <= 24 && k.m < 60 && k.s < 60
}

// zoned reports a word behind "10.15" that shows that it is a time of day.
func zoned(w string) bool {
	// BST and IST mean several zones and are none below; that a clock stands before them is sure.
	_, known := hours(w)
	return known || w == "gmt" || w == "utc" || w == "bst" || w == "ist" || w == "uhr"
}

// halved is the clock in 24 hours; half is what half found.
func (k clock) halved(half int) clock {
	switch {
	case half == 'p' && k.h < 12:
		k.h += 12
	case half == 'a' && k.h == 12:
		k.h = 0
	}
	// The end of the day stays on the day that is named.
	if k.h == 24 {
		k = clock{h: 23, m: 59, s: k.s}
	}
	return k
}

// half reads what half of the day an hour is in, at token j: am, p.m., ص, مساءً.
// It is 'a', 'p' or 0. «12 ليلاً» and «2 ليلاً» are after midnight, «11 ظهراً» is before noon.
func (p *parser) half(j, hour int) (int, int) {
	from := j
	if p.word(j) == "من" { // «10:15 من مساء الجمعة»
		j++
	}
	switch w := p.word(j); w {
	case "بعد", "قبل":
		return p.noon(j, from)
	case "am", "ص", "صباحا", "فجرا", "صباح", "صبح", "בבוקר":
		return 'a', j + 1
	case "pm", "م", "مساء", "عصرا", "مساءا", "عصر", "شام", "בערב":
		return 'p', j + 1
	case "ليلا":
		if hour < 6 || hour == 12 {
			return 'a', j + 1
		}
		return 'p', j + 1
	case "ظهرا":
		if hour == 11 {
			return 'a', j + 1
		}
		return 'p', j + 1
	case "ق", "ب": // Persian: before and after noon
		if isMark(p.at(j+1), ".") && p.word(j+2) == "ظ" {
			if w == "ق" {
				return 'a', j + 3
			}
			return 'p', j + 3
		}
	case "a", "p":
		if isMark(p.at(j+1), ".") && p.word(j+2) == "m" {
			if j += 3; isMark(p.at(j), ".") {
				j++
			}
			return int(w[0]), j
		}
	}
	return 0, from
}

// noon reads «بعد الظهر», «قبل الظهر», «بعد منتصف الليل» and the Persian «بعد از ظهر» at
// token j; from is where the clock ended.
func (p *parser) noon(j, from int) (int, int) {
	half := int('p')
	if p.word(j) == "قبل" {
		half = 'a'
	}
	if j++; p.word(j) == "از" {
		j++
	}
	switch w := p.word(j); {
	case w == "الظهر", w == "ظهر":
		return half, j + 1
	case w == "منتصف" && p.word(j+1) == "الليل":
		return 'a' + 'p' - half, j + 2 // before midnight it is evening
	}
	return 0, from
}
