package read

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/body"
	"dateline/internal/read/clean"
	"dateline/internal/read/headline"
	"dateline/internal/read/page"
	"dateline/internal/read/tree"
)

// Page reads a web page: one parse, one walk for what the page says about
// itself, one for its body. A page that is no article gives what there is of an
// item and a [*NoArticle] error.
func Page(c dateline.Copy, h Hint) (dateline.Item, error) {
	text, err := decode(c)
	if err != nil {
		return dateline.Item{}, err
	}
	doc, err := tree.Parse(text)
	if err != nil {
		return dateline.Item{}, err
	}
	p := page.Of(doc)
	r := reader{copy: c, hint: h, page: p, address: address(c.URL, p)}
	r.found = body.Find(doc)
	// An embargo is looked for in all lines. Those that are one are kept from the rest,
	// which would read its time as that of publication.
	before := slices.Concat(r.found.Above, r.found.Lines)
	r.found.Above, r.found.Lines = unforbidden(r.found.Above), unforbidden(r.found.Lines)
	it := r.head()
	it.Body = r.found.Article(body.Told{Headlines: []string{it.Headline, p.Title}, Names: it.Byline, Description: it.Standfirst})
	if len(it.Body) == 0 && !it.Rights.Paywalled {
		it.Body = r.forMachines()
	}
	r.lead(&it)
	// The text must be there for its language, and the language for times and openings.
	speak(&it, p.Data.Language, p.Language, c.Language)
	r.date(&it, before)
	outlets := append(r.outlets(), headline.Tail(p.Title))
	open(&it, outlets...)
	r.showStandfirst(&it, outlets)
	r.filed(&it)
	r.sourced(&it)
	announce(&it, p.Data.Section)
	r.wall(&it)
	identify(&it, c, h)
	err = empty(it)
	if err == nil {
		err = r.state(&it, doc)
	}
	return it, err
}

// A reader holds what the fields of a page are read from.
type reader struct {
	copy    dateline.Copy
	hint    Hint
	page    *page.Page
	address string // of the page; addresses on it are relative to base
	found   body.Found

	headlineAt int      // where its h1 stands: characters of text before it
	sites      []string // see outlets
}

// head reads what the page says about itself, but for times, which need the
// language of the text.
func (r *reader) head() dateline.Item {
	p := r.page
	it := dateline.Item{
		URL:        r.address,
		Headline:   r.headline(),
		Standfirst: clean.Markup(p.Meta("og:description", "description", "twitter:description")),
		Section:    clean.Markup(cmp.Or(p.Data.Section, p.Meta("article:section", "section"))),
		Keywords:   r.keywords(),
		Genre:      genreOf(append([]string{p.Data.Type, p.Data.Section, p.Meta("article:section")}, folders(r.address)...)...),
		Picture:    r.picture(),
		Rights:     r.rights(),
	}
	it.SourceKind = r.sourceKind(it.Genre)
	r.headlineAt = headlineAt(p, it.Headline)
	author := r.author(it.Headline)
	it.Byline, it.CreditLine = author.Names(), author.Outlet
	for _, t := range p.Translations {
		if u := r.resolve(t.URL); u != "" && lang.Canonical(t.Language) != "" && u != r.address {
			it.Translations = append(it.Translations, dateline.Translation{Language: t.Language, URL: u})
		}
	}
	return it
}

// forMachines is the text that a page tells machines. Pages that a script fills show no
// other before it has run. Where there is text on the page it is better: this one
// is often cut, and has neither subheads nor lists.
func (r *reader) forMachines() []dateline.Block {
	text := r.page.Data.Body
	if strings.Contains(text, "</p>") {
		text = strings.ReplaceAll(text, "</p>", "</p>\n\n")
	}
	var out []dateline.Block
	for _, b := range plainBlocks(text) {
		if b.Text = clean.Markup(b.Text); b.Text != "" {
			out = append(out, b)
		}
	}
	return out
}

func (r *reader) headline() string {
	p := r.page
	return headline.Choose(headline.Candidates{
		Lines: r.found.Lines, Head: r.found.Head, H1: p.H1, Marked: p.Headline, OG: clean.Markup(cmp.Or(p.Meta("og:title"), p.Meta("twitter:title", "title"))), Data: p.Data.Headline, Title: p.Title, Sites: r.outlets(),
	})
}

// outlets are the names of the site, which are neither headline nor byline.
func (r *reader) outlets() []string {
	if r.sites == nil { // each line is read with them
		r.sites = r.names()
	}
	return r.sites
}

func (r *reader) names() []string {
	p := r.page
	names := []string{r.hint.Name, p.Meta("og:site_name"), p.Data.Publisher, p.Meta("application-name"), p.Meta("publisher")}
	if u, err := url.Parse(r.address); err == nil && u.Host != "" {
		host := strings.TrimPrefix(u.Hostname(), "www.")
		names = append(names, host)
		if labels := strings.Split(host, "."); len(labels) > 2 && len(labels[len(labels)-2]) > 3 {
			names = append(names, labels[len(labels)-2])
		}
	}
	for _, n := range names[:len(names):len(names)] {
		if short := calledShort(n); short != "" {
			names = append(names, short)
		}
	}
	// Some systems give the item's own title as the name of the site.
	names = slices.DeleteFunc(names, func(n string) bool { return n != "" && n == p.Title || len(strings.Fields(n)) > longestName })
	return slices.Clip(names) // some callers append to it
}

// calledShort is what an outlet with an Arabic name calls itself in its texts: «صحيفة صدى
// الخليج» is «صدى الخليج» there, and "الساحل الآن - Sahel Now" is its first half; "" for others.
func calledShort(name string) string {
	if !lang.IsArabic(name) {
		return ""
	}
	short, more, _ := strings.Cut(strings.ReplaceAll(name, " | ", " - "), " - ")
	if !strings.Contains(short, " ") && !strings.HasPrefix(short, "ال") && lang.IsArabic(more) {
		return "" // «أخبار - رياضة» is called by neither word
	}
	kind, rest, _ := strings.Cut(short, " ")
	switch lang.Fold(kind) {
	case "صحيفه", "جريده", "موقع", "شبكه", "قناه", "بوابه", "مجله", "وكاله":
		if strings.Contains(rest, " ") || strings.HasPrefix(rest, "ال") { // another word alone says more than a name: «صحيفة يومية»
			short = rest
		}
	case "خبرگزاري", "روزنامه":
		short = rest
	}
	if short = strings.TrimSpace(short); short == name || len(short) < len("صدى") {
		return ""
	}
	return short
}

// longestName is how many words a site's name has at most.
const longestName = 8

// keywords are those of the structured data, else the tags that Open Graph lists one by
// one, else those of the meta element of old, which are one string.
func (r *reader) keywords() []string {
	if k := r.page.Data.Keywords; len(k) > 0 {
		return k
	}
	if tags := r.page.Metas("article:tag"); len(tags) > 0 {
		return tags[:min(40, len(tags))]
	}
	return splitKeywords(r.page.Meta("news_keywords", "keywords"))
}

func splitKeywords(s string) []string {
	var out []string
	for k := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == '،' || r == ';' }) {
		if k = strings.TrimSpace(k); k != "" && len(out) < 40 {
			out = append(out, k)
		}
	}
	return out
}

// picture is the first picture with a caption, or the one for link previews.
func (r *reader) picture() *dateline.Picture {
	p := r.page.Picture
	if lead := r.resolve(cmp.Or(r.page.Meta("og:image", "og:image:url", "twitter:image"), r.page.Data.Picture)); lead != "" {
		// The same file at another address may be a smaller copy of it.
		if p.URL == "" || sameFile(lead, p.URL) {
			p.URL = lead
		}
	}
	if p.URL = r.resolve(p.URL); p.URL == "" {
		return nil
	}
	if d := r.page.Data; p.Caption == "" && sameFile(r.resolve(d.Picture), p.URL) {
		p.Caption, p.Credit = d.Caption, cmp.Or(d.Credit, p.Credit)
	}
	p.Caption, p.Credit = clean.Line(p.Caption), clean.Line(p.Credit)
	return &p
}

// sameFile reports that two addresses end in the same file name.
func sameFile(a, b string) bool {
	name := func(s string) string {
		s, _, _ = strings.Cut(s, "?")
		return s[strings.LastIndexByte(s, '/')+1:]
	}
	return name(a) == name(b)
}

// rights are what the page allows. Content tiers are Facebook's (free, metered, locked),
// tdm-reservation is of the TDM Reservation Protocol, noai and noml are words for robots.
func (r *reader) rights() dateline.Rights {
	p := r.page
	// All of them: plug-ins add an element of their own beside the system's.
	robots, tier := strings.ToLower(strings.Join(append(p.Metas("robots"), p.Metas("googlebot")...), ",")), strings.ToLower(p.Meta("article:content_tier"))
	return dateline.Rights{
		UsageTerms: clean.Line(cmp.Or(p.Data.Terms, p.Meta("usage-terms", "dc.rights", "dcterms.rights", "rights"))),
		Holder:     clean.Markup(cmp.Or(p.Data.Holder, p.Meta("copyright", "dcterms.rightsholder"))),
		Paywalled:  p.Data.Paywalled || tier == "locked" || tier == "metered" || strings.EqualFold(p.Meta("isaccessibleforfree"), "false"),
		NoMining:   p.Meta("tdm-reservation") == "1" || strings.Contains(robots, "noai") || strings.Contains(robots, "noml"),
	}
}

// address is the first address that the page gives for itself and that is one on
// the same host: a page must not take the name of another's item. Some pages
// write their title for the canonical one and a whole address for Open Graph.
func address(fetched string, p *page.Page) string {
	base, err := url.Parse(fetched)
	if err != nil {
		base = &url.URL{}
	}
	for _, canonical := range [...]string{p.Canonical, p.Meta("og:url"), p.Data.URL} {
		u, err := base.Parse(canonical)
		switch {
		case err != nil || canonical == "" || u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		case base.Host != "" && site(base.Hostname()) != site(u.Hostname()):
		// A site's front is no item's address: templates write it there by mistake.
		case base.Host != "" && (u.Path == "" || u.Path == "/") && len(base.Path) > 1:
		default:
			u.Fragment = ""
			return u.String()
		}
	}
	return fetched
}

// site is a host without what one site's hosts differ in.
func site(host string) string {
	for _, p := range [...]string{"www.", "m.", "amp.", "mobile."} {
		host = strings.TrimPrefix(host, p)
	}
	return host
}

// resolve makes an address on the page absolute; "" when it is none for the web.
func (r *reader) resolve(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 2000 {
		return ""
	}
	base, err := url.Parse(r.address)
	if err != nil {
		base = &url.URL{}
	}
	if b, err := base.Parse(r.page.Base); err == nil && r.page.Base != "" {
		base = b
	}
	u, err := base.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
