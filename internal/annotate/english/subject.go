package english

import (
	"strings"

	"dateline/internal/annotate/token"
)

// groupStart is where the verb group of verb v begins: "has not yet" said.
func (d *doc) groupStart(v int) int {
	i := v
	for i-1 >= d.s.First && d.Tokens[i-1].Quote == 0 && (d.is(i-1, aux|adverb) && !d.contracted(i-1) || d.low(i-1) == "only" && d.is(i-2, aux|pronoun|relative)) {
		i--
	}
	return i
}

// contracted tells he's and they've, which are subject and verb in one word.
func (d *doc) contracted(i int) bool {
	w := d.low(i)
	k := strings.IndexByte(w, '\'')
	return k > 0 && wordClasses()[w[:k]]&(pronoun|relative) != 0
}

// subject is the noun phrase that ends before token g, where a verb group
// begins; ok is false when there is none.
func (d *doc) subject(g int) (token.Run, bool) {
	p := g - 1
	switch {
	case p < d.s.First:
		return token.Run{}, false
	case d.contracted(p) || d.is(p, pronoun|relative) && d.Tokens[p].Quote == 0:
		return token.Run{First: p, Last: g}, true
	case d.kind(p) == token.Comma:
		return d.aroundApposition(p)
	case d.is(p, conjunction):
		return d.previous(p)
	case d.kind(p) == token.Dash:
		return token.Run{}, false
	}
	r := d.withoutTime(d.phraseBefore(g))
	return r, r.First < r.Last
}

// withoutTime takes from the end of a subject when it spoke: Ray later Thursday,
// Ray on Monday.
func (d *doc) withoutTime(r token.Run) token.Run {
	last := r.Last
	for last-1 > r.First && (d.is(last-1, timeWord|adverb) && !(d.isName(last-1) && d.isName(last-2)) || last < r.Last && (d.low(last-1) == "on" || d.low(last-1) == "late")) {
		last--
	}
	return token.Run{First: r.First, Last: last}
}

// aroundApposition reads "Ann Ray, a farmer, said": the comma at p closes what
// stands beside the name. Between the commas must be such a phrase; what begins
// with a participle or a conjunction is no part of a name. A phrase may have
// commas of its own: secretary for ports, ferries and fish. English news presents
// people like this: without it who said what loses 2.1 points on polnear-dev.
//
// It goes back forty tokens at most: with ten 0.7 points are lost, with twenty 0.1.
func (d *doc) aroundApposition(p int) (token.Run, bool) {
	for c := p - 1; c > d.s.First && p-c < 40; c-- {
		// Going back into a quotation or over a dash would leave the speaker's own phrase.
		if d.Tokens[c].Quote != 0 && d.Tokens[p].Quote == 0 || d.kind(c) == token.Dash {
			break
		}
		if d.kind(c) != token.Comma {
			continue
		}
		if r, ok := d.beforeApposition(c, p); ok {
			return r, true
		}
		// A comma that parts no list ends the search: what stands before is another clause.
		if !d.is(c+1, conjunction) && d.kind(c-1) != token.Comma && !d.listed(c, p) {
			break
		}
	}
	return token.Run{}, false
}

// listed reports that an and stands behind the comma at c, as in a list.
func (d *doc) listed(c, p int) bool {
	for k := c + 1; k < p; k++ {
		if d.verbish(k) {
			return false
		}
		if d.is(k, conjunction) {
			return true
		}
	}
	return false
}

// beforeApposition is the name before the comma at c, with what stands beside it.
func (d *doc) beforeApposition(c, p int) (token.Run, bool) {
	// A preposition with one or two words (, in Ohio,) is a place of the sentence and
	// nothing that presents a speaker.
	if d.kind(c+1) != token.Word || p-c <= 1 || d.is(c+1, conjunction|subordinate) || d.is(c+1, preposition) && p-c < 4 {
		return token.Run{}, false
	}
	r := d.phraseBefore(c)
	if d.isName(c+1) && (d.is(r.First, subordinate) || strings.HasSuffix(d.low(r.First), "ing")) {
		return token.Run{First: c + 1, Last: p}, true // after winning the vote, Mayor Ray (R-OH), said
	}
	if r.First >= r.Last || r.Last-r.First >= 14 || d.is(r.First, preposition) {
		return token.Run{}, false
	}
	if outer, ok := d.from(r.First); ok {
		return token.Run{First: outer.First, Last: p}, true
	}
	if name := r.First - 2; !d.isName(r.First) && d.kind(r.First-1) == token.Comma && d.isName(name) { // Ray, the mayor of Tamar, one of …, said
		if outer := d.phraseBefore(r.First - 1); outer.First < outer.Last && !d.is(outer.First, preposition) {
			r = outer
		}
	}
	if d.is(c+1, preposition) && d.setting(c+1) {
		return r, true // Ray, at a later meeting, said
	}
	return token.Run{First: r.First, Last: p}, true
}

// from is the name of whom a place at token i tells where they are from: Otto Bell,
// 80, of Tamar, Va., said.
func (d *doc) from(i int) (token.Run, bool) {
	comma := i - 2
	if !d.is(i-1, preposition) || d.kind(comma) != token.Comma {
		return token.Run{}, false
	}
	if w := d.low(comma - 1); w != "" && w[0] >= '0' && w[0] <= '9' && d.kind(comma-2) == token.Comma {
		comma -= 2
	}
	if !d.isName(comma - 1) {
		return token.Run{}, false
	}
	r := d.phraseBefore(comma)
	return r, r.First < r.Last && !d.is(r.First, preposition)
}

// previous is the subject of the verb before, for "he came and said". Verbs share
// their subject so often that who said what loses 1.9 points on polnear-dev
// without it.
func (d *doc) previous(p int) (token.Run, bool) {
	if n := len(d.found) - 1; n >= 0 && d.found[n].sentence == d.index && len(d.found[n].source) > 0 && d.found[n].content[len(d.found[n].content)-1].Last == p {
		return d.found[n].source[0], true // said it leaks and told reporters …
	}
	if r, ok := d.doer(p); ok {
		return r, true
	}
	for i := len(d.found) - 1; i >= 0 && d.found[i].sentence == d.index; i-- {
		if f := d.found[i]; len(f.source) > 0 && f.source[0].First < p {
			return f.source[0], true
		}
	}
	return d.mainSubject(p)
}

// doer is the pronoun of the clause that ends before token p: when my mother
// spoke of it, I laughed and said …
func (d *doc) doer(p int) (token.Run, bool) {
	for i := p - 1; i >= d.s.First && p-i < 8 && d.kind(i) == token.Word && d.Tokens[i].Quote == 0; i-- {
		if d.is(i, pronoun) && d.is(p, conjunction) && (d.verbish(i+1) || d.looksLikeVerb(i+1)) {
			return token.Run{First: i, Last: i + 1}, true
		}
	}
	return token.Run{}, false
}

// mainSubject is the first noun phrase of the sentence that a verb follows.
// Phrases before it that begin with a preposition or a conjunction end with
// their comma. Within thirty tokens, or a sentence that is a list has its first word
// for a subject; with ten 0.3 points of who said what are lost.
func (d *doc) mainSubject(limit int) (token.Run, bool) {
	i := d.s.First
	// The sentence's own And or But and its marks stand before its subject.
	for d.is(i, conjunction) || d.kind(i) != token.Word && i < limit {
		i++
	}
	if q := d.Tokens[i].Quote; q != 0 && d.Quotes[q-1].Last < limit {
		i = d.Quotes[q-1].Last // “…,” Ray sings before asking
	}
	if d.is(i, preposition|subordinate|adverb) || strings.HasSuffix(d.low(i), "ing") || d.is(i+1, timeWord) && d.kind(i+2) == token.Comma {
		for j := i; j < limit; j++ {
			if d.kind(j) == token.Comma && d.Tokens[j].Quote == 0 {
				i = j + 1
				break
			}
		}
	}
	for j := i; j < limit && j-i < 30; j++ {
		if d.Tokens[j].Quote != 0 || d.kind(j) == token.Dash {
			return token.Run{}, false
		}
		if j == i && (d.contracted(j) || d.is(j, pronoun)) {
			return token.Run{First: j, Last: j + 1}, true
		}
		if j > i && d.verbish(j) && !d.is(j-1, relative) {
			k := d.groupStart(j)
			if d.kind(k-1) == token.Comma {
				k--
			}
			return token.Run{First: i, Last: k}, k > i
		}
	}
	return token.Run{}, false
}

// phraseBefore is the noun phrase that ends before token g: it goes left until a
// verb, a mark or a word that begins a clause.
func (d *doc) phraseBefore(g int) token.Run {
	i := g
	for i > d.s.First && d.inPhrase(i-1, g) {
		i--
	}
	return token.Run{First: d.phraseStart(i, g), Last: g}
}

// inPhrase tells whether token i belongs to the noun phrase that ends before token g.
// Marks do within the quotation in which the phrase ends, and the comma before Jr.
func (d *doc) inPhrase(i, g int) bool {
	tok := d.Tokens[i]
	switch {
	case tok.Kind == token.Right || tok.Kind == token.Left || tok.Low == "/" || tok.Low == "%" || tok.Low == "&":
		return true
	case tok.Kind != token.Word:
		return tok.Quote != 0 && tok.Quote == d.Tokens[g-1].Quote || tok.Kind == token.Comma && (d.low(i+1) == "jr." || d.low(i+1) == "jr")
	case tok.Low == "but" || tok.Low == "that":
		return false
	case d.is(i, subordinate) && !d.is(i, preposition):
		return false
	case d.is(i, pronoun):
		return false
	case d.is(i, relative):
		return true
	case d.verbish(i):
		// Only the verb of a relative clause belongs to the phrase: the mayor who came.
		return d.inRelative(i)
	}
	return true
}

// inRelative reports a verb of a relative clause: who came, that has long held.
func (d *doc) inRelative(i int) bool {
	for k := i - 1; k >= d.s.First && i-k < 5; k-- {
		if d.is(k, relative) {
			return d.low(k) == "who" || d.low(k) == "which"
		}
		if !d.is(k, aux|adverb) {
			return false
		}
	}
	return false
}

// phraseStart takes from the start of a phrase [i, g) what belongs to the clause
// before it: a preposition with its noun, the second half of "came to Ohio and".
func (d *doc) phraseStart(i, g int) int {
	// Right behind a verb the phrase begins with that verb's object; the subject is what
	// stands behind the and.
	cutByVerb := i > d.s.First && d.kind(i-1) == token.Word && d.verbish(i-1)
	for k := g - 1; cutByVerb && k >= i; k-- {
		if d.is(k, conjunction) && d.Tokens[k].Quote == 0 {
			return k + 1
		}
	}
	for i < g && (d.is(i, conjunction|adverb|object) || d.kind(i) == token.Right) {
		i++
	}
	if d.is(i, preposition) {
		return d.pastPreposition(i, g)
	}
	return i
}

// pastPreposition finds the subject in "In a speech Mr. Ray": the last place at
// which a noun phrase starts that no preposition governs.
func (d *doc) pastPreposition(i, g int) int {
	for k := i + 2; k < g; k++ {
		starts := d.is(k, determiner) || d.isName(k) && (!d.isName(k-1) || d.is(k-1, timeWord)) // On Monday Bell
		if starts && !d.is(k-1, preposition|determiner|conjunction) && !strings.HasSuffix(d.low(k-1), "'s") {
			return k
		}
	}
	return i + 1
}

// subjectAfter is the noun phrase that starts at token i behind an inverted verb:
// said Ann Ray, a farmer in Ohio. It ends where something else begins; what
// stands beside a name (at a centre for farmers, who ran for mayor in 1998)
// belongs to it.
func (d *doc) subjectAfter(i int) token.Run {
	end := d.end()
	j, beside := i, false
	for j < end {
		tok := d.Tokens[j]
		if q, ok := d.titleAt(j); ok {
			j, beside = q.Last, true // the author of “Old Piers,” a book
			continue
		}
		if tok.Quote != 0 && tok.Quote != d.Tokens[i].Quote || tok.Kind == token.Dash || tok.Kind == token.Colon {
			break
		}
		if j > i && d.endsSubject(j, beside) {
			break
		}
		beside = beside || tok.Kind == token.Comma || j > i && d.low(j) == "who"
		j++
		// A pronoun is the whole subject: said he in a hurry.
		if j == i+1 && d.is(i, pronoun) {
			break
		}
	}
	return token.Run{First: i, Last: j}
}

// titleAt is the short quotation that opens at token j, as a nickname or a title
// beside a name; what goes on must be the sentence's own.
func (d *doc) titleAt(j int) (token.Quote, bool) {
	if d.kind(j) != token.Open {
		return token.Quote{}, false
	}
	q := d.Quotes[d.Tokens[j].Quote-1]
	return q, q.First == j && q.Last-q.First <= titleWords+2 && q.Last < d.end()
}

// endsSubject reports a word behind which nothing belongs to the name; beside
// tells that it stands in what is said beside the name.
func (d *doc) endsSubject(j int, beside bool) bool {
	if d.kind(j) == token.Comma {
		return d.commaEnds(j + 1)
	}
	switch d.low(j) {
	case "in", "on", "at", "during", "as", "last", "this", "earlier", "via", "about", "to", "of", "from", "for", "with":
		if beside {
			return d.setting(j)
		}
	}
	switch d.low(j) {
	case "in", "on", "at", "during", "after", "when", "as", "before", "while", "last", "this", "earlier", "via", "about", "to":
		return !d.isName(j-1) || !d.isName(j+1) || d.is(j+1, timeWord) || d.low(j) == "to"
	}
	return d.is(j, timeWord) || d.is(j, subordinate) && !(beside && d.is(j, relative|determiner))
}

// commaEnds reports that what stands at token i behind a comma is not beside the
// name: it is if it begins like a name, an article or who.
func (d *doc) commaEnds(i int) bool {
	switch {
	case d.kind(i) != token.Word || d.Tokens[i].Quote != 0:
		return true
	case d.is(i, relative):
		return d.reports(i+1, past) // said Ray, who acknowledged …: a statement of its own
	case d.is(i, determiner), d.isName(i):
		return false
	}
	return d.is(i, conjunction|preposition|subordinate|pronoun|adverb) && d.low(i) != "of" && d.low(i) != "now" || strings.HasSuffix(d.low(i), "ing")
}

// setting tells when and where something was said (on Monday, in an interview)
// from what belongs to the speaker (in Ohio, at a school).
func (d *doc) setting(j int) bool {
	switch d.low(j) {
	case "of", "for", "from", "with", "about":
		return false
	}
	for k := j + 1; k < d.end() && k < j+7 && d.kind(k) == token.Word && !d.is(k, preposition); k++ {
		if d.is(k, timeWord) || setting(d.low(k)) {
			return true
		}
	}
	return d.low(j) == "during" || d.is(j, timeWord)
}

// setting tells the occasions on which people are quoted.
func setting(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "interview", "statement", "speech", "conference", "email", "e-mail", "tweet", "rally", "debate", "hearing", "letter", "op-ed", "report", "call",
		"meeting", "briefing", "post", "video", "memo", "release", "message", "appearance", "event", "testimony", "column", "note", "forum", "town-hall", "twitter",
		"facebook", "cnn", "msnbc", "reporter", "telephone", "phone":
		return true
	}
	return false
}
