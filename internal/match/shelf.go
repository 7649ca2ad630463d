package match

import (
	"fmt"
	"io"
)

// A Spill takes what a [Grouping] does not hold in memory, at places of its own
// choosing from 0 on, and gives it back. An *os.File is one.
type Spill interface {
	io.ReaderAt
	io.WriterAt
}

const (
	// spillAt is how many bytes are held before they go to a spill: the texts of some
	// 3,000 items, so that a small file needs none.
	spillAt = 8 << 20
	// keptTexts is how many texts stay as they are compared. In a world of templates an
	// item is compared with seven, most of them the same as for the item before.
	keptTexts = 512
)

// A shelf has the texts of items, by number from 0. In memory they would be nine
// tenths of all that a grouping holds, and of most nothing is asked again.
type shelf struct {
	spill  Spill   // nil: all stays in memory
	room   int     // bytes held before they go to it
	ends   []int64 // by item: where its packed text ends
	gone   int64   // bytes that are in the spill
	packed []byte  // those after them
	recent [keptTexts]shelved
	err    error // the spill's first; from then on texts are empty
}

type shelved struct {
	item int32
	text *Text
}

// add puts the text of the next item there.
func (s *shelf) add(t *Text) {
	s.keep(int32(len(s.ends)), t)
	s.packed = t.pack(s.packed)
	s.ends = append(s.ends, s.gone+int64(len(s.packed)))
	if s.spill == nil || len(s.packed) < s.room {
		return
	}
	if _, err := s.spill.WriteAt(s.packed, s.gone); err != nil {
		s.fail(err)
	}
	s.gone += int64(len(s.packed))
	s.packed = s.packed[:0]
}

func (s *shelf) keep(item int32, t *Text) { s.recent[item%keptTexts] = shelved{item, t} }

// text is that of an item.
func (s *shelf) text(item int32) *Text {
	if kept := s.recent[item%keptTexts]; kept.item == item && kept.text != nil {
		return kept.text
	}
	t := unpack(s.bytes(item))
	s.keep(item, t)
	return t
}

func (s *shelf) bytes(item int32) []byte {
	from := int64(0)
	if item > 0 {
		from = s.ends[item-1]
	}
	if from >= s.gone {
		return s.packed[from-s.gone : s.ends[item]-s.gone]
	}
	b := make([]byte, s.ends[item]-from)
	if s.err == nil {
		// A whole read may say io.EOF as well.
		if n, err := s.spill.ReadAt(b, from); n < len(b) {
			s.fail(err)
		}
	}
	if s.err != nil {
		return (&Text{}).pack(nil)
	}
	return b
}

func (s *shelf) fail(err error) {
	if s.err == nil {
		s.err = fmt.Errorf("texts put aside: %w", err)
	}
}
