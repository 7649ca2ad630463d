package across

import (
	"fmt"

	"dateline/internal/match/names"
)

// An Evidence is what two items have in common.
type Evidence struct {
	Names   int // of the Latin text that the Arabic one has
	Numbers int // that both have
	Clashes int // numbers that one has and the other does not, where both have some
	// Share is the share of all names of the Latin text and of all numbers that is
	// common, each weighed by its rarity, 0 to 1.
	Share  float64
	Weight float64 // of what is common, 1 for a name or number met first
}

// A Matcher compares signatures. It does not change and may be used by several
// goroutines.
type Matcher struct{ model *names.Model }

// New returns a matcher. It fails when the table of letters was spoilt.
func New() (*Matcher, error) {
	model, err := names.New()
	if err != nil {
		return nil, fmt.Errorf("names across scripts: %w", err)
	}
	return &Matcher{model}, nil
}

// Compare returns what two items have in common, all names and numbers being
// worth the same; nothing when both are of one script.
func (m *Matcher) Compare(a, b Signature) Evidence {
	return m.weigh(&a, &b, func(string) float64 { return 1 })
}

// weigh compares with a weight for each key.
func (m *Matcher) weigh(a, b *Signature, rarity func(key string) float64) (e Evidence) {
	if a.arabic == b.arabic {
		return e
	}
	if a.arabic {
		a, b = b, a
	}
	all := 0.0
	for _, n := range a.names {
		w := rarity(n.key)
		all += w
		if m.has(b.forms[n.key], n) {
			e.Names++
			e.Weight += w
		}
	}
	for _, n := range a.numbers {
		w := rarity(n)
		all += w
		if contains(b.numbers, n) {
			e.Numbers++
			e.Weight += w
		}
	}
	// Numbers count on both sides, names on the Latin one: which Arabic words are names
	// nobody knows.
	for _, n := range b.numbers {
		if !contains(a.numbers, n) {
			all += rarity(n)
		}
	}
	if least := min(len(a.numbers), len(b.numbers)); least > 0 {
		e.Clashes = least - e.Numbers
	}
	if all > 0 {
		e.Share = min(1, e.Weight/all)
	}
	return e
}

// has reports whether one of the forms, which have the name's key, is the name.
func (m *Matcher) has(forms []string, n name) bool {
	if n.key == exonym(n.form) {
		return contains(forms, n.key)
	}
	for _, f := range forms {
		if m.model.Same(f, n.form) {
			return true
		}
	}
	return false
}
