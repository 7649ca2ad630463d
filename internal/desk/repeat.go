package desk

import (
	"cmp"
	"context"
	"strings"

	"dateline"
	"dateline/internal/lang"
)

// repeating is how many words in a row of a headline a notice must not have. Fewer are
// names, without which nobody could say what was killed.
const repeating = 5

// heading is how many words of its text stand for the headline of an item that has none.
const heading = 12

// unrepeated refuses the notice of a kill in which readers would find the headline again.
func unrepeated(ctx context.Context, tx dateline.Items, decision *dateline.Decision) error {
	if decision.Kind != dateline.Kill || decision.Notice == "" {
		return nil
	}
	versions, err := tx.Versions(ctx, decision.Item)
	for i := range versions {
		if repeats(decision.Notice, headlineOf(&versions[i])) {
			return dateline.Refuse(dateline.WhyRepeats, dateline.ErrInvalid, "the notice repeats the headline that is killed")
		}
	}
	return err
}

// headlineOf is what pages head an item with.
func headlineOf(item *dateline.Item) string {
	text := item.Standfirst
	for _, b := range item.Body {
		if text == "" && b.Kind != dateline.Subhead && b.Kind != dateline.Table {
			text = b.Plain()
		}
	}
	words := strings.Fields(text)
	return cmp.Or(item.Headline, strings.Join(words[:min(heading, len(words))], " "))
}

// repeats reports that a notice has so many words in a row of a headline, or all of a
// shorter one, in whatever spelling.
func repeats(notice, headline string) bool {
	words := strings.Fields(lang.Folded(headline))
	in := " " + lang.Folded(notice) + " "
	n := min(repeating, len(words))
	for i := 0; n > 0 && i+n <= len(words); i++ {
		if strings.Contains(in, " "+strings.Join(words[i:i+n], " ")+" ") {
			return true
		}
	}
	return false
}
