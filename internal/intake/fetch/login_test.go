package fetch

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dateline"
)

// TestLogin: user and password go with every request to their host, redirects
// included, and stand in no address that could become that of an item.
func TestLogin(t *testing.T) {
	guarded := func(h http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if user, password, _ := r.BasicAuth(); user != "desk" || password != "s:cret" {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			h(w, r)
		}
	}
	var elsewhere string
	other := site(t, map[string]http.HandlerFunc{"/x": func(w http.ResponseWriter, r *http.Request) { elsewhere = r.Header.Get("Authorization") }})
	away := strings.Replace(other.URL, "127.0.0.1", "localhost", 1) + "/x"
	pages := map[string]http.HandlerFunc{"/feed": guarded(text("feed")), "/relative": guarded(redirect("/feed", 301)), "/away": guarded(redirect(away, 302))}
	s := site(t, pages)
	pages["/whole"] = guarded(redirect(s.URL+"/feed", 301))
	with := strings.Replace(s.URL, "http://", "http://desk:s%3Acret@", 1)
	f := quick(t, Config{})
	for path, moved := range map[string]string{"/feed": "", "/relative": with + "/feed", "/whole": with + "/feed"} {
		if r, err := f.get(t, with+path); err != nil || r.URL != s.URL+"/feed" || r.Moved != moved || r.Login.String() != "desk:s%3Acret" {
			t.Errorf("%s: %v, at %q, moved to %q, as %s", path, err, r.URL, r.Moved, r.Login)
		}
	}
	err := f.Do(t.Context(), Request{URL: s.URL + "/feed", Login: with + "/other", AllowPrivate: true}, func(*Response) error { return nil })
	if err != nil {
		t.Errorf("with the login of another document: %v", err)
	}
	if _, err := f.get(t, with+"/away"); err != nil || elsewhere != "" {
		t.Errorf("to another host: %v, which was told %q", err, elsewhere)
	}
	_, err = f.get(t, s.URL+"/feed")
	wantKind(t, "without a login", err, KindStatus, dateline.ErrForbidden)
}

// A login for an encrypted connection is not given in the clear, and one for a
// host in whatever letters its name is written.
func TestLoginIsFor(t *testing.T) {
	for _, c := range []struct {
		login, address string
		want           bool
	}{
		{"https://a:b@marsa.example/feed", "https://marsa.example/x", true},
		{"https://a:b@marsa.example/feed", "https://MARSA.example/x", true},
		{"http://a:b@marsa.example/feed", "https://marsa.example/x", true},
		{"https://a:b@marsa.example/feed", "http://marsa.example/x", false},
		{"https://a:b@marsa.example/feed", "https://files.marsa.example/x", false},
		{"https://marsa.example/feed", "https://marsa.example/x", false},
	} {
		var r Request
		r.login, _ = url.Parse(c.login)
		u, _ := url.Parse(c.address)
		if got := r.user(u) != nil; got != c.want {
			t.Errorf("%s for %s: %v", c.login, c.address, got)
		}
	}
}

// TestAddresses: what browsers take for an address is one.
func TestAddresses(t *testing.T) {
	for given, want := range map[string]string{
		" https://marsa.example/a b ":             "https://marsa.example/a%20b",
		"https://marsa.example/up-50%-again":      "https://marsa.example/up-50%25-again",
		"https://marsa.example/50%/%D8%AE?q=1%":   "https://marsa.example/50%25/%D8%AE?q=1%25",
		"https://marsa.example/خبر#comments":      "https://marsa.example/%D8%AE%D8%A8%D8%B1",
		"https://marsa.example:port/":             "",
		"ftp://marsa.example/":                    "",
		"https://marsa.example/a\x00b":            "",
		"https://marsa.example/%zz-and-the-rest%": "https://marsa.example/%25zz-and-the-rest%25",
	} {
		u, err := parse(given)
		if err != nil && want != "" || err == nil && u.String() != want {
			t.Errorf("%q: %v %v, want %q", given, u, err, want)
		}
	}
	s := site(t, map[string]http.HandlerFunc{
		"/a":   func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Location", "/50%"); w.WriteHeader(302) },
		"/50%": text("found"),
	})
	if r, err := quick(t, Config{}).get(t, s.URL+"/a"); err != nil || string(r.Body) != "found" {
		t.Errorf("a redirect: %v %q", err, r.Body)
	}
}
