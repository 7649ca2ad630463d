package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"dateline"
)

const (
	// maxPage bounds one page, unpacked; a longer one is refused.
	maxPage = 64 << 20
	// heldPage is how much of it is held: reading looks no further.
	heldPage = 8 << 20
	// keptBuffer is the largest buffer that is kept for the next page: six pages
	// in seven fit in, and a page of a megabyte leaves nothing behind.
	keptBuffer = 256 << 10
)

// A loader loads one file after the other into the same memory. What it returns
// is good until the next load.
type loader struct {
	buffer bytes.Buffer
	zip    gzip.Reader
}

// load returns what a file or standard input ("-") holds, unpacked.
func (l *loader) load(env *Env, name string) (body []byte, err error) {
	r := io.Reader(env.Stdin)
	packed := strings.HasSuffix(strings.ToLower(name), ".gz")
	size := 0
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r, size = f, unpacked(f, packed)
	}
	if packed {
		if err := l.zip.Reset(r); err != nil {
			return nil, fmt.Errorf("not a gzip file: %w: %w", err, dateline.ErrInvalid)
		}
		r = &l.zip
	}
	l.makeRoom(size)
	n, err := l.buffer.ReadFrom(io.LimitReader(r, heldPage))
	if err == nil && n == heldPage { // the rest is only measured
		var rest int64
		if rest, err = io.Copy(io.Discard, io.LimitReader(r, maxPage-heldPage+1)); rest > maxPage-heldPage {
			return nil, fmt.Errorf("more than %d MB: %w", maxPage>>20, dateline.ErrTooLarge)
		}
	}
	if errors.Is(err, io.ErrUnexpectedEOF) && n > 0 {
		err = nil // a cut archive: what is there is read
	}
	return l.buffer.Bytes(), err
}

// makeRoom empties the buffer and makes it hold size bytes. A buffer that grows as
// it is read into leaves its smaller selves behind, twice a page's size, and ends
// up too large: on a page of a megabyte that was 3 of 22 MB.
func (l *loader) makeRoom(size int) {
	size = min(size, heldPage) + bytes.MinRead // it asks for that much more before it sees the end
	if c := l.buffer.Cap(); c < size || c > keptBuffer {
		l.buffer = *bytes.NewBuffer(make([]byte, 0, size))
	}
	l.buffer.Reset()
}

// unpacked is how many bytes a file holds, as far as it says so: a gzip file does
// in its last four. It is a hint: what a broken file says is bounded by how far
// gzip can pack.
func unpacked(f *os.File, packed bool) int {
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	size := int(min(info.Size(), heldPage))
	if !packed {
		return size
	}
	var end [4]byte
	if _, err := f.ReadAt(end[:], info.Size()-int64(len(end))); err != nil {
		return 0
	}
	const most = 1032 // bytes for one
	return int(min(int64(binary.LittleEndian.Uint32(end[:])), most*int64(size)))
}
