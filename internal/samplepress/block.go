package samplepress

import (
	"html"
	"strings"

	"dateline"
)

// parseBlocks reads the body of a dispatch.
func parseBlocks(body string) []dateline.Block {
	var out []dateline.Block
	for part := range strings.SplitSeq(body, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, parseBlock(part))
		}
	}
	return out
}

// parseBlock takes a block without blank lines and without space at its ends. The lines of
// a paragraph are joined: files are folded for their editors, pages are not.
func parseBlock(part string) dateline.Block {
	lines := strings.Split(part, "\n")
	switch {
	// Signs that no newsroom begins a paragraph with, so that none has to be escaped.
	case strings.HasPrefix(part, "## "):
		return dateline.Block{Kind: dateline.Subhead, Text: part[3:]}
	case strings.HasPrefix(part, "> "):
		return dateline.Block{Kind: dateline.Quotation, Text: part[2:]}
	case strings.HasPrefix(part, "- "):
		b := dateline.Block{Kind: dateline.List}
		for _, l := range lines {
			b.Items = append(b.Items, strings.TrimPrefix(l, "- "))
		}
		return b
	case strings.HasPrefix(part, "|"):
		b := dateline.Block{Kind: dateline.Table}
		for _, l := range lines {
			b.Rows = append(b.Rows, parseRow(l))
		}
		return b
	}
	return dateline.Block{Kind: dateline.Paragraph, Text: strings.Join(lines, " ")}
}

// parseRow keeps empty cells: the first of a heading row often is.
func parseRow(line string) []string {
	var row []string
	for cell := range strings.SplitSeq(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|") {
		row = append(row, strings.TrimSpace(cell))
	}
	return row
}

// each replaces every text of the blocks by what f makes of it. The blocks are
// new ones: dispatches share theirs with those that copy them.
func each(blocks []dateline.Block, f func(string) string) []dateline.Block {
	all := func(in []string) []string {
		var out []string
		for _, s := range in {
			out = append(out, f(s))
		}
		return out
	}
	out := make([]dateline.Block, len(blocks))
	for i, b := range blocks {
		out[i] = dateline.Block{Kind: b.Kind, Text: f(b.Text), Items: all(b.Items)}
		for _, row := range b.Rows {
			out[i].Rows = append(out[i].Rows, all(row))
		}
	}
	return out
}

// markup is blocks as HTML.
func markup(blocks []dateline.Block) string {
	var out strings.Builder
	for _, b := range blocks {
		switch b.Kind {
		case dateline.Subhead:
			element(&out, "h2", b.Text)
		case dateline.Quotation:
			out.WriteString("<blockquote>")
			element(&out, "p", b.Text)
			out.WriteString("</blockquote>\n")
		case dateline.List:
			out.WriteString("<ul>\n")
			for _, i := range b.Items {
				element(&out, "li", i)
			}
			out.WriteString("</ul>\n")
		case dateline.Table:
			out.WriteString("<table>\n")
			for i, row := range b.Rows {
				out.WriteString("<tr>")
				for _, cell := range row {
					// The first row is the heading, as in Block.
					element(&out, [...]string{"th", "td"}[min(i, 1)], cell)
				}
				out.WriteString("</tr>\n")
			}
			out.WriteString("</table>\n")
		default:
			element(&out, "p", b.Text)
		}
	}
	return out.String()
}

// element escapes its text: headlines and quotations of the press have quotes and ampersands.
func element(out *strings.Builder, name, text string) {
	out.WriteString("<" + name + ">" + html.EscapeString(text) + "</" + name + ">\n")
}
