package wire

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/search"
)

// files keeps items and releases them, each a minute after the one before it.
func (w *spokenWorld) files(items ...dateline.Item) {
	w.t.Helper()
	w.do(func(ctx context.Context, tx dateline.Tx) error {
		for i := range items {
			if _, err := tx.Keep(ctx, []dateline.Kept{{Item: items[i], Words: search.Words(&items[i])}}); err != nil {
				return err
			}
			d := dateline.Decision{Item: items[i].ID, Kind: dateline.Release, By: "mona", Time: now.Add(time.Duration(i-60) * time.Minute)}
			if _, err := tx.Decide(ctx, d); err != nil {
				return err
			}
		}
		return nil
	})
}

// paper is an item that came in at a time, with a headline that is its guid.
func paper(guid, language string, at time.Time) dateline.Item {
	return dateline.Item{
		ID: dateline.NewItemID("delta", guid), Source: "delta", GUID: guid, URL: "https://delta.example/" + guid, Language: language,
		Headline: guid, PubStatus: dateline.Usable, Received: at, FirstSeen: at,
	}
}

func headlines(views []View) string {
	var out []string
	for i := range views {
		out = append(out, views[i].Headline)
	}
	return strings.Join(out, " ")
}

// TestWithdrawnIsNoCounterpart withdraws an item beside which another one stands: it is
// not among views that are asked for, and nothing leads to it.
func TestWithdrawnIsNoCounterpart(t *testing.T) {
	english, arabic := paper("english", "en", hours(1)), paper("arabic", "ar", hours(2))
	english.Translations = []dateline.Translation{{Language: "ar", URL: arabic.URL}}
	w := newSpokenWorld(t)
	w.files(english, arabic)
	ask := func() (counterparts int, views string) {
		v, err := w.reader.Item(context.Background(), english.ID)
		if err != nil {
			t.Fatal(err)
		}
		list, err := w.reader.Views(context.Background(), []dateline.ItemID{arabic.ID, english.ID})
		if err != nil {
			t.Fatal(err)
		}
		return len(v.Counterparts), headlines(list)
	}
	if n, views := ask(); n != 1 || views != "arabic english" {
		t.Fatalf("%d counterparts, views %q", n, views)
	}
	w.do(func(ctx context.Context, tx dateline.Tx) error {
		_, err := tx.Decide(ctx, dateline.Decision{Item: arabic.ID, Kind: dateline.Withdraw, By: "mona", Time: now, Reason: "court"})
		return err
	})
	if n, views := ask(); n != 0 || views != "english" {
		t.Errorf("after the withdrawal %d counterparts, views %q", n, views)
	}
}

// TestListByRelease walks a list page by page in both orders: what came onto the wire
// last may have been published first, and each item comes once.
func TestListByRelease(t *testing.T) {
	w := newSpokenWorld(t)
	w.files(paper("c", "en", hours(3)), paper("a", "en", hours(1)), paper("d", "en", hours(4)), paper("b", "en", hours(2)))
	for _, c := range []struct {
		byRelease bool
		want      string
	}{{false, "d c b a"}, {true, "b d a c"}} {
		var got []View
		for q := (Query{Language: "en", ByRelease: c.byRelease, Limit: 1}); ; {
			page, err := w.reader.List(context.Background(), q)
			if err != nil || len(got) > 4 {
				t.Fatalf("%d items and no end, %v", len(got), err)
			}
			got = append(got, page.Views...)
			if q.Before = page.Next; q.Before.Item == "" {
				break
			}
		}
		if headlines(got) != c.want {
			t.Errorf("by release %v: %s, want %s", c.byRelease, headlines(got), c.want)
		}
	}
}

// TestSignsAskForNothing: an empty question is for all there is, a sign is for nothing.
func TestSignsAskForNothing(t *testing.T) {
	w := newSpokenWorld(t)
	w.files(paper("a", "en", hours(1)), paper("b", "en", hours(2)))
	for text, want := range map[string]int{"": 2, "-": 0, "?!": 0, `""`: 0, "a": 1, "after:2000": 2} {
		got, err := w.reader.Search(context.Background(), Question{Text: text, Language: "en", Newest: true, All: true})
		if err != nil || len(got.Hits) != want {
			t.Errorf("%q: %d hits, want %d (%v)", text, len(got.Hits), want, err)
		}
	}
}

// TestKinByTranslationIsNone: news told in another language is no text made from this one,
// though both stand in one family by way of others.
func TestKinByTranslationIsNone(t *testing.T) {
	f := dateline.Family{Members: []dateline.ItemID{"a", "b", "h"}}
	out := map[dateline.ItemID]dateline.Filing{"a": {Item: "a"}, "b": {Item: "b"}}
	for name, c := range map[string]struct {
		rows map[dateline.ItemID][]dateline.Match
		of   dateline.ItemID
		kind dateline.MatchKind
	}{
		"a copy":                {map[dateline.ItemID][]dateline.Match{"b": {{Of: "a", Kind: dateline.MatchDuplicate}}}, "a", dateline.MatchDuplicate},
		"a translation":         {map[dateline.ItemID][]dateline.Match{"b": {{Of: "a", Kind: dateline.MatchTranslation}}}, "", ""},
		"in a ring with itself": {map[dateline.ItemID][]dateline.Match{"b": {{Of: "h", Kind: dateline.MatchUpdate}}, "h": {{Of: "b", Kind: dateline.MatchUpdate}}}, "", ""},
	} {
		m := kin(f, out, c.rows).member(View{ID: "b"})
		if m.Of != c.of || m.OfKind != c.kind || m.Kind != c.kind {
			t.Errorf("%s: %q of %q, to the earliest %q", name, m.OfKind, m.Of, m.Kind)
		}
	}
}

// TestSpeechLeavesOut whoever does not stand, and of the hidden what the public may not see.
func TestSpeechLeavesOut(t *testing.T) {
	persons := []dateline.Person{{ID: "a"}, {ID: "b", Into: "a"}, {ID: "c", Private: true}}
	for public, want := range map[bool]string{true: "[a]", false: "[a c]"} {
		var got []dateline.PersonID
		for _, q := range newSpeech(persons, public).asks {
			got = append(got, q.Person)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("for the public %v: %v, want %s", public, got, want)
		}
	}
}

// TestDenialIsLater: what is denied in the same breath is not taken back by it.
func TestDenialIsLater(t *testing.T) {
	w := newSpokenWorld(t, says("a", 1, gates), says("b", 2, water))
	w.do(func(ctx context.Context, tx dateline.Tx) error {
		var told []dateline.Told
		for _, guid := range []string{"a", "b"} {
			told = append(told, dateline.Told{Item: dateline.NewItemID("delta", guid), Story: "dam", When: now, Language: "en", Source: "delta", By: dateline.ByWords})
		}
		return tx.Tell(ctx, told)
	})
	at := func(guid string, when time.Time, polarity dateline.Polarity) Saying {
		id := dateline.NewItemID("delta", guid)
		return Saying{Said: Said{Quote: Quote{ID: dateline.StatementID(guid), Polarity: polarity}, When: when, View: View{ID: id}}}
	}
	for later, want := range map[time.Duration]dateline.StatementID{0: "", time.Minute: "b"} {
		list := []Saying{at("b", now.Add(later), dateline.Denies), at("a", now, dateline.Says)}
		err := w.store.View(context.Background(), func(tx dateline.Tx) error {
			return denied(context.Background(), tx, list, []dateline.ItemID{list[0].View.ID, list[1].View.ID})
		})
		if err != nil || list[1].Denied != want || list[0].Denied != "" {
			t.Errorf("a denial %v later: %q, want %q (%v)", later, list[1].Denied, want, err)
		}
	}
}
