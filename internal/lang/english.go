package lang

import "strings"

// englishStem is Porter's second stemmer for English, over the bytes of a form
// of a-z. The library kljensen/snowball takes four times as long and would be
// most of the cost of an item's words; the test compares the two word by word.
func englishStem(form string) string {
	if len(form) <= 2 || settled(form[len(form)-1]) {
		return form
	}
	if stem := irregular(form); stem != "" {
		return stem
	}
	var p porter
	p.n = copy(p.buf[:], form)
	p.markConsonantY()
	p.regions()
	p.plural()
	if !p.invariant() {
		p.pastAndGerund()
		p.finalY()
		if p.r1+2 <= p.n { // room for an ending: not in short words
			p.derived()
			p.adjective()
			p.noun()
		}
		p.finalE()
	}
	if p.hasY {
		p.lowerY()
	}
	if p.n <= len(form) && string(p.word()) == form[:p.n] {
		return form[:p.n] // nearly always: no copy
	}
	return string(p.word())
}

// settled reports whether no rule cuts or changes words with that last letter:
// one different word in seven of a news text.
func settled(last byte) bool {
	return strings.IndexByte("abfhjkopquvwxz", last) >= 0
}

// irregular returns the stem of the words that the rules get wrong, else "".
func irregular(form string) string {
	switch form {
	case "sky", "news", "howe", "atlas", "cosmos", "bias", "andes":
		return form
	case "skis":
		return "ski"
	case "skies":
		return "sky"
	case "dying":
		return "die"
	case "lying":
		return "lie"
	case "tying":
		return "tie"
	case "idly", "gently", "singly":
		return form[:len(form)-1]
	case "ugly":
		return "ugli"
	case "early":
		return "earli"
	case "only":
		return "onli"
	}
	return ""
}

// A porter is a word on its way to its stem: the first n bytes of buf, which is
// an array so that it stays on the stack. A y that is a consonant is written Y.
// r1 and r2 are where the regions begin in which endings may be cut.
type porter struct {
	buf       [maxForm + 8]byte
	n, r1, r2 int
	hasY      bool // a consonant
}

// word is valid until the next step changes the word.
func (p *porter) word() []byte { return p.buf[:p.n] }

// put replaces the last cut bytes.
func (p *porter) put(cut int, by string) {
	p.n += copy(p.buf[p.n-cut:], by) - cut
}

// markConsonantY marks y at the beginning or behind a vowel, which Porter takes for a
// consonant: yes, boy, but not cry.
func (p *porter) markConsonantY() {
	for i, c := range p.word() {
		if c == 'y' && (i == 0 || isVowel(p.buf[i-1])) {
			p.buf[i] = 'Y'
			p.hasY = true
		}
	}
}

// lowerY takes the marks off again; it is asked only if there are any.
func (p *porter) lowerY() {
	for i, c := range p.word() {
		if c == 'Y' {
			p.buf[i] = 'y'
		}
	}
}

// isVowel tells a vowel by a bit, without a branch: a letter of a word is one or
// not as good as by chance. A Y is none.
func isVowel(c byte) bool {
	const vowels = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a') | 1<<('y'-'a')
	return vowels>>((c-'a')&31)&1 != 0 && c >= 'a'
}

// regions finds R1 and R2. Of three beginnings R1 is fixed, or general and generous,
// community and commune would become one.
func (p *porter) regions() {
	p.r1 = p.region(0)
	switch {
	case p.begins("gener") || p.begins("arsen"):
		p.r1 = 5
	case p.begins("commun"):
		p.r1 = 6
	}
	p.r2 = p.region(p.r1)
}

func (p *porter) begins(prefix string) bool {
	return p.n >= len(prefix) && p.buf[0] == prefix[0] && string(p.buf[:len(prefix)]) == prefix
}

// region returns the place after the first consonant that follows a vowel.
func (p *porter) region(from int) int {
	for i := from + 1; i < p.n; i++ {
		if !isVowel(p.buf[i]) && isVowel(p.buf[i-1]) {
			return i + 1
		}
	}
	return p.n
}

func (p *porter) ends(suffix string) bool {
	n := p.n - len(suffix)
	return n >= 0 && p.buf[p.n-1] == suffix[len(suffix)-1] && string(p.buf[n:p.n]) == suffix
}

func (p *porter) trim(n int) { p.n -= n }

// hasVowel looks at the first end bytes only.
func (p *porter) hasVowel(end int) bool {
	for _, c := range p.buf[:end] {
		if isVowel(c) {
			return true
		}
	}
	return false
}

// shortAt reports whether a short syllable ends before end.
func (p *porter) shortAt(end int) bool {
	switch {
	case end == 2:
		return isVowel(p.buf[0]) && !isVowel(p.buf[1])
	case end > 2:
		c := p.buf[end-1]
		return !isVowel(c) && c != 'w' && c != 'x' && c != 'Y' && isVowel(p.buf[end-2]) && !isVowel(p.buf[end-3])
	}
	return false
}

// plural is step 1a.
func (p *porter) plural() {
	n := p.n
	switch {
	case p.ends("sses"):
		p.trim(2)
	case p.ends("ied") || p.ends("ies"):
		// Cries become cri, as cry does, but ties tie: a single letter before would be too little.
		if n > 4 {
			p.trim(2)
		} else {
			p.trim(1)
		}
	// Their s is no plural: bus, pass.
	case p.ends("us") || p.ends("ss"):
	case p.ends("s"):
		// The vowel right before the s does not count: gas and this keep it, gaps does not.
		if p.hasVowel(n - 2) {
			p.trim(1)
		}
	}
}

// invariant reports whether the word is done after its plural was cut.
func (p *porter) invariant() bool {
	switch string(p.word()) {
	case "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed":
		return true
	}
	return false
}

// pastAndGerund is step 1b.
func (p *porter) pastAndGerund() {
	l, found := p.match(&verbRules)
	n := p.n - len(l.ending)
	switch {
	case !found:
	case l.by != "":
		if n >= p.r1 {
			p.put(len(l.ending), l.by)
		}
	case p.hasVowel(n):
		p.n = n
		p.mendCut()
	}
}

// mendCut gives back the e of hop(e)d and takes the second p of hopp(ed).
func (p *porter) mendCut() {
	n := p.n
	switch {
	case p.ends("at") || p.ends("bl") || p.ends("iz"):
		p.put(0, "e")
	case n >= 2 && p.buf[n-1] == p.buf[n-2] && strings.IndexByte("bdfgmnprt", p.buf[n-1]) >= 0:
		p.trim(1)
	case p.r1 >= n && p.shortAt(n):
		p.put(0, "e")
	}
}

// finalY is step 1c.
func (p *porter) finalY() {
	n := p.n
	// The consonant must not be the first letter: by stays, cry becomes cri.
	if n > 2 && (p.buf[n-1] == 'y' || p.buf[n-1] == 'Y') && !isVowel(p.buf[n-2]) {
		p.buf[n-1] = 'i'
	}
}

// A rule replaces an ending.
type rule struct{ ending, by string }

// rules are rules by the last letter of the ending, of each the longest first:
// most words have no ending of a step, and this tells it at a glance.
type rules [26][]rule

func newRules(list ...rule) rules {
	var r rules
	for _, l := range list {
		last := l.ending[len(l.ending)-1] - 'a'
		r[last] = append(r[last], l)
	}
	return r
}

// The steps' tables are built once; nothing writes to them afterwards.
var (
	derivedRules = newRules(
		rule{"ational", "ate"}, rule{"ization", "ize"}, rule{"fulness", "ful"}, rule{"ousness", "ous"},
		rule{"iveness", "ive"}, rule{"tional", "tion"}, rule{"biliti", "ble"}, rule{"lessli", "less"},
		rule{"entli", "ent"}, rule{"ation", "ate"}, rule{"alism", "al"}, rule{"aliti", "al"}, rule{"ousli", "ous"},
		rule{"iviti", "ive"}, rule{"fulli", "ful"}, rule{"enci", "ence"}, rule{"anci", "ance"}, rule{"abli", "able"},
		rule{"izer", "ize"}, rule{"ator", "ate"}, rule{"alli", "al"}, rule{"bli", "ble"},
	)
	adjectiveRules = newRules(
		rule{"ational", "ate"}, rule{"tional", "tion"}, rule{"alize", "al"}, rule{"icate", "ic"},
		rule{"iciti", "ic"}, rule{"ical", "ic"}, rule{"ness", ""}, rule{"ful", ""},
	)
	nounRules = newRules(
		rule{"ement", ""}, rule{"ance", ""}, rule{"ence", ""}, rule{"able", ""}, rule{"ible", ""}, rule{"ment", ""},
		rule{"ant", ""}, rule{"ent", ""}, rule{"ism", ""}, rule{"ate", ""}, rule{"iti", ""}, rule{"ous", ""},
		rule{"ive", ""}, rule{"ize", ""}, rule{"ion", ""}, rule{"al", ""}, rule{"er", ""}, rule{"ic", ""},
	)
	verbRules = newRules(
		rule{"eedly", "ee"}, rule{"ingly", ""}, rule{"edly", ""}, rule{"eed", "ee"}, rule{"ing", ""}, rule{"ed", ""},
	)
)

// match returns the rule of a step whose ending the word has.
func (p *porter) match(r *rules) (rule, bool) {
	if last := p.buf[p.n-1] - 'a'; last < 26 {
		for _, l := range r[last] {
			if p.ends(l.ending) {
				return l, true
			}
		}
	}
	return rule{}, false
}

// replace applies a step's rule if the ending lies in r1, and reports whether
// there was one at all.
func (p *porter) replace(r *rules) bool {
	l, found := p.match(r)
	if found && p.n-len(l.ending) >= p.r1 {
		p.put(len(l.ending), l.by)
	}
	return found
}

// derived is step 2.
func (p *porter) derived() {
	if p.replace(&derivedRules) {
		return
	}
	n := p.n
	switch {
	case p.ends("ogi") && n-3 >= p.r1 && n > 3 && p.buf[n-4] == 'l':
		p.trim(1)
	case p.ends("li") && n-2 >= p.r1 && n > 2 && strings.IndexByte("cdeghkmnrt", p.buf[n-3]) >= 0:
		p.trim(2)
	}
}

// adjective is step 3.
func (p *porter) adjective() {
	if !p.ends("ative") {
		p.replace(&adjectiveRules)
	} else if p.n-5 >= p.r2 {
		p.trim(5)
	}
}

// noun is step 4.
func (p *porter) noun() {
	l, found := p.match(&nounRules)
	n := p.n - len(l.ending)
	if !found || n < p.r2 {
		return
	}
	// Adoption loses its ion, companion does not.
	if l.ending != "ion" || n > 0 && (p.buf[n-1] == 's' || p.buf[n-1] == 't') {
		p.n = n
	}
}

// finalE is step 5.
func (p *porter) finalE() {
	n := p.n
	switch {
	case p.ends("e"):
		if n-1 >= p.r2 || n-1 >= p.r1 && !p.shortAt(n-1) {
			p.trim(1)
		}
	case p.ends("ll") && n-1 >= p.r2:
		p.trim(1)
	}
}
