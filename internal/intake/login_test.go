package intake

import (
	"net/http"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/format/opml"
)

// TestLoginStaysPrivate: the user and password of a feed open its pages as well,
// whether it links to them in full or not, and stand in nothing that is kept of
// an item or told of its source: those addresses are published.
func TestLoginStaysPrivate(t *testing.T) {
	b := newBench(t)
	locked := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if user, _, _ := r.BasicAuth(); user != "desk" {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			w.Write([]byte(strings.ReplaceAll(body, "{}", b.web.URL)))
		}
	}
	feed := strings.ReplaceAll(rss([4]string{"Quay widened", "", "/quay", "Short."}, [4]string{"Port shut", "p", "{}/port", "Short."}), "<link>{}/</link>", "<link>/</link>")
	b.web.handle("/rss", locked(feed))
	b.web.handle("/new/rss", locked(feed))
	b.web.handle("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, b.web.URL+"/new/rss", http.StatusMovedPermanently)
	})
	b.web.handle("/quay", locked(article("Quay widened", "quay")))
	b.web.handle("/port", locked(article("Port shut", "port")))
	b.web.handle("/", locked(`<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>`))
	with := strings.Replace(b.web.URL, "http://", "http://desk:secret@", 1)
	b.add("harbour", "", func(s *dateline.Source) { s.Feed = with + "/moved" })
	if r := b.poll(); r.Kept != 2 || r.Pages != 2 || len(r.Failed)+len(r.Warned) > 0 {
		t.Fatalf("%+v", r)
	}
	s := b.source("harbour")
	if s.Feed != with+"/new/rss" || s.Site != b.web.URL+"/" {
		t.Errorf("moved to %q, its site is %q", s.Feed, s.Site)
	}
	for guid, it := range b.items("harbour") {
		if strings.Contains(it.URL+guid, "secret") || !strings.Contains(it.Text(), "harbour") {
			t.Errorf("%q at %q: %q", guid, it.URL, it.Text())
		}
	}
	found, err := b.in.Discover(t.Context(), with+"/", dateline.Source{AllowPrivate: true, Delay: -1})
	if err != nil || len(found) != 1 || found[0].Feed != with+"/rss" || strings.Contains(found[0].Site, "secret") {
		t.Errorf("found %v, %+v", err, found)
	}
	nameless := Candidate{Feed: with + "/rss"}.Source()
	listed := FromOPML(&opml.Document{Outlines: []opml.Outline{{Attrs: []opml.Attr{{Name: "xmlUrl", Value: with + "/rss"}, {Name: "htmlUrl", Value: with + "/"}}}}})
	for _, s := range append(listed, nameless) {
		if s.Feed != with+"/rss" || strings.Contains(s.Name+s.Site+string(s.ID), "secret") {
			t.Errorf("%+v", s)
		}
	}
}
