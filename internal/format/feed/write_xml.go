package feed

import (
	"encoding/xml"
	"fmt"
	"io"
)

// xmlWriter writes elements one after the other and keeps the first error, so
// that a format reads as a list of its elements.
type xmlWriter struct {
	encoder *xml.Encoder
	opened  []xml.StartElement
	err     error
}

// newXML opens a document with its root element.
func newXML(w io.Writer, root string, attrs ...xml.Attr) *xmlWriter {
	x := &xmlWriter{encoder: xml.NewEncoder(w)}
	_, x.err = io.WriteString(w, xml.Header)
	x.open(root, attrs...)
	return x
}

func attr(name, value string) xml.Attr {
	return xml.Attr{Name: xml.Name{Local: name}, Value: value}
}

// open begins an element, which end or close will end.
func (x *xmlWriter) open(name string, attrs ...xml.Attr) {
	start := xml.StartElement{Name: xml.Name{Local: name}, Attr: attrs}
	x.opened = append(x.opened, start)
	if x.err == nil {
		x.err = x.encoder.EncodeToken(start)
	}
}

func (x *xmlWriter) element(name, value string, attrs ...xml.Attr) {
	if x.err == nil {
		x.err = x.encoder.EncodeElement(value, xml.StartElement{Name: xml.Name{Local: name}, Attr: attrs})
	}
}

func (x *xmlWriter) optional(name, value string) {
	if value != "" {
		x.element(name, value)
	}
}

// link writes a link to an address of the web, and nothing for any other.
func (x *xmlWriter) link(name, rel, href, mediaType string) {
	if href = address(href); href != "" {
		x.element(name, "", attr("rel", rel), attr("href", href), attr("type", mediaType))
	}
}

// value writes a struct as its tags say, an element that nobody puts together by hand.
func (x *xmlWriter) value(v any) {
	if x.err == nil {
		x.err = x.encoder.Encode(v)
	}
}

// end closes the element that was opened last.
func (x *xmlWriter) end() {
	last := len(x.opened) - 1
	if x.err == nil {
		x.err = x.encoder.EncodeToken(x.opened[last].End())
	}
	x.opened = x.opened[:last]
}

// close ends all that is open and reports the first error.
func (x *xmlWriter) close() error {
	for len(x.opened) > 0 {
		x.end()
	}
	if x.err != nil {
		return fmt.Errorf("encode XML: %w", x.err)
	}
	return x.encoder.Close()
}
