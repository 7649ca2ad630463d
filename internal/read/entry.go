package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"dateline"
	"dateline/internal/read/body"
	"dateline/internal/read/byline"
	"dateline/internal/read/clean"
	"dateline/internal/read/headline"
	"dateline/internal/read/page"
	"dateline/internal/read/tree"
	"dateline/internal/read/when"
)

// A FeedEntry is one entry of a feed, as the feed has it: nothing is parsed or
// cleaned yet.
type FeedEntry struct {
	GUID       string
	URL        string
	Title      string // may hold HTML
	Summary    string // HTML
	Content    string // HTML
	Published  string
	Updated    string
	Authors    []string
	Categories []string
	Language   string // of the entry, else of the feed
	Rights     string
	Picture    *dateline.Picture
	Origin     string // the outlet that it was taken over from, where the feed names one
}

// Entry reads an entry of a feed. Of c only source, receipt, zone and language
// count; its bytes are the whole feed.
func Entry(e FeedEntry, c dateline.Copy, h Hint) dateline.Item {
	outlets := []string{h.Name}
	it := dateline.Item{
		URL:      strings.TrimSpace(e.URL),
		Headline: headline.CutSite(clean.Markup(e.Title), []string{h.Name, e.Origin}),
		Byline:   byline.Clean(slices.DeleteFunc(slices.Clone(e.Authors), isLogin), outlets...),
		Genre:    genreOf(e.Categories...),
		Rights:   dateline.Rights{UsageTerms: clean.Markup(e.Rights)},
	}
	for _, k := range e.Categories {
		if k = clean.Markup(k); k != "" && len(it.Keywords) < 40 {
			it.Keywords = append(it.Keywords, k)
		}
	}
	if e.Picture != nil && e.Picture.URL != "" {
		it.Picture = new(page.Credited(*e.Picture))
	}
	fill(&it, e)
	if len(it.Body) == 1 && echoes(it.Body[0].Plain(), it.Headline, e.Origin) {
		it.Body = nil
	}
	speak(&it, e.Language, c.Language)
	ctx := when.Context{Received: c.Received, Zone: c.Zone, Language: it.Language, MonthDay: monthDay(it.URL, it.Language)}
	it.Published = when.Choose([]when.Claim{{Raw: e.Published, From: dateline.FromFeed}}, ctx)
	it.Updated = when.Choose([]when.Claim{{Raw: e.Updated, From: dateline.FromFeed}}, ctx)
	if it.Published.IsZero() && !it.Updated.IsZero() { // all that Atom asks for: it was out by then
		it.Published = it.Updated
		it.Published.Confidence = dateline.Doubtful
	}
	embargo(&it, ctx)
	open(&it, outlets...)
	announce(&it, it.Keywords...)
	// It is the feed's address, and would become that of all entries without one.
	c.URL = ""
	if h.GUID == "" {
		h.GUID = strings.TrimSpace(e.GUID)
	}
	identify(&it, c, h)
	return it
}

// isLogin reports the name that somebody signs in with, which WordPress gives where none is
// set to be shown: "annlee", "a.lee7".
func isLogin(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789._-") == ""
}

// echoes reports a text that is the headline with the outlet's name behind it, as lists of
// other outlets' items have it in place of a summary.
func echoes(text, headline, origin string) bool {
	rest, ok := strings.CutPrefix(text, headline)
	return ok && headline != "" && origin != "" && strings.EqualFold(strings.Trim(rest, " -–—|."), origin)
}

// fill gives the item its body: the content, else the summary. A summary that
// goes with a content is the standfirst.
func fill(it *dateline.Item, e FeedEntry) {
	content, summary := fragment(e.Content, it.Headline), fragment(e.Summary, it.Headline)
	if size(content) >= size(summary) {
		if s := clean.Line((&dateline.Item{Body: summary}).Text()); s != "" && size(summary) < 600 && size(content) > size(summary) {
			it.Standfirst = uninvited(s)
		}
		it.Body, it.Summary = content, cutOff(content)
	} else {
		// Some feeds have the whole text under the name of a summary.
		it.Body, it.Summary = summary, size(summary) < 1000 || cutOff(summary)
	}
	if last := len(it.Body) - 1; last >= 0 && it.Body[last].Kind == dateline.Paragraph {
		it.Body[last].Text = uninvited(it.Body[last].Text)
	}
}

// invitations are the words by which a text that was cut off leads to the rest.
var invitations = [...]string{"(more)", "read more", "read the full story", "read the full article", "continue reading", "keep reading", "اقرأ المزيد", "إقرأ المزيد", "تابع القراءة", "المزيد"}

// invited is a text without the invitation at its end, and whether there is one.
func invited(s string) (rest string, ok bool) {
	whole := s
	s = strings.TrimRight(s, " »›→>.…")
	for _, words := range invitations {
		if at := len(s) - len(words); at >= 0 && strings.EqualFold(s[at:], words) {
			return strings.TrimRight(s[:at], " (|-–—→»>"), true
		}
	}
	return strings.TrimRight(whole, " »›→>"), false
}

// uninvited takes the invitation off a text. It must stand behind a sentence or
// dots: people do ask for more.
func uninvited(s string) string {
	rest, ok := invited(s)
	if last, _ := utf8.DecodeLastRuneInString(rest); ok && strings.ContainsRune(".…!?؟]”\"»", last) {
		return rest
	}
	return s
}

// cutOff reports a text that ends in dots or "read more": the rest is elsewhere.
func cutOff(blocks []dateline.Block) bool {
	if len(blocks) == 0 {
		return false
	}
	s, ok := invited(blocks[len(blocks)-1].Plain())
	for _, end := range [...]string{"…", "...", "[…]", "[...]"} {
		ok = ok || strings.HasSuffix(s, end)
	}
	return ok
}

// fragment reads the HTML, or plain text, of an entry.
func fragment(s, title string) []dateline.Block {
	if len(s) > maxBody {
		s = s[:maxBody]
	}
	if !strings.Contains(s, "<") {
		s = html.UnescapeString(s)
		// Some feeds escape their HTML twice.
		if !strings.Contains(s, "</p>") && !strings.Contains(s, "<br") && !strings.Contains(s, "</a>") && !strings.Contains(s, "</div>") {
			return plainBlocks(s)
		}
	}
	doc, err := tree.Parse([]byte(s))
	if err != nil {
		return nil
	}
	return body.Whole(doc, body.Told{Headlines: []string{title}})
}

// size is in bytes, so that an Arabic letter counts two.
func size(blocks []dateline.Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Plain())
	}
	return n
}
