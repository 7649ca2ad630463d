package api

import (
	"log/slog"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"dateline"
	"dateline/internal/locale"
	"dateline/internal/web/cache"
	"dateline/internal/wire"
)

// Config is what an API needs.
type Config struct {
	Store  dateline.Store
	Reader *wire.Reader
	Now    func() time.Time
	Log    *slog.Logger
	// CacheBytes bounds what the kept answers may take; 0 means 16 MB.
	CacheBytes int
}

// An API answers machines.
type API struct {
	cfg      Config
	pub      *dateline.Publication
	editions []*locale.Edition
	cache    *cache.Cache
	changed  atomic.Int64 // when the public wire last changed, as Unix nanoseconds
	// embargoed are items with an embargo that is decided and not yet filed.
	embargoed map[dateline.ItemID]bool
}

// New returns an API for the publication of the reader.
func New(cfg Config) (*API, error) {
	if cfg.CacheBytes == 0 {
		cfg.CacheBytes = 16 << 20
	}
	a := &API{cfg: cfg, pub: cfg.Reader.Publication(), cache: cache.New(cfg.CacheBytes), embargoed: map[dateline.ItemID]bool{}}
	for _, e := range a.pub.Editions {
		edition, err := locale.New(e)
		if err != nil {
			return nil, err
		}
		a.editions = append(a.editions, edition)
	}
	// What changed before the start is not known, so the start counts as a change.
	a.changed.Store(cfg.Now().UnixNano())
	return a, nil
}

// Handler answers what machines ask and leaves everything else to next. Here
// nothing is written: other methods than GET and HEAD are answered with 405.
func (a *API) Handler(next http.Handler) http.Handler {
	mux := http.NewServeMux()
	// The site stands behind the feeds under the same editions: /en/source/ID is a page, and
	// /en/source/ID/feed.rss is made here.
	mux.Handle("/", next)
	for _, e := range a.editions {
		root := "GET /" + e.Language()
		for _, f := range formats() {
			mux.Handle(root+"/feed."+f.name, a.kept(a.feed(e, f, a.editionFeed), "before"))
			mux.Handle(root+"/source/{id}/feed."+f.name, a.kept(a.feed(e, f, a.sourceFeed), "before"))
			mux.Handle(root+"/story/{id}/feed."+f.name, a.kept(a.feed(e, f, a.storyFeed)))
			mux.Handle(root+"/person/{id}/feed."+f.name, a.kept(a.personFeed(e, f)))
			mux.Handle(root+"/notices/feed."+f.name, a.kept(a.feed(e, f, a.noticesFeed), "before"))
			mux.Handle(root+"/search/feed."+f.name, a.kept(a.feed(e, f, a.searchFeed), "q", "as-of"))
			mux.Handle(root+"/search."+f.name, moved("/"+e.Language()+"/search/feed."+f.name))
		}
		mux.Handle(root+"/opensearch.xml", a.kept(a.openSearch(e)))
	}
	mux.Handle("GET /robots.txt", a.kept(a.robots))
	mux.Handle("GET /sitemap.xml", a.slow(a.sitemapIndex))
	mux.Handle("GET /sitemap-news.xml", a.slow(a.newsSitemap))
	sitemaps := a.slow(a.sitemap)
	mux.HandleFunc("GET /{name}", func(w http.ResponseWriter, r *http.Request) {
		if isSitemap(r.URL.Path) { // a pattern cannot say so
			sitemaps.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
	return readOnly(mux)
}

// readOnly refuses every method that would change something. A mux says so by
// itself only where no pattern takes all methods, and the pages for what is not
// found do.
func readOnly(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodGet, http.MethodHead:
			h.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Allow", "GET, HEAD, OPTIONS")
		// Answered without a body and without CORS headers for methods: scripts may only read.
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		http.Error(w, "this wire can be read, not written: use GET", http.StatusMethodNotAllowed)
	})
}

// moved sends an address that people guess to the one that is meant.
func moved(path string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		to := url.URL{Path: path, RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusMovedPermanently)
	})
}

// The tags of answers: what must happen before they are made anew.
const (
	tagStatic    = "static"    // nothing but a change of the program
	tagNew       = "new"       // something came onto the wire or changed there
	tagWithdrawn = "withdrawn" // something left the wire, or a source changed
	tagPersons   = "persons"   // who said what was found, or the desk said something of persons; searches may ask for it
)

// Changed drops the answers that entries of the log have made untrue. What a
// sitemap lacks can wait for its time to run out; what it must no longer show
// cannot. Entries come in the order of the log, from one goroutine.
func (a *API) Changed(entries []dateline.Entry) {
	added, withdrawn, persons := false, false, false
	for _, e := range entries {
		switch e.Kind {
		case dateline.EntryDecided:
			// Noted until the filing comes: it will say usable, as before, of an item that is
			// gone.
			if e.Note == string(dateline.Embargo) {
				a.embargoed[e.Item] = true
			}
		case dateline.EntryFiled:
			added = true
			// An embargo takes an item off the wire and leaves it usable.
			withdrawn = withdrawn || e.Note != string(dateline.Usable) || a.embargoed[e.Item]
			delete(a.embargoed, e.Item)
		// The end of an embargo adds an item; matches change the corrections and counts of
		// others.
		case dateline.EntryEmbargo, dateline.EntryMatched, dateline.EntryStory:
			added = true
		// Of a source less may go out from now on, in answers of any kind.
		case dateline.EntryErased, dateline.EntrySource:
			withdrawn = true
		case dateline.EntryPerson, dateline.EntryMarked:
			persons = true
			// What the desk says of persons reaches sitemaps at once: it may hide one.
			withdrawn = withdrawn || e.Item == ""
		}
	}
	if !added && !withdrawn && !persons {
		return
	}
	// Before the answers are dropped: one made between the two would have new contents under
	// the old time, and whoever has the old ones of that time would be told 304.
	a.changed.Store(a.cfg.Now().UnixNano())
	if persons {
		a.cache.Drop(tagPersons)
	}
	if withdrawn {
		a.cache.Drop(tagNew, tagWithdrawn)
	} else if added {
		a.cache.Drop(tagNew)
	}
}
