// Package across guesses which items in Arabic and which in a language of Latin
// script tell the same news, by what stays the same when news is translated:
// names, places and numbers, each worth the more the rarer it is. It is a guess
// and to be shown as one; a link that the desk or the source itself gives is
// better.
package across

import (
	"strings"

	"dateline/internal/lang"
)

// What is looked at of an item, since news names early who and where.
const (
	readWords = 250
	maxNames  = 24
)

// A Signature is what an item keeps in translation.
type Signature struct {
	arabic  bool
	names   []name              // of a Latin text: each once, in the order of the text
	words   []string            // of an Arabic text: what may be a name, as an index keeps it
	forms   map[string][]string // the same by key, in all readings
	order   []string            // the keys as they were met: sums of weights must come out the same twice
	numbers []string            // each once
}

// A name with the key that its Arabic spelling has, too.
type name struct{ form, key string }

// Read makes the signature of a text, headline and body as one.
func Read(text string) Signature {
	_, words := lang.Words(text)
	return ReadWords(text, words)
}

// ReadWords is [Read] for who has cut the text into its words already.
func ReadWords(text string, words []lang.Word) Signature {
	words = words[:min(len(words), readWords)]
	s := Signature{arabic: mostlyArabic(words), forms: map[string][]string{}}
	seen := map[string]bool{}
	end := 0
	for n, w := range words {
		gap := text[end:w.Start]
		end = w.End
		switch {
		case isNumber(digits(w.Form)):
			if n := digits(w.Form); !contains(s.numbers, n) {
				s.numbers = append(s.numbers, n)
			}
		case lang.IsFunction(w.Form) || seen[w.Form]:
		case s.arabic && lang.IsArabic(w.Form):
			seen[w.Form] = true
			s.words = append(s.words, w.Form)
			s.addForms(w.Form)
		// The first word of a text or sentence has its capital anyway.
		case !s.arabic && len(s.names) < maxNames && n > 0 && len(w.Form) > 2 && lang.IsCapital(text[w.Start:]) && !strings.ContainsAny(gap, ".!?\n"):
			seen[w.Form] = true
			s.addName(w.Form)
		}
	}
	return s
}

// A kept signature is what an index holds of one: the words that are or may be
// names, and the numbers, each with a space between. All else is made again of
// them: it took 3 KB an item. Nothing of it holds on to the text.
type kept struct {
	arabic         bool
	words, numbers string
}

// kept copies the words, which are parts of a string as long as the text.
func (s *Signature) kept() kept {
	words := s.words
	for _, n := range s.names {
		words = append(words, n.form)
	}
	return kept{s.arabic, strings.Clone(strings.Join(words, " ")), strings.Clone(strings.Join(s.numbers, " "))} // of one, Join makes no copy
}

// whole is the signature that was kept.
func (k *kept) whole() *Signature {
	s := &Signature{arabic: k.arabic, numbers: strings.Fields(k.numbers)}
	if !k.arabic {
		for w := range strings.FieldsSeq(k.words) {
			s.addName(w)
		}
		return s
	}
	s.words, s.forms = strings.Fields(k.words), map[string][]string{}
	for _, w := range s.words {
		s.addForms(w)
	}
	return s
}

// addName takes a Latin name, unless too little of it can be heard: two classes
// of consonants stand in one word of twenty.
func (s *Signature) addName(form string) {
	key := exonym(form)
	if key == "" {
		key = Skeleton(form)
	}
	if len(key) > 1 {
		s.names = append(s.names, name{form, key})
	}
}

// addForms takes an Arabic word in all its readings, with and without the
// article, which Latin spelling parts from the name.
func (s *Signature) addForms(form string) {
	for _, f := range lang.Unprefixed(form) {
		for _, f := range []string{f, strings.TrimPrefix(f, "ال")} {
			for _, key := range []string{f, Skeleton(f)} { // itself for exonyms
				known := s.forms[key]
				if len(key) < 2 || contains(known, f) {
					continue
				}
				if known == nil {
					s.order = append(s.order, key)
				}
				s.forms[key] = append(known, f)
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// keys are what an index finds it by.
func (s *Signature) keys() []string {
	var out []string
	seen := map[string]bool{}
	for _, n := range s.names {
		if !seen[n.key] {
			seen[n.key] = true
			out = append(out, n.key)
		}
	}
	return append(append(out, s.order...), s.numbers...)
}

// mostlyArabic counts words and not letters, and is false for a text of none.
func mostlyArabic(words []lang.Word) bool {
	n := 0
	for _, w := range words {
		switch {
		case lang.IsArabic(w.Form):
			n++
		case w.Form[0] > '9': // numbers are of no script
			n--
		}
	}
	return n > 0
}

// digits leaves out the particles that Arabic writes as one with a number: «و90».
func digits(form string) string { return strings.TrimLeft(form, "وفبكل") }

// isNumber leaves out single digits: they are often written as words.
func isNumber(form string) bool { return len(form) > 1 && strings.Trim(form, "0123456789") == "" }
