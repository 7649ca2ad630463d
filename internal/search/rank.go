package search

import (
	"cmp"
	"math"
	"slices"

	"dateline"
)

// Weights of the ranking, chosen on one half of a set of Arabic questions and
// checked on the other (see the measuring test; a fifth more or less of any of
// them costs MRR@10 0.004 at most). Without roots it is 0.009 lower, without
// exact forms 0.006. That query words stand near each other was tried and left
// out: it gained 0.002 for a third more bytes an item. The set has no headlines:
// their weight is that of three mentions, which lifts an item above those that
// only name a thing in passing.
const (
	formWeight     = 0.4 // an exact form adds this much to what its stem does
	stemWeight     = 1.0
	rootWeight     = 0.8
	saturation     = 0.6 // BM25's k1
	lengthWeight   = 0.8 // BM25's b
	headlineWeight = 3.0
	functionWeight = 0.3 // stands for the rarity of a function word, which is not asked for
)

// A ranker scores candidates for the terms of one query.
type ranker struct {
	terms []rankedTerm
}

type rankedTerm struct{ choices [][]rankedWord }

// A rankedWord is a word of a choice in all its readings.
type rankedWord struct {
	form     float64 // weight times rarity of the form
	readings []rankedReading
}

type rankedReading struct {
	key        key
	stem, root float64 // weight times rarity
}

// A tally tells in how many items words of the index stand.
type tally struct {
	counts map[string]int
	items  int
}

// rarity is BM25's inverse document frequency of what stands as any of words.
// The nil tally is that of function words.
func (t *tally) rarity(words ...string) float64 {
	if t == nil {
		return functionWeight
	}
	// Forms of one stem may stand in one item, and counts stop at some number while items
	// go on: their sum is too high or too low, and never more than all.
	n := float64(min(t.sum(words), t.items))
	return math.Log(1 + (float64(t.items)-n+0.5)/(n+0.5))
}

// sum counts an item once for each of the words that it has; rarity knows.
func (t *tally) sum(words []string) int {
	n := 0
	for _, w := range words {
		n += t.counts[w]
	}
	return n
}

// statWords returns the index words whose counts a ranker for terms needs.
func statWords(terms []Term) []string {
	var out []string
	for _, t := range terms {
		if t.isFunction() {
			continue
		}
		for _, c := range t {
			for _, form := range c.Words {
				out = append(out, form)
				for _, r := range readings(form) {
					out = append(append(out, stemWords(r)...), rootWords(r)...)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// newRanker looks up all rarities before the first candidate, for there may be thousands.
func newRanker(terms []Term, t *tally) *ranker {
	r := &ranker{}
	for _, term := range terms {
		counts := t
		if term.isFunction() {
			// They were not asked for (statWords): "in" stands in nearly all items.
			counts = nil
		}
		var ranked rankedTerm
		for _, c := range term {
			ranked.choices = append(ranked.choices, rankedWords(c, counts))
		}
		r.terms = append(r.terms, ranked)
	}
	return r
}

// rankedWords is the words of a row or the one word of a choice. That a row stands together
// is for the store to find; here its words are summed.
func rankedWords(c Choice, t *tally) []rankedWord {
	var out []rankedWord
	for _, form := range c.Words {
		w := rankedWord{form: formWeight * t.rarity(form)}
		for _, r := range readings(form) {
			w.readings = append(w.readings, rankedReading{
				key:  newKey(form, r.stem, r.root),
				stem: stemWeight * t.rarity(stemWords(r)...),
				root: rootWeight * t.rarity(rootWords(r)...),
			})
		}
		out = append(out, w)
	}
	return out
}

// rank orders candidates, the best first; equals stay as they were, newest first.
func (r *ranker) rank(found []dateline.Candidate) []dateline.Candidate {
	if len(r.terms) == 0 {
		return found
	}
	length := meanLength(found)
	type scored struct {
		score float64
		place int
	}
	scores := make([]scored, len(found))
	for i, c := range found {
		scores[i] = scored{r.score(vector(c.Terms), length), i}
	}
	slices.SortFunc(scores, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.place, b.place))
	})
	out := make([]dateline.Candidate, len(found))
	for i, s := range scores {
		out[i] = found[s.place]
	}
	return out
}

// meanLength is that of the candidates' bodies, which stands for the corpus's.
func meanLength(found []dateline.Candidate) float64 {
	sum := 0
	for _, c := range found {
		_, body, _ := vector(c.Terms).open()
		sum += body
	}
	return max(float64(sum)/float64(max(len(found), 1)), 1)
}

// score is BM25 over terms, each by its best choice: who writes Kiev and Kyiv in one item
// says it once.
func (r *ranker) score(v vector, length float64) float64 {
	_, body, entries := v.open()
	// One length for headline and body: the headline's is the same nearly everywhere.
	norm := saturation * (1 - lengthWeight + lengthWeight*float64(body)/length)
	sum := 0.0
	for i := range r.terms {
		best := 0.0
		for _, words := range r.terms[i].choices {
			best = max(best, scoreWords(words, entries, norm))
		}
		sum += best
	}
	return sum
}

// scoreWords scores the words of a choice, each in its best reading.
func scoreWords(words []rankedWord, entries []byte, norm float64) float64 {
	sum := 0.0
	for i := range words {
		w := &words[i]
		best := 0.0
		for _, r := range w.readings {
			form, stem, root := lookUp(entries, r.key)
			best = max(best, w.form*saturate(form, norm)+r.stem*saturate(stem, norm)+r.root*saturate(root, norm))
		}
		sum += best
	}
	return sum
}

// saturate lets each further mention count less.
func saturate(c counts, norm float64) float64 {
	n := float64(c.body) + headlineWeight*float64(c.head)
	return n * (saturation + 1) / (n + norm)
}
