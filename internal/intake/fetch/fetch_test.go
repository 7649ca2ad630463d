package fetch

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"dateline"
)

// site serves handlers by path, and a robots.txt that allows everything unless
// one is given.
func site(t *testing.T, pages map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h := pages[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// quick is a Fetcher without delays.
func quick(t *testing.T, c Config) *Fetcher {
	t.Helper()
	if c.Delay == 0 {
		c.Delay = time.Microsecond
	}
	f := New(c)
	t.Cleanup(f.Close)
	return f
}

// fetch gets a document from a private address.
func (f *Fetcher) get(t *testing.T, address string) (Response, error) {
	t.Helper()
	var out Response
	err := f.Do(t.Context(), Request{URL: address, AllowPrivate: true}, func(r *Response) error {
		out = *r
		return nil
	})
	return out, err
}

func text(s string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, s) }
}

func redirect(to string, code int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, code) }
}

func wantKind(t *testing.T, name string, err error, kind Kind, is error) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != kind || !errors.Is(err, is) {
		t.Errorf("%s: %v, want an error of kind %s", name, err, kind)
		return &Error{}
	}
	return e
}

func TestConditional(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/f": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Cache-Control", "max-age=600")
		if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "yesterday" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		if ua := r.UserAgent(); ua != "Dateline/1 (+https://marsa.example/about)" {
			t.Errorf("it says it is %q", ua)
		}
		io.WriteString(w, "body")
	}})
	f := quick(t, Config{Contact: "https://marsa.example/about"})
	r, err := f.get(t, s.URL+"/f")
	if err != nil || string(r.Body) != "body" || r.ETag != `"v1"` || r.Fresh != 10*time.Minute {
		t.Fatalf("%v %+v", err, r)
	}
	err = f.Do(t.Context(), Request{URL: s.URL + "/f", AllowPrivate: true, ETag: r.ETag, LastModified: "yesterday"}, func(r *Response) error {
		if !r.NotModified || len(r.Body) != 0 {
			t.Errorf("%+v", r)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestStatus(t *testing.T) {
	code := func(n int, after string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", after)
			w.WriteHeader(n)
		}
	}
	s := site(t, map[string]http.HandlerFunc{"/500": code(500, ""), "/410": code(410, ""), "/403": code(403, "")})
	f := quick(t, Config{})
	for path, is := range map[string]error{"/500": dateline.ErrUnavailable, "/404": dateline.ErrNotFound, "/403": dateline.ErrForbidden} {
		_, err := f.get(t, s.URL+path)
		wantKind(t, path, err, KindStatus, is)
	}
	_, err := f.get(t, s.URL+"/410")
	wantKind(t, "/410", err, KindGone, dateline.ErrGone)
}

// TestRetryAfter: a server that asks for a pause is not asked again before.
func TestRetryAfter(t *testing.T) {
	var asked atomic.Int64
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	s := site(t, map[string]http.HandlerFunc{"/f": func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	}, "/g": text("g")})
	f := quick(t, Config{Now: func() time.Time { return now }})
	_, err := f.get(t, s.URL+"/f")
	if e := wantKind(t, "first", err, KindStatus, dateline.ErrUnavailable); e.RetryAfter != 2*time.Minute {
		t.Errorf("retry after %v", e.RetryAfter)
	}
	now = now.Add(time.Minute)
	_, err = f.get(t, s.URL+"/g")
	if e := wantKind(t, "too early", err, KindStatus, dateline.ErrUnavailable); e.RetryAfter != time.Minute {
		t.Errorf("retry after %v", e.RetryAfter)
	}
	now = now.Add(time.Minute)
	if _, err := f.get(t, s.URL+"/g"); err != nil {
		t.Error(err)
	}
	for value, want := range map[string]time.Duration{
		"":   0,
		"-5": 0, "x": 0, "999999999999": maxRetryAfter,
		now.Add(90 * time.Second).Format(http.TimeFormat): 90 * time.Second,
	} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("Retry-After %q is %v", value, got)
		}
	}
}

func TestRobots(t *testing.T) {
	var asked atomic.Int64
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			io.WriteString(w, "User-agent: *\nDisallow: /\n\nUser-agent: dateline\nDisallow: /desk\n")
		},
		"/open": text("x"), "/desk": text("x"), "/to-desk": redirect("/desk", 302),
	})
	f := quick(t, Config{})
	if _, err := f.get(t, s.URL+"/open"); err != nil {
		t.Error(err)
	}
	_, err := f.get(t, s.URL+"/desk")
	wantKind(t, "forbidden", err, KindRobots, dateline.ErrForbidden)
	_, err = f.get(t, s.URL+"/to-desk")
	wantKind(t, "forbidden by redirect", err, KindRobots, dateline.ErrForbidden)
	if asked.Load() != 1 {
		t.Errorf("robots.txt was fetched %d times", asked.Load())
	}
	down := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) }, "/x": text("x"),
	})
	_, err = f.get(t, down.URL+"/x")
	wantKind(t, "robots.txt fails", err, KindRobots, dateline.ErrUnavailable)
}

func TestRedirects(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{
		"/moved": redirect("/f", 301), "/moved8": redirect("/f", 308), "/for-now": redirect("/moved", 302), "/f": text("x"),
		"/circle": redirect("/circle2", 302), "/circle2": redirect("/circle", 302),
		"/file": redirect("file:///etc/passwd", 302), "/none": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(302) },
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, fmt.Sprintf("/endless?%d", time.Now().UnixNano()), http.StatusFound)
		},
	})
	f := quick(t, Config{})
	for path, want := range map[string]struct {
		moved string
		hops  int
	}{"/moved": {"/f", 1}, "/moved8": {"/f", 1}, "/for-now": {"", 2}, "/f": {"", 0}} {
		r, err := f.get(t, s.URL+path)
		if err != nil || r.URL != s.URL+"/f" || strings.TrimPrefix(r.Moved, s.URL) != want.moved || r.Redirects != want.hops {
			t.Errorf("%s: %v, at %s by %d, moved %q", path, err, r.URL, r.Redirects, r.Moved)
		}
	}
	for path, words := range map[string]string{"/circle": "circle", "/file": "no web address"} {
		_, err := f.get(t, s.URL+path)
		wantKind(t, path, err, KindRedirects, dateline.ErrInvalid)
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", path, err)
		}
	}
	_, err := f.get(t, s.URL+"/none")
	wantKind(t, "/none", err, KindStatus, dateline.ErrUnavailable)
	_, err = f.get(t, s.URL+"/endless")
	wantKind(t, "/endless", err, KindRedirects, dateline.ErrInvalid)
}

// TestGuard: nothing leads to an address that is not on the public internet.
func TestGuard(t *testing.T) {
	var reached atomic.Int64
	inside := site(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) { reached.Add(1) }})
	f := quick(t, Config{})
	for _, address := range []string{
		inside.URL + "/", strings.Replace(inside.URL, "127.0.0.1", "localhost", 1) + "/",
		"http://[::1]:9/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://0.0.0.0:9/", "http://[::ffff:127.0.0.1]:9/",
	} {
		err := f.Do(t.Context(), Request{URL: address}, func(*Response) error { return nil })
		wantKind(t, address, err, KindGuard, dateline.ErrForbidden)
	}
	if reached.Load() != 0 {
		t.Error("a private server was reached")
	}
	for _, address := range []string{"file:///etc/passwd", "gopher://x/", "//x", "", "http://"} {
		err := f.Do(t.Context(), Request{URL: address}, func(*Response) error { return nil })
		wantKind(t, address, err, KindAddress, dateline.ErrInvalid)
	}
}

// TestGuardBehindNames: what counts is the address a name has when it is dialled.
func TestGuardBehindNames(t *testing.T) {
	var reached atomic.Int64
	inside := site(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) { reached.Add(1) }})
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(inside.URL, "http://"))
	ns := nameServer(t)
	f := quick(t, Config{Resolver: ns, DialTimeout: 2 * time.Second})
	err := f.Do(t.Context(), Request{URL: "http://rebinding.example:" + port + "/"}, func(*Response) error { return nil })
	wantKind(t, "a name for loopback", err, KindGuard, dateline.ErrForbidden)
	if reached.Load() != 0 {
		t.Error("a private server was reached through a name")
	}
	// The name resolves: a source that may stand on private addresses gets there.
	err = f.Do(t.Context(), Request{URL: "http://rebinding.example:" + port + "/", AllowPrivate: true}, func(*Response) error { return nil })
	if err != nil || reached.Load() == 0 {
		t.Errorf("%v, reached %d", err, reached.Load())
	}
}

// nameServer resolves every name to 127.0.0.1.
func nameServer(t *testing.T) *net.Resolver {
	t.Helper()
	pc, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pc.Close() })
	go func() {
		b := make([]byte, 1500)
		for {
			n, from, err := pc.ReadFrom(b)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(b[:n]) != nil {
				continue
			}
			m.Response = true
			for _, q := range m.Questions {
				if q.Type == dnsmessage.TypeA {
					m.Answers = append(m.Answers, dnsmessage.Resource{
						Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 0},
						Body:   &dnsmessage.AResource{A: [4]byte{127, 0, 0, 1}},
					})
				}
			}
			m.Additionals = nil
			if out, err := m.Pack(); err == nil {
				pc.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "udp", pc.LocalAddr().String())
	}}
}

// TestGuardOnRedirect: a public server cannot send us inside. The transport that
// is guarded is reached through a listener that stands for the public internet.
func TestGuardOnRedirect(t *testing.T) {
	var reached atomic.Int64
	inside := site(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) { reached.Add(1) }})
	outside := site(t, map[string]http.HandlerFunc{"/": redirect(inside.URL+"/", 302)})
	f := quick(t, Config{})
	dial := f.public.DialContext
	f.public.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address == "public.example:80" {
			var d net.Dialer
			return d.DialContext(ctx, "tcp", strings.TrimPrefix(outside.URL, "http://"))
		}
		return dial(ctx, network, address)
	}
	err := f.Do(t.Context(), Request{URL: "http://public.example/"}, func(*Response) error { return nil })
	wantKind(t, "redirect inside", err, KindGuard, dateline.ErrForbidden)
	if reached.Load() != 0 {
		t.Error("a private server was reached through a redirect")
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"8.8.8.8": true, "2001:4860:4860::8888": true, "168.63.129.15": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "100.100.100.200": false,
		"168.63.129.16": false, "192.0.0.192": false, "0.0.0.0": false, "0.1.2.3": false, "224.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false,
		"::": false, "::1": false, "fe80::1": false, "fc00::1": false, "fd00:ec2::254": false, "ff02::1": false, "::ffff:10.0.0.1": false,
		"64:ff9b::7f00:1": false, "64:ff9b:1:a00:1::": false, "64:ff9b:1::808:808": false, "::127.0.0.1": false, "::8.8.8.8": false, "64:ff9b::808:808": true, "2002:7f00:1::": false, "2001::1": false, "2001:db8::1": false, "fec0::1": false, "fe80::1%eth0": false,
	} {
		if got := Public(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func gz(b []byte) []byte {
	var o bytes.Buffer
	z := gzip.NewWriter(&o)
	z.Write(b)
	z.Close()
	return o.Bytes()
}

func zl(b []byte) []byte {
	var o bytes.Buffer
	z := zlib.NewWriter(&o)
	z.Write(b)
	z.Close()
	return o.Bytes()
}

func TestBodies(t *testing.T) {
	encoded := func(name string, body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", name)
			w.Write(body)
		}
	}
	bomb := gz(make([]byte, 64<<20))
	whole := gz(bytes.Repeat([]byte("entry "), 10_000))
	var sent atomic.Int64
	s := site(t, map[string]http.HandlerFunc{
		"/gzip": encoded("gzip", gz([]byte("hello"))), "/lie": encoded("gzip", []byte("hello")), "/bomb": encoded("gzip", bomb),
		"/padded":  encoded("gzip", append(gz([]byte("hello")), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
		"/deflate": encoded("deflate", zl([]byte("hello"))), "/raw-deflate": encoded("deflate", zl([]byte("hello"))[2:]), "/no-deflate": encoded("deflate", []byte("\xffxx")),
		"/cut-gzip": encoded("gzip", whole[:len(whole)-20]), "/brotli": encoded("br", []byte("x")), "/bad-gzip": encoded("gzip", []byte("\x1f\x8bxxxx")),
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			b := make([]byte, 64<<10)
			for r.Context().Err() == nil {
				n, err := w.Write(b)
				sent.Add(int64(n))
				if err != nil {
					return
				}
			}
		},
		"/announced": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", fmt.Sprint(2<<30))
			io.WriteString(w, "x")
		},
		"/cut": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "1000")
			io.WriteString(w, "half")
		},
	})
	f := quick(t, Config{MaxBody: 1 << 20})
	for _, path := range []string{"/gzip", "/lie", "/padded", "/deflate", "/raw-deflate"} {
		if r, err := f.get(t, s.URL+path); err != nil || r.Cut != nil || string(r.Body) != "hello" {
			t.Errorf("%s: %v %q", path, err, r.Body)
		}
	}
	for _, path := range []string{"/bomb", "/endless", "/announced"} {
		_, err := f.get(t, s.URL+path)
		wantKind(t, path, err, KindTooLarge, dateline.ErrTooLarge)
	}
	if sent.Load() > 64<<20 {
		t.Errorf("%d bytes of an endless body were taken", sent.Load())
	}
	for _, path := range []string{"/brotli", "/bad-gzip", "/no-deflate"} {
		_, err := f.get(t, s.URL+path)
		wantKind(t, path, err, KindEncoding, dateline.ErrInvalid)
	}
	for path, want := range map[string]int{"/cut": 4, "/cut-gzip": 1000} {
		r, err := f.get(t, s.URL+path)
		if err != nil || r.Cut == nil || len(r.Body) < want {
			t.Errorf("%s: %v, cut %v, %d bytes", path, err, r.Cut, len(r.Body))
		}
	}
}

func TestTimeouts(t *testing.T) {
	hang := func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	drip := func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			io.WriteString(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	}
	s := site(t, map[string]http.HandlerFunc{"/hang": hang, "/drip": drip})
	f := quick(t, Config{HeaderTimeout: 200 * time.Millisecond, Timeout: 400 * time.Millisecond})
	_, err := f.get(t, s.URL+"/hang")
	wantKind(t, "hang", err, KindTimeout, dateline.ErrUnavailable)
	r, err := f.get(t, s.URL+"/drip")
	if err != nil {
		t.Fatal(err)
	}
	wantKind(t, "drip", r.Cut, KindTimeout, dateline.ErrUnavailable)
}

// TestManners: few connections to one host, and a pause between requests.
func TestManners(t *testing.T) {
	var now, most atomic.Int64
	s := site(t, map[string]http.HandlerFunc{"/f": func(w http.ResponseWriter, r *http.Request) {
		n := now.Add(1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		time.Sleep(15 * time.Millisecond)
		now.Add(-1)
	}})
	f := quick(t, Config{Delay: 10 * time.Millisecond, PerHost: 2})
	run := func(delay time.Duration) time.Duration {
		began := time.Now()
		var g sync.WaitGroup
		for range 8 {
			g.Go(func() {
				err := f.Do(context.Background(), Request{URL: s.URL + "/f", AllowPrivate: true, Delay: delay}, func(*Response) error { return nil })
				if err != nil {
					t.Error(err)
				}
			})
		}
		g.Wait()
		return time.Since(began)
	}
	if took := run(0); took < 70*time.Millisecond {
		t.Errorf("eight requests took %v", took)
	}
	if most.Load() > 2 {
		t.Errorf("%d connections at once", most.Load())
	}
	if took := run(40 * time.Millisecond); took < 280*time.Millisecond {
		t.Errorf("with a delay of its own: %v", took)
	}
	most.Store(0)
	run(-1)
	if most.Load() < 3 {
		t.Errorf("without manners only %d at once", most.Load())
	}
}

// TestPlaces: the memory for documents in hand is bounded, and waiting for a
// host does not take a place.
func TestPlaces(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/f": text("x")})
	other := site(t, map[string]http.HandlerFunc{"/f": text("x")})
	f := quick(t, Config{AtOnce: 1, Delay: time.Hour})
	if _, err := f.get(t, s.URL+"/f"); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	waiting := make(chan error, 1)
	go func() {
		waiting <- f.Do(ctx, Request{URL: s.URL + "/f", AllowPrivate: true}, func(*Response) error { return nil })
	}()
	if _, err := f.get(t, other.URL+"/f"); err != nil {
		t.Error(err)
	}
	stop()
	wantKind(t, "stopped while waiting", <-waiting, KindStopped, dateline.ErrUnavailable)
}

// TestHostOf: one server is one host, and another one, or its other port, is not.
func TestHostOf(t *testing.T) {
	for address, want := range map[string]string{
		"https://marsa.example/a": "marsa.example", "https://MARSA.Example./": "marsa.example", "https://marsa.example:443/b": "marsa.example",
		"http://marsa.example/a": "marsa.example", "http://desk@marsa.example:80": "marsa.example", "http://marsa.example:8080": "marsa.example:8080",
		"https://www.marsa.example/": "www.marsa.example", "https://marsa.example:80/": "marsa.example:80", "http://[::1]:8080/": "[::1]:8080", "http://[::1]/": "::1",
	} {
		u, err := parse(address)
		if err != nil || hostOf(u) != want {
			t.Errorf("%s: %s, want %s (%v)", address, hostOf(u), want, err)
		}
	}
	s := site(t, map[string]http.HandlerFunc{"/f": text("x")})
	f := quick(t, Config{Delay: time.Hour})
	local := strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
	if _, err := f.get(t, local+"/f"); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer stop()
	err := f.Do(ctx, Request{URL: strings.Replace(local, "localhost", "LocalHost", 1) + "/f", AllowPrivate: true}, func(*Response) error { return nil })
	wantKind(t, "the same host in capitals", err, KindTimeout, dateline.ErrUnavailable)
}

// TestGivenUp: a request that was not waited for moves the next one no further.
func TestGivenUp(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/f": text("x")})
	f := quick(t, Config{Delay: time.Hour})
	began := time.Now()
	if _, err := f.get(t, s.URL+"/f"); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
		err := f.Do(ctx, Request{URL: s.URL + "/f", AllowPrivate: true}, func(*Response) error { return nil })
		stop()
		wantKind(t, "given up", err, KindTimeout, dateline.ErrUnavailable)
	}
	h, done := f.hosts.get(strings.TrimPrefix(s.URL, "http://"), 1)
	defer done()
	if wait := h.next.Sub(began); wait < time.Hour || wait > time.Hour+time.Minute {
		t.Errorf("the next one comes after %v", wait)
	}
	h.next = began.Add(3 * time.Hour) // two more stand behind
	if h.giveUp(began.Add(time.Hour), time.Hour); !h.next.Equal(began.Add(3 * time.Hour)) {
		t.Errorf("those behind it are at %v", h.next.Sub(began))
	}
}

func TestFresh(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"max-age=60": time.Minute, "public, max-age=\"60\"": time.Minute, "no-cache, max-age=60": 0, "max-age=-1": 0, "max-age=99999999999": maxRetryAfter, "": 0,
	} {
		if got := fresh(http.Header{"Cache-Control": {value}}, now); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
	if got := fresh(http.Header{"Expires": {now.Add(time.Hour).Format(http.TimeFormat)}}, now); got != time.Hour {
		t.Errorf("expires: %v", got)
	}
}

// Of a robots.txt that is too long its beginning counts: it asks for something.
func TestLongRobots(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "User-agent: *\nDisallow: /private\n"+strings.Repeat("# no reader gets this far\n", 40_000))
		},
		"/private/a": func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "secret") },
	})
	_, err := quick(t, Config{}).get(t, s.URL+"/private/a")
	wantKind(t, "private", err, KindRobots, dateline.ErrForbidden)
}
