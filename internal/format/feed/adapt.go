package feed

import (
	"net/url"
	"strconv"
	"strings"
	"time"
)

// adaptFeed reads the tree of any XML feed. RSS and Atom borrow each other's
// elements so freely that one adapter looks for both.
func adaptFeed(root *node, address string) Feed {
	head := root
	f := Feed{Format: "atom", Version: root.attr("version")}
	if root.key != "feed" {
		f.Format = "rss"
		if c := root.kid("channel"); c != nil {
			head = c
		}
	}
	base := rebase(rebase(address, root.attr("xml:base")), head.attr("xml:base"))
	f.ID = first(head.value("id", "atom:id"), head.attr("rdf:about"))
	f.Title = head.firstText("title", "dc:title", "atom:title")
	f.Subtitle = head.firstText("subtitle", "tagline", "description", "dc:description", "atom:subtitle", "itunes:subtitle", "itunes:summary")
	f.Rights = head.firstText("rights", "copyright", "dc:rights", "atom:rights")
	f.Language = languageTag(head.value("language", "dc:language"), head.attr("xml:lang"), root.attr("xml:lang"))
	f.Generator = generator(head)
	// Feeds mix vocabularies: the word of the format itself goes first.
	f.Published = head.value("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created")
	f.Updated = head.value("updated", "modified", "lastbuilddate", "atom:updated", "dcterms:modified", "dc:date", "pubdate")
	f.Authors = people(head, "author", "managingeditor", "dc:creator", "dc:author", "itunes:author", "atom:author", "webmaster", "dc:publisher", "itunes:owner")
	f.Contributors = people(head, "contributor", "dc:contributor", "atom:contributor")
	f.Categories = categories(head)
	f.Links = links(head, base)
	f.Site = first(linkTo(f.Links, ""), linkTo(f.Links, "alternate"))
	f.Self, f.Hub = linkTo(f.Links, "self"), linkTo(f.Links, "hub")
	f.Image = feedImage(root, head, base)
	f.Every = every(head)

	// RSS has no word for what relative addresses count from. Programs that write them
	// mean the site, as on its pages; the feed itself often stands on another host.
	if f.Format == "rss" && f.Site != "" && root.attr("xml:base") == "" && head.attr("xml:base") == "" {
		base = resolve(base, f.Site)
	}
	c := context{base: base, language: f.Language, root: "feed"}
	if f.Format == "atom" {
		c.root, c.authors = root.written(), f.writers()
	}
	f.Entries, f.Gone = entries(root, head, c), gone(head)
	return f
}

// gone are the entries that the feed says it has deleted (RFC 6721, section 3).
func gone(head *node) (out []Gone) {
	for _, n := range head.all("at:deleted-entry") {
		if ref := n.attr("ref"); ref != "" && !n.open {
			out = append(out, Gone{ref, n.attr("when")})
		}
	}
	return out
}

// context is what entries inherit.
type context struct {
	base, language string
	authors        []Person
	root           string // the element around an entry, as written, when it stands alone
}

// entries reads the entries wherever the versions of RSS and Atom put them. One
// that the document breaks off in is left out.
func entries(root, head *node, c context) []Entry {
	list := head.all("item", "entry", "atom:entry")
	// RSS 0.90 and 1.0 set the entries beside the channel, not in it.
	if head != root {
		list = append(list, root.all("item", "entry")...)
	}
	for _, wrap := range head.all("items") { // RSS 1.1
		list = append(list, wrap.all("item")...)
	}
	out := make([]Entry, 0, len(list))
	for _, n := range list {
		if !n.open {
			out = append(out, adaptEntry(n, c))
		}
	}
	return out
}

// adaptEntry reads an entry of any version. Each field is looked for under all of the names
// that feeds give it, the format's own word first.
func adaptEntry(n *node, c context) Entry {
	base := rebase(c.base, n.attr("xml:base"))
	e := Entry{
		ID:    first(n.value("guid", "id", "atom:id"), n.attr("rdf:about"), n.attr("about"), n.value("dc:identifier")),
		Title: n.firstText("title", "dc:title", "atom:title", "media:title", "itunes:title"),
		// The whole text may stand under any of these.
		Content:      n.firstText("content:encoded", "content", "fullitem", "xhtml:body", "body", "atom:content"),
		Summary:      n.firstText("description", "summary", "atom:summary", "dc:description", "dcterms:abstract", "itunes:summary", "media:description"),
		Published:    n.value("pubdate", "published", "issued", "atom:published", "dcterms:issued", "dc:date", "dcterms:created", "created"),
		Updated:      n.value("updated", "modified", "atom:updated", "dcterms:modified", "lastbuilddate"),
		Authors:      people(n, "author", "dc:creator", "dc:author", "atom:author", "itunes:author"),
		Contributors: people(n, "contributor", "dc:contributor", "atom:contributor"),
		Categories:   categories(n),
		Language:     languageTag(n.attr("xml:lang"), n.value("dc:language"), c.language),
		Rights:       n.firstText("rights", "copyright", "dc:rights", "atom:rights"),
		Comments:     resolve(base, n.value("comments")),
		Origin:       origin(n, base),
		Links:        links(n, base),
		raw:          n.outer,
	}
	if g := n.kid("media:group"); g != nil && e.Summary.IsZero() && e.Content.IsZero() {
		e.Summary = g.firstText("media:description") // what channels of videos say of them
	}
	var inherited []Person
	if len(e.Authors) == 0 {
		// RFC 4287, section 4.2.1: those of the feed that it was taken over from go first.
		if s := n.kid("source", "atom:source"); s != nil {
			e.Authors = people(s, "author", "atom:author")
		}
		if len(e.Authors) == 0 {
			inherited = c.authors
			e.Authors = inherited
		}
	}
	e.head = c.documentHead(n, e.Language, inherited)
	e.Link = entryLink(n, e.Links, base)
	e.Enclosures = enclosures(n, e.Links, base)
	e.Picture = picture(n, e.Enclosures, base)
	return e
}

// entryLink is the address of an entry's page.
func entryLink(n *node, all []Link, base string) string {
	if l := n.value("feedburner:origlink"); l != "" {
		return resolve(base, l)
	}
	// RSS's own link goes first: an alternate beside it may be the same item in
	// another language, as this package writes it.
	if l := first(linkTo(all, ""), linkTo(all, "alternate")); l != "" {
		return l
	}
	if g := n.kid("guid"); g != nil {
		id, permanent := strings.TrimSpace(g.text), g.attr("ispermalink")
		switch {
		case strings.EqualFold(permanent, "false"):
		case isWeb(id):
			return id
		case strings.EqualFold(permanent, "true") && strings.HasPrefix(id, "/"):
			return resolve(base, id) // said to be one, though RSS wants it whole
		}
	}
	return ""
}

// links reads RSS's and Atom's links. One without a relation is RSS's.
func links(n *node, base string) []Link {
	var out []Link
	for _, k := range n.all("link", "atom:link", "atom10:link") {
		href := k.attr("href")
		if href == "" {
			if href = strings.TrimSpace(k.text); href == "" {
				continue
			}
			out = append(out, Link{Rel: k.attr("rel"), URL: resolve(rebase(base, k.attr("xml:base")), href)})
			continue
		}
		rel := k.attr("rel")
		if rel == "" {
			rel = "alternate"
		}
		out = append(out, Link{Rel: rel, URL: resolve(rebase(base, k.attr("xml:base")), href),
			Type: k.attr("type"), Language: k.attr("hreflang")})
	}
	return out
}

// linkTo is the first address with a relation; pages for people go before
// machine formats.
func linkTo(all []Link, rel string) string {
	other := ""
	for _, l := range all {
		if l.Rel != rel {
			continue
		}
		if l.Type == "" || strings.Contains(l.Type, "html") {
			return l.URL
		}
		other = first(other, l.URL)
	}
	return other
}

// categories are the topics of a feed or an entry under all of their names. Podcasts
// nest theirs, of which each level is one.
func categories(n *node) []string {
	var out []string
	topics := n.all("category", "dc:subject", "itunes:category", "media:category")
	for _, k := range n.all("itunes:category") {
		topics = append(topics, k.all("itunes:category")...)
	}
	for _, k := range topics {
		if c := first(k.attr("term"), strings.TrimSpace(k.text), k.attr("text"), k.attr("label")); c != "" {
			out = append(out, c)
		}
	}
	return append(out, keywords(n.value("itunes:keywords"))...)
}

// keywords splits a list at its commas; one without any is of single words.
func keywords(list string) []string {
	if !strings.ContainsAny(list, ",،") {
		return strings.Fields(list)
	}
	var out []string
	for k := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == '،' }) {
		if k = strings.TrimSpace(k); k != "" {
			out = append(out, k)
		}
	}
	return out
}

// languageTag is the first of the values, spelt as BCP 47 has it.
// Programs write their locale: "ar_EG".
func languageTag(values ...string) string { return strings.ReplaceAll(first(values...), "_", "-") }

// generator is the program that made the feed; RSS 1.0 has a module for it.
func generator(head *node) string {
	if g := head.value("generator"); g != "" {
		return g
	}
	if k := head.kid("admin:generatoragent"); k != nil {
		return k.attr("rdf:resource")
	}
	return ""
}

// feedImage is the address of the feed's picture: RSS's in an element of its own, Atom's
// as text, a podcast's in an attribute, that of RSS 1.0 as a reference.
func feedImage(root, head *node, base string) string {
	// RSS 1.0 sets the image beside the channel.
	for _, n := range []*node{head.kid("image", "logo", "itunes:image", "icon"), root.kid("image")} {
		if n == nil {
			continue
		}
		if u := first(n.value("url"), n.attr("href"), n.attr("url"), n.attr("rdf:resource")); u != "" {
			return resolve(base, u)
		}
		if u := strings.TrimSpace(n.text); u != "" {
			return resolve(base, u)
		}
	}
	return ""
}

// every is how long the feed asks to be left alone.
func every(head *node) time.Duration {
	// In minutes: more than a week is a mistake, such as seconds, and would lose entries.
	if m, err := strconv.Atoi(head.value("ttl")); err == nil && m > 0 && m <= 60*24*7 {
		return time.Duration(m) * time.Minute
	}
	period := map[string]time.Duration{"hourly": time.Hour, "daily": 24 * time.Hour, "weekly": 7 * 24 * time.Hour,
		"monthly": 30 * 24 * time.Hour}[strings.ToLower(head.value("sy:updateperiod"))]
	if n, err := strconv.Atoi(head.value("sy:updatefrequency")); err == nil && n > 0 {
		period /= time.Duration(n)
	}
	return period
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// isWeb reports whether an address is of the web.
func isWeb(address string) bool {
	return hasPrefixFold(address, "http://") || hasPrefixFold(address, "https://")
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// rebase is the base inside an element with that xml:base.
func rebase(base, xmlBase string) string {
	if xmlBase == "" {
		return base
	}
	return resolve(base, xmlBase)
}

// resolve makes an address absolute, as far as a base is known.
func resolve(base, ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return ""
	}
	// What is whole stays as it is written: parsing it and putting it together again would
	// escape it otherwise, and addresses are compared.
	if base == "" || isWeb(ref) {
		return ref
	}
	b, err := url.Parse(base)
	if err != nil {
		return ref
	}
	u, err := b.Parse(ref)
	if err != nil {
		return ref
	}
	return u.String()
}
