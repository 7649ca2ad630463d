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
	whole bool // rules are those of a file that came whole, or of there being none
	fails int  // the status with which the server fails to give it, 0 if it does not
}

// rules returns those of a host, fetching them when they are not known. A host
// without them allows everything; one that answers with a failure of its own
// allows nothing until it is well, as the standard asks. One that does not
// answer allows what it allowed last, and everything if it never answered: the
// request itself will show that it is down.
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

// askRobots fetches a robots.txt. What was known holds until another comes whole:
// a file that does not come forbids no less than it did (RFC 9309, section 2.4).
func (f *Fetcher) askRobots(ctx context.Context, h *host, u *url.URL, private bool) {
	now := f.c.Now()
	h.robots.until, h.robots.fails = now.Add(robotsFailed), 0
	defer func(caller context.Context) {
		if caller.Err() != nil {
			h.robots.until = now // whoever asked was stopped; the next one may try
		}
	}(ctx)
	ctx, cancel := context.WithTimeout(ctx, f.c.RobotsTimeout)
	defer cancel()
	at := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	// The standard asks for five redirects at least, also to other hosts, whose rules
	// then hold for this one (RFC 9309, section 2.3.1.2).
	for range maxRedirects {
		r, err := f.roundTrip(ctx, &at, &Request{AllowPrivate: private, Accept: "text/plain,*/*;q=0.1"})
		if err != nil {
			return // a file that does not come in time is not waited for by every document
		}
		next := location(r, &at)
		var rules robots.Rules
		var cut *Error
		if r.StatusCode == http.StatusOK {
			rules, cut = f.readRobots(r)
		}
		r.Body.Close()
		switch {
		case cut != nil:
			if !h.robots.whole { // what came of it is better than nothing, and asked for again soon
				h.robots.rules = rules
			}
			return
		case r.StatusCode >= http.StatusInternalServerError: // all is forbidden, section 2.3.1.4
			h.robots.fails = r.StatusCode
			return
		case next == nil:
			h.robots.rules, h.robots.whole, h.robots.until = rules, true, now.Add(robotsFor)
			return
		}
		at = *next
	}
	h.robots.rules, h.robots.whole, h.robots.until = robots.Rules{}, true, now.Add(robotsFor)
}

// readRobots reads the rules of an answer, and what broke off before its end.
func (f *Fetcher) readRobots(r *http.Response) (rules robots.Rules, cut *Error) {
	body, cut := readBody(r, robotsMaxSize, true)
	if !looksLikeHTML(body) {
		rules = robots.Parse(body, f.c.Product)
	}
	if cut != nil && cut.Kind == KindTooLarge {
		cut = nil // of a file that is too long the beginning counts
	}
	return rules, cut
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
