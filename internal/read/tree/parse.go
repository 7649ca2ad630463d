package tree

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline"
)

// maxPlain is the size up to which a page is parsed as it is. Larger ones, and
// those nested too deeply, are flattened first: their tags could otherwise take
// hundreds of bytes of memory each.
const maxPlain = 3 << 20

// maxTags is up to how many tags a page is parsed as it is: three times as many
// as on the largest of 861 real pages. Each paragraph takes some 15 µs to be
// judged, however short it is.
const maxTags = 30_000

// maxFlat and maxFlatTags are how much is kept of a page that is flattened.
const (
	maxFlat     = 1 << 20
	maxFlatTags = 20_000
)

// Parse parses a page. It never fails on bad HTML, only on what holds nothing.
func Parse(s []byte) (*html.Node, error) {
	rest, tags := strip(s)
	if len(rest) <= maxPlain && tags <= maxTags {
		if doc, err := html.Parse(bytes.NewReader(rest)); err == nil {
			return doc, nil
		}
	}
	doc, err := html.Parse(strings.NewReader(flatten(bytes.NewReader(rest))))
	if err != nil {
		return nil, fmt.Errorf("parse the page: %v: %w", err, dateline.ErrInvalid)
	}
	return doc, nil
}

// flatten keeps of a page its text, the elements that begin a block of text and
// what a head is made of. Nothing can nest in the result.
func flatten(r io.Reader) string {
	var b strings.Builder
	z := html.NewTokenizer(r)
	// A tag or text of more than that ends the page: nobody wrote it for readers.
	z.SetMaxBuf(1 << 20)
	// The element whose inside is left out until it ends; none nests in itself.
	skip := atom.Atom(0)
	begun := false // a block, with no text in it yet
	for tags := 0; b.Len() < maxFlat && tags < maxFlatTags; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == 0 {
				begun = begun && len(bytes.TrimSpace(z.Raw())) == 0
				b.Write(z.Raw())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			a := atom.Lookup(name)
			switch {
			case a == atom.Script && more && linkedData(z), kept(a):
				tags++
				b.Write(cutTag(z.Raw(), a))
			case a == atom.Script || a == atom.Style || a == atom.Svg || a == atom.Textarea || a == atom.Iframe || a == atom.Noscript:
				skip = a
			// Only those that hold text: 100,000 empty elements before a text must not cost it.
			case Block(a) && !begun:
				tags++
				begun = true
				b.WriteString("<p>")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == skip {
				skip = 0
			} else if kept(a) || a == atom.Script {
				tags++
				b.WriteString("</" + a.String() + ">")
			}
		}
	}
	return b.String()
}

// kept are elements that cannot nest in themselves.
func kept(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Head, atom.Title, atom.Meta, atom.Link, atom.P, atom.H1, atom.H2, atom.H3, atom.Br, atom.Time:
		return true
	}
	return false
}

// linkedData asks the first attribute alone, where pages write the type: the tag is kept
// as it stands.
func linkedData(z *html.Tokenizer) bool {
	key, value, _ := z.TagAttr()
	return string(key) == "type" && strings.Contains(string(value), "ld+json")
}

// cutTag is the tag as it stands, without attributes when they are too long.
func cutTag(raw []byte, a atom.Atom) []byte {
	if len(raw) > 4096 {
		return []byte("<" + a.String() + ">")
	}
	return raw
}
