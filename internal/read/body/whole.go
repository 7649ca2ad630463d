package body

import (
	"slices"

	"golang.org/x/net/html"

	"dateline"
	"dateline/internal/read/byline"
	"dateline/internal/read/opening"
)

// Whole gives all under n as blocks, for copy that is an item and nothing else, such
// as the content of a feed's entry. The rules of Trim tell an article's text from
// what pages set around it; of a post of one line, a table or a list of links they
// would leave nothing, so that only what repeats the headline or is furniture by
// its words goes from these, and if that is all, nothing does.
func Whole(n *html.Node, told Told) []dateline.Block {
	pieces := All(n)
	if slices.ContainsFunc(pieces, running) {
		// Who wrote stands nowhere but on the first line of many entries: it is for
		// the reader of openings, and would go as a line about the item.
		n := 0
		for n < min(2, len(pieces)) && signed(pieces[n]) {
			n++
		}
		return append(blocks(pieces[:n]), Trim(pieces[n:], told)...)
	}
	var kept, fresh []Piece
	for _, p := range pieces {
		if told.repeats(p.Plain()) {
			continue
		}
		if fresh = append(fresh, p); !teaser(p) && !underneath(p, "") {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		kept = fresh
	}
	return blocks(kept)
}

// signed reports a line that says who wrote, or where and by whom it was filed.
func signed(p Piece) bool {
	if p.Kind != dateline.Paragraph || p.Size >= 100 {
		return false
	}
	_, ok := byline.InLine(p.Text)
	o, rest := opening.Split(p.Text)
	return ok || rest == "" && o.Dateline.Place != "" && o.Credit != ""
}
