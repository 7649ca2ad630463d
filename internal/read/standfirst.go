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
	// The length first: comparing words costs more, and most standfirsts are longer.
	if len(it.Standfirst) < 2*len(it.Headline) && headline.Likeness(it.Standfirst, it.Headline) > 0.9 {
		it.Standfirst = ""
		return
	}
	whole := strings.TrimRight(it.Standfirst, ".… []")
	for _, b := range it.Body {
		if b.Kind == dateline.Paragraph {
			if !strings.Contains(b.Text, whole[max(0, len(whole)-20):]) {
				return // whatever opening is cut off it, its end is not there
			}
			_, start := opening.Split(it.Standfirst)
			start = strings.TrimRight(clean.Line(start), ".… []")
			if strings.HasPrefix(clean.Line(b.Text), start) {
				it.Standfirst = ""
			}
			return
		}
	}
}

// lead gives a text its first paragraph back where the page's description is the
// beginning of it, cut off: nobody writes a standfirst that ends in the middle.
func (r *reader) lead(it *dateline.Item) {
	start := strings.TrimRight(it.Standfirst, ".… []")
	if len(start) == len(it.Standfirst) || strings.HasSuffix(it.Standfirst, ".") && !strings.HasSuffix(it.Standfirst, "..") || len(start) < 60 {
		return
	}
	for _, b := range it.Body {
		if strings.Contains(b.Text, start) {
			return
		}
	}
	for _, p := range r.found.Pieces {
		if p.Kind == dateline.Paragraph && p.Links < 0.3 && len(p.Text) > len(it.Standfirst) && strings.HasPrefix(p.Text, start) {
			it.Body = append([]dateline.Block{p.Block}, it.Body...)
			return
		}
	}
}
