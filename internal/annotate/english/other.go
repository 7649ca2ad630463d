package english

import (
	"strings"

	"dateline/internal/annotate/token"
)

// according reads "according to Ray" before or behind what Ray said: one point of who
// said what on polnear-dev.
func (d *doc) according(i int) bool {
	if d.low(i) != "according" || d.low(i+1) != "to" {
		return false
	}
	f := found{cue: []token.Run{{First: i, Last: i + 2}}, rule: ruleAccording}
	end := d.end()
	if i == d.s.First || d.is(i-1, conjunction|adverb) && i-1 == d.s.First {
		comma := i + 2
		for comma < end && !(d.kind(comma) == token.Comma && d.Tokens[comma].Quote == 0 && !d.apposed(comma)) && !d.speechOpens(comma, i+2) {
			comma++
		}
		f.source = []token.Run{{First: i + 2, Last: comma}}
		if d.kind(comma) == token.Open {
			comma-- // no comma parts them
		}
		if comma >= end {
			return false
		}
		f.content = append([]token.Run{{First: comma + 1, Last: d.clauseEnd(comma+1, end)}}, d.nextIfQuoted(token.Run{First: comma, Last: end})...)
		return d.add(f)
	}
	f.source = []token.Run{d.subjectAfter(i + 2)}
	first := i
	for first > d.s.First && !d.taken[first-1] {
		first--
	}
	f.content = []token.Run{{First: d.withCredited(first, i), Last: i}}
	if next := f.source[0].Last; d.kind(next) == token.Comma && next+2 < end && d.kind(i-1) == token.Comma && !d.is(next+1, conjunction) && !strings.HasSuffix(d.low(next+1), "ing") {
		f.content = append(f.content, token.Run{First: next + 1, Last: d.clauseEnd(next+1, end)})
	}
	return d.add(f)
}

// speechOpens reports a quotation at token i that ends the sentence, behind the name
// that starts at token from: according to Bell “it leaks”.
func (d *doc) speechOpens(i, from int) bool {
	return d.kind(i) == token.Open && i > from && d.Quotes[d.Tokens[i].Quote-1].Last >= d.end()
}

// withCredited is where what stands in front of according begins. Where only a speaker
// stands there (“…,” Bell said, according to the Post) what he said goes along: the
// Post has it that he did.
func (d *doc) withCredited(first, i int) int {
	for _, f := range d.found {
		if f.sentence != d.index || len(f.source) == 0 || f.content[0].First >= first {
			continue
		}
		if f.rule == ruleBefore && (f.source[0].First == first || f.cue[0].First == first) {
			return f.content[0].First
		}
	}
	return first
}

// apposed reports a comma inside a name: Ray, a farmer, …; Miami, Fla., …
func (d *doc) apposed(comma int) bool {
	if d.low(comma+1) == "a" || d.low(comma+1) == "an" || d.low(comma+1) == "who" || d.low(comma+1) == "which" {
		for k := comma + 1; k < d.end(); k++ {
			if d.kind(k) == token.Comma {
				return true
			}
		}
	}
	return false
}

// raising reads what seems so or is held so by nobody who is named: "Ray is
// expected to resign", "it appears that". The content is subject and predicate.
// People label them one time and not the other: who said what would be 0.2 points
// better on polnear-dev without them.
func (d *doc) raising(i int) bool {
	switch d.low(i) {
	case "seem", "seems", "seemed", "appear", "appears", "appeared":
	case "expected", "believed", "reported", "thought", "rumored", "known", "alleged", "considered", "said":
		p := cue{entry: entry{form: past}, v: i, group: d.groupStart(i)}
		if !d.passive(&p) {
			return false
		}
	case "reportedly", "apparently", "allegedly":
		return d.reportedly(i)
	default:
		return false
	}
	j := i + 1
	if d.low(j) != "to" && d.low(j) != "that" && d.low(j) != "as" && d.low(j) != "like" {
		return false
	}
	g := d.groupStart(i)
	f := found{cue: []token.Run{{First: g, Last: i + 1}}, rule: rulePassive}
	if s, ok := d.subject(g); ok && d.low(s.First) != "it" {
		f.content = append(f.content, s)
	}
	// Known to the police is no infinitive.
	if d.low(j) == "to" && d.is(j+1, determiner) {
		return false
	}
	f.content = append(f.content, token.Run{First: j, Last: d.clauseEnd(j, d.end())})
	return d.add(f)
}

// reportedly marks its whole clause as somebody's word.
func (d *doc) reportedly(i int) bool {
	first := d.s.First
	for k := i; k > d.s.First; k-- {
		if d.kind(k) == token.Comma {
			first = k + 1
			break
		}
	}
	return d.add(found{cue: []token.Run{{First: i, Last: i + 1}},
		content: []token.Run{{First: first, Last: i}, {First: i + 1, Last: d.clauseEnd(i+1, d.end())}}, rule: rulePassive})
}

// nounCue reads nouns that hold a statement: his claim that …, Ray's criticism of.
// They are seldom right as a whole (the least sure rule), yet without them 0.2 points
// of what is said are lost by the word.
func (d *doc) nounCue(i int) bool {
	if !reportingNoun(d.low(i)) || d.Tokens[i].Upper {
		return false
	}
	next := d.low(i + 1)
	// Without such a word the noun holds nothing: his statement drew applause.
	if next != "that" && next != "of" && next != "for" && next != "to" && next != "about" && next != "on" {
		return false
	}
	owner, ok := d.owner(i)
	if !ok && (next != "that" || d.presentTense(i)) {
		return false
	}
	f := found{source: owner, cue: []token.Run{{First: i, Last: i + 1}}, rule: ruleNoun}
	start := i + 2
	if next == "that" || next == "to" {
		start = i + 1
	}
	if start >= d.end() || d.taken[start] {
		return false // Bell said in a statement that …: the verb has it
	}
	f.content = []token.Run{{First: start, Last: d.phraseEnd(start)}}
	return d.add(f)
}

// presentTense tells the verb from the plural of its noun: the mayor claims that ….
func (d *doc) presentTense(i int) bool {
	for _, e := range d.lex[d.low(i)] {
		if e.form == third {
			return d.isVerb(cue{entry: e, v: i, group: d.groupStart(i)})
		}
	}
	return false
}

// owner is whose word it is: his, Ray's.
func (d *doc) owner(i int) ([]token.Run, bool) {
	for k := i - 1; k >= d.s.First && i-k < 4; k-- {
		switch {
		case d.is(k, possessive):
			return []token.Run{{First: k, Last: k + 1}}, true
		case strings.HasSuffix(d.low(k), "'s") || strings.HasSuffix(d.low(k), "s'"):
			return []token.Run{d.phraseBefore(k + 1)}, true
		case d.kind(k) != token.Word || d.classes[k]&^adverb != 0:
			return nil, false
		}
	}
	return nil, false
}

// reportingNoun knows nouns in both numbers: cutting the s is harmless, as none of them
// ends in one.
func reportingNoun(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "claim", "statement", "allegation", "assertion", "argument", "accusation", "suggestion", "warning", "promise", "pledge", "vow", "belief",
		"complaint", "concern", "fear", "criticism", "call", "demand", "request", "announcement", "prediction", "view", "opinion", "contention",
		"insistence", "admission", "denial", "remark", "comment", "assurance", "conclusion", "hope", "threat", "endorsement", "condemnation",
		"description", "assessment", "proposal", "opposition", "rejection", "support", "doubt", "praise", "question", "acknowledgment", "worry":
		return true
	}
	return false
}

// speakerColon reads an interview's turns and headlines: "Ray: …", half a point of who
// said what on polnear-dev. The words up to the colon are a name, so each begins with
// a capital. A transcript that is quoted as a whole has its names in capitals
// throughout ("RAY: …): without them it would be any quotation with a colon.
func (d *doc) speakerColon() {
	first := d.s.First
	if first != d.Paras[d.s.Para].First {
		return
	}
	quoted := d.kind(first) == token.Open
	if quoted {
		first++
	}
	i := first
	for i < d.s.Last && d.isName(i) && i-first < 5 && (!quoted || d.allCaps(i)) {
		i++
	}
	if i == first || d.kind(i) != token.Colon || d.lexical(first, past) || i+2 >= d.s.Last {
		return
	}
	d.add(found{source: []token.Run{{First: first, Last: i}}, cue: []token.Run{{First: i, Last: i + 1}},
		content: []token.Run{{First: i + 1, Last: d.Paras[d.s.Para].Last}}, rule: ruleColon})
}

// allCaps reads the text itself, for a token keeps no more than its first capital. A
// single letter (I, A) is none.
func (d *doc) allCaps(i int) bool {
	w := d.Body[d.Tokens[i].Start:d.Tokens[i].End]
	return len(w) > 1 && strings.ToUpper(w) == w
}

// signed reads a quotation with its speaker's name behind a dash, as letters and
// readers' voices are printed: “….” — Ann Ray. Nothing but the name may follow. Few
// texts have them, but these have nothing else: 4 points of the quotations with the
// right source on polnear-dev.
func (d *doc) signed() {
	dash := d.s.First
	for dash < d.s.Last && !(d.kind(dash) == token.Dash && d.Tokens[dash].Quote == 0) {
		dash++
	}
	q := dash - 1
	if q < 0 || d.kind(q) != token.Close || d.kind(q-1) != token.Stop || d.Quotes[d.Tokens[q].Quote-1].First != d.Paras[d.Quotes[d.Tokens[q].Quote-1].Para].First {
		return
	}
	i := dash + 1
	for i < d.s.Last && (d.isName(i) || d.kind(i) == token.Word && d.low(i) == "de") && i-dash < 6 {
		i++
	}
	// Without a name, or with more than one, what stands behind the dash goes on with the
	// sentence.
	if i < dash+2 || i < d.end() {
		return
	}
	d.add(found{source: []token.Run{{First: dash + 1, Last: i}}, cue: []token.Run{{First: dash, Last: dash + 1}},
		content: []token.Run{d.Quotes[d.Tokens[q].Quote-1].Run}, rule: ruleBefore})
}
