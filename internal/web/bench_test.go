package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// The two benchmarks serve the same bytes over a real connection: a cached item
// page must come to at least half of the plain handler.
func BenchmarkCachedItem(b *testing.B) {
	w := newWorld(b)
	path := w.path("en", "talks")
	w.page(path)
	benchmark(b, w.site, path)
}

func BenchmarkPlainHandler(b *testing.B) {
	w := newWorld(b)
	path := w.path("en", "talks")
	body := []byte(w.page(path))
	benchmark(b, http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		rw.Write(body) //nolint:errcheck
	}), path)
}

// BenchmarkRenderedItem is what the cache saves.
func BenchmarkRenderedItem(b *testing.B) {
	w := newWorld(b)
	path := w.path("en", "talks")
	benchmark(b, http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.site.pages.Drop(itemTag(idOf("talks")))
		w.site.ServeHTTP(rw, r)
	}), path)
}

func benchmark(b *testing.B, h http.Handler, path string) {
	server := httptest.NewServer(h)
	defer server.Close()
	client := server.Client()
	client.Transport.(*http.Transport).MaxIdleConnsPerHost = 64
	client.Transport.(*http.Transport).DisableCompression = true
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			answer, err := client.Get(server.URL + path)
			if err != nil {
				b.Error(err)
				return
			}
			io.Copy(io.Discard, answer.Body) //nolint:errcheck
			answer.Body.Close()
		}
	})
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
