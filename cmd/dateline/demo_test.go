package main

import (
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestDemo shows what it says: a wire in both languages that fills by itself, a
// way to the desk, and nothing left behind when it is stopped.
func TestDemo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	out, complaints := &lockedBuffer{}, &lockedBuffer{}
	env := &Env{
		Context: ctx, Stdin: strings.NewReader(""), Stdout: out, Stderr: complaints,
		Getenv: func(string) string { return "" }, Dir: t.TempDir(),
	}
	done := make(chan int, 1)
	go func() { done <- run(env, []string{"--listen", "127.0.0.1:0", "demo"}) }()
	said := regexp.MustCompile(`(?s)Marsa   (\S+/en/)\n  مرسى    (\S+/ar/)\n  desk    (\S+)  .*link --data (\S+)` + "`")
	var m []string
	for end := time.Now().Add(time.Minute); m == nil && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		m = said.FindStringSubmatch(out.String())
	}
	if m == nil {
		t.Fatalf("it says %q, and complains %q", out, complaints)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	reader := http.Client{Jar: jar}
	for _, page := range []struct{ address, want string }{{m[1], "Marsa"}, {m[2], "مرسى"}, {m[3], "</html>"}} {
		resp, err := reader.Get(page.address)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(body), page.want) {
			t.Errorf("%s: %s, %v, without %q", page.address, resp.Status, err, page.want)
		}
	}
	other := newShell(t) // another terminal, with what the demo told
	if link := other.must("--data", m[4], "desk", "link"); !strings.Contains(link, "/desk/enter?token=") {
		t.Errorf("another link to the desk: %q", link)
	}
	for end := time.Now().Add(time.Minute); !strings.Contains(out.String(), "items, ") && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
	}
	if !regexp.MustCompile(`\n[1-9]\d+ items, \d+ new version`).MatchString(out.String()) {
		t.Errorf("nothing came: %q", out)
	}
	cancel()
	if code := <-done; code != exitOK || complaints.String() != "" {
		t.Errorf("it ended with %d: %q", code, complaints)
	}
	if left, err := filepath.Glob(filepath.Join(temp, "dateline-*")); err != nil || len(left) > 0 {
		t.Errorf("it left %v behind, %v", left, err)
	}
}

// TestDemoKeepsItsFolder: where a folder is named it stays, and can be looked into.
func TestDemoKeepsItsFolder(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out := &lockedBuffer{}
	s := newShell(t)
	env := &Env{
		Context: ctx, Stdin: strings.NewReader(""), Stdout: out, Stderr: io.Discard, Getenv: func(string) string { return "" }, Dir: s.dir,
	}
	done := make(chan int, 1)
	go func() { done <- run(env, []string{"--listen", "127.0.0.1:0", "--data", "kept", "demo"}) }()
	for end := time.Now().Add(time.Minute); !strings.Contains(out.String(), "Stop with Ctrl-C") && time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond)
	}
	cancel()
	if code := <-done; code != exitOK {
		t.Errorf("it ended with %d: %q", code, out)
	}
	if _, err := os.Stat(filepath.Join(s.dir, "kept", "dateline.db")); err != nil {
		t.Error(err)
	}
	if list := s.must("--data", "kept", "desk", "list", "--limit", "5"); strings.Count(list, "\n") != 5 {
		t.Errorf("it holds %q", list)
	}
}
