package english

import (
	"dateline/internal/annotate/token"
)

// before reads what stands before its speaker: "…," he said; …, Ray said Friday.
func (d *doc) before(c cue) bool {
	start := c.start()
	p := start - 1
	quoted := d.kind(p) == token.Close
	// Behind a quotation any verb of the list credits it; behind plain words only those do
	// that the list marks with q.
	if !quoted && c.frames&after == 0 {
		return false
	}
	rest, told := c.end(), c.lemma == "tell" && c.form == past // she tells a joke; asked him about it: nothing was said before
	if told {
		rest = d.skipAddressee(rest)
	}
	rest = d.skipAdverbials(rest, c.frames)
	content, ok := d.left(p)
	if !ok {
		content, ok = d.interrupted(p, rest)
	}
	if !ok && !c.inverted && c.frames&bare != 0 && rest >= d.end() {
		content, ok = d.wholeFront(p)
	}
	if !ok {
		return false
	}
	// Plain words in front of a speaker who then says something else were the reporter's.
	if !quoted && d.startsContent(c, rest) {
		return false
	}
	runs := []token.Run{content}
	more, ok := d.goesOn(c, rest)
	if told { // what stands behind whom somebody told may be about them, or their name in marks
		ok = ok && d.kind(rest) == token.Comma && (!quoted || d.quoteFollows(more.First))
	}
	if ok {
		runs = append(runs, more)
	}
	if !d.anotherActs(rest) {
		runs = append(runs, d.nextQuote()...)
	}
	f := found{cue: []token.Run{{First: c.group, Last: c.v + 1}}, content: runs, verb: c.verb, rule: ruleBefore}
	if c.source.Last > c.source.First {
		f.source = []token.Run{c.source}
	}
	return d.add(f)
}

// anotherActs reports a clause of somebody else behind the speaker (…, Ray said, and
// her husband cut in.): the quotation that follows is most likely that one's.
func (d *doc) anotherActs(i int) bool {
	if d.kind(i) != token.Comma || d.low(i+1) != "and" && d.low(i+1) != "but" {
		return false
	}
	return d.isName(i+2) || d.is(i+2, determiner)
}

// goesOn is the second half of what the cue interrupts: "…," he said, "…". Taken for
// a statement of its own it costs 1.3 points of who said what on polnear-dev.
func (d *doc) goesOn(c cue, i int) (token.Run, bool) {
	end := d.end()
	if i >= end {
		return token.Run{}, false
	}
	j := i
	if d.kind(j) == token.Comma || d.kind(j) == token.Colon || d.kind(j) == token.Dash {
		j++
	} else if d.kind(j) != token.Open {
		return token.Run{}, false
	}
	if d.is(j, conjunction) && d.kind(j+1) == token.Open || d.low(j) == "that" {
		j++
	}
	if d.kind(j) == token.Open {
		return token.Run{First: j, Last: d.clauseEnd(j, end)}, true
	}
	if c.inverted || !d.is(j, pronoun|determiner|aux|verbal) && !d.isName(j) && !d.verbish(j) {
		return token.Run{}, false
	}
	verb := false
	last := d.clauseEnd(j, end)
	for k := j; k < last; k++ {
		verb = verb || d.verbish(k)
	}
	return token.Run{First: j, Last: last}, verb && !d.is(j, conjunction)
}

// nextQuote is the sentence that goes on with the quotation after its speaker was
// named: "…," he said. "…". It must be all quotation, or what the reporter tells
// next would be said as well. News quotes on like this so often that who said what
// loses 1.9 points on polnear-dev without it.
func (d *doc) nextQuote() []token.Run {
	var out []token.Run
	for n := d.index + 1; n < len(d.Sentences) && d.Sentences[n].Para == d.s.Para; n++ {
		s := d.Sentences[n]
		if d.kind(s.First) != token.Open {
			break
		}
		q := d.Quotes[d.Tokens[s.First].Quote-1]
		if q.First != s.First || s.Last-q.Last > 1 {
			break
		}
		out = append(out, s.Run)
	}
	return out
}

// startsContent tells whether content stands at token i, behind the cue.
func (d *doc) startsContent(c cue, i int) bool {
	if i >= d.end() {
		return false
	}
	if d.kind(i) == token.Comma {
		return d.kind(i+1) == token.Open || d.low(i+1) == "that"
	}
	return d.kind(i) == token.Open || d.kind(i) == token.Colon || d.kind(i) == token.Word && !d.is(i, conjunction)
}

// contentAfter reads what stands behind the verb, by the verb's frames.
func (d *doc) contentAfter(c cue) bool {
	f := found{source: runs(c.source), cue: []token.Run{{First: c.group, Last: c.v + 1}}, verb: c.verb, rule: ruleAfter}
	i := c.end()
	// Before an addressee is looked for: called for help has none.
	if j, ok := d.prepositional(c, i); ok {
		f.cue[0].Last, f.rule = max(j, c.v+1), ruleObject
		f.content = []token.Run{{First: j, Last: d.phraseEnd(j)}}
		return d.add(f)
	}
	if c.frames&addressee != 0 {
		i = d.skipAddressee(i)
	}
	i = d.pastInsert(d.skipAdverbials(i, c.frames))
	if r, ok := d.clauseContent(c, i); ok {
		if c.v == d.s.First {
			r.Last = d.untilAnswer(r)
		}
		f.content = append([]token.Run{r}, d.nextIfQuoted(r)...)
		return d.add(f)
	}
	if c.frames&noun != 0 && d.startsPhrase(c.v+1) {
		f.rule = ruleObject
		f.content = []token.Run{{First: c.v + 1, Last: d.phraseEnd(c.v + 1)}}
		return d.add(f)
	}
	return false
}

// untilAnswer is where the question ends that a sentence begins with: asked if it
// leaks, Bell said no.
func (d *doc) untilAnswer(r token.Run) int {
	for j := r.First + 1; j < r.Last; j++ {
		if d.kind(j) == token.Comma && d.Tokens[j].Quote == 0 && d.speaks(j+1, r.Last) {
			return j
		}
	}
	return r.Last
}

// nextIfQuoted is nextQuote where the content ends the sentence with a quotation.
func (d *doc) nextIfQuoted(r token.Run) []token.Run {
	if d.kind(r.Last-1) == token.Close || r.Last < d.s.Last && d.kind(r.Last) == token.Close {
		return d.nextQuote()
	}
	return nil
}

// prepositional finds a content that the verb's own preposition introduces:
// called for, spoke about; at most one phrase may lie between.
func (d *doc) prepositional(c cue, i int) (int, bool) {
	for _, p := range c.preps {
		if d.low(i) != p || i >= d.end() {
			continue
		}
		// Pointed out that is a clause and left to clauseContent.
		if p == "out" {
			return i, d.low(i+1) != "that" && d.kind(i+1) == token.Word
		}
		// To of hope begins an infinitive, which clauseContent reads.
		if p == "to" && d.low(i+1) == "the" && c.lemma == "point" || p != "to" || c.lemma != "hope" {
			return i + 1, d.startsPhrase(i + 1)
		}
	}
	return i, false
}

// startsPhrase reports that an object or a quotation may begin at token i: what follows
// there is content of a verb like criticize, or of one with its preposition.
func (d *doc) startsPhrase(i int) bool {
	if i >= d.end() {
		return false
	}
	return d.kind(i) == token.Open || d.kind(i) == token.Word && !d.is(i, preposition|conjunction|relative|subordinate|timeWord|modal) || d.is(i, determiner|possessive)
}

// clauseContent reads a clause, a quotation or an infinitive at token i if the
// verb takes one.
func (d *doc) clauseContent(c cue, i int) (token.Run, bool) {
	end := d.end()
	// Pointed out that: the particle belongs to the verb.
	if d.low(i) == "out" && d.low(i+1) == "that" {
		i++
	}
	if i >= end {
		if d.kind(i) == token.Colon || i > d.s.First && d.kind(i-1) == token.Colon {
			return d.nextParagraph()
		}
		return token.Run{}, false
	}
	start := i
	if d.kind(i) == token.Comma && (d.kind(i+1) == token.Open || d.low(i+1) == "that") {
		start, i = i+1, i+1
	}
	ok := false
	switch {
	case d.kind(i) == token.Colon:
		if i+1 >= d.s.Last {
			return d.nextParagraph()
		}
		start, ok = i+1, true
	case d.kind(i) == token.Open:
		ok = c.frames&(after|that|bare|weak) != 0
	case d.low(i) == "that":
		ok = c.frames&that != 0 && (c.frames&weak == 0 || d.clauseFollows(i+1))
	case d.is(i, question) && d.low(i) != "if" && d.low(i) != "when" || d.low(i) == "if" && c.lemma == "ask":
		ok = c.frames&wh != 0 || c.frames&bare != 0
	// Promised to the crowd and promised to Ray have no infinitive.
	case d.low(i) == "to":
		ok = c.frames&infin != 0 && d.kind(i+1) == token.Word && !d.is(i+1, determiner|pronoun) && !d.isName(i+1)
	case d.kind(i) == token.Word && c.frames&addressee != 0 && c.lemma == "tell":
		ok = d.clauseFollows(i)
	// Say is the one verb whose clause needs no verb that the rules know.
	case d.kind(i) == token.Word && c.frames&bare != 0:
		ok = !d.is(i, conjunction|relative) && !d.bareVerb(i) && (d.clauseFollows(i) || c.lemma == "say")
	}
	if !ok {
		return token.Run{}, false
	}
	if q, ok := d.closed(start); ok {
		return q, true
	}
	return token.Run{First: start, Last: d.clauseEnd(start, end)}, true
}

// bareVerb reports a verb of saying with nobody before it: those who wrote to her
// say … It is the main verb, and no clause.
func (d *doc) bareVerb(i int) bool {
	for _, e := range d.lex[d.low(i)] {
		if (e.form == base || e.form == third) && e.frames&(bare|that) != 0 && !nounToo(e.lemma) {
			return true
		}
	}
	return false
}

// closed is the quotation that starts at token i if a comma within ends it: “…,”
// when asked. What goes on is no content, unless another quotation follows.
func (d *doc) closed(i int) (token.Run, bool) {
	if d.kind(i) == token.Colon {
		i++
	}
	if d.kind(i) != token.Open {
		return token.Run{}, false
	}
	q := d.Quotes[d.Tokens[i].Quote-1]
	if q.First != i || !q.Closed || d.quoteAhead(q.Last) {
		return token.Run{}, false
	}
	ends := d.kind(q.Last-2) == token.Comma || d.is(q.Last, subordinate) && !d.is(q.Last, preposition) || d.kind(q.Last-2) == token.Stop
	return q.Run, ends
}

// quoteAhead reports that a quotation goes on with the next: “…” and “…”.
func (d *doc) quoteAhead(i int) bool {
	for k := i; k < d.end() && k < i+6; k++ {
		if d.kind(k) == token.Open {
			return true
		}
	}
	return false
}

// clauseFollows reports a subject and a verb before the next mark.
func (d *doc) clauseFollows(i int) bool {
	for j := i; j < d.end() && j < i+25; j++ {
		if j > i && d.verbish(j) || d.contracted(j) {
			return true
		}
	}
	return false
}

// nextParagraph is the quotation that a colon at a paragraph's end announces.
func (d *doc) nextParagraph() (token.Run, bool) {
	n := d.index + 1
	if n >= len(d.Sentences) || d.Sentences[n].Para != d.s.Para+1 {
		return token.Run{}, false
	}
	first := d.Sentences[n].First
	if d.kind(first) != token.Open {
		return token.Run{}, false
	}
	last := d.Paras[d.s.Para+1].Last
	q := d.Quotes[d.Tokens[first].Quote-1]
	// A quotation of several paragraphs opens anew in each and closes in its last only.
	for p := q.Para + 1; !q.Closed && p < len(d.Paras) && d.kind(d.Paras[p].First) == token.Open; p++ {
		q = d.Quotes[d.Tokens[d.Paras[p].First].Quote-1]
	}
	return token.Run{First: first, Last: min(q.Last, max(last, q.Last))}, true
}
