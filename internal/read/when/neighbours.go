package when

import (
	"strings"
	"time"
)

// neighbour reads the months of Urdu and Persian, of Kurdish in Arabic letters and of Hebrew at token i,
// and how many tokens they take. It is asked for beside a day alone: as words they are names
// of people, «جون» is John.
func (p *parser) neighbour(i int) (time.Month, int) {
	w := p.word(i)
	if m := hebrew(strings.TrimPrefix(w, "ב")); m > 0 { // "24 בנובמבר": of November
		return m, 1
	}
	if m := max(urdu(w), persian(w)); m > 0 {
		return m, 1
	}
	return kurdish(w, p.word(i+1))
}

// hebrew knows the months of the common calendar; March has two spellings, and long
// names are cut.
func hebrew(w string) time.Month {
	if w == "מרס" {
		return time.March
	}
	if m := among(w, [...]string{"ינו", "פבר", "-", "אפר", "-", "-", "-", "אוג", "ספט", "אוק", "נוב", "דצמ"}); m > 0 { // "24 בנוב' 2026"
		return m
	}
	return among(w, [...]string{"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"})
}

// urdu knows the months as [scan] leaves them.
func urdu(w string) time.Month {
	return among(w, [...]string{"جنوري", "فروري", "مارچ", "اپريل", "ميي", "جون", "جولايي", "اگست", "ستمبر", "اكتوبر", "نومبر", "دسمبر"})
}

// persian knows the months of the common calendar, beside those of Iran's own in [calendar.Month].
func persian(w string) time.Month {
	return among(w, [...]string{"ژانويه", "فوريه", "مارس", "اوريل", "مه", "ژوين", "ژوييه", "اوت", "سپتامبر", "اكتبر", "نوامبر", "دسامبر"})
}

// kurdish knows the months of Iraq's Kurds, the names of the Levant in their spelling: the
// winter's go by first and second.
func kurdish(w, next string) (time.Month, int) {
	// Before the year a name takes the ending of a genitive: «تشرینی دووەمی 2026».
	first, second := strings.TrimSuffix(next, "ي") == "يەكەم", strings.TrimSuffix(next, "ي") == "دووەم"
	switch {
	case w == "كانووني" && second:
		return time.January, 2
	case w == "كانووني" && first:
		return time.December, 2
	case w == "تشريني" && first:
		return time.October, 2
	case w == "تشريني" && second:
		return time.November, 2
	}
	m := among(strings.TrimSuffix(w, "ي"), [...]string{"-", "شوبات", "يازار", "نيسان", "يايار", "حوزەيران", "تەممووز", "ياب", "يەيلوول", "-", "-", "-"})
	return m, min(1, int(m))
}

// among is the month whose name w is, 0 where it is none.
func among(w string, names [12]string) time.Month {
	for i, name := range names {
		if w == name {
			return time.Month(i + 1)
		}
	}
	return 0
}
