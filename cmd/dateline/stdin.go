package main

import (
	"context"
	"io"
	"sync"
)

// An interruptible is standard input that ends when ctx does. To read from a
// terminal cannot be called off, so that Ctrl-C would do nothing: here somebody else
// reads, from when the first byte is asked for. Not before, since a program in the
// background is stopped when it reads from a terminal.
type interruptible struct {
	ctx   context.Context
	from  io.Reader
	begin sync.Once
	pipe  *io.PipeReader
}

// Read reads, until there is no more or nobody wants it any more.
func (i *interruptible) Read(p []byte) (int, error) {
	i.begin.Do(func() {
		pipe, in := io.Pipe()
		i.pipe = pipe
		go func() {
			_, err := io.Copy(in, i.from)
			_ = in.CloseWithError(err) // it never fails
		}()
		context.AfterFunc(i.ctx, func() { _ = in.CloseWithError(context.Cause(i.ctx)) })
	})
	return i.pipe.Read(p)
}
