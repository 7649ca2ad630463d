package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestMain lets this binary stand for the program where a test needs a process.
func TestMain(m *testing.M) {
	if os.Getenv("DATELINE_AS_PROGRAM") != "" {
		main()
	}
	os.Exit(m.Run())
}

// TestInterruptEndsReading: Ctrl-C ends a command that waits for what somebody types.
func TestInterruptEndsReading(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"lang"}, {"--data", t.TempDir(), "desk", "file", "--headline", "Ferry stops", "--text", "-"}} {
		cmd := exec.Command(self, args...)
		cmd.Env = append(os.Environ(), "DATELINE_AS_PROGRAM=1")
		var complaint bytes.Buffer
		cmd.Stderr = &complaint
		typed, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(typed, "The ferry stopped for the night.\n"); err != nil {
			t.Fatal(err)
		}
		if args[0] == "lang" { // it answers each line, and waits for the next
			if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "en\n" {
				t.Errorf("it answers %q, %v", line, err)
			}
		} else {
			time.Sleep(300 * time.Millisecond)
		}
		done := make(chan error, 1)
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		go func() { done <- cmd.Wait() }()
		select {
		case err := <-done:
			var failed *exec.ExitError
			if !errors.As(err, &failed) || failed.ExitCode() != exitFailed {
				t.Errorf("%v ended with %v", args, err)
			}
			if !strings.HasPrefix(complaint.String(), "dateline: stopped before it was done") {
				t.Errorf("%v says %q", args, complaint.String())
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%v goes on", args)
			_ = cmd.Process.Kill()
			<-done
		}
	}
}

// TestInterruptible: it gives all there is, and then the end; or why it ended. It
// asks for nothing before it is asked.
func TestInterruptible(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	body := strings.Repeat("The ferry stopped. ", 10_000)
	got, err := io.ReadAll(&interruptible{ctx: ctx, from: strings.NewReader(body)})
	if err != nil || string(got) != body {
		t.Errorf("%d of %d bytes, %v", len(got), len(body), err)
	}
	broken := errors.New("broken")
	if _, err := io.ReadAll(&interruptible{ctx: ctx, from: errReader{broken}}); !errors.Is(err, broken) {
		t.Errorf("what breaks: %v", err)
	}
	typed, _ := io.Pipe() // nobody types
	waiting := &interruptible{ctx: ctx, from: typed}
	cancel()
	if _, err := io.ReadAll(waiting); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) { return 0, r.err }
