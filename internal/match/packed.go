package match

import (
	"encoding/binary"
	"math"
)

// pack appends a text in a third of the bytes that it takes while it is compared: each
// number as a varint, most as the distance to the one before, and Latin letters in one
// byte. To read it back costs a tenth of reading the copy again.
func (t *Text) pack(to []byte) []byte {
	to = binary.AppendUvarint(to, uint64(len(t.words)))
	to = binary.AppendUvarint(to, uint64(len(t.letters)))
	end := int32(0)
	for i, w := range t.words {
		to = appendNumbers(to, w.start-end, w.end-w.start, t.first[i+1]-t.first[i])
		end = w.end
	}
	to = appendLetters(to, t.letters)
	to = binary.AppendUvarint(to, uint64(len(t.numbers)))
	for _, n := range t.numbers {
		to = appendNumbers(to, n.first, n.last)
	}
	to = appendList(appendList(to, t.days), t.names)
	to = binary.AppendUvarint(to, uint64(len(t.credits)))
	for _, c := range t.credits {
		to = appendNumbers(to, c.first, c.latest, c.least, c.last)
	}
	return binary.LittleEndian.AppendUint64(to, math.Float64bits(t.care))
}

// appendLetters writes all letters of a text in as many bytes, one or two, so that they
// are read without a look at each.
func appendLetters(to []byte, letters []uint16) []byte {
	all := uint16(0)
	for _, l := range letters {
		all |= l
	}
	if all > math.MaxUint8 {
		to = append(to, 2)
		for _, l := range letters {
			to = binary.LittleEndian.AppendUint16(to, l)
		}
		return to
	}
	to = append(to, 1)
	for _, l := range letters {
		to = append(to, byte(l))
	}
	return to
}

func appendNumbers(to []byte, numbers ...int32) []byte {
	for _, n := range numbers {
		to = binary.AppendUvarint(to, uint64(n))
	}
	return to
}

// appendList is for numbers that grow.
func appendList(to []byte, list []int32) []byte {
	to = binary.AppendUvarint(to, uint64(len(list)))
	before := int32(0)
	for _, n := range list {
		to = binary.AppendUvarint(to, uint64(n-before))
		before = n
	}
	return to
}

// unpack is the text of which b was made. Of what no pack made it is any text, or it
// panics: b comes from memory or from a file of the program's own.
func unpack(b []byte) *Text {
	r := unpacker{b: b}
	t := &Text{words: make([]place, r.number())}
	t.letters, t.first = make([]uint16, r.number()), make([]int32, len(t.words)+1)
	end := int32(0)
	for i := range t.words {
		start := end + r.number()
		end = start + r.number()
		t.words[i] = place{start, end}
		t.first[i+1] = t.first[i] + r.number()
	}
	r.letters(t.letters)
	t.numbers = make([]run, r.number())
	for i := range t.numbers {
		t.numbers[i] = run{r.number(), r.number()}
	}
	t.days, t.names = r.list(), r.list()
	t.credits = make([]creditPlace, r.number())
	for i := range t.credits {
		t.credits[i] = creditPlace{r.number(), r.number(), r.number(), r.number()}
	}
	t.care = math.Float64frombits(binary.LittleEndian.Uint64(b[r.at:]))
	return t
}

// An unpacker is how far a packed text has been read.
type unpacker struct {
	b  []byte
	at int
}

func (r *unpacker) number() int32 {
	if b := r.b[r.at]; b < 0x80 { // as nearly all are
		r.at++
		return int32(b)
	}
	return r.large()
}

func (r *unpacker) large() int32 {
	n, size := binary.Uvarint(r.b[r.at:])
	r.at += size
	return int32(n)
}

func (r *unpacker) letters(into []uint16) {
	width := int(r.b[r.at])
	from := r.b[r.at+1:][:width*len(into)]
	r.at += 1 + len(from)
	for i := range into {
		if width == 1 {
			into[i] = uint16(from[i])
		} else {
			into[i] = binary.LittleEndian.Uint16(from[2*i:])
		}
	}
}

func (r *unpacker) list() []int32 {
	list := make([]int32, r.number())
	before := int32(0)
	for i := range list {
		before += r.number()
		list[i] = before
	}
	return list
}
