// Package headline chooses the headline of a page among the places where a page
// gives one, and cuts the name of the site off it.
package headline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Candidates are the headlines that a page gives.
type Candidates struct {
	H1     []string // in the order of the page
	Marked string   // shown elsewhere, and marked as the headline
	OG     string   // og:title
	Data   string   // headline of the structured data
	Title  string   // the title element
	Sites  []string // names of the site, the publisher, the source; its host
	Lines  []string // short ones where the text begins, where pages without an h1 set it
	Head   string   // the line among them that looks most like one
}

// Choose returns the best candidate: the h1 that the others confirm, since it
// is what readers see, else what the page says to machines.
func Choose(c Candidates) string {
	og, data, title := CutSite(c.OG, c.Sites), CutSite(c.Data, c.Sites), CutSite(c.Title, c.Sites)
	if whole := strings.TrimRight(data, ".… "); len(whole) > longest && strings.HasPrefix(og, whole) {
		data = og
	}
	best, bestScore := "", 0.0
	for i, h := range c.H1 {
		h = CutSite(h, c.Sites)
		if h == "" || isSite(h, c.Sites) || utf8.RuneCountInString(h) > 250 {
			continue
		}
		score := max(Likeness(h, c.Title), Likeness(h, og), Likeness(h, data))
		if last := Tail(c.Title); last != "" && key(last) == key(h) {
			score = max(Likeness(h, og), Likeness(h, data)) // of the site, by the title
		}
		// Of headings that are confirmed alike the first is the headline.
		if score > bestScore+0.01*float64(i) {
			best, bestScore = h, score
		}
	}
	// A single word among several headings is a section's name.
	subhead := words(best) == 1 && len(c.H1) > 1 && bestScore <= confirmed
	if bestScore >= confirmed && !subhead || bestScore >= hinted && len(c.H1) == 1 && words(best) >= sentence {
		return unlabelled(best, og, data, title)
	}
	if m := c.Marked; m != "" && !isSite(m, c.Sites) && max(Likeness(m, c.Title), Likeness(m, og), Likeness(m, data)) >= alike {
		return m
	}
	if data == "" && og == "" {
		if h := untitled(c, title); h != "" {
			return h
		}
		title = shown(title, c.Lines)
	}
	for _, s := range [...]string{data, og, title} {
		if s != "" && !isSite(s, c.Sites) {
			return s
		}
	}
	for _, h := range c.H1 {
		if h != "" && !isSite(h, c.Sites) {
			return h
		}
	}
	return ""
}

// cutDesk cuts the desk off that the agency of Saudi Arabia files each item under:
// «اقتصادي / ميناء مرسى يعود إلى العمل».
func cutDesk(h string) string {
	desk, rest, found := strings.Cut(h, " / ")
	switch desk {
	case "عام", "سياسي", "رياضي", "اقتصادي", "ثقافي", "اجتماعي", "محلي", "دولي", "عالمي", "إسلامي", "تقني", "صحي":
		if found && words(rest) >= 3 {
			return rest
		}
	}
	return h
}

// untitled is the headline of a page whose title is the site's on all of its pages, as
// systems of old and those of scripts have it: short, and with few words of the headline that
// the page shows.
func untitled(c Candidates, title string) string {
	shown := c.Head
	if len(c.H1) == 1 && words(c.H1[0]) >= sentence {
		shown = CutSite(c.H1[0], c.Sites)
	}
	// A name of a town or a topic may stand in both.
	unlike := Likeness(shown, title) == 0 || words(title) <= 3 && Likeness(shown, title) <= confirmed
	if words(title) <= longestSite && words(shown) >= 4 && words(shown) > words(title) && !isSite(shown, c.Sites) && unlike {
		return shown
	}
	return ""
}

// longestSite is how many words the title of a site has at most, its motto included.
const longestSite = 6

// shown is the part of a title that the page also shows as a line: the rest is the
// name of a site that is not known, "Marsa Courier - Harbour opens". It must be the
// greater part, since sites show their names, too.
func shown(title string, lines []string) string {
	for _, l := range lines {
		if words(l) < 2 || 2*len(l) < len(title) {
			continue
		}
		for _, b := range bars {
			if strings.HasSuffix(title, b+l) || strings.HasPrefix(title, l+b) {
				return l
			}
		}
	}
	return title
}

// unlabelled cuts a word for the kind of a text off the headline that readers
// see, "Blog: Harbour opens", where the page gives it without elsewhere.
func unlabelled(h string, others ...string) string {
	label, rest, found := strings.Cut(h, ": ")
	if !found || words(label) > 1 {
		return h
	}
	for _, o := range others {
		if key(rest) == key(o) {
			return strings.TrimSpace(rest)
		}
	}
	return h
}

// How much of an h1 the rest of the page must say for it to be the headline. One
// that stands alone and is long enough for a headline needs less: systems give
// searchers other words than readers. (Shorter ones are names of sections.)
const (
	confirmed = 0.5
	alike     = 0.75 // of what microdata marks, which other items' headlines are too
	hinted    = 0.35
	sentence  = 5
)

// longest is from where headlines of structured data are often cut: search
// engines ask for at most 110 characters.
const longest = 95

// CutSite cuts the site's name off the end or beginning of a title: "Harbour
// opens | Marsa Courier", "Marsa Courier - Harbour opens". A part that is not
// known to be the site's name is cut only after a bar, and when it is short.
func CutSite(title string, sites []string) string {
	for range 3 {
		rest, ok := cutEnd(title, sites)
		if !ok {
			rest, ok = cutBegin(title, sites)
		}
		if !ok {
			break
		}
		title = rest
	}
	return cutDesk(title)
}

// bars separate a title from its site and section. Colons and plain hyphens
// without spaces do not.
var bars = [...]string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « ", "| ", " |"}

// Tail is what stands behind the last bar of a title, which is often the site's
// name; "" when there is no bar.
func Tail(title string) string {
	rest, width := -1, 0
	for _, b := range bars {
		if i := strings.LastIndex(title, b); i > rest {
			rest, width = i, len(b)
		}
	}
	if rest < 0 || words(title[rest+width:]) > 4 {
		return ""
	}
	return strings.TrimSpace(title[rest+width:])
}

// cutEnd cuts what stands behind the last bar when it is a name of the site, or short and
// behind a sign that no sentence has. A dash is part of many headlines.
func cutEnd(title string, sites []string) (string, bool) {
	at, width := -1, 0
	for _, b := range bars {
		if i := strings.LastIndex(title, b); i > at {
			at, width = i, len(b)
		}
	}
	if at <= 0 {
		return title, false
	}
	rest, tail := strings.TrimSpace(title[:at]), strings.TrimSpace(title[at+width:])
	bar := strings.ContainsAny(title[at:at+width], "|:»«")
	short := bar && words(tail) <= 5 && words(rest) > words(tail)
	if tail == "" || short || isSite(tail, sites) {
		return rest, true
	}
	return title, false
}

// cutBegin cuts a name of the site alone: unlike at the end, an unknown short part is
// as often the matter of the headline, "Ports: harbour opens".
func cutBegin(title string, sites []string) (string, bool) {
	if before, after, ok := strings.Cut(title, ": "); ok && words(after) >= 2 && sameName(before, sites) {
		return strings.TrimSpace(after), true
	}
	for _, b := range bars {
		if before, after, ok := strings.Cut(title, b); ok && isSite(strings.TrimSpace(before), sites) && words(after) >= 2 {
			return strings.TrimSpace(after), true
		}
	}
	return title, false
}

// sameName reports that s is one of the names, letter by letter. What stands
// before a colon is more often the matter of a headline than a site.
func sameName(s string, sites []string) bool {
	for _, site := range sites {
		if k := key(site); k != "" && k == key(s) {
			return true
		}
	}
	return false
}

// isSite reports that s is a name of the site, however it is spelt: "BBC News",
// "bbc.com", "The Marsa Courier".
func isSite(s string, sites []string) bool {
	k := key(s)
	if k == "" {
		return true
	}
	for _, site := range sites {
		n := key(site)
		if n == "" {
			continue
		}
		if k == n || utf8.RuneCountInString(n) >= 4 && utf8.RuneCountInString(k) >= 4 && words(s) <= min(5, words(site)+3) && (strings.HasPrefix(k, n) || strings.HasPrefix(n, k) || strings.HasSuffix(n, k)) {
			return true
		}
	}
	return false
}

// key is the letters and digits of a name without "the" and the host's ending.
func key(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "www."), "the ")
	if i := strings.LastIndexByte(s, '.'); i > 2 && !strings.Contains(s, " ") && len(s)-i <= 5 {
		s = s[:i]
		for _, second := range [...]string{".co", ".com", ".org", ".net"} {
			s = strings.TrimSuffix(s, second)
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func words(s string) int { return len(strings.Fields(s)) }

// Likeness is how much of the shorter of two headlines stands in the other, by
// words: 1 when all of it does. Nothing is like an empty one.
func Likeness(a, b string) float64 {
	x, y := set(a), set(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	common := 0
	for w := range x {
		if y[w] {
			common++
		}
	}
	// A single word is half of a headline at most: sections are called by one.
	return float64(common) / float64(max(2, min(len(x), len(y))))
}

// set is the words of a headline in small letters; one that stands twice counts once.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		m[w] = true
	}
	return m
}
