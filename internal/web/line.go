package web

import (
	"html/template"
	"time"

	"dateline"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// A Line is an item in a list.
type Line struct {
	ID        dateline.ItemID
	Href      string
	Headline  string
	Language  string // "" when unknown
	Direction dateline.Direction
	Excerpt   string
	Kicker    string // section and genre, where they say something
	New       string // says that it is what the newest item of its story brought
	Red       bool   // a flash or a corrected item
	Label     string // says that it was corrected
	Copy      string // says that it is a copy, in a word
	CopyOf    template.HTML
	Moment    Moment
	Source    SourceRef
}

// A SourceRef names who filed.
type SourceRef struct {
	Name, Href, Kind string
}

// A Moment is a time as a list shows it.
type Moment struct {
	Machine string // for <time datetime>
	Shown   string
	Brief   string // in a column of times
	Note    string // what must be known about it; "" when it is as it looks
}

// line makes the line of an item in an edition. Times on the day of day, which
// the list states, are shown without their date.
func (s *Server) line(e *edition, v *wire.View, day time.Time) Line {
	l := Line{
		ID: v.ID, Href: escaped(s.itemPath(e, v)), Headline: v.Headline, Language: tag(v.Language),
		Direction: v.Direction, Excerpt: v.Excerpt, Kicker: kicker(e, v),
		Moment: e.moment(v, day), Source: e.sourceRef(&v.Source),
	}
	if corrected(v) {
		l.Label = e.words.Notices[dateline.Correct]
	}
	// red is for flashes and for what readers must know has changed
	l.Red = v.Urgency == dateline.Flash || l.Label != ""
	return l
}

func (s *Server) lines(e *edition, views []wire.View, day time.Time) []Line {
	out := make([]Line, len(views))
	for i := range views {
		out[i] = s.line(e, &views[i], day)
	}
	return out
}

// itemPath is where an item stands in an edition: the one of its language if
// there is one, else the one that is being read.
func (s *Server) itemPath(e *edition, v *wire.View) string {
	in := e.Language()
	// EditionOf gives the first edition where there is none: it must be asked whether it reads
	// it.
	if own := wire.EditionOf(s.pub, v.Language); s.inLanguage(own).reads(v.Language) {
		in = own
	}
	return wire.ItemPath(in, v.ID, v.Headline)
}

// reads reports whether a language is the edition's.
func (e *edition) reads(language string) bool {
	return base(language) == e.Language()
}

// moment is the time of an item as far as it is known. What it is not sure of
// it says in a note: a guess must not look like a fact in a list either.
func (e *edition) moment(v *wire.View, day time.Time) Moment {
	p := v.Published
	switch {
	case p.IsZero() || p.Instant().Sub(v.When).Abs() > time.Second: // stores keep fewer digits than clocks give
		return moment(e.Edition, rfc(v.FirstSeen), day, v.FirstSeen).noted(e.words.Item.FirstSeen)
	case p.Precision == dateline.ToDay:
		// A bare day is the source's day: put into another zone it could become the day
		// before.
		own := e.In(p.Time.Location())
		return Moment{Machine: p.Time.Format(time.DateOnly), Shown: own.ShortDate(p.Time), Brief: brief(own, day, p.Time)}
	case p.Zone == "" && p.Proposed == "":
		// The figures as the source gave them; in the edition's zone they would be others, and
		// wrong.
		return moment(e.In(time.UTC), p.Text(), day, p.Time).noted(e.words.Stamp.ZoneUnknown)
	case p.Zone == "":
		return moment(e.Edition, p.Text(), day, p.Time).noted(e.words.Stamp.ZoneProposed.With(e.Proposed(p)))
	}
	return moment(e.Edition, rfc(p.Time), day, p.Time)
}

// moment shows t in a list that states day.
func moment(e *locale.Edition, machine string, day, t time.Time) Moment {
	m := Moment{Machine: machine, Shown: e.ClockOn(day, t), Brief: brief(e, day, t)}
	if e.SameDay(day, t) {
		m.Brief = m.Shown
	}
	return m
}

// brief is the date of t for a column of times. The year is left out only where it is
// that of the day: an item of last November must not look like one of this.
func brief(e *locale.Edition, day, t time.Time) string {
	if t.In(e.Zone()).Year() != day.In(e.Zone()).Year() {
		return e.ShortDate(t)
	}
	return e.DayMonth(t)
}

func (m Moment) noted(note string) Moment {
	m.Note = note
	return m
}

// sourceRef has no Kind where the edition has no word for it.
func (e *edition) sourceRef(source *wire.Source) SourceRef {
	return SourceRef{
		Name: source.Names.In(e.Language(), source.Name),
		Href: wire.SourcePath(e.Language(), source.ID),
		Kind: e.words.Kinds[source.Kind],
	}
}

// kicker says section and genre; that an item is a report goes without saying.
func kicker(e *edition, v *wire.View) string {
	genre := ""
	if v.Genre != "" && v.Genre != dateline.Report {
		genre = e.words.Genres[v.Genre]
	}
	if v.Section != "" && genre != "" {
		return e.words.List.Pages.With(v.Section, genre)
	}
	return v.Section + genre
}

// corrected reports whether the last notice on an item is a correction: one that
// was clarified or released again since has more to say than the label could.
func corrected(v *wire.View) bool {
	n := newestNotice(v)
	return n != nil && n.Kind == dateline.Correct
}

// base is a language tag without region or script.
func base(language string) string {
	for i, r := range language {
		if r == '-' || r == '_' {
			return language[:i]
		}
	}
	return language
}

// tag is a language for HTML, which wants no code where none is known.
func tag(language string) string {
	if base(language) == "und" {
		return ""
	}
	return language
}

// rfc is a time for <time datetime>: empty for the zero time, which would read as a day of
// year 1, and always of UTC, so that such texts sort as their times do (noticesOf).
func rfc(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// A DayList is the items of one day.
type DayList struct {
	Day   string // with its zone, so that the clocks under it mean something
	Lines []Line
}

// byDay parts views, newest first, at midnight in the edition's zone.
func (s *Server) byDay(e *edition, views []wire.View) (days []DayList) {
	for i := range views {
		v := &views[i]
		if i == 0 || !e.SameDay(views[i-1].When, v.When) {
			days = append(days, DayList{Day: e.dayHead(v.When)})
		}
		last := &days[len(days)-1]
		last.Lines = append(last.Lines, s.line(e, v, v.When))
	}
	return days
}

// dayHead is a day with the zone of the clocks under it.
func (e *edition) dayHead(t time.Time) string { return e.Date(t) + " · " + e.ZoneLabel(t) }

// tagsOf are those of a list: of every item on it and of what it is a list of.
func tagsOf(views []wire.View, more ...string) []string {
	for i := range views {
		more = append(more, itemTag(views[i].ID))
	}
	return more
}

// The tags of pages.
func itemTag(id dateline.ItemID) string     { return "item:" + string(id) }
func sourceTag(id dateline.SourceID) string { return "source:" + string(id) }
func listTag(language string) string        { return "list:" + base(language) }
func personTag(id dateline.PersonID) string { return "person:" + string(id) }
func storyTag(id dateline.StoryID) string   { return "story:" + string(id) }

const (
	everyList  = "lists"
	everyPage  = "pages"
	sourcesTag = "sources"
	spokenTag  = "spoken" // searches, which may ask who said something
)
