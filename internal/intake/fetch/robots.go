package fetch

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"dateline"
	"dateline/internal/intake/robots"
)

const (
	robotsFor      = 12 * time.Hour   // how long rules are taken for current
	robotsFailed   = 10 * time.Minute // how long a failure to get them is
	robotsMaxSize  = 600 << 10
	robotsDeadline = 20 * time.Second
)

// robotsEntry is what is known of a host's robots.txt.
type robotsEntry struct {
	mu    sync.Mutex // held while it is fetched, so that it is fetched once
	until time.Time
	rules robots.Rules
}

// rules returns those of a host, fetching them when they are not known. A host
// without them allows everything, and so does one that fails to give them: the
// request itself will show whether the host is well.
func (f *Fetcher) rules(ctx context.Context, h *host, u *url.URL, private bool) robots.Rules {
	h.robots.mu.Lock()
	defer h.robots.mu.Unlock()
	now := f.c.Now()
	if now.Before(h.robots.until) {
		return h.robots.rules
	}
	h.robots.until = now.Add(robotsFailed)
	h.robots.rules = robots.Rules{}
	ctx, cancel := context.WithTimeout(ctx, robotsDeadline)
	defer cancel()
	at := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range maxRedirects {
		r, err := f.roundTrip(ctx, &at, &Request{AllowPrivate: private, Accept: "text/plain,*/*;q=0.1"})
		if err != nil {
			if ctx.Err() != nil {
				h.robots.until = now // stopped or late; the next one may try
			}
			return h.robots.rules
		}
		next := location(r, &at)
		if r.StatusCode == http.StatusOK {
			if body, _ := readBody(r, robotsMaxSize); body != nil && !looksLikeHTML(body) {
				h.robots.rules = robots.Parse(body, f.c.Product)
			}
		}
		r.Body.Close()
		if next == nil {
			break
		}
		at = *next
	}
	h.robots.until = now.Add(robotsFor)
	return h.robots.rules
}

// looksLikeHTML recognises error pages that come with 200.
func looksLikeHTML(body []byte) bool {
	head := strings.ToLower(string(body[:min(len(body), 200)]))
	return strings.Contains(head, "<html") || strings.Contains(head, "<!doctype")
}

// forbidden is the error of an address that robots.txt forbids.
func forbidden(u *url.URL) *Error {
	return failure(KindRobots, dateline.ErrForbidden, "the robots.txt of %s forbids it", u.Host)
}
