package opml

import (
	"bufio"
	"encoding/xml"
	"io"
	"strings"
)

// Write writes the document, one outline a line.
func (d *Document) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	version := d.Version
	if version == "" {
		version = "2.0"
	}
	b.WriteString(xml.Header + `<opml version="`)
	escape(b, version)
	b.WriteString(`"`)
	writeAttrs(b, d.Attrs)
	b.WriteString(">\n<head>\n")
	for _, h := range d.Head {
		if !isName(h.Name) {
			continue
		}
		b.WriteString("  <" + h.Name + ">")
		escape(b, h.Value)
		b.WriteString("</" + h.Name + ">\n")
	}
	b.WriteString("</head>\n<body>\n")
	writeOutlines(b, d.Outlines, 1)
	b.WriteString("</body>\n</opml>\n")
	return b.Flush()
}

func writeOutlines(b *bufio.Writer, list []Outline, depth int) {
	indent := strings.Repeat("  ", depth)
	for i := range list {
		o := &list[i]
		b.WriteString(indent + "<outline")
		writeAttrs(b, o.Attrs)
		if len(o.Outlines) == 0 {
			b.WriteString("/>\n")
			continue
		}
		b.WriteString(">\n")
		writeOutlines(b, o.Outlines, depth+1)
		b.WriteString(indent + "</outline>\n")
	}
}

// writeAttrs leaves out attributes whose name XML could not hold.
func writeAttrs(b *bufio.Writer, list []Attr) {
	for _, a := range list {
		if !isName(a.Name) {
			continue
		}
		b.WriteString(" " + a.Name + `="`)
		escape(b, a.Value)
		b.WriteString(`"`)
	}
}

// escape writes a text; EscapeText also turns line ends into references, so
// that an attribute keeps them. The buffer keeps its error for Flush.
func escape(b *bufio.Writer, text string) { _ = xml.EscapeText(b, []byte(text)) }

// isName reports whether a name, with at most one prefix, can be written.
func isName(s string) bool {
	if s == "" || strings.Count(s, ":") > 1 || strings.HasPrefix(s, ":") || strings.HasSuffix(s, ":") {
		return false
	}
	for i, r := range s {
		letter := r|0x20 >= 'a' && r|0x20 <= 'z' || r == '_' || r >= 0x80
		inside := r >= '0' && r <= '9' || r == '-' || r == '.' || r == ':'
		if !letter && (i == 0 || !inside) {
			return false
		}
	}
	return true
}
