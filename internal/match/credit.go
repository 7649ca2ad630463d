package match

import (
	"slices"
	"strings"

	"dateline/internal/lang"
)

// A Name is what a source may be called where copy names it.
type Name struct{ spellings [][]string }

// NameOf reads the name of a source: "وكالة الأنباء السعودية (واس)" is called by
// both, "Anadolu Agency" is "Anadolu" as well, and reuters.com is Reuters. A name of
// fewer than two letters is none.
func NameOf(source string) (n Name) {
	before, rest, _ := strings.Cut(source, "(")
	inside, after, _ := strings.Cut(rest, ")")
	for _, s := range [...]string{source, before + " " + after, inside} {
		_, words := lang.Words(s)
		forms := make([]string, len(words))
		for i := range words {
			forms[i] = words[i].Form
		}
		n.add(forms)
		if len(forms) > 1 && (organs[forms[0]] || forms[0] == "the" || forms[0] == "www") {
			forms = forms[1:]
			n.add(forms)
		}
		if len(forms) > 1 && closers[forms[len(forms)-1]] {
			n.add(forms[:len(forms)-1])
		}
	}
	return n
}

func (n *Name) add(forms []string) {
	if len(strings.Join(forms, "")) > 1 && !slices.ContainsFunc(n.spellings, func(s []string) bool { return slices.Equal(s, forms) }) {
		n.spellings = append(n.spellings, forms)
	}
}

// Credits reports whether a text names a source where copy says whom it is from
// (creditPlaces). In running words a name is none: most papers are called by words of
// every day (اليوم, الخليج, The National).
func (t *Text) Credits(n Name) bool {
	for _, form := range n.spellings {
		for _, c := range t.credits {
			for at := c.first; at <= c.latest; at++ {
				end := at + int32(len(form)) - 1
				if c.least <= end && end <= c.last && t.stands(form, int(at)) {
					return true
				}
			}
		}
		if t.told(form) {
			return true
		}
	}
	return false
}

// Names reports whether a text has a name anywhere, as a credit line does.
func (t *Text) Names(n Name) bool {
	for _, form := range n.spellings {
		for at := range t.words {
			if t.stands(form, at) {
				return true
			}
		}
	}
	return false
}

// told reports "قال لرويترز" at either end: to whom something was said is written as
// one word with its preposition. Names with the article are not asked for, for so is
// "of the Gulf".
func (t *Text) told(form []string) bool {
	const to = "ل"
	if !lang.IsArabic(form[0]) || strings.HasPrefix(form[0], "ال") {
		return false
	}
	with := append([]string{to + form[0]}, form[1:]...)
	for at := range t.words {
		if atEnds(at, len(t.words)) && t.stands(with, at) {
			return true
		}
	}
	return false
}

// stands reports whether the words of a name stand at a place. In Arabic the
// first may have a preposition before it.
func (t *Text) stands(name []string, at int) bool {
	if at+len(name) > len(t.words) {
		return false
	}
	for i := range name {
		form := t.form(at + i)
		if form != name[i] && (i > 0 || !slices.Contains(lang.Unprefixed(form), name[i])) {
			return false
		}
	}
	return true
}

// organs may be left out before a name, closers behind it.
var (
	organs  = set("وكاله", "صحيفه", "جريده", "موقع", "قناه", "شبكه", "مجله", "تلفزيون", "اذاعه")
	closers = set("com", "net", "org", "agency", "newspaper", "online", "english", "arabic", "arabia", "tv",
		"نت", "نيوز", "اونلاين", "عربي", "عربيه", "بالعربيه", "بالعربي")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
