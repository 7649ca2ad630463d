// Package arabic finds who said what in Arabic, by rules over folded words: the
// verb stands first, its subject behind it, and إنّ, أنّ, a preposition, a colon
// or a quotation begins what was said. docs/statements.md has what that reaches.
package arabic

import (
	"sort"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// Mark returns the statements of a text in the order of their cues.
func Mark(t *token.Text) []statement.Statement {
	d := &doc{Text: t, folded: t.Folded()}
	for i := range t.Sentences {
		d.index, d.s = i, &t.Sentences[i]
		d.sentence()
	}
	// Only now is it known where each statement ends.
	d.loose()
	sort.SliceStable(d.found, func(i, j int) bool { return d.found[i].order() < d.found[j].order() })
	return d.statements()
}

// A doc is a text while it is read, sentence by sentence.
type doc struct {
	*token.Text
	folded []string
	index  int
	s      *token.Sentence
	found  []found
}

// A found is a statement as runs of tokens.
type found struct {
	source, cue, content []token.Run
	polarity             statement.Polarity
	sentence, para       int
	subject              token.Run // who speaks, also where the verb has no subject of its own
}

// order is where a statement stands in the text: at its cue, at its content where it has
// none.
func (f found) order() int {
	if len(f.cue) > 0 {
		return f.cue[0].First
	}
	return f.content[0].First
}

// word is the folded word at token i, "" beside the text: rules look past its ends.
func (d *doc) word(i int) string {
	if i < 0 || i >= len(d.folded) {
		return ""
	}
	return d.folded[i]
}

// kind is Stop beside the text, as if a sentence ended there.
func (d *doc) kind(i int) token.Kind {
	if i < 0 || i >= len(d.Tokens) {
		return token.Stop
	}
	return d.Tokens[i].Kind
}

// end is the sentence's last token without its full stop.
func (d *doc) end() int {
	e := d.s.Last
	for e > d.s.First && d.kind(e-1) == token.Stop && d.Tokens[e-1].Quote == 0 {
		e--
	}
	return e
}

// sentence finds the statements of one sentence, from its first word on. A heading is
// all of its sentence; behind a phrase that credits, reading goes on past its cue.
func (d *doc) sentence() {
	if d.heading() {
		return
	}
	for i := d.s.First; i < d.end(); i++ {
		if d.Tokens[i].Kind != token.Word || d.Tokens[i].Quote != 0 {
			continue
		}
		if next := d.phraseCue(i); next > i {
			i = next - 1
			continue
		}
		if d.relayed(i) {
			continue
		}
		// With ال a participle is a noun: المتحدث is who speaks, المعلن what was announced.
		if f, ok := d.lookupAt(i); ok && !definite(d.word(i)) {
			d.verbCue(i, f)
		}
	}
}

// add keeps a statement that has content.
func (d *doc) add(f found) bool {
	f.source, f.content = d.trimmed(f.source), d.trimmed(f.content)
	if len(f.content) == 0 || f.content[0].Last-f.content[0].First == 1 && that(d.word(f.content[0].First)) {
		return false // قال المدير إن: an excerpt broke off
	}
	f.sentence, f.para = d.index, d.s.Para
	if len(f.source) > 0 {
		f.subject = f.source[0]
	}
	if n := len(d.found) - 1; n >= 0 && len(d.found[n].cue) > 0 && len(f.cue) > 0 && d.found[n].content[0] == f.content[0] && sameSource(d.found[n], f) { // وتابعت قائلة: one cue of two verbs
		d.found[n].cue = append(d.found[n].cue, f.cue...)
		return true
	}
	if f.polarity == "" {
		f.polarity = statement.Says
	}
	d.found = append(d.found, f)
	return true
}

// sameSource reports that the second cue names nobody else.
func sameSource(a, b found) bool {
	return len(b.source) == 0 || len(a.source) == 0 || a.source[0] == b.source[0]
}

// trimmed takes marks off the ends of runs, except quote marks, and drops what is
// empty.
func (d *doc) trimmed(runs []token.Run) []token.Run {
	var out []token.Run
	for _, r := range runs {
		for r.First < r.Last && d.kind(r.First) != token.Word && d.kind(r.First) != token.Open {
			r.First++
		}
		for r.First < r.Last && d.kind(r.Last-1) != token.Word && d.kind(r.Last-1) != token.Close {
			r.Last--
		}
		if r.First < r.Last {
			out = append(out, r)
		}
	}
	return out
}

// statements turns runs of tokens into spans of the text.
func (d *doc) statements() []statement.Statement {
	out := make([]statement.Statement, 0, len(d.found))
	for i := range d.found {
		f, share := &d.found[i], confidence
		if d.sure(f) {
			share = sureShare
		}
		out = append(out, statement.Statement{
			Source: statement.Spans(d.Text, f.source), Cue: statement.Spans(d.Text, f.cue), Content: statement.Spans(d.Text, f.content),
			Polarity: f.polarity, Kind: statement.KindOf(d.Text, f.content), Confidence: share,
		})
	}
	return out
}
