package web

import (
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/search"
	"dateline/internal/wire"
)

// Limits keep a question from costing more than an answer is worth: nobody
// reads a thousand hits, and every page of them is ranked anew.
const (
	longestQuery = 300 // bytes
	deepestHit   = 1000
	pageHits     = 20
)

// A searchPage is a question and what was found.
type searchPage struct {
	Frame
	Asked     bool
	Newest    bool
	Count     string
	None      template.HTML // says that nothing matches
	SomeWords bool
	Hits      []hit
	Best, New string // addresses of the other order
	Turn      Turn
	Examples  []example
}

type hit struct {
	Line
	Snippet []search.Piece
}

// An example shows a part of the query language.
type example struct{ Query, Means string }

func (s *Server) search(e *edition, r *http.Request) (view, error) {
	q := r.URL.Query()
	text := strings.TrimSpace(q.Get("q"))
	p := searchPage{Frame: s.frame(e, r, "search", e.words.Frame.Search), Examples: examples(e), Newest: q.Get("order") == "new"}
	p.Robots = "noindex" // answers are no pages of their own
	if text == "" {      // the empty form never changes, so no item's tag drops it
		p.Robots = ""
		return view{template: "search", data: p, tags: []string{"search"}}, nil
	}
	skip, err := skipOf(q.Get("skip"))
	if err != nil {
		return view{}, err
	}
	if len(text) > longestQuery {
		return view{}, fmt.Errorf("a query of %d bytes: ask with at most %d: %w", len(text), longestQuery, dateline.ErrInvalid)
	}
	p.ask(s, e, r, text)
	answer, err := s.config.Search.Search(r.Context(), wire.Question{
		Text: text, Language: e.Language(), Newest: p.Newest, Skip: skip, Limit: pageHits, Count: true,
	})
	if err != nil {
		return view{}, err
	}
	p.fill(s, e, text, answer)
	p.turn(r, skip, answer.More)
	return view{template: "search", data: p, tags: []string{everyList}}, nil
}

// ask sets what depends on the question alone.
func (p *searchPage) ask(s *Server, e *edition, r *http.Request, text string) {
	p.Asked, p.Query = true, text
	p.Title = e.words.List.Pages.With(e.words.Search.Title.With(text), p.Name)
	p.Frame.Feeds = s.feeds(e, "/"+e.Language()+"/search/", text, text)
	p.Best = withQuery(r.URL.Path, url.Values{"q": {text}})
	p.New = withQuery(r.URL.Path, url.Values{"q": {text}, "order": {"new"}})
	if p.Switch != nil {
		p.Switch.Href += "?q=" + url.QueryEscape(text)
	}
}

// fill sets what was found. A hit without a snippet, found by its headline,
// shows the words that lists show.
func (p *searchPage) fill(s *Server, e *edition, text string, a wire.Answer) {
	p.SomeWords = a.SomeWords
	p.Count = e.Count(e.words.Search.Results, a.Total)
	if len(a.Hits) == 0 {
		p.None = isolated(e.words.Search.None, text)
		return
	}
	day := a.Hits[0].View.When
	for i := range a.Hits {
		v := &a.Hits[i].View
		h := hit{Line: s.line(e, v, day), Snippet: a.Hits[i].Snippet}
		h.Moment.Brief = e.ShortDate(v.When) // hits are of any day
		if len(h.Snippet) == 0 && v.Excerpt != "" {
			h.Snippet = []search.Piece{{Text: v.Excerpt}}
		}
		p.Hits = append(p.Hits, h)
	}
}

// turn counts hits instead of naming a place: in order of rank there is no
// place that stays where it is.
func (p *searchPage) turn(r *http.Request, skip int, more bool) {
	q := r.URL.Query()
	if skip > 0 {
		q.Del("skip")
		p.Turn.Newest = withQuery(r.URL.Path, q)
	}
	if more && skip+pageHits < deepestHit {
		q.Set("skip", strconv.Itoa(skip+pageHits))
		p.Turn.Older = withQuery(r.URL.Path, q)
	}
}

func skipOf(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > deepestHit {
		return 0, fmt.Errorf("skip=%q: give a number up to %d: %w", text, deepestHit, dateline.ErrInvalid)
	}
	return n, nil
}

// examples explain the query language in words of the edition.
func examples(e *edition) []example {
	w := e.words.Search
	one, two := w.ExampleOne, w.ExampleTwo
	return []example{
		{one + " " + two, w.Words}, {`"` + one + " " + two + `"`, w.Phrase}, {one + " -" + two, w.Not},
		{one + " OR " + two, w.Or}, {"source:own", w.From}, {"lang:ar", w.In},
		{"by:" + w.ExampleName, w.Person}, {"after:2026-01-01 before:2026-02-01", w.After},
	}
}
