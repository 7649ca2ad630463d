package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// fakeWeb is the running fake news web.
type fakeWeb struct {
	process *exec.Cmd
	base    string
	opml    string // its list of sources, as a file
}

// startWeb builds the fake web from its source and starts it.
func startWeb(folder, source string, feeds int) (*fakeWeb, error) {
	program := filepath.Join(folder, "wireload")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = source
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build the fake web in %s: %w\n%s", source, err, out)
	}
	addr, err := freeAddr()
	if err != nil {
		return nil, err
	}
	w := &fakeWeb{base: "http://" + addr, opml: filepath.Join(folder, "web.opml")}
	w.process = exec.Command(program, "serve", "-addr", addr, "-feeds", fmt.Sprint(feeds))
	w.process.Stderr = os.Stderr
	if err := w.process.Start(); err != nil {
		return nil, err
	}
	body, err := waitFor(w.base + "/opml")
	if err != nil {
		w.stop()
		return nil, err
	}
	return w, os.WriteFile(w.opml, body, 0o600)
}

// It keeps nothing, so that it need not be asked.
func (w *fakeWeb) stop() {
	_ = w.process.Process.Kill() // it may be gone already
	_ = w.process.Wait()
}

// tick lets every feed publish two entries.
func (w *fakeWeb) tick(feeds int) error {
	_, err := get(fmt.Sprintf("%s/ctl/tick?feeds=%d&from=0&n=1", w.base, feeds))
	return err
}

// freeAddr is a loopback address that nobody listens on.
func freeAddr() (string, error) {
	// It is free until somebody else asks; nobody does during a bench.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// get takes anything but 200 for a failure: errors of a page must not be counted as pages.
func get(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", url, resp.Status)
	}
	return body, err
}

// waitFor asks an address until it answers, for 20 seconds at most.
func waitFor(url string) (body []byte, err error) {
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if body, err = get(url); err == nil {
			return body, nil
		}
	}
	return nil, err
}

// count is how many items a folder holds that were released.
func (b *bench) count(folder string) (int, error) {
	cmd := exec.Command(b.program, "--data", filepath.Join(b.folder, folder), "desk", "list", "--json", "--limit", "100000")
	out, err := cmd.Output()
	if err != nil {
		return 0, fmt.Errorf("list the items: %w", err)
	}
	seen := map[string]bool{}
	for line := range bytes.Lines(out) {
		var item struct{ ID, Status string }
		if err := json.Unmarshal(line, &item); err != nil {
			return 0, fmt.Errorf("list the items: %w", err)
		}
		// What is kept and not on the wire would not be there for a reader.
		if item.Status == "usable" {
			seen[item.ID] = true
		}
	}
	return len(seen), nil
}
