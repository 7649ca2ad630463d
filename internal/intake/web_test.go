package intake

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline"
	"dateline/internal/intake/fetch"
	"dateline/internal/morgue"
	"dateline/internal/store/mem"
)

// A web is a small news web on loopback whose pages can be changed.
type web struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]http.HandlerFunc
	asked map[string]int
}

func newWeb(t *testing.T) *web {
	t.Helper()
	w := &web{pages: map[string]http.HandlerFunc{}, asked: map[string]int{}}
	w.Server = httptest.NewServer(w)
	t.Cleanup(w.Close)
	return w
}

// ServeHTTP answers with an ETag of the body.
func (w *web) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	w.asked[r.URL.Path]++
	h := w.pages[r.URL.Path]
	w.mu.Unlock()
	if h == nil {
		http.NotFound(rw, r)
		return
	}
	h(rw, r)
}

// put makes a path answer with a text, where {} stands for the web's address.
func (w *web) put(path, body string) {
	body = strings.ReplaceAll(body, "{}", w.URL)
	w.handle(path, func(rw http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf("%q", digestOf(body))
		rw.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			rw.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(rw, body)
	})
}

func digestOf(s string) string { return guidOf(entryWithText(s), false) }

func (w *web) handle(path string, h http.HandlerFunc) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pages[path] = h
}

// count is how often a path was asked for.
func (w *web) count(path string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.asked[path]
}

func status(code int, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(code)
	}
}

// rss is a feed of items given as title, guid, link, text.
func rss(items ...[4]string) string {
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>Harbour Wire</title><link>{}/</link><language>en</language>`)
	for _, i := range items {
		fmt.Fprintf(&b, "<item><title>%s</title><guid isPermaLink=\"false\">%s</guid><link>%s</link><description>%s</description></item>\n", i[0], i[1], i[2], i[3])
	}
	return b.String() + "</channel></rss>"
}

// long is a text that needs no page.
func long(word string) string { return strings.Repeat("The "+word+" council met in the harbour. ", 60) }

// article is a page with a text.
func article(title, word string) string {
	return "<!DOCTYPE html><html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" +
		long(word) + "</p><p>" + long(word) + "</p></article></body></html>"
}

// A bench is a web with a store and an intake over it, and a clock.
type bench struct {
	*testing.T
	web   *web
	raw   *morgue.Mem
	store dateline.Store
	in    *Intake
	now   time.Time
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{T: t, web: newWeb(t), store: mem.New(), raw: morgue.NewMem(), now: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)}
	b.in = b.intake(b.store)
	return b
}

// intake is an Intake over a store with the bench's clock and no randomness.
func (b *bench) intake(s dateline.Store) *Intake {
	return New(Config{Store: s, Morgue: b.raw, Now: func() time.Time { return b.now }, Jitter: func() float64 { return 0.5 },
		Fetch: fetch.Config{Delay: time.Microsecond}})
}

// add makes a source of a path.
func (b *bench) add(id dateline.SourceID, path string, change ...func(*dateline.Source)) {
	b.Helper()
	s := dateline.Source{ID: id, Name: "Harbour", Feed: b.web.URL + path, AllowPrivate: true, Delay: -1}
	for _, c := range change {
		c(&s)
	}
	ctx := context.Background()
	if err := b.store.Update(ctx, func(tx dateline.Tx) error { return tx.PutSource(ctx, s, b.now) }); err != nil {
		b.Fatal(err)
	}
}

// poll polls everything once, a minute later than the last time.
func (b *bench) poll() Report {
	b.Helper()
	b.now = b.now.Add(time.Minute)
	r, err := b.in.PollAll(context.Background(), nil)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func (b *bench) source(id dateline.SourceID) dateline.Source {
	b.Helper()
	var s dateline.Source
	ctx := context.Background()
	err := b.store.View(ctx, func(tx dateline.Tx) (err error) {
		s, err = tx.Source(ctx, id)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func (b *bench) item(source dateline.SourceID, guid string) dateline.Item {
	b.Helper()
	var it dateline.Item
	ctx := context.Background()
	err := b.store.View(ctx, func(tx dateline.Tx) (err error) {
		it, err = tx.Item(ctx, dateline.NewItemID(source, guid))
		return err
	})
	if err != nil {
		b.Fatalf("%s: %v", guid, err)
	}
	return it
}
