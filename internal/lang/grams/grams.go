// Package grams tells languages of one script apart by their letters. For each
// language it knows how likely a letter is after the (at most four) letters
// before it, begin and end of a word included; a text's language is the one in
// which its letters are likeliest. That is the n-gram model of W. B. Cavnar and
// J. M. Trenkle, "N-Gram-Based Text Categorization" (1994), scored as T. Dunning
// does in "Statistical Identification of Language" (1994), with the smoothing of
// I. H. Witten and T. C. Bell (1991) done when the table is made.
//
// A Table is a string that is read where it lies, so that a program with a big
// one in it starts no slower.
package grams

import "math"

// A Table holds the letter sequences of the languages of one script.
type Table struct {
	languages []Language
	shift     uint   // of a hash, to its bucket
	starts    string // where each bucket begins, four bytes each, and where the last one ends
	prints    string // two bytes of hash for each sequence
	costs     string // one byte for each sequence and language
}

// A Language of a table. Handicap is how unlikely a text is in that language
// before a letter of it was seen, in nats.
type Language struct {
	Tag      string
	Handicap float64
}

// Languages returns the languages in the order of a text's costs.
func (t *Table) Languages() []Language { return t.languages }

const (
	// Longest is the length of the longest sequence: a letter and the four before it.
	Longest = 5
	// Begin and End stand in sequences for the begin and the end of a word.
	Begin, End = rune(1), rune(2)
	// Nat is a cost of one nat: costs are stored in sixteenths, so that a byte
	// holds every probability down to one in eight million.
	Nat = 16
	// strange is what a letter costs that no language of the table has.
	strange = 14 * Nat
)

// hashes are of the last 1 to Longest letters of a word, by length.
type hashes [Longest + 1]uint64

// push takes in the next letter.
func (h *hashes) push(r rune) {
	for n := Longest; n > 0; n-- {
		x := (h[n-1] + uint64(r)) * 0x9E3779B97F4A7C15
		h[n] = x ^ x>>29
	}
}

// AddWord adds what a word costs in each language to costs. Its letters are in
// lower case.
func (t *Table) AddWord(costs []int, word []rune) {
	var h hashes
	h.push(Begin)
	for i := range len(word) + 1 {
		r := End
		if i < len(word) {
			r = word[i]
		}
		h.push(r)
		t.addLongest(costs, &h, min(i+2, Longest))
	}
}

// addLongest adds the costs of the longest sequence that the table has, of at
// most n letters.
func (t *Table) addLongest(costs []int, h *hashes, n int) {
	for ; n > 0; n-- {
		if at := t.find(h[n]); at >= 0 {
			t.add(costs, at)
			return
		}
	}
	for i := range costs {
		costs[i] += strange
	}
}

// add adds the costs of the sequence with that number.
func (t *Table) add(costs []int, at int) {
	row := t.costs[at*len(costs):]
	row = row[:len(costs)]
	for i := range costs {
		costs[i] += int(row[i])
	}
}

// find returns the number of the sequence with that hash, or -1. One unknown
// sequence in ten thousand is taken for a known one.
func (t *Table) find(hash uint64) int {
	bucket := int(hash >> t.shift)
	first, end := t.start(bucket), t.start(bucket+1)
	low, high := byte(hash), byte(hash>>8)
	for i := first; i < end; i++ {
		if t.prints[2*i] == low && t.prints[2*i+1] == high {
			return i
		}
	}
	return -1
}

// start is the number of a bucket's first sequence; that of the bucket behind the last is
// how many there are.
func (t *Table) start(bucket int) int {
	b := t.starts[4*bucket : 4*bucket+4]
	return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 | int(b[3])<<24
}

// Cost is what a probability costs in a table.
func Cost(p float64) byte {
	return byte(min(255, math.Round(-math.Log(p)*Nat)))
}
