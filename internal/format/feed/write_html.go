package feed

import (
	"html"
	"strings"

	"dateline"
)

// contentHTML is an entry as HTML: notices, then the whole body or the summary,
// then the credit with the link to the source. Its language and direction stand
// on the outermost element, because RSS and JSON have no word for direction and
// many readers drop the language.
func (e *OutEntry) contentHTML() string {
	return e.frame(func(b *strings.Builder) {
		if len(e.Body) == 0 {
			paragraph(b, e.opening(e.Summary))
			return
		}
		e.writeBody(b)
	})
}

// summaryHTML is the short form: notices, summary and credit.
func (e *OutEntry) summaryHTML() string {
	return e.frame(func(b *strings.Builder) { paragraph(b, html.EscapeString(text(e.Summary))) })
}

// frame puts notices before what middle writes and the credit behind it. Both may be in
// another language than the item, so that each finds its own direction.
func (e *OutEntry) frame(middle func(*strings.Builder)) string {
	var b strings.Builder
	b.WriteString("<div" + attribute("lang", known(e.Language)) + attribute("dir", e.direction()) + ">")
	for _, n := range e.Notices {
		if n = line(n); n != "" {
			b.WriteString(`<p dir="auto"><strong>` + html.EscapeString(n) + "</strong></p>")
		}
	}
	middle(&b)
	e.writeCredit(&b)
	b.WriteString("</div>")
	return b.String()
}

// direction is the item's; where it is not known, browsers go by the first letter.
func (e *OutEntry) direction() string {
	if e.Direction == dateline.LeftToRight || e.Direction == dateline.RightToLeft {
		return string(e.Direction)
	}
	return "auto"
}

// opening is the text, escaped, with the dateline before it.
func (e *OutEntry) opening(s string) string {
	s = html.EscapeString(text(s))
	if d := line(e.Dateline); d != "" && s != "" {
		return "<b>" + html.EscapeString(d) + "</b> — " + s
	}
	return s
}

// writeBody sets the dateline before the first paragraph, which need not be the first block.
func (e *OutEntry) writeBody(b *strings.Builder) {
	if e.Picture != nil && address(e.Picture.URL) != "" {
		b.WriteString(`<figure><img src="` + html.EscapeString(address(e.Picture.URL)) + `" alt="` +
			html.EscapeString(line(e.Picture.Caption)) + `"><figcaption>` +
			html.EscapeString(line(e.Picture.Caption+" "+e.Picture.Credit)) + "</figcaption></figure>")
	}
	opened := false
	for _, block := range e.Body {
		if !opened && block.Kind == dateline.Paragraph {
			opened = true
			paragraph(b, e.opening(block.Text))
			continue
		}
		writeBlock(b, block)
	}
}

func writeBlock(b *strings.Builder, block dateline.Block) {
	switch block.Kind {
	case dateline.Subhead:
		element(b, "h3", block.Text)
	case dateline.Quotation:
		element(b, "blockquote", block.Text)
	case dateline.Post:
		b.WriteString(`<blockquote cite="` + html.EscapeString(address(block.URL)) + `">` + html.EscapeString(text(block.Text)) + "</blockquote>")
	case dateline.List:
		b.WriteString("<ul>")
		for _, item := range block.Items {
			element(b, "li", item)
		}
		b.WriteString("</ul>")
	case dateline.Table:
		b.WriteString("<table>")
		for _, row := range block.Rows {
			b.WriteString("<tr>")
			for _, cell := range row {
				element(b, "td", cell)
			}
			b.WriteString("</tr>")
		}
		b.WriteString("</table>")
	default:
		element(b, "p", block.Text)
	}
}

// writeCredit ends an entry with its credit line and the link to its source.
func (e *OutEntry) writeCredit(b *strings.Builder) {
	credit, via, more := line(e.Credit), address(e.Via), line(e.More)
	if credit == "" {
		credit = line(e.Source)
	}
	// Without words that invite, the credit is the link.
	if more == "" && via != "" {
		credit, more = "", credit
	}
	var parts []string
	if credit != "" {
		parts = append(parts, "<span>"+html.EscapeString(credit)+"</span>")
	}
	if more != "" && via != "" {
		parts = append(parts, `<a href="`+html.EscapeString(via)+`">`+html.EscapeString(more)+"</a>")
	}
	if len(parts) > 0 {
		b.WriteString(`<p dir="auto">` + strings.Join(parts, " · ") + "</p>")
	}
}

// paragraph writes what is escaped already, and nothing for nothing.
func paragraph(b *strings.Builder, escaped string) {
	if escaped != "" {
		b.WriteString("<p>" + escaped + "</p>")
	}
}

// element writes a text in an element of its own, with the direction of its own
// first letters left to the element around it.
func element(b *strings.Builder, name, s string) {
	b.WriteString("<" + name + ">" + html.EscapeString(text(s)) + "</" + name + ">")
}

// attribute leaves out one without a value: an empty lang says, in HTML, that the language
// is unknown, whatever the elements around it say.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + html.EscapeString(value) + `"`
}

// known is a language that may be told to others.
func known(language string) string {
	if language == "und" || !isTag(language) {
		return ""
	}
	return language
}

// isTag reports whether s has the shape of a BCP 47 tag. Feed validators know no
// language of more than three letters, which refuses "English", too.
func isTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3) || len(part) == 0 || len(part) > 8 {
			return false
		}
		for _, c := range []byte(part) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
