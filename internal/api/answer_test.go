package api

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestConditionalRequests(t *testing.T) {
	p := newPress(t)
	p.file(p.item("one"))
	p.now = p.now.Add(time.Minute)
	first := p.ask("GET", "/en/feed.rss")
	etag, modified := first.Header().Get("ETag"), first.Header().Get("Last-Modified")
	if etag == "" || modified == "" {
		t.Fatalf("validators %q, %q", etag, modified)
	}
	tests := map[string]struct {
		headers []string
		status  int
	}{
		"nothing":        {nil, http.StatusOK},
		"tag":            {[]string{"If-None-Match", etag}, http.StatusNotModified},
		"weak tag":       {[]string{"If-None-Match", `"x", W/` + etag}, http.StatusNotModified},
		"other tag":      {[]string{"If-None-Match", `"x"`}, http.StatusOK},
		"time":           {[]string{"If-Modified-Since", modified}, http.StatusNotModified},
		"other time":     {[]string{"If-Modified-Since", "Mon, 02 Jan 2006 15:04:05 GMT"}, http.StatusOK},
		"tag beats time": {[]string{"If-None-Match", `"x"`, "If-Modified-Since", modified}, http.StatusOK},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := p.ask("GET", "/en/feed.rss", tt.headers...)
			if w.Code != tt.status {
				t.Fatalf("status %d, want %d", w.Code, tt.status)
			}
			if empty := w.Body.Len() == 0; empty != (tt.status == http.StatusNotModified) {
				t.Errorf("%d bytes with status %d", w.Body.Len(), w.Code)
			}
			if w.Header().Get("ETag") != etag {
				t.Errorf("the tag is not repeated: %v", w.Header())
			}
		})
	}
	p.now = p.now.Add(time.Minute)
	p.file(p.item("two"))
	p.now = p.now.Add(time.Minute)
	if w := p.ask("GET", "/en/feed.rss", "If-None-Match", etag); w.Code != http.StatusOK {
		t.Errorf("after a change the old tag gives %d", w.Code)
	}
	if w := p.ask("GET", "/en/feed.rss", "If-Modified-Since", modified); w.Code != http.StatusOK {
		t.Errorf("after a change the old time gives %d", w.Code)
	}
}

func TestNoTimeWhileItsSecondRuns(t *testing.T) {
	p := newPress(t)
	p.file(p.item("one"))
	if got := p.ask("GET", "/en/feed.rss").Header().Get("Last-Modified"); got != "" {
		t.Errorf("Last-Modified %q, though more may change within it", got)
	}
}

func TestHeadAndGzip(t *testing.T) {
	p := newPress(t)
	p.file(p.item("one"))
	plain := p.get("/en/feed.atom")
	if w := p.ask("HEAD", "/en/feed.atom"); w.Code != http.StatusOK || w.Body.Len() != 0 || w.Header().Get("Content-Length") == "" {
		t.Errorf("HEAD: status %d, %d bytes, headers %v", w.Code, w.Body.Len(), w.Header())
	}
	w := p.ask("GET", "/en/feed.atom", "Accept-Encoding", "gzip")
	if w.Header().Get("Content-Encoding") != "gzip" || !strings.Contains(w.Header().Get("Vary"), "Accept-Encoding") {
		t.Fatalf("headers %v", w.Header())
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(z); err != nil || string(got) != plain {
		t.Errorf("unpacked it is another feed (%v)", err)
	}
}

func TestAnswersAreKeptUntilSomethingChanges(t *testing.T) {
	p := newPress(t)
	p.file(p.item("one"))
	for _, path := range everyPath(p) {
		first := p.get(path)
		before := p.store.views.Load()
		if again := p.get(path); again != first || p.store.views.Load() != before {
			t.Errorf("%s was made twice for one state of the wire", path)
		}
	}
	p.get("/en/feed.rss?utm_source=x")
	before := p.store.views.Load()
	if got := p.get("/en/feed.rss?utm_source=spam&q=spam"); p.store.views.Load() != before || strings.Contains(got, "spam") {
		t.Error("parameters that do not count make a feed of their own")
	}
	p.file(p.item("two"))
	if got := headlines(p.feed("/en/feed.rss")); !strings.Contains(got, "Ferry two") {
		t.Errorf("after a change the feed still has %q", got)
	}
}

func TestSitemapsWaitForNewItemsButNotForKills(t *testing.T) {
	p := newPress(t)
	one, two := p.item("one"), p.item("two")
	path := sitemapPath(dayOf(p.now), 1)
	p.file(one)
	p.get(path)
	p.file(two)
	if strings.Contains(p.get(path), "ferry-two") {
		t.Error("a sitemap is made again for every item")
	}
	p.now = p.now.Add(slowness)
	if !strings.Contains(p.get(path), "ferry-two") {
		t.Error("a sitemap is never made again")
	}
	p.decide(dateline.Decision{Item: two.ID, Kind: dateline.Kill})
	if strings.Contains(p.get(path), "ferry-two") {
		t.Error("a killed item stays in the sitemap")
	}
	p.decide(dateline.Decision{Item: one.ID, Kind: dateline.Embargo, Until: p.now.Add(time.Hour)})
	if w := p.ask("GET", path); strings.Contains(w.Body.String(), "ferry-one") {
		t.Error("an item stays in the sitemap after an embargo was put on it")
	}
}

func TestWhatIsNotForMachinesGoesOn(t *testing.T) {
	p := newPress(t)
	for _, path := range []string{"/", "/en/", "/en/feed", "/fr/feed.rss", "/desk", "/sitemap-x.txt", "/favicon.ico", "/en/item/x"} {
		if w := p.ask("GET", path); w.Code != http.StatusTeapot {
			t.Errorf("%s: status %d, want that of the site", path, w.Code)
		}
	}
}

// Whatever stands at an address, and whether anything does, it is not written to.
func TestNothingIsWrittenHere(t *testing.T) {
	p := newPress(t)
	for _, path := range []string{"/", "/en/", "/en/feed.rss", "/sitemap.xml", "/en/item/x", "/nowhere"} {
		for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "TRACE", "SPEAK"} {
			if w := p.ask(method, path); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
				t.Errorf("%s %s: status %d, allowed %q", method, path, w.Code, w.Header().Get("Allow"))
			}
		}
		if w := p.ask("OPTIONS", path); w.Code != http.StatusNoContent || w.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
			t.Errorf("OPTIONS %s: status %d", path, w.Code)
		}
	}
}

func TestErrorsTellTheirKindAlone(t *testing.T) {
	tests := map[string]struct {
		err    error
		status int
		told   string
	}{
		"not found":   {dateline.ErrNotFound, 404, "not found"},
		"gone":        {dateline.ErrGone, 410, "withdrawn"},
		"invalid":     {dateline.ErrInvalid, 400, "secret: invalid"},
		"forbidden":   {dateline.ErrForbidden, 403, "forbidden"},
		"unavailable": {dateline.ErrUnavailable, 503, "try again later"},
		"too slow":    {context.DeadlineExceeded, 503, "try again later"},
		"unknown":     {errors.New("disk on fire"), 500, "something failed here; it has been noted"},
	}
	p := newPress(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := tt.err
			dateline.Wrap(&err, "secret")
			h := p.api.kept(func(*http.Request) (answer, error) { return answer{}, err })
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
			if w.Code != tt.status || strings.TrimSpace(w.Body.String()) != tt.told {
				t.Errorf("%d %q, want %d %q", w.Code, w.Body, tt.status, tt.told)
			}
			if w.Header().Get("Cache-Control") != "no-store" {
				t.Error("an error may be kept by caches")
			}
		})
	}
}
