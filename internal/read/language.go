package read

import (
	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/clean"
)

// speak sets language and direction by the item's own text. What the page and
// the source claim decides only where the text is too short to tell, and only
// for a language that is written in the direction of the text.
func speak(it *dateline.Item, claims ...string) {
	text := it.Text()
	if len(text) < 200 {
		text = it.Headline + "\n" + text
	}
	it.Direction, it.Language = lang.Direction(text), lang.Detect(text)
	if it.Language != lang.Unknown {
		return
	}
	for _, c := range claims {
		if b := lang.Base(lang.Canonical(c)); b != "" && text != "\n" && lang.DirectionOf(b) == it.Direction {
			it.Language = b
			return
		}
	}
	if it.Direction == dateline.RightToLeft {
		// Short lines in Arabic script that show nothing of another language.
		it.Language = "ar"
	}
}

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
