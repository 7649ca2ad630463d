package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
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

// TestMain lets this binary stand for the programs that a bench starts: the plain
// handler, by its own flags, and the server of the program.
func TestMain(m *testing.M) {
	switch {
	case len(os.Args) > 4 && os.Args[1] == "-plain":
		fmt.Fprintln(os.Stderr, servePlain(os.Args[2], os.Args[4]))
		os.Exit(1)
	case os.Getenv("BENCH_SITE") != "":
		fmt.Fprintln(os.Stderr, servePlain(os.Getenv("BENCH_SITE"), os.Args[4])) // --data FOLDER --listen ADDR serve
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// staged is a bench whose program is a script that writes down how it was called
// and lists as many items as it is told to.
func staged(t *testing.T, feeds, items int) (b *bench, calls func() string) {
	t.Helper()
	folder := t.TempDir()
	b = &bench{folder: folder, program: filepath.Join(folder, "dateline"), feeds: feeds, web: &fakeWeb{opml: "web.opml"}}
	script := `#!/bin/sh
shift 2 # --data FOLDER
echo "$* $DATELINE_STAGES_MATCHES" >> "$(dirname "$0")/calls"
test "$1" = desk || exit 0
i=0
while [ $i -lt ` + fmt.Sprint(items) + ` ]; do i=$((i+1)); echo "{\"ID\":\"$i\",\"Status\":\"usable\"}"; done
`
	if err := os.WriteFile(b.program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return b, func() string {
		out, err := os.ReadFile(filepath.Join(folder, "calls"))
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
}

// printed is what a step of a bench says.
func printed(t *testing.T, step func() error) (string, error) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stdout
	os.Stdout = w
	failed := step()
	os.Stdout = before
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out), failed
}

// TestTakingInAlone: the stages are off for that step and on again behind it.
func TestTakingInAlone(t *testing.T) {
	b, calls := staged(t, 2, 100)
	out, err := printed(t, b.takingIn)
	want := "sources import --allow-private --delay=0 --pages=never web.opml false\npoll --all --wait false\ndesk list --json --limit 100000 \n"
	if err != nil || calls() != want {
		t.Errorf("%v, called\n%swant\n%s", err, calls(), want)
	}
	if !strings.Contains(out, "100 kept") || strings.Contains(out, "LOST") || b.env != nil {
		t.Errorf("%q, and then %v", out, b.env)
	}
}

// TestLostEntriesAreTold: fewer items than the web has entries are so many lost.
func TestLostEntriesAreTold(t *testing.T) {
	b, _ := staged(t, 2, 97)
	if out, err := printed(t, b.withPages); err != nil || !strings.Contains(out, "97 kept") || !strings.Contains(out, "LOST 3") {
		t.Errorf("%q, %v", out, err)
	}
}

// TestALossFailsTheRun: after all steps, and says where how many were kept.
func TestALossFailsTheRun(t *testing.T) {
	for items, want := range map[int]string{
		97:  "feeds and every page: 97 of 100 items",
		101: "feeds and every page: 101 of 100 items",
		100: "",
	} {
		b, _ := staged(t, 2, items)
		more := false
		_, err := printed(t, func() error {
			return b.run(b.withPages, func() error { more = true; return nil })
		})
		switch {
		case !more:
			t.Errorf("%d items: the next step was left out", items)
		case (err != nil) != (want != ""), err != nil && !strings.Contains(err.Error(), want):
			t.Errorf("%d items: %v, want %q", items, err, want)
		}
	}
}

// TestWithoutPages polls three times: all new, nothing new, and two new entries a
// feed, for which the web is told to go on.
func TestWithoutPages(t *testing.T) {
	asked := ""
	web := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked += r.URL.String() + "\n" }))
	defer web.Close()
	b, calls := staged(t, 2, 100)
	b.web.base = web.URL
	out, err := printed(t, b.withoutPages)
	if err != nil || strings.Count(calls(), "poll --all --wait") != 3 || asked != "/ctl/tick?feeds=2&from=0&n=1\n" {
		t.Errorf("%v, called\n%s, the web was asked %q", err, calls(), asked)
	}
	if strings.Count(out, "\n") != 3 || !strings.Contains(out, "LOST 4") { // the script lists no more than before
		t.Errorf("%q", out)
	}
	web.Close()
	if _, err := printed(t, b.withoutPages); err == nil {
		t.Error("the web is down, and nobody says so")
	}
}

// TestACommandThatFails ends the bench with what it said.
func TestACommandThatFails(t *testing.T) {
	b, _ := staged(t, 2, 100)
	if err := os.WriteFile(b.program, []byte("#!/bin/sh\necho the disk is full\nexit 6\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, step := range map[string]func() error{"alone": b.takingIn, "feeds": b.withoutPages, "pages": b.withPages} {
		if _, err := printed(t, step); err == nil || !strings.Contains(err.Error(), "the disk is full") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := printed(t, (&bench{program: filepath.Join(t.TempDir(), "none")}).size); err == nil {
		t.Error("a program that is not there has a size")
	}
	if out, err := printed(t, b.size); err != nil || !strings.Contains(out, "binary") {
		t.Errorf("%q, %v", out, err)
	}
}

// TestSitesAreStartedAndAsked: a site counts as started when it answers, and a page
// that is not one ends the asking.
func TestSitesAreStartedAndAsked(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	page := filepath.Join(folder, "page.html")
	if err := os.WriteFile(page, []byte("<p>no links"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BENCH_SITE", page)
	b := &bench{folder: folder, program: self}
	s, err := b.startSite()
	if err != nil {
		t.Fatal(err)
	}
	defer s.stop()
	if s.start <= 0 || s.memory() < 1 {
		t.Errorf("started in %v with %.1f MB", s.start, s.memory())
	}
	if err := b.pages(s); err == nil || !strings.Contains(err.Error(), "links to none") {
		t.Errorf("a site without items: %v", err)
	}
	plain, err := b.startPlain(page)
	if err != nil {
		t.Fatal(err)
	}
	defer plain.stop()
	host := strings.TrimPrefix(plain.base, "http://")
	if err := ask(host, []byte("GET / HTTP/1.1\r\nHost: "+host+"\r\n\r\n"), 3); err != nil {
		t.Error(err)
	}
	missing := httptest.NewServer(http.NotFoundHandler())
	defer missing.Close()
	host = strings.TrimPrefix(missing.URL, "http://")
	if err := ask(host, []byte("GET / HTTP/1.1\r\nHost: "+host+"\r\n\r\n"), 1); err == nil {
		t.Error("a page that is not there was counted")
	}
}

// TestStartWeb builds the fake web from its source, waits until it answers, and
// keeps its list of sources; what does not build is told with what the compiler says.
func TestStartWeb(t *testing.T) {
	source := t.TempDir()
	write := func(program string) {
		t.Helper()
		for name, body := range map[string]string{"go.mod": "module wireload\n\ngo 1.26\n", "main.go": program} {
			if err := os.WriteFile(filepath.Join(source, name), []byte(body), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	write("package main\n\nfunc main() { serve() }\n")
	if _, err := startWeb(t.TempDir(), source, 3); err == nil || !strings.Contains(err.Error(), "undefined: serve") {
		t.Errorf("what does not build: %v", err)
	}
	write(`package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() { // serve -addr ADDR -feeds N
	http.HandleFunc("/opml", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "feeds: "+os.Args[5]) })
	http.HandleFunc("/ctl/tick", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.RawQuery) })
	fmt.Println(http.ListenAndServe(os.Args[3], nil))
}
`)
	web, err := startWeb(t.TempDir(), source, 3)
	if err != nil {
		t.Fatal(err)
	}
	if list, err := os.ReadFile(web.opml); err != nil || string(list) != "feeds: 3" {
		t.Errorf("its list is %q, %v", list, err)
	}
	if err := web.tick(3); err != nil {
		t.Error(err)
	}
	web.stop()
	if err := web.tick(3); err == nil {
		t.Error("it was stopped, and answers")
	}
}

// TestHammer counts all requests of all connections, and gives up on a page that is
// no answer.
func TestHammer(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/en/item/a" {
			http.NotFound(w, r)
			return
		}
		asked.Add(1)
	}))
	defer server.Close()
	if rate, err := hammer(server.URL + "/en/item/a"); err != nil || rate <= 0 || asked.Load() != 16*1500 {
		t.Errorf("%.0f a second, %d requests, %v", rate, asked.Load(), err)
	}
	if _, err := hammer(server.URL + "/none"); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("a page that is not there: %v", err)
	}
	if err := servePlain(filepath.Join(t.TempDir(), "none.html"), "127.0.0.1:0"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
