package main

import (
	"fmt"
	"os"
)

// A spill is a file in the temporary folder that begins with the first byte which is
// written, so that small work leaves the disk alone, and is gone in the end.
type spill struct{ file *os.File }

// WriteAt is as [io.WriterAt] says; the first call makes the file.
func (s *spill) WriteAt(p []byte, off int64) (int, error) {
	if s.file == nil {
		f, err := os.CreateTemp("", "dateline-match-")
		if err != nil {
			return 0, err
		}
		s.file = f
		// Where a file may be without a name it leaves nothing behind even when the program is killed.
		_ = os.Remove(f.Name())
	}
	return s.file.WriteAt(p, off)
}

// ReadAt is as [io.ReaderAt] says; before anything was written it fails.
func (s *spill) ReadAt(p []byte, off int64) (int, error) {
	if s.file == nil {
		return 0, fmt.Errorf("nothing was written: %w", os.ErrInvalid)
	}
	return s.file.ReadAt(p, off)
}

// Close drops the file.
func (s *spill) Close() error {
	if s.file == nil {
		return nil
	}
	name := s.file.Name()
	err := s.file.Close()
	_ = os.Remove(name) // of a system that keeps the names of open files
	return err
}
