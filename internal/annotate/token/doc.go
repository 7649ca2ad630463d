// Package token cuts a text into words and marks, sentences, paragraphs and
// quotations, for rules that look at words in their order. It is pure, works in
// bytes, and knows nothing of any one language beyond abbreviations and marks.
package token

import "dateline/internal/lang"

// A Kind says what a token is to a rule.
type Kind uint8

// The kinds. Open and Close are the marks of a quotation, whatever they look
// like; an apostrophe is a part of its word.
const (
	Word  Kind = iota
	Stop       // . ! ? ؟ that may end a sentence, …
	Comma      // , ، and nothing else
	Colon      // :
	Dash       // – — and - between spaces, and ; ؛
	Open
	Close
	Left  // ( [
	Right // ) ]
	Other
)

// A Token is a word or a mark.
type Token struct {
	Start, End int    // bytes of the text
	Low        string // in lower case, with ' for ’
	Kind       Kind
	Upper      bool // begins with a capital letter
	Quote      int  // 1 + index of the outermost quotation that it lies in, marks included; 0 for none
}

// A Run is a half-open run of tokens.
type Run struct{ First, Last int }

// A Sentence is a run of tokens of one paragraph. Sentences within a quotation
// are not split: the rules need a quotation and the words that credit it in one
// piece.
type Sentence struct {
	Run
	Para int
}

// A Quote is a quotation: the run from its opening to its closing mark, both
// included. One that its paragraph leaves open ends with the paragraph, as when
// somebody is quoted over several paragraphs.
type Quote struct {
	Run
	Para   int
	Closed bool
}

// A Text is a text cut up.
type Text struct {
	Body      string
	Tokens    []Token
	Paras     []Run
	Sentences []Sentence
	Quotes    []Quote

	folded []string // by token, once it was asked for
}

// Folded is each word as lang.Fold has it, and each mark as it is. It is made
// once, for all rules that read Arabic: not safe for several goroutines.
func (t *Text) Folded() []string {
	if t.folded == nil {
		t.folded = make([]string, len(t.Tokens))
		for i, tok := range t.Tokens {
			t.folded[i] = tok.Low
			if tok.Kind == Word {
				t.folded[i] = lang.Fold(tok.Low)
			}
		}
	}
	return t.folded
}
