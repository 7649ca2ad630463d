package main

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// sourceFlags are the settings of a source. What is not given stays as it is.
type sourceFlags struct {
	Name     string         `help:"Name, as it calls itself."`
	NameAr   string         `help:"Name in the Arabic edition."`
	NameEn   string         `help:"Name in the English edition."`
	Kind     string         `enum:",agency,state-agency,outlet,official,company" default:"" help:"agency, state-agency, outlet, official or company."`
	Language string         `help:"Language of most of its copy, such as ar."`
	Zone     string         `help:"Zone of times that have none, such as Africa/Cairo."`
	Folder   string         `help:"Folder in lists."`
	Usage    string         `enum:",full,excerpt,link,desk" default:"" help:"What may go out: full, excerpt, link or desk. full needs --reason."`
	Reason   string         `help:"Who allowed full use, and why."`
	Rule     string         `enum:",release,hold,kill" default:"" help:"What the desk does with its items: release, hold or kill."`
	Pages    string         `enum:",always,short,never" default:"" help:"When the page behind an entry is read: always, short (entries) or never."`
	Again    string         `enum:",default,never" default:"" help:"Whether the pages that were read are looked at again: default or never."`
	Lost     string         `enum:",release,hold,kill" default:"" help:"What the desk does when the source takes a page away: release (only tell it), hold or kill (withdraw)."`
	Delay    *time.Duration `help:"Between two requests to its host; 0 for none."`

	AllowPrivate *bool `negatable:"" help:"It may stand on a private or loopback address."`
}

// apply changes a source as the flags say.
func (f sourceFlags) apply(s *dateline.Source) error {
	for _, set := range []struct {
		value string
		field *string
	}{
		{f.Name, &s.Name}, {f.Kind, (*string)(&s.Kind)}, {f.Language, &s.Language}, {f.Zone, &s.Zone},
		{f.Folder, &s.Folder}, {f.Usage, (*string)(&s.Usage)}, {f.Reason, &s.UsageReason},
		{f.Rule, (*string)(&s.Rule)}, {f.Pages, (*string)(&s.Pages)},
		{f.Again, (*string)(&s.Again)}, {f.Lost, (*string)(&s.Lost)},
	} {
		if set.value != "" {
			*set.field = set.value
		}
	}
	if f.Again == "default" {
		s.Again = dateline.AgainDefault
	}
	// Names in other languages, which a list may bring, stay.
	for language, name := range map[string]string{"ar": f.NameAr, "en": f.NameEn} {
		if name == "" {
			continue
		}
		if s.Names == nil {
			s.Names = dateline.Names{}
		}
		s.Names[language] = name
	}
	if f.Delay != nil {
		s.Delay = *f.Delay
		if s.Delay == 0 {
			s.Delay = -1 // none, where zero would mean the usual one
		}
	}
	if f.AllowPrivate != nil {
		s.AllowPrivate = *f.AllowPrivate
	}
	return checkSource(s)
}

// checkSource refuses settings that would do something else than was meant. It looks at
// the whole source, for a usage may come from a list and its reason from a flag.
func checkSource(s *dateline.Source) error {
	if s.Usage == dateline.UsageFull && s.UsageReason == "" {
		return fmt.Errorf("full use of %s needs a recorded reason: add --reason \"who allowed it, and why\": %w", s.ID, dateline.ErrInvalid)
	}
	if err := cmp.Or(checkWords(s), checkLanguage(s.Language)); err != nil {
		return err
	}
	if u, err := url.Parse(s.Feed); s.Feed != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
		return fmt.Errorf("%q is no address of a feed: it must begin with http:// or https://: %w", s.Feed, dateline.ErrInvalid)
	}
	return checkZone(s.Zone)
}

// checkZone refuses a zone that is given and is none; "" is none. "Local" is Go's
// name for that of the machine, which says nothing of a source.
func checkZone(zone string) error {
	if _, err := time.LoadLocation(zone); err != nil || zone == "Local" {
		return fmt.Errorf("%q is no zone such as Africa/Cairo: %w", zone, dateline.ErrInvalid)
	}
	return nil
}

// longestID is as long as an id that is derived from an address may be.
const longestID = 60

// checkID refuses ids that are given and cannot stand in an address; "" is none.
func checkID(id string) error {
	odd := strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-")
	// The empty id passes all three: it means that one is to be made.
	if odd == "" && len(id) <= longestID && strings.Trim(id, "-") == id {
		return nil
	}
	return fmt.Errorf("%q is no id of a source: it takes lower-case letters and digits, hyphens between them, %d at most, such as harbour-post: %w",
		id, longestID, dateline.ErrInvalid)
}

// checkLanguage refuses a language that is given and is none; "" is none.
func checkLanguage(tag string) error {
	if tag != "" && lang.Canonical(tag) == "" {
		return fmt.Errorf("%q is no language such as ar or en-GB: %w", tag, dateline.ErrInvalid)
	}
	return nil
}

// checkWords refuses a setting that no part of the program knows: of a usage it would
// publish excerpts, and by a rule release, whatever was meant.
func checkWords(s *dateline.Source) error {
	for _, set := range []struct {
		name, value string
		words       []string
	}{
		{"kind", string(s.Kind), []string{"agency", "state-agency", "outlet", "official", "company", "own"}},
		{"usage", string(s.Usage), []string{"full", "excerpt", "link", "desk"}},
		{"rule", string(s.Rule), []string{"release", "hold", "kill"}},
		{"pages", string(s.Pages), []string{"always", "short", "never"}},
		{"again", string(s.Again), []string{"never"}},
		{"lost", string(s.Lost), []string{"release", "hold", "kill"}},
	} {
		if set.value != "" && !slices.Contains(set.words, set.value) {
			return fmt.Errorf("%q is no %s: it may be %s: %w", set.value, set.name, strings.Join(set.words, ", "), dateline.ErrInvalid)
		}
	}
	return nil
}
