package web

import (
	"html/template"
	"strings"

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
		if !diff.Changed(runs) {
			continue
		}
		part := Part{Label: p.label, Language: tag(language)}
		for _, paragraph := range diff.Around(diff.Paragraphs(runs)) {
			part.Paragraphs = append(part.Paragraphs, marked(&words, paragraph))
		}
		parts = append(parts, part)
	}
	return parts
}

// marked is a paragraph with its deletions and insertions. Those are isolated,
// or a Latin word struck out would drag the Arabic around it along, and say
// aloud what they are, for few programs that read pages to people do.
func marked(words *locale.EditWords, runs []diff.Run) Paragraph {
	var all, b strings.Builder
	for _, r := range runs {
		all.WriteString(r.Text)
		text := template.HTMLEscapeString(r.Text)
		switch r.Kind {
		case diff.Deleted:
			mark(&b, "del", words.Deleted, words.End, text)
		case diff.Inserted:
			mark(&b, "ins", words.Inserted, words.End, text)
		default:
			b.WriteString(text)
		}
	}
	return Paragraph{lang.Direction(all.String()), template.HTML(b.String())} //nolint:gosec // escaped above
}

// mark writes marked words; the white space around them stays outside.
func mark(b *strings.Builder, element, what, end, text string) {
	inner := strings.TrimSpace(text)
	before, after, _ := strings.Cut(text, inner)
	b.WriteString(before + "<" + element + ` dir="auto"><span class="aloud">` + template.HTMLEscapeString(what) + " </span>")
	b.WriteString(inner + `<span class="aloud"> ` + template.HTMLEscapeString(end) + "</span></" + element + ">" + after)
}
