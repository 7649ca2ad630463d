package main

import (
	"strings"
	"testing"
)

// TestFilesOfWindows: a mark of the encoding and the line ends of Windows are no
// part of a line, for any command that reads lines.
func TestFilesOfWindows(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", "\ufeff{\"id\":\"1\",\"text\":\"The ferry to Murjana stopped.\"}\r\n\ufeff{\"id\":\"2\",\"text\":\"y\"}\r\n\ufeff\r\n")
	if out := s.must("match", "items.jsonl"); strings.Count(out, "\n") != 2 || !strings.Contains(out, `"id":"2"`) {
		t.Errorf("match: %q", out)
	}
	s.write("names.txt", "\ufeffعلي\tAli\r\nعمر\tOmar\r\n")
	if out := s.must("names", "names.txt"); !strings.HasPrefix(out, `{"ar":"علي","best":["Ali"`) || strings.Contains(out, `\r`) {
		t.Errorf("names: %q", out)
	}
	if out := s.must("take", "items.jsonl"); !strings.Contains(out, "2 items kept") {
		t.Errorf("take: %q", out)
	}
}
