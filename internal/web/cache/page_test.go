package cache

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func ask(p *Page, method string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/", nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w
}

func TestServe(t *testing.T) {
	text := strings.Repeat("Marsa مرسى ", 100)
	p := NewPage(http.StatusOK, []byte(text), http.Header{"Content-Type": {"text/html; charset=utf-8"}})

	plain := ask(p, "GET")
	if plain.Body.String() != text || plain.Header().Get("Content-Encoding") != "" {
		t.Errorf("plain: %q", plain.Header())
	}
	zipped := ask(p, "GET", "Accept-Encoding", "br, gzip;q=0.8")
	if zipped.Header().Get("Content-Encoding") != "gzip" || zipped.Header().Get("Vary") != "Accept-Encoding" {
		t.Fatalf("zipped: %q", zipped.Header())
	}
	z, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := io.ReadAll(z); string(got) != text {
		t.Error("the compressed page is another page")
	}
	if plain.Header().Get("Etag") == zipped.Header().Get("Etag") {
		t.Error("two byte sequences share a strong validator")
	}
}

func TestConditional(t *testing.T) {
	p := NewPage(http.StatusOK, []byte(strings.Repeat("a", 1000)), http.Header{})
	etag := ask(p, "GET").Header().Get("Etag")
	for _, test := range []struct {
		name, value string
		status      int
	}{
		{"same", etag, 304},
		{"weak", "W/" + etag, 304},
		{"in a list", `"x", ` + etag, 304},
		{"any", "*", 304},
		{"other", `"x"`, 200},
	} {
		w := ask(p, "GET", "If-None-Match", test.value)
		if w.Code != test.status {
			t.Errorf("%s: %d, want %d", test.name, w.Code, test.status)
		}
		if test.status == 304 && (w.Body.Len() != 0 || w.Header().Get("Content-Length") != "" || w.Header().Get("Etag") != etag) {
			t.Errorf("%s: 304 with %q and a body of %d", test.name, w.Header(), w.Body.Len())
		}
	}
	// the headers of one answer must not have spoilt those of the next
	if w := ask(p, "GET"); w.Header().Get("Content-Length") != "1000" {
		t.Errorf("Content-Length = %q", w.Header().Get("Content-Length"))
	}
	gone := NewPage(http.StatusGone, []byte("gone"), http.Header{})
	if w := ask(gone, "GET", "If-None-Match", "*"); w.Code != http.StatusGone {
		t.Errorf("gone answered %d", w.Code)
	}
}

func TestHead(t *testing.T) {
	p := NewPage(http.StatusOK, []byte("hello"), http.Header{})
	if w := ask(p, "HEAD"); w.Body.Len() != 0 || w.Header().Get("Content-Length") != "5" {
		t.Errorf("HEAD: %d bytes, %q", w.Body.Len(), w.Header())
	}
}

func TestAcceptsGzip(t *testing.T) {
	for value, want := range map[string]bool{
		"": false, "gzip": true, "br,gzip": true, "gzip;q=0": false, "gzip; q=0.0": false,
		"gzip;q=0.5": true, "x-gzip": false, "identity": false,
	} {
		if got := acceptsGzip([]string{value}); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
}
