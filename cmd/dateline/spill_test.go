package main

import (
	"os"
	"testing"
)

// TestSpill: the file comes with the first byte, gives back what it took, and leaves
// nothing in the folder.
func TestSpill(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder) // of Windows
	s := &spill{}
	if _, err := s.ReadAt(make([]byte, 1), 0); err == nil {
		t.Error("read what was never written")
	}
	if err := s.Close(); err != nil {
		t.Errorf("closed without a file: %v", err)
	}
	for at, text := range map[int64]string{0: "ferry", 5: "tunnel"} {
		if _, err := s.WriteAt([]byte(text), at); err != nil {
			t.Fatal(err)
		}
	}
	got := make([]byte, 6)
	if _, err := s.ReadAt(got, 5); err != nil || string(got) != "tunnel" {
		t.Errorf("%q, %v", got, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestSpillWithoutFolder: nowhere to write is an error, not an answer.
func TestSpillWithoutFolder(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/none")
	t.Setenv("TMP", t.TempDir()+"/none")
	if _, err := (&spill{}).WriteAt([]byte("ferry"), 0); err == nil {
		t.Error("wrote into a folder that is not there")
	}
}
