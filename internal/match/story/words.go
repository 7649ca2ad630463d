package story

// Most stories have one item, and its words, amounts and facts are theirs: a sum of them
// would take thrice as much again.

// members are the items of a story that still knows them, nil of any other.
func (st *story) members() []filed {
	switch {
	case st.sum != nil:
		return st.sum.members
	case st.items == 1:
		return st.only[:]
	}
	return nil
}

// unfold makes the sum of a story that is about to have more than one item.
func (st *story) unfold() {
	if st.sum != nil || st.items == 0 {
		return
	}
	sum := &sum{members: []filed{st.only[0]}}
	for words := st.only[0].words(); words.next(); {
		sum.weights.set(words.word.stem(), float64(words.word.weight))
	}
	sum.amounts, sum.facts = st.only[0].known()
	st.sum, st.only[0] = sum, filed{}
}

// known is the amounts and facts of a story.
func (st *story) known() ([]amount, facts) {
	if st.sum != nil {
		return st.sum.amounts, st.sum.facts
	}
	return st.only[0].known()
}

// find is the weight of a word, if it is there.
func (st *story) find(stem int32) (weight float64, there bool) {
	if st.sum != nil {
		return st.sum.weights.of(stem), st.sum.weights.has(stem)
	}
	for words := st.only[0].words(); words.next() && words.word.stem() <= stem; {
		if words.word.stem() == stem {
			return float64(words.word.weight), true
		}
	}
	return 0, false
}

// of is the weight of a word, 0 when it is not there.
func (st *story) of(stem int32) float64 {
	weight, _ := st.find(stem)
	return weight
}

// has reports whether a word is there.
func (st *story) has(stem int32) bool {
	_, there := st.find(stem)
	return there
}

// sorted is all words, in the order of their numbers.
func (st *story) sorted() []int32 {
	if st.sum != nil {
		return st.sum.weights.sorted()
	}
	var out []int32
	for words := st.only[0].words(); words.next(); {
		out = append(out, words.word.stem())
	}
	return out
}
