package intake

import (
	"errors"
	"net/url"
	"strings"

	"dateline"
	"dateline/internal/intake/fetch"
	"dateline/internal/lang"
	"dateline/internal/read"
	"dateline/internal/read/kind"
)

const (
	// headlineTold and textTold are the shares of an item's words that stand in a page
	// from which it may be that item's: of two reports of one desk that have nothing to
	// do with each other, less does.
	headlineTold = 0.5
	textTold     = 0.3
	// fewTold is how many words are too few to tell anything.
	fewTold = 5
)

// place is the address of a page and that of its site.
type place struct{ url, site string }

// ledAway is the error of a page to which another address was redirected
// and tells other news than the item: sites send the readers of what they took down
// to their front page, or to the latest story, with every sign of success. A page
// that changes where it stands is not asked: it may bring other news every day.
func (p place) ledAway(r *fetch.Response, it, page *dateline.Item) error {
	if r.Redirects == 0 || dateline.SameAddress(p.url, r.URL) || !atFront(r.URL, p.site) && tells(page, it) {
		return nil
	}
	what := kind.Error
	if IDFor(p.url) != IDFor(r.URL) {
		// Another host asks for consent or money as well, in words that nobody knows for
		// that: the page cannot be read, and whether it is there is not known.
		what = kind.Front
	}
	return &read.NoArticle{Kind: what, Evidence: "its address leads to other news, at " + r.URL}
}

// atFront reports whether an address is that of a whole site. Its front page has fifty
// headlines, and words of any item in them.
func atFront(address, site string) bool {
	if site != "" && dateline.SameAddress(address, site) {
		return true
	}
	u, err := url.Parse(address)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// isFront reports whether a page is one of a site or section.
func isFront(err error) bool {
	var none *read.NoArticle
	return errors.As(err, &none) && none.Kind == kind.Front
}

// tells reports whether a page has so many words of an item's headline or text,
// whatever their endings, that it may tell the same news. Of two languages nobody
// can say: feeds give headlines in one and link to texts in the other.
func tells(page, it *dateline.Item) bool {
	if lang.Base(page.Language) != lang.Base(it.Language) {
		return true
	}
	there := contentOf(page.Headline+"\n"+page.Standfirst+"\n"+page.Text(), page.Language)
	share := func(text string) (float64, int) {
		words, n := contentOf(text, it.Language), 0
		for w := range words {
			if there[w] {
				n++
			}
		}
		return float64(n) / float64(max(1, len(words))), len(words)
	}
	head, known := share(it.Headline)
	text, words := share(it.Text())
	return head >= headlineTold || text >= textTold || known+words < fewTold
}

// contentOf are the stems of a text, but for function words.
func contentOf(text, language string) map[string]bool {
	out := map[string]bool{}
	_, words := lang.Words(text)
	for _, w := range words {
		if !lang.IsFunction(w.Form) {
			out[lang.Stem(w.Form, language)] = true
		}
	}
	return out
}
