package read

import (
	"dateline"
	"dateline/internal/lang"
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
		// A wrong language of its direction shows the item better than none.
		if it.Language, _ = lang.Guess(text); lang.DirectionOf(it.Language) != dateline.RightToLeft {
			it.Language = "ar"
		}
	}
}
