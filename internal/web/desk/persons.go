package desk

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// Persons is what the page needs of the desk to tell who speaks, and to order
// who is whom.
type Persons interface {
	Persons(ctx context.Context, name string) ([]dateline.Person, error)
	Speaker(ctx context.Context, id dateline.PersonID) (newsdesk.Speaker, error)
	Order(ctx context.Context, o dateline.PersonOrder) error
}

// A personsPage is a list of persons: those of a name, or those who spoke most.
type personsPage struct {
	Name string
	List []personLine
}

// A personLine is a person as the desk sees them.
type personLine struct {
	ID             dateline.PersonID
	Name           string
	Others         []string // what they are called in other languages
	Role           string
	Count, Sources string
	State          string // what the desk ordered, in words
	Href           string
}

// A speakerPage is one person, with all that was found and ordered.
type speakerPage struct {
	personLine
	Public    string // the page that readers see
	Private   bool
	Can       []personAction // without a form
	Spellings []spellingLine
	Alike     []personLine
	Said      []spokenLine
	Orders    []orderLine
}

type personAction struct {
	Kind  dateline.PersonOrderKind
	Label string
}

type spellingLine struct{ Name, Count string }

type spokenLine struct {
	ID                    dateline.StatementID
	Name, Role, Source    string
	Time, Machine, Sure   string
	Public                bool
	Words, Headline, Href string
}

type orderLine struct{ What, Of, By, Time, Machine, Reason string }

// persons lists persons by name, or those who spoke most.
func (h *Handler) persons(w http.ResponseWriter, r *http.Request) error {
	name := r.URL.Query().Get("name")
	found, err := h.config.Persons.Persons(r.Context(), name)
	if err != nil {
		return err
	}
	p := h.frame(r)
	p.Entered, p.Persons = true, &personsPage{Name: name}
	p.elsewhere("/desk/persons", url.Values{"name": {name}})
	for i := range found {
		p.Persons.List = append(p.Persons.List, personLineOf(p.E, &found[i]))
	}
	return h.render(w, http.StatusOK, p)
}

// elsewhere leads to the same page in the other edition.
func (p *page) elsewhere(path string, q url.Values) {
	if p.Other != nil {
		q.Set("lang", p.Other.Language())
		p.OtherAt = path + "?" + q.Encode()
	}
}

// speaker is the page of one person.
func (h *Handler) speaker(w http.ResponseWriter, r *http.Request) error {
	found, err := h.config.Persons.Speaker(r.Context(), dateline.PersonID(r.PathValue("id")))
	if err != nil {
		return err
	}
	p := h.frame(r)
	p.Entered, p.Speaker = true, speakerPageOf(p.E, &found)
	p.elsewhere(personAt(found.ID), url.Values{})
	return h.render(w, http.StatusOK, p)
}

// order takes an order and shows the person again. The stage carries it out a
// moment later, at its place in the log.
func (h *Handler) order(w http.ResponseWriter, r *http.Request) error {
	o := dateline.PersonOrder{
		Kind: dateline.PersonOrderKind(r.PostFormValue("kind")), Person: dateline.PersonID(r.PostFormValue("person")), By: person,
		Reason: r.PostFormValue("reason"),
	}
	switch o.Kind {
	case dateline.PersonJoin:
		o.Into = dateline.PersonID(r.PostFormValue("into"))
	case dateline.PersonSplit:
		o.Name = r.PostFormValue("name")
	// What else stands in the form is left out: a name that the browser filled in orders
	// nothing.
	case dateline.PersonConfirm, dateline.PersonUnconfirm, dateline.PersonHide:
	default:
		return notHere("order", string(o.Kind))
	}
	if err := h.config.Persons.Order(r.Context(), o); err != nil {
		return err
	}
	return h.leadTo(w, r, personAt(o.Person), "ordered")
}

// personLineOf is of any person, also of one whom the desk hid or joined into another: at
// the desk they must be found, or nothing could be taken back.
func personLineOf(e *locale.Edition, p *dateline.Person) personLine {
	words := e.Messages()
	// The name is chosen as readers see it, or desk and site would speak of two people.
	named := wire.Person{Person: *p}
	line := personLine{
		ID: p.ID, Name: named.Called(e.Language()), Href: personAt(p.ID) + "?lang=" + e.Language(),
		Count: e.Count(words.Voice.Statements, p.Statements), Sources: e.Count(words.Match.FromSources, len(p.Sources)),
	}
	if line.Name == "" { // who was joined says nothing any more
		line.Name = string(p.ID)
	}
	for _, language := range slices.Sorted(maps.Keys(p.Names)) {
		if p.Names[language] != line.Name {
			line.Others = append(line.Others, p.Names[language])
		}
	}
	// The page's language first; in another language a role is better than none.
	for _, language := range append([]string{e.Language()}, slices.Sorted(maps.Keys(p.Roles))...) {
		if role := p.Roles[language].Words; role != "" {
			line.Role = role
			break
		}
	}
	switch {
	case p.Into != "":
		line.State = words.Persons.Desk.Into + " " + string(p.Into)
	case p.Private:
		line.State = words.Persons.Desk.Private
	case p.Confirmed:
		line.State = words.Persons.Confirmed
	}
	return line
}

// speakerPageOf offers as orders without a form only those that need no more than a click;
// to join, to split and to hide ask for more.
func speakerPageOf(e *locale.Edition, s *newsdesk.Speaker) *speakerPage {
	words := e.Messages()
	p := &speakerPage{personLine: personLineOf(e, &s.Person), Public: wire.PersonPath(e.Language(), s.ID), Private: s.Private}
	// Of somebody hidden, too: to confirm takes back the hiding in one step.
	if !s.Confirmed {
		p.Can = append(p.Can, personAction{dateline.PersonConfirm, words.Persons.Desk.Confirm})
	}
	if s.Confirmed || s.Private {
		p.Can = append(p.Can, personAction{dateline.PersonUnconfirm, words.Persons.Desk.Unconfirm})
	}
	for _, spelling := range s.Spellings {
		p.Spellings = append(p.Spellings, spellingLine{spelling.Name, e.Number(spelling.Count)})
	}
	for i := range s.Alike {
		p.Alike = append(p.Alike, personLineOf(e, &s.Alike[i]))
	}
	for i := range s.Said {
		p.Said = append(p.Said, spokenLineOf(e, &s.Said[i]))
	}
	for _, o := range slices.Backward(s.Orders) {
		p.Orders = append(p.Orders, orderLineOf(e, &o))
	}
	return p
}

// spokenLineOf leads to the desk's page of the item, where a statement stands that the
// public page may not show.
func spokenLineOf(e *locale.Edition, said *newsdesk.SpokenLine) spokenLine {
	row := &said.Spoken
	return spokenLine{
		ID: row.Statement, Name: row.Name, Role: row.Role, Source: said.Source.Names.In(e.Language(), cmp.Or(said.Source.Name, string(row.Source))), Time: e.DateTime(row.When), Machine: machine(row.When),
		Sure: e.Messages().Voice.Sure.With(e.Percent(int(row.Confidence*100 + 0.5))), Public: row.Public,
		Words: said.Whole, Headline: headline(&said.Item), Href: itemAt(row.Item) + "?lang=" + e.Language() + "#statements",
	}
}

// orderLineOf tells what was ordered, whatever came of it: a stage carries orders out later.
func orderLineOf(e *locale.Edition, o *dateline.PersonOrder) orderLine {
	words := e.Messages().Persons.Desk
	line := orderLine{By: byWhom(e, o.By), Time: e.DateTime(o.Time), Machine: machine(o.Time), Reason: o.Reason}
	switch o.Kind {
	case dateline.PersonJoin:
		// Ids and no names: of the one who was joined nothing is left that would name them.
		line.What, line.Of = words.Join, string(o.Person)+" → "+string(o.Into)
	case dateline.PersonSplit:
		line.What, line.Of = words.Split, o.Name
	case dateline.PersonConfirm:
		line.What = words.Confirm
	case dateline.PersonUnconfirm:
		line.What = words.Unconfirm
	case dateline.PersonHide:
		line.What = words.Hide
	}
	return line
}
