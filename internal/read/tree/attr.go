package tree

import "strings"

// asked reports an attribute of a tag that a reader, or the parser, asks for. A
// parser copies each one twice, and they are most of the bytes of a tag: to name
// the few that are asked for is half of the work of naming those that are not.
func (t tag) asked(name, value string) bool {
	var buf [len("data-original")]byte
	if len(name) > len(buf) {
		return false
	}
	lower := buf[:copy(buf[:], name)]
	for i, c := range lower {
		if c >= 'A' && c <= 'Z' {
			lower[i] = c | 0x20
		}
	}
	switch string(lower) {
	case "class", "id", "itemprop", "content", "datetime", "hidden", "aria-hidden", "role", "encoding": // the last by the parser
		return true
	case "style":
		return strings.Contains(value, "display")
	case "rel":
		return t.is("link") || strings.Contains(value, "author") || escaped(value)
	case "href":
		return !t.is("a") || LeadsToAuthor(value) || escaped(value)
	case "property", "name", "http-equiv":
		return t.is("meta")
	case "hreflang":
		return t.is("link")
	case "lang", "xml:lang":
		return t.is("html")
	case "type":
		return t.is("script") || t.is("input")
	case "title":
		return t.is("abbr")
	case "src", "data-src":
		return t.is("img") || t.is("iframe")
	case "data-original", "data-lazy-src":
		return t.is("img")
	}
	return false
}

// escaped reports a value that reads otherwise than it is written, before the
// query that no address is known by.
func escaped(value string) bool {
	path, _, _ := strings.Cut(value, "?")
	return strings.IndexByte(path, '&') >= 0
}

// LeadsToAuthor reports the address of a page about somebody: a folder that
// sites keep their authors in, and a name.
func LeadsToAuthor(href string) bool {
	path, _, _ := strings.Cut(href, "?")
	for {
		_, after, ok := strings.Cut(path, "/")
		if !ok {
			return false
		}
		folder, name, _ := strings.Cut(after, "/")
		if len(name) > 1 && ofAuthors(folder) {
			return true
		}
		path = after
	}
}

func ofAuthors(folder string) bool {
	switch strings.ToLower(folder) {
	case "author", "authors", "contributor", "contributors", "people", "person", "staff", "team", "writer", "writers", "profile", "profiles",
		"expert", "experts", "our-experts", "byline", "columnist", "columnists", "journalist", "journalists", "reporter", "reporters", "by", "kuttab", "katib":
		return true
	}
	return false
}
