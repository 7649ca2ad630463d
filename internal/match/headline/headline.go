package headline

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed weights.txt
var learnt string

// A Judge tells whether headlines agree. It does not change and may be used by
// several goroutines.
type Judge struct {
	weights  map[string]float64
	contrary map[string]map[string]bool
}

// New returns the judge that was learnt from the training pairs. It fails when
// the table, which is part of the program, was spoilt.
func New() (*Judge, error) {
	j, err := parse(learnt)
	if err != nil {
		return nil, fmt.Errorf("weights of headlines: %w", err)
	}
	return j, nil
}

// parse reads a table as Write prints it; a feature that is not in it weighs nothing.
func parse(table string) (*Judge, error) {
	weights := map[string]float64{}
	for line := range strings.Lines(table) {
		name, value, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("weight of %q: %w", name, err)
		}
		weights[name] = w
	}
	return &Judge{weights, contraries()}, nil
}

// Agree reports whether both headlines report the same. Words that turn each other around
// are never the same, however much else is.
func (j *Judge) Agree(a, b string) bool { return j.Score(a, b) > 0 && !j.opposed(a, b) }

// Score is the logarithm of the odds that both headlines report the same.
func (j *Judge) Score(a, b string) float64 {
	sum := 0.0
	for _, f := range features(a, b) {
		sum += j.weights[f.name] * f.value
	}
	return sum
}
