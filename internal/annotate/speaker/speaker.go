// Package speaker finds out who stands behind the source of a statement: the
// fullest name in the text for Ray, he and the minister. It joins two names only
// when the text leaves one choice; else the speaker stays unresolved, and empty.
package speaker

import (
	"sort"
	"strings"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// Resolve fills in Speaker and Named of the statements, which stand in the order
// of the text.
func Resolve(t *token.Text, statements []statement.Statement, arabic bool) {
	r := resolver{text: t, arabic: arabic, last: -1}
	if !arabic {
		r.names = fullNames(t)
	}
	for i := range statements {
		s := &statements[i]
		if len(s.Source) == 0 {
			r.elided(statements, i)
		} else if arabic {
			r.arabicSource(statements, i)
		} else {
			r.englishSource(statements, i)
		}
		if s.Speaker != "" && s.Named {
			r.last = i
		}
	}
}

type resolver struct {
	text   *token.Text
	arabic bool
	names  []name
	last   int // the last statement of a named speaker
}

// A name is a run of capitals of two words or more.
type name struct {
	text, family string
	end          int // byte behind it
}

// reach is how far, in bytes, a pronoun may stand from the name it stands for:
// about two paragraphs of a news item.
const reach = 900

// elided gives an Arabic verb without a subject (وأضاف) to who spoke before it.
// In English nobody is named on purpose.
func (r *resolver) elided(all []statement.Statement, i int) {
	if r.arabic && i > 0 && near(all[i-1], all[i]) {
		all[i].Speaker, all[i].Named = all[i-1].Speaker, all[i-1].Named
	}
}

func near(before, after statement.Statement) bool {
	return statement.Bounds(after.Cue).Start-statement.Bounds(before.Content).End < reach
}

func (r *resolver) englishSource(all []statement.Statement, i int) {
	s := &all[i]
	source := r.text.Body[s.Source[0].Start:s.Source[0].End]
	word, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(source, "’", "'")), "'")
	switch strings.TrimSpace(word) {
	case "he", "she", "his", "her":
		if r.last >= 0 && near(all[r.last], *s) {
			s.Speaker, s.Named = all[r.last].Speaker, true
		}
		return
	case "who":
		if n, ok := r.endingAt(s.Source[0].Start); ok {
			s.Speaker, s.Named = n.text, true
		}
		return
	case "i", "we", "you", "they", "it", "which", "that", "their", "its", "our", "my":
		return
	}
	n, ok := r.firstName(s.Source[0])
	if !ok {
		s.Speaker = source // a role or an unnamed source, as written
		return
	}
	s.Speaker, s.Named = r.fullest(n)
}

// fullest is the only full name of the text with that family name.
func (r *resolver) fullest(n string) (string, bool) {
	if strings.Contains(n, " ") {
		return n, true
	}
	found := ""
	for _, f := range r.names {
		if f.family == n && f.text != found {
			if found != "" && !strings.HasSuffix(found, f.text) && !strings.HasSuffix(f.text, found) {
				return "", false // two of one family
			}
			if len(f.text) > len(found) {
				found = f.text
			}
		}
	}
	if found == "" {
		return n, true
	}
	return found, true
}

// endingAt is the name that stands right before a relative pronoun.
func (r *resolver) endingAt(start int) (name, bool) {
	k := sort.Search(len(r.names), func(i int) bool { return r.names[i].end > start }) - 1
	if k >= 0 && start-r.names[k].end <= len(", ")+1 {
		return r.names[k], true
	}
	return name{}, false
}

// fullNames are the names of two words and more, without titles.
func fullNames(t *token.Text) []name {
	var out []name
	for i := 0; i < len(t.Tokens); i++ {
		j := i
		for j < len(t.Tokens) && named(t.Tokens, j, i) {
			j++
		}
		first := i
		for first < j && title(t.Tokens[first].Low) {
			first++
		}
		for j > first && !t.Tokens[j-1].Upper { // ends in a particle
			j--
		}
		if j-first >= 2 && j-first <= 5 {
			text := strings.TrimSuffix(strings.TrimSuffix(t.Body[t.Tokens[first].Start:t.Tokens[j-1].End], "’s"), "'s")
			out = append(out, name{text, text[strings.LastIndexByte(text, ' ')+1:], t.Tokens[j-1].End})
		}
		i = max(i, j)
	}
	return out
}

// named reports a word of a name; a small word only between two of them.
func named(tokens []token.Token, j, first int) bool {
	tok := tokens[j]
	if tok.Kind != token.Word {
		return false
	}
	if tok.Upper {
		return !stopWord(tok.Low)
	}
	return j > first && j+1 < len(tokens) && tokens[j+1].Upper && particle(tok.Low)
}

// firstName is the name in a source: its first run of capitals, without titles.
func (r *resolver) firstName(source statement.Span) (string, bool) {
	tokens := r.text.Tokens
	i := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= source.Start })
	for ; i < len(tokens) && tokens[i].End <= source.End; i++ {
		if !tokens[i].Upper || title(tokens[i].Low) || stopWord(tokens[i].Low) {
			continue
		}
		j := i
		for j < len(tokens) && tokens[j].End <= source.End && named(tokens, j, i) {
			j++
		}
		n := r.text.Body[tokens[i].Start:tokens[max(i, j-1)].End]
		return strings.TrimSuffix(strings.TrimSuffix(n, "’s"), "'s"), true
	}
	return "", false
}

func particle(w string) bool {
	switch w {
	case "de", "la", "van", "von", "der", "bin", "ben", "al", "el", "du", "da", "di", "of":
		return true
	}
	return false
}

func stopWord(w string) bool {
	switch w {
	case "the", "a", "an", "but", "and", "in", "on", "at", "he", "she", "it", "they", "we", "i", "as", "for", "if", "when", "while", "after", "before", "this", "that",
		"some", "many", "most", "one", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// title tells words before a name that are no part of it.
func title(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "maj", "rev", "sir", "lord", "president", "senator", "governor", "mayor",
		"minister", "prime", "secretary", "representative", "congressman", "congresswoman", "judge", "justice", "chairman", "chairwoman", "former", "vice", "attorney",
		"general", "spokesman", "spokeswoman", "spokesperson", "king", "queen", "prince", "princess", "pope", "speaker", "ambassador", "professor", "director", "republican",
		"republicans", "democrat", "democratic", "gop", "chief", "officer", "captain", "deputy", "first", "lady", "foreign", "press", "state", "aide", "kremlin", "u.s.", "us":
		return true
	}
	return false
}
