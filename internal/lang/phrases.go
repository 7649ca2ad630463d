package lang

import "strings"

// Phrases finds phrases in a text in one pass. Searching for one after the other
// is quick in English, where few letters are the first of a phrase; in Arabic
// every other byte is, and twenty searches took a twelfth of the time of a page.
type Phrases struct {
	all   []string
	first [1 << shortHash / 64]uint64 // a bit for each beginning
}

const (
	beginning = 6  // bytes: the shortest phrase there may be
	shortHash = 12 // bits
)

// NewPhrases makes a finder of phrases of six bytes and more each; shorter ones
// would be found nowhere, and make it panic.
func NewPhrases(all ...string) *Phrases {
	p := &Phrases{all: all}
	for _, s := range all {
		if len(s) < beginning {
			panic("lang: too short for a phrase: " + s)
		}
		var w uint64
		for i := range beginning {
			w = w<<8 | uint64(s[i])
		}
		h := hash(w)
		p.first[h/64] |= 1 << (h % 64)
	}
	return p
}

// hash takes the last bytes of w for a beginning.
func hash(w uint64) uint64 {
	return w << (64 - 8*beginning) * 0x9E3779B97F4A7C15 >> (64 - shortHash)
}

// In reports that one of the phrases stands anywhere in text, inside words too.
func (p *Phrases) In(text string) bool {
	return p.find(text, func(int, int) bool { return true })
}

// Each calls ok with each of the phrases that stand in text until ok returns true, and
// reports that it did.
func (p *Phrases) Each(text string, ok func(phrase string) bool) bool {
	return p.find(text, func(_, which int) bool { return ok(p.all[which]) })
}

// AtWord returns which of the phrases that stand in text is the earliest of the
// list, -1 when none does. It must begin where text does, or behind a space.
func (p *Phrases) AtWord(text string) int {
	found := -1
	p.find(text, func(at, which int) bool {
		if (at == 0 || text[at-1] == ' ') && (found < 0 || which < found) {
			found = which
		}
		return false
	})
	return found
}

// find calls f with each place of a phrase and its number until f returns true,
// and reports that it did.
func (p *Phrases) find(text string, f func(at, which int) bool) bool {
	var w uint64
	for i := 0; i < len(text); i++ {
		w = w<<8 | uint64(text[i])
		if h := hash(w); p.first[h/64]>>(h%64)&1 == 0 || i < beginning-1 {
			continue
		}
		at := i - beginning + 1
		for which, s := range p.all {
			if strings.HasPrefix(text[at:], s) && f(at, which) {
				return true
			}
		}
	}
	return false
}
