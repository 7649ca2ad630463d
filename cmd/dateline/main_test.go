package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dateline"
	"dateline/internal/config"
)

// A shell runs command lines in a folder of its own.
type shell struct {
	t   *testing.T
	dir string
	env map[string]string
	in  string
}

func newShell(t *testing.T) *shell {
	t.Helper()
	return &shell{t: t, dir: t.TempDir(), env: map[string]string{"DATELINE_LOG_LEVEL": "error"}}
}

// run returns what a command line printed, what it complained of, and its code.
func (s *shell) run(args ...string) (out, complaint string, code int) {
	s.t.Helper()
	var stdout, stderr bytes.Buffer
	env := &Env{
		Context: context.Background(), Stdin: strings.NewReader(s.in), Stdout: &stdout, Stderr: &stderr,
		Getenv: func(k string) string { return s.env[k] }, Dir: s.dir,
	}
	code = run(env, args)
	return stdout.String(), stderr.String(), code
}

// must is run for what has to succeed.
func (s *shell) must(args ...string) string {
	s.t.Helper()
	out, complaint, code := s.run(args...)
	if code != exitOK {
		s.t.Fatalf("dateline %v: exit %d: %s", args, code, complaint)
	}
	return out
}

func (s *shell) write(name, body string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(body), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

const items = `{"id":"a1","lang":"en","title":"Ferry stops for the night","text":"The ferry to Murjana stopped on Sunday.\n\nIt will sail again on Monday.","published":"2026-11-21T10:00:00Z","source":"Harbour Post"}
{"id":"a2","lang":"ar","title":"توقف العبّارة ليلًا","text":"توقفت العبّارة إلى مرجانة يوم الأحد."}

{"id":"a3","title":"No text at all"}
not json
`

func TestUsage(t *testing.T) {
	s := newShell(t)
	tests := []struct {
		args []string
		code int
		want string // in what is printed or complained of
	}{
		{nil, exitOK, "Usage: dateline"},
		{[]string{"--help"}, exitOK, "demo"},
		{[]string{"version"}, exitOK, "dateline "},
		{[]string{"publish"}, exitUsage, "see dateline --help"},
		{[]string{"poll"}, exitUsage, "poll --all"},
		{[]string{"search"}, exitUsage, "what to search for"},
		{[]string{"take", "none.xml"}, exitNotFound, "none.xml"},
		{[]string{"take", "--allow-private", "http://127.0.0.1:1/rss"}, exitUnavailable, "refuses the connection"},
		{[]string{"desk", "file", "--headline", "Ferry stops", "--lang", "!!"}, exitUsage, "no language"},
		{[]string{"desk", "hold", "nosuchitem"}, exitNotFound, "not found"},
		{[]string{"desk", "erase", "x"}, exitUsage, "--yes"},
		{[]string{"desk", "link"}, exitUnavailable, "dateline serve"},
		{[]string{"sources", "remove", "own"}, exitUsage, "cannot be removed"},
		{[]string{"sources", "remove", "nobody"}, exitNotFound, "not found"},
		{[]string{"sources", "import", "none.opml"}, exitNotFound, "none.opml"},
		{[]string{"read", "none.html"}, exitNotFound, "none.html"},
		{[]string{"read", "--zone", "Mars/Utopia", "-"}, exitUsage, "no zone"},
		{[]string{"--config", "none.toml", "config"}, exitNotFound, "none.toml"},
		{[]string{"--listen", "nowhere", "config"}, exitUsage, "HOST:PORT"},
		{[]string{"--store", "mysql://x", "config"}, exitUsage, "postgres://"},
		{[]string{"config"}, exitOK, "[publication]"},
		{[]string{"search", "--limit=-1", "x"}, exitUsage, "--limit"},
		{[]string{"desk", "list", "--limit=-1"}, exitUsage, "--limit"},
		{[]string{"desk", "list", "--status", "gone"}, exitUsage, "canceled"},
		{[]string{"search", "-h"}, exitOK, "Usage: dateline search"},
		{[]string{"sources", "set", "own", "--language", "!!"}, exitUsage, "no language"},
		{[]string{"sources", "set", "own", "--zone", "Local"}, exitUsage, "no zone"},
		{[]string{"sources", "set", "nobody", "--feed", "nowhere"}, exitNotFound, "not found"},
		{[]string{"sources", "set", "own", "--feed", "http://127.0.0.1:9/rss"}, exitUsage, "sources add"},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			out, complaint, code := s.run(tt.args...)
			if code != tt.code || !strings.Contains(out+complaint, tt.want) {
				t.Errorf("exit %d, want %d; %q, want %q in it", code, tt.code, out+complaint, tt.want)
			}
			if code != exitOK && strings.Count(complaint, "\n") != 1 {
				t.Errorf("an error is one line: %q", complaint)
			}
		})
	}
}

func TestErrorsAreOneLine(t *testing.T) {
	full := errors.New("the disk is full")
	err := errors.Join(fmt.Errorf("poll: %w", full), full, errors.New("close: broken"))
	if got, want := oneLine(err), "poll: the disk is full; close: broken"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTakeSearchDecide(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", items)
	out, complaint, code := s.run("take", "items.jsonl")
	if code != exitOK || !strings.Contains(out, "3 items kept") || !strings.Contains(out, "1 refused") || !strings.Contains(complaint, "line 5") {
		t.Fatalf("exit %d: %q %q", code, out, complaint)
	}
	if out := s.must("take", "items.jsonl"); !strings.Contains(out, "0 items kept") || !strings.Contains(out, "3 unchanged") {
		t.Errorf("taken in again: %q", out)
	}
	s.write("queries.jsonl", `{"q":"ferries Sunday"}`+"\n"+`{"q":"العبارة"}`+"\n"+`{"q":"nothing like it"}`+"\n")
	want := `{"hits":["a1"],"q":"ferries Sunday"}` + "\n" + `{"hits":["a2"],"q":"العبارة"}` + "\n" + `{"hits":[],"q":"nothing like it"}` + "\n"
	if out := s.must("search", "--queries", "queries.jsonl"); out != want {
		t.Errorf("answers\n%s\nwant\n%s", out, want)
	}
	var hit struct{ ID, GUID, Published string }
	if err := json.Unmarshal([]byte(s.must("search", "--json", "ferry")), &hit); err != nil || hit.GUID != "a1" || hit.Published != "2026-11-21T10:00:00Z" {
		t.Fatalf("hit %+v, %v", hit, err)
	}
	for _, query := range [][]string{
		{"--json", "-Monday", "No", "OR", "ferry"}, {"--limit", "5", "No OR ferry", "-monday"}, {"-monday", "-lang:ar"}, {"--", "-monday", "No"},
	} {
		if out := s.must(append([]string{"search"}, query...)...); !strings.Contains(out, "No text at all") || strings.Contains(out, "Ferry") {
			t.Errorf("search %q: %q", query, out)
		}
	}
	if _, complaint, code := s.run("desk", "kill", hit.ID); code != exitUsage || !strings.Contains(complaint, "reason") {
		t.Errorf("a kill without a reason: exit %d, %q", code, complaint)
	}
	s.must("desk", "kill", hit.ID, "--reason", "court order", "--notice", "Withdrawn for legal reasons.", "--by", "rania")
	if _, complaint, code := s.run("desk", "release", hit.ID); code != exitUnavailable || !strings.Contains(complaint, "stays killed") {
		t.Errorf("released after a kill: exit %d, %q", code, complaint)
	}
	if out := s.must("search", "ferry"); strings.Contains(out, "Ferry") {
		t.Errorf("a killed item is found: %q", out)
	}
	if out := s.must("desk", "list", "--status", "canceled", "--json"); !strings.Contains(out, hit.ID) {
		t.Errorf("canceled: %q", out)
	}
	s.must("desk", "erase", "--yes", hit.ID)
	if out := s.must("desk", "list", "--json"); strings.Contains(out, hit.ID) {
		t.Errorf("erased, yet listed: %q", out)
	}
	if out := s.must("take", "items.jsonl"); strings.Contains(out, "1 item kept") {
		t.Errorf("what was erased came back: %q", out)
	}
}

// TestSearchAsOf changes an item and an own item and asks for both as they were.
func TestSearchAsOf(t *testing.T) {
	s := newShell(t)
	line := func(title string) string {
		return `{"id":"a1","lang":"en","title":"` + title + `","text":"Off the harbour.","published":"2026-11-21T10:00:00Z","source":"post"}` + "\n"
	}
	s.write("one.jsonl", line("Ferry adrift"))
	s.write("two.jsonl", line("Barge adrift"))
	s.must("take", "one.jsonl")
	own := strings.TrimSpace(s.must("desk", "file", "--headline", "Storm closes ferry berth", "--by", "rania"))
	then := time.Now().UTC().Format(time.RFC3339Nano)
	s.must("take", "two.jsonl")
	s.must("desk", "file", "--id", own, "--headline", "Storm spares berth", "--by", "rania")
	if out := s.must("search", "ferry"); out != "" {
		t.Errorf("found today: %q", out)
	}
	out := s.must("search", "--as-of", then, "ferry")
	for _, want := range []string{"As it stood at ", "; 2 of these 2 have changed since.", "Ferry adrift  (version 1 of 2)", "Storm closes ferry berth  (version 1 of 2)"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in %q", want, out)
		}
	}
	var hit hitLine
	if err := json.Unmarshal([]byte(s.must("search", "--json", "--as-of", then, "ferry adrift", "--limit", "1")), &hit); err != nil {
		t.Fatal(err)
	}
	if hit.GUID != "a1" || hit.Version != 1 || hit.Current != 2 || hit.Headline != "Ferry adrift" || hit.AsOf == nil || hit.AsOf.Entry < 3 {
		t.Errorf("hit %+v as of %+v", hit, hit.AsOf)
	}
	if out := s.must("search", "--as-of", "1", "ferry"); strings.Contains(out, "adrift") {
		t.Errorf("found before it was kept: %q", out) // entry 1 is the own source's
	}
	if _, complaint, code := s.run("search", "--as-of", "last week", "ferry"); code != exitUsage || !strings.Contains(complaint, "2025-07-22T10:00Z") {
		t.Errorf("exit %d, %q", code, complaint)
	}
	s.write("queries.jsonl", `{"q":"ferry adrift"}`)
	if out := s.must("search", "--queries", "queries.jsonl", "--as-of", then); !strings.Contains(out, `["a1"`) {
		t.Errorf("queries as of then: %q", out)
	}
	s.must("desk", "kill", own, "--reason", "r", "--notice", "n", "--by", "rania")
	if out := s.must("search", "--as-of", then, "ferry"); strings.Contains(out, "Storm") {
		t.Errorf("a killed item is found in the past: %q", out)
	}
	s.must("desk", "erase", "--yes", string(hit.ID))
	if out := s.must("search", "--as-of", then, "ferry"); strings.Contains(out, "Ferry") {
		t.Errorf("an erased item is found in the past: %q", out)
	}
}

// What is wrong in one line of a list keeps no other out.
func TestImportOfAWornList(t *testing.T) {
	s := newShell(t)
	s.write("worn.opml", `<opml version="1.1"><body>
<outline text="Old" language="unknown" xmlUrl=" http://127.0.0.1:9/old
"/><outline text="Handed over" xmlUrl="feed://127.0.0.1:9/handed"/><outline text="Twice" xmlUrl="feed:https://127.0.0.1:9/twice"/>
<outline text="Files" xmlUrl="ftp://127.0.0.1/rss"/><outline text="Half" xmlUrl="/rss"/><outline text="Good" language="ar" xmlUrl="http://127.0.0.1:9/good"/>
</body></opml>`)
	out, complaint, code := s.run("sources", "import", "worn.opml")
	if code != exitUsage || !strings.Contains(out, "4 sources added, 0 there already") ||
		!strings.Contains(complaint, "Files: \"ftp:") || !strings.Contains(complaint, "Half: ") || !strings.Contains(complaint, "2 of 6") {
		t.Errorf("exit %d, %q, %q", code, out, complaint)
	}
	list := s.must("sources", "list")
	for _, feed := range []string{"http://127.0.0.1:9/old\n", "http://127.0.0.1:9/handed", "https://127.0.0.1:9/twice", "http://127.0.0.1:9/good"} {
		if !strings.Contains(list, feed) {
			t.Errorf("no %q in %s", feed, list)
		}
	}
	if _, complaint, code := s.run("sources", "import", "--zone", "Mars/Utopia", "worn.opml"); code != exitUsage || strings.Contains(complaint, "Good") {
		t.Errorf("a wrong flag: exit %d, %q", code, complaint)
	}
}

func TestSourcesRoundTrip(t *testing.T) {
	s := newShell(t)
	s.write("list.opml", `<?xml version="1.0"?><opml version="2.0" xmlns:x="urn:x"><head><title>L</title></head><body>
<outline text="Ports"><outline type="rss" text="Harbour Post" xmlUrl="http://127.0.0.1:9/rss" htmlUrl="http://127.0.0.1:9/" x:tone="dry"/></outline></body></opml>`)
	if out := s.must("sources", "import", "--allow-private", "--delay", "0", "--pages", "never", "list.opml"); !strings.Contains(out, "1 source added") {
		t.Fatal(out)
	}
	if out := s.must("sources", "import", "list.opml"); !strings.Contains(out, "0 sources added, 1 there already") {
		t.Fatal(out)
	}
	var source struct {
		ID, Folder, Pages, Usage string
		AllowPrivate             bool
		Delay                    time.Duration
	}
	find := func() {
		t.Helper()
		for line := range strings.Lines(s.must("sources", "list", "--json")) {
			if strings.Contains(line, "9/rss") {
				if err := json.Unmarshal([]byte(line), &source); err != nil {
					t.Fatal(err)
				}
				return
			}
		}
		t.Fatal("the source is not listed")
	}
	if find(); source.Folder != "Ports" || source.Pages != "never" || !source.AllowPrivate || source.Delay >= 0 {
		t.Errorf("imported %+v", source)
	}
	if _, complaint, code := s.run("sources", "set", source.ID, "--usage", "full"); code != exitUsage || !strings.Contains(complaint, "--reason") {
		t.Errorf("full use without a reason: exit %d, %q", code, complaint)
	}
	s.must("sources", "set", source.ID, "--usage", "full", "--reason", "contract of 2026", "--name-ar", "بريد الميناء")
	if find(); source.Usage != "full" || !source.AllowPrivate {
		t.Errorf("set %+v", source)
	}
	s.must("sources", "export", "out.opml")
	out, err := os.ReadFile(filepath.Join(s.dir, "out.opml"))
	if err != nil || !strings.Contains(string(out), `x:tone="dry"`) || !strings.Contains(string(out), `text="Ports"`) {
		t.Errorf("exported %s, %v", out, err)
	}
	s.must("sources", "remove", source.ID)
	if out := s.must("sources", "list"); strings.Contains(out, source.ID) {
		t.Errorf("removed, yet listed: %q", out)
	}
}

const article = `<!doctype html><html lang="en"><head><title>Ferry stops | Harbour Post</title></head><body><nav>Menu</nav><article><h1>Ferry stops</h1>
<p>MINA ZAYN, 21 November (Barid) — The ferry to Murjana stopped on Sunday for want of fuel, the port said, and nobody knew when it would sail.</p>
<p>It will sail again on Monday at the earliest, said the harbour master, who had come to the quay himself.</p></article></body></html>`

func TestRead(t *testing.T) {
	s := newShell(t)
	if err := os.Mkdir(filepath.Join(s.dir, "pages"), 0o700); err != nil {
		t.Fatal(err)
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := io.WriteString(w, article); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	s.write("pages/b.html.gz", z.String())
	s.write("pages/c.html.gz", z.String()[:z.Len()-9]) // cut off
	s.write("pages/a.html", article)
	s.write("pages/d.txt", "Ferry stops\n\n2026-11-21 10:00\n\n(QNA) The ferry to Murjana stopped on Sunday for want of fuel, the port said, and nobody knew when it would sail again.\n")
	s.write("pages/ignored.css", "x")
	var got []string
	for line := range strings.Lines(s.must("read", "pages")) {
		var l struct {
			ID, Headline, Credit, Direction string
			Byline                          []string
			Dateline                        struct{ Place string }
		}
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		if l.Byline == nil || l.ID == "d" && !strings.Contains(line, `"time":"2026-11-21T10:00:00"`) {
			t.Errorf("a list is null, or a time lost: %s", line)
		}
		got = append(got, fmt.Sprintf("%s %q %s %s", l.ID, l.Headline, l.Credit, l.Dateline.Place))
	}
	want := []string{`a "Ferry stops" Barid MINA ZAYN`, `b "Ferry stops" Barid MINA ZAYN`, `c "Ferry stops" Barid MINA ZAYN`, `d "Ferry stops" QNA `}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	s.in = article
	if out := s.must("read", "-"); !strings.Contains(out, `"id":"-"`) || !strings.Contains(out, `"place":"MINA ZAYN"`) {
		t.Errorf("standard input: %s", out)
	}
	s.in = "<title>Page not found</title><h1>404</h1>"
	if out := s.must("read", "-"); !strings.Contains(out, `"article":false,"page":"error","evidence":"its title says`) {
		t.Errorf("an error page: %s", out)
	}
}

// A server is `dateline serve` running in this process.
type server struct {
	base string
	stop func()
}

// lockedBuffer is written by a server and read by the test.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// serve serves the folder; flags stand before the command.
func (s *shell) serve(flags ...string) *server {
	s.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	logs := &lockedBuffer{}
	env := &Env{
		Context: ctx, Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: logs,
		Getenv: func(string) string { return "" }, Dir: s.dir,
	}
	done := make(chan int, 1)
	go func() { done <- run(env, append(flags, "--listen", "127.0.0.1:0", "serve")) }()
	var once sync.Once
	stop := func() {
		once.Do(func() {
			cancel()
			if code := <-done; code != exitOK {
				s.t.Errorf("serve ended with %d: %s", code, logs)
			}
		})
	}
	s.t.Cleanup(stop)
	listening := regexp.MustCompile(`listen=(\S+)`)
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if m := listening.FindStringSubmatch(logs.String()); m != nil {
			return &server{base: "http://" + m[1], stop: stop}
		}
	}
	s.t.Fatalf("the server does not start: %s", logs)
	return nil
}

func (srv *server) get(t *testing.T, path string) (int, string) {
	t.Helper()
	resp, err := http.Get(srv.base + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// eventually waits until a page holds, or holds no more, what is asked for.
func (srv *server) eventually(t *testing.T, path, want string, there bool) time.Duration {
	t.Helper()
	begin := time.Now()
	for time.Since(begin) < 20*time.Second {
		if _, body := srv.get(t, path); strings.Contains(body, want) == there {
			return time.Since(begin)
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s: %q there is not %v", path, want, there)
	return 0
}

func TestCommandsGoThroughTheRunningServer(t *testing.T) {
	s := newShell(t)
	srv := s.serve()
	srv.eventually(t, "/readyz", "ready", true)
	for _, path := range []string{"/en/", "/ar/", "/healthz", "/readyz", "/metrics"} {
		if code, body := srv.get(t, path); code != http.StatusOK {
			t.Errorf("%s: %d %s", path, code, body)
		}
	}
	id := strings.TrimSpace(s.must("desk", "file", "--headline", "Port authority reopens all berths", "--urgency", "1", "--by", "rania"))
	took := srv.eventually(t, "/en/", "Port authority reopens all berths", true)
	t.Logf("a flash took %v to the front page", took)
	ar := strings.TrimSpace(s.must("desk", "file", "--headline", "سلطة الميناء: إعادة فتح الأرصفة", "--text", "فقرة.", "--by", "rania"))
	srv.eventually(t, "/ar/", "إعادة فتح الأرصفة", true)
	if id == ar {
		t.Error("two items have one id")
	}
	s.must("desk", "kill", id, "--reason", "wrong", "--notice", "Filed in error.")
	srv.eventually(t, "/en/", "Port authority reopens", false)
	if code, body := srv.get(t, "/en/item/"+id); code != http.StatusGone || strings.Contains(body, "reopens") || !strings.Contains(body, "Filed in error.") {
		t.Errorf("killed: %d %s", code, body)
	}
	link := strings.TrimSpace(s.must("desk", "link"))
	if !strings.HasPrefix(link, srv.base+"/desk/enter?token=") {
		t.Errorf("link %q", link)
	}
	if _, complaint, code := s.run("serve"); code != exitUnavailable || !strings.Contains(complaint, "server runs already") {
		t.Errorf("a second server: exit %d, %q", code, complaint)
	}
	if _, body := srv.get(t, "/metrics"); !strings.Contains(body, "dateline_items_kept_total") {
		t.Error("the kept items are not counted")
	}
	srv.stop()
	if out := s.must("desk", "list"); !strings.Contains(out, ar) {
		t.Errorf("after the server stopped: %q", out)
	}
}

func TestSocketPathIsShort(t *testing.T) {
	deep := "/" + strings.Repeat("deep/", 40)
	if p := socketPath(deep); len(p) > 107 {
		t.Errorf("%d bytes: %s", len(p), p)
	}
	if socketPath(deep) == socketPath(deep+"er") {
		t.Error("two folders share a socket")
	}
}

// A server that was killed leaves leases behind; the next one polls at once.
func TestRestartedServerPollsWhatTheKilledOneHeld(t *testing.T) {
	var polls atomic.Int64
	feed := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/rss" {
			polls.Add(1)
		}
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Post</title><item><guid>1</guid><title>Ferry stops</title><description>The ferry stopped.</description></item></channel></rss>`)
	}))
	defer feed.Close()
	s := newShell(t)
	s.must("sources", "add", feed.URL+"/rss", "--id", "post", "--allow-private", "--delay", "0", "--pages", "never")
	ctx := context.Background()
	cfg := config.Default()
	cfg.Data = filepath.Join(s.dir, ".dateline")
	app, err := Open(ctx, cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	err = app.Store.Update(ctx, func(tx dateline.Tx) error {
		leased, err := tx.LeaseSources(ctx, time.Now(), time.Now().Add(time.Hour), 10)
		if err == nil && len(leased) != 1 {
			err = fmt.Errorf("leased %d sources", len(leased))
		}
		return err
	})
	if err := errors.Join(err, app.Close()); err != nil {
		t.Fatal(err)
	}
	before := polls.Load()
	srv := s.serve()
	srv.eventually(t, "/en/", "Ferry stops", true)
	if polls.Load() == before {
		t.Error("the feed was not polled")
	}
	s.must("sources", "set", "post", "--feed", feed.URL+"/gone", "--no-allow-private")
	s.must("poll", "--all")
	srv.eventually(t, "/metrics", `dateline_copy_errors_total{kind="`, true)
	if out := s.must("sources", "list"); !strings.Contains(out, "failed 1 time:") {
		t.Errorf("health: %q", out)
	}
}
