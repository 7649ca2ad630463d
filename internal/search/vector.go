package search

import (
	"encoding/binary"
	"slices"
)

// A vector is what ranking knows of an item: how many words headline and body
// have, then six bytes for each form, sorted:
//
//	root hash (3) · stem hash (1) · form hash (1) · counts: headline (2 bits), body (6 bits)
//
// Forms of one root stand together, so stem and form need only be told apart
// from each other, and a byte each is enough. An item of 400 words takes 1.5 KB.
type vector []byte

const (
	vectorVersion = 1
	entrySize     = 6
	mostHead      = 1<<2 - 1
	mostBody      = 1<<6 - 1
)

// A key says where a form stands in vectors.
type key struct {
	root       uint32
	stem, form byte
}

// newKey must agree with what stems.entry writes of an item's words. A word that is its own
// stem or root has the hash of the form there.
func newKey(form, stem, root string) key {
	f := hash(form)
	s, r := f, f
	if stem != form {
		s = hash(stem)
		r = s
	}
	if root != stem {
		r = hash(root)
	}
	return key{root: r >> 8, stem: byte(s), form: byte(f)}
}

// hash is FNV-1a, mixed once more because its bits are used apart.
func hash(s string) uint32 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	// The multiplier is 2^64 over the golden ratio; the upper half is where its mixing shows.
	return uint32((h * 0x9E3779B97F4A7C15) >> 32)
}

// entry is a form's entry as a number.
func (k key) entry(c counts) uint64 {
	packed := min(c.head, mostHead)<<6 | min(c.body, mostBody)
	return uint64(k.root)<<24 | uint64(k.stem)<<16 | uint64(k.form)<<8 | uint64(packed)
}

// newVector writes entries, which it sorts.
func newVector(entries []uint64, head, body int) vector {
	slices.Sort(entries)
	v := make(vector, 0, 1+2*binary.MaxVarintLen32+entrySize*len(entries))
	v = append(v, vectorVersion)
	v = binary.AppendUvarint(v, uint64(head))
	v = binary.AppendUvarint(v, uint64(body))
	for _, e := range entries {
		v = append(v, byte(e>>40), byte(e>>32), byte(e>>24), byte(e>>16), byte(e>>8), byte(e))
	}
	return v
}

// open returns the lengths and the entries; of what is no vector, nothing.
func (v vector) open() (head, body int, entries []byte) {
	if len(v) == 0 || v[0] != vectorVersion {
		return 0, 0, nil
	}
	h, n := binary.Uvarint(v[1:])
	if n <= 0 {
		return 0, 0, nil
	}
	b, m := binary.Uvarint(v[1+n:])
	if m <= 0 {
		return 0, 0, nil
	}
	entries = v[1+n+m:]
	return int(h), int(b), entries[:len(entries)/entrySize*entrySize]
}

// counts is how often a word stands in headline and body.
type counts struct{ head, body int }

// add counts what stood at its bound, such as a name 63 times in the body, as the bound.
func (c *counts) add(packed byte) {
	c.head += int(packed >> 6)
	c.body += int(packed & mostBody)
}

// lookUp counts a key's form, its stem and its root among entries.
func lookUp(entries []byte, k key) (form, stem, root counts) {
	for i := lowest(entries, k.root); i < len(entries) && rootAt(entries, i) == k.root; i += entrySize {
		packed := entries[i+5]
		root.add(packed)
		if entries[i+3] != k.stem {
			continue
		}
		stem.add(packed)
		if entries[i+4] == k.form {
			form.add(packed)
		}
	}
	return form, stem, root
}

// lowest returns where the entries of a root begin, or would.
func lowest(entries []byte, root uint32) int {
	low, high := 0, len(entries)/entrySize
	for low < high {
		middle := (low + high) / 2
		if rootAt(entries, middle*entrySize) < root {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low * entrySize
}

// rootAt takes the place of an entry in bytes, not its number.
func rootAt(entries []byte, i int) uint32 {
	return uint32(entries[i])<<16 | uint32(entries[i+1])<<8 | uint32(entries[i+2])
}
