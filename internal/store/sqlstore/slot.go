package sqlstore

import (
	"context"
	"time"

	"dateline"
)

// A slot is the place of an item in the order of all: its second in the upper
// bits, then the first five characters of its id, then room for those that
// agree in both. The full-text index of SQLite gives its rows in the order of
// their numbers for nothing, so the number must be the order.
const (
	idBits   = 25
	roomBits = 4
	lowBits  = idBits + roomBits
	maxSecs  = 1<<(63-lowBits) - 2 // in 2514, less one for EndSlot; as far back before 1970
)

// slotOf is the first slot that an item may have.
func slotOf(when time.Time, id dateline.ItemID) int64 {
	var prefix int64
	for i := range idBits / 5 {
		prefix <<= 5
		// A shorter id counts as one that ends in the lowest characters.
		if i < len(id) {
			prefix |= digit(id[i])
		}
	}
	return FirstSlot(when) + prefix<<roomBits
}

// FirstSlot is where the second of a time begins.
func FirstSlot(when time.Time) int64 {
	// A feed may date an item into the year 9999; it then stands with the last of all.
	return min(max(when.Unix(), -maxSecs), maxSecs) << lowBits
}

// EndSlot is where the second after it begins.
func EndSlot(when time.Time) int64 { return FirstSlot(when) + 1<<lowBits }

// digit is the place of a character of an id among 2-7 and a-z.
// In the order of the characters, for slots must sort as ids do.
func digit(c byte) int64 {
	switch {
	case c < '2':
		return 0
	case c <= '7':
		return int64(c - '2')
	case c < 'a':
		return 6
	case c <= 'z':
		return int64(c-'a') + 6
	default:
		return 31
	}
}

// free moves each of the slots on to the next that nobody has on the shelf.
func (t *Tx) free(ctx context.Context, on Shelf, slots []int64) error {
	placed, given := make([]bool, len(slots)), make(map[int64]bool, len(slots))
	// Few rounds: only those that met another are asked for again, one further.
	for ask := slots; len(ask) > 0; {
		taken, err := t.taken(ctx, on, ask)
		if err != nil {
			return err
		}
		ask = nil
		for i, s := range slots {
			switch {
			case placed[i]:
			// Two of one call may want the same slot, too.
			case given[s] || taken[s]:
				slots[i]++
				ask = append(ask, slots[i])
			default:
				placed[i], given[s] = true, true
			}
		}
	}
	return nil
}

// taken tells which of the slots have a row on the shelf.
func (t *Tx) taken(ctx context.Context, on Shelf, slots []int64) (map[int64]bool, error) {
	list, err := t.List(slots)
	if err != nil {
		return nil, err
	}
	found, err := collect(ctx, t, ask("select slot from "+string(on)+" where "+t.IntIn("slot", 1), list),
		func(s *int64) []any { return []any{s} })
	taken := make(map[int64]bool, len(found))
	for _, s := range found {
		taken[s] = true
	}
	return taken, err
}
