package diff

import (
	"strings"

	"dateline"
)

// A Kind says where a run of text stands.
type Kind int

// The kinds of run.
const (
	Same     Kind = iota // in both versions
	Deleted              // only in the earlier one
	Inserted             // only in the later one
)

// A Run is a part of a text, in the order of reading; deleted words stand before
// those that took their place.
type Run struct {
	Kind Kind
	Text string // with the white space that goes with it
}

// Texts compares two versions of a text. The runs that are not Deleted are after,
// byte by byte; those that are not Inserted are before, but for what
// [dateline.Essence] leaves out. Two versions in the same words are one run.
func Texts(before, after string) []Run {
	if dateline.SameWords(before, after) {
		var w writer
		w.add(Same, after)
		return w.end()
	}
	a, b := cut(before), cut(after)
	intern(a, b)
	var w writer
	align(a, b, &w)
	w.flush()
	return w.end()
}

// Changed reports whether anything was deleted or inserted.
func Changed(runs []Run) bool {
	for _, r := range runs {
		if r.Kind != Same {
			return true
		}
	}
	return false
}

// Before is the earlier version, After the later one, that runs tell of.
func Before(runs []Run) string { return without(runs, Inserted) }

// After is the later version, byte by byte.
func After(runs []Run) string { return without(runs, Deleted) }

// without joins the runs of all kinds but one.
func without(runs []Run, kind Kind) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Kind != kind {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// Paragraphs cuts runs at the blank lines of their texts. Paragraphs in which
// nothing but white space is left out.
func Paragraphs(runs []Run) [][]Run {
	var out [][]Run
	var now []Run
	end := func() {
		if len(now) > 0 {
			out, now = append(out, now), nil
		}
	}
	for _, r := range runs {
		for i, part := range strings.Split(r.Text, "\n\n") {
			if i > 0 {
				end()
			}
			if strings.TrimSpace(part) != "" || len(now) > 0 && part != "" {
				now = append(now, Run{r.Kind, part})
			}
		}
	}
	end()
	return out
}

// Around leaves out the paragraphs in which nothing changed, but for one before
// and one after each that did: a reader of edits looks for those.
func Around(paragraphs [][]Run) [][]Run {
	var out [][]Run
	for i, p := range paragraphs {
		near := Changed(p) || i > 0 && Changed(paragraphs[i-1]) || i+1 < len(paragraphs) && Changed(paragraphs[i+1])
		if near {
			out = append(out, p)
		}
	}
	return out
}

// A writer joins tokens into runs. Deleted ones wait until something that stands
// in both follows, so that they come before what was inserted in their place.
type writer struct {
	runs              []Run
	kind              Kind            // of the run that is being written
	text              strings.Builder // of it: a long text is one run of thousands of tokens
	deleted, inserted []token
	gap               string // white space of the earlier version that the last run lacks
}

// delete and insert keep their tokens for flush, which writes the deleted ones first.
func (w *writer) delete(tokens ...token) { w.deleted = append(w.deleted, tokens...) }
func (w *writer) insert(tokens ...token) { w.inserted = append(w.inserted, tokens...) }

// same writes a token that stands in both; its text is that of the later one.
func (w *writer) same(before, after token) {
	w.flush()
	w.add(Same, after.text)
	w.gap = ""
	if !endsInSpace(after.text) && endsInSpace(before.text) {
		w.gap = trailingSpace(before.text)
	}
}

// flush writes what was deleted and inserted. "five people today." of which
// "today" went leaves "people" without its space, which goes to what was
// deleted: else the page would show "peopletoday".
func (w *writer) flush() {
	if len(w.deleted) > 0 {
		w.add(Deleted, w.gap+texts(w.deleted))
	}
	w.add(Inserted, texts(w.inserted))
	w.deleted, w.inserted, w.gap = nil, nil, ""
}

func texts(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	return b.String()
}

// add adds text to the run that is being written, or begins another.
func (w *writer) add(kind Kind, text string) {
	if text == "" {
		return
	}
	if kind != w.kind {
		w.end()
		w.kind = kind
	}
	w.text.WriteString(text)
}

// end ends the run that is being written and returns all of them.
func (w *writer) end() []Run {
	if w.text.Len() > 0 {
		w.runs = append(w.runs, Run{w.kind, w.text.String()})
		w.text.Reset()
	}
	return w.runs
}
