package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/read"
)

type readCmd struct {
	Paths  []string `arg:"" name:"path" help:"Files (.html, .html.gz, .txt), folders of such, or - for standard input."`
	URL    string   `help:"Address the page was fetched from, for one file or standard input."`
	Zone   string   `help:"Zone of pages that give none, such as Asia/Beirut."`
	Blocks bool     `help:"Print the text in blocks as well: paragraphs, subheads, lists, tables, quotations, posts."`
}

// Run reads each page and prints a JSON line for it, in the order of the names.
// What cannot be read is named on standard error and counted; the rest goes on.
func (c readCmd) Run(env *Env) error {
	if err := desk.CheckZone(c.Zone); err != nil {
		return err
	}
	if len(c.Paths) == 1 && c.Paths[0] != "-" {
		// Nothing else goes on: the command failed, with the code for that.
		if _, err := os.Lstat(env.path(c.Paths[0])); err != nil {
			return fmt.Errorf("read: %w", err)
		}
	}
	if env.Getenv("GOGC") == "" {
		// A page's tree is dead as soon as its line is made. Collecting three times as
		// often costs 7 % of the time and saves 4 of 26 MB.
		defer debug.SetGCPercent(debug.SetGCPercent(35))
	}
	bar := env.progress()
	defer bar.done()
	began, failed := time.Now(), 0
	fail := func(err error) {
		failed++
		bar.tell("dateline: %v", err)
	}
	files := c.files(env, fail)
	out := bufio.NewWriter(env.Stdout)
	err := inOrder(env.Context, files, func() func(string) ([]byte, error) { return c.reader(env) },
		func(i int, line []byte, err error) error {
			bar.say("%s", pace(i+1, len(files), time.Since(began)))
			if i%dropEvery == 0 {
				dropFiles()
			}
			if err != nil {
				fail(err)
				return nil
			}
			_, err = out.Write(line)
			return err
		})
	if err := errors.Join(err, out.Flush()); err != nil {
		return err
	}
	bar.sum("%s; %d could not be read", pace(len(files), len(files), time.Since(began)), failed)
	if failed > 0 {
		return fmt.Errorf("%d of %d could not be read", failed, max(failed, len(files)))
	}
	return nil
}

// dropEvery is after how many pages what the program's file has in memory is given
// back. Any page may need any corner of it, so that it grows with the pages that
// were read: without this a run over 81 pages takes 21 to 22.5 MB and not 20 to 21.
// It costs no time that can be measured.
const dropEvery = 8

// pace says how far work has come, how fast it goes, and how long the rest will
// take at that pace.
func pace(done, all int, took time.Duration) string {
	rate := float64(done) / max(took.Seconds(), 0.001)
	if done == all {
		return fmt.Sprintf("%d read in %s, %.0f a second", all, took.Round(time.Second/10), rate)
	}
	left := time.Duration(float64(all-done) / rate * float64(time.Second))
	return fmt.Sprintf("%d of %d read, %.0f a second, %s left", done, all, rate, left.Round(time.Second))
}

// files lists what is to be read, and fails what cannot be looked into.
func (c readCmd) files(env *Env, fail func(error)) []string {
	var files []string
	for _, p := range c.Paths {
		if p == "-" {
			files = append(files, p)
			continue
		}
		root := env.path(p)
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error { // it only ends with what is returned here
			switch {
			case err != nil:
				fail(err)
			case !d.IsDir() && (readable(path) || path == root):
				files = append(files, path)
			}
			return nil
		})
	}
	return files
}

// readable tells pages by their names: a folder of saved pages is full of pictures and
// scripts. What is named on the command line is read whatever it is called.
func readable(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	return strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".htm") || strings.HasSuffix(name, ".txt")
}

// reader returns a function that reads one file after the other into JSON lines.
// A line is made where the page was read, so that only it waits for its turn and
// not the page's text, of which an item is made up.
func (c readCmd) reader(env *Env) func(name string) ([]byte, error) {
	var in loader
	return func(name string) (line []byte, err error) {
		defer dateline.Wrap(&err, "%s", name)
		body, err := in.load(env, name)
		if err != nil {
			return nil, err
		}
		item, err := read.Item(dateline.Copy{URL: c.URL, Body: body, Zone: c.Zone, ContentType: contentType(name)}, read.Hint{})
		var none *read.NoArticle
		// A page without an article has its line too: that there is none is what was read.
		if err != nil && !errors.As(err, &none) {
			return nil, err
		}
		l := read.NewLine(baseName(name), item)
		l.State(none)
		if c.Blocks {
			l.Body = item.Body
		}
		var out bytes.Buffer
		enc := jsonTo(&out)
		err = enc.Encode(l)
		return out.Bytes(), err
	}
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
