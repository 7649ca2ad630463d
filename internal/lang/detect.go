package lang

import (
	"math"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dateline/internal/lang/grams"
)

// Unknown is the language of a text that gives too little evidence.
const Unknown = "und"

// sure is the confidence from which Detect takes an answer: an item's language
// decides where it is published, and what its source states is asked next.
const sure = 0.97

// Detect tells the language of a text if there is little doubt, else Unknown.
func Detect(text string) string {
	tag, confidence := Guess(text)
	if confidence < sure {
		return Unknown
	}
	return tag
}

// Guess tells the likeliest language of a text, of a word even, and how sure
// that is, from 0 to 1: by the script, and where languages share one, by the
// letters. Unknown is what holds no words (figures, addresses, code) and what is
// in none of the languages that docs/language.md lists, unless it is close to
// one of them as Galician is to Portuguese.
func Guess(text string) (tag string, confidence float64) {
	text = head(text, window)
	if strings.IndexByte(text, leadOfForms) >= 0 {
		text = norm.NFKC.String(text)
	}
	switch main := mainScript(text); main {
	case latinScript:
		return guess(&latin, text, main)
	case cyrillicScript:
		return guess(&cyrillic, text, main)
	case arabicScript:
		return guess(&arabic, text, main)
	case noScript:
		return Unknown, 0
	default:
		return main.soleLanguage(), 1
	}
}

// window is how many bytes of a text are looked at: a language shows in its
// first lines.
const window = 1000

// leadOfForms begins the letters of Unicode's last block in UTF-8: those that old
// Arabic type had for each place in a word, and wide ones.
const leadOfForms = 0xEF

// head cuts text to n bytes at a rune's boundary.
func head(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && text[n]&0xC0 == 0x80 {
		n--
	}
	return text[:n]
}

// A text of more than long bytes is looked at in pieces all over it, since it
// may begin with a quotation, and no further than until one language leads by
// beyond. An eighth of such a text has no fewer letters than a piece.
const (
	long    = 500
	piece   = 30 // letters
	atLeast = 3  // pieces
	beyond  = 40 * grams.Nat
)

// guess tells the language of a text whose words are mostly in one script.
func guess(t *grams.Table, text string, main script) (tag string, confidence float64) {
	e := newEvidence(t)
	if len(text) <= long {
		e.take(speller{text: text, script: main}, long)
		return e.verdict()
	}
	for i, eighth := range [...]int{0, 4, 2, 6, 1, 5, 3, 7} {
		if i >= atLeast && e.lead() > beyond {
			break
		}
		at := len(text) * eighth / 8
		if eighth > 0 { // to the next whole word
			at += max(0, strings.IndexByte(text[at:], ' '))
		}
		e.take(speller{text: text, script: main, pos: at}, piece)
	}
	return e.verdict()
}

// evidence is what the words of a text cost in each language of a table.
type evidence struct {
	table   *grams.Table
	all     [mostLanguages]int
	symbols int // letters and ends of words
	own     [unlearnt]int
}

// mostLanguages is how many a table may have.
const mostLanguages = 16

// newEvidence begins with each language's handicap, before any word is read.
func newEvidence(t *grams.Table) *evidence {
	e := &evidence{table: t}
	for i, l := range t.Languages() {
		e.all[i] = int(l.Handicap * grams.Nat)
	}
	return e
}

// costs are those of the table's languages; the array has room for more.
func (e *evidence) costs() []int { return e.all[:len(e.table.Languages())] }

// take takes in words until they have that many letters.
func (e *evidence) take(s speller, letters int) {
	for letters > 0 && s.next() {
		e.table.AddWord(e.costs(), s.word())
		e.symbols += s.n + 1
		letters -= s.n
		for _, r := range s.word() {
			noteOwn(&e.own, r)
		}
	}
}

// best returns the likeliest language by its number.
func (e *evidence) best() int {
	best := 0
	for i, c := range e.costs() {
		if c < e.all[best] {
			best = i
		}
	}
	return best
}

// lead is how much more the second likeliest language costs.
func (e *evidence) lead() int {
	best, lead := e.best(), math.MaxInt
	for i, c := range e.costs() {
		if i != best {
			lead = min(lead, c-e.all[best])
		}
	}
	return lead
}

// A language that the table does not have makes every letter cost more than one
// in its own language: 1.7 nats there, seldom 2.5, but 3 to 4 in the wrong one.
const (
	strange  = 3.0 // nats a symbol
	handicap = 10  // nats
)

// leastSymbols is of two letters: one alone is a formula's or a list's.
const leastSymbols = 3

// verdict is the best language and its probability among all, no language of
// the table being one of them. A letter depends on those before, so that
// together they tell but half of what they would alone: with half the nats, of
// the answers given with a confidence of 0.9 nine in ten are right.
func (e *evidence) verdict() (tag string, confidence float64) {
	if e.symbols < leastSymbols {
		return Unknown, 0
	}
	if tag := byOwn(&e.own); tag != "" {
		return tag, 1
	}
	best := e.best()
	least := float64(e.all[best]) / grams.Nat
	other := strange*float64(e.symbols) + handicap
	if other < least {
		return Unknown, 0
	}
	sum := math.Exp((least - other) / 2)
	for _, c := range e.costs() {
		sum += math.Exp((least - float64(c)/grams.Nat) / 2)
	}
	return e.table.Languages()[best].Tag, 1 / sum
}
