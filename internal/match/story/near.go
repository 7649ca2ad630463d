package story

import (
	"cmp"
	"math"
	"slices"
)

const (
	// alike is from which cosine on two items of a story may be one text told anew.
	alike    = 0.4
	mostNear = 8
)

// Near is, of the items of story n, those that item is most like, the likest first, at
// most eight: by order of arrival from 0, as item is. It is empty where the item is
// like none, and of a large story, which does not know its items any more.
func (s *Stories) Near(n, item int) (items []int) {
	members := s.stories[n].members()
	at := slices.IndexFunc(members, func(f filed) bool { return int(f.number) == item })
	if at < 0 {
		return nil
	}
	type near struct {
		item int
		like float64
	}
	var list []near
	m := members[at].member()
	s.desk.lay(&m, len(s.seenIn))
	for i, f := range members {
		if like := s.desk.cosine(f); i != at && like >= alike {
			list = append(list, near{int(f.number), like})
		}
	}
	s.desk.clear(&m)
	slices.SortFunc(list, func(a, b near) int { return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.item, b.item)) })
	for _, m := range list[:min(len(list), mostNear)] {
		items = append(items, m.item)
	}
	return items
}

// cosine is how like an item is to the one on the desk.
func (d desk) cosine(f filed) (like float64) {
	for words := f.words(); words.next(); {
		like += math.Abs(float64(d[words.word.stem()+1])) * float64(words.word.weight)
	}
	return like
}
