package locale

import (
	"time"

	"dateline"
)

// monthNames returns the twelve names that an edition asks for, false when it
// asks for a tradition that does not exist.
func monthNames(edition dateline.Edition) (names [12]string, ok bool) {
	if edition.Language == "en" {
		return englishMonths(), true
	}
	switch edition.Months {
	case Levant:
		return levantMonths(), true
	case Egypt:
		return egyptMonths(), true
	case Maghreb:
		return maghrebMonths(edition.Region), true
	case Both:
		return bothMonths(), true
	}
	return names, false
}

func englishMonths() (names [12]string) {
	for i := range names {
		names[i] = time.Month(i + 1).String()
	}
	return names
}

// shortEnglish cuts a month name as the British press does: Sept has four
// letters, and names that short are left whole.
func shortEnglish(month time.Month) string {
	switch month {
	case time.September:
		return "Sept"
	default:
		return month.String()[:3]
	}
}

// levantMonths are the Syriac names, as the press of Iraq, Jordan, Lebanon, Palestine and
// Syria prints them.
func levantMonths() [12]string {
	return [12]string{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
		"تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"}
}

func egyptMonths() [12]string {
	return [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
		"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}
}

// maghrebMonths differ by country: Morocco and Mauritania keep close to
// Latin, Algeria and Tunisia to French.
func maghrebMonths(region string) [12]string {
	switch region {
	case "MA":
		return [12]string{"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
			"يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"}
	case "MR":
		return [12]string{"يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو",
			"يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر"}
	}
	return [12]string{"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
		"جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}
}

// bothMonths sets the Levant's name before Egypt's, so that no reader
// between Baghdad and Casablanca has to guess.
func bothMonths() (names [12]string) {
	levant, egypt := levantMonths(), egyptMonths()
	for i := range names {
		names[i] = levant[i] + "/" + egypt[i]
	}
	return names
}

// weekdayName returns the day's name in language.
func weekdayName(language string, day time.Weekday) string {
	if language == "en" {
		return day.String()
	}
	return [7]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}[day]
}
