package story

import (
	"math"
)

// due reports whether a story of so many items is looked at: each time it has
// grown by a quarter, so that an item costs the same however large its story is.
func due(items int) bool {
	return items >= leastMembers && items <= mostMembers && (items <= 2*leastMembers || items%(items/4) == 0)
}

// split makes two stories of one whose items fall into two parts, each closer in
// itself than to the other, and returns the number of the one that has the item.
func (s *Stories) split(n, item int) int {
	st := &s.stories[n]
	if !due(st.items) {
		return n
	}
	likes := likenesses(st.members)
	part := halves(likes)
	sizes := [2]int{}
	for _, p := range part {
		sizes[p]++
	}
	if min(sizes[0], sizes[1]) < leastPart || !divided(likes, part) {
		return n
	}
	stays := 0
	if sizes[1] > sizes[0] {
		stays = 1
	}
	old, next := *st, len(s.stories)
	c := Change{Kind: Split, Story: n, Other: next}
	// Its words still lead to the old number: what it has not any more weighs
	// nothing there.
	s.living[old.script]--
	s.stories[n] = story{looked: old.looked}
	where := n
	for i, m := range old.members {
		to := n
		if part[i] != stays {
			to, c.Items = next, append(c.Items, m.number)
		}
		if m.number == item {
			where = to
		}
		s.put(to, m)
	}
	s.changes = append(s.changes, c)
	return where
}

// likenesses are the cosines of all pairs of items. Most words stand in one item
// only, so it goes by word.
func likenesses(members []member) [][]float64 {
	type posting struct {
		item   int
		weight float64
	}
	with := map[int32][]posting{}
	likes := make([][]float64, len(members))
	for i, m := range members {
		likes[i] = make([]float64, len(members))
		for _, w := range m.vector {
			for _, p := range with[w.stem] {
				likes[i][p.item] += p.weight * float64(w.weight)
			}
			with[w.stem] = append(with[w.stem], posting{i, float64(w.weight)})
		}
		for j := range i {
			likes[j][i] = likes[i][j]
		}
	}
	return likes
}

// halves puts items into two parts, 0 and 1: the two nearest groups become one
// until two are left (average linkage; Sokal and Michener, 1958).
func halves(likes [][]float64) []int {
	n := len(likes)
	group, size := make([]int, n), make([]float64, n) // size 0: joined to another one
	link := make([][]float64, n)
	for i := range n {
		group[i], size[i] = i, 1
		link[i] = append([]float64(nil), likes[i]...)
	}
	for range n - 2 {
		a, b := nearestGroups(link, size)
		for j := range n {
			if j != a && j != b && size[j] > 0 {
				link[a][j] = (link[a][j]*size[a] + link[b][j]*size[b]) / (size[a] + size[b])
				link[j][a] = link[a][j]
			}
		}
		size[a], size[b] = size[a]+size[b], 0
		for i := range group {
			if group[i] == b {
				group[i] = a
			}
		}
	}
	part := make([]int, n)
	for i := range part {
		if group[i] != group[0] {
			part[i] = 1
		}
	}
	return part
}

func nearestGroups(link [][]float64, size []float64) (a, b int) {
	best := -1.0
	for i := range link {
		for j := range i {
			if size[i] > 0 && size[j] > 0 && link[i][j] > best {
				best, a, b = link[i][j], j, i
			}
		}
	}
	return a, b
}

// divided reports whether two parts are far less close to each other than each
// is in itself. Both have two items at least.
func divided(likes [][]float64, part []int) bool {
	var sum, pairs [2]float64
	between, across := 0.0, 0.0
	for i := range likes {
		for j := range i {
			if part[i] == part[j] {
				sum[part[i]] += likes[i][j]
				pairs[part[i]]++
			} else {
				between += likes[i][j]
				across++
			}
		}
	}
	return between/across < splitBelow*math.Sqrt(sum[0]/pairs[0]*sum[1]/pairs[1])
}
