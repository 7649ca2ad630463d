package web

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"time"

	"dateline"
	"dateline/internal/locale"
	"dateline/internal/web/cache"
	"dateline/internal/web/live"
	"dateline/internal/web/look"
	"dateline/internal/wire"
)

// Config is what a Server is made of. Wire and Look are required.
type Config struct {
	Wire       *wire.Reader
	Search     Searcher // nil: the wire itself
	Look       *look.Look
	Log        *slog.Logger
	Now        func() time.Time
	CacheBytes int // of rendered pages; 0 means 64 MiB
}

// A Searcher answers questions with what may go out.
type Searcher interface {
	Search(ctx context.Context, q wire.Question) (wire.Answer, error)
}

// Server is the site. It is an http.Handler.
type Server struct {
	config    Config
	pub       *dateline.Publication
	editions  []*edition
	templates templates
	pages     *cache.Cache
	live      *live.Hub
	mux       *http.ServeMux
	announced map[dateline.ItemID]bool // by Changed alone
}

// An edition is one side of the site.
type edition struct {
	*locale.Edition
	words           *locale.Messages
	calendar, forms string   // for the script
	other           *edition // nil when the publication has only one
}

// New returns the site of the publication that the wire reads for.
func New(config Config) (*Server, error) {
	config.CacheBytes = cmp.Or(config.CacheBytes, 64<<20)
	config.Log = cmp.Or(config.Log, slog.New(slog.DiscardHandler))
	if config.Search == nil {
		config.Search = config.Wire
	}
	if config.Now == nil {
		config.Now = time.Now
	}
	s := &Server{
		config: config, pub: config.Wire.Publication(),
		pages: cache.New(config.CacheBytes), live: live.NewHub(), announced: map[dateline.ItemID]bool{},
	}
	// Whatever of an edition can fail is made here, once: the program does not start
	// with a language that it cannot write, and no page has to ask.
	for _, e := range s.pub.Editions {
		made, err := locale.New(e)
		if err != nil {
			return nil, err
		}
		calendar, forms, err := forScript(made)
		if err != nil {
			return nil, err
		}
		s.editions = append(s.editions, &edition{
			Edition: made, words: made.Messages(), calendar: calendar, forms: forms,
		})
	}
	// More than two have no one counterpart; a switch would need to be a list.
	if len(s.editions) == 2 {
		s.editions[0].other, s.editions[1].other = s.editions[1], s.editions[0]
	}
	s.templates = newTemplates()
	s.mux = s.routes()
	return s, nil
}

// ServeHTTP answers from the cache where it can.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	// Before the mux, for most readers ask for a page that is kept.
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		if page := s.pages.Get(addressOf(r)); page != nil {
			page.ServeHTTP(w, r)
			return
		}
	}
	s.mux.ServeHTTP(w, r)
}

// The query stands in the key as it came. Other spellings of one question are
// rendered twice, which costs less than taking every query apart.

// addressOf is what a page is kept under.
func addressOf(r *http.Request) string {
	if r.URL.RawQuery == "" {
		return r.URL.Path
	}
	return r.URL.Path + "?" + r.URL.RawQuery
}

// Cached returns how many bytes of rendered pages are kept.
func (s *Server) Cached() int { return s.pages.Bytes() }

// Listeners returns how many open pages are told what changes.
func (s *Server) Listeners() int { return s.live.Listeners() }

// Close ends the streams to open pages, so that a server can shut down.
func (s *Server) Close() { s.live.Close() }

// inLanguage returns the edition of a language, else the first one.
func (s *Server) inLanguage(language string) *edition {
	for _, e := range s.editions {
		if e.Language() == language {
			return e
		}
	}
	return s.editions[0]
}
