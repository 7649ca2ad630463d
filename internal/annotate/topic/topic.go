// Package topic tells the subject of a text by IPTC's Media Topics, of which it
// knows 14 of the 17 at the top, from words written by hand. It is pure and says
// nothing rather than something wrong: a topic needs several different words of
// its own.
package topic

import (
	"sort"
	"strings"
	"sync"

	"dateline/internal/annotate/token"
	"dateline/internal/lang"
)

// English and Arabic return the topics of a text, likeliest first: none, one or two.
func English(t *token.Text) []string { return of(t, "en", englishStems()) }

// Arabic is English in Arabic.
func Arabic(t *token.Text) []string { return of(t, "ar", arabicStems()) }

// The stems are built when they are first asked for.
var (
	englishStems = sync.OnceValue(func() map[string]string { return stems(english(), "en") })
	arabicStems  = sync.OnceValue(func() map[string]string { return stems(arabic(), "ar") })
)

// stems turns the lists around: the topic of each stem. A stem that two topics
// share tells neither.
func stems(lists map[string]string, language string) map[string]string {
	all := map[string]string{}
	for code, list := range lists {
		for _, w := range strings.Fields(list) {
			if language == "ar" {
				w = lang.Fold(w)
			}
			stem := lang.Stem(w, language)
			if other, ok := all[stem]; ok && other != code {
				all[stem] = ""
				continue
			}
			all[stem] = code
		}
	}
	return all
}

const (
	// fewest is how many different words a topic needs; a text of one sentence or
	// two needs one less.
	fewest = 3
	// short is how many words such a text has at most.
	short = 40
	// among is how many of a hundred words must be the topic's own, so that a long
	// text that mentions a school, a pupil and a teacher is no item on education.
	among = 2
)

// A count is how often the words of a topic stand in a text.
type count struct {
	code      string
	hits      int
	different map[string]bool
}

// of counts the words of each topic; known is the topic of each stem, "" where two
// topics share it.
func of(t *token.Text, language string, known map[string]string) []string {
	words, counts := 0, map[string]*count{}
	for _, tok := range t.Tokens {
		if tok.Kind != token.Word {
			continue
		}
		words++
		if len(tok.Low) < 4 { // none of the lists has so short a word
			continue
		}
		w := strings.TrimSuffix(tok.Low, "'s")
		if language == "ar" {
			w = lang.Fold(w)
		}
		stem := lang.Stem(w, language)
		code := known[stem]
		if code == "" {
			continue
		}
		if counts[code] == nil {
			counts[code] = &count{code: code, different: map[string]bool{}}
		}
		counts[code].hits++
		counts[code].different[stem] = true
	}
	return chosen(counts, words)
}

// chosen are the topics with words enough, the strongest and one that comes near it.
func chosen(counts map[string]*count, words int) []string {
	need := fewest
	if words <= short {
		need--
	}
	var best []*count
	for _, c := range counts {
		if len(c.different) >= need && 100*c.hits >= among*words {
			best = append(best, c)
		}
	}
	sort.Slice(best, func(i, j int) bool {
		// The code decides between equals, since a map has no order and the same text must
		// have the same topics.
		if best[i].hits != best[j].hits {
			return best[i].hits > best[j].hits
		}
		return best[i].code < best[j].code
	})
	out := []string{}
	for i, c := range best {
		// The second must have two thirds of the hits of the first.
		if i == 2 || 3*c.hits < 2*best[0].hits {
			break
		}
		out = append(out, c.code)
	}
	return out
}
