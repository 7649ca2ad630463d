package headline

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
)

// A Pair of headlines that people judged.
type Pair struct {
	A, B  string
	Agree bool
}

const (
	least  = 2    // pairs that must have a feature
	rate   = 0.3  // of learning
	shrink = 0.01 // what pulls weights of words to nothing
	rounds = 10   // through all pairs
)

// example is a pair as numbers.
type example struct {
	id    []int
	value []float64
	want  float64
}

// Learn fits the weights of all features by logistic regression, with steps that
// shrink by feature (Duchi, Hazan, Singer, "Adaptive subgradient methods",
// 2011). The same pairs in the same order give the same weights.
func Learn(pairs []Pair) map[string]float64 {
	seen := map[string]int{}
	for _, p := range pairs {
		for _, f := range features(p.A, p.B) {
			seen[f.name]++
		}
	}
	var names []string
	ids := map[string]int{}
	list := make([]example, len(pairs))
	for i, p := range pairs {
		if p.Agree {
			list[i].want = 1
		}
		for _, f := range features(p.A, p.B) {
			// What one pair alone has would be learnt by heart.
			if seen[f.name] < least {
				continue
			}
			id, ok := ids[f.name]
			if !ok {
				id = len(names)
				ids[f.name], names = id, append(names, f.name)
			}
			list[i].id, list[i].value = append(list[i].id, id), append(list[i].value, f.value)
		}
	}
	weights := map[string]float64{}
	for id, w := range fit(list, names) {
		weights[names[id]] = w
	}
	return weights
}

// fit learns one weight a name. Only those of words shrink: those of the whole are a few
// and stand on every pair.
func fit(list []example, names []string) []float64 {
	w, past := make([]float64, len(names)), make([]float64, len(names))
	for i := range past {
		past[i] = 1
	}
	for range rounds {
		for _, e := range list {
			sum := 0.0
			for k, id := range e.id {
				sum += w[id] * e.value[k]
			}
			miss := 1/(1+math.Exp(-sum)) - e.want
			for k, id := range e.id {
				step := miss * e.value[k]
				if ofWord(names[id]) {
					step += shrink * w[id]
				}
				past[id] += step * step
				w[id] -= rate / math.Sqrt(past[id]) * step
			}
		}
	}
	return w
}

// Write prints weights, a feature a line. Weights that hardly count are left out.
func Write(w io.Writer, weights map[string]float64) error {
	for _, name := range slices.SortedFunc(maps.Keys(weights), cmp.Compare[string]) {
		if math.Abs(weights[name]) < 0.02 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s\t%.2f\n", name, weights[name]); err != nil {
			return err
		}
	}
	return nil
}
