// Package kind tells the pages that are no article: fronts and lists, galleries,
// players, walls, errors. It gives the reason with each, so that a person can
// see why a page was left out.
//
// It looks for signs of another kind of page and never for a lack of signs of an
// article: a flash of one sentence is an article, and so is what stands above a
// paywall. What a page declares (NewsArticle, og:type article) weighs against
// lists, but not against walls and errors, which sites serve with an article's
// address and head.
package kind

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"dateline/internal/lang"
)

// A Kind is what a page is. The zero Kind is an article.
type Kind string

// The kinds of pages that are no article.
const (
	Article Kind = ""
	Front   Kind = "front"   // of a site or section: a list of other items
	Gallery Kind = "gallery" // pictures, with captions at most
	Video   Kind = "video"   // a player, with a line or two at most
	Paywall Kind = "paywall" // nothing of the text stands before it
	Consent Kind = "consent" // to cookies, before the page is shown
	Login   Kind = "login"
	Robot   Kind = "robot" // a test that its reader is a person
	Error   Kind = "error" // "not found" and the like, whatever the status
	Empty   Kind = "empty" // no text: scripts are to fetch it
)

// Evidence is what a page shows of its kind.
type Evidence struct {
	Address  string   // of the page, "" when unknown
	Title    string   // of the title element
	Headline string   // as it was read
	Types    []string // of the structured data
	OGType   string
	H1       string // the first heading of all that is shown
	Declared bool   // structured data or og:type call it an article

	Text      int // characters of the paragraphs that were read as its body, but for those of a wall
	Paragraph int // characters of the longest of them
	Lists     int // blocks of the body that are lists, tables, quotations
	Running   int // paragraphs of running text where the body was found
	Headings  int // linked headlines among them
	Articles  int // article elements on the whole page
	Leads     int // links on the whole page that read like headlines
	Pictures  int
	Players   int
	Password  bool

	Visible func() string // all visible text as one line; asked for only where the body is short
}

// Limits, found on 848 articles with known bodies (docs/reading.md). Characters.
const (
	shortText = 600 // walls and errors have less; a body as long is one
	fewWords  = 250 // what stands beside pictures or a player and is no report
	lead      = 100 // a first paragraph; what walls say besides is shorter
)

// Of tells the kind of a page, and why; the reason is "" for an article.
func Of(e Evidence) (Kind, string) {
	// Walls first: sites serve them with an article's address and head.
	for _, judge := range [...]func(Evidence) (Kind, string){wall, players, front, empty} {
		if k, why := judge(e); k != Article {
			return k, why
		}
	}
	return Article, ""
}

// wall finds pages that stand before an article or in its place.
func wall(e Evidence) (Kind, string) {
	if e.Text >= shortText {
		return Article, ""
	}
	head := heads(e.Title, e.Headline, e.H1)
	for _, w := range walls() {
		if s := w.inHead(head); s != "" && (!e.Declared || e.Text < fewWords) {
			return w.kind, fmt.Sprintf("its title says %q", s)
		}
	}
	if e.Text >= fewWords && e.Declared {
		return Article, "" // a short item, with a box about subscriptions beside it
	}
	all := lang.Folded(e.Visible())
	for _, w := range walls() {
		// Notes about cookies and subscriptions stand on articles too.
		if (w.kind == Consent || w.kind == Login) && flash(e) {
			continue
		}
		if s := w.inText(all); s != "" && (len(all) < w.most || e.Text == 0) && e.Paragraph < lead {
			return w.kind, fmt.Sprintf("it says %q and has no text", s)
		}
	}
	if e.Password && e.Paragraph < lead && !e.Declared {
		return Login, "it asks for a password and has no text"
	}
	return Article, ""
}

// flash reports an item of a line or two under a headline of its own, beside which
// banners for cookies and boxes to log in stand as beside any other.
func flash(e Evidence) bool {
	return e.Text > 0 && len(strings.Fields(e.H1)) >= 3 && Speaks(e.H1) == Article
}

// heads are titles, and the parts that bars divide them into, folded. Folding takes
// the bars away.
func heads(titles ...string) []string {
	var out []string
	for _, t := range titles {
		out = append(out, lang.Folded(t))
		if parts := strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune("|-–—·:", r) }); len(parts) > 1 {
			for _, p := range parts {
				out = append(out, lang.Folded(p))
			}
		}
	}
	return out
}

// players finds galleries and pages of one video: a report with pictures has
// text of its own.
func players(e Evidence) (Kind, string) {
	if e.Text >= fewWords {
		return Article, ""
	}
	gallery, video := has(e.Types, "ImageGallery", "MediaGallery"), has(e.Types, "VideoObject") || strings.HasPrefix(strings.ToLower(e.OGType), "video")
	switch seg := segments(e.Address); {
	case gallery:
		return Gallery, "its data calls it a gallery"
	case e.Pictures >= 4 && has(seg, "gallery", "galleries", "photos", "photo", "pictures", "slideshow", "album", "albums", "صور", "البوم"):
		return Gallery, fmt.Sprintf("%d pictures at the address of a gallery", e.Pictures)
	case e.Pictures >= 6 && e.Lists == 0 && picturesFirst(e.Headline):
		return Gallery, fmt.Sprintf("%d pictures under a headline that calls them so", e.Pictures)
	case video && e.Paragraph < 160 && (e.Players > 0 || !e.Declared):
		return Video, "its data calls it a video"
	case e.Players > 0 && e.Paragraph < 160 && has(seg, "video", "videos", "watch", "tv", "فيديو"):
		return Video, "a player at the address of a video"
	}
	return Article, ""
}

// picturesFirst reports a headline that announces pictures and nothing else.
func picturesFirst(headline string) bool {
	h := lang.Folded(headline)
	for _, w := range [...]string{"in pictures", "in photos", "gallery", "photo gallery", "photos of the", "pictures of the", "صور", "بالصور", "البوم صور", "معرض صور", "صور اليوم", "صور الاسبوع"} {
		if h == w || strings.HasPrefix(h, w+" ") || strings.HasSuffix(h, " "+w) {
			return true
		}
	}
	return false
}

// front finds lists of other items.
func front(e Evidence) (Kind, string) {
	listing := has(e.Types, "CollectionPage", "SearchResultsPage")
	root, list := addressed(e.Address)
	many := e.Leads >= 8 || e.Headings >= 4
	why := fmt.Sprintf("%d links like headlines, %d paragraphs of text", e.Leads, e.Running)
	switch {
	case root && many && (2*e.Headings >= e.Running || e.Text < 150*e.Leads) && !(e.Declared && e.Text > 2000):
		return Front, "the address is that of a front; " + why
	case e.Declared:
		return Article, ""
	case listing && many:
		return Front, "its data calls it a collection; " + why
	case list && (many || e.Headings > 1) && 2*e.Headings >= e.Running:
		return Front, "the address is that of a list; " + why
	case list && many && e.Text < shortText && has(segments(e.Address)[:1], "author", "authors", "كاتب", "tag", "tags", "وسم"):
		return Front, "the address is that of somebody's items, or of a tag; " + why // who they are, or what it is, stands above
	// Each paragraph has a linked headline above it and is no longer than a
	// teaser. Of 848 articles one in ten has linked headlines among its
	// paragraphs, and one of those that declare nothing as many of them: there
	// the paragraphs are of 500 characters.
	case e.Headings >= 4 && 10*e.Headings >= 9*e.Running && e.Text < 300*max(e.Headings, e.Leads/2) && e.Lists == 0:
		return Front, why
	case e.Articles >= 5 && e.Headings >= 5: // whole items, one after the other
		return Front, why
	case e.Leads >= 25 && e.Text < 20*e.Leads && e.Paragraph < 3*lead && e.Lists == 0:
		return Front, why
	}
	return Article, ""
}

// addressed reports the address of a whole site or edition, and that of a
// section, tag or author.
func addressed(address string) (root, list bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false, false
	}
	seg := segments(address)
	if len(seg) > 0 && has(seg[len(seg)-1:], "index", "default", "home") {
		seg = seg[:len(seg)-1]
	}
	if len(seg) > 0 && len(seg[0]) == 2 && lang.Canonical(seg[0]) != "" {
		seg = seg[1:] // an edition in a language
	}
	if len(seg) == 0 {
		return u.RawQuery == "", false
	}
	if paged := len(seg) > 1 && seg[len(seg)-2] == "page"; paged || len(seg) > 2 {
		return false, paged // /category/local/harbour-opens may be an article
	}
	switch seg[0] {
	case "category", "categories", "tag", "tags", "author", "authors", "section", "sections", "search", "archive", "archives", "page", "latest",
		"تصنيف", "قسم", "وسم", "وسوم", "كاتب", "بحث", "ارشيف":
		return false, true
	}
	return false, false
}

// segments are the parts of an address's path, folded, without endings.
func segments(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	var out []string
	for s := range strings.SplitSeq(u.Path, "/") {
		if i := strings.LastIndexByte(s, '.'); i > 0 && len(s)-i <= 6 {
			s = s[:i]
		}
		if s = lang.Folded(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// empty finds pages without any text, which scripts fill for those who run them.
// A headline that is shown may be a flash, and is one.
func empty(e Evidence) (Kind, string) {
	if e.Text > 0 || e.Lists > 0 || e.Declared || e.H1 != "" || e.Pictures > 0 {
		return Article, ""
	}
	if n := utf8.RuneCountInString(e.Visible()); n < 200 {
		return Empty, fmt.Sprintf("%d characters of text in all", n)
	}
	return Article, ""
}

func has(list []string, any ...string) bool {
	for _, l := range list {
		for _, a := range any {
			if l == a {
				return true
			}
		}
	}
	return false
}
