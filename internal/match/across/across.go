// Package across tells whether an item in Arabic and one in a language of Latin
// script tell the same news, by what stays the same when news is translated:
// names, places and numbers. It is a guess and to be shown as one; a link that
// the desk or the source itself gives is better.
package across

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/match/names"
)

// What is looked at of an item, since news names early who and where.
const (
	readWords = 250
	maxNames  = 16
	maxForms  = 160
)

// A Signature is what an item keeps in translation.
type Signature struct {
	arabic  bool
	names   []string // of a Latin text: lower case, each once, in the order of the text
	forms   []string // of an Arabic text: words that may be names, without prefixes
	numbers map[string]bool
}

// Read makes the signature of a text.
func Read(text string) Signature {
	_, words := lang.Words(text)
	words = words[:min(len(words), readWords)]
	s := Signature{numbers: map[string]bool{}}
	letters := 0
	for _, w := range words {
		if isArabic(w.Form) {
			letters++
		}
	}
	s.arabic = letters*2 > len(words)
	seen := map[string]bool{}
	end := 0
	for n, w := range words {
		gap := text[end:w.Start]
		end = w.End
		switch {
		case isNumber(w.Form):
			s.numbers[w.Form] = true
		case lang.IsFunction(w.Form) || seen[w.Form]:
		case s.arabic && isArabic(w.Form) && len(s.forms) < maxForms:
			seen[w.Form] = true
			s.forms = append(s.forms, lang.Unprefixed(w.Form)...)
		case !s.arabic && n > 0 && len(w.Form) > 2 && len(s.names) < maxNames && capital(text[w.Start:]) && !strings.ContainsAny(gap, ".!?\n"):
			seen[w.Form] = true
			s.names = append(s.names, w.Form)
		}
	}
	return s
}

func isArabic(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.Is(unicode.Arabic, r)
}

// isNumber leaves out single digits: they are often written as words.
func isNumber(form string) bool { return len(form) > 1 && strings.Trim(form, "0123456789") == "" }

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// An Evidence is what two items have in common.
type Evidence struct {
	Names   int     // of the Latin text that the Arabic one has
	Share   float64 // of all its names
	Numbers int     // that both have
	Clashes int     // that one has and the other does not, where both have some
}

// A Matcher compares signatures. It does not change and may be used by several
// goroutines.
type Matcher struct{ model *names.Model }

// New returns a matcher. It fails when the table of letters was spoilt.
func New() (*Matcher, error) {
	model, err := names.New()
	if err != nil {
		return nil, err
	}
	return &Matcher{model}, nil
}

// Compare returns what two items have in common; nothing when both are of one
// script.
func (m *Matcher) Compare(a, b Signature) (e Evidence) {
	if a.arabic == b.arabic {
		return e
	}
	if a.arabic {
		a, b = b, a
	}
	for _, name := range a.names {
		if m.has(b.forms, name) {
			e.Names++
		}
	}
	e.Share = float64(e.Names) / float64(max(1, len(a.names)))
	for n := range a.numbers {
		if b.numbers[n] {
			e.Numbers++
		}
	}
	if least := min(len(a.numbers), len(b.numbers)); least > 0 {
		e.Clashes = least - e.Numbers
	}
	return e
}

func (m *Matcher) has(forms []string, name string) bool {
	other := exonym(name)
	for _, f := range forms {
		if f == other || near(len(f)/2, len(name)) && m.model.Same(f, name) {
			return true
		}
	}
	return false
}

// near spares a comparison where one name is far longer than the other: Arabic
// leaves out vowels, and hardly more.
func near(arabic, latin int) bool { return arabic <= latin+3 && latin <= 2*arabic+3 }

// Same reports whether the evidence is enough to guess a translation: most of
// the names, or half of them and a number, and more numbers alike than not.
func (e *Evidence) Same() bool {
	if e.Clashes > e.Numbers {
		return false
	}
	return e.Names >= 3 && e.Share >= 0.6 || e.Names >= 2 && e.Share >= 0.4 && e.Numbers > 0
}

// exonym is the Arabic of a place that is not written by its sound.
func exonym(name string) string {
	switch name {
	case "egypt", "egyptian":
		return "مصر"
	case "cairo":
		return "القاهره"
	case "algeria", "algiers":
		return "الجزاير"
	case "morocco":
		return "المغرب"
	case "jerusalem":
		return "القدس"
	case "damascus":
		return "دمشق"
	case "aleppo":
		return "حلب"
	case "greece":
		return "اليونان"
	case "austria":
		return "النمسا"
	case "india":
		return "الهند"
	case "china":
		return "الصين"
	case "hungary":
		return "المجر"
	case "united":
		return "المتحده"
	}
	return ""
}
