package web

import (
	"html/template"
	"strings"
	"unicode"

	"dateline"
	"dateline/internal/diff"
	"dateline/internal/lang"
	"dateline/internal/locale"
)

// A Wording is the words of one version: what may be compared of it.
type Wording struct {
	Headline, Standfirst, Text, Byline string
}

// A Part is one part of a version with what changed in it.
type Part struct {
	Label      string
	Language   string // "" when unknown
	Paragraphs []Paragraph
}

// A Paragraph is one of a diff: text with marked deletions and insertions.
type Paragraph struct {
	Direction dateline.Direction
	Text      template.HTML
}

// Changes lays out what one version changed of the one before it, part by part,
// nothing for parts that it left alone. Of long texts only the paragraphs around
// a change stay.
func Changes(e *locale.Edition, language string, before, after Wording) (parts []Part) {
	words := e.Messages().Edits
	for _, p := range []struct{ label, before, after string }{
		{words.Headline, before.Headline, after.Headline},
		{words.Standfirst, before.Standfirst, after.Standfirst},
		{words.Byline, before.Byline, after.Byline},
		{words.Text, before.Text, after.Text},
	} {
		runs := diff.Texts(p.before, p.after)
		// What the diff takes for no change, such as other quotation marks, is none to a
		// reader.
		if !diff.Changed(runs) {
			continue
		}
		part := Part{Label: p.label, Language: tag(language)}
		for _, paragraph := range diff.Around(diff.Paragraphs(runs)) {
			part.Paragraphs = append(part.Paragraphs, marked(e, paragraph))
		}
		parts = append(parts, part)
	}
	return parts
}

// marked is a paragraph with its deletions and insertions. Those are isolated,
// or a Latin word struck out would drag the Arabic around it along, and say
// aloud what they are, for few programs that read pages to people do.
func marked(e *locale.Edition, runs []diff.Run) Paragraph {
	words := e.Messages().Edits
	// Of both wordings: a paragraph that was deleted whole has no other.
	p := Paragraph{Direction: lang.Direction(diff.After(runs) + diff.Before(runs))}
	var b strings.Builder
	for _, r := range runs {
		m := mark{text: r.Text, end: aloud(e, " "+words.End), direction: p.Direction}
		switch r.Kind {
		case diff.Deleted:
			m.write(&b, "del", aloud(e, words.Deleted+" "))
		case diff.Inserted:
			m.write(&b, "ins", aloud(e, words.Inserted+" "))
		default:
			b.WriteString(template.HTMLEscapeString(r.Text))
		}
	}
	p.Text = template.HTML(b.String()) //nolint:gosec // escaped above
	return p
}

// A mark is words that were deleted or inserted.
type mark struct {
	text, end string
	direction dateline.Direction // of the paragraph, which is that of signs and numbers
}

// write writes them; the white space around them stays outside. Their direction
// is named: "auto" would take that of the word which is only read aloud.
func (m mark) write(b *strings.Builder, element, begin string) {
	inner := strings.TrimSpace(m.text)
	lead, trail, _ := strings.Cut(m.text, inner)
	// A number by itself has no direction, and takes that of its paragraph.
	if strings.IndexFunc(inner, unicode.IsLetter) >= 0 {
		m.direction = lang.Direction(inner)
	}
	b.WriteString(lead + "<" + element + ` dir="` + string(m.direction) + `">` + begin + template.HTMLEscapeString(inner) + m.end + "</" + element + ">" + trail)
}

// aloud is a word that is read to people but not shown, in the page's language.
func aloud(e *locale.Edition, text string) string {
	return `<span class="aloud" lang="` + e.Language() + `">` + template.HTMLEscapeString(text) + "</span>"
}
