package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// Settings are what a person sets of a source at the desk. Where its feed stands is not
// among them: whoever moves that must know what the new address answers.
type Settings struct {
	Name           string         // as it calls itself
	Names          dateline.Names // by edition; an empty one is taken away, one that is not there stays
	Kind           dateline.SourceKind
	Language, Zone string
	Usage          dateline.Usage
	UsageReason    string
	Rule, Lost     dateline.Rule
	Pages          dateline.PageMode
	Again          dateline.AgainMode
	Retired        bool
}

// Source returns a source; ErrNotFound when there is none.
func (d *Desk) Source(ctx context.Context, id dateline.SourceID) (s dateline.Source, err error) {
	defer dateline.Wrap(&err, "source %s of the desk", id)
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		s, err = tx.Source(ctx, id)
		return err
	})
	return s, err
}

// SettingsOf are those that stand.
func SettingsOf(s *dateline.Source) Settings {
	return Settings{
		Name: s.Name, Names: s.Names, Kind: s.Kind, Language: s.Language, Zone: s.Zone, Usage: cmp.Or(s.Usage, dateline.UsageExcerpt), UsageReason: s.UsageReason,
		Rule: cmp.Or(s.Rule, dateline.RuleRelease), Lost: cmp.Or(s.Lost, dateline.RuleRelease), Pages: pagesOf(s), Again: s.Again, Retired: s.Retired,
	}
}

// Sign tells settings from any others. Sources have no versions: a form brings back the
// sign of what it was made from.
func (settings Settings) Sign() string {
	if len(settings.Names) == 0 {
		settings.Names = nil
	}
	text, err := json.Marshal(settings)
	if err != nil { // words and a flag: there is nothing in them that could fail
		return ""
	}
	sum := sha256.Sum256(text)
	return base32.StdEncoding.EncodeToString(sum[:10])
}

// Set changes a source. ErrForbidden of the publication's own, which is what its
// configuration says; ErrInvalid for settings that CheckSource refuses; ErrConflict when
// others stand than the sign was of ("" is that of any), unless they are the same already.
func (d *Desk) Set(ctx context.Context, id dateline.SourceID, settings Settings, sign string) (err error) {
	defer dateline.Wrap(&err, "set %s", id)
	if id == dateline.OwnSource || settings.Kind == dateline.Own {
		return dateline.Refuse(dateline.WhyOwnSource, dateline.ErrForbidden, "the publication itself is set in its configuration")
	}
	if oneLine(settings.Name) == "" {
		return dateline.Refuse(dateline.WhySourceName, dateline.ErrInvalid, "a source needs a name")
	}
	return d.Change(ctx, id, func(s *dateline.Source) error {
		was := SettingsOf(s).Sign()
		settings.apply(s)
		if sign != "" && sign != was && SettingsOf(s).Sign() != was {
			return dateline.Refuse(dateline.WhySourceStale, dateline.ErrConflict, "somebody else has set it meanwhile")
		}
		return nil
	})
}

// Change changes a source, with what follows for its polling. ErrInvalid for what
// CheckSource refuses.
func (d *Desk) Change(ctx context.Context, id dateline.SourceID, change func(*dateline.Source) error) error {
	return d.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		s, err := tx.Source(ctx, id)
		if err != nil {
			return err
		}
		now, feed, pages := d.cfg.Now(), s.Feed, pagesOf(&s)
		if err := cmp.Or(change(&s), CheckSource(&s)); err != nil {
			return err
		}
		if pagesOf(&s) != pages { // whoever has other pages read wants another reading
			s.Accepted = now
		}
		if err := tx.PutSource(ctx, s, now); err != nil || s.Feed == feed {
			return err
		}
		// The old address's validators would have the new one answer that nothing has
		// changed, for as long as that is so.
		s.Poll.ETag, s.Poll.LastModified, s.Poll.Next = "", "", now
		return tx.Polled(ctx, id, s.Poll)
	})
}

// pagesOf is when pages are read; no mode means short.
func pagesOf(s *dateline.Source) dateline.PageMode { return cmp.Or(s.Pages, dateline.PagesShort) }

func (settings Settings) apply(s *dateline.Source) {
	s.Name, s.Kind, s.Retired = oneLine(settings.Name), settings.Kind, settings.Retired
	s.Language, s.Zone = strings.TrimSpace(settings.Language), strings.TrimSpace(settings.Zone)
	s.Usage, s.UsageReason = settings.Usage, oneLine(settings.UsageReason)
	s.Rule, s.Lost, s.Pages, s.Again = settings.Rule, settings.Lost, settings.Pages, settings.Again
	names := dateline.Names{}
	maps.Copy(names, s.Names)
	for language, name := range settings.Names {
		if names[language] = oneLine(name); names[language] == "" {
			delete(names, language)
		}
	}
	if s.Names = names; len(names) == 0 {
		s.Names = nil
	}
}

// oneLine is what was typed or pasted, without its line breaks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// CheckSource refuses settings that would do something else than was meant. It looks at
// the whole source, for a usage may come from a list and its reason from a person.
func CheckSource(s *dateline.Source) error {
	if s.Usage == dateline.UsageFull && s.UsageReason == "" {
		return dateline.Refuse(dateline.WhyFull, dateline.ErrInvalid, "full use of %s needs a recorded reason (--reason): who allowed it, and why", string(s.ID))
	}
	if err := cmp.Or(checkWords(s), CheckLanguage(s.Language)); err != nil {
		return err
	}
	if u, err := url.Parse(s.Feed); s.Feed != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
		return dateline.Refuse(dateline.WhyNoFeed, dateline.ErrInvalid, "%q is no address of a feed: it must begin with %s or %s", s.Feed, "http://", "https://")
	}
	return CheckZone(s.Zone)
}

// CheckZone refuses a zone that is given and is none; "" is none. "Local" is Go's
// name for that of the machine, which says nothing of a source.
func CheckZone(zone string) error {
	if _, err := time.LoadLocation(zone); err != nil || zone == "Local" {
		return dateline.Refuse(dateline.WhyNoZone, dateline.ErrInvalid, "%q is no zone such as %s", zone, "Africa/Cairo")
	}
	return nil
}

// CheckLanguage refuses a language that is given and is none; "" is none.
func CheckLanguage(tag string) error {
	if tag != "" && lang.Canonical(tag) == "" {
		return dateline.Refuse(dateline.WhyNoLanguage, dateline.ErrInvalid, "%q is no language such as %s or %s", tag, "ar", "en-GB")
	}
	return nil
}

// checkWords refuses a setting that no part of the program knows: of a usage it would
// publish excerpts, and by a rule release, whatever was meant.
func checkWords(s *dateline.Source) error {
	return cmp.Or(
		oneOf("kind", s.Kind, append(dateline.SourceKinds(), dateline.Own)), oneOf("usage", s.Usage, dateline.Usages()),
		oneOf("rule", s.Rule, dateline.Rules()), oneOf("pages", s.Pages, dateline.PageModes()),
		oneOf("again", s.Again, []dateline.AgainMode{dateline.AgainNever}), oneOf("lost", s.Lost, dateline.Rules()))
}

// oneOf refuses a word that is given and is none of those there are.
func oneOf[T ~string](setting string, word T, words []T) error {
	if word == "" || slices.Contains(words, word) {
		return nil
	}
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	return dateline.Refuse(dateline.WhyNoSetting, dateline.ErrInvalid, "%q is no %s: it may be %s", string(word), setting, strings.Join(all, ", "))
}
