package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// serve measures start, idle memory and pages on the store that holds every
// page of the fake web.
func (b *bench) serve() error {
	var starts []time.Duration
	// Five, for the first one reads the program and the store from the disk.
	for range 5 {
		s, err := b.startSite()
		if err != nil {
			return err
		}
		starts = append(starts, s.start)
		s.stop()
	}
	slices.Sort(starts)
	fmt.Printf("start to first front page     %6.0f ms (median of 5, filled store)\n", starts[2].Seconds()*1000)
	s, err := b.startSite()
	if err != nil {
		return err
	}
	defer s.stop()
	// Until the stages have loaded what they remember, and what that took is given back.
	time.Sleep(5 * time.Second)
	fmt.Printf("idle                          %6.0f MB\n", s.memory())
	return b.pages(s)
}

// A running is a server of the program.
type running struct {
	process *exec.Cmd
	base    string
	start   time.Duration // from the start of the process to the first page
}

// startSite starts the server on the store with pages and waits for its front page.
func (b *bench) startSite() (*running, error) {
	addr, err := freeAddr()
	if err != nil {
		return nil, err
	}
	s := &running{base: "http://" + addr}
	s.process = exec.Command(b.program, "--data", filepath.Join(b.folder, "pages"), "--listen", addr, "serve")
	s.process.Env = append(os.Environ(), "DATELINE_LOG_LEVEL=error", "DATELINE_INTAKE_MIN_INTERVAL=12h")
	begin := time.Now()
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	if _, err := waitFor(s.base + "/en/"); err != nil {
		s.stop()
		return nil, err
	}
	s.start = time.Since(begin)
	return s, nil
}

// An interrupt and not a kill: the next start shall not have to mend what this one left.
func (s *running) stop() {
	_ = s.process.Process.Signal(os.Interrupt) // it may be gone already
	_ = s.process.Wait()
}

// memory is the resident set in MB.
func (s *running) memory() (mb float64) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			// The kernel gives kilobytes here.
			fmt.Sscanf(rest, "%f", &mb)
		}
	}
	return mb / 1024
}

// pages asks for one item page again and again, and in turn for the same bytes
// from a plain handler in a process of its own.
func (b *bench) pages(s *running) error {
	front, err := get(s.base + "/en/latest")
	if err != nil {
		return err
	}
	link := regexp.MustCompile(`/en/item/[^"#?]+`).Find(front)
	if link == nil {
		return fmt.Errorf("the list of the newest items links to none")
	}
	page, err := get(s.base + string(link))
	if err != nil {
		return err
	}
	file := filepath.Join(b.folder, "page.html")
	if err := os.WriteFile(file, page, 0o600); err != nil {
		return err
	}
	plain, err := b.startPlain(file)
	if err != nil {
		return err
	}
	defer plain.stop()
	var ratios []float64
	// In turn, so that whatever else the machine does meets both.
	for range 7 {
		ours, err := hammer(s.base + string(link))
		if err != nil {
			return err
		}
		theirs, err := hammer(plain.base + "/")
		if err != nil {
			return err
		}
		ratios = append(ratios, ours/theirs)
	}
	slices.Sort(ratios)
	fmt.Printf("cached item page (%d bytes)  %.2f of a plain handler's requests/s (median of 7)\n", len(page), ratios[3])
	return nil
}

// startPlain starts this program again as the plain handler. In one process with the
// side that asks, the two would share a garbage collector, which ours does not.
func (b *bench) startPlain(file string) (*running, error) {
	addr, err := freeAddr()
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	s := &running{base: "http://" + addr, process: exec.Command(self, "-plain", file, "-addr", addr)}
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	_, err = waitFor(s.base + "/")
	return s, err
}

// servePlain is the upper limit: a handler that writes bytes.
func servePlain(file, addr string) error {
	page, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return http.ListenAndServe(addr, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(page) // the client went away
	}))
}

// hammer sends a bounded number of requests over 16 connections, with as little
// work on this side as can be, and returns the requests a second.
func hammer(url string) (float64, error) {
	const connections, each = 16, 1500
	host, path, _ := strings.Cut(strings.TrimPrefix(url, "http://"), "/")
	request := []byte("GET /" + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
	errs := make(chan error, connections)
	begin := time.Now()
	var wg sync.WaitGroup
	for range connections {
		wg.Go(func() {
			if err := ask(host, request, each); err != nil {
				errs <- err
			}
		})
	}
	wg.Wait()
	select {
	case err := <-errs:
		return 0, err
	default:
		return connections * each / time.Since(begin).Seconds(), nil
	}
}

// ask sends one request after the other on one connection. It writes the same bytes each
// time: building requests would cost more than answering from a cache.
func ask(host string, request []byte, times int) error {
	conn, err := net.Dial("tcp", host)
	if err != nil {
		return err
	}
	defer conn.Close()
	r := bufio.NewReaderSize(conn, 64<<10)
	for range times {
		if _, err := conn.Write(request); err != nil {
			return err
		}
		resp, err := http.ReadResponse(r, nil)
		if err != nil {
			return err
		}
		// To its end, or the next answer would begin in the midst of this one.
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return err
		}
		// An error page is short, and would be a splendid figure.
		if resp.StatusCode != http.StatusOK {
			return fmt.Errorf("%s: %s", bytes.Fields(request)[1], resp.Status)
		}
	}
	return nil
}
