package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/wire"
)

// A sourcesPage lists who files.
type sourcesPage struct {
	Frame
	Count   string
	Sources []sourceRow
	Kinds   bool   // some of them have a kind
	Finds   bool   // there are so many that one is looked for by name
	Wanted  string // the name that is looked for
}

// manySources is from how many on a list is not read to its end for one name.
const manySources = 25

// A sourceRow is what the public may know of a source.
type sourceRow struct {
	SourceRef
	Language, Usage, Site string
	Host                  string // of Site, for people
	Retired               bool
}

// sources lists who files. It says nothing of how many items or when the last
// one came: that would change the page with every item.
func (s *Server) sources(e *edition, r *http.Request) (view, error) {
	all, err := s.config.Wire.Sources(r.Context())
	if err != nil {
		return view{}, err
	}
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	p := sourcesPage{Frame: s.frame(e, r, "sources", e.words.Frame.Sources), Wanted: name, Finds: len(all) >= manySources || name != ""}
	p.Description = e.words.Source.About
	for i := range all {
		if row := e.sourceRow(&all[i]); row.called(name) {
			p.Sources = append(p.Sources, row)
			p.Kinds = p.Kinds || row.Kind != ""
		}
	}
	p.Count = e.Count(e.words.Source.Sources, len(p.Sources))
	if name != "" { // an answer is no page of its own
		p.Robots = "noindex"
	}
	if name != "" && p.Switch != nil {
		p.Switch.Href = withQuery(p.Switch.Href, url.Values{"name": {name}})
	}
	// By name and not by weight: an order by anything else would be a judgement.
	slices.SortStableFunc(p.Sources, func(a, b sourceRow) int { return e.CompareNames(a.Name, b.Name) })
	return view{template: "sources", data: p, tags: []string{sourcesTag}}, nil
}

// called reports whether a source is called so, in whatever spelling, or has a site
// with that in its name.
func (r *sourceRow) called(name string) bool {
	name = lang.Fold(name)
	return strings.Contains(lang.Fold(r.Name), name) || strings.Contains(lang.Fold(r.Host), name)
}

// sourceRow has the site as it was given, for the link, and its host for people to read.
func (e *edition) sourceRow(source *wire.Source) sourceRow {
	row := sourceRow{
		SourceRef: e.sourceRef(source), Usage: e.words.Source.Usages[source.Usage],
		Site: source.Site, Host: host(source.Site), Retired: source.Retired,
	}
	// Of many sources nobody said it: und is the tag of a language not determined (BCP 47).
	row.Language = e.LanguageName(cmp.Or(source.Language, "und"))
	if source.ID == dateline.OwnSource { // the publication writes in all of its editions
		row.Language = e.LanguageName(e.Language())
		if e.other != nil {
			row.Language += e.words.List.Comma + " " + e.LanguageName(e.other.Language())
		}
	}
	return row
}

// A sourcePage is one source with its items, in whatever language.
type sourcePage struct {
	Frame
	Source sourceRow
	Drift  string // what its items may lack, and since when; "" while it reads as usual
	Record []fact // how it stands beside others; none where there is too little to say
	Days   []DayList
	Turn   Turn
}

// enoughKnown is of how many items it must be known where their text stands
// elsewhere, before a source is compared with others.
const enoughKnown = 5

// record says how a source stands beside others: how often, of how many, and
// how late. It says nothing of few: one late copy is no habit.
func (e *edition) record(r *wire.Record) (facts []fact) {
	if r.Earliest+r.Copies < enoughKnown {
		return nil
	}
	w, of := &e.words.Match, e.Count(e.words.Desk.OfItems, r.Items)
	add := func(label string, n int) {
		facts = append(facts, fact{Label: label, Text: w.OfThem.With(e.Number(n), of)})
	}
	add(w.WasEarliest, r.Earliest)
	add(w.WasCopy, r.Copies)
	// Of how late it is in the middle, a middle of few says nothing.
	if r.Copies >= enoughKnown {
		facts = append(facts, fact{Label: w.WasLate, Text: w.LateUsually.With(e.After(max(time.Minute, r.Late)))})
	}
	if r.Edited > 0 {
		add(w.WasEdited, r.Edited)
	}
	return facts
}

// source shows a source's items of every language in one list, as it filed
// them; each carries its own direction.
func (s *Server) source(e *edition, r *http.Request) (view, error) {
	id := dateline.SourceID(r.PathValue("id"))
	source, err := s.config.Wire.Source(r.Context(), id)
	if err != nil {
		return view{}, err
	}
	before, err := PlaceOf(r)
	if err != nil {
		return view{}, err
	}
	list, err := s.config.Wire.List(r.Context(), wire.Query{Source: id, Before: before, Limit: pageItems})
	if err != nil {
		return view{}, err
	}
	row := e.sourceRow(&source)
	p := sourcePage{Frame: s.frame(e, r, "source", row.Name), Source: row, Days: s.byDay(e, list.Views)}
	p.Description = e.words.List.MoreOf.With(row.Name)
	p.Drift = e.drift(&source)
	if err := s.markCopies(r.Context(), e, linesOf(p.Days)...); err != nil {
		return view{}, err
	}
	record, err := s.config.Wire.Record(r.Context(), id)
	if err != nil {
		return view{}, err
	}
	p.Record = e.record(&record)
	p.Feeds = s.feeds(e, wire.SourcePath(e.Language(), id)+"/", row.Name, nil)
	p.Turn = TurnOf(r, before, list.Next)
	return view{template: "source", data: p, tags: tagsOf(list.Views, sourceTag(id), sourcesTag)}, nil
}

// drift tells readers what items of a source may lack here, without figures: it
// is our reading that lacks it, and what a source has is not ours to judge.
func (e *edition) drift(source *wire.Source) string {
	if len(source.Lost) == 0 {
		return ""
	}
	lacks := make([]string, len(source.Lost))
	for i, trait := range source.Lost {
		lacks[i] = e.words.Source.Lacks[trait]
	}
	return e.words.Source.Drift.With(e.Day(source.LostSince), strings.Join(lacks, e.words.List.Comma+" "))
}

// host is the name of a site within its address.
func host(site string) string {
	u, err := url.Parse(site)
	if err != nil || u.Host == "" {
		return site
	}
	return strings.TrimPrefix(u.Host, "www.")
}
