package desk_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/wire"
)

var now = time.Date(2026, 11, 22, 14, 32, 0, 0, time.UTC)

func words(i *dateline.Item) dateline.SearchWords {
	return dateline.SearchWords{Headline: i.Headline}
}

func open(t *testing.T) (*desk.Desk, dateline.Store) {
	t.Helper()
	store := mem.New()
	err := store.Update(context.Background(), func(tx dateline.Tx) error {
		return errors.Join(
			tx.PutSource(context.Background(), dateline.Source{ID: dateline.OwnSource, Name: "Marsa", Kind: dateline.Own}, now),
			tx.PutSource(context.Background(), dateline.Source{ID: "nra", Name: "NRA"}, now))
	})
	if err != nil {
		t.Fatal(err)
	}
	return desk.New(desk.Config{Store: store, Now: func() time.Time { return now }, Words: words}), store
}

func keep(t *testing.T, store dateline.Store, item dateline.Item) dateline.ItemID {
	t.Helper()
	err := store.Update(context.Background(), func(tx dateline.Tx) error {
		_, err := tx.Keep(context.Background(), []dateline.Kept{{Item: item, Words: words(&item)}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return item.ID
}

func view(t *testing.T, store dateline.Store, f func(context.Context, dateline.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := store.View(ctx, func(tx dateline.Tx) error { return f(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

func decisions(t *testing.T, store dateline.Store, id dateline.ItemID) (out []dateline.Decision) {
	t.Helper()
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		all, err := tx.DecisionsOn(ctx, []dateline.ItemID{id})
		out = all[id]
		return err
	})
	return out
}

func TestDecideRefuses(t *testing.T) {
	d, store := open(t)
	id := keep(t, store, dateline.Item{ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: "One", Received: now})
	tests := []struct {
		name     string
		decision dateline.Decision
		want     error
	}{
		{"kill without a reason", dateline.Decision{Item: id, Kind: dateline.Kill, By: "rania"}, dateline.ErrInvalid},
		{"withdraw without a reason", dateline.Decision{Item: id, Kind: dateline.Withdraw, By: "rania", Reason: "  "}, dateline.ErrInvalid},
		{"correct without a notice", dateline.Decision{Item: id, Kind: dateline.Correct, By: "rania"}, dateline.ErrInvalid},
		{"embargo without an end", dateline.Decision{Item: id, Kind: dateline.Embargo, By: "rania"}, dateline.ErrInvalid},
		{"embargo in the past", dateline.Decision{Item: id, Kind: dateline.Embargo, By: "rania", Until: now.Add(-time.Minute)}, dateline.ErrInvalid},
		{"no such decision", dateline.Decision{Item: id, Kind: "publish", By: "rania"}, dateline.ErrInvalid},
		{"nobody", dateline.Decision{Item: id, Kind: dateline.Hold}, dateline.ErrInvalid},
		{"a person called rule", dateline.Decision{Item: id, Kind: dateline.Hold, By: dateline.ByRule}, dateline.ErrInvalid},
		{"a person called source", dateline.Decision{Item: id, Kind: dateline.Hold, By: dateline.BySource}, dateline.ErrInvalid},
		{"no such item", dateline.Decision{Item: "bbbbbbbbbbbbb", Kind: dateline.Hold, By: "rania"}, dateline.ErrNotFound},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := d.Decide(context.Background(), tt.decision); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	if got := decisions(t, store, id); len(got) > 0 {
		t.Errorf("recorded %+v", got)
	}
}

// TestBylineOfAVersion: names stay when nothing is said of them, go when they are taken away,
// and the item is found by those that it has.
// TestNoticeWithoutAChange: it is of what stood there before, and neither a second click nor
// the button of another form takes an item off the wire.
func TestNoticeWithoutAChange(t *testing.T) {
	d, store := open(t)
	id, err := d.File(t.Context(), desk.Draft{Headline: "One", By: "rania"})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := d.File(t.Context(), desk.Draft{ID: id, Version: 1, Headline: "Two", By: "rania", Notice: "Two.", Held: true}); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, d := range decisions(t, store, id) {
		got = append(got, fmt.Sprint(d.Kind, d.Version))
	}
	if want := []string{"release1", "correct2", "correct0"}; !slices.Equal(got, want) {
		t.Errorf("decided %q, want %q", got, want)
	}
}

// TestBlankNotice: a space that was left in the field corrects nothing.
func TestBlankNotice(t *testing.T) {
	d, store := open(t)
	id, err := d.File(t.Context(), desk.Draft{Headline: "One", By: "rania", Notice: " "})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[string]string{" \n": "", " It was two. ": "It was two."} {
		if _, err := d.File(t.Context(), desk.Draft{ID: id, Headline: "Two" + i, By: "rania", Notice: i}); err != nil {
			t.Fatal(err)
		}
		all := decisions(t, store, id)
		if last := all[len(all)-1]; last.Notice != want || (last.Kind == dateline.Correct) != (want != "") {
			t.Errorf("%q decided %+v", i, last)
		}
	}
	// Of a kill readers are told something else than nothing.
	if err := d.Decide(t.Context(), dateline.Decision{Item: id, Kind: dateline.Kill, By: "rania", Reason: "court", Notice: " "}); err != nil {
		t.Fatal(err)
	}
	all := decisions(t, store, id)
	if last := all[len(all)-1]; last.Kind != dateline.Kill || last.Notice != "" {
		t.Errorf("killed as %+v", last)
	}
}

// TestEditIsNoCopy: what a person wrote is neither the bytes that came in nor their summary.
func TestEditIsNoCopy(t *testing.T) {
	d, store := open(t)
	id := keep(t, store, dateline.Item{
		ID: "aaaaaaaaaaaaa", Source: dateline.OwnSource, GUID: "1", Headline: "One", Language: "en", Received: now,
		Copy: "copy", Digest: "digest", Summary: true, Updated: dateline.Stamp{Time: now},
	})
	if _, err := d.File(t.Context(), desk.Draft{ID: id, Headline: "Two", By: "rania"}); err != nil {
		t.Fatal(err)
	}
	view(t, store, func(ctx context.Context, tx dateline.Tx) error {
		item, err := tx.Item(ctx, id)
		if item.Version != 2 || item.Copy != "" || item.Digest != "" || item.Summary || !item.Updated.Time.IsZero() {
			t.Errorf("%+v", item)
		}
		return err
	})
}

// TestKilledHeadlines: readers had the earlier version, too. What corrects a headline has to
// name it.
func TestKilledHeadlines(t *testing.T) {
	d, store := open(t)
	for _, headline := range []string{"Mayor took bribes", "Clerk took nothing"} {
		keep(t, store, dateline.Item{ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: headline, Received: now})
	}
	for kind, want := range map[dateline.DecisionKind]error{dateline.Correct: nil, dateline.Kill: dateline.ErrInvalid} {
		for _, headline := range []string{"mayor took bribes", "clerk took nothing"} {
			err := d.Decide(t.Context(), dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: kind, By: "rania", Reason: "court", Notice: "That a " + headline + " is not so."})
			if !errors.Is(err, want) {
				t.Errorf("%s of %q: %v", kind, headline, err)
			}
		}
	}
}

// TestKilledWithoutHeadline: pages head such an item by the first words of its text.
func TestKilledWithoutHeadline(t *testing.T) {
	d, store := open(t)
	keep(t, store, story("", "The mayor of Quarrington took bribes. He was asked about the ferries of the town on Monday, and about nothing else that we know of.", 0))
	for _, c := range []struct {
		notice string
		want   error
	}{
		{"That the mayor of Quarrington took bribes is not so.", dateline.ErrInvalid},
		{"Only that he was asked about nothing else that we know of is so.", nil},
	} {
		err := d.Decide(t.Context(), dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: dateline.Kill, By: "rania", Reason: "court", Notice: c.notice})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.notice, err)
		}
	}
}

func TestBylineOfAVersion(t *testing.T) {
	ctx := context.Background()
	store := mem.New()
	d := desk.New(desk.Config{Store: store, Now: func() time.Time { return now }, Words: search.Words})
	id, err := d.File(ctx, desk.Draft{Headline: "One", By: "rania", Byline: []string{"Nura Sabri"}})
	if err != nil {
		t.Fatal(err)
	}
	err = store.Update(ctx, func(tx dateline.Tx) error {
		return tx.File(ctx, []dateline.Filing{{Item: id, Source: dateline.OwnSource, Language: "en", Version: 1, Status: dateline.Usable, When: now, Decided: dateline.Release}})
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, step := range []struct{ given, want []string }{
		{nil, []string{"Nura Sabri"}}, {[]string{"Jaber"}, []string{"Jaber"}}, {[]string{}, nil}, {nil, nil},
	} {
		if _, err := d.File(ctx, desk.Draft{ID: id, Headline: "One " + strings.Repeat("more ", i+1), By: "rania", Byline: step.given}); err != nil {
			t.Fatal(err)
		}
		err := store.View(ctx, func(tx dateline.Tx) error {
			item, err := tx.Item(ctx, id)
			if !slices.Equal(item.Byline, step.want) || (item.Byline == nil) != (step.want == nil) {
				t.Errorf("step %d: %q, want %q", i, item.Byline, step.want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Nura Sabri", "Jaber"} {
			hits, err := d.Find(ctx, desk.Search{Query: search.Parse(`by:"`+name+`"`, time.UTC)})
			if want := slices.Contains(step.want, name); err != nil || (len(hits.Lines) == 1) != want {
				t.Errorf("step %d: by %s %d are found (%v), want one: %t", i, name, len(hits.Lines), err, want)
			}
		}
	}
}

// TestLift: an embargo of the desk or of the source ends now, one that is not on cannot,
// and what was killed stays.
func TestLift(t *testing.T) {
	ctx, later := context.Background(), now.Add(time.Hour)
	until := func(end time.Time) *dateline.Decision {
		return &dateline.Decision{Kind: dateline.Embargo, By: "rania", Until: end}
	}
	for name, c := range map[string]struct {
		source time.Time // the embargo of the source
		before []*dateline.Decision
		by     string
		want   error
	}{
		"of the desk":             {time.Time{}, []*dateline.Decision{until(later)}, "rania", nil},
		"of the source":           {later, nil, "rania", nil},
		"none":                    {time.Time{}, nil, "rania", dateline.ErrInvalid},
		"over":                    {now.Add(-time.Hour), nil, "rania", dateline.ErrInvalid},
		"ends now by an order":    {later, []*dateline.Decision{until(now)}, "rania", dateline.ErrInvalid},
		"by nobody":               {later, nil, "", dateline.ErrInvalid},
		"killed under an embargo": {later, []*dateline.Decision{{Kind: dateline.Kill, By: "rania", Reason: "court"}}, "rania", dateline.ErrConflict},
	} {
		d, store := open(t)
		id := keep(t, store, dateline.Item{ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: "One", Received: now, Embargo: c.source})
		for _, decision := range c.before {
			decision.Item = id
			if err := d.Decide(ctx, *decision); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.Lift(ctx, id, c.by); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		got := decisions(t, store, id)
		if c.want != nil {
			if len(got) != len(c.before) {
				t.Errorf("%s: recorded %+v", name, got)
			}
		} else if last := got[len(got)-1]; last.Kind != dateline.Embargo || !last.Until.Equal(now) || last.By != "rania" {
			t.Errorf("%s: recorded %+v", name, last)
		}
	}
	d, _ := open(t)
	if err := d.Lift(ctx, "bbbbbbbbbbbbb", "rania"); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("no such item: %v", err)
	}
}

func TestNothingStandsOverAKill(t *testing.T) {
	d, store := open(t)
	id := keep(t, store, dateline.Item{ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: "One", Received: now})
	for _, kind := range []dateline.DecisionKind{dateline.Hold, dateline.Release, dateline.Kill} {
		if err := d.Decide(context.Background(), dateline.Decision{Item: id, Kind: kind, By: "rania", Reason: "court"}); err != nil {
			t.Fatal(err)
		}
	}
	err := d.Decide(context.Background(), dateline.Decision{Item: id, Kind: dateline.Release, By: "rania"})
	if !errors.Is(err, dateline.ErrConflict) {
		t.Errorf("got %v, want ErrConflict", err)
	}
	if got := decisions(t, store, id); len(got) != 3 || !got[2].Time.Equal(now) || got[2].By != "rania" {
		t.Errorf("recorded %+v", got)
	}
}

func TestFile(t *testing.T) {
	d, store := open(t)
	ctx := context.Background()
	id, err := d.File(ctx, desk.Draft{
		Headline: " سلطة  الميناء: إعادة فتح الأرصفة ", Text: "فقرة أولى.\r\n\r\nفقرة\nثانية.", Urgency: dateline.Flash, By: "rania",
	})
	if err != nil {
		t.Fatal(err)
	}
	var item dateline.Item
	view(t, store, func(ctx context.Context, tx dateline.Tx) (err error) {
		item, err = tx.Item(ctx, id)
		return err
	})
	if item.Headline != "سلطة الميناء: إعادة فتح الأرصفة" || item.Language != "ar" || item.Direction != dateline.RightToLeft {
		t.Errorf("got %q %s %s", item.Headline, item.Language, item.Direction)
	}
	if len(item.Body) != 2 || item.Body[1].Text != "فقرة ثانية." || item.Urgency != dateline.Flash || item.Source != dateline.OwnSource {
		t.Errorf("got %+v", item)
	}
	if got := decisions(t, store, id); len(got) != 1 || got[0].Kind != dateline.Release {
		t.Errorf("decisions %+v", got)
	}

	if _, err := d.File(ctx, desk.Draft{ID: id, Headline: "سلطة الميناء: إعادة فتح الأرصفة كلها", KeepText: true, By: "rania"}); err != nil {
		t.Fatal(err)
	}
	view(t, store, func(ctx context.Context, tx dateline.Tx) (err error) {
		item, err = tx.Item(ctx, id)
		return err
	})
	if len(item.Body) != 2 || item.Urgency != dateline.Flash || item.Version != 2 || item.Language != "ar" {
		t.Errorf("of a new headline alone came %+v", item)
	}
	again, err := d.File(ctx, desk.Draft{ID: id, Headline: "سلطة الميناء: إعادة فتح رصيفين", Notice: "رصيفان لا كل الأرصفة.", By: "rania"})
	if err != nil || again != id {
		t.Fatalf("new version: %q %v", again, err)
	}
	view(t, store, func(ctx context.Context, tx dateline.Tx) (err error) {
		item, err = tx.Item(ctx, id)
		return err
	})
	got := decisions(t, store, id)
	if item.Version != 3 || len(item.Body) > 0 || len(got) != 3 || got[2].Kind != dateline.Correct || got[2].Notice == "" || got[2].Version != 3 {
		t.Errorf("version %d, decisions %+v", item.Version, got)
	}
}

// TestFileParts parts paragraphs where people see a gap, whatever stands in it.
func TestFileParts(t *testing.T) {
	for text, want := range map[string][]string{
		"":                             nil,
		" \n\t\n":                      nil,
		"One.":                         {"One."},
		"One\ntwo.":                    {"One two."},
		"One.\n\nTwo.":                 {"One.", "Two."},
		"One.\n  \nTwo.":               {"One.", "Two."},
		"One.\r\n \t \r\n\r\nTwo.\r\n": {"One.", "Two."},
		"\n\nأولى.\n\u00a0\nثانية.":    {"أولى.", "ثانية."},
	} {
		d, store := open(t) // anew: ids are made of the time, which stands still here
		id, err := d.File(context.Background(), desk.Draft{Headline: "H", Text: text, By: "rania", Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		view(t, store, func(ctx context.Context, tx dateline.Tx) error {
			item, err := tx.Item(ctx, id)
			var got []string
			for _, b := range item.Body {
				got = append(got, b.Text)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q: paragraphs %q, want %q", text, got, want)
			}
			return err
		})
	}
}

func TestFileKnowsTheLanguageOfAFlash(t *testing.T) {
	d, store := open(t)
	for headline, want := range map[string]string{"Berths reopen": "en", "فتح الأرصفة": "ar", "7.2": "en"} {
		id, err := d.File(context.Background(), desk.Draft{Headline: headline, Urgency: dateline.Flash, By: "rania"})
		if err != nil {
			t.Fatal(err)
		}
		view(t, store, func(ctx context.Context, tx dateline.Tx) error {
			item, err := tx.Item(ctx, id)
			if item.Language != want {
				t.Errorf("%q is %q, want %q", headline, item.Language, want)
			}
			return err
		})
	}
}

func TestFileRefuses(t *testing.T) {
	d, store := open(t)
	foreign := keep(t, store, dateline.Item{ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: "One", Received: now})
	killed, err := d.File(context.Background(), desk.Draft{Headline: "Berths reopen", By: "rania"})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Decide(context.Background(), dateline.Decision{Item: killed, Kind: dateline.Kill, By: "rania", Reason: "court"}); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		draft desk.Draft
		want  error
	}{
		{"no headline", desk.Draft{Headline: " \n", By: "rania"}, dateline.ErrInvalid},
		{"nobody", desk.Draft{Headline: "H"}, dateline.ErrInvalid},
		{"urgency 9", desk.Draft{Headline: "H", By: "rania", Urgency: 9}, dateline.ErrInvalid},
		{"another's item", desk.Draft{Headline: "H", By: "rania", ID: foreign}, dateline.ErrForbidden},
		{"no such item", desk.Draft{Headline: "H", By: "rania", ID: "bbbbbbbbbbbbb"}, dateline.ErrNotFound},
		{"a correction of nothing", desk.Draft{Headline: "H", By: "rania", Notice: "Two berths."}, dateline.ErrInvalid},
		{"a killed item", desk.Draft{Headline: "H", By: "rania", ID: killed}, dateline.ErrConflict},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := d.File(context.Background(), tt.draft); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestRules(t *testing.T) {
	person := []dateline.Decision{{Kind: dateline.Hold, By: "rania"}}
	tests := []struct {
		name    string
		rule    dateline.Rule
		status  dateline.PubStatus
		earlier []dateline.Decision
		want    dateline.DecisionKind
	}{
		{"new source", "", "", nil, dateline.Release},
		{"release", dateline.RuleRelease, dateline.Usable, nil, dateline.Release},
		{"hold", dateline.RuleHold, "", nil, dateline.Hold},
		{"kill rule sets aside", dateline.RuleKill, "", nil, dateline.Spike},
		{"withheld by its source", "", dateline.Withheld, nil, dateline.Hold},
		{"a person decided", "", "", person, ""},
		{"killed by its source", "", dateline.Canceled, nil, dateline.Kill},
		{"killed by its source after a person held it", "", dateline.Canceled, person, dateline.Kill},
		{"killed already", "", dateline.Canceled, []dateline.Decision{{Kind: dateline.Kill}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, store := open(t)
			ctx := context.Background()
			err := store.Update(ctx, func(tx dateline.Tx) error {
				return tx.PutSource(ctx, dateline.Source{ID: "nra", Name: "NRA", Rule: tt.rule}, now)
			})
			if err != nil {
				t.Fatal(err)
			}
			id := keep(t, store, dateline.Item{ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: "One", PubStatus: tt.status, Received: now})
			err = store.Update(ctx, func(tx dateline.Tx) error {
				for _, d := range tt.earlier {
					d.Item, d.Time = id, now
					if _, err := tx.Decide(ctx, d); err != nil {
						return err
					}
				}
				entries, err := tx.Entries(ctx, 0, 100)
				// Twice: given again, entries change nothing.
				return errors.Join(err, desk.Rules{}.Step(ctx, tx, entries), desk.Rules{}.Step(ctx, tx, entries))
			})
			if err != nil {
				t.Fatal(err)
			}
			got := decisions(t, store, id)[len(tt.earlier):]
			switch {
			case tt.want == "" && len(got) > 0, tt.want != "" && (len(got) != 1 || got[0].Kind != tt.want):
				t.Errorf("decided %+v, want %q", got, tt.want)
			}
		})
	}
}

// TestRulesOfMany gives the rules one batch with every kind of item in it: one
// that was erased since must not keep the others from being decided.
func TestRulesOfMany(t *testing.T) {
	_, store := open(t)
	ctx := context.Background()
	item := func(id dateline.ItemID, status dateline.PubStatus, notices ...dateline.Notice) dateline.ItemID {
		return keep(t, store, dateline.Item{
			ID: id, Source: "nra", GUID: string(id), Headline: "One", PubStatus: status, Notices: notices, Received: now,
		})
	}
	usable, erased := item("aaaaaaaaaaaaa", dateline.Usable), item("bbbbbbbbbbbbb", dateline.Usable)
	withdrawn := item("ccccccccccccc", dateline.Canceled, dateline.Notice{Kind: dateline.Withdraw, Text: "Withdrawn"})
	item("ddddddddddddd", dateline.Usable)
	changed := item("ddddddddddddd", dateline.Canceled)
	err := store.Update(ctx, func(tx dateline.Tx) error {
		if err := tx.Erase(ctx, erased, now); err != nil {
			return err
		}
		entries, err := tx.Entries(ctx, 0, 100)
		return errors.Join(err, desk.Rules{}.Step(ctx, tx, entries))
	})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[dateline.ItemID]dateline.DecisionKind{
		usable: dateline.Release, withdrawn: dateline.Withdraw, changed: dateline.Kill,
	} {
		if got := decisions(t, store, id); len(got) != 1 || got[0].Kind != want {
			t.Errorf("%s: decided %+v, want %s", id, got, want)
		}
	}
	if got := decisions(t, store, erased); len(got) > 0 {
		t.Errorf("decided %+v on an erased item", got)
	}
}

// TestLinesHaveSomethingToClick: of an item without a headline, as entries of many
// feeds are, a line has the text, from which the desk's pages take words.
func TestLinesHaveSomethingToClick(t *testing.T) {
	d, store := open(t)
	keep(t, store, story("", "Twelve ships wait.", 0))
	other := story("Port shut", "Twelve ships wait.", 0)
	other.ID, other.GUID = "bbbbbbbbbbbbb", "2"
	keep(t, store, other)
	step(t, store)
	lines, err := d.Lines(context.Background(), dateline.FilingQuery{})
	if err != nil || len(lines) != 2 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	for _, l := range lines {
		if wire.Headline(&l.Item) == "" {
			t.Errorf("a line without a word: %+v", l.Item)
		}
		if l.Item.Headline != "" && len(l.Item.Body) > 0 {
			t.Error("a line carries a text that nobody shows")
		}
	}
}

// TestSourceKillsWhatItWithdrew files the versions of one item one after the other:
// a kill goes further than the withdrawal before it, and is obeyed.
func TestSourceKillsWhatItWithdrew(t *testing.T) {
	withdraws := dateline.Notice{Kind: dateline.Withdraw, Text: "The source has withdrawn this item."}
	kills := dateline.Notice{Kind: dateline.Kill, Text: "The source has killed this item."}
	for _, c := range []struct {
		name     string
		versions [][]dateline.Notice // of the canceled versions
		released bool                // by a person, after the first of them
		want     string
	}{
		{"withdrawn twice", [][]dateline.Notice{{withdraws}, {withdraws}}, false, "[release withdraw]"},
		{"withdrawn, then killed", [][]dateline.Notice{{withdraws}, {kills}}, false, "[release withdraw kill]"},
		{"with the older notice beside it", [][]dateline.Notice{{withdraws}, {withdraws, kills}}, false, "[release withdraw kill]"},
		{"killed, then withdrawn", [][]dateline.Notice{{kills}, {withdraws}}, false, "[release kill]"},
		{"a person has released it since", [][]dateline.Notice{{withdraws}, {withdraws}}, true, "[release withdraw release]"},
		{"and the source kills it", [][]dateline.Notice{{withdraws}, {kills}}, true, "[release withdraw release kill]"},
	} {
		d, store := open(t)
		keep(t, store, story("Port shut", "Twelve ships wait.", -60))
		step(t, store)
		for i, notices := range c.versions {
			if i > 0 && c.released {
				if err := d.Decide(context.Background(), dateline.Decision{Item: "aaaaaaaaaaaaa", Kind: dateline.Release, By: "rania"}); err != nil {
					t.Fatal(err)
				}
			}
			v := story(fmt.Sprintf("ADVISORY %d: Port shut", i), "", i-50)
			v.PubStatus, v.Notices = dateline.Canceled, notices
			keep(t, store, v)
			step(t, store)
		}
		var got []dateline.DecisionKind
		for _, x := range decisions(t, store, "aaaaaaaaaaaaa") {
			got = append(got, x.Kind)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

func TestLines(t *testing.T) {
	d, store := open(t)
	ctx := context.Background()
	id := keep(t, store, dateline.Item{ID: "aaaaaaaaaaaaa", Source: "nra", GUID: "1", Headline: "One", Received: now})
	err := store.Update(ctx, func(tx dateline.Tx) error {
		return tx.File(ctx, []dateline.Filing{{Item: id, Source: "nra", Status: dateline.Withheld, When: now, Decided: dateline.Hold}})
	})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := d.Lines(ctx, dateline.FilingQuery{})
	if err != nil || len(lines) != 1 || lines[0].Item.Headline != "One" || lines[0].Filing.Decided != dateline.Hold || lines[0].Source.Name != "NRA" {
		t.Errorf("got %+v, %v", lines, err)
	}
}
