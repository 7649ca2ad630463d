package web

import (
	"html/template"
	"strings"
	"time"

	"dateline"
	"dateline/internal/annotate"
	"dateline/internal/annotate/timex"
	"dateline/internal/wire"
)

// mostDays is how many of them are told: the first ones are those of the news.
const mostDays = 3

// days says which days a late item means by "on Thursday": whoever wrote that meant the
// week of the earliest known item. Only what is shown of the item is read, so that
// nothing is told of a text which may not go out.
func (e *edition) days(first, v *wire.View) template.HTML {
	text := shown(v)
	meant, here := daysIn(text, v.Language, first), daysIn(text, v.Language, v)
	var told []string
	said := map[string]bool{}
	for i := range min(len(meant), len(here)) {
		t := meant[i]
		day, err := time.Parse(time.DateOnly, t.Value)
		words := text[t.Start:t.End]
		// A date that is written out is the same whenever it is read.
		if err != nil || t.Type != timex.Date || t.Value == here[i].Value || said[words] || len(told) == mostDays {
			continue
		}
		said[words] = true
		// At noon, so that it is that day in the zone of the edition, too.
		told = append(told, string(isolated(e.words.Match.Meant, words, e.Date(day.Add(12*time.Hour)))))
	}
	return template.HTML(strings.Join(told, e.words.List.Comma+" ")) //nolint:gosec // made of what isolated escaped
}

// daysIn are the times in a text if it was written on the day of an item.
func daysIn(text, language string, of *wire.View) []timex.Time {
	at := of.Published.Time
	if at.IsZero() {
		at = of.When
	}
	return annotate.Said(annotate.Input{Text: text, Language: language, Published: at.Format(time.DateOnly)}).Times
}

// shown is the text of an item that its page has.
func shown(v *wire.View) string {
	if len(v.Body) == 0 {
		return v.Excerpt
	}
	it := dateline.Item{Body: v.Body}
	return it.Text()
}
