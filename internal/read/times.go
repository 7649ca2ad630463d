package read

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/page"
	"dateline/internal/read/when"
)

// date reads published and updated, and until when the item is not to be: around
// are the lines that stand before the text.
func (r *reader) date(it *dateline.Item, around []string) {
	c := when.Context{Received: r.copy.Received, Zone: r.copy.Zone, Language: it.Language, MonthDay: monthDay(r.address, it.Language)}
	p := places{told: r.told(), near: r.under(), before: r.over(), far: r.elsewhere(), address: inAddress(r.address)}
	article := r.isArticle(it)
	if !article {
		p.far = times{published: p.far.labelled}
	}
	if len(p.told.published) == 0 && len(p.near.changed) > 0 && when.Count(p.near.published) > 2 {
		p.near.published = nil // those of other items: the item's own is labelled
	}
	if len(p.near.published) == 0 && len(p.near.changed) > 0 {
		p.far.published = p.far.labelled // the one day behind is another item's: this one shows its own
	}
	var all times
	r.elements(&all, func(page.Time) bool { return true })
	c.Days = when.Days(slices.Concat(p.told.published, p.told.changed, p.near.published, p.near.changed, all.published, p.address), c)
	if !r.page.Data.Article {
		p.distrust(isRoot(r.address), c)
	}
	it.Published = p.published(c)
	it.Updated = when.Choose(slices.Concat(p.told.changed, p.near.changed, p.before.changed, p.far.changed), c)
	if own := it.Published.Zone; c.Zone == "" && it.Updated.Zone == "" && it.Updated.Precision != dateline.ToDay && strings.IndexAny(own, "+-") == 0 {
		// The page's own zone is known: its other clock is in it too, "Last modified 11.30 BST".
		there := c
		there.Zone = own
		it.Updated = when.Choose(slices.Concat(p.told.changed, p.near.changed, p.before.changed, p.far.changed), there)
	}
	if it.Published.IsZero() && r.mayBeArticle() {
		// Readers see one time, that of a change: the item was out by then. What
		// the end of a page says of its last change is no time of news: counted,
		// it dated 2 pages more rightly and 5 that have no day.
		it.Published = when.Choose(p.near.changed, c)
		if article && it.Published.IsZero() {
			it.Published = when.Choose(p.before.changed, c)
		}
		if !it.Published.IsZero() {
			it.Published.Confidence = dateline.Doubtful
		}
	}
	embargo(it, c, around...)
}

// places are the parts of a page that say times: what machines are told, what
// stands under the headline, above it and behind the text, and the address.
type places struct {
	told, near, before, far times
	address                 []when.Claim
}

// distrust drops the time that structured data gives a page which by its own
// word is no article and shows readers no day: it is when the page was made. Of a
// site's own front no time of that kind is one of news, wherever it is told.
func (p *places) distrust(root bool, c when.Context) {
	if !when.Choose(slices.Concat(p.near.published, p.before.published), c).IsZero() || !when.Choose(p.near.changed, c).IsZero() {
		return
	}
	p.told.published = slices.DeleteFunc(p.told.published, func(cl when.Claim) bool { return root || cl.From == dateline.FromStructuredData })
}

// isRoot reports the address of a site's own front.
func isRoot(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// published is what a page tells machines, which is surest, unless it shows
// readers another day: systems give the time when a page was moved or made anew
// as that of its publication, and keep the first one when it is dated anew.
func (p *places) published(c when.Context) dateline.Stamp {
	told := p.earliest(c)
	shown := when.Choose(slices.Concat(p.near.published, p.before.published), c)
	if shown.IsZero() {
		shown = when.Choose(p.far.labelled, c)
	}
	if when.Earlier(shown, told) && !p.shows(told, c) || when.Anew(shown, told) && p.alone(shown, c) {
		return shown
	}
	return when.Choose(slices.Concat(p.told.published, p.near.published, p.address, p.before.published, p.far.published), c)
}

// earliest is what machines are told. Where meta elements alone tell it, and not
// the same, the first day is that of publication ("published-date") and a later
// one that on which the system put the page out again ("published-time").
func (p *places) earliest(c when.Context) dateline.Stamp {
	told := when.Choose(p.told.published, c)
	if told.From != dateline.FromMeta {
		return told
	}
	for _, cl := range p.told.published {
		if other := when.Choose([]when.Claim{cl}, c); when.Earlier(other, told) {
			told, p.told.published = other, []when.Claim{cl}
		}
	}
	return told
}

// shows reports that readers are shown the day that machines are told, under the headline or above
// it: another day by a short text is that of an item beneath it. Told at 22:30 in Greenwich, it is
// the next one on a page of Beirut's.
func (p *places) shows(told dateline.Stamp, c when.Context) bool {
	days := when.Days(slices.Concat(p.near.published, p.before.published), c)
	for _, zone := range [...]time.Duration{-12 * time.Hour, 0, 14 * time.Hour} { // the last to begin a day, and the first
		if days[told.Time.UTC().Add(zone).Format(time.DateOnly)] {
			return true
		}
	}
	return false
}

// alone reports that the page shows no other day, which would be that of another
// item, and that nothing says it is the day of a change.
func (p *places) alone(shown dateline.Stamp, c when.Context) bool {
	changed := when.Days(slices.Concat(p.told.changed, p.near.changed), c)
	return len(when.Days(slices.Concat(p.near.published, p.before.published), c)) == 1 && !changed[shown.Time.Format(time.DateOnly)]
}

// isArticle reports that the page calls itself an article, or names who wrote it.
func (r *reader) isArticle(it *dateline.Item) bool {
	return r.page.Data.Article || r.kind() == "article" || len(it.Byline) > 0
}

// mayBeArticle reports that the page calls itself an article, or says nothing of
// what it is.
func (r *reader) mayBeArticle() bool {
	switch kind := r.kind(); kind {
	case "website", "profile", "product", "book", "company":
		return r.page.Data.Article
	case "":
		return r.page.Data.Article || !slices.ContainsFunc(r.page.Data.Types, ofPage)
	}
	return true
}

// ofPage reports a type of structured data that says what a page is; others are
// of the site, of pictures, of questions answered on the page.
func ofPage(kind string) bool {
	return strings.HasSuffix(kind, "Page") && kind != "FAQPage" || kind == "Product" || kind == "Event" || kind == "ItemList"
}

// kind is what the page calls itself to those who link to it.
func (r *reader) kind() string { return strings.ToLower(r.page.Meta("og:type")) }

// told is what the page says to machines.
func (r *reader) told() times {
	p := r.page
	out := times{}
	add := func(list *[]when.Claim, raw string, from dateline.Evidence) {
		if raw != "" {
			*list = append(*list, when.Claim{Raw: raw, From: from})
		}
	}
	add(&out.published, p.Data.Published, dateline.FromStructuredData)
	add(&out.changed, p.Data.Modified, dateline.FromStructuredData)
	for _, name := range publishedNames {
		add(&out.published, p.Meta(name), dateline.FromMeta)
	}
	for _, raw := range append(p.MetasLike(saysPublished), p.Meta("date")) {
		add(&out.published, raw, dateline.FromMeta)
	}
	add(&out.changed, p.Meta("article:modified_time", "og:updated_time", "last-modified", "lastmod", "lastdate"), dateline.FromMeta)
	return out
}

// saysPublished reports other names of meta elements that speak of publication,
// such as "w-published-date" and "og:pubdate".
func saysPublished(key string) bool {
	return strings.Contains(key, "pub") && (strings.Contains(key, "date") || strings.Contains(key, "time")) && !saysChanged(key)
}

func saysChanged(key string) bool {
	return strings.Contains(key, "updat") || strings.Contains(key, "modif")
}

func inAddress(address string) []when.Claim {
	return []when.Claim{{Raw: address, From: dateline.FromURL}}
}

// publishedNames are the meta elements that give a time of publication.
var publishedNames = [...]string{"article:published_time", "article:published", "og:published_time", "datepublished", "date_published",
	"publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "published_time", "dc.date.issued", "dcterms.created", "dc.date",
	"dcterms.date", "parsely-pub-date", "sailthru.date", "article.published", "published", "citation_publication_date", "citation_date", "article_date_original", "prism.publicationdate", "rnews:datepublished", "bt:pubdate", "cxenseparse:recs:publishtime"}

// monthDay reports that 3/4/2025 means the 4th of March on a page: where the
// language says the United States, or says only English on an address of no
// other country.
func monthDay(address, language string) bool {
	if lang.Base(language) != "en" {
		return false
	}
	u, err := url.Parse(address)
	if err != nil {
		return true
	}
	host := u.Hostname()
	tld := host[strings.LastIndexByte(host, '.')+1:]
	// The last five are countries' as well, and stand on sites of everywhere.
	return len(tld) != 2 || tld == "us" || tld == "tv" || tld == "io" || tld == "co" || tld == "ai" || tld == "me"
}
