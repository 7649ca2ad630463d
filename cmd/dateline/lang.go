package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"dateline"
	"dateline/internal/lang"
)

type langCmd struct {
	Paths      []string `arg:"" optional:"" name:"file" help:"Files of lines (.gz too), or - for standard input, which is also read when none is given."`
	Confidence bool     `help:"After each language, also print how sure it is, from 0 to 1."`
}

// Run prints the likeliest language of each line as a BCP 47 tag, und where it
// cannot tell.
func (c langCmd) Run(env *Env) error {
	if len(c.Paths) == 0 {
		c.Paths = []string{"-"}
	}
	out := bufio.NewWriter(env.Stdout)
	for _, name := range c.Paths {
		if err := c.file(env, name, out); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", name, err), out.Flush())
		}
	}
	return out.Flush()
}

func (c langCmd) file(env *Env, name string, out *bufio.Writer) error {
	r := env.Stdin
	if name != "-" {
		f, err := os.Open(env.path(name))
		if err != nil {
			return err
		}
		defer f.Close()
		r = f
	}
	if strings.HasSuffix(strings.ToLower(name), ".gz") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return fmt.Errorf("not a gzip file: %w: %w", err, dateline.ErrInvalid)
		}
		r = z
	}
	return c.lines(bufio.NewReaderSize(r, longestLine), out)
}

// longestLine is how much of a line is looked at: far more than lang needs, so
// that a file of one line takes no more memory than any other.
const longestLine = 16 << 10

func (c langCmd) lines(in *bufio.Reader, out *bufio.Writer) error {
	for {
		line, goesOn, err := in.ReadLine()
		if errors.Is(err, io.EOF) {
			return nil
		}
		text := string(line)
		for goesOn && err == nil {
			_, goesOn, err = in.ReadLine()
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		tag, confidence := lang.Guess(text)
		if c.Confidence {
			fmt.Fprintf(out, "%s %.3f\n", tag, confidence)
		} else {
			fmt.Fprintln(out, tag)
		}
		if in.Buffered() > 0 {
			continue // a person who types lines sees each answer at once
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
}
