package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"dateline/internal/lang"
)

type langCmd struct {
	Paths      []string `arg:"" optional:"" name:"file" help:"Files of lines (.gz too), or - for standard input, which is also read when none is given."`
	Confidence bool     `help:"After each language, also print how sure it is, from 0 to 1."`
}

// Run prints the likeliest language of each line as a BCP 47 tag, und where it
// cannot tell.
func (c langCmd) Run(env *Env) error {
	out := bufio.NewWriter(env.Stdout)
	err := eachFile(env, c.Paths, func(r io.Reader) error { return c.lines(bufio.NewReaderSize(r, longestLine), out) })
	return errors.Join(err, out.Flush())
}

// longestLine is how much of a line is looked at: far more than lang needs, so
// that a file of one line takes no more memory than any other.
const longestLine = 16 << 10

// lines answers each line with one line, so that the two can be laid side by side; a blank
// one gets und.
func (c langCmd) lines(in *bufio.Reader, out *bufio.Writer) error {
	for {
		line, goesOn, err := in.ReadLine()
		if errors.Is(err, io.EOF) {
			return nil
		}
		// Copied, for ReadLine gives the same memory again for the next part.
		text := string(line)
		// The rest of a long line is skipped and not held.
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
