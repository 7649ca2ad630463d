package english

import "dateline/internal/annotate/token"

// left is the content that ends at token p, a comma or a closing mark. What was
// found before it in the sentence is not its own. Without a quotation it must be
// a clause: a phrase in front (In Ohio, …) has no verb.
func (d *doc) left(p int) (token.Run, bool) {
	k := d.kind(p)
	if p <= d.s.First || d.Tokens[p].Kind == token.Word || k == token.Colon || k == token.Right {
		if !d.previousQuote(p) {
			return token.Run{}, false
		}
		s := d.Sentences[d.index-1]
		return s.Run, !d.taken[s.Last-1]
	}
	first := p
	for first > d.s.First && !d.taken[first-1] {
		first--
	}
	for _, f := range d.found { // not back over the cue of the one before
		if f.sentence == d.index && len(f.cue) > 0 && f.cue[len(f.cue)-1].Last > first && f.cue[len(f.cue)-1].Last <= p {
			first = f.cue[len(f.cue)-1].Last
		}
	}
	if k == token.Close && d.Tokens[p].Quote != 0 {
		if q := d.Quotes[d.Tokens[p].Quote-1]; q.First >= d.s.First && d.taken[q.First] {
			return token.Run{}, false
		}
		if open := d.Quotes[d.Tokens[p].Quote-1].First; open > first && d.kind(open-1) == token.Colon {
			first = open // Ray scolded him: “…,” she said: what announces it is not said
		}
		if d.creditedBefore(first, p) {
			return token.Run{}, false
		}
		return token.Run{First: first, Last: p + 1}, !d.subordinated(first)
	}
	verb := false
	for i := first; i < p; i++ {
		verb = verb || d.verbish(i) || d.Tokens[i].Quote != 0 || d.lexical(i, third) || d.lexical(i, past)
	}
	if !verb || d.is(first, subordinate) || d.is(first, preposition) && !d.aboutAsMany(first) && !d.clauseInside(first, p) {
		return token.Run{}, false
	}
	return token.Run{First: first, Last: p}, true
}

// interrupted is a subject whose verb stands behind the cue: The closures, he
// said, have cost him. Without it who said what loses 0.5 points on polnear-dev.
func (d *doc) interrupted(p, rest int) (token.Run, bool) {
	if d.kind(p) != token.Comma || p-d.s.First < 1 || d.kind(rest) != token.Comma || !d.verbBefore(rest+1) || d.is(rest+1, conjunction) || d.taken[p-1] {
		return token.Run{}, false
	}
	return token.Run{First: d.s.First, Last: p}, !d.is(d.s.First, preposition|subordinate) || d.is(rest+1, pronoun|determiner) || d.isName(rest+1)
}

// wholeFront is all that stands before a speaker with whom the sentence ends: the
// harbour needs repairs, Bell said. Nothing else can have been said, so it needs no
// verb that the rules know; a phrase of when and where is still none.
func (d *doc) wholeFront(p int) (token.Run, bool) {
	first := d.s.First
	subject := first
	if d.is(subject, conjunction) {
		subject++
	}
	if begins := d.is(subject, determiner|pronoun) || d.isName(subject) && d.classes[subject] == 0; !begins || p-subject < 3 || d.kind(p) != token.Comma {
		return token.Run{}, false
	}
	for i := subject; i < p; i++ {
		if d.is(i, timeWord) && i < subject+2 {
			return token.Run{}, false // the next day; Monday last week
		}
		if d.taken[i] || d.cued[i] || d.kind(i) == token.Comma || d.kind(i) == token.Dash {
			return token.Run{}, false
		}
	}
	return token.Run{First: first, Last: p}, true
}

// aboutAsMany reports a number that a preposition rounds (at least 12, over 300,
// about a hundred), with which a subject begins and no phrase in front.
func (d *doc) aboutAsMany(i int) bool {
	switch d.low(i) {
	case "at":
		return d.low(i+1) == "least" || d.low(i+1) == "most"
	case "about", "around", "over", "under", "between", "near":
		w := d.low(i + 1)
		return w != "" && w[0] >= '0' && w[0] <= '9' || w == "half" || w == "a" && (d.low(i+2) == "hundred" || d.low(i+2) == "dozen" || d.low(i+2) == "third")
	}
	return false
}

// creditedBefore reports that another speaker stands behind the first of several
// quotations up to token p: “Why?” she said, but he spoke of “rigging,” Ray said.
func (d *doc) creditedBefore(first, p int) bool {
	if d.kind(first) != token.Open {
		return false
	}
	q := d.Quotes[d.Tokens[first].Quote-1]
	return q.Last < p && d.is(q.Last, pronoun) && d.reports(q.Last+1, past)
}

// subordinated reports a sentence in front of which stands But even as: what is
// quoted there is somebody else's word.
func (d *doc) subordinated(i int) bool {
	for d.is(i, conjunction|adverb) {
		i++
	}
	return d.Tokens[i].Quote == 0 && d.is(i, subordinate) && !d.is(i, question)
}

// lexical tells that the word at token i may be that form of a verb of the list, whether
// or not it is a verb here.
func (d *doc) lexical(i int, f form) bool {
	for _, e := range d.lex[d.low(i)] {
		if e.form == f {
			return true
		}
	}
	return false
}

// clauseInside reports a clause behind the comma of a phrase in front: In Ohio,
// the race was close, Ray said.
func (d *doc) clauseInside(first, p int) bool {
	for i := first; i < p; i++ {
		if d.kind(i) == token.Comma {
			for k := i; k < p; k++ {
				if d.verbish(k) {
					return true
				}
			}
		}
	}
	return false
}

// previousQuote reports that the sentence before ended with a quotation of a
// question or a cry, which its speaker follows: “Why?” Ray asked.
func (d *doc) previousQuote(p int) bool {
	if p != d.s.First-1 || d.index == 0 || d.s.Para != d.Sentences[d.index-1].Para {
		return false
	}
	last := d.Sentences[d.index-1].Last - 1
	if d.kind(last) != token.Close {
		return false
	}
	mark := d.low(last - 1)
	return mark == "?" || mark == "!" || mark == "…"
}
