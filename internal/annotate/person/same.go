package person

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/match/names"
)

// A likeness is how alike two names are.
type likeness int

const (
	unlike   likeness = iota
	sounding          // in two scripts, by the table of letters
	spelled           // in other spellings of the same names: Petr and Pyotr
	whole             // the same given and family name
	exact             // letter for letter
)

// like compares two full names. What may be another name as well is one only with
// an office in common: loose.
func like(m *names.Model, a, b *Name, loose bool) likeness {
	switch {
	case a.Short || b.Short:
		return unlike
	case a.Arabic != b.Arabic:
		return overScripts(m, a, b, loose)
	case a.folded == b.folded:
		return exact
	case a.generation != b.generation || !middlesAgree(a.middle, b.middle):
		return unlike
	case a.given == b.given && a.family == b.family:
		return whole
	}
	if variant(a.familyPlain, b.familyPlain, loose) && variant(a.givenPlain, b.givenPlain, loose) {
		return spelled
	}
	return unlike
}

// overScripts compares an Arabic name with a Latin one. Names in the middle are left
// out: Arabic writes them seldom.
func overScripts(m *names.Model, a, b *Name, loose bool) likeness {
	if b.Arabic {
		a, b = b, a
	}
	if runes(b.given) < 2 || runes(a.given) < 2 {
		return unlike // an initial
	}
	if heardAlike(m, a.givenHeard, b.givenHeard, loose) && heardAlike(m, a.familyHeard, b.familyHeard, loose) {
		return sounding
	}
	return unlike
}

// middlesAgree reports that no name in the middle speaks against the other's: one
// has none, or one's are among the other's, by initials if need be.
func middlesAgree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) > 0 && len(a) < len(b) && hasInitial(a) && hasInitial(b) {
		return false // George W. Bush, George H. W. Bush: who writes initials writes all
	}
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x == y || (runes(x) == 1 || runes(y) == 1) && firstRune(x) == firstRune(y)
		}
		if !found {
			return false
		}
	}
	return true
}

// hasInitial reports a name of one letter among words that part has stripped of dots.
func hasInitial(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return runes(w) == 1 })
}

// variant reports that two words of one script are one name in two spellings, as
// those who transliterate differ: Yuri, Yury; Mohamed, Muhammad; Zelensky,
// Zelenskiy. Both come in their plainForm. A vowel more or another one within
// short names makes other names: Jane, Joan, John. In long ones it does, too, unless
// an office tells that they are one: Barton, Burton; Harding, Herding.
func variant(p, q string, loose bool) bool {
	if p == q {
		return true
	}
	if !loose || runes(p) < 6 || runes(q) < 6 || firstRune(p) != firstRune(q) || sound(p) != sound(q) {
		return false
	}
	return ending(p) == ending(q) && edits(p, q) <= 1
}

// ending is the last two letters: Daniel and Daniela, Mario and Maria are not one.
func ending(s string) string {
	r := []rune(s)
	return string(r[max(0, len(r)-2):])
}

// latinForms and latinSounds are built once; nothing writes to them afterwards.
var (
	latinForms = strings.NewReplacer(
		"ou", "u", "oo", "u", "aw", "o", "au", "o", "yo", "e", "ee", "i", "iy", "i", "ij", "i", "yi", "i", "ey", "i", "ei", "i", "ay", "ai",
		"ph", "f", "w", "v", "ck", "k", "q", "k", "dj", "j", "y", "i",
	)
	latinSounds = strings.NewReplacer("sch", "sh", "x", "ks", "ce", "se", "ci", "si", "cy", "sy", "tch", "ch") // as they are heard
)

// plainForm writes a Latin name with one letter for each sound that several
// stand for, and an Arabic one as it is.
func plainForm(s string) string {
	if lang.IsArabic(s) {
		return s
	}
	s = latinForms.Replace(s)
	s = strings.ReplaceAll(s, "o", "u")
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// edits is how many letters have to be changed to make one word of the other,
// counted to two.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return 2
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		if i == len(x) {
			return 0
		}
		if string(x[i+1:]) == string(y[i+1:]) {
			return 1
		}
		return 2
	}
	if string(x[i:]) == string(y[i+1:]) {
		return 1
	}
	return 2
}

func runes(s string) int { return utf8.RuneCountInString(s) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
