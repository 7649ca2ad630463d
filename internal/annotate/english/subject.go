package english

import (
	"strings"

	"dateline/internal/annotate/token"
)

// groupStart is where the verb group of verb v begins: "has not yet" said.
func (d *doc) groupStart(v int) int {
	i := v
	for i-1 >= d.s.First && d.Tokens[i-1].Quote == 0 && d.is(i-1, aux|adverb) && !d.contracted(i-1) {
		i--
	}
	return i
}

// contracted tells he's and they've, which are subject and verb in one word.
func (d *doc) contracted(i int) bool {
	w := d.low(i)
	k := strings.IndexByte(w, '\'')
	return k > 0 && wordClasses[w[:k]]&(pronoun|relative) != 0
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
	r := d.phraseBefore(g)
	return r, r.First < r.Last
}

// aroundApposition reads "Ann Ray, a farmer, said": the comma at p closes what
// stands beside the name. Between the commas must be such a phrase; what begins
// with a participle or a conjunction is no part of a name.
func (d *doc) aroundApposition(p int) (token.Run, bool) {
	c := p - 1
	for c > d.s.First && !(d.kind(c) == token.Comma && d.Tokens[c].Quote == 0) {
		c--
	}
	if c <= d.s.First {
		return token.Run{}, false
	}
	if d.kind(c+1) == token.Word && p-c > 1 && !d.is(c+1, conjunction|subordinate) && !(d.is(c+1, preposition) && p-c < 4) {
		r := d.phraseBefore(c)
		if r.First < r.Last && r.Last-r.First < 14 && !d.is(r.First, preposition) {
			return token.Run{First: r.First, Last: p}, true
		}
	}
	return token.Run{}, false
}

// previous is the subject of the verb before, for "he came and said".
func (d *doc) previous(p int) (token.Run, bool) {
	for i := len(d.found) - 1; i >= 0 && d.found[i].sentence == d.index; i-- {
		if f := d.found[i]; len(f.source) > 0 && f.source[0].First < p {
			return f.source[0], true
		}
	}
	return d.mainSubject(p)
}

// mainSubject is the first noun phrase of the sentence that a verb follows.
// Phrases before it that begin with a preposition or a conjunction end with
// their comma.
func (d *doc) mainSubject(limit int) (token.Run, bool) {
	i := d.s.First
	for d.is(i, conjunction) || d.kind(i) != token.Word && i < limit {
		i++
	}
	if d.is(i, preposition|subordinate|adverb) || strings.HasSuffix(d.low(i), "ing") {
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
		starts := d.is(k, determiner) || d.isName(k) && !d.isName(k-1)
		if starts && !d.is(k-1, preposition|determiner|conjunction) && !strings.HasSuffix(d.low(k-1), "'s") {
			return k
		}
	}
	return i + 1
}

// subjectAfter is the noun phrase that starts at token i behind an inverted verb:
// said Ann Ray, a farmer in Ohio. It ends where something else begins.
func (d *doc) subjectAfter(i int) token.Run {
	end := d.end()
	j, apposed := i, false
	for j < end {
		tok := d.Tokens[j]
		if tok.Quote != 0 || tok.Kind == token.Dash || tok.Kind == token.Colon {
			break
		}
		if j > i && d.endsSubject(j) && !(apposed && d.is(j, preposition) && !d.is(j+1, timeWord|determiner)) {
			break
		}
		apposed = apposed || tok.Kind == token.Comma
		j++
		if j == i+1 && d.is(i, pronoun) {
			break
		}
	}
	return token.Run{First: i, Last: j}
}

// endsSubject reports a word behind which nothing belongs to the name.
func (d *doc) endsSubject(j int) bool {
	if d.kind(j) == token.Comma {
		next := j + 1
		switch {
		case d.is(next, relative), d.is(next, determiner), d.isName(next):
			return d.kind(next) != token.Word
		case d.is(next, conjunction|preposition|subordinate|pronoun|adverb):
			return true
		}
		return strings.HasSuffix(d.low(next), "ing") || d.kind(next) != token.Word || d.Tokens[next].Quote != 0
	}
	switch d.low(j) {
	case "in", "on", "at", "during", "after", "when", "as", "before", "while", "last", "this", "earlier", "via", "about", "to":
		return !d.isName(j-1) || !d.isName(j+1) || d.is(j+1, timeWord) || d.low(j) == "to"
	}
	return d.is(j, timeWord) || d.is(j, subordinate)
}
