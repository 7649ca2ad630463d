package main

import (
	"os"
	"regexp"
	"strconv"
	"testing"
)

// TestDropFiles holds that what starting up left in memory is given back, and
// that the program still runs on what comes back.
func TestDropFiles(t *testing.T) {
	before := fileMemory(t)
	dropFiles()
	after := fileMemory(t)
	if after >= before {
		t.Errorf("%d KB of files in memory, and %d before", after, before)
	}
	if out, complaint, code := newShell(t).run("version"); code != 0 || out == "" {
		t.Errorf("the program ends with %d: %q, %q", code, out, complaint)
	}
}

// fileMemory is how much of this process's memory is mapped from files, in KB.
func fileMemory(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	m := regexp.MustCompile(`RssFile:\s+(\d+) kB`).FindSubmatch(status)
	if m == nil {
		t.Skip("the system does not tell")
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	return n
}
