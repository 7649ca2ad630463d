package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// progress shows on one line of a terminal how far long work has come. On
// anything else it shows nothing, so that logs stay logs.
type progress struct {
	w    io.Writer
	show bool

	mu   sync.Mutex
	last time.Time
	wide int
}

// On standard error, so that the output can be led into a file. Through a socket it is no
// file, and nothing is shown.
func (e *Env) progress() *progress {
	f, ok := e.Stderr.(*os.File)
	return &progress{w: e.Stderr, show: ok && term.IsTerminal(int(f.Fd()))}
}

// say replaces the line, ten times a second at most.
func (p *progress) say(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	// Ten times a second is as fast as anybody reads.
	if now := time.Now(); p.show && now.Sub(p.last) > 100*time.Millisecond {
		p.last = now
		p.print(fmt.Sprintf(format, args...))
	}
}

// tell prints a line that stays, whatever is shown.
func (p *progress) tell(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	fmt.Fprintf(p.w, format+"\n", args...)
}

// sum ends the work with a line that stays, where progress is shown at all.
func (p *progress) sum(format string, args ...any) {
	if p.show {
		p.tell(format, args...)
	}
}

// done clears the line.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
}

// clear wipes the line; p.mu is held.
func (p *progress) clear() {
	if p.show && p.wide > 0 {
		p.print("")
		fmt.Fprint(p.w, "\r")
		p.wide = 0
	}
}

// print writes over what stands there; p.mu is held.
func (p *progress) print(line string) {
	// Bytes, not columns: too much of an Arabic name is wiped rather than too little.
	pad := max(0, p.wide-len(line))
	fmt.Fprintf(p.w, "\r%s%*s", line, pad, "")
	p.wide = len(line)
}
