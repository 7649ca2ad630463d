package stage

import (
	"context"
	"math"
	"slices"

	"dateline"
	"dateline/internal/match/across"
)

// scriptItems is how many items are remembered by what stays the same in
// translation: some hours of a busy wire, within which translations follow, and
// some KB an item.
const scriptItems = 4096

// What stands on a page, if only as a guess, is asked more than what a file is
// asked for. In 12 orders of the sample press 9 to 12 guesses were right and 1 to 4
// wrong with the defaults; the wrong ones had few names, or many that the other had
// not.
const (
	guessShare  = 0.6
	guessWeight = 3
)

// scripts is what is known of the newest items by names and numbers, so that one in
// the other script is found without a link. It is that of the arrivals in memory,
// and made right after it.
type scripts struct {
	memory *memory
	size   int
	done   int64
	index  *across.Index
	items  []version // by number in the index, but for those gone
	gone   int
}

func newScripts(m *memory, size int) *scripts { return &scripts{memory: m, size: size, done: -1} }

// reaches has no end: scripts forget by number of items and not by spans.
func (s *scripts) reaches() int64 { return math.MaxInt64 }

func (s *scripts) derived(from, to int64) { s.done = moved(s.done, from, to) }

// ready reads the texts of some thousand items again: what they are known by is stored nowhere.
func (s *scripts) ready(ctx context.Context, tx dateline.Tx, done, _ int64) (loaded bool, err error) {
	if s.done == done {
		return false, nil
	}
	s.done, s.items, s.gone = -1, nil, 0
	if s.index, err = across.NewIndex(across.Config{Items: s.size, Share: guessShare, Weight: guessWeight}); err != nil {
		return true, err
	}
	arrivals := s.memory.arrivals
	for part := range slices.Chunk(arrivals[max(0, len(arrivals)-s.size):], 500) {
		wanted := make([]version, len(part))
		for i, a := range part {
			wanted[i] = version{a.item, a.version}
		}
		items, err := readVersions(ctx, tx, wanted)
		if err != nil {
			return true, err
		}
		for i, v := range wanted {
			item, ok := items[v]
			if !ok {
				item = dateline.Item{ID: v.item} // erased: its place in the row counts
			}
			s.add(&item, part[i], across.Read(text(&item)))
		}
	}
	s.done = done
	return true, nil
}

// add takes an arrival.
func (s *scripts) add(item *dateline.Item, a arrival, sig across.Signature) {
	s.index.Add(sig, item.When())
	s.items = append(s.items, version{a.item, a.version})
	if over := len(s.items) - s.size; over > 0 {
		s.items = s.items[over:]
		s.gone += over
	}
}

// guess is the row of the item in the other script that seems to tell the same
// news. It is asked only of an item that has a text of its own and that no link
// leads from: a link is better, and a copy is one of what its original is.
func (s *scripts) guess(item *dateline.Item, sig across.Signature) (m dateline.Match, ok bool) {
	g, ok := s.index.Find(sig, item.When())
	if !ok || g.Item < s.gone {
		return m, false
	}
	of := s.items[g.Item-s.gone]
	return dateline.Match{
		Item: item.ID, Version: item.Version, Of: of.item, OfVersion: of.n, Kind: dateline.MatchTranslation,
		By: dateline.ByGuess, Confidence: math.Round(1000*g.Confidence) / 1000, Program: program,
	}, of.item != item.ID
}
