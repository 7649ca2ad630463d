package opening

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/when"
)

// dayFirst reads a day in brackets before all else, as Yemen's agency begins:
// «[3 يوليو 2026] صنعاء - سبأ: أعلن».
func dayFirst(s string) (Opening, string, bool) {
	bracketed, ok := strings.CutPrefix(s, "[")
	inside, rest, _ := strings.Cut(bracketed, "]")
	if !ok || !when.Day(inside) {
		return Opening{}, s, false
	}
	o, rest, ok := dashed(strings.TrimLeft(rest, " "))
	if !ok || o.Dateline.Date != "" {
		return Opening{}, s, false
	}
	o.Dateline.Date = strings.TrimSpace(inside)
	return o, rest, true
}

// signed reads what stands behind the dash after an Arabic place, before the verb that
// begins the text: an agency, «بغداد - واع أعلنت», or who wrote, «عمان (بترا)- سلمى حداد - أعلن».
func signed(o Opening, rest string) (Opening, string) {
	if !hasArabic(o.Dateline.Place) {
		return o, rest
	}
	if agency, after := quotedAgency(rest); o.Credit == "" {
		// Sentences begin with the verb: an agency before it is not what the text is about.
		if after = strings.TrimLeft(after, " :"); saysSo(after) {
			o.Credit = agency
			return o, after
		}
	}
	if seps := separators(rest); len(seps) > 0 {
		after := strings.TrimLeft(rest[seps[0].to:], " ")
		if known(o.Credit) && saysSo(after) && o.person(rest[:seps[0].from]) {
			return o, after
		}
	}
	return o, rest
}

// quotedAgency is the agency, or the known paper in quotation marks, that s begins with.
func quotedAgency(s string) (agency, after string) {
	for _, marks := range [...][2]string{{"«", "»"}, {"\"", "\""}, {"“", "”"}} {
		quoted, ok := strings.CutPrefix(s, marks[0])
		if inside, after, _ := strings.Cut(quoted, marks[1]); ok && known(inside) {
			return inside, after
		}
	}
	if agency = agencyBefore(s); agency != "" {
		return agency, s[len(agency):]
	}
	// Initials stand apart: «أ ش أ أعلن».
	for i, r := range s {
		if r == ' ' && known(s[:i]) && initials(s[:i]) {
			return s[:i], s[i:]
		}
		if i > 12 {
			break
		}
	}
	return "", s
}

// compound reads a known place and a known agency with a sign and no space between:
// «دمشق-سانا».
func compound(s string) (Opening, bool) {
	place, agency, ok := strings.Cut(s, "-")
	if !ok || !IsPlace(place) || !known(agency) {
		return Opening{}, false
	}
	o := Opening{Credit: strings.TrimSpace(agency)}
	o.Dateline.Place = strings.TrimSpace(place)
	return o, true
}

// swap turns round an outlet that stands before its place: «الأخبار (نواكشوط) –».
func (o *Opening) swap() {
	if hasArabic(o.Credit) && IsPlace(o.Credit) && o.Dateline.Place != "" && !IsPlace(o.Dateline.Place) && !arabicPerson(o.Dateline.Place) {
		o.Credit, o.Dateline.Place = o.Dateline.Place, o.Credit
	}
}

// dayIn is where a day begins behind a place, in digits or as «أول يوليو»; -1 without one.
func dayIn(s string) int {
	if hasArabic(s) {
		for _, w := range [...]string{" أول ", " الأول من ", " في أول "} {
			if i := strings.Index(s, w); i > 0 && when.Day(s[i:]) {
				return i + 1
			}
		}
	}
	return strings.IndexFunc(s, unicode.IsDigit)
}

// beforeDay is a place without the day behind it.
func beforeDay(s string) string {
	if i := dayIn(s); i > 0 {
		s = s[:i]
	}
	return strings.TrimSuffix(strings.TrimSpace(s), " في")
}

// isCountry knows the countries that stand beside each other in front of a colon, «الجزائر -
// المغرب: مباراة الحسم»: nobody files under them.
func isCountry(s string) bool {
	switch key(s) {
	case "مصر", "لبنان", "سوريا", "سوريه", "العراق", "الاردن", "فلسطين", "السعوديه", "المغرب", "اليمن", "ليبيا", "السودان", "قطر", "البحرين", "الامارات", "موريتانيا", "الصومال", "ايران", "تركيا",
		"اسرائيل", "فرنسا", "بريطانيا", "المانيا", "ايطاليا", "اسبانيا", "روسيا", "اوكرانيا", "الصين", "اليابان", "الهند", "باكستان", "امريكا", "اميركا", "البرازيل", "الارجنتين":
		return true
	}
	return false
}

// houseAlone reads a line of its own on which a paper stands before the place, the reporter or
// a word that calls the report its own: «المدى/ بغداد», «أخبار الساحل : سلمى حداد», «خاص-صدى الساحل».
func houseAlone(s string, outlets []string) (Opening, bool) {
	if len(s) > 100 || !hasArabic(s) {
		return Opening{}, false // as nearly all paragraphs are, which are asked too
	}
	if house, ok := strings.CutPrefix(s, "خاص "); ok && slices.Contains(outlets, house) {
		return Opening{Credit: house}, true
	}
	i := strings.IndexAny(s, ":-–—/|")
	if i <= 0 || utf8.RuneCountInString(s) > 40 {
		return Opening{}, false
	}
	house, after := strings.TrimSpace(s[:i]), strings.Trim(s[i:], " :-–—/|")
	if ownReport(house) {
		house, after = after, house
	}
	own := slices.Contains(outlets, house)
	sure := own || slices.ContainsFunc(strings.Fields(house), OutletWord)
	// «الرئيسية / القاهرة» is the way to the item, and «المكان: عمان» a label.
	crumbs := !own && (section(house) || s[i] == '|' || s[i] == '/' && s[i-1] == ' ')
	o := Opening{Credit: house}
	switch {
	case crumbs || after == "" || words(house) > 3 || notPlace(house) || saysSo(house) || IsPlace(house):
		return Opening{}, false
	case ownReport(after): // «كأس العالم – متابعة» goes on with a matter
		return o, sure || lang.Fold(after) != "متابعه" && (words(house) > 1 || strings.HasPrefix(house, "ال"))
	case IsPlace(after) && (sure || s[i] == '/' && words(house) == 1 && strings.HasPrefix(house, "ال")):
		o.Dateline.Place = after
		return o, true
	case sure && o.person(after):
		return o, true
	}
	// The page's own name before its section: «صدى الساحل – محليات».
	return o, own && words(after) <= 2 && !saysSo(after)
}

// section knows the parts of a site, which stand before places as well as papers do.
func section(s string) bool {
	switch strings.TrimPrefix(lang.Folded(s), "ال") {
	case "رئيسيه", "صفحه الرئيسيه", "اخبار", "اخبار محليه", "محليات", "محافظات", "رياضه", "اقتصاد", "سياسه", "ثقافه", "عالم", "منوعات", "تحقيقات", "مقالات", "راي", "حوادث", "تقارير", "عاجل", "فيديو":
		return true
	}
	return false
}

// urduPost reports who filed as papers of Pakistan set it in brackets behind the place, by the
// post and not by name: «لاہور (اسٹاف رپورٹر)», «کراچی (نمائندہ خصوصی)».
func urduPost(s string) bool {
	return slices.ContainsFunc(strings.Fields(s), func(w string) bool {
		switch lang.Fold(w) {
		case "رپورٹر", "رپورٹرز", "ڈيسك", "نمائنده", "نمائندگان":
			return true
		}
		return false
	})
}

// isna reads the students' agency of Iran, which sets its name and the province before the text
// with nothing behind: «ایسنا/خراسان رضوی مدیر بندر گفت». Provinces are a closed list.
func isna(s string) (Opening, string, bool) {
	if !strings.HasPrefix(s, "ايسنا/") && !strings.HasPrefix(s, "ایسنا/") {
		return Opening{}, s, false
	}
	// Many keyboards set the Arabic letters for the Persian ones. Both take two bytes.
	start := strings.NewReplacer("ي", "ی", "ك", "ک").Replace(s[:min(len(s), reach)])
	after := strings.TrimLeft(start[len("ایسنا/"):], " ")
	for _, province := range [...]string{"آذربایجان شرقی", "آذربایجان غربی", "اردبیل", "اصفهان", "البرز", "ایلام", "بوشهر", "تهران", "چهارمحال و بختیاری", "خراسان جنوبی", "خراسان رضوی", "خراسان شمالی", "خوزستان", "زنجان", "سمنان",
		"سیستان و بلوچستان", "فارس", "قزوین", "قم", "کردستان", "کرمانشاه", "کرمان", "کهگیلویه و بویراحمد", "گلستان", "گیلان", "لرستان", "مازندران", "مرکزی", "هرمزگان", "همدان", "یزد"} {
		rest, ok := strings.CutPrefix(after, province)
		if text := strings.TrimLeft(rest, " :-–"); ok && text != rest && text != "" {
			o := Opening{Credit: "ایسنا"}
			o.Dateline.Place = province
			return o, s[len(start)-len(text):], true
		}
	}
	return Opening{}, s, false
}

// agencies reports the word for agencies that are not named.
func agencies(s string) bool {
	switch lang.Fold(strings.Trim(s, " :،")) {
	case "وكالات", "الوكالات":
		return true
	}
	return false
}
