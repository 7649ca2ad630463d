package lang

// Weekday is the day of the week that a folded English or Arabic word names, 1 for
// Monday to 7 for Sunday (ISO 8601), and 0 for any other word.
func Weekday(form string) int {
	switch form {
	case "monday", "الاثنين":
		return 1
	case "tuesday", "الثلاثاء":
		return 2
	case "wednesday", "الاربعاء":
		return 3
	case "thursday", "الخميس":
		return 4
	case "friday", "الجمعه":
		return 5
	case "saturday", "السبت":
		return 6
	case "sunday", "الاحد":
		return 7
	}
	return 0
}
