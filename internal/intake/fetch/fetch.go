package fetch

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"dateline"
)

// maxRedirects is how many redirects are followed.
const maxRedirects = 5

// Config says how to fetch. Zero fields have the defaults that are named.
type Config struct {
	Product string // product name in User-Agent, obeyed in robots.txt: "Dateline"
	Version string // of the product: "1"
	Contact string // the publication's address, for whoever wonders who asks

	MaxBody       int64         // bytes after decompression: 16 MB
	DialTimeout   time.Duration // for a connection and for TLS each: 10 s
	HeaderTimeout time.Duration // until the server begins to answer: 20 s
	Timeout       time.Duration // for the whole document: 60 s
	RobotsTimeout time.Duration // for a robots.txt, for which documents of its host wait: 20 s
	Delay         time.Duration // between requests to one host: 1 s
	PerHost       int           // connections to one host at once: 2
	AtOnce        int           // documents in hand at once: 16

	Resolver *net.Resolver    // nil is the system's
	Now      func() time.Time // nil is time.Now
}

// defaults takes a negative value for none given as well: no bound can be switched off.
func (c *Config) defaults() {
	set := func(d *time.Duration, value time.Duration) {
		if *d <= 0 {
			*d = value
		}
	}
	if c.Product == "" {
		c.Product = "Dateline"
	}
	if c.Version == "" {
		c.Version = "1"
	}
	if c.MaxBody <= 0 {
		c.MaxBody = 16 << 20
	}
	set(&c.DialTimeout, 10*time.Second)
	set(&c.HeaderTimeout, 20*time.Second)
	set(&c.Timeout, 60*time.Second)
	set(&c.RobotsTimeout, 20*time.Second)
	set(&c.Delay, time.Second)
	if c.PerHost <= 0 {
		c.PerHost = 2
	}
	if c.AtOnce <= 0 {
		c.AtOnce = 16
	}
	if c.Now == nil {
		c.Now = time.Now
	}
}

// A Fetcher fetches. It may be used by many goroutines at once.
type Fetcher struct {
	c       Config
	agent   string
	public  *http.Transport
	private *http.Transport // for sources that may stand on private addresses
	hosts   hosts
	slots   chan struct{}
}

// New makes a Fetcher.
func New(c Config) *Fetcher {
	c.defaults()
	agent := c.Product + "/" + c.Version
	if c.Contact != "" {
		agent += " (+" + c.Contact + ")"
	}
	return &Fetcher{
		c: c, agent: agent, public: c.transport(true), private: c.transport(false),
		hosts: hosts{all: map[string]*host{}}, slots: make(chan struct{}, c.AtOnce),
	}
}

// Close lets go of idle connections.
func (f *Fetcher) Close() {
	f.public.CloseIdleConnections()
	f.private.CloseIdleConnections()
}

// A Request asks for one document.
type Request struct {
	URL          string
	ETag         string // validators of the last time, "" for none
	LastModified string
	Accept       string
	AllowPrivate bool
	// Part takes the beginning of a document that is too large, with Cut saying
	// so: the entries of a feed count one by one, half a page is no article.
	Part bool
	// Delay between requests to the host: 0 is the fetcher's own, negative is
	// none, and then connections are not counted either.
	Delay time.Duration
	// Login is an address whose user and password are good for its whole host: that
	// of a feed, for the pages of its entries. Those in URL go before it.
	Login string

	login *url.URL
}

// A Response is a document, or the word that it has not changed.
type Response struct {
	NotModified bool
	// URL is where it was in the end, without user and password: addresses of
	// items are made from it, and those are public.
	URL       string
	Redirects int // how many led there
	// Moved is the address that it has moved to for good, "" if it has not:
	// every redirect on the way was a permanent one. It has the user and password
	// that the document was got with.
	Moved        string
	Login        *url.Userinfo // with which it was got, nil for none
	ETag         string
	LastModified string
	ContentType  string
	Fresh        time.Duration // how long the server calls it current
	Received     time.Time
	Body         []byte
	// Cut says why Body is not whole, nil when it is.
	Cut error
}

// Do fetches a document and hands it to use while it holds one of the places
// for documents in hand, which bounds the memory that they take. It waits for
// the host's turn before it takes the place, so that slow manners towards one
// host do not keep others waiting. Errors are *Error, but for those of use.
func (f *Fetcher) Do(ctx context.Context, r Request, use func(*Response) error) error {
	u, err := parse(r.URL)
	if err != nil {
		return err
	}
	if r.login, _ = parse(r.Login); u.User != nil {
		login := *u
		r.login, u.User = &login, nil
	}
	held := false
	defer func() {
		if held {
			<-f.slots
		}
	}()
	place := func() error {
		// A redirect goes on in the place that was taken for the first request.
		if held {
			return nil
		}
		select {
		case f.slots <- struct{}{}:
			held = true
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	resp, fail := f.follow(ctx, u, &r, place)
	if fail != nil {
		return fail
	}
	return use(resp)
}

// follow asks, and follows redirects.
func (f *Fetcher) follow(ctx context.Context, u *url.URL, r *Request, place func() error) (*Response, *Error) {
	seen := map[string]bool{}
	moved := true
	for hop := 0; ; hop++ {
		seen[u.String()] = true
		resp, next, permanent, err := f.one(ctx, u, r, place)
		if err != nil {
			return nil, err
		}
		if next == nil {
			if resp.Login, resp.Redirects = r.user(u), hop; hop > 0 && moved {
				at := *u
				at.User = resp.Login
				resp.Moved = at.String()
			}
			return resp, nil
		}
		moved = moved && permanent // behind a redirect for now, one for good is good for now
		switch {
		case seen[next.String()]:
			return nil, failure(KindRedirects, dateline.ErrInvalid, "it redirects in a circle, back to %s", next)
		case hop >= maxRedirects:
			return nil, failure(KindRedirects, dateline.ErrInvalid, "it redirects more than %d times", maxRedirects)
		case next.Scheme != "http" && next.Scheme != "https" || next.Host == "":
			return nil, failure(KindRedirects, dateline.ErrInvalid, "it redirects to %q, which is no web address", next.String())
		}
		u = next
	}
}

// one makes a single request with the manners that its host is due. next is
// where the server points instead, if it does.
func (f *Fetcher) one(ctx context.Context, u *url.URL, r *Request, place func() error) (_ *Response, next *url.URL, permanent bool, _ *Error) {
	h, done := f.hosts.get(hostOf(u), f.c.PerHost)
	defer done()
	if err := f.manners(ctx, h, u, r); err != nil {
		return nil, nil, false, err
	}
	if r.Delay >= 0 {
		defer h.leave()
	}
	if err := place(); err != nil {
		return nil, nil, false, explain(err, u.Host)
	}
	// Only from here: the wait for a host's turn is our own doing and no fault of the server.
	ctx, cancel := context.WithTimeout(ctx, f.c.Timeout)
	defer cancel()
	resp, err := f.roundTrip(ctx, u, r)
	if err != nil {
		return nil, nil, false, explain(err, u.Host)
	}
	defer resp.Body.Close()
	if next := location(resp, u); next != nil {
		_, _ = io.CopyN(io.Discard, resp.Body, 4<<10) // so that the connection can be used again
		return nil, next, resp.StatusCode == http.StatusMovedPermanently || resp.StatusCode == http.StatusPermanentRedirect, nil
	}
	out, fail := f.answer(resp, u, r.Part)
	if fail != nil && fail.RetryAfter > 0 && (fail.Status == http.StatusTooManyRequests || fail.Status == http.StatusServiceUnavailable) {
		h.rest(f.c.Now().Add(fail.RetryAfter))
	}
	return out, nil, false, fail
}

// manners waits for the host's turn, or says why it will not come. Unless the
// delay is negative, one of the host's connections is taken.
func (f *Fetcher) manners(ctx context.Context, h *host, u *url.URL, r *Request) *Error {
	if rest := h.resting(f.c.Now()); rest > 0 {
		e := failure(KindStatus, dateline.ErrUnavailable, "%s asked to be left alone for %v more", u.Host, rest.Round(time.Second))
		e.RetryAfter = rest
		return e
	}
	rules, fail := f.rules(ctx, h, u, r.AllowPrivate)
	if fail != nil {
		return fail
	}
	// With the query, for rules may name one: Disallow: /*?print=
	path := u.EscapedPath()
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !rules.Allows(path) {
		return forbidden(u)
	}
	if r.Delay < 0 {
		return nil
	}
	delay := r.Delay
	if delay == 0 {
		delay = f.c.Delay
	}
	// The host may ask for more than the source is given, and for no less.
	if err := h.turn(ctx, max(delay, rules.Delay)); err != nil {
		return explain(err, u.Host)
	}
	return nil
}

// roundTrip sends one request and gives back the answer to it, whatever it is. A
// transport and no client: each redirect must pass robots.txt, the delay of its host
// and the guard, and what a client adds by itself (cookies, Referer) is not wanted.
func (f *Fetcher) roundTrip(ctx context.Context, u *url.URL, r *Request) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	set := func(name, value string) {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	set("User-Agent", f.agent)
	set("Accept", r.Accept)
	set("Accept-Encoding", "gzip") // what is not named here is refused, see decompress
	set("If-None-Match", r.ETag)
	set("If-Modified-Since", r.LastModified)
	if user := r.user(u); user != nil {
		password, _ := user.Password()
		req.SetBasicAuth(user.Username(), password)
	}
	if r.AllowPrivate {
		return f.private.RoundTrip(req)
	}
	return f.public.RoundTrip(req)
}

// user is who asks for an address: nobody anywhere but on the host that the login
// is for, nor in the clear where it was given for an encrypted connection.
func (r *Request) user(u *url.URL) *url.Userinfo {
	if r.login == nil || !strings.EqualFold(r.login.Hostname(), u.Hostname()) || r.login.Scheme == "https" && u.Scheme != "https" {
		return nil
	}
	return r.login.User
}

// answer reads an answer that is no redirect.
func (f *Fetcher) answer(resp *http.Response, u *url.URL, part bool) (*Response, *Error) {
	now := f.c.Now()
	out := &Response{
		URL: u.String(), Received: now, Fresh: fresh(resp.Header, now), ContentType: resp.Header.Get("Content-Type"),
		ETag: resp.Header.Get("ETag"), LastModified: resp.Header.Get("Last-Modified"),
	}
	switch resp.StatusCode {
	case http.StatusNotModified:
		out.NotModified = true
		return out, nil
	case http.StatusOK, http.StatusNonAuthoritativeInfo: // the latter through a cache that changed something
	default:
		fail := statusError(resp, now)
		_, _ = io.CopyN(io.Discard, resp.Body, 16<<10)
		return nil, fail
	}
	body, fail := readBody(resp, f.c.MaxBody, part)
	// Half a document is better than none: a feed has whole entries in it, and whoever
	// wants all of a page asks Cut. Nothing holds of it when we were stopped.
	if fail != nil && (len(body) == 0 || fail.Kind == KindStopped || fail.Kind == KindTooLarge && !part) {
		return nil, fail
	}
	out.Body = body
	if fail != nil {
		out.Cut = fail
	}
	return out, nil
}

// location is where a redirect points, nil when the answer is none.
func location(r *http.Response, from *url.URL) *url.URL {
	switch r.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		to, err := lenient(r.Header.Get("Location"))
		if err != nil || *to == (url.URL{}) {
			return nil
		}
		next := from.ResolveReference(to)
		// A login in Location would be sent to whomever it names; user finds ours again.
		next.Fragment, next.User = "", nil
		return next
	}
	return nil
}

// parse reads an address of the web.
func parse(address string) (*url.URL, error) {
	u, err := lenient(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, failure(KindAddress, dateline.ErrInvalid, "%q is no web address: it must begin with http:// or https://", address)
	}
	u.Fragment = ""
	return u, nil
}

// lenient reads an address as browsers do, for which a per cent sign without two
// digits behind it is one: headlines make addresses such as /prices-up-50%-again.
func lenient(address string) (*url.URL, error) {
	address = strings.TrimSpace(address)
	u, err := url.Parse(address)
	if err == nil {
		return u, nil
	}
	parts := strings.Split(address, "%")
	for i, p := range parts[1:] {
		if len(p) < 2 || !isHex(p[0]) || !isHex(p[1]) {
			parts[i+1] = "25" + p
		}
	}
	return url.Parse(strings.Join(parts, "%"))
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }
