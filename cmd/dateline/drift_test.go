package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

// A rebuilt site names its writers no more: the list, the metrics and the site
// say so, until a person accepts it.
func TestDriftIsListedMeasuredAndAccepted(t *testing.T) {
	var items, signed atomic.Int64
	feed := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/rss" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title>`)
		for n := items.Load(); n > 0; n-- {
			creator := ""
			if n <= signed.Load() {
				creator = "<dc:creator>Rania Sabbagh</dc:creator>"
			}
			fmt.Fprintf(w, `<item><guid>%d</guid><title>The ferry stops for the %dth time</title>%s<description>The ferry stopped.</description></item>`, n, n, creator)
		}
		fmt.Fprint(w, `</channel></rss>`)
	}))
	defer feed.Close()
	s := newShell(t)
	items.Store(60)
	signed.Store(60)
	s.must("sources", "add", feed.URL+"/rss", "--id", "post", "--allow-private", "--delay", "0", "--pages", "never")
	srv := s.serve()
	s.must("poll", "--all", "--wait")
	if out := s.must("sources", "list"); strings.Contains(out, "!") {
		t.Errorf("a source that reads well is marked: %q", out)
	}
	srv.eventually(t, "/metrics", "dateline_sources_drifting 0", true)

	items.Store(70)
	s.must("poll", "--all", "--wait")
	if out := s.must("sources", "list"); !strings.Contains(out, "! reads worse since") || !strings.Contains(out, "none of 10 items with a byline (usually 100 %)") {
		t.Errorf("the list does not say so: %q", out)
	}
	if out := s.must("sources", "list", "--json"); !strings.Contains(out, `"lost":"`) {
		t.Errorf("the list for machines does not say so: %q", out)
	}
	srv.eventually(t, "/metrics", "dateline_sources_drifting 1", true)
	srv.eventually(t, "/metrics", `dateline_source_drift{source="post",trait="byline"} 1`, true)
	srv.eventually(t, "/en/source/post", "read less completely than before", true)
	srv.eventually(t, "/ar/source/post", "اسم الكاتب", true)

	s.must("sources", "set", "post", "--accept-reading")
	if out := s.must("sources", "list"); strings.Contains(out, "!") {
		t.Errorf("still marked after it was accepted: %q", out)
	}
	srv.eventually(t, "/metrics", "dateline_source_drift{", false)
	srv.eventually(t, "/en/source/post", "read less completely", false)

	// Whoever has other pages read wants another reading: nothing is missed of the old one.
	for n := range int64(6) {
		items.Store(80 + 10*n)
		signed.Store(1000)
		s.must("poll", "--all", "--wait")
	}
	s.must("sources", "set", "post", "--pages", "short", "--no-allow-private")
	s.must("sources", "set", "post", "--pages", "never", "--allow-private")
	signed.Store(60)
	items.Store(150)
	s.must("poll", "--all", "--wait")
	if out := s.must("sources", "list"); strings.Contains(out, "!") {
		t.Errorf("what another setting changed is missed: %q", out)
	}
	srv.stop()
}
