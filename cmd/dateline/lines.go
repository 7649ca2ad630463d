package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"dateline"
)

// eachFile hands on the files of a command line one after the other, opened and
// unpacked; standard input when none is named. What is wrong with one is said
// with its name.
func eachFile(env *Env, names []string, each func(io.Reader) error) error {
	if len(names) == 0 {
		names = []string{"-"}
	}
	for _, name := range names {
		if err := oneFile(env, name, each); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func oneFile(env *Env, name string, each func(io.Reader) error) error {
	r, err := openLines(env, name)
	if err != nil {
		return err
	}
	return errors.Join(each(r), r.Close())
}

// jsonTo writes values as lines of JSON, in which <, > and & stand as they were
// filed: the lines go to programs and to terminals, not into pages.
func jsonTo(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// maxLine bounds one line of a file of items.
const maxLine = 16 << 20

// eachLine hands on the lines of a file, from 1, without blank ones. What each
// finds wrong is said with the line's number.
func eachLine(env *Env, name string, each func(n int, line []byte) error) error {
	r, err := openLines(env, name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	lines := bufio.NewScanner(r)
	// The scanner's own bound is 64 KB, which an item with its text passes easily.
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		// Programs of Windows begin a file with a mark of its encoding, and so does each
		// part of files that were put together.
		if line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff"))); len(line) > 0 {
			if err := each(n, line); err != nil {
				return fmt.Errorf("%s line %d: %w", name, n, err)
			}
		}
		// Ctrl-C ends between two lines: what is before is whole.
		if err := env.Context.Err(); err != nil {
			return err
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return fmt.Errorf("%s line %d: more than %d MB: %w", name, n+1, maxLine>>20, dateline.ErrTooLarge)
	} else if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// openLines opens a file, or standard input for "-", and unpacks what is called
// .gz.
func openLines(env *Env, name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(env.Stdin), nil
	}
	f, err := os.Open(env.path(name))
	if err != nil || !strings.HasSuffix(strings.ToLower(name), ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("not a gzip file: %w: %w", err, dateline.ErrInvalid), f.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}
