package dateline

import (
	"slices"
	"time"
)

// A PersonOrder is what a person at the desk says of persons. Orders are facts:
// they are never changed, and obeyed at their place in the log whenever persons
// are derived anew.
type PersonOrder struct {
	Seq    int64           `json:"seq"` // of its log entry; the store gives it
	Kind   PersonOrderKind `json:"kind"`
	Person PersonID        `json:"person"`
	Into   PersonID        `json:"into,omitempty"`   // of a join: the one that stands
	Name   string          `json:"name,omitempty"`   // of a split: the spelling that leaves
	By     string          `json:"by"`               // who ordered it
	Time   time.Time       `json:"time"`             // when
	Reason string          `json:"reason,omitempty"` // for the desk
	// Called and IntoCalled are how the two were spelled then; the store notes it.
	// By it an order finds its person again when newer rules, or the loss of an
	// erased item, began the person with another statement.
	Called     []string `json:"called,omitempty"`
	IntoCalled []string `json:"intoCalled,omitempty"`
}

// A PersonOrderKind is one of the orders about persons.
type PersonOrderKind string

// The orders. Confirm and hide exclude each other; unconfirm takes back either.
const (
	PersonJoin      PersonOrderKind = "join"      // Person is Into
	PersonSplit     PersonOrderKind = "split"     // who is spelled Name is somebody else than Person
	PersonConfirm   PersonOrderKind = "confirm"   // Person is a public figure
	PersonUnconfirm PersonOrderKind = "unconfirm" // neither a public figure nor to be hidden
	PersonHide      PersonOrderKind = "hide"      // Person has no page and no feed, and is named in no list and no data; sentences stay in their items
)

// whole reports whether an order says all that its kind needs.
func (o *PersonOrder) whole() bool {
	switch o.Kind {
	case PersonJoin:
		return o.Into != "" && o.Person != o.Into
	case PersonSplit:
		return o.Name != ""
	case PersonConfirm, PersonUnconfirm, PersonHide:
		return true
	}
	return false
}

// Check returns why an order cannot be recorded where these persons are known:
// ErrInvalid when it lacks what its kind needs, ErrNotFound when one whom it
// concerns is not there.
func (o *PersonOrder) Check(known map[PersonID]Person) error {
	if !o.whole() {
		why := WhyNotHere
		if o.Kind == PersonJoin && o.Person == o.Into {
			why = WhyOneself
		}
		return Refuse(why, ErrInvalid, "order %q about person %s: say whom it concerns and what to do", string(o.Kind), string(o.Person))
	}
	for _, id := range []PersonID{o.Person, o.Into} {
		if _, ok := known[id]; !ok && id != "" {
			return Refuse(WhyUnknown, ErrNotFound, "person %s is not there; while persons are derived anew, try again when that one speaks again", string(id))
		}
	}
	return nil
}

// Note notes in an order how those whom it concerns are spelled now.
func (o *PersonOrder) Note(known map[PersonID]Person) {
	o.Called, o.IntoCalled = known[o.Person].spelled(), known[o.Into].spelled()
}

// Forget takes out of an order what tells of a person that is erased.
func (o *PersonOrder) Forget(id PersonID) {
	if o.Person == id {
		o.Called, o.Name, o.Reason = nil, "", ""
	}
	if o.Into == id {
		o.IntoCalled, o.Reason = nil, ""
	}
}

// spelled lists the spellings of a person, as an order notes them.
func (p Person) spelled() (list []string) {
	for _, s := range p.Spellings {
		if !slices.Contains(list, s.Name) {
			list = append(list, s.Name)
		}
	}
	return list
}
