package intake

import (
	"errors"
	"fmt"
	"runtime/debug"

	"dateline"
)

// guarded runs f and makes an error of a panic in it. Copy is written by others:
// one document that some parser cannot bear must not end the wire, which would
// meet it again after each restart.
func guarded(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &fault{what: p, stack: debug.Stack()}
		}
	}()
	return f()
}

// A fault is a panic over some copy.
type fault struct {
	what  any
	stack []byte
}

// Error gives the plain words; the stack is for the log alone.
func (e *fault) Error() string {
	return fmt.Sprintf("reading it failed by a fault of this program (%v); please report it", e.what)
}

// Unwrap makes it an ErrInvalid: the copy cannot be used.
func (e *fault) Unwrap() error { return dateline.ErrInvalid }

// faulty logs where a panic was, if that is what an error tells of.
func (in *Intake) faulty(err error) {
	var f *fault
	if errors.As(err, &f) {
		in.c.Log.Error("fault while reading", "what", f.what, "stack", string(f.stack))
	}
}

// words are the search words of an item. One of which none can be made is kept
// all the same: it is on the wire, and only the search misses it.
func (in *Intake) words(it *dateline.Item) (words dateline.SearchWords) {
	err := guarded(func() error {
		words = in.c.Words(it)
		return nil
	})
	in.faulty(err)
	return words
}
