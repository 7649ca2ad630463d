package english

import (
	"strings"
	"sync"

	"dateline/internal/annotate/token"
)

// A class is what a word is to the shallow grammar. A word has several.
type class uint32

const (
	aux         class = 1 << iota // has, was, will, didn't …
	be                            // forms of be
	adverb                        // also, later; words in -ly are found by their end
	pronoun                       // as a subject: he, they
	relative                      // who, which
	determiner                    // the, a, his, some: a noun phrase begins
	preposition                   // in, of
	subordinate                   // because, when: a clause begins
	conjunction                   // and, but, or
	question                      // what, whether: may begin a content
	verbal                        // past forms of frequent verbs that report nothing
	timeWord                      // Monday, week, yesterday
	modal                         // will, would, to: an infinitive follows
	possessive                    // his, their
	object                        // him, them
)

// wordClasses is built when it is first asked for.
var wordClasses = sync.OnceValue(newClasses)

// newClasses gives a word the classes of all lists that it stands in: yesterday is an
// adverb and a word of time.
func newClasses() map[string]class {
	all := map[string]class{}
	for list, c := range map[string]class{
		`has have had having do does did don't doesn't didn't hasn't haven't hadn't
		he's she's it's they've we've i've you've he'd she'd they'd we'd i'd i'm you're they're we're that's who's there's`: aux,
		`is are was were be been being isn't aren't wasn't weren't am 's 're`:                                                                  aux | be,
		`will would could should may might must can can't cannot won't wouldn't couldn't shouldn't 'll he'll she'll they'll we'll i'll you'll`: aux | modal,
		`not never also later then now just again still even already often once soon always ever too instead perhaps maybe further
		thereby first yet rather simply yesterday today first long much has almost further jointly all both himself herself themselves
		itself aloud back in-turn subsequently though therefore however meanwhile well more twice somewhat`: adverb,
		`he she they it we i you`:                                  pronoun,
		`who which that whom`:                                      relative,
		`himself herself themselves him them me us`:                object,
		`the a an this these those some any no each every another`: determiner,
		`his her its their our my your`:                            determiner | possessive,
		`in of for at from with to on by against near about over under between among into through during without within
		including like than via per despite toward towards across around behind outside inside amid beyond up upon throughout
		regarding concerning following alongside off out down`: preposition,
		`because when if while although though whereas unless after before since where whether as until once so that`: subordinate,
		`and but or nor yet`:                           conjunction,
		`what how why whether who where when which if`: question,
		`went came took got gave made left ran won lost saw met held began became kept brought stood led fell grew sent built spent
		paid put set let hit cut knew wore drew rose chose broke drove flew bought caught taught fought sat stood lay
		makes takes gets gives goes comes keeps leads needs wins loses runs looks works plays helps
		tied used died owed lied need make take get give go come keep run win lose work look help became seems seem remains seemed continued`: verbal,
		`monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier later recently
		january february march april may june july august september october november december
		morning afternoon evening night week month year ago last next`: timeWord,
	} {
		for _, w := range strings.Fields(list) {
			all[w] |= c
		}
	}
	// The lists know no capitals, and the verb is more frequent than the month.
	all["may"] &^= timeWord
	return all
}

// is tells that token i has one of the classes c; beside the text it has none.
func (d *doc) is(i int, c class) bool {
	return i >= 0 && i < len(d.Tokens) && d.classes[i]&c != 0
}

// classify tells the classes of a token. Words in -ly are adverbs unless they
// stand at the top of a name (Kelly, Emily).
func classify(tok token.Token) class {
	if tok.Kind != token.Word {
		return 0
	}
	if tok.Upper && (tok.Low == "us" || tok.Low == "who") {
		return 0 // the US, the WHO: no sentence begins with us, few with Who
	}
	c := wordClasses()[tok.Low]
	if c == 0 && len(tok.Low) > 4 && strings.HasSuffix(tok.Low, "ly") && !tok.Upper && !adjectiveInLy(tok.Low) {
		return adverb
	}
	return c
}

// namedLikeModal reports May and Will as names: Theresa May, Will Bell.
func (d *doc) namedLikeModal(i int) bool {
	tok := d.Tokens[i]
	if !tok.Upper || tok.Low != "may" && tok.Low != "will" || wordClasses()[d.low(i-1)]&preposition != 0 {
		return false
	}
	return d.isName(i-1) && wordClasses()[d.low(i-1)] == 0 || d.isName(i+1) && wordClasses()[d.low(i+1)] == 0
}

func adjectiveInLy(w string) bool {
	switch w {
	case "family", "rally", "likely", "early", "daily", "weekly", "monthly", "yearly", "friendly", "elderly", "only", "reply", "supply", "ally",
		"assembly", "anomaly", "monopoly", "bully", "belly", "jelly", "lonely", "deadly", "costly", "ugly", "holy", "july", "italy":
		return true
	}
	return false
}

// verbish tells a word that is likely a finite verb, so that no noun phrase goes
// across it. Words in -ed count only where no article or adjective stands before. It
// is asked where a wrong yes cuts a name and a wrong no swallows a clause, so a word
// must look like a verb by itself and by its neighbour.
func (d *doc) verbish(i int) bool {
	if i >= len(d.Tokens) { // a text that breaks off: “It leaks,” he said,
		return false
	}
	tok := d.Tokens[i]
	if tok.Kind != token.Word || tok.Upper && i > 0 && !d.startsSentence(i) {
		return false
	}
	if d.is(i, aux|verbal) {
		return true
	}
	if d.is(i-1, determiner) || strings.HasSuffix(d.low(i-1), "'s") {
		return false
	}
	for _, e := range d.lex[tok.Low] {
		if e.form == past || e.form == part && !strings.HasSuffix(tok.Low, "ed") {
			return !d.is(i-1, preposition)
		}
		if e.form == third && (d.is(i-1, pronoun|relative|adverb) || d.isName(i-1)) {
			return true
		}
		if e.form == base && d.is(i-1, pronoun|modal) {
			return true
		}
	}
	if tok.Upper && nameInEd(tok.Low) {
		return false
	}
	return strings.HasSuffix(tok.Low, "ed") && len(tok.Low) > 4 && !d.is(i-1, preposition|adverb) && !strings.Contains(tok.Low, "-")
}

// nameInEd tells first names that end like a past, with which many sentences of a
// wire begin: Mohammed is no participle.
func nameInEd(w string) bool {
	switch w {
	case "ahmed", "mohammed", "mohamed", "muhammed", "hamed", "saeed", "sayed", "waleed", "khaled", "majed", "rashed", "fahed", "zayed", "alfred", "jared", "manfred", "wilfred", "winifred":
		return true
	}
	return false
}

// isName tells a word with a capital, whatever it is: at a sentence's start it says
// little, so the rules ask for more there.
func (d *doc) isName(i int) bool {
	return i >= 0 && i < len(d.Tokens) && d.Tokens[i].Kind == token.Word && d.Tokens[i].Upper
}

func (d *doc) low(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Low
}

// kind is Stop beside the text, as if a sentence ended there: rules look one or two
// tokens past what they have checked.
func (d *doc) kind(i int) token.Kind {
	if i < 0 || i >= len(d.Tokens) {
		return token.Stop
	}
	return d.Tokens[i].Kind
}
