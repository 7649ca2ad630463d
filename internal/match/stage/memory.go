package stage

import (
	"context"
	"encoding/binary"
	"time"

	"dateline"
	"dateline/internal/match"
)

// spanEntries is how many entries of the log are a span. The memory holds the
// items of the span that the stage is in and of the one before, so at least one
// span of them, and at most two: 1,000,000 items when every other entry is one
// (measured on a first ingest: kept, decided or matched, filed).
const spanEntries = 1 << 20

// memory is what is known of the items that came in of late.
type memory struct {
	span int64 // entries in one; tests have small ones
	// done is how far the store had been derived when the memory was last right;
	// -1 when it has to be loaded.
	done     int64
	from     int64 // first span that it holds
	index    *match.Index
	arrivals []arrival // in the order of the log; their places are the numbers in the index
	places   map[dateline.ItemID]place
}

// An arrival is a version of an item that came in.
type arrival struct {
	item    dateline.ItemID
	version int
	when    time.Time // what it may claim to have been known since
}

// place is where the versions of an item stand among the arrivals.
type place struct{ first, last int32 }

// newMemory is loaded at its first ready: no place of the log is -1.
func newMemory(span int64) *memory { return &memory{span: span, done: -1} }

// begins is the first span that a memory holds which is to take an entry.
func (m *memory) begins(seq int64) int64 { return max(0, seq/m.span-1) }

// reaches is the end of the second of its two spans; the entry after it drops the first.
func (m *memory) reaches() int64 { return (m.from+2)*m.span - 1 }

func (m *memory) derived(from, to int64) { m.done = moved(m.done, from, to) }

// ready reads the keys that were stored beside the items and none of their texts: after a
// restart that is up to a million rows instead of a million items.
func (m *memory) ready(ctx context.Context, tx dateline.Tx, done, seq int64) (loaded bool, err error) {
	if m.done == done && m.from == m.begins(seq) {
		return false, nil
	}
	// Not done until all of it is: a load that fails in between must begin anew.
	m.done, m.from = -1, m.begins(seq)
	m.index = match.New(match.Config{})
	m.arrivals, m.places = nil, map[dateline.ItemID]place{}
	const page = 5000
	for after := m.from*m.span - 1; ; {
		keyed, err := tx.Keys(ctx, after, page)
		if err != nil {
			return true, err
		}
		for i := range keyed {
			if keyed[i].Seq > done {
				break
			}
			when, keys := unpack(keyed[i].Keys)
			m.add(arrival{keyed[i].Item, keyed[i].Version, when}, keys)
		}
		if len(keyed) < page || ctx.Err() != nil {
			m.done = done
			return true, ctx.Err()
		}
		after = keyed[len(keyed)-1].Seq
	}
}

// add takes an arrival with the keys by which it is to be found.
func (m *memory) add(a arrival, keys []uint64) {
	n := int32(len(m.arrivals))
	at, known := m.places[a.item]
	if !known {
		at.first = n
	}
	at.last = n
	m.places[a.item] = at
	m.arrivals = append(m.arrivals, a)
	m.index.Add(uint64(n), 0, keys)
}

// last is the last arrival of an item.
func (m *memory) last(id dateline.ItemID) (arrival, bool) {
	at, ok := m.places[id]
	if !ok {
		return arrival{}, false
	}
	return m.arrivals[at.last], true
}

// first says where in the order of arrival an item stands; -1 for one that came
// in before all that is remembered.
func (m *memory) first(id dateline.ItemID) int32 {
	if at, ok := m.places[id]; ok {
		return at.first
	}
	return -1
}

// A candidate is an item that may have to do with another one.
type candidate struct {
	arrival
	match.Candidate
}

// candidates are the items whose last version shares keys that may say more than
// that phrases are shared, those that say most first.
func (m *memory) candidates(keys []uint64) []candidate {
	var out []candidate
	for _, c := range m.index.Candidates(keys) {
		a := m.arrivals[c.ID]
		// Keys of versions that others have followed stay in the index, which forgets by
		// age alone.
		if c.Whole && m.places[a.item].last == int32(c.ID) {
			out = append(out, candidate{a, c})
		}
	}
	return out
}

// pack writes what the memory needs of an arrival: its time, and of each key the
// half that the index uses.
func pack(when time.Time, keys []uint64) []byte {
	out := make([]byte, 0, 8+4*len(keys))
	out = binary.BigEndian.AppendUint64(out, uint64(when.UnixMicro()))
	for _, k := range keys {
		out = binary.BigEndian.AppendUint32(out, uint32(k>>32))
	}
	return out
}

// unpack gives keys whose lower half is gone, which the index never looked at.
func unpack(b []byte) (when time.Time, keys []uint64) {
	if len(b) < 8 {
		return time.Time{}, nil
	}
	when = time.UnixMicro(int64(binary.BigEndian.Uint64(b))).UTC()
	for b = b[8:]; len(b) >= 4; b = b[4:] {
		keys = append(keys, uint64(binary.BigEndian.Uint32(b))<<32)
	}
	return when, keys
}
