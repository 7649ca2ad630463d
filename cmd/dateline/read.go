package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"dateline"
	"dateline/internal/read"
)

type readCmd struct {
	Paths []string `arg:"" name:"path" help:"Files (.html, .html.gz, .txt), folders of such, or - for standard input."`
	URL   string   `help:"Address the page was fetched from, for one file or standard input."`
	Zone  string   `help:"Zone of pages that give none, such as Asia/Beirut."`
}

// Run reads each page and prints a JSON line for it, in the order of the names.
// A page that cannot be read is named on standard error; the others go on.
func (c readCmd) Run(env *Env) error {
	files, err := c.files(env)
	if err != nil {
		return err
	}
	bar := env.progress()
	defer bar.done()
	out := bufio.NewWriter(env.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	failed := 0
	err = inOrder(env.Context, files, func(name string) (read.Line, error) { return c.one(env, name) },
		func(i int, line read.Line, err error) error {
			bar.say("%d of %d read", i+1, len(files))
			if err != nil {
				failed++
				_, err = fmt.Fprintf(env.Stderr, "dateline: %v\n", err)
				return err
			}
			return enc.Encode(line)
		})
	if err := errors.Join(err, out.Flush()); err != nil {
		return err
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d could not be read", failed, len(files))
	}
	return nil
}

// files lists what is to be read.
func (c readCmd) files(env *Env) ([]string, error) {
	var files []string
	for _, p := range c.Paths {
		if p == "-" {
			files = append(files, p)
			continue
		}
		err := filepath.WalkDir(env.path(p), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if !d.IsDir() && (readable(path) || path == env.path(p)) {
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read: %w", err)
		}
	}
	return files, nil
}

func readable(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	return strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".htm") || strings.HasSuffix(name, ".txt")
}

// maxPage bounds one page, unpacked.
const maxPage = 64 << 20

// one reads one page or text.
func (c readCmd) one(env *Env, name string) (line read.Line, err error) {
	defer dateline.Wrap(&err, "%s", name)
	body, err := load(env, name)
	if err != nil {
		return line, err
	}
	item, err := read.Item(dateline.Copy{URL: c.URL, Body: body, Zone: c.Zone, ContentType: contentType(name)}, read.Hint{})
	var none *read.NoArticle
	if err != nil && !errors.As(err, &none) {
		return line, err
	}
	line = read.NewLine(baseName(name), item)
	line.State(none)
	return line, nil
}

func load(env *Env, name string) (body []byte, err error) {
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
		if r, err = gzip.NewReader(r); err != nil {
			return nil, fmt.Errorf("not a gzip file: %w: %w", err, dateline.ErrInvalid)
		}
	}
	body, err = io.ReadAll(io.LimitReader(r, maxPage+1))
	switch {
	case len(body) > maxPage:
		return nil, fmt.Errorf("more than %d MB: %w", maxPage>>20, dateline.ErrTooLarge)
	case errors.Is(err, io.ErrUnexpectedEOF) && len(body) > 0:
		return body, nil // a cut archive: what is there is read
	}
	return body, err
}

// contentType is what a file's name says of it; standard input says nothing, and
// is read as what it looks like.
func contentType(name string) string {
	switch {
	case name == "-":
		return ""
	case strings.HasSuffix(strings.TrimSuffix(strings.ToLower(name), ".gz"), ".txt"):
		return "text/plain"
	default:
		return "text/html"
	}
}

// baseName is the file name without its endings.
func baseName(name string) string {
	if name == "-" {
		return "-"
	}
	base := filepath.Base(name)
	for _, end := range []string{".gz", ".html", ".htm", ".txt"} {
		base = strings.TrimSuffix(base, end)
	}
	return base
}

// inOrder does the work on all cores and hands on the results one at a time, in
// the order of the names. Only a few results wait at any time, so memory does
// not grow with the number of pages.
func inOrder[T any](ctx context.Context, names []string, work func(string) (T, error), each func(int, T, error) error) error {
	type result struct {
		value T
		err   error
	}
	workers := runtime.GOMAXPROCS(0)
	slots := make(chan chan result, 2*workers)
	group, ctx := errgroup.WithContext(ctx)
	pool := errgroup.Group{}
	pool.SetLimit(workers)
	group.Go(func() error {
		defer close(slots)
		for _, name := range names {
			slot := make(chan result, 1)
			select {
			case slots <- slot:
			case <-ctx.Done():
				return ctx.Err()
			}
			pool.Go(func() error {
				v, err := work(name)
				slot <- result{v, err}
				return nil
			})
		}
		return nil
	})
	group.Go(func() error {
		i := 0
		for slot := range slots {
			r := <-slot
			if err := each(i, r.value, r.err); err != nil {
				return err
			}
			i++
		}
		return nil
	})
	return group.Wait()
}
