package english

import "dateline/internal/annotate/token"

// relay is how many tokens may stand between quoted and as saying: a name with its
// office and a day.
const relay = 15

// asSaying is where saying stands in the Post quoted Bell as saying; 0 where the
// verb is another or quotes nobody like that.
func (d *doc) asSaying(c cue) int {
	if c.lemma != "quote" && c.lemma != "cite" && c.lemma != "report" {
		return 0
	}
	for i := c.v + 1; i+1 < d.end() && i < c.v+relay && d.Tokens[i].Quote == 0; i++ {
		if d.low(i) == "as" && d.low(i+1) == "saying" {
			return i + 1
		}
	}
	return 0
}

// relayed reads who quotes and who is quoted as two statements, as the Arabic rules
// do: the words are Bell's, that he said them is the Post's. In the passive (Bell was
// quoted as saying) there is Bell alone.
func (d *doc) relayed(c cue, say int) bool {
	// The word before saying is as, with which the cue begins.
	inner := cue{entry: d.lex[d.low(say)][0], v: say, group: say - 1}
	if d.passive(&c) {
		inner.source, _ = d.subject(c.group)
		inner.group = c.group
		return d.contentAfter(inner)
	}
	outer := d.findSource(&c) && d.contentAfter(c)
	inner.source = d.withoutTime(token.Run{First: c.v + 1, Last: say - 1})
	return d.contentAfter(inner) || outer
}

// relayedBefore reads what stands before both of them: “…,” the Post quoted Bell as
// saying; “…,” Bell was quoted as saying. It is less sure than “…,” Bell said, since
// two are named.
func (d *doc) relayedBefore(c cue, say int) bool {
	f := found{cue: []token.Run{{First: say - 1, Last: say + 1}}, verb: d.lex["say"][0].verb, rule: ruleAfter}
	if d.passive(&c) {
		c.source, _ = d.subject(c.group)
		f.source, f.cue[0].First = runs(c.source), c.group
	} else {
		if !d.findSource(&c) {
			return false
		}
		f.source = []token.Run{d.withoutTime(token.Run{First: c.v + 1, Last: say - 1})}
	}
	content, ok := d.left(c.start() - 1)
	if !ok || d.startsContent(c, d.skipAdverbials(say+1, 0)) {
		return false
	}
	f.content = append([]token.Run{content}, d.nextQuote()...)
	d.cued[c.v] = true // or the second pass would find that the Post quoted Bell
	return d.add(f)
}
