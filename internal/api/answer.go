package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"dateline"
	"dateline/internal/web/cache"
)

// An answer is what a handler makes: a whole body and what it depends on.
type answer struct {
	contentType string
	tags        []string
	caching     string // for caches elsewhere
	body        []byte
	noindex     bool // search engines shall not list it
}

// How long caches elsewhere may keep an answer without asking. A feed is asked
// for each time, at the cost of a 304, so that a kill reaches everybody at once.
const (
	askAgain = "public, no-cache"
	anHour   = "public, max-age=3600"
)

// A handler makes the answer to a request, or says why it cannot.
type handler func(*http.Request) (answer, error)

// renderTime bounds the making of one answer.
const renderTime = 30 * time.Second

// slowness is how long an answer that is dear to make may be behind the wire.
const slowness = 10 * time.Minute

// kept serves the answers of h and keeps them. Of the query, h sees params
// alone: what does not count must neither fill the cache nor get into an answer
// that others are given.
func (a *API) kept(h handler, params ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = only(r, params)
		a.serve(w, r, h, r.URL.String())
	})
}

// slow serves answers that are kept for slowness unless something is withdrawn.
func (a *API) slow(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = only(r, nil)
		a.serve(w, r, h, r.URL.Path+"@"+a.cfg.Now().Truncate(slowness).String())
	})
}

// serve keeps the answer under key, which must have in it all that h looks at.
func (a *API) serve(w http.ResponseWriter, r *http.Request, h handler, key string) {
	page, err := a.cache.Render(key, func() (*cache.Page, error) {
		// Others may be waiting for this answer: it is made to the end even if
		// the one who asked first has gone.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), renderTime)
		defer cancel()
		return a.page(h, r.WithContext(ctx))
	})
	if err != nil {
		a.fail(w, r, err)
		return
	}
	page.ServeHTTP(since(w, r), r)
}

// page renders an answer.
func (a *API) page(h handler, r *http.Request) (*cache.Page, error) {
	// Asked before the answer is made: what changes meanwhile must not be dated as known.
	modified := a.modified()
	ans, err := h(r)
	if err != nil {
		return nil, err
	}
	headers := http.Header{}
	headers.Set("Content-Type", ans.contentType)
	headers.Set("Cache-Control", ans.caching)
	headers.Set("X-Content-Type-Options", "nosniff")
	headers.Set("Access-Control-Allow-Origin", "*") // what is public may be read by any script
	if ans.noindex {
		headers.Set("X-Robots-Tag", "noindex")
	}
	if modified != "" {
		headers.Set("Last-Modified", modified)
	}
	return cache.NewPage(http.StatusOK, ans.body, headers, ans.tags...), nil
}

// modified is when the wire last changed, for Last-Modified, or "" while that
// second is not over: a second change in it could not be told from the first.
func (a *API) modified() string {
	changed := time.Unix(0, a.changed.Load())
	if a.cfg.Now().Sub(changed) < time.Second {
		return ""
	}
	return changed.UTC().Format(http.TimeFormat)
}

// only is the request with nothing but its path and those parameters.
func only(r *http.Request, params []string) *http.Request {
	given, keep := r.URL.Query(), url.Values{}
	for _, p := range params {
		// One spelling of white space, so that a question and its copy share an answer.
		if v := strings.Join(strings.Fields(given.Get(p)), " "); v != "" {
			keep.Set(p, v)
		}
	}
	out := *r
	out.URL = &url.URL{Path: r.URL.Path, RawQuery: keep.Encode()}
	return &out
}

// fail answers with an error, in words that say no more than its kind; only
// what is wrong with the request itself is told.
func (a *API) fail(w http.ResponseWriter, r *http.Request, err error) {
	status, text := http.StatusInternalServerError, "something failed here; it has been noted"
	switch {
	case errors.Is(err, dateline.ErrNotFound):
		status, text = http.StatusNotFound, "not found"
	case errors.Is(err, dateline.ErrGone):
		status, text = http.StatusGone, "withdrawn"
	case errors.Is(err, dateline.ErrInvalid), errors.Is(err, dateline.ErrTooLarge):
		status, text = http.StatusBadRequest, err.Error()
	case errors.Is(err, dateline.ErrForbidden):
		status, text = http.StatusForbidden, "forbidden"
	case errors.Is(err, dateline.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
		status, text = http.StatusServiceUnavailable, "try again later"
		w.Header().Set("Retry-After", "60")
	}
	// What a reader did wrong is no news for whoever runs the wire.
	if status >= http.StatusInternalServerError {
		a.cfg.Log.Error("api", "path", r.URL.Path, "err", err)
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, text, status)
}

// since lets If-Modified-Since decide where no If-None-Match does. A reader
// sends back the time it was given, so only the very same one counts.
func since(w http.ResponseWriter, r *http.Request) http.ResponseWriter {
	value := r.Header.Get("If-Modified-Since")
	// A validator outweighs a date (RFC 9110, 13.1.3).
	if value == "" || r.Header.Get("If-None-Match") != "" {
		return w
	}
	return &unmodified{ResponseWriter: w, since: value}
}

// unmodified turns an answer that the reader has into 304.
type unmodified struct {
	http.ResponseWriter
	since string
	same  bool
}

// WriteHeader answers 304 in place of 200 when the client has the same already.
func (u *unmodified) WriteHeader(status int) {
	h := u.Header()
	if u.same = status == http.StatusOK && h.Get("Last-Modified") == u.since; u.same {
		h.Del("Content-Length")
		h.Del("Content-Encoding")
		status = http.StatusNotModified
	}
	u.ResponseWriter.WriteHeader(status)
}

// Write leaves out the body of a 304.
func (u *unmodified) Write(b []byte) (int, error) {
	if u.same {
		return len(b), nil
	}
	return u.ResponseWriter.Write(b)
}
