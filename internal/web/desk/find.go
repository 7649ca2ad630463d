package desk

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/lang"
	"dateline/internal/locale"
	"dateline/internal/search"
	"dateline/internal/web"
)

// The filter stands in the address and nowhere else, so that it can be kept as a
// bookmark, gone back to and handed to a colleague, and needs no script:
//
//	q       words, an id or an address
//	state   usable, withheld or canceled
//	source  its id; "own" are the desk's own items
//	in      a language of an edition, or "other"
//	before  where the list goes on
//
// lang is the language of the page, here as everywhere at the desk.

// A filterForm is the form over the list, with what is asked for.
type filterForm struct {
	Text                       string
	States, Sources, Languages []choice
	On                         bool   // something is asked for
	Clear                      string // address of the whole list
	Count                      string // how many there are, "" where that was not counted
	None, GoesOn               string // instead of items; under few of them
}

// otherLanguages asks for items in the languages of no edition.
const otherLanguages = "other"

// filterKeys are the parts of an address that filter.
func filterKeys() []string { return []string{"q", "state", "source", "in"} }

// kept are the parts of an address, or of what a form brings back, that say which
// items the desk lists.
func kept(from url.Values) url.Values {
	out := url.Values{}
	for _, key := range append(filterKeys(), "before") {
		// Nothing that is empty, so that an address is no longer than what it asks.
		if v := strings.TrimSpace(from.Get(key)); v != "" {
			out.Set(key, v)
		}
	}
	return out
}

// asked reads which items are asked for.
func (h *Handler) asked(e *locale.Edition, q url.Values) (s newsdesk.Search, err error) {
	s = newsdesk.Search{
		Named: q.Get("q"), Query: search.Parse(q.Get("q"), e.Zone()), Status: dateline.PubStatus(q.Get("state")),
		Source: dateline.SourceID(q.Get("source")), Language: lang.Base(q.Get("in")), Limit: newestItems,
	}
	switch s.Status {
	case "", dateline.Usable, dateline.Withheld, dateline.Canceled:
	default:
		return s, notHere("state", string(s.Status))
	}
	if q.Get("in") == otherLanguages {
		s.Language = ""
		for _, e := range h.editions {
			s.NotIn = append(s.NotIn, e.Language())
		}
	}
	return s, nil
}

// list fills in the items that are asked for, and the form that asks.
func (h *Handler) list(r *http.Request, p *page) error {
	q := kept(r.URL.Query())
	s, err := h.asked(p.E, q)
	if err != nil {
		return err
	}
	if s.Before, err = web.PlaceOf(r); err != nil {
		return err
	}
	if p.Filter, err = h.filterForm(r, p.E, q); err != nil {
		return err
	}
	// Of a copy, for the other edition's language is put into it.
	p.elsewhere("/desk", kept(q))
	if len(s.Query.Said) > 0 { // no index of words tells who said them
		p.Filter.None = p.M.Find.InStatement
		return nil
	}
	found, err := h.config.Desk.Find(r.Context(), s)
	if err != nil {
		return err
	}
	p.Filter.tell(p.E, &found)
	q.Set("lang", p.E.Language()) // but nothing of what was done here last
	p.Turn = web.TurnOf(&http.Request{URL: &url.URL{Path: "/desk", RawQuery: q.Encode()}}, s.Before, found.Next)
	return h.copies(r, p, found.Lines, kept(q))
}

// tell says how many were found.
func (f *filterForm) tell(e *locale.Edition, found *newsdesk.Found) {
	words := e.Messages()
	switch {
	case found.Count >= 0:
		f.Count = e.Count(words.List.Items, found.Count)
	// Words are not counted, but where all are on this page their number is known.
	case found.Next.Item == "":
		f.Count = e.Count(words.List.Items, len(found.Lines))
	// A short page that goes on looked at all that one page may; it says so, or the reader
	// would take it for the end.
	case len(found.Lines) < newestItems:
		f.GoesOn = words.Find.GoesOn
	}
	if f.On && len(found.Lines) == 0 && f.GoesOn == "" {
		f.None, f.Count = words.Find.None, ""
	}
}

// copies fills in the lines of items. Decisions on them lead back to the list that
// they were made in.
func (h *Handler) copies(r *http.Request, p *page, lines []newsdesk.Line, at url.Values) error {
	copies := make([]copyLine, len(lines))
	for i := range lines {
		copies[i] = h.copyLine(p.E, &lines[i])
		copies[i].Back = at.Encode()
		if string(copies[i].ID) == r.URL.Query().Get("item") { // it is told where it was done
			copies[i].Told, p.Told = p.Told, ""
		}
	}
	if err := h.linkShared(r, p.E, copies); err != nil {
		return err
	}
	p.Days = h.byDay(p.E, lines, copies)
	return nil
}

// filterForm offers every source by its name, the publication's own first: that is
// what a desk looks for most.
func (h *Handler) filterForm(r *http.Request, e *locale.Edition, q url.Values) (*filterForm, error) {
	words := e.Messages().Find
	f := &filterForm{Text: q.Get("q"), Clear: "/desk?lang=" + e.Language()}
	f.On = slices.ContainsFunc(filterKeys(), q.Has)
	f.States = []choice{{"", words.AllStates, !q.Has("state")}}
	for _, status := range []dateline.PubStatus{dateline.Usable, dateline.Withheld, dateline.Canceled} {
		f.States = append(f.States, choice{string(status), words.States[status], q.Get("state") == string(status)})
	}
	f.Languages = []choice{{"", words.AllLanguages, !q.Has("in")}}
	for _, edition := range h.editions {
		code := edition.Language()
		f.Languages = append(f.Languages, choice{code, e.LanguageName(code), q.Get("in") == code})
	}
	f.Languages = append(f.Languages, choice{otherLanguages, words.NoLanguage, q.Get("in") == otherLanguages})
	sources, err := h.config.Sources.Sources(r.Context())
	f.Sources = sourceChoices(e, sources, q.Get("source"))
	return f, err
}

// sourceChoices goes by the names of the edition, in the order of its alphabet.
func sourceChoices(e *locale.Edition, sources []dateline.Source, chosen string) []choice {
	var named []choice
	known := chosen == ""
	for i := range sources {
		id := string(sources[i].ID)
		named = append(named, choice{id, nameOf(e, &sources[i]), id == chosen})
		known = known || id == chosen
	}
	if !known { // one that was removed: its items stay
		named = append(named, choice{chosen, chosen, true})
	}
	slices.SortStableFunc(named, func(a, b choice) int {
		return cmp.Or(own(b)-own(a), e.CompareNames(a.Label, b.Label))
	})
	return append([]choice{{"", e.Messages().Find.AllSources, chosen == ""}}, named...)
}

// own is a number for cmp.Or, 1 for the publication's own items.
func own(c choice) int {
	if c.Value == string(dateline.OwnSource) {
		return 1
	}
	return 0
}

// nameOf is what a source is called in an edition.
func nameOf(e *locale.Edition, s *dateline.Source) string {
	return s.Names.In(e.Language(), cmp.Or(s.Name, string(s.ID)))
}
