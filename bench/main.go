// Command bench measures the program as people run it: whole processes against
// a fake news web, with the figures as ratios wherever there is something to
// compare with in the same run. It is started by `make bench`.
//
// DATELINE_DATA must point to the measuring data; the fake web (wireload) is
// built from the tools beside it.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	plain := flag.String("plain", "", "serve this file on -addr as a plain handler and do nothing else")
	addr := flag.String("addr", "127.0.0.1:0", "where -plain listens")
	feeds := flag.Int("feeds", 200, "feeds of the fake web, 50 entries each")
	flag.Parse()
	var err error
	if *plain != "" {
		err = servePlain(*plain, *addr)
	} else {
		err = race(*feeds)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A bench is one run in a folder of its own.
type bench struct {
	folder  string
	program string // built for this run
	web     *fakeWeb
	feeds   int
	env     []string // what commands are given beside the environment
	lost    []string // the steps after which the store did not hold what the web has
}

// race makes all that a run needs in a folder that goes with it.
func race(feeds int) error {
	tools := os.Getenv("DATELINE_DATA")
	if tools == "" {
		return fmt.Errorf("set DATELINE_DATA to the folder of the measuring data")
	}
	folder, err := os.MkdirTemp("", "dateline-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	b := &bench{folder: folder, program: filepath.Join(folder, "dateline"), feeds: feeds}
	// Built as a release is, without paths and symbols: a program that the go command runs
	// has another size and start.
	if err := run("go", "build", "-trimpath", "-ldflags=-s -w", "-o", b.program, "./cmd/dateline"); err != nil {
		return err
	}
	if b.web, err = startWeb(folder, filepath.Join(tools, "..", "tools", "wireload"), feeds); err != nil {
		return err
	}
	defer b.web.stop()
	return b.run(b.size, b.takingIn, b.withoutPages, b.withPages, b.serve)
}

// run takes the steps in turn. Figures of a program that loses items are not to
// be had for good ones, so a loss fails the run, once all steps are through.
func (b *bench) run(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	if len(b.lost) > 0 {
		return fmt.Errorf("items were lost or doubled: %s", strings.Join(b.lost, "; "))
	}
	return nil
}

// run runs a command and shows what it says when it fails.
func run(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

// size is that of the file that people download, unpacked.
func (b *bench) size() error {
	info, err := os.Stat(b.program)
	if err != nil {
		return err
	}
	fmt.Printf("binary                        %6.1f MB\n", float64(info.Size())/1e6)
	return nil
}
