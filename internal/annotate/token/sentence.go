package token

// longSentence is how many tokens a sentence may have outside quotations. Rules
// look through their whole sentence at each cue: a table or a list of results
// without a full stop, read as one sentence, took seconds for 80 KB. Of 924 news
// articles the longest real sentence has 329, most of them quoted.
const longSentence = 500

// sentences splits paragraph p. A sentence ends at a full stop outside
// quotations, and behind a quotation that itself ends with one, when a capital,
// another quotation or an Arabic letter follows.
func (t *Text) sentences(p int) {
	run := t.Paras[p]
	first := run.First
	for i := run.First; i < run.Last; i++ {
		if !t.endsSentence(i, run.Last) && (i-first < longSentence || t.Tokens[i].Quote != 0) {
			continue
		}
		j := i + 1
		for j < run.Last && (t.Tokens[j].Kind == Stop || t.Tokens[j].Kind == Right) {
			j++
		}
		t.Sentences = append(t.Sentences, Sentence{Run{first, j}, p})
		first, i = j, j-1
	}
	if first < run.Last {
		t.Sentences = append(t.Sentences, Sentence{Run{first, run.Last}, p})
	}
}

// endsSentence tells whether token i ends its sentence, in the paragraph that ends
// before last. Marks and brackets behind a stop are still the sentence's.
func (t *Text) endsSentence(i, last int) bool {
	tok := t.Tokens[i]
	switch {
	case tok.Kind == Stop && tok.Quote == 0:
	case tok.Kind == Word && tok.Quote == 0 && i+1 < last && shortened(tok.Low) && opener(t.Body[t.Tokens[i+1].Start:t.Tokens[i+1].End]):
		return true
	case tok.Kind == Close && i > 0 && t.Tokens[i-1].Kind == Stop && !t.inside(i):
	default:
		return false
	}
	for j := i + 1; j < last; j++ {
		next := t.Tokens[j]
		switch next.Kind {
		case Stop, Right:
			continue
		// What follows goes on with the sentence: “Why?”, he asked; he left (at last!), she said.
		case Comma, Colon, Dash, Close:
			return false
		case Word:
			// Arabic letters, all beyond ASCII, have no capitals, so any of them may begin one.
			return next.Upper || next.Low[0] >= '0' && next.Low[0] <= '9' || next.Low[0] > 0x7f
		default:
			return true
		}
	}
	return true
}

// inside reports a mark that closes a quotation within another.
func (t *Text) inside(i int) bool {
	q := t.Tokens[i].Quote
	return q > 0 && t.Quotes[q-1].Last > i+1
}

// shortened tells abbreviations that often stand at a sentence's end, whose full
// stop then is the sentence's as well.
func shortened(w string) bool {
	switch w {
	case "p.m.", "a.m.", "u.s.", "d.c.", "u.n.", "u.k.", "e.u.", "jr.", "calif.", "fla.", "inc.", "corp.":
		return true
	}
	return false
}

// opener tells words that, with a capital, begin a sentence and no name.
func opener(w string) bool {
	switch w {
	case "He", "She", "They", "It", "The", "But", "And", "In", "We", "I", "On", "At", "This", "That", "His", "Her", "A", "As", "For", "“":
		return true
	}
	return false
}
