package read

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/net/html"

	"dateline"
	"dateline/internal/read/kind"
	"dateline/internal/read/tree"
)

// NoArticle is the error of a page that was read and is no article. The item
// beside it holds what there is. It wraps [dateline.ErrInvalid], or
// [dateline.ErrUnavailable] where the article may be had another time.
type NoArticle struct {
	Kind     kind.Kind
	Evidence string // why, in words
}

// Error says what the page is, and why.
func (n *NoArticle) Error() string {
	return fmt.Sprintf("the page is no article but %s: %s", name(n.Kind), n.Evidence)
}

// Unwrap gives the kind of error.
func (n *NoArticle) Unwrap() error {
	if n.Kind == kind.Robot {
		return dateline.ErrUnavailable
	}
	return dateline.ErrInvalid
}

// name is what people call a kind of page.
func name(k kind.Kind) string {
	switch k {
	case kind.Front:
		return "a front or a list of items"
	case kind.Gallery:
		return "a gallery"
	case kind.Video:
		return "a video"
	case kind.Consent:
		return "a question for consent"
	case kind.Login:
		return "a login page"
	case kind.Robot:
		return "a test for robots"
	case kind.Error:
		return "an error"
	case kind.Empty:
		return "empty"
	}
	return "a " + string(k)
}

// state says whether the page is an article, when all of it is read.
func (r *reader) state(it *dateline.Item, doc *html.Node) error {
	p := r.page
	e := kind.Evidence{
		Running: r.found.Paragraphs, Headings: r.found.Headlines,
		Address: r.address, Title: p.Title, Headline: it.Headline, Types: p.Data.Types, OGType: p.Meta("og:type"), H1: first(p.H1),
		Articles: p.Counts.Articles, Leads: p.Counts.Leads, Pictures: p.Counts.Pictures, Players: p.Counts.Players, Password: p.Counts.Password,
		Visible: func() string { return tree.Text(doc) },
	}
	e.Declared = p.Data.Article || e.OGType == "article"
	for _, b := range it.Body {
		switch b.Kind {
		case dateline.Paragraph:
			// What a wall says to its reader is no text; in a long body it is reported.
			if len(it.Body) < 8 && kind.Speaks(b.Text) != kind.Article {
				continue
			}
			n := utf8.RuneCountInString(b.Text)
			e.Text, e.Paragraph = e.Text+n, max(e.Paragraph, n)
		case dateline.Subhead:
		default:
			e.Lists++
		}
	}
	k, why := kind.Of(e)
	it.Rights.Paywalled = it.Rights.Paywalled || k == kind.Paywall
	if k != kind.Article {
		return &NoArticle{Kind: k, Evidence: why}
	}
	return nil
}

// wall cuts the lines of a paywall off the end of a body: what stands before
// them is the beginning of an article that is not free.
func (r *reader) wall(it *dateline.Item) {
	pieces := r.found.Pieces
	for _, p := range pieces[max(0, len(pieces)-6):] {
		// Under a whole article the same words only invite.
		if p.Size < 250 && size(it.Body) < 4000 && kind.Speaks(p.Text) == kind.Paywall {
			it.Rights.Paywalled = true
		}
	}
	for n := len(it.Body); n > 1 && it.Rights.Paywalled && kind.Speaks(it.Body[n-1].Text) == kind.Paywall; n-- {
		it.Body = it.Body[:n-1]
	}
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}
