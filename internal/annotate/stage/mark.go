package stage

import (
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/annotate"
	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/timex"
	"dateline/internal/lang"
)

// Mark marks the statements of a version of an item; nil when there are none.
func Mark(item *dateline.Item) []dateline.Statement {
	text := item.Text()
	if text == "" {
		return nil
	}
	own := day(item)
	marks := annotate.Said(annotate.Input{Text: text, Language: known(item.Language), Published: own})
	// Nil and not empty, as a store gives back a version without statements.
	if len(marks.Statements) == 0 {
		return nil
	}
	m := marker{text: text, item: item.ID, day: own, marks: &marks, seen: map[string]int{}}
	out := make([]dateline.Statement, len(marks.Statements))
	for i := range marks.Statements {
		out[i] = m.statement(&marks.Statements[i])
	}
	return out
}

// known is a language as annotate asks for it: "" when the text must tell.
func known(language string) string {
	if language == "und" {
		return ""
	}
	return language
}

// day is the one that relative days of a text count from: the item's own, by the
// clock of its source.
func day(item *dateline.Item) string {
	if item.Dated() {
		return item.Published.Text()
	}
	if t := item.When(); !t.IsZero() {
		return t.UTC().Format(time.RFC3339)
	}
	return ""
}

// A marker makes nouns of the marks of one text.
type marker struct {
	text  string
	item  dateline.ItemID
	day   string // of the item, "" when it is not known
	marks *annotate.Marks
	seen  map[string]int // content to how often it was met
}

// statement makes the noun of one mark. Its id is of the item and the words, counted
// where an item says the same twice, so that it outlives newer versions and rules.
func (m *marker) statement(s *statement.Statement) dateline.Statement {
	out := dateline.Statement{
		Speaker: s.Speaker, Named: s.Named, Source: spans(s.Source), Cue: spans(s.Cue), Content: spans(s.Content),
		Kind: dateline.StatementKind(s.Kind), Polarity: dateline.Polarity(s.Polarity),
		Confidence: s.Confidence, Public: s.Public(),
	}
	words := out.Words(m.text)
	out.ID = dateline.NewStatementID(m.item, words, m.seen[words])
	m.seen[words]++
	for _, span := range out.Source {
		out.Who = strings.TrimSpace(out.Who + " " + span.In(m.text))
	}
	// Without a name there is nothing for a role to stand beside: Who has it all.
	if s.Named {
		out.Role = role(out.Who, s.Speaker)
	}
	out.Sentence = m.sentence(s)
	out.Said = m.said(s, out.Sentence)
	return out
}

// spans are nil for none, since Step compares what was marked with what is stored.
func spans(list []statement.Span) []dateline.Span {
	if len(list) == 0 {
		return nil // as a store gives it back
	}
	out := make([]dateline.Span, len(list))
	for i, s := range list {
		out[i] = dateline.Span{Start: s.Start, End: s.End}
	}
	return out
}

// role is what stands beside a name: "Kremlin aide" of "Kremlin aide Yury
// Ushakov". Where the name is not written whole, nothing is taken for a role.
func role(who, name string) string {
	before, after, ok := strings.Cut(who, name)
	if !ok || name == "" {
		return ""
	}
	parts := []string{strings.Trim(before, " ,،–—-"), strings.Trim(after, " ,،–—-")}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// sentence is all sentences in which the spans of a statement stand.
func (m *marker) sentence(s *statement.Statement) dateline.Span {
	b := statement.Bounds(slices.Concat(s.Source, s.Cue, s.Content))
	out := dateline.Span{Start: b.Start, End: b.End}
	for _, sentence := range m.marks.Sentences {
		if sentence.Start <= b.Start && b.Start < sentence.End {
			out.Start = sentence.Start
		}
		if sentence.Start < b.End && b.End <= sentence.End {
			out.End = sentence.End
		}
	}
	return out
}

// said is the day that the sentence tells outside what was said and who said it:
// "on Tuesday" in "Ray said on Tuesday that the pier, closed in May, is safe".
// Two such days leave it open, and so does one after the item's own, on which
// nobody can have said anything yet. A day that another event is told by (ahead of
// the election on 3 November) is that event's.
func (m *marker) said(s *statement.Statement, sentence dateline.Span) (day string) {
	for _, t := range m.marks.Times {
		if t.Start < sentence.Start || t.End > sentence.End || !dayOf(t) || within(t, s.Content) || within(t, s.Source) || m.ofEvent(t, s, sentence.Start) {
			continue
		}
		if found := t.Value[:len(time.DateOnly)]; day == "" || day == found {
			day = found
		} else {
			return ""
		}
	}
	// Days in this form are in order as strings.
	if m.day != "" && day > m.day[:len(time.DateOnly)] {
		return ""
	}
	return day
}

// ofEvent reports whether a time stands behind ahead of, before, after, since or
// until: it dates what follows such a word, and not the words of the speaker. The
// clause is looked through from where the statement or a comma last ended.
func (m *marker) ofEvent(t timex.Time, s *statement.Statement, from int) bool {
	for _, span := range slices.Concat(s.Source, s.Cue, s.Content) {
		if span.End <= t.Start {
			from = max(from, span.End)
		}
	}
	clause := m.text[from:t.Start]
	if i := strings.LastIndexAny(clause, ",;:،؛—–”»"); i >= 0 {
		clause = clause[i:]
	}
	_, words := lang.Words(clause)
	for i, w := range words {
		switch strings.TrimPrefix(w.Form, "و") {
		case "before", "after", "since", "until", "till", "ahead", "following", "prior", "قبل", "قبيل", "بعد", "بعيد", "عقب", "منذ", "حتي", "لحين":
			if i+1 < len(words) && strings.TrimPrefix(words[i+1].Form, "ال") == "ظهر" {
				continue // in the afternoon
			}
			return true
		}
	}
	return false
}

// dayOf reports whether an expression names one day of the calendar.
func dayOf(t timex.Time) bool {
	if len(t.Value) < len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, t.Value[:len(time.DateOnly)])
	return err == nil
}

// within reports that a time stands in one of the spans, if only in part.
func within(t timex.Time, list []statement.Span) bool {
	return slices.ContainsFunc(list, func(s statement.Span) bool { return t.Start < s.End && s.Start < t.End })
}
