package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// BenchmarkCachedAgainstPlain asks by turns for a cached item page and for the
// same bytes from a plain handler, so that whatever else the machine does meets
// both alike. "of-plain" must be at least 0.5.
func BenchmarkCachedAgainstPlain(b *testing.B) {
	w := newWorld(b)
	path := w.path("en", "talks")
	body := []byte(w.page(path))
	cached := newAsker(b, w.site, path)
	plain := newAsker(b, http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		rw.Write(body) //nolint:errcheck
	}), path)
	var ours, theirs time.Duration
	for b.Loop() {
		theirs += plain.ask(b)
		ours += cached.ask(b)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "of-plain")
}

// An asker asks one address over a real connection, again and again.
type asker struct {
	client *http.Client
	url    string
}

func newAsker(b *testing.B, h http.Handler, path string) asker {
	server := httptest.NewServer(h)
	b.Cleanup(server.Close)
	client := server.Client()
	client.Transport.(*http.Transport).DisableCompression = true
	return asker{client, server.URL + path}
}

func (a asker) ask(b *testing.B) time.Duration {
	began := time.Now()
	answer, err := a.client.Get(a.url)
	if err != nil {
		b.Fatal(err)
	}
	io.Copy(io.Discard, answer.Body) //nolint:errcheck
	answer.Body.Close()
	return time.Since(began)
}

// BenchmarkRenderedItem is what the cache saves.
func BenchmarkRenderedItem(b *testing.B) {
	w := newWorld(b)
	r := httptest.NewRequest(http.MethodGet, w.path("en", "talks"), nil)
	b.ReportAllocs()
	for b.Loop() {
		w.site.pages.Drop(itemTag(idOf("talks")))
		w.site.ServeHTTP(httptest.NewRecorder(), r)
	}
}

// BenchmarkCachedAlone leaves the network out.
func BenchmarkCachedAlone(b *testing.B) {
	w := newWorld(b)
	path := w.path("en", "talks")
	w.page(path)
	r := httptest.NewRequest(http.MethodGet, path, nil)
	b.ReportAllocs()
	for b.Loop() {
		w.site.ServeHTTP(httptest.NewRecorder(), r)
	}
}
