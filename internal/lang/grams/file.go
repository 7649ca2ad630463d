package grams

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

// A table in a file, numbers with the low byte first:
//
//	languages (1) · each: tag, filled with spaces (4), handicap in nats (1)
//	bits of a bucket's number (1) · sequences (4)
//	starts (4 each) · prints (2 each) · costs (1 for each sequence and language)

const (
	tagSize   = 4
	perBucket = 6 // sequences, on average: one line of the processor's cache
)

// errDamaged is what is wrong with a table that is not whole.
var errDamaged = errors.New("the table of languages is damaged: make it again")

// Parse reads the table at the start of data and returns the rest. It copies
// nothing and allocates for the languages only.
func Parse(data string) (t *Table, rest string, err error) {
	t = new(Table)
	if data, err = t.parseLanguages(data); err != nil {
		return nil, "", err
	}
	if len(data) < 5 || data[0] < 1 || data[0] > 24 {
		return nil, "", errDamaged
	}
	buckets := 1 << data[0]
	t.shift = 64 - uint(data[0])
	n := int(binary.LittleEndian.Uint32([]byte(data[1:5])))
	data = data[5:]
	for _, part := range []struct {
		to   *string
		size int
	}{{&t.starts, 4 * (buckets + 1)}, {&t.prints, 2 * n}, {&t.costs, n * len(t.languages)}} {
		if len(data) < part.size {
			return nil, "", errDamaged
		}
		*part.to, data = data[:part.size], data[part.size:]
	}
	return t, data, t.check(buckets, n)
}

// parseLanguages reads how many there are, then of each its tag, filled up with blanks,
// and a byte of handicap; rest is what stands behind.
func (t *Table) parseLanguages(data string) (rest string, err error) {
	if data == "" {
		return "", errDamaged
	}
	count := int(data[0])
	data = data[1:]
	for range count {
		if len(data) < tagSize+1 {
			return "", errDamaged
		}
		tag := data[:tagSize]
		for tag != "" && tag[len(tag)-1] == ' ' {
			tag = tag[:len(tag)-1]
		}
		t.languages = append(t.languages, Language{Tag: tag, Handicap: float64(data[tagSize])})
		data = data[tagSize+1:]
	}
	return data, nil
}

// check looks at the two ends only: a table comes with the program, and to look
// at all of it would cost each start of the program.
func (t *Table) check(buckets, n int) error {
	if t.start(0) != 0 || t.start(buckets) != n || len(t.languages) == 0 {
		return errDamaged
	}
	return nil
}

// A Sequence is up to Longest letters with what the last one costs after the
// others, in each language.
type Sequence struct {
	Letters []rune
	Costs   []byte
}

// Append appends a table to dst. Where two sequences have the same bucket and
// print, a reader finds the first.
func Append(dst []byte, languages []Language, sequences []Sequence) ([]byte, error) {
	dst = append(dst, byte(len(languages)))
	for _, l := range languages {
		dst = append(dst, fmt.Sprintf("%-*s", tagSize, l.Tag)...)
		dst = append(dst, byte(l.Handicap))
	}
	k := max(1, bits.Len(uint(len(sequences)/perBucket)))
	rows := make([]row, len(sequences))
	for i, s := range sequences {
		if len(s.Costs) != len(languages) {
			return nil, fmt.Errorf("sequence %q has %d costs for %d languages", string(s.Letters), len(s.Costs), len(languages))
		}
		rows[i] = row{hashOf(s.Letters), i}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.hash, b.hash) })
	dst = append(dst, byte(k))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(rows)))
	return appendRows(dst, rows, sequences, k), nil
}

// A row is a sequence by its hash.
type row struct {
	hash uint64
	n    int
}

// appendRows takes rows in the order of their hashes. Buckets are their first k bits, and
// what tells sequences of one bucket apart their last sixteen.
func appendRows(dst []byte, rows []row, sequences []Sequence, k int) []byte {
	next := 0
	for bucket := range 1 << k {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(next))
		for next < len(rows) && rows[next].hash>>(64-k) == uint64(bucket) {
			next++
		}
	}
	dst = binary.LittleEndian.AppendUint32(dst, uint32(next))
	for _, r := range rows {
		dst = append(dst, byte(r.hash), byte(r.hash>>8))
	}
	for _, r := range rows {
		dst = append(dst, sequences[r.n].Costs...)
	}
	return dst
}

// hashOf is the hash under which a sequence is looked up.
func hashOf(letters []rune) uint64 {
	var h hashes
	for _, r := range letters {
		h.push(r)
	}
	return h[len(letters)]
}
