package main

import (
	"bytes"
	"compress/gzip"
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
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	if strings.HasSuffix(strings.ToLower(name), ".gz") {
		if err := l.zip.Reset(r); err != nil {
			return nil, fmt.Errorf("not a gzip file: %w: %w", err, dateline.ErrInvalid)
		}
		r = &l.zip
	}
	if l.buffer.Cap() > keptBuffer {
		l.buffer = bytes.Buffer{}
	}
	l.buffer.Reset()
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
