package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// The figures of others on the same kind of machine and 10,000 items, to be
// seen beside ours: Miniflux as it comes, with every page read, 11.6 ms CPU an
// item; yarr, which reads no pages and loses 50 to 400 of the items, 0.50 ms.
const (
	minifluxPages = 11.6
	yarrFeeds     = 0.50
)

// usage is what a finished process took.
type usage struct {
	wall, cpu time.Duration
	peak      float64 // MB
}

// dateline runs a command of the program to its end.
func (b *bench) dateline(folder string, args ...string) (usage, error) {
	cmd := exec.Command(b.program, append([]string{"--data", filepath.Join(b.folder, folder)}, args...)...)
	// Lines of log would be a part of what is measured.
	cmd.Env = append(os.Environ(), append(b.env, "DATELINE_LOG_LEVEL=error")...)
	begin := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		return usage{}, fmt.Errorf("dateline %v: %w\n%s", args, err, out)
	}
	u := usage{wall: time.Since(begin), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	// Maxrss is in KB on Linux, on which the figures are taken.
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.peak = float64(r.Maxrss) / 1024
	}
	return u, nil
}

// sources imports the whole fake web.
func (b *bench) sources(folder, pages string) error {
	_, err := b.dateline(folder, "sources", "import", "--allow-private", "--delay=0", "--pages="+pages, b.web.opml)
	return err
}

// poll polls all sources to the end of the stages, prints what it took, and notes a loss
// where the store does not hold as many items as the web has.
func (b *bench) poll(folder, what string, want int) error {
	u, err := b.dateline(folder, "poll", "--all", "--wait")
	if err != nil {
		return err
	}
	kept, err := b.count(folder)
	if err != nil {
		return err
	}
	fmt.Printf("%-28s  %7.2f s  %7.2f s CPU  %4.0f MB peak  %6d kept", what, u.wall.Seconds(), u.cpu.Seconds(), u.peak, kept)
	// The other figures are worth having all the same, so the bench goes on.
	if kept != want {
		b.lost = append(b.lost, fmt.Sprintf("%s: %d of %d items", what, kept, want))
		fmt.Printf("  LOST %d", want-kept)
	}
	// CPU, and not time: the fake web answers on the same machine.
	ms := u.cpu.Seconds() * 1000 / float64(want)
	switch what {
	case alone, firstIngest:
		fmt.Printf("  %.0f items/s, %.3f ms CPU an item (yarr %.2f: %.2f of it)", float64(want)/u.wall.Seconds(), ms, yarrFeeds, ms/yarrFeeds)
	case crawl:
		fmt.Printf("  %.0f items/s, %.2f ms CPU an item (Miniflux %.1f: %.2f of it)", float64(want)/u.wall.Seconds(), ms, minifluxPages, ms/minifluxPages)
	case repoll:
		fmt.Printf("  %.2f ms CPU a feed", u.cpu.Seconds()*1000/float64(b.feeds))
	}
	fmt.Println()
	return nil
}

const (
	alone       = "feeds, taking in alone"
	firstIngest = "feeds, first ingest"
	repoll      = "feeds again, all 304"
	changed     = "feeds, 2 new entries each"
	crawl       = "feeds and every page"
)

// takingIn is what the others do: intake, search, desk and wire, without looking
// for copies, stories and statements.
func (b *bench) takingIn() error {
	b.env = []string{"DATELINE_STAGES_MATCHES=false", "DATELINE_STAGES_STATEMENTS=false"}
	defer func() { b.env = nil }()
	if err := b.sources("alone", "never"); err != nil {
		return err
	}
	// A feed of the fake web has 50 entries.
	return b.poll("alone", alone, 50*b.feeds)
}

// withoutPages is feeds alone: the first time, again with nothing new, and again
// with two new entries in each.
func (b *bench) withoutPages() error {
	if err := b.sources("feeds", "never"); err != nil {
		return err
	}
	if err := b.poll("feeds", firstIngest, 50*b.feeds); err != nil {
		return err
	}
	if err := b.poll("feeds", repoll, 50*b.feeds); err != nil {
		return err
	}
	if err := b.web.tick(b.feeds); err != nil {
		return err
	}
	return b.poll("feeds", changed, 52*b.feeds)
}

func (b *bench) withPages() error {
	if err := b.sources("pages", "always"); err != nil {
		return err
	}
	// The ticked feeds list their newest 50 entries.
	return b.poll("pages", crawl, 50*b.feeds)
}
