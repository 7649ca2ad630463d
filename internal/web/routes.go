package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"

	"dateline"
	"dateline/internal/web/cache"
	"dateline/internal/web/look"
)

// routes is every address of the site. The feeds of package api stand beside
// them, under the same editions.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", s.try(s.choose))
	mux.Handle("GET "+look.Prefix, s.config.Look)
	// Not for good: the icon's address changes with the icon.
	mux.Handle("GET /favicon.ico", http.RedirectHandler(s.config.Look.Icon, http.StatusFound))
	mux.Handle("GET /events", s.try(s.follow))
	for _, e := range s.editions {
		at := "GET /" + e.Language()
		mux.Handle(at, http.RedirectHandler("/"+e.Language()+"/", http.StatusMovedPermanently))
		mux.Handle(at+"/{$}", s.page(e, s.front))
		mux.Handle(at+"/latest", s.page(e, s.latest))
		// Without the headline: the address of a withdrawn item, and one that outlives headlines.
		mux.Handle(at+"/item/{id}", s.page(e, s.item))
		mux.Handle(at+"/item/{id}/{slug}", s.page(e, s.item))
		mux.Handle(at+"/versions/{id}", s.page(e, s.versions))
		mux.Handle(at+"/story/{id}", s.page(e, s.story))
		mux.Handle(at+"/person/{id}", s.page(e, s.person))
		mux.Handle(at+"/statement/{id}", s.page(e, s.statement))
		mux.Handle(at+"/sources", s.page(e, s.sources))
		mux.Handle(at+"/source/{id}", s.page(e, s.source))
		mux.Handle(at+"/search", s.page(e, s.search))
		mux.Handle(at+"/notices", s.page(e, s.notices))
		mux.Handle(at+"/about", s.page(e, s.about))
	}
	mux.Handle("/", s.try(s.elsewhere))
	return mux
}

// elsewhere answers for every address that is none: people and programs add a
// slash at the end of those that are.
func (s *Server) elsewhere(w http.ResponseWriter, r *http.Request) error {
	bare := strings.TrimRight(r.URL.Path, "/")
	if bare == r.URL.Path || bare != path.Clean(bare) { // never to another host
		return fmt.Errorf("no such page: %w", dateline.ErrNotFound)
	}
	if _, language := s.editions[0].words.Languages[bare[1:]]; language { // an edition that there is not has no page without the slash either
		return fmt.Errorf("no edition in %q: %w", bare[1:], dateline.ErrNotFound)
	}
	to := url.URL{Path: bare, RawQuery: r.URL.RawQuery}
	http.Redirect(w, r, to.String(), http.StatusMovedPermanently)
	return nil
}

// A view is a page before it is rendered: a template with its data, and tags
// for what stands on it. A view without tags is not kept.
type view struct {
	template string
	data     any
	status   int // 0 means 200
	tags     []string
	noindex  bool // says in a header, too, that search engines shall not list it
}

// page serves what makes returns, rendered once and kept until it changes.
func (s *Server) page(e *edition, makes func(*edition, *http.Request) (view, error)) http.Handler {
	return s.try(func(w http.ResponseWriter, r *http.Request) error {
		// Others may be waiting for this page: it is made even if this reader goes.
		r = r.WithContext(context.WithoutCancel(r.Context()))
		page, err := s.pages.Render(addressOf(r), func() (*cache.Page, error) {
			v, err := makes(e, r)
			if err != nil {
				return nil, err
			}
			return s.render(v)
		})
		if err != nil {
			return err
		}
		page.ServeHTTP(w, r)
		return nil
	})
}

// render makes the whole page before any of it is sent: a template that fails halfway
// becomes an error page with its status, and not half a page that says 200.
func (s *Server) render(v view) (*cache.Page, error) {
	var b bytes.Buffer
	if err := s.templates.execute(&b, v.template, v.data); err != nil {
		return nil, err
	}
	if v.status == 0 {
		v.status = http.StatusOK
	}
	// What has no tags is not kept, and must not be by this one.
	if len(v.tags) > 0 {
		v.tags = append(v.tags, everyPage)
	}
	headers := pageHeaders()
	if v.noindex {
		headers.Set("X-Robots-Tag", "noindex")
	}
	return cache.NewPage(v.status, b.Bytes(), headers, v.tags...), nil
}

// pageHeaders are those of every page. Nothing from elsewhere is loaded and
// nothing inline is run; a reader's cache asks again each time, so that a kill
// reaches everybody at once.
func pageHeaders() http.Header {
	return http.Header{
		"Content-Type":  {"text/html; charset=utf-8"},
		"Cache-Control": {"public, no-cache"},
		"Content-Security-Policy": {"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
			"img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
		"X-Content-Type-Options": {"nosniff"},
		"Referrer-Policy":        {"strict-origin-when-cross-origin"},
	}
}

// follow streams to an open page of an edition what changes.
func (s *Server) follow(w http.ResponseWriter, r *http.Request) error {
	// inLanguage falls back to the first edition; a script that asks for another language
	// must be told so, or it would count items that its page never lists.
	language := r.URL.Query().Get("lang")
	if s.inLanguage(language).Language() != language {
		return fmt.Errorf("lang=%q is no edition: %w", language, dateline.ErrInvalid)
	}
	return s.live.Stream(w, r, language)
}

// choose sends a reader to the edition that the browser asks for.
func (s *Server) choose(w http.ResponseWriter, r *http.Request) error {
	// A cache that forgot it would send all readers where the first one went.
	w.Header().Set("Vary", "Accept-Language")
	w.Header().Set("Cache-Control", "no-cache")
	// Found, not moved for good: a browser would keep that, and its reader may choose
	// another language tomorrow.
	http.Redirect(w, r, "/"+s.preferred(r).Language()+"/", http.StatusFound)
	return nil
}
