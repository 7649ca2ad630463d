package web

import (
	"errors"
	"fmt"
	"html/template"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline"
	"dateline/internal/search"
	"dateline/internal/wire"
)

// Limits keep a question from costing more than an answer is worth: nobody
// reads a thousand hits, and every page of them is ranked anew.
const (
	longestQuery = 300 // characters, so that every script may ask as much
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
	Some      string        // says that some hits have not all of the words, or in other forms
	Hits      []hit
	Past      pastPart
	Best, New string // addresses of the other order
	Turn      Turn
	Examples  []example
}

type hit struct {
	Line
	Snippet []search.Piece
	Changed string // that the item has another version today; "" when it has not
}

// A pastPart is what a search as of a past point shows beside its hits.
type pastPart struct {
	Zone    string        // in which the form's field is read
	Field   string        // what stands in it
	Says    template.HTML // which point is shown; "" for now
	Refused string        // why none is shown that was asked for; "" when one is
	Changed string        // how many hits have changed since; "" for none
	Now     string        // address of the same search as of now
}

// An example shows a part of the query language.
type example struct{ Query, Means string }

func (s *Server) search(e *edition, r *http.Request) (view, error) {
	q := r.URL.Query()
	text := strings.TrimSpace(q.Get("q"))
	p := searchPage{Frame: s.frame(e, r, "search", e.words.Frame.Search), Examples: examples(e), Newest: q.Get("order") == "new"}
	p.Past.Zone = e.ZoneLabel(s.config.Now())
	p.Robots = "noindex" // answers are no pages of their own
	if text == "" {      // the empty form never changes, so no item's tag drops it
		p.Robots = ""
		return view{template: "search", data: p, tags: []string{"search"}}, nil
	}
	skip, err := skipOf(q.Get("skip"))
	if err != nil {
		return view{}, err
	}
	if n := utf8.RuneCountInString(text); n > longestQuery {
		return view{}, fmt.Errorf("a query of %d characters: ask with at most %d: %w", n, longestQuery, dateline.ErrInvalid)
	}
	asOf := strings.TrimSpace(q.Get("as-of"))
	answer, err := s.config.Search.Search(r.Context(), wire.Question{
		Text: text, Language: e.Language(), Newest: p.Newest, Skip: skip, Limit: pageHits, Count: true, AsOf: asOf,
	})
	if errors.Is(err, wire.ErrSaidNow) { // the form offers both, so it says that they do not go together
		p.ask(s, e, r, url.Values{"q": {text}})
		p.Past.Refused = e.words.Search.SaidNow
		// No tags: a mistake is not kept.
		return view{template: "search", data: p, status: Status(err)}, nil
	}
	if err != nil {
		return view{}, err
	}
	p.ask(s, e, r, question(e, text, asOf, answer.AsOf))
	p.fill(s, e, text, answer)
	p.past(e, answer)
	p.turn(r, skip, answer.More)
	// Any item may become a hit, and any statement with said:, so no tag of less would do.
	return view{template: "search", data: p, tags: []string{everyList, spokenTag}}, nil
}

// question is what was asked, for addresses that mean the same in each edition:
// a time without a zone is the edition's.
func question(e *edition, text, asOf string, at *search.Point) url.Values {
	q := url.Values{"q": {text}}
	if at == nil {
		return q
	}
	q.Set("as-of", at.Time.UTC().Format(time.RFC3339Nano))
	// A point that was asked for by its number stays one: several entries may be of one
	// second.
	if p, err := search.ParsePoint(asOf, e.Zone()); err == nil && p.Seq > 0 {
		q.Set("as-of", strconv.FormatInt(p.Seq, 10))
	}
	return q
}

// ask sets what depends on the question alone.
func (p *searchPage) ask(s *Server, e *edition, r *http.Request, asked url.Values) {
	text := asked.Get("q")
	p.Asked, p.Query = true, text
	p.Title = e.words.List.Pages.With(e.words.Search.Title.With(text), p.Name)
	p.Frame.Feeds = s.feeds(e, "/"+e.Language()+"/search/", text, asked)
	p.Best = withQuery(r.URL.Path, asked)
	if p.Switch != nil {
		p.Switch.Href = withQuery(p.Switch.Href, asked)
	}
	p.Past.Now = withQuery(r.URL.Path, url.Values{"q": {text}})
	newest := maps.Clone(asked)
	newest.Set("order", "new")
	p.New = withQuery(r.URL.Path, newest)
}

// past says which point of the log is shown.
func (p *searchPage) past(e *edition, a wire.Answer) {
	if a.AsOf == nil {
		return
	}
	at := a.AsOf.Time.In(e.Zone())
	p.Past.Zone = e.ZoneLabel(at)
	p.Past.Field = at.Format("2006-01-02T15:04")
	if at.Second() != 0 { // a field with seconds asks for them ever after
		p.Past.Field = at.Format("2006-01-02T15:04:05")
	}
	p.Past.Says = isolated(e.words.Search.AsOfAt, e.DateTime(at))
	if a.Changed > 0 {
		p.Past.Changed = e.Count(e.words.Search.Changed, a.Changed)
	}
}

// fill sets what was found. A hit without a snippet, found by its headline,
// shows the words that lists show.
func (p *searchPage) fill(s *Server, e *edition, text string, a wire.Answer) {
	if a.SomeWords {
		p.Some = someOf(e, text)
	}
	if !a.AtLeast { // a number that is not the number would be believed
		p.Count = e.Count(e.words.Search.Results, a.Total)
	}
	if len(a.Hits) == 0 {
		p.None = isolated(e.words.Search.None, text)
		return
	}
	for i := range a.Hits {
		v := &a.Hits[i].View
		h := hit{Line: s.line(e, v, time.Time{}), Snippet: a.Hits[i].Snippet}
		h.Moment.Brief = strings.Replace(h.Moment.Shown, e.words.List.Comma, "", 1) // hits are of any day; the clock stands under it
		if len(h.Snippet) == 0 && v.Excerpt != "" {
			h.Snippet = []search.Piece{{Text: v.Excerpt}}
		}
		if a.Hits[i].Changed() {
			h.Changed = e.words.Search.ChangedSince.With(e.Figure(v.Version), e.Figure(a.Hits[i].Current))
		}
		p.Hits = append(p.Hits, h)
	}
}

// someOf says what hits lack that have not all that was asked for. Of a single
// word none can have a part: they have another form of it.
func someOf(e *edition, text string) string {
	if q := search.Parse(text, e.Zone()); len(q.Terms) == 1 && len(q.Terms[0]) == 1 && len(q.Terms[0][0].Words) == 1 {
		return e.words.Search.SomeForms
	}
	return e.words.Search.SomeWords
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

// skipOf refuses what no page of ours leads to; "" is the beginning.
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
		{one + " OR " + two, w.Or}, {"source:own", w.From}, {"-source:own", w.NotFrom}, {"lang:ar", w.In},
		{"by:" + w.ExampleName, w.Person}, {"said:" + w.ExampleName + " " + one, w.Said}, {"after:2026-01 before:2026-02", w.After},
	}
}
