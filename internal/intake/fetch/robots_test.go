package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"dateline"
)

// TestSlowRobots: a robots.txt that does not come in time is waited for once and
// not before every document of its host, which would wait in a row. Who stops
// waiting himself leaves it to the next to ask.
func TestSlowRobots(t *testing.T) {
	var asked atomic.Int64
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(_ http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			<-r.Context().Done()
		},
		"/x": text("x"),
	})
	stopped, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	err := quick(t, Config{}).Do(stopped, Request{URL: s.URL + "/x", AllowPrivate: true}, func(*Response) error { return nil })
	if err == nil || asked.Load() != 1 {
		t.Errorf("stopped: %v, asked %d times", err, asked.Load())
	}
	f := quick(t, Config{RobotsTimeout: 50 * time.Millisecond})
	for range 3 {
		if r, err := f.get(t, s.URL+"/x"); err != nil || string(r.Body) != "x" {
			t.Fatalf("%v %q", err, r.Body)
		}
	}
	if asked.Load() != 2 {
		t.Errorf("robots.txt was asked for %d times", asked.Load()-1)
	}
}

// TestCutRobots: of a robots.txt that breaks off the beginning holds, but not for
// as long as a whole one: what it forbids may stand in the rest.
func TestCutRobots(t *testing.T) {
	const rules = "User-agent: *\nDisallow: /a\nDisallow: /b\n"
	cut := true
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) {
			if cut {
				w.Header().Set("Content-Length", "1000")
				io.WriteString(w, rules[:27])
				return
			}
			io.WriteString(w, rules)
		},
		"/a": text("a"), "/b": text("b"),
	})
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	f := quick(t, Config{Now: func() time.Time { return now }})
	_, err := f.get(t, s.URL+"/a")
	wantKind(t, "what came forbids", err, KindRobots, dateline.ErrForbidden)
	if _, err := f.get(t, s.URL+"/b"); err != nil {
		t.Errorf("what did not come: %v", err)
	}
	cut = false
	now = now.Add(robotsFailed + time.Second)
	if _, err := f.get(t, s.URL+"/b"); !errors.Is(err, dateline.ErrForbidden) {
		t.Errorf("the whole file is not asked for again: %v", err)
	}
	now = now.Add(robotsFor - time.Minute)
	cut = true
	if _, err := f.get(t, s.URL+"/b"); !errors.Is(err, dateline.ErrForbidden) {
		t.Errorf("a whole file is asked for again too soon: %v", err)
	}
}

// TestKnownRobots: rules that are known hold while the file cannot be had or does
// not come whole. Only another answer changes them.
func TestKnownRobots(t *testing.T) {
	answer := text("User-agent: *\nDisallow: /a\n")
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { answer(w, r) }, "/a": text("a"), "/b": text("b"),
	})
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	f := quick(t, Config{Now: func() time.Time { return now }, RobotsTimeout: 100 * time.Millisecond})
	for _, then := range []struct {
		what   string
		answer http.HandlerFunc
		a      error // of what was forbidden first; what was not is served but for a failure
	}{
		{"first", answer, dateline.ErrForbidden},
		{"hangs", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, dateline.ErrForbidden},
		{"cut", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "1000")
			io.WriteString(w, "User-agent: *\n")
		}, dateline.ErrForbidden},
		{"fails", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) }, dateline.ErrUnavailable},
		{"hangs again", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, dateline.ErrForbidden},
		{"is not there any more", http.NotFound, nil},
		{"hangs once more", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, nil},
	} {
		answer, now = then.answer, now.Add(robotsFor)
		if _, err := f.get(t, s.URL+"/a"); !errors.Is(err, then.a) {
			t.Errorf("%s: %v, want %v", then.what, err, then.a)
		}
		if _, err := f.get(t, s.URL+"/b"); err != nil && then.what != "fails" {
			t.Errorf("%s: what nothing forbids: %v", then.what, err)
		}
	}
}
