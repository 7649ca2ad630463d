package read

import (
	"net/url"
	"strings"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/when"
)

// times reads published and updated, the surest claim first.
func (r *reader) times(it *dateline.Item) {
	p := r.page
	c := when.Context{Received: r.copy.Received, Zone: r.copy.Zone, Language: it.Language, MonthDay: monthDay(r.address, it.Language)}
	var published, updated []when.Claim
	add := func(list *[]when.Claim, raw string, from dateline.Evidence) {
		if raw != "" {
			*list = append(*list, when.Claim{Raw: raw, From: from})
		}
	}
	add(&published, p.Data.Published, dateline.FromStructuredData)
	add(&updated, p.Data.Modified, dateline.FromStructuredData)
	for _, name := range publishedNames {
		add(&published, p.Meta(name), dateline.FromMeta)
	}
	add(&updated, p.Meta("article:modified_time", "og:updated_time", "last-modified", "lastmod"), dateline.FromMeta)
	published = append(published, r.shownTimes(false)...)
	add(&published, r.address, dateline.FromURL)
	published = append(published, r.shownTimes(true)...)
	updated = append(updated, r.changes...)
	it.Published, it.Updated = when.Choose(published, c), when.Choose(updated, c)
	if it.Published.IsZero() && (it.Updated.From == dateline.FromText || it.Updated.From == dateline.FromTimeElement) {
		// Readers see one time, that of a change: the item was out by then.
		it.Published = it.Updated
		it.Published.Confidence = dateline.Doubtful
	}
	embargo(it, c)
}

// shownTimes are the claims of elements and lines that show a time: those under
// the headline, or the early ones above it, where a masthead's clock stands too.
// What tells of a change goes to r.changes.
func (r *reader) shownTimes(early bool) []when.Claim {
	var out []when.Claim
	for _, element := range [...]bool{true, false} {
		for _, t := range r.page.Times {
			if t.Element != element || t.Early != early {
				continue
			}
			for _, c := range [...]when.Claim{{Raw: t.Value, From: dateline.FromTimeElement}, {Raw: t.Text, From: dateline.FromText}} {
				c.Weak = early && !element
				switch {
				case c.Raw == "":
				case t.Updated:
					r.changes = append(r.changes, c)
				default:
					out = append(out, c)
				}
			}
		}
	}
	lines := r.found.Lines
	if early {
		lines = r.found.Above
	}
	for _, l := range lines {
		first, changed := when.Labelled(l)
		for _, part := range first {
			out = append(out, when.Claim{Raw: part, From: dateline.FromText, Weak: early})
		}
		for _, part := range changed {
			r.changes = append(r.changes, when.Claim{Raw: part, From: dateline.FromText, Weak: early})
		}
	}
	return out
}

// publishedNames are the meta elements that give a time of publication.
var publishedNames = [...]string{"article:published_time", "article:published", "og:published_time", "datepublished", "date_published",
	"publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "published_time", "dc.date.issued", "dcterms.created", "dc.date",
	"dcterms.date", "parsely-pub-date", "sailthru.date", "article.published", "published", "citation_publication_date", "citation_date", "article_date_original", "prism.publicationdate", "rnews:datepublished", "bt:pubdate", "cxenseparse:recs:publishtime", "date"}

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
	return len(tld) != 2 || tld == "us" || tld == "tv" || tld == "io" || tld == "co" || tld == "ai" || tld == "me"
}
