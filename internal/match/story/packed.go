package story

import (
	"encoding/binary"
	"math"
	"slices"
	"time"
)

// A filed item is a member as its story keeps it: packed to some 350 bytes, for a story
// holds its items as long as they may be told apart again, and asks few of them.
type filed struct {
	number int32  // in order of arrival, from 0
	data   string // its words by code, each as the distance from the one before; all else
}

// weightUnits is what a weight is counted in, so that two bytes hold it. Words weigh so from
// the beginning, or an item would be another one once it was filed.
const weightUnits = math.MaxUint16

// inUnits is a weight as it is kept.
func inUnits(weight float64) float32 {
	return float32(uint16(math.Round(weight*weightUnits))) / weightUnits
}

// pack files an item. The buffer is lent for the work, and given back.
func (m *member) pack(buf []byte) (filed, []byte) {
	words := slices.Clone(m.vector)
	slices.SortFunc(words, func(a, b weighted) int { return int(a.code) - int(b.code) })
	buf = binary.AppendUvarint(buf[:0], uint64(len(words)))
	code := int32(0)
	for _, w := range words {
		buf = binary.AppendUvarint(buf, uint64(w.code-code))
		buf = binary.LittleEndian.AppendUint16(buf, uint16(math.Round(float64(w.weight)*weightUnits)))
		code = w.code
	}
	buf = append(buf, byte(m.script), bit(m.brief)|bit(m.bare)<<1, m.facts.days)
	buf = binary.AppendUvarint(buf, uint64(m.date))
	buf = binary.AppendUvarint(buf, uint64(len(m.amounts)))
	for _, a := range m.amounts {
		buf = binary.AppendUvarint(buf, uint64(a.of))
		buf = binary.AppendUvarint(buf, uint64(a.value))
	}
	for _, n := range m.facts.numbers {
		buf = binary.AppendUvarint(buf, uint64(n))
	}
	return filed{m.number, string(buf)}, buf
}

func bit(set bool) byte {
	if set {
		return 1
	}
	return 0
}

// member is the item as it is worked with.
func (f filed) member() member {
	words := f.words()
	m := member{number: f.number, vector: make([]weighted, 0, words.left)}
	for words.next() {
		m.vector = append(m.vector, words.word)
	}
	slices.SortFunc(m.vector, heavier)
	m.names, m.named = namesOf(m.vector)
	rest := words.data
	m.script, m.brief, m.bare = script(rest[0]), rest[1]&1 != 0, rest[1]&2 != 0
	m.amounts, m.facts = factsIn(rest)
	date, _ := uvarint(rest[3:])
	m.date = moment(date)
	return m
}

// known is the amounts and facts of the item.
func (f filed) known() ([]amount, facts) {
	words := f.words()
	for words.next() {
	}
	return factsIn(words.data)
}

// factsIn reads what stands behind the words.
func factsIn(rest string) (amounts []amount, f facts) {
	f.days = rest[2]
	_, rest = uvarint(rest[3:])
	n, rest := uvarint(rest)
	for range n {
		var of, value uint64
		of, rest = uvarint(rest)
		value, rest = uvarint(rest)
		amounts = append(amounts, amount{int32(of), int(value)})
	}
	for rest != "" {
		n, rest = uvarint(rest)
		f.numbers = append(f.numbers, int(n))
	}
	return amounts, f
}

// A cursor goes through the words of a filed item, in the order of their codes.
type cursor struct {
	data string // what comes after the word
	left int    // words
	word weighted
}

func (f filed) words() cursor {
	if f.data == "" {
		return cursor{}
	}
	n, rest := uvarint(f.data)
	return cursor{data: rest, left: int(n)}
}

// next reports whether there is one more word, and goes to it.
func (c *cursor) next() bool {
	if c.left == 0 {
		return false
	}
	c.left--
	step, rest := uvarint(c.data)
	c.word.code += int32(step)
	c.word.weight = float32(uint16(rest[0])|uint16(rest[1])<<8) / weightUnits
	c.data = rest[2:]
	return true
}

// uvarint is [binary.Uvarint] of a string. What is read was written by pack.
func uvarint(s string) (n uint64, rest string) {
	for i, shift := 0, 0; ; i, shift = i+1, shift+7 {
		n |= uint64(s[i]&0x7f) << shift
		if s[i] < 0x80 {
			return n, s[i+1:]
		}
	}
}

// A moment is a time in seconds since the beginning of the year 1; 0 is none, as it is of
// [time.Time]. Nothing that is told by dates is told by less, and it takes a third.
type moment int64

func momentOf(t time.Time) moment { return moment(t.Unix() - (time.Time{}).Unix()) }

// before reports whether it is by more than a span before another one.
func (m moment) before(other moment, by time.Duration) bool {
	return other-m > moment(by/time.Second)
}
