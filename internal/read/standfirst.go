package read

import (
	"strings"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/headline"
	"dateline/internal/read/opening"
)

// dropEcho removes a standfirst that is none: a description that repeats the
// headline, or the beginning of the text.
func dropEcho(it *dateline.Item) {
	if it.Standfirst == "" {
		return
	}
	if headline.Likeness(it.Standfirst, it.Headline) > 0.9 && len(it.Standfirst) < 2*len(it.Headline) {
		it.Standfirst = ""
		return
	}
	_, start := opening.Split(it.Standfirst)
	start = strings.TrimRight(clean.Line(start), ".… []")
	for _, b := range it.Body {
		if b.Kind == dateline.Paragraph {
			if strings.HasPrefix(clean.Line(b.Text), start) {
				it.Standfirst = ""
			}
			return
		}
	}
}
