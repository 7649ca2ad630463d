package english

import (
	"strings"

	"dateline/internal/annotate/token"
)

// clauseEnd is where the clause that starts at token i ends: with its sentence,
// or where the next statement begins.
func (d *doc) clauseEnd(i, end int) int {
	for j := i; j < end; j++ {
		if d.kind(j) == token.Close && j > i && d.kind(j-1) == token.Comma && d.speaks(j+1, end) {
			return j + 1 // that “it leaks,” the mayor said
		}
		if d.Tokens[j].Quote != 0 {
			continue
		}
		switch {
		// A semicolon has the kind of a dash; it always ends a clause.
		case d.low(j) == ";":
			return j
		case j > i && (d.kind(j) == token.Comma || d.kind(j) == token.Dash) && d.announces(j+1, end):
			return j
		case d.kind(j) == token.Comma && (d.nextStatement(j+1, end) || d.is(i-2, relative) && d.verbish(j+1)):
			return j
		case j > i && (d.low(j) == "and" || d.low(j) == "but") && (d.plainReport(j+1) || d.announces(j+1, end)):
			return j
		}
	}
	return end
}

// plainReport tells the verbs of which a second one behind and or but has the
// same subject as the first: said that … and told … Any verb would end the content of
// those who say that somebody came and left; with none 0.4 points are lost.
func (d *doc) plainReport(i int) bool {
	for d.is(i, adverb) {
		i++
	}
	switch d.low(i) {
	case "said", "told", "added", "says", "tells", "adds", "urged", "accused", "called", "asked", "noted", "argued", "suggested":
		return true
	}
	return false
}

// nextStatement reports that another statement begins at token i, behind a comma:
// adding that …, but she denied …, according to …
func (d *doc) nextStatement(i, end int) bool {
	if d.low(i) == "according" {
		return true
	}
	if d.is(i, conjunction) || d.low(i) == "while" || d.low(i) == "although" || d.low(i) == "though" {
		i++
		for k := i; k < end && k < i+6 && d.Tokens[k].Quote == 0 && d.kind(k) == token.Word; k++ {
			if d.reports(k, past) || d.reports(k, third) && k > i {
				return true
			}
		}
		return false
	}
	for d.is(i, adverb) && i < end {
		i++
	}
	return d.reports(i, ing)
}

// announces reports a speaker and a verb of saying right before a quotation: …,
// Ray said, "…". Whoever was quoted before has ended. Twelve tokens have room for a
// name with its office; with five 0.1 points of who said what are lost.
func (d *doc) announces(i, end int) bool {
	for k := i + 1; k < end && k < i+12 && d.Tokens[k].Quote == 0 && d.kind(k) == token.Word; k++ {
		if d.is(k, relative|subordinate) {
			return false
		}
		if (d.lexical(k, past) || d.lexical(k, third)) && d.opensQuote(k+1) {
			return true
		}
	}
	return false
}

// speaks reports a noun phrase and a verb of saying at token i.
func (d *doc) speaks(i, end int) bool {
	for k := i + 1; k < end && k < i+8 && d.Tokens[k].Quote == 0 && d.kind(k) == token.Word && !d.is(k, relative|subordinate); k++ {
		if d.reports(k, past) && d.plainReport(k) {
			return !d.is(i, conjunction|preposition)
		}
	}
	return false
}

// opensQuote reports a quotation at token i, or behind the comma or colon there.
func (d *doc) opensQuote(i int) bool {
	if d.kind(i) == token.Comma || d.kind(i) == token.Colon {
		i++
	}
	return d.kind(i) == token.Open
}

// reports tells a form of a verb that takes clauses, which is beyond doubt a cue.
func (d *doc) reports(i int, f form) bool {
	for _, e := range d.lex[d.low(i)] {
		if e.form == f && e.frames&(that|addressee) != 0 && e.frames&weak == 0 && d.Tokens[i].Quote == 0 {
			return true
		}
	}
	return false
}

// phraseEnd is where an object that starts at token i ends: at a comma, at the
// next clause, or with the sentence. for and of stay: criticized Ray for leaving.
func (d *doc) phraseEnd(i int) int {
	end := d.end()
	for j := i; j < end; j++ {
		if d.Tokens[j].Quote != 0 {
			continue
		}
		switch {
		case d.kind(j) == token.Dash || d.kind(j) == token.Comma && !d.inList(j, end) || d.kind(j) == token.Colon && d.kind(j+1) == token.Open:
			return j
		case j > i && d.is(j, subordinate) && !d.is(j, preposition|relative) && d.low(j) != "that" && d.low(j) != "as" && d.low(j) != "so":
			return j
		case j > i && d.is(j, conjunction) && (d.reports(j+1, past) || d.low(j) == "but" || d.announces(j+1, end)):
			return j
		}
	}
	return end
}

// inList reports a comma between things of one kind: jobs, taxes and schools.
func (d *doc) inList(j, end int) bool {
	for k := j + 1; k < end && k < j+6; k++ {
		if d.verbish(k) || d.is(k, relative|pronoun) || strings.HasSuffix(d.low(k), "ing") {
			return false
		}
		if d.low(k) == "and" || d.low(k) == "or" {
			return true
		}
	}
	return false
}

// skipAddressee goes over whom somebody told: CNN, reporters in Ohio, the Times.
func (d *doc) skipAddressee(i int) int {
	end := d.end()
	// The lists have her as an owner and you as a subject only.
	if d.is(i, object) || d.low(i) == "her" || d.low(i) == "you" {
		return i + 1
	}
	if d.kind(i) != token.Word || d.is(i, preposition|question|pronoun|modal) {
		return i
	}
	for j := i; j < end; j++ {
		if j > i && (d.is(j, pronoun) && !d.is(j, relative) || d.contracted(j)) {
			return j
		}
		if d.Tokens[j].Quote != 0 || d.kind(j) == token.Comma || d.kind(j) == token.Colon || d.low(j) == "that" || d.low(j) == "to" || j > i && d.is(j, question) || d.is(j, timeWord|preposition) {
			return j
		}
		if j > i && d.is(j, determiner) && !d.is(j-1, preposition) {
			return j
		}
	}
	return min(i+1, end)
}

// skipAdverbials goes over when, where and to whom: on Monday, in a statement, at
// a rally in Ohio. It goes over a phrase only if content or an end follows.
func (d *doc) skipAdverbials(i int, frames frame) int {
	end := d.end()
	for i < end {
		switch {
		case d.low(i) == "to" && frames&infin != 0 || d.is(i, question) && frames&wh != 0 || d.low(i) == "out" && d.low(i+1) == "that":
			return i
		case d.is(i, timeWord) || d.is(i, adverb) && d.kind(i) == token.Word || d.isYear(i):
			i++
		case d.is(i, preposition) || d.low(i) == "as" || d.low(i) == "before" || d.low(i) == "after" || d.low(i) == "when" || d.low(i) == "this":
			j := d.adverbialEnd(i, end)
			if j == i {
				return i
			}
			i = j
		default:
			return i
		}
	}
	return i
}

// insert is how many tokens may stand between the two marks of an insertion.
const insert = 12

// pastInsert goes over what two commas or dashes set off before that or a quotation:
// said, without giving details, that …; wrote in his memoir, Old Piers, that …
func (d *doc) pastInsert(i int) int {
	mark := d.kind(i)
	if mark != token.Comma && mark != token.Dash {
		return i
	}
	for j := i + 1; j+1 < d.end() && j < i+insert && d.Tokens[j].Quote == 0; j++ {
		if d.kind(j) == mark && j > i+1 {
			if d.low(j+1) == "that" || d.kind(j+1) == token.Open {
				return j + 1
			}
			return i
		}
	}
	return i
}

// isYear reports a number behind a word of time: March 5, January 2025.
func (d *doc) isYear(i int) bool {
	w := d.low(i)
	return len(w) > 0 && len(w) <= 4 && w[0] >= '0' && w[0] <= '9' && d.is(i-1, timeWord)
}

// adverbialEnd is where a phrase that starts with a preposition ends: at that, a
// quotation, a colon, a comma, a pronoun, or a verb's subject.
func (d *doc) adverbialEnd(i, end int) int {
	for j := i + 1; j < end; j++ {
		switch {
		case d.kind(j) == token.Open, d.kind(j) == token.Comma, d.kind(j) == token.Colon, d.low(j) == "that" && j > i+1:
			return j
		case d.is(j, pronoun) && j > i+1 || d.contracted(j):
			return j
		case d.is(j, timeWord) && !d.is(j+1, preposition) && j+1 < end && d.kind(j+1) == token.Word && !d.is(j+1, timeWord) && !d.isYear(j+1) && d.low(j+1) != "that":
			return j + 1
		case d.is(j, determiner) && j > i+1 && !d.is(j-1, preposition|conjunction|adverb) && !d.is(j-1, timeWord):
			return j
		}
	}
	return end
}
