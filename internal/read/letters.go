package read

import (
	"dateline"
	"dateline/internal/read/clean"
)

// letters writes what is shown around a text in Arabic script in plain letters.
// The text itself stays as it came: a reader quotes it, and search folds it.
func letters(it *dateline.Item) {
	if it.Direction != dateline.RightToLeft {
		return
	}
	for _, s := range [...]*string{&it.Headline, &it.Standfirst, &it.Section, &it.CreditLine, &it.Dateline.Place, &it.Dateline.Date} {
		*s = clean.Letters(*s)
	}
	for i, name := range it.Byline {
		it.Byline[i] = clean.Letters(name)
	}
	for i, k := range it.Keywords {
		it.Keywords[i] = clean.Letters(k)
	}
}
