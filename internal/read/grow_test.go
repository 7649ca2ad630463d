//go:build learn

package read

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/internal/read/body"
)

// A sample is a piece of a page whose truth is known.
type sample struct {
	portrait *body.Portrait
	label    float64 // part of its words that is the article's
	weight   float64
	score    float64
}

// How a forest is grown: what did best on pages that it was not grown on.
const (
	trees   = 240
	levels  = 4
	rate    = 0.1  // how much of its finding each tree may say
	shrink  = 0.05 // pulls the leaves of few samples to zero
	rows    = 0.5  // the share of the samples that a tree sees
	columns = 0.15 // the share of the traits that a question is chosen from
)

// A grown tree: all nodes of a level ask the same question.
type grownTree struct {
	trait, above []int
	leaves       []float64
}

func (t *grownTree) leaf(p *body.Portrait) int {
	n := 0
	for i, tr := range t.trait {
		n <<= 1
		if int(p[tr]) > t.above[i] {
			n |= 1
		}
	}
	return n
}

type grownForest struct {
	bias  float64
	trees []grownTree
}

func (f *grownForest) score(p *body.Portrait) float64 {
	if p.Far() {
		return -2
	}
	s := f.bias
	for i := range f.trees {
		s += f.trees[i].leaves[f.trees[i].leaf(p)]
	}
	return s
}

type slope struct{ g, h float64 }

// grow fits trees one after the other to what those before leave wrong
// (gradient boosting of the logistic loss, Friedman 2001; with one question a
// level, as in Prokhorenkova et al. 2018, which keeps trees small and steady).
func grow(samples []sample) *grownForest {
	rng := rand.New(rand.NewPCG(1, 2))
	f := &grownForest{}
	good, all := 0.0, 0.0
	for _, s := range samples {
		good, all = good+s.weight*s.label, all+s.weight
	}
	f.bias = math.Log(good / (all - good))
	for i := range samples {
		samples[i].score = f.bias
	}
	slopes := make([]slope, len(samples))
	table := make([][]byte, body.Traits)
	for tr := range table {
		table[tr] = make([]byte, len(samples))
		for i := range samples {
			table[tr][i] = samples[i].portrait[tr]
		}
	}
	for range trees {
		var seen []int
		for i := range samples {
			s := &samples[i]
			p := 1 / (1 + math.Exp(-s.score))
			slopes[i] = slope{s.weight * (s.label - p), s.weight * p * (1 - p)}
			if rng.Float64() < rows {
				seen = append(seen, i)
			}
		}
		t := growTree(table, slopes, seen, rng)
		for i := range samples {
			samples[i].score += t.leaves[t.leaf(samples[i].portrait)]
		}
		f.trees = append(f.trees, t)
	}
	return f
}

func growTree(table [][]byte, slopes []slope, seen []int, rng *rand.Rand) grownTree {
	var t grownTree
	node := make([]uint8, len(seen))
	for level := 0; level < levels; level++ {
		trait, above := question(table, slopes, seen, node, 1<<level, rng)
		t.trait, t.above = append(t.trait, trait), append(t.above, above)
		for k, i := range seen {
			node[k] <<= 1
			if int(table[trait][i]) > above {
				node[k] |= 1
			}
		}
	}
	sums := make([]slope, 1<<levels)
	for k, i := range seen {
		sums[node[k]].g += slopes[i].g
		sums[node[k]].h += slopes[i].h
	}
	for _, s := range sums {
		t.leaves = append(t.leaves, rate*s.g/(s.h+shrink))
	}
	return t
}

// question finds the trait and the number that divide all nodes of a level best.
func question(table [][]byte, slopes []slope, seen []int, node []uint8, nodes int, rng *rand.Rand) (trait, above int) {
	best := math.Inf(-1)
	hist := make([][256]slope, nodes)
	whole := make([]slope, nodes)
	for tr := range body.Traits {
		if rng.Float64() > columns {
			continue
		}
		column := table[tr]
		top := int(slices.Max(column))
		for n := range hist {
			clear(hist[n][:top+1])
		}
		clear(whole)
		for k, i := range seen {
			h := &hist[node[k]][column[i]]
			h.g += slopes[i].g
			h.h += slopes[i].h
		}
		for n := range hist {
			for v := 0; v <= top; v++ {
				whole[n].g += hist[n][v].g
				whole[n].h += hist[n][v].h
			}
		}
		gain := make([]float64, top)
		for n := range hist {
			var left slope
			for v := 0; v < top; v++ {
				left.g += hist[n][v].g
				left.h += hist[n][v].h
				right := slope{whole[n].g - left.g, whole[n].h - left.h}
				gain[v] += left.g*left.g/(left.h+shrink) + right.g*right.g/(right.h+shrink)
			}
		}
		for v, g := range gain {
			if g > best {
				best, trait, above = g, tr, v
			}
		}
	}
	return trait, above
}

// source writes the forest as the Go file of package body.
func (f *grownForest) source() string {
	largest := 0.0
	for _, t := range f.trees {
		for _, l := range t.leaves {
			largest = max(largest, math.Abs(l))
		}
	}
	unit := 127 / largest
	var b strings.Builder
	fmt.Fprintf(&b, "package body\n\n// Learnt from the labels of wcxb-dev (CC BY 4.0) and extract-dev (MIT); see\n// learn_test.go in the folder above, and THIRD-PARTY.md.\nconst (\n\tunit   = %d // the score at which the odds are e to 1\n\tbias   = %d\n\tforest = \"\" +\n", int(math.Round(unit)), int(math.Round(unit*f.bias)))
	for i, t := range f.trees {
		b.WriteString("\t\t\"")
		for k := range t.trait {
			fmt.Fprintf(&b, "\\x%02x\\x%02x", t.trait[k], t.above[k])
		}
		for _, l := range t.leaves {
			fmt.Fprintf(&b, "\\x%02x", uint8(int8(math.Round(unit*l))))
		}
		b.WriteString("\"")
		if i+1 < len(f.trees) {
			b.WriteString(" +")
		}
		b.WriteString("\n")
	}
	b.WriteString(")\n")
	return b.String()
}
