package tree

import "bytes"

// asked reports an attribute of a tag that a reader, or the parser, asks for. A
// parser copies each one twice, and they are most of the bytes of a tag: to name
// the few that are asked for is half of the work of naming those that are not.
func (t tag) asked(name, value []byte) bool {
	var buf [len("data-original")]byte
	if len(name) > len(buf) {
		return false
	}
	switch string(lower(buf[:copy(buf[:], name)])) {
	case "class", "id", "itemprop", "content", "datetime", "hidden", "aria-hidden", "role", "encoding": // the last by the parser
		return true
	case "style":
		return bytes.Contains(value, []byte("display"))
	case "rel":
		return t.is("link") || bytes.Contains(value, []byte("author")) || t.is("a") && bytes.HasSuffix(value, []byte("tag")) || escaped(value)
	case "href":
		return !t.is("a") || LeadsToAuthor(value) || escaped(value)
	case "property":
		return t.is("meta") || bytes.Contains(value, []byte("date")) || bytes.Contains(value, []byte("created"))
	case "name", "http-equiv":
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
		return t.is("img") || t.is("iframe") || t.is("amp-img")
	case "data-original", "data-lazy-src":
		return t.is("img")
	}
	return false
}

// escaped reports a value that reads otherwise than it is written, before the
// query that no address is known by.
func escaped(value []byte) bool {
	path, _, _ := bytes.Cut(value, []byte("?"))
	return bytes.IndexByte(path, '&') >= 0
}

// LeadsToAuthor reports the address of a page about somebody: a folder that
// sites keep their authors in, and a name.
func LeadsToAuthor[T string | []byte](href T) bool {
	// In one pass: searches for each folder in each link, with those for labels in each line,
	// were a tenth of an Arabic page's time.
	folder := false // the last part names such a folder
	from := -1      // where the part began
	for i := 0; i <= len(href); i++ {
		end := i == len(href) || href[i] == '?'
		if !end && href[i] != '/' {
			continue
		}
		// A single letter is a page of an index: /by/a.
		if folder && i-from > 1 {
			return true
		}
		if end {
			return false
		}
		folder = from >= 0 && ofAuthors(href[from:i])
		from = i + 1
	}
	return false
}

// ofAuthors knows the folders; kuttab and katib are Arabic for writers and a writer.
func ofAuthors[T string | []byte](folder T) bool {
	var buf [len("journalists")]byte
	if len(folder) > len(buf) {
		return false
	}
	switch string(lower(buf[:copy(buf[:], folder)])) {
	case "author", "authors", "contributor", "contributors", "people", "person", "staff", "team", "writer", "writers", "profile", "profiles",
		"expert", "experts", "our-experts", "byline", "columnist", "columnists", "journalist", "journalists", "reporter", "reporters", "by", "kuttab", "katib":
		return true
	}
	return false
}

// lower gives the capitals of English in b small letters.
func lower(b []byte) []byte {
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return b
}
