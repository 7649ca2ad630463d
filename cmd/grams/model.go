package main

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"dateline/internal/lang/grams"
)

// A model is how often each letter follows up to four others in the words of a
// language. Beginnings and ends are letters, too.
type model struct {
	next  map[string]map[rune]float64
	total map[string]float64 // of next
}

// unheard is the probability of a letter that the language does not have.
const unheard = 1e-6

const (
	begin = string(grams.Begin)
	end   = string(grams.End)
)

// newModel makes a model of counts that know no beginnings and ends: those are
// what is missing where a sequence is counted with each letter before it, or
// after it.
func newModel(c counts) *model {
	m := &model{next: map[string]map[rune]float64{}, total: map[string]float64{}}
	// Ends are worth the trouble: "-ing" tells more than "ing", and without them
	// every beginning of a word would look like its middle.
	for _, list := range c {
		for g, n := range list {
			m.add(g, n)
		}
	}
	for n := 1; n < grams.Longest; n++ {
		for g, times := range lonely(c[n], c[n+1], head) {
			m.add(g+end, times)
			if n == 1 {
				m.add(end, times)
			}
		}
		starts := lonely(c[n], c[n+1], tail)
		for g, times := range starts {
			m.add(begin+g, times)
		}
	}
	// Words whole, of up to three letters: beginnings that do not go on.
	for n := 1; n < grams.Longest-1; n++ {
		for g, times := range lonely(c[n], c[n+1], tail) {
			m.add(begin+g+end, times-m.total[begin+g])
		}
	}
	return m
}

// lonely returns how often sequences stand without a letter on one side: as
// often as they stand, less the times with one.
func lonely(short, long map[string]float64, part func(string) string) map[string]float64 {
	alone := make(map[string]float64, len(short))
	for g, times := range short {
		alone[g] = times
	}
	for g, times := range long {
		alone[part(g)] -= times
	}
	return alone
}

// head is a sequence without its last letter, tail without its first.
func head(g string) string {
	_, n := utf8.DecodeLastRuneInString(g)
	return g[:len(g)-n]
}

func tail(g string) string {
	_, n := utf8.DecodeRuneInString(g)
	return g[n:]
}

// add notes that the last letter of g followed the others.
func (m *model) add(g string, times float64) {
	// What rounding made less than nothing never happened.
	if times <= 0 {
		return
	}
	before := head(g)
	last, _ := utf8.DecodeLastRuneInString(g)
	if m.next[before] == nil {
		m.next[before] = map[rune]float64{}
	}
	m.next[before][last] += times
	m.total[before] += times
}

// probability is that of a sequence's last letter after the others, smoothed by
// Witten and Bell: the more different letters have followed, the more is left
// to what follows a shorter context.
func (m *model) probability(g string) float64 {
	last, size := utf8.DecodeLastRuneInString(g)
	before := g[:len(g)-size]
	p := unheard
	for i := len(before); i >= 0; i-- {
		if i < len(before) && !utf8.RuneStart(before[i]) {
			continue // in the middle of a letter
		}
		seen := m.next[before[i:]]
		// A context that never occurred says nothing, and no longer one does.
		if seen == nil {
			break
		}
		kinds := float64(len(seen))
		p = (seen[last] + kinds*p) / (m.total[before[i:]] + kinds)
	}
	return p
}

// rarest is the frequency below which a sequence is not looked at.
const rarest = 2e-7

// choose returns the sequences that tell a plan's languages apart best: those
// that are frequent and say something else than they do without their first
// letter. Half the weight of a frequency is taken off (the power), because
// sequences may be rare, and it must be told, too.
func choose(models []*model, p plan) []grams.Sequence {
	type candidate struct {
		g     string
		worth float64
	}
	var list []candidate
	for g, f := range frequencyOf(models, p) {
		if f < rarest {
			continue
		}
		worth := math.Inf(1) // single letters stay
		if utf8.RuneCountInString(g) > 1 {
			worth = math.Pow(f, 0.7) * spread(models, p, g)
		}
		list = append(list, candidate{g, worth})
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.g, b.g))
	})
	// All languages' costs stand in each sequence, smoothed ones too: so a reader
	// needs one look for a letter, and never falls back on a shorter sequence in
	// one language while it has a longer one in another.
	var chosen []grams.Sequence
	for _, c := range list[:min(p.sequences, len(list))] {
		s := grams.Sequence{Letters: []rune(c.g)}
		for _, m := range models {
			s.Costs = append(s.Costs, grams.Cost(m.probability(c.g)))
		}
		chosen = append(chosen, s)
	}
	return chosen
}

// frequencyOf is the frequency of each sequence in all languages, those abroad
// for less: eleven of them would else take the room of the three that matter.
func frequencyOf(models []*model, p plan) map[string]float64 {
	all := map[string]float64{}
	for i, m := range models {
		weight := 1.0
		if p.languages[i].Handicap > 0 {
			weight = 0.3
		}
		for before, list := range m.next {
			for last, times := range list {
				all[before+string(last)] += weight * times / m.total[""]
			}
		}
	}
	return all
}

// spread is how differently the languages take the first letter of a sequence,
// those at home counted once more: they are what is mostly to be told apart.
func spread(models []*model, p plan, g string) float64 {
	home, all := newSpan(), newSpan()
	for i, m := range models {
		d := math.Log(m.probability(g)) - math.Log(m.probability(tail(g)))
		all.add(d)
		if p.languages[i].Handicap == 0 {
			home.add(d)
		}
	}
	return home.width() + all.width()/2
}

// A span is the range of numbers.
type span struct{ low, high float64 }

// newSpan is empty: the first number becomes both its ends.
func newSpan() span { return span{math.Inf(1), math.Inf(-1)} }

func (s *span) add(d float64) { s.low, s.high = min(s.low, d), max(s.high, d) }

func (s *span) width() float64 { return s.high - s.low }
