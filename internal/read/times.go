package read

import (
	"net/url"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/page"
	"dateline/internal/read/when"
)

// times are what one part of a page says of times.
type times struct {
	published, changed []when.Claim
	labelled           []when.Claim // those of published that say so
}

// date reads published and updated. What a page tells machines is surest,
// unless it shows readers an earlier day: systems give the time when a page was
// moved or made anew as that of its publication.
func (r *reader) date(it *dateline.Item) {
	c := when.Context{Received: r.copy.Received, Zone: r.copy.Zone, Language: it.Language, MonthDay: monthDay(r.address, it.Language)}
	told, near, before, far := r.told(), r.under(), r.over(), r.elsewhere()
	article := r.isArticle(it)
	if !article {
		far = times{published: far.labelled}
	}
	var all times
	r.elements(&all, func(page.Time) bool { return true })
	c.Days = when.Days(slices.Concat(told.published, told.changed, near.published, near.changed, all.published, inAddress(r.address)), c)
	shown := when.Choose(slices.Concat(near.published, before.published), c)
	if !r.page.Data.Article && shown.IsZero() && when.Choose(near.changed, c).IsZero() {
		// By its own word this is no article, and it shows readers no time: what
		// it tells machines is when the page was made.
		told.published = slices.DeleteFunc(told.published, func(cl when.Claim) bool { return cl.From == dateline.FromStructuredData })
	}
	it.Published = when.Choose(slices.Concat(told.published, near.published, inAddress(r.address), before.published, far.published), c)
	if shown.IsZero() {
		shown = when.Choose(far.labelled, c)
	}
	if when.Earlier(shown, when.Choose(told.published, c)) {
		it.Published = shown
	}
	it.Updated = when.Choose(slices.Concat(told.changed, near.changed, before.changed, far.changed), c)
	if it.Published.IsZero() && r.mayBeArticle() {
		// Readers see one time, that of a change: the item was out by then.
		it.Published = when.Choose(near.changed, c)
		if article && it.Published.IsZero() {
			it.Published = when.Choose(slices.Concat(before.changed, far.changed), c)
		}
		if !it.Published.IsZero() {
			it.Published.Confidence = dateline.Doubtful
		}
	}
	embargo(it, c)
}

// isArticle reports that the page calls itself an article, or names who wrote it.
func (r *reader) isArticle(it *dateline.Item) bool {
	return r.page.Data.Article || r.page.Meta("og:type") == "article" || len(it.Byline) > 0
}

// mayBeArticle reports that the page calls itself an article, or says nothing of
// what it is.
func (r *reader) mayBeArticle() bool {
	kind := r.page.Meta("og:type")
	return r.page.Data.Article || kind == "article" || kind == "" && len(r.page.Data.Types) == 0
}

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
	for _, raw := range [...]string{p.MetaLike(saysPublished), p.Meta("date")} {
		add(&out.published, raw, dateline.FromMeta)
	}
	add(&out.changed, p.Meta("article:modified_time", "og:updated_time", "last-modified", "lastmod"), dateline.FromMeta)
	return out
}

// saysPublished reports other names of meta elements that speak of publication,
// such as "w-published-date".
func saysPublished(key string) bool {
	return strings.Contains(key, "publish") && (strings.Contains(key, "date") || strings.Contains(key, "time"))
}

func inAddress(address string) []when.Claim {
	return []when.Claim{{Raw: address, From: dateline.FromURL}}
}

// under is what stands between the headline and the text: elements first.
func (r *reader) under() times {
	var out times
	at := r.headlineAt
	r.elements(&out, func(t page.Time) bool { return t.At >= at && t.At < at+nearAfter })
	out.lines(r.found.Lines)
	return out
}

// over is what stands above the headline, where a masthead's clock stands too:
// all but elements that are made for times is doubtful.
func (r *reader) over() times {
	var out times
	at := r.headlineAt
	r.elements(&out, func(t page.Time) bool { return t.At < at && t.At > at-nearBefore })
	out.lines(r.found.Above)
	for i := range out.published {
		out.published[i].Weak = out.published[i].From != dateline.FromTimeElement
	}
	return out
}

// longest is how long a line is that says when an item was published; longer
// ones are notes and sources.
const longest = 100

// elsewhere is what stands behind the text. Other items are named there with
// their days, so that it counts only where it says what it is, or where there
// is one day in all, which is doubtful then.
func (r *reader) elsewhere() times {
	var labelled, all times
	at := r.headlineAt
	r.elements(&all, func(t page.Time) bool { return t.At >= at+nearAfter })
	r.elements(&labelled, func(t page.Time) bool { return t.At >= at+nearAfter && t.Published })
	lines := slices.Clone(r.found.Below)
	pieces := r.found.Pieces
	for _, p := range pieces[max(0, len(pieces)-6):] {
		lines = append(lines, p.Plain())
	}
	lines = slices.DeleteFunc(lines, func(l string) bool { return len(l) > longest })
	all.lines(lines)
	for _, l := range lines {
		if when.IsLabelled(l) {
			labelled.lines([]string{l})
		}
	}
	if len(when.Days(labelled.published, when.Context{})) > 1 {
		labelled.published = nil // those of several items
	}
	labelled.labelled = slices.Clone(labelled.published)
	if len(labelled.published)+len(labelled.changed) == 0 && len(when.Days(slices.Concat(all.published, all.changed), when.Context{})) == 1 {
		labelled = all
		for i := range labelled.published {
			labelled.published[i].Weak = true
		}
	}
	return labelled
}

// elements adds the elements that show a time, time elements before others.
func (r *reader) elements(out *times, ok func(page.Time) bool) {
	for _, element := range [...]bool{true, false} {
		for _, t := range r.page.Times {
			if t.Element != element || !ok(t) {
				continue
			}
			if t.Value != "" {
				out.add(when.Claim{Raw: t.Value, From: dateline.FromTimeElement}, t.Updated)
			}
			published, changed := when.Labelled(t.Text)
			for _, part := range published {
				out.add(when.Claim{Raw: part, From: dateline.FromText}, t.Updated && len(changed) == 0)
			}
			for _, part := range changed {
				out.add(when.Claim{Raw: part, From: dateline.FromText}, true)
			}
		}
	}
}

// lines adds the lines that give a time.
func (c *times) lines(lines []string) {
	for _, l := range lines {
		published, changed := when.Labelled(l)
		for _, part := range published {
			c.add(when.Claim{Raw: part, From: dateline.FromText}, false)
		}
		for _, part := range changed {
			c.add(when.Claim{Raw: part, From: dateline.FromText}, true)
		}
	}
}

func (c *times) add(claim when.Claim, changed bool) {
	if changed {
		c.changed = append(c.changed, claim)
	} else {
		c.published = append(c.published, claim)
	}
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
	return len(tld) != 2 || tld == "us" || tld == "tv" || tld == "io" || tld == "co" || tld == "ai" || tld == "me"
}
