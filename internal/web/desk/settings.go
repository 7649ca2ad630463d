package desk

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/web"
	"dateline/internal/wire"
)

// A settingsPage is one source: how it does, and what a person sets of it.
type settingsPage struct {
	sourceLine
	Health     dateline.Health
	State      string // that in words
	Public     string // its page for readers, "" when it has none
	Feed, Site string
	Form       *settingsForm // nil for the publication's own source
}

type settingsForm struct {
	Name                                     string
	Names                                    []nameField // one for each edition
	Kinds, Usages, Rules, Lost, Pages, Again []choice
	Languages                                []choice
	Reason, Zone                             string
	Retired                                  bool
	Sign                                     string // of what it was made from
}

// A nameField is a source's name in an edition.
type nameField struct {
	Field, Label, Value, Language string
	Direction                     dateline.Direction
}

// nameIn is what a form calls the name in a language.
func nameIn(language string) string { return "name-" + language }

// settings is the page of one source.
func (h *Handler) settings(w http.ResponseWriter, r *http.Request) error {
	p, err := h.sourceOf(r, dateline.SourceID(r.PathValue("id")))
	if err != nil {
		return err
	}
	return h.render(w, http.StatusOK, p)
}

func (h *Handler) sourceOf(r *http.Request, id dateline.SourceID) (p page, err error) {
	s, err := h.config.Sources.Source(r.Context(), id)
	if err != nil {
		return p, err
	}
	p = h.frame(r)
	p.Entered, p.Settings = true, h.settingsOf(p.E, &s)
	p.elsewhere(sourceAt(s.ID), url.Values{})
	return p, nil
}

func (h *Handler) settingsOf(e *locale.Edition, s *dateline.Source) *settingsPage {
	now, words := h.config.Now(), e.Messages()
	health := s.Health(now)
	made := &settingsPage{sourceLine: sourceLineOf(e, s, now), Health: health, State: words.Health.Groups[health], Feed: s.Feed, Site: s.Site}
	if wire.UsageOf(s) != dateline.UsageDesk {
		made.Public = wire.SourcePath(e.Language(), s.ID)
	}
	if s.ID == dateline.OwnSource {
		return made
	}
	form := &settingsForm{Name: s.Name, Reason: s.UsageReason, Zone: s.Zone, Retired: s.Retired, Sign: newsdesk.SettingsOf(s).Sign()}
	for _, o := range h.editions {
		form.Names = append(form.Names, nameField{
			nameIn(o.Language()), words.Settings.NameIn.With(e.LanguageName(o.Language())), s.Names[o.Language()], o.Language(), o.Direction(),
		})
	}
	form.choose(words, s)
	form.Languages = languagesOf(e, s.Language)
	made.Form = form
	return made
}

// choose fills the lists of what may be set. The zero value of a setting stands for the one
// that it means, so that a form which is only saved changes nothing.
func (f *settingsForm) choose(words *locale.Messages, s *dateline.Source) {
	f.Kinds = append([]choice{{"", words.Settings.Unknown, s.Kind == ""}}, choices(dateline.SourceKinds(), words.Kinds, s.Kind)...)
	f.Usages = choices(dateline.Usages(), words.Source.Usages, cmp.Or(s.Usage, dateline.UsageExcerpt))
	f.Rules = choices(dateline.Rules(), words.Settings.Rules, cmp.Or(s.Rule, dateline.RuleRelease))
	f.Lost = choices(dateline.Rules(), words.Settings.WhenLost, cmp.Or(s.Lost, dateline.RuleRelease))
	f.Pages = choices(dateline.PageModes(), words.Settings.PageModes, cmp.Or(s.Pages, dateline.PagesShort))
	f.Again = []choice{
		{string(dateline.AgainDefault), words.Settings.Yes, s.Again == dateline.AgainDefault},
		{string(dateline.AgainNever), words.Settings.No, s.Again == dateline.AgainNever},
	}
}

// choices are settings by their names.
func choices[T ~string](all []T, names map[T]string, chosen T) (list []choice) {
	for _, one := range all {
		list = append(list, choice{string(one), names[one], one == chosen})
	}
	return list
}

// languagesOf are those that have a name, in the order of their names. The source's own tag
// is among them as it is, with its region or script, so that saving does not lose that.
func languagesOf(e *locale.Edition, tag string) (languages []choice) {
	for code, name := range e.Messages().Languages {
		if code != "und" && code != tag {
			languages = append(languages, choice{code, name, false})
		}
	}
	if tag != "" {
		label := e.LanguageName(tag)
		if strings.Contains(tag, "-") { // or the language would stand there twice
			label += " (" + tag + ")"
		}
		languages = append(languages, choice{tag, label, true})
	}
	slices.SortFunc(languages, func(a, b choice) int { return cmp.Or(e.CompareNames(a.Label, b.Label), cmp.Compare(a.Value, b.Value)) })
	return append([]choice{{"", e.Messages().Settings.Unknown, tag == ""}}, languages...)
}

// set takes the form of a source. The desk itself checks it.
func (h *Handler) set(w http.ResponseWriter, r *http.Request) error {
	id, field := dateline.SourceID(r.PostFormValue("source")), r.PostFormValue
	settings := newsdesk.Settings{
		Name: field("name"), Names: dateline.Names{}, Kind: dateline.SourceKind(field("kind")),
		Language: field("language"), Zone: field("zone"), Usage: dateline.Usage(field("usage")), UsageReason: field("reason"),
		Rule: dateline.Rule(field("rule")), Lost: dateline.Rule(field("lost")),
		Pages: dateline.PageMode(field("pages")), Again: dateline.AgainMode(field("again")), Retired: field("retired") != "",
	}
	for _, e := range h.editions {
		settings.Names[e.Language()] = field(nameIn(e.Language()))
	}
	err := h.config.Sources.Set(r.Context(), id, settings, field("sign"))
	if why(err) == dateline.WhySourceStale {
		p, failed := h.sourceOf(r, id)
		if failed != nil {
			return failed
		}
		p.Refused = refusalWords(p.E, err)
		return h.render(w, web.Status(err), p)
	}
	if err != nil {
		return err
	}
	return h.leadTo(w, r, sourceAt(id), "set")
}
