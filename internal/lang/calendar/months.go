package calendar

import "time"

// levantine reads the Levant's months of two words.
func levantine(w, next string) (time.Month, int) {
	second := next == "الثاني" || next == "ثاني" || next == "الثانيه"
	first := next == "الاول" || next == "اول"
	switch {
	// The first Kanun is December and the second, behind the new year, January; the two
	// Tishrins are the months before them.
	case w == "كانون" && second:
		return time.January, 2
	case w == "تشرين" && first:
		return time.October, 2
	case w == "تشرين" && second:
		return time.November, 2
	case w == "كانون" && first:
		return time.December, 2
	}
	return 0, 0
}

// latin knows the months of English, French, Spanish, German, Italian and
// Portuguese; no form stands for two months.
func latin(w string) time.Month {
	switch w {
	case "january", "jan", "janvier", "enero", "januar", "gennaio", "janeiro", "ene":
		return time.January
	case "february", "feb", "février", "fevrier", "févr", "febrero", "februar", "febbraio", "fevereiro":
		return time.February
	case "march", "mar", "mars", "marzo", "märz", "março":
		return time.March
	case "april", "apr", "avril", "avr", "abril", "aprile", "abr":
		return time.April
	case "may", "mai", "mayo", "maggio", "maio":
		return time.May
	case "june", "jun", "juin", "junio", "juni", "giugno", "junho":
		return time.June
	case "july", "jul", "juillet", "juil", "julio", "juli", "luglio", "julho":
		return time.July
	case "august", "aug", "août", "aout", "agosto", "ago":
		return time.August
	case "september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro":
		return time.September
	case "october", "oct", "octobre", "octubre", "oktober", "okt", "ottobre", "outubro":
		return time.October
	case "november", "nov", "novembre", "noviembre", "novembro":
		return time.November
	case "december", "dec", "décembre", "decembre", "déc", "diciembre", "dezember", "dez", "dicembre", "dezembro", "dic":
		return time.December
	}
	return 0
}

// arabic knows the months as Egypt and the Gulf, the Levant, Tunisia and
// Algeria, Morocco, and Mauritania write them, folded.
func arabic(w string) time.Month {
	switch w {
	case "يناير", "جانفي":
		return time.January
	case "فبراير", "فيفري", "شباط":
		return time.February
	case "مارس", "اذار":
		return time.March
	case "ابريل", "افريل", "نيسان", "ابرير":
		return time.April
	case "مايو", "ماي", "ايار":
		return time.May
	case "يونيو", "جوان", "حزيران", "يونيه":
		return time.June
	case "يوليو", "جويليه", "جويليا", "يوليوز", "تموز", "يوليه":
		return time.July
	case "اغسطس", "اوت", "غشت", "اغشت", "اب":
		return time.August
	case "سبتمبر", "شتنبر", "شتمبر", "ايلول":
		return time.September
	case "اكتوبر":
		return time.October
	case "نوفمبر", "نونبر":
		return time.November
	case "ديسمبر", "دجنبر", "دجمبر":
		return time.December
	}
	return 0
}

// iranian knows the months of the solar calendar of Iran, folded.
func iranian(w string) time.Month {
	for i, m := range [...]string{"فروردين", "ارديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "ابان", "اذر", "دي", "بهمن", "اسفند"} {
		if w == m {
			return time.Month(i + 1)
		}
	}
	return 0
}

// islamic reads the months of the Islamic calendar, some of which take two words.
// A ربيع without its number is a spring or a man.
func islamic(w, next string) (time.Month, int) {
	late := next == "الثاني" || next == "الاخر" || next == "الثانيه" || next == "الاخره" || next == "ثاني"
	early := next == "الاول" || next == "الاولي" || next == "اول"
	switch w {
	case "محرم", "المحرم":
		return 1, 1
	case "صفر":
		return 2, 1
	case "ربيع":
		switch {
		case late:
			return 4, 2
		case early:
			return 3, 2
		}
	case "جمادي":
		switch {
		case late:
			return 6, 2
		case early:
			return 5, 2
		}
	case "رجب":
		return 7, 1
	case "شعبان":
		return 8, 1
	case "رمضان":
		return 9, 1
	case "شوال":
		return 10, 1
	case "ذوالقعده", "ذيالقعده":
		return 11, 1
	case "ذوالحجه", "ذيالحجه":
		return 12, 1
	case "ذو", "ذي":
		switch next {
		case "القعده":
			return 11, 2
		case "الحجه":
			return 12, 2
		}
	}
	return 0, 0
}
