package lang

import "strings"

// englishStem is Porter's second stemmer for English, over the bytes of a form
// of a-z. The library kljensen/snowball takes four times as long and would be
// most of the cost of an item's words; the test compares the two word by word.
func englishStem(form string) string {
	if len(form) <= 2 {
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
		p.derived()
		p.adjective()
		p.noun()
		p.finalE()
	}
	for i, c := range p.word() {
		if c == 'Y' {
			p.buf[i] = 'y'
		}
	}
	if p.n <= len(form) && string(p.word()) == form[:p.n] {
		return form[:p.n] // nearly always: no copy
	}
	return string(p.word())
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
}

func (p *porter) word() []byte { return p.buf[:p.n] }

// put replaces the last cut bytes.
func (p *porter) put(cut int, by string) {
	p.n += copy(p.buf[p.n-cut:], by) - cut
}

func (p *porter) markConsonantY() {
	for i, c := range p.word() {
		if c == 'y' && (i == 0 || isVowel(p.buf[i-1])) {
			p.buf[i] = 'Y'
		}
	}
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

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
		if n > 4 {
			p.trim(2)
		} else {
			p.trim(1)
		}
	case p.ends("us") || p.ends("ss"):
	case p.ends("s"):
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
	for _, s := range verbEndings {
		if !p.ends(s) {
			continue
		}
		n := p.n - len(s)
		switch {
		case s == "eed" || s == "eedly":
			if n >= p.r1 {
				p.n = n + 2
			}
		case p.hasVowel(n):
			p.n = n
			p.mendCut()
		}
		return
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
	if n > 2 && (p.buf[n-1] == 'y' || p.buf[n-1] == 'Y') && !isVowel(p.buf[n-2]) {
		p.buf[n-1] = 'i'
	}
}

// A rule replaces an ending.
type rule struct{ ending, by string }

// replace applies the first rule whose ending the word has, if the ending lies
// in r1, and reports whether one was found at all.
func (p *porter) replace(rules []rule) bool {
	for _, r := range rules {
		if p.ends(r.ending) {
			if p.n-len(r.ending) >= p.r1 {
				p.put(len(r.ending), r.by)
			}
			return true
		}
	}
	return false
}

// The endings of the later steps stand in tables, which the compiler would copy
// at each call if they were literals. Nothing writes to them.
var (
	derivedRules = []rule{
		{"ational", "ate"}, {"ization", "ize"}, {"fulness", "ful"}, {"ousness", "ous"}, {"iveness", "ive"},
		{"tional", "tion"}, {"biliti", "ble"}, {"lessli", "less"}, {"entli", "ent"}, {"ation", "ate"},
		{"alism", "al"}, {"aliti", "al"}, {"ousli", "ous"}, {"iviti", "ive"}, {"fulli", "ful"}, {"enci", "ence"},
		{"anci", "ance"}, {"abli", "able"}, {"izer", "ize"}, {"ator", "ate"}, {"alli", "al"}, {"bli", "ble"},
	}
	adjectiveRules = []rule{
		{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"iciti", "ic"},
		{"ical", "ic"}, {"ness", ""}, {"ful", ""},
	}
	nounEndings = []string{
		"ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive",
		"ize", "ion", "al", "er", "ic",
	}
	verbEndings = []string{"eedly", "ingly", "edly", "eed", "ing", "ed"}
)

// derived is step 2.
func (p *porter) derived() {
	if p.replace(derivedRules) {
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
	if p.ends("ative") {
		if p.n-5 >= p.r2 {
			p.trim(5)
		}
		return
	}
	p.replace(adjectiveRules)
}

// noun is step 4.
func (p *porter) noun() {
	for _, s := range nounEndings {
		if !p.ends(s) {
			continue
		}
		n := p.n - len(s)
		if n >= p.r2 && (s != "ion" || n > 0 && (p.buf[n-1] == 's' || p.buf[n-1] == 't')) {
			p.n = n
		}
		return
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
