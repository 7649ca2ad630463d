package locale

import "time"

// regionDigits returns CLDR's default digits. Arabic without a region prints
// 0-9, as do the Maghreb and the Emirates; the rest of the Arab world ٠-٩.
func regionDigits(language, region string) string {
	if language != "ar" {
		return Latn
	}
	switch region {
	case "", "001", "AE", "DZ", "EH", "LY", "MA", "TN":
		return Latn
	}
	return Arab
}

// regionMonths returns the month names a region's press uses. Without a
// region both are printed, because readers come from everywhere.
func regionMonths(region string) string {
	switch region {
	case "IQ", "JO", "LB", "PS", "SY":
		return Levant
	case "DZ", "MA", "MR", "TN":
		return Maghreb
	case "", "001":
		return Both
	}
	return Egypt
}

// regionWeekend returns the days off: Friday and Saturday in most of the
// Arab world and in Israel, Saturday and Sunday elsewhere. Palestine is in no list
// of CLDR; its offices close on Friday and Saturday.
func regionWeekend(region string) []time.Weekday {
	switch region {
	case "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "PS", "QA", "SA", "SD", "SY", "YE":
		return []time.Weekday{time.Friday, time.Saturday}
	}
	return []time.Weekday{time.Saturday, time.Sunday}
}
