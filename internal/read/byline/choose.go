package byline

import "strings"

// A Place is where a page names its author.
type Place int

// The places; weights tells how much each is trusted.
const (
	Labelled Place = iota // under the headline, behind "By" or its like
	Name                  // under the headline, an element whose class says that it is an author's name
	Marked                // under the headline, marked as author by rel, itemprop or the class "byline"
	Classed               // under the headline, of a class such as "author"
	Data                  // an author of the structured data that is no organisation
	DataBody              // one that is an organisation
	Meta                  // a meta element for authors
	Account               // the label and value that link previews show
	NearDate              // a name beside the date under the headline
	Far                   // marked as author, elsewhere on the page
	Ending                // behind "Written by" or its like at the end of the article
	Aside                 // a link to an author in a footer or beside the text
	Linked                // under the headline, linked to a page about somebody
	places
)

// A Candidate is one place's author line.
type Candidate struct {
	Reading
	Place Place
}

// weights are how often each place names the byline rightly, as measured; see
// docs/reading.md.
func weights() [places]float64 {
	return [places]float64{Labelled: 11, Name: 9, Marked: 8, Classed: 8, Data: 8, DataBody: 4, Meta: 8, Account: 8, NearDate: 7, Far: 2, Ending: 4, Aside: 3, Linked: 6}
}

// What the word of a page counts that a desk, or the outlet itself, is the
// author: systems put these where they have no person.
const (
	desk   = 0.7
	own    = 0.5
	single = 0.8 // a name of one word, often that of an account
)

// least is what an answer must count for. An element far from the headline that
// nothing confirms is right less than half of the time: it names those who
// commented, or wrote something else.
const least = 2.5

// Choose weighs what the places say against each other. Places that name the
// same add up; a list of names takes the weight of those that give only a part
// of it. Where an outlet wins, there is no byline: it is a credit.
func Choose(candidates []Candidate) Reading {
	w := weights()
	var best Reading
	most := least
	for i, c := range candidates {
		if c.empty() {
			continue
		}
		var said [places]bool
		for j, o := range candidates {
			said[o.Place] = said[o.Place] || i == j || covers(c.Reading, o.Reading)
		}
		sum := total(said, w)
		switch {
		case isAccount(c.Reading) && !shown(said):
			continue // of 5 such answers 2 were right, and 3 stood where nobody is named
		case len(c.People) == 1 && !strings.Contains(c.People[0], " "):
			sum *= single
		case len(c.People) > 0:
		case c.Desk != "":
			sum *= desk
		default:
			sum *= own
		}
		if sum > most {
			best, most = c.Reading, sum
		}
	}
	return best
}

// isAccount reports a name such as "annlee7" or "ann.lee", by which somebody logs in.
func isAccount(r Reading) bool {
	return len(r.People) == 1 && !strings.Contains(r.People[0], " ") && lower(r.People[0])
}

// shown reports that readers see the name under the headline.
func shown(said [places]bool) bool {
	return said[Labelled] || said[Name] || said[Marked] || said[Classed] || said[NearDate] || said[Linked]
}

// total adds up the places. What a system writes for machines comes from one
// account, however often it is written: only its surest place counts in full.
func total(said [places]bool, w [places]float64) float64 {
	sum, machine := 0.0, 0.0
	for p, yes := range said {
		switch {
		case !yes:
		case Place(p) >= Data && Place(p) <= Account:
			// Each further place counts one.
			machine = max(machine+1, w[p])
		default:
			sum += w[p]
		}
	}
	return sum + machine
}

// covers reports that all that o names is named by r, perhaps more fully.
func covers(r, o Reading) bool {
	if len(o.People) == 0 {
		return len(r.People) == 0 && o.Desk+o.Outlet != "" && alike(r.Desk+r.Outlet, o.Desk+o.Outlet)
	}
	for _, name := range o.People {
		if len(o.People) < len(r.People) {
			name, _, _ = strings.Cut(name, ",") // a list of names gives no degrees
		}
		if !named(r.People, name) {
			return false
		}
	}
	return true
}

// named reports that the list has the name, or a fuller form of it.
func named(list []string, name string) bool {
	for _, l := range list {
		if alike(l, name) || fuller(l, name) {
			return true
		}
	}
	return false
}
