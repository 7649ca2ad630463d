package body

import "dateline"

// kinds counts what stands where the article was found: paragraphs of running
// text, and linked headlines among them, as lists of items have them. Those
// after the last paragraph are the related items under an article, and do not
// count beside text; nor do lists of links, which articles have too. Links that
// stand alone count only where one leads: under a paragraph it is a teaser.
func (b *builder) kinds(best int) (paragraphs, headlines int) {
	from, after, items, bare := b.boxes[best].first, 0, 0, 0
	leads := false // a link stands before the first paragraph
	if b.h1 >= 0 && b.h1 < from {
		from = b.h1 + 1 // paragraphs above the box are part of it, see lede
	}
	for _, p := range b.pieces[from:b.boxes[best].last] {
		switch {
		case b.boxes[p.box].off:
		case running(p):
			if leads {
				after += bare
			}
			paragraphs, headlines, after, bare = paragraphs+1, headlines+after, 0, 0
		case p.Links < 0.8:
		case p.Kind == dateline.Subhead && p.Size >= 15:
			after++
		case p.Kind == dateline.List && p.Size >= 25*len(p.Items):
			items += len(p.Items)
		case p.Kind == dateline.Paragraph && p.Size >= 25 && p.Size <= 200 && !sentence(p.Text):
			bare++
			leads = leads || paragraphs == 0
		}
	}
	if paragraphs == 0 {
		headlines = after + items + bare
	}
	return paragraphs, headlines
}
