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
	robotsFor     = 12 * time.Hour   // how long rules are taken for current
	robotsFailed  = 10 * time.Minute // how long a failure to get them is
	robotsMaxSize = 600 << 10        // more than the parser reads, so that it alone decides
)

// robotsEntry is what is known of a host's robots.txt.
type robotsEntry struct {
	mu    sync.Mutex // held while it is fetched, so that it is fetched once
	until time.Time
	rules robots.Rules
	fails int // the status with which the server fails to give it, 0 if it does not
}

// rules returns those of a host, fetching them when they are not known. A host
// without them allows everything; one that answers with a failure of its own
// allows nothing until it is well, as the standard asks. One that does not
// answer allows everything: the request itself will show that it is down.
func (f *Fetcher) rules(ctx context.Context, h *host, u *url.URL, private bool) (robots.Rules, *Error) {
	h.robots.mu.Lock()
	defer h.robots.mu.Unlock()
	if now := f.c.Now(); !now.Before(h.robots.until) {
		f.askRobots(ctx, h, u, private)
	}
	if h.robots.fails != 0 {
		return robots.Rules{}, failure(KindRobots, dateline.ErrUnavailable,
			"the robots.txt of %s cannot be read (%d), so nothing is fetched yet", u.Host, h.robots.fails)
	}
	return h.robots.rules, nil
}

// askRobots fetches a robots.txt.
func (f *Fetcher) askRobots(ctx context.Context, h *host, u *url.URL, private bool) {
	now := f.c.Now()
	h.robots.until, h.robots.rules, h.robots.fails = now.Add(robotsFailed), robots.Rules{}, 0
	defer func(caller context.Context) {
		if caller.Err() != nil {
			h.robots.until = now // whoever asked was stopped; the next one may try
		}
	}(ctx)
	ctx, cancel := context.WithTimeout(ctx, f.c.RobotsTimeout)
	defer cancel()
	at := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range maxRedirects {
		r, err := f.roundTrip(ctx, &at, &Request{AllowPrivate: private, Accept: "text/plain,*/*;q=0.1"})
		if err != nil {
			return // a file that does not come in time is not waited for by every document
		}
		next := location(r, &at)
		var cut *Error
		if r.StatusCode == http.StatusOK {
			var body []byte
			if body, cut = readBody(r, robotsMaxSize, true); body != nil && !looksLikeHTML(body) {
				h.robots.rules = robots.Parse(body, f.c.Product)
			}
		}
		r.Body.Close()
		if cut != nil && cut.Kind != KindTooLarge {
			return // what came of it holds until it is asked for again, soon
		}
		if r.StatusCode >= http.StatusInternalServerError {
			h.robots.fails = r.StatusCode
			return
		}
		if next == nil {
			break
		}
		at = *next
	}
	h.robots.until = now.Add(robotsFor)
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
