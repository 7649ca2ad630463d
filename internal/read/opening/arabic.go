package opening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/when"
)

// slashed reads openings that end with the slash after a credit, as the agencies
// of the Gulf, of Egypt and of Russia write them: «أبوظبي في 3 يوليو / وام / أعلن»,
// «غزة/ سما/ أعلن».
func slashed(s string) (Opening, string, bool) {
	for i, n := strings.IndexByte(s, '/'), 0; i >= 0 && i < reach && n < 4; n++ {
		o, ok := head(s[:i])
		if !ok {
			o, ok = head(s[:i+1]) // the slash may be the second of two around the credit
		}
		if ok && o.Credit != "" && o.Dateline.Place != "" {
			if rest := strings.TrimLeft(s[i+1:], " ./:"); rest != "" {
				return o, rest, true
			}
		}
		next := strings.IndexByte(s[i+1:], '/')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return Opening{}, s, false
}

// glued reads a place and a known agency with nothing after them but the text:
// «دمشق-سانا أعلن», «إسطنبول / الأناضول أعلن».
func glued(s string) (Opening, string, bool) {
	i := strings.IndexAny(s, "-–/")
	// Only known places: with no sign at the end nothing else tells the opening from the text.
	if i <= 0 || i > 40 || !IsPlace(s[:i]) {
		return Opening{}, s, false
	}
	after := strings.TrimLeft(s[i:], "-–/ ")
	agency := agencyBefore(after)
	if agency == "" || len(agency) == len(after) {
		return Opening{}, s, false
	}
	o := Opening{Credit: agency}
	o.Dateline.Place = strings.TrimSpace(s[:i])
	return o, strings.TrimLeft(after[len(agency):], " :-–/"), true
}

// datedAgency reads place, day and agency with no sign at all after them:
// «الرياض 18 محرم 1448 هـ الموافق 3 يوليو 2026 م واس أعلن».
func datedAgency(s string) (Opening, string, bool) {
	word := 0 // where the last word began
	for i := 0; i < len(s) && i < reach; i++ {
		if s[i] != ' ' {
			continue
		}
		if known(s[word:i]) {
			// All three must be there: an agency inside a sentence is what the sentence is about.
			if o, ok := head(s[:i]); ok && o.Dateline.Place != "" && o.Dateline.Date != "" && o.Credit != "" {
				return o, strings.TrimLeft(s[i:], " :-–"), true
			}
		}
		word = i + 1
	}
	return Opening{}, s, false
}

// agencyBefore is the known agency with whose name s begins, in Arabic script.
func agencyBefore(s string) string {
	// The longest counts: «العربية نت» begins with «العربية».
	best, words := "", 0
	for i, r := range s {
		if i > 0 && r == ' ' || r == ':' {
			if words++; words > 3 {
				break
			}
			if known(s[:i]) {
				best = strings.TrimRight(s[:i], " /-–")
			}
		}
	}
	if r, _ := utf8.DecodeRuneInString(best); !unicode.Is(unicode.Arabic, r) {
		return ""
	}
	return best
}

// agencyAfter cuts a known agency off the end of a part: «3-7-2026 وفا».
func agencyAfter(s string) (before, agency string) {
	for i, n := len(s), 0; n < 3; n++ {
		if i = strings.LastIndexByte(s[:i], ' '); i <= 0 {
			break
		}
		if known(s[i:]) {
			before, agency = strings.TrimSpace(s[:i]), strings.TrimSpace(s[i:])
			if k := key(before); k == "وكاله" || k == "خبرگزاري" { // «وكالة رويترز» is one credit
				return "", s
			}
			return before, agency
		}
	}
	return s, ""
}

// arabicParts splits parts in Arabic script further: at slashes that are in no
// date, where two calendars meet, and before an agency at the end.
func arabicParts(parts []string) []string {
	var out []string
	for _, p := range parts {
		if !hasArabic(p) {
			out = append(out, p)
			continue
		}
		for _, half := range strings.Split(p, " الموافق ") {
			for _, piece := range atSlashes(half) {
				before, agency := agencyAfter(strings.TrimSpace(piece))
				if out = append(out, before); agency != "" {
					out = append(out, agency)
				}
			}
		}
	}
	return out
}

// atSlashes splits at slashes, but not at those of dates: «3/7/2026», «3 تموز/يوليو»,
// nor between two places: «دبي/القاهرة».
func atSlashes(s string) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '/' || i == 0 || i+1 == len(s) || isDigit(s[i-1]) && isDigit(s[i+1]) || IsPlace(s[start:i]) && IsPlace(beforeDay(s[i+1:])) {
			continue
		}
		next := strings.TrimSpace(s[i+1:])
		if end := strings.IndexAny(next, " /،,"); end > 0 {
			next = next[:end]
		}
		if !when.Day("1 " + next) {
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// hasArabic reports a letter of Arabic script, Persian's among them.
func hasArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// shortDate reads the day and the month of «الكويت - 3 - 7 (كونا) --».
func (o *Opening) shortDate(s string) bool {
	if o.Dateline.Place == "" || len(s) > 2 || s == "" || strings.Trim(s, "0123456789") != "" || strings.Contains(o.Dateline.Date, " - ") {
		return false
	}
	if o.Dateline.Date != "" {
		s = o.Dateline.Date + " - " + s
	}
	o.Dateline.Date = s
	return true
}

// person takes a part for the byline, where it can be a person's name.
func (o *Opening) person(s string) bool {
	if s = strings.Trim(s, " ,،/"); o.Byline != "" || !arabicPerson(s) {
		return false
	}
	o.Byline = s
	return true
}

// arabicPerson reports two to four Arabic words that can be a person's name:
// outlets are known by their names, or by what they call themselves.
func arabicPerson(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 4 || known(s) || initials(s) || !isCredit(s) || saysSo(s) {
		return false
	}
	for i, w := range fields {
		r, _ := utf8.DecodeRuneInString(w)
		// Given names have no article; outlets' names have.
		if !unicode.Is(unicode.Arabic, r) || i == 0 && strings.HasPrefix(w, "ال") {
			return false
		}
		switch strings.TrimPrefix(key(w), "ال") {
		case "مراسل", "مراسلنا", "مراسلتنا", "مراسلو", "مكتب":
			return false
		}
		if OutletWord(w) {
			return false
		}
	}
	return true
}

// OutletWord reports a word of Arabic script that names of outlets and offices have, and
// no name of a person: «صحيفة», «نيوز».
func OutletWord(w string) bool {
	switch strings.TrimPrefix(lang.Fold(w), "ال") {
	case "جريده", "صحيفه", "وكاله", "وكالات", "مجله", "موقع", "بوابه", "قناه", "شبكه", "اذاعه", "راديو", "تلفزيون", "تليفزيون", "مؤسسه", "مركز", "شركه", "جامعه", "وزاره", "خاص",
		"اخبار", "انباء", "نيوز", "برس", "ميديا", "اونلاين", "نت", "تربيون", "تريبيون", "تايمز", "بوست", "لايف",
		"خبرگزاري", "باشگاه", "خبرنگاران", "روزنامه", "سايت", "پايگاه", "گروه", "سرويس", "خبري":
		return true
	}
	return false
}

// saysSo reports words that begin with a verb of reports: «قال الوزير» after a
// place and a dash is the report, not who filed it.
func saysSo(s string) bool {
	w, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	// Without the feminine ending, which leaves some verbs short: «دعت» is «دع» in the list.
	w = strings.TrimSuffix(key(w), "ت")
	switch w {
	case "قال", "اعلن", "اكد", "افاد", "ذكر", "كشف", "صرح", "اوضح", "اضاف", "دعا", "دع", "طالب", "حذر", "نفي", "نف", "ادان", "راي", "را", "اعتبر", "شدد", "اشار", "وصل", "بدا", "قتل", "قضي", "قض", "اصيب", "شهد", "عقد", "بحث",
		"استقبل", "التقي", "التق", "تراس", "افتتح", "وقع", "اطلق", "رد", "انتقد", "وافق", "رفض", "قرر", "اقر", "نشر", "تواصل", "استمر", "ارتفع", "انخفض", "تراجع", "يبدا", "تبدا", "يعقد", "تعقد", "يقول", "تقول", "من", "في", "بعد", "قبل", "مع", "منذ":
		return true
	}
	return false
}
