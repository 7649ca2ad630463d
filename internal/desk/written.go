package desk

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// Written is a body as the desk's form has it, which takes text alone: a blank line
// between blocks, and signs for those that are no paragraphs.
//
//	## a subhead
//	- a point of a list
//	> a quotation; with its address on a last line, a post
//	| cells | of a table |
//	\- a paragraph that begins with such a sign
func Written(body []dateline.Block) string {
	parts := make([]string, 0, len(body))
	for _, b := range body {
		if text := written(b); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n\n")
}

// written is one block, without a blank line in it.
func written(b dateline.Block) string {
	switch b.Kind {
	case dateline.Subhead:
		return signed("## ", b.Text)
	case dateline.List:
		var points []string
		for _, p := range b.Items {
			points = append(points, signed("- ", p))
		}
		return joined(points, "\n")
	case dateline.Table:
		var rows []string
		for _, cells := range b.Rows {
			rows = append(rows, row(cells))
		}
		return joined(rows, "\n")
	case dateline.Quotation, dateline.Post:
		return joined([]string{signed("> ", b.Text), signed("> ", b.URL)}, "\n")
	}
	text := oneLine(b.Text)
	if kind, _ := sign(text); kind != dateline.Paragraph || strings.HasPrefix(text, `\`) {
		return `\` + text
	}
	return text
}

// signed is a line behind its sign; nothing has none.
func signed(sign, text string) string {
	if text = oneLine(text); text == "" {
		return ""
	}
	return sign + text
}

// joined joins what there is.
func joined(lines []string, by string) string {
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), by)
}

func row(cells []string) string {
	signs := strings.NewReplacer(`\`, `\\`, `|`, `\|`)
	var line strings.Builder
	line.WriteByte('|')
	for _, c := range cells {
		line.WriteString(" " + signs.Replace(oneLine(c)) + " |")
	}
	return line.String()
}

// blocksOf reads what stands in the form. A block that was left as it stood is the one
// there was: its spaces and line breaks are the source's, and whoever mended a word
// elsewhere did not mean to change them.
func blocksOf(text string, old []dateline.Block) (out []dateline.Block) {
	was := map[string]dateline.Block{}
	for _, b := range old {
		if text := written(b); text != "" { // else it would come back at each blank line
			was[text] = b
		}
	}
	var lines []string
	for line := range strings.Lines(text + "\n\n") {
		// What looks blank may hold spaces: they stay behind when text is pasted.
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
			continue
		}
		if b, ok := was[strings.Join(lines, "\n")]; ok {
			out = append(out, b)
		} else {
			out = append(out, parsed(lines)...)
		}
		lines = nil
	}
	return out
}

// parsed are the blocks of lines without a blank one between them: those that follow
// each other with the same sign are one.
func parsed(lines []string) (out []dateline.Block) {
	for len(lines) > 0 {
		kind, first := sign(lines[0])
		texts := []string{first}
		for lines = lines[1:]; len(lines) > 0 && kind != dateline.Subhead; lines = lines[1:] {
			next, rest := sign(lines[0])
			if kind == dateline.Paragraph && isDash(texts[len(texts)-1], lines) {
				next, rest = kind, oneLine(lines[0])
			}
			if next != kind {
				break
			}
			texts = append(texts, rest)
		}
		if b := block(kind, texts); strings.TrimSpace(b.Plain()) != "" || b.URL != "" {
			out = append(out, b)
		}
	}
	return out
}

// isDash reports that the first of lines goes on with the sentence of the line before it:
// text that was pasted with its line breaks has dashes where a line begins. A list has
// something that ends before it, or a second point.
func isDash(before string, lines []string) bool {
	if kind, _ := sign(lines[0]); kind != dateline.List || strings.ContainsAny(lastOf(before), ".:;!?…؟؛۔\"'”’»)") {
		return false
	}
	if len(lines) == 1 {
		return true
	}
	second, _ := sign(lines[1])
	return second != dateline.List
}

func lastOf(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// block is made of lines without their signs.
func block(kind dateline.BlockKind, texts []string) dateline.Block {
	b := dateline.Block{Kind: kind}
	switch kind {
	case dateline.List:
		b.Items = texts
		return b
	case dateline.Table:
		for _, t := range texts {
			b.Rows = append(b.Rows, cellsOf(t))
		}
		return b
	case dateline.Quotation:
		if last := len(texts) - 1; isAddress(texts[last]) {
			b.Kind, b.URL, texts = dateline.Post, texts[last], texts[:last]
		}
	}
	b.Text = strings.Join(texts, " ")
	return b
}

// isAddress reports a line that is an address and nothing else.
func isAddress(line string) bool {
	return (strings.HasPrefix(line, "https://") || strings.HasPrefix(line, "http://")) && !strings.Contains(line, " ")
}

// marks are not seen: those of direction, which keep a sign at the right of an Arabic line,
// and that of the byte order, with which files begin.
const marks = "\u200e\u200f\u061c\ufeff"

// sign parts a line into what its sign says that it is, and the rest. On an Arabic line
// the sign of a quotation shows the other way round, so that either is one.
func sign(line string) (dateline.BlockKind, string) {
	whole := oneLine(line)
	if escaped, ok := strings.CutPrefix(line, `\`); ok {
		if strings.HasPrefix(escaped, `\`) {
			return dateline.Paragraph, oneLine(escaped)
		} else if kind, _ := sign(escaped); kind != dateline.Paragraph {
			return dateline.Paragraph, oneLine(escaped)
		}
	}
	line = strings.TrimLeft(line, marks+" ")
	first, rest := line, ""
	// Not a space alone: what a word processor puts behind a point is a tab.
	if i := strings.IndexFunc(line, unicode.IsSpace); i >= 0 {
		first, rest = line[:i], oneLine(line[i:])
	}
	switch {
	case strings.HasPrefix(line, "|") && len(line) > 1:
		return dateline.Table, line
	case first == "" || rest == "":
	case strings.Trim(first, "#") == "":
		return dateline.Subhead, rest
	// Points alone are the stars that part a text.
	case (first == "-" || first == "*" || first == "•") && strings.Trim(rest, "-*• ") != "":
		return dateline.List, rest
	case first == ">" || first == "<":
		return dateline.Quotation, rest
	}
	return dateline.Paragraph, whole
}

// cellsOf parts a row at its strokes; one behind a backslash is a letter.
func cellsOf(line string) (cells []string) {
	var cell strings.Builder
	escaped := false
	for _, r := range strings.TrimPrefix(line, "|") {
		switch {
		case escaped:
			cell.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == '|':
			cells = append(cells, oneLine(cell.String()))
			cell.Reset()
		default:
			cell.WriteRune(r)
		}
	}
	if escaped {
		cell.WriteByte('\\') // of nothing: it is meant
	}
	// No stroke at the end; and a row that shows nothing is one all the same.
	if last := oneLine(cell.String()); last != "" || len(cells) == 0 {
		cells = append(cells, last)
	}
	return cells
}
