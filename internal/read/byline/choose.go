package byline

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
	Beside                // a name beside the date under the headline
	Far                   // marked as author, elsewhere on the page
	Ending                // behind "Written by" or its like at the end of the article
	Aside                 // a link to an author in a footer or beside the text
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
	return [places]float64{Labelled: 10, Name: 9, Marked: 8, Classed: 5, Data: 7, DataBody: 3, Meta: 7, Account: 6, Beside: 3, Far: 2, Ending: 3, Aside: 1}
}

// Choose weighs what the places say against each other. Places that name the
// same add up; a list of names takes the weight of those that give only a part
// of it. Where an outlet wins, there is no byline: it is a credit.
func Choose(candidates []Candidate) Reading {
	w := weights()
	var best Reading
	most := 0.0
	for i, c := range candidates {
		if c.empty() {
			continue
		}
		sum := 0.0
		var counted [places]bool
		for j, o := range candidates {
			if !counted[o.Place] && (i == j || covers(c.Reading, o.Reading)) {
				counted[o.Place] = true
				sum += w[o.Place]
			}
		}
		if sum > most {
			best, most = c.Reading, sum
		}
	}
	return best
}

// covers reports that all that o names is named by r, perhaps more fully.
func covers(r, o Reading) bool {
	if len(o.People) == 0 {
		return len(r.People) == 0 && letters(r.Desk+r.Outlet) == letters(o.Desk+o.Outlet) && o.Desk+o.Outlet != ""
	}
	for _, name := range o.People {
		if !named(r.People, name) {
			return false
		}
	}
	return true
}

// named reports that the list has the name, or a fuller form of it.
func named(list []string, name string) bool {
	for _, l := range list {
		if letters(l) == letters(name) || fuller(l, name) {
			return true
		}
	}
	return false
}
