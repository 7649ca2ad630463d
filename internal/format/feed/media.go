package feed

import (
	"strings"

	"dateline"
)

// origin reads where an entry was taken over from: RSS's <source url>, Atom's
// <source> with the head of the other feed in it.
func origin(n *node, base string) Origin {
	s := n.kid("source", "atom:source", "dc:source")
	if s == nil {
		return Origin{}
	}
	if u := s.attr("url"); u != "" || len(s.kids) == 0 {
		return Origin{Title: Text{strings.TrimSpace(s.text), ""}, Link: u}
	}
	all := links(s, base)
	return Origin{
		ID:    s.value("id"),
		Title: s.firstText("title"),
		Link:  first(linkTo(all, "alternate"), linkTo(all, "self")),
	}
}

// enclosures are the files that an entry names in the ways of RSS, Atom and Media RSS;
// one that is named in two of them stands there twice.
func enclosures(n *node, all []Link, base string) []Enclosure {
	var out []Enclosure
	for _, k := range n.all("enclosure") {
		if u := first(k.attr("url"), k.attr("href")); u != "" {
			out = append(out, Enclosure{URL: resolve(base, u), Type: k.attr("type"), Length: k.attr("length")})
		}
	}
	for _, k := range n.all("link", "atom:link") {
		if k.attr("rel") == "enclosure" {
			out = append(out, Enclosure{URL: resolve(base, k.attr("href")), Type: k.attr("type"), Length: k.attr("length")})
		}
	}
	for _, k := range media(n, "media:content") {
		if u := k.attr("url"); u != "" {
			out = append(out, Enclosure{URL: resolve(base, u), Type: first(k.attr("type"), k.attr("medium")), Length: k.attr("filesize")})
		}
	}
	return out
}

// media returns elements of Media RSS, also those in a group.
func media(n *node, key string) []*node {
	out := n.all(key)
	for _, g := range n.all("media:group") {
		out = append(out, g.all(key)...)
	}
	return out
}

// picture is the picture that goes with an entry: the first enclosed image, else
// a thumbnail.
func picture(n *node, files []Enclosure, base string) *dateline.Picture {
	p := dateline.Picture{}
	for _, f := range files {
		if hasPrefixFold(f.Type, "image") || f.Type == "" && namesPicture(f.URL) {
			p.URL = f.URL
			break
		}
	}
	// A thumbnail is small: it counts when no whole picture is there.
	for _, k := range append(media(n, "media:thumbnail"), n.all("itunes:image")...) {
		if p.URL == "" {
			if u := first(k.attr("url"), k.attr("href")); u != "" {
				p.URL = resolve(base, u)
			}
		}
	}
	if p.URL == "" {
		return nil
	}
	// Media RSS lets a credit stand on the file, or on the entry for all of its files.
	holders := append(media(n, "media:content"), n)
	for _, h := range holders {
		p.Credit = first(p.Credit, h.value("media:credit"))
		p.Caption = first(p.Caption, h.firstText("media:description", "media:title").Plain())
	}
	return &p
}

// namesPicture reports an address that ends as the files of pictures do. Many
// feeds leave the type out.
func namesPicture(address string) bool {
	path, _, _ := strings.Cut(strings.ToLower(address), "?")
	switch path[strings.LastIndexByte(path, '.')+1:] {
	case "jpg", "jpeg", "png", "webp", "gif", "avif":
		return true
	}
	return false
}
