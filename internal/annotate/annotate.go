// Package annotate marks in a text who said what, the times and places it names, and its topics. It is
// pure: the same text always gives the same marks.
//
//	token      words, sentences, quotations
//	english    statements in English
//	arabic     statements in Arabic
//	speaker    who stands behind he, Ray and the minister
//	timex      times in both, as TIMEX3
//	place      countries and capitals in both
//	topic      the subjects of Media Topics, by words, in both
//	statement  what the rules of both languages return
package annotate

import (
	"dateline"
	"dateline/internal/annotate/arabic"
	"dateline/internal/annotate/english"
	"dateline/internal/annotate/person"
	"dateline/internal/annotate/place"
	"dateline/internal/annotate/speaker"
	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/timex"
	"dateline/internal/annotate/token"
	"dateline/internal/annotate/topic"
	"dateline/internal/lang"
)

// An Input is a text to be marked.
type Input struct {
	Text      string
	Language  string // BCP 47; "" asks the text itself
	Published string // day of the text as 2006-01-02…, which relative days count from; "" leaves them open
}

// Marks are what was found in a text, in its order. Spans are in bytes.
type Marks struct {
	Statements []statement.Statement
	Times      []timex.Time
	Places     []place.Place
	Topics     []string         // codes of Media Topics, likeliest first
	Sentences  []statement.Span // all of the text; empty when there are no rules for its language
}

// Mark marks a text. Languages other than English and Arabic have no rules yet:
// their texts get no marks.
func Mark(in Input) Marks {
	m, t := who(in)
	switch {
	case t == nil:
	case t.Arabic:
		m.Places, m.Topics = place.Arabic(t.Text), topic.Arabic(t.Text)
	default:
		m.Places, m.Topics = place.English(t.Text), topic.English(t.Text)
	}
	return m
}

// Said marks who said what and when, and leaves out places and topics, which are
// a fifth of the work.
func Said(in Input) Marks {
	m, _ := who(in)
	return m
}

// A read is a text cut up by the rules of its language.
type read struct {
	*token.Text
	Arabic bool
}

// who marks statements and times; nil is a text in a language without rules.
func who(in Input) (m Marks, t *read) {
	tag := in.Language
	if tag == "" {
		tag = lang.Detect(in.Text)
	}
	switch lang.Base(tag) {
	case "ar":
		t = &read{token.Cut(in.Text), true}
		m.Statements, m.Times = arabic.Mark(t.Text), timex.Arabic(t.Text, in.Published)
	case "en", lang.Unknown: // a text too short to tell is tried as English, whose rules find nothing in other words
		t = &read{token.Cut(in.Text), false}
		m.Statements, m.Times = english.Mark(t.Text), timex.English(t.Text, in.Published)
	default:
		return m, nil
	}
	speaker.Resolve(t.Text, m.Statements, t.Arabic)
	if t.Arabic {
		unname(m.Statements)
	}
	m.Sentences = sentences(t.Text)
	return m, t
}

// unname takes the mark of a name off Arabic speakers who would be shown to readers,
// and are no office with a name behind it, which alone is sure where no capitals tell:
// with the next words behind a short name (العدوي مخاطبة النواب) it looks like a long one.
func unname(list []statement.Statement) {
	for i := range list {
		if s := &list[i]; s.Public() {
			n, ok := person.Read(&dateline.Statement{Speaker: s.Speaker})
			s.Named = ok && n.Sure && !n.Short
		}
	}
}

// sentences are those of a text, as bytes: who quotes a statement quotes them
// whole.
func sentences(t *token.Text) []statement.Span {
	out := make([]statement.Span, 0, len(t.Sentences))
	for _, s := range t.Sentences {
		if s.First < s.Last {
			out = append(out, statement.Span{Start: t.Tokens[s.First].Start, End: t.Tokens[s.Last-1].End})
		}
	}
	return out
}
