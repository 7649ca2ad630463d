package body

import (
	"strings"
	"unicode/utf8"

	"dateline"
)

// Trim takes away what is not the article: link lists and teasers everywhere,
// repeated headlines and meta lines before the first paragraph, boxes after the
// last. repeats are the lines shown elsewhere (headline, byline).
func Trim(pieces []Piece, repeats ...string) []dateline.Block {
	var kept []Piece
	for _, p := range pieces {
		if !teaser(p) {
			kept = append(kept, p)
		}
	}
	kept = trimStart(kept, repeats)
	kept = trimEnd(kept)
	blocks := make([]dateline.Block, len(kept))
	for i, p := range kept {
		blocks[i] = p.Block
	}
	return blocks
}

// teaser reports a piece that leads elsewhere.
func teaser(p Piece) bool {
	switch p.Kind {
	case dateline.List:
		return p.Links > 0.7 && p.Size < 120*len(p.Items)
	case dateline.Paragraph, dateline.Quotation:
		if p.Links > 0.5 && p.Size < 200 && leads(p.Text) {
			return true
		}
		return p.Size < 60 && label(p.Text)
	case dateline.Subhead:
		return p.Links > 0.9 && p.Size > 20 || label(p.Text)
	}
	return false
}

// leads reports the words by which a line leads to another item.
func leads(s string) bool {
	s = strings.ToLower(s)
	for _, w := range [...]string{"read more", "read also", "also read", "see also", "more:", "related", "watch", "read:", "click here", "don't miss",
		"اقرأ", "إقرأ", "شاهد", "للمزيد", "طالع", "المزيد", "تابع", "انظر", "ذات صلة"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// label reports a line that is furniture by its words alone.
func label(s string) bool {
	switch strings.Trim(strings.ToLower(s), " :.…-–—>»|") {
	case "advertisement", "advertising", "ad", "sponsored", "related", "related articles", "related stories", "related news", "read more",
		"share", "share this", "share this article", "tweet", "print", "email", "comments", "leave a comment", "most read", "you may also like",
		"recommended", "story continues below", "article continues below", "subscribe", "sign up", "continue reading", "read also", "see also", "more on this story", "table of contents",
		"إعلان", "اعلان", "إعلانات", "ذات صلة", "اقرأ أيضا", "اقرأ أيضاً", "إقرأ أيضا", "شارك", "شارك الخبر", "طباعة", "أخبار ذات صلة", "مواضيع ذات صلة", "مقالات ذات صلة", "الوسوم", "تعليقات", "المزيد":
		return true
	}
	return false
}

// trimStart drops what repeats the headline or byline, and lone short lines
// without the end of a sentence, before the first paragraph.
func trimStart(pieces []Piece, repeats []string) []Piece {
	for i := 0; i < len(pieces) && i < 6; {
		if !repeated(pieces[i].Plain(), repeats) {
			i++
			continue
		}
		pieces = append(pieces[:i:i], pieces[i+1:]...)
	}
	return pieces
}

func repeated(s string, repeats []string) bool {
	if utf8.RuneCountInString(s) > 300 {
		return false
	}
	for _, r := range repeats {
		if r != "" && strings.EqualFold(strings.TrimSpace(s), r) {
			return true
		}
	}
	return false
}

// trimEnd drops headings with nothing after them and lines of links.
func trimEnd(pieces []Piece) []Piece {
	for len(pieces) > 1 {
		last := pieces[len(pieces)-1]
		if last.Kind != dateline.Subhead && !(last.Links > 0.8 && last.Size < 150) {
			break
		}
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}
