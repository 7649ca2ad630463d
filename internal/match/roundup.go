package match

import "time"

// Apart reports whether what one item shares with a third stands elsewhere in that
// one than what a second item does: the third may be a round-up, which carries reports
// that have nothing to do with each other.
func Apart(one, other []Span) bool {
	all, both := 0, 0
	for _, p := range one {
		all += p.End - p.Start
		for _, q := range other {
			both += max(0, min(p.End, q.End)-max(p.Start, q.Start))
		}
	}
	return both*4 < all
}

// In is where the passages stand in the second of two texts that were compared, or in
// the first.
func (g *Agreement) In(second bool) []Span {
	spans := make([]Span, len(g.Passages))
	for i, p := range g.Passages {
		spans[i] = p.A
		if second {
			spans[i] = p.B
		}
	}
	return spans
}

// both is where the passages of two texts stand in the first and in the second.
type both [2][]Span

// shared is where an item stands in another one. A round-up is asked as often as it
// carries something, so each pair is compared once.
func (f *Grouping) shared(item, in int) []Span {
	at := pairOf(min(item, in), max(item, in))
	spans, ok := f.spans[at]
	if !ok {
		g := f.compare(int(at.a), int(at.b))
		spans = both{g.In(false), g.In(true)}
		f.spans[at] = spans
	}
	if in > item {
		return spans[1]
	}
	return spans[0]
}

// join makes the families of two items that share words one, unless one of the two is
// a round-up of both.
func (f *Grouping) join(a, b int) {
	if x, y := f.head(a), f.head(b); x == y || f.carries(a, b) || f.carries(b, a) {
		return
	}
	f.unite(a, b)
}

// carries reports whether a later round-up carries an item beside others of its own
// family that the item has nothing to do with. What is earlier than both is their
// origin: one took its beginning, the other its end.
func (f *Grouping) carries(roundUp, item int) bool {
	family, at := f.head(roundUp), f.items[roundUp].date
	if !later(at, f.earliest(f.head(item))) {
		return false
	}
	spans := f.shared(item, roundUp)
	for _, tied := range f.tied[int32(roundUp)] {
		other := int(tied)
		if f.head(other) != family || !later(at, f.items[other].date) || !Apart(spans, f.shared(other, roundUp)) {
			continue
		}
		if !f.bond(other, item).same {
			return true
		}
	}
	return false
}

// later needs both stamps: without them nobody knows whether a text was put together
// from others, or they were cut from it.
func later(at, than time.Time) bool { return !than.IsZero() && at.After(than) }
