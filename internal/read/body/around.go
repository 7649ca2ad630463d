package body

import (
	"strings"

	"dateline"
	"dateline/internal/read/tree"
)

// around are the traits that a piece has from what stands around it: the box
// that holds its box, boxes of the same name, and the pieces beside it. Lists of
// products and places are made of boxes that are alike, and are articles; so are
// lists of teasers, and are none: what the rules keep around a piece tells.
func (d *drawing) around() {
	n := len(d.pieces)
	names := map[uint32]int{}
	for i := range d.boxes {
		names[d.boxes[i].id]++
	}
	most := d.alike(names)
	mean := d.meanSize()
	for i := range d.pieces {
		p, o := &d.pieces[i], &d.out[i]
		x := &d.boxes[p.box]
		up := &d.boxes[max(0, x.parent)]
		o[tTag] = p.tag
		o[tBoxRules] = per(d.sums.of(d.sums.kept, x), d.sums.of(d.sums.all, x))
		o[tUpText] = scale(d.sums.of(d.sums.text, up))
		o[tUpLinks] = per(d.sums.of(d.sums.links, up), d.sums.of(d.sums.all, up))
		o[tUpRules] = per(d.sums.of(d.sums.kept, up), d.sums.of(d.sums.all, up))
		o[tUpPieces] = scale(up.last - up.first)
		o[tAlike], o[tAlikeUp] = scale(names[x.id]), scale(most[p.box])
		o[tPlace], o[tPlaceIn] = per(i, n), per(max(0, i-d.best.first), d.best.last-d.best.first)
		all := d.sums.near(d.sums.all, i)
		o[tNearText], o[tNearLinks], o[tNearRules] = scale(d.sums.near(d.sums.text, i)), per(d.sums.near(d.sums.links, i), all), per(d.sums.near(d.sums.kept, i), all)
		o[tMeanSize] = scale(mean)
		o[tSizeLike] = clip(int(scale(p.Size)) - int(scale(mean)) + 100)
	}
}

// alike is, for each box, the most boxes that bear the names of it or of one
// between it and the chosen one.
func (d *drawing) alike(names map[uint32]int) []int {
	most := make([]int, len(d.boxes))
	for i := range d.boxes {
		x := &d.boxes[i]
		if x.parent >= 0 {
			most[i] = most[x.parent]
		}
		if x != d.best && x.first >= d.best.first && x.last <= d.best.last {
			most[i] = max(most[i], names[x.id])
		}
	}
	return most
}

// meanSize is that of the running text in the chosen box.
func (d *drawing) meanSize() int {
	n, size := 0, 0
	for _, p := range d.pieces[d.best.first:d.best.last] {
		if running(p) {
			n, size = n+1, size+p.Size
		}
	}
	return size / max(1, n)
}

// topics are the traits of what the subheads speak of, and of signs in the text. A
// topic lasts until the next subhead that is near.
func (d *drawing) topics() {
	now, end, ask := anything, 50, 50
	for i := range d.pieces {
		p, o := &d.pieces[i], &d.out[i]
		if !d.far(i) {
			if p.Kind == dateline.Subhead {
				now = topicOf(p.Text)
				if now == asking {
					ask = 0
				}
				if now == ending {
					end = 0
				}
			}
			s := p.Plain()
			o[tBullet] = bullet(s)
			o[tQuotes] = clip(strings.Count(s, `"`) + strings.Count(s, "“") + strings.Count(s, "”"))
		}
		o[tTopic], o[tSinceEnd], o[tSinceAsk] = byte(now), clip(end), clip(ask)
		end, ask = min(50, end+1), min(50, ask+1)
	}
}

// bullet is 1 for the sign of an entry in a list, 2 for its number.
func bullet(s string) byte {
	switch {
	case s == "":
		return 0
	case s[0] == '-', s[0] == '*', strings.HasPrefix(s, "•"):
		return 1
	case s[0] >= '0' && s[0] <= '9':
		return 2
	}
	return 0
}

// A topic is what a subhead speaks of, as far as it tells whether what follows
// is still the article.
type topic byte

const (
	anything topic = iota
	asking         // questions and their answers
	outlet         // who writes or publishes this
	ending         // a conclusion
	sources        // references, notes, terms
)

// topicOf is the topic of a subhead, by English words: the last one that is known, but
// the outlet gives way to an ending and to sources ("About the sources").
func topicOf(s string) topic {
	out := anything
	for w := (tree.Words{Of: s}); w.Next(); {
		switch string(w.Word()) {
		case "faq", "faqs", "frequently", "questions", "asked":
			out = asking
		case "about", "contact", "author", "us", "team", "company":
			out = max(out, outlet)
		case "conclusion", "conclusions", "summary", "final", "bottom", "takeaways", "takeaway", "closing", "wrap":
			out = ending
		case "references", "sources", "notes", "disclaimer", "methodology", "bibliography", "resources", "reading":
			out = sources
		}
	}
	return out
}
