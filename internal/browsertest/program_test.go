package browsertest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// root is the module's folder.
const root = "../.."

// A site is the program, serving from a folder of its own.
type site struct {
	base    string // http://127.0.0.1:port
	folder  string
	program string
	started time.Time
	web     string // address of the fake web, where there is one
}

// buildProgram builds the program once for a test.
func buildProgram(t *testing.T) string {
	t.Helper()
	watchSources(t)
	program := filepath.Join(t.TempDir(), "dateline")
	cmd := exec.CommandContext(t.Context(), "go", "build", "-o", program, "./cmd/dateline")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

// watchSources makes the go command see that the test depends on all of the
// module: it remembers what a test opens, not what a program is built from, and
// would call an old result good.
func watchSources(t *testing.T) {
	t.Helper()
	for _, folder := range []string{"cmd", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				_, err = os.Stat(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// startDemo serves the sample press.
func startDemo(t *testing.T) *site {
	t.Helper()
	s := &site{program: buildProgram(t), folder: t.TempDir()}
	s.start(t, "demo")
	return s
}

// start serves with a command, until the end of the test.
func (s *site) start(t *testing.T, command string) {
	t.Helper()
	address := freeAddress(t)
	s.base = "http://" + address
	cmd := exec.Command(s.program, "--data", s.folder, "--listen", address, command)
	cmd.Env = ownEnvironment()
	cmd.Dir = s.folder // no configuration of whoever runs the test
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	s.started = time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { stop(t, cmd, ended, &out) })
	s.awaitReady(t, ended)
}

// stop asks the program to end, as a service manager would.
func stop(t *testing.T, cmd *exec.Cmd, ended <-chan error, out *bytes.Buffer) {
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Errorf("stop: %v", err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the program ended with %v", err)
		}
	case <-time.After(15 * time.Second):
		cmd.Process.Kill()
		<-ended
		t.Error("the program did not stop within 15 s")
	}
	if t.Failed() {
		t.Logf("the program printed:\n%s", tail(out.String(), 40))
	}
}

func tail(text string, lines int) string {
	all := strings.Split(text, "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}

// awaitReady waits until the program says that it has something to show.
func (s *site) awaitReady(t *testing.T, ended chan error) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("the program ended before it was ready: %v", err)
		default:
		}
		if status, _ := s.get(t, "/readyz"); status == http.StatusOK {
			return
		}
	}
	t.Fatal("the program was not ready after a minute")
}

// get fetches a path without a browser; status 0 means no answer.
func (s *site) get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.base+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, ""
	}
	defer resp.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(resp.Body); err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, b.String()
}

// command runs the program's command line on the folder and returns what it
// printed.
func (s *site) command(t *testing.T, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, s.program, append([]string{"--data", s.folder}, args...)...)
	cmd.Env = ownEnvironment()
	cmd.Dir = s.folder
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	if err := cmd.Run(); err != nil {
		t.Fatalf("dateline %s: %v\n%s", strings.Join(args, " "), err, trouble.String())
	}
	return strings.TrimSpace(out.String())
}

// A line is one item as `dateline desk list --json` prints it.
type line struct {
	ID, Status, Source, Language, Headline string
	Version                                int
}

// items lists the newest items.
func (s *site) items(t *testing.T) []line {
	t.Helper()
	var all []line
	for text := range strings.Lines(s.command(t, "desk", "list", "--json", "--limit", "500")) {
		var l line
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			t.Fatalf("%v in %q", err, text)
		}
		all = append(all, l)
	}
	if len(all) == 0 {
		t.Fatal("nothing was taken in")
	}
	return all
}

// A draft is an own item to file.
type draft struct{ lang, headline, text, urgency string }

// file files an own item and returns its id.
func (s *site) file(t *testing.T, d draft) string {
	t.Helper()
	if d.urgency == "" {
		d.urgency = "5"
	}
	return s.command(t, "desk", "file", "--lang", d.lang, "--headline", d.headline, "--text", d.text, "--urgency", d.urgency)
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// ownEnvironment is the environment without settings of the program.
func ownEnvironment() []string {
	var env []string
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "DATELINE_") {
			env = append(env, e)
		}
	}
	return env
}
