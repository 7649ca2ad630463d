package samplepress

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"dateline"
)

// A world is a press on a listener, with a clock that tests move.
type world struct {
	t     *testing.T
	press *Press
	start time.Time
	after atomic.Int64 // how long it has run
	base  string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, start: time.Date(2026, 11, 22, 14, 0, 0, 0, time.UTC)}
	server := httptest.NewUnstartedServer(nil)
	w.base = "http://" + server.Listener.Addr().String()
	var err error
	w.press, err = New(Config{Start: w.start, Base: w.base, Now: func() time.Time { return w.start.Add(time.Duration(w.after.Load())) }})
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = w.press.Handler()
	server.Start()
	t.Cleanup(server.Close)
	return w
}

func (w *world) at(d time.Duration) { w.after.Store(int64(d)) }

// get answers a path or address of the press.
func (w *world) get(url string, header ...string) (*http.Response, string) {
	w.t.Helper()
	if strings.HasPrefix(url, "/") {
		url = w.base + url
	}
	r, err := http.NewRequest("GET", url, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return resp, string(body)
}

func (w *world) feed(id dateline.SourceID) *gofeed.Feed {
	w.t.Helper()
	_, body := w.get("/" + string(id) + "/feed")
	f, err := gofeed.NewParser().ParseString(body)
	if err != nil {
		w.t.Fatalf("feed of %s: %v\n%s", id, err, body)
	}
	return f
}

// readable is the text of a page without what no reader sees.
func readable(page string) string {
	var out strings.Builder
	skip := ""
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return strings.Join(strings.Fields(out.String()), " ")
		case html.TextToken:
			if skip == "" {
				out.Write(z.Text())
				out.WriteByte(' ')
			}
		case html.StartTagToken, html.EndTagToken:
			name, _ := z.TagName()
			if n := string(name); n == "script" || n == "style" {
				skip = map[bool]string{true: n}[kind == html.StartTagToken]
			}
		}
	}
}

func TestEverySource(t *testing.T) {
	w := newWorld(t)
	w.at(time.Hour)
	kinds := map[dateline.SourceKind]bool{}
	usages := map[dateline.Usage]bool{}
	named := map[string]bool{} // in each language: a list must tell them apart
	for _, s := range w.press.Sources() {
		for language, name := range s.Names {
			if named[language+name] {
				t.Errorf("two sources are called %q", name)
			}
			named[language+name] = true
		}
		kinds[s.Kind], usages[s.Usage] = true, true
		if s.Usage == dateline.UsageFull && s.UsageReason == "" {
			t.Errorf("%s is full without a reason", s.ID)
		}
		if !s.AllowPrivate || s.Name == "" || s.Names["en"] == "" || s.Names["ar"] == "" {
			t.Errorf("source %+v lacks something", s)
		}
		resp, page := w.get(s.Site)
		if resp.StatusCode != 200 || !strings.Contains(page, s.Feed) {
			t.Errorf("%s: front page %s does not tell its feed", s.ID, resp.Status)
		}
		f := w.feed(s.ID)
		if len(f.Items) < 5 || f.Title != s.Name {
			t.Errorf("%s: feed %q of %d entries", s.ID, f.Title, len(f.Items))
		}
		for _, e := range f.Items {
			if resp, _ := w.get(e.Link); resp.StatusCode != 200 || e.GUID == "" || e.Title == "" {
				t.Errorf("%s: entry %q: %s %s", s.ID, e.Title, e.Link, resp.Status)
			}
			if !strings.Contains(page, e.Link) {
				t.Errorf("%s: the front page lacks %s", s.ID, e.Link)
			}
		}
	}
	for _, k := range dateline.SourceKinds() {
		if !kinds[k] {
			t.Errorf("no source is of kind %s", k)
		}
	}
	for _, u := range []dateline.Usage{dateline.UsageFull, dateline.UsageExcerpt, dateline.UsageLink} {
		if !usages[u] {
			t.Errorf("no source has usage %s", u)
		}
	}
}

// TestPages looks at every version of every item: its text, its dates and its
// translation are on its page, and nothing is left to fill in.
func TestPages(t *testing.T) {
	w := newWorld(t)
	for key, it := range w.press.items {
		for _, d := range it.versions {
			w.at(d.At)
			resp, page := w.get("/" + strings.Replace(key, "/", "/item/", 1))
			if resp.StatusCode != 200 {
				t.Fatalf("%s: %s", key, resp.Status)
			}
			shown := readable(page)
			for _, b := range append(d.text(), dateline.Block{Text: d.Headline}, dateline.Block{Text: d.Byline}) {
				for _, line := range strings.FieldsFunc(b.Plain(), func(r rune) bool { return r == '\n' || r == '\t' }) {
					if line = html.UnescapeString(line); !strings.Contains(html.UnescapeString(shown), strings.Join(strings.Fields(line), " ")) {
						t.Errorf("%s: its page lacks %q", key, line)
					}
				}
			}
			if strings.ContainsAny(shown, "{}") || strings.Contains(shown, "&lt;no value") {
				t.Errorf("%s: something is not filled in:\n%s", key, shown)
			}
			w.checkDates(key, it, d, page)
			if it.translation != nil && w.press.current(it.translation) != nil {
				link := fmt.Sprintf(`hreflang="%s" href="%s"`, it.translation.versions[0].Language, w.press.itemURL(it.translation))
				if !strings.Contains(page, link) {
					t.Errorf("%s: its page lacks %s", key, link)
				}
			}
		}
	}
}

func (w *world) checkDates(key string, it *item, d *dispatch, page string) {
	w.t.Helper()
	dating, err := it.source.dating(d)
	if err != nil {
		w.t.Fatal(err)
	}
	first := w.press.due(it.versions[0])
	for _, date := range []string{dating.shown(first), dating.machine(first)} {
		if !strings.Contains(html.UnescapeString(page), date) {
			w.t.Errorf("%s: its page lacks the date %q", key, date)
		}
	}
	if dating.shown(first) == "" && (d.Shown != shownNone || strings.Contains(readable(page), "2026,")) && strings.Contains(page, `<time`) {
		w.t.Errorf("%s: its page has a date", key)
	}
}

func TestNotModified(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/barid-en/feed", "/port/feed", "/tsna/feed", "/fanar/", "/courier/item/cumin-harvest", "/robots.txt"} {
		resp, body := w.get(path)
		if resp.StatusCode != 200 || body == "" || resp.Header.Get("ETag") == "" || resp.Header.Get("Last-Modified") == "" {
			t.Fatalf("%s: %s, %v", path, resp.Status, resp.Header)
		}
		if again, _ := w.get(path, "If-None-Match", resp.Header.Get("ETag")); again.StatusCode != 304 {
			t.Errorf("%s with its ETag: %s", path, again.Status)
		}
		if again, _ := w.get(path, "If-Modified-Since", resp.Header.Get("Last-Modified")); again.StatusCode != 304 {
			t.Errorf("%s with its date: %s", path, again.Status)
		}
	}
	resp, _ := w.get("/barid-en/feed")
	w.at(25 * time.Second)
	for name, value := range map[string]string{"If-None-Match": resp.Header.Get("ETag"), "If-Modified-Since": resp.Header.Get("Last-Modified")} {
		if again, _ := w.get("/barid-en/feed", name, value); again.StatusCode != 200 {
			t.Errorf("the feed after a flash, %s: %s", name, again.Status)
		}
	}
}

func TestNotFound(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/", "/nobody/feed", "/fanar/item/nothing", "/barid-en/item/accord-flash", "/fanar/else"} {
		if resp, _ := w.get(path); resp.StatusCode != 404 {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
}

func TestNewRefusesNoBase(t *testing.T) {
	if _, err := New(Config{}); err == nil {
		t.Error("a press without an address is made")
	}
}

// TestConcurrently: whoever asks at one time gets one answer.
func TestConcurrently(t *testing.T) {
	w := newWorld(t)
	const askers = 8
	answers := make(chan string, askers)
	for range askers {
		go func() {
			rec := httptest.NewRecorder()
			w.press.Handler().ServeHTTP(rec, httptest.NewRequest("GET", "/barid-ar/feed", nil))
			answers <- rec.Header().Get("ETag") + rec.Body.String()
		}()
	}
	first := <-answers
	for range askers - 1 {
		if a := <-answers; a != first {
			t.Error("two askers got two feeds")
		}
	}
}

func TestHeadAndRobots(t *testing.T) {
	w := newWorld(t)
	for path, kind := range map[string]string{
		"/robots.txt": "text/plain", "/barid-en/feed": "application/atom+xml", "/tsna/feed": "application/rss+xml",
		"/port/feed": "application/feed+json", "/port/": "text/html", "/port/item/small-craft": "text/html",
	} {
		resp, err := http.Head(w.base + path)
		if err != nil {
			t.Fatal(err)
		}
		if err := resp.Body.Close(); err != nil {
			t.Fatal(err)
		}
		if resp.StatusCode != 200 || resp.Header.Get("Content-Type") != kind+"; charset=utf-8" {
			t.Errorf("HEAD %s: %s %s", path, resp.Status, resp.Header.Get("Content-Type"))
		}
	}
	if _, robots := w.get("/robots.txt"); !strings.Contains(robots, "Disallow: /search") || strings.Contains(robots, "/item") {
		t.Errorf("robots.txt = %q", robots)
	}
}
