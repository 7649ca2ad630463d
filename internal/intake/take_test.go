package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
)

func write(t *testing.T, name, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTakeFiles(t *testing.T) {
	b := newBench(t)
	lines := `{"id":"a1","lang":"en","title":"Port opens","text":"It opened.","published":"2025-07-22T05:29:53+03:00","source":"Harbour Wire"}
{"id":7,"title":"بدء العمل في الميناء","text":"بدأ العمل في الميناء يوم الخميس.","source":"وكالة مرسى"}

not json
{"id":"a3","title":"No source","text":"Text."}`
	path := write(t, "items.jsonl", lines)
	got, err := b.in.Take(t.Context(), path, TakeOptions{})
	if err != nil || got.Kept != 3 || len(got.Refused) != 1 || !strings.Contains(got.Refused[0], "line 4") {
		t.Fatalf("%v %+v", err, got)
	}
	if it := b.item("harbour-wire", "a1"); it.Headline != "Port opens" || it.Published.Text() != "2025-07-22T05:29:53+03:00" {
		t.Errorf("%+v", it)
	}
	if s := b.source("harbour-wire"); s.Name != "Harbour Wire" || s.Usage != "" || s.Feed != "" {
		t.Errorf("%+v", s)
	}
	if it := b.item(nameID("وكالة مرسى"), "7"); it.Language != "ar" || it.Direction != dateline.RightToLeft {
		t.Errorf("%+v", it)
	}
	b.item(FilesSource, "a3")
	if got, err := b.in.Take(t.Context(), path, TakeOptions{}); err != nil || got.Kept != 0 || got.Unchanged != 3 {
		t.Errorf("again: %v %+v", err, got)
	}
	for name, body := range map[string]string{
		"a.txt":  "Port opens again\n\n" + long("text"),
		"a.html": article("Port opens thrice", "page"),
		"a.xml":  rss([4]string{"Port opens", "g9", "https://h.example/9", long("x")}),
		"a.json": `{"version":"https://jsonfeed.org/version/1","items":[{"id":"j","title":"Port","content_text":"x"}]}`,
	} {
		if got, err := b.in.Take(t.Context(), write(t, name, body), TakeOptions{Source: "mine"}); err != nil || got.Kept != 1 {
			t.Errorf("%s: %v %+v", name, err, got)
		}
	}
	b.item("mine", "g9")
	for name, body := range map[string]string{"x.xml": "<a>", "x.json": `{"a":1}`, "x.txt": "", "x.jsonl.gz": "no gzip"} {
		if _, err := b.in.Take(t.Context(), write(t, name, body), TakeOptions{}); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.in.Take(t.Context(), "/nowhere/at.all", TakeOptions{}); !errors.Is(err, dateline.ErrNotFound) {
		t.Error(err)
	}
}

// TestTakeNoArticle: a person who takes in a page by hand is told why it is none.
func TestTakeNoArticle(t *testing.T) {
	b := newBench(t)
	got, err := b.in.Take(t.Context(), write(t, "gone.html", "<title>Page not found</title><h1>404</h1>"), TakeOptions{})
	if !errors.Is(err, dateline.ErrInvalid) || got.Kept != 0 || !strings.Contains(err.Error(), "no article but an error") {
		t.Errorf("%+v, %v", got, err)
	}
}

// A line that is too long keeps no other out, and what came before a file breaks
// off is kept.
func TestTakeDamagedLines(t *testing.T) {
	b := newBench(t)
	line := func(id, text string) string {
		return `{"id":"` + id + `","title":"Port ` + id + `","text":"` + text + `"}` + "\n"
	}
	path := write(t, "long.jsonl", line("a", "x")+line("b", strings.Repeat("x", maxLine))+"\n"+strings.TrimSpace(line("c", "x")))
	got, err := b.in.Take(t.Context(), path, TakeOptions{})
	if err != nil || got.Kept != 2 || len(got.Refused) != 1 || got.Refused[0] != "line 2: it is larger than 8 MB: too large" {
		t.Errorf("a long line: %v %+v", err, got)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	for i := range 2000 {
		io.WriteString(z, line(fmt.Sprint("z", i), fmt.Sprint(i*i*7919)))
	}
	z.Close()
	path = write(t, "cut.jsonl.gz", packed.String()[:packed.Len()/2])
	got, err = b.in.Take(t.Context(), path, TakeOptions{})
	if !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), "breaks off after line") || got.Kept < 500 || got.Kept%chunk == 0 {
		t.Errorf("a file cut off: %v, %d kept", err, got.Kept)
	}
}

func TestTakeManyLines(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "many.jsonl.gz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	const n = 1000
	for i := range n {
		_, _ = z.Write([]byte(`{"id":` + strings.Repeat("1", 1+i%9) + string(rune('0'+i/9%10)) + `,"title":"` + strings.Repeat("n", 1+i) + `"}` + "\n"))
	}
	z.Close()
	f.Close()
	progress := 0
	got, err := b.in.Take(t.Context(), path, TakeOptions{Progress: func(Taken) { progress++ }})
	if err != nil || got.Kept+got.Versions+got.Unchanged != n || progress < n/chunk {
		t.Errorf("%v %+v, %d times told", err, got, progress)
	}
}

func TestTakeAddresses(t *testing.T) {
	b := newBench(t)
	b.web.put("/page", article("Port opens", "page"))
	b.web.put("/rss", rss([4]string{"One", "g1", "{}/1", long("x")}))
	b.add("harbour", "/rss")
	private := TakeOptions{AllowPrivate: true}
	if got, err := b.in.Take(t.Context(), b.web.URL+"/rss", private); err != nil || got.Kept != 1 {
		t.Errorf("%v %+v", err, got)
	}
	b.item("harbour", "g1") // filed under the source whose feed it is
	if got, err := b.in.Take(t.Context(), b.web.URL+"/page", private); err != nil || got.Kept != 1 {
		t.Errorf("%v %+v", err, got)
	}
	b.item(IDFor(b.web.URL), b.web.URL+"/page")
	if _, err := b.in.Take(t.Context(), b.web.URL+"/page", TakeOptions{}); !errors.Is(err, dateline.ErrForbidden) {
		t.Errorf("guard: %v", err)
	}
	if _, err := b.in.Take(t.Context(), b.web.URL+"/none", private); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

func TestDiscover(t *testing.T) {
	b := newBench(t)
	ours := dateline.Source{AllowPrivate: true, Delay: -1}
	feed := rss([4]string{"One", "g1", "{}/1", "x"})
	b.web.put("/rss", feed)
	b.web.put("/", `<!DOCTYPE html><link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/rss+xml" href="/dead"><a href="/other/feed">x</a>`)
	b.web.put("/links", `<!DOCTYPE html><p><a href="/rss">feed</a></p>`)
	for _, path := range []string{"/", "/rss", "/links"} {
		got, err := b.in.Discover(t.Context(), b.web.URL+path, ours)
		if err != nil || len(got) != 1 || got[0].Feed != b.web.URL+"/rss" || got[0].Title != "Harbour Wire" || got[0].Entries != 1 || got[0].Language != "en" {
			t.Errorf("%s: %v %+v", path, err, got)
		}
	}
	got, err := b.in.Discover(t.Context(), b.web.URL+"/", ours)
	if err != nil {
		t.Fatal(err)
	}
	if s := got[0].Source(); s.Feed != b.web.URL+"/rss" || s.Name != "Harbour Wire" || s.Usage != "" {
		t.Errorf("%+v", s)
	}
	b.web.put("/named", `<rss><channel><title>A `+"\u202e"+`B&#x1b;[31m</title></channel></rss>`)
	if got, err := b.in.Discover(t.Context(), b.web.URL+"/named", ours); err != nil || got[0].Source().Name != "A B[31m" {
		t.Errorf("a name that turns terminals round: %v %+v", err, got)
	}
	b.web.handle("/short", status(http.StatusFound, "Location", "/rss"))
	b.web.put("/twice", `<!DOCTYPE html><link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/rss+xml" href="/short">`)
	if got, err := b.in.Discover(t.Context(), b.web.URL+"/twice", ours); err != nil || len(got) != 1 {
		t.Errorf("one feed under two addresses: %v %+v", err, got)
	}
	bare := newWeb(t)
	bare.put("/", "<!DOCTYPE html><p>nothing")
	bare.put("/feed.xml", feed)
	if got, err := b.in.Discover(context.Background(), bare.URL+"/", ours); err != nil || len(got) != 1 || got[0].Feed != bare.URL+"/feed.xml" {
		t.Errorf("usual paths: %v %+v", err, got)
	}
	empty := newWeb(t)
	if _, err := b.in.Discover(context.Background(), empty.URL, ours); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if _, err := b.in.Discover(context.Background(), empty.URL, dateline.Source{}); !errors.Is(err, dateline.ErrForbidden) {
		t.Errorf("%v", err)
	}
}

// A site in a folder has its feed there; what readers write about its items is
// not its news; and an address that only points elsewhere for now stays the address.
func TestDiscoverTheRightOne(t *testing.T) {
	b := newBench(t)
	ours := dateline.Source{AllowPrivate: true, Delay: -1}
	feed := rss([4]string{"One", "g1", "{}/1", "x"})
	for _, path := range []string{"/blog/feed", "/news/comments/feed", "/news/feed", "/there", "/rss.xml"} {
		b.web.put(path, feed)
	}
	b.web.put("/blog", "<!DOCTYPE html><p>nothing")
	b.web.put("/blog/about.html", "<!DOCTYPE html><p>nothing")
	b.web.put("/bare/", "<!DOCTYPE html><p>nothing")
	b.web.put("/news", `<!DOCTYPE html><link rel="alternate" type="application/rss+xml" title="Comments" href="/news/comments/feed"><link rel="alternate" type="application/rss+xml" href="/news/feed">`)
	b.web.handle("/now", status(http.StatusFound, "Location", "/there"))
	b.web.handle("/moved", status(http.StatusMovedPermanently, "Location", "/there"))
	for path, want := range map[string]string{
		"/blog": "/blog/feed", "/blog/about.html": "/blog/feed", "/bare/": "/rss.xml", "/news": "/news/feed", "/now": "/now", "/moved": "/there",
	} {
		got, err := b.in.Discover(t.Context(), b.web.URL+path, ours)
		if err != nil || got[0].Feed != b.web.URL+want {
			t.Errorf("%s: %v %+v, want %s", path, err, got, want)
		}
	}
	for address, want := range map[string]string{
		"https://h.example": "https://h.example/feed", "https://h.example/": "https://h.example/feed", "https://h.example/x.html": "https://h.example/feed",
		"https://h.example/مدونة/": "https://h.example/%D9%85%D8%AF%D9%88%D9%86%D8%A9/feed",
	} {
		if got := usualPlaces(address); got[0] != want || len(got) > tries {
			t.Errorf("%s: %q first of %d", address, got[0], len(got))
		}
	}
}

// TestDiscoverSaysWhy: who adds a feed that is broken is not told that the site
// names none.
func TestDiscoverSaysWhy(t *testing.T) {
	b := newBench(t)
	b.web.put("/cut.json", `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1`)
	b.web.put("/page", "<!DOCTYPE html><p>nothing")
	b.web.handle("/moves", status(http.StatusFound, "Location", "/moves"))
	for path, why := range map[string]string{
		"/cut.json": "is no feed (JSON broken at line 1", "/page": "/page names no feed", "/none": "is no feed (the server answers 404 Not Found)",
		"/moves": "redirects in a circle",
	} {
		_, err := b.in.Discover(t.Context(), b.web.URL+path, dateline.Source{AllowPrivate: true, Delay: -1})
		if err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v, want %q", path, err, why)
		}
	}
	if _, err := b.in.Discover(t.Context(), "ftp://wire.example/feed", dateline.Source{}); err == nil || !strings.Contains(err.Error(), "http://") {
		t.Errorf("an address that is none: %v", err)
	}
}

// TestTakeWhatIsPolled: taking in a feed by hand that is polled as well neither
// takes the text away that its pages gave, nor keeps a later poll from reading
// those of new entries.
func TestTakeWhatIsPolled(t *testing.T) {
	b := newBench(t)
	b.add("h", "/rss")
	b.web.put("/rss", rss([4]string{"One", "g1", "{}/1", "Short"}))
	b.web.put("/1", article("One", "first"))
	b.web.put("/2", article("Two", "second"))
	b.poll()
	take := func() Taken {
		got, err := b.in.Take(t.Context(), b.web.URL+"/rss", TakeOptions{AllowPrivate: true})
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := take(); got.Unchanged != 1 || got.Kept+got.Versions != 0 {
		t.Errorf("as it was: %+v", got)
	}
	b.web.put("/rss", rss([4]string{"Two", "g2", "{}/2", "Short"}, [4]string{"One more", "g1", "{}/1", "Short"}))
	if got := take(); got.Versions != 1 || got.Kept != 1 {
		t.Errorf("changed: %+v", got)
	}
	if it := b.item("h", "g1"); it.Headline != "One more" || !strings.Contains(it.Text(), "first council") {
		t.Errorf("the text is gone: %q", it.Text())
	}
	b.poll()
	if it := b.item("h", "g2"); !strings.Contains(it.Text(), "second council") {
		t.Errorf("the page was not read: %q", it.Text())
	}
}
