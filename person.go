package dateline

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"maps"
	"slices"
	"strings"
	"time"
)

// A PersonID names a person for good: 13 characters of a-z and 2-7, derived from
// the statement that began the person, and telling nothing of either. A person
// that was joined into another one keeps its address, which then leads there.
type PersonID string

// NewPersonID derives the id of the person that a statement begins.
func NewPersonID(first StatementID) PersonID { return personID("person", string(first)) }

// SplitPersonID derives the id of the person that a spelling becomes when it
// leaves another one. It depends on nothing else, so that splitting again after
// joining leads to the same address.
func SplitPersonID(from PersonID, spelling string) PersonID {
	return personID("split", string(from)+"\x00"+spelling)
}

func personID(kind, of string) PersonID {
	sum := sha256.Sum256([]byte(kind + "\x00" + of))
	return PersonID(strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10])[:13]))
}

// Spoken says who made a statement: one row for each statement of an item whose
// speaker is a known person, whatever the versions that have its words.
type Spoken struct {
	Statement StatementID `json:"statement"`
	Item      ItemID      `json:"item"`
	// Version is the newest of the item that has the statement. Where a newer one
	// is out, the item no longer says so.
	Version int      `json:"version"`
	Person  PersonID `json:"person"`
	// Name is the name as written, of Statement.Speaker without titles and offices;
	// Role is what stands beside it.
	Name     string    `json:"name"`
	Role     string    `json:"role,omitempty"`
	Language string    `json:"language"` // base of the item's
	Source   SourceID  `json:"source"`
	When     time.Time `json:"when"` // Statement.When
	Public   bool      `json:"public,omitempty"`

	By         MatchBasis `json:"by"`         // what ties it to the person: words, the desk
	Confidence float64    `json:"confidence"` // that it is this person, 0 to 1; 1 for what began the person
	Program    int        `json:"program"`    // version of the stage that found it

	// Keys are those by which the person is found again by this name. They are
	// only given to a store, which does not give them back.
	Keys []string `json:"-"`
}

// A Person is a speaker across items, spellings and scripts, summed up from what
// they said. Confirmed, Private and Into are what the desk ordered.
type Person struct {
	ID PersonID `json:"id"`
	// Names is what to call the person in each language they were named in: the
	// spelling of two words or more that is used most.
	Names     map[string]string `json:"names,omitempty"`
	Spellings []Spelling        `json:"spellings,omitempty"` // most used first
	// Roles is the role as written last, by language.
	Roles      map[string]Role  `json:"roles,omitempty"`
	First      time.Time        `json:"first,omitzero"` // When of the earliest statement
	Last       time.Time        `json:"last,omitzero"`  // When of the newest one
	Statements int              `json:"statements,omitempty"`
	Items      int              `json:"items,omitempty"`
	Sources    map[SourceID]int `json:"sources,omitempty"` // how many of the items each has

	// Confirmed says that a person at the desk knows a public figure here; Private
	// that this one is nobody's to list (PersonHide): minors, victims, private persons.
	Confirmed bool `json:"confirmed,omitempty"`
	Private   bool `json:"private,omitempty"`
	// Into is the person that this one was joined into; it then said nothing itself.
	Into PersonID `json:"into,omitempty"`
}

// A Spelling is one way in which a person's name was written.
type Spelling struct {
	Name     string `json:"name"`
	Language string `json:"language"`
	Count    int    `json:"count"` // statements
}

// A Role is a role as written, and when.
type Role struct {
	Words     string      `json:"words"`
	When      time.Time   `json:"when"`
	Statement StatementID `json:"statement"` // where it is written
}

// Count adds a statement to the sum, n = 1, or takes it away, n = -1. Taking away
// leaves First, Last and Roles, for only the other statements tell them. Items
// and Sources are CountItem's. Copies of the person share its lists and change, too.
func (p *Person) Count(s *Spoken, n int) {
	p.add(s, n)
	p.order()
}

// CountAll adds statements to the sum, none of which is in it. Of many it is ten
// times as fast as one by one.
func (p *Person) CountAll(said []Spoken) {
	for i := range said {
		p.add(&said[i], 1)
	}
	p.order()
}

func (p *Person) add(s *Spoken, n int) {
	p.Statements += n
	i := slices.IndexFunc(p.Spellings, func(x Spelling) bool { return x.Name == s.Name && x.Language == s.Language })
	if i < 0 {
		i = len(p.Spellings)
		p.Spellings = append(p.Spellings, Spelling{Name: s.Name, Language: s.Language})
	}
	p.Spellings[i].Count += n
	if n > 0 {
		p.reach(s)
	}
}

// order puts the spellings in order and chooses the names among them.
func (p *Person) order() {
	p.Spellings = slices.DeleteFunc(p.Spellings, func(x Spelling) bool { return x.Count <= 0 })
	slices.SortFunc(p.Spellings, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Language, b.Language))
	})
	p.Names = names(p.Spellings)
}

// CountItem adds an item in which the person speaks to the sum, or takes it away.
func (p *Person) CountItem(source SourceID, n int) {
	p.Items += n
	if p.Sources == nil {
		p.Sources = map[SourceID]int{}
	}
	if p.Sources[source] += n; p.Sources[source] <= 0 {
		delete(p.Sources, source)
	}
}

// reach extends the times and the roles of the sum to a statement.
func (p *Person) reach(s *Spoken) {
	if p.First.IsZero() || s.When.Before(p.First) {
		p.First = s.When
	}
	if s.When.After(p.Last) {
		p.Last = s.When
	}
	if s.Role == "" {
		return
	}
	old, ok := p.Roles[s.Language]
	if ok && cmp.Or(s.When.Compare(old.When), cmp.Compare(s.Statement, old.Statement)) <= 0 {
		return
	}
	if p.Roles = maps.Clone(p.Roles); p.Roles == nil {
		p.Roles = map[string]Role{}
	}
	p.Roles[s.Language] = Role{s.Role, s.When, s.Statement}
}

// names chooses what to call a person in each language.
func names(spellings []Spelling) map[string]string {
	best := map[string]Spelling{}
	for _, s := range spellings {
		b, ok := best[s.Language]
		full, bestFull := strings.Contains(s.Name, " "), strings.Contains(b.Name, " ")
		if !ok || full && !bestFull || full == bestFull && (s.Count > b.Count || s.Count == b.Count && len(s.Name) > len(b.Name)) {
			best[s.Language] = s
		}
	}
	out := make(map[string]string, len(best))
	for language, s := range best {
		out[language] = s.Name
	}
	return out
}

// SumPerson sums up a person from all that they said, given in any order.
func SumPerson(p Person, said []Spoken) Person {
	p = Person{ID: p.ID, Confirmed: p.Confirmed, Private: p.Private}
	p.CountAll(said)
	items := map[ItemID]bool{}
	for i := range said {
		if s := &said[i]; !items[s.Item] {
			items[s.Item] = true
			p.CountItem(s.Source, 1)
		}
	}
	return p
}

// SpokenQuery says which of the statements of a person are wanted. Zero fields do
// not filter.
type SpokenQuery struct {
	Person   PersonID
	Language string
	Source   SourceID
	Public   bool // only those that are sure enough for the public
	Before   SpokenPlace
	Limit    int // 0 means 100
}

// A SpokenPlace is a place in a list of statements: by When, then by id, both
// descending.
type SpokenPlace struct {
	Time      time.Time
	Statement StatementID
}

// PersonQuery says which persons are wanted. Zero fields do not filter; those who
// were joined into others are never listed.
type PersonQuery struct {
	Language  string // who were named in it
	Confirmed bool   // only those whom the desk confirmed
	NoPrivate bool   // none of those whom the desk hides
	ByLast    bool   // who spoke last first, instead of who spoke most
	Before    PersonPlace
	Limit     int // 0 means 50
}

// A PersonPlace is a place in a list of persons: by Statements or by Last, as the
// list is, then by id, all descending.
type PersonPlace struct {
	Statements int
	Last       time.Time
	Person     PersonID
}
