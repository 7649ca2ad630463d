package desk

import (
	"math"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// A sourcesPage is the sources by how they do, what needs a person first.
type sourcesPage struct {
	Name   string // that is looked for
	Zone   string // of the times
	Groups []sourceGroup
}

// A sourceGroup is the sources of one health.
type sourceGroup struct {
	Health       dateline.Health
	Title, About string
	Count        string
	Sources      []sourceLine
}

// A sourceLine is a source as the desk sees it.
type sourceLine struct {
	ID        dateline.SourceID
	Name      string
	Href      string // its items at the desk
	Settings  string // where it is set
	Usage     string
	Says      []string // how it does, in the page's language
	Trouble   string   // in the words of the intake, which are English
	Good, New moment
	Drifted   bool
}

// A moment is a time, or none.
type moment struct{ Machine, Shown string }

// momentOf is a time on a list of today: of other days the day is said.
func momentOf(e *locale.Edition, now, t time.Time) moment {
	if t.IsZero() {
		return moment{Shown: e.Messages().Health.Never}
	}
	return moment{machine(t), e.ClockOn(now, t)}
}

// sources lists the sources, all or those of a name.
func (h *Handler) sources(w http.ResponseWriter, r *http.Request) error {
	all, err := h.config.Sources.Sources(r.Context())
	if err != nil {
		return err
	}
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	p := h.frame(r)
	p.Entered, p.SourceList = true, &sourcesPage{Name: name, Zone: p.E.ZoneLabel(h.config.Now()), Groups: h.groups(p.E, all, name)}
	q := url.Values{}
	if name != "" {
		q.Set("name", name)
	}
	p.elsewhere("/desk/sources", q)
	return h.render(w, http.StatusOK, p)
}

// groups parts sources by health; each group goes by name.
func (h *Handler) groups(e *locale.Edition, all []dateline.Source, name string) (groups []sourceGroup) {
	now, words := h.config.Now(), e.Messages().Health
	of := map[dateline.Health][]sourceLine{}
	for i := range all {
		if s := &all[i]; called(s, name) {
			health := s.Health(now)
			of[health] = append(of[health], sourceLineOf(e, s, now))
		}
	}
	for _, health := range dateline.Healths() {
		lines := of[health]
		// A heading without sources would be read each day for nothing.
		if len(lines) == 0 {
			continue
		}
		slices.SortStableFunc(lines, func(a, b sourceLine) int { return e.CompareNames(a.Name, b.Name) })
		groups = append(groups, sourceGroup{health, words.Groups[health], words.GroupsOf[health], e.Number(len(lines)), lines})
	}
	return groups
}

// called reports whether a source is called so in any edition, or has that in its
// id, its address or its folder; however its name is spelled.
func called(s *dateline.Source, name string) bool {
	// An empty name is in every text, and so finds all.
	name = lang.Fold(name)
	has := func(text string) bool { return strings.Contains(lang.Fold(text), name) }
	for _, n := range s.Names {
		if has(n) {
			return true
		}
	}
	return has(s.Name) || has(string(s.ID)) || has(s.Feed) || has(s.Site) || has(s.Folder)
}

// sourceLineOf says of each health what helps a person to decide: why it fails and when it
// is asked next, what its reading lacks. What the intake says itself stands beside, in
// English, for its words name addresses and statuses and are in no catalogue.
func sourceLineOf(e *locale.Edition, s *dateline.Source, now time.Time) sourceLine {
	words, health := e.Messages(), s.Health(now)
	line := sourceLine{
		ID: s.ID, Name: nameOf(e, s), Usage: words.Source.Usages[wire.UsageOf(s)],
		Href:     "/desk?" + url.Values{"lang": {e.Language()}, "source": {string(s.ID)}}.Encode(),
		Settings: sourceAt(s.ID) + "?lang=" + e.Language(),
		Good:     momentOf(e, now, s.Poll.LastGood), New: momentOf(e, now, s.Poll.LastNew), Drifted: health == dateline.Drifting,
	}
	p := &s.Poll
	switch health {
	case dateline.Failing:
		// At least one: an older program counted none.
		line.Says, line.Trouble = []string{e.Count(words.Health.Failures, max(1, p.Failures))}, p.LastError
		if cause, ok := words.Health.Causes[p.Cause]; ok { // unknown of polls by an older program
			line.Says = append(line.Says, cause)
		}
		if !p.Next.IsZero() {
			line.Says = append(line.Says, words.Health.Next.With(e.ClockOn(now, p.Next)))
		}
	case dateline.Silent:
		line.Says = []string{words.Health.Silent}
	case dateline.Warned:
		line.Trouble = p.Warning
	// The last error is why: a source that answers 410 is retired by the intake.
	case dateline.Retired:
		line.Trouble = p.LastError
	}
	for _, habit := range s.Drift() {
		line.Says = append(line.Says, lost(e, habit))
	}
	// Of a source that fails its rhythm says nothing, and less than one item a day is none.
	if n := int(math.Round(p.PerDay)); n > 0 && health != dateline.Failing && health != dateline.Retired {
		line.Says = append(line.Says, e.Count(words.Health.Rhythm, n))
	}
	return line
}
