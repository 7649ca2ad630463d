package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// TestCommandAt: a command stands behind the flags that hold for all of them,
// however these are written.
func TestCommandAt(t *testing.T) {
	for line, want := range map[string]int{
		"":                                      0,
		"serve":                                 0,
		"--data d serve":                        2,
		"--data=d serve":                        1,
		"--data d --listen :1 --store=s search": 5,
		"--help serve":                          1,
		"-h":                                    1,
		"--data":                                1,
		"desk list --limit 3":                   0,
	} {
		if got := commandAt(strings.Fields(line)); got != want {
			t.Errorf("%q: %d, want %d", line, got, want)
		}
	}
}

// TestWordsBehindFlags: what a search leaves out is taken for words, be it that
// flags stand before the command.
func TestWordsBehindFlags(t *testing.T) {
	for line, want := range map[string]string{
		"search a -b":                    "search|a| -b",
		"--data d search -b --limit 3":   "--data|d|search| -b|--limit|3",
		"--data=d search -source:own -h": "--data=d|search| -source:own|-h",
		"search -- -b":                   "search|--|-b",
		"desk list -b":                   "desk|list|-b",
		"--data search desk list -b":     "--data|search|desk|list|-b",
	} {
		args := strings.Fields(line)
		if got := strings.Join(asWords(slices.Clone(args)), "|"); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// TestInputGoesThroughTheServer: what a command reads from standard input reaches
// it in the server as well, instead of an item without a text.
func TestInputGoesThroughTheServer(t *testing.T) {
	s := newShell(t)
	s.serve()
	s.in = "The ferry to Murjana stopped on Sunday.\n\nIt sails on Monday.\n"
	for _, flag := range [][]string{{"--text", "-"}, {"--text=-"}} {
		id := strings.TrimSpace(s.must(append([]string{"desk", "file", "--headline", "Ferry stops " + flag[0]}, flag...)...))
		if out := s.must("search", "--json", "Murjana"); !strings.Contains(out, id) {
			t.Errorf("%v: the text of %s is not found: %q", flag, id, out)
		}
	}
	s.in = `<opml version="2.0"><body><outline text="Post" xmlUrl="http://127.0.0.1:9/rss"/></body></opml>`
	if out := s.must("sources", "import", "-"); !strings.Contains(out, "1 source added") {
		t.Errorf("a list: %q", out)
	}
	s.in = `{"q":"Murjana"}` + "\n"
	if out := s.must("search", "--queries", "-"); !strings.Contains(out, `"q":"Murjana"`) {
		t.Errorf("queries: %q", out)
	}
	s.in = strings.Repeat("x", maxInput+1)
	if _, complaint, code := s.run("desk", "file", "--headline", "Vast", "--text", "-"); code == exitOK || !strings.Contains(complaint, "16 MB") {
		t.Errorf("more than there is room for: exit %d, %q", code, complaint)
	}
}

// TestSecondServer: the server that runs is not asked to serve once more, wherever
// its flags stand.
func TestSecondServer(t *testing.T) {
	s := newShell(t)
	srv := s.serve()
	srv.eventually(t, "/readyz", "ready", true)
	data := filepath.Join(s.dir, ".dateline")
	for _, args := range [][]string{
		{"serve"}, {"--listen", "127.0.0.1:0", "serve"}, {"--data", data, "--listen=127.0.0.1:0", "serve"}, {"--data", data, "demo"},
	} {
		_, complaint, code := s.run(args...)
		if code != exitUnavailable || !strings.Contains(complaint, "a server runs already") {
			t.Errorf("%v: exit %d, %q", args, code, complaint)
		}
	}
}

// TestLimits: no number that a flag takes is too much for what it counts.
func TestLimits(t *testing.T) {
	s := newShell(t)
	s.must("desk", "file", "--headline", "Ferry stops", "--text", "It stopped.")
	for _, n := range []string{"1", "2147483648", "9223372036854775808", "18446744073709551615"} {
		for _, args := range [][]string{{"desk", "list", "--limit", n}, {"search", "--limit", n, "ferry"}, {"search", "--newest", "--limit", n, "ferry"}, {"search", "--limit", n, "said:nobody"}} {
			out, complaint, code := s.run(args...)
			if code != exitOK || strings.Contains(args[len(args)-1], "ferry") != strings.Contains(out, "Ferry stops") && args[0] != "desk" {
				t.Errorf("%v: exit %d, %q, %q", args, code, out, complaint)
			}
		}
	}
}

// TestSourceIDs: an id is a part of addresses, so one that cannot be is refused
// with what it may be made of.
func TestSourceIDs(t *testing.T) {
	s := newShell(t)
	s.write("page.txt", "Ferry stops\n\nThe ferry to Murjana stopped on Sunday.\n")
	for _, id := range []string{"Harbour Post", "a/b", "../x", "بريد", "Post", "-post", "post-", "a\x00b", strings.Repeat("a", 61)} {
		for _, args := range [][]string{{"take", "--source=" + id, "page.txt"}, {"sources", "add", "http://127.0.0.1:9/rss", "--allow-private", "--id=" + id}} {
			if _, complaint, code := s.run(args...); code != exitUsage || !strings.Contains(complaint, "lower-case letters") {
				t.Errorf("%s with %q: exit %d, %q", args[0], id, code, complaint)
			}
		}
	}
	for _, id := range []string{"a", "harbour-post-2", strings.Repeat("a", 60)} {
		s.must("take", "--source="+id, "page.txt")
	}
}

// TestNoCopyIsOurs: whatever copy calls its source, it is not the publication's own,
// whose items go out in full. Only a person may file there, by name.
func TestNoCopyIsOurs(t *testing.T) {
	s := newShell(t)
	press := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Own</title><item><guid>1</guid><title>Bridge opens</title><description>The bridge opened.</description></item></channel></rss>`)
	}))
	defer press.Close()
	s.write("items.jsonl", `{"id":"x1","title":"Ferry stops","text":"The ferry to Murjana stopped.","source":"Own"}`+"\n"+
		`{"id":"x2","title":"Ferry sails","text":"The ferry to Murjana sailed.","source":" OWN! "}`+"\n")
	s.write("list.opml", `<opml version="2.0"><body><outline text="own" xmlUrl="`+press.URL+`/rss"/><outline text="Own" xmlUrl="http://own/rss"/></body></opml>`)
	s.must("take", "items.jsonl")
	s.must("sources", "import", "--allow-private", "list.opml")
	for _, l := range jsonLines[listed](t, s.must("desk", "list", "--json")) {
		if l.Source == string(dateline.OwnSource) {
			t.Errorf("%q is taken for our own", l.Headline)
		}
	}
	s.must("take", "--source", "own", "items.jsonl")
	if out := s.must("desk", "list", "--source", "own"); strings.Count(out, "\n") != 2 {
		t.Errorf("a person filed two there: %q", out)
	}
}

// TestListsGrantNothing: full use needs a person here, whatever a list says and
// whoever it says allowed it; a list of one's own is taken over when one says so.
func TestListsGrantNothing(t *testing.T) {
	usages := func(s *shell) (all []string) {
		for _, l := range jsonLines[struct{ ID, Usage, UsageReason string }](t, s.must("sources", "list", "--json")) {
			if l.ID != "own" {
				all = append(all, l.ID+" "+l.Usage+" "+l.UsageReason)
			}
		}
		return all
	}
	const list = `<opml version="2.0" xmlns:dateline="urn:dateline:source"><body>
<outline text="A" xmlUrl="http://127.0.0.1:9/a" dateline:id="a" dateline:usage="full" dateline:usageReason="contract 7"/>
<outline text="B" xmlUrl="http://127.0.0.1:9/b" dateline:id="b" dateline:usage="link"/></body></opml>`
	for _, c := range []struct {
		flags []string
		want  string
		told  bool
	}{
		{nil, "[a   b link ]", true},
		{[]string{"--ours"}, "[a full contract 7 b link ]", false},
		{[]string{"--usage", "full", "--reason", "letter of May"}, "[a full letter of May b full letter of May]", false},
		{[]string{"--usage", "desk"}, "[a desk  b desk ]", false},
	} {
		s := newShell(t)
		s.write("list.opml", list)
		out := s.must(append([]string{"sources", "import", "list.opml"}, c.flags...)...)
		if got := fmt.Sprint(usages(s)); got != c.want || strings.Contains(out, "--ours") != c.told {
			t.Errorf("%v: %s, want %s; it says %q", c.flags, got, c.want, out)
		}
	}
}

// TestTakeSaysWhatFailed: of several each failure has its line, and the rest is taken in.
func TestTakeSaysWhatFailed(t *testing.T) {
	s := newShell(t)
	s.write("page.txt", "Ferry stops\n\nThe ferry to Murjana stopped on Sunday.\n")
	out, complaint, code := s.run("take", "none.xml", "page.txt", "none.html")
	if code != exitUsage || !strings.Contains(out, "1 item kept") || strings.Count(complaint, "\n") != 3 ||
		!strings.Contains(complaint, "none.xml") || !strings.Contains(complaint, "none.html") || !strings.Contains(complaint, "2 of 3 could not be taken in") {
		t.Errorf("exit %d, %q, %q", code, out, complaint)
	}
}

// TestMovedFeedIsAskedAnew: what the old address said of its age is not told the
// new one, which may be older and would answer that nothing has changed.
func TestMovedFeedIsAskedAnew(t *testing.T) {
	asked := map[string][]string{}
	press := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		asked[r.URL.Path] = append(asked[r.URL.Path], r.Header.Get("If-Modified-Since")+r.Header.Get("If-None-Match"))
		w.Header().Set("Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT")
		w.Header().Set("ETag", `"1"`)
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>Post</title><item><guid>%s</guid><title>Ferry stops</title><description>It stopped.</description></item></channel></rss>`, r.URL.Path)
	}))
	defer press.Close()
	s := newShell(t)
	s.must("sources", "add", press.URL+"/old", "--id", "post", "--allow-private", "--delay", "0", "--pages", "never")
	s.must("poll", "--all")
	s.must("sources", "set", "post", "--name", "The Post")
	s.must("poll", "--all")
	if last := asked["/old"][len(asked["/old"])-1]; last == "" {
		t.Errorf("a new name alone: the feed was asked without conditions: %q", asked["/old"])
	}
	if _, complaint, code := s.run("sources", "set", "post", "--feed", "nowhere"); code != exitUsage || !strings.Contains(complaint, "http://") {
		t.Errorf("moved nowhere: exit %d, %q", code, complaint)
	}
	s.must("sources", "set", "post", "--feed", press.URL+"/new")
	s.must("poll", "--all")
	if got := asked["/new"]; len(got) != 1 || got[0] != "" {
		t.Errorf("the new address was asked with %q", got)
	}
	var source struct {
		ID   string
		Poll struct{ Seen, Failures int }
	}
	for line := range strings.Lines(s.must("sources", "list", "--json")) {
		if err := json.Unmarshal([]byte(line), &source); err != nil {
			t.Fatal(err)
		}
		if source.ID == "post" && source.Poll.Seen != 2 {
			t.Errorf("what was seen before the move is forgotten: %+v", source)
		}
	}
}

// TestTakeWhatWasRead: a page by way of its line is the item that it is by itself,
// also where a server takes it in.
func TestTakeWhatWasRead(t *testing.T) {
	s := newShell(t)
	s.write("ferry.html", `<html lang="en"><head><link rel="canonical" href="https://post.example/ferry"><meta name="description" content="Nobody knows when it sails again.">
<meta property="article:modified_time" content="2026-11-21T12:00:00Z"><meta name="keywords" content="ferries, storms"></head><body><h1>Ferry stops</h1><article>
<p>MINA ZAYN (Barid) - The ferry to Murjana stopped on Sunday, and all who had tickets were sent home by the harbour office.</p>
<ul><li>Tickets are good until the end of the month</li><li>The night boat sails as it did before the storm</li></ul>
<p>The harbour office said that it would look at the engine again on Monday, and that nobody had been hurt.</p></article></body></html>`)
	line := s.must("read", "--blocks", "ferry.html")
	take := func(want string, args ...string) {
		t.Helper()
		s.in = line
		if out := s.must(append([]string{"take", "--source", "post"}, args...)...); !strings.Contains(out, want) {
			t.Errorf("take %v: %s, want %s", args, out, want)
		}
	}
	take("1 item kept", "-")
	take("0 items kept, 0 new versions, 1 unchanged", "ferry.html")
	s.serve()
	take("0 items kept, 0 new versions, 1 unchanged", "-")
}
