package main

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestGet: what is not answered with a page is a failure, and says of which address.
func TestGet(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/en/" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, "the front page")
	}))
	defer server.Close()
	if body, err := get(server.URL + "/en/"); err != nil || string(body) != "the front page" {
		t.Errorf("%q, %v", body, err)
	}
	if _, err := get(server.URL + "/nowhere"); err == nil || !strings.Contains(err.Error(), server.URL+"/nowhere") {
		t.Errorf("no page: %v", err)
	}
	server.Close()
	if _, err := get(server.URL + "/en/"); err == nil {
		t.Error("nobody answers, and nobody says so")
	}
}

// TestWaitFor: a server that starts is waited for.
func TestWaitFor(t *testing.T) {
	addr, err := freeAddr()
	if err != nil {
		t.Fatal(err)
	}
	ready := make(chan *http.Server, 1)
	go func() {
		time.Sleep(20 * time.Millisecond)
		server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "up") })}
		ready <- server
		if l, err := net.Listen("tcp", addr); err == nil {
			_ = server.Serve(l) // ends when the test does
		}
	}()
	if body, err := waitFor("http://" + addr + "/"); err != nil || string(body) != "up" {
		t.Errorf("%q, %v", body, err)
	}
	if err := (<-ready).Close(); err != nil {
		t.Error(err)
	}
}

// TestCount: items count once each, and only those that are released.
func TestCount(t *testing.T) {
	for name, c := range map[string]struct {
		prints string
		want   int
		fails  bool
	}{
		"none":      {"", 0, false},
		"released":  {`{"ID":"a","Status":"usable"}` + "\n" + `{"ID":"b","Status":"usable"}`, 2, false},
		"twice":     {`{"ID":"a","Status":"usable"}` + "\n" + `{"ID":"a","Status":"usable"}`, 1, false},
		"held":      {`{"ID":"a","Status":"withheld"}` + "\n" + `{"ID":"b","Status":"usable"}`, 1, false},
		"no JSON":   {"dateline: the folder is in use", 0, true},
		"a failure": {"", 0, true},
	} {
		folder := t.TempDir()
		script := "#!/bin/sh\ncat <<'END'\n" + c.prints + "\nEND\n"
		if c.prints == "" {
			script = "#!/bin/sh\n"
		}
		if name == "a failure" {
			script += "exit 3\n"
		}
		b := &bench{folder: folder, program: filepath.Join(folder, "dateline")}
		if err := os.WriteFile(b.program, []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		got, err := b.count("pages")
		if got != c.want || (err != nil) != c.fails {
			t.Errorf("%s: %d, %v; want %d", name, got, err, c.want)
		}
	}
}

// TestMemory is that of a process that runs, in MB.
func TestMemory(t *testing.T) {
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	s := &running{process: &exec.Cmd{Process: self}}
	if mb := s.memory(); mb < 1 || mb > 4096 {
		t.Errorf("this test takes %.1f MB", mb)
	}
}

// TestRaceNeedsData: without the measuring data nothing is measured, and nothing is
// said to have been.
func TestRaceNeedsData(t *testing.T) {
	t.Setenv("DATELINE_DATA", "")
	if err := race(1); err == nil || !strings.Contains(err.Error(), "DATELINE_DATA") {
		t.Error(err)
	}
}

// TestRunSaysWhatFailed: with what the command itself said.
func TestRunSaysWhatFailed(t *testing.T) {
	if err := run("sh", "-c", "echo no such folder >&2; exit 4"); err == nil || !strings.Contains(err.Error(), "no such folder") || !strings.Contains(err.Error(), "exit status 4") {
		t.Error(err)
	}
	if err := run("sh", "-c", "exit 0"); err != nil {
		t.Error(err)
	}
}
