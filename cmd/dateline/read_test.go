package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline"
)

func numbered(n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprint(i))
	}
	return names
}

// Results come in the order of the names, however long each takes.
func TestInOrder(t *testing.T) {
	n := 0
	err := inOrder(t.Context(), numbered(500), func() func(string) (string, error) {
		return func(name string) (string, error) {
			if strings.HasSuffix(name, "7") {
				time.Sleep(time.Millisecond)
				return "", errors.New(name)
			}
			return name, nil
		}
	}, func(i int, got string, err error) error {
		if err != nil {
			got = err.Error()
		}
		if want := fmt.Sprint(n); i != n || got != want {
			t.Fatalf("result %d is %q (%v), want %s", i, got, err, want)
		}
		n++
		return nil
	})
	if err != nil || n != 500 {
		t.Errorf("%d results, %v", n, err)
	}
}

// What waits for its turn is bounded: behind a page that takes long only a few
// others are read.
func TestInOrderIsBounded(t *testing.T) {
	var read atomic.Int64
	most := int64((ahead + 2) * runtime.GOMAXPROCS(0))
	release := make(chan struct{})
	go func() {
		for last := int64(-1); last != read.Load(); time.Sleep(50 * time.Millisecond) { // until nothing moves any more
			last = read.Load()
		}
		if n := read.Load(); n > most {
			t.Errorf("%d pages were read while the first one was waited for, want at most %d", n, most)
		}
		close(release)
	}()
	err := inOrder(t.Context(), numbered(2000), func() func(string) (string, error) {
		return func(name string) (string, error) {
			if name == "0" {
				<-release
			}
			read.Add(1)
			return name, nil
		}
	}, func(int, string, error) error { return nil })
	if err != nil || read.Load() != 2000 {
		t.Errorf("%d pages were read, %v", read.Load(), err)
	}
}

// It ends when its output does, and when it is stopped.
func TestInOrderEnds(t *testing.T) {
	work := func() func(string) (int, error) {
		return func(string) (int, error) { return 1, nil }
	}
	full := errors.New("disk full")
	if err := inOrder(t.Context(), numbered(1000), work, func(int, int, error) error { return full }); !errors.Is(err, full) {
		t.Errorf("got %v, want the error of the output", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := inOrder(ctx, numbered(1000), work, func(i int, _ int, _ error) error {
		if i == 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was stopped", err)
	}
	if err := inOrder(t.Context(), nil, work, nil); err != nil {
		t.Errorf("no names: %v", err)
	}
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLoad(t *testing.T) {
	s := newShell(t)
	env := &Env{Stdin: strings.NewReader("from outside")}
	large := strings.Repeat("x", heldPage+5)
	s.write("large.html", large)
	s.write("small.html.gz", zipped(t, "small"))
	s.write("cut.html.gz", zipped(t, strings.Repeat("cut off", 99))[:25])
	s.write("bad.html.gz", "not gzip")
	s.write("empty.html.gz", "")
	s.write("empty.html", "")
	bomb := zipped(t, strings.Repeat("\x00", maxPage+1))
	s.write("bomb.html.gz", bomb)
	var in loader
	for _, tt := range []struct {
		name, want string
		err        error
	}{
		{"large.html", large[:heldPage], nil}, {"small.html.gz", "small", nil}, {"-", "from outside", nil},
		{"bad.html.gz", "", dateline.ErrInvalid}, {"empty.html.gz", "", dateline.ErrInvalid}, {"none.html", "", os.ErrNotExist},
		{"bomb.html.gz", "", dateline.ErrTooLarge}, {"small.html.gz", "small", nil}, {"empty.html", "", nil},
	} {
		name := tt.name
		if name != "-" {
			name = filepath.Join(s.dir, name)
		}
		got, err := in.load(env, name)
		if !errors.Is(err, tt.err) || tt.err == nil && string(got) != tt.want {
			t.Errorf("%s: %d bytes, %v; want %d bytes, %v", tt.name, len(got), err, len(tt.want), tt.err)
		}
	}
	if got, err := in.load(env, filepath.Join(s.dir, "cut.html.gz")); err != nil || !strings.HasPrefix(string(got), "cut off") {
		t.Errorf("what there is of a cut archive: %q, %v", got, err)
	}
}

// TestLoadTakesWhatIsNeeded holds that a page takes its size and little more, that
// what a file says of its size is not believed beyond reason, and that a small one
// gives up the room of a large one.
func TestLoadTakesWhatIsNeeded(t *testing.T) {
	s := newShell(t)
	page := strings.Repeat("<p>one two", 60_000)
	s.write("page.html", page)
	s.write("page.html.gz", zipped(t, page))
	s.write("small.html", "small")
	lie := []byte(zipped(t, "small"))
	copy(lie[len(lie)-4:], "\xff\xff\xff\xff")
	s.write("lie.html.gz", string(lie))
	var in loader
	for _, tt := range []struct {
		name string
		most int
	}{{"page.html", len(page) + 1024}, {"small.html", keptBuffer}, {"page.html.gz", len(page) + 1024}, {"lie.html.gz", keptBuffer}} {
		_, _ = in.load(&Env{}, filepath.Join(s.dir, tt.name)) // the lie is found out
		if got := in.buffer.Cap(); got > tt.most {
			t.Errorf("%s takes %d bytes, want at most %d", tt.name, got, tt.most)
		}
	}
}

// Unreadable files are named and counted, whatever is wrong with them; the rest
// is read, each page by itself although they share a buffer.
func TestReadGoesOn(t *testing.T) {
	s := newShell(t)
	page := func(n int) string {
		return strings.ReplaceAll(article, "Ferry stops", fmt.Sprintf("Ferry stops for the %dth time", n))
	}
	for n := range 60 {
		s.write(fmt.Sprintf("%03d.html.gz", n), zipped(t, page(n)+strings.Repeat(" ", (60-n)*100)))
	}
	s.write("030-bad.html.gz", "not gzip")
	if err := os.Symlink(filepath.Join(s.dir, "nowhere"), filepath.Join(s.dir, "031-gone.html")); err != nil {
		t.Fatal(err)
	}
	out, complaint, code := s.run("read", ".", "missing.html")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 60 {
		t.Fatalf("%d lines: %s", len(lines), complaint)
	}
	for n, line := range lines {
		if want := fmt.Sprintf(`{"id":"%03d","url":"","headline":"Ferry stops for the %dth time"`, n, n); !strings.HasPrefix(line, want) {
			t.Errorf("line %d is %.90s, want %s", n, line, want)
		}
	}
	if code != exitFailed || strings.Count(complaint, "\n") != 4 || !strings.Contains(complaint, "3 of 62 could not be read") {
		t.Errorf("exit %d: %s", code, complaint)
	}
	for _, name := range []string{"030-bad.html.gz: not a gzip file", "031-gone.html", "missing.html"} {
		if !strings.Contains(complaint, name) {
			t.Errorf("%s is not named: %s", name, complaint)
		}
	}
	if strings.Contains(complaint, "a second") {
		t.Errorf("progress is shown to nobody: %q", complaint)
	}
}

func TestPace(t *testing.T) {
	for _, tt := range []struct {
		done, all int
		took      time.Duration
		want      string
	}{
		{2500, 10000, 10 * time.Second, "2500 of 10000 read, 250 a second, 30s left"},
		{1, 10000, time.Millisecond, "1 of 10000 read, 1000 a second, 10s left"},
		{10000, 10000, 41300 * time.Millisecond, "10000 read in 41.3s, 242 a second"},
		{0, 0, 0, "0 read in 0s, 0 a second"},
	} {
		if got := pace(tt.done, tt.all, tt.took); got != tt.want {
			t.Errorf("%d of %d in %s: %q, want %q", tt.done, tt.all, tt.took, got, tt.want)
		}
	}
}

// On a terminal the line is replaced, makes way for what stays, and ends in a
// sum; anything else gets what stays alone.
func TestProgress(t *testing.T) {
	for show, want := range map[bool]string{
		true:  "\r1 of 2\r      \r" + "one is broken\n" + "\r2 of 2\r      \r" + "2 read\n",
		false: "one is broken\n",
	} {
		var out bytes.Buffer
		bar := &progress{w: &out, show: show}
		bar.say("%d of 2", 1)
		bar.say("too soon after the last")
		bar.tell("%s is broken", "one")
		bar.last = time.Time{}
		bar.say("%d of 2", 2)
		bar.sum("%d read", 2)
		bar.done()
		if out.String() != want {
			t.Errorf("terminal %v: %q, want %q", show, out.String(), want)
		}
	}
}

// TestReadBlocks: the text in blocks is printed where it is asked for alone.
func TestReadBlocks(t *testing.T) {
	s := newShell(t)
	s.write("ferry.html", article)
	without, _, _ := s.run("read", "ferry.html")
	with, complaint, code := s.run("read", "--blocks", "ferry.html")
	if code != 0 || strings.Contains(without, `"body"`) || !strings.Contains(with, `"body":[{"kind":"p","text":`) {
		t.Errorf("exit %d %s:\n%s\n%s", code, complaint, without, with)
	}
}
