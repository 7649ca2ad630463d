package cache

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

var errPanicked = errors.New("rendering did not end")

// A Page is a whole answer: its bytes as they are and compressed, and the
// headers of both, made once so that serving it allocates nothing.
type Page struct {
	Status int
	Tags   []string

	plain  body
	zipped func() *body // made for the first who asks for it; nil where it would gain nothing
}

type body struct {
	bytes   []byte
	etag    string
	headers []header
}

type header struct {
	name   string
	values []string
}

// NewPage makes a page. The headers are those of every answer with it.
func NewPage(status int, contents []byte, headers http.Header, tags ...string) *Page {
	// A digest and not a time: pages that come out the same after a drop stay in readers'
	// caches.
	sum := sha256.Sum256(contents)
	name := base64.RawURLEncoding.EncodeToString(sum[:12])
	p := &Page{Status: status, Tags: tags}
	p.plain = newBody(contents, `"`+name+`"`, headers)
	// Compressing takes about as long as rendering does, and many never ask for it.
	p.zipped = sync.OnceValue(func() *body {
		zipped := compress(contents, headers.Get("Content-Type"))
		if zipped == nil {
			return nil
		}
		headers := headers.Clone()
		headers.Set("Content-Encoding", "gzip")
		// A strong validator names bytes, so the compressed ones have their own.
		b := newBody(zipped, `"`+name+`-gz"`, headers)
		return &b
	})
	return p
}

// newBody leaves the headers as they are: both bodies of a page are made from them. Vary
// tells caches that the two differ by Accept-Encoding (RFC 9110, 12.5.5).
func newBody(contents []byte, etag string, headers http.Header) body {
	b := body{bytes: contents, etag: etag}
	all := headers.Clone()
	all["Etag"] = []string{etag}
	all["Content-Length"] = []string{strconv.Itoa(len(contents))}
	all.Add("Vary", "Accept-Encoding")
	for name, values := range all {
		b.headers = append(b.headers, header{name, values})
	}
	return b
}

// ServeHTTP answers with the page, or with 304 where the reader has it.
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b := &p.plain
	if acceptsGzip(r.Header["Accept-Encoding"]) {
		b = cmp.Or(p.zipped(), b)
	}
	h := w.Header()
	for i := range b.headers {
		h[b.headers[i].name] = b.headers[i].values
	}
	// Of another status a 304 would say that what was there before still is.
	if p.Status == http.StatusOK && matches(r.Header["If-None-Match"], b.etag) {
		delete(h, "Content-Length")
		delete(h, "Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(p.Status)
	if r.Method != http.MethodHead {
		w.Write(b.bytes) //nolint:errcheck // the reader has gone
	}
}

// size is about what the page takes in memory. Pages compress to a third and less.
func (p *Page) size() int { return len(p.plain.bytes)*4/3 + 1024 }

// compress is nil where it would gain nothing. Fonts are compressed already, and
// trying took most of the time of a start.
func compress(contents []byte, contentType string) []byte {
	if strings.HasPrefix(contentType, "font/") {
		return nil
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(contents) //nolint:errcheck // a bytes.Buffer takes all
	z.Close()
	if b.Len() >= len(contents) {
		return nil
	}
	return b.Bytes()
}

// acceptsGzip reports whether gzip is named and not refused with q=0.
func acceptsGzip(values []string) bool {
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			coding, q, _ := strings.Cut(strings.TrimSpace(part), ";")
			if coding != "gzip" {
				continue
			}
			weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(q), "q="), 64)
			// A weight that nobody can read is taken for none given, which is 1 (RFC 9110,
			// 12.4.2).
			return err != nil || weight > 0
		}
	}
	return false
}

// matches reports whether a list of validators has ours. If-None-Match is
// compared weakly.
func matches(values []string, etag string) bool {
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			part = strings.TrimPrefix(strings.TrimSpace(part), "W/")
			if part == etag || part == "*" {
				return true
			}
		}
	}
	return false
}
