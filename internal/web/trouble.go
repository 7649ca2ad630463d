package web

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"golang.org/x/text/language"

	"dateline"
	"dateline/internal/locale"
)

// Status is the HTTP status of an error's kind. No other place in the site
// decides one.
func Status(err error) int {
	switch {
	case err == nil:
		return http.StatusOK
	case errors.Is(err, dateline.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, dateline.ErrGone):
		return http.StatusGone
	case errors.Is(err, dateline.ErrInvalid):
		return http.StatusBadRequest
	case errors.Is(err, dateline.ErrForbidden):
		return http.StatusForbidden
	case errors.Is(err, dateline.ErrConflict):
		return http.StatusConflict
	case errors.Is(err, dateline.ErrTooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, dateline.ErrUnavailable):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// A moved error says that a page stands elsewhere.
type moved struct {
	to      string // path within the site
	forGood bool   // it will never stand here again
}

// Error says where to, for whoever wraps it.
func (m *moved) Error() string { return "moved to " + m.to }

// try makes a handler of a function that may fail.
func (s *Server) try(f func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := f(w, r)
		var to *moved
		switch {
		case err == nil:
		case errors.Is(err, context.Canceled) && r.Context().Err() != nil:
			// the reader has gone
		case errors.As(err, &to):
			w.Header().Set("Cache-Control", "no-cache") // headlines, and so addresses, change
			status := http.StatusFound
			if to.forGood {
				status = http.StatusMovedPermanently
			}
			http.Redirect(w, r, to.to, status)
		default:
			s.fail(w, r, err)
		}
	})
}

// Error pages are made anew each time: nobody needs them fast, and kept ones
// would let anybody fill the cache with addresses that do not exist.

// fail answers with the page of the error's kind. Only what is our fault is
// logged: the rest is part of a day's work.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	status := Status(err)
	if status == http.StatusInternalServerError {
		s.config.Log.Error("page failed", "path", r.URL.Path, "err", err)
	}
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	page, err := s.render(s.troubleView(s.editionOf(r), r, status))
	if err != nil {
		s.config.Log.Error("error page failed", "err", err)
		http.Error(w, http.StatusText(status), status)
		return
	}
	page.ServeHTTP(w, r)
}

// A troublePage is the page of an error.
type troublePage struct {
	Frame
	Number, Heading, Text string
	Notices               []notice // what is left of a killed item
}

// troubleView has no tags, so it is not kept; the page of a withdrawn item, which is asked
// for as often as the item was, gets its item's from its caller. It offers search engines
// no counterpart: an address that leads nowhere has none.
func (s *Server) troubleView(e *edition, r *http.Request, status int) view {
	heading, text := TroubleWords(e.words.Trouble, status)
	f := s.frame(e, r, "trouble", heading)
	f.Robots, f.Alternates = "noindex", nil
	return view{template: "trouble", status: status, data: troublePage{
		Frame: f, Number: e.Figure(status), Heading: heading, Text: text,
	}}
}

// TroubleWords are the title and the sentence of a status.
func TroubleWords(t locale.Trouble, status int) (heading, text string) {
	switch status {
	case http.StatusNotFound:
		return t.NotFound, t.NotFoundText
	case http.StatusGone:
		return t.Gone, t.GoneText
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge:
		return t.Invalid, t.InvalidText
	case http.StatusForbidden:
		return t.Forbidden, t.ForbiddenText
	case http.StatusConflict:
		return t.Conflict, t.ConflictText
	case http.StatusServiceUnavailable:
		return t.Unavailable, t.UnavailableText
	}
	return t.Failed, t.FailedText
}

// editionOf is the edition whose address was asked for, else the one that the
// browser asks for.
func (s *Server) editionOf(r *http.Request) *edition {
	first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	for _, e := range s.editions {
		if e.Language() == first {
			return e
		}
	}
	return s.preferred(r)
}

// preferred is the edition that Accept-Language asks for, else the first.
func (s *Server) preferred(r *http.Request) *edition {
	// It sorts by weight, so that the first which is an edition's is the reader's wish.
	wanted, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	// A header that cannot be read is a program's fault, and its reader gets a page all the same.
	if err != nil {
		return s.editions[0]
	}
	for _, tag := range wanted {
		// Editions are of languages: who asks for ar-EG or ar-MA gets the Arabic one.
		base, _ := tag.Base()
		for _, e := range s.editions {
			if e.Language() == base.String() {
				return e
			}
		}
	}
	return s.editions[0]
}
