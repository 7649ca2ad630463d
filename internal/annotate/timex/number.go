package timex

import "strconv"

// atoi is strconv.Atoi for words that mostly are no numbers: the errors that it
// makes of them were a third of all that marking a text took.
func atoi(w string) (int, error) {
	if w == "" || w[0] > '9' {
		return 0, strconv.ErrSyntax
	}
	return strconv.Atoi(w)
}
