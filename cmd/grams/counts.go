package main

import (
	"archive/zip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"unicode/utf8"

	"dateline/internal/lang/grams"
)

// counts are how often each sequence of n letters stands inside the words of a
// language's texts, by n.
type counts [grams.Longest + 1]map[string]float64

// readCounts turns relative frequencies back into counts. Each is that of a last
// letter after the others, so a longer sequence's count is its frequency times
// the count of its head. Of single letters the rarest stood there once.
func readCounts(folder string) (c counts, err error) {
	for n := 1; n <= grams.Longest; n++ {
		c[n], err = readFrequencies(filepath.Join(folder, fileOf(n)))
		if err != nil {
			return c, err
		}
		least := 1.0
		for _, p := range c[n] {
			least = min(least, p)
		}
		for g, p := range c[n] {
			of := 1 / least
			if n > 1 {
				_, last := utf8.DecodeLastRuneInString(g)
				of = c[n-1][g[:len(g)-last]]
			}
			// Rounded, for counts are whole: what is lost is the error of the division.
			c[n][g] = math.Round(p * of)
		}
	}
	return c, nil
}

// fileOf is how lingua-go calls the file of sequences of n letters.
func fileOf(n int) string {
	return [...]string{1: "unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"}[n] + ".pb.bin.zip"
}

// readFrequencies reads one file: a protocol buffer, alone in a zip archive.
func readFrequencies(name string) (map[string]float64, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	if len(z.File) != 1 {
		return nil, fmt.Errorf("%s has %d files, not one", name, len(z.File))
	}
	f, err := z.File[0].Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	return frequencies(b)
}

// The fields of the messages: a model has sets, a set has one probability and
// the sequences that have it.
const (
	setsField        = 4
	probabilityField = 1
	sequencesField   = 2
)

// frequencies reads the sequences of all sets. A set's probability stands before its
// sequences, as the numbers of the fields do.
func frequencies(message []byte) (map[string]float64, error) {
	all := map[string]float64{}
	err := eachField(message, func(number int, set []byte, _ uint64) error {
		if number != setsField {
			return nil
		}
		p := 0.0
		return eachField(set, func(number int, data []byte, bits uint64) error {
			switch number {
			case probabilityField:
				p = math.Float64frombits(bits)
			case sequencesField:
				all[string(data)] = p
			}
			return nil
		})
	})
	return all, err
}

var errMessage = errors.New("not a protocol buffer of sequences")

// eachField goes through a message of a protocol buffer; a field has data or a
// number.
func eachField(message []byte, each func(number int, data []byte, bits uint64) error) error {
	for len(message) > 0 {
		key, n := binary.Uvarint(message)
		if n <= 0 {
			return errMessage
		}
		message = message[n:]
		var data []byte
		var bits uint64
		// The kinds of the wire format: varint, 8 bytes, bytes with their length. Groups and 4
		// bytes do not occur.
		switch key & 7 {
		case 0:
			bits, n = binary.Uvarint(message)
		case 1:
			if n = 8; len(message) >= n {
				bits = binary.LittleEndian.Uint64(message)
			}
		case 2:
			size, k := binary.Uvarint(message)
			if k <= 0 || size > uint64(len(message)-k) {
				return errMessage
			}
			n = k + int(size)
			data = message[k:n]
		default:
			return errMessage
		}
		if n <= 0 || n > len(message) {
			return errMessage
		}
		message = message[n:]
		if err := each(int(key>>3), data, bits); err != nil {
			return err
		}
	}
	return nil
}
