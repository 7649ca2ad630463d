package lang

import "strings"

// Numeral is the number from three to ten that a folded Arabic word says, 0 for any other
// word. One and two are told by the noun that is counted.
func Numeral(form string) int {
	switch strings.TrimSuffix(form, "ه") { // of its two forms one goes with each gender
	case "ثلاث":
		return 3
	case "اربع":
		return 4
	case "خمس":
		return 5
	case "ست":
		return 6
	case "سبع":
		return 7
	case "ثماني", "ثمان":
		return 8
	case "تسع":
		return 9
	case "عشر":
		return 10
	}
	return 0
}
