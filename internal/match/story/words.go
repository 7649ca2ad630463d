package story

import "slices"

// Most stories have one item, and its words are theirs: a table of them would take as
// much again, and longer to read.

// unfold makes the table of a story that is about to have more than one item.
func (st *story) unfold() {
	for _, w := range st.own {
		st.weights.set(w.stem(), float64(w.weight))
	}
	st.own = nil
}

// of is the weight of a word, 0 when it is not there.
func (st *story) of(stem int32) float64 {
	if w := find(st.own, stem); w != nil {
		return float64(w.weight)
	}
	return st.weights.of(stem)
}

// has reports whether a word is there.
func (st *story) has(stem int32) bool { return find(st.own, stem) != nil || st.weights.has(stem) }

// find is the word of a stem, nil when it is not there.
func find(words []weighted, stem int32) *weighted {
	for i := range words {
		if words[i].stem() == stem {
			return &words[i]
		}
	}
	return nil
}

// sorted is all words, in the order of their numbers.
func (st *story) sorted() []int32 {
	out := st.weights.sorted()
	for _, w := range st.own {
		out = append(out, w.stem())
	}
	slices.Sort(out)
	return out
}
