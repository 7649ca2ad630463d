package match

import (
	"cmp"
	"slices"
)

// A Span is a passage of a text, in bytes: text[Start:End].
type Span struct{ Start, End int }

// A Passage stands in both texts.
type Passage struct {
	A, B    Span
	Words   int     // of A
	Letters int     // of the shorter side
	Exact   float64 // the share of its letters that agree without any change
}

// An Agreement is what two texts have in common.
type Agreement struct {
	A, B     float64   // the share of each one's letters that stands in the other
	Letters  int       // in passages that agree, counted in the shorter of both sides
	Longest  int       // letters of the longest passage
	Exact    float64   // the share of those letters that agree without any change
	InOrder  float64   // the share of passages, by length, that follow each other in both
	Passages []Passage // in the order of A

	// Numbers, days of the week among them, and names that stand in the passages,
	// counted in the text where they are fewer, and how many of them stand in the
	// passages of both. Names are counted only where all else says that most of
	// both is one text.
	Numbers, SameNumbers int
	Names, SameNames     int
	OtherDays            bool // both name days of the week, and no day is in both
	Form                 bool // both are one form, filled in with other names
	Footer               bool // both have little in common but how they end

	Brief briefing // what both are when they are no longer than a headline
}

// A chain is a run of seeds that follow each other in both texts at about the
// same distance.
type chain struct {
	a0, b0, a1, b1 int32 // letters, ends exclusive
	exact          int32
	next           int32 // 1 + the next open chain of about the same distance
}

func (c *chain) len() int32 { return min(c.a1-c.a0, c.b1-c.b0) }

// Compare finds the passages that agree. It works as programs that align genomes
// do (seed and chain; Li, "Minimap2", 2018): runs of seedRun letters found in
// both texts are seeds, and seeds that go on at about the same distance in both
// are one passage, with wrong, missing and added letters or words between them.
func Compare(a, b *Text) Agreement {
	var c Comparer
	return c.Compare(a, b)
}

// A Comparer compares one pair after the other in the same memory, of which a pair
// needs some 40 KB. Not safe for use by several goroutines.
type Comparer struct{ walk walk }

// Compare is [Compare].
func (c *Comparer) Compare(a, b *Text) Agreement {
	return agreement(a, b, choose(c.walk.chains(a.letters, b.letters)))
}

const (
	seedRun   = 7
	maxRepeat = 6  // places of one seed in the first text that are tried
	maxGap    = 60 // letters between two seeds of a passage
)

// seeds is a small table of the places of runs in a text.
type seeds struct {
	head []int32
	next []int32
	hash []uint32
	mask uint32
}

// read makes it the table of a text.
func (s *seeds) read(letters []uint16) {
	size := 256
	for size < len(letters) {
		size *= 2
	}
	s.mask = uint32(size - 1)
	s.head = slices.Grow(s.head[:0], size)[:size]
	clear(s.head)
	s.next, s.hash = slices.Grow(s.next[:0], len(letters)+1)[:len(letters)+1], slices.Grow(s.hash[:0], len(letters)+1)[:len(letters)+1]
	roll(letters, seedRun, func(at int, h uint64) {
		slot := uint32(h) & s.mask
		s.hash[at+1], s.next[at+1] = uint32(h>>32), s.head[slot]
		s.head[slot] = int32(at + 1)
	})
}

// minLeap is how many letters must agree after a seed for those to be taken in
// one go. The seeds among them are not looked up: where they stand elsewhere too,
// what agrees longest is meant. On copies nearly all letters are leapt over.
const minLeap = 24

// chains walks along b and lets each seed prolong the chain it fits best, or
// begin one. They are good until the next walk.
func (w *walk) chains(a, b []uint16) []chain {
	w.a, w.b, w.open, w.done, w.full, w.near = a, b, w.open[:0], w.done[:0], 0, [bands]int32{}
	w.table.read(a)
	leapt := 0
	roll(b, seedRun, func(at int, h uint64) {
		if at >= leapt {
			leapt = at + 1 + w.seed(int32(at), h)
		}
	})
	w.retire(int32(len(b)) + 2*maxGap)
	w.a, w.b = nil, nil
	return w.done
}

// A walk is where chains has come to.
type walk struct {
	a, b       []uint16
	table      seeds
	open, done []chain
	full       int          // chains that may be open before some are retired
	near       [bands]int32 // by band: 1 + the first open chain
}

// The open chains are found by the distance between their ends in both texts, in
// bands of a width such that a seed fits those of at most two. Two reports that
// are not of one origin keep a hundred chains open, and to ask each at every seed
// took most of a comparison.
const (
	bands     = 256
	bandWidth = 64 // more than twice the greatest drift
	mostDrift = 4 + maxGap*2/5
)

func band(distance int32) int32 { return distance / bandWidth & (bands - 1) }

// enter puts open chain k into its band.
func (w *walk) enter(k int) {
	c := &w.open[k]
	first := &w.near[band(w.distance(c.a1, c.b1))]
	c.next, *first = *first, int32(k+1)
}

// leave takes it out again.
func (w *walk) leave(k int) {
	c := &w.open[k]
	at := &w.near[band(w.distance(c.a1, c.b1))]
	for *at != int32(k+1) {
		at = &w.open[*at-1].next
	}
	*at = c.next
}

// distance is that of two places, never negative.
func (w *walk) distance(i, j int32) int32 { return i - j + int32(len(w.b)) + mostDrift }

// seed takes the seed at j and returns how many letters after it are done, too.
func (w *walk) seed(j int32, h uint64) (leap int) {
	slot, tag := uint32(h)&w.table.mask, uint32(h>>32)
	tried, longest, farthest := 0, -1, int32(minLeap-1)
	for p := w.table.head[slot]; p != 0 && tried < maxRepeat; p = w.table.next[p] {
		if w.table.hash[p] != tag {
			continue
		}
		tried++
		i := p - 1
		k := w.prolong(i, j)
		if k < 0 {
			k = len(w.open)
			w.open = append(w.open, chain{a0: i, b0: j, a1: i + seedRun, b1: j + seedRun, exact: seedRun})
			w.enter(k)
		}
		if n := alike(w.a[min(int(i)+seedRun, len(w.a)):], w.b[min(int(j)+seedRun, len(w.b)):]); n > farthest {
			longest, farthest = k, n
		}
	}
	if longest >= 0 {
		c := &w.open[longest]
		c.a1, c.b1, c.exact = c.a1+farthest, c.b1+farthest, c.exact+farthest
		leap = int(farthest)
	}
	if len(w.open) > w.full {
		w.retire(j)
		w.full = 16 + 2*len(w.open)
	}
	return leap
}

// alike is how many letters a and b have in common at their beginnings.
func alike(a, b []uint16) int32 {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return int32(i)
		}
	}
	return int32(n)
}

// prolong adds the seed at i, j to the open chain that it fits best and returns
// its place, -1 when it fits none.
func (w *walk) prolong(i, j int32) int {
	best, least := -1, int32(1<<30)
	at := w.distance(i, j)
	first, last := band(at-mostDrift), band(at+mostDrift)
	for b := first; ; b = last {
		for k := w.near[b]; k != 0; k = w.open[k-1].next {
			c := &w.open[k-1]
			da, db := i+seedRun-c.a1, j+seedRun-c.b1
			if uint32(da-1) >= maxGap || uint32(db-1) >= maxGap { // 1 to maxGap, in one comparison each
				continue
			}
			drift := max(da-db, db-da)
			if off := drift + da/8; drift <= 4+max(da, db)*2/5 && (off < least || off == least && int(k-1) < best) {
				best, least = int(k-1), off
			}
		}
		if b == last {
			break
		}
	}
	if best < 0 {
		return -1
	}
	w.leave(best)
	c := &w.open[best]
	c.exact += min(i+seedRun-c.a1, j+seedRun-c.b1, seedRun)
	c.a1, c.b1 = i+seedRun, j+seedRun
	w.enter(best)
	return best
}

// retire moves the chains that nothing at j or later can prolong. A passage
// needs more than a seed or two: those are common words.
func (w *walk) retire(j int32) {
	still := w.open[:0]
	for _, c := range w.open {
		switch {
		case c.b1+maxGap >= j:
			still = append(still, c)
		case c.exact >= 2*seedRun:
			w.done = append(w.done, c)
		}
	}
	w.open, w.near = still, [bands]int32{}
	for k := range w.open {
		w.enter(k)
	}
}

// choose keeps the chains that stand mostly in letters which no longer chain
// has, on both sides.
func choose(chains []chain) []chain {
	slices.SortFunc(chains, func(x, y chain) int {
		return cmp.Or(cmp.Compare(y.exact, x.exact), cmp.Compare(x.a0, y.a0), cmp.Compare(x.b0, y.b0))
	})
	var kept []chain
	for _, c := range chains {
		free := true
		for _, k := range kept {
			if overlap(c.a0, c.a1, k.a0, k.a1)*3 > c.a1-c.a0 || overlap(c.b0, c.b1, k.b0, k.b1)*3 > c.b1-c.b0 {
				free = false
				break
			}
		}
		if free {
			kept = append(kept, c)
		}
	}
	slices.SortFunc(kept, func(x, y chain) int { return cmp.Compare(x.a0, y.a0) })
	return kept
}

func overlap(a0, a1, b0, b1 int32) int32 { return max(0, min(a1, b1)-max(a0, b0)) }
