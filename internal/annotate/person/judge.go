package person

import (
	"maps"
	"slices"
	"time"

	"dateline"
	"dateline/internal/annotate/speaker"
	"dateline/internal/lang"
	"dateline/internal/match/names"
)

// Program is the version of these rules. It stands in every row, and grows when
// they would come out otherwise.
const Program = 4

// A Judge decides who somebody is. It does not change and may be used by several
// goroutines.
type Judge struct{ letters *names.Model }

// New returns a judge. It fails when the table of letters was spoilt.
func New() (*Judge, error) {
	m, err := names.New()
	return &Judge{m}, err
}

// A Speaker is a name, and where it was spoken.
type Speaker struct {
	Name
	Source dateline.SourceID
	When   time.Time
	// Present are those who speak under a full name in the same item.
	Present []dateline.PersonID
}

// A Verdict is who a speaker is.
type Verdict struct {
	Person     dateline.PersonID // "" for nobody who is known
	Confidence float64           // 0 to 1, as the measured share of verdicts of its kind
	// New says that the name begins a person: it is full, sure, and not that of two
	// persons who are known.
	New bool
}

// How sure the kinds of verdict are. They order what may be shown, and were set
// by hand: the cases in docs/statements.md have too few wrong ones to measure
// each.
const (
	sureExact    = 0.99
	sureWhole    = 0.98
	sureSpelled  = 0.93
	sureAcross   = 0.95
	sureInItem   = 0.97
	sureFamily   = 0.85
	leastFit     = 0.85 // of each of two names across scripts that nothing else ties
	leastFitRole = 0.70 // where an office is common to both
	// A source calls by the family name alone whom it has just named in full, in
	// more items than one; of others a better known relative may be meant.
	recent    = 7 * 24 * time.Hour
	wellKnown = 2
)

// A Known is a person with what its names and offices tell. To read them costs
// more than to compare them, and one person is a candidate for many speakers.
type Known struct {
	*dateline.Person
	names   []Name
	gender  string
	offices office
}

// Know reads a person.
func Know(p *dateline.Person) Known {
	k := Known{Person: p, gender: genderOf(p)}
	for _, x := range p.Spellings {
		k.names = append(k.names, Named(x.Name))
	}
	for _, role := range p.Roles {
		k.offices |= fields(role.Words, lang.IsArabic(role.Words))
	}
	return k
}

// Who decides which of the persons a speaker is: those whom its keys found.
func (j *Judge) Who(s *Speaker, known []Known) Verdict {
	if s.Short {
		return j.short(s, known)
	}
	best, ties := j.closest(s, known)
	switch {
	case best == unlike, len(ties) > 1 && best <= spelled:
		return Verdict{New: s.Sure, Confidence: 1}
	case len(ties) > 1:
		return Verdict{} // two have this name: nobody can say which
	case !s.Sure && best < whole && (best != sounding || len(s.middle) > 0):
		return Verdict{} // in the other script a known name of two words is hardly met by chance
	}
	return Verdict{Person: ties[0].ID, Confidence: sure(best)}
}

// closest are the persons to whom a speaker is most alike. Most speakers are known
// letter for letter, and no other spelling need be looked at then.
func (j *Judge) closest(s *Speaker, known []Known) (best likeness, ties []Known) {
	for i := range known {
		if known[i].may(s) && known[i].spelled(&s.Name) {
			best, ties = exact, append(ties, known[i])
		}
	}
	if best == exact {
		return best, ties
	}
	for i := range known {
		switch l := j.likeness(s, &known[i]); {
		case l == unlike || l < best:
		case l > best:
			best, ties = l, known[i:i+1]
		default:
			ties = append(slices.Clip(ties), known[i])
		}
	}
	return best, ties
}

// sure is never asked about unlike; sounding, across scripts, is the last.
func sure(l likeness) float64 {
	switch l {
	case exact:
		return sureExact
	case whole:
		return sureWhole
	case spelled:
		return sureSpelled
	}
	return sureAcross
}

// likeness is how alike a speaker is to a person in the spelling that is most
// alike, if nothing speaks against it.
func (j *Judge) likeness(s *Speaker, p *Known) likeness {
	if !p.may(s) {
		return unlike
	}
	best := unlike
	for i := range p.names {
		best = max(best, like(j.letters, &s.Name, &p.names[i], false))
	}
	if best != unlike || !p.shares(&s.Name) {
		return best
	}
	for i := range p.names {
		best = max(best, like(j.letters, &s.Name, &p.names[i], true))
	}
	return best
}

// may reports that nothing speaks against a speaker's being the person.
func (k *Known) may(s *Speaker) bool { return k.Into == "" && !against(s.Gender, k.gender) }

// spelled reports that a full name is known letter for letter.
func (k *Known) spelled(n *Name) bool {
	return !n.Short && slices.ContainsFunc(k.names, func(m Name) bool { return !m.Short && m.Arabic == n.Arabic && m.folded == n.folded })
}

// short decides about a family name alone: the one person in the item who has it;
// else the only one who is known by it, if an office or the source agrees.
func (j *Judge) short(s *Speaker, known []Known) Verdict {
	var have, here []*Known
	for i := range known {
		p := &known[i]
		if !p.may(s) || !p.hasFamily(&s.Name) {
			continue
		}
		have = append(have, p)
		if slices.Contains(s.Present, p.ID) {
			here = append(here, p)
		}
	}
	switch {
	case len(here) > 0 && !s.Arabic && !s.Sure:
		// Annotate knows the full names of an English text and did not take this for
		// one of them: there are two, or the title is another's.
		return Verdict{}
	case len(here) == 1 && !elsewhere(s, here[0], have):
		return Verdict{Person: here[0].ID, Confidence: sureInItem}
	case len(here) == 1:
		return Verdict{}
	case len(here) > 1, len(have) != 1:
		return Verdict{}
	}
	p := have[0]
	switch {
	case p.shares(&s.Name):
		return Verdict{Person: p.ID, Confidence: sureFamily}
	case fields(s.Role, s.Arabic) != 0:
		return Verdict{} // another's office: President Obama, where Michelle Obama alone is known
	case p.Sources[s.Source] >= wellKnown && !s.When.Before(p.First.Add(-recent)) && !s.When.After(p.Last.Add(recent)):
		return Verdict{Person: p.ID, Confidence: sureFamily}
	}
	return Verdict{}
}

// elsewhere reports that the office of a speaker is that of another one who has
// the family name, and not of the one who speaks in full in the item: President
// Obama beside Michelle Obama.
func elsewhere(s *Speaker, here *Known, have []*Known) bool {
	return !here.shares(&s.Name) && slices.ContainsFunc(have, func(p *Known) bool { return p != here && p.shares(&s.Name) })
}

// hasFamily reports that a person is known by this family name, as written.
func (k *Known) hasFamily(n *Name) bool {
	return slices.ContainsFunc(k.names, func(m Name) bool {
		return m.Arabic == n.Arabic && m.family == n.family && !m.Short
	})
}

// against reports that one person is not both.
func against(a, b string) bool { return a != "" && b != "" && a != b }

// genderOf is what offices and names of a person tell.
func genderOf(p *dateline.Person) string {
	for _, language := range slices.Sorted(maps.Keys(p.Roles)) {
		if g := roleGender(p.Roles[language].Words); g != "" {
			return g
		}
	}
	for _, x := range p.Spellings {
		if g := speaker.Gender("", x.Name); g == "male" || g == "female" {
			return g
		}
	}
	return ""
}

// shares reports that a name stands with an office that the person has.
func (k *Known) shares(n *Name) bool {
	return k.offices != 0 && k.offices&fields(n.Role, n.Arabic) != 0
}
