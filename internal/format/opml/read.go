package opml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"dateline"
)

// maxDepth bounds the nesting of folders.
const maxDepth = 64

// Read reads a document. Errors are of the kind ErrInvalid and name the line.
func Read(body []byte) (*Document, error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false // bare ampersands in addresses
	// Titles are copied from pages, with &nbsp; and &eacute;; XML itself knows five names.
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	r := reader{d: d}
	doc, err := r.document()
	if err != nil {
		line, _ := d.InputPos()
		return nil, fmt.Errorf("OPML broken at line %d: %w: %w", line, err, dateline.ErrInvalid)
	}
	return doc, nil
}

// A reader uses raw tokens, so that prefixes stay as they are written.
type reader struct{ d *xml.Decoder }

// next returns the next start or end tag; text between them is added to text.
func (r reader) next(text *strings.Builder) (xml.Token, error) {
	for {
		t, err := r.d.RawToken()
		switch t := t.(type) {
		case xml.StartElement, xml.EndElement:
			return t, err
		case xml.CharData:
			if text != nil {
				text.Write(t)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil, io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
	}
}

func (r reader) document() (*Document, error) {
	t, err := r.next(nil)
	if err != nil {
		return nil, err
	}
	root, ok := t.(xml.StartElement)
	if !ok || !strings.EqualFold(root.Name.Local, "opml") {
		return nil, errors.New("this is no OPML list")
	}
	doc := &Document{}
	for _, a := range attrs(root) {
		if a.Name == "version" {
			doc.Version = a.Value
		} else {
			doc.Attrs = append(doc.Attrs, a)
		}
	}
	for {
		t, err := r.next(nil)
		if err != nil {
			return nil, err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			return doc, nil
		}
		switch strings.ToLower(start.Name.Local) {
		case "head":
			doc.Head, err = r.head()
		case "body":
			doc.Outlines, err = r.outlines(0)
		default:
			err = r.skip()
		}
		if err != nil {
			return nil, err
		}
	}
}

// head reads the elements of the head, each a text.
func (r reader) head() ([]Attr, error) {
	var out []Attr
	for {
		t, err := r.next(nil)
		if err != nil {
			return nil, err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			return out, nil
		}
		var text strings.Builder
		for depth := 1; depth > 0; {
			t, err := r.next(&text)
			if err != nil {
				return nil, err
			}
			if _, opens := t.(xml.StartElement); opens {
				depth++
			} else {
				depth--
			}
		}
		out = append(out, Attr{name(start.Name), strings.TrimSpace(text.String())})
	}
}

// outlines reads up to the end of the element they stand in.
func (r reader) outlines(depth int) ([]Outline, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("folders nest more than %d deep", maxDepth)
	}
	var out []Outline
	for {
		t, err := r.next(nil)
		if err != nil {
			return nil, err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			return out, nil
		}
		if !strings.EqualFold(start.Name.Local, "outline") {
			if err := r.skip(); err != nil {
				return nil, err
			}
			continue
		}
		o := Outline{Attrs: attrs(start)}
		if o.Outlines, err = r.outlines(depth + 1); err != nil {
			return nil, err
		}
		out = append(out, o)
	}
}

// skip leaves out an element that has begun.
// Tags are only counted: raw tokens are not checked to fit each other.
func (r reader) skip() error {
	for depth := 1; depth > 0; {
		t, err := r.next(nil)
		if err != nil {
			return err
		}
		if _, opens := t.(xml.StartElement); opens {
			depth++
		} else {
			depth--
		}
	}
	return nil
}

func attrs(e xml.StartElement) []Attr {
	var out []Attr
	for _, a := range e.Attr {
		out = append(out, Attr{name(a.Name), a.Value})
	}
	return out
}

// name is a name as written: raw tokens have the prefix where the namespace would be.
func name(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// find is the value of an attribute, "" when there is none. Programs differ in the
// capitals of OPML's names: xmlUrl, xmlURL, xmlurl.
func find(list []Attr, name string) string {
	for _, a := range list {
		if strings.EqualFold(a.Name, name) {
			return a.Value
		}
	}
	return ""
}
