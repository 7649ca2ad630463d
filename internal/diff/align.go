package diff

import (
	"encoding/binary"
	"slices"
)

const (
	// alike is the share of words that two sentences must have in common to be
	// compared word by word. Below it the reader sees the old sentence struck out
	// and the new one after it, which is easier than a mixture.
	alike = 0.5
	// widest bounds the sentences that are tried as pairs between two that stand in
	// both: a page that was written anew has nothing to pair.
	widest = 10_000
)

// align writes the difference of two texts: sentences first, then words.
func align(a, b []token, w *writer) {
	before, after := sentences(a), sentences(b)
	ids := map[string]int{}
	i, j := 0, 0
	for _, m := range common(numbered(ids, before), numbered(ids, after)) {
		between(before[i:m[0]], after[j:m[1]], w)
		for k, t := range after[m[1]] {
			w.same(before[m[0]][k], t)
		}
		i, j = m[0]+1, m[1]+1
	}
	between(before[i:], after[j:], w)
}

// sentences parts tokens behind those that end one.
func sentences(tokens []token) (out [][]token) {
	begin := 0
	for i, t := range tokens {
		if t.ends || i == len(tokens)-1 {
			out = append(out, tokens[begin:i+1])
			begin = i + 1
		}
	}
	return out
}

// numbered gives each sentence a number, the same for the same tokens.
func numbered(ids map[string]int, sentences [][]token) []int {
	out := make([]int, len(sentences))
	var key []byte
	for i, s := range sentences {
		key = key[:0]
		for _, t := range s {
			key = binary.AppendUvarint(key, uint64(t.id))
		}
		id, known := ids[string(key)]
		if !known {
			id = len(ids)
			ids[string(key)] = id
		}
		out[i] = id
	}
	return out
}

// between writes what lies between two sentences that stand in both texts.
func between(before, after [][]token, w *writer) {
	i, j := 0, 0
	for _, m := range pairs(before, after) {
		w.delete(slices.Concat(before[i:m[0]]...)...)
		w.insert(slices.Concat(after[j:m[1]]...)...)
		reworded(before[m[0]], after[m[1]], w)
		i, j = m[0]+1, m[1]+1
	}
	w.delete(slices.Concat(before[i:]...)...)
	w.insert(slices.Concat(after[j:]...)...)
}

// pairs finds the sentences that were reworded: those pairs, in order, that have
// most in common altogether.
func pairs(before, after [][]token) (out [][2]int) {
	n, m := len(before), len(after)
	if n == 0 || m == 0 || n*m > widest {
		return nil
	}
	// As for the longest common row, but what counts is how much two sentences share, not
	// how many pairs there are.
	a, b := wordsOf(before), wordsOf(after)
	best := make([]float64, (n+1)*(m+1)) // of the sentences from i and j on
	share := make([]float64, n*m)
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best[i*(m+1)+j] = max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			if s := dice(a[i], b[j]); s >= alike {
				share[i*m+j] = s
				best[i*(m+1)+j] = max(best[i*(m+1)+j], s+best[(i+1)*(m+1)+j+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch s := share[i*m+j]; {
		case s > 0 && best[i*(m+1)+j] == s+best[(i+1)*(m+1)+j+1]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case best[i*(m+1)+j] == best[(i+1)*(m+1)+j]:
			i++
		default:
			j++
		}
	}
	return out
}

// wordsOf are the numbers of the words of each sentence, in order of number.
func wordsOf(sentences [][]token) [][]int {
	out := make([][]int, len(sentences))
	for i, s := range sentences {
		for _, t := range s {
			if t.word {
				out[i] = append(out[i], t.id)
			}
		}
		slices.Sort(out[i])
	}
	return out
}

// dice is the share of words that two sorted lists have in common.
// It is Dice's coefficient: twice what both have, by what they have together.
func dice(a, b []int) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	i, j, both := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			i, j, both = i+1, j+1, both+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}

// reworded writes the difference of two sentences word by word.
func reworded(before, after []token, w *writer) {
	i, j := 0, 0
	for _, m := range readable(common(tokenIDs(before), tokenIDs(after)), before, after) {
		w.delete(before[i:m[0]]...)
		w.insert(after[j:m[1]]...)
		w.same(before[m[0]], after[m[1]])
		i, j = m[0]+1, m[1]+1
	}
	w.delete(before[i:]...)
	w.insert(after[j:]...)
}

// tokenIDs is a sentence as common compares it.
func tokenIDs(tokens []token) []int {
	out := make([]int, len(tokens))
	for i, t := range tokens {
		out[i] = t.id
	}
	return out
}

// readable drops the matches that only make a diff restless: a single word, or
// signs alone, between two places where words were replaced.
func readable(matches [][2]int, before, after []token) [][2]int {
	out := make([][2]int, 0, len(matches))
	for i := 0; i < len(matches); {
		end, words := i, 0
		for ; end < len(matches) && matches[end][0] == matches[i][0]+end-i && matches[end][1] == matches[i][1]+end-i; end++ {
			if before[matches[end][0]].word {
				words++
			}
		}
		from, to := [2]int{-1, -1}, [2]int{len(before), len(after)}
		if len(out) > 0 {
			from = out[len(out)-1]
		}
		if end < len(matches) {
			to = matches[end]
		}
		last := matches[end-1]
		if words > 1 || !replaced(from, matches[i]) || !replaced(last, to) {
			out = append(out, matches[i:end]...)
		}
		i = end
	}
	return out
}

// replaced reports whether something was deleted and something else inserted
// between two matches.
func replaced(a, b [2]int) bool { return b[0]-a[0] > 1 && b[1]-a[1] > 1 }
