package feed

import "strings"

// names turns names as written into keys: lower case, with the usual prefix of
// their vocabulary, whatever prefix the document binds to it. The vocabulary of
// the feed itself has no prefix.
type names struct {
	bound []binding
	own   string            // what the root element belongs to
	known map[string]string // keys by name as written, for as long as bound does not change
}

// A binding is one xmlns attribute in force.
type binding struct{ prefix, space, uri string }

// newNames has a vocabulary of its own that no element is in, so that before the root is
// known none loses its prefix.
func newNames() names { return names{own: "-", known: map[string]string{}} }

func (n *names) len() int { return len(n.bound) }

// bind takes an xmlns attribute, and reports whether it was one.
func (n *names) bind(name, value string) bool {
	prefix, is := strings.CutPrefix(name, "xmlns")
	if !is || prefix != "" && prefix[0] != ':' {
		return false
	}
	n.bound = append(n.bound, binding{strings.TrimPrefix(prefix, ":"), vocabulary(value), value})
	clear(n.known)
	return true
}

// reset forgets the bindings after the first so many.
func (n *names) reset(bound int) {
	if len(n.bound) > bound {
		n.bound = n.bound[:bound]
		clear(n.known)
	}
}

// native makes the vocabulary of the root element the feed's own. A feed often
// binds a wrong one; RDF alone is only a wrapper.
func (n *names) native(root string) {
	// An RSS feed in no namespace has elements in none; one that binds a default, even a
	// wrong one, has them all in that. Either way no prefix is wanted.
	if space := n.space(root); space != "rdf" {
		n.own = space
	}
	clear(n.known)
}

// space is the vocabulary that a name belongs to: of a prefix that is not bound,
// the prefix itself, for that is what was meant.
func (n *names) space(name string) string {
	prefix, _, has := strings.Cut(name, ":")
	if !has {
		prefix = ""
	}
	for i := len(n.bound) - 1; i >= 0; i-- {
		if n.bound[i].prefix == prefix {
			if n.bound[i].space == "?" {
				return prefix
			}
			return n.bound[i].space
		}
	}
	return strings.ToLower(prefix)
}

// key is an element's.
func (n *names) key(name string) string {
	// A feed of 1,000 entries has a dozen names 20,000 times.
	if k, ok := n.known[name]; ok {
		return k
	}
	space, local := n.space(name), name
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		local = name[i+1:]
	}
	k := strings.ToLower(local)
	if space != "" && space != n.own {
		k = space + ":" + k
	}
	n.known[name] = k
	return k
}

// attrKey is an attribute's: without a prefix it belongs to its element.
func (n *names) attrKey(name string) string {
	if strings.IndexByte(name, ':') < 0 {
		return strings.ToLower(name)
	}
	return n.key(name)
}

// vocabulary is the usual prefix of a namespace, "?" when it is not known and
// the document's own prefix has to do.
func vocabulary(uri string) string {
	// As documents write them, with common mistakes such as Media RSS without its last slash.
	uri = strings.ToLower(strings.TrimSpace(uri))
	switch uri {
	case "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
		"http://channel.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#",
		"http://backend.userland.com/rss", "http://backend.userland.com/rss2",
		"http://blogs.law.harvard.edu/tech/rss", "http://my.netscape.com/publish/formats/rss-0.91.dtd":
		return ""
	case "http://www.w3.org/2005/atom", "http://purl.org/atom/ns#":
		return "atom"
	case "http://www.w3.org/1999/02/22-rdf-syntax-ns#":
		return "rdf"
	case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/":
		return "dc"
	case "http://purl.org/dc/terms/":
		return "dcterms"
	case "http://purl.org/rss/1.0/modules/content/":
		return "content"
	case "http://purl.org/rss/1.0/modules/syndication/":
		return "sy"
	case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss":
		return "media"
	case "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd":
		return "itunes"
	case "http://www.w3.org/1999/xhtml":
		return "xhtml"
	case "http://www.w3.org/xml/1998/namespace":
		return "xml"
	case "http://rssnamespace.org/feedburner/ext/1.0":
		return "feedburner"
	case "http://purl.org/atompub/tombstones/1.0":
		return "at"
	case "http://webns.net/mvcb/":
		return "admin"
	}
	switch {
	case strings.HasPrefix(uri, "http://www.w3.org/2005/atom"), strings.HasPrefix(uri, "http://purl.org/atom"):
		return "atom"
	case strings.HasPrefix(uri, "http://backend.userland.com/"):
		return ""
	}
	return "?"
}
