package desk

import (
	"cmp"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/text/language"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/web"
	"dateline/internal/wire"
)

//go:embed *.html
var files embed.FS

// parseTemplate reads all parts as one set, unlike the site's: the desk is one page with
// parts that are there or not, so that its frame and its notices stand in one place.
func parseTemplate() (*template.Template, error) {
	return template.New("desk.html").ParseFS(files, "*.html")
}

// A page is the desk's page, or what stands there instead of it.
type page struct {
	E           *locale.Edition
	M           *locale.Messages
	Name        string // of the publication
	Style, Icon string
	Script      string // the site's: its keys walk these lists, too
	Fonts       []string
	Other       *locale.Edition // nil when there is one edition
	OtherLabel  string
	OtherAt     string // this page in the other edition
	Entered     bool
	Told        string // what was done
	Refused     string // what was not, where the page itself shows why
	Heading     string // of trouble, with its Text
	Text        string
	Typed       string    // what was written in a form that was refused
	LeadsTo     string    // where the page goes on by itself
	AtList      bool      // it is the desk's page itself
	Days        []deskDay // the newest items, or those that the list goes on with
	Turn        web.Turn
	Filter      *filterForm // which items they are
	Drifting    []driftLine
	Lost        []editLine    // what its sources took away
	Edits       []editLine    // the newest edits
	History     *historyPage  // of one item, which stands instead of the lists
	Persons     *personsPage  // who speaks, instead of the lists
	Speaker     *speakerPage  // one of them
	SourceList  *sourcesPage  // who files, instead of the lists
	Settings    *settingsPage // one of them
	Languages   []choice
	Urgencies   []choice
}

type choice struct {
	Value, Label string
	Chosen       bool
}

// A deskDay is the items of one day.
type deskDay struct {
	Day    string // with its zone, so that the clocks under it mean something
	Copies []copyLine
}

// byDay parts lines, newest first, at midnight in the edition's zone.
func (h *Handler) byDay(e *locale.Edition, lines []newsdesk.Line, copies []copyLine) (days []deskDay) {
	for i := range lines {
		when := lines[i].Filing.When
		if i == 0 || !e.SameDay(lines[i-1].Filing.When, when) {
			days = append(days, deskDay{Day: e.Date(when) + " · " + e.ZoneLabel(when)})
		}
		last := &days[len(days)-1]
		last.Copies = append(last.Copies, copies[i])
	}
	return days
}

// A copyLine is an item as the desk sees it.
type copyLine struct {
	M         *locale.Messages // of the page, for what is decided below
	Lang      string
	ID        dateline.ItemID
	Headline  string
	Language  string
	Direction dateline.Direction
	State     string // a class of the style
	Label     string // the state in words
	Until     string // the end of the embargo it is under
	Flash     string // that it is one; "" when it is not
	Source    string
	Time      string
	Clock     string // of a list that states the day
	Told      string // what was done to it just now
	Machine   string
	Href      string // on the site, when it is out
	Inside    string // where all of it stands: its versions and its statements
	Changed   string // where its versions are compared, "" when it has one
	Shared    string // how many items share text with it, "" when none does
	Can       []action
	CanKill   bool
	Back      string // the list to go back to after a decision, as a query
}

type action struct {
	Kind  dateline.DecisionKind
	Label string
}

// edition is the one asked for, else the one that the browser asks for.
func (h *Handler) edition(r *http.Request) *locale.Edition {
	// The form's before the browser's: whoever reads English items on an Arabic machine chose
	// so.
	wanted := r.FormValue("lang")
	if wanted == "" { // of a form that was too long to be read, the page that it stood on
		if from, err := url.Parse(r.Referer()); err == nil && from.Host == r.Host {
			wanted = from.Query().Get("lang")
		}
	}
	if wanted == "" {
		if tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language")); err == nil && len(tags) > 0 {
			// Only the first wish, and without its region: ar-EG is ar.
			base, _ := tags[0].Base()
			wanted = base.String()
		}
	}
	for _, e := range h.editions {
		if e.Language() == wanted {
			return e
		}
	}
	return h.editions[0]
}

// frame is everything but the items.
func (h *Handler) frame(r *http.Request) page {
	e := h.edition(r)
	m := e.Messages()
	p := page{
		E: e, M: m, Told: told(m, r), Name: h.config.Publication.Names.In(e.Language(), "Dateline"),
		Style: h.config.Look.Style, Icon: h.config.Look.Icon, Script: h.config.Look.Script, Fonts: h.config.Look.Fonts(e.Language()),
		// Two of eight: agencies use the scale, a desk in a hurry says important or not. A
		// flash has its own button.
		Urgencies: []choice{{"5", m.Desk.Normal, true}, {"3", m.Desk.High, false}},
	}
	// An Arabic flash in the English edition is told by nobody: unless somebody says
	// otherwise the text tells its language, not the page it is written on.
	p.Languages = []choice{{"", m.Desk.ByText, true}}
	for _, other := range h.editions {
		p.Languages = append(p.Languages, choice{other.Language(), e.LanguageName(other.Language()), false})
		if other != e {
			// The list itself, until a page says where it stands in the other language.
			p.Other, p.OtherLabel, p.OtherAt = other, m.OtherWords.Language, "/desk?lang="+other.Language()
		}
	}
	return p
}

// copyLine shows where an item stands and offers what can still be done: an
// item that was released is held or killed, not released again.
func (h *Handler) copyLine(e *locale.Edition, l *newsdesk.Line) copyLine {
	words := e.Messages().Desk
	state := l.Filing.Decided
	c := copyLine{
		M: e.Messages(), Lang: e.Language(),
		ID: l.Item.ID, Headline: headline(&l.Item), Language: l.Item.Language, Direction: l.Item.Direction,
		// The class is named for all states; a style cannot name the empty one.
		State: cmp.Or(string(state), "pending"), Label: words.States[state],
		Source: cmp.Or(nameOf(e, &l.Source), string(l.Item.Source)),
		Time:   e.DateTime(l.Filing.When), Clock: e.Clock(l.Filing.When), Machine: machine(l.Filing.When),
	}
	c.Inside = itemAt(l.Item.ID) + "?lang=" + e.Language()
	if l.Item.Urgency == dateline.Flash {
		c.Flash = e.Messages().List.Flash
	}
	if l.Item.Version > 1 {
		c.Changed = c.Inside
	}
	switch out := l.Filing.Out(h.config.Now()); {
	// What is for the desk alone is released like the rest, and has no page for readers.
	case out && wire.Allowed(&l.Item, &l.Source) != dateline.UsageDesk:
		// The item's own edition and not the page's: there it is at home for its readers.
		edition := wire.EditionOf(h.config.Publication, l.Item.Language)
		c.Href = wire.ItemPath(edition, l.Item.ID, wire.Headline(&l.Item))
	case !out && state == dateline.Release: // released, and yet not out
		c.State, c.Label = string(dateline.Embargo), words.States[dateline.Embargo]
		c.Until = e.Messages().Decide.UntilAt.With(e.DateTime(l.Filing.Embargo))
	}
	if state == dateline.Kill {
		return c // nothing stands over a kill
	}
	if state != dateline.Release {
		c.Can = append(c.Can, action{dateline.Release, words.Release})
	}
	if state != dateline.Hold {
		c.Can = append(c.Can, action{dateline.Hold, words.Hold})
	}
	// Also of what was withdrawn: a kill goes further.
	c.CanKill = true
	return c
}

// headline is what an item is called at the desk: one that has no words at all still
// needs something to click on.
func headline(item *dateline.Item) string { return cmp.Or(wire.Headline(item), string(item.ID)) }

// machine is a time for <time datetime>.
func machine(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }
