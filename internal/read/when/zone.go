package when

import (
	"fmt"
	"strings"
	"time"
)

// A zone as the text gives it; loc is nil when the name says nothing sure.
type zone struct {
	text string
	loc  *time.Location
}

// zone reads a zone that begins at token i.
func (p *parser) zone(i int) (zone, int) {
	if isMark(p.at(i), "(") {
		i++
	}
	w := p.word(i)
	if w == "بتوقيت" || w == "توقيت" {
		i++
		if w = p.word(i); w != "" {
			if z, n := p.timeOf(i); z.loc != nil {
				return z, n
			}
		}
	}
	switch w {
	case "":
		if z, n, ok := p.offset(i); ok {
			return z, n
		}
		return zone{}, i
	// "UTC+3" is the offset that stands behind it.
	case "z", "utc", "gmt", "غرينتش", "جرينتش", "غرينيتش", "جرينيتش", "ut", "غرينتيش":
		if z, n, ok := p.offset(i + 1); ok {
			return z, n
		}
		text := "GMT"
		if w == "z" || w == "utc" {
			text = strings.ToUpper(w)
		}
		return zone{text, time.UTC}, i + 1
	}
	if z, n := p.spelt(i); z.loc != nil {
		return z, n
	}
	return named(w), i + 1
}

// spelt reads a zone by the place whose time it is, "U.S. Eastern Time", "(London time)",
// "Pacific Daylight Time". Without the word for time a place is where something happened.
func (p *parser) spelt(i int) (zone, int) {
	if p.word(i) == "us" {
		i++
	} else if p.word(i) == "u" && isMark(p.at(i+1), ".") && p.word(i+2) == "s" {
		i = p.skip(i+3, ".")
	}
	place := ""
	switch p.word(i) {
	case "eastern":
		place = "America/New_York"
	case "central":
		place = "America/Chicago"
	case "mountain":
		place = "America/Denver"
	case "pacific":
		place = "America/Los_Angeles"
	case "london", "uk", "british":
		place = "Europe/London"
	case "paris", "french":
		place = "Europe/Paris"
	case "berlin", "german":
		place = "Europe/Berlin"
	case "brussels":
		place = "Europe/Brussels"
	case "geneva", "swiss":
		place = "Europe/Zurich"
	case "cairo":
		place = "Africa/Cairo"
	case "beirut":
		place = "Asia/Beirut"
	case "jerusalem", "israel":
		place = "Asia/Jerusalem"
	case "moscow":
		place = "Europe/Moscow"
	case "riyadh", "makkah", "mecca", "baghdad", "doha", "kuwait":
		place = "Asia/Riyadh"
	case "dubai":
		place = "Asia/Dubai"
	case "tehran":
		place = "Asia/Tehran"
	case "istanbul", "ankara", "turkish":
		place = "Europe/Istanbul"
	case "beijing":
		place = "Asia/Shanghai"
	case "tokyo":
		place = "Asia/Tokyo"
	default:
		return zone{}, i
	}
	j := i + 1
	if w := p.word(j); w == "standard" || w == "daylight" || w == "summer" {
		j++
	}
	if p.word(j) != "time" {
		return zone{}, i
	}
	loc, err := time.LoadLocation(place)
	if err != nil {
		return zone{}, i
	}
	return zone{place, loc}, j + 1
}

// timeOf reads the place after «بتوقيت»: a city or country of one time. عمان is
// Oman and Amman and stays unknown.
func (p *parser) timeOf(i int) (zone, int) {
	// Countries of one time all year have an offset; where clocks change, or did within the
	// years of news, the data of zones knows by how much.
	place, next := "", i+1
	switch w := p.word(i); w {
	case "مكه", "السعوديه", "الرياض", "بغداد", "العراق", "الكويت", "الدوحه", "قطر", "المنامه", "البحرين", "صنعاء", "اليمن", "دمشق", "سوريا", "الاردن", "موسكو", "اسطنبول", "انقره", "تركيا":
		if w == "مكه" && p.word(next) == "المكرمه" {
			next++
		}
		return fixed(3*60, ""), next
	case "الامارات", "ابوظبي", "دبي", "مسقط":
		return fixed(4*60, ""), next
	case "ابو":
		if p.word(next) == "ظبي" {
			return fixed(4*60, ""), next + 1
		}
	case "تونس", "الجزائر":
		return fixed(60, ""), next
	case "طرابلس", "ليبيا", "الخرطوم", "السودان":
		return fixed(2*60, ""), next
	case "القاهره", "مصر":
		place = "Africa/Cairo"
	case "بيروت", "لبنان":
		place = "Asia/Beirut"
	case "القدس", "فلسطين", "غزه":
		place = "Asia/Jerusalem"
	case "المغرب", "الرباط":
		place = "Africa/Casablanca"
	case "لندن":
		place = "Europe/London"
	case "باريس":
		place = "Europe/Paris"
	case "نيويورك", "واشنطن":
		place = "America/New_York"
	case "طهران", "تهران", "ايران":
		place = "Asia/Tehran"
	}
	loc, err := time.LoadLocation(place)
	if place == "" || err != nil {
		return zone{}, i
	}
	return zone{place, loc}, next
}

// offset reads +03:00, +0300, +3, -05.
func (p *parser) offset(i int) (zone, int, bool) {
	// A space behind the sign makes it a dash: "10:15 - 3 July".
	sign := p.at(i)
	if !isMark(sign, "+-") || !p.at(i+1).glued {
		return zone{}, i, false
	}
	n := p.at(i + 1)
	minutes := 0
	next := i + 2
	switch {
	case n.digits == 4:
		minutes = n.num/100*60 + n.num%100
	case n.digits == 1 || n.digits == 2:
		minutes = n.num * 60
		if isMark(p.at(i+2), ":") && p.at(i+3).digits == 2 {
			minutes += p.num(i + 3)
			next = i + 4
		}
	default:
		return zone{}, i, false
	}
	// No zone is further ahead.
	if minutes > 14*60 {
		return zone{}, i, false
	}
	if sign.text == "-" {
		minutes = -minutes
	}
	return fixed(minutes, ""), next, true
}

// fixed is a zone that many minutes ahead of Greenwich; without a text it is written
// as RFC 3339 has it.
func fixed(minutes int, text string) zone {
	if text == "" {
		sign := '+'
		m := minutes
		if m < 0 {
			sign, m = '-', -m
		}
		text = fmt.Sprintf("%c%02d:%02d", sign, m/60, m%60)
	}
	return zone{text, time.FixedZone("", minutes*60)}
}

// named knows the abbreviations that mean one zone only. AST, BST, CST, GST,
// IST and their like mean several: they stay unknown.
func named(w string) zone {
	if h, ok := hours(w); ok {
		return fixed(h*60, strings.ToUpper(w))
	}
	place := ""
	switch w {
	// These leave open whether it is summer: the day tells.
	case "et":
		place = "America/New_York"
	case "ct":
		place = "America/Chicago"
	case "mt":
		place = "America/Denver"
	case "pt":
		place = "America/Los_Angeles"
	default:
		return zone{}
	}
	loc, err := time.LoadLocation(place)
	if err != nil {
		return zone{}
	}
	return zone{strings.ToUpper(w), loc}
}

// hours is how far a zone is from UTC.
func hours(w string) (int, bool) {
	switch w {
	case "hst":
		return -10, true
	case "akst":
		return -9, true
	case "pst":
		return -8, true
	case "pdt":
		return -7, true
	case "mdt":
		return -6, true
	case "est", "cdt":
		return -5, true
	case "edt":
		return -4, true
	case "wet":
		return 0, true
	case "west", "cet", "wat":
		return 1, true
	case "cest", "eet", "cat", "sast":
		return 2, true
	case "eest", "msk", "trt", "eat":
		return 3, true
	case "pkt":
		return 5, true
	case "ict", "wib":
		return 7, true
	case "sgt", "hkt", "wita":
		return 8, true
	case "jst", "kst":
		return 9, true
	case "aest":
		return 10, true
	case "aedt":
		return 11, true
	case "nzst":
		return 12, true
	case "nzdt":
		return 13, true
	}
	return 0, false
}
