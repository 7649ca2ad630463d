// Package datatest gives tests what they measure with: data, whose folder DATELINE_DATA
// names and without which a test skips, and the processor's clock.
package datatest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Path is that of a file or folder of the data.
func Path(t testing.TB, parts ...string) string {
	t.Helper()
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" {
		t.Skip("DATELINE_DATA is not set: not measured") // by that name test.sh knows these skips from others
	}
	return filepath.Join(append([]string{dir}, parts...)...)
}

// Pairs are the lines of a file of the data that have two columns, with a tab between.
func Pairs(t testing.TB, parts ...string) (all [][2]string) {
	t.Helper()
	for line := range bytes.Lines(read(t, Path(t, parts...))) {
		if a, b, ok := strings.Cut(strings.TrimRight(string(line), "\r\n"), "\t"); ok {
			all = append(all, [2]string{a, b})
		}
	}
	return all
}

// Lines are the values of a file with one of JSON on each line. Lines may be of any
// length: a scanner stops at a long one, and the rest would not be measured.
func Lines[T any](t testing.TB, file string) (all []T) {
	t.Helper()
	for line := range bytes.Lines(read(t, file)) {
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatalf("%s: line %d: %v", file, len(all)+1, err)
		}
		all = append(all, v)
	}
	return all
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
