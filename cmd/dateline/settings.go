package main

import (
	"fmt"
	"strings"
	"time"

	"dateline"
	"dateline/internal/desk"
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
	return desk.CheckSource(s)
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
