package samplepress

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"dateline"
)

// Config says when and where a press runs.
type Config struct {
	Start time.Time        // all offsets count from here; the zero time is now
	Base  string           // address of the listener, such as "http://127.0.0.1:8099"
	Now   func() time.Time // nil is the real clock
}

// A Press serves the sample sources. It is safe for concurrent use: what it
// serves follows from the clock alone.
type Press struct {
	config  Config
	sources []*source
	items   map[string]*item // by SOURCE/SLUG
	filed   map[dateline.SourceID][]*item
	looks   looks
}

// New reads all dispatches for a press that starts at config.Start. A mistake in
// one of them is an error.
func New(config Config) (*Press, error) {
	if !strings.HasPrefix(config.Base, "http://") {
		return nil, fmt.Errorf("sample press: base %q: give the http:// address of its listener: %w", config.Base, dateline.ErrInvalid)
	}
	config.Base = strings.TrimRight(config.Base, "/")
	if config.Now == nil {
		config.Now = time.Now
	}
	if config.Start.IsZero() {
		config.Start = config.Now()
	}
	// Feeds tell whole seconds; a start between two would make them disagree
	// with the clock about what is due.
	config.Start = config.Start.Truncate(time.Second)
	p := &Press{config: config, sources: sources(), filed: map[dateline.SourceID][]*item{}}
	var err error
	if p.items, err = load(p.sources, config.Start); err != nil {
		return nil, fmt.Errorf("sample press: %w", err)
	}
	for _, it := range p.items {
		p.filed[it.source.ID] = append(p.filed[it.source.ID], it)
	}
	for _, its := range p.filed {
		slices.SortFunc(its, func(a, b *item) int {
			// By the first version: an edit moves no item to the top of its feed. The slug
			// makes the order the same in each run, for items come out of a map.
			return cmp.Or(cmp.Compare(b.versions[0].At, a.versions[0].At), cmp.Compare(a.slug, b.slug))
		})
	}
	p.looks, err = parseLooks(p.sources)
	return p, err
}

// Sources are the sources of the press, with the addresses at which it serves
// them. They may stand on loopback and ask for no delay.
func (p *Press) Sources() []dateline.Source {
	var out []dateline.Source
	for _, s := range p.sources {
		noun := s.Source
		noun.Feed, noun.Site = p.feedURL(s), p.homeURL(s)
		out = append(out, noun)
	}
	return out
}

// Next is the next time after t at which a source files something, and the
// sources that do; false when all is filed.
func (p *Press) Next(t time.Time) (time.Time, []dateline.SourceID, bool) {
	var next time.Time
	var who []dateline.SourceID
	for _, s := range p.sources {
		for _, it := range p.filed[s.ID] {
			for _, d := range it.versions {
				due := p.due(d)
				if !due.After(t) || !next.IsZero() && due.After(next) {
					continue
				}
				// An earlier one makes those found before it wait.
				if next.IsZero() || due.Before(next) {
					next, who = due, nil
				}
				if !slices.Contains(who, s.ID) {
					who = append(who, s.ID)
				}
			}
		}
	}
	return next, who, !next.IsZero()
}

// Handler serves feed, front page and item pages of every source.
func (p *Press) Handler() http.Handler {
	mux := http.NewServeMux()
	// Something to obey that bars nothing: a missing file would let this go untested.
	mux.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, r *http.Request) {
		p.answer(w, r, answer{kind: "text/plain; charset=utf-8", body: []byte("User-agent: *\nDisallow: /search\n"), changed: p.config.Start})
	})
	mux.HandleFunc("GET /{source}/feed", p.handle(p.feed))
	mux.HandleFunc("GET /{source}/{$}", p.handle(p.front))
	mux.HandleFunc("GET /{source}/item/{slug}", p.handle(p.page))
	return mux
}

// handle finds the source of a request and answers for it.
func (p *Press) handle(f func(*source, *http.Request) (answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		i := slices.IndexFunc(p.sources, func(s *source) bool { return string(s.ID) == r.PathValue("source") })
		if i < 0 {
			http.NotFound(w, r)
			return
		}
		a, err := f(p.sources[i], r)
		switch {
		case errors.Is(err, dateline.ErrNotFound):
			http.NotFound(w, r)
		case err != nil:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		default:
			p.answer(w, r, a)
		}
	}
}

// due is the one place where offsets become times, so that feed, page and Next agree.
func (p *Press) due(d *dispatch) time.Time { return p.config.Start.Add(d.At) }

// current is the version of an item that is due; nil before the first is. It
// asks the clock each time: there is no state that could fall behind it.
func (p *Press) current(it *item) *dispatch {
	var out *dispatch
	for _, d := range it.versions {
		if !p.due(d).After(p.config.Now()) {
			out = d
		}
	}
	return out
}

func (p *Press) homeURL(s *source) string { return p.config.Base + "/" + string(s.ID) + "/" }
func (p *Press) feedURL(s *source) string { return p.homeURL(s) + "feed" }
func (p *Press) itemURL(it *item) string  { return p.homeURL(it.source) + "item/" + it.slug }
