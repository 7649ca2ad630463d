package english

import "dateline/internal/annotate/token"

// looseWords is how long a quotation must be to be taken for speech without a cue.
//
// Three finds 6 more of 2,173 than four, at no cost in F1; two costs 0.3 points.
const looseWords = 3

// titleWords is how long a title in quote marks may be within a name.
const titleWords = 6

// loose gives quotations that no cue governs to whoever spoke last: news writes
// the name once and quotes on. Short ones are names and scare quotes, and so are
// those in which every word begins with a capital. It is a guess, and marked as the
// least sure; without it 3 points of the quotations of polnear-dev are nobody's.
func (d *doc) loose() {
	next := 0
	for n, q := range d.Quotes {
		// A token knows the outermost quotation alone: one whose first token is of another lies
		// within that and goes with it.
		if d.Tokens[q.First].Quote != n+1 || !d.untaken(q.Run) || d.inSource(q.Run) || !d.speech(q) {
			continue
		}
		for next < len(d.Sentences)-1 && d.Sentences[next].Last <= q.First {
			next++
		}
		d.index, d.s = next, &d.Sentences[next]
		d.looseQuote(q)
		if q.First < d.s.First {
			next = 0
		}
	}
}

// untaken reports that no statement has any token of r: a quotation that a cue has in
// part is its speaker's.
func (d *doc) untaken(r token.Run) bool {
	for i := r.First; i < r.Last; i++ {
		if d.taken[i] {
			return false
		}
	}
	return true
}

// inSource reports a quotation within a speaker's name: the author of “Old Piers”.
func (d *doc) inSource(r token.Run) bool {
	for _, f := range d.found {
		for _, s := range f.source {
			if s.First <= r.First && r.Last <= s.Last {
				return true
			}
		}
	}
	return false
}

// speech tells what is said from a name in quote marks: it is long and not all in
// capitals, or a mark within it or a colon before it sets it off.
func (d *doc) speech(q token.Quote) bool {
	if q.Last-q.First >= looseWords+2 && !d.title(q.Run) {
		return true
	}
	inner := d.kind(q.Last - 2)
	return q.Last-q.First > 3 && (inner == token.Comma && d.kind(q.Last) == token.Word || d.kind(q.First-1) == token.Colon)
}

// title reports the name of a book or a film.
func (d *doc) title(r token.Run) bool {
	for i := r.First; i < r.Last; i++ {
		if d.kind(i) == token.Word && !d.Tokens[i].Upper && len(d.low(i)) > 3 {
			return false
		}
	}
	return true
}

// looseQuote finds the speaker of a quotation: of a whole paragraph, who was
// quoted at the end of the one before, whose statement goes on; else the subject
// of its sentence, of the sentence that announced it with a colon, or who spoke
// last.
func (d *doc) looseQuote(q token.Quote) {
	last := d.lastBefore(q)
	opens := q.First == d.Paras[q.Para].First
	f := found{content: []token.Run{q.Run}, rule: ruleLoose}
	source, cue, ok := d.follower(q)
	if !ok && opens && last >= 0 && d.goesOnFrom(last, q) {
		d.append(last, q.Run)
		return
	}
	if next := d.takenNext(q); !ok && next >= 0 {
		d.found[next].content, d.found[next].joined = append([]token.Run{q.Run}, d.found[next].content...), true
		return
	}
	if ok {
		f.source, f.cue, f.content = []token.Run{source}, []token.Run{cue}, append(f.content, d.nextQuote()...)
	} else if r, ok := d.announcer(q); ok && !d.is(r.First, relative|subordinate) {
		f.source = []token.Run{r}
	} else if last >= 0 {
		f.source = d.found[last].source
	}
	d.add(f)
}

// takenNext is the statement that begins the next paragraph with a quotation, if
// this one is left open at its paragraph's end: one quotation in two paragraphs,
// credited in the second. -1 for none.
func (d *doc) takenNext(q token.Quote) int {
	if q.Closed || q.First != d.Paras[q.Para].First || q.Para+1 >= len(d.Paras) {
		return -1
	}
	first := d.Paras[q.Para+1].First
	for n, f := range d.found {
		if d.low(first) == d.low(q.First) && f.content[0].First == first && f.rule == ruleBefore {
			return n
		}
	}
	return -1
}

// follower is who stands behind a quotation that a comma, a question or a cry
// ends, with a verb that no list has: “…,” Ray began; “…,” grumbled Ray. Any verb
// will do there, which is worth 0.2 points of who said what on polnear-dev.
func (d *doc) follower(q token.Quote) (source, cue token.Run, ok bool) {
	i := q.Last
	if inner := d.kind(q.Last - 2); inner != token.Comma && inner != token.Stop || i >= d.end() || d.is(i, conjunction|preposition|subordinate|relative) {
		return source, cue, false
	}
	if d.verbish(i) && !d.is(i, aux) {
		r := d.subjectAfter(i + 1)
		return r, token.Run{First: i, Last: i + 1}, d.isName(r.First) || d.is(r.First, pronoun)
	}
	for k := i; k < d.end() && k < i+14 && d.kind(k) == token.Word && d.Tokens[k].Quote == 0; k++ {
		if k > i && (d.verbish(k) || d.looksLikeVerb(k)) {
			g := d.groupStart(k)
			return token.Run{First: i, Last: g}, token.Run{First: g, Last: k + 1}, g > i
		}
	}
	return source, cue, false
}

// looksLikeVerb tells a word behind a name or a pronoun that can hardly be
// anything else: Ray sings.
func (d *doc) looksLikeVerb(k int) bool {
	return (d.isName(k-1) || d.is(k-1, pronoun)) && !d.Tokens[k].Upper && d.classes[k]&^verbal == 0
}

// announcer is the subject of the clause in front of a quotation: Ray had a plan:
// “…”. Nearness alone (who spoke last) is worse by 0.4 points of who said what.
func (d *doc) announcer(q token.Quote) (token.Run, bool) {
	if q.First > d.s.First {
		return d.mainSubject(q.First)
	}
	if d.index == 0 || d.kind(d.Sentences[d.index-1].Last-1) != token.Colon {
		return token.Run{}, false
	}
	d.index--
	d.s = &d.Sentences[d.index]
	return d.mainSubject(d.s.Last)
}

// lastBefore is the index of the last statement with a source before a quotation,
// in its own paragraph or the one before; -1 for none.
func (d *doc) lastBefore(q token.Quote) int {
	best := -1
	for n, f := range d.found {
		if len(f.source) > 0 && f.order() < q.First && f.lastPara(d) >= q.Para-1 && (best < 0 || f.order() > d.found[best].order()) {
			best = n
		}
	}
	return best
}

// lastPara is the paragraph in which a statement ends.
func (f found) lastPara(d *doc) int {
	p := f.para
	for last := f.content[len(f.content)-1].Last; p+1 < len(d.Paras) && d.Paras[p].Last < last; {
		p++
	}
	return p
}

// goesOnFrom reports that a statement ended the paragraph before with a quotation.
func (d *doc) goesOnFrom(n int, q token.Quote) bool {
	f := d.found[n]
	if f.rule != ruleBefore && f.rule != ruleAfter && f.rule != ruleLoose && f.rule != ruleColon {
		return false
	}
	last := f.content[len(f.content)-1]
	return d.Tokens[last.Last-1].Quote != 0 && q.Para > 0 && last.Last >= d.Paras[q.Para-1].Last-1
}

// append adds r to the content of statement n, which then goes over more than one
// paragraph (joined).
func (d *doc) append(n int, r token.Run) {
	d.found[n].content, d.found[n].joined = append(d.found[n].content, r), true
	for i := r.First; i < r.Last; i++ {
		d.taken[i] = true
	}
}
