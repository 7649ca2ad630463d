package english

import (
	"strings"

	"dateline/internal/annotate/token"
)

// A cue is a verb in its sentence.
type cue struct {
	entry
	v, group int       // the verb, and the first token of its verb group
	source   token.Run // empty when nobody is named
	passive  bool
	inverted bool // said Ray
}

// verbCue tries the word at v as a verb of reporting and adds what it finds.
func (d *doc) verbCue(v int, e entry) bool {
	c := cue{entry: e, v: v, group: d.groupStart(v)}
	if !d.isVerb(c) {
		return false
	}
	if say := d.asSaying(c); say > 0 {
		return d.relayed(c, say)
	}
	if d.passive(&c) {
		return d.passiveCue(c)
	}
	return d.findSource(&c) && d.low(c.source.First) != "what" && d.contentAfter(c) // what Ray said is not what was said
}

// crediting tries the word at v as the verb behind what was said: "…," he said.
func (d *doc) crediting(v int, e entry) bool {
	c := cue{entry: e, v: v, group: d.groupStart(v)}
	if say := d.asSaying(c); say > 0 {
		return d.relayedBefore(c, say)
	}
	if e.form == ing || !d.isVerb(c) || d.passive(&c) || !d.findSource(&c) {
		return false // an -ing says something more: “…,” he said, adding …
	}
	if d.is(c.source.First, relative) && d.low(c.source.First) != "that" {
		return false // said Ray, who predicted …: the words before are Ray's
	}
	if c.form == base && d.commaBetween(c.source.Last, c.group) {
		return false // “…,” Ray said, citing a job he is believed to want: who wants is found, but said nothing there
	}
	return d.before(c)
}

// commaBetween reports a comma in the tokens [first, last), here between a subject and
// its verb.
func (d *doc) commaBetween(first, last int) bool {
	for i := first; i < last; i++ {
		if d.kind(i) == token.Comma {
			return true
		}
	}
	return false
}

// isVerb tells the verb from the noun or adjective that is written alike: "his
// claims", "the proposed tax". It looks at the word before, which is an article or a
// preposition before nouns and a subject before verbs, since no part of speech is
// known.
func (d *doc) isVerb(c cue) bool {
	p, w := c.v-1, d.Tokens[c.v].Low
	// A capital within a sentence is a part of a name: the State, Grace Pledge.
	if d.Tokens[c.v].Upper && !d.startsSentence(c.v) {
		return false
	}
	if d.low(c.v+1) == "-" && d.Tokens[c.v+1].Start == d.Tokens[c.v].End || c.lemma == "state" && c.form != past && c.form != ing && d.low(c.v+1) != "that" {
		return false
	}
	switch c.form {
	case past:
		return !d.is(p, determiner|preposition) || d.low(p) == "that" || standsAlone(d.low(p)) && (c.lemma == "say" || d.opensQuote(c.v+1))
	// A participle alone (a written reply) is an adjective.
	case part:
		return d.is(p, aux|adverb)
	case third:
		if d.low(c.v+1) == "of" && c.lemma != "say" || d.is(p, determiner|preposition) && d.low(p) != "that" || strings.HasSuffix(d.low(p), "'s") || d.is(p, modal) {
			return false
		}
		return d.is(p, pronoun|relative|adverb|conjunction) || d.isName(p) || d.kind(p) != token.Word || w == "says" || d.nounish(p) && (!nounToo(c.lemma) || d.opensQuote(c.v+1) || d.low(c.v+1) == "that" || d.is(c.v+1, pronoun))
	case base:
		return d.low(p) == "to" || d.is(p, modal) || d.is(p, aux) && !d.is(p, be) || d.is(p, adverb) && c.group < p ||
			d.is(p, pronoun) || d.low(p) == "who" || d.pluralish(p) || !nounToo(c.lemma) && d.mayEndSubject(p)
	default:
		return !d.is(p, determiner) && d.low(c.v+1) != "of"
	}
}

// standsAlone tells articles that may also be somebody: another said.
func standsAlone(w string) bool {
	switch w {
	case "another", "some", "each", "those", "these":
		return true
	}
	return false
}

// mayEndSubject reports a noun or a name, so that "voters in each state say" is
// read although no plural stands beside its verb.
func (d *doc) mayEndSubject(i int) bool {
	return i >= d.s.First && (d.kind(i) == token.Word && d.classes[i] == 0 || d.kind(i) == token.Comma || d.kind(i) == token.Right)
}

// nounToo tells verbs whose form in -s is as often a noun: states, points.
func nounToo(lemma string) bool {
	switch lemma {
	case "state", "point", "report", "show", "call", "comment", "attack", "question", "request", "promise", "offer", "plan", "back", "view", "hope",
		"want", "claim", "note", "list", "favor", "challenge", "press", "push", "answer", "post", "name", "label", "brand", "judge", "rule", "demand",
		"appeal", "support", "threat", "quote", "estimate", "forecast", "project", "signal", "hint", "detail", "reason", "fear", "doubt", "figure",
		"tweet", "cry", "laugh", "tally", "pan", "paint", "cheer", "credit", "reference", "object", "guarantee", "pledge", "vow":
		return true
	}
	return false
}

// nounish reports a word of no class, which mostly is a noun, in the singular: before
// a verb in -s it is likely the subject.
func (d *doc) nounish(i int) bool {
	return d.kind(i) == token.Word && d.classes[i] == 0 && !strings.HasSuffix(d.low(i), "s")
}

// pluralish reports what may be a plural, the subject of a verb in its base form: the
// workers say. Of class, glass and their like the s is none.
func (d *doc) pluralish(i int) bool {
	w := d.low(i)
	return d.kind(i) == token.Word && d.classes[i] == 0 && (strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "ss") || w == "people" || w == "many" || w == "others" || w == "men" || w == "women" || w == "critics")
}

// passive reports was told, is expected, been criticized.
func (d *doc) passive(c *cue) bool {
	if c.form != past && c.form != part {
		return false
	}
	for i := c.group; i < c.v; i++ {
		if d.is(i, be) || d.contracted(i) && strings.HasSuffix(d.low(i), "'re") {
			c.passive = true
		}
	}
	return c.passive
}

// findSource finds who spoke. A participle behind a comma or a preposition, and a
// verb behind to, have the subject of the clause.
func (d *doc) findSource(c *cue) bool {
	p := c.group - 1
	if d.inversion(c) {
		return true
	}
	if d.low(c.v) == "asked" && (p < d.s.First || d.low(p) == "when" || d.kind(p) != token.Word && d.kind(p) != token.Comma) {
		return true // Asked whether …, he said: nobody says who asked
	}
	// To say and saying have no subject beside them: that of the clause speaks.
	infinitive := c.form == base && d.low(p) == "to"
	if c.form == ing && !d.progressive(*c) || infinitive {
		if c.form == ing && d.isName(p) && d.Tokens[p].Quote == 0 && d.low(c.v) != "according" {
			r := d.nameBefore(c.group) // footage of Ann Ray asking
			c.source = r
			return true
		}
		r, ok := d.previous(c.group)
		if c.form == ing && !ok && d.isName(p) {
			r, ok = d.subject(c.group)
		}
		c.source = r
		return ok || c.form == ing && d.low(c.v) == "saying"
	}
	r, ok := d.subject(c.group)
	if !ok && d.kind(p) == token.Comma {
		r, ok = d.previous(c.group)
	}
	c.source = r
	return ok
}

// progressive reports is saying, which has a subject of its own; saying alone has the
// one of its clause.
func (d *doc) progressive(c cue) bool {
	for i := c.group; i < c.v; i++ {
		if d.is(i, be) || d.contracted(i) {
			return true
		}
	}
	return false
}

// inversion finds "…," said Ray: the verb stands right behind the content and a
// noun phrase that no verb follows stands behind it.
func (d *doc) inversion(c *cue) bool {
	p := c.group - 1
	if d.announced(c) {
		return true
	}
	// Tell is never turned round: “…,” told Ray wants somebody who was told.
	if c.lemma == "tell" || c.frames&after == 0 || c.form != past && c.form != third || d.kind(p) != token.Comma && d.kind(p) != token.Close || p < d.s.First {
		return false
	}
	i := c.v + 1
	if d.kind(i) != token.Word || d.Tokens[i].Quote != 0 || d.is(i, subordinate|preposition|timeWord|conjunction|aux) && !d.is(i, determiner) || d.is(i, object) {
		return false
	}
	r := d.subjectAfter(i)
	for k := r.First; k < r.Last; k++ {
		if d.kind(k) == token.Comma || d.is(k, relative) {
			break
		}
		// Behind a comma a verb makes the name the subject of what follows; behind a quotation
		// it is of what is told of the speaker.
		if d.verbish(k) && d.kind(p) == token.Comma {
			return false
		}
	}
	if d.kind(p) == token.Comma && (d.verbBefore(r.Last) || d.quoteFollows(r.Last) || d.is(i, pronoun) && d.kind(r.Last) == token.Word) {
		return false // Ray, who lives in Ohio, said he still “hopes to win”
	}
	c.source, c.inverted = r, true
	return true
}

// announced finds Said Ray: “…”, at a sentence's start.
func (d *doc) announced(c *cue) bool {
	if c.form != past || c.v != d.s.First || !d.isName(c.v+1) {
		return false
	}
	i := c.v + 1
	for i < d.s.Last && d.isName(i) {
		i++
	}
	c.source, c.inverted = token.Run{First: c.v + 1, Last: i}, true
	return d.kind(i) == token.Colon
}

// nameBefore is the run of capitals that ends before token g.
func (d *doc) nameBefore(g int) token.Run {
	i := g
	for i > d.s.First && d.isName(i-1) && d.Tokens[i-1].Quote == 0 {
		i--
	}
	return token.Run{First: i, Last: g}
}

// quoteFollows reports a quotation behind adverbs, which is what is said there.
func (d *doc) quoteFollows(i int) bool {
	for d.is(i, adverb) {
		i++
	}
	return d.kind(i) == token.Open
}

// verbBefore reports a finite verb between token i and the next mark.
func (d *doc) verbBefore(i int) bool {
	for ; i < d.end() && (d.kind(i) == token.Word || d.kind(i) == token.Other); i++ {
		if d.verbish(i) {
			return true
		}
	}
	return false
}

// end is the token behind the cue and, inverted, behind its subject.
func (c cue) end() int {
	if c.inverted {
		return c.source.Last
	}
	return c.v + 1
}

// start is the first token of subject and verb.
func (c cue) start() int {
	if !c.inverted && c.source.Last > c.source.First && c.source.First < c.group {
		return c.source.First
	}
	return c.group
}

// passiveCue reads "X was criticized by Y", "X was told that …" and "it was
// reported that …".
func (d *doc) passiveCue(c cue) bool {
	agent := d.agent(c.v + 1)
	content := []token.Run{}
	if c.frames&(addressee|bare|that|wh) != 0 {
		if r, ok := d.clauseContent(c, d.skipAdverbials(c.v+1, c.frames)); ok {
			return d.add(found{source: agent, cue: []token.Run{{First: c.group, Last: c.v + 1}}, content: []token.Run{r}, verb: c.verb, rule: rulePassive})
		}
	}
	if c.frames&noun == 0 || len(agent) == 0 {
		return false
	}
	// Of a passive the subject is what was said or done: the plan was criticized by Ray.
	if s, ok := d.subject(c.group); ok {
		content = append(content, s)
		return d.add(found{source: agent, cue: []token.Run{{First: c.group, Last: c.v + 1}}, content: content, verb: c.verb, rule: rulePassive})
	}
	return false
}

// agent is who did it: by Ann Ray.
func (d *doc) agent(i int) []token.Run {
	for j := i; j < d.end() && j < i+3; j++ {
		if d.low(j) == "by" && d.Tokens[j].Quote == 0 && !strings.HasSuffix(d.low(j+1), "ing") {
			return []token.Run{d.subjectAfter(j + 1)}
		}
	}
	return nil
}

// runs has nothing for an empty run: nobody is named, and no source of no words is kept.
func runs(r token.Run) []token.Run {
	if r.First >= r.Last {
		return nil
	}
	return []token.Run{r}
}
