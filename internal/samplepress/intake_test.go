package samplepress

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/intake"
	"dateline/internal/store/mem"
)

// A taker takes the press in through the real intake.
type taker struct {
	world  *world
	store  *mem.Store
	intake *intake.Intake
}

func newTaker(t *testing.T) *taker {
	w, store := newWorld(t), mem.New()
	now := func() time.Time { return w.start.Add(time.Duration(w.after.Load())) }
	tk := &taker{w, store, intake.New(intake.Config{Store: store, Now: now})}
	err := store.Update(context.Background(), func(tx dateline.Tx) error {
		for _, s := range w.press.Sources() {
			if err := tx.PutSource(context.Background(), s, w.start); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return tk
}

// poll takes in what the press serves when it has run that long.
func (tk *taker) poll(after time.Duration) {
	t := tk.world.t
	t.Helper()
	tk.world.at(after)
	report, err := tk.intake.PollAll(context.Background(), nil)
	if err != nil || len(report.Failed) > 0 {
		t.Fatalf("poll: %v, %+v", err, report)
	}
}

func (tk *taker) versions(it *item) []dateline.Item {
	t := tk.world.t
	t.Helper()
	id := dateline.NewItemID(it.source.ID, "tag:"+string(it.source.ID)+".example,2026:"+it.slug)
	var out []dateline.Item
	err := tk.store.View(context.Background(), func(tx dateline.Tx) (err error) {
		out, err = tx.Versions(context.Background(), id)
		return err
	})
	if err != nil {
		t.Fatalf("%s/%s: %v", it.source.ID, it.slug, err)
	}
	return out
}

// TestTakenIn follows every dispatch through intake and reader: what its file
// says is what the wire has.
func TestTakenIn(t *testing.T) {
	tk := newTaker(t)
	tk.poll(0)
	tk.poll(25 * time.Second)
	tk.poll(45 * time.Second)
	tk.poll(15 * time.Minute)
	differ := 0
	for key, it := range tk.world.press.items {
		versions := tk.versions(it)
		got, want := versions[0], it.versions[0]
		for _, d := range it.versions {
			if d.At <= 0 { // it was superseded before the press was first asked
				want = d
			}
		}
		told := it.source.Pages != dateline.PagesNever && want.Genre != "" // the reader asks pages alone for a genre
		if got.Language != want.Language || told && got.Genre != want.Genre || got.Urgency != want.Urgency && want.Urgency < 3 {
			t.Errorf("%s: %s %s urgency %d, want %s %s %d", key, got.Language, got.Genre, got.Urgency, want.Language, want.Genre, want.Urgency)
		}
		if got.Rights.Paywalled != (want.Rights == "paywalled") || got.Rights.NoMining != (want.Rights == "no-mining") {
			t.Errorf("%s: rights %+v, want %q", key, got.Rights, want.Rights)
		}
		if strings.ContainsAny(got.Headline, "<>") || got.Headline == "" {
			t.Errorf("%s: headline %q", key, got.Headline)
		}
		if body := (&dateline.Item{Body: want.Body}).Text(); got.Text() != body {
			differ++
			t.Logf("%s reads\n%s\nnot\n%s", key, got.Text(), body)
		}
		tk.checkPublished(key, it, &got)
	}
	if differ > 3 {
		t.Errorf("%d texts are not read as they were written", differ)
	}
}

// checkPublished bounds the time as taken in by what the dispatch says of it.
func (tk *taker) checkPublished(key string, it *item, got *dateline.Item) {
	t := tk.world.t
	t.Helper()
	d, when := it.versions[0], got.Published.Instant()
	off := when.Sub(tk.world.press.due(d)).Abs()
	switch {
	case d.Shown == shownNone && !got.Published.IsZero():
		t.Errorf("%s: published %v, and its page gives no date", key, when)
	case d.Shown == shownHijri && off > 48*time.Hour, d.Shown != shownHijri && d.Shown != shownNone && off > time.Minute:
		t.Errorf("%s: published %+v, due %v", key, got.Published, tk.world.press.due(d))
	}
}

// TestChangesAreTakenIn: a correction and a kill make new versions.
func TestChangesAreTakenIn(t *testing.T) {
	tk := newTaker(t)
	tk.poll(0)
	tk.poll(2 * time.Minute)
	for _, source := range []string{"barid-en", "barid-ar"} {
		talks := tk.versions(tk.world.press.items[source+"/dam-talks"])
		if len(talks) != 2 || len(talks[1].Notices) != 1 || talks[1].Notices[0].Kind != dateline.Correct || !strings.Contains(talks[1].Text(), "4.2") {
			t.Errorf("%s: after the correction %+v", source, talks)
		}
		killed := tk.versions(tk.world.press.items[source+"/mayor-inquiry"])
		if len(killed) != 2 || killed[0].PubStatus == dateline.Canceled || killed[1].PubStatus != dateline.Canceled {
			t.Errorf("%s: after the kill %+v", source, killed)
		}
	}
}

// TestLookingAgainFindsNothingNew looks at all pages of the press for eight days,
// while teasers change around their texts: no version is made but those that the
// press files.
func TestLookingAgainFindsNothingNew(t *testing.T) {
	tk := newTaker(t)
	tk.poll(0)
	for _, after := range []time.Duration{20 * time.Minute, 90 * time.Minute, 2 * time.Hour, 25 * time.Hour, 26 * time.Hour, 170 * time.Hour, 171 * time.Hour} {
		tk.poll(after)
	}
	for key, it := range tk.world.press.items {
		later := 1
		for _, d := range it.versions {
			if d.At > 0 && d.Version > 1 {
				later++
			}
		}
		if got := tk.versions(it); len(got) > later {
			t.Errorf("%s has %d versions, and its source filed %d", key, len(got), later)
		}
	}
	if looks, items := tk.intake.Stats().Looks.Load(), len(tk.world.press.items); int(looks) < 2*items {
		t.Errorf("%d looks at the pages of %d items: the test proves little", looks, items)
	}
	err := tk.store.View(context.Background(), func(tx dateline.Tx) error {
		edits, err := tx.Edits(context.Background(), dateline.EditQuery{})
		if len(edits) > 0 {
			t.Errorf("edits %+v", edits)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
