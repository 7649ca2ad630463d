package body

import "dateline"

// Kinds counts what was found: paragraphs of running text, and linked headlines
// among them, as lists of items have them. Those after the last paragraph are
// the related items under an article, and do not count beside text.
func (f Found) Kinds() (paragraphs, headlines int) {
	after := 0
	for _, p := range f.Pieces {
		switch {
		case running(p):
			paragraphs, headlines, after = paragraphs+1, headlines+after, 0
		case p.Links < 0.8:
		case p.Kind == dateline.Subhead && p.Size >= 15:
			after++
		case p.Kind == dateline.List && p.Size >= 25*len(p.Items):
			after += len(p.Items)
		}
	}
	if paragraphs == 0 {
		headlines = after
	}
	return paragraphs, headlines
}
