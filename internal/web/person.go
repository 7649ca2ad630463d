package web

import (
	"cmp"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/wire"
)

// pageStatements is how many statements stand on one page of a person.
const pageStatements = 40

// A personPage is what a person said.
type personPage struct {
	Frame
	Named     named   // what the person is called in the page's language
	Others    []named // and in others
	Roles     []named
	Confirmed bool
	Count     string
	Sources   string
	Period    string
	Newest    string // that older statements are left out; "" when none are
	Drawing   *history
	Days      []saidDay
	By        []facet
	Spellings []named
	Turn      Turn
}

// A named is a name or a role as somebody wrote it.
type named struct {
	Text, Language string
	Direction      dateline.Direction
}

// called takes the direction from the text: a Latin spelling reads from the left on an
// Arabic page as well.
func called(text, language string) named {
	return named{text, language, lang.Direction(text)}
}

// A saidDay is what was said on one day.
type saidDay struct {
	Day  string
	Said []personSaying
}

// A personSaying is one statement with the others that have it as well.
type personSaying struct {
	Said     saying
	Headline Line
	Moment   Moment
	Folded   string // how many others
	Also     []saying
	Denied   string // address of a later denial
	Versions string // address of the item's versions, where it has several to see
	Label    string // that the item was corrected
}

// A facet is a source and how many of the statements it has.
type facet struct {
	SourceRef
	Count string
}

// person answers the address of a person. One that was joined into another one
// leads there, though not for good: the desk may split them, and a browser that
// was told so would never ask again.
func (s *Server) person(e *edition, r *http.Request) (view, error) {
	id := dateline.PersonID(r.PathValue("id"))
	p, err := s.config.Wire.Person(r.Context(), id)
	if err != nil {
		return view{}, err
	}
	if p.Into != "" {
		return view{}, &moved{to: wire.PersonPath(e.Language(), p.Into)}
	}
	skip, err := skipOf(r.URL.Query().Get("skip"))
	if err != nil {
		return view{}, err
	}
	tags := []string{personTag(id)}
	for i := range p.Said { // what left the wire leaves the counts as well
		tags = append(tags, itemTag(p.Said[i].View.ID), sourceTag(p.Said[i].View.Source.ID))
		for j := range p.Said[i].Also {
			tags = append(tags, itemTag(p.Said[i].Also[j].View.ID))
		}
	}
	slices.Sort(tags)
	return view{template: "person", data: s.personPage(e, r, &p, skip), tags: slices.Compact(tags), noindex: !p.Confirmed}, nil
}

// personPage lays out the statements after the first skip of them. Counts and
// drawing are of all.
func (s *Server) personPage(e *edition, r *http.Request, p *wire.Person, skip int) personPage {
	words := &e.words.Persons
	name := p.Called(e.Language())
	page := personPage{
		Frame: s.frame(e, r, "person", name), Named: called(name, languageOf(p.Names, name)), Confirmed: p.Confirmed,
		Count: e.Count(e.words.Voice.Statements, len(p.Said)), Sources: e.Count(e.words.Match.FromSources, len(p.Sources)),
		Drawing: newHistory(e, p), By: e.facets(p),
	}
	// What saidOn gives are days as midnights of UTC; in the edition's zone they could be others.
	days := e.In(time.UTC)
	first, last := e.daysOf(p)
	if page.Period = days.ShortDate(first); !first.Equal(last) {
		page.Period = words.Period.With(page.Period, days.ShortDate(last))
	}
	for _, language := range slices.Sorted(maps.Keys(p.Names)) {
		if other := p.Names[language]; other != name {
			page.Others = append(page.Others, called(other, language))
		}
	}
	for _, language := range slices.Sorted(maps.Keys(p.Roles)) {
		page.Roles = append(page.Roles, called(p.Roles[language].Words, language))
	}
	if len(p.Spellings) > 1 {
		for _, spelling := range p.Spellings {
			page.Spellings = append(page.Spellings, called(spelling.Name, spelling.Language))
		}
	}
	if p.More {
		page.Newest = words.Newest.With(e.Number(len(p.Said)))
	}
	if !p.Confirmed {
		page.Robots = "noindex" // a program put the person together, and may have taken two for one
	}
	page.Description = page.Count + " " + page.Sources
	page.Frame.Feeds = s.feeds(e, wire.PersonPath(e.Language(), p.ID)+"/", words.Feed.With(name), nil)
	shown := slices.Clone(p.Said)
	// By the day on which it was said, which the sentence may give as days before its item.
	slices.SortStableFunc(shown, func(a, b wire.Saying) int { return e.saidOn(&b.Said).Compare(e.saidOn(&a.Said)) })
	shown = shown[min(skip, len(shown)):]
	page.turn(r, skip, len(shown) > pageStatements)
	shown = shown[:min(pageStatements, len(shown))]
	page.Days = s.saidDays(e, shown)
	page.Share.Person = s.profile(e, p, shown, name)
	return page
}

// turn counts statements: a person has few pages, and each is made of all of them.
func (p *personPage) turn(r *http.Request, skip int, more bool) {
	if skip > 0 {
		p.Turn.Newest = r.URL.EscapedPath()
	}
	if more {
		p.Turn.Older = withQuery(r.URL.EscapedPath(), url.Values{"skip": {strconv.Itoa(skip + pageStatements)}})
	}
}

// languageOf is "" for a name that stands under no language. Two languages may share one
// spelling; the first by its code is taken, so that the page is the same each time.
func languageOf(names map[string]string, name string) string {
	for _, language := range slices.Sorted(maps.Keys(names)) {
		if names[language] == name {
			return language
		}
	}
	return ""
}

// saidOn is the day on which something was said, as midnight of UTC: the one that
// the sentence tells, which is the same day everywhere, else that of its item in
// the edition's zone.
func (e *edition) saidOn(said *wire.Said) time.Time {
	if !said.Quote.Said.IsZero() {
		return said.Quote.Said
	}
	y, m, d := said.When.In(e.Zone()).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// daysOf are the first and the last day on which a person spoke.
func (e *edition) daysOf(p *wire.Person) (first, last time.Time) {
	reach := func(said *wire.Said) {
		day := e.saidOn(said)
		if first.IsZero() || day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	for i := range p.Said {
		reach(&p.Said[i].Said)
		for j := range p.Said[i].Also {
			reach(&p.Said[i].Also[j])
		}
	}
	return first, last
}

// saidDays groups statements, newest first, by the day on which they were said.
func (s *Server) saidDays(e *edition, said []wire.Saying) (days []saidDay) {
	for i := range said {
		on := e.saidOn(&said[i].Said)
		if i == 0 || !on.Equal(e.saidOn(&said[i-1].Said)) {
			days = append(days, saidDay{Day: e.In(time.UTC).Date(on)})
		}
		last := &days[len(days)-1]
		last.Said = append(last.Said, s.personSaying(e, &said[i]))
	}
	return days
}

// personSaying leads to versions only of own items: of others the page would answer 404.
func (s *Server) personSaying(e *edition, said *wire.Saying) personSaying {
	v := &said.View
	line := s.line(e, v, v.When)
	out := personSaying{Said: s.sayingElsewhere(e, &said.Said), Headline: line, Label: line.Label}
	if said.Denied != "" {
		out.Denied = wire.StatementPath(e.Language(), said.Denied)
	}
	if v.Version > 1 && v.Source.ID == dateline.OwnSource {
		out.Versions = versionsPath(e, v.ID)
	}
	for i := range said.Also {
		out.Also = append(out.Also, s.sayingElsewhere(e, &said.Also[i]))
	}
	out.Folded = e.Count(e.words.Persons.Also, len(out.Also))
	return out
}

// sayingElsewhere is a statement beside those of other items: the text stands on
// another page, and its mark on that page may be that of the same words in another
// item on this one.
func (s *Server) sayingElsewhere(e *edition, said *wire.Said) saying {
	out := s.saying(e, &said.View, &said.Quote)
	out.InText, out.Mark = "", "said-"+string(said.Quote.ID)
	return out
}

// facets counts by source, variants included: each outlet had it.
func (e *edition) facets(p *wire.Person) (out []facet) {
	counts, refs := map[dateline.SourceID]int{}, map[dateline.SourceID]SourceRef{}
	count := func(v *wire.View) {
		counts[v.Source.ID]++
		refs[v.Source.ID] = e.sourceRef(&v.Source)
	}
	for i := range p.Said {
		count(&p.Said[i].View)
		for j := range p.Said[i].Also {
			count(&p.Said[i].Also[j].View)
		}
	}
	ids := slices.SortedFunc(maps.Keys(counts), func(a, b dateline.SourceID) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for _, id := range ids {
		out = append(out, facet{refs[id], e.Count(e.words.Voice.Statements, counts[id])})
	}
	return out
}

// A profile is schema.org's page of a person, of what the page itself shows.
type profile struct {
	Context  string      `json:"@context"`
	Type     string      `json:"@type"`
	URL      string      `json:"url"`
	Language string      `json:"inLanguage"`
	Main     personData  `json:"mainEntity"`
	Quotes   []quotation `json:"hasPart,omitempty"`
}

type personData struct {
	Type  string   `json:"@type"`
	Name  string   `json:"name"`
	Names []string `json:"alternateName,omitempty"`
	Roles []string `json:"jobTitle,omitempty"`
}

// profile has names and roles of the whole person, but only those statements that this page
// of the list shows.
func (s *Server) profile(e *edition, p *wire.Person, shown []wire.Saying, name string) *profile {
	out := &profile{
		Context: "https://schema.org", Type: "ProfilePage", URL: s.pub.Base + wire.PersonPath(e.Language(), p.ID),
		Language: e.Tag(), Main: personData{Type: "Person", Name: name},
	}
	for _, spelling := range p.Spellings {
		if spelling.Name != name && !slices.Contains(out.Main.Names, spelling.Name) {
			out.Main.Names = append(out.Main.Names, spelling.Name)
		}
	}
	for _, language := range slices.Sorted(maps.Keys(p.Roles)) {
		out.Main.Roles = append(out.Main.Roles, p.Roles[language].Words)
	}
	for i := range shown {
		// A copy: quotations tells of all that is in the view.
		v := shown[i].View
		v.Quotes = []wire.Quote{shown[i].Quote}
		out.Quotes = append(out.Quotes, s.quotations(e, &v)...)
	}
	return out
}

// A history is a drawing of how much was said when: a bar for each stretch of
// time. Days and sentences stand in the list; it needs no words but those for who
// cannot see it.
type history struct {
	Title, Described string
	First, Last      Moment
	Bars             []bar
}

// A bar is numbers of the drawing's own units.
type bar struct{ X, Y, Width, Height string }

const (
	historyBars   = 32
	historyHeight = 48.0
	barGap        = 2.0
)

// newHistory draws the statements of a person; nil when all are of one day. For
// Arabic time runs from right to left.
func newHistory(e *edition, p *wire.Person) *history {
	first, last := e.daysOf(p)
	// One bar would be a drawing of nothing.
	if first.Equal(last) {
		return nil
	}
	moment := func(day time.Time) Moment {
		return Moment{Machine: day.Format(time.DateOnly), Shown: e.In(time.UTC).ShortDate(day)}
	}
	h := &history{Title: e.words.Persons.OverTime, First: moment(first), Last: moment(last)}
	h.Described = e.words.Persons.Drawing.With(h.First.Shown, h.Last.Shown, e.Count(e.words.Voice.Statements, len(p.Said)))
	counts := stretches(p.Said)
	highest := slices.Max(counts)
	step := lineWidth / historyBars
	for i, n := range counts {
		if n == 0 {
			continue
		}
		x, height := float64(i)*step, historyHeight*float64(n)/float64(highest)
		if e.Direction() == dateline.RightToLeft {
			x = lineWidth - x - step
		}
		h.Bars = append(h.Bars, bar{number(x + barGap/2), number(historyHeight - height), number(step - barGap), number(height)})
	}
	return h
}

// stretches counts statements, newest first, in stretches of equal length from
// the earliest to the newest.
func stretches(said []wire.Saying) []int {
	counts := make([]int, historyBars)
	first, last := said[len(said)-1].When, said[0].When
	// Of statements of one moment there is no stretch to divide by.
	whole := max(last.Sub(first), time.Second)
	for i := range said {
		at := int(float64(said[i].When.Sub(first)) / float64(whole) * historyBars)
		// The newest stands at the very end, which is behind the last bar.
		counts[min(max(at, 0), historyBars-1)]++
	}
	return counts
}

// number writes a point and western digits in every edition: it is for SVG, not for people.
func number(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
