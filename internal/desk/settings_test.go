package desk_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"dateline"
	"dateline/internal/desk"
)

// settable is a source with its settings as they are.
func settable(t *testing.T) (*desk.Desk, dateline.Store, dateline.Source, desk.Settings) {
	t.Helper()
	d, store := open(t)
	s := dateline.Source{
		ID: "nahr", Name: "Nahr", Names: dateline.Names{"ar": "نهر", "fr": "Fleuve"}, Kind: dateline.Agency, Language: "ar",
		Zone: "Asia/Beirut", Feed: "https://nahr.example/feed", Folder: "Region", Pages: dateline.PagesShort,
	}
	ctx := context.Background()
	err := store.Update(ctx, func(tx dateline.Tx) error {
		return errors.Join(tx.PutSource(ctx, s, now), tx.PutSource(ctx, dateline.Source{ID: dateline.OwnSource, Name: "Marsa"}, now))
	})
	if err != nil {
		t.Fatal(err)
	}
	return d, store, s, desk.Settings{Name: s.Name, Kind: s.Kind, Language: s.Language, Zone: s.Zone, Pages: s.Pages}
}

func TestSetSource(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		set  func(*desk.Settings)
		want func(*dateline.Source)
	}{
		"nothing": {func(*desk.Settings) {}, func(*dateline.Source) {}},
		"rights": {func(s *desk.Settings) { s.Usage, s.UsageReason = dateline.UsageFull, " contract of\n3 May " },
			func(s *dateline.Source) { s.Usage, s.UsageReason = dateline.UsageFull, "contract of 3 May" }},
		"names": {func(s *desk.Settings) { s.Name, s.Names = " Nahr  News ", dateline.Names{"ar": " ", "en": "Nahr News"} },
			func(s *dateline.Source) {
				s.Name, s.Names = "Nahr News", dateline.Names{"en": "Nahr News", "fr": "Fleuve"}
			}},
		"rules": {func(s *desk.Settings) { s.Rule, s.Lost = dateline.RuleHold, dateline.RuleKill },
			func(s *dateline.Source) { s.Rule, s.Lost = dateline.RuleHold, dateline.RuleKill }},
		"pages": {func(s *desk.Settings) { s.Pages, s.Again = dateline.PagesAlways, dateline.AgainNever },
			func(s *dateline.Source) {
				s.Pages, s.Again, s.Accepted = dateline.PagesAlways, dateline.AgainNever, now
			}},
		"retired":       {func(s *desk.Settings) { s.Retired = true }, func(s *dateline.Source) { s.Retired = true }},
		"zone and kind": {func(s *desk.Settings) { s.Zone, s.Kind = "", "" }, func(s *dateline.Source) { s.Zone, s.Kind = "", "" }},
	} {
		d, _, want, settings := settable(t)
		c.set(&settings)
		c.want(&want)
		if err := d.Set(ctx, "nahr", settings, ""); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got, err := d.Source(ctx, "nahr")
		got.Poll = dateline.Poll{}
		if err != nil || !got.Accepted.Equal(want.Accepted) {
			t.Errorf("%s: %v, accepted %s", name, err, got.Accepted)
		}
		if got.Accepted, want.Accepted = now, now; !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, want)
		}
	}
}

// TestSetLearnsAnew: a reading that is missed is learnt anew when other pages are read, and
// not when the form says in a word what no word meant.
func TestSetLearnsAnew(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		before, after dateline.PageMode
		anew          bool
	}{
		{"", dateline.PagesShort, false}, {dateline.PagesShort, "", false}, {"", "", false},
		{"", dateline.PagesNever, true}, {dateline.PagesAlways, dateline.PagesShort, true},
	} {
		d, store, s, settings := settable(t)
		s.Pages, settings.Pages = c.before, c.after
		if err := store.Update(ctx, func(tx dateline.Tx) error { return tx.PutSource(ctx, s, now) }); err != nil {
			t.Fatal(err)
		}
		if err := d.Set(ctx, s.ID, settings, ""); err != nil {
			t.Fatal(err)
		}
		got, err := d.Source(ctx, s.ID)
		if err != nil || !got.Accepted.IsZero() != c.anew || got.Pages != c.after {
			t.Errorf("%q to %q: accepted %s, %q, %v; want anew: %t", c.before, c.after, got.Accepted, got.Pages, err, c.anew)
		}
	}
}

func TestSetRefuses(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		id   dateline.SourceID
		set  func(*desk.Settings)
		want error
	}{
		"no name":                 {"nahr", func(s *desk.Settings) { s.Name = " \n" }, dateline.ErrInvalid},
		"full without a reason":   {"nahr", func(s *desk.Settings) { s.Usage, s.UsageReason = dateline.UsageFull, " " }, dateline.ErrInvalid},
		"a usage that is none":    {"nahr", func(s *desk.Settings) { s.Usage = "banana" }, dateline.ErrInvalid},
		"a rule that is none":     {"nahr", func(s *desk.Settings) { s.Rule = "banana" }, dateline.ErrInvalid},
		"a loss that is none":     {"nahr", func(s *desk.Settings) { s.Lost = "banana" }, dateline.ErrInvalid},
		"pages that are none":     {"nahr", func(s *desk.Settings) { s.Pages = "banana" }, dateline.ErrInvalid},
		"a zone that is none":     {"nahr", func(s *desk.Settings) { s.Zone = "Beirut" }, dateline.ErrInvalid},
		"a language that is none": {"nahr", func(s *desk.Settings) { s.Language = "Arabic please" }, dateline.ErrInvalid},
		"made the publication":    {"nahr", func(s *desk.Settings) { s.Kind = dateline.Own }, dateline.ErrForbidden},
		"the publication":         {dateline.OwnSource, func(*desk.Settings) {}, dateline.ErrForbidden},
		"nobody":                  {"none", func(*desk.Settings) {}, dateline.ErrNotFound},
	} {
		d, _, before, settings := settable(t)
		c.set(&settings)
		if err := d.Set(ctx, c.id, settings, ""); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		got, err := d.Source(ctx, "nahr")
		if got.Poll = before.Poll; err != nil || !reflect.DeepEqual(got, before) {
			t.Errorf("%s changed it: %+v %v", name, got, err)
		}
	}
	d, _, _, _ := settable(t)
	if _, err := d.Source(ctx, "none"); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("no such source: %v", err)
	}
}

// TestSignOfNoNames: a source without names in the editions is the same however a store gives
// that back.
func TestSignOfNoNames(t *testing.T) {
	none, empty, some := desk.Settings{}, desk.Settings{Names: dateline.Names{}}, desk.Settings{Names: dateline.Names{"ar": "مرسى"}}
	if none.Sign() != empty.Sign() || none.Sign() == some.Sign() {
		t.Errorf("signs %q, %q, %q", none.Sign(), empty.Sign(), some.Sign())
	}
}
